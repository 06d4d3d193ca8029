import type { LazyReading } from './index.js';
import type { SpeechAct } from './reading.js';

/** What the sentences of ours do: done, promised, offered, asked, instructed, answered, decided, or merely noted. */
export function readActs(_reading: LazyReading): readonly SpeechAct[] {
  return [];
}

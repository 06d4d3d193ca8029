import { buildDraft } from '../../src/draft/build.js';
import type { Context } from '../../src/draft/draft.js';
import { read, type LazyReading } from '../../src/language/index.js';
import { parsePlain } from '../../src/parse/plain.js';
import { defaultLimits, type Parsed } from '../../src/parse/source.js';

/** The reading of a plain-text reply. */
export function buildReading(text: string, context: Context = {}): LazyReading {
  const parsed = parsePlain({ name: 'reply.txt', format: 'text', content: text }, defaultLimits) as Parsed;
  return read(buildDraft('reply.txt', parsed, context));
}

import type { LazyReading } from '../index.js';
import { countPhrases, joinPhrases } from './signals.js';
import { gladSigns } from './signs.js';

const SAYINGS = joinPhrases({
  complained: 'reply-to-complaint',
  praised: 'reply-to-praise',
  suggested: 'reply-to-proposal',
  asked: 'reply-to-question',
  reported: 'reply-to-report',
  announced: 'reply-unasked',
  glad: 'reply-gladness',
  offered: 'reply-offers',
  answered: 'reply-answers',
  appeased: 'reply-appeasing',
  owned: 'reply-owning',
});

/** What the draft does, besides what it says. */
interface Deeds {
  /** Words of apology and sorrow that are meant. */
  readonly sorry: number;
  readonly condoled: number;
  readonly understood: number;
  /** It thanks for the message. */
  readonly thanked: number;
  /** "Glad you made it! Have a safe flight": nobody says so to a complaint without a word of regret. */
  readonly carefree: number;
  readonly exclaimed: number;
  readonly smiled: number;
  readonly length: number;
}

/** A cue in the draft. */
export type DraftCue = keyof (typeof SAYINGS)['none'] | keyof Deeds;

/** What is counted in a draft. */
export interface DraftCues {
  readonly said: Readonly<Record<keyof (typeof SAYINGS)['none'], number>>;
  readonly done: Deeds;
}

/** Counts what in a draft tells which kind of message it answers: what it says, and what it does. */
export function cuesOfDraft({ grammar, draft, brief, apologies, empathy, thanks }: LazyReading): DraftCues {
  const said = countPhrases(grammar.words, SAYINGS);
  let sorry = 0;
  let condoled = 0;
  for (const { mention, kind } of apologies) {
    if (mention) continue;
    if (kind === 'life-event') condoled = 1;
    else if (kind !== 'courtesy' && kind !== 'refusal-preface') sorry += 1;
  }
  const done = {
    sorry,
    condoled,
    understood: empathy.length,
    thanked: thanks.some(({ object }) => object === 'contact') ? 1 : 0,
    carefree: brief && said.glad > said.offered && sorry === 0 && empathy.length === 0 ? 1 : 0,
    exclaimed: draft.text.includes('!') ? (draft.text.split('!').length - 1) / 2 : 0,
    smiled: gladSigns(draft.text),
    length: Math.log2(1 + grammar.words.length) / 3,
  };
  return { said, done };
}

import { inList } from '../lexicon/index.js';
import { Gap } from '../text/words.js';
import type { LazyReading } from './index.js';
import type { Apology, ApologyKind, Clause, Sentence } from './reading.js';
import { hasAny, hasWord, Stretch } from './stretch.js';

/** Verbs of hearing: sorrow about news, not about what we did. */
const HEARING = new Set('hear learn see read know find discover note understand hearing learning seeing reading'.split(' '));
const ADJECTIVES = new Set('sorry sad saddened disappointed concerned upset distressed dismayed gutted unhappy devastated displeased heartbroken troubled apologetic'.split(' '));
const COURTESY_VERBS = new Set('bother interrupt trouble disturb pester chase nag intrude jump butt'.split(' '));
const REFUSAL_VERBS = new Set('say inform tell advise announce report disappoint confirm'.split(' '));
const SKIP = new Set('so very truly really deeply sincerely most terribly awfully extremely again once also just all both indeed ever'.split(' '));
const INCONVENIENT = 'inconvenience-nouns';
/** What follows "for any inconvenience" and makes it no more specific. */
const HOLLOW = new Set(
  'this that it these has have may might could had caused cause causes causing caused you your experience experienced you may been is was again to and or with our app service on here there arising any'.split(' '),
);
const HARM = new Set(
  'upset offended offend offence caused cause came comes come hurt made makes seemed disrupted disrupt let confused inconvenienced felt feel appeared gave misled annoyed frustrated missed fell experienced was happened wasn did misunderstanding miscommunication confusion inconvenience'.split(' '),
);
const PITY = [
  'poor you',
  'you poor',
  'how (awful|terrible|horrible|dreadful|sad|unfortunate) for you',
] as const;

/**
 * Every word of apology or sorrow in the draft, with what it is about (RULES §1.5). The word itself decides nothing: the complement does, and what follows "but".
 */
export function readApologies(reading: LazyReading): readonly Apology[] {
  const { grammar } = reading;
  const { norm, gap } = grammar.words;
  const apologies: Apology[] = [];
  for (const sentence of grammar.sentences) {
    for (let i = sentence.from; i < sentence.to; i += 1) {
      const token = apologyToken(reading, sentence, i);
      if (!token) continue;
      const kind = token.kind ?? complementKind(reading, sentence, token.after, token.sorrow);
      if (!kind) continue;
      const end = complementEnd(reading, sentence, token.after);
      apologies.push({
        start: grammar.words.start[token.from],
        end: grammar.words.end[end - 1],
        kind,
        sentence: sentence.index,
        specific: isSpecific(reading, sentence, token.after, end, kind),
        mention: reading.isMention({ start: grammar.words.start[i], end: grammar.words.end[i] }),
      });
      i = Math.max(i, token.after - 1);
    }
  }
  void norm;
  void gap;
  return apologies;
}

interface Token {
  readonly from: number;
  /** First word of the complement. */
  readonly after: number;
  /** A word of sorrow (sad, disappointed) that only a verb of hearing makes one of ours. */
  readonly sorrow: boolean;
  readonly kind?: ApologyKind;
}

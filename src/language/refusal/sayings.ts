import { inList, wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import { isAsked } from './asked.js';
import { isPolicyNoun } from './policies.js';
import { isBenefitNoun } from './verdicts.js';
import type { LazyReading } from '../index.js';
import type { Sentence } from '../reading.js';

const OURS = wordClass('we i');
const HERALDS = wordClass(
  'not no unable way possibility option scope room provision provisions entitled eligible stay stays staying remain remains stand stands disappoint policy practice',
);
/** What one does not do because one will not, or as a rule; not what one fails to have, know or mean. */
const UNWILLED = wordClass(
  'have know see think believe mind want understand need recommend expect mean hold get seem wish like feel care remember recall take consider advise suggest find hear keep plan intend charge guarantee control appear doubt realise anticipate be receive show',
);
/** What is not done with a thing that is not granted. */
const WITHHELD =
  /^(?:given|offered|granted|provided|accepted|refunded|returned|exchanged|sold|delivered|made|done|included|covered|paid|issued|approved|supported|handed|lent|shared|honoured|credited|swapped|replaced|waived|allowed|permitted|entertained|considered|released|extended|transferred|reimbursed)$/;
const UNCHANGED =
  /^(?:as (?:it|they|is|stated|agreed|booked|planned|printed|you|an?)|put|on (?:the|your)|in (?:the|our)|unchanged|in (?:place|force)|with us|where (?:it|they)|the same)\b/;

/** Refusals in set turns: "there is no way to move it", "we don't do early check-ins", "the price has to stay as it is", "our policy is no exchanges". */
export function refusalSaid(reading: LazyReading, { from, to }: Sentence): number | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  for (let i = HERALDS.first(words, from, to); i >= 0; i = HERALDS.first(words, i + 1, to))
    if (!reading.clauseAt(i)?.mention && reading.clauseAt(i)?.mood === 'statement' && isSaid(reading, norm, from, to, i)) return i;
  return undefined;
}

function isSaid(reading: LazyReading, norm: readonly string[], from: number, to: number, at: number): boolean {
  const { words } = reading.grammar;
  const before = norm[at - 1];
  const meant = (a: number, b: number): boolean => isMeant(reading, a, b);
  switch (norm[at]) {
    case 'unable':
      return /^(?:are|am|be|remain)$/.test(before) && norm[at + 1] === 'to' && !UNREACHED.at(words, at + 2) && meant(at + 2, to);
    case 'way':
    case 'possibility':
    case 'option':
    case 'scope':
    case 'room':
    case 'provision':
    case 'provisions':
      return (
        /^(?:no|any)$/.test(before) &&
        /^(?:is|have|be|not|there|see)$/.test(norm[at - 2] ?? '') &&
        /^(?:to|for|of|that|we|i)$/.test(norm[at + 1] ?? '') &&
        meant(at + 1, to)
      );
    case 'entitled':
    case 'eligible':
      return before === 'not' && /^(?:to|for)$/.test(norm[at + 1] ?? '') && meant(at + 1, to);
    case 'disappoint':
      return (before === 'must' || (before === 'to' && norm[at - 2] === 'have')) && norm[at + 1] === 'you';
    case 'stay':
    case 'remain':
    case 'stand':
      return (
        (/^(?:to|must|will)$/.test(before) || isAsked(reading, at - 1, at)) &&
        UNCHANGED.test(norm.slice(at + 1, at + 3).join(' ')) &&
        meant(from, at)
      );
    case 'staying':
      return /^(?:is|are)$/.test(before) && UNCHANGED.test(norm.slice(at + 1, at + 3).join(' ')) && meant(from, at);
    case 'stays':
    case 'remains':
    case 'stands':
      return !/^(?:it|this|that|they)$/.test(before) && UNCHANGED.test(norm.slice(at + 1, at + 3).join(' ')) && meant(from, at);
    case 'not':
      return isNotDone(reading, norm, from, to, at);
    case 'policy':
    case 'practice':
      // "It isn't our policy to deliver to neighbours."
      return before === 'our' && norm[at - 2] === 'not' && norm[at + 1] === 'to' && meant(at + 2, to);
    case 'no':
      // "Our policy is no exchanges."
      return /^(?:is|are|means|says)$/.test(before) && norm.slice(from, at).some(isPolicyNoun) && meant(at + 1, Math.min(to, at + 4));
    default:
      return false;
  }
}

/** "We don't do early check-ins", "discounts are not given", "it's our policy not to lend it", "not possible, sorry". */
function isNotDone(reading: LazyReading, norm: readonly string[], from: number, to: number, at: number): boolean {
  const { words, tags } = reading.grammar;
  const { gap } = words;
  const next = norm[at + 1] ?? '';
  if (at === from)
    return (
      /^(?:possible|permitted|allowed|something)$/.test(next) &&
      (at + 2 >= to || (gap[at + 2] & (Gap.comma | Gap.break | Gap.stop)) !== 0 || /^(?:for|i|we|here|from)$/.test(norm[at + 2]))
    );
  const bare = reading.clauseAt(at)?.subject?.actor;
  if (norm[at - 1] === 'do' && (OURS.at(words, at - 2) || bare === 'own' || bare === 'department'))
    return (
      tags.pos[at + 1] === 'verb' &&
      (inList('benefit-verbs', next) || isAsked(reading, at + 1, at + 2)) &&
      !UNWILLED.at(words, at + 1) &&
      isMeant(reading, at + 1, to)
    );
  if (/^(?:is|are)$/.test(norm[at - 1]) && norm[at - 2] !== 'you' && !OURS.at(words, at - 2))
    return WITHHELD.test(next) && isMeant(reading, from, at - 1);
  return next === 'to' && norm.slice(from, at).some((word) => isPolicyNoun(word) || word === 'practice') && isMeant(reading, at + 2, to);
}

/** What we fail at, which is no refusal. */
const UNREACHED = wordClass(
  'see find reach open read locate trace tell know hear reproduce confirm identify verify guarantee predict comment say promise call contact explain speak advise check',
);

/** Whether the words name what they asked for, or a benefit. */
export function isMeant(reading: LazyReading, from: number, to: number): boolean {
  const { norm } = reading.grammar.words;
  for (let i = from; i < to; i += 1) if (isBenefitNoun(norm[i])) return true;
  return isAsked(reading, from, to);
}

import { wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import { deedsAsked } from './asked.js';
import { isMeant } from './sayings.js';
import { BEING, OURS, SPARING } from './told-words.js';
import type { LazyReading } from '../index.js';
import type { Sentence } from '../reading.js';

/** What we can keep by letting it stand. */
const STAYING = wordClass(
  'deposit fee charge spend price term terms limit minimum notice ban remark mark grade penalty fine surcharge entry note rate amount rent balance block',
);

/** Whether the word at `at` says no without a negation, or with "no" itself: "is out", "was turned down", "the deposit stays with us". */
export function isAffirmed(reading: LazyReading, { from, to }: Sentence, at: number): boolean {
  const { words } = reading.grammar;
  const { norm, gap } = words;
  const ends = at + 1 >= to || (gap[at + 1] & (Gap.comma | Gap.stop | Gap.break)) !== 0;
  const is = BEING.at(words, at - 1) && norm[at - 2] !== 'you';
  switch (norm[at]) {
    case 'off':
      return is && /^(?:the (?:table|cards|menu)|limits)\b/.test(norm.slice(at + 1, at + 3).join(' ')) && isMeant(reading, from, at - 1);
    case 'more':
      return is && norm[at + 1] === 'than' && /^(?:we|i)$/.test(norm[at + 2] ?? '') && isMeant(reading, from, at - 1);
    case 'out':
      return is && ends && isMeant(reading, from, at - 1);
    case 'impossible':
      return is && norm[at + 1] !== 'to' && isMeant(reading, from, at - 1);
    case 'beyond':
      return is && norm[at + 1] === 'what' && OURS.at(words, at + 2) && isMeant(reading, from, at - 1);
    case 'declined':
    case 'rejected':
    case 'refused':
    case 'denied':
    case 'dismissed': {
      let be = at - 1;
      while (/^(?:hereby|therefore|accordingly|now|also|respectfully|unfortunately|sadly)$/.test(norm[be])) be -= 1;
      return (
        ((BEING.at(words, be) && norm[be - 1] !== 'you') ||
          /^(?:back|been|was|were)$/.test(norm[be]) ||
          (norm[be] === 'be' && /^(?:to|must|will)$/.test(norm[be - 1]))) &&
        isMeant(reading, from, be) &&
        !theyDid(norm, at)
      );
    }
    case 'ruled':
      return norm[at + 1] === 'out' && (isMeant(reading, from, at - 1) || isMeant(reading, at + 2, to));
    case 'non':
      return norm[at + 1] === 'starter' && norm[at - 1] === 'a' && isMeant(reading, from, at - 1);
    case 'inability':
      return norm[at - 1] === 'our' && norm[at - 2] === 'regret' && norm[at + 1] === 'to' && isMeant(reading, at + 2, to);
    case 'rather':
      // "We'd rather you didn't put up a tent", "we would rather not lend it".
      return (
        /^(?:would|'d)$/.test(norm[at - 1]) &&
        OURS.at(words, at - 2) &&
        norm.slice(at + 1, at + 4).includes('not') &&
        (isMeant(reading, at + 2, to) || isMeant(reading, from, at - 2))
      );
    case 'turned':
      return norm[at + 1] === 'down' && (isRequested(norm, at + 2, to) || (norm[at - 1] === 'been' && isMeant(reading, from, at)));
    case 'against':
      return /^(?:decided|ruled|voted)$/.test(norm[at - 1]) && isMeant(reading, at + 1, to);
    case 'negative':
      return is && isOutcome(norm, from, at);
    case 'pass':
      return (
        norm[at + 1] === 'on' && /^(?:to|will)$/.test(norm[at - 1]) && isRequested(norm, at + 2, to) && !norm.slice(at, to).includes('to')
      );
    case 'passed':
      return norm[at + 1] === 'on' && norm[at + 2] === 'your' && isMeant(reading, at + 2, to) && !norm.slice(at + 2, to).includes('to');
    case 'decided':
      return (
        norm[at + 1] === 'to' && /^(?:keep|leave|reject|refuse|decline|uphold)$/.test(norm[at + 2] ?? '') && isMeant(reading, at + 3, to)
      );
    case 'stays':
    case 'stay':
    case 'remains':
      return STAYING.at(words, at - 1) && (ends || norm[at + 1] === 'with' || norm[at + 1] === 'as' || norm[at + 1] === 'on');
    case 'no':
      return isNoMore(reading, from, to, at, ends);
    default:
      return false;
  }
}

/** "No credit will be applied", "there will be no reduction", "we have to answer with no", "Saturday delivery, no can do". */
function isNoMore(reading: LazyReading, from: number, to: number, at: number, ends: boolean): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  if (norm[at + 1] === 'can' && norm[at + 2] === 'do') return true;
  // "a no-go", "a no-no"
  if (norm[at - 1] === 'a' && /^(?:go|no)$/.test(norm[at + 1] ?? '')) return isMeant(reading, from, at - 1);
  // "Management has said no to the swap."
  if (/^(?:said|say|says)$/.test(norm[at - 1])) return norm[at + 1] === 'to' && isMeant(reading, at + 2, to);
  // "…, no exceptions."
  if (norm[at + 1] === 'exceptions' && at + 2 >= to) return at > from;
  // "Euros, no, I'm sorry."
  if (ends && words.gap[at] & Gap.comma && at - from < 6 && isMeant(reading, from, at)) return true;
  if (ends)
    return /^(?:with|is|a)$/.test(norm[at - 1] ?? '') && norm.slice(from, at).includes('answer') && OURS.first(words, from, at) >= 0;
  if (norm[at - 1] === 'a' && BEING.at(words, at - 2)) return /^(?:from|for)$/.test(norm[at + 1]) && isMeant(reading, from, at - 2);
  const granted = isMeant(reading, at + 1, Math.min(to, at + 4));
  // "There's no moving to the morning group."
  if (norm[from] === 'there' && at - from < 3 && reading.grammar.tags.form[at + 1] === 'ing')
    return deedsAsked(reading.customerGrammar!).has(reading.grammar.tags.lemma[at + 1] ?? '');
  if (at === from)
    return (
      granted &&
      norm
        .slice(at + 2, at + 6)
        .join(' ')
        .includes('will be') &&
      !norm.slice(at, to).some((word) => /^(?:charged?|fees?|charges|lost)$/.test(word))
    );
  return granted && norm[from] === 'there' && norm[at - 2] === 'will' && norm[at - 1] === 'be' && SPARING.first(words, at, to) < 0;
}

/** "cannot be changed by your bank": not ours to do. */
export function theyDid(norm: readonly string[], at: number): boolean {
  return norm[at + 1] === 'by' && !/^(?:us|our|the)$/.test(norm[at + 2] ?? '');
}

function isRequested(norm: readonly string[], at: number, to: number): boolean {
  return norm
    .slice(at, Math.min(to, at + 4))
    .some((word, _, rest) => /^(?:request|application|claim|appeal|proposal|offer|idea|suggestion|bid)$/.test(word) && rest[0] === 'your');
}

function isOutcome(norm: readonly string[], from: number, at: number): boolean {
  return norm.slice(from, at).some((word) => /^(?:outcome|decision|answer|verdict|reply|response)$/.test(word));
}

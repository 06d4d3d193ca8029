import { inList } from '../lexicon/index.js';
import { Gap } from '../text/words.js';
import type { LazyReading } from './index.js';
import type { Sentence, Thanks, ThanksObject } from './reading.js';
import { findListed, wordsAre } from './window.js';

/** What customers do or send when they make contact: thanks for these are thanks for the contact itself. */
const CONTACT_LIST = 'contact-nouns';
const CONTACT_VERBS = 'contact-verbs';

/** Words of thanks in the draft, and what each is for: the object decides (RULES rule 16). */
export function readThanks(reading: LazyReading): readonly Thanks[] {
  const { words } = reading.grammar;
  const found: Thanks[] = [];
  for (const sentence of reading.sentences) {
    for (let i = sentence.from; i < sentence.to; i += 1) {
      const after = objectStart(reading, i);
      if (after < 0) continue;
      if (reading.isMention({ start: words.start[i], end: words.end[i] })) continue;
      const end = objectEnd(reading, sentence, after);
      found.push({
        start: words.start[i],
        end: words.end[Math.max(end, i + 1) - 1],
        sentence: sentence.index,
        object: classify(reading, sentence, after, end),
      });
      i = Math.max(i, after - 1);
    }
  }
  return found;
}

/** First word of what the thanks are for, or -1 when word `i` gives none. */
function objectStart(reading: LazyReading, i: number): number {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  const word = norm[i];
  const own = (): boolean => {
    const clause = reading.clauseAt(i);
    return !clause?.subject || clause.subject.actor === 'own' || clause.subject.from >= i;
  };
  if (word === 'thank' && norm[i + 1] === 'you') return i + 2;
  if (word === 'thank' && tags.pos[i] === 'verb') return norm[i - 1] === 'not' || norm[i - 3] === 'not' ? -1 : i + 1;
  if (word === 'thanks' || word === 'thx' || word === 'cheers') return norm[i + 1] === 'to' && norm[i + 2] !== 'you' ? -1 : i + 1;
  if (/^(?:grateful|thankful|obliged|indebted)$/.test(word)) return i + 1;
  if (
    /^(?:appreciate|appreciated|value|valued|welcome)$/.test(word) &&
    tags.pos[i] === 'verb' &&
    (own() || /^(?:is|are|been|be)$/.test(norm[i - 1] ?? ''))
  ) {
    // "how frustrating it is, we appreciate": perspective, not thanks; "your feedback is appreciated" has its object before it.
    if (/^(?:how|that|why|this|it)$/.test(norm[i + 1] ?? ''))
      return norm[i + 1] === 'that' || norm[i + 1] === 'how' || norm[i + 1] === 'why' ? -1 : i + 1;
    const clause = reading.clauseAt(i);
    return clause?.verb?.voice === 'passive' ? (clause.subject?.from ?? i + 1) : i + 1;
  }
  if (/^(?:kind|good|nice|lovely|thoughtful)$/.test(word) && norm[i + 1] === 'of' && norm[i + 2] === 'you') return i + 3;
  if (/^(?:glad|pleased|delighted|happy)$/.test(word) && /^(?:you|that)$/.test(norm[i + 1] ?? '')) {
    const at = norm[i + 1] === 'that' ? i + 2 : i + 1;
    return norm[at] === 'you' && inList(CONTACT_VERBS, tags.lemma[at + 1] ?? norm[at + 1] ?? '') ? at + 1 : -1;
  }
  return -1;
}

function objectEnd(reading: LazyReading, sentence: Sentence, after: number): number {
  const { gap, norm } = reading.grammar.words;
  for (let i = after; i < sentence.to; i += 1) {
    if (gap[i] & (Gap.stop | Gap.break | Gap.blankLine | Gap.newline) && i > after) return i;
    if (gap[i] & Gap.comma && i > after && /^(?:we|i|but|however|please|and)$/.test(norm[i])) return i;
  }
  return sentence.to;
}

function classify(reading: LazyReading, sentence: Sentence, after: number, end: number): ThanksObject {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  // "Thanks," / "Many thanks" before the name.
  if (sentence.role === 'closing' || after >= sentence.to || words.gap[after] & Gap.newline) {
    const last = reading.sentences[reading.sentences.length - 1];
    if (sentence.role === 'closing' || (sentence.index >= last.index - 1 && sentence.to - sentence.from <= 3)) return 'sign-off';
  }
  if (wordsAre(words, after, 'in advance') || wordsAre(words, end - 2, 'in advance')) return 'advance';
  const contactNoun = findListed(words, after, end, CONTACT_LIST);
  let contactVerb = -1;
  for (let i = after; i < end; i += 1) {
    if (!inList(CONTACT_VERBS, tags.lemma[i] ?? norm[i])) continue;
    if (tags.pos[i] !== 'verb' && !/(?:ing|ed|t)$/.test(norm[i])) continue;
    contactVerb = i;
    break;
  }
  const patience = findListed(words, after, end, 'patience-nouns');
  const custom = findListed(words, after, end, 'custom-nouns');
  const first = (a: number, b: number): boolean => a >= 0 && (b < 0 || a < b);
  if (contactVerb >= 0 || contactNoun >= 0) {
    const contact = contactVerb >= 0 && contactNoun >= 0 ? Math.min(contactVerb, contactNoun) : Math.max(contactVerb, contactNoun);
    // "Thank you for choosing us and for writing": the contact counts wherever it stands; "your patience while we read your mail" is patience.
    if (first(patience, contact) && contactVerb < 0) return 'patience';
    return 'contact';
  }
  if (patience >= 0) return 'patience';
  if (custom >= 0) return 'custom';
  return 'other';
}

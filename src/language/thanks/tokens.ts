import { classBy, formsOf, inList, listed, wordClass } from '../../lexicon/index.js';
import { isCapital } from '../../text/letters.js';
import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Sentence } from '../reading.js';
import { comesToTell } from './object.js';

/** Where a word of thanks begins and what it is for. */
export interface ThanksToken {
  readonly from: number;
  /** Words of the object. */
  readonly object: number;
  readonly end?: number;
  /** Only a contact makes these words thanks: "glad you came" is none, "glad you told us" is. */
  readonly ifContact?: boolean;
  /** They are for the contact, whatever their object is. */
  readonly contact?: boolean;
}

const CANDOUR = wordClass('honesty candour candor frankness openness directness bluntness');
const GRATEFUL = wordClass('grateful thankful obliged indebted');
const CONTACT_NOUNS = listed('contact-nouns');
const CUSTOM_VERBS = listed('custom-verbs');
const KIND = wordClass('brave big fair kind good nice lovely thoughtful sweet generous considerate decent gracious sporting');
/** Thanks in other languages, as hotels abroad put them into English: "mahalo for your review". */
const THANKS_ABROAD = wordClass('mahalo gracias merci danke grazie obrigado obrigada');
const GLAD = wordClass('glad pleased delighted happy thrilled great good lovely');
const OTHERS = wordClass(
  'thank thanking thanks ta thx thankyou thanx cheers appreciate appreciated appreciative love value right favour favor debt you star gem treasure hero legend',
);
/** The words at which {@link tokenAt} can find something. */
export const TOKENS = classBy((word) => [OTHERS, GRATEFUL, KIND, GLAD, THANKS_ABROAD].some((some) => some.has(word)));
/** After "appreciate" these begin a clause about the customer's lot: perspective, not thanks. */
const CLAUSE_VERB = wordClass("is are was were 's has have had can may might must will would feel want need");

/** The words of thanks that begin at a word, or are about it. */
export function tokenAt(reading: LazyReading, sentence: Sentence, i: number): ThanksToken | undefined {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  const word = norm[i];
  if (word === 'thank') {
    const negated = (i > sentence.from && norm[i - 1] === 'not') || (i - 3 >= sentence.from && norm[i - 3] === 'not' && words.gap[i] === 0);
    const toOthers = /^(?:our|my|all|her|him|them|god|goodness)$/.test(norm[i + 1] ?? '');
    // "I can't thank you enough."
    if ((negated && norm[i + 2] !== 'enough') || toOthers) return undefined;
    return { from: i, object: norm[i + 1] === 'you' || norm[i + 1] === 'u' || norm[i + 1] === 'ya' ? i + (negated ? 3 : 2) : i + 1 };
  }
  if (word === 'thanking' && norm[i + 1] === 'you') return { from: i, object: i + 2 };
  if (THANKS_ABROAD.at(words, i) && norm[i + 1] === 'for') return { from: i, object: i + 1 };
  if (word === 'thanks' || word === 'thx' || word === 'thankyou' || word === 'thanx' || word === 'cheers') {
    // "Thanks to your message we found it."
    if (norm[i + 1] === 'to' && norm[i + 2] === 'your' && CONTACT_NOUNS.at(words, i + 3)) return { from: i, object: i + 2 };
    if (norm[i - 1] === 'no' || (norm[i + 1] === 'to' && norm[i + 2] !== 'you') || /^(?:go|goes|went)$/.test(norm[i + 1] ?? ''))
      return undefined;
    return { from: i, object: i + 1 };
  }
  if (word === 'ta' && i === sentence.from && /^(?:for|very|muchly|so|again|ever)$/.test(norm[i + 1] ?? ''))
    return { from: i, object: i + 1 };
  if (GRATEFUL.at(words, i)) {
    // "We would be grateful for your order number" asks.
    if (norm[i + 1] === 'if' || /^(?:would|'d|will)$/.test(norm[i - 2] ?? '') || /^(?:would|'d|will)$/.test(norm[i - 3] ?? ''))
      return undefined;
    // "I'm thankful you kept at us", "grateful that you set it down".
    const you = norm[i + 1] === 'that' ? i + 2 : i + 1;
    if (norm[you] === 'you' && tellsDeed(reading, you + 1)) return { from: i, object: you + 1, end: you + 2, contact: true };
    if (thanksOthers(reading, i + 1)) return undefined;
    return ownOrNobody(reading, i) || i <= sentence.from + 1 ? { from: i, object: i + 1 } : undefined;
  }
  if (word === 'appreciate' || word === 'appreciated' || word === 'appreciative') return appreciation(reading, sentence, i);
  if (KIND.at(words, i) && norm[i + 1] === 'of' && norm[i + 2] === 'you') return { from: i, object: i + 3 };
  // "You were kind to take the trouble."
  if (KIND.at(words, i) && /^(?:were|are)$/.test(norm[i - 1] ?? '') && norm[i - 2] === 'you' && norm[i + 1] === 'to')
    return { from: i, object: i + 1, ifContact: true };
  // "I'm in your debt for the photos", "bless you for saying so", "you're a star for keeping the box".
  if (norm[i + 1] === 'for' && i > sentence.from && owesThem(norm, i)) return { from: i, object: i + 1 };
  // "I value your honesty"; "we value your feedback" is said to everybody.
  if (word === 'value' && norm[i + 1] === 'your' && CANDOUR.at(words, i + 2)) return { from: i, object: i + 1, contact: true };
  // "You did right to tell us", "you were right to complain".
  if (word === 'right' && norm[i + 1] === 'to' && /^(?:did|were|are)$/.test(norm[i - 1] ?? '') && norm[i - 2] === 'you')
    return { from: i, object: i + 1, ifContact: true };
  // "You did us a favour."
  if (word === 'favour' || word === 'favor') {
    const us = norm[i - 1] === 'a' ? i - 2 : i - 3;
    return /^(?:us|me)$/.test(norm[us] ?? '') && tags.lemma[us - 1] === 'do' ? { from: us - 1, object: i + 1, contact: true } : undefined;
  }
  if (GLAD.at(words, i) || (word === 'love' && norm[i + 1] === 'that')) {
    const you = norm[i + 1] === 'that' ? i + 2 : i + 1;
    // "I'm glad you still bothered to tell us."
    const still = /^(?:still|even|took|found)$/.test(norm[you + 1] ?? '') ? 1 : 0;
    const bothered = norm[you + still + 1] === 'bothered' && norm[you + still + 2] === 'to' ? you + still + 2 : undefined;
    const at = bothered ?? you;
    // "You were right to complain, and I'm glad you did."
    if (norm[you] === 'you' && norm[you + 1] === 'did' && you + 2 >= sentence.to && tellsBefore(reading, sentence, i))
      return { from: i, object: you + 1, contact: true };
    const told =
      norm[you] === 'you' &&
      (inList('contact-verbs', tags.lemma[at + 1] ?? norm[at + 1] ?? '') ||
        // "I'm glad you hammered on the door about it."
        (norm[sentence.to - 2] === 'about' && /^(?:it|this|that)$/.test(norm[sentence.to - 1])) ||
        (tags.lemma[at + 1] === 'come' && comesToTell(norm, at + 2)));
    return told ? { from: i, object: at + 1, ifContact: true } : undefined;
  }
  return undefined;
}

/** "Grateful to Dave, who heard it": to somebody by name, or to people of ours; not "grateful to hear from you", "grateful to you". */
function thanksOthers({ grammar: { text, words } }: LazyReading, at: number): boolean {
  if (words.norm[at] !== 'to') return false;
  return (
    /^(?:our|my|the|her|him|them|everyone|all)$/.test(words.norm[at + 1] ?? '') ||
    (at + 1 < words.length && isCapital(text, words.start[at + 1]))
  );
}

/** "We appreciate your note", "appreciate you taking the time", "your kind words are greatly appreciated"; not "we appreciate how hard this is". */
function appreciation(reading: LazyReading, sentence: Sentence, i: number): ThanksToken | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const next = norm[i + 1] ?? '';
  const clause = reading.clauseAt(i);
  if (clause?.verb?.modal !== undefined && /^(?:would|could|will|should)$/.test(clause.verb.modal)) return undefined;
  if (norm[i] === 'appreciated') {
    // "It's nice to be appreciated."
    if (norm[i - 1] === 'be' && norm[i - 2] === 'to') return undefined;
    // "Your words are much appreciated", "feedback appreciated": what is thanked for stands before.
    const passive = clause?.verb?.voice === 'passive' || !ownOrNobody(reading, i) || clause?.subject?.from === sentence.from;
    const from = clause?.subject && clause.subject.from < i ? clause.subject.from : sentence.from;
    if (passive && clause?.subject?.actor !== 'own') return { from: i, object: clauseFrom(reading, from, i), end: i };
  }
  if (!ownOrNobody(reading, i) || norm[i - 1] === 'not') return undefined;
  // "I appreciate that you took the time."
  if (next === 'that' && norm[i + 2] === 'you' && tellsDeed(reading, i + 3) && reading.grammar.tags.lemma[i + 3] === 'take')
    return { from: i, object: i + 3 };
  if (
    next === 'how' ||
    next === 'why' ||
    next === 'what' ||
    (next === 'that' && norm[i + 2] !== 'and' && !endsAt(reading, sentence, i + 2))
  )
    return undefined;
  if (/^(?:it|this|you|these|there|we)$/.test(next) && CLAUSE_VERB.at(words, i + 2)) return undefined;
  if (next === 'it' && norm[i + 2] === 'if') return undefined;
  return { from: i, object: i + 1 };
}

/** The object of a passive may have a tail: "Your words about our crew are appreciated" begins at "your". */
function clauseFrom(reading: LazyReading, subject: number, verb: number): number {
  const { gap, norm } = reading.grammar.words;
  for (let i = verb - 1; i > subject - 12 && i > 0; i -= 1) {
    if (gap[i] & (Gap.stop | Gap.break | Gap.comma | Gap.blankLine)) return i;
    if (norm[i] === 'your' && i <= subject) return i;
  }
  return subject;
}

function ownOrNobody(reading: LazyReading, i: number): boolean {
  const subject = reading.clauseAt(i)?.subject;
  return !subject || subject.actor === 'own' || subject.from >= i;
}

function endsAt(reading: LazyReading, sentence: Sentence, i: number): boolean {
  return i >= sentence.to || (reading.grammar.words.gap[i] & (Gap.stop | Gap.break | Gap.comma)) !== 0;
}

/** "You set it down", "you have kept at us": something that they did besides buying. */
function tellsDeed({ grammar: { words, tags } }: LazyReading, at: number): boolean {
  const main = /^(?:have|'ve|took|still|even)$/.test(words.norm[at] ?? '') && tags.pos[at + 1] === 'verb' ? at + 1 : at;
  const lemma = tags.lemma[main];
  if (tags.pos[main] !== 'verb' || lemma === undefined || /^(?:be|have|can|will|enjoy|like)$/.test(lemma)) return false;
  return !formsOf(lemma).some((form) => CUSTOM_VERBS.has(form));
}

/** Whether the sentence told of their writing before the word. */
function tellsBefore({ grammar: { tags } }: LazyReading, { from }: Sentence, to: number): boolean {
  for (let i = from; i < to; i += 1) if (tags.pos[i] === 'verb' && inList('contact-verbs', tags.lemma[i] ?? '')) return true;
  return false;
}

const DEAR = wordClass('star gem treasure hero legend');

/** "In your debt for", "bless you for", "you're a star for". */
function owesThem(norm: readonly string[], i: number): boolean {
  if (norm[i] === 'debt') return norm[i - 1] === 'your' && norm[i - 2] === 'in';
  if (norm[i] === 'you') return norm[i - 1] === 'bless';
  return DEAR.has(norm[i]) && /^(?:a|an|real)$/.test(norm[i - 1]);
}

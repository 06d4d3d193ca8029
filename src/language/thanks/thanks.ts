import { classBy, inList, wordClass } from '../../lexicon/index.js';
import { isCapital } from '../../text/letters.js';
import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Sentence, Thanks, ThanksObject } from '../reading.js';
import { isForMessage, welcomes } from './bare.js';
import { comesToTell, thanksObject } from './object.js';
import { wordsAre } from '../window.js';

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

const GRATEFUL = wordClass('grateful thankful obliged indebted');
const KIND = wordClass('kind good nice lovely thoughtful sweet generous considerate decent gracious sporting');
/** Thanks in other languages, as hotels abroad put them into English: "mahalo for your review". */
const THANKS_ABROAD = wordClass('mahalo gracias merci danke grazie obrigado obrigada');
const GLAD = wordClass('glad pleased delighted happy thrilled great good lovely');
const OTHERS = wordClass('thank thanking thanks ta thx thankyou thanx cheers appreciate appreciated appreciative love');
/** The words at which {@link tokenAt} can find something. */
const TOKENS = classBy((word) => [OTHERS, GRATEFUL, KIND, GLAD, THANKS_ABROAD].some((some) => some.has(word)));
/** How far behind what they waited for a second thing can stand. */
const BESIDE = 30;
/** After "appreciate" these begin a clause about the customer's lot: perspective, not thanks. */
const CLAUSE_VERB = wordClass("is are was were 's has have had can may might must will would feel want need");

/** Words of thanks in the draft, and what each is for: the object decides (RULES rule 16). */
export function readThanks(reading: LazyReading): readonly Thanks[] {
  const { words } = reading.grammar;
  const found: Thanks[] = [];
  for (const sentence of reading.sentences) {
    const welcomed = sentence.role === 'body' ? welcomes(reading, sentence) : undefined;
    if (welcomed && !reading.isMention(welcomed))
      found.push({ start: welcomed.start, end: welcomed.end, sentence: sentence.index, object: 'contact' });
    for (let i = TOKENS.first(words, sentence.from, sentence.to); i >= 0; i = TOKENS.first(words, i + 1, sentence.to)) {
      const token = tokenAt(reading, sentence, i);
      if (!token || reading.isMention({ start: words.start[i], end: words.end[i] })) continue;
      const end = token.end ?? objectEnd(reading, sentence, token.object);
      const object =
        token.contact || isForMessage(reading, sentence, token)
          ? 'contact'
          : isSignOff(reading, sentence, token.object)
            ? 'sign-off'
            : (resumed(reading, sentence, end) ?? objectOf(reading, token.object, end));
      if (token.ifContact && object !== 'contact') continue;
      found.push({
        start: words.start[Math.min(token.from, token.object)],
        end: words.end[Math.max(end, i + 1) - 1],
        sentence: sentence.index,
        object,
      });
      i = Math.max(i, token.object - 1);
    }
  }
  return found;
}

function tokenAt(reading: LazyReading, sentence: Sentence, i: number): ThanksToken | undefined {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  const word = norm[i];
  if (word === 'thank') {
    const negated = (i > sentence.from && norm[i - 1] === 'not') || (i - 3 >= sentence.from && norm[i - 3] === 'not');
    const toOthers = /^(?:our|my|all|her|him|them|god|goodness)$/.test(norm[i + 1] ?? '');
    // "I can't thank you enough."
    if ((negated && norm[i + 2] !== 'enough') || toOthers) return undefined;
    return { from: i, object: norm[i + 1] === 'you' || norm[i + 1] === 'u' || norm[i + 1] === 'ya' ? i + (negated ? 3 : 2) : i + 1 };
  }
  if (word === 'thanking' && norm[i + 1] === 'you') return { from: i, object: i + 2 };
  if (THANKS_ABROAD.at(words, i) && norm[i + 1] === 'for') return { from: i, object: i + 1 };
  if (word === 'thanks' || word === 'thx' || word === 'thankyou' || word === 'thanx' || word === 'cheers') {
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
    // "I'm thankful you kept at us."
    const kept = norm[i + 1] === 'that' ? i + 2 : i + 1;
    if (norm[kept] === 'you' && /^(?:kept|keep|persisted|insisted|pressed|pushed)$/.test(norm[kept + 1] ?? ''))
      return { from: i, object: kept + 1, end: kept + 2, contact: true };
    if (thanksOthers(reading, i + 1)) return undefined;
    return ownOrNobody(reading, i) || i <= sentence.from + 1 ? { from: i, object: i + 1 } : undefined;
  }
  if (word === 'appreciate' || word === 'appreciated' || word === 'appreciative') return appreciation(reading, sentence, i);
  if (KIND.at(words, i) && norm[i + 1] === 'of' && norm[i + 2] === 'you') return { from: i, object: i + 3 };
  // "You were kind to take the trouble."
  if (KIND.at(words, i) && /^(?:were|are)$/.test(norm[i - 1] ?? '') && norm[i - 2] === 'you' && norm[i + 1] === 'to')
    return { from: i, object: i + 1, ifContact: true };
  if (GLAD.at(words, i) || (word === 'love' && norm[i + 1] === 'that')) {
    const you = norm[i + 1] === 'that' ? i + 2 : i + 1;
    // "I'm glad you still bothered to tell us."
    const still = /^(?:still|even|took|found)$/.test(norm[you + 1] ?? '') ? 1 : 0;
    const bothered = norm[you + still + 1] === 'bothered' && norm[you + still + 2] === 'to' ? you + still + 2 : undefined;
    const at = bothered ?? you;
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

/** "Thank you for your patience while I looked into it, and for being so clear": the second thing that they are thanked for. */
function resumed(reading: LazyReading, { to }: Sentence, end: number): ThanksObject | undefined {
  const { gap, norm } = reading.grammar.words;
  if (!/^(?:while|whilst|until|as)$/.test(norm[end] ?? '')) return undefined;
  for (let i = end + 1; i + 2 < Math.min(to, end + BESIDE); i += 1)
    if (norm[i] === 'and' && norm[i + 1] === 'for' && gap[i] & Gap.comma)
      return objectOf(reading, i + 1, to) === 'contact' ? 'contact' : undefined;
  return undefined;
}

function endsAt(reading: LazyReading, sentence: Sentence, i: number): boolean {
  return i >= sentence.to || (reading.grammar.words.gap[i] & (Gap.stop | Gap.break | Gap.comma)) !== 0;
}

function ownOrNobody(reading: LazyReading, i: number): boolean {
  const subject = reading.clauseAt(i)?.subject;
  return !subject || subject.actor === 'own' || subject.from >= i;
}

function objectEnd(reading: LazyReading, sentence: Sentence, after: number): number {
  const { gap, norm } = reading.grammar.words;
  for (let i = after; i < sentence.to; i += 1) {
    if (gap[i] & (Gap.stop | Gap.break | Gap.blankLine)) return i;
    if (i === after) continue;
    if (gap[i] & Gap.newline && norm[i - 1] !== 'for' && norm[i - 1] !== 'your') return i;
    if (gap[i] & Gap.comma && /^(?:we|i|but|however|please|our|if|it)$/.test(norm[i])) return i;
    if (/^(?:while|whilst|until|as|because|but|if)$/.test(norm[i])) return i;
    if (
      norm[i] === 'and' &&
      /^(?:we|i|our|please|it|am|are|is|was|were|will|would|have|can|do|apologise|regret|hope|want|look)$/.test(norm[i + 1] ?? '')
    )
      return i;
  }
  return sentence.to;
}

/** "Thanks," and "Many thanks" before the name end a letter; they thank for nothing. */
function isSignOff(reading: LazyReading, sentence: Sentence, after: number): boolean {
  const { gap } = reading.grammar.words;
  if (sentence.role === 'closing') return true;
  if (after < sentence.to && !(gap[after] & (Gap.newline | Gap.comma | Gap.break))) return false;
  const last = reading.sentences[reading.sentences.length - 1];
  return sentence.index > 0 && sentence.index >= last.index - 1 && sentence.to - sentence.from <= 4;
}

function objectOf(reading: LazyReading, from: number, end: number): ThanksObject {
  const { words } = reading.grammar;
  if (wordsAre(words, from, 'in advance') || wordsAre(words, end - 2, 'in advance')) return 'advance';
  return thanksObject(reading.grammar, from, end);
}

import { inList, listed, verbForms, wordClass } from '../../lexicon/index.js';
import { isCapital } from '../../text/letters.js';
import type { Span } from '../../text/span.js';
import { Gap, type Words } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';
import type { ThanksToken } from './tokens.js';

const CONTACT_NOUNS = listed('contact-nouns');

/** How many words of interjection may open an answer. */
const LONGEST_LEAD_IN = 6;
/** How many words before it bare thanks can be for. */
const BESIDE = 30;
/** What they sent, where bare thanks in the next sentence are for it. */
const SENT = wordClass(
  'message letter note mail email e-mail idea suggestion photo photos word words report complaint post question review',
);
/** What warms whoever gets it, where it is praised. */
const GIVEN = wordClass('card cards postcard poem drawing picture thing surprise gesture present gift bouquet');
const WARM = wordClass('lovely kind wonderful beautiful thoughtful gorgeous delightful charming nice sweet generous splendid touching');
const OF_USE = wordClass('help helpful useful welcome valuable invaluable precious gold');
const INTENSITY = wordClass('so very much again once more lot a ever kindly indeed both all really sincerely million bunch ton heaps too');
/** What praise makes of those who get it: "made my day", "made us blush". */
const CHEERED = wordClass(
  'day days week weekend month year morning afternoon evening night monday tuesday wednesday thursday friday saturday sunday christmas smile smiles smiling happy proud blush grin laugh world lot difference',
);

/** Whether thanks without an object, or with none that is a thing, are for the customer's message: by where they stand, or by what stands beside them. */
export function isForMessage(reading: LazyReading, sentence: Sentence, token: ThanksToken): boolean {
  if (closesWithThanks(reading, sentence, token)) return true;
  if (sentence.role !== 'body') return false;
  if (gladThatTheyCame(reading, sentence, token)) return true;
  return answersPraise(reading, sentence, token) || opensAnswer(reading, sentence, token) || namesMessage(reading, sentence, token);
}

/** "Your letter helped us to find it, so thank you", "that has made our morning, thank you!": bare thanks behind what the message did to us are for the message. */
function answersPraise({ grammar, clauses }: LazyReading, sentence: Sentence, { from, object }: ThanksToken): boolean {
  if (object < sentence.to || from === sentence.from) return false;
  const { gap, norm } = grammar.words;
  const at = norm[from - 1] === 'so' || norm[from - 1] === 'and' ? from - 1 : from;
  const first = clauses[sentence.firstClause];
  // "You've put it better than we could, so thank you."
  const putWell =
    first.subject?.actor === 'customer' && /^(?:put|say|describe|explain|spell|spot|find|catch)$/.test(first.verb?.lemma ?? '');
  return (gap[at] & Gap.comma) !== 0 && ((putWell && !first.negated) || cheersUs(grammar.words, first));
}

/** "I'm very glad you did write, thank you." */
function gladThatTheyCame({ grammar, clauses }: LazyReading, sentence: Sentence, { from, object }: ThanksToken): boolean {
  if (object < sentence.to) return false;
  const told = clauses.slice(sentence.firstClause, sentence.endClause).find(({ to }) => to >= from - 1 && to > sentence.from);
  const { norm } = grammar.words;
  return (
    told?.subject?.actor === 'customer' &&
    told.verb !== undefined &&
    /^(?:write|tell|ask|say|mention|call|ring|raise|come|report)$/.test(told.verb.lemma) &&
    norm.slice(sentence.from, told.subject.from).some((word) => /^(?:glad|pleased|relieved|grateful|happy)$/.test(word))
  );
}

/** "Cheers for asking, Lin": a closing that thanks; the words behind it belong to no sentence. */
function closesWithThanks({ grammar }: LazyReading, { role }: Sentence, { object }: ThanksToken): boolean {
  const { norm } = grammar.words;
  return role === 'closing' && norm[object] === 'for' && inList('contact-verbs', verbForms(norm[object + 1] ?? '')?.lemma ?? '');
}

/**
 * "Thank you, you've made Sam's week", "Thanks, Joe, I read it out", "A big thank you from all of us!": what opens the answer thanks for the message, when
 * more of the answer follows.
 */
function opensAnswer(reading: LazyReading, sentence: Sentence, { from, object }: ThanksToken): boolean {
  if (reading.body[0]?.index !== sentence.index) return false;
  // "Haha, thanks", "what a review, thank you": nothing is told before.
  const told =
    from > sentence.from + LONGEST_LEAD_IN ||
    reading.clauses.slice(sentence.firstClause, sentence.endClause).some(({ verb }) => verb !== undefined && verb.from < from);
  if (told) return false;
  const end = bareEnd(reading, sentence, object);
  if (end < 0) return false;
  return end < sentence.to || reading.sentences[sentence.index + 1]?.role === 'body';
}

/** One past what still belongs to bare thanks: degree, who thanks, whom. -1 where an object follows ("thank you, Joe, for flying with us"). */
function bareEnd(reading: LazyReading, { to }: Sentence, object: number): number {
  const { words, text } = reading.grammar;
  const { norm, gap } = words;
  const breaks = (i: number): boolean => i >= to || (gap[i] & (Gap.comma | Gap.break | Gap.stop | Gap.newline)) !== 0;
  const isName = (i: number): boolean => i < to && isCapital(text, words.start[i]) && norm[i] !== 'i';
  let at = object;
  while (at < to && INTENSITY.at(words, at)) at += 1;
  if (norm[at] === 'from') while (at < to && (!breaks(at) || at === object)) at += 1;
  const named = at;
  while (isName(at) && at < named + 3) at += 1;
  if (!breaks(at) || (norm[at] === 'for' && at > named)) return -1;
  return /^(?:but|for|in)$/.test(norm[at] ?? '') && at < to ? -1 : at;
}

/** "Your message was the push. Thank you.", "I love your comments, thank you and come again", "That's made my week. Thank you!": bare thanks behind what they sent. */
function namesMessage(reading: LazyReading, sentence: Sentence, token: ThanksToken): boolean {
  const { grammar, sentences } = reading;
  const { from, to, index, paragraph } = sentence;
  const before = sentences[index - 1];
  const { words } = grammar;
  const { norm } = words;
  const goesOn =
    norm[token.object] === 'and' &&
    /^(?:we|i|please|hope|come|keep|do|see|so|very|really|pleased|glad|delighted)$/.test(norm[token.object + 1] ?? '');
  if (!goesOn && token.object < to && bareEnd(reading, sentence, token.object) < to) return false;
  const follows = before?.role === 'body' && before.paragraph === paragraph;
  if (follows && token.from === from && lastClauses(reading, before).some((clause) => cheersUs(words, clause))) return true;
  if (token.from > from && lastClauses(reading, sentence).some((clause) => clause.to <= token.from && cheersUs(words, clause))) return true;
  for (let i = Math.max(follows ? before.from : from, token.from - BESIDE); i + 1 < token.from; i += 1)
    if (
      /^(?:your|this|a)$/.test(norm[i]) &&
      (SENT.at(words, i + 1) || isLovely(words, i) || ((goesOn || i >= from) && CONTACT_NOUNS.at(words, i + 1)))
    )
      return true;
  return false;
}

/** "What a kind note!", "your message made our morning": what the contact is called, or did to us, which is as good as thanks for it. */
export function welcomes({ grammar: { words }, clauses }: LazyReading, { from, to, firstClause, endClause }: Sentence): Span | undefined {
  const { norm, start, end } = words;
  for (let i = from; i < Math.min(to - 2, from + LONGEST_LEAD_IN); i += 1)
    if (norm[i] === 'what' && isLovely(words, i + 1)) return { start: start[i], end: end[to - 1] };
  for (let k = firstClause; k < endClause; k += 1) {
    const clause = clauses[k];
    const { subject, mood, mention, link } = clause;
    const theirs =
      subject && norm[subject.from] === 'your' && CONTACT_NOUNS.at(words, subject.head) && /^(?:make|be)$/.test(clause.verb?.lemma ?? '');
    if (theirs && mood === 'statement' && !mention && link === undefined && cheersUs(words, clause)) return clause;
  }
  return undefined;
}

/** "What a lovely review to come in to", "what a kind note", "what a lovely card to open": a card that is not praised may be one to pay with. */
function isLovely(words: Words, at: number): boolean {
  if (words.norm[at] !== 'a' || words.norm[at - 1] !== 'what') return false;
  const sent = (noun: number): boolean => SENT.at(words, noun) || (WARM.at(words, noun - 1) && GIVEN.at(words, noun));
  return sent(at + 2) || (words.gap[at + 3] === 0 && sent(at + 3));
}

function lastClauses({ clauses }: LazyReading, { firstClause, endClause }: Sentence): readonly Clause[] {
  return clauses.slice(Math.max(firstClause, endClause - 4), endClause);
}

/** "That's made my week", "your letter helped us", "you've made two people very happy", "we loved reading this": what the message did to us. */
function cheersUs(words: Words, clause: Clause | undefined): boolean {
  const { norm } = words;
  const { subject, verb, to } = clause ?? {};
  if (!subject || !verb || to === undefined || verb.negated || verb.modal) return false;
  const next = norm[verb.to] ?? '';
  if (subject.actor === 'own')
    return (
      /^(?:love|enjoy|like)$/.test(verb.lemma) &&
      (/^(?:reading|hearing|getting|seeing)$/.test(next) || /^(?:this|that|it|your)$/.test(next)) &&
      /^(?:this|that|it|your|these|from)$/.test(next.endsWith('ing') ? (norm[verb.to + 1] ?? '') : next)
    );
  if (CONTACT_NOUNS.has(norm[subject.from]) && /^(?:inspire|encourage|motivate|drive|keep|make)$/.test(verb.lemma)) return true;
  // "Your note was a real help", "your letter is very welcome".
  if (
    norm[subject.from] === 'your' &&
    verb.lemma === 'be' &&
    CONTACT_NOUNS.has(norm[subject.to - 1] ?? '') &&
    norm[subject.to - 1] !== 'time'
  )
    return OF_USE.first(words, verb.to, Math.min(to, verb.to + 4)) >= 0;
  const pointing = /^(?:that|this|your|it|you|which)$/.test(norm[subject.from]) || subject.actor === 'customer';
  if (!pointing || !/^(?:make|help|mean|brighten|cheer|lift|touch)$/.test(verb.lemma)) return false;
  if (subject.actor !== 'customer' && /^(?:my|our|us|me|the|everyone|a|so|much|more)$/.test(next)) return true;
  for (let i = verb.to; i < Math.min(norm.length, verb.to + 6); i += 1)
    if (CHEERED.has(norm[i])) return /^(?:make|brighten)$/.test(verb.lemma);
  return /^(?:brighten|cheer)$/.test(verb.lemma);
}

import { wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import type { Grammar } from '../grammar/grammar.js';
import type { Sentence } from '../reading.js';
import { isUnsureOf } from '../answer/unsure.js';
import { continuesTold, toldBehind, wishesToBeTold } from '../answer/told-lists.js';
import { ANY_WANTS } from './wanted.js';

const WH = wordClass('what when where who which why how whom whose whats wheres hows');
const LINKS = wordClass('and but also so plus then');
/** Verbs that ask to be told. */
export const TELLING = new Set('tell know advise confirm explain clarify wonder ask check inform'.split(' '));

/** The words that begin a question of the sentence: its first, and each behind "and" or a comma that inverts or asks anew. */
export function openers(grammar: Grammar, sentence: Sentence): readonly number[] {
  const starts: number[] = [];
  /** Where the first thing that is to be told stands, behind which a list of others may follow. */
  let framed = 0;
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const embedded =
      i > sentence.from && (tellsOf(grammar, sentence, i) || isUnsureOf(grammar, sentence, i)) && !teases(grammar, sentence, i);
    if (embedded) {
      // "Could you tell me whether …": what is asked stands inside.
      while (starts.length > 0 && i - starts[starts.length - 1] < 9 && isRequestFrame(grammar, starts[starts.length - 1], i)) starts.pop();
      starts.push(i);
      framed = i;
      continue;
    }
    // "Tell me when it comes, and whether …", "I want to know the terms, how long it takes, …", "…, who pays?"
    if (framed > 0 && i > framed && continuesTold(grammar, sentence, i)) {
      starts.push(i);
      continue;
    }
    if (wishesToBeTold(grammar, sentence, i)) {
      const told = toldBehind(grammar, sentence, i);
      if (told < 0) continue;
      framed = told;
      starts.push(told);
      i = told;
      continue;
    }
    if (continuesAsked(grammar, sentence, starts, i) || asksAtEnd(grammar, sentence, i) || asksAt(grammar, sentence, i, starts.length > 0))
      starts.push(i);
  }
  return starts;
}

/** Whether a question of its own begins at word `i`. `asked`: another has begun before it. */
function asksAt(grammar: Grammar, sentence: Sentence, i: number, asked: boolean): boolean {
  const { words, tags } = grammar;
  const { norm } = words;
  const first = isFirst(grammar, sentence, i, asked);
  if (!first && !isLinked(grammar, sentence, i, asked)) return false;
  if (first && asksAny(grammar, sentence, i)) return true;
  if (onlyTells(grammar, sentence, i, first)) return false;
  const wh =
    WH.at(words, i) &&
    (first || !/^(?:which|who|where|when)$/.test(norm[i]) || isInverted(grammar, i + 1) || norm[i - 1] === 'and' || norm[i - 2] === 'if');
  if (wh) return sentence.question || invertsBehind(grammar, i) || asksOfEvents(norm, i);
  // "Two questions: is room 3 harder …?"
  const listed = sentence.question && i > sentence.from && grammar.text.slice(words.end[i - 1], words.start[i]).includes(':');
  if (!first && !asked && !listed && tags.pos[i + 1] === 'nominal') return false;
  if (!isInverted(grammar, i)) return false;
  // Without its mark only "can I", "could you" and their kin are sure to ask.
  const modal =
    tags.pos[i] === 'modal' &&
    (/^(?:i|you|we)$/.test(norm[i + 1] ?? '') ||
      (/^(?:can|could|will|would)$/.test(norm[i]) &&
        /^(?:my|our|your|he|she|it|they|someone|somebody|anyone|anybody)$/.test(norm[i + 1] ?? '')));
  return sentence.question || asked || modal || ((first || asksBehindLink(norm, i)) && asksUnmarked(norm, i));
}

/** The first word of what is said: of the sentence, or behind a stop or a greeting. */
function isFirst({ words: { norm, gap, start }, text }: Grammar, { from }: Sentence, i: number, asked: boolean): boolean {
  return (
    i === from ||
    // "@hollinbakes do your loaves hold milk?"
    (i === from + 1 && text[start[from] - 1] === '@') ||
    // Who writes small letters parts sentences with a stop alone.
    (gap[i] & Gap.stop) !== 0 ||
    (i === from + 1 && /^(?:at|by|until|till)$/.test(norm[i - 1])) ||
    (!asked && isGreeting(norm, from, i))
  );
}

/** Behind "and", "or", "if yes", a comma or a bracket. */
function isLinked({ words, tags, text }: Grammar, { from }: Sentence, i: number, asked: boolean): boolean {
  const { norm, gap } = words;
  return (
    i > from &&
    (LINKS.at(words, i - 1) ||
      (norm[i - 1] === 'or' && asked && /^(?:i|we|you|they|it|he|she)$/.test(norm[i + 1] ?? '')) ||
      (norm[i - 2] === 'if' && norm[i - 1] === 'yes') ||
      (tags.pos[i] === 'auxiliary' && text.slice(words.end[i - 1], words.start[i]).includes('&')) ||
      (gap[i] & (Gap.comma | Gap.break | Gap.stop | Gap.openBracket)) !== 0)
  );
}

/** Whether a word that could open a question goes on telling. */
function onlyTells({ words: { norm, gap }, tags }: Grammar, { from }: Sentence, i: number, first: boolean): boolean {
  // "And I'm big enough …"
  if (i > from && tags.pos[i] === 'auxiliary' && tags.pos[i - 1] === 'pronoun' && gap[i] === 0) return true;
  // "…, have my passport"
  if (!first && /^(?:have|has|had)$/.test(norm[i]) && tags.pos[i + 1] !== 'pronoun') return true;
  // "When travelling with others, can we …": a time.
  if (/^(?:when|while|where)$/.test(norm[i]) && tags.form[i + 1] === 'ing') return true;
  // "…, which is all we need?"
  return norm[i] === 'which' && !first && (gap[i] & Gap.comma) !== 0 && /^(?:is|are|was|were|has|had)$/.test(norm[i + 1] ?? '');
}

/** "What does it cost", "what rate would it pay", "how long does it take": the verb stands before its subject. */
function invertsBehind(grammar: Grammar, i: number): boolean {
  const { norm } = grammar.words;
  if (norm[i] !== 'which' && isInverted(grammar, i + 1)) return true;
  if (!/^(?:what|which|how)$/.test(norm[i])) return false;
  for (let at = i + 2; at < i + 4; at += 1)
    if (/^(?:do|does|did|is|are|can|could|will|would|should|may|shall)$/.test(norm[at] ?? '') && isInverted(grammar, at)) return true;
  return false;
}

/** "What is going on with order 36", "whats the price": asks without a mark as well. */
function asksOfEvents(norm: readonly string[], i: number): boolean {
  if (/^(?:whats|wheres|hows)$/.test(norm[i])) return true;
  return norm[i] === 'what' && /^(?:is|'s)$/.test(norm[i + 1] ?? '') && /^(?:going|happening)$/.test(norm[i + 2] ?? '');
}

/** "You know what's fun?" asks nothing. */
function teases({ words: { norm } }: Grammar, { from }: Sentence, i: number): boolean {
  return i === from + 2 && norm[from] === 'you' && norm[from + 1] === 'know';
}

/** "Any news about the flight?" */
function asksAny({ words: { norm } }: Grammar, sentence: Sentence, i: number): boolean {
  return norm[i] === 'any' && ANY_WANTS.has(norm[i + 1] ?? '') && (sentence.question || sentence.to - i < 10);
}

/** "…, so do you keep an eye on them", "and is there a lift": what a bare link joins on asks as well. */
function asksBehindLink(norm: readonly string[], i: number): boolean {
  return /^(?:and|also|so|but)$/.test(norm[i - 1]) && /^(?:do|does|is|are)$/.test(norm[i]) && /^(?:you|there|it)$/.test(norm[i + 1] ?? '');
}

/** "Do you sell gift cards", "is there a lift", "does the new flat get fibre": first in its sentence it can only ask. */
function asksUnmarked(norm: readonly string[], i: number): boolean {
  // "So do I."
  if (norm[i - 1] === 'so' && /^(?:i|we|they)$/.test(norm[i + 1] ?? '')) return false;
  if (/^(?:do|does|did|is|are)$/.test(norm[i]) && /^(?:i|you|u|we|there|they)$/.test(norm[i + 1] ?? '')) return true;
  if (norm[i] === 'does') return /^(?:the|a|an|my|your|our|his|her|their|it|this|that|he|she)$/.test(norm[i + 1] ?? '');
  // "Is the best app" has lost its subject.
  return (
    /^(?:is|are)$/.test(norm[i]) &&
    /^(?:my|your|our|his|her|their|the)$/.test(norm[i + 1] ?? '') &&
    !/^(?:best|worst|most|greatest|only|perfect|same)$/.test(norm[i + 2] ?? '')
  );
}

/** A second thing that is to be told: "and whether", "and what" behind an indirect question. */
function continuesAsked({ words: { norm } }: Grammar, sentence: Sentence, starts: readonly number[], i: number): boolean {
  if (starts.length === 0 || !/^(?:and|or|also)$/.test(norm[i - 1])) return false;
  if (norm[i] === 'whether') return true;
  const opener = norm[starts[0]];
  return /^(?:whether|if)$/.test(opener) && starts[0] > sentence.from && (norm[i] === 'if' || WH.has(norm[i]));
}

/** "I've used 60 GB of data, who pays?": what is asked last, behind a comma. */
function asksAtEnd({ words, tags }: Grammar, sentence: Sentence, i: number): boolean {
  const { norm, gap } = words;
  return (
    sentence.question &&
    i > sentence.from &&
    sentence.to - i <= 5 &&
    (gap[i] & Gap.comma) !== 0 &&
    /^(?:who|what|when|why|how)$/.test(norm[i]) &&
    tags.pos[i + 1] === 'verb' &&
    sentence.to - i >= 2
  );
}

/** "Hi there, can …", "@company could …": what stands before is address. */
function isGreeting(norm: readonly string[], from: number, to: number): boolean {
  // "And my son has …": a subject stands before.
  if (
    norm
      .slice(from + 1, to)
      .some((word) => /^(?:my|our|your|his|her|their|the|a|an|this|that|these|those|i|we|you|he|she|it|they)$/.test(word))
  )
    return false;
  return (
    to - from <= 3 && /^(?:hi|hello|hey|dear|so|and|but|also|or|ok|okay|please|well|now|good|excuse|sorry|company|quick)$/.test(norm[from])
  );
}

/** An auxiliary or modal with its subject behind it. */
function isInverted({ words, tags }: Grammar, i: number): boolean {
  const pos = tags.pos[i];
  if ((pos !== 'auxiliary' && pos !== 'modal') || /^(?:having|being|been|be)$/.test(words.norm[i])) return false;
  const next = tags.pos[i + 1];
  const after = words.norm[i + 1];
  if (words.gap[i + 1] & (Gap.comma | Gap.stop | Gap.break)) return false;
  return (
    next === 'pronoun' ||
    next === 'determiner' ||
    (next === 'number' && /^(?:does|is|are|will|can)$/.test(words.norm[i])) ||
    // "And is parking included?"
    (tags.form[i + 1] === 'ing' &&
      /^(?:is|are|was|were)$/.test(words.norm[i]) &&
      (tags.form[i + 2] === 'participle' ||
        /^(?:free|possible|extra|available|ok|okay|safe|allowed|included)$/.test(words.norm[i + 2] ?? ''))) ||
    next === 'possessive' ||
    (next === 'nominal' && words.norm[i] !== "'s") ||
    after === 'there' ||
    after === 'that' ||
    after === 'this' ||
    after === 'not'
  );
}

/** The word stands behind "tell me", "I wonder", "let me know", and opens what is to be told. */
function tellsOf({ words, tags }: Grammar, sentence: Sentence, i: number): boolean {
  const { norm } = words;
  if (!WH.at(words, i) && norm[i] !== 'if' && norm[i] !== 'whether') return false;
  let before = i - 1;
  while (before > sentence.from && /^(?:exactly|please|also|too|realistically|honestly|roughly|kindly|just|then|again)$/.test(norm[before]))
    before -= 1;
  if (/^(?:me|us)$/.test(norm[before])) before -= 1;
  if (before < sentence.from) return false;
  // "I was wondering, if I buy one, can I …": a condition.
  if (norm[i] === 'if' && words.gap[i] & Gap.comma) return false;
  // "Any idea on whether it flies?"
  if (/^(?:on|as|about)$/.test(norm[before]) && norm[before - 1] === 'idea') before -= 1;
  if (norm[before] === 'idea' || norm[before] === 'possible') return sentence.question;
  const bidden = /^(?:say|explain)$/.test(norm[before]) && norm.slice(Math.max(sentence.from, before - 3), before).includes('please');
  if (!bidden && !TELLING.has(tags.lemma[before] ?? norm[before])) return false;
  // "Let me know if you need more"; "I know how it feels"; "you said when I rang".
  if (norm[i] === 'if' && norm[i + 1] === 'you' && /^(?:need|require|want|have|would)$/.test(norm[i + 2] ?? '')) return false;
  const opener = norm.slice(Math.max(sentence.from, before - 6), before);
  // "You can tell when somebody loves clay", "you know when we landed".
  const told = opener.findIndex((word) => word === 'you' || word === 'u');
  if (!sentence.question && told >= 0 && !opener.slice(0, told).some((word) => /^(?:can|could|would|will|please|if|hope)$/.test(word)))
    return false;
  if (norm[before] === 'know' || (norm[before] === 'say' && !bidden))
    return opener.some((word) => /^(?:let|like|want|need|you|would)$/.test(word)) && !opener.includes('did');
  return (
    sentence.question ||
    opener.includes('please') ||
    opener.length === 0 ||
    // "Give it back or tell me what I did."
    (/^(?:me|us)$/.test(norm[i - 1]) && before > sentence.from && (/^(?:and|or|so)$/.test(norm[before - 1]) || words.gap[before] !== 0)) ||
    opener.some((word) => /^(?:like|want|could|can)$/.test(word)) ||
    /^(?:wondering|wonder)$/.test(norm[before]) ||
    (norm[before] === 'asking' && /^(?:am|'m|was|just|were)$/.test(norm[before - 1] ?? ''))
  );
}

/** Between the two words stands only "could you also tell me". */
function isRequestFrame({ tags, words }: Grammar, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    // "Could you correct it and tell me why …" bids for two things.
    if (words.norm[i] === 'and') return false;
    if (TELLING.has(tags.lemma[i] ?? words.norm[i]) || words.norm[i] === 'idea' || words.norm[i] === 'possible') return true;
  }
  return false;
}

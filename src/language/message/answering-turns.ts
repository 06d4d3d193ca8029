import { listed, wordClass } from '../../lexicon/index.js';
import { Gap, type Words } from '../../text/words.js';
import type { Grammar } from '../grammar/grammar.js';
import type { LazyReading } from '../index.js';
import type { Sentence } from '../reading.js';

/** Turns that open so answer what was said before them. */
const ANSWERING = wordClass(
  'no nope nah yes yeah yep yup ok okay but and or alright right sure done absolutely exactly correct agreed understood perfect secondly thirdly already dmed dmd nevermind except',
);
/** … and these, of whoever does not name us: with our handle they open as well. */
const RUNNING_ON = wordClass('they he she also plus dude lol haha then');
/** What somebody says who was answered before: "this response is not helpful". */
const ANSWERS_OF_OURS = wordClass('response reply answer explanation suggestion advice');
/** The same, when no determiner is needed: "apologies don't help us now". */
const REGRETS_OF_OURS = wordClass('apology apologies sorry excuses');
const GIVEN_NAMES = listed('given-names');
/** What has just been said, as the whole object: "I heard that", "I tried this". */
const TAKEN_UP = /^(?:hear|know|do|try|understand|get|see|read|tell|say|appreciate|believe|think)$/;
/** A longer turn tells its story itself. */
export const SHORT_TURN = 25;

/** Whether the first sentence of the customer's turn, behind a greeting at `at`, only makes sense as an answer to something that we said. */
export function answersUs(reading: LazyReading, customer: Grammar, first: Sentence, at: number): boolean {
  const { words } = customer;
  const { norm } = words;
  if (callsUsByName(words, first.from, reading)) return true;
  if (/^\s*[+&]/.test(customer.text) || harksBack(norm, at, customer) || onlyNames(customer)) return true;
  if (repliesInShort(customer, first) || takesUp(customer, at) || identifies(customer, at) || waves(customer, at, reading)) return true;
  if (RUNNING_ON.at(words, at) && !mentionsUs(reading)) return true;
  // "In Leith?": of what, we had said.
  if (customer.words.length <= 3 && first.question && /^(?:in|at|on|from|to|for|with|by|until|till)$/.test(norm[at])) return true;
  if (leansOnOurs(customer, at, reading) || thanksAndAsks(customer, first, reading)) return true;
  if (ANSWERING.at(words, at) && !opensNounPhrase(customer, at)) return true;
  if (norm[at] === 'it' && (norm[at + 1] === 'is' || norm[at + 1] === "'s") && norm[at + 2] === 'not') return true;
  if (
    (norm[at] === 'that' || norm[at] === 'this') &&
    /^(?:is|'s|sounds?|does|did|works?|worked|helps?|would|will)$/.test(norm[at + 1] ?? '')
  )
    // "This is the second time" opens; "this is not what I asked" answers.
    return /^(?:is|'s)$/.test(norm[at + 1] ?? '')
      ? customer.words.length <= SHORT_TURN && !(norm[at] === 'this' && /^(?:the|my|our|an?|day)$/.test(norm[at + 2] ?? ''))
      : true;
  return /^(?:does|did|is|was|would|will|has|have|do)$/.test(norm[at]) && /^(?:that|this|they|he|she)$/.test(norm[at + 1] ?? '');
}

/** "I've already spoken to three of you", "like I said", "I did", "this response is not helpful": said to somebody who had answered. */
function harksBack(norm: readonly string[], at: number, { clauses, words }: Grammar): boolean {
  const { subject, verb } = clauses[0] ?? {};
  if (
    (norm[at] === 'like' || norm[at] === 'as') &&
    /^(?:i|we)$/.test(norm[at + 1] ?? '') &&
    /^(?:said|already|told|mentioned)$/.test(norm[at + 2] ?? '')
  )
    return true;
  if (/^(?:i|we)$/.test(norm[at]) && verb) {
    if (norm[verb.from] === 'did' && verb.lemma === 'do' && !verb.negated) return true;
    for (let i = at + 1; i < Math.min(at + 4, words.length); i += 1) if (norm[i] === 'already') return true;
  }
  if (
    subject &&
    REGRETS_OF_OURS.at(words, subject.head) &&
    subject.head <= subject.from + 1 &&
    verb &&
    /^(?:help|do|be|mean|get|fix|change|make)$/.test(verb.lemma)
  )
    return true;
  return (
    subject !== undefined &&
    /^(?:this|that|your)$/.test(norm[subject.from]) &&
    ANSWERS_OF_OURS.at(words, subject.head) &&
    subject.head <= subject.from + 2
  );
}

/** "Tom, I can assure you": who knows the name of our agent has had an answer. */
function callsUsByName(words: Words, at: number, reading: LazyReading): boolean {
  if (!GIVEN_NAMES.at(words, at) || at + 1 >= words.length || !(words.gap[at + 1] & Gap.comma) || mentionsUs(reading)) return false;
  return !reading.draft.customerNames.some(({ name }) => name.toLowerCase().includes(words.norm[at]));
}

/** "I absolutely am!", "we did.", "they still haven't": an auxiliary says it all to somebody who asked. */
function repliesInShort({ words }: Grammar, { from, to }: Sentence): boolean {
  if (to - from < 2 || to - from > 5 || !/^(?:i|we|they|he|she|it|you)$/.test(words.norm[from])) return false;
  const last = words.norm[to - 1] === 'not' ? to - 2 : to - 1;
  return /^(?:am|is|are|was|were|do|does|did|have|has|had|will|would|can|could|should)$/.test(words.norm[last]);
}

/** "I trust you will, but …", "I wish I had": what is left out behind the auxiliary, we had said. */
function leansOnOurs({ words, clauses }: Grammar, at: number, reading: LazyReading): boolean {
  const { norm, gap } = words;
  const [clause] = clauses;
  if (mentionsUs(reading) || !/^(?:i|we)$/.test(norm[at]) || !clause?.verb || clause.from > at) return false;
  if (!/^(?:trust|hope|know|wish|think|believe|doubt|guess|bet)$/.test(clause.verb.lemma)) return false;
  const who = clause.verb.to;
  const last = who + 1;
  if (!/^(?:i|we|you|they|he|she|it)$/.test(norm[who] ?? '')) return false;
  if (!/^(?:will|would|did|do|does|had|have|has|can|could|are|is|was|were)$/.test(norm[last] ?? '')) return false;
  return last + 1 >= words.length || gap[last + 1] !== 0 || /^(?:but|and|too|though)$/.test(norm[last + 1]);
}

/** "Thank you! And when does it sail?": thanks that name nothing, and a question on the same matter. */
function thanksAndAsks({ words, sentences }: Grammar, first: Sentence, reading: LazyReading): boolean {
  const { norm } = words;
  if (mentionsUs(reading) || words.length > SHORT_TURN) return false;
  const bare = /^(?:thanks|thankyou|thx|cheers)$/.test(norm[first.from])
    ? 1
    : norm[first.from] === 'thank' && norm[first.from + 1] === 'you'
      ? 2
      : 0;
  if (bare === 0 || first.to - first.from !== bare) return false;
  const next = sentences.find(({ from, to }) => from >= first.to && to > from);
  return next !== undefined && next.question;
}

/** "I heard that for an hour", "I did that already": what was said before is the whole object. */
function takesUp({ words, clauses }: Grammar, at: number): boolean {
  const [clause] = clauses;
  if (!/^(?:i|we)$/.test(words.norm[at]) || !clause?.verb || clause.from > at || !TAKEN_UP.test(clause.verb.lemma)) return false;
  const object = clause.verb.to;
  return (
    /^(?:that|this|those|them|so)$/.test(words.norm[object] ?? '') &&
    (object + 1 >= words.length ||
      words.gap[object + 1] !== 0 ||
      /^(?:for|but|and|already|too|yesterday|today|yet)$/.test(words.norm[object + 1]))
  );
}

/** "It was order 36", "K12 is the bus", "the lesson was ten days ago": which one, said to somebody who had asked. */
function identifies({ words, clauses, tags }: Grammar, at: number): boolean {
  const [clause] = clauses;
  if (!clause?.verb || clause.verb.lemma !== 'be' || clause.verb.negated || clause.verb.modal || clause.from > at) return false;
  const { norm } = words;
  const { to } = clause.verb;
  if (norm[at] === 'it') {
    // "It was the 7.05 flight from Hull", "it was Joan Baker"; "it was a terrible flight" opens.
    if (clause.verb.tense !== 'past') return /^(?:flight|flt|order|number)$/.test(norm[to] ?? '') && /\d/.test(norm[to + 1] ?? '');
    const named = /^(?:the|flight|flt|my|order|number|in|at|on|from)$/.test(norm[to] ?? '') ? to + 1 : to;
    return (
      named < words.length && (/\d/.test(norm[named]) || (named === to ? isProper(words, tags, named) : /\d/.test(norm[named + 1] ?? '')))
    );
  }
  return (
    /\d/.test(norm[at]) &&
    norm[to] === 'the' &&
    /^(?:flight|number|order|one|reference|ref|booking|confirmation|room|date|train|bus|case|ticket)$/.test(norm[to + 1] ?? '')
  );
}

/** A name in mid-sentence: no word of the language, tagged as a noun. */
function isProper(words: Words, { pos }: Grammar['tags'], at: number): boolean {
  return pos[at] === 'nominal' && GIVEN_NAMES.at(words, at);
}

/** "Well … it is now delayed", "oh ok", "no worries", "not true": turns that wave at what we said. */
function waves({ words }: Grammar, at: number, reading: LazyReading): boolean {
  const { norm } = words;
  const next = norm[at + 1] ?? '';
  if (mentionsUs(reading)) return false;
  if (norm[at] === 'oh') return /^(?:ok|okay|yes|no|well|i|that|thanks|thank|good|great|right|really)$/.test(next);
  if (norm[at] === 'no') return /^(?:worries|problem|worry|biggie|thanks|thank|need)$/.test(next);
  if (norm[at] === 'not') return next === 'true' || next === 'really' || (next === 'yet' && words.gap[at + 2] !== 0);
  if (norm[at] === 'well') return words.gap[at + 1] !== 0 || /^(?:i|we|it|they|you|there|now|if|when)$/.test(next);
  return words.gap[at + 1] !== 0 && /^(?:hm+|ah+|aha|(?:ha)+|lmao)$/.test(norm[at]);
}

/** "DL798 LAX to SEA. October 29": in capitals and figures but for these. */
const NAMING =
  /^(?:to|from|on|at|the|for|and|today|tomorrow|tonight|flight|flt|seat|row|order|booking|january|february|march|april|may|june|july|august|september|october|november|december|looking|leaving|departing|returning|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|\w*\d\w*)$/;

/** A flight number, a route, a date: what was asked for, and nothing told about it. */
function onlyNames({ clauses, words, text }: Grammar): boolean {
  const bare = words.norm.every((word, i) => NAMING.test(word) || /^[A-Z]{3}$/.test(text.slice(words.start[i], words.end[i])));
  return (
    (words.length <= 5 || (words.length <= 9 && bare)) &&
    clauses.every(({ verb }) => !verb || (bare && verb.tense === 'none')) &&
    /\d|[A-Z]{5}/.test(text) &&
    !/[!?@#>]|\b(?:hours?|hrs?|days?|weeks?|min\w*|stars?)\b/i.test(text)
  );
}

/** "No power on board" and "right seat, wrong row" answer nothing. */
function opensNounPhrase({ words, tags }: Grammar, at: number): boolean {
  const next = at + 1;
  return (
    next < words.length &&
    words.gap[next] === 0 &&
    (tags.pos[next] === 'nominal' || tags.pos[next] === 'number') &&
    /^(?:no|right|perfect|sure|correct)$/.test(words.norm[at])
  );
}

/** Who names us with a handle opens a conversation. */
export function mentionsUs(reading: LazyReading): boolean {
  return reading.draft.customer?.text.includes('@') ?? false;
}

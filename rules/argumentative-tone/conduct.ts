import { Gap, inList } from 'replylint/rule';
import type { Clause, Hit, Look, Span } from 'replylint/rule';

/** Whom the customer would quarrel with. */
const US = /^(?:us|me|our|my|staff|colleagues|people|at|with|here|about|like|because|just)$/;
/** Verbs that give something up: "stop lecturing us". */
const GIVE_UP = new Set('stop cease refrain quit spare drop cut skip save'.split(' '));
/** What shouting is said to end in, besides a plain no. */
const JUDGED = new Set(
  'order line much top unacceptable inappropriate petty childish ridiculous rude rich unfair unreasonable absurd excessive silly disgraceful pathetic uncalled unnecessary'.split(
    ' ',
  ),
);
const VOICED = new Set(
  'write complain argue send call ring phone post message email tweet repeat demand insist blame copy leave'.split(' '),
);
const GAINS = new Set('make get help change speed bring solve move alter impress'.split(' '));
/** What no noise of theirs will bring about. */
const SOONER = /^(?:faster|quicker|quickly|sooner|earlier|shorter)$/;
/** Not whom else they ring: "calling the desk does not help". */
const AGAIN = /^(?:to|in|every|again|daily|louder|more|so|negative|bad|another|ten|on)$/;
/** What an answer may do with their anger besides throwing it back. */
const TAKEN = new Set(
  'understand forgive mind blame deserve deserved sorry apologise right rightly reason rightful earned seriously'.split(' '),
);

/** Shouting, threatening, lecturing, whining: a word of a quarrel whose author is the customer. The stretch from its author to the word. */
export function quarrels(look: Look, hit: Hit, clause: Clause): Span | undefined {
  const { language, draft } = look;
  const { norm, start, end } = draft.words;
  const sentence = language.sentences[clause.sentence];
  for (let i = sentence.from; i < sentence.to; i += 1) if (TAKEN.has(norm[i])) return undefined;
  const at = hit.from;
  const word = { start: start[at], end: end[at] };
  const from = ofYours(norm, at);
  if (from >= 0)
    return clause.mood === 'question' || (clause.negated && clause.subject?.actor === 'own')
      ? undefined
      : { start: start[from], end: word.end };
  const order = givenUp(look, clause, at);
  if (order) return { start: order.start, end: word.end };
  const { verb, subject } = clause;
  if (verb?.main !== at) return undefined;
  if (verb.voice === 'passive')
    return refused(look, clause) ? { start: Math.min(subject?.start ?? verb.start, verb.start), end: word.end } : undefined;
  if (verb.tense === 'none') return subject?.actor === 'customer' && !nothingBut(norm, verb.from) ? undefined : uselessly(look, clause, at);
  if (subject?.actor !== 'customer' || verb.modal || verb.negated) return undefined;
  if (norm[subject.from] !== 'you') return undefined;
  if (clause.mood === 'question' ? !verb.progressive : clause.mood !== 'statement') return undefined;
  // "You swear by this cream", "it feels as if you shout into a void".
  return norm[at + 1] === 'by' || norm[at + 1] === 'into' ? undefined : { start: subject.start, end: word.end };
}

/** The place of "your" before the word, with at most two words between ("your constant whining"); -1 without. */
function ofYours(norm: readonly string[], at: number): number {
  if (!inList('hostile-nouns', norm[at])) return -1;
  for (let i = at - 1; i >= Math.max(0, at - 3); i -= 1) if (norm[i] === 'your') return i;
  // "this constant nagging"
  if (/^(?:constant|endless|eternal|permanent|perpetual)$/.test(norm[at - 1]) && /^(?:this|that|all)$/.test(norm[at - 2])) return at - 2;
  return -1;
}

/** "Spare us the drama", "do not lecture us", "please refrain from insulting my staff": an order to the customer. */
function givenUp({ language, draft }: Look, clause: Clause, at: number): Span | undefined {
  const { norm, gap } = draft.words;
  const order = clause.mood === 'imperative' ? clause : language.clauses[clause.index - 1];
  if (order?.sentence !== clause.sentence || order.mood !== 'imperative' || !order.verb || clause.index - order.index > 1) return undefined;
  const gone = GIVE_UP.has(order.verb.lemma);
  if (gone && order.verb.main !== at) return at - order.verb.main < 7 ? order.verb : undefined;
  if (order !== clause || order.verb.main !== at || !order.verb.negated) return undefined;
  const alone = at + 1 >= norm.length || gap[at + 1] & (Gap.stop | Gap.comma | Gap.break);
  return alone || US.test(norm[at + 1]) ? order.verb : undefined;
}

/** "We will not be blackmailed", "I am not here to be insulted", "I have been shouted at by you". */
function refused({ language, draft }: Look, { index, sentence, subject, verb, negated, to }: Clause): boolean {
  const { norm } = draft.words;
  if (verb!.tense === 'none') {
    const before = language.clauses[index - 1];
    return before?.sentence === sentence && before.subject?.actor === 'own' && before.negated;
  }
  if (subject?.actor !== 'own') return false;
  if (negated) return verb!.tense === 'future' || verb!.modal !== undefined;
  for (let i = verb!.main; i < to; i += 1) if (norm[i] === 'by' && (norm[i + 1] === 'you' || norm[i + 1] === 'your')) return true;
  return false;
}

function nothingBut(norm: readonly string[], at: number): boolean {
  return norm[at - 1] === 'but' && norm[at - 2] === 'nothing';
}

/** "Threatening us is not going to get you anywhere", "accusing my colleagues is out of order": their conduct as subject, and a verdict. */
function uselessly(look: Look, clause: Clause, at: number): Span | undefined {
  const { language, draft } = look;
  const { norm, start, end } = draft.words;
  const sentence = language.sentences[clause.sentence];
  if (!opensWith(look, clause, at)) return undefined;
  const verdict = language.clauses[clause.index + 1];
  if (verdict?.sentence !== clause.sentence || !verdict.verb || verdict.verb.tense === 'none') return undefined;
  if (verdict.subject?.actor === 'own' || verdict.subject?.actor === 'customer') return undefined;
  const condemned = norm.slice(verdict.from, sentence.to).some((word) => JUDGED.has(word));
  return verdict.negated || condemned ? { start: start[at], end: end[verdict.to - 1] } : undefined;
}

/** "Writing the same thing in capitals does not make it arrive any sooner": what is no offence by itself is called useless, or too much. */
export function inVain(look: Look, clause: Clause): Span | undefined {
  const { language, draft } = look;
  const { verb, subject } = clause;
  if (verb?.tense !== 'none' || (subject && subject.from < verb.from) || !VOICED.has(verb.lemma) || !opensWith(look, clause, verb.main))
    return undefined;
  const verdict = language.clauses[clause.index + 1];
  if (verdict?.sentence !== clause.sentence || !verdict.verb || verdict.verb.tense === 'none') return undefined;
  if (verdict.subject?.actor === 'own' || verdict.subject?.actor === 'customer') return undefined;
  const { norm, start, end } = draft.words;
  const sentence = language.sentences[clause.sentence];
  const next = norm[verb.main + 1] ?? '';
  const sooner = norm.slice(verdict.verb.to, sentence.to).some((word) => SOONER.test(word));
  const useless =
    verdict.negated && GAINS.has(verdict.verb.lemma) && (sooner || US.test(next) || AGAIN.test(next) || norm[verb.main + 2] === 'same');
  const much = !verdict.negated && norm.slice(verdict.from, verdict.to).some((word) => JUDGED.has(word));
  return useless || much ? { start: start[verb.main], end: end[verdict.to - 1] } : undefined;
}

/** The clause opens its sentence with a gerund. */
function opensWith({ language, draft }: Look, clause: Clause, at: number): boolean {
  const { from } = language.sentences[clause.sentence];
  return draft.words.norm[at].endsWith('ing') && at <= from + 2 && language.clauses[clause.index - 1]?.sentence !== clause.sentence;
}

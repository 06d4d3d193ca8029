import type { Check, Clause, Look, Remark } from 'replylint/rule';

const VOWS = new Set(['guarantee', 'promise', 'swear', 'vow', 'warrant']);
const SURELY = new Set(['definitely', 'certainly', 'undoubtedly', 'surely', 'guaranteed']);
const TROUBLE = new Set(
  'delay delays failure failures problem problems issue issues error errors mistake mistakes disruption disruptions trouble repeat recurrence outage outages'.split(
    ' ',
  ),
);
const TOTAL = new Set(['zero', 'further', 'more', 'whatsoever', 'ever', 'again']);
/** What comes to the customer by itself, or happens to them: not theirs to do, nor ours. */
const BEFALLS = new Set(['receive', 'get', 'have', 'be', 'love', 'notice']);
const OURS = new Set(['own', 'department', 'colleague']);

/** An absolute about an event that the writer does not control. One finding a sentence. */
const check: Check = (look) => {
  const remarks: Remark[] = [];
  const promised = new Set(look.language.commitments.map(({ clause }) => clause));
  let last = -1;
  for (const clause of look.language.clauses) {
    if (clause.sentence === last || clause.mention || clause.mood === 'question' || clause.mood === 'condition') continue;
    if (!isAbsolute(clause, look, promised) || isDenied(clause, look)) continue;
    last = clause.sentence;
    const { clauses } = look.language;
    const next = clauses[clause.index + 1];
    // "will, without fail, reach you": the verb stands in the next clause.
    const cut = clause.verb?.lemma === 'will' && next?.sentence === clause.sentence ? next : clause;
    remarks.push({ span: { start: (isVowed(clause, look) ? clauses[clause.index - 1] : clause).start, end: cut.end } });
  }
  return remarks;
};

function isAbsolute(clause: Clause, look: Look, promised: ReadonlySet<number>): boolean {
  const { norm } = look.draft.words;
  if (guaranteesNone(norm, clause)) return true;
  const { verb, subject } = clause;
  if (!verb) return false;
  if (isBound(clause, look)) return true;
  const future =
    verb.modal === 'will' || verb.modal === 'shall' || verb.modal === 'going to' || (verb.modal === 'can' && anyWord(norm, clause, NEVER));
  if (!future) return false;
  if (happensAgain(norm, clause)) return true;
  if (promisesNone(norm, clause)) return true;
  const outside = subject !== undefined && !OURS.has(subject.actor) && (subject.actor !== 'customer' || BEFALLS.has(verb.lemma));
  if (!outside || promised.has(clause.index)) return false;
  if (subject.actor === 'customer' && verb.negated) return false;
  return isCertain(clause, look) || isVowed(clause, look);
}

const NEVER = new Set(['never']);

/** "It is 100% certain to arrive", "you are guaranteed to love it"; "everything will be perfect". */
function isBound({ verb, subject, from, to, mood, negated }: Clause, { draft, language }: Look): boolean {
  const { norm } = draft.words;
  if (verb!.lemma !== 'be' && verb!.lemma !== 'guarantee') return false;
  if (negated || mood !== 'statement' || subject === undefined || OURS.has(subject.actor)) return false;
  if (verb!.modal === 'will' && /^(?:everything|nothing|all|it|things)$/.test(norm[subject.head])) {
    for (let i = verb!.to; i < to; i += 1) if (/^(?:perfect|flawless|faultless|problem-free)$/.test(norm[i])) return true;
  }
  if (verb!.modal || verb!.tense !== 'present' || norm[verb!.from] === 'be' || norm[to] !== 'to') return false;
  const certain = /^(?:certain|guaranteed|sure|bound)$/.test(norm[to - 1]);
  return certain && language.clauses.some(({ from: start, sentence }) => start === to && sentence === language.clauseAt(from)?.sentence);
}

/** "this will never, ever happen again", "it won't happen again" */
function happensAgain(norm: readonly string[], { verb, from, to, negated }: Clause): boolean {
  if (!/^(?:happen|occur|repeat|recur)$/.test(verb!.lemma) || !negated) return false;
  for (let i = from; i < to; i += 1) if (norm[i] === 'again' || norm[i] === 'ever' || norm[i] === 'never') return true;
  return verb!.lemma === 'repeat' || verb!.lemma === 'recur';
}

/** "there will be no further delays whatsoever", "there will be zero failures" */
function promisesNone(norm: readonly string[], { verb, from, to }: Clause): boolean {
  const at = /^(?:absolutely|definitely|certainly|simply)$/.test(norm[verb!.to] ?? '') ? verb!.to + 1 : verb!.to;
  if (verb!.lemma !== 'be' || !/^(?:no|zero)$/.test(norm[at] ?? '')) return false;
  let total = at > verb!.to;
  let trouble = false;
  for (let i = from; i < to; i += 1) {
    total ||= TOTAL.has(norm[i]);
    trouble ||= TROUBLE.has(norm[i]);
  }
  return total && trouble;
}

/** "Guaranteed no delays at customs." */
function guaranteesNone(norm: readonly string[], { from, to }: Clause): boolean {
  for (let i = from; i + 2 < to; i += 1)
    if (norm[i] === 'guaranteed' && norm[i + 1] === 'no' && (TROUBLE.has(norm[i + 2]) || TROUBLE.has(norm[i + 3]))) return true;
  return false;
}

/** "definitely", "100%", "without fail", inside the clause. */
function isCertain({ from, to }: Clause, { draft }: Look): boolean {
  const { norm, end } = draft.words;
  for (let i = from; i < to; i += 1) {
    if (SURELY.has(norm[i])) return true;
    if (norm[i] === 'without' && norm[i + 1] === 'fail') return true;
    if (norm[i] === 'for' && (norm[i + 1] === 'sure' || norm[i + 1] === 'certain')) return true;
    const hundred = norm[i] === '100' || norm[i] === 'hundred' || norm[i] === '110';
    if (hundred && (draft.text[end[i]] === '%' || norm[i + 1] === 'percent' || (norm[i + 1] === 'per' && norm[i + 2] === 'cent')))
      return true;
  }
  return false;
}

/** "I guarantee | this will …", "you have my word that it will". */
function isVowed({ index, sentence }: Clause, { language, draft }: Look): boolean {
  const before = language.clauses[index - 1];
  if (before?.sentence !== sentence || !before.verb || before.negated) return false;
  const own = before.subject?.actor === 'own';
  if (own && VOWS.has(before.verb.lemma)) return true;
  return (
    before.verb.lemma === 'have' &&
    before.subject?.actor === 'customer' &&
    draft.words.norm[before.verb.to] === 'my' &&
    draft.words.norm[before.verb.to + 1] === 'word'
  );
}

/** "I can't guarantee that it will", "we cannot promise it won't happen again". */
function isDenied({ index, sentence }: Clause, { language }: Look): boolean {
  for (let k = index - 1; k >= Math.max(0, index - 2); k -= 1) {
    const before = language.clauses[k];
    if (before.sentence !== sentence) return false;
    if (before.negated && before.verb) return true;
    // "make sure it won't happen again" is an act of ours; "I hope it won't" is a wish.
    if (before.verb && /^(?:ensure|hope|make|prevent|want|wish|trust|see|believe|think|work)$/.test(before.verb.lemma)) return true;
  }
  return false;
}

function anyWord(norm: readonly string[], { from, to }: Clause, sought: ReadonlySet<string>): boolean {
  for (let i = from; i < to; i += 1) if (sought.has(norm[i])) return true;
  return false;
}

export default check;

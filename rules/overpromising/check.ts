import { hasWord, type Check, type Clause, type Look, type Remark } from 'replylint/rule';

const VOWS = new Set(['guarantee', 'promise', 'swear', 'vow', 'warrant']);
const SURELY = new Set(['definitely', 'certainly', 'undoubtedly', 'surely', 'guaranteed']);
const TROUBLE = new Set(
  'delay delays failure failures problem problems issue issues error errors mistake mistakes disruption disruptions trouble repeat recurrence outage outages'.split(
    ' ',
  ),
);
const TOTAL = new Set(['zero', 'further', 'more', 'whatsoever', 'ever', 'again']);
/** What comes to the customer by itself, or happens to them: not theirs to do, nor ours. */
const BEFALLS = new Set(['receive', 'get', 'have', 'be', 'love', 'like', 'notice']);
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
  // "Seats can never be guaranteed."
  if (!verb || (verb.negated && VOWS.has(verb.lemma))) return false;
  if (guaranteesEvent(norm, clause) || endsAllTrouble(norm, clause) || lastTime(clause, look)) return true;
  if (isBound(clause, look)) return true;
  const ruledOut = isRuledOut(clause, look);
  if (ruledOut && (verb.lemma === 'happen' || verb.lemma === 'go' || verb.lemma === 'occur' || verb.lemma === 'fail')) return true;
  const future =
    ruledOut ||
    (verb.tense === 'present' && /^(?:come|arrive|reach|get|work)$/.test(verb.lemma) && isVowed(clause, look)) ||
    verb.modal === 'will' ||
    verb.modal === 'shall' ||
    verb.modal === 'going to' ||
    (verb.modal === 'can' && anyWord(norm, clause, NEVER));
  if (!future) return false;
  if (happensAgain(norm, clause)) return true;
  if (promisesNone(norm, clause) || nothingGoesWrong(norm, clause)) return true;
  if (neverAgain(norm, clause)) return true;
  const outside = subject !== undefined && !OURS.has(subject.actor) && (subject.actor !== 'customer' || BEFALLS.has(verb.lemma));
  if (outside && isSwornAfter(clause, look)) return true;
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
  if (
    verb!.modal ||
    verb!.tense !== 'present' ||
    norm[verb!.from] === 'be' ||
    (norm[to] !== 'to' && !(norm[to] === 'not' && norm[to + 1] === 'to'))
  )
    return false;
  const certain = /^(?:certain|guaranteed|sure|bound)$/.test(norm[to - 1]);
  return certain && language.clauses.some(({ from: start, sentence }) => start === to && sentence === language.clauseAt(from)?.sentence);
}

/** "this will never, ever happen again", "it won't happen again" */
function happensAgain(norm: readonly string[], { verb, from, to, negated }: Clause): boolean {
  if (!/^(?:happen|occur|repeat|recur)$/.test(verb!.lemma)) return false;
  // "under no circumstances", "in no way".
  if (!negated && !norm.slice(from, to).join(' ').includes('no circumstances')) return false;
  for (let i = from; i < to; i += 1) if (norm[i] === 'again' || norm[i] === 'ever' || norm[i] === 'never') return true;
  return verb!.lemma === 'repeat' || verb!.lemma === 'recur';
}

/** "You will never have a problem with us again", "it won't be late ever again", "never again will you have to wait". */
function neverAgain(norm: readonly string[], { verb, subject, from, to, negated }: Clause): boolean {
  if (subject && OURS.has(subject.actor)) return false;
  let again = false;
  let ever = false;
  for (let i = from; i < to; i += 1) {
    again ||= norm[i] === 'again';
    ever ||= norm[i] === 'never' || (norm[i] === 'ever' && negated);
  }
  if (!again) return false;
  return ever || (negated && /^(?:break|fail|leak|crash|stop|disappear|occur|happen)$/.test(verb!.lemma));
}

/** "Nothing will go wrong this time." */
function nothingGoesWrong(norm: readonly string[], { verb, subject }: Clause): boolean {
  return (
    subject !== undefined &&
    norm[subject.head] === 'nothing' &&
    (verb!.lemma === 'go' || verb!.lemma === 'happen' || verb!.lemma === 'fail') &&
    norm[verb!.to] !== 'to'
  );
}

/** "We guarantee delivery by Saturday": but "we guarantee the lamp for two years". */
function guaranteesEvent(norm: readonly string[], { verb, subject, negated, mood, to }: Clause): boolean {
  if (!VOWS.has(verb!.lemma) || negated || mood !== 'statement' || subject?.actor !== 'own' || verb!.voice === 'passive') return false;
  for (let i = verb!.to; i < Math.min(to, verb!.to + 5); i += 1)
    if (/^(?:delivery|arrival|satisfaction|success|punctuality|availability|results|perfection)$/.test(norm[i])) return true;
  return false;
}

/** "The problem is solved once and for all", "all your problems will be gone", "you will have zero problems". */
function endsAllTrouble(norm: readonly string[], { verb, subject, from, to, negated }: Clause): boolean {
  if (negated || subject?.actor === 'own') return false;
  const isWilled = verb!.modal === 'will' || verb!.modal === 'going to';
  if (!isWilled && !hasWord(norm, from, to, 'once')) return false;
  const said = norm.slice(from, to).join(' ');
  if (/\bonce and for all\b/.test(said)) return /^(?:be|solve|fix|resolve|go|sort|have)$/.test(verb!.lemma) && subject?.actor === 'thing';
  if (!isWilled) return false;
  // "From now on every parcel will be on time."
  if (/^(?:from now on|in future) (?:every|each|all|everything)\b/.test(said))
    return /\b(?:on time|perfect|perfectly|flawless|without (?:any )?(?:problem|problems|delay))\b/.test(said);
  if (!subject) return false;
  if (norm[subject.from - 1] === 'all' && TROUBLE.has(norm[subject.head]))
    return /\b(?:gone|solved|over|history|past|disappear|vanish)\b/.test(said);
  return subject.actor === 'customer' && verb!.lemma === 'have' && norm[verb!.to] === 'zero' && TROUBLE.has(norm[verb!.to + 1]);
}

/** "I can assure you that this was the last time." */
function lastTime({ verb, subject, index, from, to, sentence }: Clause, { draft, language }: Look): boolean {
  const { norm } = draft.words;
  if (verb!.lemma !== 'be' || !subject || !/^(?:this|that|it)$/.test(norm[subject.head])) return false;
  const before = language.clauses[index - 1];
  const sworn =
    before?.sentence === sentence &&
    before.subject?.actor === 'own' &&
    (VOWS.has(before.verb?.lemma ?? '') || before.verb?.lemma === 'assure');
  return sworn && !before.negated && norm.slice(from, to).join(' ').includes('last time');
}

/** "… I promise", "… no matter what", "…, guaranteed", "count on it": sworn to behind the event. */
function isSwornAfter({ index, sentence, verb }: Clause, { language, draft }: Look): boolean {
  const { norm } = draft.words;
  const { to } = language.sentences[sentence];
  for (let i = verb!.to; i < to; i += 1) {
    if (norm[i] === 'matter' && norm[i - 1] === 'no' && norm[i + 1] === 'what') return true;
    if (norm[i] === 'guaranteed' && i === to - 1) return true;
  }
  const next = language.clauses[index + 1];
  return (
    next?.sentence === sentence &&
    next.subject?.actor === 'own' &&
    VOWS.has(next.verb?.lemma ?? '') &&
    !next.negated &&
    next.to === to &&
    next.verb!.to === to
  );
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
  const { norm } = draft.words;
  if (own && (VOWS.has(before.verb.lemma) || before.verb.lemma === 'give'))
    return before.verb.lemma !== 'give' || norm.slice(before.from, before.to).includes('word');
  // "You can be absolutely sure that it comes", "we are 100 % certain that", "it is certain that".
  for (let i = before.verb.to; i < before.to; i += 1)
    if (
      /^(?:sure|certain|guaranteed)$/.test(norm[i]) &&
      /^(?:absolutely|completely|totally|entirely|perfectly|percent|cent|100)$/.test(norm[i - 1])
    )
      return true;
  if (before.subject?.actor === 'customer' && before.verb.lemma === 'count' && norm[before.verb.to] === 'on') return true;
  return (
    before.verb.lemma === 'have' &&
    before.subject?.actor === 'customer' &&
    norm[before.verb.to] === 'my' &&
    /^(?:word|guarantee|promise)$/.test(norm[before.verb.to + 1])
  );
}

/** "There is no way that this will go wrong", "it is impossible that this happens again". */
function isRuledOut({ index, sentence, link }: Clause, { language, draft }: Look): boolean {
  const before = language.clauses[index - 1];
  return before?.sentence === sentence && link === 'that' && isImpossible(before, draft.words.norm);
}

function isImpossible({ to }: Clause, norm: readonly string[]): boolean {
  return norm[to - 1] === 'impossible' || (norm[to - 1] === 'way' && norm[to - 2] === 'no');
}

/** "I can't guarantee that it will", "we cannot promise it won't happen again". */
function isDenied({ index, sentence }: Clause, { language, draft }: Look): boolean {
  for (let k = index - 1; k >= Math.max(0, index - 2); k -= 1) {
    const before = language.clauses[k];
    if (before.sentence !== sentence) return false;
    if (before.negated && before.verb) return !isImpossible(before, draft.words.norm);
    // "make sure it won't happen again" is an act of ours; "I hope it won't" is a wish.
    if (before.verb && /^(?:ensure|hope|make|prevent|want|wish|trust|see|believe|think|work|try|aim)$/.test(before.verb.lemma)) return true;
  }
  return false;
}

function anyWord(norm: readonly string[], { from, to }: Clause, sought: ReadonlySet<string>): boolean {
  for (let i = from; i < to; i += 1) if (sought.has(norm[i])) return true;
  return false;
}

export default check;

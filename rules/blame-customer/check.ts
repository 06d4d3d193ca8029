import { Gap, hasWord, inList, wordAt } from 'replylint/rule';
import type { Check, Clause, Look, Remark, Span } from 'replylint/rule';
import { deed } from './deeds.js';
import { BROKEN } from './doing.js';

/** After "should have", these tell what was to be expected, not what the customer owed (RULES §1.3). */
const EXPECTED = new Set(
  'receive get have see arrive hear notice find be feel experience expect enjoy need want wait know go come suffer lose spend deserve endure chase'.split(
    ' ',
  ),
);
/** What a customer can miss by their own doing. A missed discount, flight or evening may well be ours. */
const MISSABLE = new Set(
  'deadline payment instalment step instruction instructions clause field box email e-mail reminder notice letter appointment'.split(' '),
);
/** What customers have to bring along. */
const CREDENTIALS = new Set(
  'code codes receipt voucher ticket form signature attachment password pin card details number label passport documents'.split(' '),
);
/** Verbs whose past is their base form. */
const SAME_PAST = new Set('put set cut read hit shut let'.split(' '));
const WRONG = new Set('expired invalid outdated old'.split(' '));
/** Before the accusation in its sentence: the writer does not assert it. */
const HEDGES = new Set(
  'seem seems seemed appear appears appeared looks perhaps maybe possibly probably suspect guess wonder wondering'.split(' '),
);
/** What an error can be the name of: an error message is nobody's fault. */
const THINGS = new Set('message messages code codes report reports log logs screen number text notice notification page'.split(' '));
const REGRET = new Set(
  'sorry glad apologise apologies understand disappointed saddened sad happy pleased relieved hope surprised see hear know'.split(' '),
);
const OPENS_COMPLEMENT = new Set('that to hear know read learn see find for if how why when where here'.split(' '));
/** The other half of an unreal condition. */
const UNREAL = new Set(['would', 'could', 'might', "'d"]);
/** "no problem", "easily done", "it happens to all of us": said to take the blame away. */
const EASY = new Set('easily worries happens'.split(' '));
const FAILED = new Set(
  'late delay delayed declined rejected refused failed fail lost cancelled returned denied void impossible unable invalid bounced blocked stuck missing wrong'.split(
    ' ',
  ),
);

/** The customer as the author of a failure: subject of it, holder of it, or held to a duty. One finding a sentence. */
const check: Check = (look) => {
  const found = new Map<number, Span>();
  const add = (sentence: number, span: Span): void => {
    if (!found.has(sentence)) found.set(sentence, span);
  };
  for (const clause of look.language.clauses) {
    if (isRelative(look, clause) || isOnlyThought(look, clause)) continue;
    const at = accuses(look, clause) ? stretchOf(look, clause) : blamed(look, clause);
    if (at) add(clause.sentence, at);
  }
  for (const told of look.language.deeds) {
    const clause = look.language.clauses[told.clause];
    if (told.actor !== 'customer' || hedged(look, look.language.sentences[told.sentence].from, clause.verb!.from)) continue;
    if (clause.subject?.actor === 'customer' && (softened(look, clause) || regretted(look, clause) || ofOurs(look, clause))) continue;
    add(told.sentence, told);
  }
  for (const fault of look.language.faults) {
    if (fault.actor !== 'customer' || !fault.asserted || !(fault.role === 'possessor' || fault.role === 'by')) continue;
    if (fault.role === 'possessor' && (!isTheirs(look, fault) || isCredit(look, fault, fault.clause))) continue;
    add(fault.sentence, fault);
  }
  for (const hit of look.hits) {
    const clause = look.language.clauseAt(hit.from);
    const sentence = look.language.sentenceAt(hit.span.start);
    if (!clause || !sentence || look.language.isMention(hit.span) || clause.mood === 'condition' || clause.mood === 'question') continue;
    const own = look.draft.words.norm.slice(hit.from, hit.to).some((word) => word === 'not' || word === 'cannot');
    if ((!own && denied(look, clause, hit.from)) || hedged(look, sentence.from, hit.from)) continue;
    add(sentence.index, hit.span);
  }
  return [...found.values()].map(({ start, end }): Remark => ({ span: { start, end } }));
};

export default check;

/** "Payments you didn't make", "an address that you've never used": what is not theirs is told by it, not what they left undone. */
function isRelative({ language, draft }: Look, { verb, subject, negated, link, from, to, index, sentence }: Clause): boolean {
  if (!verb || !subject || !negated || (link !== undefined && link !== 'that' && link !== 'which')) return false;
  const { norm, gap } = draft.words;
  if (verb.to < to && !/^(?:before|yet|yourself|yourselves|ever)$/.test(norm[verb.to])) return false;
  if (link !== undefined && subject.from > from + 1) return true;
  const before = language.clauses[index - 1];
  if (before?.sentence !== sentence || !before.verb || before.verb.to >= from || before.to < from) return false;
  return (gap[from] & (Gap.comma | Gap.stop | Gap.break)) === 0;
}

/** Before "you weren't coming": what somebody thought by mistake is not said of the customer. */
const THOUGHT = new Set('thought thinking assumed assuming believed believing concluded concluding supposed feared fearing'.split(' '));

function isOnlyThought({ draft }: Look, { subject, negated }: Clause): boolean {
  if (!subject || !negated) return false;
  const { norm } = draft.words;
  const before = norm[subject.from - 1] === 'that' ? subject.from - 2 : subject.from - 1;
  return THOUGHT.has(norm[before] ?? '');
}

/** An act told as plain fact, unless the sentence guesses, regrets or makes little of it. */
function blamed(look: Look, clause: Clause): Span | undefined {
  const at = deed(look, clause);
  if (!at || hedged(look, look.language.sentences[clause.sentence].from, clause.verb!.from)) return undefined;
  return clause.subject?.actor === 'customer' && (softened(look, clause) || regretted(look, clause)) ? undefined : at;
}

function accuses(look: Look, clause: Clause): boolean {
  const { verb, subject } = clause;
  if (!verb || subject?.actor !== 'customer' || verb.voice === 'passive' || clause.mention || look.language.isMention(verb)) return false;
  const { norm } = look.draft.words;
  if (norm[subject.from] !== 'you' && norm[subject.from] !== 'u') return false;
  if (clause.mood === 'counterfactual') return reproaches(look, clause);
  if (clause.mood === 'condition') return shouldHaves(look, clause);
  if (clause.mood !== 'statement') return false;
  const from = look.language.sentences[clause.sentence].from;
  const before = look.language.clauses[clause.index - 1];
  if (
    before?.sentence === clause.sentence &&
    before.negated &&
    /^(?:say|think|mean|suggest|imply|claim|believe)$/.test(before.verb?.lemma ?? '')
  )
    return false;
  // "A scratch isn't what you should have been looking at."
  if (before?.sentence === clause.sentence && before.negated && before.verb?.lemma === 'be' && clause.link === 'what') return false;
  if (hedged(look, from, verb.from) || softened(look, clause) || regretted(look, clause)) return false;
  if (verb.modal) return isDuty(norm, clause);
  if (owed(norm, clause)) return true;
  // "You forgot nothing."
  if (clause.negated && !verb.negated) return false;
  if (verb.lemma === 'let' && (clause.link === 'because' || clause.link === 'since' || clause.link === 'as'))
    return letsSlip(norm, look, clause);
  if (norm[verb.main] === 'misread' && !verb.negated) return !ofOurs(look, clause);
  if (verb.tense === 'present' && SAME_PAST.has(norm[verb.main]) && !verb.negated) return hasWrong(norm, verb.to, clause.to);
  if (verb.tense !== 'past' && verb.tense !== 'perfect') return false;
  if (!verb.negated && comesLate(look, clause)) return !ofOurs(look, clause);
  if (verb.lemma === 'be') return absent(look, clause);
  if (verb.lemma === 'have') return hasBaseForm(norm, clause);
  if (verb.negated && isExtra(look, clause)) return false;
  if (verb.negated)
    return norm[verb.from - 1] !== 'need' && ((inList('customer-duties', verb.lemma) && !isThanks(norm, clause)) || isSloppy(norm, clause));
  if (inList('customer-controls', verb.lemma) && hasWord(norm, verb.to, clause.to, 'instead') && norm[clause.to - 1] !== 'instead')
    return !ofOurs(look, clause);
  if (verb.lemma === 'forget' || verb.lemma === 'lose') return losesTheirOwn(norm, clause) && !ofOurs(look, clause);
  if (verb.lemma === 'break' && /^(?:record|ice|tie|deadlock|news)$/.test(norm[verb.to + 1] ?? '')) return false;
  if (inList('customer-slips', verb.lemma)) return !ofOurs(look, clause);
  if (verb.lemma === 'miss') return missesTheirOwn(norm, clause) && !ofOurs(look, clause);
  if (inList('customer-controls', verb.lemma) && hasWrong(norm, verb.to, clause.to)) return true;
  return (clause.link === 'because' || clause.link === 'since') && inList('customer-controls', verb.lemma) && explainsFailure(look, clause);
}

/** "You didn't book a cabin, so ask at the desk": what they could have had besides, told to whoever complains of nothing. */
function isExtra({ draft: { words }, language }: Look, { verb, sentence }: Clause): boolean {
  const { norm } = words;
  if (!/^(?:book|choose|select|order|add|take|pick)$/.test(verb!.lemma) || !/^(?:an?|any|another)$/.test(norm[verb!.to] ?? ''))
    return false;
  const { from, to } = language.sentences[sentence];
  return language.kind.value !== 'complaint' && !norm.slice(from, to).some((word) => FAILED.has(word) || word === 'charged');
}

/** "you have not fill the form": a slip of grammar does not hide the reproach. */
function hasBaseForm(norm: readonly string[], { verb }: Clause): boolean {
  const next = norm[verb!.to] ?? '';
  return verb!.tense === 'perfect' && norm[verb!.from] !== 'had' && inList(verb!.negated ? 'customer-duties' : 'customer-slips', next);
}

/** "should have checked", "ought to have told us", "could have read": a duty that was not done. */
function isDuty(norm: readonly string[], { verb }: Clause): boolean {
  if (!verb) return false;
  const have = norm.indexOf('have', verb.from);
  // "not something you should have to put up with"
  if (have < 0 || have >= verb.main || norm[have + 1] === 'to') return false;
  // "You must have forgotten", "you must not have looked up".
  if (verb.modal === 'must' && verb.negated) return /^(?:look|read|check|listen|follow|pay|wait)$/.test(verb.lemma);
  if (verb.modal === 'must') return inList('customer-slips', verb.lemma) || /^(?:drop|lose|delete|press|spill|swap)$/.test(verb.lemma);
  if (verb.modal === 'could') return !verb.negated && /^(?:avoid|prevent|spare|read|check)$/.test(verb.lemma);
  if ((verb.modal !== 'should' && verb.modal !== 'ought') || EXPECTED.has(verb.lemma)) return false;
  if (hasWord(norm, verb.from, verb.main + 1, 'ever')) return false;
  // "You should not have had to write four times."
  if (norm[verb.main - 1] === 'to' && norm[verb.main - 2] === 'had') return false;
  return (
    !verb.negated ||
    inList('customer-controls', verb.lemma) ||
    /^(?:open|remove|touch|change|switch|turn|let|leave|assume|cancel)$/.test(verb.lemma)
  );
}

/** "you were supposed to send", "you were meant to check", "you were required to". */
function owed(norm: readonly string[], { verb, to }: Clause): boolean {
  if (!verb || verb.lemma !== 'be' || verb.negated || verb.tense !== 'past') return false;
  const at = verb.to;
  const supposed =
    /^(?:supposed|meant|obliged|required|expected)$/.test(norm[at] ?? '') || /^(?:suppose|mean|oblige|require|expect)$/.test(verb.lemma);
  return (
    supposed &&
    at < to + 2 &&
    norm[norm[at] === 'to' ? at : at + 1] === 'to' &&
    (isPlace(norm, (norm[at] === 'to' ? at : at + 1) + 1) || !EXPECTED.has(norm[(norm[at] === 'to' ? at : at + 1) + 1] ?? ''))
  );
}

/** "supposed to be at home": but "supposed to be called". */
function isPlace(norm: readonly string[], at: number): boolean {
  return norm[at] === 'be' && /^(?:at|in|home|there|present|available|ready|here|on)$/.test(norm[at + 1] ?? '');
}

/** "if you had read", "had you checked": but not "had you not told us", which thanks, nor "if you had a question". */
function reproaches({ draft, language }: Look, { verb, sentence }: Clause): boolean {
  if (!verb || verb.negated || verb.modal || verb.main === verb.from) return false;
  const { norm } = draft.words;
  if ((norm[verb.from] !== 'had' && norm[verb.from] !== "'d") || norm[verb.main] === 'had' || EXPECTED.has(verb.lemma)) return false;
  // "If you had already paid, it would be refunded": a case that is provided for.
  if (hasWord(norm, verb.from, verb.main, 'already')) return false;
  const { firstClause, endClause, from, to } = language.sentences[sentence];
  // "If you'd told me a week ago it would have been the same": nothing would have come of it.
  for (let i = from; i < to; i += 1) if (norm[i] === 'same' || (norm[i] === 'no' && norm[i + 1] === 'difference')) return false;
  for (let k = firstClause; k < endClause; k += 1) if (UNREAL.has(language.clauses[k].verb?.modal ?? '')) return true;
  return false;
}

/** "Should you have asked at reception, we would have moved you": said of what is past, it is the same reproach. */
function shouldHaves({ draft, language }: Look, { verb, subject, index, sentence }: Clause): boolean {
  const { norm } = draft.words;
  if (verb!.modal !== 'should' || verb!.tense !== 'perfect' || verb!.negated || EXPECTED.has(verb!.lemma)) return false;
  if (norm[subject!.from - 1] !== 'should' || hasWord(norm, verb!.from, verb!.main, 'already')) return false;
  const next = language.clauses[index + 1];
  return next?.sentence === sentence && UNREAL.has(next.verb?.modal ?? '') && next.verb?.tense === 'perfect';
}

/** "you arrived too late", "you were late, so the table was given away": late by their own doing, told as the reason. */
function comesLate({ draft, language }: Look, { verb, to, link, index, sentence }: Clause): boolean {
  const { norm } = draft.words;
  if (!/^(?:be|arrive|come|check|turn|show)$/.test(verb!.lemma) && !inList('customer-duties', verb!.lemma)) return false;
  for (let i = verb!.to; i < to; i += 1) {
    if (norm[i] !== 'late') continue;
    if (norm[i - 1] === 'too') return true;
    const next = language.clauses[index + 1];
    return link === 'because' || link === 'since' || link === 'as' || (next?.sentence === sentence && next.link === 'so');
  }
  return false;
}

/** "because you weren't at home": what went wrong is laid to their absence. */
function absent(look: Look, clause: Clause): boolean {
  const { norm } = look.draft.words;
  const { verb, link, to } = clause;
  if (!verb!.negated || (link !== 'because' && link !== 'since' && link !== 'as')) return false;
  for (let i = verb!.to; i < to; i += 1)
    if (/^(?:home|in|there|present|available|reachable)$/.test(norm[i])) return explainsFailure(look, clause);
  return false;
}

/** "you forgot to sign", "you lost the voucher"; not "you forgot your scarf", which is theirs to miss, nor "you lost two days". */
function losesTheirOwn(norm: readonly string[], { verb, to }: Clause): boolean {
  if (verb!.lemma === 'forget' && !/^(?:your|a|an|the|my|his|her)$/.test(norm[verb!.to] ?? '')) return true;
  for (let i = verb!.to; i < Math.min(to, verb!.to + 5); i += 1) if (MISSABLE.has(norm[i]) || CREDENTIALS.has(norm[i])) return true;
  return false;
}

function missesTheirOwn(norm: readonly string[], { verb, to }: Clause): boolean {
  for (let i = verb!.to; i < Math.min(to, verb!.to + 6); i += 1) if (MISSABLE.has(norm[i])) return true;
  return false;
}

function hasWrong(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    if (norm[i] === 'late' || norm[i] === 'twice') continue;
    if (WRONG.has(norm[i]) && (norm[i - 1] === 'an' || norm[i - 1] === 'a' || norm[i - 1] === 'your')) return true;
    if (norm[i] === 'typo' || norm[i] === 'mistake' || norm[i] === 'error') return norm[i - 1] !== 'no';
    if (norm[i] === 'wrong' || norm[i] === 'false' || norm[i] === 'incorrect' || norm[i] === 'wrongly' || norm[i] === 'incorrectly')
      return norm[i - 1] !== 'nothing' && norm[i - 1] !== 'anything';
  }
  return false;
}

/** The failure stands in the clause before or after: "the parcel was late because you …". */
function explainsFailure({ draft, language }: Look, clause: Clause): boolean {
  const { from, to } = language.sentences[clause.sentence];
  if (isGranted(draft.words.norm, from, clause.from)) return false;
  for (let i = from; i < to; i += 1)
    if (FAILED.has(draft.words.norm[i]) && (i < clause.from || i >= clause.to) && !isPaidBack(draft.words.norm, i, to)) return true;
  return false;
}

/** "There is nothing to pay because you rang in time", "refunded in full, as you told us before noon": the good that came of it. */
function isGranted(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    if (norm[i - 1] === 'not' || norm[i - 2] === 'not') continue;
    if (/^(?:free|waived)$/.test(norm[i]) || (norm[i] === 'refunded' && norm[i - 1] !== 'no')) return true;
    if (
      /^(?:nothing|no)$/.test(norm[i]) &&
      /^(?:to|charge|fee|cost)$/.test(norm[i + 1] ?? '') &&
      (norm[i] === 'no' || /^(?:pay|settle)$/.test(norm[i + 2] ?? ''))
    )
      return true;
  }
  return false;
}

/** "I've returned your postage": what is returned is money, and no failure. */
function isPaidBack(norm: readonly string[], at: number, to: number): boolean {
  if (norm[at] !== 'returned') return false;
  for (let i = at + 1; i < Math.min(to, at + 5); i += 1)
    if (/^(?:money|postage|fee|fees|payment|deposit|charge|charges|amount|sum|cost|price|fare|difference)$/.test(norm[i])) return true;
  return false;
}

/** "you missed it because our banner was wrong", "you broke it because we …": the effect of our fault. */
function ofOurs({ language }: Look, clause: Clause): boolean {
  const next = language.clauses[clause.index + 1];
  return (
    next?.sentence === clause.sentence &&
    (next.link === 'because' || next.link === 'since' || next.link === 'as') &&
    next.subject?.actor !== 'customer'
  );
}

/** "you did not wrap the phone properly" */
function isSloppy(norm: readonly string[], { verb, to }: Clause): boolean {
  if (verb!.lemma === 'be' || verb!.lemma === 'get' || verb!.lemma === 'receive' || verb!.lemma === 'have') return false;
  for (let i = verb!.to; i < to; i += 1) if (/^(?:properly|correctly|carefully)$/.test(norm[i])) return true;
  return false;
}

/** "since you let it run out", "because you let the offer lapse" */
function letsSlip(norm: readonly string[], { language }: Look, { verb, sentence }: Clause): boolean {
  for (let i = verb!.to; i < language.sentences[sentence].to; i += 1)
    if (/^(?:run|expire|lapse|slip|pass|go|fall)$/.test(norm[i])) return true;
  return false;
}

function isThanks(norm: readonly string[], { verb, from }: Clause): boolean {
  return verb!.lemma === 'let' && !hasWord(norm, from, verb!.main + 3, 'us');
}

/** "I'm sorry that you did not …", "we are glad you didn't …": the failing is not held against them. */
function regretted({ draft, language }: Look, clause: Clause): boolean {
  const { norm } = draft.words;
  const { from } = language.sentences[clause.sentence];
  let i = clause.subject!.from - 1;
  while (i >= from && OPENS_COMPLEMENT.has(norm[i])) i -= 1;
  return i >= from && REGRET.has(norm[i]);
}

function softened({ draft, language }: Look, clause: Clause): boolean {
  const { from, to } = language.sentences[clause.sentence];
  const { norm } = draft.words;
  for (let i = from; i < to; i += 1) {
    if (EASY.has(norm[i]) || (norm[i] === 'problem' && norm[i - 1] === 'no')) return true;
  }
  return false;
}

function hedged({ draft }: Look, from: number, to: number): boolean {
  const { norm } = draft.words;
  // "somebody who looks after his car" guesses at nothing.
  for (let i = from; i < to; i += 1)
    if (HEDGES.has(norm[i]) && !(norm[i] === 'looks' && /^(?:after|at|for)$/.test(norm[i + 1] ?? ''))) return true;
  return false;
}

/** "not your responsibility", "through no negligence": negated before the words themselves. */
function denied({ draft }: Look, clause: Clause, at: number): boolean {
  if (clause.negated && clause.verb && clause.verb.from <= at + 1) return !hasWord(draft.words.norm, at, clause.verb.to, 'give');
  return draft.words.norm[at - 1] === 'not' || draft.words.norm[at - 1] === 'no';
}

/** "your error message" names a message, and nobody's fault. */
function isTheirs({ draft, language }: Look, at: Span): boolean {
  const { words } = draft;
  // "None of this was your doing."
  const clause = language.clauseAt(wordAt(words, at.start));
  if (
    clause?.subject?.actor === 'nobody' ||
    (clause?.negated && /^(?:none|nothing|no)$/.test(words.norm[clause.subject?.from ?? -1] ?? ''))
  )
    return false;
  const next = wordAt(words, at.end);
  return next >= words.length || (words.gap[next] & ~Gap.newline) !== 0 || !THINGS.has(words.norm[next]);
}

/** "The new lamp is your doing", "two neighbours have booked, and I hear that's your doing": something good, laid to their account. */
function isCredit({ draft, language }: Look, at: Span, index: number): boolean {
  const { words } = draft;
  const next = wordAt(words, at.end);
  if (words.norm[next - 1] !== 'doing' || words.norm[next - 2] !== 'your') return false;
  if (/^(?:thanks|suggestion)$/.test(language.kind.value ?? '')) return true;
  const { from } = language.sentences[language.clauses[index].sentence];
  // "That's your doing": of what stands before.
  if (next - from < 7) return false;
  return !words.norm
    .slice(from, next)
    .some(
      (word) =>
        BROKEN.test(word) ||
        /^(?:not|no|never|cannot|wrong|all)$/.test(word) ||
        inList('trouble-nouns', word) ||
        inList('negative-evaluation', word) ||
        inList('fault-nouns', word),
    );
}

/** From the subject to the end of its clause and of the infinitives and participles that hang on it, without a sign at the end. */
function stretchOf({ language }: Look, clause: Clause): Span {
  let last = clause;
  for (let next = language.clauses[clause.index + 1]; next?.sentence === clause.sentence && next.verb?.tense === 'none' && !next.link;) {
    last = next;
    next = language.clauses[next.index + 1];
  }
  const start =
    clause.mood === 'counterfactual' || clause.link === 'because'
      ? clause.start
      : Math.max(clause.start, Math.min(clause.subject!.start, clause.verb!.start));
  return { start, end: last.end };
}

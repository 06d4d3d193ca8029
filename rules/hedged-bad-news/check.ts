import { Gap, slice } from 'replylint/rule';
import type { Check, Clause, Hit, Look, Remark, Span } from 'replylint/rule';
import {
  badBehind,
  comesToNothing,
  eitherWay,
  foreseenHard,
  isBad,
  isLiable,
  longOdds,
  mayFail,
  mustWait,
  perhapsBad,
  slipsAway,
} from './outcomes.js';
import { awaitsNews, hedgedAnswers } from './answers.js';

const MAYBE = new Set(['may', 'might', 'could']);
/** What a negative possibility is about when it is ours to grant. */
const GRANTED = new Set([
  'refund',
  'replace',
  'repair',
  'approve',
  'accept',
  'grant',
  'exchange',
  'cover',
  'reimburse',
  'waive',
  'resolve',
  'fix',
  'extend',
]);
/** A chance of these is a chance of bad news. */
const RISKS = new Set('lost gone problem problems delay delays issue issues'.split(' '));
/** Hopes of this sort are warm wishes. */
const WISHED = new Set(
  'sun sunshine see catch welcome enjoy improve help helps hear return again future visit back pleasure chance opportunity mind meet better enjoyed serve'.split(
    ' ',
  ),
);

const WHO_KNOWS = /\bwho knows\W*$/iu;

/** Bad news or help that is left to luck or to a maybe, with no promise beside it to find out. One finding a sentence. */
const check: Check = (look) => {
  const spans = [...byMood(look), ...hedgedAnswers(look), ...look.hits.flatMap((hit) => byPhrase(hit, look))].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  const settled = new Set(
    look.language.commitments.filter(({ time, conditional }) => time === 'specific' && !conditional).map(({ sentence }) => sentence),
  );
  const remarks: Remark[] = [];
  let last = -1;
  for (const span of spans) {
    const sentence = look.language.sentenceAt(span.start);
    if (!sentence || sentence.index === last || look.language.isMention(span)) continue;
    // "…, so who knows?" asks nothing.
    if (sentence.question && !WHO_KNOWS.test(slice(look.draft.text, span))) continue;
    if (settled.has(sentence.index) || settled.has(sentence.index + 1)) continue;
    last = sentence.index;
    remarks.push({ span });
  }
  return remarks;
};

/** "might not be able to", "might not be possible", "could prove difficult", "could possibly manage it". */
function byMood(look: Look): Span[] {
  return look.language.clauses.flatMap((clause) => {
    const behind = badBehind(look, clause);
    if (behind) return [{ start: trimmed(clause, look).start, end: trimmed(behind, look).end }];
    if (!isHedged(clause, look) && !isOmen(clause, look)) return [];
    // "It may | or may not work"
    const next = look.language.clauses[clause.index + 1];
    const both = next?.link === 'or' && next.sentence === clause.sentence && next.verb?.modal === clause.verb?.modal;
    return [{ start: trimmed(clause, look).start, end: both ? next.end : trimmed(clause, look).end }];
  });
}

/** "It may be close, but you'll catch it." */
function isReassured({ language }: Look, { index, sentence }: Clause): boolean {
  const next = language.clauses[index + 1];
  return next?.sentence === sentence && next.link === 'but' && next.subject?.actor === 'customer' && !next.negated;
}

/** A maybe over what would be bad, in words other than "might not". */
function isOmen(clause: Clause, look: Look): boolean {
  if (conditional(look, clause)) return false;
  return [mayFail, mustWait, perhapsBad, longOdds, foreseenHard, eitherWay, slipsAway, isLiable].some((omen) => omen(look, clause));
}

function isHedged(clause: Clause, look: Look): boolean {
  const { verb, subject, mood, mention } = clause;
  if (!mention && (doubts(look, clause) || improbable(look, clause) || mayLack(look, clause))) return true;
  if (!verb || mention || mood !== 'statement' || verb.modal === undefined || !MAYBE.has(verb.modal) || verb.tense === 'perfect')
    return false;
  const { norm } = look.draft.words;
  const has = (words: ReadonlySet<string>): boolean => anyWord(norm, verb.from, clause.to, words);
  if (has(ELSEWHERE) || anyWord(norm, clause.from, clause.to, ELSEWHERE) || conditional(look, clause)) return false;
  const own = subject?.actor === 'own' || subject?.actor === 'department' || subject?.actor === 'colleague';
  if (own) {
    if (look.language.kind.value === 'thanks') return false;
    if (verb.modal !== 'could' && (verb.negated || norm[verb.to] === 'unable')) return isUnable(norm, clause);
    return !verb.negated && has(PERHAPS) && verb.lemma !== 'be' && clause.link !== 'if' && clause.link !== 'as';
  }
  const hoped = hopes(look, clause);
  // "You might not get a refund."
  if (subject?.actor === 'customer')
    return (hoped && has(PERHAPS)) || (verb.negated && verb.modal !== 'could' && /^(?:get|receive|qualify)$/.test(verb.lemma));
  if (verb.negated && verb.modal !== 'could') {
    const passive = verb.voice === 'passive' && GRANTED.has(verb.lemma);
    return passive || (verb.lemma === 'be' && norm[verb.to] === 'possible') || comesToNothing(norm, clause);
  }
  if (verb.negated) return false;
  if (hoped) return verb.lemma === 'be' && anyWord(norm, verb.to, clause.to, POSSIBLE);
  return (
    (verb.lemma === 'be' || verb.lemma === 'prove') &&
    isBad(norm, verb.to, clause.to) &&
    (look.draft.customer === undefined || awaitsNews(look)) &&
    !isReassured(look, clause) &&
    !anyWord(norm, clause.from, clause.to, ELSEWHERE)
  );
}

/** "I don't think we can offer that", "I doubt that we could": a no that is not said. */
function doubts({ language, draft }: Look, { verb, subject, mood, index, sentence, negated }: Clause): boolean {
  if (!verb || subject?.actor !== 'own' || mood !== 'statement' || verb.modal || (verb.tense !== 'present' && verb.tense !== 'future'))
    return false;
  const next = language.clauses[index + 1];
  // "I don't know if my manager would go for that"
  const unknown = verb.lemma === 'know' && verb.negated && /^(?:if|whether)$/.test(next?.link ?? '');
  if (!unknown && !(verb.lemma === 'doubt' && !negated) && !(/^(?:think|believe|expect|imagine)$/.test(verb.lemma) && verb.negated))
    return false;
  if (unknown && next.subject && next.subject.actor !== 'customer' && next.verb?.modal && !next.verb.negated) return true;
  if (next?.sentence !== sentence || !next.verb || next.verb.negated || (next.subject?.actor !== 'own' && next.subject?.actor !== 'thing'))
    return false;
  // "If it shows anything I don't expect, I'll call you."
  if (draft.words.gap[next.from] & Gap.comma) return false;
  return /^(?:can|could|will|would)$/.test(next.verb.modal ?? '') && (next.verb.lemma !== 'be' || verb.lemma === 'doubt');
}

/** "We may not have the staff to open the pool", "we might not have enough rooms". */
function mayLack(look: Look, clause: Clause): boolean {
  const { verb, subject, mood } = clause;
  if (verb?.lemma !== 'have' || !verb.negated || (verb.modal !== 'may' && verb.modal !== 'might') || mood !== 'statement') return false;
  if (subject?.actor !== 'own' && subject?.actor !== 'department' && subject?.actor !== 'colleague') return false;
  const { norm } = look.draft.words;
  if (norm[verb.main] !== 'have' || conditional(look, clause)) return false;
  for (let i = verb.to; i < verb.to + 4; i += 1)
    if (MEANS.test(norm[i] ?? '')) return /^(?:the|enough|any|a|an|sufficient|much)$/.test(norm[verb.to]);
  // "the hands to carry it", "enough wood for it": whatever it takes.
  if (!/^(?:the|enough|sufficient)$/.test(norm[verb.to] ?? '')) return false;
  for (let i = verb.to + 2; i < verb.to + 4; i += 1)
    if (norm[i] === 'to' || norm[i] === 'for') return !/^(?:you|your|us|me)$/.test(norm[i + 1] ?? '');
  return false;
}

const MEANS =
  /^(?:time|room|rooms|space|staff|means|capacity|stock|seats?|tickets?|parts?|option|options|places?|resources|availability|tables?|slots?)$/;

/** "It probably won't arrive by Friday." */
function improbable({ draft }: Look, { verb, subject, mood, from, to }: Clause): boolean {
  if (!verb?.negated || mood !== 'statement' || subject?.actor === 'customer' || subject?.actor === 'circumstance') return false;
  if (verb.modal !== 'will' && verb.modal !== 'can' && verb.modal !== 'going to') return false;
  return verb.lemma !== 'cost' && verb.lemma !== 'need' && verb.lemma !== 'matter' && anyWord(draft.words.norm, from, to, PROBABLY);
}

const PROBABLY = new Set(['probably', 'possibly', 'perhaps', 'maybe', 'likely', 'presumably']);
const PERHAPS = new Set(['possibly', 'perhaps']);
const POSSIBLE = new Set(['possible', 'available']);
/** Delays of a network or of a season are facts about the world. */
const ELSEWHERE = new Set(['bank', 'customs', 'traffic', 'weather', 'occasional', 'occasionally', 'sometimes', 'times']);

/** "may not be able to", "might not be in a position to", "may be unable to", "may not accept". */
function isUnable(norm: readonly string[], { verb, to }: Clause): boolean {
  for (let i = verb!.from; i < Math.min(to, verb!.to + 5); i += 1) if (/^(?:able|unable|position)$/.test(norm[i])) return true;
  return (
    GRANTED.has(verb!.lemma) || verb!.lemma === 'offer' || verb!.lemma === 'help' || verb!.lemma === 'manage' || verb!.lemma === 'make'
  );
}

/** "If the branch is closed, we may not be able to": how things are in a case that may not come. */
function conditional(look: Look, { index, sentence }: Clause): boolean {
  const near = look.language.clauses.slice(Math.max(0, index - 2), index + 2);
  return near.some((other) => other.sentence === sentence && other.mood === 'condition' && (other.link === 'if' || other.link === 'when'));
}

/** "We hope that a pause may perhaps be possible." */
function hopes(look: Look, { index, sentence }: Clause): boolean {
  const before = look.language.clauses[index - 1];
  return before?.sentence === sentence && before.verb?.lemma === 'hope' && before.subject?.actor === 'own';
}

function byPhrase(hit: Hit, look: Look): Span[] {
  const spoken = hit.tag === 'luck' || hit.tag === 'crossed' ? hit.to - 1 : hit.from;
  const clause = look.language.clauseAt(spoken);
  const { norm } = look.draft.words;
  if (!clause) return [];
  const next = look.language.clauses[clause.index + 1];
  const follows = next?.sentence === clause.sentence ? next : undefined;
  switch (hit.tag) {
    case 'luck':
      return leavesToLuck(hit, clause, follows, look)
        ? [{ start: hit.span.start, end: trimmed(reaching(clause, hit, look), look).end }]
        : [];
    case 'crossed':
      return crosses(hit, clause, follows, look) ? [hit.span] : [];
    case 'wait-and-see':
      if (norm[hit.to] === 'to' && norm[hit.to + 1] === 'improve') return [];
      return [{ start: hit.span.start, end: Math.max(hit.span.end, trimmed(clause, look).end) }];
    case 'chance':
      // "a slight possibility of a delay"
      if (norm[hit.to] === 'of' && anyWord(norm, hit.to, hit.to + 4, RISKS) && /^(?:may|might|could)$/.test(norm[hit.from + 1]))
        return [hit.span];
      // "the faint possibility of its being held up"
      if (norm[hit.to] === 'of' && follows && isSetback(norm, hit.to + 1))
        return [{ start: hit.span.start, end: trimmed(follows, look).end }];
      return follows?.negated && follows.mood === 'statement' ? [{ start: hit.span.start, end: trimmed(follows, look).end }] : [];
    case 'open': {
      // "Don't get your hopes up: it is broken" tells it.
      const { end } = look.language.sentences[clause.sentence];
      return look.draft.text.slice(hit.span.end, end).includes(': ') ? [] : [hit.span];
    }
    case 'shrug':
      return shrugs(hit, clause, look);
    case 'unpromising':
      return clause.subject === undefined || clause.subject.actor === 'thing' ? [hit.span] : [];
    case 'unsure':
      // "Not sure if we can do that": chat leaves "I am" out, and it is one clause.
      if (norm[hit.from] === 'not') return isUnsureHelp(norm, clause) ? [{ start: hit.span.start, end: trimmed(clause, look).end }] : [];
      return follows && doubtsHelp(norm, clause, follows, look)
        ? [{ start: trimmed(clause, look).start, end: trimmed(follows, look).end }]
        : [];
    default: {
      const sentence = look.language.sentences[clause.sentence];
      const needed = follows?.subject?.actor === 'customer' && !/^(?:get|receive)$/.test(follows.verb?.lemma ?? '');
      return sentence && !needed && anyWord(norm, hit.to, Math.min(sentence.to, hit.to + 20), STILL) ? [hit.span] : [];
    }
  }
}

/** Within a chance of …: being held up, running over. */
function isSetback(norm: readonly string[], from: number): boolean {
  const words = norm.slice(from, from + 7).join(' ');
  return (
    /\bbeing (?:\w+ )?(?:held up|delayed|late|postponed|cancelled|lost|damaged|turned down|rejected|refused|short|sold out)\b/.test(
      words,
    ) || /\b(?:running (?:over|late|out)|falling (?:through|behind)|slipping|overrunning|missing)\b/.test(words)
  );
}

const STILL = new Set(['but', 'though', 'although', 'never', 'hope', 'hopefully']);

/** "A few more might be released, who knows": behind a maybe, and no question of who knows what. */
function shrugs({ from, to, span }: Hit, { sentence }: Clause, look: Look): Span[] {
  const { norm, gap, length } = look.draft.words;
  const { from: first, start, firstClause } = look.language.sentences[sentence];
  // "You could always ask, you never know" encourages.
  if (look.language.clauses[firstClause]?.subject?.actor === 'customer') return [];
  const alone = to >= length || (gap[to] & (Gap.comma | Gap.stop | Gap.break | Gap.blankLine)) !== 0;
  return alone && from > first && anyWord(norm, first, from, CHANCES) ? [{ start, end: span.end }] : [];
}

const CHANCES = new Set([...MAYBE, ...PERHAPS, 'chance', 'maybe', 'can', 'tend', 'tends', 'way', 'sometimes', 'often', 'usually']);

/** The clause that the adverb speaks of: its own, or the next one when it stands alone. */
function reaching(clause: Clause, hit: Hit, look: Look): Clause {
  return clause.verb && clause.verb.from < hit.to ? (look.language.clauses[clause.index + 1] ?? clause) : clause;
}

/** "Hopefully it will turn up", and not "hopefully we'll see you in June". */
function leavesToLuck(hit: Hit, clause: Clause, follows: Clause | undefined, look: Look): boolean {
  const about = clause.verb && clause.verb.from < hit.to && follows ? follows : clause;
  const { verb, subject } = about;
  if (look.language.kind.value === 'thanks' && !about.negated) return false;
  if (!verb || !subject || verb.tense === 'past' || verb.tense === 'perfect' || verb.tense === 'none') return false;
  const { norm } = look.draft.words;
  const sentence = look.language.sentences[about.sentence];
  if (wishes(norm, sentence.from, Math.min(sentence.to, about.to + 6)) || wishesNext(norm, sentence)) return false;
  if (subject.actor === 'customer') return isAble(norm, about) || verb.lemma === 'receive' || verb.lemma === 'get';
  if (subject.actor === 'own') return verb.modal !== undefined && verb.lemma !== 'have' && verb.lemma !== 'be' && verb.lemma !== 'make';
  return verb.modal !== undefined || verb.negated || verb.tense === 'present';
}

/** "We'll have to see on the day" wishes nobody anything. */
function wishes(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1)
    if (WISHED.has(norm[i]) && !(norm[i] === 'see' && norm[i - 1] === 'to' && norm[i - 2] === 'have')) return true;
  return false;
}

/** "Hopefully the next flight is smoother." */
function wishesNext(norm: readonly string[], { from, to }: Span & { readonly from: number; readonly to: number }): boolean {
  for (let i = from; i < to; i += 1) if (norm[i] === 'next' && !/^(?:few|day|days|week|hour|couple)$/.test(norm[i + 1] ?? '')) return true;
  return false;
}

/** "Fingers crossed" for something of the matter; not for their exam, and not "we keep our fingers crossed for your recital". */
function crosses(hit: Hit, clause: Clause, follows: Clause | undefined, look: Look): boolean {
  const { norm, gap } = look.draft.words;
  if (look.language.kind.value === 'thanks' || gap[hit.from] & Gap.openBracket) return false;
  for (let i = Math.max(0, hit.from - 4); i < hit.from; i += 1) if (/^(?:keep|keeping|kept|got|have|has|my)$/.test(norm[i])) return false;
  if (norm[hit.to] === 'for') return look.language.times.some(({ from }) => from === hit.to + 1 || from === hit.to + 2);
  // "that it comes back"
  if (clause.link === 'that' && clause.subject?.actor === 'thing' && clause.verb && clause.verb.from >= hit.to - 1) return true;
  // "Fingers crossed they let you in": left to those who decide.
  if (
    /^(?:they|he|she)$/.test(norm[hit.to]) &&
    follows?.subject?.from === hit.to &&
    /^(?:let|accept|find|send|agree|approve|refund|fix|deliver|answer|replace|allow)$/.test(follows.verb?.lemma ?? '')
  )
    return true;
  const alone = gap[hit.to] & (Gap.stop | Gap.blankLine | Gap.comma) || hit.to >= look.draft.words.length;
  return alone ? true : follows !== undefined && leavesToLuck(hit, follows, undefined, look);
}

function isAble(norm: readonly string[], { verb }: Clause): boolean {
  for (let i = verb!.from; i < verb!.to; i += 1) if (norm[i] === 'able') return true;
  return false;
}

/** "not sure we can", "not certain the committee would agree", "not sure whether the workshop has one": no doubt about what somebody meant. */
function doubtsHelp(norm: readonly string[], clause: Clause, next: Clause, { language }: Look): boolean {
  if (clause.subject?.actor !== 'own' || clause.mood !== 'statement') return false;
  const owned = next.verb?.lemma === 'have' && next.verb.to === next.verb.main + 1 && language.kind.value !== 'question';
  return isUnsureHelp(norm, next) || (owned && /^(?:if|whether)$/.test(next.link ?? '') && next.subject?.actor !== 'customer');
}

function isUnsureHelp(norm: readonly string[], { verb, subject, link }: Clause): boolean {
  // "not sure any copies survived"
  if (verb && subject && norm[subject.from] === 'any') return true;
  if (!verb || subject?.actor === 'customer' || (link !== undefined && !/^(?:that|if|whether)$/.test(link))) return false;
  return verb.modal !== undefined && /^(?:can|could|will|would)$/.test(verb.modal) && norm[verb.from] !== 'should';
}

function trimmed({ from, to, start, end, subject, verb }: Clause, { draft }: Look): Span {
  const { words } = draft;
  const opening = PROBABLY.has(words.norm[from]) ? from : undefined;
  const first = opening ?? (subject && subject.from >= from ? subject.from : verb && verb.from >= from ? verb.from : from);
  return first < to ? { start: words.start[first], end } : { start, end };
}

function anyWord(norm: readonly string[], from: number, to: number, sought: ReadonlySet<string>): boolean {
  for (let i = from; i < to; i += 1) if (sought.has(norm[i])) return true;
  return false;
}

export default check;

import { Gap } from 'replylint/rule';
import type { Clause, Hit, Look, Span } from 'replylint/rule';
import { anyWord, MAYBE, PERHAPS, trimmed } from './hedge-words.js';

/** A chance of these is a chance of bad news. */
const RISKS = new Set('lost gone problem problems delay delays issue issues'.split(' '));
/** Hopes of this sort are warm wishes. */
const WISHED = new Set(
  'sun sunshine see catch welcome enjoy improve help helps hear return again future visit back pleasure chance opportunity mind meet better enjoyed serve'.split(
    ' ',
  ),
);

/** "I cannot approve it. … I would not count on the appeal": the bad news stands in the paragraph already. */
function isToldBefore({ sentence }: Clause, { language: { refusals, sentences } }: Look): boolean {
  return refusals.some((told) => told.sentence < sentence && sentences[told.sentence].paragraph === sentences[sentence].paragraph);
}

/** What a phrase of `rule.yml` leaves to luck: "hopefully", "fingers crossed", "we shall see", "who knows". */
export function byPhrase(hit: Hit, look: Look): Span[] {
  const spoken = hit.tag === 'luck' || hit.tag === 'crossed' ? hit.to - 1 : hit.from;
  const clause = look.language.clauseAt(spoken);
  const { norm } = look.draft.words;
  if (!clause) return [];
  const next = look.language.clauses[clause.index + 1];
  const follows = next?.sentence === clause.sentence ? next : undefined;
  switch (hit.tag) {
    case 'luck':
      if (norm[hit.from + 1] === 'not' && isToldBefore(clause, look)) return [];
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

function isAble(norm: readonly string[], { verb }: Clause): boolean {
  for (let i = verb!.from; i < verb!.to; i += 1) if (norm[i] === 'able') return true;
  return false;
}

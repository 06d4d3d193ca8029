import { anchored, ownWords, stretchEnd } from './anchors.js';
import { evaluation } from './empathy-evaluation.js';
import { impact } from './empathy-impact.js';
import { validation } from './empathy-validation.js';
import type { LazyReading } from '../index.js';
import type { Clause, EmpathyStatement, Sentence } from '../reading.js';
import { findListed } from '../window.js';

const PERSPECTIVE = new Set(
  'see imagine understand know appreciate realise recognise feel sympathise empathise relate hear acknowledge share get'.split(' '),
);
/** Of those, the ones that take the customer's place when a how or why follows them, whatever comes then. */
const IMAGINING = new Set('see imagine understand appreciate realise recognise get hear'.split(' '));
/** "We know how much this meant" */
const WEIGHTY = new Set('important much long eager anxious keen hard precious special valuable'.split(' '));
/** What customers set their mind on, or bear. */
const HOPE = new Set('count rely depend hope look plan expect wait save travel'.split(' '));
/** What a writer understands besides a feeling: their thoughts, their point. */
const STANDPOINT = new Set(
  'thoughts thought point view views reasons reason wish need feelings position predicament situation worry dilemma'.split(' '),
);
/**
 * Statements of empathy in the draft (RULES §1.6): perspective, evaluation, impact, validation, and standards that name the failing. At most one a
 * sentence, the most specific that is found.
 */
export function readEmpathy(reading: LazyReading): readonly EmpathyStatement[] {
  const found: EmpathyStatement[] = [];
  const theirs = ownWords(reading);
  for (const sentence of reading.sentences) {
    if (sentence.role === 'salutation' || sentence.question) continue;
    const seen = perspective(reading, sentence);
    const statement = seen?.specific
      ? seen
      : (validation(reading, sentence) ?? evaluation(reading, sentence, theirs) ?? impact(reading, sentence) ?? seen);
    if (statement) found.push(statement);
  }
  return found;
}

/** I can see / imagine / understand how …: specific when a content word outside the formula stands in what is understood, or before it. */
function perspective(reading: LazyReading, sentence: Sentence): EmpathyStatement | undefined {
  const { words } = reading.grammar;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    const { verb, subject } = clause;
    if (!verb || clause.mention || verb.negated || verb.tense === 'past' || !PERSPECTIVE.has(verb.lemma)) continue;
    if (subject && subject.actor !== 'own') continue;
    if (verb.tense === 'none' || clause.mood === 'condition') continue;
    if (!subject && verb.from !== sentence.from && !/^(?:can|completely|fully|totally)$/.test(words.norm[verb.from])) continue;
    const after = situationAt(reading, sentence, clause);
    if (after < 0) continue;
    const end = stretchEnd(reading, after, sentence.to);
    const specific = anchored(reading, after, end) || anchored(reading, sentence.from, clause.from);
    const adjective = /^(?:how|why)$/.test(words.norm[verb.to] ?? '');
    return {
      start: clause.start,
      end: words.end[end - 1],
      sentence: sentence.index,
      kind: adjective && !specific ? 'evaluation' : 'perspective',
      specific,
    };
  }
  return easyToSee(reading, sentence);
}

/** "It is easy to see why you are fed up." */
function easyToSee(reading: LazyReading, sentence: Sentence): EmpathyStatement | undefined {
  const { words } = reading.grammar;
  for (let i = sentence.from; i + 3 < sentence.to; i += 1)
    if (
      words.norm[i + 1] === 'to' &&
      /^(?:easy|possible|plain)$/.test(words.norm[i]) &&
      /^(?:see|understand|imagine)$/.test(words.norm[i + 2]) &&
      /^(?:why|how|what)$/.test(words.norm[i + 3])
    )
      return { start: sentence.start, end: sentence.end, sentence: sentence.index, kind: 'perspective', specific: true };
  return undefined;
}

/** First word of the situation that is understood; -1 when the verb means something else (`I see the payment`, `I understand that you want a refund`). */
function situationAt(reading: LazyReading, sentence: Sentence, clause: Clause): number {
  const { words } = reading.grammar;
  const { norm } = words;
  const verb = clause.verb!;
  const next = norm[verb.to] ?? '';
  const end = stretchEnd(reading, verb.to, sentence.to);
  const emotive = findListed(words, verb.to, end, 'feeling-words') >= 0 || findListed(words, verb.to, end, 'evaluative-words') >= 0;
  const concern = next === 'your' && /^concerns?$/.test(norm[verb.to + 1] ?? '') && verb.lemma !== 'appreciate' && verb.lemma !== 'share';
  if (next === 'how' || next === 'why')
    return norm[verb.to + 1] !== 'to' && (emotive || IMAGINING.has(verb.lemma) || WEIGHTY.has(norm[verb.to + 1])) ? verb.to + 1 : -1;
  if (verb.lemma === 'imagine' || theirHope(reading, sentence, clause)) return verb.to;
  if (next === 'what') return emotive || meansSomething(reading, verb.to, end) ? verb.to + 1 : -1;
  if (next === 'your' && STANDPOINT.has(norm[verb.to + 1]) && anchored(reading, verb.to + 2, end)) return verb.to;
  // "It is annoying, I get that": what is understood stands before.
  if (next === 'that' && verb.to + 1 >= end && anchored(reading, sentence.from, clause.from)) return verb.to;
  return emotive || concern ? verb.to : -1;
}

/** We know you count on us to get home; we understand you would have liked a window seat. */
function theirHope(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const next = reading.clauses[clause.index + 1];
  if (next?.sentence !== sentence.index || next.subject?.actor !== 'customer' || !next.verb || next.from > clause.verb!.to + 1)
    return false;
  if (clause.verb!.lemma === 'hear' || clause.verb!.lemma === 'see') return false;
  return HOPE.has(next.verb.lemma) || (next.verb.lemma === 'like' && next.verb.modal === 'would' && next.verb.tense === 'perfect');
}

/** What a loose stone meant; what it is like. */
function meansSomething(reading: LazyReading, from: number, to: number): boolean {
  const { tags, words } = reading.grammar;
  for (let i = from; i < to; i += 1) if (/^(?:mean|feel|cost|like)$/.test(tags.lemma[i] ?? words.norm[i])) return true;
  return false;
}

import { wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import { isAsked } from './asked.js';
import type { LazyReading } from '../index.js';
import type { Clause, Refusal, Sentence } from '../reading.js';
import { isFact } from './facts.js';
import { explainsBeside } from './neighbours.js';
import { isPolicyNoun, policyAhead } from './policies.js';

const CAUSES = wordClass('because as since given');
/** Nouns by which a phrase gives a cause: for security reasons, under data protection law. */
const GROUNDS = wordClass(
  'reasons reason law laws hygiene security safety privacy gdpr protection capacity stock licence weather constraints restrictions limit deadline beyond control channel twitter',
);
/** What a rule is there to do. */
const PURPOSES = new Set('maintain ensure protect keep avoid prevent preserve guarantee safeguard make stay secure reduce'.split(' '));

/** Whether a refusal is explained, excused with a rule, or left bare. A sentence of empathy (`empathic`, by index) explains nothing. */
export function reasonFor(
  reading: LazyReading,
  sentence: Sentence,
  clause: Clause,
  policyBound: boolean,
  empathic: ReadonlySet<number>,
): Refusal['reason'] {
  const inside = within(reading, sentence, clause, policyBound);
  if (inside === 'given') return isByRuleAlone(reading, sentence, clause) ? 'policy' : inside;
  const explains = (index: number): boolean => !empathic.has(index) && explainsBeside(reading, index, sentence, policyBound);
  if (explains(sentence.index - 1) || explains(sentence.index + 1)) return 'given';
  return policyBound ? 'policy' : inside;
}

/** "Once it has been raised the name cannot be changed. Those are the rules": when a rule takes hold is not what it is for. */
function isByRuleAlone(
  { clauses, sentences, grammar: { words } }: LazyReading,
  { index }: Sentence,
  { index: at, sentence }: Clause,
): boolean {
  const before = clauses[at - 1];
  if (before?.sentence !== sentence || !/^(?:once|after|when)$/.test(before.link ?? '')) return false;
  const next = sentences[index + 1];
  const said = next && clauses[next.firstClause];
  return (
    said?.verb?.lemma === 'be' &&
    !said.negated &&
    /^(?:that|those|these|this|it|such)$/.test(words.norm[next.from]) &&
    policyAhead(words, said.verb.to, next.to)
  );
}

/** The reason in the sentence itself. */
function within(reading: LazyReading, sentence: Sentence, clause: Clause, policyBound: boolean): Refusal['reason'] {
  const { from, to, firstClause, endClause } = sentence;
  const { words } = reading.grammar;
  const { norm, gap } = words;
  let found: Refusal['reason'] = 'none';
  for (let k = firstClause; k < endClause; k += 1) {
    const other = reading.clauses[k];
    const linked = CAUSES.has(other.link ?? norm[other.from - 1]) || CAUSES.at(words, other.from);
    // "It is with regret that we must refuse", "I have been told that": what only leads up to it.
    if (!linked && other.index < clause.index && reading.clauses[other.index + 1].link === 'that') continue;
    if (other === clause || (!linked && other.index === clause.index + 1 && other.verb?.tense === 'none')) continue;
    // "If it is non-refundable, we are unable to": the condition is the cause.
    // "As per our terms, which you agreed to when you joined": the rule again.
    if (isAgreedTo(other) || (other.link === 'when' && isAgreedTo(reading.clauses[other.index - 1]))) continue;
    const causal = (other.mood === 'condition' && other.index < clause.index) || linked || other.link === 'which';
    const stated =
      !policyBound &&
      isFact(reading, other) &&
      (gap[other.from] & Gap.break ||
        (gap[other.from] & Gap.comma && other.link === undefined) ||
        (other.index < clause.index && other.link !== 'but' && other.link !== 'that' && !runsOn(reading, other)));
    if (!causal && !stated) continue;
    if (!policyAhead(words, other.from, other.to)) return 'given';
    found = 'policy';
  }
  // "We no longer make it, so we can't send you one": what the refusal follows from.
  if (concludes(reading, sentence, clause) && !policyAhead(words, from, clause.verb?.from ?? clause.to)) return 'given';
  // "Since the hotel keeps its own books, we…": a name may hide the link from the clause.
  if (CAUSES.at(words, from) && norm[from + 1] !== 'per' && clause.index > firstClause) return 'given';
  if (!policyBound && (isOfSome(reading, clause) || sparesThem(reading, clause))) return 'given';
  if (!policyBound && isExplained(reading, clause.verb?.from ?? clause.from, sentence)) return 'given';
  if (!policyBound && hasPurpose(reading, from, clause)) return 'given';
  for (let i = from; i < to; i += 1) {
    const phrase =
      (/^(?:due|owing|thanks|according)$/.test(norm[i]) && norm[i + 1] === 'to') ||
      (norm[i] === 'because' && norm[i + 1] === 'of') ||
      norm[i] === 'per' ||
      (norm[i] === 'under' && !/^(?:any|no)$/.test(norm[i + 1] ?? ''));
    if (phrase) {
      if (/^(?:contract|agreement)$/.test(norm[i + 2] ?? '')) found = 'policy';
      else if (!policyAhead(words, i + 1, Math.min(to, i + 8))) return norm[i] === 'per' || norm[i] === 'according' ? found : 'given';
      else found = 'policy';
    } else if ((GROUNDS.at(words, i) && !isNoGround(reading, i)) || givesCause(reading, i, to)) return 'given';
    else if (isPolicyNoun(norm[i])) found = 'policy';
  }
  return found;
}

/** "Which you agreed to", "which you signed": said of a rule, no cause, where "our policy, which keeps prices low" tells what it is for. */
function isAgreedTo({ link, subject, verb }: Clause): boolean {
  return (
    link === 'which' && subject?.actor === 'customer' && /^(?:agree|accept|sign|receive|get|see|read|confirm)$/.test(verb?.lemma ?? '')
  );
}

/** "Books that somebody else has reserved can't be renewed": which ones of all tells why. */
function isOfSome({ clauses, grammar: { words } }: LazyReading, { index, sentence, subject }: Clause): boolean {
  const which = clauses[index - 1];
  return (
    which?.sentence === sentence &&
    /^(?:that|which|who)$/.test(which.link ?? '') &&
    subject !== undefined &&
    subject.from === subject.head &&
    subject.from <= which.from &&
    words.norm[subject.head].endsWith('s')
  );
}

/** "…, but yours can": what holds for others. */
function sparesThem({ clauses, grammar: { words } }: LazyReading, { index, sentence }: Clause): boolean {
  const next = clauses[index + 1];
  return next?.sentence === sentence && next.link === 'but' && !next.negated && words.norm[next.subject?.from ?? -1] === 'yours';
}

const CONCLUDING = wordClass('so therefore hence thus consequently accordingly why');

/** "…, so we can't send you one", "… and therefore compensation is not payable", "…, which is why we cannot": it follows from what stands before. */
function concludes(reading: LazyReading, { from, firstClause }: Sentence, clause: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  if (clause.link === 'so') return norm[from] !== 'so';
  const at = CONCLUDING.first(words, clause.from, Math.min(clause.to, clause.from + 4));
  if (clause.index === firstClause || at < 0) return false;
  // "I am so sorry": not a conclusion.
  if (norm[at] === 'so') return norm[at - 1] === 'and';
  return norm[at] !== 'why' || norm[at - 1] === 'is' || norm[at - 1] === "'s";
}

const LINKING = /^(?:and|so|but|or|however|therefore|hence|thus)$/;

/** "Sixty days is a term we do not agree to", "your request came back rejected": read as two clauses, and one in truth. */
export function runsOn({ clauses, grammar: { words } }: LazyReading, { index, sentence }: Clause): boolean {
  const next = clauses[index + 1];
  if (next?.sentence !== sentence || next.link !== undefined || words.gap[next.from] !== 0) return false;
  return !LINKING.test(words.norm[next.from]) && !LINKING.test(words.norm[next.from - 1]);
}

/** "… is a no for Sunday: a wedding party of sixty checks in at 1": what stands behind a colon or a dash tells why. */
function isExplained({ grammar: { words } }: LazyReading, at: number, { to }: Sentence): boolean {
  for (let i = at; i < to - 3; i += 1)
    if (words.gap[i] & Gap.break)
      return !/^(?:sorry|please|thanks?|no|not|hope|but|have|enjoy|i'm)$/.test(words.norm[i]) && !policyAhead(words, i, to);
  return false;
}

/** "your request for a higher limit", "for any reason": a ground only by its word. */
function isNoGround(reading: LazyReading, at: number): boolean {
  const { norm } = reading.grammar.words;
  // "beyond what we do"
  if (norm[at] === 'beyond') return norm[at + 1] === 'what';
  // "for any reason"
  if (/^reasons?$/.test(norm[at])) return /^(?:any|no|whatever|whatsoever)$/.test(norm[at - 1]);
  return /^(?:limit|stock|capacity|deadline|licence|channel)$/.test(norm[at]) && isAsked(reading, at, at + 1);
}

/** "…, since by then the college has paid": behind a comma these two give the cause, whatever stands before its subject. */
function givesCause(reading: LazyReading, at: number, to: number): boolean {
  const { words } = reading.grammar;
  const { norm, gap } = words;
  // "…, as three others wait for it"; not "as stated", "as per our terms".
  if (norm[at] === 'as' && gap[at] & Gap.comma) {
    const pointing =
      /^(?:per|stated|mentioned|outlined|described|explained|advised|said|well|such|soon|far|long|in|on|a|always|you|requested)$/.test(
        norm[at + 1] ?? '',
      );
    return !pointing && !policyAhead(words, at, Math.min(to, at + 10));
  }
  return (norm[at] === 'since' || norm[at] === 'because') && (gap[at] & Gap.comma) !== 0 && !policyAhead(words, at, to);
}

/** "To keep the list fair for all, we…", "In order to protect your account…": what the refusal is for. */
function hasPurpose({ grammar: { words, tags } }: LazyReading, from: number, { verb }: Clause): boolean {
  const at = words.norm[from] === 'in' && words.norm[from + 1] === 'order' ? from + 2 : from;
  return tags.pos[at] === 'to' && verb!.from > at + 2 && PURPOSES.has(tags.lemma[at + 1] ?? '');
}

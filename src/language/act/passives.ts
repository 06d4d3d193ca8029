import { inList, listed } from '../../lexicon/index.js';
import { failsToAct } from '../fault/failing.js';
import { wordsCarried } from './verbs.js';
import { hasDeterminer, saysWhen } from './window.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';
import type { Act } from './acts.js';

const CUSTOMER_NOUNS = listed('customer-nouns');
const FEEDBACK_NOUNS = listed('feedback-nouns');
const REDRESS_NOUNS = listed('redress-nouns');

/** Past passives that tell what went wrong, not what was put right. */
const TROUBLE = new Set(
  'call paint cancel delay close hold change move remove block start handle add put switch transfer deal reach open'.split(' '),
);

/** What had been done before a failure tells how it came about, unless it mends something. */
const TALE = new Set(
  'print write prepare order book put send move change add set switch train test ask call scan load assign install'.split(' '),
);

/** Present passives that tell a result: the fitter is booked. Others tell how things are done. */
export const SETTLED = new Set(
  'book reserve fix repair mend resolve correct attach enclose schedule arrange refund cancel hold credit waive restore install add extend move set order pay end freeze'.split(
    ' ',
  ),
);

/** What customers are glad to see cancelled. */
const UNWANTED = /^(?:contract|subscription|membership|fine|charge|fee|bill|invoice|reminder|debit|order|penalty|ticket|claim)s?$/;

/** Of these, what it harms nobody to have had cancelled. */
const OWED = /^(?:fine|charge|fee|bill|invoice|reminder|debit|penalty)s?$/;

function movesOn(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 8); i += 1)
    if (
      norm[i] === 'for' &&
      /^(?:refund|reimbursement|repair|payment|approval|compensation|processing)$/.test(
        norm[/^(?:an?|the|your)$/.test(norm[i + 1]) ? i + 2 : i + 1] ?? '',
      )
    )
      return true;
  return false;
}

/** What was, is or will be done to something, nobody says by whom: the refund was sent, a fitter is booked, the machine will be swapped on Friday. */
export function passiveResult(reading: LazyReading, sentence: Sentence, clause: Clause): Act | undefined {
  const verb = clause.verb!;
  const { words } = reading.grammar;
  const { norm } = words;
  const actor = clause.subject?.actor;
  const dated = /^(?:estimate|schedule|expect|plan|set|project)$/.test(verb.lemma) || (verb.lemma === 'delay' && norm[verb.to] === 'until');
  if (dated && verb.tense === 'present' && saysWhen(reading, sentence)) return { kind: 'answered', lemma: verb.lemma };
  // "The labels had been printed on one sheet" tells how it came about.
  if (
    verb.lemma === 'cancel' &&
    !verb.modal &&
    clause.subject &&
    (verb.tense === 'present' ? UNWANTED : OWED).test(norm[clause.subject.head])
  )
    return { kind: 'done', lemma: 'cancel' };
  if (verb.modal === 'would' || (norm[verb.from] === 'had' && TALE.has(verb.lemma)) || failsToAct(reading, clause)) return undefined;
  // "You will be kept informed", "the passenger will be advised of developments".
  const told = actor === 'customer' || (clause.subject !== undefined && CUSTOMER_NOUNS.at(words, clause.subject.head));
  if (told && verb.tense === 'future' && /^(?:advise|inform|notify|update|tell|keep|brief)$/.test(verb.lemma))
    return { kind: 'promised', lemma: verb.lemma };
  // "You were offered a voucher": an offer of that time, which is told and not made.
  if (verb.lemma === 'offer' && verb.tense === 'past') return undefined;
  const settled = decidedPassive(reading, clause);
  if (settled) return settled;
  const noted =
    isFiled(reading, clause) ||
    wordsCarried(reading, clause) ||
    inList('noted-verbs', verb.lemma) ||
    (verb.lemma === 'make' && norm[verb.to] === 'aware');
  // "The tickets have been submitted for a refund": more than noted.
  if (noted && !movesOn(norm, verb.to, sentence.to)) return { kind: 'noted', lemma: verb.lemma };
  if (noted) return { kind: 'done', lemma: verb.lemma };
  // "The machine will be swapped on Friday": whatever is to be done to their thing at a time.
  if ((verb.tense === 'future' || isUnderWay(reading, clause)) && willBeDone(reading, sentence, clause))
    return { kind: 'promised', lemma: verb.lemma };
  // "Her number has now been deleted": whatever has been done with a definite thing.
  if (verb.tense === 'perfect' && !verb.modal && norm[verb.from] !== 'had' && hasBeenDone(reading, clause))
    return { kind: 'done', lemma: verb.lemma };
  if (verb.tense === 'past' && isAtOnce(norm, sentence) && hasBeenDone(reading, clause)) return { kind: 'done', lemma: verb.lemma };
  if (!inList('remedial-verbs', verb.lemma) && !(verb.lemma === 'take' && /^(?:care|off)$/.test(norm[verb.to] ?? ''))) return undefined;
  if (verb.tense === 'past' && TROUBLE.has(verb.lemma) && !saysWhen(reading, sentence)) return undefined;
  // "The pothole gets filled on Friday."
  if (verb.tense === 'present' && /^gets?$/.test(norm[verb.from]) && saysWhen(reading, sentence))
    return { kind: 'promised', lemma: verb.lemma };
  if (verb.tense === 'present' && !verb.progressive && !(SETTLED.has(verb.lemma) && hasDeterminer(reading, clause))) return undefined;
  return { kind: verb.tense === 'future' || verb.progressive ? 'promised' : 'done', lemma: verb.lemma };
}

/** "The pit was emptied the same evening": done as soon as it was known, whatever the verb. */
function isAtOnce(norm: readonly string[], { from, to }: Sentence): boolean {
  for (let i = from; i + 1 < to; i += 1) {
    if (norm[i] === 'same' && /^(?:day|morning|afternoon|evening|night|hour)$/.test(norm[i + 1])) return true;
    if (/^(?:straight|right)$/.test(norm[i]) && norm[i + 1] === 'away') return true;
  }
  return false;
}

const TURNED_DOWN = /^(?:turn|reject|decline|refuse|dismiss|uphold|grant|approve|deny|conclude)$/;
const ASKED_FOR = /^(?:application|claim|request|complaint|appeal|case|order|refund|bid|dispute)$/;

/** "Your application has been turned down", "your appeal is upheld": what they asked for is decided. */
function decidedPassive(reading: LazyReading, { verb, subject }: Clause): Act | undefined {
  const { norm } = reading.grammar.words;
  if (!subject || !TURNED_DOWN.test(verb!.lemma) || verb!.tense === 'future' || verb!.modal) return undefined;
  if (verb!.lemma === 'turn' && norm[verb!.to] !== 'down') return undefined;
  for (let i = subject.from; i < verb!.from && i < subject.from + 8; i += 1)
    if (ASKED_FOR.test(norm[i])) return { kind: 'decided', lemma: verb!.lemma };
  return undefined;
}

/** "Your report has been added to the list", "your letter was put on file": kept, and no more. */
function isFiled(reading: LazyReading, { verb, subject, to }: Clause): boolean {
  if (!subject || !/^(?:add|put|enter|place)$/.test(verb!.lemma)) return false;
  const { words } = reading.grammar;
  const { norm } = words;
  const theirWords =
    norm[subject.head] === 'note' ||
    FEEDBACK_NOUNS.at(words, subject.head) ||
    /^(?:report|letter|message|mail|email|ticket|case)$/.test(norm[subject.head]);
  for (let i = verb!.to; theirWords && i < Math.min(to, verb!.to + 5); i += 1)
    if (/^(?:list|register|file|log|record|records|book|folder|queue)$/.test(norm[i])) return true;
  return false;
}

function hasBeenDone(reading: LazyReading, { verb, subject }: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const definite =
    subject && (/^(?:the|your|her|his|their|both|a|an|this|these)$/.test(norm[subject.from]) || REDRESS_NOUNS.at(words, subject.head));
  if (!definite || FEEDBACK_NOUNS.at(words, subject.head)) return false;
  if (inList('courtesy-verbs', verb!.lemma) || inList('fault-verbs', verb!.lemma) || TROUBLE.has(verb!.lemma)) return false;
  return !/^(?:affect|damage|bring|give|consider|review|design|know|use|call|mean|intend|lose|reduce|increase|limit|discontinue)$/.test(
    verb!.lemma,
  );
}

/** "Your calls are being diverted", "a handset is being couriered". */
function isUnderWay(reading: LazyReading, { verb }: Clause): boolean {
  return verb!.tense === 'present' && reading.grammar.words.norm[verb!.main - 1] === 'being';
}

/** A definite thing of theirs or ours and a time; what will be weighed or gone through by nobody knows whom is not done yet. */
function willBeDone(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const { subject, verb } = clause;
  if (!subject || !/^(?:the|your|a|an|this|both|it|they)$/.test(norm[subject.from]) || FEEDBACK_NOUNS.at(words, subject.head)) return false;
  if (inList('courtesy-verbs', verb!.lemma) || /^(?:consider|serve|hold|delay|affect|monitor|review)$/.test(verb!.lemma)) return false;
  return saysWhen(reading, sentence) || norm[subject.from] === 'your' || isUnderWay(reading, clause);
}

import { inList, wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';

/** What is said of all things of a kind begins so. */
const GENERIC =
  /^(?:no|any|every|each|most|all|people|everyone|everybody|anyone|anybody|nobody|folk|folks|mistakes|accidents|things|these|such)$/;
/** A refusal, or what can be had: no excuse. */
const ON_OFFER = wordClass(
  'possible available refund refunds refunded valid eligible allowed entitled charge charged closed sold due deadline replacement voucher need needed required late',
);
/** How much there is of it. */
const MANY = wordClass('many hundreds thousands dozens lots few only limited several so');
/** What it is like for us. */
const HARD = wordClass(
  'hard difficult impossible tricky tough tight common usual normal natural inevitable unavoidable rare unusual busy human new young ageing aging understandable part',
);

/** What sets a thing right, or moves on to a time that all can see. */
const SETS_RIGHT = new Set(
  'leave arrive reach appear show come go start open close end run cover include apply follow resume return help reopen depart sail'.split(
    ' ',
  ),
);
/** A thing with which it is set right. */
const REMEDIES = wordClass(
  'refund refunds replacement money credit payment fee fees charge new parcel order news rest right next fix correct full good whole voucher deposit balance meal offer',
);
/** How something is once it is set right. */
const RIGHT_NOW =
  /^(?:on|way|back|in|already|now|ready|sorted|fixed|available|there|yours|done|sent|resolved|refunded|here|coming|waiting|free|today|tomorrow|complete|working|with|safe|fine|open|booked|paid|worth|great|good|nice|lovely|wonderful|fantastic|pleasing|heartening|your)$/;
/** What nobody can do, said of ourselves. */
const BEYOND_US = new Set('help control predict foresee know influence please watch'.split(' '));

/**
 * Whether the clause behind a "but" tells how things are or were ("no product is perfect", "the sign says so", "it had been loose for years", "we had forty orders"), and not how it
 * is put right, what can be had, or what is refused.
 */
export function isExcuse(reading: LazyReading, clause: Clause, open: number, { to: last }: Sentence): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const { subject, verb, mood } = clause;
  if (!verb || mood !== 'statement' || subject === undefined || ON_OFFER.first(words, open, last) >= 0) return false;
  const { to, tense, modal, from, voice, lemma } = verb;
  // "handing over a car takes as long as it takes"
  if (tense === 'none') return norm[from].endsWith('ing') && from <= open + 1;
  if (subject.actor === 'own') return ownExcuse(reading, clause, last);
  if (subject.actor !== 'thing' || tense === 'future' || modal === 'will') return false;
  // "No server would have held", "a double booking can hardly be avoided"
  if (/^(?:would|could)$/.test(modal ?? '') || (modal === 'can' && clause.negated)) return true;
  if (modal === 'must') return true;
  if (modal !== undefined) return false;
  const first = norm[subject.from];
  if (first === 'there' || norm[from - 1] === 'there')
    return tense === 'past' || MANY.first(words, to, Math.min(last, to + 3)) >= 0 || /^(?:two|both)$/.test(norm[to] ?? '');
  if (GENERIC.test(first) || first.endsWith('ing')) return true;
  if (REMEDIES.at(words, subject.head) || norm[subject.head] === 'one' || (tense === 'present' && SETS_RIGHT.has(lemma))) return false;
  if (tense === 'past') return voice === 'active' || clause.negated || !inList('passive-service-verbs', lemma);
  if (tense === 'perfect') return voice === 'active' && lemma === 'be';
  if (verb.progressive || voice === 'passive') return false;
  if (lemma === 'be') {
    for (let i = to; i < Math.min(last, to + 4); i += 1) if (RIGHT_NOW.test(norm[i])) return false;
  }
  return !clause.negated || lemma === 'be';
}

/** What is stressed against the customer. */
const STRESSED = new Set('stress emphasise underline point add note remind remark mention'.split(' '));

/** "we do have sixty families", "we had forty orders", "we're only two", "we can't be everywhere": how it is for us. */
function ownExcuse(reading: LazyReading, clause: Clause, last: number): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const { to, tense, modal, lemma, progressive } = clause.verb!;
  if (isEmphatic(norm, clause)) return true;
  if (clause.negated) return modal !== undefined && (BEYOND_US.has(lemma) || (lemma === 'be' && norm[to] === 'everywhere'));
  if (modal === 'would') return STRESSED.has(lemma);
  if (modal !== undefined || progressive) return false;
  if (lemma === 'be' && tense !== 'past')
    return HARD.first(words, to, Math.min(last, to + 4)) >= 0 || /^(?:an?|only|just|not|two|three|four|five|one)$/.test(norm[to] ?? '');
  if (lemma === 'be' && tense === 'past') return !/^(?:able|glad|happy|pleased|wrong|delighted|relieved|right)$/.test(norm[to] ?? '');
  if (lemma === 'have' && tense === 'past') return true;
  if (tense === 'past' && clause.verb!.voice === 'passive') return true;
  const counted = words.length > to && (reading.grammar.tags.pos[to] === 'number' || reading.grammar.tags.pos[to + 1] === 'number');
  return (
    (tense === 'present' && counted && /^(?:get|have|receive|serve|see|handle|run|process|take)$/.test(lemma)) ||
    (tense === 'present' && MANY.first(words, to, Math.min(last, to + 5)) >= 0)
  );
}

/** What is insisted on against the customer: "we did warn you", "we do have sixty families". */
const INSISTED = new Set(
  'have try warn tell say ask need explain mention advise state inform do send email rely depend require expect notify remind look deal get make'.split(
    ' ',
  ),
);

/** "we do have sixty families", "we did warn you"; "we did rectify it" and "we do hope" are no such thing. */
export function isEmphatic(norm: readonly string[], { verb, negated }: Clause): boolean {
  return verb !== undefined && !negated && verb.main > verb.from && /^(?:do|did|does)$/.test(norm[verb.from]) && INSISTED.has(verb.lemma);
}

/** A "but" behind which no verb was found: "but the labels look alike". What is said of us, of them, of a time or of a remedy is left alone. */
export function isBareExcuse({ grammar: { words, tags } }: LazyReading, open: number, last: number): boolean {
  const { norm } = words;
  if (last - open < 2 || ON_OFFER.first(words, open, last) >= 0 || REMEDIES.first(words, open, last) >= 0) return false;
  for (let i = open; i < last; i += 1)
    if (
      tags.pos[i] === 'number' ||
      RIGHT_NOW.test(norm[i]) ||
      /^(?:we|i|you|our|my|your|not|to|please|hope|glad|it's|thank|thanks)$/.test(norm[i])
    )
      return false;
  return /^(?:determiner|nominal)$/.test(tags.pos[open]);
}

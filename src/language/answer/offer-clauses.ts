import { inList } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Clause, NounPhrase, Sentence, VerbGroup } from '../reading.js';
import { CLAIMS } from '../refusal/benefits.js';
import { isCause } from './hollow.js';
import type { Offer } from './offer.js';
import { isAct, isLicence, isRefusal, isStatement, isVerdict, POINTING } from './offer-forms.js';
import type { WordsRead } from './offer-words.js';
import { coversAll } from './referring.js';
import { isSpent, type Silence } from './spent-words.js';

type Doings = Pick<
  Offer,
  'refuses' | 'declines' | 'acts' | 'ours' | 'measures' | 'instructs' | 'licenses' | 'states' | 'told' | 'explains' | 'ofYours' | 'forAll'
>;
/** What the clauses of a sentence do, taken together. */
export type ClausesRead = { -readonly [each in keyof Doings]: Doings[each] } & {
  /** States something that is more than what we do or expect. */
  statesMore: boolean;
};
type Finite = Clause & { readonly verb: VerbGroup };

/** Where a fill-in stands in the answer's place: another rule speaks of it. */
const FILL_IN = /\{\{|\{%|«|\[[A-Z]|%\w+%|\bdd\/mm|\bX{3,}\b|_{3,}|\bTBC\b/;
/** Biddings that tell nothing. */
const EMPTY_BIDDING = new Set(
  'hope let know accept enjoy have note rest hold hang thank stay bear feel keep allow be look see take'.split(' '),
);

/** Reads the clauses of a sentence that say something, and adds to what its words give. */
export function readClauses(reading: LazyReading, sentence: Sentence, silence: Silence, { gives, disowns }: WordsRead): ClausesRead {
  const { grammar, clauses } = reading;
  const filledIn = FILL_IN.test(grammar.text.slice(sentence.start, sentence.end));
  const read: ClausesRead = {
    refuses: disowns,
    declines: disowns,
    acts: false,
    ours: false,
    measures: false,
    instructs: false,
    licenses: 0,
    states: false,
    told: 0,
    explains: false,
    ofYours: false,
    forAll: filledIn ? 'answered' : disowns ? 'refused' : undefined,
    statesMore: false,
  };
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = clauses[k];
    if (!hasVerb(clause) || silence.empty.includes(clause)) continue;
    if (isSpent(silence, clause.verb)) {
      // "I do apologise, we do not pay for frost."
      if (clause.subject?.actor === 'own' && clause.verb.negated && isRefusal(grammar.words, clause)) read.refuses = read.declines = true;
      continue;
    }
    readRefusal(reading, clause, read);
    readActs(reading, clause, clauses[k - 1], read);
    if (!silence.inviting) read.forAll ??= coversAll(reading, sentence, clause);
    readStatement(reading, clause, read);
    if (turnsDownTheirs(reading, clause)) {
      read.refuses = read.declines = true;
      read.forAll ??= 'refused';
    }
    if (isVerdict(reading, clause)) gives.add('yes-no');
    giveByVerb(clause, grammar.words.norm, gives);
  }
  return read;
}

/** "Your appeal is rejected", "the authority has resolved that it stands": whatever they asked for by it. */
function turnsDownTheirs({ refusals, grammar: { words } }: LazyReading, { index, subject }: Clause): boolean {
  if (!refusals.some(({ clause }) => clause === index) || !subject) return false;
  return (
    (words.norm[subject.from] === 'your' && CLAIMS.at(words, subject.head)) ||
    /^(?:committee|board|panel|authority|council|tribunal|jury)$/.test(words.norm[subject.head])
  );
}

/** Whether a clause of the sentence has a verb. */
export function hasAnyVerb({ clauses }: LazyReading, { firstClause, endClause }: Sentence): boolean {
  for (let k = firstClause; k < endClause; k += 1) if (clauses[k].verb) return true;
  return false;
}

function hasVerb(clause: Clause): clause is Finite {
  return clause.verb !== undefined;
}

function readRefusal({ grammar: { words } }: LazyReading, clause: Finite, read: ClausesRead): void {
  if (!isRefusal(words, clause)) return;
  const { subject, verb } = clause;
  // "You shouldn't be filling it from the kettle": a lesson.
  if (subject?.actor === 'customer' && verb.modal === 'should' && verb.progressive) return;
  read.refuses = true;
  read.declines ||= !subject || subject.actor === 'own' || subject.actor === 'customer' || POINTING.test(words.norm[subject.from]);
}

/** What is done: by us, for them, or by them at our word. */
function readActs({ grammar: { words } }: LazyReading, clause: Finite, before: Clause | undefined, read: ClausesRead): void {
  const { verb, subject, mood } = clause;
  if (isLicence(words, clause)) read.licenses += 1;
  // "We're working to resolve it and avoid cancelling flights": the second verb is ours as well.
  const bids = mood === 'imperative' && !(clause.link === 'and' && before?.subject?.actor === 'own');
  read.instructs ||= bids && !EMPTY_BIDDING.has(verb.lemma);
  if (!isAct(clause)) return;
  read.acts = true;
  if (subject?.actor !== 'own') return;
  read.ours = true;
  read.measures ||= (verb.tense === 'perfect' && words.norm[verb.from] !== 'had') || verb.tense === 'future' || verb.progressive;
}

/** What is said of the matter. */
function readStatement(reading: LazyReading, clause: Finite, read: ClausesRead): void {
  const { verb, subject, mood } = clause;
  const { norm } = reading.grammar.words;
  read.ofYours ||= verb.lemma === 'be' && subject !== undefined && norm[subject.from] === 'your' && clause.to - clause.from <= 6;
  const stated = isStatement(reading, clause);
  read.states ||= stated;
  read.statesMore ||=
    stated && (subject!.actor !== 'own' || clause.negated || /^(?:recommend|suggest|advise|offer|show|have)$/.test(verb.lemma));
  if ((stated && subject!.from >= clause.from) || (mood === 'imperative' && !EMPTY_BIDDING.has(verb.lemma))) read.told += 1;
  read.explains ||= mood === 'statement' && !clause.mention && verb.tense !== 'none' && isCause(clause);
}

/** What kinds of question a clause answers by its verb alone. */
function giveByVerb({ verb, subject, mood }: Finite, norm: readonly string[], gives: WordsRead['gives']): void {
  const own = subject?.actor === 'own';
  if (
    mood === 'imperative' ||
    (subject?.actor === 'customer' && verb.modal !== undefined) ||
    (own && (verb.modal === 'would' || /^(?:recommend|suggest|advise)$/.test(verb.lemma)))
  )
    gives.add('way');
  if (subject && verb.tense !== 'none' && (own || isSomebody(subject, norm))) gives.add('who');
  if (verb.tense === 'past' || verb.tense === 'perfect' || verb.voice === 'passive') gives.add('reason').add('news');
  if (verb.progressive || verb.tense === 'future' || gives.has('time')) gives.add('news');
}

/** "Ruth", "our driver", "the caretakers' office". */
function isSomebody({ actor, from }: NounPhrase, norm: readonly string[]): boolean {
  return /^(?:colleague|department|third-party)$/.test(actor) || inList('given-names', norm[from]);
}

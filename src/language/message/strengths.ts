import { findPhones } from '../../draft/phone.js';
import { inList, listed } from '../../lexicon/index.js';
import type { Span } from '../../text/span.js';
import { wordAt } from '../../text/words.js';
import { greetedOf } from './greeting.js';
import type { LazyReading } from '../index.js';
import { PhraseList } from '../phrase-list.js';
import type { Sentence } from '../reading.js';

const CREDIT_PHRASES = new PhraseList('credit-phrases');
const INSIGHT_PHRASES = new PhraseList('insight-phrases');
const WISHING_PHRASES = new PhraseList('wishing-phrases');
const SENIOR_TITLES = listed('senior-titles');

/** Something a draft does well (RULES §4): where it stands, and what it is, said to the writer. */
export interface Merit {
  readonly id: string;
  readonly message: string;
  readonly span: Span;
}

type Finder = (reading: LazyReading) => Span | undefined;

/** Each thing that the advice asks for whose absence is no fault, in the order in which a reader meets it. */
const MERITS: readonly { readonly id: string; readonly message: string; readonly find: Finder }[] = [
  { id: 'name-used', message: 'Greets the customer by name', find: nameUsed },
  { id: 'thanks-for-contact', message: 'Thanks the customer for telling you', find: contactThanked },
  { id: 'specific-empathy', message: 'Shows what it was like for the customer, and names it', find: empathy },
  { id: 'fault-owned', message: 'Owns the failure', find: faultOwned },
  { id: 'own-act-apology', message: 'Apologises for what you did', find: ownActApology },
  { id: 'cause-explained', message: 'Says how it happened', find: (reading) => admitted(reading)?.cause },
  { id: 'redress-offered', message: 'Offers a repair or a gesture', find: (reading) => admitted(reading)?.redress },
  { id: 'prevention', message: 'Says what keeps it from happening again', find: (reading) => admitted(reading)?.prevention },
  { id: 'dated-commitment', message: 'Gives a promise a time', find: datedCommitment },
  { id: 'preference-asked', message: 'Asks what the customer would like', find: preferenceAsked },
  { id: 'insight', message: 'Tells more than was asked', find: (reading) => phraseOf(reading, INSIGHT_PHRASES) },
  { id: 'credit-to-customer', message: 'Gives the customer credit', find: (reading) => phraseOf(reading, CREDIT_PHRASES) },
  { id: 'personal-interest', message: 'Takes an interest in what the customer told you', find: personalInterest },
  { id: 'proactive', message: 'Comes to the customer before they have to ask', find: proactive },
  { id: 'human-contact', message: 'Can be reached by phone', find: phone },
  { id: 'senior-answer', message: 'Somebody senior answers', find: seniorAnswer },
];

/** What the draft does well, in text order. Reported, never scored. */
export function readStrengths(reading: LazyReading): readonly Merit[] {
  return MERITS.flatMap(({ id, message, find }) => {
    const span = find(reading);
    return span && span.end > span.start ? [{ id, message, span: { start: span.start, end: span.end } }] : [];
  }).sort((a, b) => a.span.start - b.span.start);
}

function nameUsed(reading: LazyReading): Span | undefined {
  const { draft, organisation } = reading;
  return greetedOf(draft, organisation) === 'name' ? draft.salutation?.addressee : undefined;
}

function contactThanked(reading: LazyReading): Span | undefined {
  return reading.thanks.find(({ object }) => object === 'contact');
}

function empathy(reading: LazyReading): Span | undefined {
  if (!/^(?:complaint|problem|sensitive|proactive)$/.test(reading.kind.value)) return undefined;
  // "The kettle is late because we forgot it" evaluates, but tells the failing, not what it was like.
  const failing = new Set(reading.faults.map(({ sentence }) => sentence));
  const shown = reading.empathy.find(
    ({ specific, kind, sentence }) => specific && kind !== 'standard' && !(kind === 'evaluation' && failing.has(sentence)),
  );
  return shown && reading.sentences[shown.sentence];
}

function faultOwned(reading: LazyReading): Span | undefined {
  return reading.faults.find(({ actor, asserted }) => actor === 'own' && asserted);
}

function ownActApology(reading: LazyReading): Span | undefined {
  return reading.apologies.find(({ kind, specific, mention }) => kind === 'own-act' && specific && !mention);
}

function admitted(reading: LazyReading): LazyReading['recovery'] | undefined {
  return reading.faultState === 'admitted' ? reading.recovery : undefined;
}

function datedCommitment(reading: LazyReading): Span | undefined {
  const dated = reading.commitments.find(({ time, habitual }) => time === 'specific' && !habitual);
  return dated && reading.sentences[dated.sentence];
}

/** "Which would you prefer?", "Tell me what would suit you": a choice or an opinion is asked for, not a fact. */
function preferenceAsked(reading: LazyReading): Span | undefined {
  const { norm } = reading.grammar.words;
  const asked = new Set(reading.acts.filter(({ lemma }) => /^(?:know|tell|say|choose)$/.test(lemma)).map(({ sentence }) => sentence));
  return reading.body.find((sentence) => {
    if (isMasked(reading, sentence)) return false;
    const asks = sentence.question || asked.has(sentence.index);
    if (!asks) return false;
    for (let i = sentence.from; i < sentence.to; i += 1) {
      if (/^(?:prefer|preference|rather|opinion|suit|suits)$/.test(norm[i]) && !(norm[i] === 'rather' && norm[i + 1] === 'than'))
        return customerNear(norm, i);
      if (norm[i] === 'think' && norm[i - 1] === 'you' && /^(?:do|would)$/.test(norm[i - 2] ?? '')) return true;
    }
    return false;
  });
}

function customerNear(norm: readonly string[], at: number): boolean {
  for (let i = Math.max(0, at - 6); i < at + 4; i += 1) if (norm[i] === 'you' || norm[i] === 'your') return true;
  return false;
}

/** A wish or a remark that takes up something of the customer's own message: small talk without such an anchor is none. */
function personalInterest(reading: LazyReading): Span | undefined {
  const told = reading.customerGrammar;
  if (!told) return undefined;
  const theirs = new Set(told.words.norm.filter((word, i) => told.tags.pos[i] === 'nominal' && isPersonal(word)));
  const { words, tags } = reading.grammar;
  return reading.body.find((sentence) => {
    if (isMasked(reading, sentence) || !WISHING_PHRASES.find(words, sentence.from, sentence.to)) return false;
    for (let i = sentence.from; i < sentence.to; i += 1) if (tags.pos[i] === 'nominal' && theirs.has(words.norm[i])) return true;
    return false;
  });
}

/** What people tell of their lives, not what they bought. */
function isPersonal(word: string): boolean {
  return word.length > 2 && inList('personal-nouns', word);
}

function proactive(reading: LazyReading): Span | undefined {
  if (reading.kind.value !== 'proactive') return undefined;
  return reading.body[0];
}

function phone(reading: LazyReading): Span | undefined {
  const { draft } = reading;
  const { signOff, text } = draft;
  if (signOff && signOff.phones.length > 0) return signOff.phones[0];
  const inText = draft.segments.filter(({ role }) => role === 'body' || role === 'closing' || role === 'signature');
  return inText.flatMap(({ span }) => findPhones(text, span.start, span.end))[0];
}

function seniorAnswer(reading: LazyReading): Span | undefined {
  const { words, signOff } = reading.draft;
  return signOff?.titles.find(({ start, end }) => {
    const at = SENIOR_TITLES.first(words, wordAt(words, start));
    return at >= 0 && words.end[at] <= end;
  });
}

/** The sentence of the body that holds a phrase of the list, other than in a quotation. */
function phraseOf(reading: LazyReading, list: PhraseList): Span | undefined {
  const { words } = reading.grammar;
  return reading.body.find((sentence) => {
    const found = list.find(words, sentence.from, sentence.to);
    return found && !reading.isMention(found);
  });
}

function isMasked(reading: LazyReading, sentence: Sentence): boolean {
  return reading.isMention(sentence);
}

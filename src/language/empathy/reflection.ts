import { inList } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import { saysWhen } from '../act/window.js';
import type { LazyReading } from '../index.js';
import type { Clause, EmpathyStatement, Sentence } from '../reading.js';
import { restates } from './anchors.js';
import { isTermOrState } from './situation-predicate.js';
import { situationSubject } from './situation-subject.js';

/** Longer sentences tell more than a situation; the bound keeps every reading linear. */
const LONGEST = 60;
/** Verbs that say how things are done, come about or are paid for. */
const RUNNING = new Set(
  'cost include contain need require apply depend vary fit follow start begin open close work run show help allow expire go come leave arrive reach land return ship take cover concern say'.split(
    ' ',
  ),
);
/** Doings that are hard on whoever does them: a sentence that begins with one speaks of what it is like. */
const BEARING = new Set(
  'wait lose stand sit explain chase miss find spend queue sleep walk carry struggle worry hear wake discover prove travel'.split(' '),
);
const MONEY = /^[£$€₹]|^(?:pounds?|euros?|dollars?|pence|rs|inr|usd|gbp|eur|costs?)$/;
/** These tie a clause to the noun or clause before it. */
const TIED = new Set('that who which whose where when while whom what how why as because if'.split(' '));

/**
 * Their situation in our words: what an e-mail says of such a thing in general ("A hole in the wall is not something one gets used to", "Standing from York
 * to London makes a mockery of reserving", "Two days off work, and still no engineer at the door"), not what we do about it or how things are done here.
 */
export function reflection(reading: LazyReading, sentence: Sentence, theirs: ReadonlySet<string>): EmpathyStatement | undefined {
  if (reading.draft.channel !== 'email' || sentence.role !== 'body' || !opensGenerically(reading, sentence.from)) return undefined;
  const all = reading.clauses.slice(sentence.firstClause, sentence.endClause);
  // "…, and I'm sorry we mixed up two classes": what follows is about us.
  const ours = all.findIndex(
    ({ subject, link }, n) => n > 0 && subject?.actor === 'own' && (link === 'and' || link === 'but' || link === 'so'),
  );
  const clauses = ours < 0 ? all : all.slice(0, ours);
  const end = ours < 0 ? sentence.to : all[ours].from;
  const length = end - sentence.from;
  if (length < 5 || length > LONGEST) return undefined;
  if (!bears(reading, sentence.from, end) && !restates(reading, sentence.from, end, theirs)) return undefined;
  const finite = clauses.some(({ verb }) => verb !== undefined && verb.tense !== 'none');
  const spoken = situationSubject(reading, sentence);
  if (spoken && !spoken.fragment && isTermOrState(reading, spoken.said, end)) return undefined;
  if (!finite && pricesSomething(reading, sentence)) return undefined;
  // A run of bare plurals with a verb tells a habit ("parcels are left …"); without one, or counted, it tells what was.
  if (finite && (clauses.some((clause) => isBusiness(reading, clause)) || saysWhen(reading, sentence) || opensBare(reading, sentence.from)))
    return undefined;
  return { start: sentence.start, end: sentence.end, sentence: sentence.index, kind: 'evaluation', specific: true };
}

/** "A new tent costs £180": a price, behind a verb that is read as a noun. */
function pricesSomething({ grammar: { words, text } }: LazyReading, { from, to }: Sentence): boolean {
  for (let i = from; i < to; i += 1) if (MONEY.test(words.norm[i]) || /[£$€₹]/.test(text[words.start[i] - 1] ?? '')) return true;
  return false;
}

/** What we do, what is done, how something works, or what the customer is to do. */
function isBusiness(reading: LazyReading, { verb, subject, mood, link }: Clause): boolean {
  if (!verb || verb.tense === 'none' || (link !== undefined && TIED.has(link))) return verb === undefined;
  if (mood !== 'statement' || verb.tense === 'future' || subject?.actor === 'own' || subject?.actor === 'department') return true;
  if (verb.voice === 'passive' || (verb.lemma === 'be' && verb.tense === 'perfect')) return !verb.negated;
  if (verb.lemma === 'be' || verb.lemma === 'feel' || verb.lemma === 'look') return reading.grammar.tags.pos[verb.to] === 'preposition';
  // "gives any parent a turn", "leaves you stranded": what it does to people.
  if (/^(?:you|any|anyone|anybody|everyone|everybody|people|nobody)$/.test(reading.grammar.words.norm[verb.to] ?? '')) return false;
  return !verb.negated && (RUNNING.has(verb.lemma) || inList('remedial-verbs', verb.lemma));
}

/** "Having to", "being told", "waiting": a doing that is hard on whoever does it. */
export function bears(reading: LazyReading, from: number, to: number): boolean {
  const { words, tags } = reading.grammar;
  if (words.norm[from] === 'not' || words.norm[from] === 'to') return bearsAt(reading, from + 1);
  if (tags.form[from] !== 'ing') return false;
  if (words.norm[from] === 'having') return words.norm[from + 1] === 'to';
  if (words.norm[from] === 'being') return /^(?:participle|past)$/.test(tags.form[from + 1] ?? '');
  // "Opening an envelope and finding a stranger's child in it": one of the doings is enough.
  for (let i = from; i < to && i < from + 12; i += 1) {
    if (bearsAt(reading, i)) return true;
    if (tags.pos[i] === 'modal' || tags.pos[i] === 'auxiliary') break;
  }
  return false;
}

function bearsAt({ grammar: { tags, words } }: LazyReading, at: number): boolean {
  // "Waiting lists open again in June": the noun.
  const noun = /^(?:lists?|rooms?|times?|areas?|staff)$/.test(words.norm[at + 1] ?? '');
  return tags.form[at] === 'ing' && !noun && BEARING.has(tags.lemma[at] ?? '');
}

/** A, an, one, three, no article at all, or a doing: the sentence speaks of a situation such as theirs, not of a thing of ours. */
export function opensGenerically(reading: LazyReading, from: number): boolean {
  const { words, tags } = reading.grammar;
  let i = from;
  while (
    /^(?:adverb|coordinator|interjection)$/.test(tags.pos[i] ?? '') ||
    /^(?:so|when|with|without|after|at|not)$/.test(words.norm[i] ?? '')
  )
    i += 1;
  const word = words.norm[i];
  if (word === 'a' || word === 'an' || word === 'one' || tags.pos[i] === 'number' || tags.form[i] === 'ing') return true;
  return tags.pos[i] === 'nominal' && i === from && (words.gap[i + 1] & (Gap.comma | Gap.break)) === 0;
}

function opensBare({ grammar: { words, tags } }: LazyReading, from: number): boolean {
  return (
    tags.pos[from] === 'nominal' && tags.form[from] !== 'ing' && !/^(?:an?|one)$/.test(words.norm[from]) && words.norm[from].endsWith('s')
  );
}

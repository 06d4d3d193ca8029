/** @file What the customer's tale did to whoever read it: "I winced", "my heart sank", "it makes me squirm", "I felt awful reading it". */
import { listed, wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';

const POSITIVE_EVALUATION = listed('positive-evaluation');
const ASHAMED = wordClass('ashamed mortified embarrassed horrified appalled gutted');
const WRETCHED = wordClass('awful terrible dreadful sick rotten bad uncomfortable sad unhappy uneasy');
const FLINCHING = /^(?:wince|cringe|shudder|gasp|blush|flinch)$/;
/** What "makes us" do nothing to somebody's face: a cause, or a joy. */
const UNMOVED = /^(?:think|believe|sure|wonder|want|look|an?|the|laugh|smile|proud|better|grow|stronger|work|do|improve|who|what)$/;
/** Where the tale is named: "felt awful reading it". */
const TOLD = wordClass('reading read hearing heard seeing saw about that');

/** Whether a clause says what the customer's words did to the writer. */
export function moved(reading: LazyReading, { to }: Sentence, clause: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const verb = clause.verb!;
  const { subject } = clause;
  // "My heart sank when I read it", "my stomach turned".
  if (subject && /^(?:heart|stomach)$/.test(norm[subject.head]) && norm[subject.from] === 'my')
    return !verb.negated && /^(?:sink|go|turn|break|ache|bleed|drop)$/.test(verb.lemma);
  if (subject?.actor !== 'own') return makesUsSquirm(reading, clause);
  // "I could hardly look at the photo."
  if (/^(?:hardly|barely|scarcely)$/.test(norm[verb.main - 1]) && /^(?:look|believe|imagine|watch|read|think)$/.test(verb.lemma))
    return true;
  if (verb.negated) return false;
  if (/^(?:be|feel)$/.test(verb.lemma) && ASHAMED.first(words, verb.to, verb.to + 3) >= 0) return true;
  if (verb.modal) return false;
  if (FLINCHING.test(verb.lemma)) return true;
  if (verb.lemma !== 'feel' || verb.tense === 'none') return false;
  if (norm[verb.to] === 'for') return norm[verb.to + 1] === 'you';
  return WRETCHED.first(words, verb.to, verb.to + 2) >= 0 && TOLD.first(words, verb.to, Math.min(to, verb.to + 6)) >= 0;
}

/** "It makes me squirm", "it made uncomfortable reading". */
function makesUsSquirm({ grammar: { words } }: LazyReading, { subject, verb, to }: Clause): boolean {
  const { norm } = words;
  if (verb!.lemma !== 'make' || verb!.negated || verb!.modal || verb!.tense === 'none' || subject?.actor !== 'thing') return false;
  if (!/^(?:me|us)$/.test(norm[verb!.to] ?? '') || to <= verb!.to + 1) return false;
  return !POSITIVE_EVALUATION.at(words, verb!.to + 1) && !POSITIVE_EVALUATION.at(words, verb!.to + 2) && !UNMOVED.test(norm[verb!.to + 1]);
}

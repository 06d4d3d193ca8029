import { wordClass } from '../../lexicon/index.js';
import { FEELING, namesSomething, type Complement } from './parts.js';
import { isTheirView } from './perception.js';
import { undercutAfter } from './undercut.js';
import type { Words } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';

/** Of the body, where it is theirs: "my hand". */
const LIMBS = wordClass(
  'hand hands arm arms leg legs foot feet ankle ankles knee knees hip wrist finger fingers thumb toe shoulder neck head face eye eyes back rib ribs tooth teeth skin',
);
const WOUNDS = wordClass(
  'burn burns burned burnt scald scalded bleed bled bleeding bruise bruised bruises stitches slipped tripped bitten sting stung injury injured injuries wound ambulance',
);

/** (that) + clause: what its subject and verb make of the sorrow. */
export function clauseComplement(reading: LazyReading, sentence: Sentence, after: number, end: number): Complement | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  // "Sorry that's how you see it": the pronoun is the subject.
  const pointing = norm[after] === 'that' && /^(?:'s|is|was|be)$/.test(norm[after + 1] ?? '');
  const first =
    (norm[after] === 'that' && !pointing) || norm[after] === 'as' || norm[after] === 'because' || norm[after] === 'since'
      ? after + 1
      : after;
  let clause: Clause | undefined;
  for (let k = reading.clauseAt(after)?.index ?? sentence.endClause; k < sentence.endClause; k += 1) {
    const candidate = reading.clauses[k];
    if (
      candidate.verb &&
      candidate.verb.to > first &&
      candidate.verb.tense !== 'none' &&
      (candidate.verb.from >= first || candidate.from >= after)
    ) {
      clause = candidate;
      break;
    }
  }
  if (!clause?.verb) return undefined;
  const { verb } = clause;
  const actor = clause.subject?.actor;
  const clauseEnd = Math.min(end, sentence.to);
  if (actor === 'customer') {
    if (inBody(reading, verb.main)) return { kind: 'own-act', end, specific: true };
    if (isTheirView(reading, clause, clauseEnd)) return { kind: 'feelings', end, specific: false };
    if (
      (/^(?:be|leave|remain|stay)$/.test(verb.lemma) || verb.voice === 'passive') &&
      FEELING.first(words, verb.to - 1, clauseEnd) >= 0 &&
      !ownByPhrase(reading, verb.to, clauseEnd)
    )
      return { kind: 'feelings', end, specific: false };
    if (verb.voice === 'passive' && FEELING.at(words, verb.main) && !ownByPhrase(reading, verb.to, clauseEnd))
      return { kind: 'feelings', end, specific: false };
    const undercut = undercutAfter(reading, sentence, end);
    if (undercut) return undercut;
    // "sorry you had to wait, were left without": their lot, told as our regret.
    return { kind: 'own-act', end, specific: true };
  }
  if (isTheirView(reading, clause, clauseEnd)) return { kind: 'feelings', end, specific: false };
  if (verb.modal && verb.negated && actor === 'own') return { kind: 'refusal-preface', end, specific: false };
  const undercut = undercutAfter(reading, sentence, end);
  if (undercut) return undercut;
  const empty =
    /^(?:this|that|it|things?)$/.test(clause.subject ? norm[clause.subject.from] : '') &&
    (verb.lemma === 'happen' || verb.lemma === 'occur');
  return { kind: 'own-act', end, specific: !empty && (actor === 'own' || actor === 'nobody' || namesSomething(reading, after, end)) };
}

/** "You were hurt", to somebody who tells of a burnt hand. */
function inBody({ grammar: { words }, customerGrammar }: LazyReading, main: number): boolean {
  if (words.norm[main] !== 'hurt' && words.norm[main + 1] !== 'hurt') return false;
  return tellsOfBody(words) || (customerGrammar !== undefined && tellsOfBody(customerGrammar.words));
}

function tellsOfBody(words: Words): boolean {
  if (WOUNDS.first(words) >= 0) return true;
  for (let i = LIMBS.first(words); i >= 0; i = LIMBS.first(words, i + 1))
    if (/^(?:my|your|his|her)$/.test(words.norm[i - 1]) || /^(?:left|right)$/.test(words.norm[i - 1])) return true;
  return false;
}

function ownByPhrase(reading: LazyReading, from: number, to: number): boolean {
  const { norm } = reading.grammar.words;
  for (let i = from; i < to; i += 1)
    if ((norm[i] === 'by' || norm[i] === 'with') && (norm[i + 1] === 'our' || norm[i + 1] === 'us'))
      return norm[i] === 'by' && !/^(?:policy|policies|decision|rules|terms|fares|prices|refund)$/.test(norm[i + 2] ?? '');
  return false;
}

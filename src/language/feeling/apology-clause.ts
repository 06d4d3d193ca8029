import { FEELING, IMPRESSION, JUDGING, namesSomething, type Complement } from './apology-parts.js';
import { undercutAfter } from './apology-undercut.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence, VerbGroup } from '../reading.js';

/** (that) + clause: what its subject and verb make of the sorrow. */
export function clauseComplement(reading: LazyReading, sentence: Sentence, after: number, end: number): Complement | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const first = norm[after] === 'that' || norm[after] === 'as' || norm[after] === 'because' || norm[after] === 'since' ? after + 1 : after;
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
    const impressed =
      /^(?:have|form|come|gain|get|leave)$/.test(verb.lemma) && IMPRESSION.first(words, verb.to, Math.min(clauseEnd, verb.to + 6)) >= 0;
    const disliked = verb.negated && /^(?:enjoy|like|love|appreciate)$/.test(verb.lemma);
    // "you experienced our desk as unfriendly"
    const experienced = verb.lemma === 'experience' && norm.slice(verb.to, clauseEnd).includes('as');
    const judges = JUDGING.has(verb.lemma) && !(verb.lemma === 'find' && norm[verb.to] === 'out');
    if (judges || experienced || disliked || impressed || takesAmiss(norm, verb)) return { kind: 'feelings', end, specific: false };
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
  // "that this was your perception"
  if (verb.lemma === 'be' && norm[verb.to] === 'your' && IMPRESSION.at(words, verb.to + 1))
    return { kind: 'feelings', end, specific: false };
  if (verb.modal && verb.negated && actor === 'own') return { kind: 'refusal-preface', end, specific: false };
  const undercut = undercutAfter(reading, sentence, end);
  if (undercut) return undercut;
  const empty =
    /^(?:this|that|it|things?)$/.test(clause.subject ? norm[clause.subject.from] : '') &&
    (verb.lemma === 'happen' || verb.lemma === 'occur');
  return { kind: 'own-act', end, specific: !empty && (actor === 'own' || actor === 'nobody' || namesSomething(reading, after, end)) };
}

/** Sorry you took it that way, took offence, see it like that. */
function takesAmiss(norm: readonly string[], { lemma, to }: VerbGroup): boolean {
  // "sorry that you see our shop in such a light"
  if (lemma === 'see')
    return /^(?:it|things|this|that)$/.test(norm[to] ?? '') || norm.slice(to, to + 8).some((word) => word === 'light' || word === 'way');
  return (
    lemma === 'take' &&
    (norm[to] === 'offence' ||
      (/^(?:it|this|that)$/.test(norm[to] ?? '') && /^(?:that|this|the|badly|so|as|personally)$/.test(norm[to + 1] ?? '')))
  );
}

function ownByPhrase(reading: LazyReading, from: number, to: number): boolean {
  const { norm } = reading.grammar.words;
  for (let i = from; i < to; i += 1)
    if ((norm[i] === 'by' || norm[i] === 'with') && (norm[i + 1] === 'our' || norm[i + 1] === 'us'))
      return norm[i] === 'by' && !/^(?:policy|policies|decision|rules|terms|fares|prices|refund)$/.test(norm[i + 2] ?? '');
  return false;
}

import { wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import { EFFORT, type Strength } from './acts.js';
import { concerns, within } from './objects.js';
import type { Clause } from '../reading.js';

/** Work whose result the customer waits for: "we are chasing the courier". */
export const INQUIRING: ReadonlySet<string> = new Set(
  (
    'look investigate review check arrange handle deal action order assess address process source organise chase trace track locate search hunt dig probe test examine inspect verify analyse analyze ' +
    'study evaluate consider compare reconcile audit query clarify ascertain establish consult liaise discuss diagnose troubleshoot debug escalate pursue follow gather collate prepare draft compile calculate ' +
    'recalculate resolve fix repair rectify correct rebuild replace sort negotiate find'
  ).split(' '),
);

/** Verbs that say of an act only that it is done. */
export const CARRIED_OUT = new Set(
  'make take carry conduct run launch open raise do perform undertake hold give start complete initiate'.split(' '),
);
/** Nouns for an act of ours. */
export const ACTS = wordClass(
  'arrangement arrangements enquiries enquiry inquiries inquiry investigation payment refund check checks inspection review repair repairs correction adjustment amendment transfer call visit decision ' +
    'survey test tests assessment search replacement exchange reimbursement work works steps action ticket claim case credit appointment booking',
);
/** A present progressive of ours: "we're looking into it", "our team is investigating", "we are chasing the courier". What is fetched or mended for them needs a vague time. */
export function underWay(reading: LazyReading, clause: Clause): Strength | undefined {
  const { norm } = reading.grammar.words;
  const { lemma, to } = clause.verb!;
  const next = norm[to] ?? '';
  if (lemma === 'investigate') return 'strong';
  if (lemma === 'look') return /^(?:into|for)$/.test(next) || (next === 'at' && norm[to + 1] === 'your') ? 'strong' : undefined;
  if (lemma === 'deal') return next === 'with' && /^(?:your|this|it)$/.test(norm[to + 1] ?? '') ? 'strong' : undefined;
  if (lemma === 'check' || lemma === 'review') return /^(?:this|that|it|your|with|into)$/.test(next) ? 'strong' : undefined;
  if (lemma === 'arrange' && next === 'for') return 'strong';
  // "Somebody's coming out", "we're getting somebody out to you"
  if (lemma === 'come' && clause.subject?.actor !== 'own' && /^(?:out|round|over|back)$/.test(next)) return 'strong';
  if (lemma === 'get' && /^(?:someone|somebody)$/.test(next)) return 'strong';
  if (improves(reading, clause)) return undefined;
  if (lemma === 'arrange' || INQUIRING.has(lemma))
    return concerns(reading, clause, clause.verb!) && isTheirs(norm, to, clause.to) ? 'strong' : 'weak';
  return EFFORT.has(lemma) || (next !== 'new' && concerns(reading, clause, clause.verb!)) ? 'weak' : undefined;
}

/** A thing of this matter: theirs, spoken of, or the one that they need. */
function isTheirs(norm: readonly string[], from: number, to: number): boolean {
  if (/^an?$/.test(norm[from] ?? '')) return !/^(?:issue|problem|fault|mechanical|technical|delay)$/.test(norm[from + 1] ?? '');
  return (
    /^(?:the|your|this|that|it|another|new|with|for|down|up|out)$/.test(norm[from] ?? '') || within(norm, from, to, ['for you', 'your'])
  );
}

/** Work on getting better in general is nobody's matter. */
function improves(reading: LazyReading, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  return within(norm, clause.from, Math.min(norm.length, clause.to + 12), ['improve', 'improving', 'enhance', 'better', 'improvements']);
}

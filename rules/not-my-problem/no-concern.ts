import type { Look, Sentence, Span, Words } from 'replylint/rule';
import { isInstitution, ownParty } from './parties.js';

/** What is denied of the writer: "no concern of the zoo". */
const CONCERN =
  /^(?:concern|business|affair|fault|duty|job|task|responsibility|role|place|matter|problem|interest|function|purpose|province|worry|work|obligation|remit|scope|competence|purview|importance|relevance|jurisdiction)$/;
/** What the writer keeps from, as the verb of "not something we …". */
const NOT_DONE =
  /^(?:gets?|deals?|handles?|looks?|concerns?|talks?|speaks?|comments?|involves?|interferes?|follows?|pursues?|controls?|influences?|repairs?|touch(?:es)?|runs?|oversees?|supervises?|judges?|polices?|monitors?|meddles?|mediates?|intervenes?|engages?|worr(?:y|ies)|enters?|goes|go)$/;
const LIGHTLY =
  /^(?:lightly|often|usually|normally|want|like|seriously|yet|regularly|ashamed|proud|happy|sorry|glad|seen|every|expect|see|allow|accept|tolerate|refund|offer|without|today|over|able)$/;

/** The matter is denied to be the writer's: "no concern of the zoo", "outside the scope of our work", "not a matter the practice gets involved in". */
export function noConcern({ draft }: Look, { from, to }: Sentence): Span | undefined {
  const { words } = draft;
  const { norm, start, end } = words;
  for (let i = from; i + 2 < to; i += 1) {
    const last =
      CONCERN.test(norm[i]) && /^(?:of|to|for)$/.test(norm[i + 1])
        ? denied(words, i, from, to)
        : norm[i] === 'not'
          ? notDone(words, i, to)
          : norm[i] === 'nothing' && /^(?:has|have|is|are|had)$/.test(norm[i - 1] ?? '') && norm[i - 1] !== 'had'
            ? nothingToDo(words, i, to)
            : -1;
    if (last > 0) return { start: start[Math.max(from, i - 3)], end: end[last - 1] };
  }
  return undefined;
}

/** "No concern of the zoo", "not the duty of the bank", "outside the responsibility of our hospital", "nothing … is any business of ours". */
function denied(words: Words, at: number, from: number, to: number): number {
  const { norm } = words;
  const own = norm[at + 2] === 'ours' || norm[at + 2] === 'mine' ? at + 3 : ownParty(words, at + 2, to);
  if (own < 0) return -1;
  // "Of no importance to us", "no business for the department": the writer's, or nobody's.
  for (let k = at - 1; k >= Math.max(from, at - 4); k -= 1) {
    if (/^(?:no|outside|beyond)$/.test(norm[k])) return norm[k - 1] === 'there' || norm[k - 1] === 'have' ? -1 : own;
    if (norm[k] === 'not' || norm[k] === 'never') return /^(?:just|only)$/.test(norm[k + 1]) ? -1 : own;
    if (norm[k] === 'any' && norm.slice(from, k).some((word) => /^(?:nothing|none|nobody|not|neither)$/.test(word))) return own;
  }
  return -1;
}

/** "Not something I can talk about", "not a matter the practice gets involved in". */
function notDone(words: Words, at: number, to: number): number {
  const { norm } = words;
  let k = at + 1;
  if (!/^(?:is|are|'s|'re)$/.test(norm[at - 1] ?? '')) return -1;
  while (/^(?:really|a|an|the|actually|exactly|quite|kind|sort|of|any)$/.test(norm[k] ?? '')) k += 1;
  if (!/^(?:something|anything|matter|thing|area|subject|issue|question|topic|field|problem|case|job)$/.test(norm[k] ?? '')) return -1;
  k += 1;
  if (norm[k] === 'that' || norm[k] === 'which') k += 1;
  k = /^(?:we|i)$/.test(norm[k] ?? '') ? k + 1 : ownParty(words, k, to);
  if (k < 0) return -1;
  while (/^(?:can|could|would|will|ever|usually|normally|generally)$/.test(norm[k] ?? '')) k += 1;
  if (!NOT_DONE.test(norm[k] ?? '')) return -1;
  for (let j = k; j < Math.min(to, k + 4); j += 1) if (LIGHTLY.test(norm[j])) return -1;
  return Math.min(to, k + 2);
}

/** "Parking has nothing whatsoever to do with the theatre". */
function nothingToDo(words: Words, at: number, to: number): number {
  const { norm } = words;
  let k = at + 1;
  while (/^(?:whatsoever|whatever|at|all|really|more|else)$/.test(norm[k] ?? '')) k += 1;
  if (norm[k] !== 'to' || norm[k + 1] !== 'do' || norm[k + 2] !== 'with' || norm[k + 3] !== 'the') return -1;
  return k + 5 <= to && isInstitution(norm[k + 4]) && (k + 5 === to || words.gap[k + 5] !== 0) ? k + 5 : -1;
}

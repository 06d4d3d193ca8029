import { inList } from 'replylint/rule';
import type { Clause, Look } from 'replylint/rule';

/** How a failure is told, as what came of it. */
const FAILED = new Set(
  'late delay delayed declined rejected refused failed fail lost cancelled returned denied void impossible unable invalid bounced blocked stuck missing wrong'.split(
    ' ',
  ),
);

/** "you arrived too late", "you were late, so the table was given away": late by their own doing, told as the reason. */
export function comesLate({ draft, language }: Look, { verb, to, link, index, sentence }: Clause): boolean {
  const { norm } = draft.words;
  if (!/^(?:be|arrive|come|check|turn|show)$/.test(verb!.lemma) && !inList('customer-duties', verb!.lemma)) return false;
  for (let i = verb!.to; i < to; i += 1) {
    if (norm[i] !== 'late') continue;
    if (norm[i - 1] === 'too') return true;
    if (verb!.lemma === 'be' && verb!.tense === 'past' && /^(?:at|for)$/.test(norm[i + 1] ?? '') && language.kind.value === 'complaint')
      return true;
    const next = language.clauses[index + 1];
    return link === 'because' || link === 'since' || link === 'as' || (next?.sentence === sentence && next.link === 'so');
  }
  return false;
}

/** "because you weren't at home": what went wrong is laid to their absence. */
export function absent(look: Look, clause: Clause): boolean {
  const { norm } = look.draft.words;
  const { verb, link, to } = clause;
  if (!verb!.negated || (link !== 'because' && link !== 'since' && link !== 'as')) return false;
  for (let i = verb!.to; i < to; i += 1)
    if (/^(?:home|in|there|present|available|reachable)$/.test(norm[i])) return explainsFailure(look, clause);
  return false;
}

/** The failure stands in the clause before or after: "the parcel was late because you …". */
export function explainsFailure({ draft, language }: Look, clause: Clause): boolean {
  const { from, to } = language.sentences[clause.sentence];
  if (isGranted(draft.words.norm, from, clause.from)) return false;
  for (let i = from; i < to; i += 1)
    if (FAILED.has(draft.words.norm[i]) && (i < clause.from || i >= clause.to) && !isPaidBack(draft.words.norm, i, to)) return true;
  return false;
}

/** "You didn't book a cabin, so ask at the desk": what they could have had besides, told to whoever complains of nothing. */
export function isExtra({ draft: { words }, language }: Look, { verb, sentence }: Clause): boolean {
  const { norm } = words;
  if (!/^(?:book|choose|select|order|add|take|pick)$/.test(verb!.lemma) || !/^(?:an?|any|another)$/.test(norm[verb!.to] ?? ''))
    return false;
  const { from, to } = language.sentences[sentence];
  return language.kind.value !== 'complaint' && !norm.slice(from, to).some((word) => FAILED.has(word) || word === 'charged');
}

/** "There is nothing to pay because you rang in time", "refunded in full, as you told us before noon": the good that came of it. */
function isGranted(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    if (norm[i - 1] === 'not' || norm[i - 2] === 'not') continue;
    if (/^(?:free|waived)$/.test(norm[i]) || (norm[i] === 'refunded' && norm[i - 1] !== 'no')) return true;
    if (
      /^(?:nothing|no)$/.test(norm[i]) &&
      /^(?:to|charge|fee|cost)$/.test(norm[i + 1] ?? '') &&
      (norm[i] === 'no' || /^(?:pay|settle)$/.test(norm[i + 2] ?? ''))
    )
      return true;
  }
  return false;
}

/** "I've returned your postage": what is returned is money, and no failure. */
function isPaidBack(norm: readonly string[], at: number, to: number): boolean {
  if (norm[at] !== 'returned') return false;
  for (let i = at + 1; i < Math.min(to, at + 5); i += 1)
    if (/^(?:money|postage|fee|fees|payment|deposit|charge|charges|amount|sum|cost|price|fare|difference)$/.test(norm[i])) return true;
  return false;
}

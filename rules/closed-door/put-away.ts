import { Gap, inList, overlaps } from 'replylint/rule';
import type { Hit, Look, Sentence, Words } from 'replylint/rule';

const CLOSING =
  /^(?:clos(?:e|ed|ing)|shut(?:ting)?|lock(?:ed|ing)?|archiv(?:e|ed|ing)|end(?:ed|ing|s)?|conclud(?:e|ed|ing|es)|terminat(?:e|ed|ing)|seal(?:ed|ing)?|finish(?:ed|ing|es)?|filed|buried|shelv(?:e|ed|ing)|dropp?(?:ed|ing)?)$/;
const CLOSED = /^(?:closed|shut|locked|archived|concluded|terminated|sealed|finished|over|settled|shelved|done|dead|buried)$/;
/** What is closed, besides the matters of all rules. */
const MATTER = /^(?:thread|chain|point|chapter|topic|exchange|chat|debate|affair|dossier|dialogue|e-?mail)$/;
const MARKED = /^(?:solved|done|closed|resolved|complete|completed|finished|final|settled|answered|archived|inactive|won)$/;

/** The case put away: "we've shut the file", "the thread is locked", "filed your case away", "marking your ticket as solved". */
export function putAway({ draft, language }: Look<{ readonly ombudsman: boolean }>, { from, to, question }: Sentence): Hit | undefined {
  if (question) return undefined;
  const { words } = draft;
  const { norm, start, end } = words;
  // A matter is put away by one who has done nothing else about it.
  for (let i = from; i < to; i += 1) {
    const last = CLOSING.test(norm[i])
      ? object(words, i, from, to)
      : /^(?:mark|marked|marking|set|setting)$/.test(norm[i])
        ? marked(words, i, to)
        : isMatter(norm[i])
          ? state(words, i, from, to)
          : -1;
    if (last < 0) continue;
    const span = { start: start[i], end: end[last - 1] };
    const helped = language.acts.some(
      (act) => !overlaps(act, span) && act.kind !== 'noted' && act.kind !== 'decided' && act.kind !== 'answered',
    );
    return helped ? undefined : { span, phrase: '', tag: 'closed', from: i, to: last };
  }
  return undefined;
}

function isMatter(word: string): boolean {
  return MATTER.test(word) || inList('matters', word);
}

/** "Shut the file", "ending this email chain here", "filed your case away". */
function object({ norm }: Words, at: number, from: number, to: number): number {
  // "The account that ended", "a closed question": not done by us.
  const ours = norm
    .slice(Math.max(from, at - 5), at)
    .some((word) => /^(?:we|i|us|have|'ve|am|'m|will|this|that|office|team|board|committee)$/.test(word));
  if (!ours || /^(?:not|never|cannot)$/.test(norm[at - 1] ?? '') || /^(?:you|your)$/.test(norm[at - 1] ?? '')) return -1;
  if (!/^(?:the|this|your|our|that|these)$/.test(norm[at + 1] ?? '')) return -1;
  for (let k = at + 2; k < Math.min(to, at + 5); k += 1) {
    if (!isMatter(norm[k])) continue;
    if (norm[at].startsWith('filed') && norm[k + 1] !== 'away') return -1;
    // "I've closed the duplicate ticket".
    return norm.slice(at, k).some((word) => /^(?:duplicate|old|other|first|second|double)$/.test(word)) ? -1 : k + 1;
  }
  return -1;
}

/** "Marking your ticket as solved", "set your request to done". */
function marked(words: Words, at: number, to: number): number {
  const { norm } = words;
  if (!/^(?:the|this|your|it|that)$/.test(norm[at + 1] ?? '') && !/^(?:as|to)$/.test(norm[at + 1] ?? '')) return -1;
  // "I've marked the account as settled": money, and no matter.
  if (/^(?:account|bill|invoice|order|fee|charge|fine|debt|balance|payment|booking|loan)$/.test(norm[at + 2] ?? '')) return -1;
  for (let k = at + 1; k < Math.min(to, at + 6); k += 1)
    if (/^(?:as|to)$/.test(norm[k]) && (MARKED.test(norm[k + 1] ?? '') || (norm[k + 1] === 'will' && norm[k + 2] === 'not')))
      return words.gap[k + 1] & Gap.openQuote ? k + 1 : k + 2;
  return -1;
}

/** "The thread is locked", "the point is closed". */
function state({ norm, gap }: Words, at: number, from: number, to: number): number {
  if (!/^(?:the|this|that|your|our)$/.test(norm[at - 1] ?? '') && at - 1 >= from) return -1;
  let k = at + 1;
  if (!/^(?:is|has|are|'s|remains|stays)$/.test(norm[k] ?? '')) return -1;
  k += 1;
  while (/^(?:now|been|therefore|thus|hereby|firmly|definitely)$/.test(norm[k] ?? '')) k += 1;
  if (!CLOSED.test(norm[k] ?? '')) return -1;
  return k + 1 >= to || gap[k + 1] !== 0 || /^(?:and|on|for|as|here|now|so)$/.test(norm[k + 1]) ? k + 1 : -1;
}

import type { Context, Headers, KnownName, Turn } from './draft.js';
import { splitSentences } from '../text/sentences.js';
import { splitWords } from '../text/words.js';
import type { Line } from './lines.js';
import type { QuotedRun } from './quoted.js';

/** Names of the customer, best source first. */
export function knownNames(
  context: Context,
  metaName: string | undefined,
  headers: Headers | undefined,
  turn: string | undefined,
  metaTo?: string,
): KnownName[] {
  const names: KnownName[] = [];
  const option = context.customerName ?? metaName;
  if (option) names.push({ name: option, source: 'option' });
  if (turn) names.push({ name: turn, source: 'sign-off' });
  const to = context.to ?? metaTo ?? headers?.to?.[0]?.name;
  if (to && !to.includes('@')) names.push({ name: to, source: 'to' });
  return names;
}

/** The customer's turn: as given, else the newest quoted original. */
export function findTurn(
  text: string,
  lines: readonly Line[],
  quoted: readonly QuotedRun[],
  context: Context,
  metaName: string | undefined,
  headers: Headers | undefined,
): Turn | undefined {
  if (context.customer !== undefined) {
    const words = context.customer;
    return {
      text: words,
      words: splitWords(words),
      sentences: splitSentences(words),
      names: knownNames(context, metaName, headers, undefined),
      date: context.received,
      source: 'option',
    };
  }
  const run = quoted[0];
  if (!run || lines.length === 0) return undefined;
  const said = text
    .slice(lines[run.wordsFrom]?.start ?? text.length, lines[run.to - 1].end)
    .replace(/^[ \t]*>[ \t]?/gmu, '')
    .trim();
  if (said === '') return undefined;
  return {
    text: said,
    words: splitWords(said),
    sentences: splitSentences(said),
    names: knownNames(context, metaName, headers, undefined),
    source: 'quoted',
  };
}

import { didYouMean } from '../text/nearest.js';

/** The orders that a note to the linter can hold. */
const ORDERS = ['replylint-disable', 'replylint-enable', 'replylint-disable-line', 'replylint-disable-next-line'] as const;
/** How other linters say the same. */
const HABITS: Readonly<Record<string, string>> = {
  'replylint-off': 'replylint-disable',
  'replylint-on': 'replylint-enable',
  'replylint-ignore': 'replylint-disable',
  'replylint-disable-file': 'replylint-disable',
  'replylint-ignore-next-line': 'replylint-disable-next-line',
};

/** A note to the linter, understood. Offsets count in the text that was read. */
export interface Order {
  readonly order: (typeof ORDERS)[number];
  /** Empty: all rules. */
  readonly rules: readonly { readonly id: string; readonly start: number; readonly end: number }[];
  readonly reason?: string;
}

/**
 * Reads `replylint-disable-next-line rule, rule -- reason`: rules parted by commas or blanks, the reason behind two hyphens or more.
 * Undefined for a comment that only speaks of the linter; a text for one that seems to be meant as an order and is none.
 */
export function readOrder(text: string): Order | string | undefined {
  const head = /^\s*(replylint\S*)/.exec(text);
  if (!head) return undefined;
  const word = head[1].toLowerCase();
  const order = ORDERS.find((one) => one === word);
  if (!order) {
    if (!/^replylint[\s:-]+(?:disable|enable|ignore|off|on)\b/i.test(text.trim()) && !word.startsWith('replylint-')) return undefined;
    const spaced = text
      .trim()
      .toLowerCase()
      .replace(/^replylint[\s:-]+/, 'replylint-')
      .split(/\s/, 1)[0];
    const meant = HABITS[spaced] ?? ORDERS.find((one) => one === spaced);
    return `"${text.trim().split(/\s+/, 2).join(' ')}" is no order${meant ? `; write ${meant}` : didYouMean(word, ORDERS) || `; there are ${ORDERS.join(', ')}`}`;
  }
  const from = head[0].length;
  const dashes = /(?:^|\s)-{2,}(?=\s|$)/.exec(text.slice(from));
  const to = dashes ? from + dashes.index : text.length;
  const reason = dashes ? text.slice(to + dashes[0].length).trim() : '';
  const rules = [...text.slice(from, to).matchAll(/[^\s,]+/g)].map((match) => ({
    id: match[0],
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
  return { order, rules, ...(reason !== '' && { reason }) };
}

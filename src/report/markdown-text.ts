import { inert, seen } from './inert.js';
import { wellFormed } from './well-formed.js';
import { xmlText } from './xml.js';

/**
 * Prose for Markdown as GitHub and GitLab read it: nothing in it is markup, a link, a mention (`@name`) or a reference (`#12`). Not for the start of a
 * line.
 */
export function prose(text: string): string {
  return inert(text.replaceAll(/\s+/g, ' '))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_[\]|~]/g, String.raw`\$&`)
    .replaceAll(/(?<=\b(?:https?|ftp|mailto|xmpp)):|(?<=\bwww)\./gi, (sign) => `<!-- -->${sign}`)
    .replaceAll(/[@#](?=[\w-])/g, '$&<!-- -->');
}

/** Text inside the HTML that Markdown takes: no markup, no mention, no reference. */
export function htmlText(text: string): string {
  return xmlText(seen(text.replaceAll(/\s+/g, ' '))).replaceAll(/@(?=[\w-])|(?<!&)#(?=[\w-])/g, '$&<!-- -->');
}

/** Somebody's words as code, which neither mentions nor links anything. */
export function code(text: string): string {
  const flat = inert(text.replaceAll(/\s+/g, ' '));
  const longest = Math.max(0, ...Array.from(flat.matchAll(/`+/g), (run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = flat === '' || /^[ `]|[ `]$/.test(flat) ? ' ' : '';
  return fence + pad + flat + pad + fence;
}

/** The same for a cell of a table, where a bar would end the cell. */
export function cellCode(text: string): string {
  return code(text).replaceAll('|', String.raw`\|`);
}

/** The start of a text, and `…` where something was left out. */
export function cut(text: string, units: number): string {
  return text.length <= units ? text : `${wellFormed(text.slice(0, units - 1)).trimEnd()}…`;
}

import { wellFormed } from './well-formed.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Text for XML and HTML, between tags or in quotes. What XML 1.0 cannot hold at all (controls, halves of surrogate pairs, U+FFFE and U+FFFF) becomes
 * U+FFFD. What a CI runner would take for a command (`::name::` at the start of a line, `##[name]`) is parted by a character reference.
 */
export function xmlText(text: string): string {
  return wellFormed(text)
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '\ufffd')
    .replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign])
    .replaceAll(/(?<=:):/g, '&#58;')
    .replaceAll(/(?<=##\w*)\[/g, '&#91;');
}

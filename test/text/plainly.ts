import { isInvisible, LOOKALIKES } from '../../src/text/fold.js';

/** A text without signs that are not seen, its look-alikes and fancy letters made plain: what a source and the draft read from it have in common. */
export function plainly(text: string): string {
  return Array.from(text)
    .filter((sign) => !isInvisible(sign.codePointAt(0)!))
    .map((sign) => LOOKALIKES.get(sign) ?? sign.normalize('NFKC'))
    .join('');
}

/** The text with U+FFFD for each half of a surrogate pair that stands alone: UTF-8 has no bytes for it. */
export function wellFormed(text: string): string {
  return text.replaceAll(/[\ud800-\udfff]/gu, '\ufffd');
}

import type { Finding } from '../engine/finding.js';

/** Whether a finding stands somewhere, at words or at what is no text (an image); any other is about the whole message. */
export function isPlaced({ span, isBesideText }: Pick<Finding, 'span' | 'isBesideText'>): boolean {
  return span !== null || isBesideText === true;
}

import { digest } from '../text/digest.js';
import type { Finding } from './finding.js';

/** What a fingerprint is made of. */
export type Marked = Pick<Finding, 'rule' | 'variant' | 'quote' | 'message' | 'related'>;

/**
 * Makes a name for each finding that stays the same while the text around it changes: of the draft, the rule, the marked words (case and white space
 * aside) and which of several alike it is. No line takes part, so that a line that is put in above makes nothing new. 16 hex digits, each once.
 * Findings of one draft are to be given in text order.
 */
export class Fingerprints {
  readonly #counts = new Map<string, number>();

  /** @param path of the file, the same on every machine @param id of the draft @param file the file as `id` begins with it */
  of(finding: Marked, path: string, id: string, file: string): string {
    const alike = [draftKey(path, id, file), finding.rule, finding.variant ?? '', wordsOf(finding)].join('\0');
    const occurrence = this.#counts.get(alike) ?? 0;
    this.#counts.set(alike, occurrence + 1);
    return digest(`${alike}\0${occurrence}`);
  }
}

/** A draft's id with the path of its file as it is on every machine: `macros.yml#refund`. */
export function draftKey(path: string, id: string, file: string): string {
  return id.startsWith(file) ? path + id.slice(file.length) : `${path}#${id}`;
}

/** The marked words; of a finding about the whole message what it says, and what it points at. */
export function wordsOf({ quote, message, related }: Marked): string {
  const words = quote ?? [message, ...related.map((one) => one.quote)].join(' ');
  return words.replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

import type { Span } from '../text/span.js';

/** One canned response of a library, as the library describes it. All but `id` only where the library says so. */
export interface Entry {
  /** Unique in its file: the draft is called `file#id`. Its own id where it has one, else its title, else its place (`entry-3`). */
  readonly id: string;
  readonly title?: string;
  readonly subject?: string;
  /** As written: `en`, `de-CH`. */
  readonly lang?: string;
  readonly scenario?: string;
  readonly intent?: string;
  readonly tags?: readonly string[];
  readonly folder?: string;
  /** A note is read by colleagues only. */
  readonly visibility?: 'public' | 'note';
  /** How often it was used, as counted by the help desk. */
  readonly usage?: number;
  readonly owner?: string;
  /** Which of the two texts of one response this is, where it has both. */
  readonly variant?: 'html' | 'text';
  /** False where nobody can pick it any longer. */
  readonly active?: boolean;
  /** The help desk whose merge fields it holds (`zendesk`). */
  readonly dialect?: string;
  /** Merge fields that the entry itself declares, where the product has it so (espanso's `vars`). */
  readonly declares?: readonly string[];
}

/** Something that was found about an entry by looking at the whole library, before the entry itself is judged. */
export interface Note {
  /** Id of the rule that says it. */
  readonly rule: string;
  /** In the text of the draft; null for the whole entry. */
  readonly span: Span | null;
  /** The words there: where others stand there by now, the note is void. */
  readonly quote?: string;
  readonly message: string;
  readonly suggest?: string;
}

import type { Context, Entry } from '../draft/draft.js';
import type { Material } from '../draft/material.js';
import type { Source } from '../parse/source.js';

/** One entry to be judged. */
export interface EntryInput extends Context, Pick<Source, 'format' | 'toBytes' | 'within'> {
  readonly draft: string | Uint8Array;
  /** The file, as it is shown. */
  readonly name: string;
  /** What the draft is called: the file, or `file#entry`. */
  readonly id: string;
  readonly entry: Entry;
  /** Suppressions that stand beside the text. */
  readonly directives: NonNullable<Material['directives']>;
}

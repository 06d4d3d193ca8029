import type { Edit, TextEdit } from '../rule/rule.js';
import type { Change, Refusal, Splice } from './change.js';

/** A file that can be changed: what it says, and the way to carry changes of that into its bytes. */
export interface Opened {
  /** The text of the draft, which edits count in. */
  readonly text: string;
  /** All that the file says, part by part, as a reader sees it; the draft's own text first. */
  readonly readings: readonly Reading[];
  /** Its words cannot be read in the file's own lines (base64): a diff shows the text instead. */
  readonly isCoded?: boolean;
  /** How many ways there are to write new words; a later one is tried where an earlier does not read as wanted. */
  readonly ways: number;
  /** What the edits change in the file, all of them or none. */
  write(edits: readonly Edit[], way: number): Written | Refusal;
}

export interface Reading {
  readonly text: string;
  /** Blanks collapse when it is shown. */
  readonly rich: boolean;
}

/** Changes of a file's bytes, and what it must read as with them: a writer says so, and whoever takes them makes sure. */
export interface Written {
  readonly splices: readonly Splice[];
  readonly readings: readonly Reading[];
}

/** Whether a file says what it should. Nothing but blanks that are not shown, and how lines end, may differ. */
export function readsAs(is: readonly Reading[], wanted: readonly Reading[]): boolean {
  return is.length === wanted.length && is.every((one, i) => shown(one) === shown({ ...wanted[i], rich: one.rich || wanted[i].rich }));
}

function shown({ text, rich }: Reading): string {
  const lines = text.replace(/\r\n?/g, '\n');
  return rich
    ? lines
        .replace(/[ \t]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .trim()
    : lines;
}

/** The text edits among the edits of fixes, as changes of the draft's text. */
export function textChanges(edits: readonly Edit[]): Change[] {
  return edits.filter((edit): edit is TextEdit => edit.kind === 'text').map(({ span, text }) => ({ ...span, text }));
}

/** What offers its fixes, and takes none. */
export function unchangeable(why: string): Opened {
  return { text: '', readings: [], ways: 1, write: () => ({ refused: why }) };
}

/** Why a draft is not changed that may take long to be read. */
export const WILD = 'the draft is too long or too strange to be changed safely';

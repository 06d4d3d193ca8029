import { invertedEffects } from '@codemirror/commands';
import { StateEffect, StateField, type EditorState, type Extension, type Text, type Transaction } from '@codemirror/state';
import type { Opened, PageFormat } from '../exchange/ask.js';
import { htmlOf, piecesOf, replaced, textOf, type Piece } from '../exchange/pieces.js';

/** How the draft in the editor is written. */
export interface Form {
  readonly format: PageFormat;
  /** What the text is in HTML; only for that format. */
  readonly pieces?: readonly Piece[];
}

const PLAIN: Form = { format: 'text' };

/** The form that the text has from this transaction on. */
export const setForm = StateEffect.define<Form>();

export const formField = StateField.define<Form>({
  create: () => PLAIN,
  update(form, transaction) {
    const set = transaction.effects.filter((effect) => effect.is(setForm)).map(({ value }) => value);
    // Undoing brings back several, one of each step: that of the text which comes back is meant.
    const fitting = set.find((one) => one.pieces && isOf(one.pieces, transaction.newDoc)) ?? set.find((one) => !one.pieces);
    if (fitting) return fitting;
    if (!transaction.docChanged) return form;
    if (transaction.newDoc.length === 0) return PLAIN;
    return form.pieces ? { ...form, pieces: changed(form.pieces, transaction) } : form;
  },
});

/** The field, and what undoing needs to bring back HTML as it was. */
export function formed(): Extension {
  return [
    formField,
    invertedEffects.of(({ startState, state }) => {
      const before = startState.field(formField);
      return before === state.field(formField) ? [] : [setForm.of(before)];
    }),
  ];
}

function isOf(pieces: readonly Piece[], text: Text): boolean {
  return textOf(pieces) === text.toString();
}

function changed(pieces: readonly Piece[], { changes }: Transaction): readonly Piece[] {
  const all: { start: number; end: number; insert: string }[] = [];
  changes.iterChanges((start, end, _from, _to, inserted) => all.push({ start, end, insert: inserted.toString() }));
  return all.toReversed().reduce((now, { insert, ...at }) => replaced(now, at, insert), pieces);
}

/** The form of something that was opened. */
export function formOf({ format, source, text, runs }: Opened): Form {
  return format === 'html' ? { format, pieces: piecesOf(source, text, runs ?? []) } : { format };
}

/** The draft as it is written. */
export function sourceOf(state: EditorState): string {
  const { pieces } = state.field(formField);
  return pieces ? htmlOf(pieces) : state.doc.toString();
}

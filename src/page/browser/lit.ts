import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { Span } from '../../text/span.js';

/** A stretch to set off, and how: `lit` for words that a finding points at, `now` for those that it is about. */
export interface Lit extends Span {
  readonly as: 'lit' | 'now';
}

const setLit = StateEffect.define<readonly Lit[]>();

const litField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setLit))
        return Decoration.set(
          effect.value
            .filter(({ start, end }) => start < end && end <= transaction.newDoc.length)
            .map(({ start, end, as }) => Decoration.mark({ class: as }).range(start, end)),
          true,
        );
    return marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

export const lights: Extension = litField;

/** Sets stretches off from the rest; brings the first of them into view when `show` is set. */
export function light(view: EditorView, all: readonly Lit[], show = false): void {
  const first = show ? all.find(({ end }) => end <= view.state.doc.length) : undefined;
  view.dispatch({ effects: [setLit.of(all), ...(first ? [EditorView.scrollIntoView(first.start, { y: 'nearest', yMargin: 24 })] : [])] });
}

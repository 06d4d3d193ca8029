import { history, redo, undo } from '@codemirror/commands';
import { EditorState, type TransactionSpec } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formed, formField, formOf, setForm, sourceOf } from '../../src/page/browser/form.js';
import { open } from '../../src/page/exchange/open.js';
import { defaultLimits } from '../../src/parse/source.js';

const HTML = '<p>Dear <b>Anna</b>,</p><p>we&nbsp;sent it &amp; more.</p><ul><li>one</li><li>two</li></ul>';

async function begin(): Promise<EditorState> {
  const opened = await open({ name: 'a', format: 'html', content: HTML }, defaultLimits);
  if ('code' in opened) throw new Error(opened.message);
  const state = EditorState.create({ extensions: [history({ newGroupDelay: 0 }), formed()] });
  return state.update({ changes: { from: 0, insert: opened.text }, effects: setForm.of(formOf(opened)) }).state;
}

/** Carries out a command of the editor. */
function run(state: EditorState, command: typeof undo): EditorState {
  let next = state;
  command({ state, dispatch: (transaction) => (next = transaction.state) });
  return next;
}

describe('a reply with its formatting in the editor', () => {
  it('is the HTML that was brought, until something is written', async () => {
    expect(sourceOf(await begin())).toBe(HTML);
  });

  it('is plain again once it is empty, and has its formatting back when that is undone', async () => {
    const full = await begin();
    const empty = full.update({ changes: { from: 0, to: full.doc.length } }).state;
    expect(empty.field(formField)).toEqual({ format: 'text' });
    expect(sourceOf(run(empty, undo))).toBe(HTML);
    expect(sourceOf(run(run(empty, undo), redo))).toBe('');
  });

  it('is what it was, to the letter, when all that was written is undone; and what it became when that is done again', async () => {
    const full = await begin();
    const edits = fc.array(fc.tuple(fc.nat(100), fc.nat(20), fc.constantFrom('', 'x', ' & <b>', '\n\n', 'two\nlines')), { maxLength: 8 });
    fc.assert(
      fc.property(edits, (all) => {
        let state = full;
        for (const [place, length, insert] of all) {
          const from = place % (state.doc.length + 1);
          const spec: TransactionSpec = {
            changes: { from, to: Math.min(state.doc.length, from + length), insert },
            userEvent: 'input.type',
          };
          state = state.update(spec).state;
        }
        const written = sourceOf(state);
        const steps = all.length;
        for (let i = 0; i < steps; i += 1)
          if (state.doc.toString() !== full.doc.toString() || sourceOf(state) !== HTML) state = run(state, undo);
        expect(sourceOf(state)).toBe(HTML);
        for (let i = 0; i < steps; i += 1) state = run(state, redo);
        expect(sourceOf(state)).toBe(written);
      }),
      { numRuns: 200 },
    );
  });
});

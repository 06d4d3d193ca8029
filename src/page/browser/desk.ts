import type { Extension, StateEffect } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Channel, Kind } from '../../draft/draft.js';
import type { Ask, Opened } from '../exchange/ask.js';
import { byId } from './dom.js';
import { createEditor } from './editor.js';
import { formed, formField, formOf, setForm, sourceOf, type Form } from './form.js';
import { lights } from './lit.js';

export type Side = 'customer' | 'draft';

const FIELDS = { name: 'customer-name', kind: 'kind', channel: 'channel' } as const;

/** What the writer has before them: the customer's message, the reply, and what they know of both. */
export class Desk {
  readonly customer: EditorView;
  readonly draft: EditorView;

  /**
   * @param changed is told when anything of it has changed
   * @param ofDraft what the editor of the reply does besides
   */
  constructor(changed: () => void, ofDraft: Extension) {
    const tell = EditorView.updateListener.of(({ docChanged, startState, state }) => {
      if (docChanged || startState.field(formField, false) !== state.field(formField, false)) changed();
    });
    this.customer = createEditor({
      parent: byId('customer-editor'),
      label: 'The customer’s message',
      hint: 'Paste what the customer wrote, or drop their mail here.',
      extensions: [lights, tell],
    });
    this.draft = createEditor({
      parent: byId('draft-editor'),
      label: 'Your reply',
      hint: 'Write or paste your reply, or drop a file here.',
      extensions: [formed(), lights, tell, ofDraft],
    });
    for (const id of Object.values(FIELDS)) byId(id).addEventListener('input', changed);
  }

  /** What is to be judged; undefined while there is no reply. */
  ask(): Ask | undefined {
    if (this.text('draft').trim() === '') return undefined;
    const customer = this.text('customer');
    const customerName = byId<HTMLInputElement>(FIELDS.name).value.trim();
    const kind = byId<HTMLSelectElement>(FIELDS.kind).value as Kind | '';
    return {
      draft: this.source,
      format: this.form.format,
      channel: byId<HTMLSelectElement>(FIELDS.channel).value as Channel,
      ...(customer.trim() && { customer }),
      ...(customerName && { customerName }),
      ...(kind && { kind }),
    };
  }

  /** How the reply is written. */
  get form(): Form {
    return this.draft.state.field(formField);
  }

  /** The reply as it is written: its HTML, where it has any. */
  get source(): string {
    return sourceOf(this.draft.state);
  }

  text(side: Side): string {
    return this[side].state.doc.toString();
  }

  /** Puts a text in the place of all there is on one side. */
  put(side: Side, text: string, effects: readonly StateEffect<unknown>[] = []): void {
    const change = changeTo(this.text(side), text);
    const selection = { anchor: change.from + change.insert.length };
    this[side].dispatch({ changes: change, effects: [...effects], selection, scrollIntoView: true, userEvent: 'input.replace' });
  }

  /** Puts what was opened in the place of the reply, with its formatting. */
  fill(opened: Opened): void {
    this.put('draft', opened.text, [setForm.of(formOf(opened))]);
  }

  set customerName(name: string) {
    byId<HTMLInputElement>(FIELDS.name).value = name;
  }

  /** Keeps the words of the reply alone. */
  asPlain(): void {
    this.draft.dispatch({ effects: setForm.of({ format: 'text' }) });
  }

  clear(): void {
    this.put('customer', '');
    this.put('draft', '');
    this.customerName = '';
    byId<HTMLSelectElement>(FIELDS.kind).value = '';
  }
}

/** The one change that makes a text of another: no more than differs, so that the cursor and what is undone stay where they belong. */
function changeTo(now: string, text: string): { readonly from: number; readonly to: number; readonly insert: string } {
  let from = 0;
  while (from < now.length && from < text.length && now[from] === text[from]) from += 1;
  let same = 0;
  while (same < now.length - from && same < text.length - from && now.at(-1 - same) === text.at(-1 - same)) same += 1;
  return { from, to: now.length - same, insert: text.slice(from, text.length - same) };
}

import { EditorView } from '@codemirror/view';
import type { Span } from '../../text/span.js';
import type { Brought, Judge, Opened } from '../exchange/ask.js';
import { announce } from './announce.js';
import type { Desk, Side } from './desk.js';
import { byId } from './dom.js';
import { ACCEPTED, formattedIn, readFile, takeFiles } from './intake.js';

/** Takes in what is pasted with its formatting, dropped or chosen. */
export class Bringing {
  constructor(
    private readonly desk: Desk,
    private readonly judge: Judge,
  ) {
    for (const side of ['customer', 'draft'] as const) {
      const chooser = byId<HTMLInputElement>(`${side}-file`);
      chooser.accept = ACCEPTED;
      chooser.addEventListener('change', () => {
        const [file] = chooser.files ?? [];
        if (file) void this.#take(side, file);
        chooser.value = '';
      });
      takeFiles(byId(`${side}-side`), (file) => void this.#take(side, file));
    }
  }

  /** What the editor of the reply needs, so that formatting that is pasted is kept. */
  static pasting(bringing: () => Bringing): ReturnType<typeof EditorView.domEventHandlers> {
    return EditorView.domEventHandlers({ paste: (event, view) => bringing().#pasted(event, view) });
  }

  #pasted(event: ClipboardEvent, { state: { doc, selection } }: EditorView): boolean {
    const [file] = event.clipboardData?.files ?? [];
    const formatted = formattedIn(event.clipboardData);
    const whole = doc.toString().trim() === '' || (selection.main.from === 0 && selection.main.to === doc.length);
    // Into words that are there already, words alone are pasted: they take the look of those around them.
    if (!file && (!formatted || !whole)) return false;
    event.preventDefault();
    if (formatted) void this.#bring('draft', formatted);
    else void this.#take('draft', file);
    return true;
  }

  async #take(side: Side, file: File): Promise<void> {
    const read = await readFile(file);
    if (typeof read === 'string') announce(read);
    else await this.#bring(side, read);
  }

  async #bring(side: Side, brought: Brought): Promise<void> {
    const opened = await this.judge.open(brought);
    if ('code' in opened) return announce(`${brought.name}: ${opened.message}`);
    const { desk } = this;
    if (side === 'customer') {
      desk.put('customer', own(opened));
      if (opened.from !== undefined) desk.customerName = opened.from;
      announce(`${brought.name} was opened as the customer’s message.`);
    } else {
      desk.fill(opened);
      const parted = opened.customer !== undefined && desk.text('customer').trim() === '';
      if (parted) this.#part(opened);
      announce(`${brought.name} was opened as your reply.${parted ? ' The message that it answers stands beside it.' : ''}`);
    }
    desk[side].focus();
  }

  /** Puts what the reply quotes where the customer's message belongs. */
  #part({ text, quoted, customer = '', customerName }: Opened): void {
    this.desk.put('customer', customer);
    this.desk.draft.dispatch({ changes: quoted.map(({ start, end }) => ({ from: text.slice(0, start).trimEnd().length, to: end })) });
    if (customerName !== undefined) this.desk.customerName = customerName;
  }
}

/** A text without what somebody else wrote in it. */
function own({ text, quoted }: Opened): string {
  const keep = (out: string, { start }: Span, at: number): string => out + text.slice(quoted[at - 1]?.end ?? 0, start);
  return (quoted.reduce(keep, '') + text.slice(quoted.at(-1)?.end ?? 0)).trim();
}

import { forEachDiagnostic, setDiagnostics } from '@codemirror/lint';
import { EditorView } from '@codemirror/view';
import type { Channel, Kind } from '../../draft/draft.js';
import { count } from '../../report/count.js';
import type { Problem } from '../../text/problem.js';
import type { Span } from '../../text/span.js';
import type { About, Ask, Brought, Judge, Judged, Opened } from '../exchange/ask.js';
import { announce, announceLater, say } from './announce.js';
import { cardId, cardOf, type CardSetup } from './cards.js';
import { copyOut } from './copy.js';
import { byId } from './dom.js';
import { changeTo, createEditor } from './editor.js';
import { diagnosticsOf, foundIn, type Found, type FoundDiagnostic } from './findings.js';
import { formed, formField, formOf, setForm, sourceOf } from './form.js';
import { ACCEPTED, formattedIn, readFile, takeFiles } from './intake.js';
import { isMac, onKeys } from './keys.js';
import { Judging } from './judging.js';
import { light, lights, type Lit } from './lit.js';
import { sample } from './sample.js';
import { spokenVerdict, verdictOf } from './verdict.js';

type Side = 'customer' | 'draft';

/** The page at work: two editors, what is said of the reply, and what the writer does about it. */
export class Page {
  readonly #editors: Readonly<Record<Side, EditorView>>;
  readonly #judging: Judging;
  readonly #cards: CardSetup;
  #asked?: Ask;
  #found: readonly Found[] = [];
  #active?: Found;

  private constructor(
    private readonly judge: Judge,
    private readonly about: About,
  ) {
    const rejudge = EditorView.updateListener.of(({ docChanged, startState, state }) => {
      if (docChanged || startState.field(formField, false) !== state.field(formField, false)) this.#judging.changed();
    });
    const followCursor = EditorView.updateListener.of(({ selectionSet, docChanged }) => {
      if (selectionSet && !docChanged) this.#activate(this.#atCursor());
    });
    const keepFormat = EditorView.domEventHandlers({ paste: (event, view) => this.#pasted(event, view) });
    this.#editors = {
      customer: createEditor({
        parent: byId('customer-editor'),
        label: 'The customer’s message',
        hint: 'Paste what the customer wrote, or drop their mail here.',
        extensions: [lights, rejudge],
      }),
      draft: createEditor({
        parent: byId('draft-editor'),
        label: 'Your reply',
        hint: 'Write or paste your reply, or drop a file here.',
        extensions: [formed(), lights, rejudge, followCursor, keepFormat],
      }),
    };
    this.#judging = new Judging(
      judge,
      () => this.#ask(),
      (answer, ask) => this.#show(answer, ask),
    );
    this.#cards = {
      goTo: (found) => this.#goTo(found),
      putIn: (found, fix) => void this.#putIn(found, fix),
      point: (found) => this.#light(found ?? this.#active),
      key: isMac ? '⌘ .' : 'Ctrl .',
    };
    this.#controls();
    this.#judging.changed();
  }

  /** Puts the page to work; from then on it answers to what is done on it. */
  static start(judge: Judge, about: About): Page {
    return new Page(judge, about);
  }

  #controls(): void {
    for (const id of ['customer-name', 'kind', 'channel']) byId(id).addEventListener('input', () => this.#judging.changed());
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
    byId('sample').addEventListener('click', () => this.#fillSample());
    byId('clear').addEventListener('click', () => this.#clear());
    byId('as-plain').addEventListener('click', () => this.#asPlain());
    byId('copy').addEventListener('click', () => this.#copy());
    byId('copy-html').addEventListener('click', () => this.#copy(sourceOf(this.#draft.state)));
    onKeys({
      step: (by) => this.#step(by),
      putIn: () => {
        if (this.#active) void this.#putIn(this.#active, 0);
        else announce('Go to a finding first: F8.');
      },
      back: () => this.#draft.focus(),
    });
  }

  get #draft(): EditorView {
    return this.#editors.draft;
  }

  #ask(): Ask | undefined {
    const draft = sourceOf(this.#draft.state);
    if (this.#draft.state.doc.toString().trim() === '') return undefined;
    const { format } = this.#draft.state.field(formField);
    const customer = this.#editors.customer.state.doc.toString();
    const customerName = byId<HTMLInputElement>('customer-name').value.trim();
    const kind = byId<HTMLSelectElement>('kind').value as Kind | '';
    const channel = byId<HTMLSelectElement>('channel').value as Channel;
    return { draft, format, channel, ...(customer.trim() && { customer }), ...(customerName && { customerName }), ...(kind && { kind }) };
  }

  #show(answer: Judged | Problem | undefined, ask: Ask | undefined): void {
    this.#asked = ask;
    const judged = answer && !('code' in answer) ? answer : undefined;
    const form = this.#draft.state.field(formField);
    this.#found = judged ? foundIn(judged.report, form, this.#draft.state.doc.length) : [];
    this.#draft.dispatch(setDiagnostics(this.#draft.state, diagnosticsOf(this.#found)));
    byId('empty').hidden = answer !== undefined;
    byId('keys-hint').hidden = this.#found.length === 0;
    const verdict = byId('verdict-body');
    const [jump] = document.querySelectorAll<HTMLElement>('.jump');
    if (judged) {
      const setup = {
        minScore: this.about.minScore,
        goTo: (rule: string) => this.#goTo(this.#found.find((one) => one.finding.rule === rule)),
      };
      const open = verdict.querySelector('details')?.open;
      verdict.replaceChildren(...verdictOf(judged, setup));
      const details = verdict.querySelector('details');
      if (details && open) details.open = true;
      const { score, grade, kind, findings } = judged.report;
      jump.textContent = `${score} ${grade} · ${count(findings.length, 'finding')}`;
      byId('kind-inferred').textContent = kind.source === 'inferred' ? `${kind.value} (worked out)` : 'work it out';
      announceLater(spokenVerdict(judged.report));
    } else {
      const message = answer && 'code' in answer ? answer.message : '';
      verdict.textContent = message;
      jump.textContent = '';
      byId('kind-inferred').textContent = 'work it out';
      if (message) announceLater(message);
    }
    verdict.classList.toggle('problem', answer !== undefined && !judged);
    byId('findings-title').hidden = !judged;
    byId('findings-title').textContent = this.#found.length === 0 ? 'Nothing to change' : count(this.#found.length, 'finding');
    byId('findings').replaceChildren(...this.#found.map((found) => cardOf(found, this.#cards)));
    this.#showForm(form.format);
    this.#activate(this.#atCursor(), false);
  }

  #showForm(format: Ask['format']): void {
    const empty = this.#draft.state.doc.length === 0;
    byId('form').hidden = format === 'text';
    byId('form-note').textContent =
      format === 'html' ? 'With its formatting: fonts, sizes and colours are judged too.' : 'Read as Markdown.';
    byId('copy-html').hidden = format !== 'html';
    for (const id of ['copy', 'clear']) byId<HTMLButtonElement>(id).disabled = empty;
  }

  /** The finding whose words hold the cursor. */
  #atCursor(): Found | undefined {
    const { head } = this.#draft.state.selection.main;
    let best: { at: number; length: number } | undefined;
    forEachDiagnostic(this.#draft.state, (diagnostic, from, to) => {
      if (from <= head && head <= to && (!best || to - from < best.length))
        best = { at: (diagnostic as FoundDiagnostic).at, length: to - from };
    });
    return best && this.#found.find(({ at }) => at === best?.at);
  }

  #activate(found: Found | undefined, show = true): void {
    this.#active = found;
    for (const card of document.querySelectorAll('.finding[aria-current]')) card.removeAttribute('aria-current');
    const card = found && document.getElementById(cardId(found));
    card?.setAttribute('aria-current', 'true');
    if (show) card?.scrollIntoView({ block: 'nearest' });
    this.#light(found);
  }

  #light(found: Found | undefined): void {
    const lit = (spans: readonly Span[]): Lit[] => spans.map((span) => ({ ...span, as: 'lit' }));
    light(this.#editors.customer, lit(found?.customer ?? []), true);
    light(this.#draft, [...lit(found?.beside ?? []), ...(found?.span ? [{ ...found.span, as: 'now' as const }] : [])]);
  }

  #step(by: 1 | -1): void {
    const { length } = this.#found;
    if (length === 0) return announce('There is no finding.');
    const at = this.#active ? this.#found.indexOf(this.#active) : -1;
    const { head } = this.#draft.state.selection.main;
    const ahead = this.#found.findIndex(({ span }) => span && span.start >= head);
    const first = by > 0 ? (ahead < 0 ? 0 : ahead) : ((ahead < 0 ? length : ahead) - 1 + length) % length;
    const next = this.#found[at < 0 ? first : (at + by + length) % length];
    this.#goTo(next);
    const { severity, message, suggest, fixes } = next.finding;
    const offer = fixes.length > 0 ? ` ${this.#cards.key} puts in: ${fixes[0].label}.` : '';
    say(`Finding ${this.#found.indexOf(next) + 1} of ${length}, ${severity}: ${message} ${suggest}${offer}`);
  }

  /** Selects the words of a finding; of one about the whole reply, its card. */
  #goTo(found: Found | undefined): void {
    if (!found) return;
    if (found.span) {
      this.#draft.focus();
      this.#draft.dispatch({ selection: { anchor: found.span.start, head: found.span.end }, scrollIntoView: true });
    } else document.getElementById(cardId(found))?.focus();
    this.#activate(found);
  }

  async #putIn(found: Found, fix: number): Promise<void> {
    const ask = this.#asked;
    const wanted = found.finding.fixes[fix];
    if (!wanted) return announce('There is no rewording to put in for this one: write it anew.');
    // What was found was found in another text; in a moment it is judged again.
    if (!ask || ask.draft !== sourceOf(this.#draft.state)) return;
    if (ask.format === 'text') {
      const changes = wanted.edits.flatMap((edit) =>
        edit.kind === 'text' && edit.source ? [{ from: edit.source.start, to: edit.source.end, insert: edit.text }] : [],
      );
      const set = this.#draft.state.changes(changes);
      this.#draft.dispatch({
        changes: set,
        selection: { anchor: set.mapPos(changes[0]?.to ?? 0, 1) },
        scrollIntoView: true,
        userEvent: 'input.replace',
      });
    } else {
      const mended = await this.judge.mend({ ask, finding: found.at, fix });
      if ('code' in mended) return announce(mended.message);
      if (ask.draft !== sourceOf(this.#draft.state)) return;
      this.#fill(mended);
    }
    this.#draft.focus();
    announce(`Done: ${wanted.label}.`);
    await this.#judging.now();
  }

  /** Puts what was opened in the place of the draft. */
  #fill(opened: Opened): void {
    const change = changeTo(this.#draft, opened.text);
    this.#draft.dispatch({
      changes: change,
      effects: setForm.of(formOf(opened)),
      selection: { anchor: change.from + change.insert.length },
      scrollIntoView: true,
      userEvent: 'input.replace',
    });
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
    if (side === 'customer') {
      const own = without(opened.text, opened.quoted);
      this.#editors.customer.dispatch({ changes: changeTo(this.#editors.customer, own) });
      if (opened.from !== undefined) byId<HTMLInputElement>('customer-name').value = opened.from;
      this.#editors.customer.focus();
      return announce(`${brought.name} was opened as the customer’s message.`);
    }
    this.#fill(opened);
    const answered = opened.customer !== undefined && this.#editors.customer.state.doc.toString().trim() === '';
    if (answered) {
      this.#editors.customer.dispatch({ changes: changeTo(this.#editors.customer, opened.customer ?? '') });
      this.#draft.dispatch({ changes: quotedEnd(opened) });
      if (opened.customerName !== undefined) byId<HTMLInputElement>('customer-name').value = opened.customerName;
    }
    this.#draft.focus();
    const where = answered ? ' The message that it answers stands beside it.' : '';
    announce(`${brought.name} was opened as your reply.${where}`);
  }

  #fillSample(): void {
    this.#clear();
    this.#editors.customer.dispatch({ changes: { from: 0, insert: sample.customer } });
    this.#draft.dispatch({ changes: { from: 0, insert: sample.draft } });
    this.#draft.focus();
  }

  #clear(): void {
    for (const view of Object.values(this.#editors)) view.dispatch({ changes: { from: 0, to: view.state.doc.length } });
    byId<HTMLInputElement>('customer-name').value = '';
    byId<HTMLSelectElement>('kind').value = '';
    announce('');
    this.#editors.customer.focus();
  }

  #asPlain(): void {
    this.#draft.dispatch({ effects: setForm.of({ format: 'text' }) });
    this.#draft.focus();
    announce('Kept the words alone.');
  }

  #copy(html?: string): void {
    const done = copyOut(this.#draft.state.doc.toString(), html);
    announce(
      done
        ? html === undefined
          ? 'Copied as text.'
          : 'Copied with its formatting.'
        : 'The browser did not let it be copied: select it and copy it.',
    );
  }
}

function without(text: string, spans: readonly Span[]): string {
  let out = '';
  let from = 0;
  for (const { start, end } of spans) {
    out += text.slice(from, start);
    from = end;
  }
  return (out + text.slice(from)).trim();
}

/** What is quoted behind the writer's words, and the blank lines before it. */
function quotedEnd({ text, quoted }: Opened): { from: number; to: number }[] {
  return quoted.map(({ start, end }) => ({ from: start - (/\s*$/.exec(text.slice(0, start))?.[0].length ?? 0), to: end }));
}

import { count } from '../../report/count.js';
import type { Problem } from '../../text/problem.js';
import type { About, Ask, Judge, Judged } from '../exchange/ask.js';
import { announce, announceLater } from './announce.js';
import { Bringing } from './bring.js';
import { copyOut } from './copy.js';
import { Desk } from './desk.js';
import { byId } from './dom.js';
import { foundIn, type Found } from './findings.js';
import { Guide } from './guide.js';
import { Judging } from './judging.js';
import { onKeys } from './keys.js';
import { sample } from './sample.js';
import { moreOf, spokenVerdict, verdictOf } from './verdict.js';

/** The page at work: what is written, what is said of it, and what the writer does about it. */
export class Page {
  readonly #desk: Desk;
  readonly #guide: Guide;
  readonly #judging: Judging;
  #asked?: Ask;
  /** The reply as it was copied out last, or as it was given: nothing of the writer's is lost with it. */
  #kept = '';

  private constructor(
    private readonly judge: Judge,
    private readonly about: About,
  ) {
    this.#desk = new Desk(() => this.#judging.changed(), [Guide.following(() => this.#guide), Bringing.pasting(() => bringing)]);
    this.#guide = new Guide(this.#desk, (found, fix) => void this.#putIn(found, fix));
    const bringing = new Bringing(this.#desk, judge);
    this.#judging = new Judging(
      judge,
      () => this.#desk.ask(),
      (answer, ask) => this.#show(answer, ask),
    );
    this.#controls();
    // A browser that comes back to the page may have kept what its fields held.
    this.#judging.changed();
  }

  /** Puts the page to work; from then on it answers to what is done on it. */
  static start(judge: Judge, about: About): Page {
    return new Page(judge, about);
  }

  #controls(): void {
    const press = (id: string, act: () => void): void => byId(id).addEventListener('click', act);
    press('sample', () => {
      this.#desk.clear();
      this.#desk.put('customer', sample.customer);
      this.#desk.put('draft', sample.draft);
      this.#kept = sample.draft;
      this.#desk.draft.focus();
    });
    press('clear', () => {
      this.#desk.clear();
      announce('');
      this.#desk.customer.focus();
    });
    press('as-plain', () => {
      this.#desk.asPlain();
      this.#desk.draft.focus();
      announce('Kept the words alone.');
    });
    press('copy', () => void this.#copy());
    press('copy-html', () => void this.#copy(this.#desk.source));
    // Nothing is stored, so what is written is gone with the page.
    addEventListener('beforeunload', (event) => {
      if (this.#desk.text('draft').trim() !== '' && this.#desk.source !== this.#kept) event.preventDefault();
    });
    onKeys({
      step: (by) => this.#guide.step(by),
      putIn: () => {
        if (this.#guide.active) void this.#putIn(this.#guide.active, 0);
        else announce('Go to a finding first: F8.');
      },
      back: () => this.#desk.draft.focus(),
    });
  }

  #show(answer: Judged | Problem | undefined, ask: Ask | undefined): void {
    this.#asked = ask;
    const judged = answer && !('code' in answer) ? answer : undefined;
    byId('empty').hidden = answer !== undefined;
    if (judged) this.#showVerdict(judged);
    else this.#showProblem(answer && 'code' in answer ? answer.message : '');
    byId('verdict-body').classList.toggle('problem', answer !== undefined && !judged);
    const { form, draft } = this.#desk;
    this.#guide.show(judged && foundIn(judged.report, form, draft.state.doc.length));
    this.#showForm();
  }

  #showVerdict(judged: Judged): void {
    const { score, grade, kind, findings } = judged.report;
    const setup = { minScore: this.about.minScore, goTo: (rule: string) => this.#guide.goToRule(rule) };
    byId('verdict-body').replaceChildren(...verdictOf(judged, setup));
    const more = byId('more');
    const wasOpen = more.querySelector('details')?.open ?? false;
    more.replaceChildren(...moreOf(judged));
    more.querySelector('details')?.toggleAttribute('open', wasOpen);
    byId('jump').textContent = `${score} ${grade} · ${count(findings.length, 'finding')}`;
    byId('kind-inferred').textContent = kind.source === 'inferred' ? `${kind.value} (worked out)` : 'work it out';
    announceLater(spokenVerdict(judged.report));
  }

  #showProblem(message: string): void {
    byId('verdict-body').textContent = message;
    byId('more').textContent = '';
    byId('jump').textContent = '';
    byId('kind-inferred').textContent = 'work it out';
    if (message) announceLater(message);
  }

  #showForm(): void {
    const { format } = this.#desk.form;
    byId('form').hidden = format === 'text';
    byId('form-note').textContent =
      format === 'html' ? 'With its formatting: fonts, sizes and colours are judged too.' : 'Read as Markdown.';
    byId('copy-html').hidden = format !== 'html';
    const draft = this.#desk.text('draft');
    byId<HTMLButtonElement>('copy').disabled = draft === '';
    byId<HTMLButtonElement>('clear').disabled = draft + this.#desk.text('customer') === '';
  }

  async #putIn(found: Found, fix: number): Promise<void> {
    const wanted = found.finding.fixes[fix];
    if (!wanted) return announce('There is no rewording to put in for this one: write it anew.');
    // What was found was found in another text: where the last keys are not judged yet, that comes first.
    if (this.#asked?.draft !== this.#desk.source) await this.#judging.now();
    const now = this.#guide.same(found);
    const ask = this.#asked;
    if (!now || !ask) return announce('It is not there any longer.');
    const mended = await this.judge.mend({ ask, finding: now.at, fix });
    if ('code' in mended) return announce(mended.message);
    if (ask.draft !== this.#desk.source) return announce('You wrote on meanwhile: nothing was put in.');
    this.#desk.fill(mended);
    this.#desk.draft.focus();
    announce(`Done: ${wanted.label}.`);
    await this.#judging.now();
  }

  async #copy(html?: string): Promise<void> {
    const kept = this.#desk.source;
    const done = await copyOut(this.#desk.text('draft'), html);
    if (done) this.#kept = kept;
    const how = html === undefined ? 'Copied as text.' : 'Copied with its formatting.';
    announce(done ? how : 'The browser did not let it be copied: select it and copy it.');
  }
}

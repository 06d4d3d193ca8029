import { forEachDiagnostic, setDiagnostics } from '@codemirror/lint';
import { EditorView } from '@codemirror/view';
import { count } from '../../report/count.js';
import type { Span } from '../../text/span.js';
import { announce, say } from './announce.js';
import { cardId, cardOf } from './cards.js';
import type { Desk } from './desk.js';
import { byId } from './dom.js';
import { diagnosticsOf, type Found, type FoundDiagnostic } from './findings.js';
import { commandKey } from './keys.js';
import { light, type Lit } from './lit.js';

/** Leads through the findings: their cards, the marks in the reply, the customer's words that they point at. */
export class Guide {
  #found: readonly Found[] = [];
  #active?: Found;

  /** @param putIn puts a rewording of a finding in */
  constructor(
    private readonly desk: Desk,
    private readonly putIn: (found: Found, fix: number) => void,
  ) {}

  /** What the editor of the reply needs, so that the guide follows its cursor. */
  static following(guide: () => Guide): ReturnType<typeof EditorView.updateListener.of> {
    return EditorView.updateListener.of(({ selectionSet, docChanged }) => {
      if (selectionSet && !docChanged) guide().#activate(guide().#atCursor());
    });
  }

  /** The finding that one is at. */
  get active(): Found | undefined {
    return this.#active;
  }

  /** What a finding of before is now: of the same rule, in the same words. */
  same({ finding: { rule, quote }, at }: Found): Found | undefined {
    const alike = this.#found.filter(({ finding }) => finding.rule === rule && finding.quote === quote);
    return alike.find((one) => one.at === at) ?? alike[0];
  }

  /** Shows findings in the place of those before; undefined where nothing was judged. */
  show(found: readonly Found[] | undefined): void {
    this.#found = found ?? [];
    const { draft } = this.desk;
    draft.dispatch(setDiagnostics(draft.state, diagnosticsOf(this.#found)));
    byId('findings-title').hidden = !found;
    byId('findings-title').textContent = this.#found.length === 0 ? 'Nothing to change' : count(this.#found.length, 'finding');
    byId('keys-hint').hidden = this.#found.length === 0;
    const setup = {
      goTo: (one: Found) => this.goTo(one),
      putIn: this.putIn,
      point: (one?: Found) => this.#light(one ?? this.#active),
      key: commandKey,
    };
    byId('findings').replaceChildren(...this.#found.map((one) => cardOf(one, setup)));
    this.#activate(this.#atCursor(), false);
  }

  /** To the next finding, or the one before; from the last to the first. */
  step(by: 1 | -1): void {
    const { length } = this.#found;
    if (length === 0) return announce('There is no finding.');
    const at = this.#active ? this.#found.indexOf(this.#active) : -1;
    const { head } = this.desk.draft.state.selection.main;
    const ahead = this.#found.findIndex(({ span }) => span && span.start >= head);
    const first = by > 0 ? Math.max(0, ahead) : ((ahead < 0 ? length : ahead) - 1 + length) % length;
    const next = this.#found[at < 0 ? first : (at + by + length) % length];
    this.goTo(next);
    const { severity, message, suggest, fixes } = next.finding;
    const offer = fixes.length > 0 ? ` ${commandKey} puts in: ${fixes[0].label}.` : '';
    say(`Finding ${this.#found.indexOf(next) + 1} of ${length}, ${severity}: ${message} ${suggest}${offer}`);
  }

  /** To the first finding of a rule. */
  goToRule(rule: string): void {
    const found = this.#found.find((one) => one.finding.rule === rule);
    if (found) this.goTo(found);
  }

  /** Selects the words of a finding; one about the whole reply has its card alone. */
  goTo(found: Found): void {
    const { draft } = this.desk;
    if (found.span) {
      draft.focus();
      draft.dispatch({ selection: { anchor: found.span.start, head: found.span.end }, scrollIntoView: true });
    } else document.getElementById(cardId(found))?.focus();
    this.#activate(found);
  }

  /** The finding whose words hold the cursor; of several the one with the fewest. */
  #atCursor(): Found | undefined {
    const { state } = this.desk.draft;
    const { head } = state.selection.main;
    let best: { at: number; length: number } | undefined;
    forEachDiagnostic(state, (diagnostic, from, to) => {
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
    light(this.desk.customer, lit(found?.customer ?? []), true);
    light(this.desk.draft, [...lit(found?.beside ?? []), ...(found?.span ? [{ ...found.span, as: 'now' as const }] : [])]);
  }
}

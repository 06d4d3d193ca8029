import { isPlaced } from '../../report/placed.js';
import { points } from '../../report/points.js';
import { flat } from '../../report/tell.js';
import { button, el } from './dom.js';
import type { Found } from './findings.js';

export interface CardSetup {
  /** Goes to the words that a finding is about. */
  readonly goTo: (found: Found) => void;
  readonly putIn: (found: Found, fix: number) => void;
  /** A pointer rests on a card, or has left it. */
  readonly point: (found: Found | undefined) => void;
  /** The key that puts the first rewording in. */
  readonly key: string;
}

/** The id of a finding's card on the page. */
export function cardId({ at }: Found): string {
  return `finding-${at}`;
}

/** What is wrong, why, and what to write instead. */
export function cardOf(found: Found, setup: CardSetup): HTMLLIElement {
  const { severity, message, quote, why, suggest, rule, category, lost, confidence, related, fixes, standsFor } = found.finding;
  const others = [...new Set(standsFor.map((other) => other.rule))];
  const card = el(
    'li',
    { class: `finding ${severity}`, id: cardId(found), tabindex: -1, 'data-rule': rule },
    el('h4', { class: 'what' }, el('span', { class: `level ${severity}` }, severity), ' ', message),
    quote !== null && button(flat(quote), () => setup.goTo(found), { class: 'quote', dir: 'auto', 'aria-label': `Go to “${flat(quote)}”` }),
    ...related.map(({ in: side, quote: words, note }) =>
      el(
        'figure',
        { class: side },
        el('figcaption', {}, `${side === 'customer' ? 'The customer wrote' : 'See also'}${note ? ` (${note})` : ''}`),
        el('blockquote', { dir: 'auto' }, flat(words)),
      ),
    ),
    why !== '' && el('p', { class: 'why' }, el('b', {}, 'Why '), why),
    suggest !== '' && el('p', { class: 'instead' }, el('b', {}, 'Instead '), suggest),
    fixes.length > 0 && el('div', { class: 'fixes' }, ...fixes.map((fix, at) => offer(found, fix, at, setup))),
    el(
      'p',
      { class: 'facts' },
      el('code', {}, rule),
      ` · ${category} · ${points(lost)}${isPlaced(found.finding) ? '' : ' · whole reply'}${confidence === 'low' ? ' · inferred, costs half' : ''}`,
      others.length > 0 && ` · stands for ${others.join(', ')} too`,
    ),
  );
  // What scrolls under a pointer that rests is not pointed at.
  card.addEventListener('pointermove', ({ movementX, movementY }) => (movementX || movementY) && setup.point(found));
  card.addEventListener('pointerleave', () => setup.point(undefined));
  card.addEventListener('focusin', () => setup.point(found));
  return card;
}

function offer(found: Found, { label, safety }: Found['finding']['fixes'][number], at: number, { putIn, key }: CardSetup): HTMLElement {
  const made = button(label.charAt(0).toUpperCase() + label.slice(1), () => putIn(found, at), { class: 'fix' });
  if (at === 0) made.append(el('kbd', {}, key));
  return el('div', {}, made, safety === 'unsafe' && el('span', { class: 'facts' }, ' may change the meaning: read it again'));
}

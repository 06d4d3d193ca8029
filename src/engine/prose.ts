import type { Draft, Role } from '../draft/draft.js';
import { contains, firstEndingAfter, type Span } from '../text/span.js';
import { wordAt } from '../text/words.js';

const PROSE: ReadonlySet<Role> = new Set(['salutation', 'body', 'closing']);
/** Zones whose words are not what this writer says to this customer. */
const NOT_SAID: ReadonlySet<Role> = new Set(['quoted', 'forwarded', 'code', 'signature', 'footer', 'directive']);

/** Words in the zones of a draft. */
export function countWords(draft: Draft): { readonly prose: number; readonly body: number } {
  let prose = 0;
  let body = 0;
  for (const { role, span } of draft.segments) {
    if (!PROSE.has(role)) continue;
    const words = wordAt(draft.words, span.end) - wordAt(draft.words, span.start);
    prose += words;
    if (role === 'body') body += words;
  }
  return { prose, body };
}

/** Whether the stretch lies wholly in zones that are not said to the customer, none of them named by `scope`. */
export function outOfScope(draft: Draft, at: Span, scope: readonly Role[]): boolean {
  const spans = draft.segments.map((segment) => segment.span);
  for (let index = firstEndingAfter(spans, at.start); index < spans.length && spans[index].start < at.end; index += 1) {
    const { role } = draft.segments[index];
    if (!NOT_SAID.has(role) || scope.includes(role)) return false;
  }
  return true;
}

/** Whether the stretch lies in the salutation. */
export function inSalutation(draft: Draft, at: Span): boolean {
  return draft.segments.some((segment) => segment.role === 'salutation' && contains(segment.span, at));
}

/** Where a finding about the whole message is shown when it names no place: the first body sentence, else the start. */
export function firstSaid(draft: Draft): Span {
  const body = draft.segments.find((segment) => segment.role === 'body')?.span;
  if (!body) return { start: 0, end: 0 };
  return draft.sentences[firstEndingAfter(draft.sentences, body.start)] ?? { start: body.start, end: body.start };
}

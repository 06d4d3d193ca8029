import { buildDraft } from '../../src/draft/build.js';
import type { Context, Draft, Role, Segment } from '../../src/draft/draft.js';
import type { Material } from '../../src/draft/material.js';

/** What a parser would hand over for plain text, with what a test wants to add. */
function material(text: string, more: Partial<Material> = {}): Material {
  return {
    text,
    surface: 'plain',
    map: { source: (at) => at, locate: () => ({ file: 'reply.txt', line: 1, column: 1 }) },
    styles: [],
    links: [],
    blocks: [],
    marked: [],
    meta: {},
    ...more,
  };
}

export function draftOf(text: string, context: Context = {}, marked: readonly Segment[] = []): Draft {
  return buildDraft('reply.txt', material(text, { marked }), context);
}

/** The words of each segment with its role, without white space at the edges: `body: We sent it.` */
export function zonesOf(draft: Draft): string[] {
  return draft.segments.map(({ role, span }) => `${role}: ${draft.text.slice(span.start, span.end).trim()}`);
}

/** The words of all segments with this role. */
export function zone(draft: Draft, role: Role): string {
  return draft.segments
    .filter((segment) => segment.role === role)
    .map(({ span }) => draft.text.slice(span.start, span.end).trim())
    .join('\n');
}

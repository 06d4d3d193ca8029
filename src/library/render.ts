import { dialectOf, fieldName } from '../draft/dialects.js';
import type { Draft } from '../draft/draft.js';
import type { Material } from '../draft/material.js';
import { findFields, isStrong, type MergeField } from '../draft/merge-fields.js';
import { RunBuilder, type OffsetMap } from '../text/run-map.js';
import type { SourceMap } from '../text/source-map.js';
import { cover, overlaps, type Span } from '../text/span.js';
import { meaningOf, type Meaning } from './samples.js';

/** A template as its reader gets it. */
export interface Rendered {
  readonly material: Material;
  /** Carries offsets of the rendered text to the text as it is written. A value maps only as a whole, to its field. */
  readonly origin: OffsetMap;
  /** The fields that were filled, in the text as it is written, and where their values stand in the rendered text. */
  readonly filled: readonly { readonly field: MergeField; readonly at: Span }[];
}

export interface RenderOptions {
  /** Leave out what the help desk may not know, where the template says nothing to put in its place. */
  readonly empty: boolean;
  readonly samples: Readonly<Record<string, string>>;
  /** Fields that stay as they are written. */
  readonly kept?: ReadonlySet<MergeField>;
}

/** Products in which `user` is the one who answers. */
const USER_ANSWERS = new Set(['Help Scout', 'FreeScout', 'Teamwork Desk', 'Front', 'Zammad', 'Salesforce']);
const FALLBACK = /(?:fallback|default)\s*[=:]?\s*["'“]?([^"'”|}]*)["'”]?|\|\|\s*["']([^"']*)["']|^[^|]*\|([^|:]*)$/u;
/** `{% if … %}`: what is between two of them stays, the tags go. */
const TAG =
  /^[-~]?\s*(?:if|elsif|elif|else|endif|unless|endunless|case|when|endcase|for|endfor|assign|capture|endcapture|comment|endcomment|raw|endraw|set|include|render)\b/u;

/** The merge fields of a template, code that is shown left out. */
export function fieldsOf({ text, segments, helpdesk }: Draft): MergeField[] {
  const own = dialectOf(helpdesk)?.syntaxes ?? [];
  const shown = segments.filter(({ role }) => role === 'code').map(({ span }) => span);
  return findFields(text, { start: 0, end: text.length }).filter(
    (field) =>
      field.closed &&
      field.content !== '' &&
      (isStrong(field.syntax) || own.includes(field.syntax)) &&
      !shown.some((code) => overlaps(code, field)),
  );
}

/** Fills the merge fields of a template; undefined where nothing would change. */
export function render(draft: Draft, material: Material, fields: readonly MergeField[], options: RenderOptions): Rendered | undefined {
  const runs = new RunBuilder();
  const filled: { field: MergeField; at: Span }[] = [];
  let text = '';
  let from = 0;
  let unknown = false;
  const copy = (to: number): void => {
    runs.add(text.length, to - from, from, to - from, 1);
    text += draft.text.slice(from, to);
  };
  for (const field of fields) {
    copy(field.start);
    const isKept = options.kept?.has(field) === true;
    const value = isKept ? draft.text.slice(field.start, field.end) : valueOf(field, draft.helpdesk, options);
    unknown ||= options.empty && !isKept && value !== valueOf(field, draft.helpdesk, { ...options, empty: false });
    const at = { start: text.length, end: text.length + value.length };
    runs.add(at.start, value.length, field.start, field.end - field.start, value.length);
    text += value;
    filled.push({ field, at });
    from = field.end;
  }
  copy(draft.text.length);
  if (filled.length === 0 || (options.empty && !unknown)) return undefined;
  const origin = runs.build();
  return { material: moved(material, text, filled, origin), origin, filled };
}

function valueOf(field: MergeField, helpdesk: string | undefined, { empty, samples }: RenderOptions): string {
  if (isTag(field)) return '';
  const dialect = dialectOf(helpdesk);
  const { value, mayBeEmpty } = meaningIn(field, helpdesk, samples);
  if (!empty || !mayBeEmpty) return value;
  const fallback = FALLBACK.exec(field.content);
  const said = (fallback?.[1] ?? fallback?.[2] ?? fallback?.[3])?.trim();
  if (said !== undefined && said !== '') return said;
  // Where the product knows no fallback, nobody can write one.
  return dialect ? (dialect.fallback === undefined ? value : '') : field.syntax === '{{}}' ? '' : value;
}

/** Whether a field is a tag of its language, which shows nothing itself. */
export function isTag({ syntax, content }: MergeField): boolean {
  return syntax === '{%%}' && TAG.test(content);
}

/** What stands for a field in a template of this help desk. */
export function meaningIn(field: MergeField, helpdesk: string | undefined, samples: RenderOptions['samples']): Meaning {
  const dialect = dialectOf(helpdesk);
  return meaningOf(fieldName(field.content, dialect), samples, dialect !== undefined && USER_ANSWERS.has(dialect.name));
}

/** The material with its text replaced, and all spans where they now stand. */
function moved(material: Material, text: string, filled: Rendered['filled'], origin: OffsetMap): Material {
  const to = ({ start, end }: Span): Span => ({ start: moveOffset(start, filled), end: moveOffset(end, filled) });
  const each = <T extends { readonly span: Span }>(items: readonly T[]): T[] => items.map((item) => ({ ...item, span: to(item.span) }));
  return {
    ...material,
    text,
    map: mapThrough(material.map, origin, filled),
    styles: each(material.styles),
    links: each(material.links),
    blocks: each(material.blocks),
    marked: each(material.marked),
  };
}

/** Where an offset of the written text stands in the rendered one; inside a field, at the start of its value. By binary search. */
function moveOffset(offset: number, filled: Rendered['filled']): number {
  let low = 0;
  let high = filled.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (filled[middle].field.start < offset) low = middle + 1;
    else high = middle;
  }
  const last = filled[low - 1];
  if (!last) return offset;
  return offset < last.field.end ? last.at.start : last.at.end + offset - last.field.end;
}

function mapThrough(map: SourceMap, origin: OffsetMap, filled: Rendered['filled']): SourceMap {
  return {
    source: (at) => {
      const exact = origin.source(at);
      return exact && map.source(exact);
    },
    locate: (at) => map.locate(written(at, origin, filled)),
  };
}

/** The stretch of the written text that a stretch of the rendered one came from: a part of a value stands for its whole field. */
export function written({ start, end }: Span, origin: OffsetMap, filled: Rendered['filled']): Span {
  const exact = origin.source({ start, end });
  if (exact) return exact;
  const from = origin.nearest(start);
  const to = Math.max(from, origin.nearest(end));
  return filled
    .filter(({ at }) => at.start < end && start < at.end)
    .reduce<Span>((sum, { field }) => cover(sum, field), { start: from, end: to });
}

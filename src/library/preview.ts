import { buildDraft } from '../draft/build.js';
import { parse } from '../parse/index.js';
import type { Limits } from '../parse/source.js';
import type { Problem } from '../text/problem.js';
import type { Span } from '../text/span.js';
import type { EntryInput } from './entry-input.js';
import { fieldsOf, render } from './render.js';
import { whyUnknown, type UnknownField } from './unknown-fields.js';

/** A text, and where in it a field stands, or what stands for one. An empty mark is the place of a field that nothing is known for. */
export interface PreviewText {
  readonly text: string;
  readonly marks: readonly Span[];
}

/** An entry as it is written, as it reads when all is known, and when nothing is. */
export interface Preview {
  readonly id: string;
  readonly title: string | null;
  readonly subject: string | null;
  readonly written: PreviewText;
  readonly sample: PreviewText;
  readonly empty: PreviewText;
  /** Merge fields that nobody can say a value for: they stay as they are written. Each once. */
  readonly unknown: readonly UnknownField[];
}

/** What a customer would get of an entry. */
export async function previewOf(input: EntryInput, samples: Readonly<Record<string, string>>, limits: Limits): Promise<Preview | Problem> {
  const { name, draft: content, format, toBytes, within, entry, id } = input;
  const parsed = await parse({ name, format, content, toBytes, within }, limits);
  if ('code' in parsed) return parsed;
  const draft = buildDraft(id, parsed, input);
  const fields = fieldsOf(draft);
  const written = { text: draft.text, marks: fields.map(({ start, end }) => ({ start, end })) };
  const unknown = new Map(
    fields.flatMap((field) => {
      const why = whyUnknown(field, draft, samples);
      return why === undefined ? [] : [[field, { field: draft.text.slice(field.start, field.end), why }]];
    }),
  );
  const kept = new Set(unknown.keys());
  const as = (empty: boolean, otherwise: PreviewText): PreviewText => {
    const rendered = render(draft, parsed, fields, { empty, samples, kept });
    return rendered ? { text: rendered.material.text, marks: rendered.filled.map(({ at }) => at) } : otherwise;
  };
  const sample = as(false, written);
  return {
    id,
    title: entry.title ?? null,
    subject: draft.subject ?? null,
    written,
    sample,
    empty: as(true, sample),
    unknown: [...new Map([...unknown.values()].map((one) => [one.field, one])).values()],
  };
}

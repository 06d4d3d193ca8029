import { dialectOf, fieldName, fills } from '../draft/dialects.js';
import type { Draft } from '../draft/draft.js';
import type { MergeField } from '../draft/merge-fields.js';
import { isTag, meaningIn } from './render.js';

/** A merge field that nothing can be put in place of. */
export interface UnknownField {
  /** As it is written, with its brackets. */
  readonly field: string;
  /** One clause. */
  readonly why: string;
}

/**
 * Why a merge field stands for nothing that can be shown; undefined where it does. What the help desk does not fill is unknown whatever its name tells,
 * unless the team itself has said what stands for it.
 */
export function whyUnknown(field: MergeField, draft: Draft, samples: Readonly<Record<string, string>>): string | undefined {
  if (isTag(field)) return undefined;
  const dialect = dialectOf(draft.helpdesk);
  const { origin } = meaningIn(field, draft.helpdesk, samples);
  if (origin === 'team') return undefined;
  const name = fieldName(field.content, dialect);
  if (dialect && !dialect.syntaxes.includes(field.syntax)) return `${dialect.name} writes merge fields in another way and will not fill it`;
  const declared = draft.entry?.declares;
  if (declared && field.syntax === '{{}}' && !declared.includes(name)) return `nothing declares “${name}”, so it will not be filled`;
  if (dialect && !fills(dialect, name)) return `${dialect.name} knows no “${name}”, so it will not be filled`;
  return origin === 'name' ? undefined : `nothing tells what stands for “${name}”; give it a value in library.samples`;
}

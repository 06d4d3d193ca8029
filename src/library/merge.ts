import type { Finding, Verdict } from '../engine/finding.js';
import { unusedProblem } from '../engine/suppressions.js';
import type { Fix } from '../rule/rule.js';
import { dialectOf } from '../draft/dialects.js';
import { contains, overlaps, slice, type Span } from '../text/span.js';
import { written, type Rendered } from './render.js';

/**
 * What is said of a template: about its form as it is written, about its words as the customer reads them. One fault is one finding, wherever it was seen.
 * @param sample what is said of the template with sample values in its fields; undefined where it has none
 */
export function withSample(template: Verdict, sample: Verdict | undefined, rendered: Rendered | undefined): Verdict {
  if (!sample || !rendered) return template;
  const back = (finding: Finding): Finding => asWritten(finding, template, rendered);
  const keep = (findings: readonly Finding[], form: boolean): readonly Finding[] =>
    findings.filter(({ category }) => (category === 'template') === form);
  return {
    ...template,
    ...needed(template, sample),
    findings: [...keep(template.findings, true), ...keep(sample.findings, false).map(back)].sort(inTextOrder),
    suppressed: [
      ...template.suppressed.filter(({ finding }) => finding.category === 'template'),
      ...sample.suppressed.filter(({ finding }) => finding.category !== 'template').map((one) => ({ ...one, finding: back(one.finding) })),
    ],
    strengths: sample.strengths.map((strength) => {
      const span = strength.span && written(strength.span, rendered.origin, rendered.filled);
      return { ...strength, span, quote: span && slice(template.draft.text, span) };
    }),
    kind: sample.kind,
    language: sample.language,
    words: sample.words,
  };
}

/** The suppressions of a template: one is needed when it silences something in the text as it is written or as it is read. */
function needed(template: Verdict, read: Verdict): Pick<Verdict, 'suppressions' | 'problems'> {
  if (template.suppressions.length !== read.suppressions.length) return template;
  const suppressions = template.suppressions.map((one, i) => {
    const other = read.suppressions[i];
    const unused = one.unused.filter((rule) => !other.used.includes(rule));
    const cuts = unused.length === one.unused.length ? one.cuts : undefined;
    return { ...one, used: [...new Set([...one.used, ...other.used])], unused, silenced: Math.max(one.silenced, other.silenced), cuts };
  });
  const problems = template.problems.flatMap((problem) => {
    if (problem.code !== 'unused-suppression') return [problem];
    const about = suppressions.find(({ place }) => place.line === problem.line && place.column === problem.column);
    return about ? (unusedProblem(about, problem.severity) ?? []) : [problem];
  });
  return { suppressions, problems };
}

/** What a field leaves behind where the help desk knows nothing to put into it: the hole is seen in the empty text, and told at the field. */
export function withHoles(template: Verdict, empty: Verdict, { origin, filled }: Rendered): Verdict {
  const holes: Finding[] = [];
  const taken = template.findings.flatMap(({ span, category }) => (span && category === 'template' ? [span] : []));
  for (const finding of empty.findings) {
    const { span } = finding;
    if (!span || finding.category !== 'template') continue;
    const emptied = filled.find(({ at }) => at.start === at.end && span.start <= at.start && at.start <= span.end);
    if (!emptied) continue;
    const { field } = emptied;
    if (taken.some((other) => overlaps(other, field) || overlaps(other, written(span, origin, filled)))) continue;
    taken.push(field);
    const form = dialectOf(template.draft.helpdesk)?.fallback;
    holes.push({
      ...finding,
      variant: undefined,
      severity: 'suggestion',
      weight: Math.min(2, finding.weight),
      defaultWeight: undefined,
      gate: undefined,
      span: { start: field.start, end: field.end },
      quote: slice(template.draft.text, field),
      place: template.draft.map.locate(field),
      message: `Where nothing is known for “${slice(template.draft.text, field)}”, the customer reads “${around(empty, span)}”.`,
      suggest:
        form === undefined ? 'Write the sentence so that it holds without the field.' : `Add what to write instead, such as “${form}”.`,
      related: [],
      fixes: [],
      standsFor: [],
    });
  }
  const known = { ...template, ...needed(template, empty) };
  return holes.length === 0 ? known : { ...known, findings: [...template.findings, ...holes].sort(inTextOrder) };
}

/** The words around a hole, as they are read. */
function around({ draft: { text } }: Verdict, { start, end }: Span): string {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 20);
  const line = text.indexOf('\n', end);
  return text.slice(from, Math.min(line < 0 ? text.length : line, end + 20)).trim();
}

function asWritten(finding: Finding, { draft }: Verdict, { origin, filled }: Rendered): Finding {
  const back = (span: Span): Span => written(span, origin, filled);
  const span = finding.span && back(finding.span);
  return {
    ...finding,
    span,
    quote: span && slice(draft.text, span),
    ...(finding.anchor && { anchor: back(finding.anchor) }),
    related: finding.related.map((one) => {
      if (one.in !== 'draft') return one;
      const at = back(one.span);
      return { ...one, span: at, quote: slice(draft.text, at) };
    }),
    fixes: finding.fixes.flatMap((fix) => fixAsWritten(fix, origin, filled)),
  };
}

/** A fix of the words between the fields; one that would write over a value is none. */
function fixAsWritten(fix: Fix, origin: Rendered['origin'], filled: Rendered['filled']): Fix[] {
  const edits = fix.edits.flatMap((edit) => {
    const span = origin.source(edit.span);
    const touches = filled.some(({ at }) => overlaps(at, edit.span) || contains(edit.span, at));
    return span && !touches ? [{ ...edit, span }] : [];
  });
  return edits.length === fix.edits.length ? [{ ...fix, edits }] : [];
}

function inTextOrder(a: Finding, b: Finding): number {
  const [first, second] = [a.span?.start ?? Infinity, b.span?.start ?? Infinity];
  return first === second ? 0 : first - second;
}

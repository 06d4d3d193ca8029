import { failures } from '../report/build.js';
import { createLinter, isProblem } from '../index.js';
import type { ExampleLint } from '../rule/examples.js';
import type { Rule } from '../rule/rule.js';

/** Judges examples as a user's draft would be judged, with all `rules` on, and answers what the rule `id` found. */
export function exampleLint(rules: readonly Rule[], id: string): ExampleLint {
  return async ({ text, format, context, options, settings, organisation, now }) => {
    const linter = createLinter(rules, { options: { [id]: options }, settings, organisation, now });
    const report = await linter.lint({ ...context, draft: text.join('\n'), format, name: 'example' });
    if (isProblem(report)) return report.message;
    if (failures(report.problems).length > 0) return failures(report.problems)[0].message;
    return report.findings
      .filter((finding) => finding.rule === id)
      .map(({ span, place, quote, variant, message }) => ({
        at: span && {
          line: place.line,
          column: place.column,
          endLine: place.endLine ?? place.line,
          endColumn: place.endColumn ?? place.column + (quote?.length ?? 0),
        },
        variant,
        message,
      }));
  };
}

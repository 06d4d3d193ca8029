import { createLinter, isProblem, type DraftReport, type Input, type LintOptions } from '../../src/index.js';
import { buildReport, DEFAULT_GATES } from '../../src/report/build.js';
import type { Gates, Report } from '../../src/report/report.js';
import type { Rule } from '../../src/rule/rule.js';
import type { Problem } from '../../src/text/problem.js';
import { makeRule } from '../engine/make.js';

/** Rules that mark given words, with what a report shows of them. */
export const rules: readonly Rule[] = [
  makeRule('names-culprit', 'Dave in Accounts forgot', {
    anyLanguage: true,
    severity: 'error',
    weight: 22,
    gate: 'critical',
    category: 'ownership',
    message: 'Names the person who is to blame.',
    why: 'To the customer you are one company; a culprit inside it sounds like an excuse.',
    suggest: 'Say what went wrong and own it.',
  }),
  makeRule('no-time', 'soon', {
    weight: 8,
    category: 'timeliness',
    message: 'A promise without a time.',
    why: 'They cannot tell when to ask again.',
    suggest: 'Say by when: “by Friday noon”.',
  }),
  makeRule(
    'no-thanks',
    (draft) => [
      { span: null, related: draft.customer ? [{ in: 'customer', span: { start: 0, end: 12 }, note: 'is what they wrote' }] : [] },
    ],
    { weight: 8, category: 'acknowledgement', message: 'No thanks.', why: 'They took the trouble.', suggest: 'Thank them.', absence: true },
  ),
];

export const TEXT =
  'Hi Maria,\n\nThe kettle is late because Dave in Accounts forgot it.\nA new one will be sent soon. We will write soon.\n\nBest wishes\nAna\n';

export function draftReport(input: Partial<Input> = {}, options?: LintOptions, on: readonly Rule[] = rules): DraftReport {
  const outcome = createLinter(on, options).lintText({ draft: TEXT, name: 'kettle.txt', kind: 'complaint', ...input });
  if (isProblem(outcome)) throw new Error(outcome.message);
  return outcome;
}

export function report(drafts: readonly DraftReport[], gates: Partial<Gates> = {}, problems: readonly Problem[] = []): Report {
  return buildReport(drafts, { problems, gates: { ...DEFAULT_GATES, ...gates }, tool: '1.2.3', rules });
}

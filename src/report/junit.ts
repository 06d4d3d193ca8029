import { failures } from './build.js';
import { entryOf } from './entry.js';
import { seen } from './inert.js';
import { points } from './points.js';
import { worstFirst } from './order.js';
import { isPlaced } from './placed.js';
import type { DraftReport, Report, ReportedFinding } from './report.js';
import { xmlText } from './xml.js';

/**
 * The report as JUnit XML, as Jenkins, GitLab and Azure read it: a suite for each file, a test case for each draft, which fails when the draft should
 * not be sent. What a draft that passes could do better stands in its output. What could not be judged is an error.
 */
export function junit(report: Report, pathOf: (file: string) => string): string {
  const { totals } = report;
  const files = new Map<string, Suite>();
  const suiteOf = (file: string): Suite => {
    const name = file === '' ? 'replylint' : pathOf(file);
    const suite = files.get(name) ?? { drafts: [], problems: [] };
    files.set(name, suite);
    return suite;
  };
  for (const draft of report.drafts) suiteOf(draft.file).drafts.push(draft);
  for (const { file = '', message, code } of report.problems) suiteOf(file).problems.push({ code, message });
  const counts = {
    tests: totals.drafts + totals.unjudged,
    failures: failed(report.drafts),
    errors: totals.unjudged + faulty(report.drafts),
  };
  const suites = [...files].flatMap(([name, suite]) => suiteLines(name, suite));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="replylint"${attributes(counts)}>`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

interface Suite {
  readonly drafts: DraftReport[];
  readonly problems: { readonly code: string; readonly message: string }[];
}

/** A draft that was judged in part is an error, not a failure: the two exclude each other. */
function failed(drafts: readonly DraftReport[]): number {
  return drafts.filter((draft) => !draft.pass && failures(draft.problems).length === 0).length;
}

function faulty(drafts: readonly DraftReport[]): number {
  return drafts.filter((draft) => failures(draft.problems).length > 0).length;
}

function suiteLines(name: string, { drafts, problems }: Suite): string[] {
  const counts = {
    tests: drafts.length + problems.length,
    failures: failed(drafts),
    errors: problems.length + faulty(drafts),
    skipped: 0,
    time: 0,
  };
  return [
    `  <testsuite${attributes({ name, ...counts })}>`,
    ...problems.flatMap(({ code, message }) => [
      `    <testcase${attributes({ name: 'can be judged', classname: name, time: 0 })}>`,
      `      <error${attributes({ message, type: code })}/>`,
      '    </testcase>',
    ]),
    ...drafts.flatMap((draft) => caseLines(name, draft)),
    '  </testsuite>',
  ];
}

function caseLines(file: string, draft: DraftReport): string[] {
  const start = `    <testcase${attributes({ name: nameInFile(draft) ?? file, classname: file, time: 0 })}`;
  const details = detailsOf(draft);
  const [failure] = failures(draft.problems);
  if (failure) {
    const { code, message } = failure;
    return [`${start}>`, `      <error${attributes({ message, type: code })}/>`, ...output(details), '    </testcase>'];
  }
  if (draft.pass) return details === '' ? [`${start}/>`] : [`${start}>`, ...output(details), '    </testcase>'];
  const message = `${draft.score}/100 ${draft.grade}${draft.gate ? `, held at ${draft.gate.cap} by ${draft.gate.rule}` : ''}`;
  const body = details === '' ? '/>' : `>${details}</failure>`;
  return [`${start}>`, `      <failure${attributes({ message, type: draft.gate?.class ?? 'score' })}${body}`, '    </testcase>'];
}

/** Two entries may share a title, and readers take test cases of one name for one: the id stands first. */
function nameInFile(draft: DraftReport): string | null {
  const title = entryOf(draft);
  const id = draft.id.slice(draft.file.length + 1);
  return title === null || id === '' || title === id ? title : `${id}: ${title}`;
}

function output(details: string): string[] {
  return details === '' ? [] : [`      <system-out>${details}</system-out>`];
}

/** The findings, worst first, a line or three for each. */
function detailsOf(draft: DraftReport): string {
  const known = draft.problems.filter(({ severity }) => severity !== undefined);
  return xmlText(
    [...known.map(({ severity, message }) => `${severity}: ${seen(message)}`), ...worstFirst(draft.findings).map(told)].join('\n'),
  );
}

function told(finding: ReportedFinding): string {
  const { severity, rule, place, message, quote, suggest, lost } = finding;
  const where = isPlaced(finding) ? `${place.line}:${place.column}` : 'message';
  const words = quote === null ? '' : ` “${seen(quote.replaceAll(/\s+/g, ' '))}”`;
  const head = `${severity} ${where} ${seen(rule)} ${points(lost)}: ${seen(message)}${words}`;
  return suggest ? `${head}\n  Instead: ${seen(suggest)}` : head;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? value : xmlText(seen(value))}"`)
    .join('');
}

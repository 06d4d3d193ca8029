import type { Severity } from '../rule/rule.js';
import { digest } from '../text/digest.js';
import type { Problem } from '../text/problem.js';
import { blocks } from './build.js';
import { fingerprints } from './fingerprint.js';
import { inertJson } from './inert.js';
import { allFindings, allProblems, type Placed } from './order.js';
import type { Report, ReportedFinding } from './report.js';
import { tell, tellInstead } from './tell.js';
import { wellFormed } from './well-formed.js';

type Level = 'info' | 'minor' | 'major' | 'critical' | 'blocker';

const LEVELS: Readonly<Record<Severity, Level>> = { suggestion: 'info', warning: 'minor', error: 'major' };

/**
 * GitLab's code quality report: an array of issues, each with a fingerprint of its own, because of those that share one GitLab shows the first alone.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function gitlab(report: Report, pathOf: (file: string) => string): string {
  const findings = allFindings(report);
  const prints = fingerprints(findings, pathOf);
  const issues = [
    ...problemIssues(allProblems(report), pathOf),
    ...findings.map((placed) => issue(placed, prints.get(placed.finding) ?? '', pathOf)),
  ];
  return `${inertJson(JSON.stringify(issues, (_key, value: unknown) => (typeof value === 'string' ? wellFormed(value) : value), 2))}\n`;
}

function issue(placed: Placed, fingerprint: string, pathOf: (file: string) => string): object {
  const { draft, finding } = placed;
  const { rule, place } = finding;
  const { line, column, endLine = line, endColumn = column } = place;
  return {
    description: [tell(placed), tellInstead(placed)].filter(Boolean).join(' '),
    check_name: rule,
    fingerprint,
    severity: levelOf(finding),
    location: {
      path: pathOf(draft.file),
      lines: { begin: line, end: endLine },
      positions: { begin: { line, column }, end: { line: endLine, column: endColumn } },
    },
  };
}

function levelOf(finding: ReportedFinding): Level {
  if (blocks(finding)) return 'blocker';
  return finding.gate === 'critical' && finding.confidence === 'high' ? 'critical' : LEVELS[finding.severity];
}

/** What could not be judged stands among the issues: nobody should take silence for praise. */
function problemIssues(problems: readonly Problem[], pathOf: (file: string) => string): object[] {
  const counts = new Map<string, number>();
  return problems.map(({ code, file = '', line = 1, message, severity }) => {
    const path = file === '' ? '.' : pathOf(file);
    const alike = [path, code, message].join('\0');
    const occurrence = counts.get(alike) ?? 0;
    counts.set(alike, occurrence + 1);
    return {
      description: message,
      check_name: severity ? code : `unjudged/${code}`,
      fingerprint: digest(`${alike}\0${occurrence}`),
      severity: severity ? LEVELS[severity] : 'blocker',
      location: { path, lines: { begin: line } },
    };
  });
}

import type { Suppressed } from '../engine/finding.js';
import type { Severity } from '../rule/rule.js';
import type { Place } from '../text/source-map.js';
import type { Problem } from '../text/problem.js';
import { blocks, failures } from './build.js';
import { entryOf } from './entry.js';
import { fingerprints } from './fingerprint.js';
import { jsonWithList } from './json-list.js';
import { allFindings, allProblems, allWorstFirst, type Placed } from './order.js';
import { isPlaced } from './placed.js';
import type { DraftReport, Report, ReportedFinding, RuleFacts } from './report.js';
import { sarifFixes } from './sarif-fixes.js';
import { flat, tell, tellInstead } from './tell.js';
import { wellFormed } from './well-formed.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** GitHub refuses a run with more results; it shows the first 5,000. */
const MAX_RESULTS = 25_000;
/** Folder that paths are relative to; whoever reads the file knows where it is. */
const BASE = '%SRCROOT%';

type Level = 'error' | 'warning' | 'note';
const LEVELS: Readonly<Record<Severity, Level>> = { error: 'error', warning: 'warning', suggestion: 'note' };

/**
 * The report as SARIF 2.1.0, worst findings first. Paths are relative to the root and stay inside it, so that they are the same on every machine;
 * columns count UTF-16 units. https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 */
export function sarif(report: Report, pathOf: (file: string) => string): string {
  return [...sarifPieces(report, pathOf)].join('');
}

/** The same, result by result. */
export function* sarifPieces(report: Report, pathOf: (file: string) => string): Generator<string> {
  const all = allWorstFirst(report);
  const findings = all.slice(0, MAX_RESULTS);
  const accepted = report.drafts
    .flatMap((draft) => draft.suppressed.map((one) => [draft, one] as const))
    .slice(0, MAX_RESULTS - findings.length);
  const rules = rulesOf(report, findings);
  const index = new Map(rules.map(({ id }, at) => [id, at]));
  const prints = fingerprints(allFindings(report), pathOf);
  const problems = allProblems(report);
  const run = {
    tool: {
      driver: { name: report.tool.name, version: report.tool.version, semanticVersion: report.tool.version, rules: rules.map(rule) },
    },
    invocations: [
      {
        executionSuccessful: failures(problems).length === 0,
        toolExecutionNotifications: [
          ...problems.map((problem) => notification(problem, pathOf)),
          ...(all.length > findings.length ? [leftOut(all.length - findings.length)] : []),
        ],
      },
    ],
    columnKind: 'utf16CodeUnits',
    results: [],
    properties: { totals: report.totals, gates: report.gates },
  };
  const frame = { $schema: SCHEMA, version: '2.1.0', runs: [run] };
  const results = function* (): Generator<object> {
    for (const placed of findings) yield result(placed, index.get(placed.finding.rule) ?? -1, prints.get(placed.finding) ?? '', pathOf);
    for (const [draft, one] of accepted) yield acceptedResult(draft, one, pathOf);
  };
  yield* jsonWithList(frame, 'results', results(), { depth: 3, replacer });
}

/** The rules of the findings. One that the report says nothing of is told as its first finding tells it. */
function rulesOf(report: Report, findings: readonly Placed[]): RuleFacts[] {
  const rules = new Map(report.rules.map((one) => [one.id, one]));
  for (const { finding } of findings) {
    const { rule: id, message, why, suggest, category, severity } = finding;
    if (!rules.has(id)) rules.set(id, { id, title: id, message, why, suggest, category, severity });
  }
  return [...rules.values()];
}

function rule({ id, title, message, why, suggest, category, severity, gate }: RuleFacts): object {
  const help = [why && `Why: ${why}`, suggest && `Instead: ${suggest}`, `More: replylint explain ${id}`].filter(Boolean);
  return {
    id,
    shortDescription: { text: title || id },
    fullDescription: { text: message || title || id },
    help: { text: help.join('\n') },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [category], 'problem.severity': severity === 'suggestion' ? 'recommendation' : severity, ...(gate && { gate }) },
  };
}

/** What somebody has accepted, with the reason: viewers show it as closed. */
function acceptedResult(draft: DraftReport, { finding, by, reason, print }: Suppressed, pathOf: (file: string) => string): object {
  const { rule: ruleId, severity, message, quote, place } = finding;
  return {
    ruleId,
    level: LEVELS[severity],
    message: { text: quote === null ? message : `${message} “${flat(quote)}”` },
    locations: [{ physicalLocation: physical(pathOf(draft.file), place, isPlaced(finding)) }],
    ...(print !== undefined && { partialFingerprints: { primaryLocationLineHash: `${print}:1` } }),
    suppressions: [{ kind: by === 'draft' ? 'inSource' : 'external', ...(reason !== undefined && { justification: reason }) }],
  };
}

function result(placed: Placed, ruleIndex: number, fingerprint: string, pathOf: (file: string) => string): object {
  const { draft, finding } = placed;
  const { rule: ruleId, severity, lost, confidence, place, related } = finding;
  const said = related.filter((one) => one.in === 'customer').map((one) => `They said “${flat(one.quote)}”.`);
  const entry = entryOf(draft);
  const fixes = sarifFixes(finding, artifact(pathOf(draft.file)));
  const logical = entry === null ? {} : { logicalLocations: [{ name: entry, fullyQualifiedName: draft.id, kind: 'resource' }] };
  return {
    ruleId,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: [tell(placed), ...said, tellInstead(placed)].filter(Boolean).join(' ') },
    locations: [{ physicalLocation: physical(pathOf(draft.file), place, isPlaced(finding)), ...logical }],
    ...(fixes.length > 0 && { fixes }),
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1`, 'replylint/v1': fingerprint },
    properties: { category: finding.category, lost, confidence, blocker: blocks(finding), ...mailPart(finding) },
  };
}

function mailPart({ place: { part, partLine, pointer } }: ReportedFinding): object {
  return { ...(part !== undefined && { part }), ...(partLine !== undefined && { partLine }), ...(pointer !== undefined && { pointer }) };
}

function physical(path: string, { line, column, endLine, endColumn }: Place, exact: boolean): object {
  const end = exact && endLine !== undefined && endColumn !== undefined ? { endLine, endColumn } : {};
  return { artifactLocation: artifact(path), region: exact ? { startLine: line, startColumn: column, ...end } : { startLine: line } };
}

function artifact(path: string): object {
  return { uri: path.split('/').map(encoded).join('/'), uriBaseId: BASE };
}

/** A step of a path in a URI. Half a surrogate pair has no bytes, so it becomes the sign that says so. */
function encoded(step: string): string {
  return encodeURIComponent(wellFormed(step));
}

function notification({ code, file, line, column, message, severity = 'error' }: Problem, pathOf: (file: string) => string): object {
  const region = line === undefined ? {} : { region: { startLine: line, ...(column !== undefined && { startColumn: column }) } };
  const locations = file === undefined ? [] : [{ physicalLocation: { artifactLocation: artifact(pathOf(file)), ...region } }];
  return { descriptor: { id: code }, level: severity, message: { text: message }, locations };
}

function leftOut(count: number): object {
  return { level: 'warning', message: { text: `${count} more results were left out: no more than ${MAX_RESULTS} may stand in one run` } };
}

/** JSON text is UTF-8, which has no lone surrogates; many readers refuse them as escapes too. */
function replacer(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? wellFormed(value) : value;
}

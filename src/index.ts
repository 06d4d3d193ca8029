import { builtInRules } from './catalogue/index.js';
import { buildDraft } from './draft/build.js';
import type { Context, Directive } from './draft/draft.js';
import { accept, type Baseline } from './engine/accept.js';
import { judge, type Facts } from './engine/judge.js';
import { createRuleSet, type RuleSetup } from './engine/ruleset.js';
import { parse, parseText } from './parse/index.js';
import { defaultLimits, type Base, type Format, type Limits, type Parsed } from './parse/source.js';
import { DEFAULT_GATES, reportDraft } from './report/build.js';
import type { DraftReport, Gates } from './report/report.js';
import type { Rule } from './rule/rule.js';
import { computeScore } from './score/compute.js';
import type { Problem } from './text/problem.js';
import type { OffsetMap } from './text/run-map.js';
import type { Within } from './text/string-map.js';

export type { RuleSetup } from './engine/ruleset.js';
export { builtInRules } from './catalogue/index.js';
export type { Baseline } from './engine/accept.js';
export type { Facts } from './engine/judge.js';
export type { Finding, RelatedFinding, Strength, Suppressed, Suppression } from './engine/finding.js';
export type { DraftReport, Gates, Report, ReportedFinding, Totals } from './report/report.js';
export type { CategoryScore, Grade, NextFix, Score, ScoredFinding } from './score/score.js';
export type { Entry } from './draft/entry.js';
export type { Channel, Context, EarlierReply, Kind, Mode } from './draft/draft.js';
export type { ReplyKind } from './draft/kind.js';
export type {
  AllowedPhrase,
  Category,
  Edit,
  Fix,
  Gate,
  Level,
  Organisation,
  Settings,
  Severity,
  SuppressionSettings,
} from './rule/rule.js';
export type { Format, Limits } from './parse/source.js';
export type { Place } from './text/source-map.js';
export type { Problem } from './text/problem.js';
export type { OffsetMap } from './text/run-map.js';
export type { Span } from './text/span.js';

/** One reply to be judged, and what is known about it. */
export interface Input extends Context {
  /** The reply: text, or the bytes of a file (UTF-8, or a mail in whatever charsets it names). */
  readonly draft: string | Uint8Array;
  /** Carries offsets of a text to the bytes of its file, which places then tell. Not needed where `draft` is bytes. */
  readonly toBytes?: OffsetMap;
  /** How to read it; `text` unless given. */
  readonly format?: Format;
  /** What findings and problems call it: a path, an id. */
  readonly name?: string;
  /** What the draft is called where its file (`name`) holds several: `macros.json#300`. */
  readonly id?: string;
  /** The file that `draft` was decoded out of; places are then those of the file. */
  readonly within?: Within;
  /** Where `draft` begins in its file; places are then those of the file. */
  readonly base?: Base;
  /** Suppressions that stand beside the draft, in its library. */
  readonly directives?: readonly Directive[];
}

/** How to judge. Everything has a default; all of it is data. */
export interface LintOptions extends RuleSetup, Facts {
  /** What a draft needs to pass; see {@link DraftReport.pass}. */
  readonly gates?: Partial<Gates>;
  readonly limits?: Partial<Limits>;
  readonly baseline?: Baseline;
}

/** A linter with its rules made ready. Make one and keep it: it may judge any number of drafts. */
export interface Linter {
  /** Judges one reply. A reply that cannot be judged (empty, over a limit, not text) is answered with the problem. */
  lint(input: Input): Promise<DraftReport | Problem>;
  /** The same for plain text, at once. `input.format` is not looked at. */
  lintText(input: Input): DraftReport | Problem;
}

/** Makes a linter of any rules: {@link builtInRules}, and those of a team. */
export function createLinter(rules: readonly Rule[], options: LintOptions = {}): Linter {
  const ruleset = createRuleSet(rules, options);
  const gates = { ...DEFAULT_GATES, ...options.gates };
  const limits = { ...defaultLimits, ...options.limits };
  const facts: Facts = { ...options, mostFindings: limits.findings };
  const finish = (parsed: Parsed | Problem, input: Input, name: string): DraftReport | Problem => {
    if ('code' in parsed) return parsed;
    const given = input.directives ? { ...parsed, directives: [...(parsed.directives ?? []), ...input.directives] } : parsed;
    const judged = judge(buildDraft(input.id ?? name, given, input), ruleset, facts);
    const verdict = options.baseline ? accept(judged, name, options.baseline) : judged;
    return reportDraft(verdict, computeScore(verdict, gates.minScore), name, gates, parsed.problems);
  };
  return {
    async lint(input) {
      const { format = 'text', name = 'draft', draft: content, toBytes, within, base } = input;
      return finish(await parse({ name, format, content, toBytes, within, base }, limits), input, name);
    },
    lintText(input) {
      const { name = 'draft', draft: content, toBytes, within } = input;
      return finish(parseText({ name, format: 'text', content, toBytes, within }, limits), input, name);
    },
  };
}

const linters = new WeakMap<LintOptions, Linter>();
const DEFAULTS: LintOptions = {};

/**
 * Judges one reply with the built-in rules.
 *
 *     const outcome = await lint({ draft: 'Dear customer, …', customer: 'Where is my kettle?' });
 *     if (isProblem(outcome)) console.error(outcome.message);
 *     else console.log(outcome.score, outcome.findings);
 *
 * Nothing is read but the input, and nothing is written. For many replies pass the same options object each time, or keep a {@link Linter}.
 * @returns the report, or the problem that kept the reply from being judged (it is empty, over a limit, not text)
 */
export function lint(input: string | Input, options: LintOptions = DEFAULTS): Promise<DraftReport | Problem> {
  let linter = linters.get(options);
  if (!linter) linters.set(options, (linter = createLinter(builtInRules(), options)));
  return linter.lint(typeof input === 'string' ? { draft: input } : input);
}

/** Whether a reply could not be judged. */
export function isProblem(outcome: DraftReport | Problem): outcome is Problem {
  return 'code' in outcome;
}

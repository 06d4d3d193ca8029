import type { Draft } from '../draft/draft.js';
import { read, type LazyReading } from '../language/index.js';
import type { Reading } from '../language/reading.js';
import { readStrengths } from '../language/message/strengths.js';
import type { Organisation, Rule, Settings, SuppressionSettings } from '../rule/rule.js';
import type { Problem } from '../text/problem.js';
import { contains, overlaps, slice, type Span } from '../text/span.js';
import { applies, leansOnGuess, type Circumstances } from './applies.js';
import type { Finding, Strength, Verdict } from './finding.js';
import { makeFinding, type Raw } from './make-finding.js';
import { applyPrecedence } from './precedence.js';
import { countWords, outOfScope } from './prose.js';
import type { ActiveRule, RuleSet } from './ruleset.js';
import { append } from '../text/append.js';
import { suppress } from './suppressions.js';

/** What the team's settings say besides rules. */
export interface Facts {
  readonly organisation?: Organisation;
  readonly settings?: Settings;
  /** The instant that counts as now when the draft has no date: ISO 8601. */
  readonly now?: string;
  readonly suppressions?: SuppressionSettings;
  /** Findings of one rule in one draft; any more are told as a problem. */
  readonly mostFindings?: number;
}

const NOBODY: Organisation = { names: [], departments: [], products: [] };

/**
 * Runs every rule that applies over one draft. Findings come in text order, those about the whole message last; one fault is one finding.
 * Never throws: a rule that does, or that marks text which is not there, costs a problem and its own findings.
 */
export function judge(draft: Draft, ruleset: RuleSet, facts: Facts = {}): Verdict {
  const problems: Problem[] = [];
  const reading = read(draft, facts.organisation ?? NOBODY);
  const words = countWords(draft);
  const circumstances = look(reading, words.body, draft, problems);
  const applied = ruleset.rules.filter((active) => applies(active, draft, circumstances));
  const hits = ruleset.matcher.inDraft(draft);
  const ran: Rule[] = [];
  const raw: Raw[] = [];
  for (const active of applied) {
    const found = run(active, draft, reading, hits.get(active.rule.id) ?? [], facts, circumstances, problems);
    if (!Array.isArray(found)) {
      problems.push(found);
      continue;
    }
    ran.push(active.rule);
    append(raw, found);
  }
  const allowed = [...ruleset.vocabulary].flatMap(([id, { rules }]) => (hits.get(id) ?? []).map((hit) => ({ span: hit.span, rules })));
  const heard = raw.filter((finding) => !isAllowed(finding, allowed)).sort(inTextOrder);
  const byId = new Map(ran.map((rule) => [rule.id, rule]));
  const names = { ids: ruleset.ids, former: ruleset.former, ran: new Set(byId.keys()) };
  const { problems: faults, ...suppressing } = suppress(applyPrecedence(heard, byId, draft), draft, names, facts.suppressions);
  problems.push(...faults);
  return {
    draft,
    ...suppressing,
    strengths: strengthsOf(reading, draft, circumstances, problems).filter(({ span }) => !isWrong(span, suppressing.findings)),
    kind: circumstances.kind,
    language: circumstances.language,
    applied: ran.map((rule) => rule.id),
    categories: [...new Set(ran.map((rule) => rule.category))],
    words: words.prose,
    problems,
  };
}

/** Words that an error stands on are no strength: a greeting by the wrong name. */
function isWrong(words: Span | null, findings: readonly Finding[]): boolean {
  return words !== null && findings.some(({ severity, span }) => severity === 'error' && span !== null && overlaps(span, words));
}

/** What the draft does well, in the words of the draft. Only English can be read closely enough. */
function strengthsOf(reading: LazyReading, draft: Draft, { language }: Circumstances, problems: Problem[]): Strength[] {
  if (language !== 'en' && language !== 'und') return [];
  try {
    return readStrengths(reading).map(({ id, message, span }) => ({ id, message, span, quote: slice(draft.text, span) }));
  } catch (error) {
    problems.push({
      code: 'reading-crashed',
      file: draft.id,
      message: `its strengths could not be read (${said(error)}); please report this`,
    });
    return [];
  }
}

/** What the reading says of the whole draft. Where it fails, the draft is judged as if nothing were known of it. */
function look(reading: Reading, bodyWords: number, draft: Draft, problems: Problem[]): Circumstances {
  try {
    const { language } = reading;
    // A few words tell no language; their library may.
    const stated = language === 'und' ? draft.entry?.lang?.toLowerCase().slice(0, 2) : undefined;
    return {
      kind: reading.kind,
      likelihood: (kinds) => reading.likelihood(kinds),
      language: stated ?? language,
      cutOff: reading.cutOff,
      bodyWords,
    };
  } catch (error) {
    problems.push({ code: 'reading-crashed', file: draft.id, message: `the text could not be read (${said(error)}); please report this` });
    return { kind: { value: 'unknown', source: 'unknown' }, likelihood: () => 0, language: 'und', cutOff: false, bodyWords };
  }
}

/** All findings of one rule, or why there are none. */
function run(
  active: ActiveRule,
  draft: Draft,
  language: Reading,
  hits: Parameters<Rule['check']>[0]['hits'],
  facts: Facts,
  circumstances: Circumstances,
  problems: Problem[],
): Raw[] | Problem {
  const { rule, options } = active;
  const { organisation = NOBODY, settings = {}, now, mostFindings = Infinity } = facts;
  let more = 0;
  const found = new Map<string, Raw>();
  const lean = leansOnGuess(rule, draft, circumstances.kind);
  try {
    for (const remark of rule.check({ draft, hits, language, options, organisation, settings, now })) {
      const made = makeFinding(active, remark, draft, lean);
      if (typeof made === 'string') return crashed(rule, draft, made);
      if (!rule.absence && made.span && outOfScope(draft, made.span, rule.scope)) continue;
      const key = identity(made);
      const twin = found.get(key);
      if (!twin && found.size >= mostFindings) more += 1;
      else if (!twin || made.weight > twin.weight) found.set(key, made);
    }
    if (more > 0)
      problems.push({
        code: 'too-many',
        file: draft.id,
        message: `${more} more findings of ${rule.id} are left out, beyond ${mostFindings} of one rule (limit findings); put these right first, or raise the limit`,
      });
    return [...found.values()];
  } catch (error) {
    return crashed(rule, draft, said(error));
  }
}

function crashed(rule: Rule, draft: Draft, what: string): Problem {
  return {
    code: 'rule-crashed',
    file: draft.id,
    message: `rule ${rule.id} failed (${what}) and was left out; turn it off with ${rule.id}:off`,
  };
}

function said(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0];
}

/** Two remarks of one rule on the same stretch are one; about the whole message they may differ in what they point at. */
function identity({ span, message, related, isBesideText, place }: Raw): string {
  if (span) return `${span.start} ${span.end}`;
  if (isBesideText) return `${place.line}:${place.column};${message}`;
  return `${related.map((one) => `${one.in} ${one.span.start} ${one.span.end},`).join('')};${message}`;
}

function isAllowed({ span, rule }: Raw, allowed: readonly { readonly span: Span; readonly rules?: readonly string[] }[]): boolean {
  if (!span) return false;
  return allowed.some(({ span: phrase, rules }) => {
    if (rules && !rules.includes(rule)) return false;
    // A phrase allowed for this very rule also excuses a longer stretch that the rule marks because of it.
    return contains(phrase, span) || (rules !== undefined && overlaps(phrase, span));
  });
}

function inTextOrder(a: Raw, b: Raw): number {
  const [first, second] = [a.span?.start ?? Infinity, b.span?.start ?? Infinity];
  return first === second ? 0 : first - second;
}

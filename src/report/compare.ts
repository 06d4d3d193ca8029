import type { Grade } from '../score/score.js';
import { SCORECARD } from '../score/scorecard.js';
import type { Change, Comparison, DraftReport, Report, RuleCount, Standing } from './report.js';

/** What a comparison needs of a draft that was judged before. */
interface Before extends Standing {
  readonly id: string;
  readonly file: string;
  readonly rules: ReadonlyMap<string, number>;
}

/** Drafts of a report that was made before, by id. */
export type Previous = ReadonlyMap<string, Before>;

/**
 * Reads what `--format json` wrote.
 * @returns the drafts, or what is wrong with the text
 */
export function readPrevious(text: string): Previous | string {
  const data = parsed(text);
  if (!isObject(data) || !isObject(data.tool) || data.tool.name !== 'replylint' || !Array.isArray(data.drafts))
    return 'is no report of replylint; write one with --format json=FILE';
  if (data.version !== 1)
    return `is a report of version ${String(data.version).slice(0, 20)}, and only version 1 is known here; write it anew`;
  const drafts = new Map<string, Before>();
  for (const draft of data.drafts as readonly unknown[]) {
    const before = beforeOf(draft);
    if (typeof before === 'string') return before;
    drafts.set(before.id, before);
  }
  return drafts;
}

function beforeOf(draft: unknown): Before | string {
  if (!isObject(draft)) return 'holds a draft that is none; write it anew with --format json=FILE';
  const { id, file, score, grade, pass, scorecard, findings } = draft;
  if (
    typeof id !== 'string' ||
    typeof file !== 'string' ||
    typeof score !== 'number' ||
    typeof pass !== 'boolean' ||
    !Array.isArray(findings)
  )
    return 'holds a draft without id, file, score, pass or findings; write it anew with --format json=FILE';
  if (scorecard !== SCORECARD)
    return `was scored by scorecard ${String(scorecard).slice(0, 20)}, and this is ${SCORECARD}: scores of two cards cannot be compared; write it anew`;
  const rules = (findings as readonly unknown[]).flatMap((finding) =>
    isObject(finding) && typeof finding.rule === 'string' ? finding.rule : [],
  );
  return { id, file, score, grade: String(grade) as Grade, pass, rules: counted(rules) };
}

/**
 * What has changed since, best told to whoever changed it: what got worse first, then what is new, then what got better. A draft that is gone is told
 * only where others of its file were judged: of a file that was not looked at nothing is known.
 * @param file what the earlier report is called
 * @param whole whether all drafts of each file were judged: where only some were, none is gone
 */
export function compare({ drafts }: Report, previous: Previous, file: string, whole = true): Comparison {
  const changes: Change[] = [];
  const judged = new Set(drafts.map(({ id }) => id));
  let unchanged = 0;
  for (const draft of drafts) {
    const change = changeOf(draft, previous.get(draft.id));
    if (change) changes.push(change);
    else unchanged += 1;
  }
  const files = new Set(whole ? drafts.map((draft) => draft.file) : []);
  for (const before of previous.values()) {
    if (judged.has(before.id) || !files.has(before.file)) continue;
    changes.push({ id: before.id, file: before.file, before: standing(before), after: null, more: [], fewer: [] });
  }
  return { file, changes: changes.toSorted((a, b) => gain(a) - gain(b)), unchanged };
}

function changeOf(draft: DraftReport, before: Before | undefined): Change | undefined {
  const now = counted(draft.findings.map(({ rule }) => rule));
  const more = excess(now, before?.rules ?? new Map());
  const fewer = excess(before?.rules ?? new Map(), now);
  const same = before && before.score === draft.score && before.pass === draft.pass && more.length + fewer.length === 0;
  return same
    ? undefined
    : { id: draft.id, file: draft.file, before: before ? standing(before) : null, after: standing(draft), more, fewer };
}

/** How a change ranks: points that were won; a new draft counts as one that was perfect before, a draft that is gone comes last. */
function gain({ before, after }: Change): number {
  return after === null ? 1000 : after.score - (before?.score ?? 100);
}

function standing({ score, grade, pass }: Standing): Standing {
  return { score, grade, pass };
}

function counted(rules: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

function excess(of: ReadonlyMap<string, number>, over: ReadonlyMap<string, number>): RuleCount[] {
  return [...of].map(([rule, count]) => ({ rule, findings: count - (over.get(rule) ?? 0) })).filter(({ findings }) => findings > 0);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

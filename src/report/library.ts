import type { Category, Severity } from '../rule/rule.js';
import type { Grade } from '../score/score.js';
import { blocks } from './build.js';
import { entryOf, usageOf } from './entry.js';
import { median, weightedMedian } from './median.js';
import type { DraftReport, Report, RuleFacts } from './report.js';

/** What many drafts come to: SCORE's view of a library. Medians, because a mean hides a draft that must not be sent. */
export interface LibrarySummary {
  readonly drafts: number;
  /** Per cent of the drafts that pass. */
  readonly passShare: number;
  /** Drafts with a finding of gate class `blocker`. */
  readonly blocked: number;
  /** The middle score; of an even number, the lower of the two in the middle. */
  readonly median: number;
  /** The same with each draft counted as often as it was used; null where no draft says how often that was. */
  readonly byUsage: { readonly uses: number; readonly passShare: number; readonly median: number } | null;
  /** Lowest scores first, ten at most, none that is ready to send. */
  readonly worst: readonly WorstDraft[];
  /** What fires most, by the points that it takes. */
  readonly rules: readonly RuleTotal[];
  readonly categories: readonly CategoryTotal[];
}

export interface WorstDraft {
  readonly file: string;
  readonly id: string;
  readonly title: string | null;
  /** 1-based line where the first of its findings stands. */
  readonly line: number;
  readonly score: number;
  readonly grade: Grade;
  readonly pass: boolean;
  readonly blocked: boolean;
  readonly uses: number | null;
}

export interface RuleTotal {
  readonly rule: string;
  readonly title: string | null;
  /** The loudest of its findings. */
  readonly severity: Severity;
  readonly findings: number;
  readonly drafts: number;
  readonly lost: number;
  /** The option that turns it off. */
  readonly off: string;
}

export interface CategoryTotal {
  readonly category: Category;
  /** Mean sub-score of the drafts that its rules apply to: 0 to 100. */
  readonly subscore: number;
  readonly drafts: number;
  /** Drafts that lost points in it. */
  readonly faulty: number;
  readonly lost: number;
}

const WORST = 10;
const LOUDNESS: readonly Severity[] = ['suggestion', 'warning', 'error'];

/** The summary of a report's drafts; null where there is none. */
export function libraryOf(report: Report): LibrarySummary | null {
  const tally = new LibraryTally();
  for (const draft of report.drafts) tally.add(draft);
  return tally.summary(report.rules);
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** Adds up drafts as they come, keeping of each only what the summary needs. */
export class LibraryTally {
  #passed = 0;
  #blocked = 0;
  readonly #scores: number[] = [];
  readonly #used: { readonly score: number; readonly uses: number; readonly pass: boolean }[] = [];
  #worst: WorstDraft[] = [];
  readonly #rules = new Map<string, Open<RuleTotal>>();
  readonly #categories = new Map<Category, Open<CategoryTotal>>();

  add(draft: DraftReport): void {
    const { score, pass } = draft;
    const blocked = draft.findings.some(blocks);
    this.#scores.push(score);
    this.#passed += Number(pass);
    this.#blocked += Number(blocked);
    const uses = usageOf(draft);
    if (uses !== null) this.#used.push({ score, uses, pass });
    this.#addWorst(draft, blocked, uses);
    this.#addRules(draft);
    this.#addCategories(draft);
  }

  summary(rules: readonly RuleFacts[]): LibrarySummary | null {
    const drafts = this.#scores.length;
    if (drafts === 0) return null;
    const titles = new Map(rules.map(({ id, title }) => [id, title]));
    return {
      drafts,
      passShare: share(this.#passed, drafts),
      blocked: this.#blocked,
      median: median(this.#scores),
      byUsage: this.#byUsage(),
      worst: this.#worst.toSorted(worseFirst).slice(0, WORST),
      rules: [...this.#rules.values()]
        .toSorted((a, b) => b.lost - a.lost || b.findings - a.findings || (a.rule < b.rule ? -1 : 1))
        .map((one) => ({ ...one, title: titles.get(one.rule) ?? null })),
      categories: [...this.#categories.values()].toSorted((a, b) => b.lost - a.lost || (a.category < b.category ? -1 : 1)),
    };
  }

  #byUsage(): LibrarySummary['byUsage'] {
    const uses = this.#used.reduce((sum, one) => sum + one.uses, 0);
    if (uses === 0) return null;
    const passing = this.#used.reduce((sum, one) => sum + (one.pass ? one.uses : 0), 0);
    return {
      uses,
      passShare: share(passing, uses),
      median: weightedMedian(this.#used.map(({ score, uses: weight }) => ({ score, weight }))),
    };
  }

  #addWorst(draft: DraftReport, blocked: boolean, uses: number | null): void {
    if (draft.findings.length === 0 || draft.grade === 'A') return;
    const { file, id, score, grade, pass } = draft;
    const line = Math.min(...draft.findings.map(({ place }) => place.line));
    this.#worst.push({ file, id, title: entryOf(draft), line, score, grade, pass, blocked, uses });
    if (this.#worst.length > 50 * WORST) this.#worst = this.#worst.toSorted(worseFirst).slice(0, WORST);
  }

  #addRules(draft: DraftReport): void {
    const seen = new Set<string>();
    for (const { rule, severity, lost } of draft.findings) {
      const total = this.#rules.get(rule) ?? { rule, title: null, severity, findings: 0, drafts: 0, lost: 0, off: `--rule ${rule}:off` };
      if (LOUDNESS.indexOf(severity) > LOUDNESS.indexOf(total.severity)) total.severity = severity;
      total.findings += 1;
      total.drafts += Number(!seen.has(rule));
      total.lost += lost;
      seen.add(rule);
      this.#rules.set(rule, total);
    }
  }

  #addCategories(draft: DraftReport): void {
    for (const { id: category, lost, subscore } of draft.categories) {
      if (subscore === null) continue;
      const total = this.#categories.get(category) ?? { category, subscore: 0, drafts: 0, faulty: 0, lost: 0 };
      total.subscore = (total.subscore * total.drafts + subscore) / (total.drafts + 1);
      total.drafts += 1;
      total.faulty += Number(lost > 0);
      total.lost += lost;
      this.#categories.set(category, total);
    }
  }
}

function worseFirst(a: WorstDraft, b: WorstDraft): number {
  return a.score - b.score || (b.uses ?? 0) - (a.uses ?? 0) || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** Per cent, one digit behind the point, never rounded up to all or down to none. */
function share(part: number, whole: number): number {
  if (part === whole) return 100;
  if (part === 0) return 0;
  return Math.min(99.9, Math.max(0.1, Math.round((part / whole) * 1000) / 10));
}

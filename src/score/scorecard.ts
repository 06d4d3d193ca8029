import type { Category, Gate } from '../rule/rule.js';
import type { Grade } from './score.js';

/** Version of every figure on this page. Trends may only compare scores of one version. */
export const SCORECARD = 1;

/** The score that a draft needs to pass unless the caller sets another. */
export const PASS_MARK = 80;

/** The most points that one category can cost. */
export const CATEGORY_CAPS: Readonly<Record<Category, number>> = {
  personalisation: 25,
  template: 25,
  ownership: 30,
  empathy: 25,
  acknowledgement: 20,
  respect: 30,
  honesty: 20,
  resolution: 25,
  timeliness: 15,
  tone: 25,
  mechanics: 10,
  safety: 30,
};

/** The most points that all suggestions together can cost. */
export const SUGGESTIONS_CAP = 8;

/** The highest score of a draft that has any finding. */
export const FLAWED_MAX = 99;

/** Density rules are counted per this many words of salutation, body and closing. */
export const DENSITY_WORDS = 120;

/** What holds a score down, worst class first: the cap of one rule, and what each further rule of the class takes off it. */
export const GATES: readonly { readonly class: Gate; readonly cap: number; readonly step: number }[] = [
  { class: 'blocker', cap: 39, step: 10 },
  { class: 'critical', cap: 64, step: 15 },
  { class: 'error', cap: 79, step: 5 },
];

/** Grades, best first, each with the lowest score that earns it and what it tells the sender. */
const GRADES: readonly { readonly grade: Grade; readonly from: number; readonly advice: string }[] = [
  { grade: 'A', from: 90, advice: 'ready to send' },
  { grade: 'B', from: 80, advice: 'send after small edits' },
  { grade: 'C', from: 70, advice: 'fix before sending' },
  { grade: 'D', from: 55, advice: 'rewrite the marked parts' },
  { grade: 'F', from: 0, advice: 'do not send' },
];

/** The grade of a score from 0 to 100. */
export function gradeOf(score: number): Grade {
  return GRADES.find((row) => score >= row.from)?.grade ?? 'F';
}

/** What a grade tells the sender: `ready to send`, … */
export function adviceOf(grade: Grade): string {
  return GRADES.find((row) => row.grade === grade)?.advice ?? '';
}

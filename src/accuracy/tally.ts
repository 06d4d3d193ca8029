import type { Expected, Forbidden, Labels } from './labels.js';

/** As much of a finding as is compared with a label. Offsets are UTF-16 units of the draft as given. */
export interface Found {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'suggestion';
  readonly at: { readonly start: number; readonly end: number } | null;
}

/** How one rule, or all of them, fared. Shares are 0 to 1; null where there is nothing to divide by. */
export interface Figures {
  readonly hit: number;
  readonly missed: number;
  readonly wrong: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

export interface Outcome {
  readonly rules: ReadonlyMap<string, Figures>;
  readonly all: Figures;
  readonly drafts: number;
  /** Drafts that readers found clean, and how many of them got no error or warning. */
  readonly clean: { readonly drafts: number; readonly passed: number };
  readonly mustNot: { readonly asserted: number; readonly violated: number };
}

/** What of one draft counts against its rules: labels that nothing met, findings that should not be there. */
export interface Faults<F extends Found> {
  readonly missed: readonly Expected[];
  readonly wrong: readonly F[];
}

interface Counts {
  hit: number;
  missed: number;
  wrong: number;
}

/**
 * Counts findings against labels, draft by draft. A label is met by a finding of its rule that overlaps its quote; where the labels are complete for a rule,
 * by any finding of it. One finding meets one label. Optional labels count neither way.
 */
export class Tally {
  readonly #rules = new Map<string, Counts>();
  #drafts = 0;
  #clean = 0;
  #passed = 0;
  #asserted = 0;
  #violated = 0;

  /** Counts one draft, and answers what of it was counted as missed and as wrong. */
  add<F extends Found>(draft: string, labels: Labels, findings: readonly F[]): Faults<F> {
    const missed: Expected[] = [];
    const wrong: F[] = [];
    this.#drafts += 1;
    const used = new Set<Found>();
    const counted = new Set<Found>();
    for (const label of labels.expect) {
      const meeting = findings.filter((found) => found.rule === label.rule && (labels.complete.size > 0 || meets(found, label, draft)));
      for (const found of meeting) used.add(found);
      if (label.optional) continue;
      const free = meeting.find((found) => !counted.has(found));
      if (!free) {
        this.#count(label.rule).missed += 1;
        missed.push(label);
      } else {
        this.#count(label.rule).hit += 1;
        if (labels.complete.size === 0 && label.quote !== null) counted.add(free);
      }
    }
    const forbidden = this.#violations(draft, labels, findings, used);
    for (const found of findings) {
      if (used.has(found)) continue;
      const isWrong = labels.complete.size > 0 ? labels.complete.has(found.rule) : forbidden.has(found) || found.severity !== 'suggestion';
      if (!isWrong) continue;
      this.#count(found.rule).wrong += 1;
      wrong.push(found);
    }
    if (labels.clean) {
      this.#clean += 1;
      if (findings.every(({ severity }) => severity === 'suggestion')) this.#passed += 1;
    }
    return { missed, wrong };
  }

  outcome(): Outcome {
    const rules = new Map([...this.#rules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, counts]) => [rule, figures(counts)]));
    const all = { hit: 0, missed: 0, wrong: 0 };
    for (const counts of this.#rules.values()) {
      all.hit += counts.hit;
      all.missed += counts.missed;
      all.wrong += counts.wrong;
    }
    return {
      rules,
      all: figures(all),
      drafts: this.#drafts,
      clean: { drafts: this.#clean, passed: this.#passed },
      mustNot: { asserted: this.#asserted, violated: this.#violated },
    };
  }

  #violations(draft: string, labels: Labels, findings: readonly Found[], used: ReadonlySet<Found>): Set<Found> {
    const forbidden = new Set<Found>();
    for (const label of labels.mustNot) {
      this.#asserted += 1;
      const hits = findings.filter((found) => !used.has(found) && found.rule === label.rule && meets(found, label, draft));
      if (hits.length > 0) this.#violated += 1;
      for (const found of hits) forbidden.add(found);
    }
    return forbidden;
  }

  #count(rule: string): Counts {
    let counts = this.#rules.get(rule);
    if (!counts) this.#rules.set(rule, (counts = { hit: 0, missed: 0, wrong: 0 }));
    return counts;
  }
}

/** Whether a finding is about the label's words. A label without words is met anywhere; a finding about the whole message is about no words. */
function meets(found: Found, { quote }: Forbidden, draft: string): boolean {
  return quote === null || (found.at !== null && overlapsQuote(found.at, quote, draft));
}

function overlapsQuote(at: { start: number; end: number }, quote: string, draft: string): boolean {
  for (let from = draft.indexOf(quote); from >= 0; from = draft.indexOf(quote, from + 1))
    if (at.start < from + quote.length && from < at.end) return true;
  return false;
}

function figures({ hit, missed, wrong }: Counts): Figures {
  const precision = hit + wrong > 0 ? hit / (hit + wrong) : null;
  const recall = hit + missed > 0 ? hit / (hit + missed) : null;
  const f1 = precision === null || recall === null ? null : precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { hit, missed, wrong, precision, recall, f1 };
}

import type { FixRecord } from '../report/report.js';
import type { Problem } from '../text/problem.js';
import { cover, slice } from '../text/span.js';
import { attempt, isJudged, stateOf, type Candidate, type Judged, type Read, type State } from './attempt.js';
import { applyChanges, isRefusal, type Refusal } from './change.js';
import { textChanges } from './opened.js';
import { keyOf, recordOf } from './run.js';

/** A finding that can be mended, with every way to do it; the safest first. */
export interface Step {
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly candidate: Candidate;
  /** The lines that it changes, as they are and as they would be; the same for a fix of style. */
  readonly before: string;
  readonly after: string;
}

const SAFEST: readonly Candidate['fix']['safety'][] = ['safe', 'unsafe', 'suggestion'];

/** Goes through the fixes of a file one by one. Nothing is written: {@link Walk.state} holds what the file would be. */
export class Walk {
  readonly made: FixRecord[] = [];
  readonly #passed = new Set<string>();

  private constructor(
    readonly first: State,
    public state: State,
    private readonly read: Read,
    private readonly rules: ReadonlySet<string> | undefined,
  ) {}

  /** @param rules fixes of these rules only */
  static async begin(bytes: Uint8Array, read: Read, rules?: ReadonlySet<string>): Promise<Walk | Problem> {
    const state = await stateOf(bytes, read);
    return 'code' in state ? state : new Walk(state, state, read, rules);
  }

  /** The next finding that was neither mended nor passed over; undefined at the end. */
  next(): Step | undefined {
    for (const [draft, judged] of this.state.drafts.entries()) {
      if (!isJudged(judged)) continue;
      const offers = judged.report.findings
        .filter(({ rule }) => !this.rules || this.rules.has(rule))
        .map((finding) => ({ finding, fixes: finding.fixes.filter(({ edits }) => edits.length > 0) }))
        .filter(({ fixes }) => fixes.length > 0);
      const inOrder = offers.toSorted((a, b) => a.fixes[0].edits[0].span.start - b.fixes[0].edits[0].span.start);
      for (const { finding, fixes } of inOrder) {
        const sorted = fixes.toSorted((a, b) => SAFEST.indexOf(a.safety) - SAFEST.indexOf(b.safety));
        const choices = sorted.map((fix) => ({ draft, finding, fix })).filter((one) => !this.#passed.has(keyOf(one, this.state)));
        if (choices.length > 0) return { choices: choices.map((one) => choiceOf(one, judged)) };
      }
    }
    return undefined;
  }

  /** Makes a fix, or says why it cannot be made; it is then not offered again. */
  async make({ candidate }: Choice): Promise<Refusal | undefined> {
    const next = await attempt(this.state, [candidate], this.read);
    if (isRefusal(next)) {
      this.#passed.add(keyOf(candidate, this.state));
      return next;
    }
    this.made.push(recordOf(candidate, this.state));
    this.state = next;
    return undefined;
  }

  /** Passes a finding over. */
  pass({ choices }: Step): void {
    for (const { candidate } of choices) this.#passed.add(keyOf(candidate, this.state));
  }
}

function choiceOf(candidate: Candidate, { opened: { text } }: Judged): Choice {
  const at = candidate.fix.edits.map(({ span }) => span).reduce(cover);
  const start = text.lastIndexOf('\n', at.start - 1) + 1;
  const lineFeed = text.indexOf('\n', at.end);
  const lines = { start: at.start === 0 ? 0 : start, end: lineFeed < 0 ? text.length : lineFeed };
  const inside = textChanges(candidate.fix.edits).map((change) => ({
    ...change,
    start: change.start - lines.start,
    end: change.end - lines.start,
  }));
  const before = slice(text, lines);
  return { candidate, before, after: applyChanges(before, inside) };
}

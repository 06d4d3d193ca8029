import type { Finding } from '../engine/finding.js';
import { lowestGate, type Hold } from './gate.js';
import { losses } from './loss.js';

/** What one reported finding is charged as: itself, or the findings it stands for. */
export interface Charge {
  readonly owner: Finding;
  readonly as: readonly Finding[];
}

/** A whole draft charged. */
export interface Bill {
  readonly charges: readonly Charge[];
  /** Points, in step with the findings of all charges. */
  readonly lost: readonly number[];
  readonly total: number;
  readonly hold: Hold | undefined;
}

/** A draft with more ways to be charged than this is charged for all of its findings, shown or not: it cannot be sent anyway. */
const MAX_COMBINATIONS = 256;

/**
 * Chooses for each finding whether it is charged as itself or as those it stands for, so that the whole draft loses most:
 * a bad phrase that hides other findings then never pays, and deleting it never costs. The gate is chosen likewise.
 * @param words words of salutation, body and closing
 */
export function charge(findings: readonly Finding[], words: number): Bill {
  if (findings.every((finding) => finding.standsFor.length === 0))
    return bill(
      findings.map((owner) => ({ owner, as: [owner] })),
      findings,
      words,
      findings,
    );
  const taken = new Set<Finding>();
  const options = findings.map((finding) => alternatives(finding, taken));
  if (options.reduce((product, ways) => product * ways.length, 1) > MAX_COMBINATIONS)
    return bill(
      options.map((ways, index) => ({ owner: findings[index], as: [...new Set(ways.flat())] })),
      findings,
      words,
    );

  const choice = options.map(() => 0);
  const choose = (): Bill =>
    bill(
      findings.map((owner, index) => ({ owner, as: options[index][choice[index]] })),
      findings,
      words,
    );
  let dearest = choose();
  let { hold } = dearest;
  while (advance(options, choice)) {
    const next = choose();
    if (next.total > dearest.total + 1e-9) dearest = next;
    if (next.hold && (!hold || next.hold.cap < hold.cap)) ({ hold } = next);
  }
  return { ...dearest, hold };
}

function bill(
  charges: readonly Charge[],
  shown: readonly Finding[],
  words: number,
  charged: readonly Finding[] = charges.flatMap((one) => one.as),
): Bill {
  const lost = losses(charged, words);
  return { charges, lost, total: lost.reduce((sum, loss) => sum + loss, 0), hold: shownGate(shown, charged) };
}

/** Counts through all combinations, like the wheels of a meter; false when all have been seen. */
function advance(options: readonly (readonly unknown[])[], choice: number[]): boolean {
  for (let wheel = 0; wheel < options.length; wheel += 1) {
    choice[wheel] += 1;
    if (choice[wheel] < options[wheel].length) return true;
    choice[wheel] = 0;
  }
  return false;
}

/** The ways to charge one finding. One that several stand for is charged to the first of them only. */
function alternatives(finding: Finding, taken: Set<Finding>): (readonly Finding[])[] {
  let hidden: (readonly Finding[])[] = [];
  for (const other of finding.standsFor) {
    if (taken.has(other)) continue;
    taken.add(other);
    const ways = alternatives(other, taken);
    if (hidden.length === 0) hidden = ways;
    else if (hidden.length * ways.length > MAX_COMBINATIONS) hidden = [[...new Set([...hidden.flat(), ...ways.flat()])]];
    else hidden = hidden.flatMap((way) => ways.map((more) => [...way, ...more]));
  }
  return [[finding], ...hidden];
}

/** The lowest gate, in the name of a finding that is shown: it answers for the gate of one that is not. */
function shownGate(findings: readonly Finding[], charged: readonly Finding[]): Hold | undefined {
  const gate = lowestGate(charged);
  if (!gate || findings.some((finding) => finding.rule === gate.rule)) return gate;
  return { ...gate, rule: findings.find((finding) => holds(finding, gate.rule))?.rule ?? gate.rule };
}

function holds(finding: Finding, rule: string): boolean {
  return finding.standsFor.some((other) => other.rule === rule || holds(other, rule));
}

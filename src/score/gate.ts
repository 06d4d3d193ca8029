import type { Finding } from '../engine/finding.js';
import type { Gate } from '../rule/rule.js';
import { GATES } from './scorecard.js';

/** What holds a score down: the class, the first rule of that class in text order, and the highest score it leaves. */
export interface Hold {
  readonly class: Gate;
  readonly rule: string;
  readonly cap: number;
}

/** The lowest cap that the findings set; undefined when none sets any. Findings of low confidence never do. */
export function lowestGate(findings: readonly Finding[]): Hold | undefined {
  let lowest: Hold | undefined;
  for (const gate of GATES) {
    const rules = new Set<string>();
    for (const finding of findings)
      if (finding.gate === gate.class && finding.severity === 'error' && finding.confidence === 'high') rules.add(finding.rule);
    if (rules.size === 0) continue;
    const cap = Math.max(0, gate.cap - gate.step * (rules.size - 1));
    const [rule] = rules;
    if (!lowest || cap < lowest.cap) lowest = { class: gate.class, rule, cap };
  }
  return lowest;
}

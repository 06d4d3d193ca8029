import type { Finding } from '../../src/engine/finding.js';
import type { Category, Gate, Severity } from '../../src/rule/rule.js';

/** What RULES §2 says of the rules that the tests of the score need. */
const TABLE: Readonly<Record<string, readonly [Category, Severity, number, Gate?, 'density'?]>> = {
  'generic-greeting': ['personalisation', 'error', 18, 'error'],
  'missing-customer-name': ['personalisation', 'warning', 8],
  'customer-name-mismatch': ['personalisation', 'error', 25, 'blocker'],
  'unfilled-placeholder': ['template', 'error', 25, 'blocker'],
  'template-residue': ['template', 'error', 25, 'blocker'],
  'mixed-fonts': ['template', 'warning', 10],
  'canned-phrase': ['template', 'suggestion', 2, undefined, 'density'],
  'blame-shifting': ['ownership', 'error', 22, 'critical'],
  'not-my-problem': ['ownership', 'error', 25, 'critical'],
  'sympathy-not-empathy': ['empathy', 'warning', 11],
  'non-apology': ['empathy', 'error', 18, 'critical'],
  'missing-empathy': ['empathy', 'warning', 12],
  'missing-acknowledgement': ['acknowledgement', 'warning', 12],
  'missing-thanks': ['acknowledgement', 'warning', 8],
  'blame-customer': ['respect', 'error', 22, 'critical'],
  'contradicting-customer': ['respect', 'error', 15, 'error'],
  officialese: ['honesty', 'suggestion', 2, undefined, 'density'],
  overpromising: ['honesty', 'suggestion', 3],
  'missing-apology': ['resolution', 'warning', 11],
  'missing-next-step': ['resolution', 'warning', 14],
  'missing-redress': ['resolution', 'suggestion', 2.5],
  'missing-prevention': ['resolution', 'suggestion', 2.5],
  'promise-without-timeframe': ['timeliness', 'warning', 8],
  'argumentative-tone': ['tone', 'error', 20, 'critical'],
  'unprofessional-language': ['tone', 'warning', 9, undefined, 'density'],
  'curt-tone': ['tone', 'suggestion', 3],
};

export const ruleIds = Object.keys(TABLE);

/** A finding of a known rule, as the engine would make it. */
export function finding(rule: string, over: Partial<Finding> = {}): Finding {
  const [category, severity, weight, gate, density] = TABLE[rule];
  return {
    rule,
    category,
    severity,
    weight,
    gate,
    density: density === 'density',
    span: null,
    quote: null,
    message: rule,
    why: '',
    suggest: '',
    confidence: 'high',
    related: [],
    fixes: [],
    place: { file: 'reply.txt', line: 1, column: 1 },
    standsFor: [],
    ...over,
  };
}

import { accuracy, measured } from '../catalogue/accuracy.generated.js';
import { adviceSources, adviceTexts } from '../catalogue/advice.generated.js';
import type { Rule } from '../rule/rule.js';
import { nearest } from '../text/nearest.js';
import type { Problem } from '../text/problem.js';
import type { Workspace } from './workspace.js';

/** What there is to say of a rule. Texts may hold line breaks and are not inert yet. */
export interface Explanation {
  readonly id: string;
  readonly title: string;
  /** Its level, what it takes, where it counts, on one line. */
  readonly facts: string;
  /** Each with at least one text. */
  readonly sections: readonly { readonly title: string; readonly texts: readonly string[] }[];
  /** The id that it was asked for by, where it has another one now. */
  readonly formerly?: string;
}

/** Why a rule is there, whose advice it carries out, a bad and a good example, how to silence it; for an id that no rule has, the problem. */
export function explainRule({ rules, former }: Pick<Workspace, 'rules' | 'former'>, id: string): Explanation | Problem {
  const now = former.get(id);
  const rule = rules.find((one) => one.id === (now ?? id));
  if (rule) return { ...explanationOf(rule), ...(now !== undefined && { formerly: id }) };
  const meant = nearest(
    id,
    rules.map((one) => one.id),
  );
  const hint = meant === undefined ? '`replylint rules` lists them' : `did you mean ${meant}?`;
  return { code: 'unknown-rule', message: `there is no rule "${id}"; ${hint}` };
}

function explanationOf(rule: Rule): Explanation {
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['What it says', [rule.message]],
    ['Why', [rule.why]],
    ['Write instead', [rule.suggest]],
    ['Advice it carries out', adviceOf(rule)],
    ['What it rests on', rule.sources],
    ['How often it is right', accuracyOf(rule)],
    ['Bad', rule.examples.bad.slice(0, 1)],
    ['Good', rule.examples.good.slice(0, 1)],
    [
      'To silence it',
      [
        `for one run: replylint --rule ${rule.id}:off …`,
        `for a project, in .replylintrc.yaml: rules: { ${rule.id}: off }`,
        `for one line of a template: <!-- replylint-disable-next-line ${rule.id} -- why -->`,
        `for one phrase: replylint allow "…" --reason "…" --rule ${rule.id}`,
      ],
    ],
  ];
  return {
    id: rule.id,
    title: rule.title,
    facts: factsOf(rule),
    sections: sections
      .map(([title, texts]) => ({ title, texts: texts.filter((text) => text.trim() !== '') }))
      .filter(({ texts }) => texts.length > 0),
  };
}

function factsOf(rule: Rule): string {
  const gate = rule.gate && rule.severity === 'error' ? `, holds the score down (${rule.gate})` : '';
  const modes = rule.modes.length === 1 ? `; in ${rule.modes[0]}s only` : '';
  return `${rule.severity}, ${rule.weight} points, ${rule.category}${gate}${modes}`;
}

/** Under this precision a rule says so itself; fewer cases say too little. */
const TRUSTED = 0.8;
const ENOUGH_CASES = 5;

/** What was measured on labelled replies; nothing for a rule that nobody has measured. */
function accuracyOf({ id }: Rule): string[] {
  if (!Object.hasOwn(accuracy, id)) return [];
  const { precision, recall, cases } = accuracy[id];
  const share = (value: number | null): string => (value === null ? 'unknown' : value.toFixed(2));
  return [
    `precision ${share(precision)}, recall ${share(recall)}, on ${cases} labelled ${cases === 1 ? 'case' : 'cases'} (${measured}); docs/accuracy.md says more`,
    ...(precision !== null && precision < TRUSTED && cases >= ENOUGH_CASES
      ? ['more than one of five of its findings was wrong: read them with care, or set it to suggestion']
      : []),
  ];
}

/** Each sentence in our words, under the text it stands in. */
function adviceOf({ advice }: Rule): string[] {
  const bySource = new Map<string, Map<string, string[]>>();
  for (const id of advice) {
    const source = adviceSources[id.slice(0, id.indexOf('.'))] ?? id;
    const texts = bySource.get(source) ?? new Map<string, string[]>();
    const text = adviceTexts[id] ?? '';
    bySource.set(source, texts.set(text, [...(texts.get(text) ?? []), id]));
  }
  return [...bySource].map(
    ([source, texts]) => `${source}: ${[...texts].map(([text, ids]) => `${text} (${ids.join(', ')})`.trim()).join('; ')}`,
  );
}

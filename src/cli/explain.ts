import { accuracy, measured } from '../catalogue/accuracy.generated.js';
import { adviceSources, adviceTexts } from '../catalogue/advice.generated.js';
import { inert } from '../report/inert.js';
import type { Rule } from '../rule/rule.js';
import { nearest } from '../text/nearest.js';
import { createWorkspace } from '../workspace/workspace.js';
import { Exit, type ExitCode } from './exit.js';
import { wrap } from './layout.js';
import type { ConfigOptions } from './options.js';
import { refused, workspaceOptions } from './settings.js';
import type { Terminal } from './terminal.js';

/** Shows one rule: why it is there, whose advice it carries out, a bad and a good example, how to silence it. */
export async function explain(id: string, options: ConfigOptions, terminal: Terminal): Promise<ExitCode> {
  const workspace = await createWorkspace({ ...workspaceOptions(options, terminal), libraryRules: true });
  if (refused(workspace, terminal)) return Exit.unjudged;
  const now = workspace.former.get(id);
  const rule = workspace.rules.find((one) => one.id === (now ?? id));
  if (rule) {
    if (now !== undefined) terminal.problem({ code: 'renamed-rule', message: `the rule ${id} is now called ${now}` });
    terminal.out(page(rule, Math.min(terminal.width, 100)));
    return Exit.sendable;
  }
  const meant = nearest(
    id,
    workspace.rules.map((one) => one.id),
  );
  const hint = meant === undefined ? '`replylint rules` lists them' : `did you mean ${meant}?`;
  terminal.problem({ code: 'unknown-rule', message: `there is no rule "${id}"; ${hint}` });
  return Exit.unjudged;
}

function page(rule: Rule, width: number): string {
  const section = (title: string, ...lines: string[]): string[] => {
    const said = lines.flatMap((text) => text.split('\n')).filter((line) => line !== '');
    return said.length === 0 ? [] : ['', title, ...said.flatMap((line) => wrap(inert(line), width, '  '))];
  };
  return [
    `${rule.id}: ${inert(rule.title)}`,
    ...wrap(facts(rule), width, '  '),
    ...section('What it says', rule.message),
    ...section('Why', rule.why),
    ...section('Write instead', rule.suggest),
    ...section('Advice it carries out', ...adviceOf(rule)),
    ...section('What it rests on', ...rule.sources),
    ...section('How often it is right', ...accuracyOf(rule)),
    ...section('Bad', ...rule.examples.bad.slice(0, 1)),
    ...section('Good', ...rule.examples.good.slice(0, 1)),
    ...section(
      'To silence it',
      `for one run: replylint --rule ${rule.id}:off …`,
      `for a project, in .replylintrc.yaml: rules: { ${rule.id}: off }`,
      `for one line of a template: <!-- replylint-disable-next-line ${rule.id} -- why -->`,
      `for one phrase: replylint allow "…" --reason "…" --rule ${rule.id}`,
    ),
    '',
  ].join('\n');
}

function facts(rule: Rule): string {
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

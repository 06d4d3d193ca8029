import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadConfig, plain, printConfig, resolve, type Flags, type RuleFacts } from '../../src/config/index.js';
import { parse } from 'yaml';
import { load, project, removeProjects, shown } from './project.js';

afterAll(removeProjects);

const rules: RuleFacts[] = [
  { id: 'curt-tone', severity: 'suggestion', weight: 3, options: {} },
  { id: 'officialese', severity: 'suggestion', weight: 2, options: { stiffestOnly: false, words: [], most: 1 } },
  { id: 'missing-redress', severity: 'suggestion', weight: 2.5, options: {} },
  { id: 'closed-door', severity: 'warning', weight: 11, options: { ombudsman: false } },
];

async function settle(files: Readonly<Record<string, unknown>>, flags: Flags = {}) {
  const config = await load(files);
  expect(config.problems).toEqual([]);
  const resolved = resolve(config, rules, flags);
  return { config, ...resolved, at: (path?: string) => plain(resolved.resolveFor(path)) };
}

describe('layers, the lowest first', () => {
  test('with no config everything is as the rules say', async () => {
    const { at, resolveFor } = await settle({});
    expect(at('a.md')).toMatchObject({
      levels: { 'curt-tone': 'suggestion' },
      weights: { 'closed-door': 11 },
      options: { officialese: { most: 1 } },
      pass: 80,
      limits: { depth: 100 },
    });
    expect(resolveFor('a.md').rules['curt-tone'].level.origin).toEqual({ default: true });
  });

  test('rule ← profile ← extended file ← file ← override ← flag, each remembered', async () => {
    const files = {
      'base.json': { rules: { 'closed-door': 'error', 'curt-tone': 'off' }, score: { pass: 70 } },
      '.replylintrc.yaml':
        'extends: [regulated, ./base.json]\nrules:\n  curt-tone: warning\noverrides:\n  - files: "macros/**"\n    rules: {curt-tone: error}\n',
    };
    const { config, resolveFor, at } = await settle(files, { rules: ['officialese:off'], minScore: 90 });
    const file = join(config.root, '.replylintrc.yaml');
    const base = join(config.root, 'base.json');
    const here = resolveFor('reply.md').rules;
    expect(here['missing-redress'].level).toEqual({ value: 'off', origin: { profile: 'regulated' } });
    expect(here['closed-door'].level).toEqual({ value: 'error', origin: { file: base, line: 3, column: 5 } });
    expect(here['closed-door'].options.ombudsman).toEqual({ value: true, origin: { profile: 'regulated' } });
    expect(here['curt-tone'].level).toEqual({ value: 'warning', origin: { file, line: 3, column: 3 } });
    expect(here.officialese.level).toEqual({ value: 'off', origin: { flag: '--rule' } });
    expect(resolveFor('reply.md').pass).toEqual({ value: 90, origin: { flag: '--min-score' } });
    expect(resolveFor('macros/late.md').rules['curt-tone'].level).toEqual({ value: 'error', origin: { file, line: 6, column: 13 } });
    expect(at(join(config.root, 'macros/late.md')).levels['curt-tone']).toBe('error');
    expect(at(undefined).levels['curt-tone']).toBe('warning');
  });

  test('later entries of extends win; a level alone keeps the options of the layer below', async () => {
    const { at } = await settle({
      'a.yaml': 'agent: A\nrules: {officialese: [warning, {most: 3, stiffestOnly: true}]}',
      'b.yaml': 'agent: B\nrules: {officialese: [error, {most: 4}]}',
      '.replylintrc.yaml': 'extends: [./a.yaml, ./b.yaml]\nrules: {officialese: suggestion}',
    });
    expect(at()).toMatchObject({
      settings: { agent: 'B' },
      levels: { officialese: 'suggestion' },
      options: { officialese: { most: 4, stiffestOnly: true, words: [] } },
    });
  });

  test('lists grow, each item with its own origin', async () => {
    const { at, resolveFor } = await settle({
      'base.yaml': 'organisation: {names: [Larkfield]}\nholidays: [2026-12-25]\nvocabulary: [{phrase: kindly, reason: House style}]',
      '.replylintrc.yaml': 'extends: ./base.yaml\norganisation:\n  names:\n    - Larkfield Kitchens\nholidays: [2026-12-28]',
    });
    expect(at().organisation.names).toEqual(['Larkfield', 'Larkfield Kitchens']);
    expect(at().settings.holidays).toEqual(['2026-12-25', '2026-12-28']);
    expect(at().vocabulary).toEqual([{ phrase: 'kindly', reason: 'House style' }]);
    expect(resolveFor().organisation.names[1].origin).toMatchObject({ line: 4, column: 7 });
  });

  test('an override can bring in a profile, and exclude files', async () => {
    const { at } = await settle({
      '.replylintrc.yaml':
        'overrides:\n  - files: [macros, "*.canned.md"]\n    excludedFiles: macros/drafts/**\n    extends: template-library\n'.replace(
          'macros,',
          '"macros/**",',
        ),
    });
    expect(at('macros/a.md').as).toBe('template');
    expect(at('x/y/b.canned.md').as).toBe('template');
    expect(at('macros/drafts/a.md').as).toBeUndefined();
    expect(at('reply.md').as).toBeUndefined();
    expect((await settle({ '.replylintrc.yaml': 'overrides: [{files: "**", as: template}]' }, { as: 'draft' })).at('a.md').as).toBe(
      'draft',
    );
  });

  test('overrides of an extended file hold below it, and only where the override that brought it holds', async () => {
    const { at } = await settle({
      'team/base.yaml': 'overrides: [{files: "*.html", agent: Html}]',
      '.replylintrc.yaml': 'overrides:\n  - files: "team/old/**"\n    extends: ./team/base.yaml\n',
    });
    expect(at('team/old/a.html').settings.agent).toBe('Html');
    expect(at('team/old/a.md').settings.agent).toBeUndefined();
    expect(at('team/a.html').settings.agent).toBeUndefined();
  });

  test('globs count from the folder of their file, whatever folder we stand in', async () => {
    const root = project({ '.replylintrc.yaml': 'overrides: [{files: "macros/*.md", agent: Macro}]', 'macros/a.md': '' });
    const config = await loadConfig({ cwd: join(root, 'macros') });
    const { resolveFor } = resolve(config, rules);
    expect(resolveFor('a.md').agent?.value).toBe('Macro');
    expect(resolveFor('../a.md').agent).toBeUndefined();
  });

  test.each([
    ['sla: 6', 6],
    ['sla: 6h', 6],
    ['sla: 2d', 16],
    ['sla: 2d\nworkingHours: {from: "09:00", to: "17:30"}', 17],
  ])('%j is %d working hours', async (text, hours) => {
    expect((await settle({ '.replylintrc.yaml': text })).at().settings.slaHours).toBe(hours);
  });

  test('a working week in the order of the days, the rest of it as usual', async () => {
    const { at } = await settle({ '.replylintrc.yaml': 'workingHours: {days: [sat, mon]}' });
    expect(at().settings.workingHours).toEqual({ from: '09:00', to: '17:00', days: [1, 6] });
  });

  test('the same settings object for files to which the same overrides apply', async () => {
    const { resolveFor } = await settle({ '.replylintrc.yaml': 'overrides: [{files: "*.md", agent: A}]' });
    expect(resolveFor('a.md')).toBe(resolveFor('b/c.md'));
    expect(resolveFor('a.md')).not.toBe(resolveFor('a.txt'));
  });
});

describe('rules that are not there', () => {
  test.each([
    ['rules: {officialise: off}', '1:9 there is no rule "officialise"; did you mean officialese?'],
    ['rules: {constructor: off}', '1:9 there is no rule "constructor"; `replylint rules` lists them'],
    ['score: {weights: {curt: 1}}', '1:19 there is no rule "curt"'],
    ['vocabulary: [{phrase: a, reason: b, rules: [curt-tone, offic]}]', '1:56 there is no rule "offic"'],
    ['overrides: [{files: a, rules: {curt-tones: off}}]', '1:32 there is no rule "curt-tones"; did you mean curt-tone?'],
    [
      'rules: {officialese: [error, {mosts: 2}]}',
      '1:31 rule officialese has no option "mosts"; it takes stiffestOnly, words, most; did you mean most?',
    ],
    ['rules: {officialese: [error, {most: "2"}]}', '1:31 option "most" of officialese must be a number, not text'],
    ['rules: {curt-tone: [error, {a: 2}]}', 'rule curt-tone has no option "a"; it takes none'],
  ])('%s', async (text, message) => {
    const { problems } = await settle({ '.replylintrc.yaml': text });
    expect(problems.map(shown)).toEqual([expect.stringContaining(message)]);
  });

  test.each([
    ['officialise:off', '--rule: there is no rule "officialise"; did you mean officialese?'],
    ['officialese:of', '--rule: "of" is no level; write one of off, error, warning, suggestion; did you mean off?'],
    ['officialese', '--rule: "officialese" is not of the form id:level, such as officialese:off'],
  ])('--rule %s', async (flag, message) => {
    const { problems } = await settle({}, { rules: [flag] });
    expect(problems.map(shown)).toEqual([expect.stringContaining(message)]);
  });

  test('--rule takes a blank after the colon', async () => {
    expect((await settle({}, { rules: ['officialese: error'] })).at().levels.officialese).toBe('error');
  });
});

describe('--print-config', () => {
  const files = {
    '.replylintrc.yaml':
      'agent: Ada\nsla: 2d\nworkingHours: {days: [mon]}\nrules: {officialese: [off, {words: ["yes", "#1"]}]}\norganisation: {names: ["A: B"]}\n',
  };

  test('each value with the file and line it came from', async () => {
    const { config, resolveFor } = await settle(files, { rules: ['curt-tone:error'] });
    const text = printConfig(resolveFor(), config.cwd);
    expect(text).toMatch(/^agent: Ada +# \.replylintrc\.yaml:1:1$/m);
    expect(text).toMatch(/^ {2}pass: 80 +# default$/m);
    expect(text).toMatch(/^ {4}level: error +# --rule$/m);
    expect(text).toMatch(/^ {6}words: \["yes","#1"\] +# \.replylintrc\.yaml:4:29$/m);
    expect(text).toMatch(/^ {4}- "A: B" +# \.replylintrc\.yaml:5:24$/m);
  });

  test('the text is YAML that says the same as the JSON', async () => {
    const { config, resolveFor } = await settle(files);
    const yaml = parse(printConfig(resolveFor(), config.cwd));
    const json = JSON.parse(printConfig(resolveFor(), config.cwd, 'json'));
    expect(yaml.rules.officialese).toEqual({ level: 'off', weight: 2, options: { stiffestOnly: false, words: ['yes', '#1'], most: 1 } });
    expect(yaml.workingHours).toEqual({ from: '09:00', to: '17:00', days: ['mon'] });
    expect(json.agent).toEqual({ value: 'Ada', from: '.replylintrc.yaml:1:1' });
    expect(json.rules.officialese.options.words).toEqual({ value: ['yes', '#1'], from: '.replylintrc.yaml:4:29' });
    expect(Object.keys(yaml.rules)).toEqual(Object.keys(yaml.rules).toSorted());
  });
});

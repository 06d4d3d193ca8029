import { afterAll, describe, expect, test } from 'vitest';
import { load, removeProjects, shown } from './project.js';

afterAll(removeProjects);

const problemsOf = async (text: string, name = '.replylintrc.yaml') => (await load({ [name]: text })).problems.map(shown);

describe('a fault is named with its place, what is wrong and what to write', () => {
  test.each([
    ['rule:\n  x: off', '1:1 unknown key "rule"; did you mean rules?'],
    ['frobnicate: 1', '1:1 unknown key "frobnicate"; known here: $schema, extends, as, rules'],
    ['agent: Ada\nofficialese: off', '2:1 unknown key "officialese"; levels of rules stand under "rules"'],
    ['minScore: 80', '1:1 unknown key "minScore"; what a draft needs to pass stands under "score": {"pass": 80}'],
    ['failOn: warning', '1:1 unknown key "failOn"; it is no setting but an option of the command, --fail-on'],
    ['profile: formal', '1:1 unknown key "profile"; name the profile under "extends"'],
    [
      'rules:\n  curt-tone: eror',
      '2:3 rules.curt-tone must be off, error, warning or suggestion, or [level, {options}], not "eror"; did you mean error?',
    ],
    ['rules: {curt-tone: warn}', 'not "warn"; did you mean warning?'],
    ['rules: {curt-tone: 2}', 'not 2; did you mean error?'],
    ['rules: {curt-tone: [warning, 3]}', '1:30 rules.curt-tone[1] must be a map of options, not 3'],
    ['rules: {curt-tone: [warning, {}, {}]}', '1:9 rules.curt-tone must be off, error'],
    ['rules: [curt-tone]', '1:1 rules must be a map from rule ids to levels, not a list'],
    ['score:\n  pas: 90', '2:3 unknown key "pas"; did you mean pass?'],
    ['score: {pass: 101}', '1:9 score.pass must be a number from 0 to 100, not 101'],
    ['score: {pass: .nan}', 'score.pass must be a number from 0 to 100'],
    ['score: {weights: {curt-tone: -1}}', 'score.weights.curt-tone must be a number of points from 0 to 100, not -1'],
    ['organisation: {names: Larkfield}', '1:16 organisation.names must be a list, such as ["Larkfield Kitchens"], not "Larkfield"'],
    ['organization: {names: []}', '1:1 unknown key "organization"; did you mean organisation?'],
    ['vocabulary:\n  - phrase: kindly', '2:5 vocabulary[0] needs the key "reason": why the phrase is allowed'],
    ['vocabulary: [kindly]', '1:14 vocabulary[0] must be a map of phrase and reason, not "kindly"'],
    ['vocabulary: [{phrase: " ", reason: x}]', '1:15 vocabulary[0].phrase must be the allowed words, not " "'],
    ['sla: 3 weeks', '1:1 sla must be a number of working hours, or text such as "8h" or "2d", not "3 weeks"'],
    ['sla: 0h', '1:1 sla must be more than 0'],
    ['workingHours: {from: "9:00", to: "17:00"}', '1:16 workingHours.from must be a time such as "09:00", not "9:00"'],
    ['workingHours: {from: "18:00", to: "08:00"}', '1:1 workingHours must begin before they end, not 18:00 to 08:00'],
    ['workingHours: {days: [monday]}', 'workingHours.days[0] must be mon, tue, wed, thu, fri, sat or sun, not "monday"; did you mean mon?'],
    ['holidays:\n  - 2026-02-30', '2:5 2026-02-30 is no day of the calendar'],
    ['holidays: [25/12/2026]', 'holidays[0] must be a date such as 2026-12-25, not "25/12/2026"'],
    ['dialect: zendsk', 'not "zendsk"; did you mean zendesk?'],
    ['as: macro', '1:1 as must be draft or template, not "macro"'],
    ['limits: {fileBytes: 0}', '1:10 limits.fileBytes must be a whole number above 0, not 0'],
    ['limits: {filebytes: 1}', '1:10 unknown key "filebytes"; did you mean fileBytes?'],
    ['overrides: [{rules: {}}]', '1:13 overrides[0] needs the key "files": a glob or a list of globs'],
    [
      'overrides:\n  - files: a\n    ignore: [b]',
      '3:5 unknown key "ignore" in an override; it holds for the whole project, so put it at the top',
    ],
    ['overrides: [{files: [1]}]', '1:22 overrides[0].files[0] must be a glob, such as "macros/**/*.md", not 1'],
    [
      'extends: formel',
      '1:1 there is no profile "formel"; shipped are default, friendly-brand, formal, regulated, template-library; a file is written ./formel.yaml; did you mean formal?',
    ],
    ['extends: [formal, ./gone.yaml]', '1:19 "extends": gone.yaml does not exist; check the name'],
    [
      'extends: {a: 1}',
      '1:1 extends must be a profile (default, friendly-brand, formal, regulated, template-library), a file such as ./base.yaml, or a list of them, not a map of keys',
    ],
    ['rulePaths: [./house]', '1:13 there is no file or folder house; check the name'],
    ['agent:', '1:1 agent must be the name of the person who signs, not empty'],
    ['just text', '1:1 the config must be a map of keys, not "just text"'],
    ['- a', 'the config must be a map of keys, not a list'],
    ['a: [1, 2', 'is not valid YAML: '],
    ['agent: Ada\nagent: Bob', '2:1 is not valid YAML: duplicated mapping key'],
    ['agent: Ada\n  contact: x', '2:10 is not valid YAML: bad indentation of a mapping entry'],
  ])('%j', async (text, message) => {
    const problems = await problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
    expect(problems[0]).toMatch(/^\.replylintrc\.yaml:\d+:\d+ /);
  });

  test.each([
    ['{\n  "agent": "Ada",\n}', '.replylintrc.json:3:1 is not valid JSON: "}" is not expected here'],
    [
      '{\n  // who signs\n  "agent": "Ada"\n}',
      '.replylintrc.json:2:3 is not valid JSON: "/" is not expected here; JSON has no comments, .replylintrc.yaml has',
    ],
    ['{"agent": "Ada"', '.replylintrc.json:1:16 is not valid JSON: the file ends too early'],
    ['{"agent": "Ada",\n "agent": "Bob"}', '.replylintrc.json:2:2 the key "agent" stands here twice; keep one'],
    ['{\n\t"rules": {"curt-tone": "on"}\n}', '.replylintrc.json:2:12 rules.curt-tone must be off, error'],
  ])('JSON %j', async (text, message) => {
    const problems = await problemsOf(text, '.replylintrc.json');
    expect(problems).toEqual([expect.stringContaining(message)]);
  });

  test('in package.json the place is that of the key there', async () => {
    const text = '{\n  "name": "x",\n  "replylint": {\n    "agnt": "Ada"\n  }\n}';
    expect(await problemsOf(text, 'package.json')).toEqual(['package.json:4:5 unknown key "agnt"; did you mean agent?']);
  });

  test('all faults at once, in the order of the file', async () => {
    const problems = await problemsOf(
      'agnt: Ada\nsla: never\nholidays: [2026-13-01]\nrules:\n  curt-tone: loud\n  officialese: loud\nextends: formel\n',
    );
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(
      ['1:1', '2:1', '3:12', '5:3', '6:3', '7:1'].map((place) => `.replylintrc.yaml:${place}`),
    );
  });

  test('thousands of faults are counted, not all printed', async () => {
    const problems = await problemsOf(Array.from({ length: 5000 }, (_, i) => `k${i}: 1\n`).join(''));
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toBe('.replylintrc.yaml has 4950 more faults; mend these first');
  });

  test('extends that go in a circle', async () => {
    const { problems } = await load({
      '.replylintrc.yaml': 'extends: ./a.yaml',
      'a.yaml': 'agent: Ada\nextends: ./b.json',
      'b.json': { extends: './.replylintrc.yaml' },
    });
    expect(problems.map(shown)).toEqual([
      'b.json:2:3 "extends" goes in a circle: .replylintrc.yaml → a.yaml → b.json → .replylintrc.yaml; take one of them out',
    ]);
  });

  test('a fault in an extended file is reported there, once', async () => {
    const { problems } = await load({ '.replylintrc.yaml': 'extends: [./a.yaml, ./a.yaml]', 'a.yaml': 'agnt: Ada' });
    expect(problems.map(shown)).toEqual(['a.yaml:1:1 unknown key "agnt"; did you mean agent?']);
  });
});

describe('good configs', () => {
  test.each([
    [''],
    ['$schema: ./node_modules/replylint/schema/replylintrc.schema.json'],
    ['# yaml-language-server: $schema=x\nextends: [formal, regulated]'],
    ['rules: {curt-tone: off, officialese: [error], house-rule: [warning, {a: [1, {b: c}]}]}'],
    ['sla: 2d'],
    ['sla: 1.5h'],
    ['sla: 8'],
    ['workingHours: {to: "18:30"}'],
    ['workingHours: {from: 08:00, to: 17:30, days: [sat]}'],
    ['holidays: [2026-12-25, "2028-02-29"]'],
    ['overrides: [{files: "macros/**", extends: template-library}, {files: [a, b], excludedFiles: c}]'],
    ['vocabulary: [{phrase: kindly, reason: House style, rules: [officialese]}]'],
    ['defaults: &d {agent: Ada}\n'.replace('defaults: &d', 'organisation: &d').replace('agent: Ada', 'names: [A]')],
  ])('%j', async (text) => {
    expect(await problemsOf(text)).toEqual([]);
  });
});

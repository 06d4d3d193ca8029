import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { BASE, CLEAN, Project } from './project.js';

const OWN = `# Words that nobody says.
id: no-wibble # kept
message: This word is for tests.
phrases: [wibblety wibble]
examples: { bad: [Wibblety wibble.], good: [Wibble.] }
`;
const WIBBLE = CLEAN.replace('We have sent', 'Wibblety wibble. We have sent');

let project: Project;
afterEach(() => project.remove());

function make(files: Readonly<Record<string, string>> = {}): Project {
  project = new Project(files);
  return project;
}

const read = (name: string): string => readFileSync(project.path(name), 'utf8');

describe('rule new', () => {
  it('writes one file that holds its own examples and works once it is named', async () => {
    const { run } = bound(make());
    const made = await run('rule', 'new', 'no-jargon');
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toContain('rulePaths: [no-jargon.yml]');
    expect(await run('rule', 'test', 'no-jargon.yml')).toMatchObject({ code: 0, out: 'no-jargon: 2 of 2 examples hold\n' });
    project.put({ '.replylintrc.yaml': BASE.replace('[rules]', '[no-jargon.yml]'), 'a.txt': 'We will circle back to you.\n' });
    expect((await run('a.txt')).out).toContain('no-jargon');
  });

  it('writes a README of examples beside it when asked, into the folder that is named', async () => {
    const { run } = bound(make());
    const made = await run('rule', 'new', 'no-jargon', '--readme', '--dir', 'rules');
    expect(made.code).toBe(0);
    // The configuration reads that folder already.
    expect(made.out).not.toContain('rulePaths');
    expect(read('rules/no-jargon/README.md')).toMatch(/^# no-jargon\n/);
    expect(await run('rule', 'test', 'rules/no-jargon')).toMatchObject({ code: 0, out: 'no-jargon: 4 of 4 examples hold\n' });
    expect((await run('rules')).out).toContain('no-jargon');
  });

  it('names the path as the configuration must write it', async () => {
    const { run } = bound(make({ '.replylintrc.yaml': 'rulePaths: []\n' }));
    expect((await run('rule', 'new', 'no-jargon', '--dir', 'team/rules')).out).toContain(
      '(.replylintrc.yaml): rulePaths: [team/rules/no-jargon.yml]',
    );
  });

  it('is not kept from it by a configuration that names the rule already', async () => {
    const { run } = bound(make({ '.replylintrc.yaml': 'rulePaths: [no-jargon.yml]\n' }));
    expect(await run('rule', 'new', 'no-jargon')).toMatchObject({ code: 0, err: '' });
  });

  it.each([
    ['a name of two words', 'No Jargon', 'did you mean no-jargon?'],
    ['a file name', 'no-jargon.yml', 'did you mean no-jargon?'],
    ['a way out of the folder', '../x', 'small letters and digits'],
    ['nothing', '', 'small letters and digits'],
    ['that of a built-in rule', 'canned-phrase', 'is the name of a built-in rule'],
    ["that of a rule of the user's own", 'no-wibble', 'is the name of the rule in rules/no-wibble.yml'],
    ['a former name', 'no-wobble', 'is a former name of the rule no-wibble'],
  ])('refuses %s in one line', async (_, id, why) => {
    const { run } = bound(make({ 'rules/no-wibble.yml': OWN.replace('message', 'renamed-from: no-wobble\nmessage') }));
    const { code, out, err } = await run('rule', 'new', id);
    expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
    expect(err).toContain(why);
  });

  it('writes over nothing', async () => {
    const { run } = bound(make({ 'no-jargon.yml': 'mine' }));
    expect(await run('rule', 'new', 'no-jargon')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('no-jargon.yml: is there already'),
    });
    expect(read('no-jargon.yml')).toBe('mine');
  });

  it('says in one line when it cannot write', async () => {
    const { run } = bound(make({ file: 'x' }));
    const { code, err } = await run('rule', 'new', 'no-jargon', '--dir', 'file');
    expect({ code, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, lines: 1 });
  });

  it('makes a folder of rules/ in the project of replylint itself', async () => {
    const { run } = bound(make({ 'package.json': '{ "name": "replylint" }', 'rules/_template/rule.yml': '', 'src/x.ts': '' }));
    expect((await run('rule', 'new', 'no-jargon')).code).toBe(0);
    expect(read('rules/no-jargon/rule.yml')).toContain('id: no-jargon\n');
    expect(existsSync(project.path('rules/no-jargon/README.md'))).toBe(true);
  });
});

describe('rule rename', () => {
  it('moves the file, changes who names it, and what names the old id still works and says so', async () => {
    const { run } = bound(
      make({
        '.replylintrc.yaml': BASE.replace('[rules]', '["rules/no-plonk.yml", ./rules/no-wibble.yml]').concat(
          '  no-wibble: error\nscore: { weights: { no-wibble: 7 } }\n',
        ),
        'rules/no-wibble.yml': OWN,
        'rules/no-plonk.yml': 'id: no-plonk\nmessage: x\nphrases: [plonkety plonk]\nyields-to: [{ to: no-wibble, where: sentence }]\n',
        'rules/README.md': '# Ours\n\n`no-wibble` is [here](./no-wibble.yml).\n',
        'a.txt': WIBBLE,
      }),
    );
    const renamed = await run('rule', 'rename', 'no-wibble', 'no-wobble');
    expect(renamed).toMatchObject({ code: 0, err: '' });
    expect(renamed.out).toContain('rules/no-wibble.yml: moved to rules/no-wobble.yml');
    expect(existsSync(project.path('rules/no-wibble.yml'))).toBe(false);
    expect(read('rules/no-wobble.yml')).toBe(OWN.replace('id: no-wibble', 'id: no-wobble\nrenamed-from: [no-wibble]'));
    expect(read('rules/no-plonk.yml')).toContain('{ to: no-wobble, where: sentence }');
    expect(read('rules/README.md')).toContain('`no-wobble` is');

    const judged = await run('a.txt');
    expect(judged).toMatchObject({ code: 1, out: expect.stringContaining('no-wobble  -7') });
    const told = '.replylintrc.yaml:[0-9]+:[0-9]+: the rule no-wibble is now called no-wobble; write that\n';
    expect(judged.err).toMatch(new RegExp(`^${told}${told}$`));

    const off = await run('--rule', 'no-wibble:off', 'a.txt');
    expect(off).toMatchObject({ code: 0, err: expect.stringContaining('--rule: the rule no-wibble is now called no-wobble') });
    const explained = await run('explain', 'no-wibble');
    expect(explained).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^no-wobble: /),
      err: expect.stringContaining('is now called no-wobble'),
    });
    expect((await run('--print-config', 'a.txt')).out).toMatch(/no-wobble:\s+level: error +# \.replylintrc\.yaml:\d+/);
  });

  it('moves a folder with its README, and back again', async () => {
    const { run } = bound(
      make({
        'rules/odd/rule.yml': OWN.replace('no-wibble', "'odd'"),
        'rules/odd/README.md': '# odd\n\nAn odd word.\n\n```reply\nodd `odd`\n```\n',
        'rules/no-wibble.yml': 'id: other\nmessage: x\nphrases: [x y z]\nyields-to: odd\n',
      }),
    );
    expect((await run('rule', 'rename', 'odd', 'even')).code).toBe(0);
    expect(read('rules/even/README.md')).toBe('# even\n\nAn odd word.\n\n```reply\nodd `odd`\n```\n');
    expect(read('rules/even/rule.yml')).toContain("id: 'even'\nrenamed-from: [odd]");
    expect(read('rules/no-wibble.yml')).toContain('yields-to: even');
    expect((await run('rule', 'rename', 'even', 'odd')).code).toBe(0);
    expect(read('rules/odd/rule.yml')).toContain("id: 'odd'\nrenamed-from: [even]");
    expect((await run('rules')).code).toBe(0);
  });

  it.each([
    ['text', 'renamed-from: old'],
    ['list in one line', 'renamed-from: [old]'],
    ['list', 'renamed-from:\n  - old'],
  ])('keeps former ids that stand as a %s', async (_, written) => {
    const { run } = bound(make({ 'a.txt': CLEAN, 'rules/no-wibble.yml': OWN.replace('message', `${written}\nmessage`) }));
    expect((await run('rule', 'rename', 'no-wibble', 'no-wobble')).code).toBe(0);
    expect(read('rules/no-wobble.yml')).toContain('renamed-from: [old, no-wibble]\nmessage:');
    expect((await run('--rule', 'old:off', '--rule', 'no-wibble:off', 'a.txt')).err).toContain('old is now called no-wobble');
  });

  it('leads a rule that gives way to a former id to the rule of today', async () => {
    const { run } = bound(
      make({
        'rules/no-wibble.yml': OWN.replace('message', 'renamed-from: old\nmessage'),
        'rules/no-plonk.yml': 'id: no-plonk\nmessage: x\nphrases: [plonkety plonk]\nyields-to: old\n',
        'a.txt': WIBBLE.replace('Wibblety wibble', 'Wibblety wibble. Plonkety plonk'),
      }),
    );
    const { out, err } = await run('a.txt');
    expect(out).toContain('it stands for no-plonk too');
    expect(err).toContain('rules/no-plonk.yml: yields-to: the rule old is now called no-wibble');
  });

  it('lets what is said of the new id win over what is said of the old', async () => {
    const { run } = bound(
      make({
        '.replylintrc.yaml': `${BASE}  no-wibble: off\n  old: error\n`,
        'rules/no-wibble.yml': OWN.replace('message', 'renamed-from: old\nmessage'),
        'a.txt': WIBBLE,
      }),
    );
    expect((await run('a.txt')).code).toBe(0);
  });

  it.each([
    ['a rule that is not there', ['no-wible', 'x'], 'did you mean no-wibble?'],
    ['a built-in rule', ['canned-phrase', 'x'], 'canned-phrase is a built-in rule'],
    ['a rule that was renamed', ['old', 'x'], 'is now called no-wibble'],
    ['the same name', ['no-wibble', 'no-wibble'], 'is called no-wibble already'],
    ['a name that is taken', ['no-wibble', 'no-plonk'], 'there is a rule no-plonk already'],
    ['the name of a built-in rule', ['no-wibble', 'canned-phrase'], 'there is a rule canned-phrase already'],
    ['a former name of another rule', ['no-plonk', 'old'], 'is a former name of the rule no-wibble'],
    ['a name that is none', ['no-wibble', 'No Wibble'], 'small letters and digits'],
    ['a file that is there', ['no-wibble', 'there'], 'rules/there.yml: is there already'],
    ['one name', ['no-wibble'], "missing required argument 'new'"],
  ])('refuses %s in one line, and changes nothing', async (_, args, why) => {
    const own = OWN.replace('message', 'renamed-from: old\nmessage');
    const { run } = bound(
      make({
        '.replylintrc.yaml': BASE.replace('[rules]', '[rules/no-wibble.yml, rules/no-plonk.yml]'),
        'rules/no-wibble.yml': own,
        'rules/there.yml': 'x',
      }),
    );
    const { code, out, err } = await run('rule', 'rename', ...args);
    expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
    expect(err).toContain(why);
    expect(read('rules/no-wibble.yml')).toBe(own);
  });

  it('in the project of replylint itself leaves the redirect in rules/_renamed.yml', async () => {
    const { run } = bound(
      make({
        'package.json': '{ "name": "replylint" }',
        '.replylintrc.yaml': '',
        'rules/_template/rule.yml': '',
        'rules/_renamed.yml': '# Old: new.\nancient: odd\n',
        'rules/_advice.yml': '- source: S0\n  advice:\n    - at: [3]\n      says: odd\n      rules: [other, odd]\n',
        'rules/_accuracy.yml': 'rules:\n  odd:\n    mail: [1, 2]\n    wrong: odd\n',
        'rules/odd/rule.yml': OWN.replace('no-wibble', 'odd'),
        'rules/other/check.ts': '// What odd says.\n',
        'rules/odd/README.md': '# odd\n',
        'rules/other/rule.yml': 'id: other\nyields-to:\n  - to: odd\n    variants: [odd]\n',
        'rules/other/README.md': '# other\n\nSee [`odd`](../odd/README.md), an odd rule.\n',
        'src/profile.ts': "export const profile = { rules: { odd: 'off' } };\n",
      }),
    );
    const renamed = await run('rule', 'rename', 'odd', 'even');
    expect(renamed).toMatchObject({ code: 0, err: '' });
    expect(renamed.out).toContain('src/profile.ts: still names odd');
    expect(read('rules/_renamed.yml')).toBe('# Old: new.\nancient: even\nodd: even\n');
    expect(read('rules/_advice.yml')).toContain('says: odd\n      rules: [other, even]');
    expect(read('rules/_accuracy.yml')).toBe('rules:\n  even:\n    mail: [1, 2]\n    wrong: odd\n');
    expect(renamed.out).toContain('rules/other/check.ts: still names odd');
    expect(renamed.out).not.toContain('_renamed.yml: still');
    expect(read('rules/even/rule.yml')).not.toContain('renamed-from');
    expect(read('rules/even/README.md')).toBe('# even\n');
    expect(read('rules/other/rule.yml')).toContain('- to: even\n    variants: [odd]');
    expect(read('rules/other/README.md')).toContain('See [`even`](../even/README.md), an odd rule.');
  });
});

describe('a link that leads out of the project', () => {
  const outside = mkdtempSync(join(tmpdir(), 'replylint-outside-'));
  writeFileSync(join(outside, 'secret.yml'), OWN.replace('This word is for tests.', 'The word is sesame.'));
  afterAll(() => rmSync(outside, { recursive: true }));
  const REFUSED =
    /^\S+: (?:not written: )?a symbolic link (?:that )?leads out of the project; (?:copy what it leads to into the project|take the link away).*\n$/;

  it('as the folder of a new rule: nothing is written there', async () => {
    const { run } = bound(make());
    symlinkSync(outside, project.path('linked'));
    for (const folder of ['linked', 'linked/deeper']) {
      const { code, out, err } = await run('rule', 'new', 'no-jargon', '--readme', '--dir', folder);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(REFUSED);
    }
    expect(readdirSync(outside)).toEqual(['secret.yml']);
  });

  it('as a page beside a rule that is renamed: nothing is changed', async () => {
    const { run } = bound(make({ 'rules/no-wibble.yml': OWN }));
    symlinkSync(join(outside, 'secret.yml'), project.path('rules/README.md'));
    const { code, out, err } = await run('rule', 'rename', 'no-wibble', 'no-wobble');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(REFUSED);
    expect(read('rules/no-wibble.yml')).toBe(OWN);
  });

  it.each([['check', 'a.txt'], ['rules'], ['rule', 'rename', 'no-plonk', 'no-plink'], ['rule', 'test', 'rules/secret.yml']])(
    'as a rule: it is not read by %s %s',
    async (...args) => {
      const { run } = bound(make({ 'a.txt': WIBBLE, 'rules/no-wibble.yml': OWN.replaceAll('wibble', 'wobble') }));
      symlinkSync(join(outside, 'secret.yml'), project.path('rules/secret.yml'));
      const { code, out, err } = await run(...args);
      expect(code).toBe(2);
      expect(err).toMatch(REFUSED);
      expect(out + err).not.toContain('sesame');
    },
  );

  it('as a folder among the rules: that is said', async () => {
    const { run } = bound(make({ 'a.txt': WIBBLE }));
    symlinkSync(outside, project.path('rules/linked'));
    const { code, err } = await run('a.txt');
    expect(code).toBe(2);
    expect(err).toMatch(/^rules\/linked: a symbolic link that leads out of the project;/);
  });

  it('is fine where it stays inside', async () => {
    const { run } = bound(make({ 'team/no-wibble.yml': OWN, 'rules/no-wibble.yml': OWN.replaceAll('wibble', 'wobble') }));
    symlinkSync('../team/no-wibble.yml', project.path('rules/linked.yml'));
    symlinkSync('team', project.path('also'));
    expect((await run('rules')).out).toContain('no-wibble');
    expect(await run('rule', 'new', 'no-jargon', '--dir', 'also')).toMatchObject({ code: 0, err: '' });
    expect(existsSync(project.path('team/no-jargon.yml'))).toBe(true);
  });
});

function bound(made: Project): { run: (...args: string[]) => ReturnType<Project['run']> } {
  return { run: (...args) => made.run(args) };
}

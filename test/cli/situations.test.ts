import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, CLEAN, FLAWED, Project, type Result, type RunOptions } from './project.js';

interface Situation extends RunOptions {
  readonly args: readonly string[];
  readonly code?: 0 | 1 | 2;
  /** Each must stand in standard output; a `!` before it, must not. Empty: nothing at all may be written. */
  readonly out?: readonly string[];
  /** The same for standard error. */
  readonly err?: readonly string[];
}

const WARNED = CLEAN.replace('We have sent', 'Wibblety wibble. We have sent');
let project: Project;

beforeAll(() => {
  project = new Project({
    'clean.txt': CLEAN,
    'clean.md': CLEAN,
    'flawed.txt': FLAWED,
    'warned.txt': WARNED,
    'empty.txt': '',
    'blank.txt': ' \n\n',
    'picture.txt': Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    'latin1.txt': Buffer.from('Dear Ms Okafor,\n\nThe caf\xe9 is closed.\n', 'latin1'),
    'nul.txt': 'Dear\0Ms Okafor',
    'silent.eml': 'Content-Disposition:inline\nContent-Type:message/rfc822',
    'odd.xyz': CLEAN,
    'replies.yaml': 'replies: [{ id: a, title: A, body: Hello. }]',
    'complaint.txt': 'My kettle came with a cracked lid. Adaeze Okafor',
    'drafts/a.txt': CLEAN,
    'drafts/b.txt': FLAWED,
    'none/readme.rst': 'nothing',
    'name[1].txt': FLAWED,
    'left-out.txt': FLAWED,
    'broken/.replylintrc.json': '{ "rules": {\n  "no-plonk": "of"\n} }',
    'commented.json': '{\n  // none today\n  "rules": {}\n}',
    'bare.json': '{ "rules": { "no-plonk":   off } }',
    'glob.yaml': 'rulePaths: ["rules/*.yml"]\n',
    'unknown-key.yaml': 'rulez: {}\n',
    'small.yaml': `${BASE}limits: { fileBytes: 100 }\n`,
    'ignoring.yaml': `${BASE}ignore: ["left-out.txt"]\n`,
    'strict.yaml': `${BASE}score: { pass: 100 }\n`,
    'bad-rule.yaml': 'rulePaths: [bad-rules]\n',
    'bad-rules/x.yml': 'id: Not An Id\nmessage: x\nphrases: [hello]\n',
    'failing/rule.yml':
      'id: failing\nmessage: x\nphrases: [hello there]\nexamples: { bad: [Well hello there.], good: [So hello there., Good day.] }\n',
    'failing/README.md': '# failing\n\n```reply\nWell, hello there.\n      ^^^^^^^^^^^\n```\n',
    'no-rules.yaml': 'rulePaths: [nowhere]\n',
    'twice.yaml': 'rulePaths: [rules, rules-again]\n',
    'rules-again/p.yml': 'id: no-plonk\nmessage: x\nphrases: [hello]\n',
  });
  symlinkSync('loop.txt', project.path('loop.txt'));
  execFileSync('mkfifo', [project.path('pipe.txt')]);
});
afterAll(() => project.remove());

function holds(text: string, parts: readonly string[] | undefined): void {
  if (parts?.length === 0) expect(text).toBe('');
  for (const part of parts ?? [])
    if (part.startsWith('!')) expect(text).not.toContain(part.slice(1));
    else expect(text).toContain(part);
}

const SITUATIONS: Readonly<Record<string, Situation>> = {
  'a draft that may be sent': { args: ['clean.txt'], code: 0, out: ['100/100'], err: [] },
  'the same with the word check': { args: ['check', 'clean.txt'], code: 0, err: [] },
  'a draft that should not be sent': { args: ['flawed.txt'], code: 1, out: ['no-plonk', 'Plonkety plonk'], err: [] },
  both: { args: ['clean.txt', 'flawed.txt'], code: 1, out: ['no-plonk'], err: [] },
  'a folder': { args: ['drafts'], code: 1, out: ['drafts/a.txt', 'drafts/b.txt'], err: [] },
  'a glob': { args: ['drafts/[a].txt'], code: 0, err: [] },
  'a glob that matches nothing': { args: ['drafts/*.eml'], code: 2, err: ['drafts/*.eml: no file matches'] },
  'a missing path': { args: ['flawd.txt'], code: 2, err: ['flawd.txt: no such file or folder; did you mean flawed.txt?'] },
  'a missing path does not hide findings': { args: ['nope.txt', 'flawed.txt'], code: 2, out: ['no-plonk'], err: ['nope.txt: '] },
  'a folder without drafts': { args: ['none'], code: 2, err: ['none: no draft in this folder'] },
  'an empty path': { args: [''], code: 2, err: ['empty path'] },
  'an extension that is none of ours': { args: ['odd.xyz'], code: 2, err: ['odd.xyz: ', '--input-format'] },
  'the same with its format': { args: ['--input-format', 'text', 'odd.xyz'], code: 0, err: [] },
  'an empty file': { args: ['empty.txt'], code: 2, err: ['empty.txt: '] },
  'a file of white space': { args: ['blank.txt'], code: 2, err: ['blank.txt: '] },
  'a binary file': { args: ['picture.txt'], code: 2, err: ['picture.txt: a PNG image'] },
  'a NUL byte': { args: ['nul.txt'], code: 2, err: ['nul.txt: a binary file'] },
  'text that is not UTF-8': { args: ['latin1.txt', 'flawed.txt'], code: 2, out: ['no-plonk'], err: ['latin1.txt:3: not valid UTF-8'] },
  'a file over the limit': {
    args: ['-c', 'small.yaml', 'clean.txt'],
    code: 2,
    err: ['clean.txt: over the limit of 100 bytes', 'fileBytes'],
  },
  'a mail that its parser never answers': { args: ['silent.eml', 'flawed.txt'], code: 2, out: ['no-plonk'], err: ['silent.eml: '] },
  'a symbolic link to itself': { args: ['loop.txt'], code: 2, err: ['loop.txt: ', 'circle'] },
  'a named pipe': { args: ['pipe.txt'], code: 2, err: ['pipe.txt: a named pipe'] },
  'a device': { args: ['/dev/null'], code: 2, err: ['/dev/null: a device'] },
  'a name with brackets is a file before it is a glob': { args: ['name[1].txt'], code: 1, out: ['no-plonk'], err: [] },
  'a named file that is ignored': { args: ['-c', 'ignoring.yaml', 'left-out.txt'], code: 0, err: ['left-out.txt: left out'] },
  'the same without a word': { args: ['-c', 'ignoring.yaml', '--no-warn-ignored', 'left-out.txt'], code: 0, err: [] },

  'standard input': { args: ['-'], input: FLAWED, code: 1, out: ['no-plonk'], err: [] },
  'standard input with its flag': { args: ['--stdin'], input: CLEAN, code: 0, err: [] },
  'standard input under a name': {
    args: ['--stdin', '--stdin-filename', 'new/reply.md'],
    input: FLAWED,
    code: 1,
    out: ['reply.md'],
    err: [],
  },
  'a name for standard input, which says that it is read': {
    args: ['--stdin-filename', 'new/reply.md', '--format', 'json'],
    input: FLAWED,
    code: 1,
    out: ['"file": "new/reply.md"', '"drafts": 1'],
    err: [],
  },
  'a name for standard input beside a path': {
    args: ['--stdin-filename', 'reply.md', 'flawed.txt'],
    input: FLAWED,
    code: 2,
    err: ['replylint: --stdin-filename is the name of what comes from standard input', 'add --stdin'],
  },
  'the name as prettier calls it': {
    args: ['--stdin', '--stdin-filepath', 'r.md', '--format', 'json'],
    input: FLAWED,
    code: 1,
    out: ['"file": "r.md"'],
  },
  'the name as biome calls it': {
    args: ['-', '--stdin-file-path', 'r.md', '--format', 'json'],
    input: FLAWED,
    code: 1,
    out: ['"file": "r.md"'],
  },
  'a mail on standard input without a word of its format': {
    args: ['-'],
    input: `Message-ID: <1@shop.example>\nContent-Type: text/plain\n\n${CLEAN}`,
    err: ['<stdin>: judged as text, but it looks like a mail file; --input-format eml'],
  },
  'a text that begins with a colon on standard input': { args: ['-'], input: `Note: sent today.\n\n${CLEAN}`, err: [] },
  'empty standard input': { args: ['-'], input: '', code: 2, err: ['<stdin>: '] },
  'standard input under an unknown extension': {
    args: ['-', '--stdin-filename', 'r.xyz'],
    input: CLEAN,
    code: 2,
    err: ['r.xyz: ', '--input-format'],
  },
  'an ignored name for standard input': {
    args: ['-c', 'ignoring.yaml', '-', '--stdin-filename', 'left-out.txt'],
    input: FLAWED,
    code: 0,
    err: ['left out'],
  },

  'a mistyped option': {
    args: ['--fromat', 'json', 'clean.txt'],
    code: 2,
    out: [],
    err: ["replylint: unknown option '--fromat'; did you mean --format?"],
  },
  'an option like none of ours': {
    args: ['--qqqqq', 'clean.txt'],
    code: 2,
    out: [],
    err: ["replylint: unknown option '--qqqqq'; `replylint --help` shows what there is"],
  },
  'the same after a command': { args: ['baseline', 'check', '--qqqqq'], code: 2, out: [], err: ['`replylint help baseline` shows'] },
  'an option without its value, and where to read on': {
    args: ['clean.txt', '--format'],
    code: 2,
    out: [],
    err: ['argument missing; `replylint --help`'],
  },
  'the message of one customer for a library': {
    args: ['--customer', 'complaint.txt', 'replies.yaml'],
    code: 2,
    out: [],
    err: ['--customer tells of one draft, and replies.yaml is a library of many, so nothing was judged; name one draft, or leave'],
  },
  'an option without its value': { args: ['clean.txt', '--kind'], code: 2, out: [], err: ['--kind'] },
  'a mistyped kind': { args: ['--kind', 'complant', 'clean.txt'], code: 2, out: [], err: ['did you mean complaint?'] },
  'a mistyped format': { args: ['--format', 'jsn', 'clean.txt'], code: 2, out: [], err: ['did you mean json?'] },
  'a mistyped input format': { args: ['--input-format', 'htlml', 'clean.txt'], code: 2, out: [], err: ['did you mean html?'] },
  'a mark that is no number': { args: ['--min-score', 'high', 'clean.txt'], code: 2, out: [], err: ['from 0 to 100'] },
  'a date that is none': { args: ['--sent', '2026-02-30', 'clean.txt'], code: 2, out: [], err: ['ISO 8601'] },
  'a mistyped command': { args: ['exlpain', 'no-plonk'], code: 2, err: ['exlpain: ', 'did you mean the command explain?'] },
  'a command with two letters changed over': { args: ['bacth'], code: 2, err: ['did you mean the command batch?'] },
  'a command that needs another': { args: ['rule'], code: 2, out: [], err: ['rule needs one of test, new, rename'] },
  'help for a command that is not there': { args: ['help', 'exlpain'], code: 2, out: [], err: ['did you mean explain?'] },
  'a mistyped rule': { args: ['--rule', 'no-plnk:off', 'clean.txt'], code: 2, out: [], err: ['did you mean no-plonk?'] },
  'a mistyped level': { args: ['--rule', 'no-plonk:eror', 'clean.txt'], code: 2, out: [], err: ['error'] },

  'a rule that is off': { args: ['--rule', 'no-plonk:off', 'flawed.txt'], code: 0, out: ['!no-plonk'], err: [] },
  'rules set one by one': {
    args: ['--rule', 'no-plonk:off', '--rule', 'no-wibble:error', 'flawed.txt', 'warned.txt'],
    code: 1,
    out: ['no-wibble', '!no-plonk'],
  },
  'a warning passes': { args: ['warned.txt'], code: 0, out: ['no-wibble'], err: [] },
  'a warning under --fail-on warning': { args: ['--fail-on', 'warning', 'warned.txt'], code: 1 },
  'an error under --fail-on never': { args: ['--fail-on', 'never', '--min-score', '0', 'flawed.txt'], code: 0, out: ['no-plonk'] },
  'as many warnings as allowed': { args: ['--max-warnings', '1', 'warned.txt'], code: 0 },
  'more warnings than allowed': { args: ['--max-warnings', '0', 'warned.txt'], code: 1 },
  'a higher mark': { args: ['--min-score', '99', 'warned.txt'], code: 1 },
  'a higher mark in the configuration': { args: ['-c', 'strict.yaml', 'warned.txt'], code: 1 },
  'quiet about a draft that may be sent': { args: ['--quiet', 'clean.txt'], code: 0, out: [], err: [] },
  'quiet about one that should not': { args: ['--quiet', 'flawed.txt'], code: 1, out: ['no-plonk'], err: [] },

  'a broken configuration': {
    args: ['-c', 'broken/.replylintrc.json', 'clean.txt'],
    code: 2,
    out: [],
    err: ['broken/.replylintrc.json:2:', 'off'],
  },
  'a configuration with a comment that JSON has not': {
    args: ['-c', 'commented.json', 'clean.txt'],
    code: 2,
    out: [],
    err: ['commented.json:2:3: is not valid JSON: "/" is not expected here; JSON has no comments'],
  },
  'a word without quotes in JSON': { args: ['-c', 'bare.json', 'clean.txt'], code: 2, out: [], err: ['bare.json:1:28: ', '"o" is not'] },
  'a glob where rules are named': { args: ['-c', 'glob.yaml', 'clean.txt'], code: 2, out: [], err: ['glob.yaml:1', 'name the folder'] },
  'a mistyped key': { args: ['-c', 'unknown-key.yaml', 'clean.txt'], code: 2, out: [], err: ['unknown-key.yaml:1', 'did you mean'] },
  'a configuration that is not there': { args: ['-c', 'gone.yaml', 'clean.txt'], code: 2, out: [], err: ['gone.yaml'] },
  'no configuration': { args: ['--no-config', 'flawed.txt'], code: 0, out: ['!no-plonk'], err: [] },
  'a broken rule': { args: ['-c', 'bad-rule.yaml', 'clean.txt'], code: 2, out: [], err: ['bad-rules/x.yml:1', 'small letters'] },
  'rules that are not there': { args: ['-c', 'no-rules.yaml', 'clean.txt'], code: 2, out: [], err: ['no-rules.yaml:1', 'nowhere'] },
  'two rules of one name': {
    args: ['-c', 'twice.yaml', 'clean.txt'],
    code: 2,
    out: [],
    err: ['rules-again/p.yml: its id, no-plonk, is that of rules/no-plonk.yml'],
  },
  'settings, each with who set it': {
    args: ['--print-config', 'clean.txt', '--min-score', '90'],
    code: 0,
    out: ['90', '--min-score', 'no-plonk'],
    err: [],
  },

  "the customer's message": { args: ['--customer', 'complaint.txt', '--kind', 'complaint', 'clean.txt'], code: 0, err: [] },
  'a message that is not there': {
    args: ['--customer', 'complant.txt', 'clean.txt'],
    code: 2,
    err: ['--customer', 'did you mean complaint.txt?'],
  },
  'one message for two drafts': {
    args: ['--customer', 'complaint.txt', 'drafts'],
    code: 2,
    err: ['--customer tells of one draft, and 2 were found'],
  },

  'the version': {
    args: ['--version'],
    code: 0,
    out: [JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version],
    err: [],
  },
  'the help': { args: ['--help'], code: 0, out: ['Usage: replylint', '--min-score', 'batch', 'Exit codes'], err: [] },
  'the help, asked for as a command': { args: ['help', 'batch'], code: 0, out: ['--gate'], err: [] },
  'the help of a command': { args: ['batch', '--help'], code: 0, out: ['--gate'], err: [] },
  'the rules': { args: ['rules'], code: 0, out: ['no-plonk', 'no-wibble'], err: [] },
  'the rules as JSON': { args: ['rules', '--format', 'json'], code: 0, out: ['"id": "no-plonk"'], err: [] },
  'a rule explained': { args: ['explain', 'no-plonk'], code: 0, out: ['no-plonk', '!Why', 'To silence it', 'no-plonk:off'], err: [] },
  'a mistyped rule to explain': { args: ['explain', 'no-plnok'], code: 2, out: [], err: ['did you mean no-plonk?'] },
  'the beginning of a rule to explain': { args: ['explain', 'generic'], code: 2, out: [], err: ['did you mean generic-greeting?'] },
  'a rule to explain, not named': { args: ['explain'], code: 2, out: [], err: ["missing required argument 'rule'"] },

  'examples of a rule that hold': {
    args: ['rule', 'test', 'rules/no-plonk.yml'],
    code: 0,
    out: ['no-plonk: 2 of 2 examples hold'],
    err: [],
  },
  'one that does not': {
    args: ['rule', 'test', 'failing/rule.yml'],
    code: 1,
    out: ['failing/rule.yml: good example 1: ', 'failing: 3 of 4 examples hold'],
    err: [],
  },
  'the same by its folder': { args: ['rule', 'test', 'failing'], code: 1, out: ['3 of 4'], err: [] },
  'a rule without examples': {
    args: ['rule', 'test', 'rules/no-wibble.yml'],
    code: 2,
    out: [],
    err: ['rules/no-wibble.yml: has no examples'],
  },
  'a broken rule to test': { args: ['rule', 'test', 'bad-rules/x.yml'], code: 2, out: [], err: ['bad-rules/x.yml:1'] },
  'a rule to test that is not there': { args: ['rule', 'test', 'gone.yml'], code: 2, out: [], err: ['gone.yml: no such file'] },

  'a report that cannot be written': {
    args: ['-o', 'clean.txt/x.json', 'clean.txt'],
    code: 2,
    err: ['clean.txt/x.json: ', 'could not be written'],
  },
};

describe('what the command answers', () => {
  it.concurrent.each(Object.entries(SITUATIONS))('%s', async (_, { args, code, out, err, ...options }) => {
    const result = await project.run(args, options);
    if (code !== undefined) expect(result).toMatchObject({ code });
    holds(result.out, out);
    holds(result.err, err);
    expect(result.err).not.toMatch(/^\s+at /m);
    expect(result.out + result.err).not.toContain('this is a bug');
  });
});

describe('the width of the page', () => {
  it('is what COLUMNS says', async () => {
    const { out } = await project.run(['flawed.txt'], { env: { COLUMNS: '40' } });
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
    const wide = await project.run(['flawed.txt'], { env: { COLUMNS: '200' } });
    expect(Math.max(...wide.out.split('\n').map((line) => line.length))).toBeGreaterThan(100);
  });
});

describe('one line for each problem', () => {
  it('whatever the number of problems', async () => {
    const { err } = await project.run(['empty.txt', 'nope.txt', 'picture.txt', 'none', 'latin1.txt', '*.nope']);
    expect(err.trimEnd().split('\n')).toHaveLength(6);
  });
});

describe('rule test --update', () => {
  it('writes the carets that the rule earns now', async () => {
    const readme = '# moved\n\n```reply\nWell, hello there.\n^^^^\n```\n\n## Fine\n\n```reply\nGood day.\n```\n';
    project.put({ 'moved/rule.yml': 'id: moved\nmessage: x\nphrases: [hello there]\n', 'moved/README.md': readme });
    expect(await project.run(['rule', 'test', 'moved'])).toMatchObject({ code: 1, out: expect.stringContaining('moved/README.md:3: ') });
    expect((await project.run(['rule', 'test', '--update', 'moved'])).code).toBe(0);
    expect(readFileSync(project.path('moved/README.md'), 'utf8')).toBe(readme.replace('^^^^', '      ^^^^^^^^^^^'));
  });
});

describe('reports in files', () => {
  it('are written whole, with the folders they need, and not to the screen', async () => {
    const { code, out, err } = await project.run(['--format', 'json', '--output-file', 'new/report.json', 'flawed.txt']);
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: '' });
    expect(JSON.parse(readFileSync(project.path('new/report.json'), 'utf8'))).toMatchObject({
      version: 1,
      totals: { drafts: 1, failed: 1 },
    });
  });

  it('keep the old one when the new one cannot be written', async () => {
    project.put({ 'kept.txt': 'old' });
    await project.run(['--output-file', 'kept.txt/under', 'flawed.txt']);
    expect(readFileSync(project.path('kept.txt'), 'utf8')).toBe('old');
    expect(existsSync(project.path('kept.txt/under'))).toBe(false);
  });
});

describe('a report that would be written over what was read', () => {
  it.each<[name: string, args: string[], kept: string]>([
    ['the draft', ['--output-file', 'read.txt', 'read.txt'], 'read.txt'],
    ['the draft by another way of writing its path', ['--output-file', './made/../read.txt', 'read.txt'], 'read.txt'],
    ['a file that could not be judged', ['--output-file', 'blank.txt', 'flawed.txt', 'blank.txt'], 'blank.txt'],
    ["the customer's message", ['--output-file', 'read.txt', '--customer', 'read.txt', 'flawed.txt'], 'read.txt'],
  ])('%s', async (_name, args, kept) => {
    project.put({ 'read.txt': CLEAN, 'blank.txt': '  ', 'made/one': '' });
    const before = readFileSync(project.path(kept), 'utf8');
    const { code, err } = await project.run(args);
    expect(code).toBe(2);
    expect(err).toContain('it is a file that was read; give the report a name of its own');
    expect(readFileSync(project.path(kept), 'utf8')).toBe(before);
  });
});

describe('colours', () => {
  const ESC = '\u001b[';
  it.each<[name: string, args: string[], env: Record<string, string>, coloured: boolean]>([
    ['none in a pipe', [], {}, false],
    ['asked for', ['--color'], {}, true],
    ['the flag wins over NO_COLOR', ['--color'], { NO_COLOR: '1' }, true],
    ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, false],
    ['NO_COLOR wins over FORCE_COLOR', [], { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['--no-color wins over FORCE_COLOR', ['--no-color'], { FORCE_COLOR: '1' }, false],
  ])('%s', async (_, args, env, coloured) => {
    const { out } = await project.run([...args, 'flawed.txt'], { env });
    expect(out.includes(ESC)).toBe(coloured);
    expect(out).toContain('no-plonk');
  });
});

describe('hostile names and texts', () => {
  it('cannot speak to the terminal or to a CI runner', async () => {
    const hostile = new Project({ 'x\u001b[31m\n::warning::y\u202e.txt': FLAWED, 'z\n##[error]gone.txt': '' });
    try {
      const { code, out, err }: Result = await hostile.run(['.']);
      expect(code).toBe(2);
      for (const text of [out, err]) {
        // oxlint-disable-next-line no-control-regex -- that is what must not be there
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
        expect(text).not.toMatch(/^\s*::/m);
        expect(text).not.toContain('##[');
      }
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    } finally {
      hostile.remove();
    }
  });
});

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { command } from '../cli/project.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const CANARY = 'canary-4711';
const REPLY = 'Dear Tom,\n\nThank you for your letter. Your kettle left us today.\n\nKind regards,\nMaya Lindqvist\n';

const made: string[] = [];
afterAll(() => made.forEach((one) => rmSync(one, { recursive: true, force: true })));

interface Marks {
  readonly cjs: string;
  readonly mjs: string;
}
type Files = Readonly<Record<string, string>>;

/** What a branch may hold that makes other linters run its code, or read what is not its own. Links are told as `-> target`. */
const layouts: Readonly<Record<string, (marks: Marks) => Files>> = {
  'replylint.config.js': ({ cjs }) => ({ 'replylint.config.js': cjs }),
  'replylint.config.cjs': ({ cjs }) => ({ 'replylint.config.cjs': cjs }),
  'replylint.config.mjs': ({ mjs }) => ({ 'replylint.config.mjs': mjs }),
  'replylint.config.ts': ({ mjs }) => ({ 'replylint.config.ts': mjs }),
  '.replylintrc.js': ({ cjs }) => ({ '.replylintrc.js': cjs }),
  '.config/config.js': ({ cjs }) => ({ '.config/config.js': cjs, '.config/config.cjs': cjs, '.replylintrc.yaml': 'agent: Ada\n' }),
  '.config/config.json that names places': ({ cjs }) => ({
    '.config/config.json': '{"cosmiconfig":{"searchPlaces":["evil.cjs"]}}',
    'evil.cjs': cjs,
  }),
  '.config/replylintrc.cjs': ({ cjs }) => ({ '.config/replylintrc.cjs': cjs }),
  '$import of code': ({ cjs }) => ({ '.replylintrc.yaml': '$import: ./evil.cjs\n', 'evil.cjs': cjs }),
  '$import of a file outside': () => ({ '.replylintrc.json': '{"$import": "../outside.yaml"}' }),
  'extends of code': ({ cjs }) => ({ '.replylintrc.yaml': 'extends: ./evil.cjs\n', 'evil.cjs': cjs }),
  'extends of a file outside': () => ({ '.replylintrc.yaml': 'extends: ../outside.yaml\n' }),
  'a package of plugins': ({ cjs }) => ({
    '.replylintrc.yaml': 'extends: evil\nrulePaths: [node_modules/evil]\n',
    'node_modules/evil/index.js': cjs,
    'node_modules/evil/package.json': '{"name":"evil","main":"index.js"}',
    'node_modules/replylint/package.json': '{"name":"replylint","version":"99.0.0","bin":"evil.js"}',
    'node_modules/replylint/evil.js': cjs,
    'node_modules/.bin/replylint': `#!/usr/bin/env node\n${cjs}`,
  }),
  'a rule with code beside it': ({ mjs }) => ({
    '.replylintrc.yaml': 'rulePaths: [rules]\n',
    'rules/own/rule.yml': 'id: own\nmessage: No.\nphrases: [touch base]\n',
    'rules/own/check.ts': mjs,
    'rules/own/check.js': mjs,
  }),
  'a function by tag': ({ cjs }) => ({ '.replylintrc.yaml': `agent: !!js/function 'function () { ${cjs.replaceAll("'", '"')} }'\n` }),
  'links to what is outside': () => ({
    '.replylintrc.yaml': '-> ../outside.yaml',
    'drafts/secret.txt': '-> ../../secret.txt',
    'drafts/more': '-> ../../folder',
    'drafts/macros.yaml': '-> ../../macros.yaml',
    'drafts/own.email': 'Dear {!Contact.FirstName}',
    'drafts/own.email-meta.xml': '-> ../../secret.xml',
  }),
  'a drop-in for npm and node': ({ cjs }) => ({
    '.npmrc': 'registry=http://127.0.0.1:9/\nscript-shell=./evil.sh\nnode-options=--require=./evil.cjs\n',
    'package.json': '{"scripts":{"preinstall":"node evil.cjs","prepare":"node evil.cjs"},"replylint":{"agent":"Ada"}}',
    'evil.cjs': cjs,
    'evil.sh': '#!/bin/sh\ntouch ../marker\n',
  }),
};

/** A checkout inside a folder that is not its own, and a file that appears when any of its code runs. */
function checkout(files: (marks: Marks) => Files): { folder: string; ran: () => boolean } {
  const outside = realpathSync(mkdtempSync(join(tmpdir(), 'replylint-branch-')));
  made.push(outside);
  const marker = join(outside, 'marker');
  const cjs = `require('node:fs').writeFileSync(${JSON.stringify(marker)}, 'ran'); module.exports = { agent: 'evil', searchPlaces: ['evil.cjs'] };`;
  const mjs = `import fs from 'node:fs'; fs.writeFileSync(${JSON.stringify(marker)}, 'ran'); export default { agent: 'evil' };`;
  const all = { 'drafts/reply.txt': REPLY, ...files({ cjs, mjs }) };
  const held: Files = {
    'outside.yaml': `agent: ${CANARY}\n`,
    'secret.txt': `Dear Tom,\n\nWe are sorry to hear that {{${CANARY}}} and ${CANARY}!!! touch base.\n`,
    'folder/a.txt': `Dear ${CANARY}. {{${CANARY}}}\n`,
    'macros.yaml': `replies: [{ id: ${CANARY}, body: '{{${CANARY}}}' }]\n`,
    'secret.xml': `<EmailTemplate><name>${CANARY}</name><subject>{{${CANARY}}} !!!</subject><type>text</type></EmailTemplate>`,
    'repo/.git/HEAD': '',
  };
  for (const [name, text] of [...Object.entries(held), ...Object.entries(all).map(([name, text]) => [`repo/${name}`, text] as const)]) {
    mkdirSync(dirname(join(outside, name)), { recursive: true });
    if (text.startsWith('-> ')) symlinkSync(text.slice(3), join(outside, name));
    else writeFileSync(join(outside, name), text);
  }
  return { folder: join(outside, 'repo'), ran: () => existsSync(marker) };
}

/** The script of the action, with an npm that installs this very build. */
function action(folder: string): string {
  const tools = mkdtempSync(join(tmpdir(), 'replylint-tools-'));
  made.push(tools);
  writeFileSync(
    join(tools, 'npm'),
    `#!/bin/sh\nmkdir -p node_modules/.bin\nprintf '#!/bin/sh\\nexec "%s" "%s" "$@"\\n' "${process.execPath}" "${command}" > node_modules/.bin/replylint\nchmod +x node_modules/.bin/replylint\n`,
  );
  chmodSync(join(tools, 'npm'), 0o755);
  const { runs } = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as { runs: { steps: { run: string }[] } };
  const env = {
    PATH: `${tools}:${process.env['PATH']}`,
    GITHUB_OUTPUT: join(tools, 'output'),
    REPLYLINT_PATHS: '.',
    REPLYLINT_ARGS: '',
    REPLYLINT_VERSION: 'latest',
  };
  const { stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', runs.steps[0].run], { cwd: folder, encoding: 'utf8', env });
  return stdout + stderr;
}

const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as {
  entry: string;
  args?: string[];
  pass_filenames?: boolean;
}[];

/** The ways in which a stranger's branch is judged: by hand, by the hooks as pre-commit calls them, by the action. */
const ways: Readonly<Record<string, (folder: string) => string>> = {
  'by hand': (folder) => judge(folder, []),
  'by hand, with the settings shown': (folder) => judge(folder, ['--print-config', 'drafts/reply.txt']),
  'as a library': (folder) => judge(folder, ['--as', 'template', '--format', 'json', '.']),
  hook: (folder) =>
    hooks
      .map(({ entry, args = [], pass_filenames }) =>
        judge(folder, [...entry.split(' ').slice(1), ...args, ...(pass_filenames === false ? [] : ['drafts/reply.txt'])]),
      )
      .join(''),
  action,
};

function judge(cwd: string, args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, ...args], { cwd, encoding: 'utf8' });
  expect([0, 1, 2]).toContain(status);
  return stdout + stderr;
}

describe.each(Object.entries(layouts))('a branch with %s', (_, files) => {
  it.each(Object.entries(ways))('runs no code and shows nothing from outside: %s', (_way, run) => {
    const { folder, ran } = checkout(files);
    const said = run(folder);
    expect(ran()).toBe(false);
    expect(said).not.toBe('');
    expect(said).not.toContain(CANARY);
  });
});

import { afterAll, describe, expect, it } from 'vitest';
import { formatNames } from '../../src/report/formats.js';
import { Project } from '../cli/project.js';
import { attacks, isRaw, isRunnerCommand } from '../report/hostile.js';

const CARD = '4012 8888 8888 1881';
const IBAN = 'DE89370400440532013000';
const PASSWORD = 'hunter2!';
const SECRETS = [CARD, '4012888888881881', IBAN, PASSWORD, 'sk_live_51H8xQwErTyUiOp', 'AKIAIOSFODNN7EXAMPLE'];
const MARKUP = '</code></td></script><script>alert(1)</script><img src=x onerror=alert(1)>';

/** Colours that are ours. */
const OURS = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]{0,8}m`, 'g');

/** What a stranger may put into a file name, a rule, an entry and a draft. */
const hostile = attacks.filter((text) => !/[\0/\ud800-\udfff]/.test(text));
const names = ['\x1b[31m.txt', 'a\n::error file=x::owned.txt', '::warning::x.txt', '##[error]x.txt', '\u202egnp.txt', '=cmd|calc.txt'];
const draft = (text: string): string =>
  `Dear customer ${text},\n\nIt is not our problem ${text}. ${MARKUP}\n${text}\nYour card ${CARD} and your account ${IBAN} are here; the password is ${PASSWORD}, ` +
  `the keys are sk_live_51H8xQwErTyUiOp and AKIAIOSFODNN7EXAMPLE.\n`;
const rule = `id: own-rule\ntitle: ${JSON.stringify(attacks.join(' '))}\nmessage: ${JSON.stringify(`wrong ${attacks.join(' ')}`)}\nsuggest: ${JSON.stringify(`${attacks[0]} ${MARKUP}`)}\nphrases: [keys are]\n`;

const project = new Project({
  '.replylintrc.yaml': 'rulePaths: [own.yml]\n',
  'own.yml': rule,
  ...Object.fromEntries(names.map((name) => [`in/${name}`, draft(hostile.join(' '))])),
  ...Object.fromEntries(hostile.map((text, i) => [`in/${i}.md`, `---\ntitle: ${JSON.stringify(text)}\n---\n${draft(text)}`])),
  'in/empty.txt': '',
  'in/x.eml': `Subject: ${hostile[0]}\nContent-Type: text/html\n\n<p>${draft(hostile.join(' '))}</p>`,
});
afterAll(() => project.remove());

const runs: readonly (readonly [name: string, args: readonly string[]])[] = [
  ...formatNames.map((format) => [format, ['in', '--format', format]] as const),
  ['pretty, in colour', ['in', '--color']],
  ['a diff', ['in', '--fix-unsafe', '--diff']],
  ['the settings of a file', ['--print-config', `in/${names[0]}`]],
  ['what is wrong with an option', ['in', '--rule', attacks[0]]],
  ['a file that is not there', [`${attacks[3]}.txt`]],
  ['a rule that is not there', ['explain', attacks[5]]],
  ['a rule of the project', ['explain', 'own-rule']],
  ['the list of rules', ['rules']],
  ['the same as data', ['rules', '--format', 'json']],
  ['the run of a rule', ['rule', 'test', 'own.yml']],
  ['suppressions', ['suppressions', 'in']],
];

describe('whatever is judged, no output can act', () => {
  it.each(runs)('%s', async (name, args) => {
    const { out, err, code } = await project.run(args);
    expect([0, 1, 2]).toContain(code);
    expect(out + err).not.toBe('');
    const plain = (name.includes('colour') ? out.replace(OURS, '') : out) + err;
    expect(isRaw(plain)).toBe(false);
    const commands = plain.split('\n').filter(isRunnerCommand);
    if (name === 'github')
      for (const line of commands) expect(line).toMatch(/^::(?:error|warning|notice) (?:file=in\/|title=)[^\n]*$|^::(?:group|endgroup)::/);
    else expect(commands).toEqual([]);
    if (name === 'html') expect(out).not.toMatch(/<script>alert|<img src=x/i);
    for (const secret of name === 'a diff' ? [] : SECRETS) expect(plain).not.toContain(secret);
  });

  it('batch', async () => {
    const records = attacks.map((text) => JSON.stringify({ id: text, draft: draft(text), customer: text, kind: 'complaint' }));
    const { out, err } = await project.run(['batch'], { input: `${records.join('\n')}\n{"id": "##[error]x"}\n::error::no json\n` });
    expect(isRaw(out + err)).toBe(false);
    expect((out + err).split('\n').filter(isRunnerCommand)).toEqual([]);
    for (const secret of SECRETS) expect(out).not.toContain(secret);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown });
    expect(answers.slice(0, attacks.length).map(({ id }) => id)).toEqual(attacks);
  });
});

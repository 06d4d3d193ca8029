import { afterAll, expect, it } from 'vitest';
import { BASE, Project } from './project.js';

const project = new Project({ '.replylintrc.yaml': BASE });
afterAll(() => project.remove());

it.each([
  [['baseline', 'creat'], "unknown command 'creat'; did you mean create?"],
  [['baseline', 'frob'], "unknown command 'frob'; `replylint help baseline` shows what there is"],
  [['fix', 'a', 'b'], "too many arguments for 'fix'. Expected 1 argument but got 2; `replylint help fix` shows what there is"],
  [['explain'], "missing required argument 'rule'; `replylint help explain` shows what there is"],
])('a command that is written wrongly is answered with what to do: %j', async (args, told) => {
  const { code, out, err } = await project.run(args);
  expect([code, out, err]).toEqual([2, '', `replylint: ${told}\n`]);
});

it('help check is the help of replylint itself', async () => {
  expect(await project.run(['help', 'check'])).toEqual(await project.run(['--help']));
});

it.each([
  [['--sent', '2026-05-01', '--received', '2026-05-09'], true],
  [['--sent', '2026-05-09T09:00:00Z', '--received', '2026-05-09T10:30:00+01:00'], true],
  [['--sent', '2026-05-09', '--received', '2026-05-09T10:00:00Z'], false],
  [['--sent', '2026-05-09T09:00:00Z', '--received', '2026-05-09T09:30:00+01:00'], false],
])('a reply that goes out before its question came is refused: %j', async (args, refused) => {
  const { code, err } = await project.run([...args, '--stdin'], { input: 'Hello Ms Okafor,\n\nyour parcel left today.\n' });
  expect(err.includes('is before --received')).toBe(refused);
  expect(code === 2).toBe(refused);
});

it('tells a slip in the name of a command in one line', async () => {
  const { code, err } = await project.run(['expain', 'no-plonk']);
  expect(code).toBe(2);
  expect(err.trim()).toBe('expain: no such file or folder; did you mean the command explain?');
});

it('still tells each path that is not there, where the first is no slip', async () => {
  const { code, err } = await project.run(['nowhere-at-all.txt', 'no-plonk.txt']);
  expect(code).toBe(2);
  expect(err.trim().split('\n')).toHaveLength(2);
});

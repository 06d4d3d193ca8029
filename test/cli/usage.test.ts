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

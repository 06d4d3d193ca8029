import { afterAll, expect, it } from 'vitest';
import { isProblem } from '../../src/index.js';
import { createWorkspace } from '../../src/workspace/workspace.js';
import { CLEAN, Project } from '../cli/project.js';

const project = new Project();
afterAll(() => project.remove());

/** No input that is known makes replylint fail; a caller in JavaScript can hand over what is none. */
const broken = { draft: undefined as unknown as string, name: 'b.txt' };

it('a fault of replylint itself costs the one file', async () => {
  const workspace = await createWorkspace({ cwd: project.folder, config: false });
  const outcomes = [
    await workspace.lint({ draft: CLEAN, name: 'a.txt' }),
    await workspace.lint(broken),
    await workspace.lint({ draft: CLEAN }),
  ];
  expect(outcomes.map(isProblem)).toEqual([false, true, false]);
  expect(outcomes[1]).toMatchObject({ code: 'crashed', file: 'b.txt', message: expect.stringMatching(/please report/) });
});

it('is thrown where somebody looks for it', async () => {
  const workspace = await createWorkspace({ cwd: project.folder, config: false, debug: true });
  await expect(workspace.lint(broken)).rejects.toThrow(TypeError);
});

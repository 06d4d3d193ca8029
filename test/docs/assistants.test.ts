import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Project } from '../cli/project.js';

const page = readFileSync(new URL('../../docs/assistants.md', import.meta.url), 'utf8');
const blocks = (kind: string): object[] =>
  [...page.matchAll(/^```json ?(\w*)[^\n]*\n([^]*?)^```$/gm)]
    .filter(([, said]) => said === kind)
    .map(([, , json]) => JSON.parse(json) as object);

it('what docs/assistants.md has an assistant ask is answered as it says', async () => {
  const project = new Project();
  const asked = blocks('ask');
  expect(asked.length).toBeGreaterThan(3);
  const { code, out } = await project.run(['mcp', '--no-config'], {
    input: asked.map((message) => `${JSON.stringify(message)}\n`).join(''),
  });
  project.remove();
  expect(code).toBe(0);
  const answers = out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as object);
  expect(answers).toMatchObject(blocks('answer'));
});

it('the settings of docs/assistants.md start what there is', () => {
  const commands = [...page.matchAll(/"args": (\[[^\]]*\])/g)].map(([, args]) => JSON.parse(args) as string[]);
  expect(commands.length).toBeGreaterThan(2);
  for (const args of commands) expect(args.find((one) => one !== '--no-install' && one !== 'replylint')).toBe('mcp');
});

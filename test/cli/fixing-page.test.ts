import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { Project } from './project.js';

const page = readFileSync(new URL('../../docs/fixing.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^```(\w+) (\S+)( .*)?\n([^]*?)^```$/gm)].map(([, language, name, rest, text]) => ({
  language,
  name,
  rest,
  text,
}));
const files = blocks.filter(({ language }) => language !== 'diff');
const diffs = blocks.filter(({ language }) => language === 'diff');
const project = new Project(Object.fromEntries(files.map(({ name, text }) => [name, text])));
afterAll(() => project.remove());

describe('docs/fixing.md', () => {
  it('has examples', () => expect([files.length > 0, diffs.length > 0]).toEqual([true, true]));

  it.each(diffs)('the diff of $name with$rest is what the command shows', async ({ name, rest, text }) => {
    const given = ['--no-config', '--customer-name', 'Adaeze Okafor', '--kind', 'complaint'];
    const { out, err } = await project.run([...given, '--diff', ...(rest ?? '').trim().split(' ').filter(Boolean), name]);
    // Markdown keeps no blank at the end of a line.
    expect({ out: out.replace(/^ $/gm, ''), err }).toEqual({ out: text, err: '' });
  });
});

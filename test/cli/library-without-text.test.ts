import { afterAll, describe, expect, it } from 'vitest';
import { BASE, Project } from './project.js';

const project = new Project({ '.replylintrc.yaml': BASE });
afterAll(() => project.remove());

const GOOD = 'Hello, our shop in Leeds is open on weekdays from nine to five.';

describe('an entry of a library that should hold a text and holds none', () => {
  it.each([
    [
      'a misspelt key',
      'replies.yaml',
      `- id: a\n  body: ${GOOD}\n- title: Hours\n  bdy: Oops\n`,
      'replies.yaml:3:3: the entry "Hours"',
      'body',
    ],
    ['a number', 'replies.yaml', `- id: a\n  body: ${GOOD}\n- id: n\n  body: 42\n`, 'replies.yaml:3:3: the entry "n"', 'body'],
    ['a bare word', 'replies.yaml', `- id: a\n  body: ${GOOD}\n- Oops\n`, 'replies.yaml:3:3: the entry "entry-2"', 'body'],
    ['an empty cell', 'replies.csv', `id,body\na,"${GOOD}"\nb,\n`, 'replies.csv:3:1: the entry "b"', 'body'],
  ])('is told, and the others are judged: %s', async (_, name, content, told, key) => {
    project.put({ [name]: content });
    const { code, out, err } = await project.run(['--format', 'json', name]);
    expect(err).toContain(`${told} holds no text; write it under "${key}", or take the entry out`);
    expect((JSON.parse(out) as { drafts: { id: string }[] }).drafts.map(({ id }) => id)).toEqual([`${name}#a`]);
    expect(code).toBe(2);
  });

  it('is told by the key of library.map', async () => {
    project.put({
      'mapped.yaml': `${BASE}library:\n  map: { body: wording, id: code }\n`,
      'replies.json': JSON.stringify([
        { code: 'a', wording: GOOD },
        { code: 'b', words: 'Oops' },
      ]),
    });
    const { code, err } = await project.run(['--config', 'mapped.yaml', 'replies.json']);
    expect(err).toContain('the entry "b" holds no text; write it under "wording"');
    expect(code).toBe(2);
  });

  it.each([
    ['one that is out of use', 'replies.yaml', `- id: a\n  body: ${GOOD}\n- id: b\n  active: false\n`],
    ['a dash with nothing behind it', 'replies.yaml', `- id: a\n  body: ${GOOD}\n-\n`],
    ['the row of commas that ends a sheet', 'replies.csv', `id,body\na,"${GOOD}"\n,\n`],
    [
      'a macro that only sets a status',
      'macros.json',
      JSON.stringify({ macros: [macro('comment_value', GOOD), macro('status', 'solved')] }),
    ],
  ])('is nothing to tell: %s', async (_, name, content) => {
    project.put({ [name]: content });
    const { err } = await project.run([name]);
    expect(err).not.toContain('holds no text');
  });
});

function macro(field: string, value: string): object {
  return { id: field, title: field, active: true, actions: [{ field, value }] };
}

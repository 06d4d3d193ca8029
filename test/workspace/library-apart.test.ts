import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { isProblem, type DraftReport, type Problem } from '../../src/index.js';
import { createWorkspace } from '../../src/workspace/workspace.js';
import { Project } from '../cli/project.js';

const project = new Project();
afterAll(() => project.remove());

const now = '2026-11-22T09:00:00Z';
const calm = 'Dear {{ticket.requester.first_name}},\n\nWe are sorry to hear that. Your kettle will be sent soon.\n\nKind regards,\nMaya';
/** Few headings of this kind make a parser slow. */
const wildText = `${calm}\n\n${'So it is\n===\n\n'.repeat(60)}`;
const wildHtml = `<p>Dear Tom</p>${'<p>We are <b>sorry</b> to hear that.'.repeat(2700)}`;

/** A library as YAML, JSON and CSV hold it; the second of three entries may take long. */
const libraries: Readonly<Record<string, (wild: string) => string>> = {
  'replies.json': (body) =>
    JSON.stringify(
      {
        replies: [
          { id: 'one', body: calm },
          { id: 'wild', body },
          { id: 'three', body: `${calm} Bye.` },
        ],
      },
      null,
      1,
    ),
  'replies.csv': (body) =>
    `id,body\n${[
      ['one', calm],
      ['wild', body],
      ['three', `${calm} Bye.`],
    ]
      .map(([id, text]) => `${id},"${text.replaceAll('"', '""')}"`)
      .join('\n')}\n`,
  'replies.yaml': (body) =>
    `replies:\n${[
      ['one', calm],
      ['wild', body],
      ['three', `${calm} Bye.`],
    ]
      .map(([id, text]) => `  - id: ${id}\n    body: |\n      ${text.replaceAll('\n', '\n      ')}\n`)
      .join('')}`,
};

async function judge(name: string, apart: boolean, milliseconds = 60_000): Promise<(DraftReport | Problem)[]> {
  const options = { cwd: project.folder, config: false as const, now, flags: { limits: { milliseconds } } };
  const workspace = await createWorkspace(options, { apart });
  const { files } = await workspace.find([name]);
  const found: (DraftReport | Problem)[] = [];
  for await (const one of workspace.lintFile(files[0])) found.push(one);
  return found;
}

describe('an entry that may take long', () => {
  it.each(Object.keys(libraries))('gets in %s the answer that it would get anywhere', async (name) => {
    project.put({ [name]: libraries[name](wildText) });
    const [apart, here] = [await judge(name, true), await judge(name, false)];
    expect(apart).toHaveLength(3);
    expect((apart[1] as DraftReport).findings[0]).toMatchObject({ place: { file: name, bytes: expect.any(Array) } });
    expect(JSON.stringify(apart)).toBe(JSON.stringify(here));
  });

  it('costs itself alone when it is stopped, and is told by its id', async () => {
    project.put({ 'replies.json': libraries['replies.json'](wildText) });
    // Nothing has to be loaded any more: only a thread cannot answer in so short a time.
    await judge('replies.json', false);
    const outcomes = await judge('replies.json', true, 5);
    expect(outcomes.map((one) => (isProblem(one) ? `${one.code} ${one.file}` : one.id))).toEqual([
      'replies.json#one',
      'deadline replies.json#wild',
      'replies.json#three',
    ]);
    expect(outcomes[1]).toMatchObject({ message: expect.stringContaining('5 ms (limit milliseconds)') });
  });

  it('takes its other form with it, and what was said of one is not said again', async () => {
    const text = `Dear Tom\n\n${'We are sorry to hear that.\n\n'.repeat(2700)}`;
    project.put({ 'replies.json': JSON.stringify({ replies: [{ id: 'one', html: wildHtml, text: `${text}It will be sent soon.` }] }) });
    const [apart, here] = [await judge('replies.json', true), await judge('replies.json', false)];
    expect(JSON.stringify(apart)).toBe(JSON.stringify(here));
    expect(apart).toHaveLength(2);
  });

  it('is a template that is a file of its own', async () => {
    project.put({ 'macros/wild.html': wildHtml, '.replylintrc.yaml': 'overrides: [{ files: ["macros/**"], as: template }]\n' });
    const workspace = async (apart: boolean): Promise<(DraftReport | Problem)[]> => {
      const held = await createWorkspace({ cwd: project.folder, now, flags: { limits: { milliseconds: 60_000 } } }, { apart });
      const { files } = await held.find(['macros/wild.html']);
      const found: (DraftReport | Problem)[] = [];
      for await (const one of held.lintFile(files[0])) found.push(one);
      return found;
    };
    const [apart, here] = [await workspace(true), await workspace(false)];
    expect(isProblem(apart[0])).toBe(false);
    expect(JSON.stringify(apart)).toBe(JSON.stringify(here));
  });

  it('is offered its fixes, and not changed', async () => {
    const loud = (text: string): string => text.replace('soon.', 'soon!!!');
    const body = loud(wildText);
    project.put({
      'replies.json': JSON.stringify({
        replies: [
          { id: 'one', body: loud(calm) },
          { id: 'wild', body },
        ],
      }),
    });
    const { out } = await project.run(['replies.json', '--fix', '--no-config', '--limit', 'milliseconds=60000', '--format', 'json']);
    const [{ applied, offered }] = JSON.parse(out).fixed;
    expect(applied).toHaveLength(1);
    expect(offered).toMatchObject([{ reason: 'the draft is too long or too strange to be changed safely' }]);
    expect(JSON.parse(readFileSync(project.path('replies.json'), 'utf8')).replies[1].body).toBe(body);
  });
});

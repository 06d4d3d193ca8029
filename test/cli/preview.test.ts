import { afterAll, describe, expect, it } from 'vitest';
import { Project } from './project.js';

const project = new Project({
  '.replylintrc.yaml': 'library:\n  samples:\n    order.colour: blue\n',
  'replies.yaml':
    '- id: late\n  title: Late parcel\n  subject: Your parcel\n  body: |\n    Hi {{ticket.requester.first_name}},\n\n    The {{order.colour}} one is on its way.\n- id: plain\n  body: It is done.\n',
  'one.md': '---\ntitle: One\n---\nDear {{customer.name | default: "friend"}},\n',
  'replies-odd.yaml':
    '- id: odd\n  title: Odd\n  body: |\n    Hi {{contact.first_nam}},\n\n    {{frobnicator}}, {{order.colour}} and {{frobnicator}} are on their way to {{contact.name}}.\n',
  'odd#name.txt': 'Nothing to fill.\n',
});
afterAll(() => project.remove());

describe('replylint preview', () => {
  it('shows an entry as it is written, with sample values, and with nothing where nothing may be known', async () => {
    expect(await project.run(['preview', 'replies.yaml#late'])).toEqual({
      code: 0,
      err: '',
      out: `replies.yaml#late  Late parcel
Subject: Your parcel

As it is written
  Hi ‹{{ticket.requester.first_name}}›,

  The ‹{{order.colour}}› one is on its way.

With sample values
  Hi ‹Nadia›,

  The ‹blue› one is on its way.

With nothing where nothing may be known
  Hi ‹›,

  The ‹blue› one is on its way.
`,
    });
  });

  it('shows what stands for a name by the fallback', async () => {
    const { out } = await project.run(['preview', '--as', 'template', 'one.md']);
    expect(out).toContain('With sample values\n  Dear ‹Nadia Tate›,');
    expect(out).toContain('With nothing where nothing may be known\n  Dear ‹friend›,');
  });

  it('takes a file for a file, whatever signs its name holds', async () => {
    expect((await project.run(['preview', '--as', 'template', 'odd#name.txt'])).out).toContain('It has no merge fields');
  });

  it('leaves a field that nobody can say a value for as it is written, and says why', async () => {
    const { code, out } = await project.run(['preview', 'replies-odd.yaml#odd', '--dialect', 'chatwoot']);
    expect(code).toBe(0);
    expect(out).toContain(
      'With sample values\n  Hi ‹{{contact.first_nam}}›,\n\n  ‹{{frobnicator}}›, ‹blue› and ‹{{frobnicator}}› are on their way to ‹Nadia Tate›.\n',
    );
    expect(out).toMatch(
      /\nNot filled\n {2}\{\{contact\.first_nam\}\}: Chatwoot knows no “contact\.first_nam”, so it will not be filled\n {2}\{\{frobnicator\}\}: Chatwoot knows no .*\n$/,
    );
  });

  it('tells fields of another product, and fields of which no product is known, from those that are filled', async () => {
    const foreign = await project.run(['preview', '-f', 'json', 'replies-odd.yaml#odd', '--dialect', 'helpscout']);
    expect(JSON.parse(foreign.out)[0].unknown.map(({ field }: { field: string }) => field)).toEqual([
      '{{contact.first_nam}}',
      '{{frobnicator}}',
      '{{contact.name}}',
    ]);
    const unknown = await project.run(['preview', '-f', 'json', 'replies-odd.yaml#odd']);
    expect(JSON.parse(unknown.out)[0].unknown).toEqual([
      { field: '{{contact.first_nam}}', why: 'nothing tells what stands for “contact.first_nam”; give it a value in library.samples' },
      { field: '{{frobnicator}}', why: 'nothing tells what stands for “frobnicator”; give it a value in library.samples' },
    ]);
  });

  it('marks places in JSON', async () => {
    const { out } = await project.run(['preview', '-f', 'json', 'replies.yaml#late']);
    const [{ sample }] = JSON.parse(out) as [{ sample: { text: string; marks: { start: number; end: number }[] } }];
    expect(sample.marks.map(({ start, end }) => sample.text.slice(start, end))).toEqual(['Nadia', 'blue']);
  });

  it.each([
    [['replies.yaml'], 'replies.yaml: holds 2 entries; name one as replies.yaml#ID: late, plain'],
    [['replies.yaml#lat'], 'replies.yaml: has no entry "lat"; did you mean late?'],
    [['reply.yaml#late'], 'reply.yaml: no such file or folder; did you mean replies.yaml?'],
  ])('%j', async (args, problem) => {
    expect(await project.run(['preview', ...args])).toEqual({ code: 2, out: '', err: `${problem}\n` });
  });
});

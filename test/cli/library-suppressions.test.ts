import { afterAll, describe, expect, it } from 'vitest';
import { BASE, Project } from './project.js';

// Templates are judged as they are written, with sample values and with none: a suppression is needed when it silences something in any of them.
const project = new Project({
  '.replylintrc.yaml': `${BASE}dialect: zendesk\nas: template\n`,
  'rules/two-words.yml': 'id: two-words\nmessage: No.\ncategory: template\nphrases:\n  - hello dear friend\n',
});
afterAll(() => project.remove());

describe('suppressions in templates with merge fields', () => {
  it.each([
    ['as it is written', 'Hello dear friend {{ticket.requester.first_name}}.'],
    ['without the field', 'Hello dear {{ticket.requester.first_name}} friend.'],
  ])('one that is needed %s is needed', async (_, line) => {
    project.put({ 't.md': `<!-- replylint-disable two-words -- ours -->\n\n${line} We write to you about the kettle.\n` });
    const { out, err } = await project.run(['--format', 'json', 't.md']);
    const { drafts } = JSON.parse(out) as { drafts: { findings: { rule: string }[] }[] };
    expect(drafts[0].findings.map(({ rule }) => rule)).not.toContain('two-words');
    expect(err).toBe('');
  });

  it('one that is needed nowhere is told once', async () => {
    project.put({
      't.md': '<!-- replylint-disable two-words -- ours -->\n\nHello {{ticket.requester.first_name}}. We write to you about the kettle.\n',
    });
    const { err } = await project.run(['t.md']);
    expect(err.split('\n').filter((line) => line.includes('silences nothing'))).toHaveLength(1);
  });
});

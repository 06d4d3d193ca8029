import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInRules } from '../../src/catalogue/index.js';
import { buildDraft } from '../../src/draft/build.js';
import { fieldsOf, render } from '../../src/library/render.js';
import { parse } from '../../src/parse/index.js';
import { draftOf, judged, saidBy } from './library.js';

const COMPLAINT = { scenario: 'complaint' };

describe('an entry as its customer gets it', () => {
  test('a name that may be empty leaves a hole, told at the field', async () => {
    const report = await judged({
      'replies.json': [
        { id: 'hole', body: 'Hi {{ticket.requester.first_name}},\n\nThe engineer comes on Monday at ten.' },
        { id: 'fallback', body: 'Hi {{ticket.requester.first_name | default: "there"}},\n\nThe engineer comes on Monday at ten.' },
        { id: 'number', body: 'Hello,\n\nYour ticket #{{ticket.id}} is with the engineer, who comes on Monday.' },
      ],
    });
    expect(saidBy('unfilled-placeholder', report)).toEqual(['hole: {{ticket.requester.first_name}}']);
  });

  test('one fault is one finding, at its place in the file', async () => {
    const body = 'Dear {{customer.name}},\n\nYou should have read {{document.title}} before you ordered.\n\nKind regards,\n{{agent.name}}';
    const report = await judged({ 'replies.json': [{ id: 'e', ...COMPLAINT, body }] });
    const found = draftOf(report, 'e').findings.filter(({ rule }) => rule === 'blame-customer');
    expect(found).toHaveLength(1);
    expect(found[0].quote).toContain('You should have read {{document.title}}');
    const file = JSON.stringify([{ id: 'e', ...COMPLAINT, body }], null, 1);
    const [start, end] = found[0].place.bytes!;
    expect(file.slice(start, end)).toBe(found[0].quote);
    expect(found[0].place.pointer).toBe('/0/body');
  });

  test('an entry of unknown kind says so, and is never perfect', async () => {
    const body =
      'Hi {{customer.name | default: "there"}},\n\nThe shop in Leeds is open from nine to five, and on Sundays until four.\n\nKind regards,\n{{agent.name}}';
    const report = await judged({
      'replies.json': [
        { id: 'unknown', body },
        { id: 'known', scenario: 'question', body: `Thank you for your question. ${body}` },
      ],
    });
    expect(draftOf(report, 'unknown')).toMatchObject({ kind: { value: 'unknown' }, score: 99, findings: [] });
    expect(draftOf(report, 'known').kind).toEqual({ value: 'question', source: 'given' });
  });
});

describe('which kind of message an entry answers', () => {
  test.each([
    [{ scenario: 'complaint' }, 'complaint'],
    [{ intent: 'order/damaged' }, 'complaint'],
    [{ intent: 'shipping/status' }, 'question'],
    [{ tags: ['vip', 'Feature request'] }, 'suggestion'],
    [{ folder: 'Bereavement' }, 'sensitive'],
    [{ scenario: 'refund-late' }, 'problem'],
    [{ tags: ['billing'] }, 'thanks'],
  ])('%j is %s', async (entry, kind) => {
    const config = 'library:\n  kinds:\n    Refund late: problem\n    billing: thanks\n';
    const report = await judged({ '.replylintrc.yaml': config, 'replies.json': [{ id: 'e', body: 'It is done.', ...entry }] });
    expect(draftOf(report, 'e').kind).toEqual({ value: kind, source: 'given' });
  });
});

describe('merge fields by dialect', () => {
  const field = async (dialect: string, body: string): Promise<string[]> =>
    (await judged({ 'replies.json': [{ id: 'e', dialect, body: `Hello,\n\n${body}\n\nIt is done.` }] })).drafts
      .flatMap(({ findings }) => findings)
      .filter(({ rule }) => rule === 'unfilled-placeholder')
      .map(({ message, suggest }) => `${message} ${suggest}`);
  test.each([
    ['zendesk', 'Ask {{ticket.requester.firstname}} for it.', /knows no .*Did you mean “ticket.requester.first_name”/],
    ['gorgias', 'Ask {{ticket.customer.first_name}} for it.', /knows no .*Did you mean “ticket.customer.firstname”/],
    ['helpscout', 'Ask {%customer.firstname%} for it.', /knows no .*Did you mean “customer.firstName”/],
    ['zendesk', 'Ask {%customer.firstName,fallback=there%} for it.', /Help Scout/],
    ['zendesk', 'Ask {{ticket.requester.first_name} for it.', /brackets .* do not match/],
  ])('%s: %s', async (dialect, body, said) => {
    expect(await field(dialect, body)).toEqual([expect.stringMatching(said)]);
  });

  test('a library that names no help desk is told by its fields', async () => {
    const entry = (id: string, body: string) => ({ id, body: `Hello,\n\n${body}\n\nIt is done.` });
    const zendesk = ['ticket.id', 'ticket.requester.first_name', 'current_user.name', 'ticket.link'];
    const sound = [0, 1, 2].flatMap((i) => zendesk.map((name) => entry(`${name} ${i}`, `Ask {{${name}}} about it.`)));
    const report = await judged({ 'replies.json': [...sound, entry('slip', 'Ask {{ticket.requester.firstname}} about it.')] });
    expect(saidBy('unfilled-placeholder', report)).toEqual(['slip: {{ticket.requester.firstname}}']);
    const few = await judged({ 'replies.json': [...sound.slice(0, 3), entry('slip', 'Ask {{ticket.requester.firstname}} about it.')] });
    expect(saidBy('unfilled-placeholder', few)).toEqual([]);
  });

  test('espanso: every variable is declared', async () => {
    const yaml =
      'matches:\n  - trigger: ":hi"\n    label: Greeting\n    replace: "We thank {{nmae}} and {{team}} for the message of today."\n    vars: [{name: name, type: echo}, {name: team, type: echo}]\n';
    const named = await judged({ 'x-replies.yml': yaml });
    expect(named.drafts[0].findings.map(({ message, suggest }) => `${message} ${suggest}`)).toContainEqual(
      'Nothing declares “nmae”, so this will not be filled. Did you mean “name”?',
    );
  });
});

test('rendered text maps back to the words as they are written', async () => {
  const pieces = fc.constantFrom(
    'Dear ',
    '{{customer.name}}',
    '{{ticket.id}}',
    ', ',
    '\n\n',
    'we are sorry ',
    '{{a.b | default: "x"}}',
    '{%customer.firstName%}',
    'é😀 ',
    '{{',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 12 }), fc.boolean(), async (parts, empty) => {
      const text = parts.join('');
      const parsed = await parse({ name: 'e', format: 'text', content: text });
      if ('code' in parsed) return;
      const draft = buildDraft('e', parsed, { mode: 'template' });
      const rendered = render(draft, parsed, fieldsOf(draft), { empty, samples: {} });
      if (!rendered) return;
      const { material, origin, filled } = rendered;
      const fields = filled.map(({ field }) => text.slice(field.start, field.end));
      let rest = material.text;
      // Taking the values out and putting the fields back gives the text as it was written.
      for (const { at, field } of filled.toReversed())
        rest = rest.slice(0, at.start) + text.slice(field.start, field.end) + rest.slice(at.end);
      expect(rest).toBe(text);
      for (let i = 0; i < material.text.length; i += 1) {
        const source = origin.source({ start: i, end: i + 1 });
        if (!source) continue;
        const words = text.slice(source.start, source.end);
        expect(words === material.text[i] || fields.includes(words)).toBe(true);
      }
    }),
  );
});

test('the built-in rules are not run twice over a template without merge fields', async () => {
  const report = await judged({ 'replies.json': [{ id: 'e', body: 'Dear customer,\n\nYou failed to read our terms.' }] });
  const rules = draftOf(report, 'e').findings.map(({ rule }) => rule);
  expect(rules.filter((rule, i) => rules.indexOf(rule) !== i)).toEqual([]);
  expect(builtInRules().map(({ id }) => id)).toEqual(expect.arrayContaining(rules));
});

import { describe, expect, test } from 'vitest';
import type { Digest } from '../../src/library/digest.js';
import { EntryLinter } from '../../src/library/judge-entry.js';
import { compareEntries } from '../../src/library/survey.js';
import { defaultLimits } from '../../src/parse/source.js';
import { DEFAULT_GATES } from '../../src/report/build.js';
import { draftOf, judged, saidBy, type TestEntry } from './library.js';

const NOUNS =
  'garden window silver bridge lamp orange river stone cloud paper market engine button forest winter copper marble candle basket ladder'.split(
    ' ',
  );

/** Entries that have no more in common than replies of one team have. */
function ordinary(count: number): TestEntry[] {
  let seed = 7;
  const any = (): string => NOUNS[(seed = (seed * 1103515245 + 12345) % 2147483648) % NOUNS.length];
  const some = (n: number): string => Array.from({ length: n }, any).join(' ');
  return Array.from({ length: count }, (_, i) => ({
    id: `e${i}`,
    title: `Entry ${i}`,
    usage: 3,
    body: `Hi {{ticket.requester.first_name | default: "there"}},\n\nThank you for telling us about the ${some(3)}. I have sent the ${some(3)} to the ${some(2)} today, and the ${some(3)} follows on Monday. The ${some(4)} stays as it is, as does the ${some(3)}.\n\nKind regards,\n{{current_user.first_name}}`,
  }));
}

const LETTER =
  'Thank you for writing about your parcel. The courier brought it back to us because the number of the house was missing on the label. I have printed a new label with the whole address, and the parcel leaves our warehouse this afternoon. It reaches you by Wednesday.';

describe('near-duplicate', () => {
  test('pairs that are planted in a library of a thousand are found, and nothing else', async () => {
    const entries = ordinary(1000);
    entries.splice(100, 0, { id: 'first', title: 'Parcel back', body: LETTER });
    entries.splice(500, 0, { id: 'same', title: 'Label', body: LETTER.replaceAll('. ', '.\n\n') });
    entries.splice(900, 0, { id: 'near', title: 'Parcel', body: LETTER.replace('this afternoon', 'tomorrow morning') });
    entries.splice(901, 0, { id: 'other', title: 'Parcel lost', body: LETTER.split('. ').slice(2).join('. ') });
    // A look at all of them, without what is said of each alone.
    const linter = new EntryLinter([], { gates: DEFAULT_GATES, limits: defaultLimits });
    const digests: Digest[] = [];
    for (const { id, title, body = '' } of entries) {
      const seen = await linter.survey({
        draft: body,
        format: 'text',
        name: 'replies.json',
        id,
        entry: { id, title: String(title) },
        directives: [],
      });
      if ('digest' in seen) digests.push(seen.digest);
    }
    const notes = [...compareEntries(digests)].flatMap(([id, all]) => all.map(({ rule, message }) => `${id}: ${rule}: ${message}`));
    expect(notes).toEqual([
      'same: near-duplicate: This says the same as “Parcel back” (first).',
      expect.stringMatching(/^near: near-duplicate: This says 8\d % of what is said in “Parcel back”/),
    ]);
  }, 60_000);

  test('short entries are alike only where they are the same', async () => {
    const report = await judged({
      'replies.json': [
        { id: 'a', body: 'Thank you for your kind words.' },
        { id: 'b', body: 'Thank you for your kind letter.' },
        { id: 'c', body: 'Thank you for your kind words!' },
      ],
    });
    expect(saidBy('near-duplicate', report)).toEqual(['c: This says the same as replies.json#a.']);
  });
});

describe('contradicting-entry', () => {
  const says = (id: string, body: string): TestEntry => ({ id, body: `Hello {{customer.name}},\n\n${body}\n\nI hope that helps.` });
  test('one period here, another there', async () => {
    const report = await judged({
      'replies.json': [
        says('a', 'You can return the kettle within 30 days of delivery.'),
        says('b', 'Please return unused items within 30 days of receiving them.'),
        says('c', 'Returns are free within fourteen days of delivery.'),
        says('d', 'It takes 5 working days until the refund shows on your statement.'),
      ],
    });
    expect(saidBy('contradicting-entry', report)).toEqual(['c: fourteen days']);
  });

  test('one price here, another there', async () => {
    const report = await judged({
      'replies.json': [
        says('a', 'Delivery costs £4.95, and is free from £50.'),
        says('b', 'We add a £4.95 delivery charge to every order.'),
        says('c', 'Standard delivery costs £4.95.'),
        says('d', 'The delivery charge is £3.95 for every order.'),
        says('e', 'I have refunded the delivery charge of £2.50 today.'),
      ],
    });
    expect(saidBy('contradicting-entry', report)).toEqual(['d: £3.95']);
  });

  test.each([
    ['other things', ['You can return it within 30 days of delivery.', 'You can exchange it within 14 days of delivery.']],
    ['other cases', ['Standard delivery takes 5 days.', 'Express delivery takes 2 days.']],
    [
      'an entry that knows both',
      [
        'You can return it within 30 days of delivery.',
        'You can return it within 30 days of delivery. You can return it within 14 days of purchase.',
      ],
    ],
    ['what has been', ['We refunded you 3 days ago.', 'We refunded you 10 days ago.']],
    ['the same in other units', ['You can return it within two weeks of delivery.', 'You can return it within 14 days of delivery.']],
    [
      'two languages',
      [
        'You can return it within 30 days of delivery.',
        'Sie können die Ware innerhalb von 14 Tagen nach der Lieferung zurückgeben, wenn Sie möchten.',
      ],
    ],
  ])('silent on %s', async (_, bodies) => {
    const report = await judged({ 'replies.json': bodies.map((body, i) => says(`e${i}`, body)) });
    expect(saidBy('contradicting-entry', report)).toEqual([]);
  });
});

test('duplicate-title: in one language and folder', async () => {
  const report = await judged({
    'replies.json': [
      { id: 'a', title: 'Refund', lang: 'en', body: 'I have sent your refund today.' },
      { id: 'b', title: 'refund!', lang: 'en', body: 'Your money is on its way to you.' },
      { id: 'c', title: 'Refund', lang: 'de', body: 'Ich habe das Geld heute überwiesen.' },
      { id: 'd', title: 'Refund', lang: 'en', folder: 'Shop', body: 'The shop pays it back to you.' },
      // Too short for its language to be told.
      { id: 'e', title: 'Refund', body: 'OK, 30 days.' },
    ],
  });
  expect(saidBy('duplicate-title', report)).toEqual([
    'b: “Refund” (replies.json#a) has the same title.',
    'e: “Refund” (replies.json#a) has the same title.',
  ]);
});

describe('two variants of one entry', () => {
  const macro = (html: string, text: string): string =>
    JSON.stringify([{ id: 1, name: 'Hours', body: html, body_text: text, visible_to: 'everyone', type: 'macro' }]);
  test('what both say is judged once', async () => {
    const report = await judged({
      'macros.json': macro(
        '<p>Dear customer,</p><p>See <a href="https://shop.example/x">our page</a>.</p>',
        'Dear customer,\n\nSee our page (https://shop.example/x).',
      ),
    });
    expect(report.drafts.map(({ id }) => id)).toEqual(['macros.json#1']);
  });

  test('text that was made of HTML may lack the spaces between lines', async () => {
    const html = '<div>Your order</div><div>It is on its way.</div>';
    const report = await judged({
      'canned_responses.json': JSON.stringify([
        { id: 1, title: 'T', folder_id: 2, content_html: html, content: 'Your orderIt is on its way.' },
      ]),
    });
    expect(report.drafts.map(({ id }) => id)).toEqual(['canned_responses.json#1']);
  });

  test('where they differ both are judged, and one fault is one finding', async () => {
    const report = await judged({
      'macros.json': macro('<p>Dear customer,</p><p>We are open until 5.</p>', 'Dear customer,\n\nWe are open until 6.'),
    });
    expect(saidBy('mismatched-variants', report)).toEqual(['1/text: 6']);
    expect(saidBy('generic-greeting', report)).toEqual(['1: customer']);
  });
});

test('mixed-languages: a paragraph in another language, and a text that is not in the language it is marked with', async () => {
  const german = 'Vielen Dank für Ihre Nachricht. Wir haben die Rechnung geprüft und das Geld ist heute auf dem Weg zu Ihnen.';
  const english = 'Thank you for your message. We have checked the invoice and the money is on its way to you today.';
  const report = await judged({
    'replies.json': [
      { id: 'both', body: `${german}\n\n${german}\n\n${english}` },
      { id: 'de', lang: 'de', body: english },
      { id: 'en', lang: 'en-GB', body: `${english} Our shop is called “Die Kanne und der Kessel”.` },
    ],
  });
  expect(saidBy('mixed-languages', report)).toEqual([`both: ${english}`, 'de: The entry is marked as German, and its text is English.']);
});

describe('missing-translation', () => {
  const entry = (id: string, lang: string): TestEntry => ({ id: `${id}.${lang}`, lang, body: `${id} ${lang}` });
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  test('where most entries are there in both languages, the others are missed', async () => {
    const report = await judged({
      'replies.json': names.flatMap((id) => (id === 'c' ? [entry(id, 'en')] : [entry(id, 'en'), entry(id, 'de')])),
    });
    expect(saidBy('missing-translation', report)).toEqual(['c.en: This entry is missing in de.']);
  });

  test('a library in one language misses none', async () => {
    const report = await judged({ 'replies.json': [...names.map((id) => entry(id, 'en')), entry('a', 'de')] });
    expect(saidBy('missing-translation', report)).toEqual([]);
  });

  test('a team may name its languages', async () => {
    const report = await judged({ '.replylintrc.yaml': 'library:\n  languages: [en, fr]\n', 'replies.json': [entry('a', 'en')] });
    expect(saidBy('missing-translation', report)).toEqual(['a.en: This entry is missing in fr.']);
  });
});

describe('outdated-date', () => {
  test.each([
    ['You can return it until 31 January 2024.', ['31 January 2024']],
    ['The office is closed on December 24th, 2025.', ['December 24th, 2025']],
    ['Please order by 2026-11-20 to have it in time.', ['2026-11-20']],
    ['Happy Easter from all of us.', ['Happy Easter']],
    ['You can return it until 31 January 2027.', []],
    ['Our terms changed on 3 May 2023.', []],
    ['We have made kettles since March 1962.', []],
    ['We are open over the Christmas period.', []],
    ['Copyright 2019 Larkfield Kitchens.', []],
  ])('%s', async (body, words) => {
    const report = await judged({ 'replies.json': [{ id: 'e', body: `Hello {{name}},\n\n${body}\n\nI hope that helps.` }] });
    expect(saidBy('outdated-date', report)).toEqual(words.map((word) => `e: ${word}`));
  });
});

test('signature-in-body: a person who signs for whoever sends it', async () => {
  const entry = (id: string, end: string): TestEntry => ({
    id,
    body: `Hello {{customer.name}},\n\nI have sent the new kettle today.\n\n${end}`,
  });
  const report = await judged({
    'replies.json': [
      entry('typed', 'Kind regards,\nPriya Nair'),
      entry('field', 'Kind regards,\n{{agent.name}}'),
      entry('none', 'Kind regards,'),
      entry('team', 'Kind regards,\nThe Larkfield Team'),
    ],
  });
  expect(saidBy('signature-in-body', report)).toEqual(['typed: Priya Nair']);
});

test('unused-entry: only where others are used', async () => {
  const report = await judged({
    'replies.json': [
      { id: 'a', usage: 0, body: 'x y' },
      { id: 'b', usage: 4, body: 'z' },
      { id: 'c', usage: 0, active: false, body: 'w' },
    ],
  });
  expect(saidBy('unused-entry', report)).toEqual(['a: This entry was never used.']);
  const fresh = await judged({
    'replies.json': [
      { id: 'a', usage: 0, body: 'x y' },
      { id: 'b', usage: 0, body: 'z' },
    ],
  });
  expect(saidBy('unused-entry', fresh)).toEqual([]);
});

test('broken-merge-field: markup or entities between the brackets', async () => {
  const report = await judged({
    'replies.json': [
      { id: 'tag', html: '<p>Hi {{<b>customer.name</b>}}, it is done.</p>' },
      { id: 'entity', html: '<p>Hi &#123;&#123;customer.name&#125;&#125;, it is done.</p>' },
      { id: 'space', html: '<p>Hi {{&nbsp;customer.name&nbsp;}}, it is done.</p>' },
      { id: 'around', html: '<p>Hi <b>{{customer.name}}</b>, it is done.</p>' },
      { id: 'quoted', html: '<p>Hi {{customer.name | default: &quot;there&quot;}}, it is done.</p>' },
    ],
  });
  expect(saidBy('broken-merge-field', report).map((said) => said.split(':')[0])).toEqual(['tag', 'entity', 'space']);
});

test('levels, and suppressions in an entry, hold for rules about the library as for any other', async () => {
  const twice = [
    { id: 'a', title: 'Same', body: 'It is done.' },
    { id: 'b', title: 'Same', body: 'It was done.' },
  ];
  expect(
    saidBy('duplicate-title', await judged({ '.replylintrc.yaml': 'rules:\n  duplicate-title: off\n', 'replies.json': twice })),
  ).toEqual([]);
  const loud = await judged({ '.replylintrc.yaml': 'rules:\n  duplicate-title: error\n', 'replies.json': twice });
  expect(loud.drafts.map(({ pass }) => pass)).toEqual([true, false]);
  const excused = [twice[0], { ...twice[1], 'replylint-disable': 'duplicate-title -- both are wanted' }];
  expect(saidBy('duplicate-title', await judged({ 'replies.json': excused }))).toEqual([]);
});

test('an entry that cannot be judged is told at its line, and the others are judged', async () => {
  const report = await judged({
    'replies.json': [
      { id: 'good', body: 'It is done.' },
      { id: 'deep', format: 'md', body: 'a\n=\n'.repeat(2000) },
      { id: 'last', body: 'Good.' },
    ],
  });
  expect(report.drafts.map(({ entry }) => entry?.id)).toEqual(['good', 'last']);
  expect(report.problems).toMatchObject([{ file: 'replies.json', line: 9, message: expect.stringMatching(/^entry deep: /) as string }]);
});

test('a note to colleagues is judged a level lower, and nothing in it is a blocker', async () => {
  const body = 'Dear customer,\n\nHi {{ticket.requester.first_name}, it is done.';
  const report = await judged({
    'replies.json': [
      { id: 'public', dialect: 'zendesk', body },
      { id: 'note', dialect: 'zendesk', visibility: 'note', body: `${body} ` },
    ],
  });
  const levels = (id: string): string[] => draftOf(report, id).findings.map(({ rule, severity }) => `${rule} ${severity}`);
  expect(levels('public')).toEqual(expect.arrayContaining(['generic-greeting error', 'unfilled-placeholder error']));
  expect(levels('note')).toEqual(expect.arrayContaining(['generic-greeting warning', 'unfilled-placeholder warning']));
  expect(draftOf(report, 'note').gate).toBeNull();
});

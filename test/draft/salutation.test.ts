import { describe, expect, it } from 'vitest';
import type { Draft, Salutation } from '../../src/draft/draft.js';
import type { Span } from '../../src/text/span.js';
import { draftOf, zone } from './material.js';

const said = (draft: Draft, at: Span | undefined): string | undefined => at && draft.text.slice(at.start, at.end);
const greet = (line: string, rest = '\n\nYour order was sent on 3 May.\n\nKind regards,\nTom Beck'): Draft => draftOf(line + rest);

/** `opener|addressee|sign` and then each person as `title+name`. */
function shape(draft: Draft): string | undefined {
  const found: Salutation | undefined = draft.salutation;
  if (!found) return undefined;
  const people = found.people.map((one) => `${said(draft, one.honorific) ?? ''}+${said(draft, one.name) ?? ''}`);
  return [said(draft, found.opener), said(draft, found.addressee), said(draft, found.punctuation), ...people]
    .map((part) => part ?? '')
    .join('|');
}

describe('a salutation on its own line', () => {
  const LINES: Readonly<Record<string, string>> = {
    'Dear Sir/Madam,': 'Dear|Sir/Madam|,|Sir+|Madam+',
    'Dear Valued Customer,': 'Dear|Valued Customer|,|+Valued Customer',
    'To whom it may concern:': '|To whom it may concern|:',
    'Hi customer!': 'Hi|customer|!|+customer',
    'Respected Sir/Madam,': 'Respected|Sir/Madam|,|Sir+|Madam+',
    'Dear Policyholder': 'Dear|Policyholder||+Policyholder',
    'Dear Sir Ian,': 'Dear|Sir Ian|,|Sir+Ian',
    'Dear Mrs Guest,': 'Dear|Mrs Guest|,|Mrs+Guest',
    'Dear Priya and team,': 'Dear|Priya and team|,|+Priya|+team',
    'Hi there,': 'Hi|there|,|+there',
    'Hello there Anna,': 'Hello|there Anna|,|+there|+Anna',
    'Good afternoon,': 'Good afternoon||,',
    'Hello!': 'Hello||!',
    'Hey folks,': 'Hey|folks|,|+folks',
    'Nadia -': '|Nadia|-|+Nadia',
    'Mrs Patel,': '|Mrs Patel|,|Mrs+Patel',
    'Valued customer,': '|Valued customer|,|+Valued customer',
    'Good afternoon Mrs Patel,': 'Good afternoon|Mrs Patel|,|Mrs+Patel',
    "Hi McKenzie-O'Neill family,": "Hi|McKenzie-O'Neill family|,|+McKenzie-O'Neill family",
    'Hi Will,': 'Hi|Will|,|+Will',
    'Bonjour Amélie,': 'Bonjour|Amélie|,|+Amélie',
    'Sehr geehrte Frau Grünwald,': 'Sehr geehrte|Frau Grünwald|,|Frau+Grünwald',
    'Dear Mr and Mrs Tate,': 'Dear|Mr and Mrs Tate|,|Mr+|Mrs+Tate',
    'Dear Mr. & Mrs. Oyama,': 'Dear|Mr. & Mrs. Oyama|,|Mr+|Mrs+Oyama',
    'Dear Dr. Sunita Rao,': 'Dear|Dr. Sunita Rao|,|Dr+Sunita Rao',
    'Hi Anna, Tom and Raj,': 'Hi|Anna, Tom and Raj|,|+Anna|+Tom|+Raj',
    'Dear ,': 'Dear||,',
    'Hi !': 'Hi||!',
    'Hi {{ticket.requester.first_name | default: "there"}},':
      'Hi|{{ticket.requester.first_name | default: "there"}}|,|+{{ticket.requester.first_name | default: "there"}}',
    'Dear [Customer Name],': 'Dear|[Customer Name]|,|+[Customer Name]',
    'Dear Mr %LASTNAME%,': 'Dear|Mr %LASTNAME%|,|Mr+LASTNAME',
    'DEAR CUSTOMER,': 'DEAR|CUSTOMER|,|+CUSTOMER',
    'Dear cus\u200btomer,': 'Dear|cus\u200btomer|,|+cus\u200btomer',
    'Dear\u00a0Tom,': 'Dear|Tom|,|+Tom',
    'hi tom': 'hi|tom||+tom',
    'Dear An,': 'Dear|An|,|+An',
  };
  for (const [line, expected] of Object.entries(LINES)) {
    it(`reads ${line}`, () => {
      const draft = greet(line);
      expect(shape(draft)).toBe(expected);
      expect(draft.salutation?.inline).toBe(false);
      expect(zone(draft, 'salutation')).toBe(line);
    });
  }

  it('below a heading or a reference line', () => {
    expect(shape(greet('Your report 4471\n\nHi Chidi,'))).toBe('Hi|Chidi|,|+Chidi');
    expect(shape(greet('Our ref: 20931\n3 May 2024\n\nDear Ms Rao,'))).toBe('Dear|Ms Rao|,|Ms+Rao');
  });
});

describe('a salutation that the message follows on the same line', () => {
  const LINES: readonly (readonly [string, string, string])[] = [
    ['Hi Tom, thanks for the photos.', 'Hi Tom,', 'Hi|Tom|,|+Tom'],
    ['Hi, Chris. I am happy to help.', 'Hi, Chris.', 'Hi|Chris|.|+Chris'],
    ['Hi, we have sent it.', 'Hi,', 'Hi||,'],
    ['Hello thank you for your message.', 'Hello', 'Hello||'],
    ['Dear Gwen T Thank you for your sketch.', 'Dear Gwen T', 'Dear|Gwen T||+Gwen T'],
    ['Dear Ottilie A Thank you for your drawings.', 'Dear Ottilie A', 'Dear|Ottilie A||+Ottilie A'],
    ['Dear Member Thank you for rowing in our regatta.', 'Dear Member', 'Dear|Member||+Member'],
    ['Hi Will, we sent it.', 'Hi Will,', 'Hi|Will|,|+Will'],
    ['Hi ottersRus9! I am sorry.', 'Hi ottersRus9!', 'Hi|ottersRus9|!|+ottersRus9'],
    ['@30412 Hi Ana, we sent it.', 'Hi Ana,', 'Hi|Ana|,|+Ana'],
    ['Bettina, I am very pleased that it fits.', 'Bettina,', '|Bettina|,|+Bettina'],
  ];
  for (const [line, zoned, expected] of LINES) {
    it(`reads ${line}`, () => {
      const draft = greet(line);
      expect(shape(draft)).toBe(expected);
      expect(draft.salutation?.inline).toBe(true);
      expect(draft.segments.filter(({ role }) => role === 'salutation').map(({ span }) => said(draft, span)?.trim())).toEqual([zoned]);
    });
  }
});

describe('no salutation', () => {
  for (const line of [
    'Your order was shipped on 3 May.',
    'Thanks for your message, Tom. It is on its way.',
    'Unfortunately, we cannot change it.',
    'Oh dear, I am sorry about that.',
    'Every customer gets a free refill.',
    'However, the parcel is late.',
    'On Monday, we sent the lamp.',
    '1. Open the app.',
  ]) {
    it(`reads ${line}`, () => expect(shape(greet(line))).toBeUndefined());
  }

  it('is taken from a quoted original', () => {
    expect(shape(draftOf('We sent it.\n\n> Dear Sir or Madam,\n> I am writing to complain.'))).toBeUndefined();
  });
});

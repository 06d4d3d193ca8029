import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/index.js';
import { findPaymentNumbers, masked } from '../../src/text/secrets.js';

/** Numbers that the networks and banks publish for trying out. */
const CARDS = [
  '4111111111111111',
  '4012888888881881',
  '5555555555554444',
  '2223003122003222',
  '378282246310005',
  '6011111111111117',
  '30569309025904',
  '3530111333300000',
  '6759649826438453',
];
const IBANS = [
  'DE89370400440532013000',
  'GB82WEST12345698765432',
  'FR1420041010050500013M02606',
  'NL91ABNA0417164300',
  'CH9300762011623852957',
  'NO9386011117947',
  'MT84MALT011000012345MTLCAST001S',
];

const grouped = (digits: string): string =>
  digits.length === 15
    ? digits.replace(/^(.{4})(.{6})/, '$1 $2 ')
    : digits.length === 14
      ? digits.replace(/^(.{4})(.{6})/, '$1 $2 ')
      : digits.replace(/(.{4})(?=.)/g, '$1 ');

describe('numbers of cards and accounts', () => {
  it.each(CARDS)('%s is found, grouped or not', (digits) => {
    for (const written of [
      digits,
      grouped(digits),
      grouped(digits).replaceAll(' ', '-'),
      grouped(digits).replaceAll(' ', '\u00a0'),
      digits.split('').join('\u200b'),
    ])
      expect(findPaymentNumbers(`Pay with ${written}, please.`)).toMatchObject([
        { kind: 'card', start: 9, end: 9 + written.length, compact: digits },
      ]);
  });

  it.each(IBANS)('%s is found, grouped or not', (iban) => {
    for (const written of [iban, iban.replace(/(.{4})(?=.)/g, '$1 ')])
      expect(findPaymentNumbers(`To ${written} BY FRIDAY`)).toMatchObject([
        { kind: 'iban', start: 3, end: 3 + written.length, compact: iban },
      ]);
  });

  it('one wrong digit, and it is none', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CARDS, ...IBANS), fc.nat(), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
        const at = 4 + (place % (number.length - 4));
        if (!/\d/.test(number[at])) return;
        const wrong = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1);
        expect(findPaymentNumbers(wrong)).toEqual([]);
      }),
    );
  });

  it.each([
    ['your account 31926819, sort code 60-16-13', '31926819'],
    ['Sort code: 601613\nAccount no: 31926819', '31926819'],
    ['routing number 011000015, account number 123456789', '123456789'],
    ['Account 4455667788 (ABA 021000021)', '4455667788'],
  ])('the account in “%s” is found, and masked', (text, compact) => {
    const start = text.indexOf(compact);
    expect(findPaymentNumbers(text)).toEqual([{ kind: 'account', start, end: start + compact.length, compact }]);
    expect(masked(text)).toBe(text.replace(compact, compact.slice(0, -4).replace(/./g, '•') + compact.slice(-4)));
  });

  it.each([
    'the sort code is 60-16-13',
    'your account 31926819 is open',
    'a sort code has six digits, your account eight, and the policy is 20418833',
    'routing number 011000016, account number 123456789',
    'sort code 60-16-13, account 31926819/2',
  ])('%s tells no account', (text) => {
    expect(findPaymentNumbers(text)).toEqual([]);
  });

  it.each([
    '020 7946 0123',
    '0161 496 0002 0161 496 0003',
    '2026-11-22 10:00 2026-11-23',
    '0000 0000 0000 0000',
    '1111111111111111',
    '12345678901234567890',
    'A4111111111111111',
    '41111111111111112',
  ])('%s is none', (text) => {
    expect(findPaymentNumbers(text)).toEqual([]);
  });
});

describe('what opens an account is in no report', () => {
  const secrets = [
    ...CARDS,
    ...IBANS,
    'hunter2!',
    'sk_live_51H8xQwErTyUiOp',
    'AKIAIOSFODNN7EXAMPLE',
    `ghp_${'a1B2'.repeat(9)}`,
    `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${'dozjgNryP4J3jVmNHl0w'}`,
  ];
  const write = (secret: string): string => (secret === 'hunter2!' ? `your password is ${secret} now` : `it is ${secret}, as you know`);

  it.each(secrets)('%s is masked, and the text keeps its length', (secret) => {
    const text = write(secret);
    const shown = masked(text);
    expect(shown).not.toContain(secret);
    expect(shown).toHaveLength(text.length);
    expect(shown.replace(/•/g, '')).toMatch(/^(?:your|it)/);
    expect(masked(shown)).toBe(shown);
  });

  it('the key of a certificate is masked', () => {
    const shown = masked('-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\n-----END PRIVATE KEY-----\nThank you.');
    expect(shown).not.toContain('MIIE');
    expect(shown).toContain('Thank you.');
  });

  it.each(['Your password is too short.', 'The token is in the post.', 'Order 48213 of 3 May, £1,299.00', 'Ring us on 020 7946 0123.'])(
    '%s stays',
    (text) => {
      expect(masked(text)).toBe(text);
    },
  );

  it('wherever it stands in the draft, whichever rule quotes it', async () => {
    const draft = `Dear Tom,\n\nIt is not our problem that ${CARDS[0]} was charged. We will look into ${grouped(CARDS[1])} soon. ${IBANS[0]}\n\nAnn`;
    const report = JSON.stringify(await lint({ draft, customer: `My card ${CARDS[0]} was charged twice! Tom`, kind: 'complaint' }));
    for (const secret of [CARDS[0], CARDS[1], grouped(CARDS[1]), IBANS[0]]) expect(report).not.toContain(secret);
    expect(report).toContain('1111');
  });
});

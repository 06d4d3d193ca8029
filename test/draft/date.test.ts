import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/draft/date.js';
import { findPhones } from '../../src/draft/phone.js';

describe('dates as mail clients write them', () => {
  const DATES: Readonly<Record<string, string | undefined>> = {
    'Mon, 3 Jun 2024 10:12:33 +0200': '2024-06-03T10:12:33+02:00',
    'On Mon, Jun 3, 2024 at 10:12 PM': '2024-06-03T22:12:00',
    'On Monday, June 3, 2024, 12:05 AM GMT': '2024-06-03T00:05:00Z',
    'On 2 May 2024 Ana wrote': '2024-05-02',
    'Am 03.06.2024 um 10:12 schrieb': '2024-06-03T10:12:00',
    'Am 3. März 2024 um 9:05': '2024-03-03T09:05:00',
    'Le 1er août 2024 à 10h12': '2024-08-01T10:12:00',
    'Le 03/06/2024 à 10:12': '2024-06-03T10:12:00',
    'lunes, 3 de junio de 2024 10:12': '2024-06-03T10:12:00',
    '2024-06-03T10:12:33Z': '2024-06-03T10:12:33Z',
    'On 6/23/2024 10:12': '2024-06-23T10:12:00',
    'On 03/06/2024 10:12': undefined,
    'On 31 Feb 2024': undefined,
    'On 2 May Ana wrote': undefined,
    'order 20931 of 2024': undefined,
  };
  for (const [written, iso] of Object.entries(DATES)) it(`reads ${written}`, () => expect(readDate(written)).toBe(iso));
});

describe('telephone numbers', () => {
  const found = (text: string): string[] => findPhones(text).map((at) => text.slice(at.start, at.end));

  it('are met in every common form', () => {
    for (const number of [
      '0131 496 0004',
      '01632 960123',
      '020 7946 0018',
      '+44 20 7946 0018',
      '+44 (0) 131 496 0004',
      '(0113) 496 0012',
      '415-555-0129',
      '1-800-555-0199',
      '+1 415 555 0129',
    ])
      expect(found(`Ring me on ${number} until six.`)).toEqual([number]);
  });

  it('may be extensions of the house', () => {
    expect(found('Duty manager, ext. 204')).toEqual(['ext. 204']);
    expect(found('020 7946 0018, extension 12')).toEqual(['020 7946 0018', 'extension 12']);
    expect(found('We can give an extension of 14 days, or an extension 14 days long.')).toEqual([]);
  });

  it('are not dates, times, prices or references', () => {
    for (const text of [
      'on 03.06.2024',
      'from 10:00 to 18:00',
      'for £1,250.00',
      'order 100204931',
      'ref 5512 0093 11',
      'between 2019 - 2024',
      'row F, 11 and 12',
      'IBAN GB00 1234 5678 9012',
    ])
      expect(found(text)).toEqual([]);
  });
});

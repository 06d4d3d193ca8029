import { describe, expect, it } from 'vitest';
import { buildReading } from './build-reading.js';

function times(text: string): string[] {
  return buildReading(text).times.map((time) => `${text.slice(time.start, time.end)}${time.specific ? '' : '?'}`);
}

describe('times', () => {
  it.each([
    ["I'll ring you by noon on Monday.", ['noon', 'Monday']],
    ['We will write within two working days.', ['two working days']],
    ['It takes 24-48 hours.', ['24-48 hours']],
    ['The auction is on Friday the 22nd of May.', ['Friday the 22nd of May']],
    ['You have until 3 May 2027.', ['3 May 2027']],
    ['You have until May 3rd.', ['May 3rd']],
    ['It opens on 2026-05-03.', ['2026-05-03']],
    ['I will be there at 14:30 and leave by five.', ['14:30', 'five']],
    ['I will text you at seven either way, and be there at eight sharp.', ['seven', 'eight']],
    ['He looked at five other shops and at two more.', []],
    ['We start at 9.30 am tomorrow.', ['9.30 am', 'tomorrow']],
    ['You will have it this afternoon or next week.', ['this afternoon', 'next week']],
    ['We will tell you before the wedding.', ['before the wedding']],
    ['We will mend it by the end of the month.', ['end of the month']],
    ['It comes in June.', ['June']],
    ['I will do it right away.', ['right away']],
    ['It comes off your June bill, or at your next service.', ['June bill', 'at your next service']],
    ['It will be ready before you arrive, or after lunch.', ['before you arrive', 'after lunch']],
    ['We will write as soon as possible.', ['as soon as possible?']],
    ['We will write soon, in due course or when we can.', ['soon?', 'in due course?', 'when we can?']],
    ['We will write ASAP.', ['ASAP?']],
  ])('%s', (text, found) => expect(times(text)).toEqual(found));

  it.each([
    'We sold 3 of them at 2 shops.',
    'It happened two weeks ago and since Monday.',
    'You may march in; we will mar nothing.',
    'One day you may like it.',
    'We sat on 24/7 lines.',
    'May we come?',
    'We work on it with your bill in hand, and over other orders.',
    'It weighs 9.30 kg.',
  ])('finds none in: %s', (text) => expect(times(text)).toEqual([]));

  it('takes the merge field of a date for a time', () => {
    const text = 'We will collect it on {{collection_date}}.';
    expect(buildReading(text, { mode: 'template' }).times.some(({ specific }) => specific)).toBe(true);
  });

  it('says when it falls', () => {
    const [date] = buildReading('We will come on Tuesday 12 May 2026.').times;
    expect(date.when).toEqual({ weekday: 2, day: 12, month: 5, year: 2026 });
    const [span] = buildReading('We will come within 5 working days.').times;
    expect(span.when).toEqual({ workingDays: 5 });
  });
});

import { describe, expect, it } from 'vitest';
import { addressBy, greetingName, isPersonName } from '../../src/draft/greeting-name.js';

describe('the name to greet with', () => {
  it('is sure when it was given, or when header and sign-off agree', () => {
    expect(greetingName([{ name: 'Hannah Cole', source: 'option' }])).toEqual({ name: 'Hannah Cole', sure: true });
    expect(
      greetingName([
        { name: 'Hannah', source: 'sign-off' },
        { name: 'Hannah Cole', source: 'to' },
      ]),
    ).toEqual({ name: 'Hannah', sure: true });
    expect(
      greetingName([
        { name: 'Hannah', source: 'sign-off' },
        { name: 'Tom Beck', source: 'to' },
      ]),
    ).toEqual({ name: 'Hannah', sure: false });
    expect(greetingName([{ name: 'Hannah Cole', source: 'to' }])?.sure).toBe(false);
    expect(greetingName([])).toBeUndefined();
  });

  it.each([
    ['Hannah Cole', 'Hi', 'Hannah'],
    ['Hannah Cole', 'Dear', 'Hannah Cole'],
    ['Mr D. Okonkwo', 'Dear', 'Mr Okonkwo'],
    ['Mr & Mrs Tate', 'Dear', 'Mr & Mrs Tate'],
    ['Nagy Eszter', 'Hello', 'Eszter'],
    ['Ana Maria del Pilar', 'Hi', 'Ana'],
  ])('%s is written after %s as %s', (name, opener, written) => {
    expect(addressBy(name, opener)).toBe(written);
  });

  it('is no company and no user of a site', () => {
    expect(isPersonName({ name: 'Acme Office Supplies', source: 'to' })).toBe(false);
    expect(isPersonName({ name: 'birdie77', source: 'sign-off' })).toBe(false);
    expect(isPersonName({ name: 'Siobhan Walsh', source: 'to' })).toBe(true);
  });
});

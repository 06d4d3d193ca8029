import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentences.js';

const sentences = (text: string): string[] => splitSentences(text).map((s) => text.slice(s.start, s.end));

describe('sentences', () => {
  it('does not end one at an abbreviation, an initial, a decimal or a reference number', () => {
    expect(sentences('Dear Mrs. Patel paid £4.50 on order no. 12 at 5 p.m. on Friday. Thanks, D. Okafor sent it.')).toHaveLength(2);
  });

  it('ends one at a shortened noun when a new one begins, but not inside initials', () => {
    expect(sentences('You have your case ref. How did you claim? Thanks, B.T. Okoro sent it.')).toHaveLength(3);
    expect(sentences('Please quote ref. AB123 in your reply.')).toHaveLength(1);
  });

  it('ends one at a blank line, at a list item and at a line that was not wrapped', () => {
    expect(sentences('Hi Tom\n\nWe sent it\n- one\n- two')).toEqual(['Hi Tom', 'We sent it', '- one', '- two']);
    expect(sentences('Kind regards,\nTom Beck\nAcorn Ltd')).toEqual(['Kind regards,', 'Tom Beck', 'Acorn Ltd']);
  });

  it('goes on over a hard wrap', () => {
    const text =
      'We are sorry that the parcel which you ordered from our shop did not\nreach you in time for the party that you had planned for Saturday. Bye.';
    expect(sentences(text)).toHaveLength(2);
  });

  it('ends one before a small letter where the writer uses no capitals, and behind several marks', () => {
    expect(sentences('thanks for the heads up. so sorry about that!! gonna check now. cheers')).toHaveLength(4);
    expect(sentences('we posted it on Monday, ref. 12 of the list. It was late, approx. two days.')).toHaveLength(2);
    expect(sentences('thanks for that. the part, e.g. the lid, is here')).toHaveLength(2);
  });

  it('takes the closing quote with the sentence', () => {
    expect(sentences('He said "no." Then he left! "Why?" asked Tom.')).toEqual(['He said "no."', 'Then he left!', '"Why?" asked Tom.']);
  });

  it('cuts a stretch without an end at a space, and never a word', () => {
    const found = sentences('and so on '.repeat(1000));
    expect(found.length).toBeGreaterThan(4);
    expect(Math.max(...found.map((one) => one.length))).toBeLessThanOrEqual(2000);
    expect(found.join(' ')).toBe('and so on '.repeat(1000).trim());
    expect(sentences('x'.repeat(5000))).toEqual(['x'.repeat(5000)]);
  });
});

import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../src/text/nearest.js';

describe('nearest', () => {
  const rules = ['blame-shifting', 'blame-customer', 'generic-greeting'];

  it('finds the name behind a slip of the keyboard', () => {
    expect(nearest('blame-shiftng', rules)).toBe('blame-shifting');
    expect(nearest('Generic-Greting', rules)).toBe('generic-greeting');
    expect(nearest('txet', ['text', 'html'])).toBe('text');
    expect(nearest('bacth', ['check', 'batch'])).toBe('batch');
    expect(nearest('txt', ['text', 'html'])).toBe('text');
  });

  it('takes the beginning of a name for it, when it is the beginning of one alone', () => {
    expect(nearest('generic', rules)).toBe('generic-greeting');
    expect(nearest('blame', rules)).toBe(undefined);
    expect(nearest('gen', rules)).toBe(undefined);
  });

  it('is silent when nothing is near', () => {
    expect(nearest('sarcasm', rules)).toBe(undefined);
    expect(nearest('', rules)).toBe(undefined);
  });

  it('prefers the nearer of two', () => {
    expect(nearest('reply-2.txt', ['reply-1.eml', 'reply-1.txt'])).toBe('reply-1.txt');
  });

  it('makes a sentence of it, or nothing', () => {
    expect(didYouMean('complant', ['complaint'])).toBe('; did you mean complaint?');
    expect(didYouMean('zzz', ['complaint'])).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { formsOf, lemmaOf, verbForms, verbReadings } from '../../src/lexicon/index.js';
import { allVerbs } from '../../src/lexicon/verb-tables.js';

describe('verbs', () => {
  it.each([
    ['forgot', 'forget'],
    ['forgotten', 'forget'],
    ['cancelled', 'cancel'],
    ['travelling', 'travel'],
    ['traveling', 'travel'],
    ['refunded', 'refund'],
    ['apologises', 'apologise'],
    ['replies', 'reply'],
    ['lying', 'lie'],
    ['dying', 'die'],
    ['was', 'be'],
    ['am', 'be'],
    ['does', 'do'],
    ['sent', 'send'],
    ['resent', 'resend'],
    ['saw', 'see'],
    ['occured', 'occur'],
    ['queueing', 'queue'],
  ])('%s is a form of %s', (form, lemma) => {
    expect(lemmaOf(form)).toBe(lemma);
  });

  it.each(['this', 'bus', 'bring-', 'less', 'his', 'during', 'hundred', 'species', ''])('"%s" is no form of a verb', (word) => {
    expect(lemmaOf(word)).toBeUndefined();
  });

  it('tells which forms a word can be', () => {
    expect(verbForms('sent')?.forms).toEqual(['past', 'participle']);
    expect(verbForms('put')?.forms).toEqual(['base', 'past', 'participle']);
    expect(verbForms('misses')?.forms).toEqual(['s']);
    expect(verbForms('planning')?.forms).toEqual(['ing']);
    expect(verbForms('went')?.forms).toEqual(['past']);
  });

  it('gives every verb a form could be of, the likeliest first', () => {
    expect(verbReadings('lay').map((reading) => reading.lemma)).toEqual(['lie', 'lay']);
  });

  it('takes every form it makes back to its verb', () => {
    const lost = allVerbs().flatMap((lemma) =>
      formsOf(lemma).filter((form) => !verbReadings(form).some((reading) => reading.lemma === lemma)),
    );
    expect(lost).toEqual([]);
  });
});

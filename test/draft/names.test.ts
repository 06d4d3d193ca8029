import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameName, titlesClash } from '../../src/draft/names.js';
import { draftOf } from './material.js';

describe('comparing a known name with a written one', () => {
  const SAME: readonly (readonly [string, string])[] = [
    ['Robert Ellis', 'Bob'],
    ['Elizabeth Moss', 'Liz'],
    ['Alexandra', 'Alex'],
    ['Nagy Eszter', 'Eszter'],
    ['Eszter Nagy', 'Nagy Eszter'],
    ['Zoë', 'Zoe'],
    ['Luis García Márquez', 'Mr García'],
    ['Luis García Márquez', 'García-Márquez'],
    ['Mrs F. Adeyemi', 'Mrs Adeyemi'],
    ['Mrs F. Adeyemi', 'Folake'],
    ['P. Kowalczyk', 'Mr Kowalczyk'],
    ['Dr. Sunita Rao', 'Dr. Rao'],
    ['Hannah Cole', 'Hannah'],
    ['Hannah', 'Hannah Cole'],
    ['Hannah', 'Ms Cole'],
    ['Mr & Mrs Tate', 'Mr and Mrs Tate'],
    ['Anna and Tom Beck', 'Tom'],
    ['H. Grünwald', 'Ms Gruenwald'],
    ['Sinéad O’Rourke', "Mrs. O'Rourke"],
    ['Ludwig van Dijk', 'Mr Dijk'],
    ['Søren Ørsted', 'Soren'],
    ['HELEN MARSH', 'Helen'],
    ['Mary Ann', 'Maryann'],
    ['Vikram', 'Vik'],
  ];
  for (const [known, written] of SAME) it(`${known} = ${written}`, () => expect(sameName(known, written)).toBe('same'));

  const MISSPELT: readonly (readonly [string, string])[] = [
    ['Stephen', 'Steven'],
    ['Siobhan Walsh', 'Siobahn'],
    ['Caoimhe Walsh', 'Caiomhe'],
    ['Jasmine Rowe', 'Yasmin'],
    ['P. Kowalczyk', 'Mr Kowalcyzk'],
    ['Sara', 'Sarah'],
    ['Geoffrey', 'Geofrey'],
  ];
  for (const [known, written] of MISSPELT) it(`${known} ≈ ${written}`, () => expect(sameName(known, written)).toBe('misspelt'));

  const DIFFERENT: readonly (readonly [string, string])[] = [
    ['Hannah Cole', 'Joanna'],
    ['Maria', 'Joanne'],
    ['Hannah Cole', 'Hannah Smith'],
    ['Mr D. Okonkwo', 'Sarah'],
    ['Tom', 'Tim'],
    ['Ana', 'Eva'],
    ['Mr Patel', 'Mr Khan'],
  ];
  for (const [known, written] of DIFFERENT) it(`${known} ≠ ${written}`, () => expect(sameName(known, written)).toBe('different'));

  it('tells titles of different sexes from couples and neutral ones', () => {
    expect(titlesClash('Mr D. Okonkwo', 'Mrs Okonkwo')).toBe(true);
    expect(titlesClash('Ms. P. Abernathy', 'Mr. Abernathy')).toBe(true);
    expect(titlesClash('Mrs Patel', 'Ms Patel')).toBe(false);
    expect(titlesClash('Dr Rao', 'Mr Rao')).toBe(false);
    expect(titlesClash('Mr & Mrs Tate', 'Mr Tate')).toBe(false);
    expect(titlesClash('D. Okonkwo', 'Mrs Okonkwo')).toBe(false);
  });

  it('finds every name the same as itself, whatever its letters', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => sameName(name, name) === 'same'));
  });
});

describe('the customer’s name', () => {
  const signed = (customer: string): readonly string[] => draftOf('Hi,\n\nDone.', { customer }).customerNames.map(({ name }) => name);

  const SIGNED: readonly (readonly [string, string])[] = [
    ['The lamp is broken.\n\nHelen Marsh', 'Helen Marsh'],
    ['The lamp is broken.\nMrs F. Adeyemi', 'Mrs F. Adeyemi'],
    ['Very bad service.\nDr. Sunita Rao', 'Dr. Sunita Rao'],
    ['Not happy. Moira', 'Moira'],
    ['A lost day’s pay. L. Ferreira', 'L. Ferreira'],
    ['Tell me what you will do. J. Novak', 'J. Novak'],
    ['Never again. Mr & Mrs Tate', 'Mr & Mrs Tate'],
    ['Is that right?\n\n- Mei', 'Mei'],
    ['When does it open?\n\nCheers, Jonny', 'Jonny'],
    ['When does it open?\nCheers,\nJonny', 'Jonny'],
    ['What will you do?\n\nKind regards\nP. Kowalczyk\nHarbour Bakery', 'P. Kowalczyk'],
    ['Invoice enclosed. Solveig Ødegaard, Fjellbrygg Cider', 'Solveig Ødegaard'],
    ['Is there a shed for three bicycles? Ludvik, arriving 9 March', 'Ludvik'],
    ['Is there a shed for three bicycles? Ludvik, leaving 9 March', 'Ludvik'],
    ['Can we store the bicycles? Marit Holm, checking out on Friday', 'Marit Holm'],
    ['Can we store the bicycles? Oskar, staying until the 4th', 'Oskar'],
    ['My name is Adaeze Obi and my parcel is late.', 'Adaeze Obi'],
    ['Where is it?\n\nAna Ruiz\n\nSent from my iPhone', 'Ana Ruiz'],
    ['Where is it?\r\n\r\nThanks\r\nAna Ruiz', 'Ana Ruiz'],
    ['Which form closes my late uncle’s allotment? Enid Sparrow', 'Enid Sparrow'],
  ];
  for (const [customer, name] of SIGNED) it(`reads ${JSON.stringify(customer)}`, () => expect(signed(customer)[0]).toBe(name));

  it('is not read out of what is no name', () => {
    for (const customer of [
      'So rude. Unacceptable',
      'Where is my refund? Help',
      'Three hours late. Disgusted',
      'I want my money back.',
      'Flew to Dallas on Friday. Never again',
      'You shut the gate early. Shameful, leaving 9 people in the rain',
      'You shut the gate early. Shameful, leaving us in the rain',
      'The lamp is broken. Thanks',
    ])
      expect(signed(customer)).toEqual([]);
  });

  it('keeps what they wish to be called beside what they sign', () => {
    expect(signed('The lamp is broken, call me Bob.\n\nRobert Ellis')).toEqual(['Robert Ellis', 'Bob']);
  });

  it('keeps third persons apart', () => {
    const { customer } = draftOf('Dear Olwen,\n\nMrs Pryce’s spectacles are ready.', {
      customer: 'My aunt, Nest Pryce, has no way to fetch her glasses. Could somebody drop them off?\n\nOlwen Pryce',
    });
    expect(customer?.names.map(({ name }) => name)).toEqual(['Olwen Pryce']);
    expect(customer?.others).toEqual(['Nest Pryce']);
    expect(draftOf('Hi', { customer: 'The tent was lent by my uncle. Poppy' }).customer?.others).toEqual([]);
  });

  it('comes from the best source first', () => {
    const draft = draftOf('Hi,\n\nDone.\n\nOn 5 May 2024 at 09:00, Ruiz, Ana <ana@mail.example> wrote:\n> Where is it?\n> Anita', {
      customerName: 'Ana Ruiz',
      to: '"Ruiz, Ana" <ana@mail.example>',
    });
    expect(draft.customerNames).toEqual([
      { name: 'Ana Ruiz', source: 'option' },
      { name: 'Anita', source: 'sign-off' },
      { name: 'Ana Ruiz', source: 'to' },
      { name: 'Ana Ruiz', source: 'attribution' },
    ]);
  });

  it('keeps the length of a message that was given, with what is not their words blanked', () => {
    const given = 'Where is it?\n\nAna\n\n-- \nAna Ruiz, 01632 960123\n\nOn 3 May 2024, Help wrote:\n> We look into it.';
    const text = draftOf('Hi Ana,\n\nDone.', { customer: given }).customer?.text ?? '';
    expect(text).toHaveLength(given.length);
    expect(text.trim()).toBe('Where is it?\n\nAna');
  });
});

describe('vocatives in the body', () => {
  const called = (text: string): string[] => {
    const draft = draftOf(`Hello,\n\n${text}\n\nKind regards,\nTheo`);
    return draft.vocatives.map((at) => draft.text.slice(at.start, at.end));
  };

  it('are found at clause edges and after thanks', () => {
    expect(called('Thanks for your message, Tom. It is on its way.')).toEqual(['Tom']);
    expect(called('Thanks again for bearing with us, Joanne.')).toEqual(['Joanne']);
    expect(called('Thank you, Mrs Patel, for the photos.')).toEqual(['Mrs Patel']);
    expect(called('It is done. Tom, please check the link.')).toEqual(['Tom']);
    expect(called('Thanks Tom! We sent it.')).toEqual(['Tom']);
    expect(called("We're sorry to hear that, Peter. It is on its way.")).toEqual(['Peter']);
    expect(called('Thank you for your kind review Ian.')).toEqual(['Ian']);
  });

  it('are not third persons, places or lists', () => {
    for (const text of [
      'Please pass our thanks to Arun.',
      'Maria found it, and Priya will ring you.',
      'Our manager, Ana, will ring you.',
      'You can visit us in Leeds, Yorkshire.',
      'We have shops in York, Bath, and Leeds.',
      'Unfortunately, Monday is a holiday.',
      'We wrote on Friday, May 3.',
      'Thanks to Sarah, it is fixed.',
      'The lamp, table and chair were sent.',
      'The Acorn Team, Leeds, sent it on Monday.',
    ])
      expect(called(text)).toEqual([]);
  });
});

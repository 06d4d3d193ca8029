import { describe, expect, it } from 'vitest';
import { readGrammar } from '../../src/language/grammar/grammar.js';
import { splitSentences } from '../../src/text/sentences.js';
import { splitWords } from '../../src/text/words.js';

const organisation = { names: ['Acorn Energy'], departments: ['Triage'], products: [] };

function grammar(text: string, customer: string[] = []) {
  return readGrammar({ text, words: splitWords(text), sentences: splitSentences(text) }, organisation, customer);
}

/** `subject/actor lemma tense voice` of each clause that has a verb. */
function clauses(text: string, customer: string[] = []): string[] {
  const g = grammar(text, customer);
  return g.clauses
    .filter((c) => c.verb)
    .map((c) => {
      const subject = c.subject ? `${text.slice(c.subject.start, c.subject.end)}/${c.subject.actor}` : '-';
      const v = c.verb!;
      return [subject, v.lemma, v.tense, v.voice, v.negated ? 'not' : '', c.mood === 'statement' ? '' : c.mood].filter(Boolean).join(' ');
    });
}

describe('who did what', () => {
  it.each([
    ['Unfortunately Dave in dispatch forgot to book the courier.', 'Dave/colleague forget past active'],
    [
      'This happened because the Accounts department did not process your form.',
      'the Accounts department/department process past active not',
    ],
    ['The agent you spoke to on Monday gave you incorrect information.', 'The agent/colleague give past active'],
    ['The customer service team who took your call failed to log it.', 'The customer service team/department fail past active'],
    ['Your courier lost it.', 'Your courier/third-party lose past active'],
    ['DPD lost it.', 'DPD/third-party lose past active'],
    ['We booked the courier and lost it.', 'We/own lose past active'],
    ['I think the courier lost it.', 'the courier/third-party lose past active'],
    ['Snow closed the road.', 'Snow/circumstance close past active'],
    ['Mistakes were made with your booking.', 'Mistakes/thing make past passive'],
    ['It was not passed on.', 'It/thing pass past passive not'],
    ['Acorn Energy sent it.', 'Acorn Energy/own send past active'],
    ['Triage forgot it.', 'Triage/department forget past active'],
    ['Someone in our warehouse dropped it.', 'Someone in our warehouse/colleague drop past active'],
    ['We wrote to an address you left and did not check it.', 'We/own check past active not'],
    ['The form you filled in and did not sign came back.', 'you/customer sign past active not'],
    ['Being billed for a bag you never took is absurd, and I am sorry.', '- be present active'],
    ['You need not ring us.', 'You/customer ring present active not'],
    ['Your order, which was sent on Monday, arrived.', 'Your order/thing arrive past active'],
  ])('%s', (text, expected) => {
    expect(clauses(text)).toContain(expected);
  });

  it('resolves they and she to the nearest agent, within a sentence', () => {
    expect(clauses('I asked our courier. They lost it.')).toContain('They/third-party lose past active');
  });

  it('knows the customer by name', () => {
    expect(clauses('Then Mr Okafor paid it.', ['D. Okafor'])).toContain('Mr Okafor/customer pay past active');
  });
});

describe('have, of its own and as an auxiliary', () => {
  it.each([
    ['We have two plumbers left.', 'We/own have present active'],
    ['We have two plumbers left.', 'two plumbers/colleague leave none passive'],
    ['I have your form open in front of me.', 'I/own have present active'],
    ['You have until Sunday.', 'You/customer have present active'],
    ['Last week we only had one van.', 'we/own have past active'],
    ['You had no water for two days.', 'You/customer have past active'],
    ['They were having lunch.', 'They/thing have past active'],
    ['We may not have the parts.', 'We/own have present active not'],
    ['If you have no luck, try the other door.', '- try present active imperative'],
    ['If you had a spare key, it would be simpler.', 'you/customer have past active condition'],
    ['We have had three calls about it.', 'We/own have perfect active'],
    ['We had the pump tested on Friday.', 'We/own have past active'],
    ['We had the pump tested on Friday.', 'the pump/thing test none passive'],
    ["I'll have it collected tomorrow.", 'it/thing collect none passive'],
    ['I have had the lock on your door changed.', 'the lock/thing change none passive'],
  ])('%s tells what somebody has', (text, expected) => {
    expect(clauses(text)).toContain(expected);
  });

  it.each([
    ['We have left two plumbers with you.', 'We/own leave perfect active'],
    ['We have also already posted it.', 'We/own post perfect active'],
    ['We have this morning posted it.', 'We/own post perfect active'],
    ['We have, as promised, posted it.', 'We/own post perfect active'],
    ['We have since mended the roof.', 'We/own mend perfect active'],
    ['We have re-sent the form.', 'We/own send perfect active'],
    ['Have you tried the other door?', 'you/customer try perfect active question'],
    ['Has anybody else reported it?', 'anybody else/thing report perfect active question'],
    ['Have you guys got any news?', 'you guys/customer get perfect active question'],
    ['The room we had last year smelled of paint.', 'The room/thing smell past active'],
    ['We have trained them as we have before.', 'We/own train perfect active'],
    ['You have not fill the form.', 'You/customer have perfect active not'],
  ])('%s tells what somebody has done', (text, expected) => {
    expect(clauses(text)).toContain(expected);
  });
});

describe('mood, tense and polarity', () => {
  it.each([
    ['Did our fitter leave a card?', 'our fitter/colleague leave past active question'],
    ['Could you send us the receipt?', 'you/customer send present active question'],
    ['If you had read the terms, you would know.', 'you/customer read perfect active counterfactual'],
    ['We would not have charged you had you called us.', 'you/customer call perfect active counterfactual'],
    ['If you miss the slot, you can rebook.', 'you/customer miss present active condition'],
    ['Please call the courier directly.', '- call present active imperative'],
    ['We are unable to refund this order.', 'We/own refund present active not'],
    ['We are going to refund you.', 'We/own refund future active'],
    ['You will need to contact our billing department.', 'You/customer contact future active'],
    ["We'll get back to you.", 'We/own get future active'],
    ['Our team is investigating and will be in touch.', 'Our team/department be future active'],
    ['No one has called you.', 'No one/nobody call perfect active'],
    ['You had to clamber over it for a week.', 'You/customer clamber past active'],
    ['They will be able to correctly reprint your pass.', 'They/thing reprint future active'],
  ])('%s', (text, expected) => {
    expect(clauses(text)).toContain(expected);
  });
});

describe('use against mention', () => {
  const mentions = (text: string): string[] => grammar(text).mentions.map((m) => text.slice(m.start, m.end));

  it('masks quotations and what the customer said, and nothing of ours', () => {
    expect(mentions('You were told it was "not our department". It is.')).toEqual(['it was "not our department"']);
    expect(mentions('You said the driver left it in the rain.')).toEqual(['the driver left it in the rain']);
    expect(mentions("You mentioned that you forgot to add the code, and I've applied it.")).toEqual(['that you forgot to add the code']);
    expect(mentions("Dave's van and the customers' parcels.")).toEqual([]);
  });

  it('takes a single scorned word for use', () => {
    expect(mentions('Your so-called "emergency" can wait.')).toEqual([]);
    expect(mentions('You called our site "a maze", and I agree.')).toEqual(['"a maze"']);
  });
});

it('covers each sentence with its clauses, in order', () => {
  const text =
    'I can see how frustrating it is to take a day off and then find nobody is coming. Send me the photo and I will post a new one.';
  const { clauses: all, sentences } = grammar(text);
  for (const sentence of sentences) {
    const inside = all.slice(sentence.firstClause, sentence.endClause);
    expect(inside[0].from).toBe(sentence.from);
    expect(inside[inside.length - 1].to).toBe(sentence.to);
    for (let k = 1; k < inside.length; k += 1) expect(inside[k].from).toBe(inside[k - 1].to);
  }
});

import { describe, expect, it } from 'vitest';
import type { ReplyKind } from '../../src/draft/kind.js';
import { leansOnGuess } from '../../src/engine/applies.js';
import { judge } from '../../src/engine/judge.js';
import { createRuleSet, type RuleSetup } from '../../src/engine/ruleset.js';
import type { Draft } from '../../src/draft/draft.js';
import type { Remark, Rule } from '../../src/rule/rule.js';
import { at, makeDraft, makeRule, makeTurn } from './make.js';

const LONG =
  'Thank you for telling us about the broken kettle. We have sent a new one today and it will be with you on Friday. Please keep the old one, or give it away.\n';
const draft = makeDraft([
  ['salutation', 'Dear Ms Rossi,\n'],
  ['body', LONG],
  ['closing', 'Kind regards\n'],
  ['signature', '-- \nAna, kettle desk\n'],
  ['quoted', '> my kettle is broken\n'],
]);

function run(rules: readonly Rule[], on: Draft = draft, setup?: RuleSetup) {
  return judge(on, createRuleSet(rules, setup));
}

const absence = (over: Partial<Rule> = {}) => makeRule('absent', () => [{ span: null }], { absence: true, ...over });

describe('strengths', () => {
  it('are told, but not in words that an error stands on', () => {
    const of = (severity: 'error' | 'warning') =>
      run([makeRule('thanks', 'Thank you for telling us', { severity })]).strengths.map(({ id }) => id);
    expect(of('warning')).toContain('thanks-for-contact');
    expect(of('error')).not.toContain('thanks-for-contact');
  });
});

describe('what a finding carries', () => {
  it('its words, its place, the rule’s advice', () => {
    const [found] = run([makeRule('kettle', 'broken kettle')]).findings;
    expect(found).toMatchObject({
      rule: 'kettle',
      quote: 'broken kettle',
      message: 'kettle spoke',
      suggest: 'write better',
      place: { file: 'reply.txt', line: 2, column: 36 },
      confidence: 'high',
    });
  });

  it('the customer’s words that it points at', () => {
    const customer = makeTurn('Where is my kettle?');
    const point = (): Remark[] => [{ span: null, related: [{ in: 'customer', span: at(customer, 'my kettle'), note: 'asked' }] }];
    const [found] = run([makeRule('asked', point)], { ...draft, customer }).findings;
    expect(found.related).toMatchObject([{ quote: 'my kettle', note: 'asked' }]);
  });

  it('a place near the body when it is about the whole message', () => {
    expect(run([absence()]).findings[0]).toMatchObject({ span: null, quote: null, place: { line: 2, column: 1 } });
  });

  it('comes in text order, the whole message last', () => {
    const rules = [absence(), makeRule('late', 'Friday'), makeRule('early', 'Rossi')];
    expect(run(rules).findings.map((one) => one.rule)).toEqual(['early', 'late', 'absent']);
  });

  it('marks one stretch once, with the dearest reading', () => {
    const twice = (of: Draft): Remark[] => [{ span: at(of, 'kettle') }, { span: at(of, 'kettle'), variant: 'grave' }];
    const rule = makeRule('twice', twice, { variants: { grave: { severity: 'error', weight: 20 } } });
    expect(run([rule]).findings).toMatchObject([{ variant: 'grave', severity: 'error', weight: 20, gate: 'error' }]);
  });
});

describe('which rules apply', () => {
  const says = (rule: Rule, on: Draft = draft, setup?: RuleSetup) => run([rule], on, setup).findings.length > 0;

  it.each<[string, Rule, Partial<Draft>, boolean]>([
    ['another mode', makeRule('x', 'kettle', { modes: ['template'] }), {}, false],
    ['the same mode', makeRule('x', 'kettle', { modes: ['template'] }), { mode: 'template' }, true],
    ['another kind', makeRule('x', 'kettle', { kinds: ['thanks'] }), {}, false],
    ['wording, kind unknown', makeRule('x', 'kettle', { kinds: ['complaint'] }), { givenKind: 'unknown' }, true],
    ['absence, kind unknown', absence({ kinds: ['complaint'] }), { givenKind: 'unknown' }, false],
    ['absence that needs no kind', absence({ kinds: ['complaint', 'unknown'] }), { givenKind: 'unknown' }, true],
  ])('%s', (_, rule, over, spoken) => {
    expect(says(rule, { ...draft, ...over })).toBe(spoken);
  });

  it('a rule that is off costs nothing and is not counted', () => {
    const verdict = run([makeRule('x', 'kettle')], draft, { levels: { x: 'off' } });
    expect(verdict).toMatchObject({ findings: [], applied: [], categories: [] });
  });

  it('a short body owes no polish, but still what a warning asks for', () => {
    const short = makeDraft([['body', 'Thank you for your kind words about Sam, we will tell him.\n']]);
    expect(says(absence({ severity: 'suggestion' }), short)).toBe(false);
    expect(says(absence({ severity: 'suggestion' }))).toBe(true);
    expect(says(absence(), short)).toBe(true);
    expect(says(makeRule('x', 'kind words', { severity: 'suggestion' }), short)).toBe(true);
  });

  it('nothing is missing from a draft that breaks off', () => {
    const cut = makeDraft([['body', `${LONG.trim().slice(0, -1)} and we will also (1/2)`]]);
    expect(says(absence(), cut)).toBe(false);
    expect(says(makeRule('x', 'kettle'), cut)).toBe(true);
  });

  it('a draft in another language is judged by the rules that need no English', () => {
    const german = makeDraft([
      [
        'body',
        'Vielen Dank für Ihre Nachricht. Wir haben Ihnen heute einen neuen Wasserkocher geschickt, und er wird am Freitag bei Ihnen sein.\n',
      ],
    ]);
    expect(says(makeRule('x', 'Freitag'), german)).toBe(false);
    expect(says(makeRule('x', 'Freitag', { anyLanguage: true }), german)).toBe(true);
    expect(run([], german).language).toBe('de');
  });

  it('wording in the quoted original or the signature is not ours to judge, unless the rule says so', () => {
    expect(says(makeRule('x', 'is broken'))).toBe(false);
    expect(says(makeRule('x', 'kettle desk'))).toBe(false);
    expect(says(makeRule('x', 'kettle desk', { scope: ['signature'] }))).toBe(true);
  });
});

describe('levels and weights', () => {
  const rule = makeRule('x', (of) => [{ span: at(of, 'kettle') }, { span: at(of, 'Friday'), variant: 'third' }], {
    severity: 'error',
    weight: 20,
    gate: 'critical',
    variants: { third: { severity: 'warning', weight: 10 } },
  });
  const found = (setup?: RuleSetup) =>
    run([rule], draft, setup).findings.map((one) => [one.severity, one.gate, one.weight, one.defaultWeight]);

  it.each<[string, RuleSetup | undefined, unknown]>([
    [
      'as the rule says',
      undefined,
      [
        ['error', 'critical', 20],
        ['warning', undefined, 10],
      ],
    ],
    [
      'its own level again',
      { levels: { x: 'error' } },
      [
        ['error', 'critical', 20],
        ['warning', undefined, 10],
      ],
    ],
    [
      'lowered: no gate',
      { levels: { x: 'warning' } },
      [
        ['warning', undefined, 20],
        ['warning', undefined, 10],
      ],
    ],
    [
      'lowered further',
      { levels: { x: 'suggestion' } },
      [
        ['suggestion', undefined, 20],
        ['suggestion', undefined, 10],
      ],
    ],
    [
      'weighed anew, variants in step',
      { weights: { x: 10 } },
      [
        ['error', 'critical', 10, 20],
        ['warning', undefined, 5, 10],
      ],
    ],
  ])('%s', (_, setup, expected) => {
    expect(found(setup)).toEqual((expected as unknown[][]).map((row) => [...row, ...Array(4 - row.length).fill(undefined)]));
  });

  it('a warning made an error gets the gate of an error', () => {
    const [raised] = run([makeRule('y', 'kettle')], draft, { levels: { y: 'error' } }).findings;
    expect(raised).toMatchObject({ severity: 'error', gate: 'error' });
  });
});

describe('confidence', () => {
  const complaints = absence({ kinds: ['complaint'] });
  const inferred = { value: 'complaint', source: 'inferred' } as const;

  it.each<[string, Rule, Partial<Draft>, ReplyKind, boolean]>([
    ['what is missing from a kind inferred without the customer’s words', complaints, {}, inferred, true],
    ['the same, their words known', complaints, { customer: makeTurn('It is broken.') }, inferred, false],
    ['the same, the kind given', complaints, {}, { value: 'complaint', source: 'given' }, false],
    ['what any kind owes', absence(), {}, inferred, false],
    ['a wording', makeRule('x', 'kettle', { kinds: ['complaint'] }), {}, inferred, false],
  ])('%s', (_, rule, over, kind, leans) => {
    expect(leansOnGuess(rule, { ...draft, ...over }, kind)).toBe(leans);
  });

  it('a check may doubt its own finding', () => {
    const doubtful = makeRule('x', (of) => [{ span: at(of, 'kettle'), confidence: 'low' }]);
    expect(run([doubtful]).findings[0].confidence).toBe('low');
  });
});

describe('rules that misbehave', () => {
  const sound = makeRule('sound', 'kettle');
  const throws = makeRule('broken', () => {
    throw new Error('no such thing\nat line 7');
  });

  it('a rule that throws costs one problem, not the run', () => {
    const verdict = run([throws, sound]);
    expect(verdict.findings.map((one) => one.rule)).toContain('sound');
    expect(verdict.problems).toHaveLength(1);
    expect(verdict.problems[0]).toMatchObject({ code: 'rule-crashed', file: 'reply.txt', message: expect.stringContaining('broken') });
    expect(verdict.problems[0].message).not.toContain('\n');
    expect(verdict.applied).toEqual(['sound']);
  });

  it.each<[string, Remark]>([
    ['outside the text', { span: { start: 5, end: 100_000 } }],
    ['before the text', { span: { start: -1, end: 4 } }],
    ['backwards', { span: { start: 9, end: 4 } }],
    ['nothing', { span: { start: 4, end: 4 } }],
    ['half units', { span: { start: 0.5, end: 4 } }],
    ['a customer who is not there', { span: null, related: [{ in: 'customer', span: { start: 0, end: 1 }, note: '' }] }],
    [
      'a change outside',
      { span: null, fixes: [{ label: '', safety: 'safe', edits: [{ kind: 'text', span: { start: 0, end: 1e6 }, text: '' }] }] },
    ],
  ])('marks %s', (_, remark) => {
    const verdict = run([makeRule('wild', () => [remark]), sound]);
    expect(verdict.problems.map((one) => one.code)).toEqual(['rule-crashed']);
    expect(new Set(verdict.findings.map((one) => one.rule))).toEqual(new Set(['sound']));
  });
});

describe('allowed phrases', () => {
  const rules = [makeRule('x', 'broken kettle'), makeRule('y', 'broken kettle. We have sent')];
  const heard = (phrase: string, only?: string[]) =>
    run(rules, draft, { vocabulary: [{ phrase, reason: 'our word', rules: only }] }).findings.map((one) => one.rule);

  it('excuse what lies inside them, for all rules or for those named', () => {
    expect(heard('the broken kettle')).toEqual(['y']);
    expect(heard('the broken kettle', ['y'])).toEqual(['x']);
    expect(heard('a broken cup')).toEqual(['x', 'y']);
  });
});

import { describe, expect, it } from 'vitest';
import { loadRule } from '../../src/rule/load.js';
import type { Rule } from '../../src/rule/rule.js';

const load = async (yaml: string): Promise<Rule> => {
  const rule = await loadRule(yaml, 'own.yml');
  if (!('id' in rule)) throw new Error(JSON.stringify(rule));
  return rule;
};
/** What is wrong, as `line: message`. */
const wrong = async (yaml: string): Promise<string[]> => {
  const rule = await loadRule(yaml, 'own.yml');
  return 'id' in rule ? [] : rule.map(({ file, line, message }) => `${file}:${line}: ${message}`);
};

const SMALL = 'id: no-jargon\nmessage: Jargon.\nphrases:\n  - touch base\n';

describe('a rule in one file', () => {
  it('needs an id, a message and phrases; the rest has defaults', async () => {
    const rule = await load(SMALL);
    expect(rule).toMatchObject({
      id: 'no-jargon',
      title: 'no-jargon',
      severity: 'warning',
      weight: 10,
      category: 'tone',
      modes: ['draft', 'template'],
      scope: ['salutation', 'body', 'closing'],
      phrases: [{ text: 'touch base' }],
      density: false,
    });
    expect(rule.gate).toBeUndefined();
    expect(Object.isFrozen(rule)).toBe(true);
  });

  it('an error holds the score down as the mildest gate does unless it names another', async () => {
    expect((await load(`${SMALL}severity: error\n`)).gate).toBe('error');
    expect((await load(`${SMALL}severity: error\ngate: blocker\n`)).gate).toBe('blocker');
  });

  it('takes phrases as texts, with a tag, and in groups', async () => {
    const rule = await load(
      'id: a\nmessage: m\nphrases:\n  - touch base\n  - {text: circle back, tag: later}\n  - deep:\n      - deep dive\n',
    );
    expect(rule.phrases).toEqual([{ text: 'touch base' }, { text: 'circle back', tag: 'later' }, { text: 'deep dive', tag: 'deep' }]);
  });

  it('variants take what they leave out from the rule', async () => {
    const rule = await load(
      `${SMALL}severity: error\nweight: 22\ngate: critical\nvariants:\n  mild: {severity: warning, weight: 11}\n  same: {}\n`,
    );
    expect(rule.variants).toEqual({ mild: { severity: 'warning', weight: 11 }, same: { severity: 'error', weight: 22, gate: 'critical' } });
  });
});

describe('mistakes are told with their line', () => {
  it.each<[string, string, string]>([
    ['an unknown key', `${SMALL}serverity: error\n`, 'own.yml:5: serverity: a rule has no such key; did you mean severity?'],
    [
      'a wrong value',
      `${SMALL}severity: warnin\n`,
      'own.yml:5: severity: must be one of error, warning, suggestion, not "warnin"; did you mean warning?',
    ],
    ['a missing message', 'id: a\nphrases: [x]\n', 'own.yml:1: message is missing: one line that says what is wrong'],
    ['no phrases', 'id: a\nmessage: m\n', 'own.yml:1: phrases is missing: a rule without a check.ts needs at least one'],
    ['a bad id', 'id: No Jargon\nmessage: m\nphrases: [x]\n', 'own.yml:1: id: must be small letters and digits, parted by hyphens'],
    [
      'a number for a phrase',
      'id: a\nmessage: m\nphrases:\n  - fine\n  - 12\n',
      'own.yml:5: phrases[2]: must be a phrase in plain words; put it in quotes if YAML reads it as something else',
    ],
    ['a phrase that cannot be read', `${SMALL}  - (oops\n`, 'own.yml:5: phrases[2]: the phrase "(oops" cannot be read: a "(" has no ")"'],
    [
      'an unknown word list',
      `${SMALL}  - "@numberz days"\n`,
      'own.yml:5: phrases[2]: the phrase "@numberz days" cannot be read: there is no word list @numberz; did you mean numbers?',
    ],
    ['the same phrase twice', `${SMALL}  - touch base\n`, 'own.yml:5: phrases[2]: the phrase "touch base" stands here twice; take one out'],
    ['a gate that is no error', `${SMALL}gate: critical\n`, 'own.yml:5: gate: only an error has a gate, and this is a warning'],
    ['a weight out of range', `${SMALL}weight: 200\n`, 'own.yml:5: weight: must be a number from 0 to 100'],
    ['a wrong key inside', `${SMALL}unless:\n  negatd: true\n`, 'own.yml:6: unless.negatd: unless has no such key; did you mean negated?'],
    ['a tag nobody has', `${SMALL}require: [thanks]\n`, 'own.yml:5: require: no phrase has the tag "thanks"'],
    ['a limit without a number', `${SMALL}limit: {per-words: 100}\n`, 'own.yml:5: limit: needs max: how many are fine'],
    ['a list for a map', '- id: a\n', 'own.yml:1: a rule is a map of keys and values, beginning with id, message and phrases'],
    ['an empty file', '', 'own.yml:1: a rule is a map of keys and values, beginning with id, message and phrases'],
    [
      'a phrase that YAML cuts short',
      `${SMALL}  - within # days\n`,
      'own.yml:5: YAML takes "#" and what follows as a comment, which cuts the phrase short: put the phrase in quotes, write @number, or move the comment',
    ],
    ['broken YAML', 'id: a\nmessage: "m\nphrases: [x]\n', 'own.yml:4: this is no valid YAML: Missing closing "quote'],
    ['a key given twice', `${SMALL}id: b\n`, 'own.yml:5: this is no valid YAML: the key "id" stands here twice; keep one'],
  ])('%s', async (_what, yaml, message) => {
    expect(await wrong(yaml)).toEqual([message]);
  });

  it('all at once', async () => {
    expect(await wrong('id: a\nmessage: m\nphrases: [x]\nmodes: drafts\nkind: complaint\n')).toEqual([
      'own.yml:5: kind: a rule has no such key; did you mean kinds?',
      'own.yml:4: modes: must be one of draft, template, not "drafts"; did you mean draft?',
    ]);
  });

  it('a file of aliases that would unfold to gigabytes is refused', async () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghijklmnop'
        .split('')
        .map((c, i) => `${c}: &${c} [${'abcdefghijklmno'[i]}, ${'abcdefghijklmno'[i]}]`.replaceAll(/\[(\w), (\w)\]/g, '[*$1, *$2]')),
    ];
    expect((await wrong(bomb.join('\n')))[0]).toMatch(/alias/i);
  });
});

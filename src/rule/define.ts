import { assemble } from './assemble.js';
import type { RuleFacts } from './assemble.js';
import { compilePhrases } from '../match/index.js';
import type { PhraseIndex } from '../match/index.js';
import type { Problem } from '../text/problem.js';
import { CATEGORIES, GATES, KINDS, MODES, ROLES, SEVERITIES, YIELD_PLACES } from './choices.js';
import { Complaints, Fields, isMap } from './fields.js';
import type { LineOf } from './fields.js';
import { isRuleId } from './former-ids.js';
import { readPhrases } from './phrase-field.js';
import type { PlacedPhrase } from './phrase-field.js';
import type { Check, Gate, Options, Rule, Severity, Variant, Yield } from './rule.js';
import { NEAR, REPLACED } from './stock.js';
import { readStock, STOCK_KEYS } from './stock-fields.js';

/** Where a rule's data came from, for messages. */
export interface Origin {
  readonly file?: string;
  readonly lineOf?: LineOf;
  /** A `check.ts` judges the phrases, so the stock keys make no sense. */
  readonly hasCheck?: boolean;
}

/** The keys a `rule.yml` may have. */
export const RULE_KEYS: readonly string[] = [
  'id',
  'renamed-from',
  'title',
  'message',
  'why',
  'suggest',
  'advice',
  'sources',
  'category',
  'severity',
  'weight',
  'gate',
  'density',
  'variants',
  'modes',
  'kinds',
  'absence',
  'any-language',
  'scope',
  'phrases',
  'options',
  'yields-to',
  'examples',
  ...STOCK_KEYS,
];
/** Points of a rule that names none, by severity: the middle of the built-in rules (RULES §2). */
const WEIGHTS: Readonly<Record<Severity, number>> = { error: 20, warning: 10, suggestion: 3 };

/** Turns the data of a `rule.yml` into a rule, or tells what is wrong with it. A rule without a check gets the stock one. */
export function define(data: unknown, check?: Check, origin: Origin = {}): Rule | readonly Problem[] {
  const facts = readFacts(data, { hasCheck: check !== undefined, ...origin });
  return Array.isArray(facts) ? facts : assemble(facts as RuleFacts, check);
}

/** Checks the data of a `rule.yml` and fills in what it leaves out. */
export function readFacts(data: unknown, origin: Origin = {}): RuleFacts | readonly Problem[] {
  const complaints = new Complaints(origin.file, origin.lineOf);
  if (!isMap(data)) {
    complaints.add([], 'a rule is a map of keys and values, beginning with id, message and phrases');
    return complaints.problems;
  }
  const fields = new Fields(data, [], complaints);
  fields.only(RULE_KEYS, 'a rule');
  const id = fields.required('id', 'the name of the rule, such as no-jargon');
  if (id !== '' && !isRuleId(id)) fields.complain('id', 'must be small letters and digits, parted by hyphens');
  const message = fields.required('message', 'one line that says what is wrong');
  const severity = fields.choice('severity', SEVERITIES, 'warning');
  const weight = fields.number('weight', WEIGHTS[severity], 0, 100);
  const gate = readGate(fields, severity);
  const phrases = readAllPhrases(fields, complaints);
  const phraseIndex = compile(phrases, complaints);
  if (origin.hasCheck)
    for (const key of STOCK_KEYS) if (fields.has(key)) fields.complain(key, 'is for rules without a check.ts; take it out');
  const stock = readStock(fields, phrases, complaints);
  if (!origin.hasCheck && phrases.length === 0) complaints.add([], 'phrases is missing: a rule without a check.ts needs at least one');
  const renamedFrom = fields.texts('renamed-from');
  if (renamedFrom.includes(id)) fields.complain('renamed-from', 'names the rule itself; take that out');
  const facts: RuleFacts = {
    id,
    ...(renamedFrom.length > 0 && { renamedFrom }),
    title: fields.text('title', id),
    message,
    why: fields.text('why', ''),
    suggest: fields.text('suggest', ''),
    advice: fields.texts('advice'),
    sources: fields.texts('sources'),
    category: fields.choice('category', CATEGORIES, 'tone'),
    severity,
    weight,
    ...(gate && { gate }),
    density: fields.flag('density', false),
    variants: Object.fromEntries(fields.entries('variants').map(([name, of]) => [name, readVariant(of, severity, weight, gate)])),
    modes: fields.choices('modes', MODES, MODES),
    kinds: fields.choices('kinds', KINDS, KINDS),
    absence: fields.flag('absence', stock.require !== undefined),
    anyLanguage: fields.flag('any-language', false),
    scope: fields.choices('scope', ROLES, ['salutation', 'body', 'closing']),
    phrases: phrases.map(({ text, tag }) => ({ text, ...(tag !== undefined && { tag }) })),
    phraseIndex,
    options: readOptions(fields),
    yieldsTo: readYields(fields, complaints),
    examples: readExamples(fields),
    stock,
  };
  return complaints.problems.length > 0 ? complaints.problems : facts;
}

/** Only errors hold a score down, and an error that names no class holds it down as the mildest does (RULES, "Gate"). */
function readGate(fields: Fields, severity: Severity, fallback: Gate = 'error'): Gate | undefined {
  if (fields.has('gate') && severity !== 'error') fields.complain('gate', `only an error has a gate, and this is a ${severity}`);
  return severity === 'error' ? fields.choice('gate', GATES, fallback) : undefined;
}

function readVariant(fields: Fields, ruleSeverity: Severity, ruleWeight: number, ruleGate?: Gate): Variant {
  fields.only(['severity', 'weight', 'gate', 'message'], 'a variant');
  const severity = fields.choice('severity', SEVERITIES, ruleSeverity);
  const gate = readGate(fields, severity, ruleGate);
  const message = fields.text('message', '');
  return { severity, weight: fields.number('weight', ruleWeight, 0, 100), ...(gate && { gate }), ...(message && { message }) };
}

function readAllPhrases(fields: Fields, complaints: Complaints): readonly PlacedPhrase[] {
  const replace = fields.value('replace');
  const unless = fields.value('unless');
  return [
    ...readPhrases(fields.value('phrases'), ['phrases'], complaints),
    ...(isMap(replace) ? Object.keys(replace).map((text) => ({ text, tag: REPLACED, path: ['replace', text] })) : []),
    ...(isMap(unless) ? readPhrases(unless['near'], ['unless', 'near'], complaints, NEAR) : []),
  ];
}

function compile(phrases: readonly PlacedPhrase[], complaints: Complaints): PhraseIndex {
  const { index, problems } = compilePhrases(phrases);
  for (const problem of problems) {
    const { path, text } = phrases[problem.index];
    complaints.add(path, `the phrase "${text}" cannot be read: ${problem.message}`);
  }
  const first = new Map<string, PlacedPhrase>();
  for (const phrase of phrases) {
    const key = `${phrase.tag ?? ''}\n${phrase.text}`;
    if (first.has(key)) complaints.add(phrase.path, `the phrase "${phrase.text}" stands here twice; take one out`);
    else first.set(key, phrase);
  }
  return index;
}

function readOptions(fields: Fields): Options {
  const value = fields.value('options');
  if (value === undefined || value === null) return {};
  if (isMap(value)) return value;
  fields.complain('options', 'must be a map of option names and their defaults');
  return {};
}

function readYields(fields: Fields, complaints: Complaints): readonly Yield[] {
  const value = fields.value('yields-to');
  if (value === undefined || value === null) return [];
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((each, i): Yield[] => {
    if (typeof each === 'string') return [{ to: each, where: 'message' }];
    if (!isMap(each)) {
      complaints.add(['yields-to', i], 'must be the id of a rule, or {to, where, variants}');
      return [];
    }
    const of = new Fields(each, ['yields-to', i], complaints);
    of.only(['to', 'where', 'variants'], 'yields-to');
    const variants = of.texts('variants');
    return [
      {
        to: of.required('to', 'the id of a rule'),
        where: of.choice('where', YIELD_PLACES, 'message'),
        ...(variants.length > 0 && { variants }),
      },
    ];
  });
}

function readExamples(fields: Fields): Rule['examples'] {
  const examples = fields.fields('examples');
  examples?.only(['bad', 'good'], 'examples');
  return { bad: examples?.texts('bad') ?? [], good: examples?.texts('good') ?? [] };
}

import type { Complaints, Fields } from './fields.js';
import { isMap } from './fields.js';
import { CHANNELS, KINDS, MODES } from './choices.js';
import type { Phrase } from '../match/phrase.js';
import { didYouMean } from '../text/nearest.js';
import { NEAR } from './stock.js';
import type { Nearness, StockSpec } from './stock.js';

/** The keys of a rule that say what is done with its phrases when no check does. */
export const STOCK_KEYS = ['flag', 'require', 'limit', 'order', 'when', 'unless', 'replace'] as const;

const NEARNESS: readonly Nearness[] = ['sentence', 'neighbours', 'paragraph', 'message'];

/** Reads the stock keys of a rule. `phrases` are all phrases of the rule, to check the tags that are named. */
export function readStock(fields: Fields, phrases: readonly Phrase[], complaints: Complaints): StockSpec {
  const tags = [...new Set(phrases.flatMap(({ tag }) => (tag !== undefined && tag !== NEAR ? [tag] : [])))];
  const limit = fields.fields('limit');
  limit?.only(['max', 'per-words'], 'limit');
  if (limit && !limit.has('max')) fields.complain('limit', 'needs max: how many are fine');
  const order = fields.has('order') ? fields.choices('order', tags, []) : undefined;
  const require = readTags(fields, 'require', tags);
  const others = require || limit || order;
  const when = fields.fields('when');
  when?.only(['kind', 'mode', 'channel'], 'when');
  const unless = fields.fields('unless');
  unless?.only(['near', 'within', 'negated', 'question', 'condition', 'mention'], 'unless');
  // A question or a negation can be just what is required, so there they excuse nothing.
  const masked = !require && !order;
  return {
    flag: readTags(fields, 'flag', tags) ?? (others ? undefined : true),
    require,
    limit: limit && {
      max: limit.number('max', 0, 0, 1000),
      ...(limit.has('per-words') && { perWords: limit.number('per-words', 100, 1, 100_000) }),
    },
    order,
    when: {
      ...(when?.has('kind') && { kind: when.choices('kind', KINDS, KINDS) }),
      ...(when?.has('mode') && { mode: when.choices('mode', MODES, MODES) }),
      ...(when?.has('channel') && { channel: when.choices('channel', CHANNELS, CHANNELS) }),
    },
    unless: {
      within: unless?.choice('within', NEARNESS, 'sentence') ?? 'sentence',
      negated: unless?.flag('negated', masked) ?? masked,
      question: unless?.flag('question', masked) ?? masked,
      condition: unless?.flag('condition', false) ?? false,
      mention: unless?.flag('mention', true) ?? true,
    },
    replace: readReplacements(fields, complaints),
  };
}

/** `true`, one tag, or a list of tags; undefined for `false` and for none. */
function readTags(fields: Fields, key: string, tags: readonly string[]): true | readonly string[] | undefined {
  const value = fields.value(key);
  if (value === undefined || value === null || value === false) return undefined;
  if (value === true) return true;
  const list = Array.isArray(value) ? value : [value];
  for (const each of list)
    if (!tags.includes(each as string))
      fields.complain(key, `no phrase has the tag ${JSON.stringify(each)}${didYouMean(String(each), tags)}`);
  return list.filter((each): each is string => typeof each === 'string');
}

/** `replace`: a map of phrase → plain words. Its phrases join the rule's own. */
function readReplacements(fields: Fields, complaints: Complaints): Record<string, string> {
  const value = fields.value('replace');
  if (value === undefined || value === null) return {};
  if (!isMap(value)) {
    fields.complain('replace', 'must be a map: phrase: plain words');
    return {};
  }
  const found: Record<string, string> = {};
  for (const [phrase, plain] of Object.entries(value)) {
    if (typeof plain === 'string' && plain.trim() !== '') found[phrase] = plain.trim();
    else complaints.add(['replace', phrase], 'must be the words to write instead; put them in quotes');
  }
  return found;
}

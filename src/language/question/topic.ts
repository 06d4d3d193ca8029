import { lemmaOf } from '../../lexicon/index.js';
import { oncePer } from '../../text/lazy.js';
import { closedClass } from '../grammar/closed-classes.js';
import type { Grammar } from '../grammar/grammar.js';
import { synonymOf } from './synonyms.js';

/** Words that any message may hold: sharing one of them shares no topic. */
const COMMON = new Set(
  (
    'hi hello hey dear thank thanks thx cheers please kindly sorry apologise apology apologies regards best sincerely good great morning afternoon evening well ' +
    'get got go come do make take give have be let know see say tell ask think want need like love hope help try use put keep look find feel seem happen become ' +
    'able bad better much many more lot bit thing things stuff way time times day days week weeks month months year years hour hours minute minutes today now long kind sort customer customers ' +
    'company business people person someone anyone everyone team staff service support experience issue issues problem matter case question query answer reply ' +
    'response message email mail contact call write new old next last first second other same own really just still even actually sure okay yes no not never always ' +
    'possible available important information info details detail number part point fact end side lots couple few one ' +
    'afraid unfortunately sadly understand believe mean start stop leave bring send wait work expect provide receive right chance chances quick quickly fast realistic realistically alright'
  ).split(' '),
);

/** Small numbers in words and in figures are one: "2 seats", "two together". */
const FIGURES = new Map('two three four five six seven eight nine ten'.split(' ').map((word, n) => [word, String(n + 2)] as const));
const UNITS = /^(?:days?|weeks?|months?|years?|hours?|minutes?|more|other|of|or|things|questions|times|working|business)$/;

const STEMS = new Map<string, string>();
const KEPT_STEMS = 20_000;

/** The stem of a folded word: verbs to their dictionary form, nouns without plural and the commonest endings; synonyms of the trade become one. */
export function stem(word: string): string {
  const known = STEMS.get(word);
  if (known !== undefined) return known;
  const lemma = lemmaOf(word) ?? word;
  const made =
    FIGURES.get(word) ?? synonymOf(word) ?? synonymOf(lemma) ?? synonymOf(lemma.replace(/s$/, '')) ?? doneAgain(lemma) ?? cut(lemma);
  if (STEMS.size >= KEPT_STEMS) STEMS.clear();
  STEMS.set(word, made);
  return made;
}

/** "Rebill" is about bills. */
function doneAgain(lemma: string): string | undefined {
  return lemma.startsWith('re') && lemma.length > 5 ? synonymOf(lemma.slice(2)) : undefined;
}

function cut(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  let root = word;
  if (/(?:ss|us|is)$/.test(root)) return root;
  if (root.endsWith('ies') && root.length > 4) root = `${root.slice(0, -3)}y`;
  else if (/(?:ch|sh|x|ss)es$/.test(root)) root = root.slice(0, -2);
  else if (root.endsWith('s')) root = root.slice(0, -1);
  for (const ending of [
    'ations',
    'ally',
    'ation',
    'ition',
    'ment',
    'ness',
    'ings',
    'ing',
    'ion',
    'ery',
    'ance',
    'ence',
    'able',
    'ible',
    'ed',
    'er',
    'or',
    'al',
    'ly',
    'y',
    'e',
  ])
    if (root.endsWith(ending) && root.length - ending.length >= 4) return root.slice(0, root.length - ending.length);
  return root;
}

/** The stem of refunds, compensation, reimbursement and vouchers. */
export const REFUND = stem('refund');

/** Whether word `i` of a text carries a topic: a noun, verb, adjective or number that not every message holds. */
export function carriesTopic(grammar: Grammar, i: number): boolean {
  const word = grammar.words.norm[i];
  if (word.length < 2 && !/\d/.test(word)) return false;
  if (FIGURES.has(word)) return i + 1 < grammar.words.length && !UNITS.test(grammar.words.norm[i + 1]);
  if (closedClass.at(grammar.words, i) !== 0 || COMMON.has(word) || word.startsWith("'")) return false;
  const lemma = grammar.tags.lemma[i];
  return lemma === undefined || !COMMON.has(lemma);
}

/** Stems of the words of `from`…`to` that carry a topic. */
export function topicOf(grammar: Grammar, from: number, to: number): ReadonlySet<string> {
  const stems = new Set<string>();
  for (let i = from; i < to; i += 1) if (carriesTopic(grammar, i)) stems.add(stem(grammar.words.norm[i]));
  return stems;
}

/** Stems of all words of a text that carry a topic. */
export const topicOfAll = oncePer<Grammar, ReadonlySet<string>>((grammar) => topicOf(grammar, 0, grammar.words.length));

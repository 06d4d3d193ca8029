import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Sentence, TimeExpression } from '../reading.js';
import { wordsAre } from '../window.js';
import { isCount, namesGrant, namesPrice, SUM_OF_MONEY, UNITS_OF_TIME } from './offer-amounts.js';
import { headingEnd } from './offer-openings.js';
import { labels, spelledOut } from './offer-topics.js';
import { isEmptyAt, isSpent, type Silence } from './spent-words.js';
import { carriesTopic, stem } from '../question/topic.js';
import type { Wanted } from '../question/wanted.js';

/** What the words of a sentence bring, whatever its clauses say. */
export interface WordsRead {
  readonly topic: Set<string>;
  readonly gives: Set<Wanted>;
  readonly counts: boolean;
  readonly money: boolean;
  /** Points at a place where more stands: a site, an app, a link. */
  readonly refers: boolean;
  /** Says that the matter is not ours. */
  readonly disowns: boolean;
  /** The words at which a time is named that may lie ahead. */
  readonly timesAt: readonly number[];
}

const REASONS = new Set(
  'because since due reason reasons caused cause owing policy therefore means meant result order avoid ensure'.split(' '),
);
const PLACES = new Set('at in on near behind opposite inside outside under above via from next'.split(' '));
const AMOUNTS = /^(?:free|complimentary|nothing|gratis|cost|costs|price|extra|included)$/;
const RELATIVE_TIMES =
  /^(?:yet|already|always|soon|shortly|now|once|until|after|immediately|instantly|later|early|earlier|sooner|when|during|before)$/;
/** Of those, the ones that do not look ahead. */
const NOT_AHEAD = /^(?:already|always|during|early|earlier|before)$/;
const COUNTED =
  /^(?:\d.*|few|couple|next|same|first|second|third|fourth|fifth|sixth|seventh|tenth|every|each|within|one|two|three|four|five|several|working|business)$/;
const DISOWNING = [
  'matter for',
  'nothing to do with',
  'up to you',
  'not our',
  'outside our',
  'beyond our',
  'out of our',
  'not something we',
  'not able to',
  'falls under',
] as const;
const DISOWNING_FIRST = new Set(DISOWNING.map((phrase) => phrase.split(' ')[0]));

/** Reads the words of a sentence, but for those that say nothing; a heading is read even there. */
export function readWords(reading: LazyReading, sentence: Sentence, silence: Silence, times: readonly TimeExpression[]): WordsRead {
  const { grammar } = reading;
  const { words, tags } = grammar;
  const { norm } = words;
  const { from, to } = sentence;
  const topic = new Set<string>();
  const gives = new Set<Wanted>();
  // "We hope to see you again soon" tells no time.
  const wished = ({ from: at }: TimeExpression): boolean => /^(?:soon|shortly)$/.test(norm[at]) && isEmptyAt(silence, words, at);
  const timesAt = times
    .filter((time) => norm[time.from - 1] !== 'than' && !isSpent(silence, time) && !wished(time))
    .map((time) => time.from);
  if (timesAt.length > 0) gives.add('time');
  let counts = false;
  let refers = false;
  let disowns = false;
  const heading = headingEnd(reading, sentence);
  for (let i = from; i < to; i += 1) {
    if (i >= heading && isEmptyAt(silence, words, i)) continue;
    const word = norm[i];
    if (carriesTopic(grammar, i) && !labels(words, i, to)) topic.add(stem(word));
    if (/\d/.test(word) || tags.pos[i] === 'number' || AMOUNTS.test(word)) gives.add('amount');
    counts ||= isCount(reading, i, to);
    if (RELATIVE_TIMES.test(word) || (UNITS_OF_TIME.test(word) && COUNTED.test(norm[i - 1] ?? ''))) {
      gives.add('time');
      if (!NOT_AHEAD.test(word) && norm[i - 2] !== 'than') timesAt.push(i);
    }
    if (REASONS.has(word)) gives.add('reason');
    if (permits(norm, from, i)) gives.add('yes-no');
    if (/^(?:website|site|page|app|link)$/.test(word) || (word === 'touch' && norm[i - 1] === 'in')) refers = true;
    const leads = PLACES.has(word) || (word === 'to' && tags.pos[i + 1] === 'nominal');
    if (leads && i + 1 < to && !(words.gap[i + 1] & (Gap.comma | Gap.stop))) gives.add('place');
    if (DISOWNING_FIRST.has(word) && DISOWNING.some((phrase) => wordsAre(words, i, phrase))) disowns = true;
  }
  const money = SUM_OF_MONEY.test(grammar.text.slice(sentence.start, sentence.end));
  if ((money && !namesGrant(norm, from, to)) || namesPrice(norm, from, to)) gives.add('price');
  for (const each of spelledOut(reading, sentence)) topic.add(each);
  return { topic, gives, counts, money, refers, disowns, timesAt };
}

/** "As long as the tags are on, we'll swap it", "provided it is clean", "we're happy for you to pay half": yes, and on what condition. */
function permits(norm: readonly string[], from: number, i: number): boolean {
  if (norm[i] === 'long') return i <= from + 1 && norm[i - 1] === 'as' && norm[i + 1] === 'as';
  if (norm[i] === 'provided' || norm[i] === 'providing') return i === from;
  return norm[i] === 'happy' && norm[i + 1] === 'for' && norm[i + 3] === 'to';
}

import { listed, wordClass } from '../../lexicon/index.js';
import { isUpperCase } from '../../text/letters.js';
import { Gap, type Words } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import { oncePerReading } from '../once-per-reading.js';
import type { Sentence } from '../reading.js';
import { PhraseSet, wordsAre } from '../window.js';

const BEREAVEMENT = listed('bereavement');
const LIFE_EVENTS = listed('life-events');

const KIN = new Set(
  'mum mom mother dad father parents wife husband partner son daughter child baby brother sister grandmother grandfather grandson granddaughter gran grandma grandad grandpa nan aunt uncle niece nephew friend dog cat'.split(
    ' ',
  ),
);

/** Those whose fate is a matter for condolence when somebody is sorry about them. */
export function isKin(word: string): boolean {
  return KIN.has(word);
}

const EVENTS = new PhraseSet([
  'under the weather',
  'your job',
  'break in',
  'broken into',
  'passed away',
  'passing of',
  'run over',
  'knocked down',
  'put down',
  'put to sleep',
  'caught a cold',
  'a bad cold',
  'get well soon',
  'speedy recovery',
  'lost your job',
  'burned down',
  'burnt down',
  'lost her life',
  'lost his life',
  'lost their life',
  'lost her battle',
  'lost his battle',
  'on the mend',
]);
const LIMBS = wordClass('hip knee leg arm ankle wrist shoulder neck heart eye eyes foot hand fall health');
/** What is ill or hurt in "your sister's hip", besides. */
const AILMENTS = wordClass(
  'back head condition news pain loss treatment relapse passing stroke operation surgery accident illness diagnosis',
);

/** "that you have broken your wrist", "she hurt her back": a limb is no service matter. */
function isHurt({ grammar: { words } }: LazyReading, { from, to }: Sentence): boolean {
  for (let i = from; i + 2 < to; i += 1)
    if (HURT.at(words, i) && /^(?:your|her|his|an?|their)$/.test(words.norm[i + 1]) && isAiling(words, i + 2)) return true;
  return false;
}

/** "(your sister)'s hip", "(your dad)'s heart trouble". */
function isAilment(words: Words, at: number): boolean {
  return words.norm[at] === "'s" && isAiling(words, at + 1);
}

function isAiling(words: Words, at: number): boolean {
  return LIMBS.at(words, at) || AILMENTS.at(words, at);
}

const HURT = wordClass('broken broke fractured sprained hurt injured twisted torn tore');

const judged = new WeakMap<Sentence, boolean>();

/** Life events in the sentence, or in the customer's turn when the sentence only says "that". */
export function lifeEvent(reading: LazyReading, sentence: Sentence): boolean {
  const known = judged.get(sentence) ?? namesEvent(reading, sentence);
  judged.set(sentence, known);
  return known;
}

/** What sorrow at hearing of something is about: a life event, or a service matter (RULES §1.5). */
export function kindOfHearing(reading: LazyReading, sentence: Sentence): 'life-event' | 'hearing' {
  return lifeEvent(reading, sentence) ? 'life-event' : 'hearing';
}

/** "You were passed around", "passed from desk to desk", "passed the form on": nobody died. */
const HANDED = new Set('around along over from to through by back between up me you us it them the your my our its round onto'.split(' '));

function namesEvent(reading: LazyReading, sentence: Sentence): boolean {
  const { words } = reading.grammar;
  for (let i = sentence.from; i < sentence.to; i += 1) if (EVENTS.startingAt(words, i).length > 0) return true;
  for (let i = LIFE_EVENTS.first(words, sentence.from, sentence.to); i >= 0; i = LIFE_EVENTS.first(words, i + 1, sentence.to))
    if (words.norm[i] !== 'passed' || !HANDED.has(words.norm[i + 1] ?? '')) return true;
  if (losesSomebody(reading, sentence) || namesNews(words, sentence)) return true;
  if (isHurt(reading, sentence) || wordsAre(words, sentence.to - 2, 'your loss') || hearsOfSomebody(reading, sentence)) return true;
  return endsHollow(reading, sentence) && bereaved(reading);
}

/** "Sorry to read your news", "your sad news", "the news about your mother": what is called so is no matter of service. */
function namesNews({ norm }: Words, { from, to }: Sentence): boolean {
  for (let i = from + 1; i < to; i += 1) {
    if (norm[i] !== 'news') continue;
    if (
      norm[i - 1] === 'your' ||
      (norm[i - 2] === 'your' && /^(?:sad|terrible|awful|dreadful|heartbreaking|devastating|difficult|tragic|bad)$/.test(norm[i - 1]))
    )
      return true;
    if (/^(?:about|of)$/.test(norm[i + 1] ?? '') && norm[i + 2] === 'your' && isKin(norm[i + 3] ?? '')) return true;
  }
  return false;
}

/** "You lost a brother", "the loss of your wife"; not "we lost your brother | 's bag", nor "your son lost | his father's ticket". */
function losesSomebody(reading: LazyReading, { from, to }: Sentence): boolean {
  const { words, tags } = reading.grammar;
  const { norm, gap } = words;
  for (let i = from; i + 2 < to; i += 1) {
    const noun = norm[i] === 'loss' && norm[i + 1] === 'of';
    if (!noun && tags.lemma[i] !== 'lose') continue;
    // What our people lost is no blow of fate.
    if (!noun && /^(?:own|colleague|department|third-party)$/.test(reading.clauseAt(i)?.subject?.actor ?? '')) continue;
    let at = noun ? i + 2 : i + 1;
    if (tags.pos[at] !== 'determiner' && tags.pos[at] !== 'possessive') continue;
    for (at += 1; at < to && at < i + 7 && tags.pos[at] === 'nominal' && !gap[at]; at += 1)
      if (
        isKin(norm[at]) &&
        (at + 1 >= to ||
          gap[at + 1] !== 0 ||
          norm[at + 1] === 'last' ||
          (tags.pos[at + 1] !== 'genitive' && tags.pos[at + 1] !== 'nominal'))
      )
        return true;
  }
  return false;
}

/** "Sorry to hear about your father", "about her arm": what befell people is no service matter, unless it says what we did to them. */
function hearsOfSomebody({ grammar: { words } }: LazyReading, { from, to }: Sentence): boolean {
  for (let i = from; i + 3 < to; i += 1)
    if (
      /^(?:hear|learn|read)$/.test(words.norm[i]) &&
      /^(?:about|of)$/.test(words.norm[i + 1]) &&
      /^(?:your|his|her|their)$/.test(words.norm[i + 2]) &&
      (isKin(words.norm[i + 3]) || LIMBS.at(words, i + 3))
    )
      return (
        i + 4 >= to ||
        (words.gap[i + 4] & (Gap.comma | Gap.stop | Gap.break)) !== 0 ||
        isAilment(words, i + 4) ||
        /^(?:last|this|yesterday|over)$/.test(words.norm[i + 4]) ||
        // "About your mum and the fall she had."
        (words.norm[i + 4] === 'and' && isAiling(words, i + 6))
      );
  return false;
}

/** "So sorry to hear that.", "sorry to hear this sad news". */
function endsHollow(reading: LazyReading, sentence: Sentence): boolean {
  const { words } = reading.grammar;
  for (let i = sentence.from; i + 1 < sentence.to; i += 1)
    if (/^(?:hear|learn|read)$/.test(words.norm[i]) && /^(?:that|this|of|about|it|the|your)$/.test(words.norm[i + 1]))
      return (
        i + 2 >= sentence.to ||
        (words.gap[i + 2] & Gap.comma) !== 0 ||
        BEREAVEMENT.first(words, i + 2, sentence.to) >= 0 ||
        // "about Margaret"
        (i + 3 === sentence.to && /^(?:of|about)$/.test(words.norm[i + 1]) && isUpperCase(reading.grammar.text, words.start[i + 2])) ||
        words.norm.slice(i + 2, i + 5).includes('news')
      );
  return false;
}

/** The customer's turn tells of a death; asked for by every "sorry to hear that", read once. */
const bereaved = oncePerReading<boolean>((reading) => reading.draft.givenKind === 'sensitive' || mourns(reading));

function mourns({ customerGrammar }: LazyReading): boolean {
  return customerGrammar !== undefined && BEREAVEMENT.first(customerGrammar.words, 0, customerGrammar.words.length) >= 0;
}

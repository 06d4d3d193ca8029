import { listed, wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import { PhraseSet, wordsAre } from '../window.js';
import { DEGREE, itIsStart, ownSubject, phraseStart, type Token } from './token.js';
import { LAMENTING, lament } from './laments.js';
import { lifeEvent } from './life-event.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';

const EVALUATIVE_WORDS = listed('evaluative-words');

/** Formulae that pity. */
export const PITY = new PhraseSet([
  'poor you',
  'you poor thing',
  'you poor things',
  'you poor soul',
  'you poor love',
  'you poor pet',
  'you poor dear',
  'you poor lamb',
  'poor thing',
  'bless you',
  'we feel for you',
  'i feel for you',
  'really feel for you',
  'do feel for you',
  'heart goes out to you',
  'hearts go out to you',
  'gutted for you',
  'sad for you',
  'rotten luck',
  'what bad luck',
]);
/** It is … that you: their lot is deplored, and nobody did it. */
export const DEPLORED = wordClass('unfortunate regrettable deplorable lamentable deplored regretted lamented');
const READING = wordClass('read hear see learn reading hearing');
const BAD_FOR = wordClass('awful terrible horrible dreadful sad bad unfortunate unlucky');
/** What is said of an event that befell them, with nobody in it. */
const BEFALLEN = wordClass('sad unfortunate regrettable lamentable unlucky bad');

/** Pity without a word of apology (RULES rule 12 b, c). */
export function pity(reading: LazyReading, sentence: Sentence, i: number): Token | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const found = (from: number, after: number): Token => ({
    from,
    after,
    sorrow: false,
    kind: lifeEvent(reading, sentence) ? 'life-event' : 'pity',
  });
  const lamented = LAMENTING.at(words, i) ? lament(reading, sentence, i) : undefined;
  if (lamented) return found(lamented.from, lamented.after);
  const [poor] = PITY.startingAt(words, i);
  if (poor) return found(i, Math.min(sentence.to, i + poor.split(' ').length));
  // "What a rotten time", "what a shame": said of them, not of what we did.
  if (
    norm[i] === 'what' &&
    norm[i + 1] === 'a' &&
    (i === sentence.from || (reading.grammar.words.gap[i] & (Gap.comma | Gap.break)) !== 0) &&
    whatAPity(norm, i + 2)
  )
    return found(i, Math.min(sentence.to, i + 4));
  if (norm[i] === 'how' && BAD_FOR.at(words, i + 1) && norm[i + 2] === 'for' && norm[i + 3] === 'you') return found(i, i + 4);
  if (norm[i] === 'how' && BEFALLEN.at(words, i + 1) && norm[i + 2] === 'that' && /^(?:you|your)$/.test(norm[i + 3] ?? ''))
    return found(i, i + 3);
  // "How awful!", "that's a real pity", "such a shame": said of their lot, and no more.
  if (norm[i] === 'how' && BAD_FOR.at(words, i + 1) && endsAt(reading, sentence, i + 2) && opensAt(reading, sentence, i))
    return found(i, i + 2);
  if (norm[i] === 'pity' || norm[i] === 'shame') {
    const clause = reading.clauseAt(i);
    const bare =
      endsAt(reading, sentence, i + 1) &&
      clause?.verb?.lemma === 'be' &&
      !clause.negated &&
      /^(?:that|this|it)$/.test(norm[clause.subject?.from ?? -1] ?? '');
    const theirs = /^(?:that|to)$/.test(norm[i + 1] ?? '')
      ? /^(?:you|your)$/.test(norm[i + 2] ?? '')
      : /^(?:you|your)$/.test(norm[i + 1] ?? '');
    if (bare || ((theirs || befell(reading, clause)) && clause?.verb?.lemma === 'be'))
      return found(phraseStart(reading, sentence, i), i + 1);
  }
  if (BEFALLEN.at(words, i) && deplores(reading, sentence, i)) return found(itIsStart(norm, sentence, i), i + 1);
  // "It breaks our heart to read this."
  if (/^(?:breaks|broke)$/.test(norm[i]) && /^(?:my|our)$/.test(norm[i + 1] ?? '') && /^hearts?$/.test(norm[i + 2] ?? '')) {
    // "It broke our hearts in the office to read about the little ones."
    const to = READING.first(words, i + 3, Math.min(sentence.to, i + 9));
    if (to > i + 3 && norm[to - 1] === 'to') return found(itIsStart(norm, sentence, i), to);
  }
  if (
    /^(?:pained|pains|grieved|grieves)$/.test(norm[i]) &&
    /^(?:us|me)$/.test(norm[i + 1] ?? '') &&
    norm[i + 2] === 'to' &&
    READING.at(words, i + 3)
  )
    return found(itIsStart(norm, sentence, i), i + 3);
  if (norm[i] === 'heartbroken' && norm[i + 1] === 'to' && READING.at(words, i + 2)) return found(phraseStart(reading, sentence, i), i + 2);
  // "My heart sank when I read this."
  if (/^(?:heart|hearts)$/.test(norm[i]) && norm[i + 1] === 'sank' && /^(?:my|our)$/.test(norm[i - 1] ?? ''))
    return { from: i - 1, after: i + 2, sorrow: false, kind: 'pity' };
  // "It is with regret that I read of the leak."
  if (
    norm[i] === 'regret' &&
    norm[i - 1] === 'with' &&
    norm[i + 1] === 'that' &&
    /^(?:read|hear|heard|learn|learned|learnt|note|see)$/.test(norm[i + 3] ?? '')
  )
    return found(itIsStart(norm, sentence, i), i + 1);
  if (norm[i] === 'sympathise' && wordsAre(words, i + 1, 'with you') && ownSubject(reading, i))
    return found(phraseStart(reading, sentence, i), i + 1);
  // "Our hearts go out to you."
  if (/^(?:heart|hearts)$/.test(norm[i]) && /^(?:go|goes)$/.test(norm[i + 1] ?? '') && wordsAre(words, i + 2, 'out to you'))
    return found(i - 1, i + 5);
  if ((norm[i] === 'feel' || norm[i] === 'felt') && ownSubject(reading, i)) {
    let k = i + 1;
    while (DEGREE.at(words, k)) k += 1;
    if (
      (BAD_FOR.at(words, k) || norm[k] === 'sorry') &&
      /^(?:for|about|that|this|hearing|reading|learning|seeing)$/.test(norm[k + 1] ?? '')
    )
      return isOfOurDeed(reading, k + 1)
        ? { from: phraseStart(reading, sentence, i), after: k + 1, sorrow: false }
        : found(phraseStart(reading, sentence, i), k + 1);
  }
  // It is (most) unfortunate / regrettable that you …
  if (DEPLORED.at(words, i) && reading.clauseAt(i)?.subject?.actor !== 'own' && /^(?:that|you)$/.test(norm[i + 1] ?? '')) {
    const at = norm[i + 1] === 'that' ? i + 2 : i + 1;
    if (norm[at] === 'you' || norm[at] === 'your' || norm[at] === 'this') return found(itIsStart(norm, sentence, i), i + 1);
  }
  return undefined;
}

/** "I feel awful about losing it", "… that we kept you waiting": remorse for what we did; "… about hearing this", "… for you standing there" is pity. */
export function isOfOurDeed({ grammar: { words, tags } }: LazyReading, at: number): boolean {
  const { norm } = words;
  if (norm[at] === 'that') return /^(?:we|i|our|my)$/.test(norm[at + 1] ?? '');
  if (norm[at] === 'to')
    return norm[at + 1] === 'have' && tags.pos[at + 2] === 'verb' && !READING.at(words, at + 2) && norm[at + 2] !== 'heard';
  if (!/^(?:for|about|at|by|of)$/.test(norm[at] ?? '')) return false;
  return (tags.form[at + 1] === 'ing' && !READING.at(words, at + 1)) || (norm[at + 1] === 'having' && tags.pos[at + 2] === 'verb');
}

/** "It's a shame that the kettle broke": what happened to a thing of theirs, and not what we have or lack. */
function befell({ clauses }: LazyReading, clause: Clause | undefined): boolean {
  const next = clause && clauses[clause.index + 1];
  if (next?.sentence !== clause?.sentence || !next?.verb || next.negated) return false;
  return next.subject?.actor === 'thing' && (next.verb.tense === 'past' || next.verb.tense === 'perfect');
}

/** "That is really unfortunate.", "very unfortunate indeed!", "that's too bad", "it's sad that your trip was spoilt". */
function deplores(reading: LazyReading, sentence: Sentence, i: number): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const clause = reading.clauseAt(i);
  const last = endsAt(reading, sentence, norm[i + 1] === 'indeed' ? i + 2 : i + 1);
  if (norm[i] === 'bad') return last && norm[i - 1] === 'too' && pointsAtIt(norm, clause);
  if (norm[i] === 'sad') return norm[i + 1] === 'that' && /^(?:you|your)$/.test(norm[i + 2] ?? '') && pointsAtIt(norm, clause);
  let from = i;
  while (from > sentence.from && DEGREE.at(words, from - 1)) from -= 1;
  return last && (pointsAtIt(norm, clause) || (from === sentence.from && i < sentence.from + 3));
}

function pointsAtIt(norm: readonly string[], clause: Clause | undefined): boolean {
  if (clause?.verb?.lemma !== 'be' || clause.negated || clause.verb.modal || clause.mood !== 'statement') return false;
  return /^(?:that|this|it)$/.test(norm[clause.subject?.from ?? -1] ?? '');
}

function endsAt(reading: LazyReading, sentence: Sentence, at: number): boolean {
  return at >= sentence.to || (reading.grammar.words.gap[at] & (Gap.comma | Gap.break | Gap.stop)) !== 0;
}

function opensAt(reading: LazyReading, sentence: Sentence, at: number): boolean {
  return at === sentence.from || (reading.grammar.words.gap[at] & (Gap.comma | Gap.break | Gap.stop)) !== 0;
}

function whatAPity(norm: readonly string[], at: number): boolean {
  if (/^(?:shame|pity|nightmare|ordeal|misfortune|disaster|blow|bummer|letdown|calamity)$/.test(norm[at] ?? '')) return true;
  return (
    EVALUATIVE_WORDS.has(norm[at]) &&
    /^(?:time|day|week|weekend|night|trip|journey|experience|thing|ordeal|start|end|holiday|situation)$/.test(norm[at + 1] ?? '')
  );
}

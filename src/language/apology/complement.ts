import { listed } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import { wordsAre } from '../window.js';
import { clauseComplement } from './clause.js';
import { conditional } from './condition.js';
import { nounComplement } from './noun.js';
import { FEELING, INCONVENIENCE, LONGEST, type Complement } from './parts.js';
import { undercutAfter } from './undercut.js';
import { kindOfHearing } from './life-event.js';
import type { LazyReading } from '../index.js';
import type { Sentence } from '../reading.js';

const EVALUATIVE_WORDS = listed('evaluative-words');
const HEARING = new Set('hear learn see read know find discover note understand hearing learning seeing reading'.split(' '));
const COURTESY = new Set('bother interrupt trouble disturb pester chase nag intrude miss lose'.split(' '));
const PREFACE = new Set('say inform tell advise announce report disappoint confirm admit'.split(' '));

/** Openings of a condition that are no "if". */
const DOUBTS = [
  'in case',
  'to the extent',
  'to any extent',
  'to the degree',
  'to whatever extent',
  'in the event',
  'in so far',
  'in as far',
  'where we',
  'where this',
  'where it',
];

/** The clause behind the sorrow is negated, or judges. */
function tellsOfTrouble(reading: LazyReading, sentence: Sentence, after: number): boolean {
  const { words } = reading.grammar;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    if (!clause.verb || clause.verb.from <= after || clause.verb.from > after + 10) continue;
    if (clause.verb.modal === 'can' || clause.verb.tense === 'future') return false;
    return clause.negated || EVALUATIVE_WORDS.first(words, clause.verb.from, clause.to) >= 0;
  }
  return false;
}

/** What follows the word of apology: kind, end, and whether a failing is named. `undefined` when the word is none of ours after all. */
export function complementOf(reading: LazyReading, sentence: Sentence, after: number, sorrow: boolean): Complement | undefined {
  const { words } = reading.grammar;
  const { norm, gap } = words;
  const end = breakAfter(reading, sentence, after);
  const bare: Complement | undefined = sorrow ? undefined : { kind: 'bare', end: after, specific: false };
  if (after >= sentence.to || gap[after] & (Gap.stop | Gap.break | Gap.blankLine | Gap.closeBracket)) return bare;
  const word = norm[after];
  // "My apologies to anyone who was offended."
  if (word === 'to' && /^(?:anyone|anybody|those|everyone|any|all)$/.test(norm[after + 1] ?? '') && FEELING.first(words, after, end) >= 0)
    return { kind: 'feelings', end, specific: false };

  if (DOUBTS.some((phrase) => wordsAre(words, after, phrase))) return conditional(reading, sentence, after);
  if (word === 'to' || HEARING.has(word)) return toComplement(reading, sentence, word === 'to' ? after + 1 : after, end, sorrow);
  // "We are sad that your stay was not to your liking": of their lot, where it is told as bad.
  if (sorrow)
    return word === 'that' && /^(?:you|your|this|it)$/.test(norm[after + 1] ?? '') && tellsOfTrouble(reading, sentence, after)
      ? { kind: 'hearing', end, specific: false }
      : undefined;
  if (word === 'but' || word === 'however' || word === 'yet') {
    // "We took the wrong branch and we are sorry, but the plan wasn't clear."
    const undercut = tellsOfOurs(reading, sentence, after) ? undercutAfter(reading, sentence, after) : undefined;
    return undercut ?? { kind: 'refusal-preface', end: sentence.to, specific: false };
  }
  // "Sorry, but we can't", "I'm sorry, we sent the wrong size".
  if (gap[after] & Gap.comma && !/^(?:that|for|if|about)$/.test(word)) return bare;
  if (word === 'if' || word === 'should' || word === 'insofar' || word === 'wherever') return conditional(reading, sentence, after);
  // "We are sorry when customers feel this way"
  if (/^(?:when|whenever)$/.test(word)) {
    const unhappy =
      FEELING.first(words, after, end) >= 0 || norm.slice(after, end).some((said) => /^(?:feel|feels|think|thinks)$/.test(said));
    if (unhappy) return { kind: 'feelings', end, specific: false };
  }
  // "for the fact that you feel cheated"
  for (let i = after; i < after + 2; i += 1)
    if (wordsAre(words, i, 'the fact that')) return clauseComplement(reading, sentence, i + 2, end) ?? bare;
  // "Sorry the menu wasn't to your taste", "our message was taken as rude"
  if (/^(?:the|this|our|my)$/.test(word)) {
    const said = clauseComplement(reading, sentence, after, end);
    if (said?.kind === 'feelings') return said;
  }
  if (
    word === 'for' ||
    word === 'about' ||
    word === 'over' ||
    word === 'regarding' ||
    word === 'on' ||
    word === 'at' ||
    word === 'any' ||
    word === 'the' ||
    word === 'this' ||
    word === 'our' ||
    word === 'my'
  )
    return nounComplement(
      reading,
      sentence,
      word === 'for' || word === 'about' || word === 'over' || word === 'regarding' || word === 'at' ? after + 1 : after,
      end,
      word,
    );
  // "We regret your dissatisfaction."
  if (word === 'your' && norm[after + 1] === 'having' && FEELING.first(words, after, Math.min(end, after + 6)) >= 0)
    return { kind: 'feelings', end, specific: false };
  if (word === 'your' && FEELING.at(words, after + 1) && !/^(?:verb|auxiliary)$/.test(reading.grammar.tags.pos[after + 2] ?? ''))
    return { kind: 'feelings', end, specific: false };
  // "We regret sending the wrong size."
  if (reading.grammar.tags.form[after] === 'ing') return { kind: 'own-act', end, specific: true };
  return clauseComplement(reading, sentence, after, end) ?? bare;
}

/** A clause before the apology has told what we did. */
function tellsOfOurs(reading: LazyReading, { firstClause }: Sentence, after: number): boolean {
  for (let k = firstClause; k < reading.clauses.length && reading.clauses[k].to < after; k += 1) {
    const { subject, verb, mood } = reading.clauses[k];
    if (subject?.actor === 'own' && mood === 'statement' && (verb?.tense === 'past' || (verb?.tense === 'perfect' && verb.negated)))
      return true;
  }
  return false;
}

/** First word after the stretch that the apology can govern: a full break, or a coordinator that opens a clause of its own. */
function breakAfter(reading: LazyReading, sentence: Sentence, from: number): number {
  const { gap, norm } = reading.grammar.words;
  const limit = Math.min(sentence.to, from + LONGEST);
  for (let i = from + 1; i < limit; i += 1) {
    if (gap[i] & (Gap.stop | Gap.break | Gap.blankLine)) return i;
    if (
      gap[i] & Gap.comma &&
      /^(?:but|and|so|however|we|i|although|though|yet|still|nevertheless|nonetheless|albeit|please|which)$/.test(norm[i])
    )
      return i;
    if (norm[i] === 'but' || norm[i] === 'however' || norm[i] === 'although' || norm[i] === 'albeit') return i;
    if (norm[i] === 'even' && /^(?:if|though)$/.test(norm[i + 1] ?? '')) return i;
    if (gap[i] & Gap.comma && norm[i] === 'only') return i;
    if (norm[i] === 'and' && /^(?:i|we|will|hope|would|please|thank|appreciate)$/.test(norm[i + 1] ?? '')) return i;
  }
  return limit;
}

/** sorry to hear, to see you go, to bother you, to say, to have kept you waiting. */
function toComplement(reading: LazyReading, sentence: Sentence, at: number, end: number, sorrow: boolean): Complement | undefined {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  const verb = norm[at];
  const lemma = tags.lemma[at] ?? verb;
  if (HEARING.has(verb) || HEARING.has(lemma)) {
    if (
      (lemma === 'see' || lemma === 'hear') &&
      norm[at + 1] === 'you' &&
      /^(?:go|leave|leaving|going|are leaving)$/.test(norm[at + 2] ?? '')
    )
      return { kind: 'courtesy', end, specific: false };
    if (wordsAre(words, at, 'hear you are leaving')) return { kind: 'courtesy', end, specific: false };
    return { kind: kindOfHearing(reading, sentence), end, specific: false };
  }
  if (
    wordsAre(words, at, 'be told') ||
    wordsAre(words, at, 'have heard') ||
    wordsAre(words, at, 'have learned') ||
    wordsAre(words, at, 'have read') ||
    wordsAre(words, at, 'be hearing')
  )
    return { kind: kindOfHearing(reading, sentence), end, specific: false };
  if (sorrow) return undefined;
  // "sorry to have caused any inconvenience"
  if (lemma === 'have' || lemma === 'cause') {
    const noun = INCONVENIENCE.first(words, at, Math.min(end, at + 8));
    if (noun >= 0 && norm.slice(at, noun).includes('any')) return { kind: 'any-inconvenience', end, specific: false };
  }
  if (lemma === 'have' || lemma === 'keep' || lemma === 'cause') return { kind: 'own-act', end, specific: true };
  if (PREFACE.has(lemma)) return { kind: 'refusal-preface', end, specific: false };
  if (COURTESY.has(lemma)) return { kind: 'courtesy', end, specific: false };
  return { kind: 'bare', end, specific: false };
}

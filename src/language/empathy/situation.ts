import { listed } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { EmpathyStatement, Sentence } from '../reading.js';
import { anchored, restates } from './anchors.js';
import { bears } from './reflection.js';
import { saysWhatItIsLike } from './situation-predicate.js';
import { situationSubject } from './situation-subject.js';

const EVALUATIVE_WORDS = listed('evaluative-words');
const FEELING_WORDS = listed('feeling-words');

/**
 * What they told of is the subject, and what is said of it is what it is like, in whatever words: "Landing at 11.20 and finding the shutters down is
 * maddening", "paying for a gym that you have left would bug anybody", "six hours in the car and then a padlock on the tub: I'd have turned round".
 */
export function situation(reading: LazyReading, sentence: Sentence, theirs: ReadonlySet<string>): EmpathyStatement | undefined {
  if (sentence.role !== 'body') return undefined;
  const statement: EmpathyStatement = {
    start: sentence.start,
    end: sentence.end,
    sentence: sentence.index,
    kind: 'evaluation',
    specific: true,
  };
  if (judgesBefore(reading, sentence, theirs)) return statement;
  const subject = situationSubject(reading, sentence);
  if (!subject || subject.said - subject.from < 2) return undefined;
  const { form, from, said, fragment } = subject;
  const hard = bears(reading, from, said);
  const told = theirs.size > 0 ? restates(reading, from, said, theirs) : form !== 'thing' && anchored(reading, from, said);
  const strikesAll = !fragment && form !== 'thing' && strikesAnybody(reading, said, sentence.to);
  if (!told && !hard && !strikesAll) return undefined;
  if (form !== 'doing' && reading.grammar.words.norm.slice(from, said).includes('our')) return undefined;
  const judged = fragment ? isAnswered(reading, said, sentence.to) : saysWhatItIsLike(reading, said, sentence.to, form);
  if (!judged && !takenUp(reading, said, sentence.to)) return undefined;
  return statement;
}

/** "Four times is not bad luck, it is bad service." */
function takenUp(reading: LazyReading, from: number, to: number): boolean {
  const { words, tags } = reading.grammar;
  const end = Math.min(to, from + 12);
  for (let i = from + 1; i + 2 < end; i += 1)
    if (words.gap[i] & (Gap.comma | Gap.break) && /^(?:it|that)$/.test(words.norm[i]) && tags.pos[i + 1] === 'auxiliary')
      return /^(?:is|was)$/.test(words.norm[i + 1]) && saysWhatItIsLike(reading, i + 1, to, 'quantity');
  return false;
}

/** "Four cancelled visits, Grace. That is a joke in bad taste": a sentence that judges the fragment before it. */
function judgesBefore(reading: LazyReading, sentence: Sentence, theirs: ReadonlySet<string>): boolean {
  const before = reading.sentences[sentence.index - 1];
  const { norm } = reading.grammar.words;
  if (
    before?.role !== 'body' ||
    !/^(?:that|this|it)$/.test(norm[sentence.from] ?? '') ||
    !/^(?:is|was)$/.test(norm[sentence.from + 1] ?? '')
  )
    return false;
  if (!restates(reading, before.from, before.to, theirs)) return false;
  const verbless = reading.clauses.slice(before.firstClause, before.endClause).every(({ verb }) => !verb || verb.tense === 'none');
  return verbless && saysWhatItIsLike(reading, sentence.from + 1, sentence.to, 'quantity');
}

/** "would bug anybody", "is more than most people bear": said of whoever it befalls, so that it needs none of the customer's words. */
function strikesAnybody({ grammar: { words } }: LazyReading, from: number, to: number): boolean {
  for (let i = from + 1; i < Math.min(to, from + 7); i += 1)
    if (/^(?:anyone|anybody|any|most|everyone|everybody)$/.test(words.norm[i])) return true;
  return false;
}

/** What follows a fragment and its colon: what anybody would feel or do, or a word of judgement. */
function isAnswered({ grammar: { words } }: LazyReading, from: number, to: number): boolean {
  if (/^(?:not|hardly|nobody|no)$/.test(words.norm[from] ?? '')) return true;
  for (let i = from; i < to && !(words.gap[i] & (Gap.stop | Gap.blankLine)); i += 1) {
    if (/^(?:would|must|'d)$/.test(words.norm[i])) return true;
    if (EVALUATIVE_WORDS.at(words, i) || FEELING_WORDS.at(words, i)) return true;
  }
  return false;
}

import { listed, wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import type { Grammar } from '../grammar/grammar.js';
import { isKindness } from './clauses.js';
import { FAILURES, UNITS } from './customer-words.js';
import type { Stretch } from './help.js';
import { negatedBefore } from './negation.js';
import { countPhrases, joinPhrases } from './signals.js';
import { moodSigns } from './signs.js';

const NEGATIVE = listed('negative-evaluation');
const POSITIVE = listed('positive-evaluation');
/** Those of ours whom a customer meets. */
const STAFF = wordClass(
  'staff crew pilot pilots captain driver drivers agent agents attendant attendants team lady ladies guy gentleman clerk waiter waiters waitress nurse nurses receptionist steward stewardess conductor mechanic plumber technician engineer manager supervisor',
);
const MADE_GOOD = joinPhrases({
  madeGood: 'customer-made-good',
});
/** Verbs that seldom do anything but help. */
const RESCUES = new Set(
  'help carry fix save find assist upgrade repair mend sort solve resolve handle reimburse accommodate reunite swap replace refund waive rescue retrieve comfort'.split(
    ' ',
  ),
);
/** What goes wrong, in one word: not how somebody was. */
const MISHAPS = wordClass('late cold broken ruined wasted noisy expensive');
/** A longer tale is weighed as a whole. */
const SHORT_TALE = 80;

/**
 * Trouble that was made good, in a short tale: from the first word to where the telling turns to who helped ("cancelled by fog, and the lady on platform 3 put
 * us on a coach"). What went wrong there is held against nobody, for it is what the praise is about. Undefined where it turns back, or the trouble was judged.
 */
export function troubleMadeGood(grammar: Grammar): Stretch | undefined {
  const { words } = grammar;
  if (words.length > SHORT_TALE) return undefined;
  const turn = turnOf(grammar);
  if (turn <= 0 || judgedBefore(grammar, turn) || turnsBack(grammar, turn)) return undefined;
  const { angry, scornTags } = moodSigns(grammar.text);
  return angry >= 1 || scornTags > 0 ? undefined : { from: 0, to: turn };
}

/** Index of the first word of the last clause that tells how somebody helped, or -1. */
function turnOf(grammar: Grammar): number {
  let turn = -1;
  for (const clause of grammar.clauses) {
    const { verb, subject, mood, negated } = clause;
    if (
      !verb ||
      !subject ||
      negated ||
      isAside(grammar, clause) ||
      mood !== 'statement' ||
      /^(?:i|we|it|this|that)$/.test(grammar.words.norm[subject.from])
    )
      continue;
    const over = verb.tense === 'past' || verb.tense === 'perfect';
    if ((over && verb.modal === undefined && isRescue(grammar, clause)) || isPraisedStaff(grammar, clause))
      turn = Math.max(turn, subject.from);
  }
  countPhrases(grammar.words, MADE_GOOD, (_, at) => {
    if (!negatedBefore(grammar, at)) turn = Math.max(turn, at);
    return false;
  });
  return turn;
}

/** "The hearing aid you repaired (whistles)": it says which thing is meant. */
function isAside({ tags, words }: Grammar, { subject, link }: Grammar['clauses'][number]): boolean {
  if (!subject) return false;
  if (link === 'that' || link === 'which' || link === 'who') return true;
  return subject.from > 0 && tags.pos[subject.from - 1] === 'nominal' && !words.gap[subject.from];
}

/** "Your man fixed it", "they put us on the next one", "set us up with a room". */
function isRescue(grammar: Grammar, clause: Grammar['clauses'][number]): boolean {
  const { verb } = clause;
  if (!verb || verb.voice === 'passive') return false;
  return RESCUES.has(verb.lemma) || (/^(?:hook|set|put|get|take|make)$/.test(verb.lemma) && isKindness(grammar, clause));
}

/** "Staff was extremely helpful", "the crew were great". */
function isPraisedStaff(grammar: Grammar, { subject, verb, to }: Grammar['clauses'][number]): boolean {
  const { words } = grammar;
  if (!subject || !verb || verb.negated || STAFF.first(words, subject.from, subject.to) < 0) return false;
  let good = POSITIVE.first(words, verb.to, to);
  // "Kind of a jerk".
  if (good >= 0 && words.norm[good + 1] === 'of') good = POSITIVE.first(words, good + 1, to);
  return good >= 0 && !negatedBefore(grammar, good) && NEGATIVE.first(words, verb.to, to) < 0;
}

/** A hard word for more than what happened. */
function judgedBefore({ words }: Grammar, turn: number): boolean {
  for (let i = NEGATIVE.first(words, 0, turn); i >= 0; i = NEGATIVE.first(words, i + 1, turn)) if (!MISHAPS.at(words, i)) return true;
  return false;
}

/** "… but the next one was cancelled too", "… nine hours later". */
function turnsBack(grammar: Grammar, turn: number): boolean {
  const { norm, gap, length } = grammar.words;
  for (let i = turn; i < length; i += 1) {
    if (/^(?:but|however|though|although|unfortunately|still|only|except)$/.test(norm[i])) return true;
    if (UNITS.has(norm[i]) && norm[i + 1] === 'later' && !(gap[i + 1] & Gap.stop)) return true;
    if ((NEGATIVE.at(grammar.words, i) || FAILURES.has(norm[i])) && !negatedBefore(grammar, i)) return true;
  }
  return false;
}

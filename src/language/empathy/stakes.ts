import { inList, wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import { LIFE_NOUNS } from './befell.js';
import { failsToAct } from '../fault/failing.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';

/** Those whom the customer speaks for, or has lost. */
const THEIR_PEOPLE = wordClass(
  'mum mom mother dad father parents wife husband partner son sons daughter daughters child children kids kid baby toddler twins newborn brother sister grandmother ' +
    'grandfather gran grandma grandad nan grandson granddaughter grandchildren niece nephew friend dog cat horse pony girls boys',
);
/** What harms when it is done to what is theirs. */
const HARMING = new Set('lose break ruin spoil send let leave forget crush burn sell stain cut bury wake frighten scare drop'.split(' '));
/** What customers do to make room for something. */
const SACRIFICE = new Set(
  'move take give clear empty pack set arrange swap rearrange drive travel fly walk carry save stay cycle cook bake paint wash tidy book'.split(
    ' ',
  ),
);
/** How what they made room for turned out. */
const IN_VAIN = /^(?:missing|shut|closed|locked|gone|empty|dark|cold|lost|late|wrong|nowhere|cancelled|nothing|nobody)$/;
/** What there is little of in a life. */
const RARE = wordClass(
  'hour hours day days night nights evening evenings week weeks weekend weekends chance chances holiday lunch break morning afternoon birthday minutes',
);
const SMARTS = /^(?:stings|hurts|grates|rankles|smarts|galls|jars|bites)$/;
const DEAR = /^(?:steep|dear|hefty|daylight|robbery|galling)$/;
/** What may stand behind "is a lot": what for, or the sentence's end. */
const FOR_WHAT = /^(?:when|for|to|of|if|just|in|on|and|by|with)$/;
const NEAR = 14;

/** "We broke a present from your wife", "you took Friday off so it could be fitted, and nobody rang", "you have one day in the year for it, and we …": what of theirs was at stake. */
export function stakes(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  return (
    hurtsTheirOwn(reading, clause) ||
    setAsideInVain(reading, sentence, clause) ||
    hadButOne(reading, sentence, clause) ||
    isWaitedFor(reading, sentence, clause)
  );
}

/** "We sent your mother home without her pills", "lost the one thing your son sleeps with". */
function hurtsTheirOwn(reading: LazyReading, clause: Clause): boolean {
  const { subject, verb, negated } = clause;
  if (subject?.actor !== 'own' || negated || verb!.modal || verb!.tense !== 'past') return false;
  if (!HARMING.has(verb!.lemma) && !(inList('fault-verbs', verb!.lemma) && failsToAct(reading, clause))) return false;
  const { words } = reading.grammar;
  const end = Math.min(reading.sentences[clause.sentence].to, verb!.to + 10);
  for (let i = verb!.to; i + 1 < end; i += 1) {
    if (i > verb!.to && words.gap[i] & (Gap.comma | Gap.break | Gap.stop)) return false;
    if (words.norm[i] === 'your' && (THEIR_PEOPLE.at(words, i + 1) || THEIR_PEOPLE.at(words, i + 2))) return true;
  }
  return false;
}

/** "You moved the children out so that it would be done in a day, and three hours were missing from it". */
function setAsideInVain(
  { clauses, grammar: { words } }: LazyReading,
  { endClause, to }: Sentence,
  { index, subject, verb, negated }: Clause,
): boolean {
  if (subject?.actor !== 'customer' || negated || verb!.modal || verb!.voice === 'passive') return false;
  if ((verb!.tense !== 'past' && verb!.tense !== 'perfect') || !SACRIFICE.has(verb!.lemma)) return false;
  return clauses.slice(index + 1, Math.min(endClause, index + 5)).some((later) => {
    if (!/^(?:and|but|only)$/.test(later.link ?? '') || !later.verb || later.subject?.actor === 'customer' || later.verb.modal)
      return false;
    if (later.verb.tense !== 'past' && later.verb.tense !== 'perfect') return false;
    return (
      later.negated ||
      later.subject?.actor === 'nobody' ||
      words.norm.slice(later.verb.from, Math.min(to, later.verb.to + 3)).some((word) => IN_VAIN.test(word))
    );
  });
}

/** "You get two nights away a year, and we put you above the disco", "you have an hour for lunch and we kept fifty minutes of it". */
function hadButOne(
  { clauses, grammar: { words, tags } }: LazyReading,
  { endClause }: Sentence,
  { index, subject, verb, negated }: Clause,
): boolean {
  if (subject?.actor !== 'customer' || negated || verb!.modal || !/^(?:have|get)$/.test(verb!.lemma)) return false;
  let at = verb!.to;
  if (words.norm[at] === 'only' || words.norm[at] === 'just') at += 1;
  if (!/^(?:an?|one|half)$/.test(words.norm[at] ?? '') && tags.pos[at] !== 'number') return false;
  if (!RARE.at(words, at + 1) && !RARE.at(words, at + 2)) return false;
  return clauses
    .slice(index + 1, Math.min(endClause, index + 5))
    .some(
      (later) => /^(?:and|but)$/.test(later.link ?? '') && later.subject?.actor === 'own' && later.verb?.tense === 'past' && !later.negated,
    );
}

/** "You've a wedding to dress at noon, and your vases are on a van in the flood": what is due, and where the thing for it is instead. */
function isWaitedFor(reading: LazyReading, { endClause }: Sentence, { index, subject, verb, negated, to }: Clause): boolean {
  if (subject?.actor !== 'customer' || negated || verb!.modal || verb!.lemma !== 'have' || verb!.tense !== 'present') return false;
  const { words } = reading.grammar;
  if (LIFE_NOUNS.first(words, verb!.to, Math.min(to + 1, verb!.to + 6)) < 0) return false;
  return reading.clauses
    .slice(index + 1, Math.min(endClause, index + 5))
    .some(
      (later) =>
        /^(?:and|but|while|yet)$/.test(later.link ?? '') &&
        later.subject !== undefined &&
        words.norm[later.subject.from] === 'your' &&
        later.verb?.lemma === 'be' &&
        later.verb.tense === 'present',
    );
}

/** "£9 four times over stings", "fourteen pounds is a lot when what you expect is a bowl of leaves": what a sum or a number is to whoever has to bear it. */
export function isDear({ grammar: { words, tags } }: LazyReading, { from, to, role, question }: Sentence): boolean {
  if (role !== 'body' || question || (tags.pos[from] !== 'number' && tags.pos[from + 1] !== 'number')) return false;
  const { norm, gap } = words;
  for (let i = from + 1; i < Math.min(to, from + NEAR); i += 1) {
    const ends = i + 1 >= to || gap[i + 1] !== 0;
    if (
      SMARTS.test(norm[i]) &&
      (ends || /^(?:and|so|when|if)$/.test(norm[i + 1])) &&
      !/^(?:bee|wasp|nettle|insect|the|these|those|had|have|has|got|of|with|no|any|some|from|and)$/.test(norm[i - 1])
    )
      return true;
    if (gap[i] & (Gap.comma | Gap.break | Gap.stop)) return false;
    if (norm[i] !== 'is' && norm[i] !== 'was') continue;
    const lot = norm[i + 1] === 'a' && norm[i + 2] === 'lot' && (i + 3 >= to || gap[i + 3] !== 0 || FOR_WHAT.test(norm[i + 3]));
    return lot || DEAR.test(norm[i + 1] ?? '') || (norm[i + 1] === 'too' && norm[i + 2] === 'much');
  }
  return false;
}

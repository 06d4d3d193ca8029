import { listed, wordClass } from '../../lexicon/index.js';
import { Gap, type Words } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';
import { stretchEnd } from './anchors.js';

const LIFE_NOUNS = listed('life-nouns');
const STOCK_WORDS = listed('stock-words');

/** Judgements on a standard. */
const WORTHLESS = wordClass('unacceptable inexcusable unforgivable wrong inadequate substandard');
const WANTED = wordClass('want wants wanted expect expects expected hope hoped hoping like promise promises promised advertise advertised');
/** What people do who set their mind on something, or have earned it. */
const HOPED = new Set(
  'expect want hope deserve pay book save plan need order choose wait look come dream promise imagine travel ask fly get find'.split(' '),
);

/**
 * That isn't good enough; a room that was not clean is unacceptable; that is not the welcome we want anyone to get. A standard that names neither a failing
 * nor this customer ("not the experience we want for our guests") shows no understanding (RULES §5).
 */
export function missesStandard(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const verb = clause.verb!;
  // After a number, the subject may be lost: "twelve for 9,000 is a third of what we promised".
  if (verb.lemma === 'be' && !verb.negated && isOpposite(norm, verb.to, sentence.to))
    return !isBareLevel(reading, clause) || subjectFails(reading, sentence, clause);
  if (clause.subject?.actor !== 'own' && isOffLevel(words, clause) && subjectFails(reading, sentence, clause)) return true;
  if (clause.subject?.actor === 'own') return expectsOfStaff(reading, sentence, clause);
  if (!/^(?:be|sound|seem|look|feel)$/.test(verb.lemma)) return false;
  if (WORTHLESS.first(words, verb.to, clause.to) >= 0 && !verb.negated) return true;
  if (!verb.negated) return isOpposite(norm, verb.to, sentence.to) && !isBareLevel(reading, clause);
  // "is not much of a party"
  if (norm[verb.to] === 'much' && norm[verb.to + 1] === 'of' && norm[verb.to + 2] === 'a') return true;
  if (norm[verb.to] === 'what') {
    const whose = norm[verb.to + 1] ?? '';
    if (/^(?:you|he|she|anyone|anybody|any|your)$/.test(whose)) return true;
    if (/^(?:we|i)$/.test(whose) && /^(?:call|mean|understand)$/.test(norm[verb.to + 2] ?? '')) return true;
  }
  // "This isn't how we should treat anybody".
  if (norm[verb.to] === 'how' && /^(?:should|want|like|treat|wish)$/.test(norm[verb.to + 2] ?? ''))
    return namesWhom(norm, verb.to + 3, sentence.to);
  if (norm[verb.to] === 'how' && norm[verb.to + 2] === 'wanted') return namesOccasion(reading, verb.to + 3, sentence.to);
  if (hopedFor(reading, clause)) return true;
  if (nobodysLot(norm, verb.to, sentence.to)) return true;
  if (/^(?:good|acceptable|okay|ok|right|fair|ideal|reasonable|on|normal|great)$/.test(norm[verb.to] ?? '')) return true;
  const wanted = WANTED.first(words, verb.to, Math.min(predicateEnd(reading, clause, sentence), verb.to + 20));
  if (wanted < 0) return false;
  if (norm[wanted + 1] === 'you' || norm[wanted - 1] === 'you' || subjectFails(reading, sentence, clause)) return true;
  for (let i = verb.to; i < wanted; i += 1) if (namesFailing(reading, i)) return true;
  return namesOccasion(reading, wanted + 1, sentence.to);
}

/** What a failing falls below. */
const LEVELS = wordClass('standard standards mark level expectations bar');

/** "below the standard we set ourselves": the level alone, with nothing that falls below it. */
function isBareLevel({ grammar: { words } }: LazyReading, { verb, to }: Clause): boolean {
  return (
    /^(?:below|beneath|under|short)$/.test(words.norm[verb!.to] ?? '') && LEVELS.first(words, verb!.to, Math.min(to, verb!.to + 5)) >= 0
  );
}

/** "does not meet our standard", "falls below the mark". */
function isOffLevel(words: Words, { verb }: Clause): boolean {
  const { lemma, negated, to } = verb!;
  if (LEVELS.first(words, to, to + 4) < 0) return false;
  return negated ? /^(?:meet|reach|match|hit|be)$/.test(lemma) : lemma === 'fall' && /^(?:below|short)$/.test(words.norm[to] ?? '');
}

/** "A dirty room is not …", "being left in the rain isn't …": the subject says what failed; "this", "your experience" does not. */
function subjectFails(reading: LazyReading, { from, firstClause }: Sentence, { subject, index }: Clause): boolean {
  const before = reading.clauses[index - 1];
  const doing = subject === undefined && index === firstClause + 1 && before.verb?.tense === 'none' && before.from === from;
  if (doing) return reading.grammar.tags.form[before.verb!.from] === 'ing' || reading.grammar.words.norm[before.verb!.from] === 'being';
  if (subject?.actor !== 'thing' || /^(?:this|that|it|these|those|your|our)$/.test(reading.grammar.words.norm[subject.from])) return false;
  for (let i = subject.from; i < subject.to; i += 1) if (namesFailing(reading, i)) return true;
  return false;
}

/** "(not the way we wanted to) open your season", "(not how we wanted) your birthday to begin": what of theirs it was. */
function namesOccasion({ grammar: { words } }: LazyReading, from: number, to: number): boolean {
  for (let i = from; i + 1 < Math.min(to, from + 8); i += 1)
    if (/^(?:your|her|his|their)$/.test(words.norm[i]))
      for (let k = i + 1; k < Math.min(to, i + 4); k += 1)
        if (LIFE_NOUNS.at(words, k)) return !/^(?:business|team|back|work)$/.test(words.norm[k]);
  return false;
}

/** "Leaks are never intended and this isn't the memory we'd like to leave": the predicate ends where another one is joined to it. */
function predicateEnd({ clauses }: LazyReading, { index }: Clause, { endClause, to }: Sentence): number {
  for (let k = index + 1; k < endClause; k += 1)
    if (/^(?:and|but|so)$/.test(clauses[k].link ?? '') && clauses[k].subject !== undefined) return clauses[k].from;
  return to;
}

/** What a firm is thought of, or counts: no failing is named by them. */
const REPUTE = wordClass(
  'impression image reputation view opinion perception idea record award prize title type kind sort way relationship outcome result message start news name',
);

function namesFailing(reading: LazyReading, i: number): boolean {
  const { words, text } = reading.grammar;
  // "…, Ali": whom it is said to.
  if (words.gap[i] & Gap.comma && /[A-Z]/.test(text[words.start[i]])) return false;
  return reading.isContent(i) && !STOCK_WORDS.at(words, i) && !REPUTE.at(words, i);
}

/** "(not how we want to) treat a customer of nine years": somebody it was done to. */
function namesWhom(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 6); i += 1)
    if (/^(?:you|your|anybody|anyone|people|somebody|someone|a|an|any)$/.test(norm[i])) return true;
  return false;
}

/** "not something anyone should have to put up with": a burden that nobody ought to bear. */
function nobodysLot(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(to - 1, from + 8); i += 1)
    if (
      /^(?:anyone|anybody|you|customers?|guests?|passengers?|tenants?|patients?|parents?|family|person)$/.test(norm[i]) &&
      /^(?:should|ought)$/.test(norm[i + 1])
    )
      return true;
  return false;
}

/** "(not) the evening you had saved for", "(not) what anyone needs before an exam": what they, or anybody, had set their mind on. */
function hopedFor(reading: LazyReading, clause: Clause): boolean {
  const next = reading.clauses[clause.index + 1];
  if (next?.sentence !== clause.sentence || !next.verb || next.from !== clause.to) return false;
  if (next.link !== undefined && next.link !== 'that' && next.link !== 'what' && next.link !== 'how') return false;
  const first = next.subject && reading.grammar.words.norm[next.subject.from];
  const anybody = /^(?:anyone|anybody|any|customers|guests|passengers|travellers|people)$/.test(first ?? '');
  if (next.subject?.actor !== 'customer' && !anybody) return false;
  return (
    HOPED.has(next.verb.lemma) && (anybody || next.verb.tense === 'past' || next.verb.tense === 'perfect' || next.verb.modal === 'should')
  );
}

/** "the opposite of what you paid for", "a third of what we promised", "far from what we promised", "short of what you should get", "below the standard" */
function isOpposite(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 6); i += 1) {
    // "is a third of what we promised", "is half what you paid for"
    if (
      /^(?:third|half|quarter|fraction|fifth|tenth)$/.test(norm[i]) &&
      /^(?:what|the)$/.test(norm[i + 1] === 'of' ? (norm[i + 2] ?? '') : (norm[i + 1] ?? ''))
    )
      return true;
    if (norm[i] === 'opposite' || (norm[i] === 'far' && norm[i + 1] === 'from')) return true;
    // "is more than we should ask of anybody", "longer than anyone should wait"
    if (
      norm[i] === 'than' &&
      /^(?:anyone|anybody|you|we|any)$/.test(norm[i + 1] ?? '') &&
      /^(?:should|ought|deserves?)$/.test(norm[i + 2] ?? '')
    )
      return true;
    if (
      /^(?:below|beneath|under)$/.test(norm[i]) &&
      /^(?:the|a|any|what)$/.test(norm[i + 1] ?? '') &&
      /^(?:standards?|level|you)$/.test(norm[i + 2] ?? '')
    )
      return true;
    if (norm[i] === 'short' && norm[i + 1] === 'of' && /^(?:what|the)$/.test(norm[i + 2] ?? '')) return true;
  }
  return false;
}

/** We expect our porters to be kind; we never want you to wait for your bags. */
function expectsOfStaff(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const verb = clause.verb!;
  if (verb.lemma === 'want' && verb.negated && /^your?$/.test(norm[verb.to] ?? '')) {
    for (let i = verb.to; i < stretchEnd(reading, verb.to, sentence.to); i += 1)
      if (namesFailing(reading, i) && !/^(?:think|feel|get|like|believe|customer|customers)$/.test(norm[i])) return true;
    return false;
  }
  // "We rely on our staff to be civil", "we don't condone rude behaviour".
  if (/^(?:count|rely)$/.test(verb.lemma) && !verb.negated) {
    if (norm[verb.to] !== 'on' || !/^(?:our|all|every)$/.test(norm[verb.to + 1] ?? '')) return false;
    for (let i = verb.to + 2; i < Math.min(sentence.to, verb.to + 8); i += 1) if (/^(?:be|treat|greet|behave)$/.test(norm[i])) return true;
    return false;
  }
  if (/^(?:condone|tolerate)$/.test(verb.lemma) && verb.negated) {
    for (let i = verb.to; i < stretchEnd(reading, verb.to, sentence.to); i += 1)
      if (
        /^(?:rude|rudeness|unprofessional|disrespectful|impolite|careless|discourteous|dishonest|behaviour|conduct|treatment)$/.test(
          norm[i],
        )
      )
        return true;
    return false;
  }
  if (verb.lemma !== 'expect' || verb.negated) return false;
  if (/^(?:our|all|every)$/.test(norm[verb.to] ?? '')) return true;
  // "Apologies for the rude behaviour. We expect more from our employees": the failing is named beside it.
  const named = (index: number): boolean =>
    reading.apologies.some(
      (apology) => apology.sentence === index && apology.specific && (apology.kind === 'own-act' || apology.kind === 'bare'),
    );
  return /^(?:more|better)$/.test(norm[verb.to] ?? '') && (named(sentence.index - 1) || named(sentence.index));
}

/** @file How the matter stands now, told without a verb of doing: "a new one is in the post", "the fee is gone", "refund sent". */
import { inList, verbReadings, wordClass } from '../../lexicon/index.js';
import { saysWhen } from './window.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';
import type { Act } from './acts.js';

const BESIDES = wordClass('now already just safely well both all');
/** Where a thing is while it is brought, mended or made. */
const CARRIED =
  /^(?:in the (?:post|mail|van|oven|workshop|works)|on the (?:van|lorry|truck|bench|ramp|road|boat|ferry|train|plane|press)|on order|with the (?:courier|carrier|printers?|driver)|on (?:its|his|her|their) way)\b/;
/** What somebody is glad to be rid of. */
const CHARGES = wordClass('fee fees charge charges fine fines debt penalty surcharge arrears reminder reminders bill balance debit');
/** Papers and records that show how something stands. */
const RECORDS = wordClass('bill account statement booking ticket invoice record file order badge card page listing');
/** What is sent and given, named without an article in a hurry. */
const MATTERS = wordClass(
  'refund refunds replacement money payment one ticket tickets label form voucher code order booking fee charge card parcel copy report',
);
const SETTLING = /^(?:cancel|sort|settle|fix|mend|correct|refund|rebook|waive|restore|resolve|delete|remove|change|book|replace|solve)$/;

/** What has come of the matter, by where a thing is or how it stands; undefined where the clause tells of something else. */
export function howItStands(reading: LazyReading, sentence: Sentence, clause: Clause): Act | undefined {
  const { verb, mood } = clause;
  if (mood !== 'statement' || verb!.modal === 'would' || verb!.modal === 'might' || clause.link === 'if') return undefined;
  return (
    owesNothing(reading, clause) ??
    inBrief(reading, sentence, clause) ??
    (clause.negated || verb!.modal
      ? undefined
      : (isPlaced(reading, clause) ??
        isSettled(reading, clause) ??
        isShown(reading, clause) ??
        isKept(reading, clause) ??
        isHeld(reading, sentence, clause))) ??
    isTheirs(reading, sentence, clause)
  );
}

/** "A new one is in the post", "our plumber is on his way", "the page is back up", "the fee is gone". */
function isPlaced({ grammar: { words } }: LazyReading, { subject, verb }: Clause): Act | undefined {
  if (verb!.lemma !== 'be' || verb!.tense !== 'present' || !subject || subject.actor === 'customer') return undefined;
  const { norm } = words;
  const done: Act = { kind: 'done', lemma: 'be' };
  let at = verb!.to;
  while (BESIDES.at(words, at)) at += 1;
  if (CHARGES.at(words, subject.head)) return norm[at] === 'gone' || norm[at] === 'history' ? done : undefined;
  const back = norm[at] === 'back';
  if (back && /^(?:up|on|online|in|where|with|to)$/.test(norm[at + 1] ?? '')) return done;
  return CARRIED.test(norm.slice(at, at + 4).join(' ')) ? done : undefined;
}

/** "It's cancelled", "that's sorted now", "consider it cancelled": what was asked about, as settled. */
function isSettled({ grammar: { words }, clauses }: LazyReading, { subject, verb, index, sentence }: Clause): Act | undefined {
  const before = clauses[index - 1];
  const considered = before?.sentence === sentence && before.mood === 'imperative' && before.verb?.lemma === 'consider';
  if (considered && subject?.from === before.verb?.to && SETTLING.test(verb!.lemma)) return { kind: 'done', lemma: verb!.lemma };
  const pointing = subject && subject.to === subject.from + 1 && /^(?:it|that|they|both|all|everything)$/.test(words.norm[subject.from]);
  const settled = pointing && verb!.voice === 'passive' && verb!.tense === 'present' && !verb!.progressive && SETTLING.test(verb!.lemma);
  return settled ? { kind: 'done', lemma: verb!.lemma } : undefined;
}

/** "Your bill now says £12", "attached is the corrected bill". */
function isShown({ grammar: { words } }: LazyReading, { subject, verb, from }: Clause): Act | undefined {
  const { norm } = words;
  if (verb!.tense !== 'present' || !subject) return undefined;
  if (verb!.lemma === 'be' && /^(?:attached|enclosed)$/.test(norm[from - 1] ?? '') && verb!.from === from)
    return { kind: 'done', lemma: 'attach' };
  const now = norm[verb!.from - 1] === 'now' || norm[verb!.from] === 'now' || norm[verb!.to - 1] === 'now';
  return now && /^(?:say|show|read)$/.test(verb!.lemma) && RECORDS.at(words, subject.head)
    ? { kind: 'done', lemma: verb!.lemma }
    : undefined;
}

/** "The garage has it on the ramp now", "two men are searching the depot for it", "I've told the driver not to use your lane". */
function isHeld(reading: LazyReading, sentence: Sentence, clause: Clause): Act | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const { subject, verb } = clause;
  if (!subject || subject.actor === 'customer') return undefined;
  const { lemma, tense, to } = verb!;
  if (
    lemma === 'have' &&
    tense === 'present' &&
    /^(?:it|them|her|him|yours)$/.test(norm[to] ?? '') &&
    /^(?:on|in|at|under)$/.test(norm[to + 1] ?? '')
  )
    return { kind: 'promised', lemma };
  const people = /^(?:men|women|people|us|colleagues|volunteers)$/.test(norm[verb!.from - 1] ?? '');
  if (people && verb!.progressive && tense === 'present' && /^(?:search|look|work|check|go|dig|hunt)$/.test(lemma))
    return { kind: 'promised', lemma };
  const next = reading.clauses[clause.index + 1];
  const bidden = next?.sentence === sentence.index && next.verb?.tense === 'none' && next.verb.lemma !== 'be';
  return subject.actor === 'own' && tense === 'perfect' && /^(?:tell|instruct|order)$/.test(lemma) && bidden && norm[to] !== 'you'
    ? { kind: 'done', lemma }
    : undefined;
}

/** "Your case stays with me until the wall is dry", "your £2 became a £25 voucher". */
function isKept({ grammar: { words } }: LazyReading, { subject, verb }: Clause): Act | undefined {
  const { norm } = words;
  const { lemma, tense, to } = verb!;
  if (!subject || norm[subject.from] !== 'your') return undefined;
  const withUs = /^(?:stay|remain)$/.test(lemma) && norm[to] === 'with' && /^(?:me|us)$/.test(norm[to + 1] ?? '');
  if (withUs && tense !== 'past') return { kind: 'promised', lemma };
  const turned = lemma === 'become' && tense === 'past' && norm.slice(to, to + 5).some((word) => /^(?:voucher|credit|refund)$/.test(word));
  return turned ? { kind: 'done', lemma } : undefined;
}

/** "You owe us nothing", "there's nothing to pay", "you won't be charged", "no fee will be charged". */
function owesNothing({ grammar: { words }, clauses }: LazyReading, { subject, verb, negated, index, sentence }: Clause): Act | undefined {
  const { norm } = words;
  const { lemma, to, voice, tense } = verb!;
  const nothing = norm.slice(to, to + 3).includes('nothing');
  if (subject?.actor === 'customer' && lemma === 'owe' && (nothing || (negated && norm.slice(to, to + 3).includes('anything'))))
    return { kind: 'decided', lemma };
  if (
    lemma === 'be' &&
    nothing &&
    clauses[index + 1]?.sentence === sentence &&
    /^(?:pay|settle)$/.test(clauses[index + 1].verb?.lemma ?? '')
  )
    return { kind: 'decided', lemma: 'pay' };
  const spared = negated && voice === 'passive' && tense === 'future' && /^(?:charge|bill|invoice|debit)$/.test(lemma);
  return spared && subject ? { kind: 'decided', lemma } : undefined;
}

/** "Your next ride is free", "the choice is yours", "we can do Friday", "I'll see this through": what is theirs to take. */
function isTheirs(reading: LazyReading, sentence: Sentence, { subject, verb, negated }: Clause): Act | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const { lemma, tense, to, modal } = verb!;
  if (!subject || negated) return undefined;
  if (lemma === 'be' && tense === 'present' && !modal) {
    const free = norm[to] === 'free' && norm[subject.from] === 'your' && /^(?:next|first|second|third)$/.test(norm[subject.from + 1] ?? '');
    const choice = norm[subject.head] === 'choice' && norm[to] === 'yours';
    return free || choice ? { kind: 'offered', lemma } : undefined;
  }
  if (subject.actor !== 'own') return undefined;
  if (lemma === 'do' && modal === 'can' && saysWhen(reading, sentence)) return { kind: 'offered', lemma };
  // "I'll be on your doorstep with the roofers."
  const comes =
    lemma === 'be' &&
    tense === 'future' &&
    norm[to] === 'on' &&
    /^(?:your|the)$/.test(norm[to + 1] ?? '') &&
    /^(?:doorstep|door|phone|line|case)$/.test(norm[to + 2] ?? '');
  if (comes) return { kind: 'promised', lemma };
  return lemma === 'see' && tense === 'future' && norm.slice(to, to + 3).includes('through') ? { kind: 'promised', lemma } : undefined;
}

/** "Refund sent.", "New one ordered.", "Found it!", "Refunding you now.": as one writes in a hurry. */
function inBrief(
  { grammar: { words, tags } }: LazyReading,
  { from, to: end, firstClause, endClause, index: at }: Sentence,
  clause: Clause,
): Act | undefined {
  const { verb, subject, negated, sentence } = clause;
  if (endClause > firstClause + 1 || end > from + 5 || negated || sentence !== at || verb!.modal) return undefined;
  const { norm } = words;
  const { main, lemma, tense, to } = verb!;
  const done: Act = { kind: 'done', lemma };
  if (tense === 'none' && main === from && norm[to] !== undefined && /^(?:it|them|him|her|you|your)$/.test(norm[to]))
    return tags.form[main] === 'ing'
      ? inList('remedial-verbs', lemma) && norm[end - 1] === 'now'
        ? { kind: 'promised', lemma }
        : undefined
      : /^(?:find|fix|sort|solve|trace|get|cancel|refund)$/.test(lemma)
        ? done
        : undefined;
  const bare =
    subject !== undefined &&
    (subject.from === from || norm[from] === 'new') &&
    to === end &&
    main === subject.to &&
    MATTERS.at(words, subject.head);
  const unmarked = bare && !/^(?:the|your|our|my|a|an|this|that|no)$/.test(norm[from]);
  return unmarked && verbReadings(norm[main]).some(({ forms }) => forms.includes('participle')) ? done : undefined;
}

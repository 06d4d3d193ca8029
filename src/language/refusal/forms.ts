import { inList, wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import { isAsked, wishes } from './asked.js';
import type { LazyReading } from '../index.js';
import { isBenefitNoun, isUnthinkable } from './verdicts.js';
import type { Clause, NounPhrase, Sentence } from '../reading.js';

const OWN = new Set(['own', 'department', 'colleague']);
/** Those of the house who decide, besides what a firm calls itself. */
const DECIDING = wordClass(
  'trustees directors owners governors management committee panel jury council chair partners kitchen bakery garage workshop farm warehouse depot assessors underwriters judges organisers',
);
/** Houses that may be somebody else's, save behind "our". */
const ANYBODYS = wordClass(
  'bank airline hospital council authority school college university insurer app website site platform department',
);
const SORRY = wordClass('sorry afraid unfortunately sadly alas regret');
/** "No tickets left", "no luck", "no news": a lack, and no answer to a wish. */
const LACKING = wordClass('left more longer yet news luck need problem problems worries worry trouble idea doubt wonder matter one');
/** Deeds that one consents to, and undertakings, besides what is granted. */
const CONSENTING = new Set(
  'agree consent commit look introduce run build open stock sell serve host carry install launch restore revive'.split(' '),
);
/** What nobody grants: with these, "not something we can …" tells of a limit, or of what we stand for. */
const LIMITS = new Set('tolerate excuse explain ignore control predict know see tell guess promise accept deny'.split(' '));
const UNDERTAKEN = new Set('introduce open run stock build install restore revive launch schedule print publish'.split(' '));
const TAKEN_BACK = wordClass('fee fees charge charges fine penalty surcharge increase rise');
const BODILY = /^(?:rul|rule|vote|decide|come|find|side)$/;

/** The house speaking of itself, or of those in it who decide: "the shop", "our bakery", "the trustees". */
export function isHouse({ grammar: { words } }: LazyReading, { actor, from, head }: NounPhrase): boolean {
  if (OWN.has(actor)) return true;
  if (actor === 'customer' || !/^(?:the|our)$/.test(words.norm[from])) return false;
  if (words.norm[from] === 'the' && ANYBODYS.at(words, head)) return false;
  return DECIDING.at(words, head) || inList('organisation-nouns', words.norm[head]);
}

/** Where the words of a refusal end that grants nothing in its verb: "Drums are a no", "dogs are not something we can agree to"; undefined where there is none. */
export function refusedByForm(reading: LazyReading, clause: Clause, sentence: Sentence): number | undefined {
  const { verb, subject } = clause;
  if (!verb) return undefined;
  if (!subject) return isDoingShut(reading, clause) ? clause.end : undefined;
  if (verb.lemma === 'be') return beingNo(reading, clause) ?? notSomething(reading, clause) ?? notToBeHad(reading, clause);
  if (isAgainst(reading, clause) || isUnmet(reading, clause) || willNotBe(reading, clause, sentence)) return clause.end;
  if (verb.lemma === 'refuse') return refusesTo(reading, clause);
  return hasSaidNo(reading, clause) || houseWillNot(reading, clause) ? clause.end : undefined;
}

/** "No dogs, I'm afraid.", "No late opening, sorry.", "Sorry, no samples.": a sentence that is no more than the no to what they wished for. */
export function bareNo(reading: LazyReading, { from, to, end }: Sentence): number | undefined {
  const { words } = reading.grammar;
  const { norm, gap } = words;
  const at = SORRY.at(words, from) ? from + 1 : from;
  if (norm[at] !== 'no' || to - at > 12) return undefined;
  let last = at + 1;
  while (last < to && !(gap[last] & (Gap.comma | Gap.break | Gap.stop))) last += 1;
  if (last === at + 1 || last - at > 7 || LACKING.first(words, at + 1, last) >= 0) return undefined;
  if (at === from && SORRY.first(words, last, to) < 0) return undefined;
  for (let i = last; i < to; i += 1)
    if (!SORRY.at(words, i) && !/^(?:i|we|am|are|'m|'re|is|it|to|say|very|so)$/.test(norm[i])) return undefined;
  if (!wishes(reading)) return undefined;
  return isBenefitNoun(norm[last - 1]) || isAsked(reading, at + 1, last) ? end : undefined;
}

/** "Drums are a no", "the 76 dollars is a firm no from us", "it's a no to the dog"; off the table, when they asked for it. */
function beingNo(reading: LazyReading, { verb, subject, end, index, sentence }: Clause): number | undefined {
  const { norm, gap } = reading.grammar.words;
  // "I know that's a no to something you would have used": felt with them, where it was told before.
  const known = reading.clauses[index - 1];
  if (
    known?.sentence === sentence &&
    known.subject?.actor === 'own' &&
    /^(?:know|realise|understand|appreciate|see)$/.test(known.verb?.lemma ?? '')
  )
    return undefined;
  if (verb!.negated || verb!.tense !== 'present' || verb!.modal || subject!.actor === 'customer') return undefined;
  const at = /^(?:firm|clear|definite|flat|hard|straight|plain|polite)$/.test(norm[verb!.to + 1] ?? '') ? verb!.to + 2 : verb!.to + 1;
  if (norm[verb!.to] !== 'a' || norm[at] !== 'no') return undefined;
  const ends = at + 1 >= norm.length || (gap[at + 1] & (Gap.comma | Gap.stop | Gap.break)) !== 0;
  return ends || /^(?:from|for|to|on|at|here)$/.test(norm[at + 1]) ? end : undefined;
}

/** "Staying open until nine is off the table": a doing of ours that they asked for. */
function isDoingShut(reading: LazyReading, clause: Clause): boolean {
  const deed = reading.clauses[clause.index - 1];
  if (deed?.sentence !== clause.sentence || deed.verb?.tense !== 'none' || clause.link !== undefined) return false;
  if (reading.grammar.tags.form[deed.verb.from] !== 'ing' || deed.verb.from > deed.from + 1) return false;
  return isUnthinkable(reading.grammar.words.norm, clause) && isAsked(reading, deed.from, clause.verb!.from);
}

/** "Swapping is not something we do", "sliced bread isn't a thing the bakery can put on the shelf". */
function notSomething(reading: LazyReading, { index, sentence, verb, subject }: Clause): number | undefined {
  const { norm } = reading.grammar.words;
  if (!verb!.negated || verb!.tense !== 'present' || verb!.modal || subject!.actor === 'circumstance') return undefined;
  const thing = /^(?:something|anything)$/.test(norm[verb!.to] ?? '') || (norm[verb!.to] === 'a' && norm[verb!.to + 1] === 'thing');
  const next = reading.clauses[index + 1];
  if (!thing || next?.sentence !== sentence || !next.verb || next.verb.negated || !next.subject || !isHouse(reading, next.subject))
    return undefined;
  const { lemma, modal, tense } = next.verb;
  if (tense === 'past' || tense === 'perfect' || inList('trouble-nouns', norm[subject!.head])) return undefined;
  if (/^(?:do|offer|allow|provide|accommodate|give|permit|entertain)$/.test(lemma)) return next.end;
  const able = modal === 'can' || modal === 'will' || modal === 'shall' || modal === 'going to';
  if (!able || LIMITS.has(lemma)) return undefined;
  return inList('benefit-verbs', lemma) || CONSENTING.has(lemma) || isAsked(reading, subject!.from, subject!.to) ? next.end : undefined;
}

/** "Two more weeks are not to be had." */
function notToBeHad(reading: LazyReading, { index, sentence, verb, subject }: Clause): number | undefined {
  const next = reading.clauses[index + 1];
  if (!verb!.negated || next?.sentence !== sentence || next.verb?.tense !== 'none' || !/^(?:have|get)$/.test(next.verb.lemma))
    return undefined;
  const { norm } = reading.grammar.words;
  if (norm[verb!.to] !== 'to' || norm[verb!.to + 1] !== 'be') return undefined;
  const longer = norm
    .slice(reading.sentences[sentence].from, verb!.from)
    .some((word) => /^(?:more|another|extra|further|longer)$/.test(word));
  return isWished(reading, subject!) || (longer && wishes(reading)) ? next.end : undefined;
}

function isWished(reading: LazyReading, { from, to, head }: NounPhrase): boolean {
  return isBenefitNoun(reading.grammar.words.norm[head]) || isAsked(reading, from, to);
}

/** "The committee has ruled against your application", "the owners voted against later hours". */
function isAgainst(reading: LazyReading, { verb, subject, to }: Clause): boolean {
  const { norm } = reading.grammar.words;
  if (!BODILY.test(verb!.lemma) || verb!.negated || verb!.modal || verb!.voice === 'passive' || !isHouse(reading, subject!)) return false;
  const at = norm[verb!.to] === 'against' ? verb!.to : norm[verb!.to + 1] === 'against' ? verb!.to + 1 : -1;
  if (at < 0) return false;
  return norm[at + 1] === 'your' || isAsked(reading, at + 1, to);
}

/** "Later hours are not going to happen." */
function isUnmet(reading: LazyReading, { verb, subject, sentence }: Clause): boolean {
  if (verb!.lemma !== 'happen' || !verb!.negated || verb!.tense !== 'future') return false;
  const { words } = reading.grammar;
  const { to } = reading.sentences[sentence];
  if (words.norm.slice(verb!.to, to).includes('again')) return false;
  if (/^(?:that|this|it)$/.test(words.norm[subject!.from]))
    return reading.kind.value !== 'question' && SORRY.first(words, verb!.to, to) >= 0 && wishes(reading);
  return isWished(reading, subject!);
}

/** "Guests on Fridays will not be introduced." That a fee is not introduced is good news. */
function willNotBe(reading: LazyReading, { verb, subject, from }: Clause, sentence: Sentence): boolean {
  if (verb!.voice !== 'passive' || !verb!.negated || verb!.modal !== 'will' || !UNDERTAKEN.has(verb!.lemma)) return false;
  if (TAKEN_BACK.first(reading.grammar.words, from, verb!.from) >= 0) return false;
  return isAsked(reading, Math.max(sentence.from, subject!.from), verb!.from);
}

/** "We refuse to take old mattresses": what they asked for. */
function refusesTo(reading: LazyReading, { index, sentence, verb, subject, to, end }: Clause): number | undefined {
  const next = reading.clauses[index + 1];
  if (verb!.negated || verb!.tense !== 'present' || !isHouse(reading, subject!)) return undefined;
  // A verb that is also a noun is read as one: "to slice the bread".
  if (next?.sentence !== sentence && reading.grammar.words.norm[verb!.to] === 'to')
    return isAsked(reading, verb!.to + 1, to) ? end : undefined;
  if (next?.sentence !== sentence || next.verb?.tense !== 'none' || next.verb.negated) return undefined;
  return isAsked(reading, next.verb.main, next.to) ? next.end : undefined;
}

/** "We've said no to dogs." */
function hasSaidNo(reading: LazyReading, { verb, subject, to }: Clause): boolean {
  const { norm } = reading.grammar.words;
  if (verb!.lemma !== 'say' || verb!.negated || verb!.modal || !isHouse(reading, subject!)) return false;
  return norm[verb!.to] === 'no' && norm[verb!.to + 1] === 'to' && isAsked(reading, verb!.to + 2, to);
}

/** "The shop won't hold it any longer", "the bakery won't slice it". */
function houseWillNot(reading: LazyReading, { verb, subject, to }: Clause): boolean {
  if (!verb!.negated || verb!.modal !== 'will' || verb!.voice === 'passive' || OWN.has(subject!.actor) || !isHouse(reading, subject!))
    return false;
  const granting = inList('benefit-verbs', verb!.lemma) || CONSENTING.has(verb!.lemma) || verb!.lemma === 'keep';
  const it = /^(?:it|this|that|them)$/.test(reading.grammar.words.norm[verb!.to] ?? '');
  return granting && (isAsked(reading, verb!.main, to) || (it && wishes(reading)));
}

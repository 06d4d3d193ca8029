import { inList, wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import { isAsked, wishes } from './asked.js';
import { isHouse } from './forms.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence, VerbGroup } from '../reading.js';

/** How ready a house is that it says it is not. */
const READY = wordClass('minded inclined disposed prepared willing ready keen');
const AGREEING = new Set('agree consent accept allow permit support entertain make move change go'.split(' '));
/** What is meant to be done, and is not. */
const INTENTION = wordClass('intention intentions plan plans wish desire');
/** How a thing is that nobody alters for them. */
const FIXED = wordClass('fixed final set firm locked non-negotiable nonnegotiable closed');

/**
 * Where the words of a refusal end that tells how firmly we stand: "the board is not minded to agree", "we don't see our way to refunding it", "the council has no
 * intention of putting a bench there", "we're sticking with dairy", "names on tickets are fixed"; undefined where there is none.
 */
export function standsFirm(reading: LazyReading, sentence: Sentence, clause: Clause): number | undefined {
  if (!clause.subject || clause.link === 'if' || clause.subject.actor === 'customer') return undefined;
  return (
    upholds(reading, clause) ??
    isUnready(reading, clause) ??
    seesNoWay(reading, clause) ??
    intendsNone(reading, clause) ??
    sticks(reading, clause) ??
    isFixed(reading, sentence, clause)
  );
}

/** "The authority has resolved that it stands in full." */
function upholds({ clauses }: LazyReading, { verb, negated, index, sentence }: Clause): number | undefined {
  if (!/^(?:resolve|decide|rule|find|determine|conclude|agree)$/.test(verb!.lemma) || negated || verb!.modal) return undefined;
  if (verb!.tense !== 'perfect' && verb!.tense !== 'past') return undefined;
  const next = clauses[index + 1];
  const stands = next?.sentence === sentence && next.link === 'that' && !next.negated && next.verb?.tense === 'present';
  return stands && /^(?:stand|remain|apply)$/.test(next.verb?.lemma ?? '') ? next.end : undefined;
}

/** "is ready", "is minded": the word that tells how it is; a participle is read as a passive. */
function stateOf({ lemma, voice, main, to }: VerbGroup): number {
  return lemma !== 'be' && voice === 'passive' ? main : to;
}

/** "The board is not minded to agree." */
function isUnready(reading: LazyReading, { verb, subject, index, sentence }: Clause): number | undefined {
  if (!verb!.negated || verb!.tense !== 'present' || verb!.modal || !isHouse(reading, subject!)) return undefined;
  const next = reading.clauses[index + 1];
  if (!READY.at(reading.grammar.words, stateOf(verb!)) || next?.sentence !== sentence || next.verb?.tense !== 'none') return undefined;
  return AGREEING.has(next.verb.lemma) || isAsked(reading, next.verb.main, next.to) ? next.end : undefined;
}

/** "We don't see our way to refunding it." */
function seesNoWay({ clauses, grammar }: LazyReading, { verb, subject, index, sentence, end }: Clause): number | undefined {
  const { norm } = grammar.words;
  if (verb!.lemma !== 'see' || !verb!.negated || subject!.actor !== 'own') return undefined;
  if (!/^(?:our|my)$/.test(norm[verb!.to] ?? '') || norm[verb!.to + 1] !== 'way') return undefined;
  const next = clauses[index + 1];
  return next?.sentence === sentence && next.verb?.tense === 'none' ? next.end : end;
}

/** "The council has no intention of putting a bench there": of what they asked for. */
function intendsNone(reading: LazyReading, { verb, subject, index, sentence }: Clause): number | undefined {
  const { words } = reading.grammar;
  if (verb!.lemma !== 'have' || verb!.tense !== 'present' || verb!.modal || !isHouse(reading, subject!)) return undefined;
  if (words.norm[verb!.to] !== 'no' || !INTENTION.at(words, verb!.to + 1)) return undefined;
  const next = reading.clauses[index + 1];
  if (next?.sentence !== sentence || next.verb?.tense !== 'none') return undefined;
  return isAsked(reading, next.verb.main, next.to) || inList('benefit-verbs', next.verb.lemma) ? next.end : undefined;
}

/** "We're sticking with dairy", to a suggestion. */
function sticks(reading: LazyReading, { verb, subject, end }: Clause): number | undefined {
  if (reading.kind.value !== 'suggestion' || verb!.negated || !/^(?:stick|stay|keep)$/.test(verb!.lemma)) return undefined;
  if (!isHouse(reading, subject!) || (!verb!.progressive && verb!.tense !== 'future')) return undefined;
  return /^(?:with|to)$/.test(reading.grammar.words.norm[verb!.to] ?? '') ? end : undefined;
}

/** "Names on tickets are fixed", where they asked for another name. */
function isFixed(reading: LazyReading, { to: last }: Sentence, { verb, subject, end }: Clause): number | undefined {
  const { words } = reading.grammar;
  if (verb!.negated || verb!.tense !== 'present' || verb!.modal || subject!.actor !== 'thing') return undefined;
  const state = stateOf(verb!);
  const closes = state + 1 >= last || (words.gap[state + 1] & (Gap.comma | Gap.stop | Gap.break)) !== 0;
  if (!closes || !FIXED.at(words, state) || reading.kind.value !== 'question' || !wishes(reading)) return undefined;
  return isAsked(reading, subject!.from, verb!.from) ? end : undefined;
}

import { inList, listed } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Actor, Clause } from '../reading.js';
import type { Act } from './acts.js';
import { effectOf } from './verbs.js';

const REDRESS_NOUNS = listed('redress-nouns');
const OURS: ReadonlySet<Actor> = new Set<Actor>(['own', 'colleague', 'department', 'third-party']);
/** Of these one says that they cannot be, and refuses nothing: no way to thank you, no way of knowing. */
const UNREFUSED =
  /^(?:thank|tell|say|express|describe|excuse|justify|defend|know|imagine|explain|undo|predict|apologise|make|put|treat|speak|behave|sugarcoat|overstate|dress)$/;
/** What a business is for ever in the middle of. */
const ENDLESS = /^(?:improve|grow|learn|evolve|review|develop|enhance|change|better|strive|become|optimise|build|transform)$/;
/** Where a form or a page of ours is to be found. */
const PLACE = /^(?:website|site|app|account|portal|page|profile|settings|menu|homepage|reception|counter|lobby)$/;

/**
 * Acts told as what there is and what becomes of it: "there is no way to reserve one", "we're in the process of replacing them", "you'd only get a refund for the
 * unused half", "there is a form online".
 */
export function actInWhatIs(reading: LazyReading, clause: Clause): Act | undefined {
  if (clause.mood !== 'statement') return undefined;
  return noWay(reading, clause) ?? formThere(reading, clause) ?? inProcess(reading, clause) ?? onlyGets(reading, clause);
}

/** "There's no way to reserve a locker", "there isn't any option of splitting it": a refusal. */
function noWay({ grammar: { words, tags } }: LazyReading, { verb, negated }: Clause): Act | undefined {
  const { norm } = words;
  if (!isThere(norm, verb!)) return undefined;
  const { to } = verb!;
  const none = norm[to] === 'no' || ((negated || verb!.negated) && /^(?:any|an?)$/.test(norm[to] ?? ''));
  if (!none || !/^(?:way|ways|option|options|means|possibility|facility|provision|mechanism)$/.test(norm[to + 1] ?? '')) return undefined;
  if (!/^(?:to|of|for)$/.test(norm[to + 2] ?? '')) return undefined;
  const lemma = tags.lemma[to + 3] ?? norm[to + 3] ?? '';
  return UNREFUSED.test(lemma) || inList('courtesy-verbs', lemma) ? undefined : { kind: 'decided', lemma };
}

/** "There is a form online", "there's a claim form on our website": the way told. */
function formThere({ grammar: { words } }: LazyReading, { verb, negated }: Clause): Act | undefined {
  const { norm } = words;
  if (negated || verb!.negated || !isThere(norm, verb!)) return undefined;
  let at = verb!.to;
  if (!/^(?:an?|the|our)$/.test(norm[at] ?? '')) return undefined;
  while (at < verb!.to + 5 && !/^(?:form|page|link|button|setting|option|helpline|hotline|calculator|tracker)$/.test(norm[at] ?? ''))
    at += 1;
  if (at === verb!.to + 5) return undefined;
  const where = norm[at + 1] ?? '';
  const told =
    /^(?:online|here|below|attached)$/.test(where) ||
    (/^(?:on|in|at|under)$/.test(where) && /^(?:our|the|your)$/.test(norm[at + 2] ?? '') && PLACE.test(norm[at + 3] ?? ''));
  return told ? { kind: 'instructed', lemma: 'be' } : undefined;
}

/** "There" alone is where something is; before its verb it says that something is. */
function isThere(norm: readonly string[], { lemma, tense, modal, from }: NonNullable<Clause['verb']>): boolean {
  return lemma === 'be' && tense === 'present' && !modal && norm[from - 1] === 'there';
}

/** "We're in the process of replacing every boiler": under way with an owner; not what goes on for ever. */
function inProcess(reading: LazyReading, { verb, subject, negated, to }: Clause): Act | undefined {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  if (negated || verb!.lemma !== 'be' || verb!.tense !== 'present' || verb!.modal || !subject) return undefined;
  if (!OURS.has(subject.actor) && norm[subject.from] !== 'our') return undefined;
  const at = /^(?:now|currently|already|still)$/.test(norm[verb!.to] ?? '') ? verb!.to + 1 : verb!.to;
  if (norm[at] !== 'in' || norm[at + 1] !== 'the' || !/^(?:process|middle|midst)$/.test(norm[at + 2] ?? '') || norm[at + 3] !== 'of')
    return undefined;
  if (norm[verb!.to - 1] === 'always' || norm[verb!.to] === 'always') return undefined;
  const main = at + 4;
  const lemma = tags.lemma[main] ?? norm[main] ?? '';
  if (!norm[main]?.endsWith('ing') || ENDLESS.test(lemma)) return undefined;
  return effectOf(reading, lemma, main, Math.max(to, main + 4)) === 'moves' ? { kind: 'promised', lemma } : undefined;
}

/** "You'd only get a refund for the unused half", "you would only be credited for …": what it comes to. */
function onlyGets({ grammar: { words } }: LazyReading, { verb, subject, negated, to }: Clause): Act | undefined {
  if (negated || subject?.actor !== 'customer' || (verb!.modal !== 'would' && verb!.tense !== 'future')) return undefined;
  const { norm } = words;
  const limited = norm.slice(verb!.from, verb!.to + 1).includes('only');
  if (!limited) return undefined;
  const given =
    verb!.voice === 'passive'
      ? /^(?:refund|credit|reimburse|pay|compensate|charge)$/.test(verb!.lemma)
      : /^(?:get|receive|have)$/.test(verb!.lemma) && REDRESS_NOUNS.first(words, verb!.to, Math.min(to, verb!.to + 6)) >= 0;
  return given ? { kind: 'decided', lemma: verb!.lemma } : undefined;
}

import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Clause, Dispute } from '../reading.js';
import { doubtsFact, isSetRight } from './doubts.js';
import { contradictsFact, isBareDenial } from './forms.js';
import { toldFacts } from './told-facts.js';

/** Behind these a clause is taken as known, supposed or wished, and not put against anybody. */
const SUPPOSED = new Set(
  'if when because since as unless until although though while whether who which where why how after before once so like as'.split(' '),
);
/** Words by which a sentence sides with the customer, or leaves open what was. */
const SIDING = new Set(
  'should ought sorry apologise apologies apology mistake fault owe yet unfair unacceptable deserve deserved regret seems seem appears appear if refunded credited waived'.split(
    ' ',
  ),
);
/** What has changed since they wrote contradicts nothing. */
const SINCE = new Set('now today tonight tomorrow meanwhile since again just soon longer anymore already finally next'.split(' '));

/** What the reply asserts against the customer's own words, with nothing taken back. Without their words nothing is found. One a clause. */
export function readDisputes(reading: LazyReading): Dispute[] {
  const { customerGrammar: theirs, grammar, clauses } = reading;
  if (!theirs || /^(?:thanks|suggestion|proactive)$/.test(reading.kind.value ?? '')) return [];
  const facts = toldFacts(theirs);
  if (facts.length === 0) return [];
  const found: Dispute[] = [];
  for (const clause of clauses) {
    const { sentence, subject, verb, index } = clause;
    if (!verb || !isAsserted(reading, clause) || sidesWithThem(reading, clause)) continue;
    const doubted = doubtsFact(reading, clause, facts, theirs);
    if (
      doubted ||
      contradictsFact(reading, clause, facts, theirs) ||
      isBareDenial(reading, clause, facts, theirs) ||
      isSetRight(reading, clause, theirs)
    ) {
      const start = Math.min(subject?.start ?? verb.start, clause.start);
      found.push({ start, end: endOfClause(reading, doubted ?? clause), clause: index, sentence });
    }
  }
  return found.filter(({ start }) => !grammar.mentions.some((mention) => mention.start <= start && start < mention.end));
}

function isAsserted({ sentences, clauses }: LazyReading, { mood, mention, sentence, verb, link, index }: Clause): boolean {
  const { role, question } = sentences[sentence];
  if (mood !== 'statement' || mention || question || role !== 'body' || verb!.tense === 'none' || verb!.tense === 'future') return false;
  if (verb!.modal && !(verb!.negated && verb!.tense === 'perfect' && /^(?:can|could)$/.test(verb!.modal))) return false;
  if (link !== undefined && SUPPOSED.has(link)) return false;
  const before = clauses[index - 1];
  if (before?.sentence !== sentence || !before.verb) return true;
  // What they say, ask or fear is reported, and what we are sorry for, hope or understand is not set against them.
  if (before.subject?.actor === 'customer' && TELLING.test(before.verb.lemma)) return false;
  return link !== 'that' || (ASSERTING.test(before.verb.lemma) && !before.negated);
}

const TELLING = /^(?:say|tell|write|mention|feel|think|report|describe|explain|note|find|see|hear|ask|know|believe)$/;
/** Behind these "that" opens what we hold to be so. */
const ASSERTING =
  /^(?:assure|confirm|say|state|tell|show|know|see|check|believe|think|insist|maintain|swear|promise|guarantee|inform|advise|prove|indicate|point|report|remember|certain|be)$/;

/** The sentence or its neighbours own it, grant it, or tell what has changed since. */
function sidesWithThem(reading: LazyReading, { sentence, from }: Clause): boolean {
  const { sentences, grammar, apologies, faults } = reading;
  const { norm } = grammar.words;
  const { paragraph, from: first, to } = sentences[sentence];
  const near = (other: number): boolean => Math.abs(other - sentence) <= 1 && sentences[other]?.paragraph === paragraph;
  for (let i = first; i < to; i += 1) {
    if (
      SIDING.has(norm[i]) ||
      (i >= from && SINCE.has(norm[i])) ||
      (norm[i] === 'this' && /^(?:morning|afternoon|evening)$/.test(norm[i + 1] ?? ''))
    )
      return true;
    if (norm[i] === 'not' && norm[i + 1] === 'only') return true;
    if (
      norm[i] === 'as' &&
      norm[i + 1] === 'you' &&
      /^(?:say|said|write|wrote|told|describe|described|saw|found|did|know)$/.test(norm[i + 2] ?? '')
    )
      return true;
  }
  if (
    apologies.some(
      ({ mention, kind, sentence: at }) => !mention && !/^(?:feelings|refusal-preface|courtesy|hearing)$/.test(kind) && near(at),
    )
  )
    return true;
  if (faults.some(({ role, actor, asserted, sentence: at }) => role === 'possessor' && actor === 'own' && asserted && near(at)))
    return true;
  return [sentence - 1, sentence, sentence + 1].some((other) => near(other) && grantsIt(norm, sentences[other]));
}

/** "You are right", "you're quite correct". */
function grantsIt(norm: readonly string[], { from, to }: { from: number; to: number }): boolean {
  for (let i = from; i + 2 < to; i += 1)
    if (norm[i] === 'you' && norm[i + 1] === 'are' && /^(?:right|correct)$/.test(norm[i + 2] === 'quite' ? norm[i + 3] : norm[i + 2]))
      return true;
  return false;
}

/** A clause goes on to the next sign, though its verb may have been read as ending it. */
function endOfClause({ grammar: { words }, sentences }: LazyReading, { sentence, to, end }: Clause): number {
  let last = to;
  while (last < sentences[sentence].to && !(words.gap[last] & (Gap.comma | Gap.break | Gap.stop))) last += 1;
  return last > to ? words.end[last - 1] : end;
}

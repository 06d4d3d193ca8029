import { classBy, listed } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import { actorOfStretch } from '../grammar/noun-phrases.js';
import { PhraseSet, wordsAre } from '../window.js';
import { fault } from './fault-of.js';
import { BLAMEWORTHY, failsToAct } from './failing.js';
import type { LazyReading } from '../index.js';
import type { Actor, Clause, Fault, NounPhrase, Sentence } from '../reading.js';

const FAULT_NOUNS = listed('fault-nouns');
const GIVEN_NAMES = listed('given-names');
const POSITIVE_EVALUATION = listed('positive-evaluation');

/** Who can be made the author of a failing in our place. */
export const BLAMED: ReadonlySet<Actor> = new Set<Actor>(['colleague', 'department', 'third-party']);
/** "The error was ours." */
const OWNED = new Set(['ours', 'mine']);
const CAUSE = new PhraseSet([
  'due to',
  'because of',
  'owing to',
  'thanks to',
  'down to',
  'caused by',
  'result of',
  'account of',
  'fault of',
  'mistake by',
  'error by',
  'on the part of',
]);

/** The words at which a fault can be named. */
const NAMING = classBy((word) => BLAMEWORTHY.has(word) || CAUSE.openings.has(word));

/** Dave's mistake · a mistake by our courier · due to the warehouse · the fault lies with the supplier. */
export function nounFaults(reading: LazyReading, sentence: Sentence, already: readonly Fault[]): Fault[] {
  const found: Fault[] = [];
  const { words } = reading.grammar;
  for (let i = NAMING.first(words, sentence.from, sentence.to); i >= 0; i = NAMING.first(words, i + 1, sentence.to)) {
    const causes = CAUSE.startingAt(words, i);
    const blameworthy = BLAMEWORTHY.at(words, i) && !isPaper(reading, i);
    if (causes.length === 0 && !blameworthy) continue;
    const clause = reading.clauseAt(i);
    if (!clause) continue;
    if (blameworthy) {
      const made = madeBy(reading, sentence, clause, i);
      if (made) found.push(made);
      continue;
    }
    for (const cause of causes) {
      const agent = causeOf(reading, sentence, clause, i, cause);
      if (agent && !already.some((other) => other.author?.start === agent.start))
        found.push(unlessDenied(reading, clause, i, fault(reading, sentence, clause, agent.actor, 'cause', agent)));
    }
  }
  return found;
}

/** What an error can give its name to. */
const ERROR_THINGS = classBy((word) =>
  /^(?:messages?|codes?|logs?|reports?|screens?|pages?|numbers?|notices?|trackers?|rates?|list|lines?)$/.test(word),
);

/** "your NIN slip", "the packing slip", "our error logs". */
function isPaper({ grammar: { words, tags } }: LazyReading, at: number): boolean {
  if (/^(?:error|fault|failure)$/.test(words.norm[at]) && words.gap[at + 1] === 0 && ERROR_THINGS.at(words, at + 1)) return true;
  return (
    words.norm[at] === 'slip' && tags.pos[at - 1] === 'nominal' && !/^(?:little|small|unfortunate|silly|bad)$/.test(words.norm[at - 1])
  );
}

/** The fault that the noun at `noun` names, where its sentence says whose it is. */
function madeBy(reading: LazyReading, sentence: Sentence, clause: Clause, noun: number): Fault | undefined {
  const { words } = reading.grammar;
  const possessor = possessorOf(reading, sentence, noun);
  if (possessor) {
    const theirs = fault(reading, sentence, clause, possessor.actor, 'possessor', possessor);
    return unlessDenied(reading, clause, possessor.from, { ...theirs, start: possessor.start, end: words.end[noun] });
  }
  const author = authorAfter(reading, sentence, noun);
  return author && unlessDenied(reading, clause, noun, fault(reading, sentence, clause, author.actor, author.role, author.phrase));
}

interface Author {
  readonly actor: Actor;
  readonly role: Fault['role'];
  readonly phrase?: NounPhrase;
}

/** Whose fault it is by the words behind the noun; undefined when they name nobody. */
function authorAfter(reading: LazyReading, sentence: Sentence, head: number): Author | undefined {
  const { norm } = reading.grammar.words;
  // "the slip-up"
  const noun = norm[head + 1] === 'up' ? head + 1 : head;
  const next = norm[noun + 1] ?? '';
  const named = namedAfter(reading, sentence, noun) ?? sourceOf(reading, noun, sentence);
  if (named && named.actor !== 'thing') return { actor: named.actor, role: 'by', phrase: named };
  const second = norm[noun + 2] ?? '';
  // "an error in our system" is ours, "an error on your side" theirs.
  if (/^(?:on|at|in)$/.test(next) && /^(?:our|my)$/.test(second)) return { actor: 'own', role: 'by' };
  if (/^(?:was|is|were)$/.test(next)) {
    const whose = /^(?:entirely|wholly|all|only|purely)$/.test(second) ? norm[noun + 3] : second;
    if (OWNED.has(whose)) return { actor: 'own', role: 'possessor' };
    if (whose === 'yours') return { actor: 'customer', role: 'by' };
  }
  // "a fault on your line" blames nobody.
  if (/^(?:on|at)$/.test(next) && second === 'your' && /^(?:side|end|part|account)$/.test(norm[noun + 3] ?? ''))
    return { actor: 'customer', role: 'by' };
  if (!/^(?:lie|lies|lay|be|is|was)$/.test(next) || second !== 'with') return undefined;
  const holder = actorOfStretch(reading.grammar, noun + 3, sentence.to);
  return holder && holder.actor !== 'thing' ? { actor: holder.actor, role: 'possessor', phrase: holder } : undefined;
}

/** "a mistake of Accounts", "a mistake (made) by our courier", "an error on the part of the depot". */
function namedAfter({ grammar }: LazyReading, { to }: Sentence, noun: number): NounPhrase | undefined {
  const { words } = grammar;
  const { norm } = words;
  const ofWhom = norm[noun + 1] === 'of' ? actorOfStretch(grammar, noun + 2, to) : undefined;
  if (ofWhom && BLAMED.has(ofWhom.actor)) return ofWhom;
  const made = /^(?:made|committed|caused|introduced)$/.test(norm[noun + 1] ?? '') ? 1 : 0;
  if (norm[noun + 1 + made] === 'by' || norm[noun + 1] === 'from') return actorOfStretch(grammar, noun + 2 + made, to);
  return wordsAre(words, noun + 1, 'on the part of') ? actorOfStretch(grammar, noun + 5, to) : undefined;
}

/** Who is named behind "due to", where the clause makes them its culprit. */
function causeOf(reading: LazyReading, sentence: Sentence, clause: Clause, at: number, cause: string): NounPhrase | undefined {
  if (cause === 'thanks to' && reading.grammar.tags.pos[at - 1] === 'adverb') return undefined;
  const agent = actorOfStretch(reading.grammar, at + cause.split(' ').length, sentence.to);
  return agent && agent.actor !== 'thing' && isCulprit(reading, agent, clause) ? agent : undefined;
}

/** "This was not Dave's mistake" asserts no fault of his. */
function unlessDenied(reading: LazyReading, clause: Clause, at: number, found: Fault): Fault {
  return { ...found, asserted: found.asserted && !negatedBefore(reading.grammar.words.norm, clause, at) };
}

/**
 * "due to our courier" in a clause that tells of a failure; not "due to maintenance" or "due to Air Traffic Control" (the work itself, or a circumstance),
 * and not "it is all due to our great staff".
 */
function isCulprit(reading: LazyReading, agent: NounPhrase, clause: Clause): boolean {
  const { words, tags } = reading.grammar;
  const first = tags.pos[agent.from];
  const named = agent.actor === 'third-party' || GIVEN_NAMES.at(words, agent.from);
  if (first !== 'determiner' && first !== 'possessive' && !named && agent.actor !== 'own' && agent.actor !== 'customer') return false;
  if (POSITIVE_EVALUATION.first(words, agent.from, agent.to) >= 0) return false;
  return (
    failsToAct(reading, clause) ||
    /^(?:happen|occur|arise|cause)$/.test(clause.verb?.lemma ?? '') ||
    FAULT_NOUNS.first(words, clause.from, Math.min(clause.to, agent.to + 3)) >= 0
  );
}

/** "This error originates from the finance department", "the mistake is entirely on the logistics team". */
function sourceOf(reading: LazyReading, noun: number, { to }: Sentence): NounPhrase | undefined {
  const { norm } = reading.grammar.words;
  let at = noun + 1;
  const comes = /^(?:originat(?:es|ed)|stem(?:s|med)|came|comes|arose|arises|lies|lay|rests|happened|occurred)$/.test(norm[at] ?? '');
  if (comes) at += 1;
  else if (/^(?:is|was)$/.test(norm[at] ?? '')) {
    at += 1;
    if (/^(?:entirely|wholly|all|solely|purely)$/.test(norm[at] ?? '')) at += 1;
    if (norm[at] !== 'on') return undefined;
  } else return undefined;
  return /^(?:from|in|with|on|at)$/.test(norm[at] ?? '') ? actorOfStretch(reading.grammar, at + 1, to) : undefined;
}

/** my mistake, Dave's error, our warehouse's fault, your fault. */
function possessorOf(
  reading: LazyReading,
  sentence: Sentence,
  noun: number,
): { actor: Actor; start: number; end: number; from: number } | undefined {
  const { grammar } = reading;
  const { words, tags } = grammar;
  for (let i = noun - 1; i >= Math.max(sentence.from, noun - 4); i -= 1) {
    if (tags.pos[i] === 'possessive') {
      const word = words.norm[i];
      const actor: Actor = word === 'my' || word === 'our' ? 'own' : word === 'your' ? 'customer' : 'colleague';
      if (word === 'its' || word === 'whose') return undefined;
      return { actor, start: words.start[i], end: words.end[i], from: i };
    }
    if (tags.pos[i] === 'genitive') {
      let from = i - 1;
      while (
        from > sentence.from &&
        (tags.pos[from - 1] === 'nominal' || tags.pos[from - 1] === 'determiner' || tags.pos[from - 1] === 'possessive') &&
        !(words.gap[from] & (Gap.comma | Gap.break))
      )
        from -= 1;
      const owner = actorOfStretch(grammar, from, i);
      // "It's the bank's fault, not ours": whoever is set against us is somebody.
      const contrasted = words.norm[noun + 1] === 'not' && /^(?:ours|us|mine|me|our)$/.test(words.norm[noun + 2] ?? '');
      if (owner?.actor === 'thing' && contrasted) return { ...owner, actor: 'third-party', from };
      return owner && owner.actor !== 'thing' ? { ...owner, from } : undefined;
    }
    if (tags.pos[i] !== 'nominal' && tags.pos[i] !== 'adverb') return undefined;
  }
  return undefined;
}

function negatedBefore(norm: readonly string[], clause: Clause, at: number): boolean {
  if (clause.verb?.negated && clause.verb.from < at) return true;
  return norm[at - 1] === 'not' || norm[at - 1] === 'no' || norm[at - 2] === 'not';
}

import { oncePer } from '../../text/lazy.js';
import { Gap } from '../../text/words.js';
import type { Grammar } from '../grammar/grammar.js';
import { topicOf } from '../question/topic.js';
import type { Actor, Clause, VerbGroup } from '../reading.js';
import { polesOf, type Pole } from './opposites.js';

/** One thing that the customer says is so, or was. */
export interface ToldFact {
  readonly verb: VerbGroup;
  readonly negated: boolean;
  /** Who does it in the customer's words, where `own` are the customers themselves and `customer` are we. */
  readonly actor: Actor | undefined;
  /** The ends of scales named behind its subject: "cold", "rude". */
  readonly poles: readonly Pole[];
  /** Stems of what its sentence is about. */
  readonly topic: ReadonlySet<string>;
  /** Its words and those around it in the sentence, folded. */
  readonly words: ReadonlySet<string>;
}

/** What the customer states: no wish, plan, guess or question; a question why it is so states it too. */
export const toldFacts = oncePer<Grammar, readonly ToldFact[]>((grammar) => {
  const { clauses, sentences, words } = grammar;
  const facts: ToldFact[] = [];
  for (const clause of clauses) {
    const { verb, negated, subject } = clause;
    const sentence = sentences[clause.sentence];
    if (!verb || clause.mention || verb.modal || verb.tense === 'future' || verb.tense === 'none' || !isStated(grammar, clause)) continue;
    const end = Math.max(clause.to, endOfSaying(grammar, verb.to, sentence.to));
    facts.push({
      verb,
      negated,
      actor: subject?.actor,
      poles: words.norm.slice(verb.from, end).flatMap(polesOf),
      topic: topicOf(grammar, sentence.from, sentence.to),
      words: new Set(words.norm.slice(sentence.from, sentence.to)),
    });
  }
  return facts;
});

/** Where what begins at word `from` ends: at the next comma, stop or conjunction that opens a clause. */
function endOfSaying({ clauses, words }: Grammar, from: number, limit: number): number {
  let end = from;
  while (
    end < limit &&
    !(end > from && words.gap[end] & (Gap.comma | Gap.break | Gap.stop)) &&
    !clauses.some(({ from: opens, subject }) => opens === end && subject)
  )
    end += 1;
  return end;
}

/** Verbs by which they guess, hope or quote: what hangs on these is not told as their own knowledge. */
const GUESSED = /^(?:think|suppose|guess|assume|hope|wonder|imagine|suspect|expect|wish|say|tell|claim|believe)$/;

function isStated({ sentences, words, clauses }: Grammar, { mood, sentence, link, index, subject }: Clause): boolean {
  const before = clauses[index - 1];
  if (before?.sentence === sentence && GUESSED.test(before.verb?.lemma ?? '') && (link === 'that' || (!link && subject))) return false;
  if (mood === 'condition' || mood === 'counterfactual' || mood === 'imperative' || link === 'if' || link === 'whether') return false;
  const { question, from, to } = sentences[sentence];
  if (mood === 'statement' && !question) return true;
  // "My friend got it free, can I have it too?"
  const next = clauses[index + 1];
  return (mood === 'statement' && next?.sentence === sentence && next.mood === 'question') || words.norm.slice(from, to).includes('why');
}

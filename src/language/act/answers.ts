import { oncePer } from '../../text/lazy.js';
import { inList } from '../../lexicon/index.js';
import { around, regretOf } from './window.js';
import type { Act } from './acts.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';

const CAUSE = /^(?:because|due|since|depends|depend|caused|reasons?|means|meaning|owing|therefore|purpose)$/;

/** A statement answers when the customer asked: it shares content words with a question of theirs, or gives a cause to one who asked why. */
export function answeredAct(reading: LazyReading, sentence: Sentence, clause: Clause): Act | undefined {
  const customer = reading.customerGrammar;
  const verb = clause.verb;
  if (!customer || !verb || verb.tense === 'none' || clause.mood !== 'statement' || sentence.question) return undefined;
  const actor = clause.subject?.actor;
  if (askedStems(reading)?.any && saysYesOrNo(reading.grammar.words.norm, sentence, clause)) return { kind: 'answered', lemma: verb.lemma };
  if (actor === undefined || actor === 'customer' || inList('noted-verbs', verb.lemma)) return undefined;
  if (actor === 'own' && (inList('courtesy-verbs', verb.lemma) || verb.modal)) return undefined;
  const asked = askedStems(reading);
  if (!asked) return undefined;
  const { words } = reading.grammar;
  // "We're sorry the sofa came late" says back what they told; only a cause in it answers.
  const regretted = regretOf(reading, clause) !== undefined || isHeard(reading, clause);
  let shared = 0;
  let cause = false;
  const { from, to } = around(sentence, clause);
  for (let i = from; i < to; i += 1) {
    if (asked.stems.has(stemOf(words.norm[i]))) shared += 1;
    // "The inconvenience this caused" gives no cause.
    if (CAUSE.test(words.norm[i]) && !(words.norm[i] === 'caused' && words.norm[i + 1] !== 'by')) cause = true;
    if (words.norm[i] === 'based' && words.norm[i + 1] === 'on') cause = true;
  }
  // "Why was it swapped?" – "as they may be subject to change".
  if (
    asked.why &&
    /^(?:as|since|because)$/.test(clause.link ?? '') &&
    actor !== 'own' &&
    !/^(?:this|that)$/.test(words.norm[clause.subject!.from])
  )
    cause = true;
  if (regretted) return asked.why && cause ? { kind: 'answered', lemma: verb.lemma } : undefined;
  if (asked.why && (wasAtIt(clause) || isMechanism(reading, clause))) return { kind: 'answered', lemma: verb.lemma };
  // "Are they separated?" – "We have a place where cans are separated."
  if (asked.any && actor === 'thing' && asked.verbs.has(stemOf(words.norm[verb.main]))) return { kind: 'answered', lemma: verb.lemma };
  // "Was I wrong?" – "Your passport card can be used."
  if (asked.any && verb.modal === 'can' && !clause.negated && isTheirsNamed(reading, clause))
    return { kind: 'answered', lemma: verb.lemma };
  // "Is it legit or a scam?" – "It's legit!"
  if (asked.any && shared === 1 && verb.lemma === 'be' && verb.tense === 'present' && !verb.modal && clause.to - clause.from <= 4)
    return { kind: 'answered', lemma: 'be' };
  return shared >= 2 || (asked.why && (cause || (shared > 0 && actor !== 'own'))) ? { kind: 'answered', lemma: verb.lemma } : undefined;
}

/** "What is the hold-up?" – "We were waiting for a berth to come free": what went on just then. */
function wasAtIt({ verb, subject }: Clause): boolean {
  if (
    verb!.tense !== 'past' ||
    !verb!.progressive ||
    verb!.negated ||
    !subject ||
    /^(?:hop|hope|expect|plan|wish|look|try)$/.test(verb!.lemma)
  )
    return false;
  return verb!.voice === 'active';
}

/** "What causes that?" – "The pump runs whenever the tank is low": what a thing does, and on what occasion. */
function isMechanism({ clauses }: LazyReading, { verb, subject, negated, index, sentence }: Clause): boolean {
  if (subject?.actor !== 'thing' || negated || verb!.modal || verb!.lemma === 'be') return false;
  const next = clauses[index + 1];
  return next?.sentence === sentence && next.subject?.actor === 'thing' && /^(?:when|whenever|once|until|if|after)$/.test(next.link ?? '');
}

/** Whether the customer asked anything. */
export function isAsked(reading: LazyReading): boolean {
  return reading.customerGrammar !== undefined && askedStems(reading)?.any === true;
}

/** "Your passport card", of which they had spoken. */
function isTheirsNamed({ grammar: { words }, customerGrammar }: LazyReading, { subject }: Clause): boolean {
  return (
    subject !== undefined &&
    words.norm[subject.from] === 'your' &&
    (customerGrammar?.words.norm.includes(words.norm[subject.head]) ?? false)
  );
}

/** "Sorry to hear the sofa came late", "disappointed you were …" */
function isHeard({ clauses }: LazyReading, { index, sentence }: Clause): boolean {
  const before = clauses[index - 1];
  return before?.sentence === sentence && before.verb !== undefined && /^(?:hear|read|learn|see|note)$/.test(before.verb.lemma);
}

/** "Yes, you get a locker": said to somebody who asked. */
function saysYesOrNo(norm: readonly string[], { from }: Sentence, clause: Clause): boolean {
  if (norm[from] === 'no' && /^(?:one|worries|problem|need|matter|doubt|question|customer|guest|way)$/.test(norm[from + 1] ?? ''))
    return false;
  return clause.from <= from + 1 && /^(?:yes|no|yep|nope|correct|absolutely|certainly)$/.test(norm[from]);
}

interface Asked {
  /** They asked something with a question. */
  readonly any: boolean;
  readonly why: boolean;
  readonly stems: ReadonlySet<string>;
  /** Those of the main verbs among them. */
  readonly verbs: ReadonlySet<string>;
}

/** Content words of the customer's questions; undefined when they asked nothing. */
const askedStems = oncePer<LazyReading, Asked | undefined>((reading) => {
  const { words, tags, sentences, clauses } = reading.customerGrammar!;
  const stems = new Set<string>();
  let why = false;
  let any = false;
  const asks = (sentence: Sentence): boolean => sentence.question || opensAsQuestion(words.norm, sentence);
  for (const sentence of sentences) {
    why ||= asksWhy(words.norm, sentence);
    any ||= asks(sentence);
  }
  for (const sentence of sentences) {
    // Who was told no reason asked about everything they tell.
    if (!asks(sentence) && !why) continue;
    for (let i = sentence.from; i < sentence.to; i += 1)
      if ((tags.pos[i] === 'nominal' || tags.pos[i] === 'verb') && words.norm[i].length > 3) stems.add(stemOf(words.norm[i]));
  }
  const verbs = new Set<string>();
  for (const { verb, sentence } of clauses)
    if (any && verb && asks(sentences[sentence]) && words.norm[verb.main].length > 3) verbs.add(stemOf(words.norm[verb.main]));
  return any || why ? { any, why, stems, verbs } : undefined;
});

function stemOf(word: string): string {
  return word
    .replace(/ies$|ied$/, 'y')
    .replace(/(?:ments?|ings?|ed|es|s)$/, '')
    .replace(/e$/, '')
    .slice(0, 6);
}

/** "Whats the point of paying", "any news about flight 6": questions without their mark. */
function opensAsQuestion(norm: readonly string[], { from }: Sentence): boolean {
  const next = norm[from + 1] ?? '';
  // "When we arrived the room was not ready" tells; "when do we land" asks.
  if (/^(?:when|where)$/.test(norm[from])) return AUXILIARY.test(next);
  if (norm[from] === 'what' && /^(?:an?|do)$/.test(next)) return next === 'do';
  // "Can you let me use the gym till Monday."
  if (AUXILIARY.test(norm[from] ?? '')) return /^(?:you|i|we|there|my|your|the)$/.test(next);
  return /^(?:what|whats|how|which|why|any)$/.test(norm[from] ?? '');
}

const AUXILIARY = /^(?:is|are|was|were|do|does|did|will|would|can|could|should|has|have|had|'s)$/;

/** "Why was it late?", "no explanation", "never told why". */
function asksWhy(norm: readonly string[], sentence: Sentence): boolean {
  let denied = false;
  for (let i = sentence.from; i < sentence.to; i += 1) {
    if (
      norm[i] === 'why' &&
      (sentence.question || denied || /^(?:is|are|do|does|did|was|were|can|has|have|would)$/.test(norm[i + 1] ?? ''))
    )
      return true;
    if (norm[i] === 'how' && (norm[i + 1] === 'come' || (norm[i + 1] === 'is' && norm[i + 2] === 'it' && norm[i + 3] === 'that')))
      return true;
    if (norm[i] === 'what' && wondersWhat(norm, i, sentence.to)) return true;
    if (/^(?:no|not|never|without)$/.test(norm[i])) denied = true;
    if (denied && /^(?:explanation|reason|reasons|explained)$/.test(norm[i])) return true;
  }
  return false;
}

/** "What is going on?", "what's the hold up?" */
function wondersWhat(norm: readonly string[], at: number, to: number): boolean {
  for (let i = at + 1; i < Math.min(to, at + 6); i += 1)
    if (/^(?:going|happened|happening|hold|wrong|deal|issue|problem|reason|cause|causes|caused|causing)$/.test(norm[i])) return true;
  return false;
}

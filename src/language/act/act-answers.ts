import { oncePer } from '../../text/lazy.js';
import { inList } from '../../lexicon/index.js';
import { around } from './act-window.js';
import type { Act } from './acts.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';

const CAUSE = /^(?:because|due|since|depends|depend|caused|reason|means|meaning|owing|therefore|purpose)$/;

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
  let shared = 0;
  let cause = false;
  const { from, to } = around(sentence, clause);
  for (let i = from; i < to; i += 1) {
    if (asked.stems.has(stemOf(words.norm[i]))) shared += 1;
    if (CAUSE.test(words.norm[i])) cause = true;
  }
  return shared >= 2 || (asked.why && (cause || (shared > 0 && actor !== 'own'))) ? { kind: 'answered', lemma: verb.lemma } : undefined;
}

/** "Yes, you get a carry-on": said to somebody who asked. */
function saysYesOrNo(norm: readonly string[], { from }: Sentence, clause: Clause): boolean {
  return clause.from <= from + 1 && /^(?:yes|no|yep|nope|correct|absolutely|certainly)$/.test(norm[from]);
}

interface Asked {
  /** They asked something with a question. */
  readonly any: boolean;
  readonly why: boolean;
  readonly stems: ReadonlySet<string>;
}

/** Content words of the customer's questions; undefined when they asked nothing. */
const askedStems = oncePer<LazyReading, Asked | undefined>((reading) => {
  const { words, tags, sentences } = reading.customerGrammar!;
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
  return any || why ? { any, why, stems } : undefined;
});

function stemOf(word: string): string {
  return word
    .replace(/ies$|ied$/, 'y')
    .replace(/(?:ments?|ings?|ed|es|s)$/, '')
    .slice(0, 6);
}

/** "Whats the point of paying", "any news about flight 6": questions without their mark. */
function opensAsQuestion(norm: readonly string[], { from }: Sentence): boolean {
  return /^(?:what|whats|how|when|where|which|why|any)$/.test(norm[from] ?? '');
}

/** "Why was it late?", "no explanation", "never told why". */
function asksWhy(norm: readonly string[], sentence: Sentence): boolean {
  let denied = false;
  for (let i = sentence.from; i < sentence.to; i += 1) {
    if (
      norm[i] === 'why' &&
      (sentence.question || denied || /^(?:is|are|do|does|did|was|were|can|has|have|would)$/.test(norm[i + 1] ?? ''))
    )
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
    if (/^(?:going|happened|happening|hold|wrong|deal|issue|problem|reason)$/.test(norm[i])) return true;
  return false;
}

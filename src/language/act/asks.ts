import { inList, listed } from '../../lexicon/index.js';
import { customerAct } from './customer.js';
import { commandedAct } from './imperatives.js';
import { effectOf } from './verbs.js';
import { clausesAfter } from './window.js';
import { Gap } from '../../text/words.js';
import type { Act } from './acts.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';

const CUSTOMER_NOUNS = listed('customer-nouns');
const DIRECTING = new Set('ask request advise urge invite require recommend suggest need encourage'.split(' '));
const QUESTION_WORDS = new Set(['why', 'how', 'what', 'which', 'when', 'where', 'who']);

/**
 * What a clause asks of the customer: a question that moves the matter on, or an instruction. Null: it speaks to them as a question or an imperative does but
 * asks for nothing; undefined: it is neither.
 */
export function askedAct(reading: LazyReading, sentence: Sentence, clause: Clause): Act | null | undefined {
  const { verb, subject } = clause;
  if (sentence.question && asksAtEnd(reading, sentence, clause)) return { kind: 'asked', lemma: verb?.lemma ?? 'be' };
  if (sentence.question && (clause.index === sentence.firstClause || clause.mood === 'question'))
    return question(reading, sentence, clause);
  // "Did you get her name" without its mark.
  if (verb && !sentence.question && clause.index === sentence.firstClause && asksUnmarked(reading.grammar.words.norm, sentence))
    return question(reading, sentence, clause);
  if (clause.index === sentence.firstClause && asksPatience(reading, sentence)) return { kind: 'promised', lemma: 'wait' };
  if (!verb) return clause.from === sentence.from ? directAddress(reading, clause) : undefined;
  const told = commandedAct(reading, sentence, clause);
  if (told !== undefined || clause.mood === 'imperative') return told;
  if (clause.mood === 'counterfactual') return undefined;
  const actor = subject?.actor;
  if (actor === 'customer' && !clause.negated && verb.voice === 'active') return customerAct(reading, sentence, clause);
  if (actor !== 'own' && !clause.negated && sendsToUs(reading, clause)) return { kind: 'instructed', lemma: verb.lemma };
  const wished = wishedOf(reading, clause);
  if (wished) return wished;
  // "We ask you to send", "I recommend checking", "Request you to share".
  // "Please be advised that …" only tells.
  if (
    (actor === 'own' || subject === undefined) &&
    verb.voice === 'active' &&
    DIRECTING.has(verb.lemma) &&
    !clause.negated &&
    verb.tense !== 'past'
  )
    return directed(reading, clause);
  return undefined;
}

/** "We're sorry to hear it, G.P. What is going on?": a question of its own behind a stop that ended nothing. */
function asksAtEnd({ grammar: { words } }: LazyReading, sentence: Sentence, { index, from, link }: Clause): boolean {
  return (
    index > sentence.firstClause &&
    index === sentence.endClause - 1 &&
    (words.gap[from] & Gap.stop) !== 0 &&
    /^(?:what|which|when|where|who|how)$/.test(link ?? words.norm[from])
  );
}

function asksUnmarked(norm: readonly string[], { from }: Sentence): boolean {
  // "Which shop was it, and I'll tell them"
  if (
    /^(?:which|what)$/.test(norm[from]) &&
    /^(?:was|is)$/.test(norm[from + 2] ?? '') &&
    /^(?:this|that|it|your)$/.test(norm[from + 3] ?? '')
  )
    return true;
  return (
    /^(?:did|do|have|are|were|was)$/.test(norm[from]) && norm[from + 1] === 'you' && !/^(?:a|an|the|some|to)$/.test(norm[from + 2] ?? '')
  );
}

/** A question moves the matter on unless it scolds (`why didn't you`, `how many more times`) or answers itself in public. */
function question(reading: LazyReading, sentence: Sentence, clause: Clause): Act | null {
  const { norm } = reading.grammar.words;
  const actor = clause.subject?.actor;
  const lemma = clause.verb?.lemma ?? 'be';
  const first = norm[sentence.from];
  // "We're you able to open the lid?": a slip for "were".
  const slip = first === 'we' && norm[sentence.from + 2] === 'you';
  if (slip) return { kind: 'asked', lemma };
  if (actor === 'own') {
    const offers = /^(?:can|may|shall|could|would)$/.test(clause.verb?.modal ?? '');
    if (offers) return { kind: 'offered', lemma };
    // "What did we do wrong?", "where did we go wrong?"
    return /^(?:what|where)$/.test(first) && norm.slice(sentence.from, sentence.to).includes('wrong') ? { kind: 'asked', lemma } : null;
  }
  const scolds =
    (first === 'why' && !/^(?:not)$/.test(norm[sentence.from + 1] ?? '') && !(lemma === 'say' || lemma === 'feel')) ||
    (first === 'how' && norm[sentence.from + 1] === 'many') ||
    /^(?:think|expect|honestly)$/.test(lemma) ||
    (QUESTION_WORDS.has(first) && clause.verb?.modal === 'would' && !asksForChoice(norm, sentence));
  if (scolds) return null;
  // In a public answer nobody waits for the reply: "Did you ask for the password?" reproaches.
  if (reading.draft.channel === 'review' && clause.verb?.tense !== 'future' && !clause.verb?.modal) return null;
  return { kind: 'asked', lemma };
}

/** "Which would you rather have?", "what would you prefer?" */
function asksForChoice(norm: readonly string[], { from, to }: Sentence): boolean {
  return norm.slice(from, Math.min(to, from + 6)).some((word) => /^(?:rather|prefer|like|choose|suit)$/.test(word));
}

/** "I would be glad if your could ring the shop": the slip hides whom the condition is about. */
function wishedOf({ grammar: { words, tags } }: LazyReading, { verb, to }: Clause): Act | undefined {
  const { norm } = words;
  if (!/^(?:appreciate|love|like|be|thank|help)$/.test(verb!.lemma)) return undefined;
  for (let i = verb!.to; i + 3 < Math.min(to, verb!.to + 6); i += 1)
    if (norm[i] === 'if' && norm[i + 1] === 'your' && /^(?:can|could|would|will)$/.test(norm[i + 2]))
      return { kind: 'instructed', lemma: tags.lemma[i + 3] ?? norm[i + 3] };
  return undefined;
}

/** "She'd need to contact us", "your friend can always ring us", "your son should see the nurse". */
function sendsToUs(reading: LazyReading, { verb, subject, to }: Clause): boolean {
  const { norm } = reading.grammar.words;
  if (!verb || !/^(?:can|could|may|should|must|need|have to|will|would)$/.test(verb.modal ?? '')) return false;
  const person =
    subject && /^(?:your|she|he|they|her|his)$/.test(norm[subject.from]) && /^(?:need|have to|should|must)$/.test(verb.modal ?? '');
  if (person && /^(?:work|see|check|go|ask|file|speak|show|bring|send|use|report)$/.test(verb.lemma)) return true;
  if (!/^(?:reach|contact|call|ring|phone|email|mail|message|text|write|tell|speak|talk|visit|get)$/.test(verb.lemma)) return false;
  for (let i = verb.to; i < Math.min(to, verb.to + 5); i += 1) if (norm[i] === 'us' || norm[i] === 'me' || norm[i] === 'our') return true;
  return false;
}

/** We ask you to …; we recommend …-ing; we need your order number. */
function directed(reading: LazyReading, clause: Clause): Act | null | undefined {
  const verb = clause.verb!;
  const { words, tags } = reading.grammar;
  const at = verb.to;
  if (verb.modal && verb.modal !== 'would' && verb.modal !== 'can' && verb.modal !== 'will') return undefined;
  if (verb.lemma === 'need') {
    // "All we need from you is a photo", "the only thing that I need is the serial number".
    const fronted = /^(?:all|what|that|thing|things)$/.test(words.norm[(clause.subject ?? verb).from - 1] ?? '');
    return fronted || /^(?:you|your|the|a|more|some|an)$/.test(words.norm[at] ?? '') ? { kind: 'asked', lemma: verb.lemma } : undefined;
  }
  // "We request our customers to …", "we recommend, if you are still unable to pay, to …"
  const ours =
    CUSTOMER_NOUNS.at(words, at) ||
    (/^(?:our|all|any|every)$/.test(words.norm[at] ?? '') && CUSTOMER_NOUNS.first(words, at + 1, at + 3) >= 0);
  // "We encourage customers to keep valuables with them" speaks of another time.
  if (verb.lemma === 'encourage' && ours) return undefined;
  const toThem = ours || /^(?:you|that|if|they|he|she)$/.test(words.norm[at] ?? '');
  const gerund = tags.form[at] === 'ing' || (tags.pos[at] === 'to' && /^(?:advise|recommend|suggest)$/.test(verb.lemma));
  if (!toThem && !gerund) return undefined;
  for (const next of clausesAfter(reading, clause)) {
    if (!next.verb || next.mood === 'condition') continue;
    const { lemma, main, from } = next.verb;
    if (lemma === 'note' || lemma === 'accept' || lemma === 'understand' || lemma === 'bear' || lemma === 'be') return null;
    if (verb.lemma === 'encourage' || verb.lemma === 'invite') {
      // "We invite you to come once more", "to mention the slightest dissatisfaction to reception": another time.
      if (/^(?:stay|visit|return|come|give|try|consider|mention|share|raise|speak|tell|let|bring)$/.test(lemma)) return null;
    }
    return effectOf(reading, lemma, main, next.to) === 'nothing' && from > at + 3 ? null : { kind: 'instructed', lemma };
  }
  if (gerund) return { kind: 'instructed', lemma: tags.lemma[at] ?? '' };
  // "We advise that the payer ring their bank."
  for (let i = at + 2; i < Math.min(clause.to, at + 6); i += 1)
    if (words.norm[at] === 'that' && inList('contact-verbs', words.norm[i])) return { kind: 'instructed', lemma: words.norm[i] };
  return undefined;
}

/** "Sure, one moment", "just a sec while I check": somebody is at it. */
function asksPatience({ grammar: { words } }: LazyReading, { from, to }: Sentence): boolean {
  const { norm } = words;
  for (let i = from; i + 1 < Math.min(to, from + 4); i += 1)
    if (/^(?:one|a|1)$/.test(norm[i]) && /^(?:moment|minute|sec|second|min|mo)$/.test(norm[i + 1]))
      return i + 2 >= to || words.gap[i + 2] !== 0 || /^(?:please|while|whilst|as)$/.test(norm[i + 2]);
  return false;
}

/** "DM us your number", "Request you to share": requests whose verb the tagger takes for a noun. */
function directAddress(reading: LazyReading, clause: Clause): Act | undefined {
  const { norm } = reading.grammar.words;
  for (let i = clause.from; i < Math.min(clause.to, clause.from + 4); i += 1)
    if (/^(?:dm|pm|ping|tweet|whatsapp|inbox)$/.test(norm[i]) && /^(?:us|me|your|the|with)$/.test(norm[i + 1] ?? ''))
      return { kind: 'instructed', lemma: norm[i] };
  return undefined;
}

import { inList } from '../../lexicon/index.js';
import { clausesAfter } from './window.js';
import { isElsewhere } from './other-matters.js';
import type { Act } from './acts.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';

/** You can ask the crew; you will need to contact; you'll receive; you are welcome to call me. */
export function customerAct(reading: LazyReading, sentence: Sentence, clause: Clause): Act | null | undefined {
  const verb = clause.verb!;
  const { norm } = reading.grammar.words;
  const { lemma, modal } = verb;
  if (clause.mood === 'condition') {
    // "If you could send us the label": a request in the form of a condition.
    if ((modal === 'could' || modal === 'can') && clause.link === 'if') {
      return /^(?:be|have|feel|see|find)$/.test(lemma) ? undefined : { kind: 'instructed', lemma };
    }
    return bringsResult(reading, clause) && !isElsewhere(reading, sentence, clause) ? { kind: 'instructed', lemma } : undefined;
  }
  // "You will be provided with a wetsuit": the participle is no verb of our lists.
  if (
    lemma === 'be' &&
    verb.tense === 'future' &&
    norm[verb.to]?.endsWith('ed') &&
    /^(?:with|on|to|by|for|the|a|within|in)$/.test(norm[verb.to + 1] ?? '')
  )
    return { kind: 'promised', lemma: norm[verb.to] };
  if (lemma === 'be' && welcomes(norm, verb.to)) return { kind: 'instructed', lemma };
  if (verb.tense === 'present' && !modal && lemma === 'have' && norm[verb.from - 1] === 'now') return { kind: 'done', lemma };
  if (lemma === 'be' && verb.tense === 'present' && !modal && isPlaced(reading, verb.to)) return { kind: 'done', lemma };
  // "You do get the sauna with your ticket": the doubt is settled.
  if (norm[verb.from] === 'do' && verb.main === verb.from + 1 && verb.tense === 'present' && /^(?:get|have|qualify|keep|need)$/.test(lemma))
    return { kind: 'answered', lemma };
  // "Be sure you are ringing us from home."
  if (norm[(clause.subject ?? verb).from - 1] === 'sure' && verb.progressive && inList('contact-verbs', lemma))
    return { kind: 'instructed', lemma };
  if ((modal === undefined && verb.tense !== 'future') || verb.tense === 'past') return undefined;
  // "You are always able to find a space": how things are.
  if (norm[verb.from] === 'are' && /^(?:always|usually|normally|generally|never)$/.test(norm[verb.from + 1] ?? '')) return undefined;
  if (modal === 'should' && verb.tense === 'perfect') return isReceipt(lemma) ? { kind: 'done', lemma } : undefined;
  // "You might like to try the rear door."
  if (modal === 'might' && /^(?:like|wish|prefer)$/.test(lemma) && norm[verb.to] === 'to') return { kind: 'instructed', lemma };
  if (modal === 'may' || modal === 'might' || modal === 'would') {
    return modal === 'would' && norm[verb.main - 1] === 'to'
      ? { kind: 'instructed', lemma }
      : modal === 'may' && !/^(?:be|have|feel|know)$/.test(lemma)
        ? { kind: 'instructed', lemma }
        : undefined;
  }
  if (
    /^(?:be|see|imagine|understand|appreciate|agree|feel|enjoy|consider|return|know|expect|rest|trust|visit|stay|come|give|experience|remember|think|believe|love|notice|count|rely|forgive|like)$/.test(
      lemma,
    )
  ) {
    // "You can ask whether the porter has one."
    if (lemma === 'see' && modal === 'can' && /^(?:if|whether|with)$/.test(norm[verb.to] ?? '')) return { kind: 'instructed', lemma };
    if (lemma === 'see' && (verb.tense === 'future' || (modal === 'should' && verb.tense === 'present')))
      return { kind: 'promised', lemma };
    if (lemma === 'be' && verb.tense === 'future' && norm[verb.to] === 'able') return { kind: 'instructed', lemma };
    // "You will have to return that at the desk"; "you will return" hopes.
    if (lemma === 'return' && /^(?:it|them|the|this|that|your|both)$/.test(norm[verb.to] ?? '') && isBound(norm, verb.from, verb.main))
      return { kind: 'instructed', lemma };
    return undefined;
  }
  if (isReceipt(lemma) && modal !== 'need') return isElsewhere(reading, sentence, clause) ? null : { kind: 'promised', lemma };
  if (modal === 'should' && lemma === 'have') return { kind: 'answered', lemma };
  return isElsewhere(reading, sentence, clause) ? null : { kind: 'instructed', lemma };
}

/** "(You) will have to", "need to", "must" */
function isBound(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (norm[i] === 'must' || (/^(?:have|need)$/.test(norm[i]) && norm[i + 1] === 'to')) return true;
  return false;
}

/** "If you go to the tool desk, they should be able to cut it": an instruction with what it brings. */
function bringsResult(reading: LazyReading, clause: Clause): boolean {
  const { verb, link, to } = clause;
  if (
    link !== 'if' ||
    !/^(?:reach|contact|call|ring|phone|email|mail|message|text|write|dm|speak|get|pop|go|ask|send|reply)$/.test(verb!.lemma)
  )
    return false;
  const { norm } = reading.grammar.words;
  let target = false;
  for (let i = verb!.to; i < Math.max(to, verb!.to + 2); i += 1) if (/^(?:us|me|our|the|their|them|it)$/.test(norm[i])) target = true;
  if (!target) return false;
  const next = clausesAfter(reading, clause).find(
    ({ subject }) => subject !== undefined && /^(?:they|we|it|she|he|i|our|the|someone)$/.test(norm[subject.from]),
  );
  if (!next?.verb || !/^(?:own|colleague|department|third-party|thing)$/.test(next.subject?.actor ?? '')) return false;
  return /^(?:can|will|should|could)$/.test(next.verb.modal ?? '') || next.verb.tense === 'future';
}

/** "You are (more than) welcome to ring me", "you're free to". */
function welcomes(norm: readonly string[], at: number): boolean {
  for (let i = at; i < at + 4; i += 1) if ((norm[i] === 'welcome' || norm[i] === 'free') && norm[i + 1] === 'to') return true;
  return false;
}

/** "You're both on the 09.55 now", "you are down for Friday at ten", "you're all set": where our doing has put them. */
function isPlaced(reading: LazyReading, at: number): boolean {
  const { norm } = reading.grammar.words;
  let to = at;
  while (/^(?:now|back|already|both)$/.test(norm[to] ?? '')) to += 1;
  if (norm[to] === 'all' && /^(?:set|sorted|booked|done)$/.test(norm[to + 1] ?? '')) return true;
  if (norm[to] === 'down' && /^(?:for|as)$/.test(norm[to + 1] ?? '')) return true;
  // "You are first on Monday's list."
  if (/^(?:first|second|third|next|top)$/.test(norm[to] ?? '') && /^(?:on|in|of)$/.test(norm[to + 1] ?? '')) return true;
  // "You are at the gate now" looks up where they are; a flight or a place on a list is what we put them on.
  return (
    (norm[to] === 'on' || norm[to] === 'in') &&
    /^(?:the|our)$/.test(norm[to + 1] ?? '') &&
    /^(?:\d|next|first|earlier|earliest|later|direct|list|flight|train|coach|ferry)/.test(norm[to + 2] ?? '')
  );
}

function isReceipt(lemma: string): boolean {
  return /^(?:receive|get|hear|have|find)$/.test(lemma);
}

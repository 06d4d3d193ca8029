import { inList, listed } from '../../lexicon/index.js';
import type { Span } from '../../text/span.js';
import { regretOf } from '../act/window.js';
import { PhraseList } from '../phrase-list.js';
import type { LazyReading } from '../index.js';
import type { Clause, NounPhrase, Sentence, VerbGroup } from '../reading.js';
import { Gap, wordAt, type Words } from '../../text/words.js';

import { carriesTopic, stem, topicOfAll } from '../question/topic.js';
import { overreaches } from './overreach.js';
import { isPreventive, NEW } from './prevention.js';

const CAUSE_PHRASES = new PhraseList('cause-phrases');
const EVALUATIVE_WORDS = listed('evaluative-words');
const FAULT_NOUNS = listed('fault-nouns');
const PROCESS_NOUNS = listed('process-nouns');
const SERVICE_NOUNS = listed('service-nouns');

/** Where the draft says how a failure came about, or that it will find out: a cause, or a tale beyond the fault itself. */
export function causeOf(reading: LazyReading): Span | undefined {
  const { words } = reading.draft;
  const thanked = new Set(reading.thanks.filter(({ object }) => object === 'contact').map(({ sentence }) => sentence));
  for (const sentence of reading.body) {
    const named = CAUSE_PHRASES.find(words, sentence.from, sentence.to);
    // "Thank you for telling us why the lid came off": their tale, not ours.
    if (named && !reading.isMention(named) && !thanked.has(sentence.index) && !asWeSaid(words, named)) return sentence;
  }
  const mistaken = reading.clauses.find(
    (clause) =>
      clause.subject?.actor === 'own' &&
      !clause.mention &&
      (overreaches(reading, clause) ||
        ((clause.verb?.tense === 'past' || clause.verb?.tense === 'perfect') &&
          !clause.verb.negated &&
          !clause.verb.modal &&
          (MISTAKING.has(clause.verb.lemma) ||
            stints(reading.grammar.words, clause) ||
            wasShort(reading.grammar.words, clause) ||
            leadsToSlip(reading, clause)))),
  );
  return mistaken ? reading.sentences[mistaken.sentence] : tale(reading);
}

/** "We misheard the name": the slip itself says how it came about. */
const MISTAKING = new Set(['mishear', 'misread', 'mistype', 'miskey', 'misunderstand', 'key', 'miscount', 'mislabel']);

/** "We packed it with too little paper", "on too short a string": what our doing lacked says how it came about. */
function stints({ norm }: Words, { verb, to }: Clause): boolean {
  for (let i = verb!.to; i < to; i += 1) {
    // "We keyed the two figures in reverse order", "fitted it back to front".
    if (/^(?:reverse|upside|backwards)$/.test(norm[i]) || (norm[i] === 'back' && norm[i + 1] === 'to' && norm[i + 2] === 'front'))
      return true;
    if (!/^(?:with|in|on|by|at|under|from)$/.test(norm[i])) continue;
    if (norm[i + 1] === 'too' && /^(?:little|few|much|many|thin|small|short|weak|low|high)$/.test(norm[i + 2])) return true;
    // "with the wrong shoes on", "from the wrong shelf": not "sent it to the wrong house", which is the failing itself.
    if (/^(?:with|from|under)$/.test(norm[i]) && /^(?:the|a)$/.test(norm[i + 1]) && norm[i + 2] === 'wrong') return true;
  }
  return false;
}

/** "We were two baristas short", "we were understaffed that night": whom we lacked. */
function wasShort({ norm, gap }: Words, { verb }: Clause): boolean {
  if (verb!.lemma !== 'be') return false;
  for (let i = verb!.to; i < verb!.to + 5 && !((gap[i] ?? Gap.stop) & (Gap.stop | Gap.break | Gap.comma)); i += 1)
    if (/^(?:short|understaffed|shorthanded|short-staffed|short-handed|overbooked)$/.test(norm[i] ?? '')) return true;
  return false;
}

/** Looking into it and putting it right lead to no slip: "I checked it and we forgot the lid". */
const AFTERWARDS = new Set(
  'check look see find notice speak ask read receive get hear trace review investigate send post refund apologise thank have be do know think say tell understand realise'.split(
    ' ',
  ),
);

/** "I added two test users in October and forgot to take them off again": what we did, and what of it slipped our mind. */
function leadsToSlip({ clauses, faults }: LazyReading, { index, sentence, verb }: Clause): boolean {
  const next = clauses[index + 1];
  if (verb!.voice !== 'active' || AFTERWARDS.has(verb!.lemma) || next?.sentence !== sentence || next.verb?.lemma !== 'forget') return false;
  return next.link === 'and' && faults.some(({ clause, actor, asserted }) => clause === next.index && actor === 'own' && asserted);
}

/** "As we said", "when we spoke": the words of a cause, but none is given. */
function asWeSaid(words: Words, named: Span): boolean {
  const next = wordAt(words, named.start) + 2;
  return (
    words.norm[next - 1] === 'we' &&
    /^(?:said|promised|agreed|told|spoke|know|see|write|wrote|speak|understand|discussed|explained|can)$/.test(words.norm[next] ?? '')
  );
}

/** A clause in the past, of ours or of a thing, that is neither the failure admitted nor what was done about it. */
function tale(reading: LazyReading): Span | undefined {
  const done = new Set(reading.acts.filter(({ kind }) => kind === 'done' || kind === 'noted').map(({ clause }) => clause));
  const told = new Set(reading.acts.filter(({ kind }) => kind === 'instructed' || kind === 'asked').map(({ sentence }) => sentence));
  let admitted = reading.apologies.some(({ kind, specific }) => kind === 'own-act' && specific);
  const faults = new Set(reading.faults.filter(({ actor, asserted }) => actor === 'own' && asserted).map(({ start }) => start));
  for (const sentence of reading.body) {
    for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
      const clause = reading.clauses[k];
      if (!admitted && faults.has(clause.start)) {
        if (isNews(reading, clause)) return sentence;
        admitted = true;
        continue;
      }
      if (admitted && isLookalike(reading, clause)) return sentence;
      // "We failed to turn up, and we failed to ring" tells twice what, and not why.
      if (faults.has(clause.start) && clause.verb?.lemma === 'fail') continue;
      if (clause.verb?.negated && clause.verb.lemma === 'do' && clause.subject?.actor === 'own') continue;
      if (admitted && explainsOurWays(reading, clause) && !done.has(k)) return sentence;
      if (!tells(reading, clause) || (done.has(k) && !backThen(reading, sentence)) || told.has(sentence.index)) continue;
      if (regretOf(reading, clause)) continue;
      // How things stood admits nothing, so it explains what is admitted elsewhere.
      if (admitted || clause.verb!.lemma === 'be' || clause.verb!.lemma === 'have') return sentence;
      admitted = true;
    }
  }
  return undefined;
}

/** "We picked from the wrong shelf" to somebody who wrote of a US plug: a failing that the customer could not know is how theirs came about. */
function isNews({ grammar, customerGrammar }: LazyReading, { from, to }: Clause): boolean {
  if (!customerGrammar) return false;
  let told = 0;
  const known = topicOfAll(customerGrammar);
  for (let i = from; i < to; i += 1) {
    if (!carriesTopic(grammar, i) || FAULT_NOUNS.at(grammar.words, i)) continue;
    if (known.has(stem(grammar.words.norm[i]))) return false;
    told += 1;
  }
  return told > 1;
}

/** "Both boxes have the same label", "the two models share a housing": what lets one thing be taken for another. */
function isLookalike({ grammar: { words } }: LazyReading, { verb, subject, mention, mood, negated }: Clause): boolean {
  if (!verb || verb.tense !== 'present' || verb.modal || negated || mention || mood !== 'statement' || subject?.actor !== 'thing')
    return false;
  if (verb.lemma === 'share') return verb.voice === 'active';
  return /^(?:have|bear|carry)$/.test(verb.lemma) && words.norm[verb.to] === 'the' && words.norm[verb.to + 1] === 'same';
}

/** "Two systems disagree about room numbers", "our booking tool counts it as sea view": how our things are, said beside a failure that was admitted. */
function explainsOurWays(reading: LazyReading, clause: Clause): boolean {
  const { verb, subject, mood, mention, link, to } = clause;
  if (!verb || !subject || mention || mood !== 'statement' || verb.tense !== 'present' || verb.modal) return false;
  // "Our crew is doing all it can", "our team cares" explain nothing.
  if (subject.actor === 'own' || subject.actor === 'customer' || link === 'who' || link === 'which') return false;
  if (subject.actor !== 'thing' && (inList('courtesy-verbs', verb.lemma) || /^(?:do|try|work)$/.test(verb.lemma))) return false;
  const { words } = reading.draft;
  const ours = PROCESS_NOUNS.at(words, subject.head) && !isPreventive(reading, reading.sentences[clause.sentence]);
  return ours && NEW.first(words, verb.to, to) < 0;
}

/** "We moved your account that day": what was done then tells how it came about, whatever it does for them now. */
function backThen(reading: LazyReading, { from, to }: Sentence): boolean {
  const { norm } = reading.draft.words;
  for (let i = from; i + 1 < to; i += 1)
    if (/^(?:that|same)$/.test(norm[i]) && /^(?:day|night|morning|afternoon|evening|week|weekend|month|hour|time)$/.test(norm[i + 1]))
      return true;
  return false;
}

function tells(reading: LazyReading, { verb, subject, mention, mood, link }: Clause): boolean {
  // "We have one teacher for two pools": what we are short of, now as then.
  if (verb?.lemma === 'have' && subject?.actor === 'own' && !mention && !verb.negated && verb.tense === 'present')
    if (/^(?:only|one|two|no|few|too)$/.test(reading.grammar.words.norm[verb.to] ?? '')) return true;
  if (!verb || mention || mood !== 'statement' || (verb.tense !== 'past' && verb.tense !== 'perfect')) return false;
  if (
    subject === undefined ||
    (subject.actor === 'customer' && (reading.draft.words.norm[subject.from] !== 'yours' || verb.voice === 'active')) ||
    verb.modal
  )
    return false;
  if (/^(?:who|which|that|after|when|whenever|if|until|till|as|before|whoever|how)$/.test(link ?? '')) return false;
  if (verb.lemma === 'feel' || verb.lemma === 'receive' || verb.lemma === 'see') return false;
  if (verb.lemma === 'read' && subject.actor === 'own') return false;
  if (verb.lemma === 'be' || verb.lemma === 'have') return tellsState(reading, verb, subject);
  // "this happened", "it took": the failure again, not its cause.
  return !(/^(?:happen|occur|take)$/.test(verb.lemma) && /^(?:this|it|that)$/.test(reading.draft.words.norm[subject.from]));
}

/** "Two people were ill", "the label was last week's", "there were roadworks", "we had your old plate": how things stood, not what that was like. */
function tellsState(reading: LazyReading, { lemma, to, negated }: VerbGroup, { from, head, actor }: NounPhrase): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  if (lemma === 'have')
    return (
      actor !== 'customer' &&
      /^(?:the|your|an?|it|only|no|two|three|more|too|fewer|less)$/.test(norm[to] ?? '') &&
      !/^(?:chance|opportunity|pleasure)$/.test(norm[to + 1] ?? '')
    );
  if (/^(?:it|this|that|these|those|you|your|i|we)$/.test(norm[from])) return norm[from] === 'your' && !SERVICE_NOUNS.at(words, head);
  if (/^(?:no|not|an?|the)$/.test(norm[to] ?? '') && FAULT_NOUNS.at(words, to + 1)) return false;
  if (norm[from] === 'there' && (negated || norm[to] === 'no')) return false;
  return (
    !FAULT_NOUNS.at(words, head) &&
    EVALUATIVE_WORDS.first(reading.grammar.words, to, to + 3) < 0 &&
    !/^(?:ours|mine|right|wrong)$/.test(norm[to] ?? '')
  );
}

import { listed, wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';
import type { Offer } from './offer.js';

const DOCUMENT_NOUNS = listed('document-nouns');

const REFERRING = wordClass(
  'contact call ring phone email mail message dm write reach get ask speak talk check visit see refer go consult read look follow click tap raise fill log submit send share provide forward give quote confirm open use choose select try drop pop reply post book pay view find work clarify download',
);
const DEFERRING = wordClass(
  'check ask find look get come write let update confirm call ring contact tell investigate reply send answer follow email keep know revert review work share pass speak chase post review research pull locate',
);
/** Of the referring verbs, those that tell what to do rather than where the answer stands. */
const STEPS = new Set(
  'click tap raise fill log submit send share provide forward give quote open use choose select try drop pop reply post book pay work download'.split(
    ' ',
  ),
);
/** Deferring verbs that say no more than that they will hear from us. */
const CONTACTING = new Set('write call ring contact reply email follow revert be get come keep'.split(' '));

/** Deferral, referral and honest ignorance answer whatever was asked; `contact` says only that they will hear from us, or that the matter is worked on. */
export function coversAll(reading: LazyReading, sentence: Sentence, clause: Clause): Offer['forAll'] {
  const { words } = reading.grammar;
  const { norm } = words;
  const verb = clause.verb!;
  if (clause.mention || clause.mood === 'condition') return undefined;
  if (lacksInformation(norm, clause)) return 'deferred';
  // "One moment, please", "I'll be right with you", "we'll give you news once we have your number".
  if (norm[sentence.from] === 'one' && norm[sentence.from + 1] === 'moment') return 'deferred';
  if (
    clause.subject?.actor === 'own' &&
    verb.tense === 'future' &&
    /^(?:right|update)$/.test(norm[verb.to] === 'an' ? norm[verb.to + 1] : (norm[verb.to] ?? ''))
  )
    return 'deferred';
  // "We'll see if one can be found."
  if (
    clause.subject?.actor === 'own' &&
    verb.tense === 'future' &&
    verb.lemma === 'see' &&
    /^(?:if|whether|what)$/.test(norm[verb.to] ?? '')
  )
    return 'deferred';
  // "Please feel free to write to our press office."
  if (clause.mood === 'imperative' && verb.lemma === 'feel' && norm[verb.to] === 'free')
    return isReferralAt(norm, verb.to + 1, sentence.to) ? 'answered' : undefined;
  // "You're welcome, checking it now."
  for (let i = clause.from; i < clause.to; i += 1)
    if (/^(?:checking|investigating)$/.test(norm[i]) && words.gap[i] & Gap.comma) return 'deferred';
  // "Checking now."
  if (!clause.subject && verb.tense === 'none' && /^(?:checking|looking|investigating|working)$/.test(norm[verb.main]))
    return verb.lemma === 'work' && norm[verb.to] !== 'out' ? 'patience' : 'deferred';
  const own = clause.subject?.actor === 'own' || (clause.subject === undefined && verb.tense === 'future');
  if (own && verb.negated && /^(?:know|have)$/.test(verb.lemma) && verb.tense === 'present') return 'deferred';
  if (own && /^(?:sure|certain)$/.test(norm[verb.to] ?? '') && verb.negated) return 'deferred';
  if (
    clause.mood === 'imperative' &&
    /^(?:let|allow|give)$/.test(verb.lemma) &&
    /^(?:us|me)$/.test(norm[verb.to] ?? '') &&
    !/^(?:know|shout|call|ring|bell)$/.test(norm[verb.to + (norm[verb.to + 1] === 'a' ? 2 : 1)] ?? '')
  )
    return 'deferred';
  if (
    verb.progressive &&
    verb.tense === 'present' &&
    /^(?:work|look|check|wait|investigate|review|iron|finalise|finalize|plan|determine|decide|test|evaluate|gather|ask)$/.test(verb.lemma)
  )
    return verb.lemma === 'work' ? 'patience' : 'deferred';
  if (verb.lemma === 'request' && norm[verb.to] === 'you') return isReferralAt(norm, verb.to + 1, sentence.to) ? 'deferred' : undefined;
  if (own && verb.tense === 'present' && !verb.negated && /^(?:check|clarify|investigate)$/.test(verb.lemma)) return 'deferred';
  // "Thanks for your patience while we mend it"
  if (own && clause.link === 'while' && DEFERRING.has(verb.lemma)) return /^(?:work|get)$/.test(verb.lemma) ? 'patience' : 'deferred';
  // "I'm happy to check the hem."
  for (let i = verb.main; own && i <= verb.to + 1; i += 1)
    if (
      /^(?:happy|glad|pleased)$/.test(norm[i]) &&
      norm[i + 1] === 'to' &&
      (DEFERRING.at(words, i + 2) || /^(?:help|assist)$/.test(norm[i + 2] ?? ''))
    )
      return 'deferred';
  const willing = verb.tense === 'future' || verb.modal === 'would' || verb.progressive || verb.modal === 'can';
  if (own && willing && !verb.negated && DEFERRING.has(verb.lemma)) return CONTACTING.has(verb.lemma) ? 'contact' : 'deferred';
  if (
    clause.subject?.actor !== 'own' &&
    verb.tense === 'future' &&
    /^(?:contact|call|reply|respond|help|assist|advise|answer|be|get)$/.test(verb.lemma) &&
    /^(?:department|colleague|third-party)$/.test(clause.subject?.actor ?? '')
  )
    return CONTACTING.has(verb.lemma) ? 'contact' : 'deferred';
  const directs =
    clause.mood === 'imperative' ||
    (clause.subject !== undefined &&
      clause.subject.actor !== 'own' &&
      (clause.subject.actor === 'customer' || /^(?:need|have to|must|would)$/.test(verb.modal ?? '')) &&
      /^(?:can|could|need|have to|must|will|would|may|might|should)$/.test(verb.modal ?? ''));
  // "Send the death certificate to the address below": a step, and no answer to what was asked.
  if (
    clause.mood === 'imperative' &&
    /^(?:send|provide|submit|enclose|forward)$/.test(verb.lemma) &&
    DOCUMENT_NOUNS.first(words, verb.to, Math.min(verb.to + 5, sentence.to)) >= 0
  )
    return reading.brief ? 'contact' : 'steps';
  if (!directs || verb.negated || !REFERRING.has(verb.lemma) || !isReferral(norm, verb.lemma, verb.to, sentence.to)) return undefined;
  return reading.brief || !STEPS.has(verb.lemma) ? 'answered' : 'steps';
}

/** "We don't have any further details yet." */
function lacksInformation(norm: readonly string[], { subject, from, to }: Clause): boolean {
  if (subject?.actor !== 'own') return false;
  for (let i = from + 1; i < to; i += 1)
    if (norm[i] === 'have' && norm[i - 1] === 'not')
      for (let n = i + 1; n < i + 7; n += 1)
        if (
          /^(?:information|info|details|news|update|updates|date|dates|eta|estimate|timeframe|timescale|access|word|answer|decision|reply)$/.test(
            norm[n] ?? '',
          )
        )
          return true;
  return false;
}

/** "(We request you) to kindly reach out to us"; not "to bear with us". */
function isReferralAt(norm: readonly string[], from: number, to: number): boolean {
  let at = from;
  while (/^(?:to|kindly|please)$/.test(norm[at] ?? '')) at += 1;
  return REFERRING.has(norm[at]) && isReferral(norm, norm[at], at, to);
}

/** "Contact our finance office", "see step 2 here", "DM us": where to turn, not what to bring. */
function isReferral(norm: readonly string[], lemma: string, from: number, to: number): boolean {
  if (/^(?:contact|call|ring|phone|email|mail|dm|write|reach|speak|talk|visit|refer|consult|message)$/.test(lemma)) return true;
  for (let i = from; i < to; i += 1)
    if (
      /^(?:us|our|here|link|page|site|website|team|office|desk|department|app|below|attached|form|dm|number|id|details|email|agent|agents|staff|counter|http|https|touch|ticket|reference|confirmation|locator|record|note|via)$/.test(
        norm[i],
      )
    )
      return true;
  return false;
}

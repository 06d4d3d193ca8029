import { listed, wordClass } from '../../lexicon/index.js';
import { Gap, type Words } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence, VerbGroup } from '../reading.js';
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

/** Verbs of work that is going on: "we're looking into it". */
const WORKING = /^(?:work|look|check|wait|investigate|review|iron|finalise|finalize|plan|determine|decide|test|evaluate|gather|ask)$/;

type Stated = Clause & { readonly verb: VerbGroup };
type Covering = Offer['forAll'];

/** Deferral, referral and honest ignorance answer whatever was asked; `contact` says only that they will hear from us, or that the matter is worked on. */
export function coversAll(reading: LazyReading, sentence: Sentence, clause: Stated): Covering {
  const { words } = reading.grammar;
  const { norm } = words;
  const { verb, mood } = clause;
  if (clause.mention || mood === 'condition') return undefined;
  if (lacksInformation(norm, clause) || promisesNews(norm, sentence, clause)) return 'deferred';
  // "Please feel free to write to our press office."
  if (mood === 'imperative' && verb.lemma === 'feel' && norm[verb.to] === 'free')
    return isReferralAt(norm, verb.to + 1, sentence.to) ? 'answered' : undefined;
  const working = atWork(words, clause);
  if (working) return working;
  if (doesNotKnow(norm, clause) || bidsLetUs(norm, clause)) return 'deferred';
  if (verb.lemma === 'request' && norm[verb.to] === 'you') return isReferralAt(norm, verb.to + 1, sentence.to) ? 'deferred' : undefined;
  return ownDeferral(words, clause) ?? deferralToOthers(clause) ?? referral(reading, sentence, clause);
}

/** "One moment, please", "I'll be right with you", "we'll give you an update", "we'll see if one can be found". */
function promisesNews(norm: readonly string[], { from }: Sentence, { subject, verb }: Stated): boolean {
  if (norm[from] === 'one' && norm[from + 1] === 'moment') return true;
  if (subject?.actor !== 'own' || verb.tense !== 'future') return false;
  const next = norm[verb.to] ?? '';
  if (/^(?:right|update)$/.test(next === 'an' ? norm[verb.to + 1] : next)) return true;
  return verb.lemma === 'see' && /^(?:if|whether|what)$/.test(next);
}

/** "You're welcome, checking it now", "working on it", "we are looking into it". */
function atWork({ norm, gap }: Words, { from, to, subject, verb }: Stated): Covering {
  for (let i = from; i < to; i += 1) if (/^(?:checking|investigating)$/.test(norm[i]) && gap[i] & Gap.comma) return 'deferred';
  if (!subject && verb.tense === 'none' && /^(?:checking|looking|investigating|working)$/.test(norm[verb.main]))
    return verb.lemma === 'work' && norm[verb.to] !== 'out' ? 'patience' : 'deferred';
  if (!verb.progressive || verb.tense !== 'present' || !WORKING.test(verb.lemma)) return undefined;
  return verb.lemma === 'work' ? 'patience' : 'deferred';
}

/** Done by us: "we" say so, or it is future and nobody else is named. */
function isOwn({ subject, verb }: Stated): boolean {
  return subject ? subject.actor === 'own' : verb.tense === 'future';
}

/** "We don't know", "I'm not sure". */
function doesNotKnow(norm: readonly string[], clause: Stated): boolean {
  const { verb } = clause;
  if (!isOwn(clause) || !verb.negated) return false;
  return (/^(?:know|have)$/.test(verb.lemma) && verb.tense === 'present') || /^(?:sure|certain)$/.test(norm[verb.to] ?? '');
}

/** "Let us look into it", "give me a minute"; not "let us know", "give us a call". */
function bidsLetUs(norm: readonly string[], { verb, mood }: Stated): boolean {
  if (mood !== 'imperative' || !/^(?:let|allow|give)$/.test(verb.lemma) || !/^(?:us|me)$/.test(norm[verb.to] ?? '')) return false;
  return !/^(?:know|shout|call|ring|bell)$/.test(norm[verb.to + (norm[verb.to + 1] === 'a' ? 2 : 1)] ?? '');
}

/** "We check that with the depot", "while we mend it", "I'm happy to check the hem", "I'll ask her". */
function ownDeferral(words: Words, clause: Stated): Covering {
  const { verb, link } = clause;
  if (!isOwn(clause)) return undefined;
  if (verb.tense === 'present' && !verb.negated && /^(?:check|clarify|investigate)$/.test(verb.lemma)) return 'deferred';
  if (link === 'while' && DEFERRING.has(verb.lemma)) return /^(?:work|get)$/.test(verb.lemma) ? 'patience' : 'deferred';
  if (isHappyToDefer(words, verb)) return 'deferred';
  const willing = verb.tense === 'future' || verb.modal === 'would' || verb.progressive || verb.modal === 'can';
  if (!willing || verb.negated || !DEFERRING.has(verb.lemma)) return undefined;
  // "We will follow that" keeps to it.
  if (verb.lemma === 'follow' && words.norm[verb.to] !== 'up') return undefined;
  return CONTACTING.has(verb.lemma) ? 'contact' : 'deferred';
}

/** "(I am) happy to check". */
function isHappyToDefer(words: Words, { main, to }: VerbGroup): boolean {
  const { norm } = words;
  for (let i = main; i <= to + 1; i += 1)
    if (
      /^(?:happy|glad|pleased)$/.test(norm[i]) &&
      norm[i + 1] === 'to' &&
      (DEFERRING.at(words, i + 2) || /^(?:help|assist)$/.test(norm[i + 2] ?? ''))
    )
      return true;
  return false;
}

/** "Our claims team will answer it." */
function deferralToOthers({ subject, verb }: Stated): Covering {
  if (
    verb.tense !== 'future' ||
    !/^(?:contact|call|reply|respond|help|assist|advise|answer|be|get)$/.test(verb.lemma) ||
    !/^(?:department|colleague|third-party)$/.test(subject?.actor ?? '')
  )
    return undefined;
  return CONTACTING.has(verb.lemma) ? 'contact' : 'deferred';
}

/** Where they are told to turn, or what to do. */
function referral({ brief, grammar: { words } }: LazyReading, { to }: Sentence, { subject, verb, mood }: Stated): Covering {
  const bids = mood === 'imperative';
  // "Send the death certificate to the address below": a step, and no answer to what was asked.
  if (
    bids &&
    /^(?:send|provide|submit|enclose|forward)$/.test(verb.lemma) &&
    DOCUMENT_NOUNS.first(words, verb.to, Math.min(verb.to + 5, to)) >= 0
  )
    return brief ? 'contact' : 'steps';
  const modal = verb.modal ?? '';
  const obliges =
    subject !== undefined &&
    subject.actor !== 'own' &&
    (subject.actor === 'customer' || /^(?:need|have to|must|would)$/.test(modal)) &&
    /^(?:can|could|need|have to|must|will|would|may|might|should)$/.test(modal);
  if (!bids && !obliges) return undefined;
  if (verb.negated || !REFERRING.has(verb.lemma) || !isReferral(words.norm, verb.lemma, verb.to, to)) return undefined;
  return STEPS.has(verb.lemma) ? 'steps' : 'answered';
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

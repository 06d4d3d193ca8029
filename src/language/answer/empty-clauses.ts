import { inList, wordClass } from '../../lexicon/index.js';
import type { Words } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence, VerbGroup } from '../reading.js';
import { holds } from '../question/stretch.js';

/** Boilerplate that invites more questions and answers none. */
const INVITING = wordClass('question questions query queries concern concerns enquiries');
const FURTHER = wordClass('further other additional more any');
/** What courtesy bids: "bear with us", "rest assured", "enjoy the show". */
const COURTEOUS_BIDDING = new Set('hope bear rest enjoy accept hang stay thank hesitate know note assure forgive excuse trust'.split(' '));
/** Verbs of wish, standard and feeling with us for subject: "we look forward", "we strive", "we take pride". */
const WISHING = new Set(
  'hope look wish love appreciate value thank regret apologise strive pride assure aim sympathise trust endeavour welcome'.split(' '),
);
const FEELINGS = wordClass(
  'glad happy delighted pleased sorry proud grateful thankful excited thrilled honoured honored saddened concerned disappointed committed dedicated humbled',
);
const STANDARDS = new Set('goal aim priority satisfaction intention intent commitment mission endeavour endeavor promise'.split(' '));
/** Verbs that take a message up and do nothing about what it asks. */
const TAKING_UP = new Set('receive see read hear get reach have take value appreciate escalate treat review welcome'.split(' '));
/** What customers send us: to have received or noted it is no answer. */
const MESSAGES = wordClass(
  'message messages email emails mail letter note tweet feedback review reviews comment comments complaint complaints query enquiry inquiry concern concerns remark remarks suggestion suggestions observation observations idea opinion thoughts input ticket case request report contact',
);

/** Whether word `i` names what customers send us. */
export function isMessage(words: Words, i: number): boolean {
  return MESSAGES.at(words, i);
}

/** What stands where everybody can read it. */
const POSTS = /^(?:tweet|tweets|post|posts|personal|private)$/;
const PRAISE = /^(?:popular|favourite|favorite|bestseller|bestselling|famous|beloved|renowned|loved|unique|pride)$/;

/**
 * Whether a clause says nothing of any matter: it wishes, assures, is glad, acknowledges receipt, says that a message was noted, states a standard of ours or
 * praises what we sell.
 */
export function isEmptyClause(reading: LazyReading, clause: Clause): boolean {
  const { verb, subject, mood } = clause;
  if (!verb) return false;
  const { words } = reading.grammar;
  const { norm } = words;
  // "Happy planning, Bo"
  if (norm[clause.from] === 'happy' && norm[clause.from + 1]?.endsWith('ing')) return true;
  // "Have a nice day"
  if (verb.lemma === 'have' && !subject && /^(?:a|an)$/.test(norm[verb.to] ?? '')) return true;
  if (mood === 'imperative') return isEmptyBidding(norm, clause, verb);
  if (bidsPrivacy(norm, clause)) return true;
  if (verb.lemma === 'look' && norm[verb.to] === 'forward') return true;
  // "Safety is our top priority", "your loyalty is important to us".
  if (verb.lemma === 'be' && subject !== undefined && isStandard(norm, verb.to, clause.to)) return true;
  if (subject?.actor === 'own' || (!subject && verb.tense !== 'none')) return isEmptyOfUs(words, clause, verb);
  return isEmptyOfOthers(norm, clause, verb);
}

/** "Bear with us", "let us know", "rest assured". */
function isEmptyBidding(norm: readonly string[], clause: Clause, verb: VerbGroup): boolean {
  if (verb.lemma === 'let' && /^(?:us|me)$/.test(norm[verb.to] ?? '')) return norm[verb.to + 1] === 'know';
  if (verb.lemma === 'be') return /^(?:assured|advised|aware|informed)$/.test(norm[verb.to] ?? '');
  return COURTEOUS_BIDDING.has(verb.lemma) || bidsPrivacy(norm, clause);
}

/** Whether a clause about us, or without a subject, only wishes, assures, feels or takes a message up. */
function isEmptyOfUs(words: Words, { to }: Clause, verb: VerbGroup): boolean {
  const { norm } = words;
  const { lemma, to: behind } = verb;
  const near = Math.min(to, behind + 3);
  const present = verb.tense === 'present';
  switch (lemma) {
    case 'look':
      return false;
    case 'take':
      if (holds(norm, behind, Math.min(to, behind + 4), /^care$/) && !holds(norm, behind, to, /^(?:it|this|that)$/)) return true;
      return /^(?:pride|every|all|your|this|such)$/.test(norm[behind] ?? '') && holds(norm, behind, to, /^(?:pride|seriously)$/);
    case 'welcome':
      return verb.tense !== 'present';
  }
  // "We'll see you at the rink again", "we are always here to listen".
  if (lemma === 'see' && verb.tense === 'future') return norm[behind] === 'you' || norm[behind] === undefined;
  if (lemma === 'be' && !verb.negated && holds(norm, behind, behind + 2, /^here$/))
    return holds(norm, behind, behind + 5, /^(?:help|listen|serve|assist)$/);
  // "We want every guest to be happy", "we never want to disappoint", "we expect our agents to be gentle".
  if (lemma === 'want' && present)
    return verb.negated || norm[verb.from - 1] === 'never' || /^(?:you|your|all|our|every|everyone|everybody)$/.test(norm[behind] ?? '');
  if (lemma === 'expect' && present) return holds(norm, behind, near, /^(?:team|teams|crew|crews|staff|agents|employees|colleagues)$/);
  if (WISHING.has(lemma)) return true;
  // "We know that moving is stressful", "we count on our crew to be kind", "we'll do our best".
  if (lemma === 'know' && present && !verb.negated) return true;
  if (/^(?:count|depend|rely)$/.test(lemma) && norm[behind] === 'on') return true;
  if (lemma === 'do' && verb.tense === 'future' && holds(norm, behind, near, /^(?:best|everything|all|utmost)$/)) return to - behind < 5;
  if (lemma === 'be' || FEELINGS.at(words, verb.main)) {
    const feeling = FEELINGS.at(words, verb.main) ? verb.main : complementAt(norm, behind);
    // "I'm happy to check": an offer.
    if (FEELINGS.at(words, feeling))
      // "We're happy for you to pay half": a permission.
      return (
        (norm[feeling + 1] !== 'to' && !(norm[feeling + 1] === 'for' && norm.slice(feeling + 2, feeling + 6).includes('to'))) ||
        /^(?:hear|see|read|know|have|learn|welcome|be|say|note)$/.test(norm[feeling + 2] ?? '')
      );
  }
  if (lemma === 'be' && norm[behind] === 'in' && norm[behind + 1] === 'receipt') return true;
  return isTakingUp(lemma) && takesUp(norm, behind, Math.min(to, behind + 5));
}

/** Whether a clause about the customer, their message or a thing only welcomes, states a standard, takes up or praises. */
function isEmptyOfOthers(norm: readonly string[], { from, to, subject }: Clause, verb: VerbGroup): boolean {
  const is = verb.lemma === 'be';
  // "It's so important to keep you warm", "it is never our intention to bore anyone".
  if (
    is &&
    subject !== undefined &&
    norm[subject.from] === 'it' &&
    holds(norm, verb.to, Math.min(to, verb.to + 4), /^(?:important|intention|intent|goal|priority|pleasure|vital)$/)
  )
    return true;
  // "Hopefully it won't come to that."
  if (norm[from] === 'hopefully' && !verb.modal) return true;
  if (!subject) return false;
  if (subject.actor === 'customer' && is && isWelcome(norm, verb.to, to)) return true;
  // "You'll love it."
  if (subject.actor === 'customer' && verb.tense === 'future' && !verb.negated && /^(?:love|adore|enjoy)$/.test(verb.lemma)) return true;
  const head = norm[subject.head];
  const opening = norm[subject.from];
  if (STANDARDS.has(head) && is && /^(?:our|your|my)$/.test(opening)) return true;
  if (MESSAGES.has(head) && /^(?:your|every|each|all|this|the)$/.test(opening) && !verb.negated)
    return isTakingUp(verb.lemma) || (is && verb.tense === 'perfect');
  return is && praises(norm, verb, to, !verb.negated && /^(?:the|our|this|these)$/.test(opening));
}

/** "You're welcome"; not "you're welcome to call". */
function isWelcome(norm: readonly string[], at: number, to: number): boolean {
  const said = complementAt(norm, at);
  return norm[said] === 'welcome' && !/^(?:to|from|on|at|any|until|in|whenever)$/.test(norm[said + 1] ?? '') && to <= said + 4;
}

/** "The lamb is famous", and of what we sell (`ours`) "the H4 is a fine recorder"; not "it is a good choice for you". */
function praises(norm: readonly string[], { to: at }: VerbGroup, to: number, ours: boolean): boolean {
  if (holds(norm, at, Math.min(to, at + 5), PRAISE)) return true;
  return ours && norm[at] === 'a' && inList('positive-evaluation', norm[at + 1] ?? '') && !norm.slice(at, to).includes('for');
}

function isTakingUp(lemma: string): boolean {
  return TAKING_UP.has(lemma) || inList('noted-verbs', lemma);
}

/** Whether a wish or a feeling takes the next clause with it: "I hope that you can come"; not "please note that the gate is shut". */
export function takesOn({ verb, mood }: Clause): boolean {
  return (
    verb !== undefined &&
    (mood !== 'imperative' || verb.lemma === 'hope') &&
    (WISHING.has(verb.lemma) ||
      verb.lemma === 'want' ||
      verb.lemma === 'expect' ||
      (verb.lemma === 'see' && verb.tense === 'future') ||
      verb.lemma === 'be' ||
      verb.lemma === 'know' ||
      FEELINGS.has(verb.lemma))
  );
}

/** "If there is more, don't hesitate", "is there anything else?", "if anything looks off, call me". */
export function isInviting(norm: readonly string[], { from, to }: Sentence): boolean {
  for (let i = from; i < to; i += 1) {
    if (norm[i] === 'hesitate' || (norm[i] === 'else' && norm[i - 1] === 'anything')) return true;
    if (INVITING.has(norm[i]) && FURTHER.has(norm[i - 1])) return true;
    if (norm[i] === 'if' && isNeed(norm, i + 1)) return true;
  }
  return false;
}

/** "If you (still) need assistance", "if there is anything", "if anything looks off". */
function isNeed(norm: readonly string[], at: number): boolean {
  if (/^(?:anything|something)$/.test(norm[at] ?? '')) return true;
  if (norm[at] === 'there' && /^(?:anything|something)$/.test(norm[at + 2] ?? '')) return true;
  if (norm[at] !== 'you') return false;
  const verb = /^(?:still|ever|do|should|have)$/.test(norm[at + 1] ?? '') && norm[at + 1] !== 'have' ? at + 2 : at + 1;
  if (!/^(?:need|require|want|have)$/.test(norm[verb] ?? '')) return false;
  for (let i = verb + 1; i < verb + 5; i += 1)
    if (/^(?:anything|assistance|help|us|questions|support|further|info|information)$/.test(norm[i] ?? '')) return true;
  return false;
}

/** Index of the word that is predicated, behind its adverbs. */
function complementAt(norm: readonly string[], at: number): number {
  let i = at;
  while (/^(?:very|so|really|truly|always|extremely|most|deeply|more|than|all|not|also|just|super)$/.test(norm[i] ?? '')) i += 1;
  return i;
}

/** "Our (top) priority", "important to us", "key to a good flight". */
function isStandard(norm: readonly string[], at: number, to: number): boolean {
  const end = Math.min(to, at + 5);
  if (norm[at] === 'our' || norm[at + 1] === 'our') return holds(norm, at, end, /^(?:priority|priorities|goal|aim|intention)$/);
  const said = complementAt(norm, at);
  return (
    (norm[said] === 'important' || norm[said] === 'key') && norm[said + 1] === 'to' && (norm[said + 2] === 'us' || norm[said] === 'key')
  );
}

/** "You may want to delete your last post", "please delete this post", "as it contains personal data": it guards them, and answers nothing. */
function bidsPrivacy(norm: readonly string[], { verb, subject, mood, to }: Clause): boolean {
  if (!verb) return false;
  const end = Math.min(to, verb.to + 8);
  if (/^(?:remove|delete)$/.test(verb.lemma) && (mood === 'imperative' || subject?.actor !== 'own'))
    return holds(norm, verb.to, end, POSTS);
  if (verb.lemma === 'contain') return holds(norm, verb.to, end, /^(?:personal|personable|private|sensitive|confidential)$/);
  if (subject?.actor !== 'customer' || !/^(?:wish|want|like)$/.test(verb.lemma)) return false;
  return norm[verb.to] === 'to' && /^(?:remove|delete)$/.test(norm[verb.to + 1] ?? '') && holds(norm, verb.to, verb.to + 8, POSTS);
}

/** "Your message", "your comments": the object that is only taken up. */
function takesUp(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i + 1 < to; i += 1)
    if (/^(?:your|all|every|this|the)$/.test(norm[i]))
      for (let n = i + 1; n < Math.min(to, i + 4); n += 1) if (MESSAGES.has(norm[n])) return true;
  return false;
}

import { inList, lemmaOf, wordAt } from 'replylint/rule';
import type { Span, Turn } from 'replylint/rule';
import { asksAgain } from './asking-again.js';

const ORDINALS = new Set(
  'second third fourth fifth sixth seventh eighth ninth tenth umpteenth nth 2nd 3rd 4th 5th 6th 7th 8th 9th 10th'.split(' '),
);
/** What is sent again. */
const SENT = new Set(
  'email emails mail msg msgs message messages letter letters reminder request attempt ticket enquiry query note tweet dm'.split(' '),
);
const ANSWER = new Set('reply replies response responses answer answers acknowledgement word callback reaction'.split(' '));
const ANSWERED = new Set('heard replied responded answered'.split(' '));
/** Verbs of turning to us, of which a repeated one is chasing. */
const ASKING = new Set(
  'send ask write email mail contact message chase report request call ring phone submit raise tweet dm complain'.split(' '),
);
const ANSWERABLE = new Set(['phone', 'phones', 'telephone', 'door', 'doorbell', 'bell', 'intercom', 'buzzer']);
const NEGATIVE = new Set(['no', 'not', 'never', 'nobody', 'none', 'without']);
const TIMES = new Set(['times', 'twice', 'repeatedly']);
/** Matters of the customer's that wait for word from us. */
const PENDING = new Set(
  'case ticket complaint claim refund request email mail message letter enquiry query application order replacement appeal investigation return compensation reference question form'.split(
    ' ',
  ),
);
/** Farther apart than this two words belong to different thoughts. */
const NEAR = 7;

/** The words with which the customer chases an answer; undefined when they do not. */
export function chaseIn({ words, sentences }: Turn): Span | undefined {
  const { norm, start, end } = words;
  for (const sentence of sentences) {
    const first = wordAt(words, sentence.start);
    let last = first;
    while (last < words.length && end[last] <= sentence.end) last += 1;
    for (let i = first; i < last; i += 1) {
      const to = Math.min(last, i + NEAR);
      const found = chaseAt(norm, i, to) ?? news(norm, i, first, to);
      if (found !== undefined) return { start: start[i], end: end[found] };
    }
    const again = asksAgain(norm.slice(first, last));
    if (again) return { start: start[first + again[0]], end: end[first + again[1] - 1] };
  }
  return undefined;
}

/** Index of the last word of a chase that begins at `at`. */
function chaseAt(norm: readonly string[], at: number, to: number): number | undefined {
  const word = norm[at];
  if (word === 'heard' || word === 'not' || word === 'nobody' || word === 'no') {
    const silent = silence(norm, at, to);
    if (silent !== undefined) return silent;
  }
  if (word === 'still') return still(norm, at, to);
  if (word === 'no' && ANSWER.has(norm[at + 1]) && at + 1 < to && !isElsewhere(norm, at + 2))
    return /^(?:to|from|yet|since|so|at|for|whatsoever|after)$/.test(norm[at + 2] ?? '') || at + 2 >= to ? at + 1 : undefined;
  if (NEGATIVE.has(word)) return unheard(norm, at, to);
  if (ORDINALS.has(word)) return again(norm, at, to);
  // "Chased by debt collectors": they are.
  if (word === 'chased' && norm[at + 1] === 'by') return undefined;
  if (word === 'chasing' || word === 'chased' || word === 'unanswered') return at;
  // "I'll be following up with my bank" is what they do next.
  if (word === 'following' && norm[at + 1] === 'up' && at + 1 < to)
    return norm[at - 1] === 'be' || norm[at + 3] === 'them' ? undefined : at + 1;
  if (word === 'ignored' || word === 'ignoring') return ignored(norm, at);
  return word === 'i' || word === 'we' ? repeated(norm, at, to) : undefined;
}

/** "any update on my refund?", "is there any news?": asked of us, about what waits for us; not how a flight or a system stands. */
function news(norm: readonly string[], at: number, first: number, to: number): number | undefined {
  if (norm[at] !== 'any' || at + 1 >= to || !/^(?:update|updates|news|progress)$/.test(norm[at + 1])) return undefined;
  const asked = at - first < 3 || /^(?:there|have|got|get|give)$/.test(norm[at - 1]);
  if (!asked || /^(?:not|no|without|never)$/.test(norm[at - 1] ?? '') || norm[at - 2] === 'not') return undefined;
  if (/^(?:on|about|regarding|for|with|concerning)$/.test(norm[at + 2] ?? '') && at + 2 < to) {
    for (let i = at + 3; i < Math.min(to, at + 8); i += 1) if (norm[i] === 'this' || PENDING.has(norm[i])) return at + 1;
    return undefined;
  }
  return askedBefore(norm, at) || first === 0 ? at + 1 : undefined;
}

/** "no answer to be found", "no response from @4711": not ours to give. */
function isElsewhere(norm: readonly string[], next: number): boolean {
  return (norm[next] === 'to' && norm[next + 1] === 'be') || (norm[next] === 'from' && /^\d+$/.test(norm[next + 1] ?? ''));
}

/** "You ignored me", "they are ignoring my emails"; not whom a waiter passed by. */
function ignored(norm: readonly string[], at: number): number | undefined {
  if (/^(?:my|our)$/.test(norm[at + 1] ?? '')) {
    const what = norm[at + 2] ?? '';
    return SENT.has(what) || PENDING.has(what) || ASKING.has(lemmaOf(what) ?? '') ? at + 2 : undefined;
  }
  if (!/^(?:me|us)$/.test(norm[at + 1] ?? '')) return undefined;
  return askedBefore(norm, at) || norm.slice(Math.max(0, at - 4), at).includes('you') ? at + 1 : undefined;
}

/** How far back the asking may stand that is met with silence. */
const REACH = 25;

/** "I sent you the papers …, and still nothing": silence is a fault of ours where something was asked of us. */
function askedBefore(norm: readonly string[], at: number): boolean {
  for (let i = Math.max(0, at - REACH); i < at; i += 1) if (ASKING.has(lemmaOf(norm[i]) ?? norm[i])) return true;
  return false;
}

/** "heard nothing", "not a word from you", "nobody answers", "nobody calls back": silence, told in the present or as a whole. */
function silence(norm: readonly string[], at: number, to: number): number | undefined {
  const next = norm[at + 1];
  if (norm[at] === 'heard' && /^(?:nothing|zero|zilch)$/.test(next ?? ''))
    return norm[at + 2] === 'about' || norm[at + 2] === 'but' ? undefined : at + 1;
  if (norm[at] === 'not' && next === 'a' && /^(?:word|peep)$/.test(norm[at + 2] ?? ''))
    return /^(?:from|since|back)$/.test(norm[at + 3] ?? '') ? at + 2 : undefined;
  if (!askedBefore(norm, at)) return undefined;
  if (norm[at] !== 'nobody' && !(norm[at] === 'no' && next === 'one')) return undefined;
  const verb = norm[at] === 'no' ? at + 2 : at + 1;
  if (verb >= to) return undefined;
  if (/^(?:replies|responds|reacts|responded|reacted)$/.test(norm[verb])) return verb;
  if (norm[verb] === 'answers') return verb + 1 >= to || /^(?:me|us|my|our|and|to)$/.test(norm[verb + 1]) ? verb : undefined;
  return /^(?:calls|called|rings|rang|gets|writes|wrote)$/.test(norm[verb]) && norm[verb + 1] === 'back' ? verb + 1 : undefined;
}

/** "still no reply", "still waiting for an answer", "still have not heard" */
function still(norm: readonly string[], at: number, to: number): number | undefined {
  const lacks = /^(?:no|not|waiting|without|awaiting|have|has|had)$/.test(norm[at + 1] ?? '');
  // "and still nothing"
  if (norm[at + 1] === 'nothing' && !askedBefore(norm, at)) return undefined;
  if (norm[at + 1] === 'nothing') return at + 2 >= to || /^(?:from|since|yet|back|heard|has)$/.test(norm[at + 2]) ? at + 1 : undefined;
  if (!lacks) return undefined;
  for (let i = at + 2; i < to; i += 1) {
    if (ANSWER.has(norm[i]) || ANSWERED.has(norm[i])) return i;
    if (/^(?:get|come|write|call)$/.test(norm[i]) && norm[i + 1] === 'back' && i + 1 < to) return i + 1;
  }
  return undefined;
}

/** "have not heard back", "nobody has replied", "never answered" */
function unheard(norm: readonly string[], at: number, to: number): number | undefined {
  for (let i = at + 1; i < Math.min(to, at + 5); i += 1) {
    // "Can't wait to come back."
    if (norm[i] === 'wait') return undefined;
    if (!ANSWERED.has(norm[i])) {
      const back = (norm[i] === 'got' || norm[i] === 'come' || norm[i] === 'gotten' || norm[i] === 'getting') && norm[i + 1] === 'back';
      if (back) return leaves(norm, at, i) ? undefined : i + 1;
      continue;
    }
    // A telephone or a door that nobody answers is no letter left without a reply.
    if (norm[i] === 'answered' && ANSWERABLE.has(norm[/^(?:the|your|my|our)$/.test(norm[i + 1] ?? '') ? i + 2 : i + 1])) return undefined;
    if (norm[i] !== 'heard') return i;
    return /^(?:back|from|anything|yet|a)$/.test(norm[i + 1] ?? '') && norm[i + 1] !== 'of' ? i + 1 : undefined;
  }
  return undefined;
}

/** "I will not come back", "we're not getting back on that bus": whoever goes for good; with an answer somebody else comes back, "to me". */
function leaves(norm: readonly string[], not: number, verb: number): boolean {
  if (norm[verb] === 'got' || norm[verb] === 'gotten') return false;
  if (norm[verb + 2] === 'to' && /^(?:me|us)$/.test(norm[verb + 3] ?? '')) return false;
  return norm.slice(Math.max(0, not - 3), not).some((word) => /^(?:i|we|will|would)$/.test(word));
}

/** "third e-mail", "the third time I have sent the form" */
function again(norm: readonly string[], at: number, to: number): number | undefined {
  const next = norm[at + 1] === 'e' ? at + 2 : at + 1;
  if (next < to && SENT.has(norm[next])) return next;
  if (norm[at + 1] !== 'time') return undefined;
  let self = false;
  for (let i = at + 2; i < to; i += 1) {
    self ||= norm[i] === 'i' || norm[i] === 'we';
    if (self && ASKING.has(lemmaOf(norm[i]) ?? norm[i])) return i;
  }
  return undefined;
}

/** "I have written three times", "we asked twice" */
function repeated(norm: readonly string[], at: number, to: number): number | undefined {
  let asked = false;
  for (let i = at + 1; i < to; i += 1) {
    // "We reported it at reception twice": said across a desk, it awaits no letter.
    if (asked && norm[i] === 'at' && /^(?:the|reception|your)$/.test(norm[i + 1] ?? '')) return undefined;
    if (asked && TIMES.has(norm[i]))
      return norm[i] !== 'times' || inList('numbers', norm[i - 1]) || /^(?:\d+|several|many|multiple)$/.test(norm[i - 1]) ? i : undefined;
    asked ||= ASKING.has(lemmaOf(norm[i]) ?? '');
  }
  return undefined;
}

import { lemmaOf } from 'replylint/rule';
import type { Clause, Look } from 'replylint/rule';

/** Words that speak of a wait wherever they stand. */
const WAITING = new Set(
  'wait waiting waited awaited patiently belated overdue silence unanswered chase chasing chased chaser bearing backlog backlogged'.split(
    ' ',
  ),
);
/** Words that speak of our reply. */
const REPLY = new Set(
  'reply replying replied response responding responded respond answer answering answered back writing write written acknowledge acknowledging contact contacting'.split(
    ' ',
  ),
);
const SLOW = new Set('late later slow slowly slowness delay delayed delays sooner earlier long longer tardy tardiness'.split(' '));
/** What a customer sends or makes again, and how often. */
const SENT = new Set('letters emails mails messages calls reminders requests attempts'.split(' '));
const COUNTED = new Set('two three four five six seven eight nine ten several many repeated unanswered 2 3 4 5 6 7 8 9 10'.split(' '));
const CONTACTING = new Set('write ask ring call email mail contact chase message phone send explain remind'.split(' '));

/** What nobody did who kept them waiting. */
const ANSWERED = /^(?:rang|called|phoned|wrote|replied|answered|responded|returned|contacted|got|came)$/;
/** What they sent us. */
const SENT_ONE =
  /^(?:question|questions|mail|mails|email|emails|message|messages|note|letter|call|calls|request|query|enquiry|inquiry|ticket|tweet|dm|chat|complaint|claim|case|form|you)$/;

/** Whether a sentence of ours says that the customer had to wait for an answer, or to ask again. */
export function acknowledgesWait({ draft, language }: Look): boolean {
  const { norm } = draft.words;
  return language.sentences.some(({ from, to, role, firstClause, endClause }) => {
    if (role === 'salutation') return false;
    if (
      language.clauses
        .slice(firstClause, endClause)
        .some((clause) => leftUnanswered(norm, clause) || wentWithout(norm, clause) || leftLying(norm, clause))
    )
      return true;
    let slow = -1;
    let reply = -1;
    for (let i = from; i < to; i += 1) {
      if (WAITING.has(norm[i]) && !isOtherWait(norm, i)) return true;
      // "Your patience" is theirs with us; what would try anyone's patience is something else.
      if (norm[i] === 'patience' && norm[i - 1] === 'your') return true;
      if (SLOW.has(norm[i])) slow = i;
      if (REPLY.has(norm[i])) reply = i;
      if ((norm[i] === 'taken' || norm[i] === 'took') && /^(?:us|me|so|too|this|longer|more|over)$/.test(norm[i + 1] ?? '')) return true;
      // "It has taken a while"; not "who has taken a loan".
      if (
        (norm[i] === 'taken' || norm[i] === 'took') &&
        norm[i + 1] === 'a' &&
        /^(?:while|long|week|month|fortnight|bit|few|couple|day|good)$/.test(norm[i + 2] ?? '')
      )
        return true;
      // "Thank you for writing a third time", "for chasing this".
      if (
        /^(?:second|third|fourth|fifth|sixth|2nd|3rd|4th)$/.test(norm[i]) &&
        /^(?:time|email|e-mail|mail|letter|message|call)$/.test(norm[i + 1] ?? '')
      )
        return true;
      if (norm[i] === 'again' && REPLY.has(norm[i - 1] ?? '')) return true;
      // "You had to write three times": the asking again is named.
      if (norm[i] === 'had' && norm[i + 1] === 'to' && CONTACTING.has(lemmaOf(norm[i + 2] ?? '') ?? '')) return true;
      if (norm[i] === 'kept' && norm[i + 1] === 'you') return true;
      // "Nobody from here rang you back."
      if (norm[i] === 'nobody' && norm.slice(i + 1, Math.min(to, i + 6)).some((word) => ANSWERED.test(word))) return true;
      // "I understand why you keep writing", "your other five tickets": how often they wrote is seen.
      if (norm[i] === 'you' && /^(?:keep|kept)$/.test(norm[i + 1] ?? '') && CONTACTING.has(lemmaOf(norm[i + 2] ?? '') ?? '')) return true;
      if (
        norm[i] === 'other' &&
        norm[i - 1] === 'your' &&
        COUNTED.has(norm[i + 1] ?? '') &&
        SENT_ONE.test((norm[i + 2] ?? '').replace(/s$/, ''))
      )
        return true;
      if (norm[i] === 'backed' && norm[i + 1] === 'up') return true;
      // "We left both mails without an answer."
      if (
        norm[i] === 'without' &&
        /^(?:answer|reply|response|word|news)$/.test(norm[/^(?:an?|any)$/.test(norm[i + 1] ?? '') ? i + 2 : i + 1] ?? '')
      )
        return true;
      // "Three letters about one bin": so is how often they asked.
      const counted = norm[i - 1] === 'e' ? i - 2 : i - 1;
      if (SENT.has(norm[i]) && counted >= from && COUNTED.has(norm[counted])) return true;
    }
    if (slow < 0) return false;
    return reply >= 0 || (/^(?:delay|late|slow)/.test(norm[slow]) && isBare(norm, slow, to));
  });
}

/** "will replace it while you wait", "the waiting room": no wait for us. */
function isOtherWait(norm: readonly string[], at: number): boolean {
  return (norm[at - 1] === 'you' && norm[at - 2] === 'while') || /^(?:room|rooms|list|lists|area|staff)$/.test(norm[at + 1] ?? '');
}

/** "We did not call you back", "none of the four was answered", "your mail never reached us": the silence is named, or why there was one. */
function leftUnanswered(norm: readonly string[], { verb, subject, negated, mood }: Clause): boolean {
  if (!verb || !negated || mood === 'question' || mood === 'condition' || (verb.tense !== 'past' && verb.tense !== 'perfect')) return false;
  // "Your first mail did not reach us."
  if (/^(?:reach|arrive|find|land)$/.test(verb.lemma) && subject !== undefined && SENT_ONE.test(norm[subject.head])) return true;
  if (/^(?:log|record|register|forward|open|read|process|handle|deal|pick|see|assign)$/.test(verb.lemma) && verb.voice === 'passive')
    return subject !== undefined && SENT_ONE.test(norm[subject.head]);
  if (!/^(?:answer|reply|respond|call|ring|phone|write|return|get|come)$/.test(verb.lemma)) return false;
  return verb.voice === 'passive' || subject === undefined || (subject.actor !== 'customer' && subject.actor !== 'thing');
}

/** "Sorry that you have had no reply", "that you haven't heard from us". */
function wentWithout(norm: readonly string[], { verb, subject, negated, mood, to }: Clause): boolean {
  if (!verb || !negated || mood !== 'statement' || subject?.actor !== 'customer') return false;
  if (verb.lemma === 'hear') return true;
  if (!/^(?:have|get|receive)$/.test(verb.lemma)) return false;
  for (let i = verb.to; i < to; i += 1)
    if (/^(?:reply|replies|response|responses|answer|answers|word|acknowledgement|callback)$/.test(norm[i])) return true;
  return false;
}

/** "We left your question hanging", "we missed your mail", "your note slipped through": what they sent us first lay there. */
function leftLying(norm: readonly string[], { verb, subject, negated, mood, to }: Clause): boolean {
  if (!verb || negated || mood !== 'statement' || (verb.tense !== 'past' && verb.tense !== 'perfect')) return false;
  if (subject?.actor === 'own') {
    const hanging =
      verb.lemma === 'leave' && norm.slice(verb.to, to + 1).some((word) => /^(?:hanging|lying|open|dangling|waiting)$/.test(word));
    const lost = /^(?:miss|overlook|lose|ignore|skip|mislay)$/.test(verb.lemma);
    if (!hanging && !lost) return false;
    return norm.slice(verb.to, verb.to + 5).some((word, k) => SENT_ONE.test(word) && (word === 'you' ? hanging && k === 0 : true));
  }
  if (subject?.actor === 'customer')
    return (
      /^(?:get|hear|receive)$/.test(verb.lemma) &&
      /^(?:nothing|silence)$/.test(norm[verb.to] ?? '') &&
      /^(?:from|back|for)$/.test(norm[verb.to + 1] ?? '')
    );
  return (
    subject !== undefined &&
    SENT_ONE.test(norm[subject.head]) &&
    norm[subject.head] !== 'you' &&
    /^(?:slip|sit|lie|fall|hang)$/.test(verb.lemma)
  );
}

/** "Sorry for the delay." — not the delay of the parcel. */
function isBare(norm: readonly string[], at: number, to: number): boolean {
  return at + 1 >= to || !/^(?:of|in|to|with|on|at|flight|delivery|arrival)$/.test(norm[at + 1]);
}

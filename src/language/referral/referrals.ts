import { wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import { actorOfStretch } from '../grammar/noun-phrases.js';
import { personBehind } from '../act/advice.js';
import { timesFrom } from '../act/window.js';
import { deskPointedTo } from './desks.js';
import { directedFrom, isWished, OBLIGING } from './directions.js';
import { pointerIn } from './pointers.js';
import { sendingIn } from './sendings.js';
import { deskAddressEnd, targetOf, targetOfThem } from './targets.js';
import { CALLING_IN, CARRYING, MAKING, REACHING, SENDING, TURNING } from './verbs.js';
import type { LazyReading } from '../index.js';
import type { Clause, NounPhrase, Referral, Sentence } from '../reading.js';

const DESKS = wordClass('desk counter office reception kiosk branch');
/** What somebody holds who expects the customer. */
const READY = wordClass('name names details key keys booking file order case notes number tickets ticket papers parcel message');
const HANDOVERS = new Set(
  'pass forward escalate contact notify alert hand chase raise refer transfer refund book rebook arrange email ask message speak call send request credit walk hand bring submit log report file'.split(
    ' ',
  ),
);

/** How many words a name before "whom" may have. */
const STRANDED_REACH = 5;

/** Every place where the reply sends the customer to somebody. */
export function readReferrals(reading: LazyReading): readonly Referral[] {
  const found: Referral[] = [];
  let pointed: Referral | undefined;
  for (const sentence of reading.sentences) {
    if (sentence.role !== 'body') continue;
    const before = found.length;
    for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
      const referral = referralAt(reading, sentence, reading.clauses[k]);
      if (referral) found.push(referral);
    }
    // A name alone says nothing of whose desk it is: the words beside it may.
    const told = found.slice(before).some(({ target }) => target !== 'named');
    const sent = told ? undefined : (sendingIn(reading, sentence) ?? pointerIn(reading, sentence));
    if (sent) found.push({ ...sent, handedOver: isExpected(reading, reading.clauses[sent.clause]) || isHandedOver(reading, sentence) });
    if (found.length > before) {
      // "That is one for our claims team. Please give them a call": the order is the finding.
      if (pointed && pointed.sentence === sentence.index - 1) found.splice(found.indexOf(pointed), 1);
      continue;
    }
    const desk = deskPointedTo(reading, sentence);
    if (desk) found.push((pointed = { ...desk, handedOver: isHandedOver(reading, sentence) }));
  }
  return found;
}

function referralAt(reading: LazyReading, sentence: Sentence, clause: Clause): Referral | undefined {
  const { verb } = clause;
  if (verb?.lemma === 'be') {
    const pointed = pointedAt(reading, sentence, clause);
    if (pointed) return pointed;
  }
  const passive = verb && isLeftToThem(reading, clause) ? targetOf(reading, clause.subject!, sentence) : undefined;
  if (passive && passive !== 'us') return directed(reading, sentence, clause, clause.subject!.from, clause.end, passive);
  if (!verb || clause.mention || clause.negated || !TURNING.has(verb.lemma)) return undefined;
  const from = directedFrom(reading, clause);
  if (from === undefined) return undefined;
  const stranded = strandedTarget(reading, sentence, clause);
  if (stranded) return directed(reading, sentence, clause, stranded.from, clause.end, stranded.target);
  const at = objectOf(reading, clause);
  if (at === undefined) return undefined;
  const whom = actorOfStretch(reading.grammar, at, sentence.to);
  const address = deskAddressEnd(reading, at);
  if (address !== undefined) return directed(reading, sentence, clause, from, address, 'part-of-ours');
  if (whom && /^(?:give|drop)$/.test(verb.lemma) && !isCallGiven(reading, whom.to)) return undefined;
  if (MAKING.has(verb.lemma) && !carriesRequest(reading, verb.to, at)) return undefined;
  if (whom && verb.lemma === 'go' && reading.grammar.words.norm[whom.head] === 'airport') return undefined;
  if (whom && CALLING_IN.has(verb.lemma) && !DESKS.at(reading.grammar.words, whom.head)) return undefined;
  const them = whom && REACHING.has(verb.lemma) && reading.grammar.words.norm[whom.from] === 'them';
  const target = whom && (targetOf(reading, whom, sentence) ?? (them ? targetOfThem(reading, whom.from, sentence) : undefined));
  return target && directed(reading, sentence, clause, from, whom.end, target);
}

/** "the finance section, whom you should write to": who stands before the link is who they are sent to. */
function strandedTarget(
  reading: LazyReading,
  sentence: Sentence,
  { link, verb, to, from, subject }: Clause,
): { readonly target: Referral['target']; readonly from: number } | undefined {
  const { norm } = reading.grammar.words;
  if (!/^(?:whom|who)$/.test(link ?? '') || subject?.actor !== 'customer' || verb!.to !== to - 1) return undefined;
  if (!TURNING.get(verb!.lemma)?.includes(norm[verb!.to])) return undefined;
  const linkAt = norm[from] === link ? from : from - 1;
  for (let i = Math.max(sentence.from, linkAt - STRANDED_REACH); i < linkAt; i += 1) {
    const whom = actorOfStretch(reading.grammar, i, linkAt);
    if (whom?.to !== linkAt) continue;
    const target = targetOf(reading, whom, sentence);
    return target && { target, from: i };
  }
  return undefined;
}

function directed(
  reading: LazyReading,
  sentence: Sentence,
  clause: Clause,
  from: number,
  end: number,
  target: Referral['target'],
): Referral {
  return {
    start: reading.grammar.words.start[from],
    end,
    clause: clause.index,
    sentence: sentence.index,
    target,
    optional: isOptional(reading, sentence, clause),
    handedOver:
      isAnswered(reading, clause) || isFetched(reading, sentence, clause) || isExpected(reading, clause) || isHandedOver(reading, sentence),
  };
}

/** "See our gate agent for your new ticket": it lies ready there. "Please see the nurse at three": she waits for them. */
function isFetched(reading: LazyReading, { to }: Sentence, { verb }: Clause): boolean {
  const { norm } = reading.grammar.words;
  const expected = /^(?:see|meet|visit)$/.test(verb!.lemma);
  const until = reading.grammar.words.end[to - 1];
  if (expected && timesFrom(reading, verb!.end).some(({ specific, from, end }) => specific && end <= until && norm[from - 1] === 'at'))
    return true;
  for (let i = verb!.to; i + 1 < Math.min(to, verb!.to + 14); i += 1)
    if (
      (norm[i] === 'for' && norm[i + 1] === 'your' && norm[i + 2] === 'new') ||
      (norm[i] === 'to' && /^(?:collect|pick)$/.test(norm[i + 1]))
    )
      return true;
  return false;
}

/** "Ask for Benedita; she has your name", "he's expecting you", "they know you are coming". */
function isExpected({ clauses, grammar: { words } }: LazyReading, { index, sentence }: Clause): boolean {
  return clauses.slice(index + 1, index + 4).some(({ subject, verb, negated, sentence: of }) => {
    if (!subject || !verb || negated || of > sentence + 1 || !/^(?:she|he|they)$/.test(words.norm[subject.from])) return false;
    if (verb.lemma === 'expect') return words.norm[verb.to] === 'you';
    if (verb.lemma === 'know') return /^(?:you|about|who|what)$/.test(words.norm[verb.to] ?? '');
    return verb.lemma === 'have' && words.norm[verb.to] === 'your' && READY.at(words, verb.to + 1);
  });
}

function isHandedOver(reading: LazyReading, { index }: Sentence): boolean {
  return handsOver(reading, index - 1) || handsOver(reading, index) || handsOver(reading, index + 1);
}

/** "Ask at the desk and we'll bring one up": what they are sent for is ours to do. */
function isAnswered({ clauses }: LazyReading, { index, sentence }: Clause): boolean {
  const next = clauses[index + 1];
  return (
    next?.sentence === sentence && next.link === 'and' && next.subject?.actor === 'own' && next.verb?.tense === 'future' && !next.negated
  );
}

/** "The depot at Lyon is who you want to speak to", "our returns desk are the people to ask". */
function pointedAt(reading: LazyReading, sentence: Sentence, clause: Clause): Referral | undefined {
  const { verb, subject, mood, mention, negated } = clause;
  if (!subject || mention || negated || mood !== 'statement') return undefined;
  const cleft = reading.grammar.words.norm[subject.from] === 'it' ? cleftPerson(reading, clause) : undefined;
  if (!cleft && !personBehind(reading, verb!.to, sentence.to)) return undefined;
  const target = targetOf(reading, cleft ?? subject, sentence);
  if (!target || target === 'us') return undefined;
  return {
    start: subject.start,
    end: reading.sentences[clause.sentence].end,
    clause: clause.index,
    sentence: sentence.index,
    target,
    optional: false,
    handedOver: isHandedOver(reading, sentence),
  };
}

/** "The courier will need to be contacted by you." */
function isLeftToThem({ grammar: { words } }: LazyReading, { verb, subject, mood, negated, mention }: Clause): boolean {
  if (!subject || negated || mention || mood !== 'statement' || verb!.voice !== 'passive' || !REACHING.has(verb!.lemma)) return false;
  return verb!.modal !== undefined && words.norm[verb!.to] === 'by' && words.norm[verb!.to + 1] === 'you';
}

/** "It's the courier you need to talk to": who stands between. */
function cleftPerson(reading: LazyReading, { index, sentence, verb }: Clause): NounPhrase | undefined {
  const next = reading.clauses[index + 1];
  if (next?.sentence !== sentence || next.subject?.actor !== 'customer' || next.negated || !next.verb) return undefined;
  if (!OBLIGING.has(next.verb.modal ?? '') || !TURNING.has(next.verb.lemma)) return undefined;
  const whom = actorOfStretch(reading.grammar, verb!.to, next.from);
  return whom && whom.to >= next.from - 1 ? whom : undefined;
}

/** "give our team a call", "drop them an email": the call stands behind whom it is given to. */
function isCallGiven(reading: LazyReading, at: number): boolean {
  const { norm } = reading.grammar.words;
  return /^an?$/.test(norm[at] ?? '') && /^(?:call|ring|shout|buzz|bell|email|e|mail|line|note|message|text)$/.test(norm[at + 1] ?? '');
}

/** "complete a claim with", "put a request to": between the verb and whom they turn to stands what they are to send. */
function carriesRequest(reading: LazyReading, from: number, to: number): boolean {
  const { norm } = reading.grammar.words;
  for (let i = Math.max(0, from - 8); i < to; i += 1)
    if (/^(?:claim|request|report|ticket|complaint|case|query|enquiry|application|call|dispute)$/.test(norm[i])) return true;
  return false;
}

/** Where the one turned to is named: behind the verb and the words it needs. */
function objectOf(reading: LazyReading, { verb, index, sentence }: Clause): number | undefined {
  const { norm, gap } = reading.grammar.words;
  const { to: end } = reading.sentences[sentence];
  const reach = CARRYING.has(verb!.lemma) ? Math.min(end, verb!.to + 6) : Math.min(end, verb!.to + 1);
  const opener = (phrase: string, at: number): boolean => phrase === '' || phrase.split(' ').every((word, k) => norm[at + k] === word);
  for (const phrase of TURNING.get(verb!.lemma) ?? []) {
    for (let at = verb!.to; at < reach + (phrase === '' ? 0 : 1) && at < end; at += 1) {
      if (at > verb!.to && gap[at] & (Gap.stop | Gap.break | Gap.comma)) break;
      if (!opener(phrase, at)) continue;
      const after = phrase === '' ? at : at + phrase.split(' ').length;
      return after < end && index >= 0 ? after : undefined;
    }
  }
  return undefined;
}

/** "If you'd rather talk", "for further questions", "should you need": one way among others. */
function isOptional(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  for (let k = sentence.firstClause; k < Math.min(sentence.endClause, clause.index + 6); k += 1) {
    const { mood, link } = reading.clauses[k];
    // "could you forward it to", "it would be best if you contacted": the direction itself.
    if (k === clause.index && (mood === 'question' || isWished(reading, clause))) continue;
    // "May I ask you to", "have you tried calling": what leads up to it.
    if (k === clause.index - 1 && mood === 'question' && /^(?:ask|try)$/.test(reading.clauses[k].verb?.lemma ?? '')) continue;
    // "ask our crew if a change can be made": what is to be asked is no condition.
    const asked = k === clause.index + 1 && link === 'if' && /^(?:ask|see|check|enquire|inquire)$/.test(clause.verb!.lemma);
    if (asked && reading.clauses[k].subject?.actor === 'thing') continue;
    if (mood === 'condition' && setsTime(reading, reading.clauses[k])) continue;
    if (mood === 'condition' || mood === 'counterfactual' || mood === 'question' || link === 'whenever') return true;
  }
  // "On your next stay please call the desk": nothing that is open now.
  for (let i = sentence.from; i < sentence.to; i += 1)
    if (norm[i] === 'next' && /^(?:stay|visit|time|trip|booking|flight|order)$/.test(norm[i + 1] ?? '')) return true;
  if (SENDING.has(clause.verb!.lemma)) return false;
  // "For line concerns you have to call our hotline": what one has to do is no offer.
  if (/^(?:must|have to|need)$/.test(clause.verb!.modal ?? '') && clause.subject?.actor === 'customer') return false;
  for (let i = sentence.from; i < Math.min(sentence.to, clause.to + 8); i += 1)
    if (/^(?:questions|queries|concerns|free|hesitate|welcome|either|alternatively|also|prefer|rather)$/.test(norm[i])) return true;
  return false;
}

/** "When you arrive", "once she lands": it says when to ask them, not whether. */
function setsTime({ grammar: { words } }: LazyReading, { link, verb }: Clause): boolean {
  if (!verb || verb.modal || verb.negated) return false;
  if (!/^(?:when|once|after|before|until)$/.test(link ?? '') && !(link === 'as' && words.norm[verb.from - 2] === 'as')) return false;
  return (
    /^(?:arrive|land|board|disembark|deplane|reach|come|touch)$/.test(verb.lemma) ||
    (verb.lemma === 'get' && /^(?:to|there|here|off|in|home)$/.test(words.norm[verb.to] ?? ''))
  );
}

/** An own act of handing over, done or promised. */
function handsOver(reading: LazyReading, index: number): boolean {
  const sentence = reading.sentences[index];
  if (!sentence) return false;
  for (let k = sentence.firstClause; k < Math.min(sentence.endClause, sentence.firstClause + 24); k += 1) {
    const { verb, subject, negated, mood } = reading.clauses[k];
    if (!verb || negated || mood !== 'statement' || subject?.actor !== 'own' || verb.tense === 'none') continue;
    if ((verb.tense === 'future' || verb.tense === 'perfect' || verb.tense === 'past') && HANDOVERS.has(verb.lemma)) return true;
  }
  return false;
}

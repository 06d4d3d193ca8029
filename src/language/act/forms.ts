import { listed } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import { oncePerReading } from '../once-per-reading.js';
import type { Clause, Sentence } from '../reading.js';
import { saysWhen } from './window.js';
import type { Act } from './acts.js';

const CUSTOMER_NOUNS = listed('customer-nouns');
const REDRESS_NOUNS = listed('redress-nouns');

/** What a message is that did not come from us. */
const BOGUS = /^(?:spam|scam|phishing|hoax|fake|fraud|fraudulent|bogus)$/;

/**
 * Acts whose verb alone does not show them: "they know you are on your way", "we should have you boarding shortly", "we have no plans to offer this", "a change
 * would need to be made by the agent", "it is spam", "your train leaves from platform 2".
 */
export function actInOtherForm(reading: LazyReading, sentence: Sentence, clause: Clause): Act | undefined {
  return (
    hasNoPlans(reading, clause) ??
    lacksAsked(reading, clause) ??
    isBogus(reading, clause) ??
    mustGoThrough(reading, clause) ??
    willHaveThem(reading, clause) ??
    ofOursKnow(reading, clause) ??
    tellsPlace(reading, sentence, clause) ??
    receives(reading, clause) ??
    atIt(reading, sentence, clause) ??
    theyGetInTouch(reading, clause) ??
    comesAfter(reading, clause) ??
    needsThing(reading, clause) ??
    hasThemPlaced(reading, clause) ??
    stillApplies(reading, clause) ??
    showsSlipped(reading, sentence, clause) ??
    doTheirBest(reading, sentence, clause) ??
    isLate(reading, sentence, clause)
  );
}

/** "We have no plans to sell these", "there are no plans for a lounge": decided. */
function hasNoPlans({ grammar: { words } }: LazyReading, { verb, from, to }: Clause): Act | undefined {
  const { norm } = words;
  // "It is never our intention to bore anyone" decides nothing.
  if (verb!.lemma !== 'have' && !(verb!.lemma === 'be' && norm[verb!.from - 1] === 'there')) return undefined;
  let no = verb!.negated;
  for (let i = Math.max(from, verb!.from - 1); i < Math.min(to, verb!.to + 6); i += 1) {
    if (norm[i] === 'no') no = true;
    if (no && /^(?:plans?|intentions?)$/.test(norm[i]) && /^(?:to|for|of|on|at|in|yet|currently|right|just)$/.test(norm[i + 1] ?? 'yet'))
      return { kind: 'decided', lemma: 'plan' };
  }
  return undefined;
}

const customerWords = oncePerReading<ReadonlySet<string>>((reading) => new Set(reading.customerGrammar?.words.norm));

/** "We don't have rental cars here", to somebody who speaks of one: a refusal. */
function lacksAsked(reading: LazyReading, { verb, subject, to }: Clause): Act | undefined {
  const { words, tags } = reading.grammar;
  if (verb!.lemma !== 'have' || !verb!.negated || verb!.modal || subject?.actor !== 'own') return undefined;
  if (words.norm[verb!.from] !== 'do') return undefined;
  let shared = 0;
  for (let i = verb!.to; i < Math.min(to, verb!.to + 5); i += 1)
    if (tags.pos[i] === 'nominal' && words.norm[i].length > 2 && customerWords(reading).has(words.norm[i])) shared += 1;
  return shared >= 2 ? { kind: 'decided', lemma: 'have' } : undefined;
}

/** "That e-mail is spam", "the offer is not associated with us": what they were shown is not ours. */
function isBogus({ grammar: { words } }: LazyReading, { verb, subject, to, negated }: Clause): Act | undefined {
  const { norm } = words;
  if (verb!.tense !== 'present' || verb!.modal || !subject) return undefined;
  if (negated && /^(?:associated|affiliated|connected)$/.test(norm[verb!.main]) && norm[verb!.to] === 'with')
    return { kind: 'answered', lemma: 'be' };
  if (verb!.lemma !== 'be') return undefined;
  for (let i = verb!.to; i < Math.min(to, verb!.to + 3); i += 1) if (BOGUS.test(norm[i])) return { kind: 'answered', lemma: 'be' };
  return undefined;
}

/** "A correction would need to be made by the agent", "changes must be requested through the shop": the way, in the passive. */
function mustGoThrough({ grammar: { words } }: LazyReading, { verb, negated }: Clause): Act | undefined {
  if (verb!.voice !== 'passive' || verb!.tense !== 'present' || negated) return undefined;
  if (!/^(?:need|have to|must|can|would)$/.test(verb!.modal ?? '')) return undefined;
  const by = words.norm[verb!.to] ?? '';
  const next = words.norm[verb!.to + 1] ?? '';
  const whom = /^(?:them|the|your|our|us|me|an?|whoever|him|her|any)$/.test(next);
  return whom && /^(?:by|through|via)$/.test(by) ? { kind: 'instructed', lemma: verb!.lemma } : undefined;
}

/** "We should have you back in the saddle in an hour", "we should have it back up tonight": expected of ourselves, and so promised. */
function willHaveThem({ grammar: { words } }: LazyReading, { verb, subject, negated }: Clause): Act | undefined {
  if (verb!.lemma !== 'have' || verb!.modal !== 'should' || negated || subject?.actor !== 'own') return undefined;
  const { norm } = words;
  const next = norm[verb!.to + 1] ?? '';
  return /^(?:you|it|this|that|them|everyone|everything|things)$/.test(norm[verb!.to] ?? '') &&
    (/(?:ing|ed)$/.test(next) || /^(?:on|in|up|out|off|back|to|at|there|under|home|done|going)$/.test(next))
    ? { kind: 'promised', lemma: 'have' }
    : undefined;
}

/** "They know you're on your way", "the gate knows that you are coming": told to those who can wait for them. */
function ofOursKnow({ grammar: { words } }: LazyReading, { verb, subject, negated }: Clause): Act | undefined {
  if (verb!.lemma !== 'know' || verb!.tense !== 'present' || verb!.modal || negated) return undefined;
  const { norm } = words;
  if (!subject || subject.actor === 'customer' || /^(?:i|we|you)$/.test(norm[subject.from])) return undefined;
  let at = norm[verb!.to] === 'that' ? verb!.to + 1 : verb!.to;
  if (!/^your?$/.test(norm[at] ?? '')) return undefined;
  at += 1;
  while (/^(?:are|will|be|is)$/.test(norm[at] ?? '')) at += 1;
  return /^(?:on|coming|arriving|connecting|landing|running|close)$/.test(norm[at] ?? '') ? { kind: 'done', lemma: 'know' } : undefined;
}

/** "your coach goes from bay 4", "the tram stops at platform 2": where to go. */
function tellsPlace({ grammar: { words } }: LazyReading, sentence: Sentence, { verb, subject, negated }: Clause): Act | undefined {
  if (negated || verb!.tense !== 'present' || verb!.modal || subject?.actor !== 'thing') return undefined;
  if (!/^(?:leave|depart|arrive|board|stop|be|go|wait|land|come|park)$/.test(verb!.lemma)) return undefined;
  const { norm } = words;
  for (let i = verb!.to; i + 1 < Math.min(sentence.to, verb!.to + 6); i += 1)
    if (
      /^(?:gate|platform|bay|stand|pier|terminal|belt|carousel|stop|desk)$/.test(norm[i]) &&
      /^(?:[a-z]?\d{1,3}[a-z]?|[a-z])$/.test(norm[i + 1])
    )
      return { kind: 'answered', lemma: verb!.lemma };
  return undefined;
}

/** "Customers who were moved will receive a refund": what people in their place get. */
function receives({ grammar: { words } }: LazyReading, { verb, subject, to, negated }: Clause): Act | undefined {
  if (negated || verb!.tense !== 'future' || !/^(?:receive|get|have)$/.test(verb!.lemma) || !subject) return undefined;
  if (!CUSTOMER_NOUNS.at(words, subject.head)) return undefined;
  return REDRESS_NOUNS.first(words, verb!.to, Math.min(to, verb!.to + 6)) >= 0 ? { kind: 'promised', lemma: verb!.lemma } : undefined;
}

/** "Our joiners are hard at work", "we're double checking the seams", "our workshop is just a phone call away on 01632 960123". */
function atIt({ grammar: { words } }: LazyReading, sentence: Sentence, { verb, subject, negated }: Clause): Act | undefined {
  if (negated || verb!.lemma !== 'be' || verb!.tense !== 'present' || verb!.modal || !subject) return undefined;
  if (!/^(?:own|colleague|department|third-party)$/.test(subject.actor)) return undefined;
  const { norm } = words;
  let at = verb!.to;
  while (/^(?:already|currently|still|now|just|only|hard|busy|busily)$/.test(norm[at] ?? '')) at += 1;
  // "Hard at work to bring you new technology": some day.
  if (norm[at] === 'at' && norm[at + 1] === 'work' && !/^(?:bring|improve|make|provide|offer|deliver)$/.test(norm[at + 3] ?? ''))
    return { kind: 'promised', lemma: 'work' };
  if (/^(?:double|triple)$/.test(norm[at] ?? '') && norm[at + 1]?.startsWith('check')) return { kind: 'promised', lemma: 'check' };
  for (let i = at + 1; /^an?$/.test(norm[at] ?? '') && i < Math.min(sentence.to, at + 4); i += 1)
    if (
      norm[i] === 'away' &&
      !/^(?:if|should|whenever|when|anytime)$/.test(norm[i + 1] ?? '') &&
      /^(?:call|message|click|text|tweet|dm)$/.test(norm[i - 1])
    )
      return { kind: 'offered', lemma: 'call' };
  return undefined;
}

/** "They will be in touch": whoever it is, the customer hears from them. */
function theyGetInTouch({ grammar: { words } }: LazyReading, { verb, subject, negated, mood }: Clause): Act | undefined {
  if (negated || verb!.tense !== 'future' || verb!.voice !== 'active' || mood !== 'statement') return undefined;
  const { norm } = words;
  if (!subject || !/^(?:they|he|she|someone|somebody)$/.test(norm[subject.from])) return undefined;
  const next = norm[verb!.to] ?? '';
  const second = norm[verb!.to + 1] ?? '';
  const touches =
    (verb!.lemma === 'be' && next === 'in' && /^(?:touch|contact)$/.test(second)) ||
    (/^(?:contact|call|ring|email|phone|text|update|notify)$/.test(verb!.lemma) && next === 'you') ||
    (verb!.lemma === 'get' && /^(?:back|in)$/.test(next));
  return touches ? { kind: 'promised', lemma: verb!.lemma } : undefined;
}

/** "The trunk should follow you by the next ferry". */
function comesAfter({ grammar: { words } }: LazyReading, { verb, subject, negated }: Clause): Act | undefined {
  const comes = !negated && verb!.modal === 'should' && verb!.tense === 'present' && /^(?:follow|join|reach|meet)$/.test(verb!.lemma);
  return comes && subject?.actor === 'thing' && words.norm[verb!.to] === 'you' ? { kind: 'promised', lemma: verb!.lemma } : undefined;
}

/** "You need the voucher itself to redeem it": what they have to have. */
function needsThing({ grammar: { words } }: LazyReading, { verb, subject, negated, mood }: Clause): Act | undefined {
  if (negated || mood !== 'statement' || verb!.lemma !== 'need' || verb!.tense !== 'present' || verb!.modal) return undefined;
  if (subject?.actor !== 'customer' || !/^(?:the|an?|your|both|two)$/.test(words.norm[verb!.to] ?? '')) return undefined;
  return { kind: 'instructed', lemma: 'need' };
}

/** "Our harbour desk has you rebooked", "I have you down for nine": where our doing has put them. */
function hasThemPlaced({ grammar: { words } }: LazyReading, { verb, subject, negated }: Clause): Act | undefined {
  if (negated || verb!.lemma !== 'have' || verb!.modal || !subject) return undefined;
  if (!/^(?:own|colleague|department|third-party)$/.test(subject.actor) || words.norm[verb!.to] !== 'you') return undefined;
  return /^(?:rebooked|booked|confirmed|listed|seated|scheduled|protected|reserved|covered|down|back)$/.test(words.norm[verb!.to + 1] ?? '')
    ? { kind: 'done', lemma: 'have' }
    : undefined;
}

/** "All charges do apply", "the fee still applies": they asked to be spared it. */
function stillApplies({ grammar: { words } }: LazyReading, { verb, subject, negated, to }: Clause): Act | undefined {
  if (negated || verb!.lemma !== 'apply' || verb!.tense !== 'present' || verb!.modal || subject?.actor !== 'thing') return undefined;
  const { norm } = words;
  return verb!.to === to &&
    /^(?:charges?|fees?|rules?|restrictions?|conditions?|terms|penalty|penalties|difference)$/.test(norm[subject.head])
    ? { kind: 'decided', lemma: 'apply' }
    : undefined;
}

/** "Were showing a departure at 6.35": a slip for "we're". */
function showsSlipped(reading: LazyReading, sentence: Sentence, { verb, subject }: Clause): Act | undefined {
  const slipped = verb!.from === sentence.from && subject === undefined && reading.grammar.words.norm[verb!.from] === 'were';
  return slipped && verb!.progressive && saysWhen(reading, sentence) ? { kind: 'answered', lemma: verb!.lemma } : undefined;
}

/** "The porters will do their very best to get the lift moving". */
function doTheirBest(reading: LazyReading, sentence: Sentence, { verb, subject, negated, index }: Clause): Act | undefined {
  const { norm } = reading.grammar.words;
  if (negated || verb!.lemma !== 'do' || verb!.tense !== 'future' || !subject) return undefined;
  let at = verb!.to;
  if (!/^(?:their|the|our|his|her)$/.test(norm[at] ?? '')) return undefined;
  at += /^(?:absolute|very|level)$/.test(norm[at + 1] ?? '') ? 2 : 1;
  if (norm[at] !== 'best' && norm[at] !== 'utmost') return undefined;
  for (let k = index + 1; k < Math.min(sentence.endClause, index + 3); k += 1) {
    const next = reading.clauses[k];
    if (next.verb?.tense !== 'none') continue;
    return /^(?:get|keep|have|find|reunite|rebook|seat|help|assist|send|bring)$/.test(next.verb.lemma)
      ? { kind: 'promised', lemma: next.verb.lemma }
      : undefined;
  }
  return undefined;
}

/** "The ferry is expected to be about 40 minutes late": how late, said with a number. */
function isLate(reading: LazyReading, sentence: Sentence, { verb, subject, negated }: Clause): Act | undefined {
  if (negated || verb!.voice !== 'passive' || verb!.tense !== 'present' || subject?.actor !== 'thing') return undefined;
  if (!/^(?:anticipate|expect|estimate|project|schedule)$/.test(verb!.lemma)) return undefined;
  const { norm } = reading.grammar.words;
  for (let i = verb!.to; i < Math.min(sentence.to, verb!.to + 8); i += 1)
    if (/\d/.test(norm[i])) return { kind: 'answered', lemma: verb!.lemma };
  return undefined;
}

import { classBy, lemmaOf, wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Referral, Sentence } from '../reading.js';
import { deskNamedAt, partyAt, placeMeant } from './names.js';

/** Verbs whose object is the one turned to. */
const REACHING = new Set(
  'call ring phone telephone email mail message text contact ask tell consult chase approach visit notify inform alert try tackle nudge ping whatsapp see dial query address'.split(
    ' ',
  ),
);
/** Only somebody can be the object of these. */
const ADDRESSING = new Set('call ring phone telephone email message text contact chase write speak talk'.split(' '));
/** Verbs that lead to them by a preposition, what is carried there between. */
const LEADING = new Set(
  'speak talk write turn apply appeal complain go pop nip head report refer get check enquire inquire sort clear take raise settle arrange agree book follow liaise discuss log lodge file register open start make place put run do direct address send forward submit bring have find hear order seek request obtain pursue deal work connect query mention contest dispute ask post call stop swing pass flag signal be'.split(
    ' ',
  ),
);
/** Prepositions by which only some verbs lead to a desk. */
const BY_VERB: Readonly<Record<string, RegExp>> = {
  at: /^(?:ask|enquire|inquire|query|apply|report)$/,
  in: /^(?:ask|enquire|inquire)$/,
  from: /^(?:find|hear|order|request|seek|obtain|get)$/,
  by: /^(?:run|stop|swing)$/,
  past: /^run$/,
  over: /^(?:arrange|book|pop|go)$/,
  onto: /^get$/,
  of: /^get$/,
  via: /^(?:go|book|raise|arrange|apply|submit|file|order|request)$/,
  through: /^(?:go|book|raise|arrange|apply|submit|file|order|request|put)$/,
};
/** Going to a place is turning to somebody only where a desk stands. */
const GOING = /^(?:go|pop|nip|head|stop|swing|turn|visit|see|get)$/;
const COUNTERS =
  /^(?:desk|counter|office|section|registry|bursary|reception|helpdesk|department|team|people|secretary|bursar|registrar|board|committee|kiosk|workshop|quartermaster|treasurer|storekeeper|accountant|clerk|them|there|branch)$/;
const CALLS = /^(?:call|ring|line|shout|bell|buzz|mail|email|e|note|message|text|tinkle|bell|visit|word|nudge)$/;
const FILLERS = wordClass('please kindly just then directly simply perhaps instead first pls plz straight always therefore rather');
/** Said before "to", these lay the deed on whoever reads. */
const LAYING = wordClass(
  'have need got ought best better easiest quickest simplest fastest want well required advised requested asked going supposed necessary is bet recommended kind',
);
const OFFERING = /^(?:questions|queries|concerns|free|hesitate|welcome|either|alternatively|also|prefer|further|future|next|anything)$/;
/** Forms of the verbs by which somebody is sent to a desk. */
const VERBS = classBy((word) => {
  const lemma = lemmaOf(word) ?? word;
  if (lemma === 'be') return word === 'be';
  return REACHING.has(lemma) || LEADING.has(lemma) || lemma === 'give' || lemma === 'drop' || lemma === 'let';
});
/** Behind these, "if you call" is advice in form of a condition. */
const IF_BEST = /^(?:best|better|quickest|easiest|quicker|faster|sooner|easier|simpler|simplest|good|great|wise|helpful)$/;
/** How far behind the verb those may be named to whom it leads. */
const REACH = 8;

/**
 * Where a sentence sends the customer to another desk, read from the words on either side of the verb: what lays it on them (an order, "you'd better", "why don't
 * you") and whom it leads to. For sentences whose clauses run into each other ("the box office will know, ask there").
 */
export function sendingIn(reading: LazyReading, sentence: Sentence): Omit<Referral, 'handedOver'> | undefined {
  const { words } = reading.grammar;
  const { norm, start } = words;
  const last = sentence.to - 1;
  for (let i = VERBS.first(words, sentence.from, last); i >= 0; i = VERBS.first(words, i + 1, last)) {
    const lemma = lemmaOf(norm[i]) ?? norm[i];
    const from = laidOnFrom(reading, sentence, i, norm[i] !== lemma);
    if (from === undefined) continue;
    const whom = ledTo(reading, sentence, i, lemma);
    if (!whom || reading.isMention({ start: start[i], end: whom.end })) continue;
    const clause = reading.clauseAt(i);
    if (!clause) continue;
    return {
      start: start[from],
      end: whom.end,
      clause: clause.index,
      sentence: sentence.index,
      target: whom.target,
      optional: isOffered(reading, sentence),
    };
  }
  return undefined;
}

/** First word of what lays the deed at word `at` on the customer; undefined when nothing does. */
function laidOnFrom({ grammar: { words } }: LazyReading, { from, question }: Sentence, at: number, inflected: boolean): number | undefined {
  const { norm, gap } = words;
  const opens = (i: number): boolean => i === from || (gap[i] & (Gap.comma | Gap.stop | Gap.break | Gap.openBracket)) !== 0;
  let i = at;
  // "go and ask", "be speaking to"
  if (norm[i - 1] === 'and' && /^(?:go|come)$/.test(norm[i - 2] ?? '')) i -= 2;
  if (inflected && norm[i - 1] === 'be') {
    // "Extensions must be applied for at the student office"
    const needed =
      norm[i - 2] === 'to' ? /^(?:needs?|has|have|ought)$/.test(norm[i - 3] ?? '') : /^(?:must|should)$/.test(norm[i - 2] ?? '');
    if (needed && !isYou(norm, from, i)) return isDenied(norm, from, i) ? undefined : from;
    i -= 1;
  } else if (inflected)
    return /^(?:mind|about|off|try|tried|suggest|recommend)$/.test(norm[i - 1] ?? '') && !isTopic(norm, i - 1)
      ? leftOf(norm, from, i)
      : undefined;
  while (i > from && !opens(i) && FILLERS.at(words, i - 1)) i -= 1;
  if (opens(i)) return i;
  const before = norm[i - 1];
  if (/^(?:so|better|best|or)$/.test(before) || (before === 'and' && opens(i - 1))) return before === 'or' ? undefined : i;
  if (before === 'not' && norm[i - 2] === 'why') return i - 2;
  if (before === 'is' && norm[i - 2] === 'do') return leftOf(norm, from, i);
  if (/^(?:should|must)$/.test(before)) return isYou(norm, from, i) ? leftOf(norm, from, i) : undefined;
  if ((before === "'d" || before === 'would') && norm[i - 2] === 'i') return i - 2;
  if (before === 'to' && LAYING.at(words, i - 2)) {
    const own = /^(?:have|need|got|ought|want|going|supposed|required|advised|requested|asked|well)$/.test(norm[i - 2]);
    return !isDenied(norm, from, i) && (!own || isYou(norm, from, i)) ? leftOf(norm, from, i) : undefined;
  }
  if (before === 'to' && /^(?:please|kindly)$/.test(norm[i - 2] ?? '') && i - 2 === from) return from;
  if (before !== 'you') return undefined;
  // "for the list you turn yourself to our office"
  if (norm[at + 1] === 'yourself') return i - 1;
  const lead = norm[i - 2] ?? '';
  if (/^(?:could|would|will)$/.test(lead)) return i - 2;
  if (lead === 'can') return question || norm.slice(i, at + 12).includes('please') ? i - 2 : undefined;
  if (lead === 'not' && norm[i - 3] === 'do') return Math.max(from, i - 4);
  if (/^(?:that|better|suggest|recommend|advise|ask|request|best|if)$/.test(lead))
    return isDenied(norm, from, i) || (lead === 'if' && !IF_BEST.test(norm[i - 3] ?? '')) ? undefined : leftOf(norm, from, i);
  return i < at && FILLERS.at(words, i) ? i - 1 : undefined;
}

/** "Your note about sending it to several people": what the note is about. "How about asking the desk" bids. */
function isTopic(norm: readonly string[], about: number): boolean {
  return norm[about] === 'about' && !/^(?:how|what)$/.test(norm[about - 1] ?? '');
}

function leftOf(norm: readonly string[], from: number, at: number): number {
  for (let i = at - 1; i >= Math.max(from, at - 7); i -= 1) if (/^(?:you|would|it|better|best|your)$/.test(norm[i])) return i;
  return at;
}

function isYou(norm: readonly string[], from: number, at: number): boolean {
  for (let i = at - 1; i >= Math.max(from, at - 6); i -= 1) if (norm[i] === 'you' || norm[i] === 'u') return !isDenied(norm, i, at);
  return false;
}

function isDenied(norm: readonly string[], from: number, at: number): boolean {
  for (let i = at - 1; i >= Math.max(from, at - 6); i -= 1)
    if (/^(?:not|never|no|without|need)$/.test(norm[i]) && !(norm[i] === 'need' && norm[i - 1] !== 'no')) return true;
  return false;
}

/** Whom the verb at a word leads to, if that is another desk of ours or a firm that works for us. */
function ledTo(
  reading: LazyReading,
  sentence: Sentence,
  at: number,
  lemma: string,
): { readonly target: Referral['target']; readonly end: number } | undefined {
  const { words } = reading.grammar;
  const { norm, gap, end } = words;
  if (lemma === 'give' || lemma === 'drop') {
    const whom = deskNamedAt(reading, at + 1, sentence);
    if (whom && /^an?$/.test(norm[whom.to] ?? '') && CALLS.test(norm[whom.to + 1] ?? '')) return whom;
    if (lemma === 'give') return undefined;
  }
  if (lemma === 'let') {
    const whom = deskNamedAt(reading, at + 1, sentence);
    for (let i = whom?.to ?? sentence.to; i < Math.min(sentence.to, (whom?.to ?? 0) + 4); i += 1) if (norm[i] === 'know') return whom;
    return undefined;
  }
  if (REACHING.has(lemma) && !(lemma === 'tell' && /^(?:him|her|them)$/.test(norm[at + 1]))) {
    const whom = deskNamedAt(reading, at + 1, sentence) ?? (ADDRESSING.has(lemma) ? partyAt(reading, at + 1, sentence) : undefined);
    if (whom && (!GOING.test(lemma) || COUNTERS.test(norm[whom.to - 1]))) return whom;
  }
  if (lemma === 'get' || lemma === 'have') {
    const whom = deskNamedAt(reading, at + 1, sentence);
    // "get billing to change that", "have our port office correct it"
    if (whom && (norm[whom.to] === 'to' || (lemma === 'have' && lemmaOf(norm[whom.to]) === norm[whom.to]))) return whom;
  }
  if (
    !LEADING.has(lemma) ||
    (lemma === 'have' && !/^(?:her|him|them|your|a)$/.test(norm[at + 1])) ||
    (lemma === 'be' && norm[at + 1] !== 'in')
  )
    return undefined;
  for (let i = at + 1; i < Math.min(sentence.to, at + REACH); i += 1) {
    if (gap[i] & (Gap.comma | Gap.stop | Gap.break)) return undefined;
    const there = lemma === 'go' || lemma === 'get' || lemma === 'follow' ? undefined : placeMeant(reading, i, sentence);
    if (there) return { target: there, end: end[i] };
    if (i > at + 1 && /^(?:me|us|you|i|we|that|which|who|and|or|if|when|because|so)$/.test(norm[i]) && norm[i] !== 'that') return undefined;
    const governed = norm[i] === 'to' || norm[i] === 'with' || (Object.hasOwn(BY_VERB, norm[i]) && BY_VERB[norm[i]].test(lemma));
    if (!governed || (norm[i] === 'of' && norm[i - 1] !== 'hold') || (lemma === 'follow' && !norm.slice(at, i).includes('up'))) continue;
    const addressed = ADDRESSING.has(lemma) || /^(?:touch|contact|hold)$/.test(norm[i - 1]);
    const whom = deskNamedAt(reading, i + 1, sentence) ?? (addressed ? partyAt(reading, i + 1, sentence) : undefined);
    if (whom && isTurnedTo(norm, at, i, whom.to, lemma)) return whom;
  }
  return undefined;
}

/** Not "turn on the light to speak with them", "go to Members", "raise it through the Help section". */
function isTurnedTo(norm: readonly string[], at: number, preposition: number, to: number, lemma: string): boolean {
  if (norm.slice(preposition, to).some((word) => word === 'help' || word === 'airport') && !/^(?:desk|team|line)$/.test(norm[to - 1]))
    return false;
  if (lemma === 'turn') return preposition === at + 1 || norm[at + 1].startsWith('your');
  return !GOING.test(lemma) || /^(?:touch|contact|hold)$/.test(norm[preposition - 1]) || COUNTERS.test(norm[to - 1]);
}

/** "If you'd rather talk", "for any other questions": one way among others. */
function isOffered({ clauses, grammar }: LazyReading, { from, to, firstClause, endClause }: Sentence): boolean {
  const { norm } = grammar.words;
  for (let i = from; i < to; i += 1)
    if (OFFERING.test(norm[i]) || ((norm[i] === 'other' || norm[i] === 'rather') && /^(?:any|'d|would)$/.test(norm[i - 1] ?? '')))
      return true;
  for (let k = firstClause; k < endClause; k += 1) {
    const { mood, link, from: at } = clauses[k];
    if (
      mood === 'condition' &&
      /^(?:if|when|unless|should|whenever|once)$/.test(link ?? '') &&
      !IF_BEST.test(norm[at - 1] ?? '') &&
      !/^(?:see|ask|check)$/.test(norm[at - 1] ?? '')
    )
      return true;
  }
  return false;
}

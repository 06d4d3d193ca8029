import { Gap } from 'replylint/rule';
import type { Look, Sentence, Span } from 'replylint/rule';
import { otherParty, ownParty } from './parties.js';

const COPULA = /^(?:is|are|'s|'re|be|being|was|were|remain|remains|stays|stay|become|becomes)$/;
const ADVERB =
  /^(?:entirely|purely|really|strictly|solely|simply|just|always|then|therefore|hence|thus|also|still|now|quite|exactly|only|completely|wholly|very|much|clearly|obviously|alone|naturally|rather|more|actually|normally|usually|generally|ever|even|necessarily)$/;
const MATTER =
  /^(?:matter|question|thing|job|case|issue|problem|subject|affair|point|task|topic|decision|risk|area|worry|business|fight|story)$/;
/** What is somebody's own, and so nobody else's. */
const DOMAIN =
  /^(?:business|affair|affairs|problem|problems|concern|lookout|job|matter|thing|headache|department|pigeon|worry|mess|palaver|trouble|burden|domain|field|remit|territory|baby|risk|duty|task|responsibility|turf|patch|liability|lot)$/;
/** What the other party has to do about a trouble. */
const RESOLVE =
  /^(?:explain|answer|solve|sort|fix|settle|resolve|judge|arrange|handle|deal|worry|pay|cover|bear|live|cope|manage|organise|repair|replace|clear|chase|pursue|address|remedy|rectify|tackle|put|make|look|clean|maintain|monitor|police|enforce|prevent|see|agree|argue|fight|work|figure|respond|justify|account|apologise|compensate|reimburse|claim|insure|take|discuss|investigate|trace|mend|mind|care|stop|carry|face|own|shoulder|swallow|absorb|iron|thrash|find|want|ask|decide|change|correct|improve|untangle|unravel)$/;
const LIMIT =
  /^(?:remit|scope|responsibility|responsibilities|control|influence|power|powers|area|purview|jurisdiction|competence|reach|field|brief|domain|duties|mandate|concern|role|sphere|gates|walls|premises|hands|authority|work|job|business|walls|range)$/;

/** The matter is given to somebody else, or taken from us: "is for the maker to explain", "isn't up to the club", "is the owner's business". */
export function assigned(look: Look, { from, to }: Sentence): Span | undefined {
  const { words } = look.draft;
  const { norm } = words;
  for (let i = from; i < to; i += 1) {
    const last = COPULA.test(norm[i]) ? behindCopula(look, i, to) : -1;
    if (last > 0) return spanTo(look, i, last);
    const beyond = norm[i] === 'outside' || norm[i] === 'beyond' ? limit(look, i + 1, to) : -1;
    if (beyond > 0) return spanTo(look, i, beyond);
  }
  return undefined;
}

function spanTo({ draft, language }: Look, i: number, last: number): Span {
  const clause = language.clauseAt(i);
  return { start: Math.min(clause?.start ?? draft.words.start[i], draft.words.start[i]), end: draft.words.end[last - 1] };
}

/** Where the words end that follow a form of "be" and disown; -1 where they do not. */
function behindCopula(look: Look, at: number, to: number): number {
  const { words } = look.draft;
  const { norm, gap } = words;
  let i = at + 1;
  let negated = false;
  const past = /^(?:was|were)$/.test(norm[at]);
  for (; i < to; i += 1) {
    if (norm[i] === 'not' || norm[i] === 'never' || norm[i] === 'hardly' || norm[i] === 'neither' || norm[i] === 'nor') negated = true;
    else if (norm[i] === 'no' && norm[i + 1] === 'longer') {
      negated = true;
      i += 1;
    } else if (!ADVERB.test(norm[i])) break;
  }
  let named = false;
  if (norm[i] === 'something' || norm[i] === 'one' || norm[i] === 'anything') i += 1;
  else if (/^(?:a|an|the)$/.test(norm[i]))
    for (let k = i + 1; k < i + 4; k += 1)
      if (MATTER.test(norm[k] ?? '') && (norm[k + 1] === 'for' || norm[k + 1] === 'of' || norm[k + 1] === 'between')) {
        i = k + 1;
        named =
          /^(?:matter|question|thing|job|case|issue|subject|topic)$/.test(norm[k]) && !/^(?:any|every|each|those)$/.test(norm[k + 2] ?? '');
      }
  while (ADVERB.test(norm[i] ?? '')) i += 1;
  if (/^(?:part|any|none)$/.test(norm[i]) && norm[i + 1] === 'of') i += 1;
  // "It's yours to look after".
  if (!negated && !past && /^(?:yours|theirs|his|hers)$/.test(norm[i]) && norm[i + 1] === 'to')
    return RESOLVE.test(norm[i + 2] ?? '') && !/^(?:make|put|see|find|want|ask|take|decide|carry|claim)$/.test(norm[i + 2]) ? i + 3 : -1;
  // "What's in them is at the member's risk".
  if (!negated && !past && norm[i] === 'at') return atTheirRisk(look, i + 1, to);
  // "Is not ours to arrange".
  if (negated && !past && /^(?:ours|mine)$/.test(norm[i]) && norm[i + 1] === 'to') return i + 3;
  const two = (norm[i] === 'up' || norm[i] === 'down') && norm[i + 1] === 'to';
  const preposition = two || /^(?:for|on|within|of|under)$/.test(norm[i]);
  if (!preposition) return past || negated ? -1 : possession(look, at, i, to);
  const party = i + (two ? 2 : 1);
  if (negated) {
    if (/^(?:within|of|under)$/.test(norm[i])) return limit(look, party, to);
    const own = ownParty(words, party, to);
    // "It is not for us alone", "not for us to keep you waiting", "the room is not on our list".
    if (own < 0 || /^(?:alone|only|just)$/.test(norm[own] ?? '')) return -1;
    if (norm[i] === 'on' && !/^(?:us|me)$/.test(norm[party])) return -1;
    if (norm[i] === 'for' && norm[own] === 'to' && !RESOLVE.test(norm[own + 1] ?? '')) return -1;
    return takenUp(norm, own, to) ? -1 : own;
  }
  if (past) return -1;
  // "up to you" leaves free; what nobody answers for is read by the phrases.
  const other = otherParty(words, party, to);
  if (other < 0) return -1;
  // "…, not to us", "rather than us".
  const contrast = contrasted(look, other, to);
  if (contrast > 0) return contrast;
  // "A matter for their own insurer".
  if (named) return other;
  if (norm[other] === 'to' && RESOLVE.test(norm[other + 1] ?? '') && (norm[i] === 'for' || two)) {
    if (/^(?:decide|choose)$/.test(norm[other + 1]) && norm[party] === 'your') return -1;
    return other + 2;
  }
  if (!two || norm[i] !== 'up') return -1;
  // "It is up to the driver when he rings": told, not disowned.
  if (norm[at - 1] === 'it' && /^(?:whether|how|what|when|if)$/.test(norm[other] ?? '')) return -1;
  const closes = other >= to || gap[other] !== 0 || /^(?:and|or|but|so|alone|entirely|whether|how|what|when|if)$/.test(norm[other]);
  return closes ? other : -1;
}

/** "Outside the school's remit", "not within my team's scope". */
function limit({ draft }: Look, i: number, to: number): number {
  const { words } = draft;
  const { norm } = words;
  const own = /^(?:our|my)$/.test(norm[i] ?? '') ? i + 1 : ownParty(words, i, to);
  if (own < 0) return -1;
  let k = norm[own] === "'s" ? own + 1 : own;
  const open = norm[own] === "'s" || (own === i + 1 && !/^(?:outside|beyond)$/.test(norm[i - 1]));
  while (k < own + 3 && k < to && !LIMIT.test(norm[k])) k += 1;
  if (open && LIMIT.test(norm[k] ?? '') && k < own + 3) return k + 1;
  return -1;
}

/** "… but for us", "it is ours": the sentence goes on to take it up. */
function takenUp(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i + 1 < to; i += 1) {
    if (norm[i] !== 'but') continue;
    for (let k = i + 1; k < Math.min(to, i + 4); k += 1) if (/^(?:us|we|i|me)$/.test(norm[k])) return true;
  }
  return false;
}

/** Where "not us", "and not to our side" ends behind the party that the matter is given to. */
function contrasted({ draft }: Look, i: number, to: number): number {
  const { words } = draft;
  const { norm } = words;
  let k = i;
  if (norm[k] === 'and') k += 1;
  if (norm[k] === 'rather' && norm[k + 1] === 'than') k += 2;
  else if (norm[k] === 'not') k += 1;
  else return -1;
  if (/^(?:to|for|with|by|on|of|at|up|down)$/.test(norm[k])) k += 1;
  if (/^(?:to)$/.test(norm[k])) k += 1;
  const own = ownParty(words, k, to);
  return own > 0 && (own >= to || words.gap[own] !== 0) ? own : -1;
}

/** "Is the owner's business", "is their thing", "that's the customs, not us", "is the buyer's" of a risk. */
function possession(look: Look, at: number, i: number, to: number): number {
  const { words } = look.draft;
  const { norm, gap } = words;
  if (norm[i] === 'their' || norm[i] === 'your' || norm[i] === 'his' || norm[i] === 'her') {
    const k = norm[i + 1] === 'own' ? i + 2 : i + 1;
    // "This is your business, and it shows": told of a firm; "your job" of what they do.
    if (isDomain(look, k, to) && (norm[i] !== 'your' || !/^(?:business|job|area|field|matter|department)$/.test(norm[k]))) return k + 1;
    // "Rain is your palaver, not ours."
    for (let c = k + 1; c < Math.min(to, k + 3); c += 1)
      if (norm[c] === 'not' && /^(?:ours|mine)$/.test(norm[c + 1] ?? '') && !/^(?:faults?|mistakes?|errors?|doing)$/.test(norm[c - 1]))
        return c + 2;
  }
  const other = otherParty(words, i, to);
  if (other < 0) return -1;
  if (norm[other] === "'s") {
    const k = norm[other + 1] === 'own' ? other + 2 : other + 1;
    if (isDomain(look, k, to)) return k + 1;
    const burden = /^(?:risk|liability|responsibility|duty|cost|burden|loss|damage|problem|worry)$/.test(norm[at - 1] ?? '');
    return burden && (k >= to || gap[k] !== 0 || norm[k] === 'and') ? k : -1;
  }
  return (gap[other] & Gap.comma) !== 0 && /^(?:that|this|it|those|these|they)$/.test(norm[at - 1] ?? '')
    ? contrasted(look, other, to)
    : -1;
}

/** "Business", "affair entirely", "job to explain", not "responsibility to tell us". */
function isDomain({ draft }: Look, k: number, to: number): boolean {
  const { norm, gap } = draft.words;
  if (!DOMAIN.test(norm[k] ?? '')) return false;
  const next = k + 1 < to && ADVERB.test(norm[k + 1]) ? k + 2 : k + 1;
  if (norm[next] === 'to') return RESOLVE.test(norm[next + 1] ?? '') && norm[next + 2] !== 'to';
  return next >= to || gap[next] !== 0 || /^(?:and|not|or|alone|if|when|but|because)$/.test(norm[next]);
}

/** "At the member's risk", "at your own risk". */
function atTheirRisk({ draft }: Look, i: number, to: number): number {
  const { norm } = draft.words;
  const other = /^(?:your|their|his|her)$/.test(norm[i] ?? '') ? i + 1 : otherParty(draft.words, i, to);
  if (other < 0 || (norm[other] !== "'s" && other !== i + 1)) return -1;
  let k = norm[other] === "'s" ? other + 1 : other;
  while (/^(?:own|sole|entire)$/.test(norm[k] ?? '')) k += 1;
  return /^(?:risk|peril|expense)$/.test(norm[k] ?? '') ? k + 1 : -1;
}

import type { Look, Sentence, Span } from 'replylint/rule';
import { otherParty, ownParty } from './parties.js';

/** What people do about a trouble between themselves. */
const SETTLE =
  /^(?:settle|sort|work|figure|agree|solve|resolve|fight|discuss|iron|thrash|straighten|clear|battle|handle|deal|arrange|find|argue|talk|live|cope|manage|untangle|hammer|negotiate|share|split|decide|fix|take|square)$/;
const OBLIGED = /^(?:need|needs|have|has|must|should|will|'ll|ought|expected|supposed|free|welcome|best|left|got|are|is|better)$/;
const SELVES = /^(?:yourself|yourselves|themselves|himself|herself|itself|other|another)$/;
/** What lies with somebody. */
const BURDEN =
  /^(?:responsibility|liability|burden|risk|duty|obligation|matter|rest|that|this|it|these|those|everything|cost|costs|loss|losses|damage|breakage|breakages|onus|care|upkeep|repair|repairs|cleaning|supervision|what|anything|all|accountability)$/;
const RESTS = /^(?:lies|lie|rests|rest|sits|sit|falls|fall|goes|belongs|belong|remains|stays)$/;

/** The other party has to: "something you and your friend will have to work out", "the tenant is expected to solve them by himself", "rests with the insurer". */
export function theirs({ draft }: Look, { from, to }: Sentence): Span | undefined {
  const { words } = draft;
  const { norm, start, end } = words;
  for (let i = from; i < to; i += 1) {
    const last = SELVES.test(norm[i])
      ? alone(norm, i, from)
      : norm[i] === 'something' || norm[i] === 'one' || norm[i] === 'matter'
        ? theyHaveTo(draft.words, i, to)
        : RESTS.test(norm[i])
          ? restsWith(draft.words, i, from, to)
          : -1;
    if (last > 0) return { start: start[Math.max(from, Math.min(i, i - 6))], end: end[last - 1] };
    if (/^(?:concern|concerns)$/.test(norm[i]) && norm.slice(Math.max(from, i - 3), i).includes('not')) {
      const own = ownParty(words, i + 1, to);
      if (own > 0) return { start: start[Math.max(from, i - 3)], end: end[own - 1] };
    }
  }
  return undefined;
}

/** "… need to settle among yourselves", "… is expected to solve it by himself". */
function alone(norm: readonly string[], at: number, from: number): number {
  if (!/^(?:among|amongst|between|by|with|each|one|for|it|this|that|them|out|amidst|inter)$/.test(norm[at - 1] ?? '')) return -1;
  // "Do it yourself" told as a liberty is read by the phrases.
  if (/^(?:with|for)$/.test(norm[at - 1]) && !/^(?:other|another)$/.test(norm[at])) return -1;
  let settle = -1;
  for (let k = at - 1; k >= Math.max(from, at - 7); k -= 1) if (SETTLE.test(norm[k])) settle = k;
  if (settle < 0) return -1;
  let obliged = false;
  for (let k = settle - 1; k >= Math.max(from, settle - 6); k -= 1) {
    if (/^(?:not|never|no|without|i|we|can|could|may|if|whether)$/.test(norm[k])) return -1;
    obliged ||= OBLIGED.test(norm[k]) || (k === from && /^(?:please|kindly|just)$/.test(norm[k]));
  }
  return obliged ? at + 1 : -1;
}

/** "Something the owner has to want", "one you and your friend will have to work out". */
function theyHaveTo(words: Look['draft']['words'], at: number, to: number): number {
  const { norm } = words;
  let k = at + 1;
  if (norm[k] === 'that' || norm[k] === 'which') k += 1;
  // "Something only the freeholder can put right".
  const only = norm[k] === 'only';
  if (only) k += 1;
  const you = norm[k] === 'you';
  let party = you ? k + 1 : otherParty(words, k, to);
  if (party < 0 && /^[a-z]+s$/.test(norm[k] ?? '') && /^(?:have|need|must|will|should)$/.test(norm[k + 1] ?? '')) party = k + 1;
  if (party < 0) return -1;
  if (you && norm[party] === 'and') {
    const partner = otherParty(words, party + 1, to);
    if (partner < 0) return -1;
    party = partner;
  }
  let duty = party;
  while (/^(?:will|would|'ll|just|really|simply|yourself|alone|themselves)$/.test(norm[duty] ?? '')) duty += 1;
  if (!/^(?:has|have|must|needs|need|should|ought)$/.test(norm[duty] ?? '') && !(only && !you && norm[duty] === 'can')) return -1;
  for (let v = duty + 1; v < Math.min(to, duty + 4); v += 1)
    if (
      SETTLE.test(norm[v]) ||
      (!you && /^(?:want|answer|pay|explain|see|put|judge|clean|repair|care|look|organise|bear|address)$/.test(norm[v]))
    )
      return v + 1;
  return -1;
}

/** "The risk rests with the buyer", "that sits with the airline", not "your parcel stays with the neighbour". */
function restsWith(words: Look['draft']['words'], at: number, from: number, to: number): number {
  const { norm } = words;
  let k = at + 1;
  while (/^(?:entirely|solely|fully|squarely|purely|wholly|only|firmly|then|always|outside|completely|strictly)$/.test(norm[k] ?? ''))
    k += 1;
  if (!/^(?:with|to|on|upon)$/.test(norm[k] ?? '')) return -1;
  if (/^(?:with)$/.test(norm[k]) ? /^(?:falls|fall|goes|belongs?)$/.test(norm[at]) : !/^(?:falls|fall|goes|belongs?)$/.test(norm[at]))
    return -1;
  let subject = at - 1;
  while (subject >= from && !BURDEN.test(norm[subject]) && subject > at - 7) subject -= 1;
  const behind = subject === at - 1 || /^(?:for|of|in|to)$/.test(norm[subject + 1] ?? '') || norm[subject] === 'what';
  if (subject < from || !BURDEN.test(norm[subject]) || !behind) return -1;
  if (/^(?:belongs|belong|goes|stays)$/.test(norm[at]) && /^(?:it|this|that|these|those)$/.test(norm[subject])) return -1;
  return otherParty(words, k + 1, to);
}

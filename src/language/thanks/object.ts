import { inList, listed } from '../../lexicon/index.js';
import type { Grammar } from '../grammar/grammar.js';
import type { ThanksObject } from '../reading.js';

const CONTACT_NOUNS = listed('contact-nouns');
const CUSTOM_NOUNS = listed('custom-nouns');
const CUSTOM_VERBS = listed('custom-verbs');
const PATIENCE_NOUNS = listed('patience-nouns');

/** Nouns and verbs that only fill the phrase: "the time", "the chance", "an effort". */
const EMPTY = new Set(
  'time opportunity chance moment effort so very much again once more kindly really all both day today everything help assistance'.split(
    ' ',
  ),
);

/** What stands on one side of an "and" in the object. */
type Part = ThanksObject | undefined;

/**
 * What the words of thanks `from`…`end` are for. Whatever the customer did or sent by making contact is `contact`, and so is any other noun of theirs
 * ("thanks for the photos", "for your card"), unless it is forbearance, custom or help. Of several things joined by "and", the contact counts.
 */
export function thanksObject(grammar: Grammar, from: number, end: number): ThanksObject {
  const { norm } = grammar.words;
  let at = from;
  while (
    at < end &&
    /^(?:so|very|much|again|once|more|kindly|both|all|really|a|lot|million|bunch|ton|tons|heaps|loads|ever|too|sincerely|dearly|mate|guys|sir|madam)$/.test(
      norm[at],
    )
  )
    at += 1;
  const parts: Part[] = [];
  let start = at;
  for (let i = at; i <= end; i += 1) {
    // "for lodging with us and we have seen your message": another clause.
    const another = /^(?:and|&|but)$/.test(norm[i]) && /^(?:we|i|they|he|she)$/.test(norm[i + 1] ?? '') && i < end;
    if (!another && i < end && norm[i] !== 'and' && norm[i] !== '&' && norm[i] !== 'plus' && !(norm[i] === 'for' && i > start)) continue;
    // "for choosing us for your holidays": what they chose us for is custom, too.
    // "for letting us host you and your family": one object.
    if (i > start && !(parts.at(-1) === 'custom' && start > at && (norm[start - 1] === 'for' || namesPeople(norm, start, i))))
      parts.push(partOf(grammar, start, i));
    if (another) break;
    start = i + 1;
  }
  for (const wanted of ['contact', 'patience', 'custom'] as const) if (parts.includes(wanted)) return wanted;
  return 'other';
}

/** "you and your family" */
function namesPeople(norm: readonly string[], from: number, to: number): boolean {
  return (
    to - from <= 3 &&
    /^(?:family|families|friends?|husband|wife|partner|party|group|guests?|children|kids|parents|mother|colleagues|team)$/.test(
      norm[to - 1] ?? '',
    )
  );
}

function partOf(grammar: Grammar, from: number, end: number): Part {
  const { words, tags } = grammar;
  const { norm } = words;
  let named = false;
  let told = false;
  let patience = false;
  let custom = false;
  let other = false;
  let owned = false;
  for (let i = from; i < end; i += 1) {
    const word = norm[i];
    const verb = tags.lemma[i] ?? word;
    if (word === 'the' || word === 'your' || word === 'this' || word === 'that' || word === 'these' || word === 'those') owned = true;
    // The object of "choosing", "letting us serve" stays custom, whatever noun follows.
    if (verb === 'come' && comesToTell(norm, i + 1)) told = true;
    else if (verb === 'make' && norm[i + 2] === 'aware') told = true;
    else if (bearsWith(norm, i)) patience = true;
    else if (letsServe(norm, i) || (verb === 'bring' && isBroughtIn(norm, i + 1))) custom = true;
    else if (CUSTOM_VERBS.at(words, i)) custom = true;
    else if (PATIENCE_NOUNS.at(words, i) && !(word === 'holding' && /^(?:us|me|our|your)$/.test(norm[i + 1] ?? ''))) patience = true;
    else if (isTelling(grammar, i, verb)) told = true;
    else if (CONTACT_NOUNS.at(words, i) && tags.pos[i] !== 'verb' && norm[i - 1] !== 'on') named = true;
    else if (CUSTOM_NOUNS.at(words, i)) custom = true;
    else if ((tags.pos[i] === 'nominal' || tags.pos[i] === 'number') && !EMPTY.has(word)) other = true;
    else if (tags.pos[i] === 'verb' && word.endsWith('ing')) other = true;
  }
  if (told || isPointer(norm, from, end) || frankly(norm, from, end)) return 'contact';
  if (patience) return 'patience';
  if (named) return 'contact';
  // "for being blunt", "for being so exact about Thursday": candour is shown in what they wrote.
  if (norm[from] === 'for' && norm[from + 1] === 'being' && isCandid(norm, from + 2, end)) return 'contact';
  if (custom || (norm[from] === 'being' && norm[from + 1] === 'a')) return 'custom';
  // "for nudging us", "for not giving up on us": the deed stands behind the preposition.
  let first = norm[from] === 'for' && from + 1 < end ? from + 1 : from;
  if (norm[first] === 'not' && first + 1 < end) first += 1;
  while (/^(?:just|simply|even|quietly|always)$/.test(norm[first]) && first + 1 < end) first += 1;
  const deed = norm[first].endsWith('ing') && norm[first] !== 'everything';
  return (other || deed) && (owned || deed || /^(?:it|that|this)$/.test(norm[from])) ? 'contact' : undefined;
}

const CANDOUR =
  /^(?:blunt|honest|frank|candid|open|direct|straight|clear|specific|thorough|precise|plain|constructive|forthright|upfront|fair|exact|accurate|detailed|truthful|measured|vivid)$/;

function isCandid(norm: readonly string[], from: number, end: number): boolean {
  for (let i = from; i < Math.min(end, from + 4); i += 1) if (CANDOUR.test(norm[i])) return true;
  return false;
}

/**
 * "(for coming) to the desk at once", "straight back to me", "back with this": they came to tell. Who comes back to us writes again, who comes back to the
 * shop buys again; and nobody tells who comes "to the show".
 */
export function comesToTell(norm: readonly string[], at: number): boolean {
  let to = at;
  while (/^(?:straight|right|directly|quickly|so)$/.test(norm[to] ?? '')) to += 1;
  if (norm[to] === 'forward' || (norm[to] === 'on' && /^(?:chat|here)$/.test(norm[to + 1] ?? ''))) return true;
  const back = norm[to] === 'back';
  if (back) to += 1;
  if (back && /^(?:with|about|on)$/.test(norm[to] ?? '')) return /^(?:this|that|it|these|the)$/.test(norm[to + 1] ?? '');
  while (back && /^(?:so|as|quickly|promptly|fast|soon|straight|right)$/.test(norm[to] ?? '')) to += 1;
  // "for coming back so quickly"
  if (back && norm[to] !== 'to') return /^(?:quickly|promptly|fast|soon)$/.test(norm[to - 1]);
  if (norm[to] !== 'to') return false;
  if (back) return /^(?:us|me)$/.test(norm[to + 1] ?? '');
  const whom = /^(?:the|our|my)$/.test(norm[to + 1] ?? '') ? (norm[to + 2] ?? '') : (norm[to + 1] ?? '');
  return /^(?:us|me|desk|counter|reception|office|manager|staff|crew|steward|stewards|front)$/.test(whom);
}

/** "Thanks for this", "thank you for all that": what stands before it is their message. */
function isPointer(norm: readonly string[], from: number, end: number): boolean {
  let at = norm[from] === 'for' ? from + 1 : from;
  if (at < end && /^(?:all|both|each)$/.test(norm[at])) at += 1;
  if (at < end && norm[at] === 'of') at += 1;
  return at > from && at === end - 1 && /^(?:this|that|these|those|it|them|both)$/.test(norm[at]);
}

function frankly(norm: readonly string[], from: number, end: number): boolean {
  if (norm[from] !== 'being' && norm[from + 1] !== 'being') return false;
  for (let i = from + 1; i < end; i += 1) if (/^(?:frank|honest|open|candid|clear|direct|fair|blunt|straight)$/.test(norm[i])) return true;
  return false;
}

/** "bearing with us", "hanging in there", "sticking with us", "waiting" */
function bearsWith(norm: readonly string[], i: number): boolean {
  if (norm[i] === 'waiting') return true;
  return /^(?:bearing|hanging|sticking|standing|putting)$/.test(norm[i]) && /^(?:with|in|by|up|on|tight)$/.test(norm[i + 1] ?? '');
}

/** What is done to a guest; "look" and "take" only with what follows them. */
const HOSTING = /^(?:serve|host|welcome|be|assist|fly|cater|accommodate|entertain|feed|treat|carry|transport)$/;

/** "giving us the chance to serve you", "letting us be your hosts": custom; "… to put it right", "letting us look into it" is for the contact. */
function letsServe(norm: readonly string[], i: number): boolean {
  if (/^(?:letting|allowing|permitting)$/.test(norm[i]) && /^(?:us|me)$/.test(norm[i + 1] ?? '')) {
    const at = norm[i + 2] === 'to' ? i + 3 : i + 2;
    return (
      HOSTING.test(norm[at] ?? '') || (norm[at] === 'take' && norm[at + 1] === 'care') || (norm[at] === 'look' && norm[at + 1] === 'after')
    );
  }
  return (
    (norm[i] === 'chance' || norm[i] === 'opportunity') &&
    norm[i + 1] === 'to' &&
    (HOSTING.test(norm[i + 2] ?? '') || /^(?:look|work|have)$/.test(norm[i + 2] ?? ''))
  );
}

/** A verb of telling or sending: "letting us know", "bringing this to our attention", "taking the time to". */
function isTelling(grammar: Grammar, i: number, lemma: string): boolean {
  const { words, tags } = grammar;
  if (tags.pos[i] !== 'verb' && !/(?:ing|ed)$/.test(words.norm[i])) return false;
  if (!inList('contact-verbs', lemma)) return false;
  const next = words.norm[i + 1] ?? '';
  if (lemma === 'let' || lemma === 'give') {
    // "letting us know", "giving us your view"; not "letting us look after you", "giving us a chance".
    for (let k = i + 1; k < Math.min(i + 6, words.length); k += 1) if (words.norm[k] === 'know' || CONTACT_NOUNS.at(words, k)) return true;
    return false;
  }
  if (lemma === 'take' || lemma === 'get' || lemma === 'leave' || lemma === 'keep')
    return /^(?:the|a|time|some|in|back|your|us|our|this)$/.test(next);
  if (lemma === 'bear' || lemma === 'follow' || lemma === 'check')
    return next !== 'with' && next !== 'us' && next !== 'our' && next !== 'in';
  return true;
}

/** "Thank you for bringing your car to Tilney Motors": custom; not "bringing your concerns to our attention", "bringing the car straight back". */
function isBroughtIn(norm: readonly string[], from: number): boolean {
  const to = norm.indexOf('to', from);
  return (
    norm[from] === 'your' &&
    to > from &&
    to < from + 4 &&
    !/^(?:my|our|the|us|me|light)$/.test(norm[to + 1] ?? '') &&
    !inList('contact-nouns', norm[to - 1])
  );
}

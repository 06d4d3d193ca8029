import { isCapital, isLetter } from '../text/letters.js';
import { Gap, wordAt, type Words } from '../text/words.js';
import { isHonorific } from './honorifics.js';
import { isSpaceAt, skipBlank, skipInline } from './lines.js';
import { placeholderEnd } from './merge-fields.js';
import { ADVERBS, JOINERS, NAMES_LIKE_STARTERS, SLOT, STARTERS } from './salutation-words.js';

const MOST_WORDS = 14;

/**
 * Where the addressee's slot ends: at punctuation, at the line's end, or before the word that begins the next sentence.
 * Placeholders (`{{first_name}}`, `[Name]`, `%name%`) are part of it, whatever signs they are made of.
 */
export function readSlot(
  text: string,
  words: Words,
  firstWord: number,
  limit: number,
  from: number,
  to: number,
  opened: boolean,
): { end: number; to: number } | undefined {
  let at = skipBlank(text, from, to);
  if (opened && text[at] === ',') {
    const next = skipBlank(text, at + 1, to);
    // "Hi, Chris." greets Chris; "Hi, we have …" greets nobody.
    if (next < to && (/[\p{Lu}{[%<]/u.test(text[next]) ? namesSomebody(text, words, next, to) : namesRole(text, words, next))) at = next;
    else return { end: from, to: firstWord };
  }
  let end = opened ? from : at;
  let word = wordAt(words, at);
  let taken = 0;
  while (at < to && taken < MOST_WORDS) {
    const hole = placeholderEnd(text, at, to);
    if (hole > at) {
      end = hole;
      while (word < limit && words.start[word] < hole) word += 1;
      at = skipInline(text, hole, to);
      taken += 1;
      // What follows a merge field without a sign between is the message, unless it joins somebody else.
      if (word < limit && words.start[word] === at && isLetter(text, at) && !joins(text, words, word, limit)) break;
      continue;
    }
    const code = text.charCodeAt(at);
    if (word < limit && words.start[word] === at) {
      const norm = words.norm[word];
      const stop = text.charCodeAt(words.end[word]);
      if (!belongs(text, words, word, limit, taken, opened)) break;
      end = words.end[word];
      taken += 1;
      word += 1;
      at = end;
      const initial = end - words.start[word - 1] === 1 && norm !== 'i';
      if (stop === 46 && (initial || isHonorific(norm)) && text.charCodeAt(end + 1) !== 10) {
        const after = skipInline(text, end + 1, to);
        const continues =
          word < limit && words.start[word] === after && after < to && (isHonorific(norm) || !STARTERS.has(words.norm[word]));
        if (continues || text[after] === '/' || text[after] === '&' || placeholderEnd(text, after, to) > after) at = end = end + 1;
      }
      at = skipInline(text, at, to);
      continue;
    }
    // Signs inside a slot: "Sir/Madam", "McKenzie-O'Neill", "Tom & Anna", "Mr. (Dr.) Hale", "Ana, Tom and Raj".
    if (
      code === 47 ||
      code === 38 ||
      code === 43 ||
      code === 40 ||
      code === 41 ||
      code === 39 ||
      code === 0x2019 ||
      code === 64 ||
      code === 95 ||
      (code === 45 && !isSpaceAt(text, at - 1))
    ) {
      at = skipInline(text, at + 1, to);
      if (code === 41) end = at;
      continue;
    }
    if (code === 44 && listGoesOn(text, words, word, limit, at, to)) {
      at = skipInline(text, at + 1, to);
      continue;
    }
    break;
  }
  return { end, to: word };
}

/** After a comma: another name that "and" or a second comma ties to this one, on the same line. */
function listGoesOn(text: string, words: Words, word: number, limit: number, comma: number, to: number): boolean {
  const next = skipInline(text, comma + 1, to);
  if (word >= limit || words.start[word] !== next || !isCapital(text, next)) return false;
  if (STARTERS.has(words.norm[word]) || ADVERBS.has(words.norm[word])) return false;
  let i = word + 1;
  while (i < limit && i < word + 3 && !(words.gap[i] & ~Gap.hyphen) && isCapital(text, words.start[i])) i += 1;
  if (i >= limit) return false;
  const joined = words.norm[i] === 'and' || text.slice(words.end[i - 1], words.start[i]).includes('&');
  const named =
    i + 1 < limit &&
    (words.norm[i] === 'and' ? isCapital(text, words.start[i + 1]) || SLOT.has(words.norm[i + 1]) : isCapital(text, words.start[i]));
  return joined && named && !STARTERS.has(words.norm[words.norm[i] === 'and' ? i + 1 : i]);
}

/** Whether word `i` is part of the slot: capitalised, a class noun, a joiner before such a word, or a user name. */
function belongs(text: string, words: Words, i: number, limit: number, taken: number, opened: boolean): boolean {
  const norm = words.norm[i];
  const sign = text[words.start[i]];
  const capital = isCapital(text, words.start[i]);
  if (norm === "'s" || norm === 'not') return false;
  if (i + 1 <= limit && STARTERS.has(norm) && !(capital && NAMES_LIKE_STARTERS.has(norm) && endsSlot(text, words, i))) {
    if (norm === 'there' && taken === 0) return true;
    if (norm === 'good' || norm === 'you') return false;
    if ((norm === 'our' || norm === 'my') && taken === 0 && opened) return SLOT.has(words.norm[i + 1]) && !words.gap[i + 1];
    // The initial of "Dear Hugo A Thank you …".
    if (norm === 'a' && capital && taken > 0 && (endsSlot(text, words, i) || isCapital(text, words.start[i + 1]))) return true;
    // "Dear An," and "Dear So Yeon Park": a starter that is capitalised and stands where only a name can.
    if (capital && taken === 0 && opened && endsSlot(text, words, i)) return true;
    if (JOINERS.has(norm) && !capital && taken > 0) return joins(text, words, i, limit);
    return false;
  }
  if (capital) return !(taken > 0 && (norm === 'welcome' || norm === 'it'));
  if (isHonorific(norm)) return true;
  if (JOINERS.has(norm) && !(taken === 0 && norm !== 'van' && norm !== 'de' && norm !== 'von')) return joins(text, words, i, limit);
  if (SLOT.has(norm)) return true;
  if (/\p{Ll}/u.test(sign)) {
    if (!opened) return false;
    // "Dear tractormum," and "Hi oskarP4410QB,": whatever fills the whole slot.
    if (/\d|\p{Ll}\p{Lu}/u.test(text.slice(words.start[i], words.end[i]))) return true;
    return (
      taken <= 1 &&
      (endsSlot(text, words, i) ||
        (taken === 0 && i + 1 < limit && endsSlot(text, words, i + 1) && !words.gap[i + 1] && SLOT.has(words.norm[i + 1])))
    );
  }
  // Scripts without case, digits.
  return true;
}

function joins(text: string, words: Words, i: number, limit: number): boolean {
  if (!JOINERS.has(words.norm[i])) return false;
  let next = i + 1;
  while (next < limit && next < i + 3 && JOINERS.has(words.norm[next]) && !words.gap[next]) next += 1;
  if (next >= limit || words.gap[next] & (Gap.stop | Gap.newline | Gap.comma)) return false;
  const norm = words.norm[next];
  if (STARTERS.has(norm)) return false;
  return (
    isCapital(text, words.start[next]) || SLOT.has(norm) || isHonorific(norm) || text.slice(words.end[i], words.start[next]).includes('{')
  );
}

/** Nothing but the closing sign of the salutation follows the word. */
function endsSlot(text: string, words: Words, i: number): boolean {
  return (
    i + 1 >= words.length ||
    (words.gap[i + 1] & (Gap.comma | Gap.newline | Gap.break | Gap.stop | Gap.blankLine)) !== 0 ||
    words.end[i] === text.length
  );
}

/** After "Hi,": a capitalised word that is not the first of a sentence. */
function namesSomebody(text: string, words: Words, at: number, to: number): boolean {
  if (placeholderEnd(text, at, to) > at) return true;
  const i = wordAt(words, at);
  if (i >= words.length || (STARTERS.has(words.norm[i]) && !NAMES_LIKE_STARTERS.has(words.norm[i])) || ADVERBS.has(words.norm[i]))
    return false;
  let last = i;
  while (last + 1 < words.length && last < i + 3 && !words.gap[last + 1] && isCapital(text, words.start[last + 1])) last += 1;
  return endsSlot(text, words, last);
}

/** "Good morning, sir.", "Greetings, valued guest!": class nouns alone, up to the sign that ends them. */
function namesRole(text: string, words: Words, at: number): boolean {
  let i = wordAt(words, at);
  if (i >= words.length || words.start[i] !== at || !SLOT.has(words.norm[i])) return false;
  while (i + 1 < words.length && !words.gap[i + 1] && SLOT.has(words.norm[i + 1])) i += 1;
  return endsSlot(text, words, i);
}

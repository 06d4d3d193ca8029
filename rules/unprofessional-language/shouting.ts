import { Gap, inList, verbForms } from 'replylint/rule';
import type { Look, Sentence, Span } from 'replylint/rule';

/** A word of emphasis has this many letters; shorter ones in capitals are acronyms too often. */
const LOUD = 4;

/** A run that holds one of these is said to somebody; without one it may be a title or a product. */
const ADDRESSED = new Set('not you your our are can was were has had do did never we us my me will is it they them must'.split(' '));
/** Words that titles share with speech. */
const SMALL = new Set('the a an and or but at in on of to for with from by as that this so if all every be'.split(' '));

/**
 * Shouted stretches: two or more words in capitals of which one is an ordinary word, or one ordinary word of four letters or more. Acronyms, names, codes,
 * headings and the labels of buttons are none.
 */
export function shoutsIn(look: Look): Span[] {
  const { draft, language } = look;
  const shouts: Span[] = [];
  for (const sentence of language.sentences) {
    if (sentence.role !== 'body' || isHeading(look, sentence)) continue;
    for (const run of runsIn(draft, sentence))
      if (isShouted(look, run, sentence)) shouts.push({ start: draft.words.start[run.from], end: draft.words.end[run.to - 1] });
  }
  return shouts;
}

/** What a label is the name of: the SEND button, the TERMS page. */
const LABELLED =
  /^(?:button|buttons|key|keys|tab|tabs|menu|option|options|icon|link|field|box|screen|tile|switch|mode|light|page|section|setting|settings|sign|label|form|list|code|zone|folder|desk|command|file|function|in|on)$/;

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Runs of words in capitals with nothing but spaces and commas between them. One-letter words (I, A) hold a run together but begin none. */
function* runsIn({ words, text }: Look['draft'], { from, to }: Sentence): Iterable<Run> {
  for (let i = from; i < to; i += 1) {
    if (!isCapital(text, words.start[i], words.end[i]) || words.end[i] - words.start[i] < 2) continue;
    let end = i + 1;
    while (end < to && isCapital(text, words.start[end], words.end[end]) && !(words.gap[end] & ~(Gap.comma | Gap.newline))) end += 1;
    while (words.end[end - 1] - words.start[end - 1] < 2 && end > i + 1) end -= 1;
    yield { from: i, to: end };
    i = end - 1;
  }
}

function isShouted({ draft, language }: Look, { from, to }: Run, sentence: Sentence): boolean {
  const { words, text } = draft;
  const { norm, gap, start, end } = words;
  if (language.isMention({ start: start[from], end: end[to - 1] })) return false;
  if (gap[from] & (Gap.hyphen | Gap.slash | Gap.openQuote | Gap.openBracket) || gap[to] & (Gap.hyphen | Gap.slash)) return false;
  // "**NOTE**", "`SAVE`", "_id_": markup or a sign beside it makes it a label. So does a hash or an at sign.
  if (/[`#@^*_$%&<\d]/.test(text[start[from] - 1] ?? ' ') || /[`_:<=]/.test(text[end[to - 1]] ?? ' ')) return false;
  if (isLabel(norm, from, to, sentence) || isTheirWord(draft, start[from], end[to - 1])) return false;
  const addressed = norm.slice(from, to).some((word) => ADDRESSED.has(word));
  let ordinary = 0;
  let loud = 0;
  for (let i = from; i < to; i += 1) {
    const everyday = inList('everyday-words', norm[i]);
    const said = to - from > 1 && (verbForms(norm[i]) !== undefined || ADDRESSED.has(norm[i]) || (addressed && SMALL.has(norm[i])));
    if (everyday || said) ordinary += 1;
    if (everyday && end[i] - start[i] >= LOUD) loud += 1;
  }
  if (to - from === 1) return loud === 1;
  if (ordinary * 2 < to - from) return false;
  return loud > 0 || (ordinary >= 2 && addressed);
}

/** Press SAVE AND EXIT · the SEND button · switch it to FULL · Reply STOP. */
function isLabel(norm: readonly string[], from: number, to: number, sentence: Sentence): boolean {
  if (to < sentence.to && LABELLED.test(norm[to])) return true;
  for (let i = from - 1; i >= Math.max(sentence.from, from - 5); i -= 1) if (inList('button-words', norm[i])) return true;
  return false;
}

/** HELP, as the customer calls the button too. */
function isTheirWord({ text, customer }: Look['draft'], start: number, end: number): boolean {
  const run = text.slice(start, end);
  return customer !== undefined && !run.includes(' ') && customer.words.norm.includes(run.toLowerCase()) && customer.text.includes(run);
}

/** A line of its own in capitals, without the mark that a shouted sentence has: a heading. */
function isHeading({ draft }: Look, sentence: Sentence): boolean {
  const { text, words } = draft;
  const last = text[sentence.end - 1];
  if (last === '!' || last === '.' || last === '?') return false;
  for (let i = sentence.from; i < sentence.to; i += 1)
    if (!isCapital(text, words.start[i], words.end[i]) && !/\d/.test(words.norm[i])) return false;
  const after = text[sentence.end] ?? '\n';
  return sentence.to - sentence.from <= 8 && (after === '\n' || last === ':');
}

function isCapital(text: string, start: number, end: number): boolean {
  // Nearly every word is told by its first letter.
  const first = text.charCodeAt(start);
  if (first >= 97 && first <= 122) return false;
  const raw = text.slice(start, end);
  return raw === raw.toUpperCase() && raw !== raw.toLowerCase() && !/\d/.test(raw);
}

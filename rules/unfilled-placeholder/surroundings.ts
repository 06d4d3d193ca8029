import { inList, wordAt, type Draft, type Span } from 'replylint/rule';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Words behind which a value stands: "is XXXX", "on dd/mm/yyyy", "Dear ____". */
const LEADS = set(
  'is are was of on by at from until till to for with before after since due dated dear hi hello hey number no nr ref reference order invoice ticket booking case code pin account tracking id mr mrs ms dr and between about around ' +
    'reads as the your our eur usd gbp chf euro rs inr ngn kes zar r',
);
/** In a sentence with one of these, brackets are what it speaks about. */
const ABOUT_SYNTAX = set(
  'placeholder placeholders variable variables syntax snippet snippets liquid shortcode shortcodes curly braces brackets regex handlebars jinja twig merge theme stylesheet endpoint json yaml xml html javascript css',
);
/** What customers call a placeholder. */
const TAGS = set('tag tags token tokens field fields personalise personalize template templates');
/** Further back no quotation mark is looked for, in UTF-16 units. */
const LONGEST_QUOTE = 200;
const OPEN_QUOTES = `'"“‘„\`«‹`;
const CLOSE_QUOTES = `'"”’“\`»›`;

/** Whether the stretch stands in quotation marks or backticks: it is shown, not used. */
export function isShown({ text, sentences }: Draft, { start, end }: Span): boolean {
  if (start > 0 && OPEN_QUOTES.includes(text[start - 1]) && end < text.length && CLOSE_QUOTES.includes(text[end])) return true;
  const sentence = sentenceOf(sentences, { start, end });
  if (!sentence) return false;
  const before = text.slice(Math.max(sentence.start, start - LONGEST_QUOTE), start);
  const after = text.slice(end, Math.min(sentence.end, end + LONGEST_QUOTE));
  const open = before.lastIndexOf('“') > before.lastIndexOf('”') || before.split('"').length % 2 === 0;
  return open && /["”]/u.test(after);
}

/** Verbs of setting something down, told to the customer. */
const PLACING = set('put type write insert paste add use enter keep leave move');

/** Whether the sentence around the stretch explains syntax to the customer: it speaks of it, or they asked and are told where to put the stretch. */
export function explainsSyntax(draft: Draft, at: Span): boolean {
  const { words, sentences, customer } = draft;
  const sentence = sentenceOf(sentences, at);
  if (!sentence) return false;
  const before = wordAt(words, at.start) - 1;
  if (before >= 0 && PLACING.has(words.norm[before]) && customer?.words.norm.some((word) => ABOUT_SYNTAX.has(word) || TAGS.has(word)))
    return true;
  for (let i = wordAt(words, sentence.start); i < words.length && words.start[i] < sentence.end; i += 1)
    if (ABOUT_SYNTAX.has(words.norm[i]) && !(words.start[i] >= at.start && words.end[i] <= at.end)) return true;
  return false;
}

/** The sentence that holds the offset; found by halving, because a draft may hold thousands. */
export function sentenceOf(sentences: readonly Span[], at: Span): Span | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sentences[middle].end > at.start) high = middle;
    else low = middle + 1;
  }
  const found = sentences[low];
  return found && found.start <= at.start ? found : undefined;
}

/** The word that ends right before the stretch, signs such as `#` and `£` aside; undefined at the beginning of a line. */
export function wordBefore({ text, words }: Draft, { start }: Span): string | undefined {
  const i = wordAt(words, start) - 1;
  if (i < 0) return undefined;
  const between = text.slice(words.end[i], start);
  if (/[\n!?]/u.test(between) || (between.includes('.') && !/^(?:no|nr|ref|mr|mrs|ms|dr|rs)$/u.test(words.norm[i]))) return undefined;
  return words.norm[i];
}

/** Whether a value is what one expects here. */
export function isValueSlot(draft: Draft, at: Span): boolean {
  if (/[#£$€¥₹]\s?$/u.test(draft.text.slice(Math.max(0, at.start - 2), at.start))) return true;
  const before = wordBefore(draft, at);
  return before !== undefined && (LEADS.has(before) || inList('slot-nouns', before));
}

/** Signs of a line of code, fields left out: it ends like a statement, calls, assigns or compares, or names a path. */
const CODE =
  /[;{}\\]\s*$|=>|->|::|\(\)|==|!=|&&|\$\(|<-\s|^\s*(?:[#%$]\s?\w+|if|for|while|elif|fi|done|end)\b.*[=:/\\(]|\w=["'\w]|(?:^|\s)\/\w+\/\w+/u;

/** Whether the line around the stretch reads as code that nobody marked. */
export function isCodeLine(text: string, { start, end }: Span): boolean {
  // As much of the line as stands near: a whole one may be the whole text.
  const before = text.slice(Math.max(0, start - 200), start);
  const [after] = text.slice(end, end + 200).split('\n', 1);
  const line = `${before.slice(before.lastIndexOf('\n') + 1)} ${after}`;
  return CODE.test(line.replace(/https?:\/\/\S+|[$%#]?\{\{?[^{}\n]{0,80}\}\}?/gu, ' '));
}

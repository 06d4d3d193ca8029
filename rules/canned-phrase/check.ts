import { Gap, inList, slice, type Check, type Fix, type Hit, type Look, type Remark } from 'replylint/rule';

/** Groups that only a number, a time or an address makes specific; the others also a word that is no stock word. */
const STIFF: ReadonlySet<string> = new Set(['hesitate', 'assurance', 'striving', 'idiom']);

/** Groups in which the words that stock phrases are made of may fill the complement, too; in thanks for patience they tell what was waited for. */
const ROOMY: ReadonlySet<string> = new Set([
  'importance',
  'seriously',
  'pride',
  'striving',
  'effort',
  'ideal-subject',
  'all-feedback',
  'care',
  'sharing-concern',
]);
/** What stands before one of these only says of which trade it is: "the boarding experience", "our guest service". */
const OF_A_TRADE = /^(?:experiences?|services?|satisfaction|expectations?|needs|journeys?|standards?|comfort)$/;

/** Formulas with nothing specific in them or hung on them; one finding a sentence (RULES rule 7). */
const check: Check = (look) => {
  const { language } = look;
  const remarks = look.hits
    .filter((hit) => !language.isMention(hit.span) && isStockPhrase(look, hit))
    .map((hit) => phraseRemark(look, hit));
  for (const apology of language.apologies)
    if (apology.kind === 'the-inconvenience' && !apology.mention)
      remarks.push({ span: { start: apology.start, end: apology.end }, variant: 'inconvenience' });
  for (const statement of language.empathy)
    // "I see what you mean" takes up their words.
    if (statement.kind === 'perspective' && !statement.specific && !/\bwhat you\b/i.test(slice(look.draft.text, statement)))
      remarks.push({ span: { start: statement.start, end: statement.end }, variant: 'understanding' });
  return onePerSentence(look, remarks);
};

export default check;

function isStockPhrase(look: Look, hit: Hit): boolean {
  const end = endOf(look, hit);
  return !isSpecific(look, hit, end) && isStockClaim(look, hit, end);
}

/** Does the formula, or what hangs on it, name something of this matter: a number, a time, an address, a word that would not fit every customer? */
function isSpecific({ draft, language }: Look, hit: Hit, end: number): boolean {
  const { words, text } = draft;
  const { from, to, span, tag } = hit;
  for (let i = from; i < end; i += 1) {
    const word = words.norm[i];
    if (/^(?:100|110)%?$/.test(word)) continue;
    if (/\d|@/.test(word)) return true;
    if (STIFF.has(tag ?? '') || !language.isContent(i) || isStock(words.norm, i, tag)) continue;
    const named = i >= to && (words.gap[i] & Gap.comma) !== 0 && /^\p{Lu}/u.test(text.slice(words.start[i], words.end[i]));
    if (!named) return true;
  }
  const last = words.end[end - 1];
  return language.times.some((time) => time.specific && time.start >= span.start && time.start < last);
}

/** Where what hangs on the formula ends: one past its last word. */
function endOf({ draft: { words }, language }: Look, { to, span }: Hit): number {
  const end = language.sentenceAt(span.start)?.to ?? to;
  let i = to;
  while (i < end && !opensAnother(words.gap[i], words.norm[i], words.norm[i + 1])) i += 1;
  return i;
}

function isStock(norm: readonly string[], i: number, tag = ''): boolean {
  const word = norm[i].replace(/'s?$/, '');
  if (inList('stock-words', word) || inList('stock-ideals', word)) return true;
  return ROOMY.has(tag) && (inList('stock-fillers', word) || (tag === 'effort' && OF_A_TRADE.test(norm[i + 1] ?? '')));
}

/** A claim of effort is any firm's only where it names what every firm is after; the other formulas need no such word. */
function isStockClaim({ draft: { words }, language }: Look, { from, to, span, tag }: Hit, end: number): boolean {
  if (tag === 'effort') return hasIdeal(words.norm, to, end);
  return tag !== 'ideal-subject' || hasIdeal(words.norm, language.sentenceAt(span.start)?.from ?? from, end);
}

function hasIdeal(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (inList('stock-ideals', norm[i])) return true;
  return false;
}

/** Whether a word behind a formula begins something else: a full break, or a coordinator before a new subject or request. */
function opensAnother(gap: number, word: string, next: string | undefined): boolean {
  if (gap & (Gap.stop | Gap.break | Gap.blankLine | Gap.closeBracket)) return true;
  if (gap & Gap.comma && /^(?:we|i|so|please|which|as|if|the|your|our|it|this|that)$/.test(word)) return true;
  return (
    (/^(?:as|because|since)$/.test(word) && /^(?:it|this|that|they|these|such)$/.test(next ?? '')) ||
    (/^(?:and|but)$/.test(word) &&
      /^(?:we|i|for|will|would|hope|please|look|thank|thanks|apologise|are|am|the|your|our|it|this)$/.test(next ?? ''))
  );
}

function phraseRemark({ draft }: Look, hit: Hit): Remark {
  if (hit.tag === 'sharing-concern') return { span: hit.span, variant: 'understanding' };
  return hit.tag === 'hesitate' ? { span: hit.span, fixes: plainRequest(slice(draft.text, hit.span), hit) } : { span: hit.span };
}

/** "Please do not hesitate to" → "Please". */
function plainRequest(words: string, { span }: Hit): Fix[] {
  if (!/\bto$/i.test(words)) return [];
  const text = /^\p{Lu}/u.test(words) ? 'Please' : 'please';
  return [{ label: `write “${text}”`, safety: 'unsafe', edits: [{ kind: 'text', span, text }] }];
}

function onePerSentence({ language }: Look, remarks: readonly Remark[]): Remark[] {
  const first = new Map<number | undefined, Remark>();
  for (const remark of remarks) {
    const sentence = language.sentenceAt(remark.span!.start)?.index;
    const before = first.get(sentence);
    if (!before || remark.span!.start < before.span!.start) first.set(sentence, remark);
  }
  return [...first.values()].sort((a, b) => a.span!.start - b.span!.start);
}

import { Gap, inList, slice, type Check, type Fix, type Hit, type Look, type Remark } from 'replylint/rule';

/** Groups that only a number, a time or an address makes specific; the others also a word that is no stock word. */
const STIFF: ReadonlySet<string> = new Set(['hesitate', 'assurance', 'striving', 'idiom']);

/** Formulas with nothing specific in them or hung on them; one finding a sentence (RULES rule 7). */
const check: Check = (look) => {
  const { language } = look;
  const remarks = look.hits.filter((hit) => !language.isMention(hit.span) && !isSpecific(look, hit)).map((hit) => phraseRemark(look, hit));
  for (const apology of language.apologies)
    if (apology.kind === 'the-inconvenience' && !apology.mention)
      remarks.push({ span: { start: apology.start, end: apology.end }, variant: 'inconvenience' });
  for (const statement of language.empathy)
    if (statement.kind === 'perspective' && !statement.specific)
      remarks.push({ span: { start: statement.start, end: statement.end }, variant: 'understanding' });
  return onePerSentence(look, remarks);
};

export default check;

/** Does the formula, or what hangs on it, name something of this matter: a number, a time, an address, a word that would not fit every customer? */
function isSpecific({ draft, language }: Look, { from, to, span, tag }: Hit): boolean {
  const { words, text } = draft;
  const end = language.sentenceAt(span.start)?.to ?? to;
  let i = from;
  for (; i < end && (i < to || !opensAnother(words.gap[i], words.norm[i], words.norm[i + 1])); i += 1) {
    const word = words.norm[i];
    if (/\d|@/.test(word)) return true;
    if (STIFF.has(tag ?? '') || !language.isContent(i) || inList('stock-words', word)) continue;
    const named = i >= to && (words.gap[i] & Gap.comma) !== 0 && /^\p{Lu}/u.test(text.slice(words.start[i], words.end[i]));
    if (!named) return true;
  }
  const last = words.end[Math.max(i, to) - 1];
  return language.times.some((time) => time.specific && time.start >= span.start && time.start < last);
}

/** Whether a word behind a formula begins something else: a full break, or a coordinator before a new subject or request. */
function opensAnother(gap: number, word: string, next: string | undefined): boolean {
  if (gap & (Gap.stop | Gap.break | Gap.blankLine | Gap.closeBracket)) return true;
  if (gap & Gap.comma && /^(?:we|i|so|please|which|as|if|the|your|our|it|this|that)$/.test(word)) return true;
  return (
    /^(?:and|but)$/.test(word) &&
    /^(?:we|i|will|would|hope|please|look|thank|thanks|apologise|are|am|the|your|our|it|this)$/.test(next ?? '')
  );
}

function phraseRemark({ draft }: Look, hit: Hit): Remark {
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

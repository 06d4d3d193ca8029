import { slice, type Apology, type Check, type Reading, type Remark } from 'replylint/rule';

const OURS = /\b(?:that|how) (?:we|our)\b/i;
const SOUNDS = /\bsounds?\b/i;

/** Sorrow about the customer's lot, unless its paragraph also shows empathy or apologises for what we did. */
const check: Check = ({ draft, language }) => {
  // A letter of condolence may close "With sympathy".
  const closes = ({ sentence }: Apology): boolean => language.sentences[sentence].role === 'closing';
  const sorrows = language.apologies.filter((each) => (each.kind === 'hearing' || each.kind === 'pity') && !each.mention && !closes(each));
  if (sorrows.length === 0) return [];
  const madeGood = goodParagraphs(language);
  const remarks: Remark[] = [];
  // "The leak is our fault, and I feel bad about it": what is felt is owned in the same breath.
  const owned = new Set(language.faults.filter(({ actor, asserted }) => actor === 'own' && asserted).map(({ sentence }) => sentence));
  // "I was troubled to see that we'd sent you two bills, and I apologise for it."
  const apologising = new Set(
    language.apologies.filter(({ kind, mention }) => !mention && (kind === 'own-act' || kind === 'bare')).map(({ sentence }) => sentence),
  );
  const ownsUp = (sorrow: Apology): boolean => apologising.has(sorrow.sentence) && OURS.test(slice(draft.text, sorrow));
  for (const sorrow of sorrows)
    if (!owned.has(sorrow.sentence) && !ownsUp(sorrow) && !madeGood(sorrow))
      remarks.push({ span: { start: sorrow.start, end: sorrow.end } });
  return remarks;
};

export default check;

/**
 * Whether the paragraph of a sorrow holds empathy outside the sorrow itself, or an own-act apology. A bare apology counts only where the failing is named in
 * its sentence or beside it (RULES §5).
 */
function goodParagraphs(language: Reading): (sorrow: Apology) => boolean {
  const paragraphOf = (sentence: number): number => language.sentences[sentence].paragraph;
  const apologised = new Set<number>();
  for (const { kind, specific, mention, sentence } of language.apologies)
    if (specific && !mention && (kind === 'own-act' || kind === 'bare' || kind === 'specific-inconvenience'))
      apologised.add(paragraphOf(sentence));
  const understood = new Map<number, number>();
  const statements = new Map(language.empathy.filter(({ specific }) => specific).map((statement) => [statement.sentence, statement]));
  for (const sentence of statements.keys()) understood.set(paragraphOf(sentence), (understood.get(paragraphOf(sentence)) ?? 0) + 1);
  return (sorrow) => {
    const paragraph = paragraphOf(sorrow.sentence);
    const own = statements.get(sorrow.sentence);
    // "That sounds like a rotten evening, we do feel for you": what it sounds like is part of the pity.
    const sameBreath = sorrow.kind === 'pity' && own !== undefined && SOUNDS.test(slice(language.draft.text, own));
    const itself = own !== undefined && (sameBreath || (own.start < sorrow.end && sorrow.start < own.end)) ? 1 : 0;
    return apologised.has(paragraph) || (understood.get(paragraph) ?? 0) > itself;
  };
}

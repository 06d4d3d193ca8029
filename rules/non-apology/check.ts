import { slice, type ApologyKind, type Check, type Fix, type Remark, type Span } from 'replylint/rule';

const VARIANTS: ReadonlySet<ApologyKind> = new Set<ApologyKind>(['feelings', 'conditional', 'undercut', 'any-inconvenience']);

/** The complement decides: their feelings, a condition, an excuse behind "but", or any inconvenience at all (RULES §1.5). */
const check: Check = ({ draft, language }) => {
  const remarks: Remark[] = [];
  for (const apology of language.apologies) {
    if (apology.mention || !VARIANTS.has(apology.kind)) continue;
    const span = { start: apology.start, end: apology.end };
    remarks.push({ span, variant: apology.kind, ...(apology.kind === 'any-inconvenience' && { fixes: definite(draft.text, span) }) });
  }
  return remarks;
};

export default check;

const ANY =
  /\bany\s+(inconvenience|trouble|upset|distress|confusion|disappointment)(?:(?:\s+(?:that|which))?\s+(?:(?:this|that|it|we)\s+)?(?:(?:may|might|could|has|have)\s+)+caused(?:\s+you)?)?/iu;

/** “any inconvenience this may have caused” → “the inconvenience that we have caused you”; what it was, only the writer knows. */
function definite(text: string, at: Span): readonly Fix[] {
  const match = ANY.exec(slice(text, at));
  if (!match) return [];
  const start = at.start + match.index;
  const said = `the ${match[1].toLowerCase()} that we have caused you`;
  return [
    {
      label: `write “${said}”`,
      safety: 'suggestion',
      edits: [{ kind: 'text', span: { start, end: start + match[0].length }, text: said }],
    },
  ];
}

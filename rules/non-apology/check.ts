import type { ApologyKind, Check, Remark } from 'replylint/rule';

const VARIANTS: ReadonlySet<ApologyKind> = new Set<ApologyKind>(['feelings', 'conditional', 'undercut', 'any-inconvenience']);

/** The complement decides: their feelings, a condition, an excuse behind "but", or any inconvenience at all (RULES §1.5). */
const check: Check = ({ language }) => {
  const remarks: Remark[] = [];
  for (const apology of language.apologies) {
    if (apology.mention || !VARIANTS.has(apology.kind)) continue;
    remarks.push({ span: { start: apology.start, end: apology.end }, variant: apology.kind });
  }
  return remarks;
};

export default check;

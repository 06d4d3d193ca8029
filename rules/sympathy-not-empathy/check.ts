import type { Apology, Check, Reading, Remark } from 'replylint/rule';

/** Sorrow about the customer's lot, unless its paragraph also shows empathy or apologises for what we did. */
const check: Check = ({ language }) => {
  const remarks: Remark[] = [];
  for (const sorrow of language.apologies) {
    if ((sorrow.kind !== 'hearing' && sorrow.kind !== 'pity') || sorrow.mention || madeGood(language, sorrow)) continue;
    remarks.push({ span: { start: sorrow.start, end: sorrow.end } });
  }
  return remarks;
};

export default check;

/** Empathy or an own-act apology in the same paragraph. A bare apology counts only where the failing is named in its sentence or beside it (RULES §5). */
function madeGood(language: Reading, sorrow: Apology): boolean {
  const { paragraph } = language.sentences[sorrow.sentence];
  const beside = (sentence: number): boolean => language.sentences[sentence].paragraph === paragraph;
  if (language.empathy.some((statement) => statement.specific && beside(statement.sentence) && !overlaps(statement, sorrow))) return true;
  return language.apologies.some((other) => {
    if (other === sorrow || other.mention || !beside(other.sentence)) return false;
    return other.specific && (other.kind === 'own-act' || other.kind === 'bare' || other.kind === 'specific-inconvenience');
  });
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

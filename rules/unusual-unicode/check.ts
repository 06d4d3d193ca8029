import { contains, cover, slice, wordAt, wordSpan, type Check, type Draft, type OddStretch, type Remark, type Span } from 'replylint/rule';

/** One finding for each word that holds odd signs, whatever their number; for a run of odd words, one. */
const check: Check = ({ draft }) => {
  const found: { span: Span; kind: OddStretch['kind']; codes: Set<string> }[] = [];
  for (const sign of draft.odd ?? []) {
    const span = around(sign, draft);
    if (!span) continue;
    const last = found.at(-1);
    const joined = last && last.kind === sign.kind && /^[^\S\n]*$/.test(draft.text.slice(last.span.end, span.start));
    if (last && (joined || contains(last.span, span) || span.start < last.span.end)) {
      last.span = cover(last.span, span);
      for (const code of sign.written) last.codes.add(code);
    } else found.push({ span, kind: sign.kind, codes: new Set(sign.written) });
  }
  return found.map(({ span, kind, codes }): Remark => {
    const shown = [...codes].slice(0, 3).map(name).join(', ') + (codes.size > 3 ? ' and others' : '');
    return {
      span,
      variant: kind,
      suggest: `Type “${slice(draft.text, span).slice(0, 60)}” again, or paste it without its format (${shown}).`,
    };
  });
};

/** The word that holds the sign, or the sign itself, or the word beside it where it takes no room. */
function around({ span }: OddStretch, { words, text }: Draft): Span | undefined {
  const next = wordAt(words, span.end);
  const before = next > 0 ? wordSpan(words, next - 1, next) : undefined;
  if (before && before.start <= span.start && before.end >= span.end && before.end > span.start) return before;
  const inside = next > 0 && before && before.start >= span.start && before.end <= span.end ? before : undefined;
  if (inside) return cover(inside, span);
  if (span.start < span.end) return span;
  const after = next < words.length ? wordSpan(words, next, next + 1) : undefined;
  if (before && (!after || span.start - before.end <= after.start - span.start)) return before;
  return after ?? (text.length > 0 ? { start: 0, end: 1 } : undefined);
}

function name(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

export default check;

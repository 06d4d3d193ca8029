import type { Draft } from '../draft/draft.js';
import type { Rule, Yield } from '../rule/rule.js';
import { firstEndingAfter, overlaps, type Span } from '../text/span.js';
import type { Raw } from './make-finding.js';
import { inSalutation } from './prose.js';

/**
 * One fault, one finding (RULES §1.10): takes out each finding whose rule yields to another that spoke at the same place, and books it with all of
 * those that stand for it. A finding that yields itself still silences others, so that a chain ends in the one finding that is shown.
 */
export function applyPrecedence(findings: readonly Raw[], rules: ReadonlyMap<string, Rule>, draft: Draft): Raw[] {
  const byRule = new Map<string, Placed>();
  for (const finding of findings) {
    const same = byRule.get(finding.rule) ?? new Placed();
    byRule.set(finding.rule, same);
    same.add(finding);
  }
  const hidden = new Set<Raw>();
  for (const finding of findings) {
    for (const rule of rules.get(finding.rule)?.yieldsTo ?? []) {
      for (const other of byRule.get(rule.to)?.near(finding, rule, draft) ?? []) {
        if (other === finding || !silences(other, finding, rule, draft)) continue;
        // Two rules that yield to each other must not both fall silent.
        if (standsFor(finding, other)) continue;
        // A finding is booked with all of its others before the next one is looked at.
        if (other.standsFor.at(-1) !== finding) other.standsFor.push(finding);
        hidden.add(finding);
      }
    }
  }
  return findings.filter((finding) => !hidden.has(finding));
}

/** The findings of one rule, in text order, so that those beside another finding are found without a look at all of them. */
class Placed {
  readonly #all: Raw[] = [];
  /** The furthest end of the findings up to each. */
  readonly #ends: number[] = [];

  add(finding: Raw): void {
    this.#ends.push(Math.max(this.#ends.at(-1) ?? 0, finding.span?.end ?? Infinity));
    this.#all.push(finding);
  }

  /** Those that may silence `finding`: all of them where a rule yields in the whole message. */
  near({ span }: Raw, { where }: Yield, { sentences }: Draft): readonly Raw[] {
    if (span === null || (where !== 'span' && where !== 'sentence')) return this.#all;
    let { start, end } = span;
    if (where === 'sentence') {
      start = Math.min(start, sentences[firstEndingAfter(sentences, start)]?.start ?? start);
      end = Math.max(end, sentences[firstEndingAfter(sentences, end - 1)]?.end ?? end);
    }
    let low = 0;
    let high = this.#all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ends[middle] > start) high = middle;
      else low = middle + 1;
    }
    let to = low;
    while (to < this.#all.length && (this.#all[to].span?.start ?? Infinity) < end) to += 1;
    return this.#all.slice(low, to);
  }
}

function silences(other: Raw, finding: Raw, { to, variants, where }: Yield, draft: Draft): boolean {
  const spoken = variants === undefined || (other.variant !== undefined && variants.includes(other.variant));
  if (!spoken) return false;
  // A rule that yields to itself keeps the variants that it yields to.
  if (to === finding.rule && (variants === undefined || (finding.variant !== undefined && variants.includes(finding.variant))))
    return false;
  switch (where) {
    case 'message':
      return true;
    case 'salutation':
      return other.span !== null && inSalutation(draft, other.span) && (finding.span === null || inSalutation(draft, finding.span));
    case 'span':
      return other.span !== null && finding.span !== null && overlaps(other.span, finding.span);
    case 'sentence':
      return other.span !== null && finding.span !== null && shareSentence(other.span, finding.span, draft.sentences);
  }
}

function shareSentence(a: Span, b: Span, sentences: readonly Span[]): boolean {
  if (overlaps(a, b)) return true;
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const index = firstEndingAfter(sentences, first.end - 1);
  return index < sentences.length && sentences[index].start < first.end && second.start < sentences[index].end;
}

function standsFor(finding: Raw, other: Raw): boolean {
  const seen = new Set<unknown>();
  const open: { readonly standsFor: readonly unknown[] }[] = [finding];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const one of next.standsFor as readonly Raw[]) {
      if (one === other) return true;
      if (!seen.has(one)) {
        seen.add(one);
        open.push(one);
      }
    }
  }
  return false;
}

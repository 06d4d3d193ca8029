import type { Digest } from './digest.js';
import type { Figure } from './figures.js';

/** An entry that states a figure otherwise than most others, or than one before it. */
export interface Contradiction {
  readonly one: Digest;
  readonly figure: Figure;
  /** The entry that says otherwise, and what it says. */
  readonly other: Digest;
  readonly said: Figure;
  /** How many entries say what `other` says. */
  readonly count: number;
}

interface Statement {
  readonly digest: Digest;
  readonly figure: Figure;
}

/** Figures about the same thing that differ between entries. What most entries say is taken for right; of two it is the one that stands first. */
export function findContradictions(digests: readonly Digest[]): Contradiction[] {
  const byKey = new Map<string, Statement[]>();
  for (const digest of digests)
    for (const figure of digest.figures) {
      const known = byKey.get(figure.key);
      if (known) known.push({ digest, figure });
      else byKey.set(figure.key, [{ digest, figure }]);
    }
  const found: Contradiction[] = [];
  for (const statements of byKey.values()) {
    const values = new Map<number, Set<Digest>>();
    for (const { digest, figure } of statements) values.set(figure.value, (values.get(figure.value) ?? new Set()).add(digest));
    // Many values are no slip: the periods depend on something that is not looked at.
    if (values.size < 2 || values.size > 3) continue;
    const [usual, holders] = [...values].reduce((most, each) => (each[1].size > most[1].size ? each : most));
    if (values.size === 3 && holders.size < 3) continue;
    const { digest: other, figure: said } = statements.find(({ figure }) => figure.value === usual)!;
    for (const { digest, figure } of statements)
      // An entry that knows both says when which holds.
      if (figure.value !== usual && !holders.has(digest)) found.push({ one: digest, figure, other, said, count: holders.size });
  }
  return found;
}

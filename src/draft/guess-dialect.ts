import { fieldName, fills, namedDialects, type Dialect } from './dialects.js';
import { findFields, isStrong } from './merge-fields.js';

/** Fields that must be seen before a guess, and the share of them that the product must know. */
const ENOUGH = 8;
const SHARE = 0.85;
/** Fields that are looked at. */
const MOST = 2000;

/**
 * Tells the help desk of a library by its merge fields: the one product that knows nearly all of their names. Products that let anybody define names are never
 * guessed, for nothing can be wrong there.
 */
export class DialectGuess {
  readonly #known = new Map<string, number>();
  #fields = 0;

  /** Takes the text of one entry. */
  add(text: string): void {
    if (this.#fields >= MOST) return;
    for (const field of findFields(text, { start: 0, end: text.length })) {
      if (!field.closed || !isStrong(field.syntax) || field.content === '') continue;
      this.#fields += 1;
      for (const [key, dialect] of namedDialects())
        if (isField(dialect, field.syntax) && fills(dialect, fieldName(field.content, dialect)))
          this.#known.set(key, (this.#known.get(key) ?? 0) + 1);
    }
  }

  /** Takes what another has seen. */
  join(other: DialectGuess): void {
    if (this.#fields >= MOST) return;
    this.#fields += other.#fields;
    for (const [key, count] of other.#known) this.#known.set(key, (this.#known.get(key) ?? 0) + count);
  }

  /** The key of the help desk (`zendesk`); undefined where too little tells, or two products would do. */
  best(): string | undefined {
    const [first, second] = [...this.#known].sort((a, b) => b[1] - a[1]);
    if (!first || this.#fields < ENOUGH || first[1] < this.#fields * SHARE) return undefined;
    return second && second[1] >= first[1] ? undefined : first[0];
  }
}

/** In Liquid `{% … %}` is a tag. */
function isField({ syntaxes }: Dialect, syntax: Dialect['syntaxes'][number]): boolean {
  return syntaxes.includes(syntax) && !(syntax === '{%%}' && syntaxes.includes('{{}}'));
}

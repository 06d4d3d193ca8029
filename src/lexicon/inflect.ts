const VOWEL = /[aeiou]/;

/** Whether the last consonant of a one-syllable verb doubles before -ed and -ing (`stop` → stopped). */
function doubles(base: string): boolean {
  return /^[^aeiou]*(?:qu)?[aeiouy][^aeiouwxy]$/.test(base) && base.length > 2;
}

/** The form with -s: `carry` → carries, `wish` → wishes. */
export function withS(base: string): string {
  if (/(?:s|x|z|ch|sh|[^aeiou]o)$/.test(base)) return `${base}es`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return `${base}s`;
}

/** The form with -ing. `doubled` doubles the last consonant of a longer verb too. */
export function withIng(base: string, doubled = doubles(base)): string {
  if (doubled) return `${base}${base.at(-1)}ing`;
  if (base.endsWith('e') && !/(?:ee|oe|ye)$/.test(base) && VOWEL.test(base.slice(0, -1))) return `${base.slice(0, -1)}ing`;
  return `${base}ing`;
}

/** The regular past form and participle. */
export function withEd(base: string, doubled = doubles(base)): string {
  if (doubled) return `${base}${base.at(-1)}ed`;
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return `${base}ed`;
}

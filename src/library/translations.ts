import { oncePer } from '../text/lazy.js';
import type { Digest } from './digest.js';

/** An entry that lacks its like in some language. */
export interface Missing {
  readonly one: Digest;
  readonly missing: readonly string[];
}

/** Groups that a library needs, and the share of them that is complete, before the rest is taken for forgotten. */
const ENOUGH = 5;
const USUAL = 0.7;

/**
 * Entries that are not there in every language. Which languages those are the team says, or the library itself, where most of its entries are there in all.
 * Entries belong together by their id or file without the mark of the language: `refund.en` and `refund.de`, `en/refund.md` and `de/refund.md`.
 */
export function findMissing(digests: readonly Digest[], languages: readonly string[]): Missing[] {
  const groups = new Map<string, Map<string, Digest>>();
  for (const digest of digests) {
    const place = placeOf(digest);
    if (!place) continue;
    const { language, key } = place;
    const group = groups.get(key) ?? new Map<string, Digest>();
    if (!group.has(language)) group.set(language, digest);
    groups.set(key, group);
  }
  const wanted = languages.length > 0 ? languages.map((one) => one.toLowerCase().slice(0, 2)) : usual([...groups.values()]);
  const found: Missing[] = [];
  for (const group of groups.values()) {
    const missing = wanted.filter((language) => !group.has(language));
    const [one] = group.values();
    if (missing.length > 0 && missing.length < wanted.length) found.push({ one, missing });
  }
  return found;
}

/** The languages that most groups have. */
function usual(groups: readonly Map<string, Digest>[]): string[] {
  const languages = [...new Set(groups.flatMap((group) => [...group.keys()]))];
  if (languages.length < 2 || groups.length < ENOUGH) return [];
  const common = languages.filter((language) => groups.filter((group) => group.has(language)).length >= groups.length * USUAL);
  const complete = groups.filter((group) => common.every((language) => group.has(language))).length;
  return common.length >= 2 && complete >= groups.length * USUAL ? common : [];
}

const MARK = /(?:^|[._/\\-])(en|de|fr|es|it|nl|pt|pl|sv|da|nb|fi|cs)(?=[._/\\-]|$)/i;

function marked({ id }: Digest): string | undefined {
  return MARK.exec(id)?.[1].toLowerCase();
}

/** The language of an entry, and what it has in common with those in other languages. */
const placeOf = oncePer((digest: Digest): { readonly language: string; readonly key: string } | undefined => {
  const language = digest.entry.lang?.toLowerCase().slice(0, 2) ?? marked(digest);
  return language !== undefined && /^[a-z]{2}$/.test(language) ? { language, key: keyOf(digest, language) } : undefined;
});

/** The id without the mark of its language, wherever that stands. */
function keyOf({ id }: Digest, language: string): string {
  return id.toLowerCase().replace(new RegExp(`(^|[._/\\\\#-])${language}(?=[._/\\\\#-]|$)`, 'g'), '$1*');
}

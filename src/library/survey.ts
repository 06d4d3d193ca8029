import type { Entry, Note } from '../draft/draft.js';
import { findContradictions } from './contradictions.js';
import { oncePer } from '../text/lazy.js';
import type { Digest } from './digest.js';
import { TwinFinder } from './near-duplicates.js';
import { findMissing } from './translations.js';

/** All that the entries of a library tell about each other: what to say of each, by the id of its draft. Time grows with the number of entries, not of pairs. `twins`: what has compared them before. */
export function compareEntries(
  digests: readonly Digest[],
  languages: readonly string[] = [],
  twins: TwinFinder = new TwinFinder(),
): ReadonlyMap<string, readonly Note[]> {
  const notes = new Map<string, Note[]>();
  const say = ({ id }: Digest, note: Note): void => {
    const known = notes.get(id);
    if (known) known.push(note);
    else notes.set(id, [note]);
  };
  for (const digest of digests) for (const note of digest.notes) say(digest, note);
  for (const { one, other, share } of twins.find(digests)) {
    const alike = share === 1 ? 'the same as' : `${Math.floor(share * 100)} % of what is said in`;
    say(one, { rule: 'near-duplicate', span: null, message: `This says ${alike} ${nameOf(other)}.` });
  }
  for (const { one, figure, other, said, count } of findContradictions(digests)) {
    const others = count === 1 ? nameOf(other) : `${count} others (${nameOf(other)} is one)`;
    say(one, {
      rule: 'contradicting-entry',
      span: figure.span,
      quote: figure.quote,
      message: `This says ${figure.quote}; ${others} ${count === 1 ? 'says' : 'say'} ${said.quote}.`,
    });
  }
  for (const { one, other } of sameTitles(digests))
    say(one, { rule: 'duplicate-title', span: null, message: `${nameOf(other)} has the same title.` });
  for (const { one, missing } of findMissing(digests, languages))
    say(one, { rule: 'missing-translation', span: null, message: `This entry is missing in ${missing.join(', ')}.` });
  const used = digests.some(({ entry }) => (entry.usage ?? 0) > 0);
  for (const digest of digests)
    if (used && digest.entry.usage === 0 && digest.entry.active !== false)
      say(digest, { rule: 'unused-entry', span: null, message: 'This entry was never used.' });
  return notes;
}

/** Entries whose title another has too, in the same folder and, as far as that can be told, the same language: what agents choose by. */
function sameTitles(digests: readonly Digest[]): { one: Digest; other: Digest }[] {
  const byTitle = new Map<string, Digest[]>();
  const found: { one: Digest; other: Digest }[] = [];
  for (const digest of digests) {
    const { id } = digest.entry;
    const key = shelfOf(digest);
    if (key === undefined) continue;
    const known = byTitle.get(key) ?? [];
    const other = known.find(({ language }) => language === undefined || digest.language === undefined || language === digest.language);
    // The HTML and the text of one entry share its title.
    if (other && (other.entry.id !== id || other.file !== digest.file)) found.push({ one: digest, other });
    // One for each language is enough to be compared with.
    if (!known.some(({ language }) => language === digest.language)) byTitle.set(key, [...known, digest]);
  }
  return found;
}

/** The words of its title, and its folder. */
const shelfOf = oncePer(({ entry: { title, folder } }: Digest): string | undefined => {
  if (title === undefined) return undefined;
  const words = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
  return `${words.trim()}\n${folder ?? ''}`;
});

/** Of a longer title only this many units are shown. */
const LONG = 80;

/** As people know it: its title, and where it stands. */
function nameOf({ id, entry }: Digest): string {
  const title = titleOf(entry);
  return title === undefined ? id : `“${title.length > LONG ? `${title.slice(0, LONG)}…` : title}” (${id})`;
}

function titleOf({ title, id }: Entry): string | undefined {
  return title !== undefined && title !== id ? title : undefined;
}

import type { DraftReport } from './report.js';

/** How often a draft was used, where its library says so. */
export function usageOf({ entry }: DraftReport): number | null {
  return entry?.usage ?? null;
}

/** What people call a draft inside its file: its title, else its id; null for a draft that has its file to itself. */
export function entryOf({ entry, id, file }: DraftReport): string | null {
  if (entry) return entry.title ?? entry.id;
  return id === file ? null : id;
}

/** What a draft is called in a list. */
export function nameOf(draft: DraftReport): string {
  return entryOf(draft) ?? draft.file;
}

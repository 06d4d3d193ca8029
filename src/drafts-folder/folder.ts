import type { ImapFlow, ListResponse, MailboxObject } from 'imapflow';
import { inert } from '../report/inert.js';
import { nearest } from '../text/nearest.js';
import type { Failure } from './connection.js';

/** As many names of folders as a line holds. */
const MOST_NAMES = 10;

const lasting = (message: string): Failure => ({ code: 'folder', message, lasting: true });

/** The path of the folder to watch: the one that is named, by its path or where only one is called so by its name, else the one that the server marks as that of drafts (RFC 6154). */
export async function findFolder(client: ImapFlow, name: string | undefined): Promise<string | Failure> {
  const folders = (await client.list()).filter(({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'));
  if (name === undefined) {
    const drafts = folders.find(({ specialUse }) => specialUse === '\\Drafts');
    return drafts?.path ?? lasting(`the server marks no folder as that of drafts; name it with --folder: ${namesOf(folders)}`);
  }
  const paths = folders.map(({ path }) => path);
  const found = paths.find((path) => path === name || (path.toUpperCase() === 'INBOX' && name.toUpperCase() === 'INBOX'));
  if (found !== undefined) return found;
  const called = folders.filter((folder) => folder.name === name);
  if (called.length === 1) return called[0].path;
  const meant = nearest(name, paths);
  return lasting(
    `there is no folder "${inert(name)}"; ${meant === undefined ? `there are ${namesOf(folders)}` : `did you mean ${inert(meant)}?`}`,
  );
}

/** Opens a folder for writing, and makes sure that it keeps keywords. */
export async function openFolder(client: ImapFlow, path: string, keywords: readonly string[]): Promise<MailboxObject | Failure> {
  const folder = await client.mailboxOpen(path);
  const name = inert(path);
  if (folder.readOnly) return lasting(`the folder ${name} is read-only for this user, so no keyword can be set in it; nothing was judged`);
  const { permanentFlags: kept } = folder;
  const known = new Set([...(kept ?? [])].map((flag) => flag.toLowerCase()));
  if (!kept || known.has('\\*') || keywords.every((keyword) => known.has(keyword.toLowerCase()))) return folder;
  return lasting(
    `the folder ${name} keeps no new keywords (PERMANENTFLAGS without \\*), so nothing was judged; with --keyword take some that it keeps, or ask who runs the server`,
  );
}

function namesOf(folders: readonly ListResponse[]): string {
  const names = folders.map(({ path }) => inert(path));
  return names.length > MOST_NAMES ? `${names.slice(0, MOST_NAMES).join(', ')}, …` : names.join(', ');
}

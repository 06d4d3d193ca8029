import type { ImapFlow } from 'imapflow';
import type { Problem } from '../text/problem.js';
import { refusalOf } from './connection.js';
import type { Keywords } from './keywords.js';
import { listFrom, type Listed } from './list.js';
import type { Note } from './note.js';

/**
 * Makes the notes in the open folder those that are wanted: takes away those on drafts that are gone, changed or put right, and leaves the missing ones. What is not
 * marked as ours both by its header and by its keyword is never taken away.
 */
export async function settleNotes(
  client: ImapFlow,
  path: string,
  wanted: readonly Note[],
  keywords: Keywords,
): Promise<Problem | undefined> {
  const ours = (await listFrom(client, 1)).filter(({ note, flags }) => note && flags.has(keywords.note.toLowerCase()));
  const missing = new Map(wanted.map((note) => [`${note.draft} ${note.digest}`, note]));
  // Taken from the list, so that of two that say the same one goes.
  const superfluous = ours.filter(({ note }) => note && !missing.delete(`${note.draft} ${note.digest}`));
  const refused = await leave(client, path, [...missing.values()], keywords);
  return (superfluous.length > 0 ? await take(client, superfluous) : undefined) ?? refused;
}

async function leave(client: ImapFlow, path: string, notes: readonly Note[], keywords: Keywords): Promise<Problem | undefined> {
  for (const note of notes) {
    try {
      await client.append(path, note.message(new Date()), ['\\Seen', keywords.note]);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === undefined || !client.usable) throw error;
      return { code: 'imap', message: `the server does not take a note (${refusal}); drafts are marked all the same` };
    }
  }
  return undefined;
}

async function take(client: ImapFlow, notes: readonly Listed[]): Promise<Problem | undefined> {
  const uids = notes.map(({ uid }) => uid).join(',');
  // Without UIDPLUS, EXPUNGE would take everything that anybody has marked.
  const exact = client.capabilities.has('UIDPLUS') || client.capabilities.has('IMAP4rev2');
  const done = await (exact ? client.messageDelete(uids, { uid: true }) : client.messageFlagsAdd(uids, ['\\Deleted'], { uid: true }));
  return done ? undefined : { code: 'imap', message: 'the server would not take away a note that is no longer true' };
}

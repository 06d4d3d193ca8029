import type { ImapFlow } from 'imapflow';
import { headerFields, valuesOf } from '../workspace/outgoing/fields.js';
import type { Keywords } from './keywords.js';
import { NOTE_FIELD, readNoteField, type NoteMark } from './note.js';

/** A message in a folder, without its text. */
export interface Listed {
  readonly uid: number;
  /** Bytes. */
  readonly size: number;
  /** In lower case: servers do not mind case in them. */
  readonly flags: ReadonlySet<string>;
  /** Header values as they stand, each byte one sign; undefined where there is no such field. */
  readonly messageId?: string;
  readonly subject?: string;
  /** Which draft it is about, where it is a note of ours. */
  readonly note?: NoteMark;
}

/** The messages of the open folder from a UID on, those left out that are marked as deleted. */
export async function listFrom(client: ImapFlow, uid: number): Promise<readonly Listed[]> {
  const asked = { uid: true, flags: true, size: true, headers: ['message-id', 'subject', NOTE_FIELD] };
  const fetched = await client.fetchAll(`${uid}:*`, asked, { uid: true });
  return fetched
    .filter((message) => message.uid >= uid)
    .map(({ uid, size = 0, flags = new Set<string>(), headers }) => {
      const fields = headerFields(headers ?? new Uint8Array());
      const of = (name: string): string | undefined => valuesOf(fields, name).at(0);
      const note = readNoteField(of(NOTE_FIELD));
      return {
        uid,
        size,
        flags: new Set([...flags].map((flag) => flag.toLowerCase())),
        messageId: of('message-id'),
        subject: of('subject'),
        ...(note && { note }),
      };
    })
    .filter(({ flags }) => !flags.has('\\deleted'));
}

/** Sets and takes away keywords so that a message has these and no other of ours. False where the server would not. */
export async function setKeywords(
  client: ImapFlow,
  { uid, flags }: Listed,
  wanted: string | undefined,
  keywords: Keywords,
): Promise<boolean> {
  // The server need not tell us what we have done.
  const one = { uid: true, silent: true };
  const away = [keywords.held, keywords.pass].filter((keyword) => keyword !== wanted && flags.has(keyword.toLowerCase()));
  if (away.length > 0 && !(await client.messageFlagsRemove(String(uid), away, one))) return false;
  if (wanted === undefined || flags.has(wanted.toLowerCase())) return true;
  return client.messageFlagsAdd(String(uid), [wanted], one);
}

import type { plain } from '../config/index.js';
import { charsetToWrite } from '../files/charset.js';
import type { FileFormat } from '../files/format.js';
import type { Content } from '../files/read.js';
import { openText, unchangeable, WILD, type Opened } from '../fix/index.js';
import type { Format, Limits, Problem } from '../index.js';
import { isWild } from '../parse/wild.js';
import { chain } from '../text/run-map.js';

/** What opens each draft of a file for change, by the id of its report. */
export async function openDrafts(
  name: string,
  format: FileFormat,
  bytes: Uint8Array,
  content: Content,
  { limits, library, settings, as }: ReturnType<typeof plain>,
): Promise<((id: string) => Opened) | Problem> {
  if (format === 'mbox') return () => unchangeable('a mail in an mbox file is not changed; save it as .eml');
  if (format !== 'library') {
    const body = as === 'template' && (format === 'text' || format === 'html') ? await behindFrontMatter(name, content, limits) : content;
    const opened = await openDraft(name, format, bytes, body, limits);
    return 'code' in opened ? opened : () => opened;
  }
  return openEntries(name, bytes, content, { limits, library, settings });
}

/** What opens each text of a library for change, by the id of its report. `wanted` leaves entries out, by the id of their first text. */
export async function openEntries(
  name: string,
  bytes: Uint8Array,
  { content: text, toBytes }: Content,
  { limits, library, settings }: Pick<ReturnType<typeof plain>, 'limits' | 'library' | 'settings'>,
  wanted?: (id: string) => boolean,
): Promise<((id: string) => Opened) | Problem> {
  if (typeof text !== 'string' || !toBytes) return () => UNREAD;
  const { openLibrary } = await import('../fix/open-library.js');
  const dialect = settings.dialect === 'auto' ? undefined : settings.dialect;
  const options = { kind: library?.format, map: library?.map, dialect };
  const file = { name, content: text, toBytes, charset: charsetToWrite(bytes, 'library') };
  const opened = await openLibrary(file, options, limits, wanted);
  if ('code' in opened) return () => unchangeable('a library of this kind is not changed');
  return (id) => opened.get(id) ?? unchangeable('its text cannot be told apart in the file');
}

/** A template's text without the front matter that describes it. */
async function behindFrontMatter(name: string, content: Content, limits: Limits): Promise<Content> {
  if (typeof content.content !== 'string' || !content.toBytes) return content;
  const { readFrontMatter } = await import('../parse/library/front-matter.js');
  const front = await readFrontMatter(name, content.content, limits);
  return 'code' in front || front.map === undefined ? content : { content: front.body, toBytes: chain(front.map, content.toBytes) };
}

/** Opens the bytes of a file with one draft for change. */
export async function openDraft(
  name: string,
  format: Format,
  bytes: Uint8Array,
  { content, toBytes }: Content,
  limits: Limits,
): Promise<Opened | Problem> {
  if (await isWild({ content, format }, limits)) return unchangeable(WILD);
  if (format === 'eml') return (await import('../fix/mail/open-mail.js')).openMail(bytes, name, limits);
  if (typeof content !== 'string' || !toBytes) return UNREAD;
  return openText({ name, format, bytes, content, toBytes, charset: charsetToWrite(bytes, format) }, limits);
}

const UNREAD = unchangeable('its text was not read from bytes');

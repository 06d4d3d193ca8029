import { basename, extname } from 'node:path';
import { fileFormatOf, mayBeLibrary, type FileFormat } from '../files/format.js';
import { kindsByName } from '../parse/library/names.js';
import type { Workspace } from '../workspace/workspace.js';

/** What an editor says of a document. */
export interface Described {
  /** Absolute; undefined for a document that is in no file. */
  readonly path?: string;
  readonly languageId: string;
  readonly text: string;
}

const BY_LANGUAGE: Readonly<Record<string, FileFormat>> = { markdown: 'markdown', html: 'html' };
const MAIL = new Set(['mail', 'eml', 'email', 'message']);
const PLAIN = new Set(['plaintext', 'text']);
/** Names under which a project speaks of itself. Nobody sends them to a customer. */
const ABOUT_THE_PROJECT =
  /^(?:readme|changelog|changes|contributing|code_of_conduct|security|licen[cs]e|authors|notice|support|governance)\b/i;

/**
 * How a document is read; undefined where it is no reply and no library. The name of a file tells first, then the language that the editor has for it. A file
 * of data is a library where its name or the configuration says so, as in a folder that the command line is given.
 */
export function formatFor({ path, languageId, text }: Described, workspace: Workspace): FileFormat | undefined {
  if (path !== undefined) {
    if (workspace.config.files.length === 0 && ABOUT_THE_PROJECT.test(basename(path))) return undefined;
    const named = fileFormatOf(path);
    if (named !== undefined && !(named === 'text' && MAIL.has(languageId))) return named;
    if (mayBeLibrary(path)) return isLibrary(path, workspace) ? 'library' : undefined;
  }
  if (MAIL.has(languageId)) return beginsAsMail(text) ? 'eml' : 'text';
  if (PLAIN.has(languageId)) {
    // Editors call whatever they do not know plain text: `.env`, `Makefile`.
    if (beginsAsMail(text)) return 'eml';
    return path === undefined ? 'text' : undefined;
  }
  return Object.hasOwn(BY_LANGUAGE, languageId) && (path === undefined || extname(path) === '') ? BY_LANGUAGE[languageId] : undefined;
}

function isLibrary(path: string, workspace: Workspace): boolean {
  const { map, format } = workspace.settingsFor(path).library?.value ?? {};
  return map !== undefined || format !== undefined || kindsByName(basename(path)).length > 0;
}

/** Lines that are looked at; a mail program writes far fewer before the first blank one. */
const MOST_LINES = 200;

/** Whether a text begins with the headers of a mail, as mail programs hand drafts to an editor: one of those that every mail has among them, then a blank line. */
function beginsAsMail(text: string): boolean {
  let known = false;
  let at = 0;
  for (let n = 0; n < MOST_LINES; n += 1) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end).replace(/\r$/, '');
    if (line === '') return known;
    const [, name] = /^([A-Za-z][A-Za-z0-9-]{0,60}):/.exec(line) ?? [];
    if (name === undefined && !(n > 0 && /^[ \t]/.test(line))) return false;
    known ||= /^(?:from|to|subject)$/i.test(name ?? '');
    if (end < 0) return false;
    at = end + 1;
  }
  return false;
}

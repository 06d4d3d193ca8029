import { parseMail } from '../../../src/parse/mail/index.js';
import { defaultLimits, type Limits, type Parsed } from '../../../src/parse/source.js';
import type { Problem } from '../../../src/text/problem.js';

/** Bytes of text in which each sign below U+0100 is one byte. */
export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A mail of lines, ended by CRLF. */
export const mail = (...lines: readonly string[]): string => lines.join('\r\n');

export async function attempt(content: string | Uint8Array, limits: Partial<Limits> = {}): Promise<Parsed | Problem> {
  return parseMail({ name: 'reply.eml', format: 'eml', content }, { ...defaultLimits, ...limits });
}

/** The draft of a mail that must be readable. */
export async function read(content: string | Uint8Array): Promise<Parsed> {
  const parsed = await attempt(content);
  if ('code' in parsed) throw new Error(`${parsed.code}: ${parsed.message}`);
  return parsed;
}

export async function refused(content: string | Uint8Array, limits: Partial<Limits> = {}): Promise<Problem> {
  const parsed = await attempt(content, limits);
  if (!('code' in parsed)) throw new Error(`was read: ${parsed.text}`);
  return parsed;
}

/** The span of some words of a draft. */
export function at(parsed: Parsed, words: string): { start: number; end: number } {
  const start = parsed.text.indexOf(words);
  if (start < 0) throw new Error(`not in the draft: ${words}`);
  return { start, end: start + words.length };
}

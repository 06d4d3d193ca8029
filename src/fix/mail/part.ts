import { layersOf, agreement, type BodyLayers } from '../../parse/mail/origin.js';
import type { MailPart } from '../../parse/mail/mail.js';
import { encodeCharset, isWide } from '../../text/encode.js';
import type { Limits } from '../../parse/source.js';
import type { StyleEdit } from '../../rule/rule.js';
import type { OffsetMap } from '../../text/run-map.js';
import type { Span } from '../../text/span.js';
import { isRefusal, overlapping, trimmed, type Change, type Refusal, type Splice } from '../change.js';
import { toSource } from '../pieces.js';
import type { restyle as restyleHtml } from '../restyle.js';
import { lineEndAt, syntaxOf, type Syntax } from '../syntax.js';
import { flow } from './flow.js';
import { writeTransfer } from './transfer.js';

/** A text part of a mail, opened for change. */
export interface OpenPart {
  readonly part: MailPart;
  /** As its reader sees it. */
  readonly text: string;
  readonly isHtml: boolean;
  readonly ways: number;
  /**
   * Changes of its text, as changes of the mail's bytes.
   * @param styled edits of style, spans counted in its text
   */
  write(changes: readonly Change[], styled: readonly StyleEdit[], way: number): Splice[] | Refusal;
}

const NOT_EXACT: Refusal = { refused: 'where it stands in the mail is not known to the byte' };

/**
 * Opens a text part.
 * @param origin from its text to the text that mailparser decoded
 * @param mail the mail's bytes
 * @param at where its body stands among them
 */
export function openPart(
  part: MailPart,
  text: string,
  isHtml: boolean,
  origin: OffsetMap,
  mail: Uint8Array,
  at: Span,
  limits: Limits,
  restyle: typeof restyleHtml,
): OpenPart {
  const body = mail.subarray(at.start, at.end);
  const decoded = part.text ?? '';
  const charset = charsetOf(part.charset);
  const takesEightBits = /^(?:base64|quoted-printable|8bit|binary)$/.test(part.encoding) || body.some((byte) => byte >= 0x80);
  const holds = (words: string): boolean => {
    const bytes = encodeCharset(words, charset);
    return bytes !== undefined && (takesEightBits || bytes.every((byte) => byte < 0x80));
  };
  const syntax = syntaxOf(isHtml ? 'html' : 'text', decoded, holds);
  return {
    part,
    text,
    isHtml,
    ways: syntax.ways.length,
    write(changes, styled, way) {
      const trims = changes.map((change) => trimmed(text, change));
      const inDecoded = isHtml ? inHtml(trims, text, origin, decoded, syntax, way) : inPlain(trims, origin, syntax, way, takesEightBits);
      if (isRefusal(inDecoded)) return inDecoded;
      const flowed = part.flowed && !part.flowed.delSp ? flow(decoded, inDecoded) : inDecoded;
      const restyled = isHtml ? restyle(decoded, styled, (span) => origin.source(span), limits) : [];
      if (isRefusal(restyled)) return restyled;
      const layers = layersOf(body, part);
      const splices = inBytes([...flowed, ...restyled], decoded, layers, charset);
      if (isRefusal(splices)) return splices;
      if (splices.length === 0) return [];
      if (overlapping(splices)) return { refused: 'its changes meet in the file' };
      const lineEnd = body.includes(10)
        ? lineEndAt(latin1(body), 0)
        : mail[at.start - 1] === 10 && mail[at.start - 2] === 13
          ? '\r\n'
          : '\n';
      const written = writeTransfer(body, layers.transfer, part.encoding, splices, !isWide(charset), lineEnd);
      return isRefusal(written) ? written : [difference(body, written, at.start)];
    },
  };
}

/** What new words are written in: nothing but ASCII where the charset is not named, or nobody knows it. */
function charsetOf(label: string): string {
  try {
    return label === '' ? 'us-ascii' : (new TextDecoder(label), label);
  } catch {
    return 'us-ascii';
  }
}

function inHtml(
  changes: readonly Change[],
  text: string,
  origin: OffsetMap,
  html: string,
  syntax: Syntax,
  way: number,
): readonly Change[] | Refusal {
  const goes = ({ start, end }: Span, read: string): boolean => syntax.goes(html.slice(start, end), read);
  return toSource(changes, text, (span) => origin.source(span), goes, syntax.ways[way]);
}

/** In plain text all that can stand between two signs is a soft line break, which goes with them. */
function inPlain(
  changes: readonly Change[],
  origin: OffsetMap,
  syntax: Syntax,
  way: number,
  takesEightBits: boolean,
): readonly Change[] | Refusal {
  const out: Change[] = [];
  for (const change of changes) {
    const at = origin.source(change);
    const words = at && syntax.ways[way](change.text, at.start);
    if (!at) return NOT_EXACT;
    if (words === undefined)
      return {
        refused: `its ${takesEightBits ? 'charset has no sign for' : 'charset, or a transfer of seven bits, cannot hold'} all of “${change.text}”`,
      };
    out.push({ ...at, text: words });
  }
  return out;
}

/** From the text that mailparser decoded to the bytes that the transfer encoding holds. */
function inBytes(
  changes: readonly Change[],
  decoded: string,
  { decoded: charsetLayer, lines }: BodyLayers,
  charset: string,
): Splice[] | Refusal {
  const same = agreement(decoded, lines.text);
  const splices: Splice[] = [];
  for (const { start, end, text } of changes) {
    const inLines = same.source({ start, end });
    const inText = inLines && lines.map.source(inLines);
    const at = inText && charsetLayer.map.source(inText);
    if (!at) return NOT_EXACT;
    const bytes = encodeCharset(text.replaceAll('\n', lineEndAt(charsetLayer.text, inText.start)), charset);
    if (!bytes) return { refused: `its charset has no sign for all of “${text}”` };
    splices.push({ ...at, bytes });
  }
  return splices;
}

/** The smallest splice that makes one body of the other. */
function difference(old: Uint8Array, now: Uint8Array, base: number): Splice {
  const shorter = Math.min(old.length, now.length);
  let before = 0;
  while (before < shorter && old[before] === now[before]) before += 1;
  let after = 0;
  while (after < shorter - before && old[old.length - 1 - after] === now[now.length - 1 - after]) after += 1;
  return { start: base + before, end: base + old.length - after, bytes: now.slice(before, now.length - after) };
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

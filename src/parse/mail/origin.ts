import { chain, RunBuilder, shifted, type OffsetMap } from '../../text/run-map.js';
import type { Span } from '../../text/span.js';
import { decodeCharset, type DecodedText } from '../../text/charset.js';
import type { MailPart } from './mail.js';
import { decodeTransfer, type DecodedBytes } from './transfer.js';

/** A part's body, undone step by step. */
export interface BodyLayers {
  /** Bytes without their transfer encoding; the map leads to bytes of the body. */
  readonly transfer: DecodedBytes;
  /** Their text; the map leads to those bytes. */
  readonly decoded: DecodedText;
  /** The text with its lines ended by LF; the map leads to the text as it was decoded. */
  readonly lines: DecodedText;
}

/** Undoes what a part's body was written in: transfer encoding, charset, line ends. */
export function layersOf(body: Uint8Array, { encoding, charset }: Pick<MailPart, 'encoding' | 'charset'>): BodyLayers {
  const transfer = decodeTransfer(body, encoding);
  const decoded = decodeCharset(transfer.bytes, charset);
  return { transfer, decoded, lines: joinLineEnds(decoded.text) };
}

/** Decodes one part's body again, this time with the way back: units of the text, its lines ended by LF, to bytes of `mail`. */
export function decodeBody(mail: Uint8Array, body: Span, part: MailPart): DecodedText {
  const { transfer, decoded, lines } = layersOf(mail.subarray(body.start, body.end), part);
  return { text: lines.text, map: chain(lines.map, chain(decoded.map, chain(transfer.map, shifted(body.start)))) };
}

function joinLineEnds(text: string): DecodedText {
  const runs = new RunBuilder();
  let removed = 0;
  let from = 0;
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) {
    runs.add(from - removed, at - from, from, at - from, 1);
    runs.add(at - removed, 1, at, 2, 1);
    removed += 1;
    from = at + 2;
  }
  if (removed === 0) return { text, map: shifted(0) };
  runs.add(from - removed, text.length - from, from, text.length - from, 1);
  return { text: text.replaceAll('\r\n', '\n'), map: runs.build() };
}

/**
 * The way from one reading of a text to another that may differ from it. Exact only for stretches that read the same in both: before the first
 * difference, after the last, or at the same place in texts of equal length.
 */
export function agreement(read: string, other: string): OffsetMap {
  if (read === other) return shifted(0);
  const shorter = Math.min(read.length, other.length);
  let before = 0;
  while (before < shorter && read.charCodeAt(before) === other.charCodeAt(before)) before += 1;
  let after = 0;
  while (after < shorter - before && read.charCodeAt(read.length - 1 - after) === other.charCodeAt(other.length - 1 - after)) after += 1;
  const shift = other.length - read.length;
  return {
    source({ start, end }) {
      if (end <= before) return { start, end };
      if (start >= read.length - after) return { start: start + shift, end: end + shift };
      return shift === 0 && read.slice(start, end) === other.slice(start, end) ? { start, end } : undefined;
    },
    nearest: (offset) => (offset >= read.length - after ? offset + shift : Math.min(offset, Math.max(before, other.length - after))),
  };
}

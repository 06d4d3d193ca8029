import { lineIndex } from '../../text/line-index.js';
import { chain, RunBuilder, shifted, type OffsetMap } from '../../text/run-map.js';
import type { Place, SourceMap } from '../../text/source-map.js';
import type { Span } from '../../text/span.js';
import { decodeCharset } from '../../text/charset.js';
import type { Envelope } from './envelope.js';
import { agreement, decodeBody } from './origin.js';
import type { Mail, MailPart } from './mail.js';
import { findBodies } from './walker.js';

/** One part of the mail inside the draft's text. */
export interface PlacedPart {
  readonly part: MailPart;
  /** Its stretch of the draft's text. */
  readonly span: Span;
  /** From there, counted from the stretch's start, to the part's decoded text as mailparser gives it. */
  readonly origin: OffsetMap;
}

/** The source map of a mail. The walk over the mail is put off until a place is asked for, and done once. */
export function mailMap(
  file: string,
  source: string | Uint8Array,
  envelope: Envelope,
  mail: Mail,
  placed: readonly PlacedPart[],
): SourceMap {
  const once = <T>(make: () => T): (() => T) => {
    let made: { value: T } | undefined;
    return () => (made ??= { value: make() }).value;
  };
  const bodies = once(() => findBodies(envelope.bytes, mail.parts));
  const toSource = once(() => (typeof source === 'string' ? chain(envelope.toFile, unitsOfUtf8(source)) : envelope.toFile));
  const lines = once(() => lineIndex(source));
  const origins = new Map(placed.map((entry) => [entry, once(() => fromDecoded(entry.part, envelope, bodies(), toSource()))]));
  const partLines = new Map(placed.map((entry) => [entry, once(() => lineIndex(entry.part.text ?? ''))]));

  /** The part that holds the start of `at`, and the stretch counted in it; the last part before it for a start that lies between two. */
  const find = (at: Span): { entry: PlacedPart; local: Span; isWhole: boolean } => {
    const entry = placed.findLast(({ span }) => span.start <= at.start) ?? placed[0];
    const start = Math.min(Math.max(at.start, entry.span.start), entry.span.end);
    const end = Math.min(Math.max(at.end, start), entry.span.end);
    const isWhole = start === at.start && end === at.end;
    return { entry, local: { start: start - entry.span.start, end: end - entry.span.start }, isWhole };
  };

  /** Where the last column was counted: places are mostly asked for in order, and a line may be the whole mail. */
  let counted = { lineStart: 0, offset: 0, units: 0 };
  const column = (offset: number, lineStart: number, part: MailPart): number => {
    if (typeof source === 'string' || part.encoding === 'base64' || part.encoding === 'quoted-printable') return offset - lineStart + 1;
    const from = counted.lineStart === lineStart && counted.offset <= offset ? counted : { offset: lineStart, units: 0 };
    const units = from.units + decodeCharset(source.subarray(from.offset, offset), part.charset).text.length;
    counted = { lineStart, offset, units };
    return units + 1;
  };

  return {
    source(at) {
      const { entry, local, isWhole } = find(at);
      const decoded = isWhole ? entry.origin.source(local) : undefined;
      return decoded && origins.get(entry)?.().source(decoded);
    },
    locate(at): Place {
      const { entry, local, isWhole } = find(at);
      const decoded = entry.origin.source(local);
      const decodedStart = decoded?.start ?? entry.origin.nearest(local.start);
      const way = origins.get(entry)?.() ?? shifted(0);
      const exact = decoded && isWhole ? way.source(decoded) : undefined;
      const start = exact?.start ?? way.nearest(decodedStart);
      const from = lines().at(start);
      const to = exact && lines().at(exact.end);
      return {
        file,
        part: entry.part.number,
        line: from.line,
        column: column(start, from.start, entry.part),
        ...(exact && to && { endLine: to.line, endColumn: column(exact.end, to.start, entry.part) }),
        ...(exact && typeof source !== 'string' && { bytes: [exact.start, exact.end] as const }),
        partLine: partLines.get(entry)?.().at(decodedStart).line,
      };
    },
  };
}

/** From a part's decoded text to units of the source as it was given. */
function fromDecoded(part: MailPart, envelope: Envelope, bodies: ReadonlyMap<MailPart, Span>, toSource: OffsetMap): OffsetMap {
  const body = bodies.get(part);
  if (!body) return { source: () => undefined, nearest: () => 0 };
  const decoded = decodeBody(envelope.bytes, body, part);
  return chain(agreement(part.text ?? '', decoded.text), chain(decoded.map, toSource));
}

/** From offsets in the UTF-8 bytes of a string to its UTF-16 units. A lone surrogate is three bytes there, as it is in `TextEncoder`. */
function unitsOfUtf8(text: string): OffsetMap {
  const runs = new RunBuilder();
  let byte = 0;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    const units = code > 0xffff ? 2 : 1;
    const bytes = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    runs.add(byte, bytes, at, units, bytes);
    byte += bytes;
    at += units;
  }
  return runs.build();
}

import { lazyMap, RunBuilder, shifted, type OffsetMap } from './run-map.js';

/** Text with the way back to its bytes. */
export interface DecodedText {
  readonly text: string;
  readonly map: OffsetMap;
}

/** What bytes 0x80 to 0x9f are in windows-1252. Node's own decoder takes them for controls (up to 22). */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Puts the signs that mail readers show in place of the C1 controls of text that claims to be iso-8859-1. */
export function showWindowsSigns(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (sign) => WINDOWS_1252[sign.charCodeAt(0) - 0x80]);
}

/** Whether a charset label means iso-8859-1, ASCII or windows-1252, which mail readers take for one and the same. */
export function isLatin1(label: string): boolean {
  return decoderFor(label).encoding === 'windows-1252';
}

/**
 * Decodes bytes by a charset label and says where each unit came from. A label that nobody knows, an empty one and ASCII are read as UTF-8, as mailparser
 * does. Bytes that are not valid become U+FFFD; nothing throws.
 */
export function decodeCharset(bytes: Uint8Array, label: string): DecodedText {
  const decoder = decoderFor(readsAsUtf8(label) ? 'utf-8' : label);
  if (decoder.encoding === 'windows-1252') return { text: showWindowsSigns(decoder.decode(bytes)), map: shifted(0) };
  if (decoder.encoding.startsWith('utf-16')) return decodeWide(bytes, label);
  const text = decoder.decode(bytes);
  // One unit a byte: a single-byte charset, or nothing but ASCII.
  if (text.length === bytes.length && decoder.encoding !== 'iso-2022-jp' && decoder.encoding !== 'big5') return { text, map: shifted(0) };
  return decoder.encoding === 'iso-2022-jp'
    ? decodeEscaped(bytes)
    : { text, map: lazyMap(() => decodeStepwise(bytes, decoder.encoding).map) };
}

/** Whether bytes are valid in the charset they are read as. */
export function isValid(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(encodingOf(label), { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The name of the encoding (WHATWG) that text with this label is read in. */
export function encodingOf(label: string): string {
  return decoderFor(readsAsUtf8(label) ? 'utf-8' : label).encoding;
}

/** Whether mailparser leaves text with this label to be read as UTF-8. */
function readsAsUtf8(label: string): boolean {
  return /^(?:|ascii|usascii|utf8)$/.test(label.toLowerCase().replace(/[^a-z0-9]+/g, ''));
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> {
  const name = label.trim().toLowerCase();
  for (const candidate of [
    name,
    name
      .replace(/^win(?:dows)?[-_]?(\d+)$/, 'windows-$1')
      .replace(/^(?:latin|iso)?[-_]?(?:8859)?[-_]?(\d{1,2})(?::\d+)?$/, 'iso-8859-$1')
      .replace(/^utf[-_]?(\d+)/, 'utf-$1')
      .replace(/^(?:ms|cp)[-_]?936$/, 'gbk')
      .replace(/^(?:ms|cp)[-_]?949$/, 'euc-kr')
      .replace(/^(?:ms|cp)[-_]?950$/, 'big5')
      .replace(/^(?:ms|cp)[-_]?932$/, 'shift_jis'),
  ]) {
    try {
      return new TextDecoder(candidate, { ignoreBOM: true });
    } catch {
      // An unknown label: the next spelling, then UTF-8.
    }
  }
  return new TextDecoder('utf-8', { ignoreBOM: true });
}

/** UTF-16: two bytes a unit, and a byte order mark that decides over the label. */
function decodeWide(bytes: Uint8Array, label: string): DecodedText {
  const marked = bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined;
  const skipped = marked ? 2 : 0;
  const text = new TextDecoder(marked ?? decoderFor(label).encoding, { ignoreBOM: true }).decode(bytes.subarray(skipped));
  const runs = new RunBuilder();
  const whole = Math.min(text.length, (bytes.length - skipped) >> 1);
  runs.add(0, whole, skipped, whole * 2, 1);
  if (text.length > whole) runs.add(whole, text.length - whole, skipped + whole * 2, bytes.length - skipped - whole * 2);
  return { text, map: runs.build() };
}

/** Any other charset: stretches of ASCII at once, the rest byte by byte, each sign belonging to the bytes read since the one before it. */
function decodeStepwise(bytes: Uint8Array, encoding: string): DecodedText {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const { emit, done } = collect();
  let from = 0;
  let at = 0;
  while (at < bytes.length) {
    if (at === from) {
      let end = at;
      while (end < bytes.length && bytes[end] < 0x80) end += 1;
      if (end > at) {
        emit(decoder.decode(bytes.subarray(at, end), { stream: true }), at, end, true);
        from = at = end;
        continue;
      }
    }
    const piece = decoder.decode(bytes.subarray(at, at + 1), { stream: true });
    at += 1;
    if (piece !== '') {
      // What follows a broken sequence comes out together with it; the two are not told apart.
      emit(piece, from, at, false);
      from = at;
    }
  }
  emit(decoder.decode(), from, at, false);
  return done();
}

const ESCAPE = 0x1b;

/** ISO-2022-JP: from an escape to the one that leads back to ASCII the bytes mean nothing alone, so such a stretch maps as a whole. */
function decodeEscaped(bytes: Uint8Array): DecodedText {
  const decoder = new TextDecoder('iso-2022-jp');
  const { emit, done } = collect();
  let at = 0;
  while (at < bytes.length) {
    let end = bytes.indexOf(ESCAPE, at);
    if (end < 0) end = bytes.length;
    if (end > at) emit(decoder.decode(bytes.subarray(at, end), { stream: true }), at, end, true);
    at = end;
    if (at === bytes.length) break;
    do end = bytes.indexOf(ESCAPE, end + 1);
    while (end >= 0 && !(bytes[end + 1] === 0x28 && (bytes[end + 2] === 0x42 || bytes[end + 2] === 0x4a)));
    end = end < 0 ? bytes.length : end + 3;
    emit(decoder.decode(bytes.subarray(at, end), { stream: true }), at, end, false);
    at = end;
  }
  emit(decoder.decode(), at, at, false);
  return done();
}

/** Gathers decoded pieces and their runs. A piece with as many units as bytes maps unit for unit where `isAscii`; any other as a whole. */
function collect(): { emit: (piece: string, from: number, to: number, isAscii: boolean) => void; done: () => DecodedText } {
  const runs = new RunBuilder();
  const pieces: string[] = [];
  let length = 0;
  return {
    emit(piece, from, to, isAscii) {
      pieces.push(piece);
      runs.add(length, piece.length, from, to - from, isAscii && piece.length === to - from ? 1 : piece.length);
      length += piece.length;
    },
    done: () => ({ text: pieces.join(''), map: runs.build() }),
  };
}

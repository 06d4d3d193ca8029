import { RunBuilder, type OffsetMap } from './run-map.js';

/** Carries offsets of a text to the bytes of its UTF-8, which begin at byte `base`. Half of a surrogate pair has no bytes of its own. */
export function utf8Map(text: string, base = 0): OffsetMap {
  const runs = new RunBuilder();
  let from = 0;
  let bytes = base;
  let width = 1;
  const close = (to: number): void => {
    runs.add(from, to - from, bytes, (to - from) * width, 1);
    bytes += (to - from) * width;
    from = to;
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isPair(text, at, code)) {
      close(at);
      runs.add(at, 2, bytes, 4, 2);
      bytes += 4;
      at += 1;
      from = at + 1;
      continue;
    }
    const wanted = code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
    if (wanted !== width) {
      close(at);
      width = wanted;
    }
  }
  close(text.length);
  return runs.build();
}

function isPair(text: string, at: number, code: number): boolean {
  return (code & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}

import type { Span } from 'replylint/rule';

const EMOTICON = /(?<=^|\s)(?:[:;=]-?[)(DPp]|<3|:'\(|\^_\^|[xX]D)(?=$|[\s.,!?])/g;

/** Emoji and emoticons in a stretch; a face with its skin tone or joined parts is one. Ticks, stars and arrows that serve as bullets are none. */
export function emojiIn(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let joined = -1;
  let emoticons = false;
  for (let at = start; at < end;) {
    const unit = text.charCodeAt(at);
    if (unit < 0x200d) {
      emoticons ||= mayBeFace(text, at, unit);
      at += 1;
      continue;
    }
    const code = text.codePointAt(at) ?? 0;
    const size = code > 0xffff ? 2 : 1;
    const last = found[found.length - 1];
    if (isPart(code) && last && last.end === at) {
      found[found.length - 1] = { start: last.start, end: at + size };
      joined = code === 0x200d ? at + size : -1;
    } else if (isEmoji(code)) {
      if (
        last &&
        (joined === at || (isFlag(code) && last.end === at && last.end - last.start === 2 && isFlag(text.codePointAt(last.start) ?? 0)))
      )
        found[found.length - 1] = { start: last.start, end: at + size };
      else found.push({ start: at, end: at + size });
    }
    at += size;
  }
  if (emoticons)
    for (const match of text.slice(start, end).matchAll(EMOTICON))
      found.push({ start: start + match.index, end: start + match.index + match[0].length });
  return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
}

/** Every emoticon holds one of these; most text holds none. */
function mayBeFace(text: string, at: number, code: number): boolean {
  return (code >= 58 && code <= 61) || code === 94 || (code === 68 && (text[at - 1] === 'x' || text[at - 1] === 'X'));
}

/** Ranges of Unicode's emoji charts: faces, hands, things, flags; of the older signs only those that are always drawn as pictures. */
function isEmoji(code: number): boolean {
  return (code >= 0x1f300 && code <= 0x1faff && !(code >= 0x1f3fb && code <= 0x1f3ff)) || isFlag(code) || OLDER.has(code);
}

const OLDER = new Set([
  0x2600, 0x2601, 0x2614, 0x2639, 0x263a, 0x2665, 0x2728, 0x2744, 0x2763, 0x2764, 0x26a1, 0x2b50, 0x270a, 0x270b, 0x270c,
]);

function isFlag(code: number): boolean {
  return code >= 0x1f1e6 && code <= 0x1f1ff;
}

/** Variation selectors, joiners and skin tones: they belong to the sign before them. */
function isPart(code: number): boolean {
  return code === 0xfe0f || code === 0x200d || (code >= 0x1f3fb && code <= 0x1f3ff);
}

const OPEN_HOLE = ['{{{', '{{', '{%', '{!', '${', '%{', '#{', '{', '[[', '[', '<<', '<', '«', '*|', '%%', '%'];
const CLOSE_HOLE: Readonly<Record<string, string>> = {
  '{{{': '}}}',
  '{{': '}}',
  '{%': '%}',
  '[[': ']]',
  '[': ']',
  '<<': '>>',
  '<': '>',
  '«': '»',
  '*|': '|*',
  '%%': '%%',
  '%': '%',
};
const MOST_HOLE = 120;

/** End of the merge field or bracketed slot that begins at `at`; `at` itself when there is none. */
export function placeholderEnd(text: string, at: number, to: number): number {
  const sign = text.charCodeAt(at);
  if (sign !== 123 && sign !== 91 && sign !== 60 && sign !== 37 && sign !== 36 && sign !== 35 && sign !== 42 && sign !== 0xab) return at;
  for (const open of OPEN_HOLE) {
    if (!text.startsWith(open, at)) continue;
    const close = CLOSE_HOLE[open] ?? '}';
    const window = text.slice(at + open.length, Math.min(to, at + MOST_HOLE));
    const found = window.indexOf(close);
    // Addresses and links stand in brackets, too.
    if (found < 1 || /[\n@]|:\/\//u.test(window.slice(0, found)) || (open === '[' && window[found + 1] === '(')) return at;
    return at + open.length + found + close.length;
  }
  return at;
}

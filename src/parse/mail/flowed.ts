import { RunBuilder, type OffsetMap } from '../../text/run-map.js';

const SPACE = 32;
const QUOTE = 62;

/**
 * Joins the soft-wrapped lines of format=flowed text (RFC 3676): a line that ends in a space goes on in the next one when both are quoted as deeply
 * and neither is the signature separator `-- `. With `delSp` that space goes too. A space of stuffing at the start of an unquoted line goes.
 * Done here because mailparser joins quoted lines to unquoted ones.
 */
export function unwrapFlowed(text: string, delSp: boolean): { readonly text: string; readonly map: OffsetMap } {
  const runs = new RunBuilder();
  const pieces: string[] = [];
  let length = 0;
  const copy = (from: number, to: number): void => {
    pieces.push(text.slice(from, to));
    runs.add(length, to - from, from, to - from, 1);
    length += to - from;
  };
  /** Quote depth of the paragraph that the next line may go on with; -1 for none. */
  let open = -1;
  let start = 0;
  while (start < text.length) {
    const lineFeed = text.indexOf('\n', start);
    const end = lineFeed < 0 ? text.length : lineFeed;
    let prefix = start;
    while (prefix < end && text.charCodeAt(prefix) === QUOTE) prefix += 1;
    const depth = prefix - start;
    const content = text.charCodeAt(prefix) === SPACE && prefix < end ? prefix + 1 : prefix;
    const isSeparator = end - content === 3 && text.startsWith('-- ', content);
    if (open >= 0 && (open !== depth || isSeparator)) {
      // The soft line turned out to end its paragraph: its line end counts after all.
      copy(start - 1, start);
      open = -1;
    }
    const isSoft = end > content && text.charCodeAt(end - 1) === SPACE && !isSeparator && lineFeed >= 0;
    if (open < 0 && depth > 0) copy(start, content);
    copy(content, isSoft && delSp ? end - 1 : end);
    open = isSoft ? depth : -1;
    if (!isSoft && lineFeed >= 0) copy(end, end + 1);
    start = end + 1;
  }
  return { text: pieces.join(''), map: runs.build() };
}

import type { Limits } from '../source.js';
import { Decoder } from './decode.js';
import type { Fault } from './fault.js';
import type { Value, Written } from './value.js';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const NAME = /[\p{L}_:][\p{L}\p{N}_:.-]*/uy;
const ATTRIBUTE = /\s+([\p{L}_:][\p{L}\p{N}_:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;

/** A stretch of text inside an element: as it stands, or between the brackets of CDATA, in which no reference is one. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly raw: boolean;
}

interface Open {
  readonly name: string;
  readonly start: number;
  readonly fields: Map<string, Value[]>;
  readonly pieces: Piece[];
}

/**
 * Reads the XML that exports are written in: an element with elements in it is a map from their names (a list where one is there twice, attributes under
 * `@name`), any other is a text. Entities that a document defines itself are refused with it. Linear; nested deeper than `limits.depth` is a fault.
 */
export function readXml(text: string, limits: Pick<Limits, 'depth'>): Value | Fault {
  const open: Open[] = [{ name: '', start: 0, fields: new Map(), pieces: [] }];
  let pos = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (pos < text.length) {
    const holder = open.at(-1)!;
    if (text[pos] !== '<') {
      const next = text.indexOf('<', pos);
      const end = next < 0 ? text.length : next;
      holder.pieces.push({ start: pos, end, raw: false });
      pos = end;
    } else if (text.startsWith('<!--', pos)) {
      const end = text.indexOf('-->', pos + 4);
      if (end < 0) return { fault: 'a comment is never closed', offset: pos };
      pos = end + 3;
    } else if (text.startsWith('<![CDATA[', pos)) {
      const end = text.indexOf(']]>', pos + 9);
      if (end < 0) return { fault: 'a CDATA section is never closed', offset: pos };
      holder.pieces.push({ start: pos + 9, end, raw: true });
      pos = end + 3;
    } else if (text.startsWith('<?', pos)) {
      const end = text.indexOf('?>', pos);
      if (end < 0) return { fault: 'a <? is never closed', offset: pos };
      pos = end + 2;
    } else if (text.startsWith('<!', pos)) return { fault: 'a DOCTYPE is not read; take it out', offset: pos };
    else if (text[pos + 1] === '/') {
      const name = nameAt(text, pos + 2);
      if (open.length === 1 || name !== holder.name) return { fault: `</${name}> closes nothing that is open here`, offset: pos };
      const end = text.indexOf('>', pos);
      if (end < 0) return { fault: 'the file ends inside a tag', offset: pos };
      open.pop();
      put(open.at(-1)!, name, close(text, holder, end + 1));
      pos = end + 1;
    } else {
      const name = nameAt(text, pos + 1);
      if (name === '') return { fault: 'a < where no tag begins; write &lt;', offset: pos };
      if (open.length > limits.depth) return { fault: `nested deeper than ${limits.depth} levels (limit depth)`, offset: pos };
      const element: Open = { name, start: pos, fields: new Map(), pieces: [] };
      let at = pos + 1 + name.length;
      for (ATTRIBUTE.lastIndex = at; ; at = ATTRIBUTE.lastIndex) {
        const match = ATTRIBUTE.exec(text);
        if (!match) break;
        const value = match[2] ?? match[3];
        const start = ATTRIBUTE.lastIndex - 1 - value.length;
        const piece = { start, end: start + value.length, raw: false };
        put(element, `@${match[1]}`, { kind: 'text', ...piece, read: () => decode(text, [piece]) });
      }
      const end = /\s*(\/?)>/y;
      end.lastIndex = at;
      const tail = end.exec(text);
      if (!tail) return { fault: `the tag <${name} is not well formed`, offset: pos };
      pos = end.lastIndex;
      if (tail[1] === '/') put(holder, name, close(text, element, pos));
      else open.push(element);
    }
  }
  const [root, unclosed] = open;
  if (unclosed) return { fault: `<${open.at(-1)!.name}> is never closed`, offset: open.at(-1)!.start };
  return asMap(root, text.length);
}

function nameAt(text: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(text)?.[0] ?? '';
}

function put({ fields }: Open, name: string, value: Value): void {
  const known = fields.get(name);
  if (known) known.push(value);
  else fields.set(name, [value]);
}

function close(text: string, element: Open, end: number): Value {
  const { fields, pieces, start } = element;
  if ([...fields.keys()].some((name) => !name.startsWith('@'))) return asMap(element, end);
  return { kind: 'text', start, end, read: () => decode(text, pieces) };
}

function asMap({ fields, start }: Open, end: number): Value {
  const one = (values: readonly Value[]): Value =>
    values.length === 1 ? values[0] : { kind: 'list', start: values[0].start, end: values.at(-1)!.end, items: values };
  return { kind: 'map', start, end, fields: new Map([...fields].map(([name, values]) => [name, one(values)])) };
}

/** The text of an element: references decoded, CDATA as it stands, one after the other. Line ends are told as they are read everywhere. */
function decode(file: string, pieces: readonly Piece[]): Written {
  const decoder = new Decoder();
  // White space around a CDATA section is layout.
  const blank = pieces.some(({ raw }) => raw);
  for (const { start, end, raw } of pieces) {
    if (raw) decoder.exact(file, start, end);
    else if (!blank || file.slice(start, end).trim() !== '') decodeReferences(decoder, file, start, end);
  }
  return decoder.build();
}

function decodeReferences(decoder: Decoder, file: string, start: number, end: number): void {
  const text = file.slice(start, end);
  let from = 0;
  for (const match of text.matchAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi)) {
    const code = match[1] !== undefined ? Number.parseInt(match[1], 16) : match[2] !== undefined ? Number(match[2]) : undefined;
    const sign = code === undefined ? NAMED[match[3]] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (sign === undefined) continue;
    decoder.exact(file, start + from, start + match.index);
    from = match.index + match[0].length;
    decoder.whole(sign, start + match.index, start + from);
  }
  decoder.exact(file, start + from, end);
}

import type { Look, TextBuilder } from './builder.js';
import { readTag } from './html-scan.js';

/** How white space of a text node is shown: collapsed, kept (`pre`), or kept only at line ends (`pre-line`). */
export type Space = 'normal' | 'pre' | 'pre-line';

/** The part of a text node that came from one stretch of the source; `exact` when unit for unit. */
interface Part {
  readonly at: number;
  readonly length: number;
  readonly source: number;
  readonly sourceLength: number;
  readonly exact: boolean;
}

const REFERENCE = /&(?:#(?:[xX][0-9a-fA-F]+|[0-9]+);?|[A-Za-z][A-Za-z0-9]*;?)/y;
/** Second signs of the named references that stand for two (HTML, §13.5). */
const SECOND = /[\u0338\u20d2\u20e5\ufe00\u0333\u200aj]/;

/**
 * Where each part of a text node stands between `start` and `end` of the HTML it was parsed from. References, line ends and tags that browsers pass over
 * are followed step by step; from where the two differ otherwise (text moved out of a table) the origin is unknown and no part tells of it.
 */
function alignText(html: string, start: number, end: number, value: string): Part[] {
  if (end - start === value.length && html.startsWith(value, start))
    return [{ at: 0, length: value.length, source: start, sourceLength: value.length, exact: true }];
  const parts: Part[] = [];
  let from = start;
  let fromAt = 0;
  let s = start;
  let v = 0;
  const flush = (): void => {
    if (v > fromAt) parts.push({ at: fromAt, length: v - fromAt, source: from, sourceLength: s - from, exact: true });
  };
  const jump = (units: number, sourceUnits: number): void => {
    flush();
    if (units > 0) parts.push({ at: v, length: units, source: s, sourceLength: sourceUnits, exact: false });
    v += units;
    s += sourceUnits;
    fromAt = v;
    from = s;
  };
  while (v < value.length && s < end) {
    const sign = html.charCodeAt(s);
    if (sign === 38) {
      const [units, sourceUnits] = reference(html, s, end, value, v);
      if (units > 0) {
        jump(units, sourceUnits);
        continue;
      }
    } else if (sign === 13 && value.charCodeAt(v) === 10) {
      jump(1, html.charCodeAt(s + 1) === 10 ? 2 : 1);
      continue;
    } else if (sign === 60) {
      const tag = readTag(html, s);
      if (tag.name !== undefined) {
        jump(0, tag.end - s);
        continue;
      }
    }
    if (sign !== value.charCodeAt(v)) break;
    s += 1;
    v += 1;
  }
  flush();
  return parts;
}

/** Units of the value and of the source that the reference at `s` takes; zeros when its `&` is plain text. */
function reference(html: string, s: number, end: number, value: string, v: number): readonly [units: number, sourceUnits: number] {
  REFERENCE.lastIndex = s;
  const written = REFERENCE.exec(html)?.[0] ?? '';
  if (written === '' || s + written.length > end) return [0, 0];
  const sign = value.codePointAt(v) ?? 0;
  const units = sign > 0xffff ? 2 : 1;
  if (written[1] === '#') return [units, written.length];
  if (value[v] === '&') return /^&(?:amp|AMP)/.test(written) ? [1, written[4] === ';' ? 5 : 4] : [0, 0];
  // Old references may lack their semicolon: the rest of the name is then text and stands in the value too.
  if (units === 1 && (sign <= 0xff || '<>"'.includes(value[v])))
    for (let length = Math.min(written.length, 7); length >= 3; length -= 1) {
      const rest = written.slice(length);
      if (rest !== ';' && rest !== '' && value.startsWith(rest, v + 1) && OLD.has(written.slice(1, length))) return [1, length];
    }
  if (!written.endsWith(';')) return [units, written.length];
  const second = value[v + units] ?? '';
  const two = SECOND.test(second) && html[s + written.length] !== second;
  return [units + (two ? 1 : 0), written.length];
}

/** Names that HTML also knows without a semicolon (HTML, §13.5). */
const OLD = new Set(
  (
    'lt gt quot LT GT QUOT copy COPY reg REG nbsp iexcl cent pound curren yen brvbar sect uml ordf laquo not shy macr deg plusmn sup2 sup3 acute micro para ' +
    'middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc ' +
    'Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ' +
    'ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
  ).split(' '),
);

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13 || code === 12;
}

/** Lays one text node out, with its white space as a browser shows it. */
export function layText(builder: TextBuilder, html: string, start: number, end: number, value: string, space: Space, look: Look): void {
  let done = 0;
  for (const part of alignText(html, start, end, value)) {
    layPart(builder, value.slice(part.at, part.at + part.length), part, space, look);
    done = part.at + part.length;
  }
  // The origin of what is left is not known; its words still count.
  if (done < value.length) layPart(builder, value.slice(done), undefined, space, look);
}

function layPart(builder: TextBuilder, value: string, part: Part | undefined, space: Space, look: Look): void {
  const put = (from: number, to: number): void => {
    if (to === from) return;
    const piece = from === 0 && to === value.length ? value : value.slice(from, to);
    if (!part) builder.blurred(piece, look);
    else if (part.exact) builder.exact(piece, part.source + from, look);
    else builder.whole(piece, part.source, part.sourceLength, look);
  };
  let from = 0;
  let i = 0;
  while (i < value.length) {
    const code = value.charCodeAt(i);
    if (!isSpace(code)) {
      i += 1;
      continue;
    }
    const line = code === 10 || (code === 13 && value.charCodeAt(i + 1) !== 10);
    if (space !== 'normal' && line) {
      put(from, i);
      builder.lineBreak();
      i += 1;
    } else if (space === 'pre') {
      i += 1;
      continue;
    } else if (code === 32 && i > from && i + 1 < value.length && !isSpace(value.charCodeAt(i + 1))) {
      i += 1;
      continue;
    } else {
      let to = i + 1;
      while (to < value.length && isSpace(value.charCodeAt(to)) && (space === 'normal' || value.charCodeAt(to) !== 10)) to += 1;
      put(from, i);
      if (part) builder.space(part.exact ? part.source + i : part.source, part.exact ? to - i : part.sourceLength, look);
      else builder.space(-1, 0, look);
      i = to;
    }
    from = i;
  }
  put(from, i);
}

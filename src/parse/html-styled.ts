import type { Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { readTag, scanHtml } from './html-scan.js';
import type { Limits } from './source.js';

/** An attribute as it is written. */
export interface Attribute {
  /** Lower case. */
  readonly name: string;
  /** The whole attribute, with the blank before it. */
  readonly start: number;
  readonly end: number;
  /** The value between its quotes, references not decoded; empty where there is none. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** An element with attributes that may give it a look of its own. */
export interface StyledElement {
  readonly tag: string;
  readonly start: number;
  /** Offset after the start tag. */
  readonly inside: number;
  /** Offset after the element. */
  readonly end: number;
  readonly attributes: readonly Attribute[];
}

const STYLING = new Set(['style', 'face', 'size', 'color', 'bgcolor']);

/** The elements of an HTML text whose own attributes say how they look, outer before inner. Offsets count in `html`. Empty for HTML that is refused. */
export function styledElements(html: string, limits: Pick<Limits, 'depth' | 'work'>): StyledElement[] {
  const scan = scanHtml(html, limits);
  if ('refused' in scan) return [];
  const fragment = !/<(?:!doctype|html|head|body)\b/i.test(scan.html);
  const tree: Root = unified().use(rehypeParse, { fragment }).parse(scan.html);
  const found: StyledElement[] = [];
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type !== 'element' && node.type !== 'root') continue;
    for (let i = node.children.length - 1; i >= 0; i -= 1) open.push(node.children[i]);
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (node.type !== 'element' || start === undefined || end === undefined) continue;
    const { end: inside } = readTag(html, start);
    const attributes = attributesOf(html, start, inside);
    if (attributes.some(({ name }) => STYLING.has(name))) found.push({ tag: node.tagName, start, inside, end, attributes });
  }
  return found;
}

const ATTRIBUTE = /\s*[\s/]([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/y;

function attributesOf(html: string, start: number, end: number): Attribute[] {
  const found: Attribute[] = [];
  ATTRIBUTE.lastIndex = start + 1;
  while (html[ATTRIBUTE.lastIndex] !== undefined && /[^\s/>]/.test(html[ATTRIBUTE.lastIndex])) ATTRIBUTE.lastIndex += 1;
  for (let at = ATTRIBUTE.lastIndex; at < end; at = ATTRIBUTE.lastIndex) {
    const match = ATTRIBUTE.exec(html);
    if (!match || ATTRIBUTE.lastIndex > end) break;
    const value = match[2] ?? match[3] ?? match[4] ?? '';
    const quotes = match[4] === undefined && (match[2] !== undefined || match[3] !== undefined) ? 1 : 0;
    const valueEnd = ATTRIBUTE.lastIndex - quotes;
    found.push({ name: match[1].toLowerCase(), start: at, end: ATTRIBUTE.lastIndex, valueStart: valueEnd - value.length, valueEnd });
  }
  return found;
}

/** Whether a stretch of HTML shows any sign: what is not a tag, a comment, a blank or a reference to one. */
export function showsText(html: string, start: number, end: number): boolean {
  for (let at = start; at < end;) {
    const open = html.indexOf('<', at);
    const stop = open < 0 || open > end ? end : open;
    if (/\S/.test(html.slice(at, stop).replace(/&(?:nbsp|#160|#xa0|#8203|zwnj|#65279);?/gi, ' '))) return true;
    if (stop === end) return false;
    const tag = readTag(html, stop);
    if (tag.name === undefined) return true;
    at = tag.end;
  }
  return false;
}

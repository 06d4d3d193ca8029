import type { Element, Nodes, Root, Text } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Style } from '../draft/draft.js';
import type { OffsetMap } from '../text/run-map.js';
import type { Problem } from '../text/problem.js';
import { placedLinks, TextBuilder, type Built, type Look, type ParsedLink } from './builder.js';
import { blockKind, edgeOf, isDataTable, isHidden, settingOf } from './html-elements.js';
import { beginsOriginal, nestRole, roleOf } from './html-roles.js';
import { readTag, scanHtml } from './html-scan.js';
import { layText, type Space } from './html-text.js';
import { markupPlaces, sourceMap, type Limits, type Parsed, type Parser } from './source.js';
import { inherit, inheritOld } from './style.js';
import { cascade, readDeclarations, StyleSheet, type Declarations, type Subject } from './style-sheet.js';

/** What HTML says, without a file around it. */
export interface ParsedHtml extends Omit<Parsed, 'map' | 'links'> {
  readonly links: readonly ParsedLink[];
  /** Carries offsets of the text to the HTML string. */
  readonly origin: OffsetMap;
}

/** Reads an HTML file. */
export const parseHtmlSource: Parser = (source, limits): Parsed | Problem => {
  const html = String(source.content);
  const parsed = parseHtml(html, limits);
  if ('code' in parsed) return { ...parsed, file: source.name };
  const { origin, links, ...rest } = parsed;
  return { ...rest, links: placedLinks(links, markupPlaces(source, html)), map: sourceMap(source, html, origin) };
};

/**
 * The text of an HTML document or fragment as a browser shows it: blocks begin lines, white space collapses, references are decoded, and what is hidden
 * is left out. Offsets count in `html`. HTML that no parser can read in linear time is a problem of code `too-complex`.
 */
export function parseHtml(html: string, limits: Pick<Limits, 'depth' | 'work'>): ParsedHtml | Problem {
  // Browsers drop NUL or show U+FFFD; the parser drops it and then miscounts a reference behind it.
  const scan = scanHtml(html.replaceAll('\0', '\ufffd'), limits);
  if ('refused' in scan) return tooComplex(`${scan.refused} (limit work)`);
  // Only a document keeps its `body` and what that says of fonts and colours.
  const fragment = !/<(?:!doctype|html|head|body)\b/i.test(scan.html);
  let tree: Root;
  try {
    tree = unified().use(rehypeParse, { fragment }).parse(scan.html);
  } catch (error) {
    // The scan has bounded the depth; should the parser find another way to exhaust the stack, that is the input's fault as well.
    if (error instanceof RangeError) return tooComplex('tags nested too deep for the HTML parser');
    throw error;
  }
  const built = new Walk(scan.html, tree).run();
  return { ...built, marked: proseInPre(built), surface: 'rich', meta: {}, problems: [] };
}

/** The share of its counted budget that an HTML text takes; 0 for one that is refused. */
export function htmlEffort(html: string, limits: Pick<Limits, 'depth' | 'work'>): number {
  const scan = scanHtml(html, limits);
  return 'effort' in scan ? scan.effort : 0;
}

function tooComplex(what: string): Problem {
  return { code: 'too-complex', message: `the HTML holds ${what}; save the reply from the mail program again, or as plain text` };
}

/** A message whose every word stands in `pre` is a plain message in HTML clothes, not a listing. */
function proseInPre({ text, marked, ...built }: Built): Built['marked'] {
  let end = 0;
  let between = '';
  for (const { span } of marked) {
    between += text.slice(end, span.start);
    end = span.end;
  }
  between += text.slice(end);
  const onlyCode = between.trim() === '' && built.blocks.every((block) => block.kind === 'code' || block.kind === 'quote');
  return onlyCode ? marked.filter((each) => each.role !== 'code') : marked;
}

/** Where the walk stands in one element. */
interface Frame {
  readonly nodes: readonly Nodes[];
  next: number;
  look: Look;
  readonly space: Space;
  readonly subject: Subject | undefined;
  readonly dataTable: boolean;
  /** Line ends at the closing edge. */
  readonly edge: number;
  readonly link: boolean;
}

const NO_DECLARATIONS: Declarations = new Map();
const PLAIN: Look = { style: {}, setting: 'text', pasted: false, block: 'paragraph', role: undefined };
/** A picture that stands for one sign, as mail programs send emoji. */
const EMOJI = /^\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f){0,12}$/u;
const DIRECTIVE = /^\s*replylint\b/;

/** One walk over a tree, with a stack of its own: depth costs no call stack. */
class Walk {
  readonly #html: string;
  readonly #tree: Root;
  readonly #builder = new TextBuilder();
  readonly #sheet = new StyleSheet();
  readonly #inline = new Map<string, Declarations>();
  readonly #stack: Frame[] = [];
  readonly #holders: Subject[] = [];

  constructor(html: string, tree: Root) {
    this.#html = html;
    this.#tree = tree;
  }

  run(): Built {
    this.#readSheets();
    const root: Frame = {
      nodes: this.#tree.children,
      next: 0,
      look: PLAIN,
      space: 'normal',
      subject: undefined,
      dataTable: false,
      edge: 0,
      link: false,
    };
    this.#stack.push(root);
    for (let frame = this.#stack.at(-1); frame; frame = this.#stack.at(-1)) {
      if (frame.next < frame.nodes.length) {
        const node = frame.nodes[frame.next];
        frame.next += 1;
        this.#visit(node, frame);
      } else {
        this.#stack.pop();
        if (frame.subject) this.#holders.pop();
        if (frame.link) this.#builder.closeLink();
        if (frame.edge > 0) this.#builder.edge(frame.edge);
      }
    }
    return this.#builder.build();
  }

  /** Mail puts its `<style>` anywhere, and it counts for all of the message. */
  #readSheets(): void {
    const open: Nodes[] = [this.#tree];
    for (let node = open.pop(); node; node = open.pop()) {
      if (node.type === 'element' && node.tagName === 'style')
        for (const child of node.children) if (child.type === 'text') this.#sheet.add(child.value);
      if (node.type === 'element' || node.type === 'root')
        for (let i = node.children.length - 1; i >= 0; i -= 1) open.push(node.children[i]);
    }
  }

  #visit(node: Nodes, frame: Frame): void {
    if (node.type === 'text') this.#text(node, frame);
    else if (node.type === 'element') this.#element(node, frame);
    // What a customer quoted may hold comments of their own, which say nothing to us.
    else if (node.type === 'comment' && DIRECTIVE.test(node.value) && frame.look.role !== 'quoted')
      this.#directive(node.position?.start.offset, node.position?.end.offset, frame);
  }

  #text(node: Text, frame: Frame): void {
    const start = node.position?.start.offset ?? 0;
    layText(this.#builder, this.#html, start, node.position?.end.offset ?? start, node.value, frame.space, frame.look);
  }

  /** A comment that speaks to the linter stands in the text, where no rule reads it: between the words of a line, or as a line of its own. */
  #directive(start: number | undefined, end: number | undefined, { nodes, next }: Frame): void {
    if (start === undefined || end === undefined) return;
    const isInline = [nodes[next - 2], nodes[next]].some((beside) => beside?.type === 'text' && beside.value.trim() !== '');
    if (isInline) return this.#builder.exact(this.#html.slice(start, end), start, { ...PLAIN, role: 'directive' });
    this.#builder.edge(1);
    this.#builder.exact(this.#html.slice(start, end), start, { ...PLAIN, role: 'directive' });
    this.#builder.edge(1);
  }

  #element(element: Element, frame: Frame): void {
    const { tagName: tag, properties } = element;
    if (tag === 'br') return this.#builder.lineBreak();
    const attribute = (name: string): string | undefined => {
      // The tree reads `size="+1"` as the number 1.
      if (tag === 'font' && name === 'size') return this.#fontSize(element);
      const value = properties[name];
      return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
    };
    const classes = Array.isArray(properties.className) ? properties.className.map(String) : [];
    const id = attribute('id');
    const subject: Subject = { tag, classes, id };
    const declared = this.#declared(subject, attribute('style'));
    if (isHidden(element, declared)) return;
    if (tag === 'img') return this.#image(element, attribute, frame);
    const { look } = frame;
    if (beginsOriginal(id)) frame.look = { ...look, role: 'quoted' };
    const role = nestRole(frame.look.role, roleOf(element, classes, id, declared));
    const dataTable = tag === 'table' ? isDataTable(element) : frame.dataTable;
    const style = this.#style(look.style, tag, attribute, declared);
    const edge = edgeOf(tag, declared);
    const link = tag === 'a' ? attribute('href') : undefined;
    if (tag === 'pre' || tag === 'listing') this.#fixStart(element);
    if (edge > 0) this.#builder.edge(edge);
    if (link !== undefined) this.#builder.openLink(link);
    this.#holders.push(subject);
    this.#stack.push({
      nodes: element.children,
      next: 0,
      look: {
        style,
        setting: settingOf(look.setting, element, declared, dataTable),
        pasted: look.pasted || (style !== look.style && isPasted(classes, declared)),
        block: blockKind(look.block, tag, dataTable, role === 'quoted'),
        role,
      },
      space: spaceOf(frame.space, tag, declared),
      subject,
      dataTable,
      edge,
      link: link !== undefined,
    });
  }

  #declared(subject: Subject, inline: string | undefined): Declarations {
    const layers = this.#sheet.empty ? [] : [...this.#sheet.matching(subject, this.#holders)];
    if (inline !== undefined) {
      const known = this.#inline.get(inline) ?? readDeclarations(inline);
      this.#inline.set(inline, known);
      layers.push(known);
    }
    return layers.length === 0 ? NO_DECLARATIONS : cascade(layers);
  }

  #style(parent: Style, tag: string, attribute: (name: string) => string | undefined, declared: Declarations): Style {
    let style = inheritOld(parent, tag, attribute);
    if (tag === 'mark') style = { ...style, background: '#ffff00' };
    else if (tag === 'small' || tag === 'big') style = inherit(style, tag === 'small' ? SMALLER : LARGER);
    return inherit(style, declared);
  }

  /** A line end right after `<pre>` is dropped; where a reference follows it, the parser places the text behind that reference. */
  #fixStart(pre: Element): void {
    const [first] = pre.children;
    const start = pre.position?.start.offset;
    if (start === undefined || first?.type !== 'text' || !first.position) return;
    const from = readTag(this.#html, start).end;
    const text = from + (/^(?:\r\n|\n|\r)/.exec(this.#html.slice(from, from + 2))?.[0].length ?? 0);
    if (text > from && this.#html[text] === '&') first.position.start.offset = text;
  }

  #fontSize(element: Element): string | undefined {
    const start = element.position?.start.offset;
    const written = start === undefined ? '' : this.#html.slice(start, readTag(this.#html, start).end);
    return /\ssize\s*=\s*["']?\s*([+-]?\d+)/i.exec(written)?.[1];
  }

  #image(element: Element, attribute: (name: string) => string | undefined, frame: Frame): void {
    const alt = attribute('alt');
    const { start, end } = element.position ?? {};
    const markup = start?.offset === undefined || end?.offset === undefined ? undefined : { start: start.offset, end: end.offset };
    if (alt !== undefined && EMOJI.test(alt) && markup) this.#builder.whole(alt, markup.start, markup.end - markup.start, frame.look);
    else this.#builder.image(attribute('src') ?? '', alt ?? attribute('ariaLabel'), markup, isOrnament(attribute));
  }
}

/** A picture of a sign or two across is there to be counted, not to be seen; others say of themselves that they are ornaments. */
function isOrnament(attribute: (name: string) => string | undefined): boolean {
  const tiny = (name: string): boolean => /^[0-3](?:px)?$/.test(attribute(name)?.trim() ?? '');
  const style = attribute('style') ?? '';
  return (
    (tiny('width') && tiny('height')) ||
    /(?:^|[;\s])(?:width|height)\s*:\s*[0-3]px/i.test(style) ||
    /^(?:presentation|none)$/i.test(attribute('role') ?? '') ||
    attribute('ariaHidden') === 'true'
  );
}

const SMALLER: Declarations = new Map([['font-size', { value: 'smaller', important: false }]]);
const LARGER: Declarations = new Map([['font-size', { value: 'larger', important: false }]]);

/** Whether Word or Outlook wrote this element. */
function isPasted(classes: readonly string[], declared: Declarations): boolean {
  if (classes.some((name) => name.startsWith('Mso'))) return true;
  for (const name of declared.keys()) if (name.startsWith('mso-')) return true;
  return false;
}

function spaceOf(outer: Space, tag: string, declared: Declarations): Space {
  const stated = declared.get('white-space')?.value.toLowerCase();
  if (stated === 'pre' || stated === 'pre-wrap' || stated === 'break-spaces') return 'pre';
  if (stated === 'pre-line') return 'pre-line';
  if (stated === 'normal' || stated === 'nowrap') return 'normal';
  return tag === 'pre' || tag === 'listing' || tag === 'xmp' || tag === 'plaintext' ? 'pre' : outer;
}

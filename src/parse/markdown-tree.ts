import type { Definition, Nodes, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { chain } from '../text/run-map.js';
import { TextBuilder, type Built, type Look } from './builder.js';
import { alignCode, alignInline } from './markdown-align.js';
import { HtmlSink, TextSink, type Sink } from './markdown-sink.js';
import type { Limits } from './source.js';
import type { Problem } from '../text/problem.js';

const COMMENT = /^\s*<!--[^]*-->\s*$/;
const DIRECTIVE = /^\s*<!--\s*replylint\b/;

/**
 * Reads Markdown that a scan has found tame. Offsets of the result count in `markdown`, of which the draft begins at `base`.
 * HTML in the draft is read as a browser would read it, so that its fonts and colours are known.
 */
export async function readMarkdown(markdown: string, base: number, gfm: boolean, look: Look, limits: Limits): Promise<Built | Problem> {
  const processor = unified().use(remarkParse);
  if (gfm) processor.use((await import('remark-gfm')).default, { singleTilde: false }).use(keepPlaces);
  const tree: Root = processor.parse(markdown.slice(base));
  const walk = new Walk(markdown, base, tree);
  if (!walk.holdsHtml) {
    const builder = new TextBuilder();
    walk.run(new TextSink(builder, look));
    return { ...builder.build(), styles: [] };
  }
  const sink = new HtmlSink();
  walk.run(sink);
  const { html, origin } = sink.build();
  const { parseHtml } = await import('./html.js');
  const parsed = parseHtml(html, limits);
  if ('code' in parsed) return parsed;
  const links = parsed.links.map(({ markup, ...link }) => ({ ...link, markup: markup && origin.source(markup) }));
  return { ...parsed, links, origin: chain(parsed.origin, origin) };
}

/** GFM rewrites text around addresses once more after parsing, and the nodes it makes then have no place. The parser has found the links before that. */
function keepPlaces(this: Processor): void {
  const extensions = this.data().fromMarkdownExtensions ?? [];
  for (const extension of extensions.flat()) delete extension.transforms;
}

/** A walk over a Markdown tree. The scan has bounded its depth, and with it the recursion. */
class Walk {
  /** Whether the draft holds HTML beyond comments. */
  readonly holdsHtml: boolean;
  readonly #markdown: string;
  readonly #base: number;
  readonly #tree: Root;
  readonly #definitions = new Map<string, Definition>();

  constructor(markdown: string, base: number, tree: Root) {
    this.#markdown = markdown;
    this.#base = base;
    this.#tree = tree;
    let html = false;
    const open: Nodes[] = [tree];
    for (let node = open.pop(); node; node = open.pop()) {
      if (node.type === 'html') html ||= !COMMENT.test(node.value);
      if (node.type === 'definition') this.#definitions.set(node.identifier, node);
      if ('children' in node) for (const child of node.children) open.push(child);
    }
    this.holdsHtml = html;
  }

  run(sink: Sink): void {
    for (const child of this.#tree.children) this.#visit(child, this.#tree, sink);
  }

  #visit(node: Nodes, parent: Nodes, sink: Sink): void {
    const start = this.#base + (node.position?.start.offset ?? 0);
    const end = this.#base + (node.position?.end.offset ?? 0);
    switch (node.type) {
      case 'text':
        sink.text(alignInline(this.#markdown, start, end, node.value));
        return;
      case 'break':
        sink.lineBreak();
        return;
      case 'html':
        if (this.holdsHtml || DIRECTIVE.test(node.value))
          sink.html(alignCode(this.#markdown, start, end, node.value), parent.type === 'paragraph' || parent.type === 'heading');
        return;
      case 'image':
        sink.image(node.url, node.alt ?? '', { start, end });
        return;
      case 'imageReference':
        sink.image(this.#definitions.get(node.identifier)?.url ?? '', node.alt ?? '', { start, end });
        return;
      case 'link':
        sink.link(node.url, () => this.#children(node, sink));
        return;
      case 'linkReference':
        sink.link(this.#definitions.get(node.identifier)?.url ?? '', () => this.#children(node, sink));
        return;
      default:
    }
    sink.enter(node, parent);
    if (node.type === 'inlineCode') sink.text(this.#inlineCode(start, end, node.value));
    else if (node.type === 'code') sink.text(this.#code(start, end, node.value));
    else this.#children(node, sink);
    sink.leave(node, parent);
  }

  #children(node: Nodes, sink: Sink): void {
    if ('children' in node) for (const child of node.children) this.#visit(child, node, sink);
  }

  /** Between the backticks, without the space that keeps a backtick off its fence. */
  #inlineCode(start: number, end: number, value: string): ReturnType<typeof alignCode> {
    let ticks = 0;
    while (this.#markdown[start + ticks] === '`') ticks += 1;
    let from = start + ticks;
    const to = end - ticks;
    if (to - from > value.length && this.#markdown[from] !== value[0]) from += 1;
    if (this.#markdown.startsWith(value, from) && from + value.length <= to)
      return [{ value, source: from, sourceLength: value.length, kind: 'exact' }];
    return [{ value, source: start, sourceLength: end - start, kind: 'whole' }];
  }

  /** The lines of a block of code, without its fence. */
  #code(start: number, end: number, value: string): ReturnType<typeof alignCode> {
    let from = start;
    if (this.#markdown[start] === '`' || this.#markdown[start] === '~') {
      while (from < end && this.#markdown[from] !== '\n' && this.#markdown[from] !== '\r') from += 1;
      from += this.#markdown.startsWith('\r\n', from) ? 2 : 1;
    }
    return alignCode(this.#markdown, from, end, value);
  }
}

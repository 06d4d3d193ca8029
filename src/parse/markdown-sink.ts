import type { Nodes } from 'mdast';
import type { Block, Role } from '../draft/draft.js';
import type { OffsetMap } from '../text/run-map.js';
import { RunBuilder } from '../text/run-map.js';
import type { Span } from '../text/span.js';
import type { Look, TextBuilder } from './builder.js';
import type { Piece } from './markdown-align.js';

/** Where a walk over Markdown writes to: straight to text, or to HTML when the draft holds some. */
export interface Sink {
  enter(node: Nodes, parent: Nodes | undefined): void;
  leave(node: Nodes, parent: Nodes | undefined): void;
  text(pieces: readonly Piece[]): void;
  link(target: string, walk: () => void): void;
  /** Markdown has no word for an ornament: an image without words is one that was forgotten. */
  image(target: string, alt: string, markup: Span): void;
  lineBreak(): void;
  /** Raw HTML; `inline` when it stands inside a paragraph. */
  html(pieces: readonly Piece[], inline: boolean): void;
}

const KINDS: Partial<Record<Nodes['type'], Block['kind']>> = {
  heading: 'heading',
  listItem: 'item',
  blockquote: 'quote',
  code: 'code',
  tableCell: 'cell',
};
const ROLES: Partial<Record<Nodes['type'], Role>> = { blockquote: 'quoted', code: 'code', inlineCode: 'code' };

/** Line ends at the edges of a node, as a browser sets it: 2 around paragraphs, 1 around the items of a tight list and the rows of a table. */
function edgeOf(node: Nodes, parent: Nodes | undefined): 0 | 1 | 2 {
  switch (node.type) {
    case 'paragraph':
      return parent?.type === 'listItem' && !parent.spread ? 1 : 2;
    case 'list':
      return parent?.type === 'listItem' ? 1 : 2;
    case 'listItem':
      return parent?.type === 'list' && parent.spread ? 2 : 1;
    case 'tableRow':
    case 'tableCell':
      return 1;
    case 'heading':
    case 'blockquote':
    case 'code':
    case 'table':
    case 'thematicBreak':
    case 'footnoteDefinition':
      return 2;
    default:
      return 0;
  }
}

/** Writes the text itself. */
export class TextSink implements Sink {
  readonly #builder: TextBuilder;
  readonly #looks: Look[];

  constructor(builder: TextBuilder, look: Look) {
    this.#builder = builder;
    this.#looks = [look];
  }

  enter(node: Nodes, parent: Nodes | undefined): void {
    const look = this.#look();
    const block = KINDS[node.type];
    const role = ROLES[node.type];
    this.#looks.push({ ...look, block: block ?? look.block, role: look.role === 'quoted' ? look.role : (role ?? look.role) });
    const edge = edgeOf(node, parent);
    if (edge > 0) this.#builder.edge(edge);
  }

  leave(node: Nodes, parent: Nodes | undefined): void {
    this.#looks.pop();
    const edge = edgeOf(node, parent);
    if (edge > 0) this.#builder.edge(edge);
  }

  text(pieces: readonly Piece[]): void {
    for (const { value, source, sourceLength, kind } of pieces) {
      if (kind === 'line') this.#builder.lineBreak();
      else if (kind === 'exact') this.#builder.exact(value, source, this.#look());
      else if (kind === 'whole') this.#builder.whole(value, source, sourceLength, this.#look());
      else this.#builder.blurred(value, this.#look());
    }
  }

  link(target: string, walk: () => void): void {
    this.#builder.openLink(target);
    walk();
    this.#builder.closeLink();
  }

  image(target: string, alt: string, markup: Span): void {
    this.#builder.image(target, alt === '' ? undefined : alt, markup);
  }

  lineBreak(): void {
    this.#builder.lineBreak();
  }

  /** Only comments come here: the one that speaks to the linter is kept, as a line of its own or where it stands in one. */
  html(pieces: readonly Piece[], inline: boolean): void {
    if (this.#look().role === 'quoted') return;
    if (!inline) this.#builder.edge(1);
    this.#looks.push({ ...this.#look(), role: 'directive' });
    this.text(pieces);
    this.#looks.pop();
    if (!inline) this.#builder.edge(1);
  }

  #look(): Look {
    return this.#looks[this.#looks.length - 1];
  }
}

const TAGS: Partial<Record<Nodes['type'], string>> = {
  blockquote: 'blockquote',
  paragraph: 'p',
  listItem: 'li',
  code: 'pre',
  inlineCode: 'code',
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
};

/** Writes the HTML that Markdown stands for, raw HTML in its place, so that the HTML parser can read both together. */
export class HtmlSink implements Sink {
  readonly #pieces: string[] = [];
  readonly #runs = new RunBuilder();
  #length = 0;
  #mapped = 0;
  #sourceEnd = 0;

  enter(node: Nodes, parent: Nodes | undefined): void {
    const tag = tagOf(node);
    if (node.type === 'thematicBreak') this.#markup('<hr>');
    // Lines of a paragraph stay lines, as they do without HTML.
    else if (tag === 'p')
      this.#markup(edgeOf(node, parent) === 1 ? '<div style="white-space:pre-line">' : '<p style="white-space:pre-line">');
    else if (tag) this.#markup(`<${tag}>`);
  }

  leave(node: Nodes, parent: Nodes | undefined): void {
    const tag = tagOf(node);
    if (tag && tag !== 'hr') this.#markup(tag === 'p' && edgeOf(node, parent) === 1 ? '</div>' : `</${tag}>`);
  }

  text(pieces: readonly Piece[]): void {
    for (const piece of pieces) {
      if (piece.kind === 'line') this.#markup('<br>');
      else if (piece.kind !== 'exact') this.#put(escape(piece.value), piece, false);
      else {
        let done = 0;
        for (const match of piece.value.matchAll(/[&<>]/g)) {
          this.#slice(piece, done, match.index);
          this.#put(escape(match[0]), { source: piece.source + match.index, sourceLength: 1 }, false);
          done = match.index + 1;
        }
        this.#slice(piece, done, piece.value.length);
      }
    }
  }

  link(target: string, walk: () => void): void {
    this.#markup(`<a href="${escape(target)}">`);
    walk();
    this.#markup('</a>');
  }

  image(target: string, alt: string, { start, end }: Span): void {
    const tag = `<img src="${escape(target)}"${alt === '' ? '' : ` alt="${escape(alt)}"`}>`;
    this.#put(tag, { source: start, sourceLength: end - start }, false);
  }

  lineBreak(): void {
    this.#markup('<br>');
  }

  html(pieces: readonly Piece[], inline: boolean): void {
    for (const piece of pieces) this.#put(piece.value, piece, piece.kind === 'exact');
    if (!inline) this.#markup('\n');
  }

  /** The HTML, and the map from it to the Markdown. */
  build(): { html: string; origin: OffsetMap } {
    return { html: this.#pieces.join(''), origin: this.#runs.build() };
  }

  #slice(piece: Piece, from: number, to: number): void {
    if (to > from) this.#put(piece.value.slice(from, to), { source: piece.source + from, sourceLength: to - from }, true);
  }

  #markup(tag: string): void {
    this.#pieces.push(tag);
    this.#length += tag.length;
  }

  #put(value: string, { source, sourceLength }: Pick<Piece, 'source' | 'sourceLength'>, exact: boolean): void {
    if (value === '') return;
    if (source >= 0) {
      // The tags since the last text stand for the marks between the two.
      const gap = this.#length - this.#mapped;
      if (gap > 0 && source >= this.#sourceEnd) this.#runs.add(this.#mapped, gap, this.#sourceEnd, source - this.#sourceEnd, gap);
      this.#runs.add(this.#length, value.length, source, sourceLength, exact ? 1 : value.length);
      this.#mapped = this.#length + value.length;
      this.#sourceEnd = source + sourceLength;
    }
    this.#markup(value);
  }
}

function tagOf(node: Nodes): string | undefined {
  if (node.type === 'heading') return `h${node.depth}`;
  if (node.type === 'list') return node.ordered ? 'ol' : 'ul';
  return TAGS[node.type];
}

function escape(value: string): string {
  return value.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

import type { Block, Link, Segment, Setting, Style, StyleRun } from '../draft/draft.js';
import { RunBuilder, type OffsetMap } from '../text/run-map.js';
import type { Place } from '../text/source-map.js';
import type { Span } from '../text/span.js';

/** How a stretch looks and what it is, as its markup tells. */
export interface Look {
  readonly style: Style;
  readonly setting: Setting;
  readonly pasted: boolean;
  readonly block: Block['kind'];
  readonly role: Segment['role'] | undefined;
}

/** A link; of an image with the stretch of the source that stands for it. */
export interface ParsedLink extends Link {
  readonly markup?: Span;
}

/** What {@link TextBuilder} made. */
export interface Built {
  readonly text: string;
  readonly origin: OffsetMap;
  readonly styles: readonly StyleRun[];
  readonly links: readonly ParsedLink[];
  readonly blocks: readonly Block[];
  readonly marked: readonly Segment[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
interface OpenSpan {
  span: { start: number; end: number };
}

/** Lays rendered text out line by line while a parser walks its tree, and keeps for each stretch where it came from, how it looks and what it is. */
export class TextBuilder {
  readonly #pieces: string[] = [];
  readonly #runs = new RunBuilder();
  readonly #styles: (Omit<Writable<StyleRun>, 'span'> & OpenSpan)[] = [];
  readonly #links: ParsedLink[] = [];
  readonly #blocks: (Omit<Writable<Block>, 'span'> & OpenSpan)[] = [];
  readonly #marked: (Omit<Writable<Segment>, 'span'> & OpenSpan)[] = [];
  readonly #openLinks: { target: string; start: number; first: number }[] = [];
  #length = 0;
  #sourceEnd = 0;
  /** Line ends to be written before the next sign; none at the very start. */
  #owed = 0;
  /** Whether the current line holds anything: a block that ends then ends the line too. */
  #lineOpen = false;
  #blockOpen = false;
  #markOpen = false;
  #space: { source: number; length: number; look: Look } | undefined;

  /** Text that stands in the source unit for unit. */
  exact(value: string, source: number, look: Look): void {
    this.#put(value, source, value.length, 1, look);
  }

  /** Text that stands in the source in other signs (an entity, an escape) and maps only as a whole. */
  whole(value: string, source: number, sourceLength: number, look: Look): void {
    this.#put(value, source, sourceLength, value.length, look);
  }

  /** Text whose origin is not known exactly. */
  blurred(value: string, look: Look): void {
    this.#put(value, -1, 0, 0, look);
  }

  /** White space that collapses: one space between words of a line, nothing at its edges. */
  space(source: number, length: number, look: Look): void {
    if (this.#lineOpen) this.#space ??= { source, length, look };
  }

  /** A forced line end; right before the end of a block it adds no empty line. */
  lineBreak(): void {
    this.#owed += 1;
    this.#lineOpen = false;
    this.#space = undefined;
  }

  /** The edge of a block, at which at least so many line ends stand. */
  edge(lines: number): void {
    this.#owed = Math.max(this.#owed, this.#lineOpen ? 1 : 0, lines);
    this.#lineOpen = false;
    this.#blockOpen = false;
    this.#space = undefined;
  }

  openLink(target: string): void {
    this.#openLinks.push({ target, start: -1, first: this.#links.length });
  }

  /** Ends the link that was opened last; one without text leaves no trace but in its images. */
  closeLink(): void {
    const link = this.#openLinks.pop();
    if (!link) return;
    if (link.start >= 0) this.#links.push({ span: { start: link.start, end: this.#length }, target: link.target });
    else if (!this.#links.slice(link.first).some(({ alt }) => alt))
      for (let i = link.first; i < this.#links.length; i += 1) this.#links[i] = { ...this.#links[i], isWholeLink: true };
  }

  /** An image takes no room in the text. */
  image(target: string, alt: string | undefined, markup: Span | undefined, ornament = false): void {
    const span = { start: this.#length, end: this.#length };
    this.#links.push({
      span,
      target,
      image: true,
      ...(alt !== undefined && { alt }),
      ...(markup && { markup }),
      ...(ornament && { ornament }),
    });
  }

  build(): Built {
    return {
      text: this.#pieces.join(''),
      origin: this.#runs.build(),
      styles: this.#styles,
      links: this.#links,
      blocks: this.#blocks,
      marked: this.#marked,
    };
  }

  #put(value: string, source: number, sourceLength: number, step: number, look: Look): void {
    if (value === '') return;
    const space = this.#space;
    this.#space = undefined;
    if (this.#owed > 0) this.#breakLines(source);
    else if (space) this.#write(' ', space.source, space.length, 1, space.look);
    this.#lineOpen = true;
    for (let i = this.#openLinks.length - 1; i >= 0 && this.#openLinks[i].start < 0; i -= 1) this.#openLinks[i].start = this.#length;
    this.#write(value, source, sourceLength, step, look);
  }

  #breakLines(source: number): void {
    const lines = this.#owed;
    this.#owed = 0;
    if (lines > 1) this.#blockOpen = false;
    if (this.#length === 0) return;
    // The markup between two lines is what their break came from.
    if (source >= this.#sourceEnd && this.#sourceEnd > 0)
      this.#runs.add(this.#length, lines, this.#sourceEnd, source - this.#sourceEnd, lines);
    this.#pieces.push('\n'.repeat(lines));
    this.#length += lines;
  }

  #write(value: string, source: number, sourceLength: number, step: number, look: Look): void {
    const start = this.#length;
    const end = start + value.length;
    if (step > 0) {
      this.#runs.add(start, value.length, source, sourceLength, step);
      this.#sourceEnd = source + sourceLength;
    }
    this.#pieces.push(value);
    this.#length = end;
    if (this.#blockOpen) this.#blocks[this.#blocks.length - 1].span.end = end;
    else this.#blocks.push({ span: { start, end }, kind: look.block });
    this.#blockOpen = true;
    this.#mark(start, end, look);
    this.#paint(start, end, look);
  }

  #mark(start: number, end: number, { role }: Look): void {
    const last = this.#marked.at(-1);
    if (role && this.#markOpen && last?.role === role) last.span.end = end;
    else if (role) this.#marked.push({ role, span: { start, end } });
    this.#markOpen = role !== undefined;
  }

  #paint(start: number, end: number, { style, setting, pasted }: Look): void {
    const block = this.#blocks.length - 1;
    const last = this.#styles.at(-1);
    if (last && last.block === block && last.setting === setting && (last.pasted ?? false) === pasted && sameStyle(last.style, style))
      last.span.end = end;
    else this.#styles.push({ span: { start, end }, style, setting, block, ...(pasted && { pasted }) });
  }
}

function sameStyle(a: Style, b: Style): boolean {
  return a === b || (a.font === b.font && a.size === b.size && a.color === b.color && a.background === b.background);
}

/** The links as a draft keeps them. `locate` tells the place of a stretch of the source. */
export function placedLinks(links: readonly ParsedLink[], locate: (markup: Span) => Place): readonly Link[] {
  return links.map(({ markup, ...link }) => (markup ? { ...link, place: () => locate(markup) } : link));
}

import type { Directive, Link } from '../draft/draft.js';
import type { Problem } from '../text/problem.js';
import { firstEndingAfter } from '../text/span.js';
import { chain, shifted } from '../text/run-map.js';
import { placedLinks, TextBuilder, type Look } from './builder.js';
import { bareLinks } from './links.js';
import { findFrontMatter, readMeta, type FrontMeta, type MetaNote } from './markdown-meta.js';
import { isPlainProse, layProse } from './markdown-prose.js';
import { scanMarkdown } from './markdown-scan.js';
import { markupPlaces, sourceMap, type Limits, type Parsed, type Source } from './source.js';

const LOOK: Look = { style: {}, setting: 'text', pasted: false, block: 'paragraph', role: undefined };

/**
 * Reads a Markdown file as its reader sees it rendered: marks gone, words of links kept, code kept and marked as such. The Markdown parser is loaded
 * only for drafts that hold some Markdown. Text that it could not read in linear time is a problem of code `too-complex`.
 */
export async function parseMarkdown(source: Source, limits: Limits): Promise<Parsed | Problem> {
  const markdown = String(source.content);
  // A byte order mark is no text; remark would drop it and count from after it.
  const mark = markdown.charCodeAt(0) === 0xfeff ? 1 : 0;
  const front = findFrontMatter(mark ? markdown.slice(1) : markdown);
  const { meta, problems, notes, customer }: FrontMeta = front ? await readMeta(front.yaml, limits) : { meta: {}, problems: [], notes: [] };
  const base = mark + (front?.end ?? 0);
  const body = base > 0 ? markdown.slice(base) : markdown;
  let built;
  if (isPlainProse(body)) {
    const builder = new TextBuilder();
    layProse(builder, body, base, LOOK);
    built = { ...builder.build(), styles: [] };
  } else {
    const scan = scanMarkdown(body, limits);
    if ('refused' in scan) {
      const line = lineAt(markdown, base) + scan.line - 1;
      return {
        code: 'too-complex',
        file: source.name,
        line,
        message: `the Markdown holds ${scan.refused}; simplify it, or save it as .txt`,
      };
    }
    const { readMarkdown } = await import('./markdown-tree.js');
    built = await readMarkdown(markdown, base, scan.gfm, LOOK, limits);
    if ('code' in built) return { ...built, file: source.name };
  }
  return {
    text: built.text,
    surface: 'rich',
    map: sourceMap(source, markdown, built.origin),
    styles: built.styles,
    links: withBareLinks(placedLinks(built.links, markupPlaces(source, markdown)), built.text),
    blocks: built.blocks,
    marked: built.marked,
    meta: customer
      ? {
          ...meta,
          customer: { text: customer.text, map: sourceMap(source, markdown, chain(customer.map, shifted(mark + (front?.start ?? 0)))) },
        }
      : meta,
    directives: notes.map((note) => besideText(note, notes, mark + (front?.start ?? 0), markdown, source)),
    problems: problems.map((problem) => ({ ...problem, file: source.name })),
  };
}

/** The share of its counted budget that a Markdown text takes; 0 for one that is refused, and for one without any Markdown. */
export function markdownEffort(markdown: string, limits: Pick<Limits, 'depth' | 'work'>): number {
  const scan = isPlainProse(markdown) ? undefined : scanMarkdown(markdown, limits);
  return scan && 'effort' in scan ? scan.effort : 0;
}

/** The links of the markup, and the addresses that stand in the text without any. */
function withBareLinks(marked: readonly Link[], text: string): readonly Link[] {
  const bare = bareLinks(text);
  if (bare.length === 0) return marked;
  const taken = marked.filter((link) => !link.image).map((link) => link.span);
  const free = bare.filter(({ span }) => {
    const next = taken[firstEndingAfter(taken, span.start)];
    return next === undefined || next.start >= span.end;
  });
  return [...marked, ...free].sort((a, b) => a.span.start - b.span.start);
}

/** A note in front matter with its place; with bytes where the key holds no other note. */
function besideText({ text, start, end }: MetaNote, all: readonly MetaNote[], base: number, markdown: string, source: Source): Directive {
  const span = { start: base + start, end: base + end };
  const alone = all.filter((other) => other.start === start).length === 1;
  const { bytes, ...place } = markupPlaces(source, markdown)(span);
  return { text, place: alone && bytes ? { ...place, bytes } : place };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length;
}

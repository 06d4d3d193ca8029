import { shifted, type OffsetMap } from '../../text/run-map.js';
import type { Problem } from '../../text/problem.js';
import type { Span } from '../../text/span.js';
import type { ParsedLink } from '../builder.js';
import { readPlain } from '../plain.js';
import type { Limits, Parsed } from '../source.js';
import { unwrapFlowed } from './flowed.js';
import type { PlacedPart } from './places.js';
import type { ShownPart } from './shown.js';

/** What one shown part says, and the way back to its decoded text. */
export interface ReadPart {
  readonly shown: ShownPart;
  readonly body: Body;
  readonly origin: OffsetMap;
}

/** A parsed text without what only a whole file has. */
export interface Body extends Omit<Parsed, 'map' | 'headers' | 'attachments' | 'links'> {
  /** The markup of an image counts in the decoded text of its part. */
  readonly links: readonly ParsedLink[];
}

export interface Joined {
  readonly body: Body;
  readonly placed: readonly PlacedPart[];
}

/** The shown parts as one text, with a blank line between two of them. */
export async function joinParts(shown: readonly ShownPart[], limits: Limits): Promise<Joined | Problem> {
  const read: ReadPart[] = [];
  for (const each of shown) {
    const part = await readPart(each, limits);
    if ('code' in part) return part;
    if (part.body.text.trim() !== '') read.push(part);
  }
  return lay(withoutRepeats(read));
}

/** Reads one text part as it is shown. */
export async function readPart(shown: ShownPart, limits: Limits): Promise<ReadPart | Problem> {
  const { part, isHtml } = shown;
  const text = part.text ?? '';
  if (!isHtml && text.length > limits.draftUnits)
    return {
      code: 'too-large',
      message: `the text of part ${part.number} is over the limit of ${limits.draftUnits} units (limit draftUnits); split it, or leave it out`,
    };
  if (isHtml) {
    // The HTML parser is heavy, and many mails have no use for it.
    const { parseHtml } = await import('../html.js');
    const html = parseHtml(text, limits);
    return 'code' in html ? { ...html, message: `part ${part.number}: ${html.message}` } : { shown, body: html, origin: html.origin };
  }
  const unwrapped = part.flowed ? unwrapFlowed(text, part.flowed.delSp) : { text, map: shifted(0) };
  return { shown, body: readPlain(unwrapped.text), origin: unwrapped.map };
}

/** Drops plain parts that only repeat HTML parts beside them, as senders write that do not know multipart/alternative: one fault would be found twice. */
function withoutRepeats(parts: readonly ReadPart[]): readonly ReadPart[] {
  if (!parts.some(({ shown }) => shown.isHtml) || parts.every(({ shown }) => shown.isHtml)) return parts;
  const said = { own: new Set<string>(), forwarded: new Set<string>() };
  const heard = ({ shown }: ReadPart): Set<string> => (shown.isForwarded ? said.forwarded : said.own);
  for (const part of parts) if (part.shown.isHtml) for (const word of wordsOf(part)) heard(part).add(word);
  return parts.filter((part) => {
    if (part.shown.isHtml) return true;
    const words = wordsOf(part);
    return words.filter((word) => heard(part).has(word)).length < words.length * 0.9;
  });
}

function wordsOf({ body }: ReadPart): readonly string[] {
  return body.text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function lay(parts: readonly ReadPart[]): Joined {
  if (parts.length === 1) {
    const [{ shown, body, origin }] = parts;
    const span = { start: 0, end: body.text.length };
    return { body: shown.isForwarded ? { ...body, marked: forwarded(span) } : body, placed: [{ part: shown.part, span, origin }] };
  }
  const placed: PlacedPart[] = [];
  const bodies: Body[] = [];
  let text = '';
  let blocks = 0;
  for (const { shown, body, origin } of parts) {
    if (text !== '') text += text.endsWith('\n\n') ? '' : text.endsWith('\n') ? '\n' : '\n\n';
    const start = text.length;
    const firstBlock = blocks;
    const span = { start, end: start + body.text.length };
    const move = <T extends { readonly span: Span }>(entry: T): T => ({
      ...entry,
      span: { start: entry.span.start + start, end: entry.span.end + start },
    });
    bodies.push({
      ...body,
      styles: body.styles.map((run) => ({ ...move(run), block: run.block + firstBlock })),
      links: body.links.map(move),
      blocks: body.blocks.map(move),
      marked: shown.isForwarded ? forwarded(span) : body.marked.map(move),
    });
    placed.push({ part: shown.part, span, origin });
    text += body.text;
    blocks += body.blocks.length;
  }
  const body: Body = {
    text,
    surface: bodies.some(({ surface }) => surface === 'rich') ? 'rich' : 'plain',
    styles: bodies.flatMap(({ styles }) => styles),
    links: bodies.flatMap(({ links }) => links),
    blocks: bodies.flatMap((each) => each.blocks),
    marked: bodies.flatMap(({ marked }) => marked),
    meta: {},
    problems: bodies.flatMap(({ problems }) => problems),
  };
  return { body, placed };
}

function forwarded(span: Span): Parsed['marked'] {
  return [{ role: 'forwarded', span }];
}

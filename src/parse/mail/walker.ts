import type { Span } from '../../text/span.js';
import type { MailPart } from './mail.js';

const LF = 10;
const CR = 13;
const DASH = 45;

/** A part while the walk is in or below it. */
interface Level {
  readonly parent?: Level;
  /** Its own boundary, once its headers have ended. */
  boundary?: Uint8Array;
  /** The boundary around it, and the part whose boundary that is. */
  readonly outer?: Uint8Array;
  readonly owner?: Level;
}

/**
 * Finds the bytes of each part's body, without the line end that belongs to the boundary after it. One pass over the lines; `parts` are mailparser's, in
 * the order in which their headers end, and each line is taken as mailparser's splitter takes it, so that both see the same bodies.
 */
export function findBodies(mail: Uint8Array, parts: readonly MailPart[]): ReadonlyMap<MailPart, Span> {
  const bodies = new Map<MailPart, Span>();
  let count = 0;
  let level: Level = {};
  let inHeaders = true;
  let headersStart = 0;
  let inEpilogue = false;
  /** The part whose body is being read, and where it began. */
  let open: { part: MailPart; start: number } | undefined;

  const enter = (parent: Level, outer: Level, start: number): void => {
    level = { parent, outer: outer.boundary, owner: outer };
    headersStart = start;
    inHeaders = true;
    inEpilogue = false;
  };
  const take = (): MailPart | undefined => {
    const part = parts[count];
    count += 1;
    if (part && part.boundary !== '') level.boundary = new TextEncoder().encode(part.boundary);
    return part;
  };
  const endHeaders = (bodyStart: number): void => {
    const part = take();
    if (!part) return;
    if (part.isEmbedded) enter(level, level.parent ?? level, bodyStart);
    else {
      inHeaders = false;
      open = { part, start: bodyStart };
    }
  };
  const close = (end: number, atBoundary: boolean): void => {
    if (!open) return;
    const { part, start } = open;
    let stop = end;
    if (atBoundary && part.parent && stop > start && mail[stop - 1] === LF) stop -= stop - 1 > start && mail[stop - 2] === CR ? 2 : 1;
    bodies.set(part, { start, end: stop });
    open = undefined;
  };

  for (let at = 0; at < mail.length;) {
    const lineFeed = mail.indexOf(LF, at);
    const next = lineFeed < 0 ? mail.length : lineFeed + 1;
    const found = boundaryAt(mail, at, next, inEpilogue ? undefined : level.boundary, level.outer);
    if (found) {
      close(at, true);
      if (found === 'child') enter(level, level, next);
      else if (found === 'sibling' && level.owner) enter(level.owner, level.owner, next);
      else if (found === 'parent-end') {
        // A part that its parent's end cuts off inside its headers still counts, with no body.
        if (inHeaders && at > headersStart) take();
        if (level.owner) {
          level = level.owner;
          inEpilogue = true;
        }
        inHeaders = false;
      }
    } else if (inHeaders && (next - at === 1 ? mail[at] === LF : next - at === 2 && mail[at] === CR && mail[at + 1] === LF))
      endHeaders(next);
    at = next;
  }
  if (inHeaders) endHeaders(mail.length);
  close(mail.length, false);
  return bodies;
}

/** What a line is to the parts it stands in. */
type Delimiter = 'child' | 'own-end' | 'sibling' | 'parent-end';

function boundaryAt(
  mail: Uint8Array,
  start: number,
  end: number,
  own: Uint8Array | undefined,
  outer: Uint8Array | undefined,
): Delimiter | undefined {
  const from = mail[start] === CR ? start + 1 : start;
  if (mail[from] !== DASH || mail[from + 1] !== DASH) return undefined;
  const inner = own && delimiter(mail, from + 2, end, own);
  if (inner) return inner === 'next' ? 'child' : 'own-end';
  const around = outer && delimiter(mail, from + 2, end, outer);
  if (around) return around === 'next' ? 'sibling' : 'parent-end';
  return undefined;
}

/** Whether `boundary` and nothing else stands from `at` to the end of the line: `--` after it ends the parts. A last line without a line end cannot begin one. */
function delimiter(mail: Uint8Array, at: number, end: number, boundary: Uint8Array): 'next' | 'end' | undefined {
  const rest = at + boundary.length;
  if (rest >= end || end - rest > 4) return undefined;
  for (let i = 0; i < boundary.length; i += 1) if (mail[at + i] !== boundary[i]) return undefined;
  if (mail[rest] === CR || mail[rest] === LF) return 'next';
  if (mail[rest] !== DASH || mail[rest + 1] !== DASH) return undefined;
  for (let i = rest + 2; i < end; i += 1) if (mail[i] !== CR && mail[i] !== LF) return undefined;
  return 'end';
}

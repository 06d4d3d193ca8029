import type { CustomerMessage, Material } from '../draft/material.js';
import { shifted, type OffsetMap } from '../text/run-map.js';
import type { Problem } from '../text/problem.js';
import type { Place, SourceMap } from '../text/source-map.js';
import type { Span } from '../text/span.js';
import { nestedMap, stringMap, type Within } from '../text/string-map.js';

export type Format = 'text' | 'markdown' | 'html' | 'eml';

/** Something to be read: a file's bytes, or a string that a caller holds already. */
export interface Source {
  /** File name or id, as it is shown. */
  readonly name: string;
  readonly format: Format;
  readonly content: string | Uint8Array;
  /** Carries offsets of a string to the bytes it was decoded from; without it places have no bytes. */
  readonly toBytes?: OffsetMap;
  /** The file that the content was decoded out of, where it is one entry of a library: places are then those of the file. */
  readonly within?: Within;
  /** Where the content begins in its file, which holds more than it: one mail of many. */
  readonly base?: Base;
}

/** So many bytes and lines of a file stand before a source. */
export interface Base {
  readonly bytes: number;
  readonly lines: number;
}

/** The source map of what a parser made of `content`; `origin` carries its offsets there. */
export function sourceMap({ name, toBytes, within }: Source, content: string, origin: OffsetMap): SourceMap {
  return within ? nestedMap(name, within, origin) : stringMap(name, content, origin, toBytes);
}

/** Tells the place of a stretch of `content` itself: of what takes no room in the text. */
export function markupPlaces(source: Source, content: string): (markup: Span) => Place {
  let map: SourceMap | undefined;
  return (markup) => (map ??= sourceMap(source, content, shifted(0))).locate(markup);
}

/**
 * What a parser makes of one draft before zones, sentences and the customer's turn are worked out (those are `draft/`'s, alike for all formats).
 * `text` is what the customer reads; everything else counts in its UTF-16 units.
 */
export interface Parsed extends Material {
  /** Facts from Markdown front matter. */
  readonly meta: Meta;
  readonly problems: readonly Problem[];
}

/** Front matter keys that a draft may carry. */
export interface Meta {
  readonly title?: string;
  readonly tags?: readonly string[];
  readonly lang?: string;
  readonly kind?: string;
  readonly scenario?: string;
  readonly customerName?: string;
  /** The message that the draft answers. */
  readonly customer?: CustomerMessage;
  readonly to?: string;
  readonly subject?: string;
  readonly dialect?: string;
}

/** Bounds on one input (ROBUSTNESS “Limits”): each is an option, each is named in its error. */
export interface Limits {
  readonly fileBytes: number;
  readonly draftUnits: number;
  /** Drafts of one file: entries of a library, mails of an mbox. */
  readonly drafts: number;
  readonly depth: number;
  readonly mimeParts: number;
  readonly headerBytes: number;
  readonly yamlAliases: number;
  /** Counted work of a parser for one draft, in per cent of the budgets that each parser publishes. */
  readonly work: number;
  /** Findings of one rule in one draft. */
  readonly findings: number;
  readonly milliseconds: number;
}

export const defaultLimits: Limits = {
  fileBytes: 10 * 1024 * 1024,
  draftUnits: 2 * 1024 * 1024,
  drafts: 50_000,
  depth: 100,
  mimeParts: 1000,
  headerBytes: 1024 * 1024,
  yamlAliases: 100,
  work: 100,
  findings: 1000,
  milliseconds: 5000,
};

/** A parser turns one source into one draft's raw material, or says why it cannot. It never throws for what the input holds. */
export type Parser = (source: Source, limits: Limits) => Parsed | Problem | Promise<Parsed | Problem>;

/** The problem of a file with more drafts in it than may be judged; undefined while there are few enough. */
export function tooManyDrafts(file: string, count: number, { drafts }: Pick<Limits, 'drafts'>): Problem | undefined {
  if (count <= drafts) return undefined;
  return {
    code: 'too-many-drafts',
    file,
    message: `holds ${count} drafts, more than ${drafts} (limit drafts); split it, or raise the limit`,
  };
}

import { RunBuilder, type OffsetMap } from '../text/run-map.js';
import { splitSentences } from '../text/sentences.js';
import type { SourceMap } from '../text/source-map.js';
import type { Span } from '../text/span.js';
import { splitWords } from '../text/words.js';
import { displayName, readAttributed, type Attributed } from './attributed.js';
import { readOwnNames } from './customer-names.js';
import type { Context, Headers, KnownName, NameSource, Role, Turn } from './draft.js';
import type { Line } from './lines.js';
import type { Material } from './material.js';
import type { QuotedRun } from './quoted.js';
import { findZones } from './zones.js';

/** What is known of the customer: their turn when their message is there, and every name with its source, best first. */
export interface Customer {
  readonly turn?: Turn;
  readonly names: readonly KnownName[];
}

/** Works out the customer's turn: the message that was given, else the newest quoted original that is not our own. */
export function findCustomer(parsed: Material, lines: readonly Line[], quoted: readonly QuotedRun[], context: Context): Customer {
  const inFront = context.customer === undefined && parsed.meta.customer?.text.trim() !== '' ? parsed.meta.customer : undefined;
  const given = context.customer ?? inFront?.text;
  const runs = given === undefined ? newestOfTheirs(quoted, parsed.headers) : [];
  const run = runs.at(0);
  const unquoted = run ? unquote(parsed.text, lines, runs) : undefined;
  const said = given ?? unquoted?.text;
  const by: Attributed = run ? readAttributed(run) : {};
  if (said === undefined || (given === undefined && said.trim() === '')) return { names: namesOf(parsed, context, [], by) };

  const first = splitWords(said);
  const zones = findZones(said, first, []);
  const own = blanked(said, zones.segments);
  // A message that is nothing but quoted still says something.
  const whole = own.trim() === '' ? said : own;
  const text = given === undefined ? whole.trimEnd() : whole;
  const words = text === said ? first : splitWords(text);
  const { own: signed, others } = readOwnNames(text, words, zones.signOff, context.channel ?? 'email');
  const names = namesOf(parsed, context, signed, by);
  const turn: Turn = {
    text,
    words,
    sentences: splitSentences(text),
    names,
    others,
    date: given === undefined ? by.date : context.received,
    source: given === undefined ? 'quoted' : 'option',
    quotedAt: run ? { start: spanOf(lines, run).start, end: spanOf(lines, runs[runs.length - 1]).end } : undefined,
    ...(inFront ? { map: inFront.map } : unquoted && { map: through(unquoted.origin, parsed.map) }),
  };
  return { turn, names };
}

/**
 * The first run that quotes somebody else's message, with the runs after it that our answers stand between; what the draft's own sender wrote before is skipped.
 */
function newestOfTheirs(quoted: readonly QuotedRun[], headers: Headers | undefined): readonly QuotedRun[] {
  const ours = headers?.from?.address?.toLowerCase();
  const first = quoted.findIndex(
    (run) => run.role === 'quoted' && !(ours !== undefined && readAttributed(run).address?.toLowerCase() === ours),
  );
  if (first < 0) return [];
  let end = first + 1;
  while (end < quoted.length && quoted[end].role === 'quoted' && !quoted[end].attribution && !quoted[end].header) end += 1;
  return quoted.slice(first, end);
}

function spanOf(lines: readonly Line[], run: QuotedRun): Span {
  const from = Math.min(run.wordsFrom, run.to - 1);
  return { start: lines[from].start, end: lines[run.to - 1].end };
}

/** Their lines with one quote mark taken off each, and the way back to where they stand. */
function unquote(text: string, lines: readonly Line[], runs: readonly QuotedRun[]): { readonly text: string; readonly origin: OffsetMap } {
  const origin = new RunBuilder();
  let said = '';
  for (const run of runs) {
    const before = said.trimEnd();
    said = before === '' ? said : `${before}\n\n`;
    for (let i = run.wordsFrom; i < run.to; i += 1) {
      const { first, last } = lines[i];
      const mark = /^(?:[A-Z]{0,3}>|\|\s) ?/u.exec(text.slice(first, last));
      const start = first + (mark?.[0].length ?? 0);
      if (i > run.wordsFrom) said += '\n';
      origin.add(said.length, last - start, start, last - start, 1);
      said += text.slice(start, last);
    }
  }
  return { text: said.trimEnd(), origin: origin.build() };
}

/** The way from what was unquoted to the file. */
function through(origin: OffsetMap, map: SourceMap): SourceMap {
  return {
    source(at) {
      const inDraft = origin.source(at);
      return inDraft && map.source(inDraft);
    },
    locate: (at) => map.locate(origin.source(at) ?? { start: origin.nearest(at.start), end: origin.nearest(at.end) }),
  };
}

const NOT_THEIR_WORDS: readonly Role[] = ['quoted', 'forwarded', 'signature', 'footer', 'subject'];

/** The text with everything that is not their own words turned into spaces, so that offsets stay what they were. */
function blanked(text: string, segments: readonly { readonly role: Role; readonly span: Span }[]): string {
  if (!segments.some(({ role }) => NOT_THEIR_WORDS.includes(role))) return text;
  return segments
    .map(({ role, span }) => {
      const part = text.slice(span.start, span.end);
      return NOT_THEIR_WORDS.includes(role) ? part.replace(/[^\r\n]/gu, (sign) => ' '.repeat(sign.length)) : part;
    })
    .join('');
}

/** Every name that was learnt: option, their sign-off, To display name, attribution. */
function namesOf({ headers, meta }: Material, context: Context, own: readonly string[], by: Attributed): KnownName[] {
  const names: KnownName[] = [];
  const add = (name: string | undefined, source: NameSource): void => {
    if (name !== undefined && name.trim() !== '' && !names.some((known) => known.name === name && known.source === source))
      names.push({ name: name.trim(), source });
  };
  add(context.customerName ?? meta.customerName, 'option');
  for (const name of own) add(name, 'sign-off');
  const to = context.to ?? meta.to;
  add(to === undefined ? onlyName(headers) : displayName(to.replace(/<[^>]*>\s*$/u, '')), 'to');
  add(by.name, 'attribution');
  return names;
}

/** The display name of the one recipient; with several nobody can tell who the customer is. */
function onlyName(headers: Headers | undefined): string | undefined {
  return headers?.to?.length === 1 ? displayName(headers.to[0].name ?? '') : undefined;
}

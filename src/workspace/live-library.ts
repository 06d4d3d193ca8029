import { DialectGuess } from '../draft/guess-dialect.js';
import type { Directive } from '../draft/draft.js';
import type { Note } from '../draft/entry.js';
import type { Context, DraftReport, Problem } from '../index.js';
import type { EntryInput } from '../library/entry-input.js';
import type { Digest } from '../library/digest.js';
import type { LibraryEntry } from '../parse/library/index.js';
import { TwinFinder } from '../library/near-duplicates.js';
import { compareEntries } from '../library/survey.js';
import type { LineIndex } from '../text/line-index.js';
import { YamlMemory } from '../parse/library/yaml-pieces.js';
import { wholeText, type WholeText } from '../text/string-map.js';
import { Desk, isWildEntry, type At } from './library-apart.js';
import { holdsMany, inputsOf, open, templateOf, type LibraryFile } from './library-entries.js';
import { LibraryNotes } from './library-notes.js';

/** What is said of one text of a library, and what was made of it when it was judged. */
export interface LiveText<T> {
  readonly outcome: DraftReport | Problem;
  /** What `keep` made of the outcome. */
  readonly kept: T;
  /** UTF-16 units by which the text has moved in its file since then: places of the outcome are as far off. */
  readonly moved: number;
  /** The entry as it is written, with its texts. */
  readonly written: readonly string[];
}

export interface LiveAnswer<T> {
  readonly texts: readonly LiveText<T>[];
  /** What is to be said of the file and its suppressions, at places of today. */
  readonly problems: readonly Problem[];
}

/** An entry as it was judged last: its texts, what a look at them alone brought, and what was said of them in the light of all others. */
interface Unit<T> {
  readonly written: readonly string[];
  /** Of each text. */
  readonly ids: readonly string[];
  /** It says itself whose merge fields it holds. */
  readonly isNamed: boolean;
  readonly digests: readonly Digest[];
  /** Ids of texts that say what the one before them says. */
  readonly repeats: ReadonlySet<string>;
  readonly guesses: readonly DialectGuess[];
  /** It may take long. */
  readonly isWild: boolean;
  judged?: { readonly light: string; readonly texts: readonly Judged<T>[] };
}

interface Judged<T> {
  readonly outcome: DraftReport | Problem;
  readonly kept: T;
  /** Which text of the entry it is, and where that began in the file. */
  readonly text: number;
  readonly at: number;
  /** The suppressions beside it, where they stood then, and what was said of them. */
  readonly directives: readonly Directive[];
  readonly asides: readonly { readonly problem: Problem; readonly about: number }[];
}

/** A text to be judged, and what the others say of it. */
interface Known {
  readonly at: At;
  readonly noted: readonly Note[];
  readonly dialect: string | undefined;
}

/** An entry as it stands now. Its texts are decoded only where they are needed. */
interface Piece {
  readonly id: string;
  /** All that its texts are made of. */
  readonly written: readonly string[];
  /** Where each text begins in the file. */
  readonly starts: readonly number[];
  readonly directives: readonly Directive[];
  inputs(): readonly EntryInput[];
}

interface Source {
  readonly pieces: readonly Piece[];
  readonly problems: readonly Problem[];
  readonly notes?: LibraryNotes;
  readonly whole: WholeText;
}

/** So long it works before it lets others have their turn, in milliseconds. */
const TURN = 12;

/**
 * Judges a library that is being written, again and again. An entry is judged anew when it has changed, or when the rest of the library now says something
 * else of it; all others keep what was said of them.
 */
export class LiveLibrary<T> {
  #units: Map<string, Unit<T>>;
  readonly #twins = new TwinFinder();
  readonly #memory = new YamlMemory();

  /** @param keep makes of an outcome what is wanted of it, while its places are right */
  constructor(
    private readonly keep: (outcome: DraftReport | Problem, lines: () => LineIndex, text: string) => T,
    units: ReadonlyMap<string, Unit<T>> = new Map(),
  ) {
    this.#units = new Map(units);
  }

  /** Another that begins with all that this one knows. */
  fork(): LiveLibrary<T> {
    return new LiveLibrary(this.keep, this.#units);
  }

  /** @param isStale whether nobody waits for the answer any longer: it is then undefined, and what was judged is kept */
  async judge(file: LibraryFile, context: Context, isStale: () => boolean): Promise<LiveAnswer<T> | Problem | undefined> {
    const source = await read(file, context, this.#memory);
    if ('code' in source) return source;
    const desk = new Desk(file, context);
    try {
      return await this.#judge(source, file, desk, isStale);
    } finally {
      await desk.end();
    }
  }

  async #judge(source: Source, file: LibraryFile, desk: Desk, isStale: () => boolean): Promise<LiveAnswer<T> | undefined> {
    const { pieces, notes } = source;
    const units = new Map<string, Unit<T>>();
    const turn = turns(isStale);
    const guess = new DialectGuess();
    for (const [index, piece] of pieces.entries()) {
      let unit = this.#units.get(piece.id);
      if (!unit || !isSame(unit.written, piece.written)) {
        if (!(await turn())) return undefined;
        unit = await surveyed<T>(piece, index, file, desk);
        this.#units.set(piece.id, unit);
      }
      units.set(piece.id, unit);
      for (const one of unit.guesses) guess.join(one);
    }
    const said = compareEntries(
      [...units.values()].flatMap(({ digests }) => digests),
      file.setup.library?.languages,
      this.#twins,
    );
    const best = guess.best();
    const texts: LiveText<T>[] = [];
    const asides = new Map<string, Problem>();
    for (const [index, piece] of pieces.entries()) {
      const unit = units.get(piece.id)!;
      const known = unit.ids.flatMap((id, text): Known[] => {
        if (unit.repeats.has(id)) return [];
        return [{ at: { entry: index, text, isWild: unit.isWild }, noted: said.get(id) ?? [], dialect: unit.isNamed ? undefined : best }];
      });
      const light = lightOf(known, piece);
      if (unit.judged?.light !== light) {
        if (!(await turn())) return undefined;
        unit.judged = { light, texts: await this.#judged(known, piece, desk, source.whole) };
      }
      for (const { outcome, kept, text, at, directives, asides: about } of unit.judged.texts) {
        texts.push({ outcome, kept, moved: piece.starts[text] - at, written: piece.written });
        for (const one of about) {
          const { line, column } = piece.directives[one.about].place;
          asides.set(`${line}:${column} ${one.problem.message}`, { ...one.problem, line, column });
        }
        if (!('code' in outcome) && outcome.suppressions.length > 0) notes?.heard(withPlacesOf(outcome, directives, piece.directives));
      }
    }
    // Entries that are gone are forgotten once an answer was wanted to the end.
    this.#units = units;
    return {
      texts,
      problems: [...source.problems, ...asides.values(), ...(notes?.unused(file.setup.unusedSuppressions ?? 'warning') ?? [])],
    };
  }

  async #judged(all: readonly Known[], piece: Piece, desk: Desk, { text, lines }: WholeText): Promise<Judged<T>[]> {
    const judged: Judged<T>[] = [];
    const inputs = piece.inputs();
    const { directives } = piece;
    for (const { at, noted, dialect } of all) {
      const whole = await desk.lint(inputs[at.text], at, { noted, dialect });
      const { outcome, asides } = withoutAsides(whole, directives);
      judged.push({ outcome, kept: this.keep(outcome, lines, text), text: at.text, at: piece.starts[at.text], directives, asides });
    }
    return judged;
  }
}

async function read(file: LibraryFile, context: Context, memory: YamlMemory): Promise<Source | Problem> {
  if (!holdsMany(file)) {
    const input = await templateOf(file, file.format, context);
    if ('code' in input) return input;
    const { id, directives } = input;
    const piece = { id, written: [JSON.stringify(input.entry), String(file.content)], starts: [0], directives, inputs: () => [input] };
    return { pieces: [piece], problems: [], whole: wholeText(String(file.content)) };
  }
  const opened = await open(file, memory);
  if ('code' in opened) return opened;
  const { library, whole } = opened;
  const notes = new LibraryNotes(file.name, whole, library);
  const pieces = library.entries.map((one): Piece => {
    const directives = notes.of(one);
    return {
      id: one.entry.id,
      written: writtenOf(one, whole.text),
      starts: one.texts.map(({ value }) => value.start),
      directives,
      inputs: () => inputsOf(file, opened, one, context, directives),
    };
  });
  return { pieces, problems: library.problems, notes, whole };
}

/** A first look at an entry. A text that cannot be read is told when it is judged. */
async function surveyed<T>(piece: Piece, entry: number, file: LibraryFile, desk: Desk): Promise<Unit<T>> {
  const inputs = piece.inputs();
  const digests: Digest[] = [];
  const repeats = new Set<string>();
  const guesses: DialectGuess[] = [];
  const isWild = file.thread !== undefined && (await isWildEntry(inputs, file));
  for (const [text, input] of inputs.entries()) {
    if (input.entry.dialect === undefined && typeof input.draft === 'string') {
      const guess = new DialectGuess();
      guess.add(input.draft);
      guesses.push(guess);
    }
    const seen = await desk.survey(input, { entry, text, isWild });
    if ('code' in seen) continue;
    if (seen.repeats) repeats.add(seen.digest.id);
    else digests.push(seen.digest);
  }
  const isNamed = inputs[0]?.entry.dialect !== undefined;
  return { written: piece.written, ids: inputs.map(({ id }) => id), isNamed, digests, repeats, guesses, isWild };
}

/** Takes out what is said of suppressions beside the text: these stand elsewhere in the file, and may hold for many texts. */
function withoutAsides(
  outcome: DraftReport | Problem,
  directives: readonly Directive[],
): { readonly outcome: DraftReport | Problem; readonly asides: Judged<unknown>['asides'] } {
  if ('code' in outcome || directives.length === 0) return { outcome, asides: [] };
  const aboutOf = ({ line, column }: Problem): number =>
    directives.findIndex(({ place }) => place.line === line && place.column === column);
  const asides = outcome.problems.map((problem) => ({ problem, about: aboutOf(problem) })).filter(({ about }) => about >= 0);
  return { outcome: { ...outcome, problems: outcome.problems.filter((problem) => aboutOf(problem) < 0) }, asides };
}

/** The report with its suppressions where they stand now. */
function withPlacesOf(report: DraftReport, then: readonly Directive[], now: readonly Directive[]): DraftReport {
  const suppressions = report.suppressions.map((one) => {
    const about = then.findIndex(({ place }) => place.line === one.place.line && place.column === one.place.column);
    return about < 0 ? one : { ...one, place: now[about].place };
  });
  return { ...report, suppressions };
}

/** All that the report on an entry rests on besides the entry. */
function lightOf(all: readonly Known[], { directives }: Piece): string {
  if (directives.length === 0 && all.every(({ noted }) => noted.length === 0)) return all[0]?.dialect ?? '';
  return JSON.stringify([directives.map(({ text }) => text), all.map(({ noted, dialect }) => [dialect, noted])]);
}

/** All that the texts of an entry are made of: what is said of it, how it is written, and any text that is written elsewhere, for which an alias stands. */
function writtenOf({ entry, start, end, texts }: LibraryEntry, whole: string): string[] {
  const indent = start - (whole.lastIndexOf('\n', start - 1) + 1);
  const elsewhere = texts.filter(({ value }) => value.start < start || value.end > end);
  return [
    `${indent} ${JSON.stringify(entry)}`,
    whole.slice(start, end),
    ...elsewhere.map(({ value }) => whole.slice(value.start, value.end)),
  ];
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, i) => text === other[i]);
}

/** Gives others their turn now and then; false once nobody waits any longer. */
function turns(isStale: () => boolean): () => Promise<boolean> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN) return true;
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    since = performance.now();
    return !isStale();
  };
}

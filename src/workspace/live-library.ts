import { DialectGuess } from '../draft/guess-dialect.js';
import type { Directive } from '../draft/draft.js';
import type { Note } from '../draft/entry.js';
import type { Context, DraftReport, Problem } from '../index.js';
import type { EntryInput } from '../library/entry-input.js';
import type { Digest } from '../library/digest.js';
import { compareEntries } from '../library/survey.js';
import type { LineIndex } from '../text/line-index.js';
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
  /** Tells this text, as it is written, from any other. */
  readonly written: string;
}

export interface LiveAnswer<T> {
  readonly texts: readonly LiveText<T>[];
  /** What is to be said of the file and its suppressions, at places of today. */
  readonly problems: readonly Problem[];
}

/** An entry as it was judged last: its texts, what a look at them alone brought, and what was said of them in the light of all others. */
interface Unit<T> {
  readonly written: readonly string[];
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
  /** Where the text began in the file. */
  readonly at: number;
  /** The suppressions beside it, where they stood then, and what was said of them. */
  readonly directives: readonly Directive[];
  readonly asides: readonly { readonly problem: Problem; readonly about: number }[];
}

/** A text to be judged, and what the others say of it. */
interface Known {
  readonly input: EntryInput;
  readonly at: At;
  readonly noted: readonly Note[];
  readonly dialect: string | undefined;
}

interface Source {
  /** Each with its texts. */
  readonly entries: readonly (readonly EntryInput[])[];
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
    const source = await read(file, context);
    if ('code' in source) return source;
    const desk = new Desk(file, context);
    try {
      return await this.#judge(source, file, desk, isStale);
    } finally {
      await desk.end();
    }
  }

  async #judge(source: Source, file: LibraryFile, desk: Desk, isStale: () => boolean): Promise<LiveAnswer<T> | undefined> {
    const { entries, notes } = source;
    const units = new Map<string, Unit<T>>();
    const turn = turns(isStale);
    const guess = new DialectGuess();
    for (const [index, inputs] of entries.entries()) {
      const [{ entry }] = inputs;
      const written = inputs.map(writtenOf);
      let unit = this.#units.get(entry.id);
      if (!unit || !isSame(unit.written, written)) {
        if (!(await turn())) return undefined;
        unit = await surveyed<T>(inputs, written, index, file, desk);
        this.#units.set(entry.id, unit);
      }
      units.set(entry.id, unit);
      for (const one of unit.guesses) guess.join(one);
    }
    // Entries that are gone are forgotten once an answer was wanted to the end.
    const said = compareEntries(
      [...units.values()].flatMap(({ digests }) => digests),
      file.setup.library?.languages,
    );
    const best = guess.best();
    const texts: LiveText<T>[] = [];
    const asides = new Map<string, Problem>();
    for (const [index, inputs] of entries.entries()) {
      const unit = units.get(inputs[0].entry.id)!;
      const known = inputs.flatMap((input, text): Known[] => {
        if (unit.repeats.has(input.id)) return [];
        const dialect = input.entry.dialect === undefined ? best : undefined;
        return [{ input, at: { entry: index, text, isWild: unit.isWild }, noted: said.get(input.id) ?? [], dialect }];
      });
      const light = lightOf(known);
      if (unit.judged?.light !== light) {
        if (!(await turn())) return undefined;
        unit.judged = { light, texts: await this.#judged(known, desk, source.whole) };
      }
      for (const [n, judged] of unit.judged.texts.entries()) {
        const { outcome, kept, at } = judged;
        const { input } = known[n];
        texts.push({ outcome, kept, moved: beginOf(input) - at, written: unit.written[known[n].at.text] });
        for (const { problem, about } of judged.asides) {
          const { line, column } = input.directives[about].place;
          asides.set(`${line}:${column} ${problem.message}`, { ...problem, line, column });
        }
        if (!('code' in outcome)) notes?.heard(withPlacesOf(outcome, judged.directives, input.directives));
      }
    }
    this.#units = units;
    return {
      texts,
      problems: [...source.problems, ...asides.values(), ...(notes?.unused(file.setup.unusedSuppressions ?? 'warning') ?? [])],
    };
  }

  async #judged(all: readonly Known[], desk: Desk, { text, lines }: WholeText): Promise<Judged<T>[]> {
    const judged: Judged<T>[] = [];
    for (const { input, at, noted, dialect } of all) {
      const whole = await desk.lint(input, at, { noted, dialect });
      const { outcome, asides } = withoutAsides(whole, input.directives);
      judged.push({ outcome, kept: this.keep(outcome, lines, text), at: beginOf(input), directives: input.directives, asides });
    }
    return judged;
  }
}

async function read(file: LibraryFile, context: Context): Promise<Source | Problem> {
  if (!holdsMany(file)) {
    const input = await templateOf(file, file.format, context);
    return 'code' in input ? input : { entries: [[input]], problems: [], whole: wholeText(String(file.content)) };
  }
  const opened = await open(file);
  if ('code' in opened) return opened;
  const notes = new LibraryNotes(file.name, opened.whole, opened.library);
  const entries = opened.library.entries.map((one) => inputsOf(file, opened, one, context, notes.of(one)));
  return { entries, problems: opened.library.problems, notes, whole: opened.whole };
}

/** A first look at an entry. A text that cannot be read is told when it is judged. */
async function surveyed<T>(
  inputs: readonly EntryInput[],
  written: readonly string[],
  entry: number,
  file: LibraryFile,
  desk: Desk,
): Promise<Unit<T>> {
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
  return { written, digests, repeats, guesses, isWild };
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
  if (report.suppressions.length === 0) return report;
  const suppressions = report.suppressions.map((one) => {
    const about = then.findIndex(({ place }) => place.line === one.place.line && place.column === one.place.column);
    return about < 0 ? one : { ...one, place: now[about].place };
  });
  return { ...report, suppressions };
}

/** All that the report on an entry rests on besides the entry. */
function lightOf(all: readonly Known[]): string {
  return JSON.stringify(all.map(({ input, noted, dialect }) => [dialect, noted, input.directives.map(({ text }) => text)]));
}

/** A text with all that its file says of it, as it is written. */
function writtenOf({ entry, format, kind, draft, within }: EntryInput): string {
  const raw = within ? within.whole.text.slice(within.map.nearest(0), within.map.nearest(draft.length)) : '';
  return `${JSON.stringify(entry)} ${format} ${kind} ${String(draft)}\0${raw}`;
}

/** Where a text begins in its file. */
function beginOf({ within }: EntryInput): number {
  return within?.map.nearest(0) ?? 0;
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

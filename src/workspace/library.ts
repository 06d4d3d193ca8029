import { setFlagsFromString } from 'node:v8';
import { DialectGuess } from '../draft/guess-dialect.js';
import type { Context, DraftReport, Problem } from '../index.js';
import type { Digest } from '../library/digest.js';
import type { EntryInput } from '../library/entry-input.js';
import type { Surveyed } from '../library/judge-entry.js';
import { compareEntries } from '../library/survey.js';
import { Desk, inContext, isWildEntry, type At, type Question } from './library-apart.js';
import { LibraryNotes } from './library-notes.js';
import { differsFrom, holdsMany, inputsOf, open, templateOf, type LibraryFile, type Opened } from './library-entries.js';

/** Does some work on a draft; a fault of ours becomes a problem of that draft. */
export type Guard = <T>(name: string, work: () => Promise<T>) => Promise<T | Problem>;

/** All libraries of a run: a first look at every entry tells what they say of each other, then each is judged. Only one entry is held at a time. */
export class Libraries {
  readonly #surveyed = new Set<string>();
  readonly #digests: Digest[] = [];
  readonly #repeats = new Set<string>();
  /** Entries that may take long, by the id of their first text; and what was stopped at the first look, by the id of each text. */
  readonly #wild = new Set<string>();
  readonly #stopped = new Map<string, Problem>();
  /** By library; templates that are files of their own are one. */
  readonly #guesses = new Map<string, DialectGuess>();
  #notes: ReturnType<typeof compareEntries> | undefined;

  constructor(private readonly guard: Guard) {
    // Each entry leaves a little behind that is soon of no use. V8 would let it pile up to several times what is needed before it clears it away.
    setFlagsFromString('--heap-growing-percent=40');
  }

  /** Takes a first look at the entries of a file. What is wrong with it is told when it is judged. */
  async survey(file: LibraryFile): Promise<void> {
    if (this.#surveyed.has(file.name)) return;
    this.#surveyed.add(file.name);
    this.#notes = undefined;
    const desk = new Desk(file, {});
    try {
      if (!holdsMany(file)) {
        const template = await templateOf(file, file.format, {});
        if (!('code' in template)) await this.#surveyEntry([template], 0, file, desk);
        return;
      }
      const opened = await open(file);
      if ('code' in opened) return;
      for (const [index, one] of opened.library.entries.entries())
        await this.#surveyEntry(inputsOf(file, opened, one, {}), index, file, desk);
    } finally {
      await desk.end();
    }
  }

  async #surveyEntry(inputs: readonly EntryInput[], entry: number, file: LibraryFile, desk: Desk): Promise<void> {
    const isWild = file.thread !== undefined && (await isWildEntry(inputs, file));
    for (const [text, input] of inputs.entries()) {
      if (isWild) this.#wild.add(input.id);
      if (input.entry.dialect === undefined && typeof input.draft === 'string') this.#guessOf(file).add(input.draft);
      const seen = await this.guard(input.id, () => desk.survey(input, { entry, text, isWild }));
      if (!('code' in seen)) {
        if (seen.repeats) this.#repeats.add(seen.digest.id);
        else this.#digests.push(seen.digest);
      } else if (isWild) this.#stopped.set(input.id, seen);
    }
  }

  /** Judges the entries of a file, one after the other. */
  async *lint(file: LibraryFile, context: Context): AsyncGenerator<DraftReport | Problem> {
    await this.survey(file);
    const desk = new Desk(file, context);
    try {
      if (holdsMany(file)) yield* this.#lintEntries(file, context, desk);
      else {
        const template = await templateOf(file, file.format, context);
        yield 'code' in template ? template : await this.#judge(template, { entry: 0, text: 0 }, file, desk);
      }
    } finally {
      await desk.end();
    }
  }

  async *#lintEntries(file: LibraryFile, context: Context, desk: Desk): AsyncGenerator<DraftReport | Problem> {
    const opened = await open(file);
    if ('code' in opened) return yield opened;
    yield* opened.library.problems;
    const notes = new LibraryNotes(file.name, opened.whole, opened.library);
    const isChanged = file.before === undefined ? undefined : await differsFrom(file, file.before);
    for (const [entry, one] of opened.library.entries.entries()) {
      const directives = notes.of(one);
      if (isChanged && !isChanged(one, directives)) continue;
      for (const [text, input] of inputsOf(file, opened, one, context, directives).entries()) {
        if (this.#repeats.has(input.id)) continue;
        const before = notes.heard(await this.#judge(input, { entry, text }, file, desk));
        if (before) yield before;
      }
    }
    // Entries that were passed over may be the ones that need a suppression.
    const last = notes.last(isChanged ? 'off' : (file.setup.unusedSuppressions ?? 'warning'));
    if (last) yield last;
  }

  #guessOf(file: LibraryFile): DialectGuess {
    const key = holdsMany(file) ? file.name : '';
    const known = this.#guesses.get(key) ?? new DialectGuess();
    this.#guesses.set(key, known);
    return known;
  }

  async #judge(input: EntryInput, at: Omit<At, 'isWild'>, file: LibraryFile, desk: Desk): Promise<DraftReport | Problem> {
    const stopped = this.#stopped.get(input.id);
    if (stopped) return stopped;
    this.#notes ??= compareEntries(this.#digests, file.setup.library?.languages);
    const dialect = input.entry.dialect === undefined ? this.#guessOf(file).best() : undefined;
    const noted = this.#notes.get(input.id) ?? [];
    return this.guard(input.id, () => desk.lint(input, { ...at, isWild: this.#wild.has(input.id) }, { noted, dialect }));
  }
}

/** What answers for the entries of a file in a thread of its own. */
export async function entryReader(
  file: LibraryFile,
  context: Context,
): Promise<(question: Question) => Promise<Surveyed | DraftReport | Problem>> {
  const opened = holdsMany(file) ? await open(file) : undefined;
  const inputAt = opened === undefined || 'code' in opened ? undefined : fromLibrary(file, opened, context);
  return async ({ entry, text, lint }) => {
    const input = inputAt ? inputAt(entry, text) : opened && 'code' in opened ? opened : await templateOf(file, file.format, context);
    if ('code' in input) return input;
    return lint ? file.linter.lint(inContext(input, lint)) : file.linter.survey(input);
  };
}

function fromLibrary(file: LibraryFile, opened: Opened, context: Context): (entry: number, text: number) => EntryInput {
  const { library, whole } = opened;
  const notes = new LibraryNotes(file.name, whole, library);
  return (entry, text) => inputsOf(file, opened, library.entries[entry], context, notes.of(library.entries[entry]))[text];
}

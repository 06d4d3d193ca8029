import { setFlagsFromString } from 'node:v8';
import { DialectGuess } from '../draft/guess-dialect.js';
import type { Context, DraftReport, Problem } from '../index.js';
import type { Digest } from '../library/digest.js';
import type { EntryInput } from '../library/entry-input.js';
import { compareEntries } from '../library/survey.js';
import { withDeadline } from './deadline.js';
import { LibraryNotes } from './library-notes.js';
import { differsFrom, entriesOf, holdsMany, open, templateOf, type LibraryFile } from './library-entries.js';

/** All libraries of a run: a first look at every entry tells what they say of each other, then each is judged. Only one entry is held at a time. */
export class Libraries {
  readonly #surveyed = new Set<string>();
  readonly #digests: Digest[] = [];
  readonly #repeats = new Set<string>();
  /** By library; templates that are files of their own are one. */
  readonly #guesses = new Map<string, DialectGuess>();
  #notes: ReturnType<typeof compareEntries> | undefined;

  constructor() {
    // Each entry leaves a little behind that is soon of no use. V8 would let it pile up to several times what is needed before it clears it away.
    setFlagsFromString('--heap-growing-percent=40');
  }

  /** Takes a first look at the entries of a file. What is wrong with it is told when it is judged. */
  async survey(file: LibraryFile): Promise<void> {
    if (this.#surveyed.has(file.name)) return;
    this.#surveyed.add(file.name);
    this.#notes = undefined;
    const inputs = holdsMany(file) ? entriesOf(file, await open(file), {}) : [await templateOf(file, file.format, {})];
    for (const input of inputs) {
      if ('code' in input) return;
      if (input.entry.dialect === undefined && typeof input.draft === 'string') this.#guessOf(file).add(input.draft);
      const seen = await withDeadline(input.id, file.setup.limits.milliseconds, file.linter.survey(input));
      if ('code' in seen) continue;
      if (seen.repeats) this.#repeats.add(seen.digest.id);
      else this.#digests.push(seen.digest);
    }
  }

  /** Judges the entries of a file, one after the other. */
  async *lint(file: LibraryFile, context: Context): AsyncGenerator<DraftReport | Problem> {
    await this.survey(file);
    if (!holdsMany(file)) return yield await this.#judge(await templateOf(file, file.format, context), file);
    const opened = await open(file);
    if ('code' in opened) return yield opened;
    yield* opened.library.problems;
    const notes = new LibraryNotes(file.name, opened.whole, opened.library);
    const isChanged = file.before === undefined ? undefined : await differsFrom(file, file.before);
    for (const input of entriesOf(file, opened, context, notes, isChanged)) {
      if (!('code' in input) && this.#repeats.has(input.id)) continue;
      const before = notes.heard(await this.#judge(input, file));
      if (before) yield before;
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

  async #judge(input: EntryInput | Problem, file: LibraryFile): Promise<DraftReport | Problem> {
    const { linter, setup } = file;
    if ('code' in input) return input;
    this.#notes ??= compareEntries(this.#digests, setup.library?.languages);
    const { entry } = input;
    const guess = entry.dialect === undefined ? this.#guessOf(file).best() : undefined;
    const known = guess === undefined ? entry : { ...entry, dialect: guess };
    const noted = this.#notes.get(input.id) ?? [];
    return withDeadline(input.id, setup.limits.milliseconds, linter.lint({ ...input, entry: known, noted }));
  }
}

import { resolve as toAbsolute } from 'node:path';
import { loadConfig, plain, resolve, type Config, type Effective, type Flags, type Resolved } from '../config/index.js';
import { expandPaths, type Expanded, type FoundFile } from '../files/expand.js';
import { formatOf, type FileFormat } from '../files/format.js';
import { ignoring } from '../files/ignore.js';
import { leadsOut } from '../files/inside.js';
import { readDraft, readText, type Content } from '../files/read.js';
import {
  createLinter,
  type Baseline,
  type Context,
  type DraftReport,
  type Gates,
  type Input,
  type Limits,
  type Linter,
  type Mode,
  type Problem,
} from '../index.js';
import { parse } from '../parse/index.js';
import { tooManyDrafts } from '../parse/source.js';
import { isWild, isWildText } from '../parse/wild.js';
import { formerIds } from '../rule/former-ids.js';
import { byPlace } from '../text/problem.js';
import type { Rule } from '../rule/rule.js';
import type { Trust } from '../trust/trust.js';
import type { Since } from './since.js';
import { withDeadline } from './deadline.js';
import type { Preview } from '../library/preview.js';
import type { EntryLinter, EntryOptions } from '../library/judge-entry.js';
import { DEFAULT_GATES } from '../report/build.js';
import type { Libraries } from './library.js';
import type { LibraryFile, LibrarySetup } from './library-entries.js';
import { loadRules } from './rules.js';

export interface WorkspaceOptions {
  /** Folder that paths and the search for a configuration start from; the process's own by default. */
  readonly cwd?: string;
  /** A configuration file to take instead of searching; false to use none. */
  readonly config?: string | false;
  /** Have the rules about whole libraries among the rules, though none has been read. */
  readonly libraryRules?: boolean;
  /** Settings that win over every file. */
  readonly flags?: Flags;
  /** The mildest level of finding that fails a draft; `error` by default. */
  readonly failOn?: Gates['failOn'];
  /** False: suppressions in drafts are passed over. */
  readonly obeySuppressions?: boolean;
  /** A baseline file: what is in it is neither shown nor counted. */
  readonly baseline?: string;
  /** True: code of the project (a JavaScript configuration, plugins) is run, whether the user has trusted it before or not. `never`: not even then. */
  readonly trust?: boolean | 'never';
  /** A git revision: only drafts that have changed since are found, and of libraries only entries that have. */
  readonly since?: string;
  /** Whether a fault of replylint itself is thrown, to be seen with its stack, and not told as a problem of the file. */
  readonly debug?: boolean;
  /** The instant that counts as now for drafts without a date: ISO 8601. The clock's by default. */
  readonly now?: string;
}

/** A file whose content is there: only a path inside the project has settings of its own. */
export type ReadFile = Pick<FoundFile, 'file' | 'format'> & { readonly path?: string };

/** Configuration, rules and linters held ready. Every command holds one. */
export interface Workspace {
  /** Absolute. */
  readonly cwd: string;
  readonly config: Config;
  readonly rules: readonly Rule[];
  /** What is wrong with configuration, rules or flags. Not empty: nothing should be judged with it. */
  readonly problems: readonly Problem[];
  /** What whoever runs it should know, though all can be judged: rules that are named by former ids. */
  readonly notes: readonly Problem[];
  /** Former ids of rules, each with the id of today. */
  readonly former: ReadonlyMap<string, string>;
  /** The settings for one file (absolute, or relative to `cwd`); without a path those of text that is in no file. */
  settingsFor(path?: string): Effective;
  /** Whether the configuration leaves a file (absolute path) out. */
  ignores(path: string): Promise<boolean>;
  /** Turns files, folders and globs into files to judge; the configuration's ignore patterns hold. */
  find(inputs: readonly string[], format?: FileFormat): Promise<Expanded>;
  /** Whether a file holds templates: what is said of one of them rests on all that are judged with it. */
  isTemplate(file: ReadFile): boolean;
  readonly options: WorkspaceOptions;
  /** Absolute paths of the modules that plugins begin with. */
  readonly plugins: readonly string[];
  /** What other threads need to make the same workspace. */
  forThreads(): WorkspaceOptions;
  /** The text of a message that stands beside a draft (the customer's, say), without judging it. */
  readMessage(name: string): Promise<string | Problem>;
  /** How an entry of a library (or a template that is a file of its own) reads with sample values and with nothing in its merge fields; both variants, where it has two. */
  preview(file: string, id?: string): Promise<readonly Preview[] | Problem>;
  /** A library, or a template that is a file of its own, with all that its entries are judged by. */
  libraryFile(file: ReadFile, read: Content): Promise<LibraryFile>;
  /** Takes a first look at all libraries among some files, so that each entry can be judged knowing all others. Any other file is left alone. */
  survey(found: Expanded): Promise<void>;
  /** Reads a file and judges each draft in it, one after the other: a library holds many, any other file one. */
  lintFile(file: FoundFile, context?: Context): AsyncIterable<DraftReport | Problem>;
  /** The same for a file that is read already: standard input under a name, say. */
  lintRead(file: ReadFile, read: Content, context?: Context): AsyncIterable<DraftReport | Problem>;
  /** What judging a library, or a template that is a file of its own, over and over needs to know of it. */
  libraryFile(file: ReadFile, read: Content): Promise<LibraryFile>;
  /** Judges a reply that is read already; `path` says which settings hold for it. */
  lint(input: Input, path?: string): Promise<DraftReport | Problem>;
  /** Judges a reply in plain text, at once. */
  lintText(input: Input, path?: string): DraftReport | Problem;
}

/**
 * Finds the configuration and the rules, and holds them ready. Mistakes in them are in `problems`.
 * @param apart whether drafts that may take long are judged in a thread of their own, where they can be stopped
 */
export async function createWorkspace(options: WorkspaceOptions = {}, { apart = true } = {}): Promise<Workspace> {
  const cwd = toAbsolute(options.cwd ?? '.');
  const trust = options.trust ? await trustOf(options.trust) : undefined;
  const config = await loadConfig({ cwd, search: options.config !== false, trust, ...(options.config && { file: options.config }) });
  const { rules, notes, problems, plugins } = await loadRules(config, trust);
  // Only settings can name rules about libraries before one is read.
  const named = options.libraryRules || config.files.length > 0 || options.flags?.rules?.length;
  const all = named ? [...rules, ...(await import('../library/rules.js')).libraryRules] : rules;
  const resolved = resolve(config, all, options.flags);
  const wrong = byPlace([...config.problems, ...problems, ...resolved.problems]);
  const baseline = options.baseline === undefined ? undefined : await loadBaseline(options.baseline, cwd, options.now);
  if (baseline && 'code' in baseline) wrong.push(baseline);
  const since = options.since === undefined ? undefined : await (await import('./since.js')).changedSince(options.since, cwd);
  if (since && 'code' in since) wrong.push(since);
  const against = { ...(baseline && !('code' in baseline) && { baseline }), ...(since && !('code' in since) && { since }) };
  return new ReadyWorkspace(cwd, config, all, resolved, wrong, [...notes, ...resolved.notes], options, apart, against, plugins);
}

async function trustOf(said: true | 'never'): Promise<Trust> {
  const { forThisRun, never } = await import('../trust/trust.js');
  return said === 'never' ? never : forThisRun;
}

/** What a set of settings makes of a reply. */
interface Ready {
  readonly linter: Linter;
  readonly limits: Limits;
  readonly mode?: Mode;
  readonly setup: LibrarySetup;
  readonly now: string;
  readonly options: Omit<EntryOptions, 'samples'>;
  entries?: EntryLinter;
}

class ReadyWorkspace implements Workspace {
  readonly #ready = new WeakMap<Effective, Ready>();
  #ignored?: Promise<(path: string) => boolean>;
  #libraries?: Libraries;
  #all: readonly Rule[];

  constructor(
    readonly cwd: string,
    readonly config: Config,
    rules: readonly Rule[],
    private readonly resolved: Resolved,
    readonly problems: readonly Problem[],
    readonly notes: readonly Problem[],
    readonly options: WorkspaceOptions,
    private readonly apart: boolean,
    private readonly against: { readonly baseline?: Baseline; readonly since?: Since },
    readonly plugins: readonly string[],
  ) {
    this.#all = rules;
  }

  get rules(): readonly Rule[] {
    return this.#all;
  }

  get former(): ReadonlyMap<string, string> {
    return formerIds(this.rules);
  }

  settingsFor(path?: string): Effective {
    return this.resolved.resolveFor(path);
  }

  async ignores(path: string): Promise<boolean> {
    this.#ignored ??= ignoredBy(this.config);
    return (await this.#ignored)(path);
  }

  async find(inputs: readonly string[], format?: FileFormat): Promise<Expanded> {
    this.#ignored ??= ignoredBy(this.config);
    const library = (path: string): boolean => this.settingsFor(path).library?.value.map !== undefined;
    const found = await expandPaths(inputs, { cwd: this.cwd, root: this.config.root, format, library, ignored: await this.#ignored });
    const { since } = this.against;
    if (!since) return found;
    const [files, beside]: [FoundFile[], FoundFile[]] = [[], []];
    for (const file of found.files) (since.isChanged(file) ? files : beside).push(file);
    return { ...found, files, beside };
  }

  async readMessage(name: string): Promise<string | Problem> {
    const { files, problems } = await expandPaths([name], { cwd: this.cwd, root: this.config.root, format: formatOf(name) ?? 'text' });
    const [file] = files;
    if (!file || files.length > 1)
      return problems[0] ?? { code: 'usage', file: name, message: 'more than one file; name the one with the message' };
    const { limits } = this.#readyFor(undefined);
    const format = file.format === 'library' || file.format === 'mbox' ? 'text' : file.format;
    const read = readDraft(file.file, format, limits, file.path);
    if ('code' in read) return read;
    const parsed = await withDeadline(name, limits.milliseconds, parse({ name, format, ...read }, limits));
    return 'code' in parsed ? parsed : parsed.text;
  }

  async *lintFile(file: FoundFile, context: Context = {}): AsyncGenerator<DraftReport | Problem> {
    const read = readDraft(file.file, file.format, this.#readyFor(file.path).limits, file.path);
    if ('code' in read) yield read;
    else yield* this.lintRead(file, read, context);
  }

  async *lintRead(file: ReadFile, read: Content, context: Context = {}): AsyncGenerator<DraftReport | Problem> {
    const { content, toBytes } = read;
    const { format, file: name, path } = file;
    if (format === 'mbox') {
      yield* this.#lintMails(name, content, context, path);
      return;
    }
    if (format !== 'library' && this.#readyFor(path).setup.mode !== 'template') {
      yield await this.lint({ ...context, draft: content, toBytes, format, name }, path);
      return;
    }
    const held = await this.libraryFile(file, read);
    const before = path === undefined || format !== 'library' ? undefined : await this.against.since?.textBefore(path);
    yield* (await this.#held()).lint({ ...held, before }, context);
  }

  isTemplate({ format, path }: ReadFile): boolean {
    return format === 'library' || this.#readyFor(path).setup.mode === 'template';
  }

  forThreads(): WorkspaceOptions {
    return { ...this.options, since: undefined, cwd: this.cwd, now: this.options.now ?? new Date().toISOString() };
  }

  async survey({ files, beside = [] }: Expanded): Promise<void> {
    for (const file of [...files, ...beside]) {
      const { limits, setup } = this.#readyFor(file.path);
      if (file.format === 'mbox' || (file.format !== 'library' && setup.mode !== 'template')) continue;
      const read = readDraft(file.file, file.format, limits, file.path);
      if (!('code' in read)) await (await this.#held()).survey(await this.libraryFile(file, read));
    }
  }

  async *#lintMails(name: string, content: Content['content'], context: Context, path?: string): AsyncGenerator<DraftReport | Problem> {
    const { messagesOf } = await import('./mbox.js');
    const messages = [...messagesOf(typeof content === 'string' ? Buffer.from(content) : content)];
    const tooMany = tooManyDrafts(name, messages.length, this.#readyFor(path).limits);
    if (tooMany) return yield tooMany;
    for (const [index, { bytes: draft, base }] of messages.entries())
      yield await this.lint({ ...context, draft, base, format: 'eml', name, id: `${name}#${index + 1}` }, path);
    if (messages.length === 0)
      yield { code: 'empty', file: name, message: 'no mail in it: none of its lines begins a mail as "From …" does in an mbox file' };
  }

  async preview(name: string, id?: string): Promise<readonly Preview[] | Problem> {
    const { files, problems } = await expandPaths([name], { cwd: this.cwd, root: this.config.root });
    const [file] = files;
    if (!file || files.length > 1)
      return problems[0] ?? { code: 'usage', file: name, message: 'leads to more than one file; name the one that holds the entry' };
    const read = readDraft(file.file, file.format, this.#readyFor(file.path).limits, file.path);
    if ('code' in read) return read;
    const { previewEntry } = await import('./library-preview.js');
    return previewEntry(await this.libraryFile(file, read), id);
  }

  async #held(): Promise<Libraries> {
    const { Libraries } = await import('./library.js');
    return (this.#libraries ??= new Libraries((name, work) => this.#guarded(name, work)));
  }

  async libraryFile({ format: stated, file: name, path }: ReadFile, { content, toBytes }: Content): Promise<LibraryFile> {
    const ready = this.#readyFor(path);
    const format = stated === 'mbox' ? 'eml' : stated;
    if (!ready.entries) {
      const [{ EntryLinter }, { libraryRules }] = await Promise.all([import('../library/judge-entry.js'), import('../library/rules.js')]);
      const known = new Set(this.#all.map(({ id }) => id));
      this.#all = [...this.#all, ...libraryRules.filter(({ id }) => !known.has(id))];
      ready.entries = new EntryLinter(this.#all, { ...ready.options, samples: ready.setup.library?.samples });
    }
    const { isEmailTemplate } = await import('./library-entries.js');
    const beside =
      path !== undefined && isEmailTemplate(name) && !leadsOut(`${path}-meta.xml`, this.config.root)
        ? readText(`${name}-meta.xml`, ready.limits.fileBytes, `${path}-meta.xml`)
        : undefined;
    return {
      name,
      content,
      toBytes,
      format,
      setup: ready.setup,
      linter: ready.entries,
      ...(this.apart && { thread: { options: { ...this.forThreads(), now: ready.now }, path } }),
      ...(typeof beside === 'string' && { beside: { name: `${name}-meta.xml`, text: beside } }),
    };
  }

  lint(input: Input, path?: string): Promise<DraftReport | Problem> {
    return this.#guarded(input.name, () => this.#judge(input, path));
  }

  /** A fault of ours costs one draft, not the run. */
  async #guarded<T>(file: string | undefined, work: () => Promise<T>): Promise<T | Problem> {
    try {
      return await work();
    } catch (error) {
      if (this.options.debug) throw error;
      const what = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 200);
      const message = `replylint failed on it (${what}) and left it out; please report this with the file; --debug shows more`;
      return { code: 'crashed', file, message };
    }
  }

  async #judge(input: Input, path?: string): Promise<DraftReport | Problem> {
    const { linter, limits, mode, now } = this.#readyFor(path);
    const { draft: content, format = 'text' } = input;
    // The way from a part to the whole that it was decoded out of is no data that can be copied.
    if (this.apart && !input.within && (format === 'text' ? isWildText(content) : await isWild({ content, format }, limits))) {
      const { judgeApart } = await import('./isolate.js');
      const { toBytes, ...copied } = input;
      const options = { ...this.forThreads(), now };
      return judgeApart({ options, input: copied, runs: toBytes?.runs?.(), path }, limits.milliseconds);
    }
    if (format === 'text') return this.lintText(input, path);
    return withDeadline(input.name ?? 'draft', limits.milliseconds, linter.lint(mode && !input.mode ? { ...input, mode } : input));
  }

  lintText(input: Input, path?: string): DraftReport | Problem {
    const { linter, mode } = this.#readyFor(path);
    return linter.lintText(mode && !input.mode ? { ...input, mode } : input);
  }

  #readyFor(path: string | undefined): Ready {
    const effective = this.settingsFor(path);
    let ready = this.#ready.get(effective);
    if (!ready) {
      const settings = plain(effective);
      const gates = { minScore: settings.pass, failOn: this.options.failOn ?? 'error' };
      const now = this.options.now ?? new Date().toISOString();
      const { limits, as: mode, library } = settings;
      const setup = { limits, mode, library, dialect: settings.settings.dialect, unusedSuppressions: settings.suppressions.unused };
      const suppressions = { ...settings.suppressions, obey: this.options.obeySuppressions };
      const settled = { ...settings, suppressions, baseline: this.against.baseline, gates: { ...DEFAULT_GATES, ...gates }, now };
      ready = { linter: createLinter(this.rules, settled), limits, mode, setup, now, options: settled };
      this.#ready.set(effective, ready);
    }
    return ready;
  }
}

async function loadBaseline(file: string, cwd: string, now: string | undefined): Promise<Baseline | Problem> {
  const { readBaseline, baselineOf } = await import('./baseline.js');
  const read = readBaseline(file, cwd);
  return 'code' in read ? read : baselineOf(read, cwd, now);
}

async function ignoredBy(config: Config): Promise<(path: string) => boolean> {
  const byBase = new Map<string, string[]>();
  for (const { value, base } of config.ignore) byBase.set(base, [...(byBase.get(base) ?? []), value]);
  const tests = await Promise.all([...byBase].map(([base, patterns]) => ignoring(patterns, base)));
  return (path) => tests.some((test) => test(path));
}

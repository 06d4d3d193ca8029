import { lstatSync, realpathSync, statSync, type BigIntStats } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Problem } from '../text/problem.js';
import { nearest } from '../text/nearest.js';
import { errorCode, systemFailure } from './failure.js';
import { draftExtensions, fileFormatOf, mayBeLibrary, type FileFormat } from './format.js';
import { leadsOut, ledOut } from './inside.js';
import { whatItIs } from './read.js';
import { entriesOf, walk } from './walk.js';

const NAME_IT = 'name what it leads to';

/** A file to judge. */
export interface FoundFile {
  /** As it is shown: as the user named it, or relative to the working folder with `/`. */
  readonly file: string;
  /** Absolute path. */
  readonly path: string;
  readonly format: FileFormat;
}

export interface Expanded {
  readonly files: readonly FoundFile[];
  /** Files that are not to be judged, but that others are held against: those that have not changed. */
  readonly beside?: readonly FoundFile[];
  /** Each of them is something that could not be judged. */
  readonly problems: readonly Problem[];
  /** What was left out on the user's own word (ignore patterns): to be told, no fault. */
  readonly notes: readonly Problem[];
}

export interface ExpandOptions {
  /** Absolute path of the working folder. */
  readonly cwd: string;
  /** Absolute path of the project: links in it that lead out of it are not followed. The working folder by default. */
  readonly root?: string;
  /** Stands for what the extensions say, so that every named file is a draft. */
  readonly format?: FileFormat;
  /** Whether the configuration leaves this absolute path out. */
  readonly ignored?: (path: string) => boolean;
  /** Whether the configuration says that this absolute path is a library. */
  readonly library?: (path: string) => boolean;
}

/**
 * Turns what the user named (files, folders, globs) into the files to judge: regular files only, each once however many names lead to it,
 * in the order named and by name inside a folder. What exists is taken as it stands, so `[a].txt` is a file before it is a glob.
 */
export async function expandPaths(inputs: readonly string[], options: ExpandOptions): Promise<Expanded> {
  const found = new Finder(options);
  for (const input of inputs) await found.add(input);
  return { files: found.files, problems: found.problems, notes: found.notes };
}

class Finder {
  readonly files: FoundFile[] = [];
  readonly problems: Problem[] = [];
  readonly notes: Problem[] = [];
  private readonly seen = new Set<string>();

  constructor(private readonly options: ExpandOptions) {}

  async add(input: string): Promise<void> {
    if (input === '') {
      this.problems.push({ code: 'missing', message: 'an empty path was given; name a file or a folder' });
      return;
    }
    const path = resolve(this.options.cwd, input);
    let stat: BigIntStats;
    try {
      stat = statSync(path, { bigint: true });
    } catch (error) {
      const gone = errorCode(error) === 'ENOENT' && !isLink(path);
      if (gone && /[*?[\]{}()!]/.test(input)) await this.addGlob(input);
      else if (gone || errorCode(error) === 'ENOTDIR') this.problems.push(missing(input, path));
      else this.problems.push(systemFailure(input, error));
      return;
    }
    if (this.leadsOut(path)) this.problems.push(ledOut(input, NAME_IT));
    else if (stat.isDirectory()) await this.addFolder(input, path);
    else if (!stat.isFile())
      this.problems.push({ code: 'not-a-file', file: input, message: `${whatItIs(stat)}, not a regular file; name a file` });
    else this.addNamed(input, path, stat);
  }

  private addNamed(input: string, path: string, stat: BigIntStats): void {
    const format = this.options.format ?? fileFormatOf(path) ?? (mayBeLibrary(path) ? 'library' : undefined);
    if (this.options.ignored?.(path)) {
      this.notes.push({ code: 'ignored', file: input, message: 'left out: an ignore pattern of the configuration matches it' });
    } else if (format) this.push({ file: input, path, format }, stat);
    else
      this.problems.push({
        code: 'unknown-format',
        file: input,
        message: `its extension is none of ${draftExtensions.join(' ')}; say what it is with --input-format`,
      });
  }

  private async addFolder(input: string, path: string): Promise<void> {
    const before = this.seen.size + this.problems.length;
    let ignored = 0;
    let met = 0;
    for (const entry of walk(path, this.options.ignored)) {
      const file = this.shown(entry.path, input);
      if (entry.kind === 'failed') this.problems.push(systemFailure(file, entry.error));
      else if (entry.kind === 'ignored') ignored += 1;
      else if (entry.kind === 'linked-folder') {
        this.notes.push({
          code: 'link',
          file,
          message: 'not followed: a symbolic link to a folder elsewhere; name the folder that it leads to',
        });
      } else {
        const format = fileFormatOf(entry.path) ?? this.options.format ?? (await this.libraryFormat(entry.path));
        if (!format) continue;
        met += 1;
        this.addFound(file, entry.path, format);
      }
    }
    if (met > 0 || before !== this.seen.size + this.problems.length) return;
    const why =
      ignored > 0
        ? 'ignore patterns of the configuration leave out every draft in it'
        : `no draft in this folder (${draftExtensions.join(' ')})`;
    this.problems.push({ code: 'no-drafts', file: input, message: `${why}; name a file, or another folder` });
  }

  private async addGlob(input: string): Promise<void> {
    const { filesOf } = await import('./glob.js');
    let paths: string[];
    try {
      paths = await filesOf(input, this.options.cwd);
    } catch (error) {
      this.problems.push({
        code: 'bad-glob',
        file: input,
        message: `cannot be read as a glob (${errorCode(error)}); put names with special signs in full`,
      });
      return;
    }
    let drafts = 0;
    let ignored = 0;
    for (const path of paths) {
      // `exports/*.json` names libraries, `**/*` does not.
      const format = this.options.format ?? fileFormatOf(path) ?? (mayBeLibrary(input) ? 'library' : await this.libraryFormat(path));
      if (!format) continue;
      if (this.options.ignored?.(path)) ignored += 1;
      else {
        drafts += 1;
        this.addFound(this.shown(path, input), path, format);
      }
    }
    if (drafts > 0) return;
    if (ignored > 0)
      this.notes.push({ code: 'ignored', file: input, message: 'ignore patterns of the configuration leave out every file it matches' });
    else if (paths.length > 0)
      this.problems.push({
        code: 'no-drafts',
        file: input,
        message: `matches ${paths.length} ${paths.length === 1 ? 'file' : 'files'}, none of them a draft (${draftExtensions.join(' ')})`,
      });
    else
      this.problems.push({
        code: 'no-match',
        file: input,
        message: 'no file matches this pattern; check it, and quote it so that the shell leaves it alone',
      });
  }

  /** A file that a folder or a glob led to: what is no regular file is a problem, since its name says it is a draft. */
  /** In a folder most files of data are none of ours: only one whose name or configuration says so is a library. */
  private async libraryFormat(path: string): Promise<FileFormat | undefined> {
    if (!mayBeLibrary(path)) return undefined;
    const { kindsByName } = await import('../parse/library/names.js');
    return this.options.library?.(path) || kindsByName(basename(path)).length > 0 ? 'library' : undefined;
  }

  private addFound(file: string, path: string, format: FileFormat): void {
    try {
      const stat = statSync(path, { bigint: true });
      if (this.leadsOut(path)) this.problems.push(ledOut(file, NAME_IT));
      else if (stat.isFile()) this.push({ file, path, format }, stat);
      else if (!stat.isDirectory())
        this.problems.push({ code: 'not-a-file', file, message: `${whatItIs(stat)}, not a regular file; take it away, or ignore it` });
    } catch (error) {
      this.problems.push(systemFailure(file, error));
    }
  }

  private leadsOut(path: string): boolean {
    return leadsOut(path, this.options.root ?? this.options.cwd);
  }

  private push(file: FoundFile, stat: BigIntStats): void {
    const key = stat.ino === 0n ? realpathSync(file.path) : `${stat.dev}:${stat.ino}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.files.push(file);
  }

  /** As the user wrote it: absolute when they did, otherwise from the working folder. */
  private shown(path: string, input: string): string {
    if (isAbsolute(input)) return path;
    const from = relative(this.options.cwd, path);
    return sep === '\\' ? from.replaceAll('\\', '/') : from;
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** The problem of a path that is not there, with the nearest name beside it. */
function missing(input: string, path: string): Problem {
  const names = entriesOf(dirname(path));
  if (!names) return { code: 'missing', file: input, message: 'no such file: its folder does not exist either; check the path' };
  const name = nearest(basename(path), names);
  const hint = name === undefined ? 'check the path' : `did you mean ${input.slice(0, input.length - basename(input).length) + name}?`;
  return { code: 'missing', file: input, message: `no such file or folder; ${hint}` };
}

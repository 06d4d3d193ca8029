import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { didYouMean } from '../text/nearest.js';
import type { Problem } from '../text/problem.js';
import type { SaidFile } from './check.js';
import type { Trust } from '../trust/trust.js';
import type { ConfigDocument, Path } from './document.js';
import { findConfig, findRoot, isInside, readConfig, type ConfigCode, type ConfigText } from './find.js';
import { problemAt, shownPath } from './origin.js';
import { profiles } from './profiles/index.js';
import type { Config, Layer, LoadOptions, Match, Origin, Setting } from './types.js';
import { append } from '../text/append.js';

/** Files and profiles that one config may be put together from: each can name others twice, and twice again. */
const MAX_LAYERS = 200;

/**
 * Finds and reads the project's configuration. It runs no code that is not trusted, reads nothing outside the project's root except a file that `--config` names,
 * and loads no parser when there is no config file. What is wrong with the files is in `problems`, all at once.
 */
export async function loadConfig({ cwd, file, search = true, trust }: LoadOptions): Promise<Config> {
  const root = findRoot(cwd);
  const loading = new Loading(cwd, root, root, trust);
  if (file !== undefined) {
    const path = resolve(cwd, file);
    if (!isInside(path, root)) loading.boundary = findRoot(dirname(path));
    await loading.addFile(readConfig(path, undefined, cwd), []);
  } else if (search) {
    const found = findConfig(cwd);
    append(loading.problems, found.problems);
    if (found.file) await loading.addFile(found.file, []);
  }
  const { files, layers, rulePaths, plugins, ignore, problems } = loading;
  return { cwd, root, files: [...files], layers, rulePaths, plugins, ignore, problems };
}

/** Runs a config that is code, where it is trusted. */
async function runConfig(file: ConfigCode, root: string, cwd: string, trust: Trust | undefined): Promise<ConfigDocument | Problem> {
  const { runConfigFile } = await import('./code.js');
  return runConfigFile(file.path, root, cwd, trust);
}

/** The files of one config while they are read, the extended before those that extend them. */
class Loading {
  readonly files = new Set<string>();
  readonly layers: Layer[] = [profileLayer('default')];
  readonly rulePaths: Setting<string>[] = [];
  readonly ignore: (Setting<string> & { base: string })[] = [];
  readonly plugins: (Setting<string> & { base: string })[] = [];
  readonly problems: Problem[] = [];

  constructor(
    private readonly cwd: string,
    private readonly root: string,
    /** Nothing outside this folder is read. */
    public boundary: string,
    private readonly trust: Trust | undefined,
  ) {}

  /** `chain`: the files that led here by `extends`. `match`: the override that they stand in. */
  async addFile(read: ConfigText | ConfigCode | Problem, chain: readonly string[], match?: Match, at?: Origin): Promise<void> {
    if ('code' in read) {
      this.problems.push(read);
      return;
    }
    const [{ parseConfig }, { checkConfig }] = await Promise.all([import('./document.js'), import('./check.js')]);
    const first = !this.files.has(read.path);
    this.files.add(read.path);
    const document = await (read.format === 'code' ? runConfig(read, this.root, this.cwd, this.trust) : parseConfig(read, this.cwd));
    if ('code' in document) {
      // Of code, the place to mend is the line that names it.
      if (first && at && read.format === 'code') this.refuse(at, `"extends": ${document.file} ${document.message}`);
      else if (first) this.problems.push(document);
      return;
    }
    const { said, problems } = checkConfig(document, shownPath(read.path, this.cwd));
    if (first) append(this.problems, problems);
    await this.addSaid(said, (path) => ({ file: read.path, ...document.position(path) }), [...chain, read.path], match);
  }

  private async addSaid(said: SaidFile, origin: Layer['origin'], chain: readonly string[], match?: Match): Promise<void> {
    const base = dirname(chain.at(-1)!);
    await this.addExtends(said.extends, (path) => origin(['extends', ...path]), chain, match);
    this.layers.push({ said, origin, match });
    for (const [i, override] of (said.overrides ?? []).entries()) {
      const inner = (path: Path) => origin(['overrides', i, ...path]);
      const own: Match = { base, files: listed(override.files), except: listed(override.excludedFiles), within: match };
      await this.addExtends(override.extends, (path) => inner(['extends', ...path]), chain, own);
      this.layers.push({ said: override, origin: inner, match: own });
    }
    for (const [i, pattern] of (said.ignore ?? []).entries()) this.ignore.push({ value: pattern, base, origin: origin(['ignore', i]) });
    for (const [i, name] of (said.plugins ?? []).entries()) this.plugins.push({ value: name, base, origin: origin(['plugins', i]) });
    for (const [i, path] of (said.rulePaths ?? []).entries()) this.addRulePath(resolve(base, path), origin(['rulePaths', i]));
  }

  private addRulePath(path: string, origin: Origin): void {
    const shown = shownPath(path, this.cwd);
    if (this.rulePaths.some(({ value }) => value === path)) return;
    if (!isInside(path, this.boundary)) this.refuse(origin, `the rules ${shown} are outside the project; copy them into it`);
    else if (!existsSync(path))
      this.refuse(
        origin,
        `there is no file or folder ${shown}; ${/[*?{]/.test(shown) ? 'globs are not read here, so name the folder' : 'check the name'}`,
      );
    else this.rulePaths.push({ value: path, origin });
  }

  private async addExtends(said: SaidFile['extends'], origin: Layer['origin'], chain: readonly string[], match?: Match): Promise<void> {
    for (const [i, entry] of listed(said).entries()) {
      const at = origin(Array.isArray(said) ? [i] : []);
      if (this.layers.length > MAX_LAYERS) {
        this.refuse(at, `"extends" leads to more than ${MAX_LAYERS} files and profiles; name each once`);
        return;
      }
      if (Object.hasOwn(profiles, entry)) this.layers.push({ ...profileLayer(entry), match });
      else if (!/[./\\]/.test(entry))
        this.refuse(
          at,
          `there is no profile "${entry}"; shipped are ${Object.keys(profiles).join(', ')}; a file is written ./${entry}.yaml${didYouMean(entry, Object.keys(profiles))}`,
        );
      else await this.addExtended(entry, at, chain, match);
    }
  }

  private async addExtended(entry: string, at: Origin, chain: readonly string[], match?: Match): Promise<void> {
    const path = resolve(dirname(chain.at(-1)!), entry);
    const shown = shownPath(path, this.cwd);
    if (chain.includes(path)) {
      const circle = [...chain.slice(chain.indexOf(path)), path].map((one) => shownPath(one, this.cwd));
      this.refuse(at, `"extends" goes in a circle: ${circle.join(' → ')}; take one of them out`);
    } else if (!isInside(path, this.boundary)) {
      this.refuse(at, `"extends" leads out of the project: ${shown}; copy the file into it`);
    } else {
      const read = readConfig(path, this.boundary, this.cwd);
      // The place to mend is the line that names the file.
      if ('code' in read) this.refuse(at, `"extends": ${shown} ${read.message}`);
      else await this.addFile(read, chain, match, at);
    }
  }

  private refuse(at: Origin, message: string): void {
    const problem = problemAt(at, this.cwd, message);
    const same = (other: Problem) => other.message === problem.message && other.file === problem.file && other.line === problem.line;
    if (!this.problems.some(same)) this.problems.push(problem);
  }
}

function profileLayer(name: string): Layer {
  return { said: profiles[name], origin: () => ({ profile: name }) };
}

function listed(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : (value ?? []);
}

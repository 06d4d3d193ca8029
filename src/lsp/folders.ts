import { stampOf } from '../workspace/stamp.js';
import { createWorkspace, type Workspace } from '../workspace/workspace.js';
import { isIn } from './paths.js';
import { DEFAULTS, type Settings } from './settings.js';

/** A folder that is open, with the workspace that its files are judged by. */
export interface Folder {
  /** Absolute. */
  readonly root: string;
  readonly settings: Settings;
  readonly workspace: Workspace;
  /** Changes whenever configuration, rules or settings do. */
  readonly generation: number;
}

interface Loading {
  readonly folder: Promise<Folder>;
  stamp?: string;
  checked: number;
}

/** So often the files of a configuration are looked at, in milliseconds: not every editor tells when they change. */
const CHECK_EVERY = 1000;

/** The folders that are open, each with its configuration and rules held ready. */
export class Folders {
  readonly #loaded = new Map<string, Loading>();
  readonly #settings = new Map<string, Settings>();
  #roots: readonly string[] = [];
  #common: Settings = DEFAULTS;
  #generation = 0;
  /** Whether the editor says that what is open may be trusted; undefined where it says nothing. */
  trusted: boolean | undefined;

  /** @param loaded is told of each folder when it was loaded, and loaded again */
  constructor(
    /** For files that are in no folder that is open. */
    private readonly home: string,
    private readonly loaded: (folder: Folder) => void,
  ) {}

  /** Absolute, in the order in which they were opened. */
  get roots(): readonly string[] {
    return this.#roots;
  }

  set roots(roots: readonly string[]) {
    this.#roots = roots;
    for (const root of this.#loaded.keys()) if (root !== this.home && !roots.includes(root)) this.#loaded.delete(root);
  }

  /** The folder whose settings hold for a file: the innermost one around it, else the first. */
  rootFor(path: string | undefined): string {
    const around = path === undefined ? [] : this.#roots.filter((root) => isIn(path, root));
    return around.toSorted((a, b) => b.length - a.length)[0] ?? this.#roots[0] ?? this.home;
  }

  /** Takes what the editor sets for one folder, or for all of which it says nothing else; whether that is new. */
  setSettings(root: string | undefined, settings: Settings): boolean {
    const known = (root === undefined ? undefined : this.#settings.get(root)) ?? this.#common;
    if (JSON.stringify(known) === JSON.stringify(settings)) return false;
    if (root === undefined) {
      this.#settings.clear();
      this.#common = settings;
    } else this.#settings.set(root, settings);
    return true;
  }

  async for(path: string | undefined): Promise<Folder> {
    const root = this.rootFor(path);
    const known = this.#loaded.get(root);
    if (known && !(await hasChanged(known))) return known.folder;
    this.#generation += 1;
    const loading: Loading = { folder: this.#load(root, this.#generation), checked: performance.now() };
    this.#loaded.set(root, loading);
    const folder = await loading.folder;
    loading.stamp = stampOf(folder.workspace);
    this.loaded(folder);
    return folder;
  }

  /** Has all that was read from files read anew. */
  reload(): void {
    this.#loaded.clear();
  }

  async #load(root: string, generation: number): Promise<Folder> {
    const settings = this.#settings.get(root) ?? this.#common;
    const workspace = await createWorkspace({
      cwd: root,
      config: settings.config,
      libraryRules: true,
      trust: this.trusted === undefined ? undefined : this.trusted || 'never',
      flags: { as: settings.as, dialect: settings.dialect },
    });
    return { root, settings, workspace, generation };
  }
}

async function hasChanged(loading: Loading): Promise<boolean> {
  const now = performance.now();
  if (loading.stamp === undefined || now - loading.checked < CHECK_EVERY) return false;
  loading.checked = now;
  return loading.stamp !== stampOf((await loading.folder).workspace);
}

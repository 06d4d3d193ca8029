import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { findRoot } from '../config/find.js';
import { formatOf } from '../files/format.js';
import { walk } from '../files/walk.js';
import { kindsByName } from '../parse/library/names.js';

/** What `init` has seen of a project. */
export interface Seen {
  /** Absolute. */
  readonly root: string;
  /** Folders of single templates: `macros`, `replies/en`. */
  readonly templates: readonly string[];
  /** Folders of drafts about to be sent. */
  readonly drafts: readonly string[];
  /** Files with many entries that their names tell. */
  readonly libraries: readonly string[];
  /** The help desk that the names of libraries tell. */
  readonly helpdesk?: string;
  /** Files that are Markdown or HTML and no drafts: `README.md`, `docs/`. */
  readonly others: readonly string[];
  readonly ci: 'github' | 'gitlab';
  /** How npm brings what the project depends on, where replylint is among it: `npm ci`, or `npm install` without a lockfile. */
  readonly install?: 'npm ci' | 'npm install';
  /** One line for people. */
  readonly summary: string;
  /** What to give the command first. */
  readonly try: string;
}

/** Files that are looked at; a project of more tells no more. */
const MOST = 20_000;
const TEMPLATES =
  /(?:^|[ _-])(?:macros?|canned(?:[-_ ]?(?:responses?|replies))?|templates?|saved[-_ ]?replies|snippets|replies|responses|textbausteine)$/i;
const DRAFTS = /(?:^|[ _-])(?:drafts?|outbox|entwuerfe)$/i;
const NO_DRAFTS = /^(?:readme|changelog|contributing|code_of_conduct|security|license|licence|authors|notice|support|governance)\b/i;
const OTHER_FOLDERS = new Set(['docs', 'doc', 'test', 'tests', 'dist', 'build', 'site', 'public', 'vendor', '.github', '.gitlab']);
const HELPDESKS = new Set(['zendesk', 'freshdesk', 'helpscout', 'front', 'zammad', 'osticket', 'quicktext', 'salesforce']);

/** Names that mean the same in a shell, a pattern and YAML, blanks aside. Others are for their owner to write. */
const PLAIN = /^[\p{L}\p{N}_][\p{L}\p{N} _./@+-]*$/u;

/** Looks at the project that `cwd` belongs to. Reads names, and of git's own files the address of the remote. */
export function survey(cwd: string): Seen {
  const root = findRoot(cwd);
  const templates = new Set<string>();
  const drafts = new Set<string>();
  const libraries: string[] = [];
  const others = new Set<string>();
  const kinds = new Set<string>();
  let count = 0;
  for (const met of walk(root)) {
    if (met.kind !== 'file' || (count += 1) > MOST) continue;
    const name = relative(root, met.path).split(sep).join('/');
    if (!PLAIN.test(name)) continue;
    const folders = dirname(name) === '.' ? [] : dirname(name).split('/');
    const base = name.slice(name.lastIndexOf('/') + 1);
    const library = kindsByName(base);
    if (library.length > 0) {
      libraries.push(name);
      for (const kind of library) if (HELPDESKS.has(kind)) kinds.add(kind);
    } else if (formatOf(name) !== undefined) {
      const known = (pattern: RegExp): string | undefined => {
        const at = folders.findIndex((folder) => pattern.test(folder));
        return at < 0 ? undefined : folders.slice(0, at + 1).join('/');
      };
      const [template, draft] = [known(TEMPLATES), known(DRAFTS)];
      if (NO_DRAFTS.test(base)) others.add(name);
      else if (draft !== undefined) drafts.add(draft);
      else if (template !== undefined) templates.add(template);
      else if (OTHER_FOLDERS.has(folders[0])) others.add(`${folders[0]}/`);
    }
  }
  const found = { templates: [...templates].sort(), drafts: [...drafts].sort(), libraries: libraries.sort() };
  const all = [...found.templates, ...found.drafts, ...found.libraries];
  return {
    root,
    ...found,
    others: [...others].sort(),
    ...(kinds.size === 1 && { helpdesk: [...kinds][0] }),
    ci: isGitLab(root) ? 'gitlab' : 'github',
    ...(dependsOnIt(root) && { install: existsSync(join(root, 'package-lock.json')) ? 'npm ci' : 'npm install' }),
    summary:
      all.length === 0
        ? 'No drafts, templates or libraries were found by their names.'
        : `Found ${all.slice(0, 6).join(', ')}${all.length > 6 ? ', …' : ''}.`,
    try:
      all.length === 0
        ? '.'
        : all
            .slice(0, 3)
            .map((name) => (name.includes(' ') ? `"${name}"` : name))
            .join(' '),
  };
}

function dependsOnIt(root: string): boolean {
  try {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      string,
      object | undefined
    >;
    return [dependencies, devDependencies].some((named) => Object.hasOwn(named ?? {}, 'replylint'));
  } catch {
    return false;
  }
}

function isGitLab(root: string): boolean {
  if (existsSync(join(root, '.gitlab-ci.yml'))) return true;
  if (existsSync(join(root, '.github'))) return false;
  try {
    return /^\s*url\s*=.*gitlab/im.test(readFileSync(join(root, '.git/config'), 'utf8'));
  } catch {
    return false;
  }
}

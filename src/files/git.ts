import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import type { Problem } from '../text/problem.js';
import { errorCode } from './failure.js';

/** The files of one revision. */
export interface Revision {
  /** Whether the file at this absolute path holds these very bytes in the revision. */
  isSame(path: string, bytes: Uint8Array): boolean;
  /** What the file held; undefined where it was not there. */
  before(path: string): Promise<Uint8Array | undefined>;
}

/** Git takes no repository for one that is only a folder of a checkout, runs no program for its settings, and fetches nothing. */
const DISTRUST = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.sshCommand=false',
  'protocol.allow=never',
  'safe.bareRepository=explicit',
];
const MAX_OUTPUT = 512 * 1024 * 1024;
const run = promisify(execFile);

/**
 * Runs git without a shell. Only what reads objects is called: neither the index nor the files of the work tree are looked at by git, so that no hook,
 * filter, text conversion or file system monitor of a repository is ever run, and nothing is fetched.
 */
async function git(cwd: string, args: readonly string[]): Promise<Buffer> {
  const { stdout } = await run('git', ['--no-pager', '--no-replace-objects', ...DISTRUST.flatMap((setting) => ['-c', setting]), ...args], {
    cwd,
    encoding: 'buffer',
    maxBuffer: MAX_OUTPUT,
    windowsHide: true,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
  });
  return stdout;
}

/**
 * The files of a revision of the repository that holds `cwd`. `main...` and `main...HEAD` stand for where the two parted, as in `git diff`.
 * What keeps it from being read is a problem that says what to do.
 */
export async function readRevision(ref: string, cwd: string): Promise<Revision | Problem> {
  const bad = (message: string): Problem => ({ code: 'usage', message: `--since ${ref}: ${message}` });
  if (ref.startsWith('-') || ref.trim() === '' || ref.includes('\0')) return bad('is no revision; name a branch, a tag or a commit');
  try {
    const root = realpathSync((await git(cwd, ['rev-parse', '--show-toplevel'])).toString().replace(/\r?\n$/, ''));
    const commit = await commitOf(ref, root);
    if (commit === undefined) return bad('git knows no such revision; check the name, or fetch it (CI often fetches one commit only)');
    return new Tree(root, await treeOf(root, commit));
  } catch (error) {
    return bad(reasonOf(error));
  }
}

async function commitOf(ref: string, root: string): Promise<string | undefined> {
  const [from, to = ''] = ref.split('...', 2);
  const first = await verified(from || 'HEAD', root);
  if (!ref.includes('...')) return first;
  const second = await verified(to || 'HEAD', root);
  if (first === undefined || second === undefined) return undefined;
  return (await git(root, ['merge-base', first, second]).catch(() => Buffer.alloc(0))).toString().trim() || undefined;
}

async function verified(ref: string, root: string): Promise<string | undefined> {
  if (ref.startsWith('-')) return undefined;
  const found = await git(root, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') throw error;
    return Buffer.alloc(0);
  });
  return found.toString().trim() || undefined;
}

/** Object names by path, both as git has them. */
async function treeOf(root: string, commit: string): Promise<Map<string, string>> {
  const listed = (await git(root, ['ls-tree', '-r', '-z', '--full-tree', commit])).toString();
  const blobs = new Map<string, string>();
  for (const line of listed.split('\0')) {
    const [, object, path] = /^\d+ blob ([0-9a-f]+)\t([^]*)$/.exec(line) ?? [];
    if (path !== undefined) blobs.set(path, object);
  }
  return blobs;
}

class Tree implements Revision {
  constructor(
    private readonly root: string,
    private readonly blobs: ReadonlyMap<string, string>,
  ) {}

  isSame(path: string, bytes: Uint8Array): boolean {
    const object = this.blobs.get(this.#name(path));
    if (object === undefined) return false;
    if (object === nameOf(bytes, object)) return true;
    // A file that git checks out with CRLF was stored with LF.
    return (
      bytes.includes(13) && object === nameOf(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1'), object)
    );
  }

  async before(path: string): Promise<Uint8Array | undefined> {
    const object = this.blobs.get(this.#name(path));
    return object === undefined ? undefined : git(this.root, ['cat-file', 'blob', object]);
  }

  #name(path: string): string {
    const real = join(realpathSync(dirname(path)), basename(path));
    return relative(this.root, real).split(sep).join('/');
  }
}

/** The name that git gives to these bytes, with the hash of the repository. */
function nameOf(bytes: Uint8Array, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function reasonOf(error: unknown): string {
  if (errorCode(error) === 'ENOENT') return 'git was not found; install it, or leave the option out';
  const said = String((error as { stderr?: unknown }).stderr ?? '').trim();
  if (/not a git repository/i.test(said)) return 'this folder is in no git repository';
  return said.split('\n', 1)[0].replace(/^fatal: /, '') || errorCode(error);
}

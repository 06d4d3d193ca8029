import { lstatSync, openSync, readdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `.replylint-<process>-<random>.tmp`: a name that nobody else gives, as short whatever the file is called. */
const OURS = /^\.replylint-(\d{1,10})-[0-9a-f]{12}\.tmp$/;
/** Milliseconds after which a file whose process has ended was left behind, and after which it was whoever seems to run under that number. */
const [STALE, ABANDONED] = [10 * 60 * 1000, 24 * 60 * 60 * 1000];

/** Folders that this process has looked through. */
const cleared = new Set<string>();

/** A file that is being written beside the one whose place it will take. */
export interface Beside {
  readonly path: string;
  readonly descriptor: number;
}

/**
 * Opens a new file in the folder of `path`. Whatever lies there already is never opened, links least of all. What runs that were killed have left there
 * goes first. Throws what the system throws.
 */
export function openBeside(path: string, mode = 0o666): Beside {
  const folder = dirname(path);
  if (!cleared.has(folder)) clear(folder);
  cleared.add(folder);
  // The global one: importing `node:crypto` brings half of Node in, and every command imports this file.
  const chance = Buffer.from(crypto.getRandomValues(new Uint8Array(6))).toString('hex');
  const beside = join(folder, `.replylint-${process.pid}-${chance}.tmp`);
  return { path: beside, descriptor: openSync(beside, 'wx', mode) };
}

/** Takes away temporary files of ours that nobody writes any longer. Only plain files of this user go; a link is left as it is. */
function clear(folder: string): void {
  let names: readonly string[];
  try {
    names = readdirSync(folder).filter((name) => OURS.test(name));
  } catch {
    return;
  }
  for (const name of names) {
    try {
      const path = join(folder, name);
      const stat = lstatSync(path);
      const age = Date.now() - stat.mtimeMs;
      const isOwn = stat.isFile() && stat.nlink === 1 && stat.uid === (process.getuid?.() ?? stat.uid);
      if (isOwn && (age > ABANDONED || (age > STALE && !isRunning(Number(OURS.exec(name)?.[1]))))) unlinkSync(path);
    } catch {
      // It is gone already, or not ours to take.
    }
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

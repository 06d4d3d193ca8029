import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare } from './pairs.mjs';

const command = fileURLToPath(new URL('../bin/replylint.cjs', import.meta.url));

/** Linters of prose that somebody may have installed; each is given the folder of drafts. */
const peers = [
  ['vale', ['--no-exit', '--output=line']],
  ['textlint', ['--no-color']],
  ['alex', ['--quiet']],
  ['proselint', []],
];

/** The same drafts through replylint and through each peer on the PATH: how many times longer the peer takes. Says nothing of what they find. */
export function benchPeers(count, pairs) {
  const folder = mkdtempSync(join(tmpdir(), 'replylint-bench-'));
  try {
    const text = readFileSync(new URL('drafts/flawed.txt', import.meta.url), 'utf8');
    for (let index = 0; index < count; index++) writeFileSync(join(folder, `${index}.md`), text.replace('ten', String(index)));
    console.log(`\nOther linters over the same ${count} drafts, as a multiple of replylint (median of ${pairs} pairs)\n`);
    for (const [name, args] of peers) console.log(`${name.padEnd(12)} ${outcome(name, args, folder, pairs)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function outcome(name, args, folder, pairs) {
  try {
    const { ratio } = compare([process.execPath, command, '--no-config', '--quiet', folder], [name, ...args, folder], pairs);
    return `${ratio.toFixed(1)} x`;
  } catch (error) {
    return error.code === 'ENOENT' ? 'not installed' : error.message.split('\n')[0];
  }
}

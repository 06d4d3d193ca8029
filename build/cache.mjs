import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './root.mjs';

/**
 * Lets the built command judge a draft of each format and keeps what V8 compiled meanwhile, functions that ran included, beside its files. Only the
 * V8 that built the package uses it (see bin/load.cjs).
 */
export async function writeCodeCache() {
  const drafts = ['reply.txt', 'flawed.txt', 'reply.md', 'reply.html', 'reply.eml', 'html.eml'].map((name) =>
    join(root, 'bench/drafts', name),
  );
  await promisify(execFile)(
    process.execPath,
    [join(root, 'build/warm.cjs'), 'check', '--no-config', '--fail-on', 'never', '--min-score', '0', ...drafts],
    { cwd: root },
  );
}

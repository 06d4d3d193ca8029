import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './root.mjs';

/** Writes `dist/types/`: the declarations of the three entries and of what they reach. */
export async function emitTypes(dist) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  try {
    await promisify(execFile)(process.execPath, [tsc, '-p', join(root, 'build/tsconfig.json'), '--outDir', join(dist, 'types')], {
      cwd: root,
    });
  } catch (error) {
    // The compiler speaks on stdout.
    process.stderr.write(error.stdout || `${error.message}\n`);
    process.exitCode = 1;
  }
}

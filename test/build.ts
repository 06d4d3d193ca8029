import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Tests of the command run what was built; `npm test` builds before, a bare `vitest` only when nothing is there. */
export default function build(): void {
  const root = fileURLToPath(new URL('../', import.meta.url));
  if (!existsSync(`${root}dist/cli/main.cjs`)) execFileSync(process.execPath, ['build.mjs'], { cwd: root, stdio: 'inherit' });
}

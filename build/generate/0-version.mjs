import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version, as package.json says it, for reports and `--version`. */
export function generate({ root, write }) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  write('src/workspace/version.generated.ts', `/** The version of the package. */\nexport const version = '${version}';\n`);
}

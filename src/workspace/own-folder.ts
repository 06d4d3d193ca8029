import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the built-in rules, when the project at `root` is replylint's own. */
export function builtInFolder(root: string): string | undefined {
  const folder = join(root, 'rules');
  return existsSync(join(folder, '_template/rule.yml')) && nameOf(join(root, 'package.json')) === 'replylint' ? folder : undefined;
}

function nameOf(manifest: string): unknown {
  try {
    return (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: unknown } | null)?.name;
  } catch {
    return undefined;
  }
}

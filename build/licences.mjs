import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Writes the licence text of every package that has code in a bundle, once for each name and version. */
export function writeLicences(dist, metafiles) {
  const packages = new Map();
  for (const folder of metafiles.flatMap(bundledPackages)) {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    packages.set(`${name} ${version}`, { license, text: licenceText(join(root, folder)) });
  }
  const sections = [...packages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([title, { license, text }]) =>
        `${title} (${license})\n\n${text ?? `Licensed under ${license}; the package ships no licence text.`}\n`,
    );
  const line = `\n${'-'.repeat(80)}\n\n`;
  writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), ['replylint is bundled with code of these packages.\n', ...sections].join(line));
}

/** The package folders, relative to the root, whose code ends up in an output. */
function bundledPackages({ outputs }) {
  const folders = new Set();
  for (const { inputs } of Object.values(outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = /^(?:.*node_modules\/)(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
      if (folder && bytesInOutput > 0) folders.add(folder);
    }
  }
  return [...folders];
}

function licenceText(folder) {
  const file = existsSync(folder) && readdirSync(folder).find((name) => /^licen[cs]e(?:$|[.-])/i.test(name));
  return file ? readFileSync(join(folder, file), 'utf8').trim() : undefined;
}

import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Text of ours that no compiler reads: an example that a merge has torn still passes as an example. */
function pages(): string[] {
  const inFolders = ['rules', 'docs', 'fixtures/sample'].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  );
  return [...inFolders, 'README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'].filter((file) => /\.(?:md|ya?ml)$/.test(file));
}

it('no page holds the marks of a merge', () => {
  const torn = pages().filter((file) => /^(?:<{7}|>{7}) /m.test(readFileSync(root + file, 'utf8')));
  expect(torn).toEqual([]);
});

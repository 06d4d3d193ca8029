import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
// @ts-expect-error a build script without types
import { withGeneratedSections } from '../../build/docs.mjs';
import { CLEAN, Project } from '../cli/project.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'docs/architecture.md',
  'docs/fixing.md',
  'docs/suppressions.md',
  'docs/baseline.md',
  'docs/plugins.md',
  'docs/ci.md',
  'docs/assistants.md',
  'docs/sending.md',
  'docs/drafts-folder.md',
  'docs/page.md',
];

it('README.md shows what the command says today (npm run docs writes it anew)', () => {
  const page = readFileSync(join(root, 'README.md'), 'utf8');
  expect((withGeneratedSections as (page: string) => string)(page)).toBe(page);
});

it.each(pages)('the links of %s lead somewhere', (page) => {
  const links = [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1]!);
  expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
});

it('shows settings that hold as they stand', async () => {
  const settings = /```json\n(\{\n {2}"\$schema".*?)```/s.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? '';
  const project = new Project({
    '.replylintrc.json': settings,
    'our-rules/no-jargon.yml': 'id: no-jargon\nmessage: x\nphrases: [touch base]\n',
    'a.txt': CLEAN,
  });
  rmSync(project.path('.replylintrc.yaml'));
  expect(await project.run(['--print-config', 'a.txt'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('no-jargon') });
  project.remove();
});

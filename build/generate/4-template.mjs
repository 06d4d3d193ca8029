import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `rules/_template/` → what `replylint rule new` writes: the package has no `rules/`. */
export function generate({ root, write }) {
  const text = (name) => JSON.stringify(readFileSync(join(root, 'rules/_template', name), 'utf8'));
  write(
    'src/workspace/rule-template.generated.ts',
    `/** The files of rules/_template. */\nexport const template = { rule: ${text('rule.yml')}, readme: ${text('README.md')} } as const;\n`,
  );
}

// `npm run docs`: writes anew what stands between the markers of README.md. `test/package/readme.test.ts` holds the page to what the command says.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

/** What stands between `<!-- name -->` and `<!-- /name -->`. */
const sections = {
  output: () => block('', replylint('check', '--fail-on', 'never', '--min-score', '0', 'fixtures/sample/reply.eml')),
  help: () => block('', replylint('--help')),
  rules: () => ruleTable(JSON.parse(replylint('rules', '--format', 'json', '--no-config'))),
};

/** The page with every generated section replaced by what the built command says now. */
export function withGeneratedSections(page) {
  return Object.entries(sections).reduce((text, [name, make]) => {
    const marked = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`);
    if (!marked.test(text)) throw new Error(`README.md has no <!-- ${name} --> … <!-- /${name} -->`);
    return text.replace(marked, (_, open, close) => `${open}\n${make()}\n${close}`);
  }, page);
}

/** What the command prints on a plain screen of 80 columns. */
function replylint(...args) {
  const env = { ...process.env, NO_COLOR: '1', COLUMNS: '80' };
  delete env.FORCE_COLOR;
  delete env.GITHUB_ACTIONS;
  return execFileSync(process.execPath, [join(root, 'bin/replylint.cjs'), ...args], { cwd: root, env, encoding: 'utf8' });
}

function block(language, text) {
  return `\`\`\`${language}\n${text.replace(/[ \t]+$/gm, '').trim()}\n\`\`\`\n`;
}

/** The page of a rule: its own, or that of the rules about whole libraries. */
function pageOf(id) {
  const own = `rules/${id}/README.md`;
  return existsSync(join(root, own)) ? own : `docs/libraries.md#${id}`;
}

function ruleTable(rules) {
  const rows = rules
    .toSorted((a, b) => compare(a.category, b.category) || compare(a.id, b.id))
    .map(
      ({ id, title, category, severity, weight }) =>
        `| ${category} | [\`${id}\`](${pageOf(id)}) | ${title.replaceAll('|', '\\|')} | ${severity} | ${weight} |`,
    );
  return ['| about | rule | what it finds | level | points |', '| --- | --- | --- | --- | --: |', ...rows, ''].join('\n');
}

function compare(a, b) {
  return a < b ? -1 : Number(a > b);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = join(root, 'README.md');
  writeFileSync(file, withGeneratedSections(readFileSync(file, 'utf8')));
}

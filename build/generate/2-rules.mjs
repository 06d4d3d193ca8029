import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * `rules/<id>/rule.yml` → `src/catalogue/rules.generated.ts`: each rule checked, its phrases packed into one book (`book.generated.ts`), so that
 * start-up reads no YAML and unfolds no phrase. `rules/_renamed.yml` (old id: new id) tells each what it was called before.
 */
export async function generate({ root, load, write }) {
  const [{ loadFacts }, { readExamples }, { packBook }] = await Promise.all(
    ['src/rule/load.ts', 'src/rule/read-examples.ts', 'src/match/book.ts'].map(load),
  );
  const ids = readdirSync(join(root, 'rules'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map((entry) => entry.name)
    .sort();
  const { former, problems } = readRenamed(root, ids);
  const rules = [];
  for (const id of ids) {
    const path = `rules/${id}/rule.yml`;
    // A folder that git left behind when its rule moved away holds nothing of ours.
    if (!existsSync(join(root, path))) continue;
    const hasCheck = existsSync(join(root, `rules/${id}/check.ts`));
    const facts = await loadFacts(readFileSync(join(root, path), 'utf8'), path, hasCheck);
    if (Array.isArray(facts)) problems.push(...facts);
    else if (facts.id !== id) problems.push({ file: path, line: 1, message: `id is ${facts.id}, but the folder is called ${id}` });
    else
      rules.push({ id, facts: { ...withExamples(facts, join(root, `rules/${id}/README.md`), readExamples), ...former.get(id) }, hasCheck });
  }
  if (problems.length > 0) throw new Error(problems.map(({ file, line, message }) => `${file}:${line ?? 1} ${message}`).join('\n'));
  write('src/catalogue/rules.generated.ts', source(rules));
  const book = packBook(rules.map(({ facts }) => facts));
  write(
    'src/catalogue/book.generated.ts',
    `/** The phrases of the rules, a chapter each. */\nexport const book = ${JSON.stringify(book)};\n`,
  );
}

/** A rule.yml without examples of its own takes the first two of each sort from the README: `explain` shows them. */
function withExamples(facts, readme, readExamples) {
  if (facts.examples.bad.length + facts.examples.good.length > 0 || !existsSync(readme)) return facts;
  const { examples } = readExamples(readFileSync(readme, 'utf8'));
  const shown = examples.filter(({ text, format, context }) => text.length === 1 && format === 'text' && Object.keys(context).length === 0);
  const first = (wanted) =>
    shown
      .filter(wanted)
      .slice(0, 2)
      .map(({ text }) => text[0]);
  return { ...facts, examples: { bad: first(({ fine, marks }) => !fine && marks.length > 0), good: first(({ fine }) => fine) } };
}

/** What `rules/_renamed.yml` says, by the ids of today. */
function readRenamed(root, ids) {
  const path = 'rules/_renamed.yml';
  const file = join(root, path);
  const former = new Map();
  const problems = [];
  for (const [old, now] of Object.entries((existsSync(file) && parse(readFileSync(file, 'utf8'))) || {})) {
    if (!ids.includes(now)) problems.push({ file: path, message: `${old} leads to ${now}, which is no rule` });
    if (ids.includes(old)) problems.push({ file: path, message: `${old} is the id of a rule, so it cannot lead to another` });
    former.set(now, { renamedFrom: [...(former.get(now)?.renamedFrom ?? []), old] });
  }
  return { former, problems };
}

/** Facts travel as JSON in a string: Node reads that faster than the same thing as an object literal. */
function source(rules) {
  const name = (id) => `check_${id.replaceAll('-', '_')}`;
  const checked = rules.filter(({ hasCheck }) => hasCheck);
  return [
    ...checked.map(({ id }) => `import ${name(id)} from '../../rules/${id}/check.js';`),
    `import type { ShippedFacts } from '../rule/assemble.js';`,
    `import type { Check } from '../rule/rule.js';`,
    '',
    `export const checks: Readonly<Record<string, Check>> = { ${checked.map(({ id }) => `'${id}': ${name(id)} as Check`).join(', ')} };`,
    `export function readFacts(): readonly ShippedFacts[] {`,
    `  return JSON.parse(${JSON.stringify(inLatin(JSON.stringify(rules.map(({ facts }) => ({ ...facts, phrases: undefined, phraseIndex: undefined })))))});`,
    `}`,
    '',
  ].join('\n');
}

/** JSON with signs beyond Latin-1 as escapes: V8 then keeps it in half the space. */
function inLatin(json) {
  return json.replaceAll(/[^\0-\xff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

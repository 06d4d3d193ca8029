import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** `rules/_advice.yml` → `src/catalogue/advice.generated.ts`, what `explain` shows, and `docs/coverage.md`, the same for readers. */
export function generate({ root, write }) {
  const sources = parse(readFileSync(join(root, 'rules/_advice.yml'), 'utf8'));
  write('src/catalogue/advice.generated.ts', moduleOf(sources));
  write('docs/coverage.md', pageOf(sources));
}

function moduleOf(sources) {
  const said = {};
  for (const { source, advice } of sources)
    for (const { at, says } of advice) for (const number of at) (said[`${source}.${number}`] ??= []).push(says);
  const sentences = Object.fromEntries(
    Object.entries(said).map(([id, parts]) => [id, parts.join('; ').replaceAll(/ ?\.\.\.;? ?(?:\.\.\. )?/g, ' ')]),
  );
  const titles = Object.fromEntries(sources.map(({ source, title }) => [source, title]));
  const record = (name, text, value) =>
    `/** ${text} */\nexport const ${name}: Readonly<Record<string, string>> = ${JSON.stringify(value, null, 2)};\n`;
  return (
    record('adviceTexts', 'What the sentences of advice say, in our words, by the ids that rules give (`S1.20`).', sentences) +
    record('adviceSources', 'Where they stand, by the first part of the id.', titles)
  );
}

function pageOf(sources) {
  const lines = [
    '# What each sentence of advice became',
    '',
    'Generated from `rules/_advice.yml` by `npm run build`. replylint stands on five texts about serving customers. Here is every sentence of them that asks',
    'something of a written reply, in our words, with the rules that check it. What is praised is told where it is present and costs nothing where it is absent.',
  ];
  for (const { source, title, advice } of sources) {
    lines.push('', `## ${source}: ${title}`, '');
    for (const { at, says, rules = [], strength, reason } of advice) {
      const checks = [rules.map((id) => `\`${id}\``).join(', '), strength && `praised (${strength})`, reason].filter(Boolean);
      lines.push(`- ${ranges(source, at)}, ${says.replaceAll('*', '\\*')}: ${checks.join('; ')}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** `S0.1–3, S0.7` */
function ranges(source, numbers) {
  const runs = [];
  for (const number of numbers)
    if (runs.at(-1)?.to === number - 1) runs.at(-1).to = number;
    else runs.push({ from: number, to: number });
  return runs.map(({ from, to }) => (from === to ? `${source}.${from}` : `${source}.${from}–${to}`)).join(', ');
}

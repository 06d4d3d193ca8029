import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** `rules/_accuracy.yml` → `src/catalogue/accuracy.generated.ts`, what `explain` shows, and `docs/accuracy.md`, the same for readers. */
export function generate({ root, write }) {
  const accuracy = parse(readFileSync(join(root, 'rules/_accuracy.yml'), 'utf8'));
  write('src/catalogue/accuracy.generated.ts', moduleOf(accuracy));
  write('docs/accuracy.md', pageOf(accuracy));
}

/** Precision, recall and number of labels over all sets; null where there is nothing to divide by. */
function together(figures) {
  const sum = (key) => Object.values(figures).reduce((total, set) => total + (set[key] ?? 0), 0);
  const [hit, missed, wrong] = [sum('hit'), sum('missed'), sum('wrong')];
  return {
    precision: hit + wrong > 0 ? hit / (hit + wrong) : null,
    recall: hit + missed > 0 ? hit / (hit + missed) : null,
    cases: hit + missed,
  };
}

function moduleOf({ measured, rules }) {
  const figures = Object.fromEntries(Object.entries(rules).map(([id, { sets = {} }]) => [id, together(sets)]));
  return (
    `/** When the figures were measured, ISO 8601. */\nexport const measured = ${JSON.stringify(String(measured))};\n` +
    `/** Precision and recall (0 to 1) and the number of labels, by rule. */\n` +
    `export const accuracy: Readonly<Record<string, { readonly precision: number | null; readonly recall: number | null; readonly cases: number }>> = ${JSON.stringify(figures, null, 2)};\n`
  );
}

function pageOf({ measured, how, sets, totals, rules }) {
  const share = (value) => (value === null || value === undefined ? '–' : value.toFixed(2));
  const names = Object.keys(sets);
  const cell = (set) => {
    if (!set) return '';
    const { precision, recall, cases } = together({ set });
    return `${share(precision)} / ${share(recall)} of ${cases}`;
  };
  const all = (figures) => {
    const { precision, recall, cases } = together(figures);
    return `${share(precision)} | ${share(recall)} | ${cases}`;
  };
  return `${[
    '# How often each rule is right',
    '',
    'Generated from `rules/_accuracy.yml` by `npm run build`. Precision is the share of its findings that were right; recall is the share of the faults that',
    'readers marked and it found. Optional labels (only one of two readers gave them, or neither was sure) count neither way.',
    '',
    `Measured on ${measured}. ${how.trim().replaceAll('\n', ' ')}`,
    '',
    ...names.map((name) => `- **${name}**: ${sets[name]}`),
    '',
    '## All rules together',
    '',
    ...totals.map((line) => `- ${line}`),
    '',
    '## By rule',
    '',
    'All sets together, then precision / recall of so many labels in each.',
    '',
    `| rule | precision | recall | labels | ${names.join(' | ')} | what it still gets wrong |`,
    `| --- | --: | --: | --: |${names.map(() => ' --: |').join('')} --- |`,
    ...Object.entries(rules).map(
      ([id, { sets: figures = {}, wrong }]) =>
        `| \`${id}\` | ${all(figures)} | ${names.map((name) => cell(figures[name])).join(' | ')} | ${(wrong ?? '').replaceAll('|', '\\|')} |`,
    ),
    '',
    'Measure your own replies with `replylint measure FILE.jsonl`: one record a line, `{"id", "draft", "customer"?, "context"?, "expect": [{"rule", "quote"}]}` ([measuring.md](measuring.md)).',
  ].join('\n')}\n`;
}

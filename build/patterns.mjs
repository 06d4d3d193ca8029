// `npm run check:patterns`: no regular expression may take more than quadratic time, unless a comment within three lines above it says “bounded”.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { root } from './root.mjs';

/** A literal stands where an operand can; what stands in comments and texts by chance does no harm. */
const literal = /(?<=[(=>,:[!&|?{;]\s*|return\s+)\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)/g;

const patterns = ['src', 'rules'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.generated.ts'))
    .flatMap((name) => patternsOf(`${folder}/${name}`)),
);

function patternsOf(file) {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(literal)].map((match) => {
    const above = text.slice(0, match.index).split('\n');
    return {
      source: match[1],
      flags: match[2].replace(/[dv]/g, ''),
      place: `${file}:${above.length}`,
      bounded: /\bbounded\b/i.test(above.slice(-4).join('\n')),
    };
  });
}

let slow = 0;
for (const { source, flags, place, bounded } of patterns) {
  if (bounded) continue;
  const { status, complexity, attack } = await check(source, flags, { timeout: 3000 });
  if (status !== 'vulnerable' || (complexity.type === 'polynomial' && complexity.degree <= 2)) continue;
  slow += 1;
  console.error(`${place} /${source}/ takes ${complexity.summary} on ${attack.pattern}`);
}
console.log(`${patterns.length} patterns, ${slow} too slow`);
process.exit(slow > 0 ? 1 : 0);

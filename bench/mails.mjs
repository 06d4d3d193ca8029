// `npm run bench:mails -- FOLDER`: judges every file of a folder as a mail, and says what became of them. The folder is the reader's own; nothing of it is kept.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createWorkspace } from '../dist/node.js';

const folder = resolve(process.argv[2] ?? process.env.REPLYLINT_MAILS ?? '.');
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const workspace = await createWorkspace({ cwd: folder, config: false });
const outcomes = {};
const times = [];
let crashed = 0;
for (const entry of files) {
  const path = join(entry.parentPath, entry.name);
  const began = performance.now();
  const found = [];
  for await (const outcome of workspace.lintFile({ file: path, path, format: 'eml' })) found.push(outcome);
  times.push({ path, ms: performance.now() - began });
  const [outcome] = found;
  const code = !outcome ? 'silent' : 'code' in outcome ? outcome.code : 'judged';
  outcomes[code] = (outcomes[code] ?? 0) + 1;
  for (const problem of outcome?.problems ?? [])
    if (/crash/.test(problem.code)) {
      crashed += 1;
      console.log(`${path}: ${problem.message}`);
    }
  if (process.argv.includes('--safety') && outcome?.findings)
    for (const { rule, category, quote, message } of outcome.findings)
      if (category === 'safety') console.log(rule, JSON.stringify(quote), message, path.slice(folder.length));
}
times.sort((a, b) => a.ms - b.ms);
const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].ms.toFixed(1);
console.log(`${files.length} mails, ${crashed} crashes, ${outcomes.silent ?? 0} silent`);
console.table(outcomes);
console.log(`p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms (${times.at(-1).path})`);
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);

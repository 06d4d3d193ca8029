// `npm run bench:attacks [-- name]`: every attack of test/attacks at its full size, each given to the command in a process of its own.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../build/root.mjs';

/** A process that takes longer is stopped and counted as a hang. */
const PATIENCE = 30_000;
const LOAD = `process.on('exit',()=>require('node:fs').writeSync(3,String(process.resourceUsage().maxRSS)));
require(${JSON.stringify(join(root, 'bin/load.cjs'))}).load(${JSON.stringify(join(root, 'dist/cli/main.cjs'))}).main(process.argv.slice(1))`;

const { outputFiles } = await build({ entryPoints: [join(root, 'test/attacks/index.ts')], bundle: true, format: 'esm', write: false });
const { attacks } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);

/** The files in which an input of a kind can come, and what is judged with them. */
const ENTRIES = {
  mail: (input) => [{ entry: 'mail', files: { 'a.eml': input }, args: ['a.eml'] }],
  markdown: (input) => [{ entry: 'markdown', files: { 'a.md': input }, args: ['a.md'] }],
  html: (input) => [{ entry: 'html', files: { 'a.html': input }, args: ['a.html'] }],
  yaml: (input) => [
    { entry: 'configuration', files: { '.replylintrc.yaml': input, 'a.txt': 'Dear Tom' }, args: ['a.txt'] },
    { entry: 'front matter', files: { 'a.md': `---\n${input}\n---\nDear Tom` }, args: ['a.md'] },
    { entry: 'rule', files: { 'a.yml': input }, args: ['rule', 'test', 'a.yml'] },
    { entry: 'library', files: { 'macros.yaml': input }, args: ['macros.yaml'] },
  ],
  json: (input) => [
    { entry: 'configuration', files: { '.replylintrc.json': input, 'a.txt': 'Dear Tom' }, args: ['a.txt'] },
    { entry: 'library', files: { 'macros.json': input }, args: ['macros.json'] },
    { entry: 'record', files: {}, args: ['batch'], stdin: `${String(input).replace(/\n/g, ' ')}\n` },
  ],
};

const wanted = process.argv.slice(2).join(' ');
const tally = {};
for (const [target, list] of Object.entries(attacks))
  for (const attack of list) {
    if (!`${target} ${attack.name}`.includes(wanted)) continue;
    for (const given of ENTRIES[target](attack.make(attack.full))) {
      const result = await run(given);
      const sum = (tally[given.entry === target ? target : `${target} as ${given.entry}`] ??= {
        tried: 0,
        judged: 0,
        refused: 0,
        wrong: 0,
        slowest: 0,
        peak: 0,
      });
      sum.tried += 1;
      sum[result.wrong ? 'wrong' : result.code === 2 ? 'refused' : 'judged'] += 1;
      sum.slowest = Math.max(sum.slowest, result.ms);
      sum.peak = Math.max(sum.peak, result.megabytes);
      const line = `${String(result.ms).padStart(6)} ms ${String(result.megabytes).padStart(5)} MB  exit ${result.code}  ${target} (${given.entry}): ${attack.name}`;
      if (result.wrong || wanted || result.ms > 1500 || result.megabytes > 400)
        console.log(`${line}${result.wrong ? `  ${result.wrong}` : ''}\n        ${result.said.slice(0, 160).replace(/\s+/g, ' ')}`);
    }
  }
console.table(tally);
process.exitCode = Object.values(tally).some((sum) => sum.wrong > 0) ? 1 : 0;

async function run({ files, args, stdin }) {
  const folder = mkdtempSync(join(tmpdir(), 'replylint-attack-'));
  mkdirSync(join(folder, '.git'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const began = performance.now();
  const child = spawn(process.execPath, ['-e', LOAD, '--', ...args], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  let rss = '';
  child.stdout.on('data', (data) => (output += output.length < 1e6 ? data : ''));
  child.stderr.on('data', (data) => (errors += data));
  child.stdio[3].on('data', (data) => (rss += data));
  child.stdin.on('error', () => {});
  child.stdin.end(stdin ?? '');
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  rmSync(folder, { recursive: true, force: true });
  const ms = Math.round(performance.now() - began);
  return { code, ms, megabytes: Math.round(Number(rss) / 1024), said: errors || output, wrong: wrongWith(code, output, errors) };
}

/** What breaks the promise that every input ends in findings or one clear error. */
function wrongWith(code, output, errors) {
  if (code === null) return 'hung, or was killed';
  if (![0, 1, 2].includes(code)) return `exit code ${code}`;
  if (/^\s+at .+:\d+:\d+/m.test(errors + output) || /RangeError|heap/.test(errors + output)) return 'a stack trace';
  if (/\bthis is a bug\b|rule-crashed|reading-crashed/.test(errors + output)) return 'a bug';
  if (code === 2 && !errors.trim() && !output.includes('"message"')) return 'silent';
  return '';
}

import { fileURLToPath } from 'node:url';
import { compare } from './pairs.mjs';

const command = fileURLToPath(new URL('../bin/replylint.cjs', import.meta.url));

/** One small draft of each format, and how many times a bare start of Node it may take. */
const drafts = [
  ['reply.txt', 1.6],
  ['plain.md', 1.7],
  ['reply.html', 2.5],
  ['reply.md', 2.3],
  ['reply.eml', 3.5],
  ['html.eml', 3.5],
];

export function benchStartUp(pairs) {
  console.log(`Start-up on one draft, as a multiple of node -e 0 (median of ${pairs} pairs)\n`);
  console.log('draft          x node    ms   budget');
  for (const [name, budget] of drafts) {
    const draft = fileURLToPath(new URL(`drafts/${name}`, import.meta.url));
    const { ratio, b } = compare([process.execPath, '-e', '0'], [process.execPath, command, '--no-config', draft], pairs);
    console.log(
      `${name.padEnd(12)} ${ratio.toFixed(2).padStart(8)} ${b.toFixed(0).padStart(5)} ${budget.toFixed(1).padStart(8)}${ratio > budget ? '  over' : ''}`,
    );
  }
}

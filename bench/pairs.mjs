import { spawnSync } from 'node:child_process';

// Node reads this file of certificates at each start, which makes a bare start slower and every ratio flatter.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** Runs one command to its end and gives the milliseconds it took; throws when it could not be started or exits with 2 or more. */
export function time([command, ...args], { input } = {}) {
  const start = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(command, args, { env, input, maxBuffer: 1 << 30 });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (error) throw error;
  if (status === null || status > 1) throw new Error(`${[command, ...args].join(' ')} exited with ${status}: ${stderr}`);
  return milliseconds;
}

/**
 * Runs A B A B …, so that a busy machine slows both alike, and gives the median of the ratios B/A of each pair and the median time of each.
 * The first pair warms the file cache and is not counted.
 */
export function compare(a, b, pairs) {
  const runs = Array.from({ length: pairs + 1 }, () => [time(a), time(b)]).slice(1);
  return { ratio: median(runs.map(([x, y]) => y / x)), a: median(runs.map(([x]) => x)), b: median(runs.map(([, y]) => y)) };
}

export function median(numbers) {
  const sorted = numbers.toSorted((x, y) => x - y);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

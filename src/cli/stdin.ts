import { tooLarge } from '../files/read.js';
import type { Problem } from '../text/problem.js';

/** All bytes of standard input, up to `limit`. */
export async function readAll(input: AsyncIterable<Uint8Array>, file: string, limit: number): Promise<Uint8Array | Problem> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    size += chunk.length;
    if (size > limit) return tooLarge(file, limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

import type { Problem } from '../text/problem.js';

/** The problem of a file that took too long. */
export function late(file: string | undefined, milliseconds: number): Problem {
  const message = `gave no answer within ${milliseconds} ms (limit milliseconds); it is broken or too complex, so leave it out or raise the limit`;
  return { code: 'deadline', file, message };
}

/** Work that was begun and has not answered. */
const pending = new Set<{ readonly file: string }>();

/** The names of what never answered. Not empty when the process is about to end: something was lost. */
export function unfinished(): readonly string[] {
  return [...pending].map(({ file }) => file);
}

/**
 * Waits for `work`, but no longer than `milliseconds`. A parser can fail to answer at all, without using any time: the clock then keeps
 * the process alive, so that the file ends as a problem and not in silence. A late answer is dropped.
 */
export async function withDeadline<T>(file: string, milliseconds: number, work: Promise<T>): Promise<T | Problem> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lateness = new Promise<Problem>((resolve) => {
    timer = setTimeout(() => resolve(late(file, milliseconds)), milliseconds);
  });
  const entry = { file };
  pending.add(entry);
  try {
    return await Promise.race([work, lateness]);
  } finally {
    pending.delete(entry);
    clearTimeout(timer);
  }
}

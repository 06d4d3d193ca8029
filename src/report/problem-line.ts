import type { Problem } from '../text/problem.js';
import { inert } from './inert.js';

/** A problem on one line: where, what, what to do. Nothing in it can act on a terminal or a CI runner. */
export function problemLine({ file, line, column, message }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return inert(place === '' ? message : `${place}: ${message}`);
}

import { native } from './native.js';
import type { Shape } from './shape.js';

/** All kinds of library that are read, in the order in which they are tried. */
export const shapes: readonly Shape[] = [native];

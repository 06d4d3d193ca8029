import type { Said } from '../types.js';

/** As the rules themselves say. It is always at the bottom, so it need not be named. */
export const standard: Said = {};

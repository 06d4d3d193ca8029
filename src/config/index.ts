export type * from './types.js';
export { loadConfig } from './load.js';
export { plain, resolve } from './resolve.js';
export { printConfig } from './print.js';

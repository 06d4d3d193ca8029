export { exportPage } from './export.js';
export { servePage, type Served } from './serve.js';

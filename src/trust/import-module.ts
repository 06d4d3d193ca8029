/**
 * Runs a module. The command's bundle is CommonJS, where an `import()` would have become a `require`: there `bin/load.cjs` stands for this file
 * (build/plugins.mjs).
 */
export function importModule(url: string): Promise<unknown> {
  return import(url);
}

/**
 * Runs a module. The command's bundle is CommonJS, where an `import()` would have become a `require`: there a file stands for this one
 * that is not bundled (build/plugins.mjs).
 */
export function importModule(url: string): Promise<unknown> {
  return import(url);
}

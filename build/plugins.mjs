import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { root } from './root.mjs';

/** `replylint/rule`, as the rules write it, is our own source. */
export function oneSource() {
  return {
    name: 'one-source',
    setup(build) {
      build.onResolve({ filter: /^replylint\/rule$/ }, () => ({ path: join(root, 'src/rule/index.ts') }));
    },
  };
}

/**
 * Turns `require('stream')` in a bundled CommonJS package into an import of `node:stream`. esbuild would leave a call of `require`, which an ES module
 * has only through `node:module`, in a chunk that the pure core shares.
 */
export function builtinsAsModules() {
  const builtin = new RegExp(`^(?:node:)?(${builtinModules.join('|')})$`);
  return {
    name: 'builtins-as-modules',
    setup(build) {
      build.onResolve({ filter: builtin }, ({ path, kind }) =>
        kind === 'require-call'
          ? { path: path.replace(/^node:/, ''), namespace: 'builtin' }
          : { path: `node:${path.replace(/^node:/, '')}`, external: true },
      );
      build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
        contents: `export * from 'node:${path}'; export { default } from 'node:${path}';`,
        loader: 'js',
      }));
    },
  };
}

import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { mailparserFile } from './mailparser.mjs';
import { root } from './root.mjs';

/** `replylint/rule`, as the rules write it, is our own source; mailparser is bundled apart. */
export function ownPaths() {
  return {
    name: 'own-paths',
    setup(build) {
      build.onResolve({ filter: /^replylint\/rule$/ }, () => ({ path: join(root, 'src/rule/index.ts') }));
      build.onResolve({ filter: /^mailparser$/ }, () => ({ path: mailparserFile, external: true }));
    },
  };
}

/** In the bundle, `import()` of a user's module would become a `require`; a file of its own, which is not translated, does it instead. */
export function importsApart() {
  return {
    name: 'imports-apart',
    setup(build) {
      build.onResolve({ filter: /\/import-module\.js$/ }, () => ({ path: './import-module.cjs', external: true }));
    },
  };
}

/** commander asks for `child_process` when it is loaded and uses it only for commands in files of their own, which we have none of. */
export function withoutChildProcess() {
  return {
    name: 'without-child-process',
    setup(build) {
      build.onResolve({ filter: /^(?:node:)?child_process$/ }, ({ path, importer }) =>
        /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'none' } : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'module.exports = {};' }));
    },
  };
}

/** The MCP server brings a validator of JSON Schema along for answers of its clients' forms, which it is never asked to show. */
export function withoutFormValidator() {
  return {
    name: 'without-form-validator',
    setup(build) {
      build.onResolve({ filter: /\/ajv-provider\.js$/ }, ({ path }) => ({ path, namespace: 'no-validator' }));
      build.onLoad({ filter: /.*/, namespace: 'no-validator' }, () => ({ contents: 'export class AjvJsonSchemaValidator {}' }));
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

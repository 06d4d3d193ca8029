import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join } from 'node:path';
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

/**
 * Long texts of generated sources go into one file beside the bundle, in Latin-1: what stands in a script is in memory three times, as its source, in
 * its code cache, and as what the script made of it.
 *
 * @param {string} file its path; it is written when the bundle is done
 */
export function textsApart(file) {
  return {
    name: 'texts-apart',
    setup(build) {
      const texts = [];
      let length = 0;
      build.onLoad({ filter: /\.generated\.ts$/ }, ({ path }) => {
        const contents = readFileSync(path, 'utf8').replace(/"(?:[^"\\\n]|\\.){4000,}"/g, (literal) => {
          const text = JSON.parse(literal);
          if (/[^\0-\xff]/.test(text)) return literal;
          texts.push(text);
          return `textsApart.slice(${length},${(length += text.length)})`;
        });
        return {
          contents: contents.includes('textsApart') ? `import { textsApart } from 'texts-apart';\n${contents}` : contents,
          loader: 'ts',
        };
      });
      build.onResolve({ filter: /^texts-apart$/ }, ({ path }) => ({ path, namespace: 'texts-apart' }));
      build.onLoad({ filter: /.*/, namespace: 'texts-apart' }, () => ({
        contents: `import { readFileSync } from 'node:fs';
          import { join } from 'node:path';
          export const textsApart = readFileSync(join(__dirname, ${JSON.stringify(basename(file))}), 'latin1');`,
      }));
      build.onEnd(() => {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, texts.join(''), 'latin1');
      });
    },
  };
}

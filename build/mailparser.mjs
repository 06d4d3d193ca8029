import { copyFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { after, before } from './pack.mjs';
import { root } from './root.mjs';

/** Where the bundles find mailparser: all chunks lie one folder below `dist`. */
export const mailparserFile = '../vendor/mailparser.cjs';

/**
 * Bundles mailparser for both the command and the library. It is called with its skip options alone, so what only the other options use (HTML to
 * text, text to HTML, links) is left out; tables of charsets and of file types are loaded by the first mail that needs them. Loading it whole
 * takes three times as long as starting Node.
 */
export async function bundleMailparser(dist) {
  const out = join(dist, 'vendor');
  const shared = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    minifySyntax: true,
    minifyWhitespace: true,
    banner: { js: before },
    footer: { js: after },
  };
  const parser = await build({
    ...shared,
    stdin: { contents: "export { MailParser, simpleParser } from 'mailparser';", resolveDir: root, sourcefile: 'mailparser.js' },
    outfile: join(out, 'mailparser.cjs'),
    plugins: [lean()],
  });
  const tables = await build({
    ...shared,
    entryPoints: { japanese: 'encoding-japanese', mimetypes: 'libmime/lib/mimetypes.js' },
    outdir: out,
    outExtension: { '.js': '.cjs' },
  });
  const charsets = join(iconv, 'encodings/tables');
  for (const name of readdirSync(charsets)) copyFileSync(join(charsets, name), join(out, name));
  return [parser.metafile, tables.metafile];
}

/** mailparser and libmime each bring the same iconv-lite; one copy does. */
const iconv = join(root, 'node_modules/mailparser/node_modules/iconv-lite');

/** Stand-ins, by the name they are asked for under. */
const standIns = {
  // With skipHtmlToText nothing calls it; mailparser reports what it throws as an error of the mail.
  'html-to-text': "exports.htmlToText = () => { throw new Error('HTML is not turned into text here'); };",
  'linkify-it':
    'const none = { tlds: () => none, add: () => none, set: () => none, pretest: () => false, match: () => null }; module.exports = () => none;',
  tlds: 'module.exports = [];',
  he: 'exports.encode = (text) => String(text).replace(/[^\\x20-\\x7e]|["&\'<>`]/gu, (sign) => `&#x${sign.codePointAt(0).toString(16).toUpperCase()};`);',
  'encoding-japanese': "exports.convert = (...given) => require('./japanese.cjs').convert(...given);",
  './mimetypes':
    "module.exports = { get list() { return require('./mimetypes.cjs').list; }, get extensions() { return require('./mimetypes.cjs').extensions; } };",
  // Only an attachment's checksum needs it, and it costs a seventh of a bare start.
  crypto: "exports.createHash = (...given) => require('node:crypto').createHash(...given);",
};

function lean() {
  const named = new RegExp(`^(?:${Object.keys(standIns).join('|').replaceAll('.', '\\.')})$`);
  return {
    name: 'lean-mailparser',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: named }, ({ path }) => ({ path, namespace: 'stand-in' }));
      onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({ contents: standIns[path], loader: 'js', resolveDir: root }));
      onResolve({ filter: /^\.\/(?:japanese|mimetypes)\.cjs$/ }, ({ path }) => ({ path, external: true }));
      onResolve({ filter: /^\.\/tables\/[\w-]+\.json$/ }, ({ path }) => ({ path: `./${basename(path)}`, external: true }));
      onResolve({ filter: /^iconv-lite$/ }, () => ({ path: join(iconv, 'lib/index.js') }));
    },
  };
}

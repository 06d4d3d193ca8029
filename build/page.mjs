import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ownPaths } from './plugins.mjs';
import { root } from './root.mjs';
import { wordPatterns } from './word-patterns.mjs';

const source = join(root, 'src/page/browser');

/**
 * The page that `replylint serve` opens: `dist/page/`. Scripts of the old kind, because a browser loads modules from no file: an exported page can be
 * opened as one. `judge.js` is the whole core, for a page without a server.
 */
export async function bundlePage(dist) {
  const out = join(dist, 'page');
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { page: join(source, 'main.ts'), judge: join(source, 'judge-here.ts') },
    outdir: out,
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    charset: 'utf8',
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [wordPatterns(), mailInBrowser(), ownPaths()],
  });
  const style = await build({
    absWorkingDir: root,
    entryPoints: [join(source, 'page.css')],
    outdir: out,
    bundle: true,
    minify: true,
    target: ['chrome123', 'firefox120', 'safari17.5'],
    logLevel: 'warning',
    metafile: true,
  });
  mkdirSync(out, { recursive: true });
  for (const name of ['index.html', 'icon.svg']) copyFileSync(join(source, name), join(out, name));
  return [metafile, style.metafile];
}

/** mailparser stands on Node's streams; in a browser postal-mime reads the mail. */
function mailInBrowser() {
  return {
    name: 'mail-in-browser',
    setup(build) {
      build.onResolve({ filter: /^\.\/read-mail\.js$/ }, () => ({ path: join(root, 'src/parse/mail/read-mail-in-browser.ts') }));
    },
  };
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { root } from '../root.mjs';

/** The style and the script of the HTML report, small, each with the hash by which the page's policy knows it. */
export async function generate({ write }) {
  const style = await small(['palette.css', 'browser.css'], 'css');
  const script = await small(['browser.js'], 'js');
  write(
    'src/report/html/assets.generated.ts',
    `export const style = ${JSON.stringify(style)};\nexport const styleHash = '${hash(style)}';\nexport const script = ${JSON.stringify(script)};\nexport const scriptHash = '${hash(script)}';\n`,
  );
}

async function small(files, loader) {
  const source = files.map((file) => readFileSync(join(root, 'src/report/html', file), 'utf8')).join('');
  const { code } = await transform(source, {
    loader,
    minify: true,
    target: ['chrome123', 'firefox120', 'safari17.5'],
    charset: 'ascii',
    format: loader === 'js' ? 'iife' : undefined,
  });
  if (/<\/|<!--/.test(code)) throw new Error(`${files} hold what would end its element in the page`);
  return code.trim();
}

function hash(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

import { readFileSync } from 'node:fs';

/** Where the build put the page, seen from the bundle that holds this module. */
declare const PAGE_FOLDER: string | undefined;

const TYPES = {
  'index.html': 'text/html; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
  'judge.js': 'text/javascript; charset=utf-8',
} as const;

/** A file of the page. */
export type Asset = keyof typeof TYPES;

/** What a page that has a server loads: all but the judge. */
export const served: readonly Asset[] = ['index.html', 'page.js', 'page.css', 'icon.svg'];

/** All files of a page that stands for itself. */
export const all = Object.keys(TYPES) as readonly Asset[];

/** The media type of a file. */
export function typeOf(asset: Asset): string {
  return TYPES[asset];
}

/** Reads a file of the page as the build made it. */
export function readAsset(asset: Asset): string {
  const folder = typeof PAGE_FOLDER === 'string' ? PAGE_FOLDER : '../../dist/page/';
  return readFileSync(new URL(folder + asset, import.meta.url), 'utf8');
}

/** Licences of what is bundled into the page. */
export function readLicences(): string {
  const folder = typeof PAGE_FOLDER === 'string' ? PAGE_FOLDER : '../../dist/page/';
  return readFileSync(new URL(`${folder}../THIRD-PARTY-LICENSES.txt`, import.meta.url), 'utf8');
}

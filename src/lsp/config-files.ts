import { basename } from 'node:path';
import type { Folder } from './folders.js';
import { isIn } from './paths.js';

/** What an editor is asked to watch: where settings may stand, and what they may be put together from. */
export const WATCHED: readonly string[] = [
  '**/{.replylintrc*,replylintrc*,replylint.config.*,package.json}',
  '**/*.{yaml,yml,json,js,cjs,mjs}',
];

const NAME = /^(?:\.?replylintrc(?:\..+)?|replylint\.config\..+|package\.json)$/;

/** Whether a change of a file (absolute path) may change what is said of documents. */
export function isSettingsFile(path: string, folders: readonly Folder[]): boolean {
  if (NAME.test(basename(path))) return true;
  return folders.some(({ workspace: { config, plugins } }) =>
    [...config.files, ...plugins, ...config.rulePaths.map(({ value }) => value)].some((one) => isIn(path, one)),
  );
}

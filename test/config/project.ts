import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadConfig, type Config, type LoadOptions } from '../../src/config/index.js';
import type { Problem } from '../../src/text/problem.js';

const made: string[] = [];

/** Makes a folder with these files, and an empty `.git` in it so that it is a root. Text, or data that becomes JSON. */
export function project(files: Readonly<Record<string, unknown>>, { git = true } = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'replylint-config-')));
  made.push(root);
  if (git) mkdirSync(join(root, '.git'));
  put(root, files);
  return root;
}

export function put(root: string, files: Readonly<Record<string, unknown>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content, null, 2));
  }
}

export function removeProjects(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function load(files: Readonly<Record<string, unknown>>, options: Partial<LoadOptions> = {}): Promise<Config> {
  return loadConfig({ cwd: project(files), ...options });
}

/** `file:line:column message`, as a terminal would show it. */
export function shown({ file, line, column, message }: Problem): string {
  return [file, line, column].filter((part) => part !== undefined).join(':') + (file ? ' ' : '') + message;
}

/** What the config files say under one key, lowest layer first. */
export function said(config: Config, key: string): unknown[] {
  return config.layers.map((layer) => (layer.said as Record<string, unknown>)[key]).filter((value) => value !== undefined);
}

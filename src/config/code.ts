import { pathToFileURL } from 'node:url';
import type { Problem } from '../text/problem.js';
import { importModule } from '../trust/import-module.js';
import { storedTrust, type Trust } from '../trust/trust.js';
import { tidy, type ConfigDocument } from './document.js';
import { shownPath } from './origin.js';

/** Runs a config that is code and takes its default export for the settings. Not run at all where it is not trusted. Places are the file's first line. */
export async function runConfigFile(
  path: string,
  root: string,
  cwd: string,
  trust: Trust = storedTrust(root),
): Promise<ConfigDocument | Problem> {
  const wrong = (message: string, code = 'bad-config'): Problem => ({ code, file: shownPath(path, cwd), message });
  const refusal = trust.refuses(path);
  if (refusal !== undefined) return wrong(`${refusal}; settings that are data, in .replylintrc.yaml, need no trust`, 'untrusted');
  let said: unknown;
  try {
    const module = Object(await importModule(pathToFileURL(path).href)) as { default?: unknown };
    said = module.default;
  } catch (error) {
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return wrong(`could not be run (${what.split('\n', 1)[0].slice(0, 200)})`);
  }
  if (typeof said !== 'object' || said === null) return wrong('exports no settings; write `export default { … }`');
  try {
    return { data: tidy(said, () => undefined), position: () => ({ line: 1, column: 1 }) };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

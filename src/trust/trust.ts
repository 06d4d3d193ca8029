import { realpathSync } from 'node:fs';
import { codeFiles } from './code-files.js';
import { hashOf, readStore, type TrustedFolder } from './store.js';

/** Whether code of a project may be run. */
export interface Trust {
  /** Why the module at this absolute path may not be run, as the end of a sentence that begins with its name; undefined when it may. */
  refuses(path: string): string | undefined;
}

/** For one run, on the user's word (`--trust`). */
export const forThisRun: Trust = { refuses: () => undefined };

/** Where whoever runs us knows that the user does not trust the folder. */
export const never: Trust = {
  refuses: () => 'is code, and this folder is not trusted where it is open; trust it there, if you have read the code',
};

/** What the user trusted before, file by file: a file that is new or has changed is not trusted, and nothing it belongs to is run. */
export function storedTrust(root: string): Trust {
  let folder: TrustedFolder | undefined | null = null;
  return {
    refuses(path) {
      folder ??= readStore().get(realpathSync(root));
      if (!folder) return 'is code, and this folder is not trusted; read it, then run `replylint trust`, or give --trust for one run';
      const { date, files } = folder;
      const other = codeFiles(path).find((file) => files[file] !== hashOf(file));
      if (other === undefined) return undefined;
      const what = files[other] === undefined ? 'is code that was not there' : 'is code that has changed';
      const whole = realpathSync(path) === other ? what : `${what.replace('is code', 'needs code')} (${other})`;
      return `${whole} since the folder was trusted on ${date.slice(0, 10)}; read it, then run \`replylint trust\` again`;
    },
  };
}

/** Trusts everything and remembers what it was asked about: how `replylint trust` learns what there is. */
export class Collecting implements Trust {
  readonly files = new Set<string>();

  refuses(path: string): undefined {
    for (const file of codeFiles(path)) this.files.add(file);
  }

  /** What is to be kept. */
  folder(date: string): TrustedFolder {
    return { date, files: Object.fromEntries([...this.files].sort().map((file) => [file, hashOf(file)])) };
  }
}

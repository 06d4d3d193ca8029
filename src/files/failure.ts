import type { Problem } from '../text/problem.js';

const ADVICE: Readonly<Record<string, string>> = {
  EACCES: 'no permission to read it; change its permissions, or leave it out',
  EPERM: 'no permission to read it; change its permissions, or leave it out',
  ELOOP: 'its symbolic links lead in a circle; name the file itself',
  ENOENT: 'a symbolic link that leads nowhere; mend the link, or leave it out',
  ENAMETOOLONG: 'its name is too long for this system',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EMFILE: 'too many files are open; close some, or raise the limit (ulimit -n)',
  EIO: 'the disk could not be read',
};

/** The problem that a failed call to the file system is for the user. Codes of the system stay visible where there is no better word. */
export function systemFailure(file: string, error: unknown): Problem {
  const code = errorCode(error);
  return {
    code: 'unreadable',
    file,
    message: `cannot be read: ${ADVICE[code] ?? `the system says ${code}; check the file, or leave it out`}`,
  };
}

/** The system's code of an error (`ENOENT`), or `unknown error`. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
}

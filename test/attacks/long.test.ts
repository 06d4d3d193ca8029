import { spawnSync } from 'node:child_process';
import { afterAll, expect, it } from 'vitest';
import { command, Project } from '../cli/project.js';

const project = new Project();
afterAll(() => project.remove());

/** Texts just short of what is judged in a thread that can be stopped: each has stalled a pattern for half a minute and longer. */
const long: Readonly<Record<string, string>> = {
  'image.html': `<p>Dear Tom, it is on its way.</p><img src="${'a?'.repeat(120_000)}\nb/">`,
  'opener.txt': `${'a'.repeat(240_000)}b Tom,\n\nIt is on its way.\n`,
  'choices.txt': `Dear Tom,\n\nIt is ${'https://a.b/'.repeat(20_000)}x on its way.\n`,
  'dashes.txt': `Dear Tom,\n\n--${'\t'.repeat(240_000)}x\n`,
};

it.each(Object.keys(long))(
  '%s is judged in no time',
  (name) => {
    project.put({ [name]: long[name] });
    const { status, stderr } = spawnSync(process.execPath, [command, name, '--no-config'], {
      cwd: project.folder,
      encoding: 'utf8',
      timeout: 20_000,
      killSignal: 'SIGKILL',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  },
  30_000,
);

import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { judgeFound } from '../../src/cli/judge-found.js';
import type { CheckOptions } from '../../src/cli/options.js';
import type { Terminal } from '../../src/cli/terminal.js';
import { createWorkspace } from '../../src/workspace/workspace.js';
import { CLEAN, Project } from './project.js';

const project = new Project(Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`drafts/${i}.txt`, CLEAN])));
afterAll(() => project.remove());
afterEach(() => vi.restoreAllMocks());

/** What is shown while twelve drafts are judged, each of which takes so many milliseconds. */
async function shown(each: number, options: Partial<CheckOptions> = {}, over: Partial<Terminal> = {}): Promise<(string | undefined)[]> {
  let clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += each));
  const lines: (string | undefined)[] = [];
  const terminal = {
    cwd: project.folder,
    env: {},
    problem: () => {},
    progress: (line: string | undefined) => lines.push(line) > 0,
    ...over,
  };
  const workspace = await createWorkspace({ cwd: project.folder });
  const found = await workspace.find(['drafts']);
  for await (const _ of judgeFound(
    workspace,
    found,
    {},
    { concurrency: 'off', ...options } as CheckOptions,
    terminal as unknown as Terminal,
  ));
  return lines;
}

describe('the line that tells how far it is', () => {
  it('comes after two seconds of work, and goes when all is done', async () => {
    const lines = await shown(700);
    expect(lines[0]).toMatch(/^\d+ of 12 files judged …$/);
    expect(lines.length).toBeLessThan(13);
    expect(lines.at(-1)).toBeUndefined();
  });

  it('does not come for short work', async () => {
    expect(await shown(100)).toEqual([]);
  });

  it('does not come where a report is written meanwhile', async () => {
    expect(await shown(700, { format: [{ format: 'ndjson' }] })).toEqual([]);
  });

  it('does not come where it is not wanted, in CI, or where there is no screen', async () => {
    expect(await shown(700, { progress: false })).toEqual([]);
    expect(await shown(700, {}, { env: { CI: 'true' } })).toEqual([]);
    let asked = 0;
    expect(await shown(700, {}, { progress: () => (asked += 1) < 0 })).toEqual([]);
    expect(asked).toBe(1);
  });
});

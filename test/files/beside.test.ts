import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  linkSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openBeside } from '../../src/files/beside.js';
import { replaceContent } from '../../src/files/replace.js';
import { writeWhole } from '../../src/files/write.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replylint-beside-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that has ended. */
const ended = spawnSync(process.execPath, ['-e', '']).pid;
const name = (id: number, random = '0123456789ab'): string => `.replylint-${id}-${random}.tmp`;
const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);

function leave(file: string, minutes: number): void {
  writeFileSync(join(folder, file), 'half of a re');
  utimesSync(join(folder, file), minutesAgo(minutes), minutesAgo(minutes));
}

/** What is there once something was written beside it. */
function left(): string[] {
  closeSync(openBeside(join(folder, 'reply.txt')).descriptor);
  return readdirSync(folder).filter((file) => !file.startsWith(`.replylint-${process.pid}-`));
}

it('takes away what a run left that was killed', () => {
  leave(name(ended), 11);
  leave(name(ended, 'ba9876543210'), 60);
  expect(left()).toEqual([]);
});

it('takes away what was left a day ago, whoever has the number of its process by now', () => {
  leave(name(process.ppid), 25 * 60);
  expect(left()).toEqual([]);
});

it.each([
  ['that is young', name(ended), 9],
  ['that a process writes', name(process.ppid), 60],
  ['of another name', `.reply.txt.${ended}.tmp`, 60],
  ['of nearly the same name', `.replylint-${ended}-0123456789ab.tmp.txt`, 60],
])('leaves a file %s', (_, file, minutes) => {
  leave(file, minutes);
  expect(left()).toEqual([file]);
});

it('leaves links and folders, and what they lead to', () => {
  const precious = join(folder, 'precious.txt');
  writeFileSync(precious, 'precious');
  symlinkSync('precious.txt', join(folder, name(ended, 'aaaaaaaaaaaa')));
  lutimesSync(join(folder, name(ended, 'aaaaaaaaaaaa')), minutesAgo(60), minutesAgo(60));
  utimesSync(precious, minutesAgo(60), minutesAgo(60));
  linkSync(precious, join(folder, name(ended, 'bbbbbbbbbbbb')));
  mkdirSync(join(folder, name(ended, 'cccccccccccc')));
  utimesSync(join(folder, name(ended, 'cccccccccccc')), minutesAgo(60), minutesAgo(60));
  expect(left()).toHaveLength(4);
  expect(readFileSync(precious, 'utf8')).toBe('precious');
});

it('is what fixes and reports are written with', () => {
  const path = join(folder, 'reply.txt');
  writeFileSync(path, 'old');
  leave(name(ended), 60);
  expect(replaceContent({ file: 'reply.txt', path, root: folder, before: Buffer.from('old'), after: Buffer.from('new') })).toBeUndefined();
  expect(readdirSync(folder)).toEqual(['reply.txt']);
});

it('writes through no link that lies where the file would be written', () => {
  const outside = join(folder, 'outside.txt');
  const project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(outside, 'precious');
  for (const planted of [`report.json.${process.pid}.tmp`, `.report.json.${process.pid}.tmp`])
    symlinkSync('../outside.txt', join(project, planted));
  symlinkSync('../outside.txt', join(project, 'report.json'));
  expect(writeWhole('report.json', join(project, 'report.json'), '{}')).toBeUndefined();
  expect(readFileSync(outside, 'utf8')).toBe('precious');
  expect(lstatSync(join(project, 'report.json')).isFile()).toBe(true);
});

it('takes a file with as long a name as there can be', () => {
  const long = join(folder, `${'r'.repeat(251)}.txt`);
  expect(writeWhole('long', long, 'new')).toBeUndefined();
  expect(existsSync(long)).toBe(true);
});

import { spawnSync } from 'node:child_process';
import { afterAll, expect, it } from 'vitest';
import { command, Project } from './project.js';

const project = new Project();
afterAll(() => project.remove());

/** Megabytes of JavaScript values: the command itself needs a third of it. */
const LITTLE = 150;

it.each(['pretty', 'html', 'github', 'junit', 'json'])('a megabyte of signs that must be escaped takes little memory in %s', (format) => {
  project.put({ 'nul.eml': Buffer.concat([Buffer.from('From: a@shop.example\n\n'), Buffer.alloc(1_000_000)]) });
  const { status, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${LITTLE}`, command, 'nul.eml', '--no-config', '--format', `${format}=out`],
    { cwd: project.folder, encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

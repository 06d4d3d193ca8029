import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../', import.meta.url));
const json = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));
const own = json('package.json') as { dependencies?: object; devDependencies: Record<string, string>; scripts: Record<string, string> };
const lock = json('package-lock.json') as {
  packages: Record<string, { version?: string; integrity?: string; hasInstallScript?: boolean; link?: boolean }>;
};

describe('what we depend on', () => {
  it('is pinned to one version each, and locked with its digest', () => {
    for (const [name, version] of Object.entries(own.devDependencies)) {
      expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
      expect(lock.packages[`node_modules/${name}`]?.version).toBe(version);
    }
    const unlocked = Object.entries(lock.packages).filter(([path, { integrity, link }]) => path !== '' && !link && !integrity);
    expect(unlocked).toEqual([]);
  });

  it('is nothing that a user has to install: all of it is bundled', () => {
    expect(own.dependencies ?? {}).toEqual({});
  });

  it('runs nothing when it is installed, and neither do we', () => {
    const scripts = ['preinstall', 'install', 'postinstall', 'prepublish', 'prepare'];
    expect(Object.keys(own.scripts).filter((name) => scripts.includes(name))).toEqual([]);
    // esbuild looks whether its binary for this system is there; CI installs with the scripts of packages off.
    const running = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(running.map(([path]) => path.split('node_modules/').at(-1)).filter((name) => name !== 'esbuild' && name !== 'fsevents')).toEqual(
      [],
    );
  });
});

describe('.github/workflows', () => {
  const file = '.github/workflows/release.yml';

  it('a release is built from the lockfile, without scripts of packages, tested, and published with its provenance', () => {
    expect(existsSync(join(root, file))).toBe(true);
    const text = readFileSync(join(root, file), 'utf8');
    const workflow = parse(text) as {
      permissions: object;
      jobs: Record<string, { permissions?: Record<string, string>; steps: { uses?: string; run?: string }[] }>;
    };
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
    const runs = steps.map(({ run = '' }) => run).join('\n');
    expect(runs).toMatch(/npm ci --ignore-scripts/);
    expect(runs).toMatch(/npm audit signatures/);
    expect(runs).toMatch(/\.ci\/run|npm test/);
    expect(runs).toMatch(/npm publish .*--provenance/);
    expect(workflow.permissions).toEqual({});
    expect(Object.values(workflow.jobs).some(({ permissions }) => permissions?.['id-token'] === 'write')).toBe(true);
    // A tag can be moved, a commit cannot.
    for (const { uses } of steps) if (uses) expect(uses).toMatch(/@[0-9a-f]{40}$/);
    expect(text).not.toMatch(/run:.*\$\{\{/);
  });
});

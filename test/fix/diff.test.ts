import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../src/fix/diff.js';

const diff = (before: string, after: string): string => unifiedDiff('reply.txt', before, after, (line) => line);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'replylint-diff-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the unified diff', () => {
  it('shows what changes with three lines around it', () => {
    expect(diff('1\n2\n3\n4\n5\n6\n7\n8\n9\n', '1\n2\n3\n4\nfive\n6\n7\n8\n9\n')).toBe(
      '--- reply.txt\n+++ reply.txt\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n',
    );
  });

  it('says where the last line has no end, and is empty where nothing differs', () => {
    expect(diff('a\nb', 'a\nc')).toContain('-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n');
    expect(diff('a', 'a')).toBe('');
  });

  it('is what git and patch take: applied to the old text it gives the new one', () => {
    const line = fc.constantFrom('a', 'b', 'c', '', 'Dear customer,', '-- ');
    const text = fc.tuple(fc.array(line, { maxLength: 25 }), fc.boolean()).map(([lines, end]) => lines.join('\n') + (end ? '\n' : ''));
    const path = join(folder, 'reply.txt');
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after && before !== '' && after !== '');
        writeFileSync(path, before);
        execFileSync('git', ['apply', '-p0', '--whitespace=nowarn', '-'], { cwd: folder, input: diff(before, after), stdio: 'pipe' });
        expect(readFileSync(path, 'utf8')).toBe(after);
      }),
      { numRuns: 150 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { unfinished, withDeadline } from '../../src/workspace/deadline.js';

describe('withDeadline', () => {
  it('passes an answer on', async () => {
    expect(await withDeadline('a', 1000, Promise.resolve(7))).toBe(7);
    expect(unfinished()).toEqual([]);
  });

  it('turns silence into a problem that names the file and the limit', async () => {
    const outcome = withDeadline('silent.eml', 20, new Promise<number>(() => {}));
    expect(unfinished()).toEqual(['silent.eml']);
    expect(await outcome).toMatchObject({
      code: 'deadline',
      file: 'silent.eml',
      message: expect.stringContaining('20 ms (limit milliseconds)'),
    });
    expect(unfinished()).toEqual([]);
  });

  it('lets a bug through', async () => {
    await expect(withDeadline('a', 1000, Promise.reject(new Error('bug')))).rejects.toThrow('bug');
    expect(unfinished()).toEqual([]);
  });

  it('keeps two files of one name apart', async () => {
    const first = withDeadline('a', 50, new Promise<number>(() => {}));
    await withDeadline('a', 50, Promise.resolve(1));
    expect(unfinished()).toEqual(['a']);
    await first;
  });
});

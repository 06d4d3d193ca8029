import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/files/lines.js';

async function* stream(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

async function read(chunks: readonly (string | Uint8Array)[], limit = 1000): Promise<(string | null)[]> {
  const found: (string | null)[] = [];
  for await (const lines of linesOf(stream(chunks.map((chunk) => Buffer.from(chunk as string))), limit))
    for (const line of lines) {
      expect(line.number).toBe(found.length + 1);
      found.push(line.bytes === null ? null : Buffer.from(line.bytes).toString());
    }
  return found;
}

describe('linesOf', () => {
  it('splits at LF alone', async () => {
    expect(await read(['a\r\nb\u2028c\u0085d\ne\rf\n'])).toEqual(['a\r', 'b\u2028c\u0085d', 'e\rf']);
  });

  it('takes a last line without LF, and no line after the last LF', async () => {
    expect(await read(['a\nb'])).toEqual(['a', 'b']);
    expect(await read(['a\n'])).toEqual(['a']);
    expect(await read(['\n\n'])).toEqual(['', '']);
    expect(await read([])).toEqual([]);
  });

  it('hands over whole lines as soon as their chunk has come', async () => {
    const lines = linesOf(stream([Buffer.from('a\nb'), Buffer.from('c\n')]), 100);
    const first = await lines.next();
    expect(first.value.map((line: { bytes: Uint8Array }) => Buffer.from(line.bytes).toString())).toEqual(['a']);
  });

  it('lets go of a line over the limit and goes on with the next', async () => {
    expect(await read(['xxxxx', 'xxxxx', 'x\nok\nyyyyyyyyyyy\nz'], 10)).toEqual([null, 'ok', null, 'z']);
    expect(await read(['x'.repeat(11)], 10)).toEqual([null]);
    expect(await read(['x'.repeat(10)], 10)).toEqual(['x'.repeat(10)]);
  });

  it('gives the same lines however the bytes are cut (property)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é', '😀') }), fc.array(fc.nat(40)), async (text, cuts) => {
        const bytes = Buffer.from(text);
        const chunks: Uint8Array[] = [];
        let from = 0;
        for (const cut of cuts) {
          chunks.push(bytes.subarray(from, from + cut));
          from += cut;
        }
        chunks.push(bytes.subarray(from));
        const whole = text.split('\n');
        if (whole.at(-1) === '') whole.pop();
        expect(await read(chunks)).toEqual(whole);
      }),
    );
  });
});

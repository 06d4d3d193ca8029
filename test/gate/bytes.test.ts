import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { withoutOwnFields } from '../../src/gate/override.js';
import { headerFields } from '../../src/workspace/outgoing/fields.js';
import { sendmail, type SendmailOptions } from '../../src/gate/sendmail/sendmail.js';
import { fine, Post } from './post.js';

const post = new Post();
afterAll(() => post.remove());

async function* inChunks(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const size of sizes) {
    if (at < bytes.length) yield bytes.subarray(at, (at += size));
  }
  if (at < bytes.length) yield bytes.subarray(at);
}

const options: Omit<SendmailOptions, 'input'> = {
  workspace: { config: false },
  // Whatever the bytes are, they shall pass.
  failOpen: true,
  override: 'a test',
  argv: ['-t'],
  program: post.sendmail,
  own: [],
  cwd: post.folder,
  env: {},
  aside: () => {},
};

async function passed(bytes: Uint8Array, sizes: readonly number[] = []): Promise<Buffer | undefined> {
  post.forget();
  expect(await sendmail({ ...options, input: inChunks(bytes, sizes) })).toEqual({ status: 0 });
  return post.delivered?.mail;
}

/** Bytes that a mail is made of, and any others; often with line ends of every kind. */
const piece = fc.oneof(
  fc
    .constantFrom('\r\n', '\n', '\r', '\n.\n', '\r\n.\r\n', '\n\n', 'From ', '\u0000', '\ufeff', 'Subject: x\n', '--b\n', '=3D', fine())
    .map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 40 }),
);

describe('--strip-headers', () => {
  const end = fc.constantFrom('\n', '\r\n');
  const ours = fc.constantFrom(
    'X-Replylint: send-anyway; so it is',
    'x-replylint:',
    'X-REPLYLINT-DISABLE: a-rule --{}\treason',
    'X-Replylint : off{} {}\t.',
  );
  const other = fc.constantFrom(
    'Subject: X-Replylint: off',
    'X-Replylint-Note: kept',
    'X-Other:{} X-Replylint: kept',
    'To: a@example.com',
    'Received: from b{}\tby c',
  );

  it('takes its own fields out of the header, folded or not, and no other byte', () => {
    fc.assert(
      fc.property(
        end,
        fc.array(fc.oneof(ours, other), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('X-Replylint: in the text', ''),
        (eol, fields, text) => {
          const written = (chosen: readonly string[]): string =>
            [...chosen, 'From: m@shop.example', '', text, ''].map((line) => line.replaceAll('{}', eol)).join(eol);
          const mail = Buffer.from(written(fields));
          const kept = fields.filter((line) => !/^x-replylint(?:-disable)?\s*:/i.test(line));
          expect(Buffer.from(withoutOwnFields(mail, headerFields(mail))).toString()).toBe(written(kept));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the real sendmail gets the bytes that came', () => {
  it('whatever they are, in whatever pieces they come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 700 }), { maxLength: 6 }),
        async (pieces, sizes) => {
          const bytes = Buffer.concat(pieces);
          expect((await passed(bytes, sizes))?.equals(bytes)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each(['', '\n', '\r\n', '\r\n.\r\nafter the dot', ' '])('a mail that ends with %j', async (end) => {
    const bytes = Buffer.from(fine().trimEnd().replaceAll('\n', '\r\n') + end);
    expect((await passed(bytes))?.equals(bytes)).toBe(true);
  });

  it('and none of a mail of which only the beginning can be read', async () => {
    post.forget();
    async function* torn(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(fine().slice(0, 200));
      throw Object.assign(new Error('torn'), { code: 'EIO' });
    }
    const said: string[] = [];
    expect(await sendmail({ ...options, input: torn(), aside: (text) => said.push(text) })).toEqual({ status: 75 });
    expect(said.join('')).toMatch(/^replylint: standard input cannot be read \(EIO\)[^\n]*\n$/);
    expect(post.delivered).toBeUndefined();
  });
});

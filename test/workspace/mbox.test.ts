import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { lintFiles, type Report } from '../../src/node.js';

async function judged(files: Readonly<Record<string, string | Buffer>>, path = '.'): Promise<Report> {
  const cwd = mkdtempSync(join(tmpdir(), 'replylint-mbox-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), content);
    }
    return await lintFiles([path], { cwd });
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

const mail = (subject: string, body: string): string =>
  `From: Priya Nair <priya@shop.example>\nTo: Tom Beck <tom@mail.example>\nSubject: ${subject}\nContent-Type: text/plain; charset=utf-8\n\n${body}\n`;
const FIRST = mail('One', 'Dear Tom,\n\nFrom Monday on the café is open.\n\nFrom here you can walk.\n\nKind regards,\nPriya');
const SECOND = mail('Two', 'Dear customer,\n\nThe café is open.\n\nKind regards,\nPriya');

test.each([
  ['LF', '\n'],
  ['CRLF', '\r\n'],
])('each mail of an mbox file is a draft, at its place in the file (%s)', async (_, end) => {
  const box = `From priya@shop.example Mon Nov 23 09:12:00 2026\n${FIRST}\nFrom - Tue Nov 24 10:00:00 2026\n${SECOND}\n`.replaceAll(
    '\n',
    end,
  );
  const { drafts, problems } = await judged({ 'sent.mbox': box });
  expect(problems).toEqual([]);
  expect(drafts.map(({ id }) => id)).toEqual(['sent.mbox#1', 'sent.mbox#2']);
  const found = drafts[1].findings.find(({ rule }) => rule === 'generic-greeting');
  expect(found?.quote).toBe('customer');
  const { line, column, bytes } = found!.place;
  expect(box.split(end)[line - 1].slice(column - 1)).toBe('customer,');
  expect(
    Buffer.from(box)
      .subarray(...bytes!)
      .toString(),
  ).toBe('customer');
});

test('a Maildir folder is mails, whatever they are called; a folder that only has such a name is not', async () => {
  const { drafts } = await judged({
    'box/cur/17.M1.host:2,S': SECOND,
    'box/new/18.M2.host': FIRST,
    'box/tmp/19.M3.host': FIRST,
    'other/new/readme': 'x',
  });
  expect(drafts.map(({ id }) => id)).toEqual(['box/cur/17.M1.host:2,S', 'box/new/18.M2.host']);
});

test('a file that holds no mail says so', async () => {
  const { problems } = await judged({ 'a.mbox': 'Dear Tom,\n\nFrom here you can walk.\n' });
  expect(problems).toMatchObject([{ code: 'empty', file: 'a.mbox' }]);
});

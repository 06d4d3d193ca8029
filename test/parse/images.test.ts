import { describe, expect, it } from 'vitest';
import { builtInRules, createLinter, isProblem } from '../../src/index.js';
import type { DraftReport } from '../../src/index.js';

const HTML = `<p>Dear Ben,</p>
<p>The lever is on the left: <img src="lever.png"> and the valve is below it.</p>
<p><img
  src="lever.png"></p>
<p><a href="https://shop.example/x"><img src="lever.png"></a></p>
`;
const MARKDOWN = `---
title: Lever
---
Dear Ben,

The lever is on the left: ![](lever.png) and
the valve is below it. ![](lever.png)

[![](lever.png)](https://shop.example/x)
`;
const mixed = MARKDOWN.replace('Dear Ben', 'Dear <b>Ben</b>');
const tags = [...HTML.matchAll(/<img[^>]*>/g)].map(([tag]) => tag);
const marks = Array.from({ length: 3 }, () => '![](lever.png)');

const linter = createLinter(builtInRules().filter(({ id }) => id === 'missing-alt-text'));

async function judged(
  name: string,
  draft: string | Uint8Array,
  format: 'html' | 'markdown' | 'eml',
  base?: { bytes: number; lines: number },
) {
  const report = await linter.lint({
    name,
    draft,
    format,
    ...(base && { base }),
    ...(typeof draft === 'string' && { toBytes: undefined }),
  });
  if (isProblem(report)) throw new Error(report.message);
  return report;
}

/** What stands in `text` at the places of the findings, by their lines and columns. */
function shown({ findings }: DraftReport, text: string): string[] {
  const lines = text.split('\n');
  const at = (line: number, column: number): number => lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  return findings.map(({ place }) => text.slice(at(place.line, place.column), at(place.endLine ?? 0, place.endColumn ?? 0)));
}

describe('an image without words is reported where it stands', () => {
  it.each([
    ['in HTML', 'html', HTML, tags],
    ['in Markdown', 'markdown', MARKDOWN, marks],
    ['in Markdown with HTML in it', 'markdown', mixed, marks],
  ] as const)('%s', async (_, format, text, expected) => {
    expect(shown(await judged('reply', text, format), text)).toEqual(expected);
  });

  const eml = (encoding: string, body: string): string =>
    `From: a@shop.example\nSubject: Lever\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nDear Ben,\n\nthe lever is on the left.\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: ${encoding}\n\n${body}\n--b--\n`;

  it.each([
    ['as it is', eml('8bit', HTML), tags],
    ['in quoted-printable', eml('quoted-printable', HTML.replaceAll('="', '=3D"')), tags.map((tag) => tag.replaceAll('="', '=3D"'))],
  ])('in a mail, %s', async (_, text, expected) => {
    expect(shown(await judged('reply.eml', text, 'eml'), text)).toEqual(expected);
    const bytes = new TextEncoder().encode(text);
    const { findings } = await judged('reply.eml', bytes, 'eml');
    expect(findings.map(({ place }) => new TextDecoder().decode(bytes.subarray(...(place.bytes ?? [0, 0]))))).toEqual(expected);
    const later = await judged('sent.mbox', bytes, 'eml', { bytes: 1000, lines: 40 });
    expect(later.findings.map(({ place }) => [place.line - 40, (place.bytes?.[0] ?? 0) - 1000])).toEqual(
      findings.map(({ place }) => [place.line, place.bytes?.[0]]),
    );
  });

  it('in a mail, at its line of the part where base64 hides the place', async () => {
    const body = Buffer.from(HTML).toString('base64').replace(/.{76}/g, '$&\n');
    const { findings } = await judged('reply.eml', eml('base64', body), 'eml');
    expect(findings.map(({ place }) => [place.part, place.partLine])).toEqual([
      ['2', 2],
      ['2', 3],
      ['2', 5],
    ]);
  });
});

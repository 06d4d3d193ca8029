import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLinter, isProblem, builtInRules } from '../../src/index.js';
import { readLibrary } from '../../src/parse/library/index.js';
import { wholeText } from '../../src/text/string-map.js';
import { utf8Map } from '../../src/text/utf8.js';
import { shifted } from '../../src/text/run-map.js';

const linter = createLinter(builtInRules());
const HTML = [
  '<p>Dear <b>customer</b>,</p>',
  '<p>You failed to read <i>our</i> terms &amp; conditions.</p>',
  '<p>caf&eacute; 😀 "x"</p>',
  '<br>',
  '\n',
  '<p>Please be advised that we can&#39;t help.</p>',
  '<ul><li>Kindly revert.</li></ul>',
];
const MARKDOWN = [
  'Dear **customer**,\n\n',
  'You failed to read *our* terms &amp; conditions.\n\n',
  'café 😀 "x"\n\n',
  '- Kindly revert.\n',
  "Please be advised that we can't help.\n\n",
  '> quoted\n\n',
  '\\*not\\* bold \\\\ \n\n',
];

/** How a library writes a text, and how a stretch of the file reads that holds a part of it. */
const SYNTAXES: Readonly<
  Record<string, { name: string; write: (body: string, format: string) => string; read: (slice: string) => string }>
> = {
  JSON: {
    name: 'replies.json',
    write: (body, format) => JSON.stringify([{ id: 'é', format, body }]).replaceAll('é', '\\u00e9'),
    read: (slice) => JSON.parse(`"${slice}"`) as string,
  },
  'a YAML block': {
    name: 'replies.yaml',
    write: (body, format) => `- id: é\n  format: ${format}\n  body: |\n${body.replaceAll(/^/gm, '    ')}\n`,
    read: (slice) => slice.replaceAll(/\n */g, '\n'),
  },
  'YAML in double quotes': {
    name: 'replies.yaml',
    write: (body, format) => `- id: é\n  format: ${format}\n  body: ${JSON.stringify(body)}\n`,
    read: (slice) => JSON.parse(`"${slice}"`) as string,
  },
  CSV: {
    name: 'replies.csv',
    write: (body, format) => `id,format,body\né,${format},"${body.replaceAll('"', '""')}"\n`,
    read: (slice) => slice.replaceAll('""', '"'),
  },
};

/** What the text of a format says, marks and white space aside. */
const SAID: Readonly<Record<string, (written: string) => string>> = {
  html: (written) =>
    tight(
      written
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll('&amp;', '&')
        .replaceAll('&#39;', "'")
        .replaceAll('&eacute;', 'é'),
    ),
  markdown: (written) =>
    tight(written.replaceAll(/\\([*\\])|\*\*?|^[->] /gm, (_, escaped: string | undefined) => escaped ?? '').replaceAll('&amp;', '&')),
};

function tight(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

for (const [title, { name, write, read }] of Object.entries(SYNTAXES))
  test.each([
    ['html', HTML],
    ['markdown', MARKDOWN],
  ] as const)(`the bytes of a finding in ${title} read as its words (%s)`, async (format, pieces) => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }), async (parts) => {
        const text = write(parts.join(''), format);
        const library = await readLibrary({ name, format: 'text', content: text });
        if ('code' in library) return;
        const whole = wholeText(text, utf8Map(text));
        const [value] = library.entries[0].texts;
        const { text: draft, map } = value.value.read();
        const report = await linter.lint({ draft, format: value.format, name, mode: 'template', within: { whole, map } });
        if (isProblem(report)) return;
        for (const { quote, place } of report.findings) {
          if (quote === null || !place.bytes) continue;
          seen += 1;
          const slice = Buffer.from(text)
            .subarray(...place.bytes)
            .toString();
          expect(SAID[format](read(slice))).toBe(tight(quote));
          const lines = text.split('\n');
          expect(lines[place.line - 1].slice(place.column - 1).startsWith(slice.split('\n')[0])).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
    expect(seen).toBeGreaterThan(30);
  });

test('without the bytes of the file, places tell lines and columns all the same', async () => {
  const whole = wholeText('x: "Dear customer,"');
  const report = await linter.lint({ draft: 'Dear customer,', name: 'x', within: { whole, map: shifted(4) } });
  if (isProblem(report)) throw new Error(report.message);
  expect(report.findings.find(({ rule }) => rule === 'generic-greeting')?.place).toMatchObject({ line: 1, column: 10 });
});

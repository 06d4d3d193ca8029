import { describe, expect, it } from 'vitest';
import { builtInRules } from '../../src/catalogue/index.js';
import type { Context, Format, ReportedFinding } from '../../src/index.js';
import { fix, type Fixed } from './harness.js';

const rules = builtInRules();
const context: Context = { kind: 'complaint', customerName: 'Adaeze Okafor' };
const reply = (words: string): string =>
  `Dear Customer,\n\nThank you for your letter about the kettle. ${words}\n\nKind regards,\nMaya Lindqvist\n`;
const inHtml = (text: string): string =>
  `<html><head><meta charset="utf-8"></head><body><p>${text
    .replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .trim()
    .replaceAll('\n\n', '</p>\n<p>')
    .replaceAll('\n', '<br>\n')}</p></body></html>`;
const inMail = (text: string): string =>
  `From: maya@kettles.example\r\nTo: adaeze@mail.example\r\nSubject: Kettle\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(inHtml(text)).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--b--\r\n`;
const files: readonly (readonly [Format, (text: string) => string])[] = [
  ['text', (text) => text],
  ['markdown', (text) => text],
  ['html', inHtml],
  ['eml', inMail],
];

/** Rules with all that they found, shown or behind another finding. */
function known(findings: readonly Pick<ReportedFinding, 'rule' | 'standsFor'>[]): string[] {
  return findings.flatMap(({ rule, standsFor }) => [rule, ...known(standsFor as readonly ReportedFinding[])]);
}

describe('fixing the examples of the rules', () => {
  it.each(files)(
    '%s: no fix adds a finding or lowers the score, and twice changes nothing more',
    async (format, asFile) => {
      const examples = [...new Set(rules.flatMap((rule) => rule.examples.bad))];
      let made = 0;
      for (const words of examples) {
        const once: Fixed = await fix(asFile(reply(words)), format, rules, { unsafe: true, context });
        made += once.applied.length;
        if (once.applied.length === 0) continue;
        const before = known(once.first.report.findings);
        for (const { rule } of once.last.report.findings) expect(before).toContain(rule);
        expect(once.last.report.score).toBeGreaterThanOrEqual(once.first.report.score);
        const twice = await fix(once.bytes, format, rules, { unsafe: true, context });
        expect(twice.applied).toEqual([]);
        expect(twice.text).toBe(once.text);
      }
      expect(made).toBeGreaterThan(10);
    },
    120_000,
  );
});

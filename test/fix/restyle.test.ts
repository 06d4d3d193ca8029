import { describe, expect, it } from 'vitest';
import { builtInRules } from '../../src/catalogue/index.js';
import type { Rule } from '../../src/rule/rule.js';
import { fix } from './harness.js';

const rules: readonly Rule[] = builtInRules().filter(({ id }) => id === 'mixed-fonts');
const LONG = 'your new pump was sent by train this morning, so it is with you tomorrow.';
const restyled = async (html: string): Promise<string> => (await fix(html, 'html', rules)).text;
const refused = async (html: string): Promise<string | undefined> => {
  const { text, offered } = await fix(html, 'html', rules);
  expect(text).toBe(html);
  return offered[0]?.reason;
};

describe('fixing mixed fonts', () => {
  it.each([
    [
      'a span that says nothing else',
      `<p style="font-family:Times New Roman">Hi <span style="font-family:Arial">Acme Ltd</span>, ${LONG}</p>`,
      `<p style="font-family:Times New Roman">Hi <span>Acme Ltd</span>, ${LONG}</p>`,
    ],
    [
      'one property of several, the others kept as they are written',
      `<p style="color:#000">Hi <span style="Letter-Spacing: 1px; Color:red ;text-decoration:underline">Acme</span>, ${LONG}</p>`,
      `<p style="color:#000">Hi <span style="Letter-Spacing: 1px;text-decoration:underline">Acme</span>, ${LONG}</p>`,
    ],
    [
      'a font element',
      `<p>Hi <font color="#1F497D" face=Verdana>Ms Rossi</font>, ${LONG}</p>`,
      `<p>Hi <font face=Verdana>Ms Rossi</font>, ${LONG}</p>`,
    ],
    [
      'references in the value, elements inside, Word marks',
      `<p style="font-family:Calibri">Hi <span lang="EN" style='font-family:&quot;Segoe UI&quot;,sans-serif;mso-fareast-font-family:&quot;Segoe UI&quot;;mso-bidi-x:1'><b>Acme</b> Ltd</span>, ${LONG}</p>`,
      `<p style="font-family:Calibri">Hi <span lang="EN" style='mso-bidi-x:1'><b>Acme</b> Ltd</span>, ${LONG}</p>`,
    ],
    [
      'a highlight',
      `<p>Hi, it is <span style="background:yellow">today</span>, and ${LONG}</p>`,
      `<p>Hi, it is <span>today</span>, and ${LONG}</p>`,
    ],
    [
      'the paragraph itself, which then takes the look of the others',
      `<p style="font-family:Calibri,sans-serif">Hi Tom, ${LONG}</p>\n<p style="font-family:Verdana">It fits the hose.</p>`,
      `<p style="font-family:Calibri,sans-serif">Hi Tom, ${LONG}</p>\n<p style="font-family:Calibri,sans-serif">It fits the hose.</p>`,
    ],
    [
      'a font element among others of its kind',
      `<font face="Verdana, Geneva" size=2>Hi Tom, ${LONG}</font><p><font face=Arial size=2>It fits the hose.</font>`,
      `<font face="Verdana, Geneva" size=2>Hi Tom, ${LONG}</font><p><font size=2 style="font-family:Verdana, Geneva">It fits the hose.</font>`,
    ],
    [
      'marks of both kinds, and none at all',
      `<p style='font-family:"Segoe UI",Arial'>Hi Tom, ${LONG}</p><p style=font-family:Verdana;margin:0>It fits the hose.</p>`,
      `<p style='font-family:"Segoe UI",Arial'>Hi Tom, ${LONG}</p><p style="margin:0;font-family:&quot;Segoe UI&quot;,Arial">It fits the hose.</p>`,
    ],
    [
      'a shorthand, of which bold stays',
      `<div style="font-family:Calibri;font-size:16px"><p>Hi Tom, ${LONG}</p><p style="font:italic bold 10px/1.2 Verdana, serif">It fits the hose.</p></div>`,
      `<div style="font-family:Calibri;font-size:16px"><p>Hi Tom, ${LONG}</p><p style="font-style:italic;font-weight:bold">It fits the hose.</p></div>`,
    ],
  ])('%s', async (_, html, wanted) => expect(await restyled(html)).toBe(wanted));

  it('leaves what holds other words too, and style sheets, alone', async () => {
    expect(await refused(`<style>.x{color:red}</style><p>Hi <span class=x>Acme</span>, ${LONG}</p>`)).toBe(
      'its look comes from a style sheet, or from what holds more than these words',
    );
  });

  it('in the HTML part of a mail, in its own encoding; the plain text stays', async () => {
    const html = `<p style=3D"font-family:Calibri">Hi <span style=3D"font-family:Arial">Acme=\r\n</span>, ${LONG.slice(0, 20)}=\r\n${LONG.slice(20)}</p>`;
    const mail = (part: string): string =>
      `From: a@mail.example\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHi Acme, ${LONG}\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${part}\r\n--b--\r\n`;
    const { text, offered } = await fix(mail(html), 'eml', rules);
    expect(offered).toEqual([]);
    expect(text).toBe(mail(html.replace(' style=3D"font-family:Arial"', '')));
  });
});

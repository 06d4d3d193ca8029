import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';

/** How long a condition is waited for: long enough for a loaded machine. */
export const SOON = { timeout: 30_000 };

/** Somebody who writes on the page. */
export class Writer {
  readonly customer: Locator;
  readonly draft: Locator;

  constructor(readonly page: Page) {
    this.customer = page.getByRole('textbox', { name: 'The customer’s message' });
    this.draft = page.getByRole('textbox', { name: 'Your reply' });
  }

  /** Waits until the page has begun. */
  async begun(): Promise<this> {
    await this.page.locator('html[data-ready]').waitFor();
    return this;
  }

  /** Types into an editor, in the place of what is there. */
  async write(where: Locator, text: string): Promise<void> {
    await where.fill(text);
  }

  /** The text of an editor. */
  async text(where: Locator): Promise<string> {
    if ((await where.locator('.cm-placeholder').count()) > 0) return '';
    return (await where.locator('.cm-line').allTextContents()).join('\n');
  }

  card(rule: string): Locator {
    return this.page.locator(`.finding[data-rule="${rule}"]`);
  }

  /** The rules that have found something, in the order of their cards. */
  rules(): Promise<string[]> {
    return this.page.locator('.finding > .facts > code').allTextContents();
  }

  /** The words that are underlined. */
  underlined(): Promise<string[]> {
    return this.page.locator('.cm-lintRange').allTextContents();
  }

  /** Pastes what a clipboard may hold. */
  paste(where: Locator, data: Readonly<Record<string, string>>): Promise<void> {
    return this.page.evaluate(`{
      const clipboardData = new DataTransfer();
      for (const [type, text] of Object.entries(${JSON.stringify(data)})) clipboardData.setData(type, text);
      const node = ${this.#node(where)};
      node.focus();
      node.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }));
    }`);
  }

  /** Drops a file. */
  drop(where: Locator, name: string, content: string): Promise<void> {
    return this.page.evaluate(`{
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([${JSON.stringify(content)}], ${JSON.stringify(name)}));
      for (const type of ['dragenter', 'dragover', 'drop'])
        ${this.#node(where)}.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true }));
    }`);
  }

  /** An editor, as an expression of the page: tests know nothing of the types of browsers. */
  #node(where: Locator): string {
    return `document.querySelector('#${where === this.customer ? 'customer' : 'draft'}-editor').shadowRoot.querySelector('.cm-content')`;
  }

  /** The name of what has the focus, as a screen reader would say it, roughly. */
  focused(): Promise<string> {
    return this.page.evaluate(`(() => {
      let at = document.activeElement;
      while (at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
      const label = at.labels && at.labels[0];
      return at.getAttribute('aria-label') || (label && label.textContent.trim().split('\\n')[0].trim()) || at.textContent.trim();
    })()`);
  }

  /** Texts that stand out too little from what is behind them. */
  faint(): Promise<string[]> {
    return this.page.evaluate(readFileSync(new URL('../faint-text.js', import.meta.url), 'utf8'));
  }

  width(): Promise<number> {
    return this.page.evaluate('document.documentElement.scrollWidth');
  }
}

export const CUSTOMER = `Hello,

I ordered a kettle on 3 November and it arrived with a broken lid. I have written twice already and nobody has answered. I am really fed up.

When will I get a new one?

Jane Miller`;

export const DRAFT = `Dear Jane,

We apologize for any inconvenience this may have caused.

A new kettle will be sent soon.

Best regards
Sam`;

/** A mail that answers another, as a mail program saves it. */
export const REPLY = `From: Sam Reed <sam@kettles.example>
To: Jane Miller <jane@mail.example>
Subject: Re: Broken kettle
Date: Fri, 20 Nov 2026 09:12:00 +0000
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8

Dear Jane,

A new kettle will be sent soon.

Best regards
Sam

On 19 Nov 2026, Jane Miller wrote:
> My kettle arrived with a broken lid. I am really fed up.
--b1
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<html><body><p style=3D"font-family:Arial">Dear Jane,</p><p style=3D"font-f=
amily:Arial">A new kettle will be sent <span style=3D"font-family:Courier N=
ew">soon</span>.</p><p style=3D"font-family:Arial">Best regards<br>Sam</p>
<div class=3D"gmail_quote"><div>On 19 Nov 2026, Jane Miller wrote:</div><blo=
ckquote class=3D"gmail_quote">My kettle arrived with a broken lid. I am real=
ly fed up.</blockquote></div></body></html>
--b1--
`;

import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servePage, type Served } from '../../src/page/index.js';
import { createWorkspace, type Workspace } from '../../src/workspace/workspace.js';
import { isThere, open, startBrowser, why, type Watched } from '../browser.js';
import { attacks } from '../report/hostile.js';
import { CUSTOMER, DRAFT, REPLY, SOON, Writer } from './writer.js';

describe.skipIf(!isThere)(`the page in a browser${why}`, () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    const renew = (): Promise<Workspace> => createWorkspace({ config: false });
    const page = await servePage(await renew(), { port: 0, version: '1.2.3', renew });
    if ('code' in page) throw new Error(page.message);
    served = page;
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  async function begin(options: BrowserContextOptions = {}): Promise<Watched & { writer: Writer }> {
    const watched = await open(browser, served.address, new URL('/', served.address).href, options);
    return { ...watched, writer: await new Writer(watched.page).begun() };
  }

  it('says what to do to whoever sees it for the first time, and shows it with an example', async () => {
    const { page, said, writer } = await begin();
    expect(await page.locator('#empty').innerText()).toContain('Paste the customer’s message and write your reply');
    await page.getByRole('button', { name: 'Try it with an example' }).click();
    await page.locator('.finding').first().waitFor();
    expect(await page.locator('#empty').isVisible()).toBe(false);
    expect(await writer.rules()).toContain('blame-shifting');
    expect(said).toEqual([]);
    await page.context().close();
  });

  it('underlines as one types, and says what, why and what instead beside it', async () => {
    const { page, said, writer } = await begin();
    await writer.write(writer.customer, CUSTOMER);
    await writer.draft.click();
    await page.keyboard.type('Dear Jane,\n\nA new kettle will be sent soon.');
    const card = writer.card('promise-without-timeframe');
    await card.waitFor();
    expect(await writer.underlined()).toContain('A new kettle will be sent soon');
    expect(await card.innerText()).toMatch(/warning.*without a time.*Why.*Instead.*Give a time/is);
    // The line that is mended loses its mark.
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Dear Jane,\n\nA new kettle will reach you by Thursday 26 November.');
    await card.waitFor({ state: 'detached' });
    expect(said).toEqual([]);
    await page.context().close();
  });

  it('shows the score with its categories and strengths, and what to fix first', async () => {
    const { page, writer } = await begin();
    await writer.write(writer.customer, CUSTOMER);
    await writer.write(writer.draft, DRAFT);
    await page.locator('.score').waitFor();
    expect(await page.locator('.score').innerText()).toMatch(/\d+\s*of 100/);
    expect(await page.locator('.score').innerText()).toContain('80 is needed');
    expect(await page.locator('.next').first().innerText()).toMatch(/^Fix (?:this|these \w+) and it is \d+ \([A-F]\)/);
    expect(await page.locator('.strengths').innerText()).toContain('Greets the customer by name');
    await page.getByText('Score by category').click();
    expect(await page.getByRole('row', { name: /^timeliness/ }).isVisible()).toBe(true);
    // What to fix leads to the words.
    await page.locator('.next a').first().click();
    expect(await page.locator('.finding[aria-current]').count()).toBe(1);
    await page.context().close();
  });

  it('puts in what is offered by a key, and takes it back', async () => {
    const { page, writer } = await begin();
    await writer.write(writer.draft, DRAFT);
    await writer.card('non-apology').waitFor();
    await writer.draft.focus();
    for (let i = 0; i < 9 && (await page.locator('.finding[aria-current][data-rule="non-apology"]').count()) === 0; i += 1)
      await page.keyboard.press('F8');
    expect(await page.locator('#spoken').textContent()).toMatch(/^Finding \d of \d, warning: .*puts in: write/);
    await page.keyboard.press('Control+.');
    await page.getByText('Done: write').waitFor();
    expect(await writer.text(writer.draft)).toContain('We apologize for the inconvenience that we have caused you.');
    expect(await writer.rules()).not.toContain('non-apology');
    await page.keyboard.press('Control+Z');
    expect(await writer.text(writer.draft)).toBe(DRAFT);
    await page.context().close();
  });

  it('lights up the words of the customer that a finding points at', async () => {
    const { page, writer } = await begin();
    await writer.write(writer.customer, CUSTOMER);
    await writer.write(writer.draft, DRAFT);
    await writer.card('late-reply-unacknowledged').waitFor();
    expect(await writer.customer.locator('.lit').count()).toBe(0);
    await writer.card('late-reply-unacknowledged').focus();
    expect(await writer.customer.locator('.lit').allTextContents()).toEqual(['I have written twice']);
    await page.context().close();
  });

  it('judges by what the writer knows: name, kind and channel', async () => {
    const { page, writer } = await begin();
    await writer.write(writer.draft, DRAFT);
    await page.locator('.score').waitFor();
    expect(await writer.rules()).not.toContain('customer-name-mismatch');
    await page.getByLabel('Customer’s name').fill('Anne Okafor');
    await writer.card('customer-name-mismatch').waitFor();
    await writer.write(writer.customer, CUSTOMER);
    await page.getByText('complaint (worked out)').waitFor({ state: 'attached' });
    await page.getByLabel('Kind of message').selectOption('thanks');
    await writer.card('missing-empathy').waitFor({ state: 'detached' });
    await page.context().close();
  });

  const FORMATTED =
    '<meta charset="utf-8"><p style="font-family:Arial">Dear Jane,</p><p style="font-family:Arial">a new kettle &amp; a lid will be sent <span style="font-family:Courier New">soon</span>.</p>';

  it('keeps the formatting of what is pasted: it is judged, written on, mended and copied out', async () => {
    const { page, said, writer } = await begin({ permissions: ['clipboard-read', 'clipboard-write'] });
    await writer.paste(writer.draft, { 'text/html': FORMATTED, 'text/plain': 'Dear Jane' });
    await writer.card('mixed-fonts').waitFor();
    expect(await writer.text(writer.draft)).toBe('Dear Jane,\n\na new kettle & a lid will be sent soon.');
    expect(await page.locator('#form').innerText()).toContain('With its formatting');
    // Words that are typed into it stand where they were typed, and the marks with them.
    await writer.draft.locator('.cm-line').first().click();
    await page.keyboard.press('End');
    await page.keyboard.type(' <b>1 & 2</b>');
    await expect.poll(async () => (await writer.underlined()).join(''), SOON).toContain('a lid will be sent soon');
    await writer.card('mixed-fonts').locator('.fix').first().click();
    await writer.card('mixed-fonts').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Copy with formatting' }).click();
    const copied: string = await page.evaluate(
      "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())",
    );
    expect(copied).toContain('&lt;b&gt;1 &amp; 2&lt;/b&gt;');
    expect(copied).toContain('a new kettle &amp; a lid');
    expect(copied).not.toContain('Courier');
    await writer.draft.focus();
    await page.keyboard.press('Control+Z');
    await writer.card('mixed-fonts').waitFor();
    await page.getByRole('button', { name: 'Use the words alone' }).click();
    await writer.card('mixed-fonts').waitFor({ state: 'detached' });
    expect(await page.locator('#form').isVisible()).toBe(false);
    expect(said).toEqual([]);
    await page.context().close();
  });

  it('copies the words out, and takes them in again', async () => {
    const { page, writer } = await begin({ permissions: ['clipboard-read', 'clipboard-write'] });
    await writer.write(writer.draft, DRAFT);
    await page.locator('.score').waitFor();
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByText('Copied as text.').waitFor();
    await writer.customer.focus();
    await page.keyboard.press('Control+V');
    expect(await writer.text(writer.customer)).toBe(DRAFT);
    await page.context().close();
  });

  it('opens a mail that is dropped: the reply with its formatting, and what it answers beside it', async () => {
    const { page, said, writer } = await begin();
    await writer.drop(writer.draft, 'reply.eml', REPLY);
    await writer.card('mixed-fonts').waitFor();
    expect(await writer.text(writer.draft)).toBe('Dear Jane,\n\nA new kettle will be sent soon.\n\nBest regards\nSam');
    expect(await writer.text(writer.customer)).toContain('My kettle arrived with a broken lid. I am really fed up.');
    expect(await page.getByLabel('Customer’s name').inputValue()).toBe('Jane Miller');
    expect(said).toEqual([]);
    await page.context().close();
  });

  it('opens the customer’s mail, dropped or chosen, and says of any other file why not', async () => {
    const { page, writer } = await begin();
    const mail = 'From: Jane Miller <jane@mail.example>\r\nSubject: Kettle\r\n\r\nWhere is my kettle?\r\n';
    await writer.drop(writer.customer, 'kettle.eml', mail);
    await expect.poll(() => writer.text(writer.customer), SOON).toBe('Where is my kettle?');
    expect(await page.getByLabel('Customer’s name').inputValue()).toBe('Jane Miller');
    await page
      .getByLabel('Open your reply from a file')
      .setInputFiles({ name: 'reply.md', mimeType: 'text/markdown', buffer: Buffer.from(DRAFT) });
    await expect.poll(() => writer.text(writer.draft), SOON).toBe(DRAFT);
    await writer.drop(writer.draft, 'photo.png', 'x');
    await page.getByText('photo.png is no message that can be opened here').waitFor();
    expect(await writer.text(writer.draft)).toBe(DRAFT);
    await page.context().close();
  });

  it('is used from the keyboard alone: Tab leads through all of it and out of both editors', async () => {
    const { page, writer } = await begin();
    await writer.write(writer.customer, CUSTOMER);
    await writer.write(writer.draft, DRAFT);
    await writer.card('non-apology').waitFor();
    await page.locator('.skip').focus();
    const walked: string[] = [];
    for (let i = 0; i < 14; i += 1) {
      walked.push(await writer.focused());
      await page.keyboard.press('Tab');
    }
    expect(walked.slice(0, 10)).toEqual([
      'Skip to your reply',
      'Open the customer’s message from a file',
      'The customer’s message',
      'Customer’s name',
      'Kind of message',
      'Channel',
      'Open your reply from a file',
      'Your reply',
      'Copy',
      'Start again',
    ]);
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await writer.focused()).toBe('Your reply');
    await page.keyboard.press('Shift+Tab');
    expect(await writer.focused()).toBe('Open your reply from a file');
    // From a finding about the whole reply, which has the focus itself, Escape leads back.
    await page.keyboard.press('F8');
    while ((await page.locator('.finding:focus').count()) === 0) await page.keyboard.press('F8');
    await page.keyboard.press('Escape');
    expect(await writer.focused()).toBe('Your reply');
    await page.context().close();
  });

  it('tells a screen reader what it needs: landmarks, names, and the score when one rests', async () => {
    const { page, writer } = await begin();
    for (const name of ['The customer’s message', 'Your reply', 'What to change'])
      expect(await page.getByRole('region', { name }).count()).toBe(1);
    expect(await page.getByRole('main').count()).toBe(1);
    expect(await page.getByRole('banner').count()).toBe(1);
    expect(await page.getByRole('contentinfo').count()).toBe(1);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Check a reply before you send it');
    await writer.write(writer.draft, DRAFT);
    await expect.poll(() => page.locator('#spoken').textContent(), SOON).toMatch(/^Score \d+ of 100, [A-F]: .*\. \d+ findings?: /);
    const nameless: string[] = await page.evaluate(
      "[...document.querySelectorAll('button, input, select')].filter((one) => !one.textContent.trim() && !one.getAttribute('aria-label') && !one.labels?.length).map((one) => one.outerHTML)",
    );
    expect(nameless).toEqual([]);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('can be read: in the %s theme every text stands out by 4.5 to 1', async (colorScheme) => {
    const { page, writer } = await begin({ colorScheme });
    expect(await writer.faint()).toEqual([]);
    await writer.write(writer.customer, CUSTOMER);
    await writer.write(writer.draft, DRAFT);
    await writer.card('late-reply-unacknowledged').focus();
    await page.getByText('Score by category').click();
    expect(await writer.faint()).toEqual([]);
    await page.context().close();
  });

  it.each([320, 375, 900, 1280, 1600])('fits %s pixels: nothing stands out at the side', async (width) => {
    const { page, writer } = await begin({ viewport: { width, height: 800 } });
    expect(await writer.width()).toBe(width);
    await writer.write(writer.customer, `${CUSTOMER} ${'W'.repeat(200)}`);
    await writer.write(writer.draft, `${DRAFT} ${'W'.repeat(200)}`);
    await page.locator('.finding').first().waitFor();
    expect(await writer.width()).toBe(width);
    await page.context().close();
  });

  it('runs, loads and shows nothing that a message holds', async () => {
    const { page, said, writer } = await begin();
    for (const text of [
      '<img src=https://evil.example/x.png onerror="document.title=1">',
      '<script>document.title = 1</script>',
      '<link rel=stylesheet href=https://evil.example/x.css>',
      '<svg onload="document.title=1"><style>@import "https://evil.example/x.css"</style>',
      ...attacks.slice(0, 20),
    ]) {
      await writer.write(writer.customer, `${text} where is it?`);
      await writer.draft.fill('');
      await writer.paste(writer.draft, { 'text/html': `<p>Dear customer, ${text} it will be sent soon. ${text}</p>`, 'text/plain': text });
      await page.locator('.finding').first().waitFor();
    }
    expect(await page.title()).toBe('replylint: check a reply before it is sent');
    expect(said).toEqual([]);
    await page.context().close();
  });

  it('answers nobody who has not got the address, and says where to get it', async () => {
    const at = new URL('/', served.address).href;
    const { page } = await open(browser, at, at);
    await page.getByText('This is not the address that was printed').waitFor();
    expect(await page.getByRole('textbox', { name: 'Your reply' }).count()).toBe(0);
    await page.context().close();
  });

  it('takes the token out of the address, and keeps it for this tab', async () => {
    const { page } = await begin();
    expect(page.url()).toBe(new URL('/', served.address).href);
    await page.reload();
    await new Writer(page).begun();
    await page.context().close();
  });

  it('says so when the server is gone, and goes on when it is back', async () => {
    const { page, writer } = await begin();
    await page.route('**/judge', (route) => route.abort());
    await writer.write(writer.draft, DRAFT);
    await page.getByText('The server that judges this page does not answer').first().waitFor();
    await page.unroute('**/judge');
    await writer.draft.press('Space');
    await page.locator('.score').waitFor();
    await page.context().close();
  });

  it('says of a reply in another language that few rules have looked at it', async () => {
    const { page, writer } = await begin();
    await writer.write(
      writer.draft,
      'Bonjour Madame,\n\nNous avons bien reçu votre message et nous vous remercions de votre patience.\n\nCordialement\nMarie',
    );
    await page.getByText('Written in French: only the rules that need no English').waitFor();
    await page.context().close();
  });

  it('brings formatting back when what was changed is undone', async () => {
    const { page, writer } = await begin({ permissions: ['clipboard-read', 'clipboard-write'] });
    await writer.paste(writer.draft, { 'text/html': FORMATTED });
    await writer.card('mixed-fonts').waitFor();
    await writer.draft.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('All of it is new.');
    await writer.card('mixed-fonts').waitFor({ state: 'detached' });
    for (let i = 0; i < 9 && !(await writer.text(writer.draft)).startsWith('Dear Jane'); i += 1) await page.keyboard.press('Control+Z');
    await writer.card('mixed-fonts').waitFor();
    await page.getByRole('button', { name: 'Copy with formatting' }).click();
    const copied: string = await page.evaluate(
      "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())",
    );
    expect(copied).toBe(FORMATTED);
    await page.context().close();
  });

  it('asks before a reply is lost that was not copied out', async () => {
    const { page, writer } = await begin();
    await writer.draft.click();
    await page.keyboard.type('Dear Jane, it went out today.');
    const [dialog] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })]);
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByText('Copied as text.').waitFor();
    await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
    await page.context().close();
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare } from '../../src/report/compare.js';
import { html } from '../../src/report/html/page.js';
import type { Report } from '../../src/report/report.js';
import { isThere, open as openPage, startBrowser, why, type Watched } from '../browser.js';
import { attacks } from './hostile.js';
import { draftReport, report, rules } from './make-report.js';

const WAYS_IN = [
  '<img src=https://evil.example/x.png onerror="document.title=1">',
  '<script>document.title = 1</script>',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '"><svg onload="document.title=1">',
  '</script><script>document.title = 1</script>',
];

const fine = draftReport({ draft: 'Hello,\n\nThe kettle was sent today.\n\nBest wishes\nAna\n', name: 'fine.txt' }, {}, [rules[0]]);
const suggested = draftReport({ draft: 'We will write soon.', name: 'soon.txt' }, { levels: { 'no-time': 'suggestion' } });
const several = (): Report => {
  const drafts = [
    draftReport({ customer: 'Where is my kettle?' }),
    suggested,
    fine,
    draftReport({ draft: 'It is not soon enough.', name: 'other.txt' }),
  ];
  const made = report(drafts, {}, [{ code: 'empty', message: 'nothing to judge', file: 'x.txt' }]);
  return { ...made, comparison: compare(made, new Map(), 'before.json') };
};

describe.skipIf(!isThere)(`the HTML report in a browser${why}`, () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'replylint-html-'));
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a report; `said` collects whatever went wrong or tried to leave the page. */
  function open(made: Report, options: { dark?: boolean; width?: number } = {}): Promise<Watched> {
    const file = join(folder, 'report.html');
    writeFileSync(file, html(made));
    const viewport = { width: options.width ?? 1280, height: 900 };
    return openPage(browser, `file://${file}`, `file://${file}`, { colorScheme: options.dark ? 'dark' : 'light', viewport });
  }

  const visible = (page: Page): Promise<string[]> => page.locator('.reply:visible .title').allTextContents();

  it('loads nothing, breaks nothing, and runs nothing that a mail holds', async () => {
    for (const text of [...WAYS_IN, ...attacks]) {
      const draft = draftReport({ draft: `${text} soon ${text}`, name: text, customer: `${text} where is it?` });
      const { page, said } = await open(report([draft, fine], {}, [{ code: 'x', file: text, message: text }]));
      expect(said).toEqual([]);
      expect(await page.title()).toBe('2 of 2 replies can be sent');
      await page.close();
    }
  });

  it('filters by words, by what can be sent, by rule, by category and by level', async () => {
    const { page, said } = await open(several());
    expect(await visible(page)).toEqual(['kettle.txt', 'soon.txt', 'fine.txt', 'other.txt']);
    await page.getByLabel('Search').fill('write SOON');
    expect(await visible(page)).toEqual(['kettle.txt', 'soon.txt']);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByLabel('Show').selectOption('false');
    expect(await visible(page)).toEqual(['kettle.txt']);
    await page.getByLabel('Show').selectOption('');
    await page.getByLabel('Rule').selectOption('names-culprit');
    expect(await visible(page)).toEqual(['kettle.txt']);
    await page.getByLabel('Rule').selectOption('');
    await page.getByLabel('Category').selectOption('timeliness');
    expect(await visible(page)).toEqual(['kettle.txt', 'soon.txt', 'other.txt']);
    await page.getByLabel('warnings').uncheck();
    expect(await visible(page)).toEqual(['soon.txt']);
    expect(await page.getByRole('status').textContent()).toBe('1 reply of 4 shown, with 1 finding');
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByLabel('Order').selectOption('best');
    expect((await visible(page))[0]).toBe('fine.txt');
    expect(said).toEqual([]);
    await page.close();
  });

  it('is used from the keyboard alone', async () => {
    const { page } = await open(several());
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Skip to the replies');
    await page.keyboard.press('/');
    expect(await page.locator(':focus').getAttribute('name')).toBe('words');
    await page.keyboard.press('Escape');
    await page.locator('.reply summary').first().focus();
    await page.keyboard.press('Enter');
    expect(
      await page
        .locator('.reply')
        .first()
        .evaluate((reply) => reply.hasAttribute('open')),
    ).toBe(true);
    await page.keyboard.press('n');
    expect(await page.locator(':focus').getAttribute('data-rule')).toBe('names-culprit');
    await page.keyboard.press('n');
    expect(await page.locator(':focus').getAttribute('data-rule')).toBe('no-time');
    await page.keyboard.press('p');
    expect(await page.locator(':focus').getAttribute('data-rule')).toBe('names-culprit');
    await page.locator('mark a').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator(':focus').getAttribute('data-rule')).toBe('names-culprit');
    await page.close();
  });

  it.each([
    ['light', false],
    ['dark', true],
  ])('can be read: in the %s theme every text stands out from what is behind it by 4.5 to 1', async (_, dark) => {
    const { page } = await open(several(), { dark });
    await page.getByRole('button', { name: 'Open all' }).click();
    const faint = await page.evaluate(readFileSync(new URL('../faint-text.js', import.meta.url), 'utf8'));
    expect(faint).toEqual([]);
    await page.close();
  });

  it('takes the theme that is chosen over that of the system', async () => {
    const { page } = await open(several(), { dark: true });
    const paper = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const dark = await paper();
    await page.getByLabel('Theme').selectOption('light');
    expect(await paper()).not.toBe(dark);
    await page.getByLabel('Theme').selectOption('');
    expect(await paper()).toBe(dark);
    await page.close();
  });

  it.each([320, 800, 1280])('fits %s pixels: nothing stands out at the side', async (width) => {
    const { page } = await open(several(), { width });
    await page.getByRole('button', { name: 'Open all' }).click();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.close();
  });

  it('says all it has to say without its script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`file://${join(folder, 'report.html')}`);
    expect(await visible(page)).toEqual(['kettle.txt', 'soon.txt', 'fine.txt', 'other.txt']);
    expect(await page.locator('#filters').isVisible()).toBe(false);
    await context.close();
  });
});

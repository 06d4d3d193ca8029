import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));

/** Whether there is a browser to test in; what to say of it in the name of a test. */
export const isThere = executable !== undefined;
export const why = isThere ? '' : ' (skipped: no chromium is installed; apt-get install chromium)';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser, with a folder of its own for what it keeps. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: executable, args: FLAGS });
}

/** A page that keeps account of itself. */
export interface Watched {
  readonly page: Page;
  /** All that went wrong: what the console, the policy and dialogs said, and every request that left the place where the page comes from. */
  readonly said: string[];
}

/** Opens an address in a window of its own. `at` begins what the page may ask for. */
export async function open(browser: Browser, url: string, at: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('dialog', (dialog) => said.push(dialog.message()));
  page.on('request', (request) => {
    if (!request.url().startsWith(at)) said.push(request.url());
  });
  await page.goto(url);
  return { page, said };
}

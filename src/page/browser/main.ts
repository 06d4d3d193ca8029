import type { LintOptions } from '../../index.js';
import type { About, Judge } from '../exchange/ask.js';
import { byId } from './dom.js';
import { judgeAlone } from './judge-alone.js';
import { command } from './keys.js';
import { judgeServed } from './judge-served.js';
import { Page } from './page.js';

/** What an exported page knows without a server. */
export interface Alone {
  readonly about: About;
  readonly settings: LintOptions;
}

async function begin(): Promise<void> {
  const alone = document.getElementById('alone')?.textContent;
  if (alone) {
    const { about, settings } = JSON.parse(alone) as Alone;
    open(await judgeAlone(settings), about, 'Nothing that you write leaves this page.');
    return;
  }
  const served = await judgeServed();
  if ('code' in served) {
    byId('notice').textContent = served.message;
    byId('notice').classList.add('problem');
    return;
  }
  open(served.judge, served.about, 'Nothing that you write leaves this computer.');
}

function open(judge: Judge, about: About, promise: string): void {
  byId('promise').textContent = promise;
  byId('judged-by').textContent =
    about.configuration === undefined ? 'Judged with the built-in rules.' : `Judged with ${about.configuration}.`;
  for (const key of document.querySelectorAll('.command')) key.textContent = command;
  Page.start(judge, about);
  document.documentElement.dataset.ready = 'true';
}

void begin();

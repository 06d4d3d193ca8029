import type { Report } from '../report.js';
import { markup, type Markup } from './markup.js';

/** What narrows the list of replies. It does nothing without the page's script, which takes `hidden` away. */
export function filters({ drafts }: Report): Markup {
  const findings = drafts.flatMap((draft) => draft.findings);
  const rules = sorted(findings.map(({ rule }) => rule));
  const categories = sorted(findings.map(({ category }) => category));
  return markup`<form id="filters" role="search" aria-label="Filter the replies" hidden>
<label class="grow">Search <input type="search" name="words" placeholder="words, file, title" autocomplete="off"></label>
<label>Show <select name="pass"><option value="">all replies</option><option value="false">those that cannot be sent</option><option value="true">those that can be sent</option></select></label>
<label>Category <select name="category"><option value="">any</option>${categories.map(option)}</select></label>
<label>Rule <select name="rule"><option value="">any</option>${rules.map(option)}</select></label>
<label>Order <select name="order"><option value="">as judged</option><option value="worst">worst first</option><option value="best">best first</option></select></label>
<fieldset><legend>Findings</legend>${(['error', 'warning', 'suggestion'] as const).map((level) => markup`<label class="check"><input type="checkbox" name="level" value="${level}" checked> ${level}s</label>`)}</fieldset>
<div class="actions"><button type="button" data-do="open">Open all</button><button type="button" data-do="close">Close all</button><button type="reset">Clear</button></div>
<output role="status" aria-live="polite"></output>
</form>
`;
}

function option(name: string): Markup {
  return markup`<option>${name}</option>`;
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted();
}

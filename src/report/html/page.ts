import { count } from '../count.js';
import { libraryOf } from '../library.js';
import { isMany } from '../many.js';
import { NOTE } from '../note.js';
import type { Report } from '../report.js';
import { script, scriptHash, style, styleHash } from './assets.generated.js';
import { draftMarkup } from './draft.js';
import { filters } from './filters.js';
import { Markup, markup } from './markup.js';
import { libraryMarkup, overview } from './overview.js';

/** Nothing is loaded, nothing is sent, and nothing runs but the one script whose hash stands here. */
const POLICY = `default-src 'none'; script-src '${scriptHash}'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`;

/**
 * The report as one HTML file that needs nothing else: no network, no other file. All that comes from a mail is text; it may be read without the
 * script, which only filters.
 */
export function html(report: Report): string {
  return [...htmlPieces(report)].join('');
}

/** The same, reply by reply. */
export function* htmlPieces(report: Report): Generator<string> {
  const { drafts, tool } = report;
  const library = libraryOf(report);
  const several = drafts.length > 1;
  const anchors = new Map(drafts.map(({ id }, at) => [id, `reply-${at + 1}`]));
  const whole = several && library && libraryMarkup(library, (id) => anchors.get(id));
  // Of a few replies, the replies themselves are what is looked for.
  const first = isMany(drafts);
  const changes = new Map(report.comparison?.changes.map((change) => [change.id, change]));
  yield markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="replylint ${tool.version}">
<title>${titleOf(report)}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#replies">Skip to the replies</a>
<header><p class="brand">replylint</p><h1>${titleOf(report)}</h1><label class="theme" hidden>Theme <select id="theme"><option value="">system</option><option>light</option><option>dark</option></select></label></header>
<main>
${overview(report, library)}
${first && whole}
<section id="replies" aria-labelledby="replies-title" tabindex="-1"><h2 id="replies-title">${several ? 'The replies' : 'The reply'}</h2>
${several && filters(report)}
<div id="list">
`.html;
  for (const [at, draft] of drafts.entries()) yield draftMarkup(draft, at + 1, changes.get(draft.id), !several).html;
  yield markup`</div>
</section>
${!first && whole}
</main>
<footer><p>${NOTE}</p><p>Scorecard ${drafts[0]?.scorecard ?? 1} · replylint ${tool.version}<span class="keys" hidden> · Keys: ${several && markup`<kbd>/</kbd> search, `}<kbd>n</kbd> next finding, <kbd>p</kbd> the one before</span></p></footer>
<script>${new Markup(script)}</script>
</body>
</html>
`.html;
}

function titleOf({ totals, drafts }: Report): string {
  const [draft] = drafts;
  if (totals.drafts === 1 && totals.unjudged === 0 && draft) return `${draft.file}: ${draft.score}/100 ${draft.grade}`;
  return `${totals.passed} of ${count(totals.drafts, 'reply', 'replies')} can be sent`;
}

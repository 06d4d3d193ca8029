import { adviceOf } from '../../score/scorecard.js';
import { count } from '../count.js';
import { entryOf } from '../entry.js';
import { worstFirst } from '../order.js';
import { heldWords } from '../held.js';
import { points } from '../points.js';
import { isPlaced } from '../placed.js';
import type { Change, DraftReport, ReportedFinding } from '../report.js';
import { flat } from '../tell.js';
import { categoryBars } from './bars.js';
import { markup, type Markup } from './markup.js';
import { replyText, type Numbered } from './reply.js';

/**
 * One reply: a line that opens to its text and to all that is said of it.
 * @param open show it opened
 */
export function draftMarkup(draft: DraftReport, number: number, change: Change | undefined, open: boolean): Markup {
  const id = `reply-${number}`;
  const findings = worstFirst(draft.findings).map((finding, at): Numbered => ({ finding, number: at + 1 }));
  const anchor = (of: number): string => `${id}-finding-${of}`;
  return markup`<details class="reply" id="${id}" data-pass="${String(draft.pass)}" data-score="${draft.score}"${open && OPEN}>
<summary>${headMarkup(draft, change)}</summary>
<div class="body">
<section class="words" aria-label="The reply">${replyText(draft, findings, anchor)}${strengths(draft)}</section>
<section class="findings" aria-label="Findings">${verdict(draft)}${findings.length > 0 && markup`<ol>${findings.map((one) => card(one, anchor(one.number)))}</ol>`}${accepted(draft)}${categoryBars(draft)}${draft.problems.map(({ message }) => markup`<p class="problem">${message}</p>`)}</section>
</div>
</details>
`;
}

const OPEN = markup` open`;

function headMarkup(draft: DraftReport, change: Change | undefined): Markup {
  const entry = entryOf(draft);
  const levels = (['error', 'warning', 'suggestion'] as const).map((level) => {
    const number = draft.findings.filter(({ severity }) => severity === level).length;
    return number > 0 && markup` <span class="level ${level}">${count(number, level)}</span>`;
  });
  return markup`<span class="score grade-${draft.grade}"><b>${draft.score}</b> ${draft.grade}</span>
<span class="name"><span class="title">${entry ?? draft.file}</span>${entry !== null && markup` <span class="file">${draft.file}</span>`}</span>
<span class="levels">${change?.before && markup`<span class="change">was ${change.before.score} ${change.before.grade}</span>`}${change && !change.before && markup`<span class="change">new</span>`}${levels}</span>`;
}

function verdict(draft: DraftReport): Markup {
  const { grade, points: left, next, toPass, kind } = draft;
  const fix = (told: DraftReport['next'], words: string): Markup | null =>
    told &&
    markup`<p class="next">${words} ${told.rules.map((rule, at) => markup`${at > 0 && ', '}<code>${rule}</code>`)} → <b>${told.score} ${told.grade}</b></p>`;
  return markup`<p class="verdict"><b>${sentence(adviceOf(grade))}.</b> Points ${left.toFixed(1)}, ${heldWords(draft, (rule) => rule)}. ${kind.value === 'unknown' ? 'What it answers is not known.' : `Judged as the answer to: ${kind.value}${kind.source === 'inferred' ? ' (inferred)' : ''}.`}</p>${fix(next, 'Next best fix:')}${fix(toPass, 'To pass, fix:')}`;
}

function card({ finding, number }: Numbered, id: string): Markup {
  const { severity, rule, category, place, message, quote, related, why, suggest, lost, confidence, standsFor } = finding;
  const others = [...new Set(standsFor.map((other) => other.rule))];
  return markup`<li class="finding ${severity}" id="${id}" tabindex="-1" value="${number}" data-number="${number}" data-level="${severity}" data-rule="${rule}" data-category="${category}">
<p class="what"><span class="level ${severity}">${severity}</span> ${message}</p>
${quote !== null && markup`<p class="quote" dir="auto">${flat(quote)}</p>`}${related.map(relatedMarkup)}
${why && markup`<p class="why"><b>Why</b> ${why}</p>`}${suggest && markup`<p class="instead"><b>Instead</b> ${suggest}</p>`}
<p class="facts"><code>${rule}</code> · ${category} · ${points(lost)} · ${isPlaced(finding) ? `line ${place.line}` : 'whole message'}${place.part !== undefined && ` (part ${place.part})`}${confidence === 'low' && ' · inferred, costs half'}${others.length > 0 && ` · stands for ${others.join(', ')} too`}</p>
</li>
`;
}

function relatedMarkup({ in: side, quote, note }: ReportedFinding['related'][number]): Markup {
  const who = side === 'customer' ? 'The customer wrote' : 'See also';
  return markup`<figure class="${side}"><figcaption>${who}${note && ` (${note})`}</figcaption><blockquote dir="auto">${flat(quote)}</blockquote></figure>`;
}

/** What somebody has accepted: it costs nothing, and is not hidden. */
function accepted({ suppressed }: DraftReport): Markup | false {
  if (suppressed.length === 0) return false;
  const items = suppressed.map(
    ({ finding: { rule, message, quote }, by, reason }) =>
      markup`<li><code>${rule}</code> ${message}${quote !== null && markup` <q>${flat(quote)}</q>`} <span class="file">by ${by === 'draft' ? 'a suppression in the draft' : 'the baseline'}${reason !== undefined && `: ${reason}`}</span></li>`,
  );
  return markup`<div class="accepted"><h3>Accepted</h3><ul>${items}</ul></div>`;
}

function strengths({ strengths: all }: DraftReport): Markup | false {
  if (all.length === 0) return false;
  const items = all.map(({ message, quote }) => markup`<li>${message}${quote !== null && markup`: <q>${flat(quote)}</q>`}</li>`);
  return markup`<div class="strengths"><h3>What it does well</h3><ul>${items}</ul></div>`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

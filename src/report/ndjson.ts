import { draftJson } from './json.js';
import { inertJson } from './inert.js';
import { libraryOf, LibraryTally } from './library.js';
import { NOTE } from './note.js';
import type { DraftReport, Report } from './report.js';

/** One line for each draft, one for each problem, and a last one that sums up: each a JSON object that says its `type`. */
export function ndjson(report: Report): string {
  return report.drafts.map(draftLine).join('') + lastLines(report, libraryOf(report));
}

/** Writes the lines as the drafts come, holding none of them. */
export class NdjsonStream {
  readonly #tally = new LibraryTally();

  draft(draft: DraftReport): string {
    this.#tally.add(draft);
    return draftLine(draft);
  }

  /** The last lines. The report's own drafts are not looked at. */
  end(report: Report): string {
    return lastLines(report, this.#tally.summary(report.rules));
  }
}

function draftLine(draft: DraftReport): string {
  return line({ type: 'draft', ...draftJson(draft) });
}

function lastLines({ version, tool, gates, totals, problems, comparison, fixed }: Report, library: object | null): string {
  const summary = line({ type: 'summary', version, tool, note: NOTE, gates, totals, library, comparison: comparison ?? null, fixed });
  return problems.map((problem) => line({ type: 'problem', ...problem })).join('') + summary;
}

function line(data: object): string {
  return `${inertJson(JSON.stringify(data))}\n`;
}

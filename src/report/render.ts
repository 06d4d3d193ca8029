import type { ReportFormat } from './formats.js';
import type { Report } from './report.js';
import type { Styler } from './styler.js';

/** What a reporter may know besides the report. */
export interface RenderOptions {
  /** A draft's file, relative to the root of the project and with `/`; only the file's name for one that is outside. */
  readonly pathOf: (file: string) => string;
  /** Columns of the terminal that the report goes to; absent for a file or a pipe. */
  readonly columns?: number;
  readonly styler: Styler;
  /** Show only what keeps a draft from being sent; `pretty` knows it. */
  readonly quiet?: boolean;
}

/** Writes a report in one of the formats. What a format needs is loaded when it is asked for. */
export async function render(format: ReportFormat, report: Report, options: RenderOptions): Promise<string> {
  switch (format) {
    case 'pretty': {
      // Where nothing was judged, the problems say all there is to say.
      if (report.totals.drafts === 0) return '';
      const page = await (await import('./pretty.js')).pretty(report, options);
      return report.fixed ? `${page}\n${(await import('./fixed.js')).fixedLines(report.fixed)}` : page;
    }
    case 'json':
      return (await import('./json.js')).json(report);
    case 'ndjson':
      return (await import('./ndjson.js')).ndjson(report);
    case 'sarif':
      return (await import('./sarif.js')).sarif(report, options.pathOf);
    case 'junit':
      return (await import('./junit.js')).junit(report, options.pathOf);
    case 'github':
      return (await import('./github.js')).github(report, options.pathOf);
    case 'gitlab':
      return (await import('./gitlab.js')).gitlab(report, options.pathOf);
    case 'markdown':
      return (await import('./markdown.js')).markdown(report);
    case 'html':
      return (await import('./html/page.js')).html(report);
  }
}

/** The same in pieces, for a report that may be long. */
export async function renderInPieces(format: ReportFormat, report: Report, options: RenderOptions): Promise<Iterable<string>> {
  switch (format) {
    case 'json':
      return (await import('./json.js')).jsonPieces(report);
    case 'sarif':
      return (await import('./sarif.js')).sarifPieces(report, options.pathOf);
    case 'html':
      return (await import('./html/page.js')).htmlPieces(report);
    default:
      return [await render(format, report, options)];
  }
}

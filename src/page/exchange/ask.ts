import type { Channel, Kind } from '../../draft/draft.js';
import type { Format } from '../../parse/source.js';
import type { DraftReport } from '../../report/report.js';
import type { Problem } from '../../text/problem.js';
import type { Run } from '../../text/run-map.js';
import type { Span } from '../../text/span.js';

/** How a draft on the page is written. A mail that is brought to it becomes one of these. */
export type PageFormat = Exclude<Format, 'eml'>;

/** What the page wants judged. */
export interface Ask {
  /** The reply as it is written: its HTML where `format` says so. */
  readonly draft: string;
  readonly format: PageFormat;
  readonly customer?: string;
  readonly customerName?: string;
  readonly kind?: Kind;
  readonly channel?: Channel;
}

/** What is said of it. */
export interface Judged {
  readonly report: DraftReport;
  /** Titles of the rules that the report names, by their ids. */
  readonly titles: Readonly<Record<string, string>>;
}

/** A file or a clipboard that was brought to the page. */
export interface Brought {
  readonly name: string;
  readonly format: Format;
  /** Bytes for a mail, text for anything else. */
  readonly content: string | Uint8Array;
}

/** What it holds. */
export interface Opened {
  readonly format: PageFormat;
  /** The text as it is written; line ends are LF where the format is not HTML. */
  readonly source: string;
  /** What a reader sees of it; for text and Markdown the source itself. */
  readonly text: string;
  /** Where `text` stands in `source`; for HTML only. */
  readonly runs?: readonly Run[];
  /** Stretches of `text` that somebody else wrote: what is quoted or forwarded. */
  readonly quoted: readonly Span[];
  /** The words that are answered, where they are quoted. */
  readonly customer?: string;
  readonly customerName?: string;
  /** Who wrote it, by the name in a mail's header. */
  readonly from?: string;
}

/** One fix of what was judged: the number of its finding in the report, and its own among the fixes of that. */
export interface Mend {
  readonly ask: Ask;
  readonly finding: number;
  readonly fix: number;
}

/** What judges for the page: a server that holds a workspace, or the page itself. */
export interface Judge {
  judge(ask: Ask): Promise<Judged | Problem>;
  open(brought: Brought): Promise<Opened | Problem>;
  /** The draft with one fix made. */
  mend(mend: Mend): Promise<Opened | Problem>;
}

/** Where and by what it is judged. */
export interface About {
  readonly version: string;
  /** Score that a draft needs to pass. */
  readonly minScore: number;
  /** The configuration that holds, as it is shown; none where the built-in rules hold as they are. */
  readonly configuration?: string;
}

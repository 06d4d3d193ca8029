import type { Line } from './lines.js';

/** A line or two that says whose words follow: "On 3 May 2024, at 10:12, Ana Ruiz <ana@mail.example> wrote:". */
export interface Attribution {
  /** Index of its first and one past its last line. */
  readonly from: number;
  readonly to: number;
  /** Its words on one line. */
  readonly text: string;
  /** It names a date or an address, so it needs no `>` lines after it to be believed. */
  readonly strong: boolean;
}

const MOST_LINES = 4;
const MOST_UNITS = 400;

/** Source of a pattern. English, German (with "hat" before the name), French, Spanish; Italian, Dutch, Portuguese and Polish cost one word each. */
export const WROTE =
  'wrote|writes|schrieb|(?:folgendes\\s+)?geschrieben|a\\s+écrit|a\\s+ecrit|escribió|escribio|ha\\s+scritto|schreef|escreveu|napisał(?:\\(a\\)|a)?';
const VERB = new RegExp(`(?:^|\\s)(?:${WROTE})(?:\\s|$)`, 'i');
const OPENING = /^(?:on|at|am|le|el|il|op|em|w\s+dniu|in|den|quoting)\s/i;
const OLD_GMAIL = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}\s.*<[^<>\s]+@[^<>\s]+>\s*:$/u;
const QUOTING = /^quoting\s.*<[^<>\s]+@[^<>\s]+>\s*:$/i;
const DATE_OR_ADDRESS = /\d{1,4}[./-]\d{1,2}|\b\d{4}\b|\b\d{1,2}:\d{2}\b|<[^<>\s]+@[^<>\s]+>|\[mailto:/u;

/** The attribution that ends on line `at`, if there is one. `lowest`: no line before it belongs to it. */
export function attributionEndingAt(text: string, lines: readonly Line[], at: number, lowest: number): Attribution | undefined {
  const last = lines[at];
  if (last.first === last.last || !endsInColon(text, last)) return undefined;
  let best: Attribution | undefined;
  for (let from = at; from >= lowest && from > at - MOST_LINES; from -= 1) {
    const line = lines[from];
    if (line.first === line.last || last.last - line.first > MOST_UNITS) break;
    const joined = text
      .slice(line.first, last.last)
      .replace(/\s+/gu, ' ')
      .replace(/^[>\s]+/u, '');
    const body = joined.slice(0, -1).trimEnd();
    if (OLD_GMAIL.test(joined) || QUOTING.test(joined)) return { from, to: at + 1, text: joined, strong: true };
    if (!VERB.test(body)) continue;
    const strong = DATE_OR_ADDRESS.test(body);
    if (OPENING.test(joined)) return { from, to: at + 1, text: joined, strong };
    if (from === at && body.length <= 160) best = { from, to: at + 1, text: joined, strong: strong && startsWithName(joined) };
  }
  return best;
}

function startsWithName(joined: string): boolean {
  return /^["'“]?\p{Lu}/u.test(joined);
}

function endsInColon(text: string, line: Line): boolean {
  const code = text.charCodeAt(line.last - 1);
  return code === 58 || code === 0xff1a;
}

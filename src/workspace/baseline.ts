import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { Fingerprints, draftKey, wordsOf } from '../engine/fingerprint.js';
import { readText } from '../files/read.js';
import { writeWhole } from '../files/write.js';
import type { Baseline, DraftReport, Problem } from '../index.js';
import { defaultLimits } from '../parse/source.js';

/** One finding that is accepted for now. */
export interface Accepted {
  /** Of the draft, the rule, the marked words and which of several alike it is: the one field that is compared. */
  readonly fingerprint: string;
  /** `macros.yml#refund`, relative to the folder of the baseline. */
  readonly draft: string;
  readonly rule: string;
  /** The marked words, for whoever reads the file; shortened. */
  readonly text: string;
  readonly owner?: string;
  /** The last day on which it is accepted: `2026-12-31`. */
  readonly expires?: string;
  readonly reason?: string;
}

/** A baseline file as it stands. */
export interface BaselineFile {
  /** As it is shown. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  readonly findings: readonly Accepted[];
}

/** Letters of the words that an entry shows. */
const SHOWN = 80;

/** Reads a baseline. `file` counts from `cwd`. */
export function readBaseline(file: string, cwd: string): BaselineFile | Problem {
  const path = resolve(cwd, file);
  const bad = (message: string): Problem => ({ code: 'bad-baseline', file, message });
  if (!existsSync(path)) return bad('there is no such baseline; `replylint baseline create` makes one');
  const text = readText(file, defaultLimits.fileBytes, path);
  if (typeof text !== 'string') return text;
  if (/^<{7} /m.test(text)) return bad('has merge conflicts in it; settle them, or keep one side and run `replylint baseline update`');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return bad('is not valid JSON; take it from git, or make it anew with `replylint baseline create`');
  }
  const { version, findings } = Object(data) as { version?: unknown; findings?: unknown };
  if (version !== 1 || !Array.isArray(findings))
    return bad('is no baseline of this version (it needs "version": 1 and "findings"); make it anew with `replylint baseline create`');
  const wrong = findings.findIndex((one) => !isAccepted(one));
  if (wrong >= 0)
    return bad(
      `entry ${wrong + 1} needs the texts "fingerprint", "draft" and "rule", and "expires" as a date such as "2026-12-31"; mend it, or take it out`,
    );
  return { file, path, findings: findings as Accepted[] };
}

function isAccepted(value: unknown): boolean {
  const { fingerprint, draft, rule, owner, expires, reason } = Object(value) as Record<string, unknown>;
  const isText = (one: unknown): boolean => typeof one === 'string';
  const mayBe = [owner, expires, reason].every((one) => one === undefined || isText(one));
  return isText(fingerprint) && isText(draft) && isText(rule) && mayBe && (expires === undefined || isDay(String(expires)));
}

/** Whether a text is a day of the calendar: `2026-12-31`. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whether the entry's last day is over. `now`: ISO 8601. */
export function isExpired({ expires }: Accepted, now: string): boolean {
  return expires !== undefined && expires < now.slice(0, 10);
}

/** What a linter needs of a baseline: its entries that have not expired. */
export function baselineOf({ path, findings }: BaselineFile, cwd: string, now: string = new Date().toISOString()): Baseline {
  const holding = new Map(findings.filter((one) => !isExpired(one, now)).map((one) => [one.fingerprint, one]));
  return { pathOf: pathFrom(path, cwd), accepts: (print) => holding.get(print) };
}

/** Paths of files as the baseline at `path` knows them: from its folder, with forward slashes. Shown names count from `cwd`. */
export function pathFrom(path: string, cwd: string): (file: string) => string {
  const folder = dirname(path);
  return (file) => relative(folder, resolve(cwd, file)).split(sep).join('/');
}

/**
 * Makes entries of a baseline of the findings of one draft after the other.
 * @param pathOf the path of a file as the baseline knows it @param ownerOf who owns a file (by its shown name) whose entry names nobody
 */
export function accepting(
  pathOf: (file: string) => string,
  ownerOf: (file: string) => string | undefined,
): (draft: DraftReport) => Accepted[] {
  const prints = new Fingerprints();
  return ({ file, id, entry, findings }) => {
    const path = pathOf(file);
    const owner = entry?.owner ?? ownerOf(file);
    return findings.map((finding): Accepted => {
      const words = wordsOf(finding);
      return {
        fingerprint: prints.of(finding, path, id, file),
        draft: draftKey(path, id, file),
        rule: finding.rule,
        text: words.length > SHOWN ? `${words.slice(0, SHOWN - 1).trimEnd()}…` : words,
        ...(owner !== undefined && { owner }),
      };
    });
  };
}

/** Whether an entry is of one of these files, given as the baseline knows them. */
export function isOf({ draft }: Accepted, files: ReadonlySet<string>): boolean {
  if (files.has(draft)) return true;
  for (let at = draft.indexOf('#'); at >= 0; at = draft.indexOf('#', at + 1)) if (files.has(draft.slice(0, at))) return true;
  return false;
}

/** Writes a baseline, an entry a line, in an order of its own, so that two people who change it seldom meet. */
export function writeBaseline(file: string, path: string, findings: readonly Accepted[]): Problem | undefined {
  const key = ({ draft, rule, text, fingerprint }: Accepted): string => [draft, rule, text, fingerprint].join('\0');
  const sorted = findings.map((one) => ({ one, key: key(one) })).toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  const lines = sorted.map(({ one: { fingerprint, draft, rule, text, owner, expires, reason } }) =>
    JSON.stringify({ fingerprint, draft, rule, text, owner, expires, reason }),
  );
  return writeWhole(file, path, `{\n  "version": 1,\n  "findings": [${lines.map((line) => `\n    ${line}`).join(',')}\n  ]\n}\n`);
}

import { WROTE } from './attribution.js';
import { readDate } from './date.js';
import type { QuotedRun } from './quoted.js';

/** Whose words were quoted, as far as the attribution line or the header block says. */
export interface Attributed {
  /** As written, "Last, First" turned round; never an address. */
  readonly name?: string;
  readonly address?: string;
  /** ISO 8601. */
  readonly date?: string;
}

/** Longest attribution or sender that is read, in UTF-16 units. */
const MOST = 500;

const VERB = new RegExp(`\\s(?:${WROTE})(?=\\s|:|$)`, 'i');
/** Bounded: what it is read from is cut off at {@link MOST}. */
const ADDRESS = /[<([]*(?:mailto:)?([^\s<>()[\]"']+@[^\s<>()[\]"']+?)[>)\]]*(?=[\s,:;]|$)/u;
/** The last thing in an attribution that belongs to its date: a figure, a half of the day, a zone. */
const DATE_END =
  /(?:\d[\d:.,/hH-]*|\b[ap]\.?\s?m\.?|\b(?:GMT|UTC|CES?T|BST|[PECM][SD]T|MESZ|MEZ)\b(?:[+-]\d{1,2}(?::?\d\d)?)?|\bUhr|\ba\s?las|[+-]\d{4}|\))[\s,:]*/gi;
const DATE_WORD =
  /^(?:on|at|am|um|le|el|il|à|a|las|the|uhr|mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom)\b/i;

/** Reads name, address and date out of a quoted run's attribution or header block. */
export function readAttributed(run: QuotedRun): Attributed {
  if (run.header)
    return { ...readSender(run.header.sender ?? ''), date: run.header.date === undefined ? undefined : readDate(run.header.date) };
  return run.attribution ? readAttribution(run.attribution.text) : {};
}

function readAttribution(written: string): Attributed {
  const text = written.slice(0, MOST).replace(/\s*[:：]\s*$/u, '');
  const date = readDate(text);
  const verb = VERB.exec(text);
  const after = verb ? text.slice(verb.index + verb[0].length).trim() : '';
  const before = verb ? text.slice(0, verb.index) : text.replace(/^quoting\s/i, '');
  const who = after !== '' && !DATE_WORD.test(after) && !/^\d/u.test(after) ? after : afterDate(before).replace(/^\s*hat\s/u, '');
  return { ...readSender(who), date };
}

/** What follows the date: "On Mon, 3 Jun 2024 at 10:12, Ana Ruiz <…>" leaves "Ana Ruiz <…>". */
function afterDate(text: string): string {
  const address = ADDRESS.exec(text);
  const until = address ? address.index : text.length;
  let end = 0;
  DATE_END.lastIndex = 0;
  for (let match = DATE_END.exec(text); match && match.index < until; match = DATE_END.exec(text)) end = match.index + match[0].length;
  return end > 0 && end <= until ? text.slice(end) : text;
}

/** "Ruiz, Ana <ana@mail.example>": the display name and the address. */
export function readSender(whole: string): Attributed {
  const written = whole.slice(0, MOST);
  const address = ADDRESS.exec(written)?.[1];
  const shown = (address === undefined ? written : written.slice(0, written.indexOf(address)))
    .replace(/(?:\[?mailto:|[<([])\s*$/i, '')
    .replace(/\s+(?:via|through|on behalf of|im auftrag von)\s.*$/i, '')
    .replace(/^[\s"'“”«»*,]+|[\s"'“”«»*,<([]+$/gu, '');
  return { name: displayName(shown), address };
}

/** A display name as people write it; undefined for an address or something too long to be one. */
export function displayName(shown: string): string | undefined {
  const name = shown
    .replace(/["“”]/gu, '')
    .replace(/\s+\((?:.*)\)$/u, '')
    .trim();
  if (name === '' || name.includes('@') || name.length > 80 || !/\p{L}/u.test(name)) return undefined;
  const turned = /^([\p{L}'’ -]+),\s*([\p{L}'’. -]+)$/u.exec(name);
  return turned ? `${turned[2]} ${turned[1]}` : name;
}

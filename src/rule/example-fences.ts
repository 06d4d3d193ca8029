/** A fenced block of a rule's README that takes part in its examples. */
export interface Fence {
  /** First word of the info string. */
  readonly kind: 'reply' | 'customer' | 'earlier';
  /** The rest of the info string: context as `key=value`. */
  readonly info: string;
  readonly lines: readonly string[];
  /** 1-based line of the opening fence. */
  readonly line: number;
  /** The heading of the second level that it stands under, in small letters. */
  readonly section: string;
}

const OPENING = /^(`{3,}|~{3,})(.*)$/;

/** The `reply`, `customer` and `earlier` blocks of a Markdown text, in order. */
export function findFences(markdown: string): readonly Fence[] {
  const lines = markdown.split(/\r?\n/);
  const found: Fence[] = [];
  let section = '';
  for (let at = 0; at < lines.length; at += 1) {
    const heading = /^##[ \t](.*)$/.exec(lines[at]);
    if (heading) section = heading[1].replaceAll('#', ' ').trim().toLowerCase();
    const opening = OPENING.exec(lines[at]);
    if (!opening) continue;
    const fence = opening[1];
    const [kind, info] = firstWord(opening[2].trim());
    const from = at + 1;
    at = from;
    while (at < lines.length && !closes(lines[at], fence)) at += 1;
    if (kind === 'reply' || kind === 'customer' || kind === 'earlier')
      found.push({ kind, info, lines: lines.slice(from, at), line: from, section });
  }
  return found;
}

function firstWord(text: string): [string, string] {
  const kind = /^\w*/.exec(text)?.[0] ?? '';
  return [kind, text.slice(kind.length).trim()];
}

function closes(line: string, fence: string): boolean {
  const bare = line.trimEnd();
  return bare.length >= fence.length && bare === fence[0].repeat(bare.length);
}

/** Reads `key=value key="some words"`; `\n` in quotes is a line break. Answers what cannot be read as `error`. */
export function readAttributes(info: string): { attributes: Map<string, string> } | { error: string } {
  const attributes = new Map<string, string>();
  const pattern = /\s*([\w.-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s"]*))(?=\s|$)/y;
  let at = 0;
  while (at < info.trimEnd().length) {
    pattern.lastIndex = at;
    const match = pattern.exec(info);
    if (!match) return { error: `cannot read "${info.slice(at).trim()}": write key=value or key="some words"` };
    attributes.set(match[1], match[2] === undefined ? match[3] : match[2].replaceAll('\\n', '\n').replaceAll('\\"', '"'));
    at = pattern.lastIndex;
  }
  return { attributes };
}

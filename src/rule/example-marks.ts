/** A stretch of one line that carets name. Columns are 0-based and count signs (code points), so that carets stand under what is read. */
export interface Mark {
  /** Index into the lines of the reply; -1 for a finding about the whole message. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly variant?: string;
}

/** What a finding marks, in UTF-16 columns, 1-based as places are; null for the whole message. */
export interface Found {
  readonly at: { readonly line: number; readonly column: number; readonly endLine: number; readonly endColumn: number } | null;
  readonly variant?: string;
  readonly message: string;
}

const CARETS = /^[ \t]*\^+(?:[ \t]+(?:\^+|[a-z][a-z0-9-]*))*[ \t]*$/;
const MESSAGE = /^\^ message(?:[ \t]+([a-z][a-z0-9-]*))?$/;
const WHOLE: Omit<Mark, 'variant'> = { line: -1, from: 0, to: 0 };

/** Parts the lines of a block into the reply and what the caret lines say of it. */
export function readMarks(lines: readonly string[]): { text: readonly string[]; marks: readonly Mark[] } {
  const text: string[] = [];
  const marks: Mark[] = [];
  for (const line of lines) {
    const whole = MESSAGE.exec(line.trim());
    if (whole) marks.push({ ...WHOLE, variant: whole[1] });
    else if (text.length > 0 && CARETS.test(line)) marks.push(...marksOf(line, text.length - 1));
    else text.push(line);
  }
  return { text, marks };
}

function marksOf(line: string, of: number): Mark[] {
  return [...line.matchAll(/(\^+)(?:[ \t]+([a-z][a-z0-9-]*))?/g)].map(({ index, 1: carets, 2: variant }) => ({
    line: of,
    from: index,
    to: index + carets.length,
    variant,
  }));
}

/** The marks of a finding: one a line, white space at the edges of lines left out. */
export function marksOfFinding({ at, variant }: Found, text: readonly string[]): Mark[] {
  if (!at) return [{ ...WHOLE, variant }];
  const marks: Mark[] = [];
  for (let line = at.line - 1; line < at.endLine && line < text.length; line += 1) {
    const whole = text[line];
    let from = line === at.line - 1 ? at.column - 1 : 0;
    let to = line === at.endLine - 1 ? at.endColumn - 1 : whole.length;
    while (from < to && whole[from].trim() === '') from += 1;
    while (to > from && whole[to - 1].trim() === '') to -= 1;
    if (to > from) marks.push({ line, from: signs(whole.slice(0, from)), to: signs(whole.slice(0, to)), variant });
  }
  return marks;
}

/** The lines of a block with carets under what is marked. Marks that overlap get caret lines of their own. */
export function writeMarks(text: readonly string[], marks: readonly Mark[]): string[] {
  const lines = text.flatMap((line, at) => [line, ...caretLines(marks.filter((mark) => mark.line === at))]);
  return [
    ...lines,
    ...marks.filter((mark) => mark.line < 0).map(({ variant }) => `^ message${variant === undefined ? '' : ` ${variant}`}`),
  ];
}

function caretLines(marks: readonly Mark[]): string[] {
  const lines: string[] = [];
  for (const { from, to, variant } of [...marks].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const written = `${'^'.repeat(to - from)}${variant === undefined ? '' : ` ${variant}`}`;
    const at = lines.findIndex((line) => line.length < from);
    if (at < 0) lines.push(' '.repeat(from) + written);
    else lines[at] = lines[at].padEnd(from) + written;
  }
  return lines;
}

/** Whether a finding marks what the carets ask for; carets without a variant take any. */
export function satisfies(found: Mark, wanted: Mark): boolean {
  return (
    found.line === wanted.line &&
    found.from === wanted.from &&
    found.to === wanted.to &&
    (wanted.variant === undefined || wanted.variant === found.variant)
  );
}

/** The words that a mark stands under. */
export function quoteOf({ line, from, to }: Mark, text: readonly string[]): string {
  return line < 0 ? 'the whole message' : `“${[...text[line]].slice(from, to).join('')}”`;
}

function signs(text: string): number {
  return [...text].length;
}

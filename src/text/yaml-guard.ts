/** Levels of nesting in settings and rules. */
export const MAX_DEPTH = 100;
/** Columns of indentation and list marks before the text of a line. */
const MAX_INDENT = 400;
/** Aliases in one file. */
const MAX_ALIASES = 100;
/** Tags and anchors: the parsers read long runs of them in quadratic time. */
const MAX_MARKS = 300;

/** What is wrong, and where (1-based). */
export interface Refused {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Reads the text once, before any parser does, and refuses what would stall or overflow one (200 kB of `! ` take `yaml` half a minute; 800 `[` its
 * stack). Linear. It knows no quotes, because a quote mark in a comment would blind it, and errs towards letting through: the exact depth is counted on the parsed document.
 */
export function guard(text: string): Refused | undefined {
  let line = 1;
  let lineStart = 0;
  let depth = 0;
  let marks = 0;
  let aliases = 0;
  let prefix = true;
  let indicators = 0;
  const refuse = (message: string, at: number): Refused => ({ message, line, column: at - lineStart + 1 });

  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '\n') {
      line++;
      lineStart = i + 1;
      prefix = true;
      indicators = 0;
      continue;
    }
    const blankBefore = i === lineStart || ' \t[{,:'.includes(text[i - 1]);
    if (prefix && !' \t'.includes(character)) {
      if ('-?:'.includes(character) && blank(text[i + 1])) indicators++;
      else prefix = false;
      if (indicators > MAX_DEPTH || i - lineStart > MAX_INDENT) return refuse(`is nested deeper than ${MAX_DEPTH} levels`, i);
    }
    if (character === '[' || character === '{') {
      if (++depth > MAX_DEPTH * 2) return refuse(`is nested deeper than ${MAX_DEPTH} levels`, i);
    } else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    else if (blankBefore && (character === '!' || character === '&')) {
      if (++marks > MAX_MARKS) return refuse(`has more than ${MAX_MARKS} tags and anchors; it needs none`, i);
    } else if (blankBefore && character === '*' && !blank(text[i + 1])) {
      if (++aliases > MAX_ALIASES) return refuse(`has more than ${MAX_ALIASES} aliases; write the values out`, i);
    }
  }
  return undefined;
}

function blank(character: string | undefined): boolean {
  return character === undefined || ' \t\r\n'.includes(character);
}

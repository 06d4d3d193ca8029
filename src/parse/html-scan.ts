import type { Limits } from './source.js';

/** A token that begins with `<`, as the HTML tokenizer cuts it. */
export interface Tag {
  /** Offset after the token. */
  readonly end: number;
  /** Lower-case tag name; empty for comments, doctypes and bogus markup; undefined when the `<` is plain text. */
  readonly name: string | undefined;
  readonly closing: boolean;
  /** How many attributes the tag carries. */
  readonly attributes: number;
}

const COMMENT_END = /--!?>/g;

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13 || code === 12;
}

/** Reads the token whose `<` stands at `at`, quotes of attribute values considered. An unfinished token reaches to the end of the text. */
export function readTag(html: string, at: number): Tag {
  const text = (end: number, name: string | undefined): Tag => ({ end, name, closing: false, attributes: 0 });
  const after = html.charCodeAt(at + 1);
  if (after === 33 && html.startsWith('--', at + 2)) {
    if (html.startsWith('>', at + 4)) return text(at + 5, '');
    if (html.startsWith('->', at + 4)) return text(at + 6, '');
    COMMENT_END.lastIndex = at + 4;
    return text(COMMENT_END.exec(html) ? COMMENT_END.lastIndex : html.length, '');
  }
  const closing = after === 47;
  const first = closing ? at + 2 : at + 1;
  if (!isLetter(html.charCodeAt(first))) {
    if (!closing && after !== 33 && after !== 63) return text(at + 1, undefined);
    if (closing && first >= html.length) return text(first, undefined);
    const end = html.indexOf('>', first);
    return text(end < 0 ? html.length : end + 1, '');
  }
  let i = first;
  for (; i < html.length; i += 1) {
    const code = html.charCodeAt(i);
    if (isSpace(code) || code === 47 || code === 62) break;
  }
  const name = html.slice(first, i).toLowerCase();
  let attributes = 0;
  while (i < html.length) {
    const code = html.charCodeAt(i);
    if (code === 62) return { end: i + 1, name, closing, attributes };
    if (isSpace(code) || code === 47) {
      i += 1;
      continue;
    }
    attributes += 1;
    i = attributeEnd(html, i);
  }
  return { end: html.length, name, closing, attributes };
}

/** Offset after the attribute (name and value) that begins at `at`. */
function attributeEnd(html: string, at: number): number {
  let i = at + 1;
  for (; i < html.length; i += 1) {
    const code = html.charCodeAt(i);
    if (isSpace(code) || code === 47 || code === 62 || code === 61) break;
  }
  let sign = i;
  while (sign < html.length && isSpace(html.charCodeAt(sign))) sign += 1;
  if (html.charCodeAt(sign) !== 61) return i;
  i = sign + 1;
  while (i < html.length && isSpace(html.charCodeAt(i))) i += 1;
  const quote = html.charCodeAt(i);
  if (quote === 34 || quote === 39) {
    const close = html.indexOf(String.fromCharCode(quote), i + 1);
    return close < 0 ? html.length : close + 1;
  }
  while (i < html.length && !isSpace(html.charCodeAt(i)) && html.charCodeAt(i) !== 62) i += 1;
  return i;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const VOID = words('area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr');
const FORMATTING = words('a b big code em font i nobr s small strike strong tt u');
const RAW = words('script style textarea title xmp iframe noembed noframes');
const CLOSES_P = words(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup main menu nav ol p search section ' +
    'summary ul h1 h2 h3 h4 h5 h6 pre listing form hr xmp plaintext li dd dt',
);
const SCOPE = words('applet caption html table td th marquee object template');
const TABLE_SCOPE = words('table template html');
const TABLE_PARTS = words('table caption colgroup col tbody thead tfoot tr td th');
const TABLE_CONTEXT = words('table tbody thead tfoot tr');
/** Closing one of these forgets the bold and the font that were left open inside. */
const FORGETS = words('td th caption applet marquee object template');
const UNCOUNTED = words('html head body');
/** A start tag of the left closes open tags of the right, up to a boundary. */
const IMPLIED: Readonly<Record<string, readonly [closes: ReadonlySet<string>, within: ReadonlySet<string>]>> = {
  li: [words('li'), words('ol ul menu dir table td th caption template object')],
  dd: [words('dd dt'), words('dl table td th caption template object')],
  dt: [words('dd dt'), words('dl table td th caption template object')],
  option: [words('option'), words('select table template')],
  a: [words('a'), SCOPE],
  nobr: [words('nobr'), SCOPE],
  td: [words('td th'), words('tr table template')],
  th: [words('td th'), words('tr table template')],
  tr: [words('td th tr'), words('tbody thead tfoot table template')],
  tbody: [words('tbody thead tfoot caption colgroup tr td th'), TABLE_SCOPE],
  thead: [words('tbody thead tfoot caption colgroup tr td th'), TABLE_SCOPE],
  tfoot: [words('tbody thead tfoot caption colgroup tr td th'), TABLE_SCOPE],
};

/**
 * Counted work for one HTML text. Beyond any of these it is refused as too complex: a long mail thread of 1 MB has some
 * 30,000 tags, and a parser needs time that is quadratic in some of what is counted here.
 */
const htmlBudget = { tags: 100_000, attributes: 1000, misnested: 100_000, strays: 1000 } as const;

interface Open {
  readonly name: string;
  readonly formatting: boolean;
  /** How many tags went before it. */
  readonly tag: number;
  /** Its container was closed before it was: browsers open it again in whatever follows. */
  orphan: boolean;
}

/** What the scan found: text that is safe to parse, of the same length and with the same offsets; or the reason why none is. */
export type Scan =
  | {
      readonly html: string;
      readonly deep: boolean;
      /** The greatest share of one of the budgets that it takes, from 0 to 1. */
      readonly effort: number;
    }
  | { readonly refused: string };

/**
 * Makes HTML safe for a tree builder, in one pass: tags nested deeper than `limits.depth` are blanked in place (what they hold is then read as text
 * of the deepest level), and markup whose tree would take more than linear time is refused.
 */
export function scanHtml(html: string, limits: Pick<Limits, 'depth' | 'work'>): Scan {
  const most = (name: keyof typeof htmlBudget): number => (htmlBudget[name] * limits.work) / 100;
  const budget = { tags: most('tags'), attributes: most('attributes'), misnested: most('misnested'), strays: most('strays') };
  const open: Open[] = [];
  const dropped = new Map<string, number>();
  const pieces: string[] = [];
  let kept = 0;
  let foreign = false;
  let tags = 0;
  let misnested = 0;
  let strays = 0;
  let orphans = 0;

  /** Closes the entry at `index`: what stands above it goes too, except formatting, which browsers carry on. */
  const close = (index: number): void => {
    const forget = FORGETS.has(open[index].name);
    let to = index;
    for (let i = index; i < open.length; i += 1) {
      const entry = open[i];
      if (i > index && entry.formatting && !forget) {
        if (!entry.orphan) orphans += 1;
        entry.orphan = true;
        open[to] = entry;
        to += 1;
      } else if (entry.orphan) orphans -= 1;
    }
    open.length = to;
  };
  const find = (names: (name: string) => boolean, within: ReadonlySet<string>): number => {
    for (let i = open.length - 1; i >= 0; i -= 1) {
      if (names(open[i].name)) return i;
      if (within.has(open[i].name)) return -1;
    }
    return -1;
  };
  const context = (): string => {
    for (let i = open.length - 1; i >= 0; i -= 1) if (!open[i].formatting) return open[i].name;
    return '';
  };
  let broken = true;
  const drop = (at: number, tag: Tag): void => {
    broken &&= kept > 0 && html.slice(kept, at).trim() === '';
    const breaks = !broken && tag.closing && CLOSES_P.has(tag.name ?? '');
    broken ||= breaks;
    pieces.push(html.slice(kept, at), blank(html.slice(at, tag.end), breaks));
    kept = tag.end;
  };

  let at = html.indexOf('<');
  while (at >= 0) {
    const tag = readTag(html, at);
    const { name } = tag;
    if (name) {
      tags += 1;
      if (tags > budget.tags) return { refused: `more than ${budget.tags} tags` };
      if (tag.attributes > budget.attributes) return { refused: `more than ${budget.attributes} attributes in one tag` };
      if (name === 'svg' || name === 'math') foreign = true;
      if (!FORMATTING.has(name)) misnested += orphans;
      // What turns the parser's tree into ours takes such a name for a template with a class, and finds no content in it.
      if (/^template[.#]/.test(name)) drop(at, tag);
      else if (tag.closing) {
        const gone = dropped.get(name) ?? 0;
        if (gone > 0) {
          dropped.set(name, gone - 1);
          drop(at, tag);
        } else {
          const index = find((each) => each === name, TABLE_PARTS.has(name) ? TABLE_SCOPE : SCOPE);
          if (index >= 0 && open[index].formatting) {
            if (open.length - 1 > index) misnested += tags - open[index].tag;
            if (open[index].orphan) orphans -= 1;
            open.splice(index, 1);
          } else if (index >= 0) close(index);
        }
      } else {
        if (CLOSES_P.has(name)) {
          const index = find((each) => each === 'p', SCOPE);
          if (index >= 0) close(index);
        }
        const implied = Object.hasOwn(IMPLIED, name) ? IMPLIED[name] : undefined;
        for (let index = 0; implied && index >= 0;) {
          index = find((each) => implied[0].has(each), implied[1]);
          if (index >= 0) close(index);
        }
        if (!TABLE_PARTS.has(name) && TABLE_CONTEXT.has(context())) strays += 1;
        if (!VOID.has(name) && !UNCOUNTED.has(name)) {
          if (open.length >= limits.depth) {
            dropped.set(name, (dropped.get(name) ?? 0) + 1);
            drop(at, tag);
          } else open.push({ name, formatting: FORMATTING.has(name), tag: tags, orphan: false });
        }
      }
      if (misnested > budget.misnested) return { refused: `more than ${budget.misnested} steps to put its misnested tags right` };
      if (strays > budget.strays) return { refused: `more than ${budget.strays} tags or words between the rows of tables` };
      if (name === 'plaintext' && !tag.closing) break;
    }
    let next = tag.end;
    if (name && !tag.closing && RAW.has(name) && !foreign) {
      const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
      end.lastIndex = next;
      next = end.exec(html)?.index ?? html.length;
    }
    at = html.indexOf('<', next);
    if (TABLE_CONTEXT.has(context()) && /\S/.test(html.slice(next, at < 0 ? undefined : at))) strays += 1;
  }
  const effort = Math.max(tags / budget.tags, misnested / budget.misnested, strays / budget.strays);
  return kept === 0 ? { html, deep: false, effort } : { html: pieces.join('') + html.slice(kept), deep: true, effort };
}

/** Markup of the same length that opens nothing; the end of a block that held text still breaks the line. */
function blank(token: string, breaks: boolean): string {
  if (!token.endsWith('>')) return ' '.repeat(token.length);
  // `</>` and `</ …>` are what browsers pass over without a trace.
  return breaks ? `<br${' '.repeat(token.length - 4)}>` : `</${' '.repeat(token.length - 3)}>`;
}

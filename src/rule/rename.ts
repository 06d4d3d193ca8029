import type { Document, Node, Scalar } from 'yaml';

/** A stretch of a text and what goes there instead. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text of a rule file after the rule `old` was called `now`: the rule itself gets the new id and remembers the old one under `renamed-from` (where
 * `remember` is set), and any other that gives way to it names it anew. All else stays as it is written, comments included.
 */
export async function renameInRule(text: string, old: string, now: string, remember: boolean): Promise<string> {
  const yaml = (await import('yaml')).default;
  const document = yaml.parseDocument(text);
  const edits: Edit[] = [];
  const id = document.getIn(['id'], true);
  if (yaml.isScalar(id) && id.value === old) {
    edits.push(replaced(id, now));
    if (remember) edits.push(remembered(document, id, old, now));
  }
  const yields = document.get('yields-to', true);
  if (yaml.isNode(yields))
    yaml.visit(yields, {
      Pair: (_key, { key }) => (yaml.isScalar(key) && key.value !== 'to' ? yaml.visit.SKIP : undefined),
      Scalar: (key, scalar) => {
        if (key !== 'key' && scalar.value === old) edits.push(replaced(scalar, now));
      },
    });
  return edited(text, edits);

  function remembered(document: Document, id: Scalar, old: string, now: string): Edit {
    const before = document.get('renamed-from', true);
    const former = yaml.isSeq(before) ? before.items.map((item) => String(yaml.isScalar(item) ? item.value : item)) : [];
    if (yaml.isScalar(before)) former.push(String(before.value));
    const line = `[${[...former.filter((one) => one !== now && one !== old), old].join(', ')}]`;
    if (yaml.isNode(before) && before.range) {
      const [start, end] = before.range;
      // A block list begins on the line after its key, and ends after its last line.
      return { start: text.lastIndexOf(':', start) + 1, end: start + text.slice(start, end).trimEnd().length, text: ` ${line}` };
    }
    const end = id.range![1];
    const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
    return { start: end, end, text: `${lineBreak}renamed-from: ${line}` };
  }
}

/** A YAML text about rules, with the rule called `now`: in lists of rules (`rules: [old, …]`) and as a key (`old: …`). */
export async function renameInPages(text: string, old: string, now: string): Promise<string> {
  const yaml = (await import('yaml')).default;
  const edits: Edit[] = [];
  yaml.visit(yaml.parseDocument(text), {
    Pair(_, { key, value }) {
      if (yaml.isScalar(key) && key.value === old) edits.push(replaced(key, now));
      if (!yaml.isScalar(key) || key.value !== 'rules' || !yaml.isSeq(value)) return;
      for (const item of value.items) if (yaml.isScalar(item) && item.value === old) edits.push(replaced(item, now));
    },
  });
  return edited(text, edits);
}

/** The redirects (`old: now`) with one more: those that led to the old id lead to the new one, and a rule that takes an old id back needs none. */
export async function addRedirect(text: string, old: string, now: string): Promise<string> {
  const yaml = (await import('yaml')).default;
  const said = Object(yaml.parse(text)) as Record<string, string>;
  const entries = Object.entries({ ...said, [old]: now }).map(([from, to]) => [from, to === old ? now : to] as const);
  const lines = entries.filter(([from, to]) => from !== to).map(([from, to]) => `${from}: ${to}\n`);
  const comments = text.split('\n').filter((line) => line.startsWith('#'));
  const head =
    comments.length > 0 ? comments : ['# Rules that were renamed, old id: new id. What names the old one still works, and says so.'];
  return `${head.join('\n')}\n${lines.sort().join('')}`;
}

/**
 * A README with the rule called `now`: in its title, in code (`` `old` ``) and as a folder of a link. Words of the text and of the examples stay, for an id may
 * be a word of the language.
 */
export function renameInReadme(text: string, old: string, now: string): string {
  let fence: string | undefined;
  return text
    .split('\n')
    .map((line) => {
      const mark = /^(`{3,}|~{3,})/.exec(line)?.[1];
      if (mark !== undefined) {
        if (fence === undefined) fence = mark;
        else if (mark.startsWith(fence)) fence = undefined;
      }
      if (fence !== undefined) return line;
      return line
        .replace(/^#[ \t]+(\S+)(\s*)$/, (whole, title: string, end: string) => (title === old ? `# ${now}${end}` : whole))
        .replaceAll(`\`${old}\``, `\`${now}\``)
        .replace(/\]\([^)\s]*\)/g, (link) => link.replaceAll(`/${old}/`, `/${now}/`).replace(`(${old}/`, `(${now}/`));
    })
    .join('\n');
}

/** The scalar as it is written, quotes kept, with another value. */
function replaced({ range, type }: Scalar & { range?: Node['range'] }, value: string): Edit {
  const [start, end] = range!;
  const quote = type === 'QUOTE_DOUBLE' ? '"' : type === 'QUOTE_SINGLE' ? "'" : '';
  return { start, end, text: quote + value + quote };
}

function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((sum, { start, end, text: inserted }) => sum.slice(0, start) + inserted + sum.slice(end), text);
}

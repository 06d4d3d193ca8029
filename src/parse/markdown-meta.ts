import { kinds } from '../draft/choices.js';
import { directivesOf } from '../draft/directives.js';
import type { Kind } from '../draft/draft.js';
import { didYouMean } from '../text/nearest.js';
import type { Problem } from '../text/problem.js';
import { readSimpleYaml, readYaml } from './markdown-yaml.js';
import type { Written } from './library/value.js';
import type { Limits, Meta } from './source.js';

/** Front matter at the start of a Markdown file. */
export interface FrontMatter {
  readonly yaml: string;
  /** Offset of the YAML. */
  readonly start: number;
  /** Offset after its closing line. */
  readonly end: number;
}

/** The longest front matter that is read: a YAML parser needs time that is quadratic in some of it. */
const LONGEST = 16 * 1024;

/** Front matter opens on the very first line with `---` and ends at the next such line; without one there is none. */
export function findFrontMatter(markdown: string): FrontMatter | undefined {
  const open = /^---[ \t]*(?:\r\n|\n|\r)/.exec(markdown);
  if (!open) return undefined;
  const close = /^---[ \t]*$/gm;
  close.lastIndex = open[0].length;
  const match = close.exec(markdown);
  if (!match) return undefined;
  const end = match.index + match[0].length;
  return {
    yaml: markdown.slice(open[0].length, match.index),
    start: open[0].length,
    end: end + (/^(?:\r\n|\n|\r)/.exec(markdown.slice(end, end + 2))?.[0].length ?? 0),
  };
}

const TEXTS = {
  title: 'title',
  lang: 'lang',
  kind: 'kind',
  scenario: 'scenario',
  customer_name: 'customerName',
  to: 'to',
  subject: 'subject',
  dialect: 'dialect',
} as const;

/** A note to the linter in front matter: its text, and the lines of its key in the YAML. */
export interface MetaNote {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface FrontMeta {
  readonly meta: Meta;
  readonly problems: readonly Problem[];
  readonly notes: readonly MetaNote[];
  /** The message that the draft answers, with the way of its text back to the YAML. */
  readonly customer?: Written;
}

/** What front matter says of the draft. Keys of other programs are let be; what is wrong with ours is a problem at its line (`bad-front-matter`). */
export async function readMeta(yaml: string, limits: Pick<Limits, 'yamlAliases' | 'depth'>): Promise<FrontMeta> {
  const notes: MetaNote[] = [];
  const problems: Problem[] = [];
  const complain = (message: string, offset = 0): void => {
    const before = yaml.slice(0, offset);
    // Line 1 is the `---` above.
    problems.push({ code: 'bad-front-matter', message: `front matter: ${message}`, line: before.split(/\r\n|\n|\r/).length + 1 });
  };
  if (yaml.length > LONGEST) {
    complain(`longer than ${LONGEST / 1024} kB; keep only what describes the draft`);
    return { meta: {}, problems, notes };
  }
  const entries = readSimpleYaml(yaml) ?? (await readYaml(yaml, limits.yamlAliases));
  if ('fault' in entries) {
    complain(entries.fault, entries.offset);
    return { meta: {}, problems, notes };
  }
  let customer: Written | undefined;
  const meta: { -readonly [K in keyof Meta]: Meta[K] } = {};
  for (const [i, { name, said, offset }] of entries.entries()) {
    if (said === null || said === undefined) continue;
    if (/^replylint[-_]disable$/.test(name)) {
      const texts = directivesOf(said);
      const end = entries[i + 1]?.offset ?? yaml.length;
      if (texts) notes.push(...texts.map((text) => ({ text, start: offset, end })));
      else complain(`${name} is no list of rules; write \`${name}: rule -- reason\``, offset);
    } else if (name === 'customer_message') {
      customer = await messageIn(yaml, limits);
      if (!customer) complain(`${name} is not a text; write \`${name}: |\` and the message below it`, offset);
    } else if (name === 'tags') {
      const tags = typeof said === 'string' ? said.split(/[\s,]+/).filter(Boolean) : said;
      if (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string' || typeof tag === 'number')) meta.tags = tags.map(String);
      else complain('tags is not a list of words; write `tags: [refund, delay]`', offset);
    } else if (Object.hasOwn(TEXTS, name)) {
      if (typeof said === 'string' || typeof said === 'number') meta[TEXTS[name as keyof typeof TEXTS]] = String(said);
      else complain(`${name} is not a text; write \`${name}: words\``, offset);
      // A kind like none of ours (`kind: post`) is another program's.
      const meant = name === 'kind' && !kinds.includes(meta.kind as Kind) ? didYouMean(String(said), kinds) : '';
      if (meant !== '') complain(`"${String(said)}" is no kind of message${meant}`, offset);
    }
  }
  return { meta, problems, notes, ...(customer && { customer }) };
}

/** The customer's message, read anew by the reader that keeps the place of each letter. */
async function messageIn(yaml: string, limits: Pick<Limits, 'yamlAliases' | 'depth'>): Promise<Written | undefined> {
  const { readYaml: readPlaces } = await import('./library/yaml.js');
  const read = await readPlaces(yaml, limits);
  const value = 'value' in read && read.value.kind === 'map' ? read.value.fields.get('customer_message') : undefined;
  return value?.kind === 'text' ? value.read() : undefined;
}

import type { Document, Node } from 'yaml';

/** One key of front matter, with what it says and where in the YAML its line begins. */
export interface Entry {
  readonly name: string;
  readonly said: unknown;
  readonly offset: number;
}

/** Why YAML could not be read, and where. */
export interface Fault {
  readonly fault: string;
  readonly offset: number;
}

const LINE = /^([A-Za-z_][\w-]*):[ \t]+(?:\[([^[\]]*)\]|([^[\]]+))$/;
/** Words that no YAML reader takes for anything but themselves. */
const PLAIN = /^[A-Za-z][\w .'()/@+-]*$/;
const QUOTED = /^"([^"\\]*)"$/;
const NOT_TEXT = /^(?:true|false|null)$/i;

/**
 * Reads front matter of the usual simple form, `key: words` and `key: [words, words]`, as a YAML parser would; undefined where it holds anything else.
 * Loading that parser takes as long as loading the Markdown parser.
 */
export function readSimpleYaml(yaml: string): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  let offset = 0;
  for (const line of yaml.split('\n')) {
    const written = line.trimEnd();
    if (written !== '' && !written.startsWith('#')) {
      const [, name, list, words] = LINE.exec(written) ?? [];
      if (name === undefined || seen.has(name)) return undefined;
      seen.add(name);
      const said = list === undefined ? readWords(words) : list.split(',').map(readWords);
      if (said === undefined || (Array.isArray(said) && said.includes(undefined))) return undefined;
      entries.push({ name, said, offset });
    }
    offset += line.length + 1;
  }
  return entries.length > 0 ? entries : undefined;
}

function readWords(written: string): string | undefined {
  const words = written.trim();
  const quoted = QUOTED.exec(words);
  if (quoted) return quoted[1];
  return PLAIN.test(words) && !NOT_TEXT.test(words) ? words : undefined;
}

/** Reads front matter with the YAML parser. Aliases are bounded: a few lines of them can stand for gigabytes. */
export async function readYaml(yaml: string, aliases: number): Promise<readonly Entry[] | Fault> {
  // A bundle of CommonJS has its named exports on the default one.
  const { isMap, isScalar, parseDocument } = (await import('yaml')).default;
  let document: Document.Parsed;
  try {
    document = parseDocument(yaml, { logLevel: 'silent', prettyErrors: false, uniqueKeys: true });
  } catch {
    return { fault: 'nested too deep for the YAML parser', offset: 0 };
  }
  const [error] = document.errors;
  if (error) return { fault: `not valid YAML (${error.message.split('\n')[0]})`, offset: error.pos[0] };
  if (document.contents === null) return [];
  if (!isMap(document.contents)) return { fault: 'not a list of keys and values; write `key: value` lines', offset: 0 };
  const entries: Entry[] = [];
  for (const { key, value } of document.contents.items) {
    const offset = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
    try {
      const said: unknown = (value as Node | null)?.toJS(document, { maxAliasCount: aliases });
      entries.push({ name: isScalar(key) ? String(key.value) : '', said, offset });
    } catch {
      return { fault: `too many aliases (limit yamlAliases, ${aliases})`, offset };
    }
  }
  return entries;
}

import type Yaml from 'yaml';
import type { Document, LineCounter, Node, Pair, ParsedNode, Scalar } from 'yaml';
import type { Problem } from '../text/problem.js';
import { guard } from '../text/yaml-guard.js';
import { define, readFacts } from './define.js';
import type { RuleFacts } from './assemble.js';
import type { LineOf, Path } from './fields.js';
import type { Rule } from './rule.js';

/** More aliases than this in one file are an attack (ROBUSTNESS "Limits": yamlAliases). */
const MOST_ALIASES = 100;
/** Of more faults than this only the first are told. */
const MOST_FAULTS = 20;

/** Reads a user's own rule: one YAML file of the same form as a built-in `rule.yml`. The YAML parser is loaded at the first call. */
export async function loadRule(yaml: string, file: string): Promise<Rule | readonly Problem[]> {
  const read = await readYaml(yaml, file);
  if ('problems' in read) return read.problems;
  const rule = define(read.data, undefined, { file, lineOf: read.lineOf });
  return 'id' in rule ? rule : rule.slice(0, MOST_FAULTS).map((problem) => ({ ...problem, message: oneLine(problem.message) }));
}

/**
 * Reads a `rule.yml` that may have a check beside it, up to plain facts: what the build writes down.
 * @public called by build/generate
 */
export async function loadFacts(yaml: string, file: string, hasCheck: boolean): Promise<RuleFacts | readonly Problem[]> {
  const read = await readYaml(yaml, file);
  return 'problems' in read ? read.problems : readFacts(read.data, { file, lineOf: read.lineOf, hasCheck });
}

/** The data of a YAML text with the line of each value. */
async function readYaml(text: string, file: string): Promise<{ data: unknown; lineOf: LineOf } | { problems: readonly Problem[] }> {
  const refused = guard(text);
  if (refused) return { problems: [{ code: 'bad-rule', file, line: refused.line, column: refused.column, message: refused.message }] };
  const yaml = (await import('yaml')).default;
  const lines = new yaml.LineCounter();
  // Unique keys are checked below in linear time; `yaml` compares each with each.
  const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
  const bad = (message: string, offset: number): Problem => {
    const { line, col } = lines.linePos(offset);
    return { code: 'bad-rule', message: `this is no valid YAML: ${message}`, file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const cut = cutPhrases(yaml, document);
  if (cut.length > 0) return { problems: cut.map((node) => ({ ...bad('', node.range?.[0] ?? 0), message: CUT })) };
  if (document.errors.length > 0)
    return { problems: document.errors.slice(0, MOST_FAULTS).map((error) => bad(plain(error.message), error.pos[0])) };
  const index = new MapIndex(yaml);
  const strange = index.strange(document);
  if (strange) return { problems: [bad('a key must be a name, not a list or a map', strange.range?.[0] ?? 0)] };
  const double = index.double(document);
  if (double) return { problems: [bad(`the key "${String(double.value)}" stands here twice; keep one`, double.range?.[0] ?? 0)] };
  try {
    return { data: document.toJS({ maxAliasCount: MOST_ALIASES }), lineOf: lineFinder(yaml, document, lines, index) };
  } catch (error) {
    return { problems: [bad(plain(error instanceof Error ? error.message : String(error)), 0)] };
  }
}

const CUT =
  'YAML takes "#" and what follows as a comment, which cuts the phrase short: put the phrase in quotes, write @number, or move the comment';

/** Phrases without quotes that end at a comment on their own line: `within # days` would be `within` to YAML. */
function cutPhrases(yaml: typeof Yaml, document: Document.Parsed): Node[] {
  const found: Node[] = [];
  for (const path of [['phrases'], ['replace'], ['unless', 'near']]) {
    const node = document.getIn(path, true);
    if (!yaml.isNode(node)) continue;
    yaml.visit(node, {
      Scalar: (_key, scalar) => {
        if (scalar.type === 'PLAIN' && scalar.comment) found.push(scalar);
      },
    });
  }
  return found;
}

/** A message may quote a key or a value, which can be long and of several lines. */
function oneLine(message: string): string {
  const line = message.replace(/\s*\n\s*/g, ' ');
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

function plain(message: string): string {
  return message.split('\n')[0].replace(/[:.\s]+$/, '');
}

/** The pairs of each map by their keys: a lookup must not walk the map, for there can be as many lookups as keys. */
class MapIndex {
  readonly #maps = new Map<unknown, Map<string, Pair>>();

  constructor(private readonly yaml: typeof Yaml) {}

  pair(map: { readonly items: readonly Pair[] }, key: string): Pair | undefined {
    let index = this.#maps.get(map);
    if (!index) {
      index = new Map();
      for (const pair of map.items) if (this.yaml.isScalar(pair.key)) index.set(String(pair.key.value), pair);
      this.#maps.set(map, index);
    }
    return index.get(key);
  }

  /** The first key that is no scalar. */
  strange(document: Document.Parsed): Node | undefined {
    let found: Node | undefined;
    this.yaml.visit(document, {
      Pair: (_key, { key }) => {
        if (key === null || this.yaml.isScalar(key)) return undefined;
        found = key as Node;
        return this.yaml.visit.BREAK;
      },
    });
    return found;
  }

  /** The first key that stands in a map for the second time. */
  double(document: Document.Parsed): Scalar | undefined {
    let found: Scalar | undefined;
    this.yaml.visit(document, {
      Map: (_key, map) => {
        for (const pair of map.items)
          if (this.yaml.isScalar(pair.key) && this.pair(map, String(pair.key.value)) !== pair) {
            found = this.pair(map, String(pair.key.value))?.key as Scalar;
            return this.yaml.visit.BREAK;
          }
        return undefined;
      },
    });
    return found;
  }
}

function lineFinder(yaml: typeof Yaml, document: Document.Parsed, lines: LineCounter, index: MapIndex): LineOf {
  const lineAt = (node: Node | null | undefined): number | undefined => (node?.range ? lines.linePos(node.range[0]).line : undefined);
  return (path: Path) => {
    let node: ParsedNode | Node | null | undefined = document.contents;
    let line = lineAt(node) ?? 1;
    for (const step of path) {
      if (yaml.isMap(node)) {
        const pair = index.pair(node, String(step));
        if (!pair) break;
        line = lineAt(pair.key as Node) ?? line;
        node = pair.value as Node | null;
      } else if (yaml.isSeq(node) && typeof step === 'number') {
        node = node.items[step] as Node | null | undefined;
        line = lineAt(node) ?? line;
      } else break;
    }
    return line;
  };
}

import { describeOrigin } from './origin.js';
import { WEEK } from './resolve.js';
import type { Effective, Setting } from './types.js';

type Tree = { readonly [key: string]: Tree | Leaf | readonly Leaf[] };
type Leaf = Setting<unknown>;

/** Widest column at which origins are lined up. */
const WIDEST = 60;

/**
 * Every setting with who set it, for `--print-config`: YAML with the origin in a comment, or JSON with `value` and `from`. Rules stand in the order of
 * their ids; the same settings give the same text. Paths are relative to `cwd`.
 */
export function printConfig(effective: Effective, cwd: string, format: 'text' | 'json' = 'text'): string {
  const tree = treeOf(effective);
  if (format === 'json') return `${JSON.stringify(withWords(tree, cwd), null, 2)}\n`;
  const rows = [...lines(tree, '', cwd)];
  const width = Math.min(WIDEST, Math.max(...rows.filter(({ from }) => from).map(({ text }) => text.length)));
  return rows.map(({ text, from }) => (from ? `${text.padEnd(width)}  # ${from}\n` : `${text}\n`)).join('');
}

function treeOf(effective: Effective): Tree {
  const { rules, pass, organisation, as, agent, contact, sla, workingHours, dialect, vocabulary, holidays, suppressions, limits } =
    effective;
  const ids = Object.keys(rules).toSorted();
  const hours = workingHours && {
    ...workingHours,
    value: { ...workingHours.value, days: workingHours.value.days.map((day) => WEEK[day - 1]) },
  };
  const one: Record<string, Leaf | undefined> = { as, agent, contact, dialect, sla, workingHours: hours };
  return {
    ...(Object.fromEntries(Object.entries(one).filter(([, leaf]) => leaf)) as Record<string, Leaf>),
    score: { pass },
    organisation: { ...organisation },
    holidays,
    vocabulary,
    suppressions: { ...suppressions },
    limits: { ...limits },
    rules: Object.fromEntries(ids.map((id) => [id, { level: rules[id].level, weight: rules[id].weight, options: rules[id].options }])),
  };
}

function isLeaf(node: Tree | Leaf | readonly Leaf[]): node is Leaf {
  return Object.hasOwn(node, 'origin') && Object.hasOwn(node, 'value');
}

function* lines(tree: Tree, indent: string, cwd: string): Generator<{ text: string; from?: string }> {
  for (const [key, node] of Object.entries(tree)) {
    if (isLeaf(node)) yield { text: `${indent}${key}: ${scalar(node.value)}`, from: describeOrigin(node.origin, cwd) };
    else if (Array.isArray(node)) {
      if (node.length === 0) yield { text: `${indent}${key}: []`, from: 'default' };
      else yield { text: `${indent}${key}:` };
      for (const item of node as readonly Leaf[])
        yield { text: `${indent}  - ${scalar(item.value)}`, from: describeOrigin(item.origin, cwd) };
    } else if (Object.keys(node).length > 0) {
      yield { text: `${indent}${key}:` };
      yield* lines(node as Tree, `${indent}  `, cwd);
    }
  }
}

/** Words as they are where YAML reads them as text; anything else in JSON, which YAML reads too. */
function scalar(value: unknown): string {
  const plain = typeof value === 'string' && /^[A-Za-z][\w ]*$/.test(value) && !/ $|^(?:true|false|null|yes|no|on)$/i.test(value);
  return plain ? value : JSON.stringify(value);
}

function withWords(node: Tree | Leaf | readonly Leaf[], cwd: string): unknown {
  if (Array.isArray(node)) return node.map((item) => withWords(item as Leaf, cwd));
  if (isLeaf(node)) return { value: node.value, from: describeOrigin(node.origin, cwd) };
  return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, withWords(inner, cwd)]));
}

import type { Node, Pair, YAMLMap } from 'yaml';
import type { AllowedPhrase } from '../rule/rule.js';
import { resolve } from 'node:path';
import type { Problem } from '../text/problem.js';
import { parseConfig } from './document.js';
import { findConfig, readConfig, type ConfigCode, type ConfigText } from './find.js';

/** The config that holds in a folder, or the one that is named, unparsed; undefined where there is none. */
export function configFile(cwd: string, file?: string): ConfigText | ConfigCode | Problem | undefined {
  if (file !== undefined) return readConfig(resolve(cwd, file), undefined, cwd);
  const found = findConfig(cwd);
  return found.problems[0] ?? found.file;
}

/** The data of a config's text; undefined where it is not valid. */
export async function parsedConfig(file: ConfigText, cwd: string): Promise<unknown> {
  const parsed = await parseConfig(file, cwd);
  return 'code' in parsed ? undefined : parsed.data;
}

/**
 * The text of a config file with one more phrase in its `vocabulary`. All that was there stays as it is written, comments and layout too. Undefined where
 * the file is written in a way that gives no safe place for it (an alias, a merge).
 */
export async function withAllowed({ text, format, key }: ConfigText, allowed: AllowedPhrase): Promise<string | undefined> {
  const { isMap, isSeq, isScalar, parseDocument } = (await import('yaml')).default;
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  if (document.errors.length > 0) return undefined;
  const whole = document.contents;
  if (whole === null) return `${text}${lineEnd(text)}vocabulary:\n${blockItem(allowed, '  ')}`;
  if (!isMap(whole)) return undefined;
  const root = key === undefined ? whole : pairOf(whole, key)?.value;
  if (!isMap(root) || !root.range) return undefined;
  const pair = pairOf(root, 'vocabulary');
  if (!pair)
    return root.flow
      ? intoFlow(text, root, format, `${quoted('vocabulary', format)}: [${flowItem(allowed, format)}]`)
      : appended(text, root, allowed);
  const list = pair.value;
  if (isScalar(list) && list.value === null && pair.key.range)
    return inserted(text, endOfLine(text, pair.key.range[1]), blockItem(allowed, '  '));
  if (!isSeq(list) || !list.range) return undefined;
  if (list.flow) return intoFlow(text, list, format, flowItem(allowed, format));
  const last = list.items.at(-1) as Node | undefined;
  if (!last?.range) return undefined;
  const first = text.lastIndexOf('\n', list.range[0] - 1) + 1;
  return inserted(text, endOfLine(text, last.range[1]), blockItem(allowed, ' '.repeat(list.range[0] - first)));
}

/** The text of a config file with a rule turned off; as with {@link withAllowed}, all else stays as it is written. */
export async function withRuleOff({ text, format, key }: ConfigText, rule: string): Promise<string | undefined> {
  const { isMap, isSeq, isScalar, parseDocument } = (await import('yaml')).default;
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  if (document.errors.length > 0) return undefined;
  const off = quoted('off', format);
  const entry = `${quoted(rule, format)}: ${off}`;
  const whole = document.contents;
  if (whole === null) return `${text}${lineEnd(text)}rules:\n  ${entry}\n`;
  if (!isMap(whole)) return undefined;
  const root = key === undefined ? whole : pairOf(whole, key)?.value;
  if (!isMap(root) || !root.range) return undefined;
  const pair = pairOf(root, 'rules');
  if (!pair)
    return root.flow
      ? intoFlow(text, root, format, `${quoted('rules', format)}: {${format === 'json' ? ` ${entry} ` : entry}}`)
      : inserted(text, endOfLine(text, root.range[1]), `rules:\n  ${entry}\n`);
  const rules = pair.value;
  if (isScalar(rules) && rules.value === null && pair.key.range) return inserted(text, endOfLine(text, pair.key.range[1]), `  ${entry}\n`);
  if (!isMap(rules) || !rules.range) return undefined;
  const said = pairOf(rules, rule)?.value;
  if (said !== undefined) {
    const level = isSeq(said) ? said.items[0] : said;
    if (!isScalar(level) || !level.range) return undefined;
    const [start, end] = level.range;
    return start === end ? undefined : text.slice(0, start) + off + text.slice(end);
  }
  if (rules.flow) return intoFlow(text, rules, format, entry);
  const last = rules.items.at(-1) as { key: Node; value: Node | null } | undefined;
  const end = last?.value?.range?.[1] ?? last?.key.range?.[1];
  if (end === undefined) return undefined;
  const first = text.lastIndexOf('\n', rules.range[0] - 1) + 1;
  return inserted(text, endOfLine(text, end), `${' '.repeat(rules.range[0] - first)}${entry}\n`);
}

function pairOf(map: YAMLMap, key: string): { key: Node; value: unknown } | undefined {
  return map.items.find((pair: Pair) => String((pair.key as { value?: unknown }).value) === key) as
    { key: Node; value: unknown } | undefined;
}

interface Flow {
  readonly range?: readonly [number, number, number] | null;
  readonly items: readonly unknown[];
}

/** Before the bracket that closes a map or list, laid out like what stands before it. */
function intoFlow(text: string, node: Flow, format: ConfigText['format'], item: string): string {
  const close = node.range![1] - 1;
  const before = text.slice(0, close).trimEnd();
  const hasComma = before.endsWith(',');
  const comma = node.items.length > 0 && !hasComma ? ',' : '';
  const indent = indentOfLast(text, node);
  if (indent !== undefined) return `${before}${comma}\n${indent}${item}${hasComma ? ',' : ''}${text.slice(before.length)}`;
  const pad = format === 'json' && text[close] === '}' ? ' ' : '';
  const gap = node.items.length > 0 ? ' ' : pad;
  return `${before}${comma}${gap}${item}${text.slice(before.length, close) || pad}${text.slice(close)}`;
}

/** What stands before the last item on its line, where it begins one. */
function indentOfLast(text: string, { items }: Flow): string | undefined {
  const last = items.at(-1) as { key?: { range?: readonly number[] }; range?: readonly number[] } | undefined;
  const start = last?.key?.range?.[0] ?? last?.range?.[0];
  return start === undefined ? undefined : /\n([ \t]*)$/.exec(text.slice(0, start))?.[1];
}

function appended(text: string, root: YAMLMap, allowed: AllowedPhrase): string {
  const end = endOfLine(text, root.range![1]);
  return inserted(text, end, `vocabulary:\n${blockItem(allowed, '  ')}`);
}

/** `addition` as lines of its own after the line that ends at `at`. */
function inserted(text: string, at: number, addition: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const before = text.slice(0, at);
  return before + (before === '' || before.endsWith('\n') ? '' : eol) + addition.replaceAll('\n', eol) + text.slice(at);
}

/** Behind the line that holds `offset`, or the one that ends right before it. */
function endOfLine(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

function lineEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? '' : '\n';
}

function blockItem({ phrase, reason, rules }: AllowedPhrase, indent: string): string {
  const lines = [`- phrase: ${scalar(phrase)}`, `  reason: ${scalar(reason)}`, ...(rules ? [`  rules: [${rules.join(', ')}]`] : [])];
  return lines.map((line) => `${indent}${line}\n`).join('');
}

function flowItem({ phrase, reason, rules }: AllowedPhrase, format: ConfigText['format']): string {
  if (format === 'json')
    return JSON.stringify({ phrase, reason, rules })
      .replaceAll(/("(?:[^"\\]|\\.)*")([:,])/g, '$1$2 ')
      .replace(/^\{(.*)\}$/s, '{ $1 }');
  const more = rules ? `, rules: [${rules.join(', ')}]` : '';
  return `{ phrase: ${JSON.stringify(phrase)}, reason: ${JSON.stringify(reason)}${more} }`;
}

function quoted(key: string, format: ConfigText['format']): string {
  return format === 'json' ? JSON.stringify(key) : key;
}

/** Plain words as they are, anything else in quotes: JSON's are YAML's too. */
function scalar(text: string): string {
  return /^[A-Za-z][\w ,.'()/-]*$/.test(text) && !/[\s:]$|^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

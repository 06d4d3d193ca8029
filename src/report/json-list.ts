import { inertJson } from './inert.js';

export type Replacer = (key: string, value: unknown) => unknown;

/**
 * A JSON text, item by item, so that a long list in it is never held as a whole. No sign in it acts on a terminal or a CI runner; the values are what
 * they were.
 * @param frame the value around the list; its first key `key` holds an empty list
 * @param depth how deep that list stands: 1 for one in the top object
 * @param spaces to indent by; 0 for one line
 */
export function* jsonWithList(
  frame: object,
  key: string,
  items: Iterable<object>,
  { depth = 1, spaces = 2, replacer }: { readonly depth?: number; readonly spaces?: number; readonly replacer?: Replacer } = {},
): Generator<string> {
  const text = (value: object): string => inertJson(JSON.stringify(value, replacer, spaces || undefined));
  const written = text(frame);
  const mark = JSON.stringify(key) + (spaces > 0 ? ': []' : ':[]');
  const at = written.indexOf(mark) + mark.length - 1;
  const outer = spaces > 0 ? `\n${' '.repeat(spaces * depth)}` : '';
  const inner = spaces > 0 ? outer + ' '.repeat(spaces) : '';
  yield written.slice(0, at);
  let empty = true;
  for (const item of items) {
    yield (empty ? inner : `,${inner}`) + (spaces > 0 ? text(item).replaceAll('\n', inner) : text(item));
    empty = false;
  }
  yield `${empty ? '' : outer}${written.slice(at)}\n`;
}

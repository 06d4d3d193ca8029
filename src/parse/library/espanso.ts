import type { EntryText } from './entry.js';
import type { Shape } from './shape.js';
import { at, itemsOf, listOf, textAt, textOf, wordsOf, type Value } from './value.js';

const TEXTS: readonly (readonly [key: string, format: EntryText['format']])[] = [
  ['replace', 'text'],
  ['markdown', 'markdown'],
  ['html', 'html'],
  ['form', 'text'],
];

/** `match/*.yml` of espanso. Its variables are declared by the match, or once for the file. */
export const espanso: Shape = {
  name: 'espanso',
  title: 'espanso matches',
  looks: 'matches[] with trigger and replace',
  dialect: 'espanso',
  lists: ['matches'],
  is: (item) => ['trigger', 'triggers', 'regex'].some((key) => at(item, key) !== undefined) && textsOf(item, '').length > 0,
  keys: { id: ['label', 'trigger', 'triggers.0', 'regex'], title: ['label', 'trigger', 'triggers.0'] },
  // A match that only corrects a word is no reply.
  texts: (item, pointer) => textsOf(item, pointer).filter(({ value }) => textOf(value).trim().split(/\s+/).length > 3),
  shared: (file) => ({ declares: namesOf(at(file, 'global_vars')) }),
  more: (item) => ({ declares: namesOf(at(item, 'vars')), ...(listOf(at(item, 'triggers')) && { tags: listOf(at(item, 'triggers')) }) }),
};

function textsOf(item: Value, pointer: string): EntryText[] {
  for (const [key, format] of TEXTS) {
    const value = textAt(item, key);
    if (value) return [{ value, format, pointer: `${pointer}/${key}` }];
  }
  return [];
}

function namesOf(vars: Value | undefined): readonly string[] {
  return itemsOf(vars).flatMap((one) => wordsOf(at(one, 'name')) ?? []);
}

import type { Shape } from './shape.js';
import { at, textAt, wordsOf, type Value } from './value.js';

/** `templates.xml` of Quicktext for Thunderbird: menus with texts, plain (type 0) or HTML (type 1). */
export const quicktext: Shape = {
  name: 'quicktext',
  title: 'Quicktext templates',
  looks: '<quicktext> with <menu>, <texts> and <text>',
  dialect: 'quicktext',
  lists: [],
  is: (item) => textAt(item, 'body') !== undefined && at(item, 'menu') !== undefined,
  find: (file) =>
    every(at(at(file, 'quicktext'), 'menu')).flatMap((menu) =>
      every(at(at(menu, 'texts'), 'text')).flatMap((text): Value[] =>
        text.kind === 'map' ? [{ ...text, fields: new Map([...text.fields, ['menu', at(menu, 'title') ?? menu]]) }] : [],
      ),
    ),
  keys: { id: ['name'], title: ['name'], tags: ['keyword'], subject: ['subject'], folder: ['menu'] },
  texts(item, pointer) {
    const body = textAt(item, 'body');
    return body ? [{ value: body, format: wordsOf(at(item, '@type')) === '1' ? 'html' : 'text', pointer: `${pointer}/body` }] : [];
  },
};

/** One element or many of a name. */
function every(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : value.kind === 'list' ? value.items : [value];
}

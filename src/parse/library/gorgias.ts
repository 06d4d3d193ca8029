import type { EntryText } from './entry.js';
import type { Shape } from './shape.js';
import { at, itemsOf, textAt, wordsOf, type Value } from './value.js';

/** `GET /api/macros`: the text stands in the action `setResponseText`, as HTML and as plain text. */
export const gorgias: Shape = {
  name: 'gorgias',
  title: 'Gorgias macros',
  looks: 'data[].actions[] with the name setResponseText',
  dialect: 'gorgias',
  lists: ['data', 'macros'],
  is: (item) =>
    itemsOf(at(item, 'actions')).some((action) => at(action, 'arguments') !== undefined && wordsOf(at(action, 'name')) !== undefined),
  keys: { id: ['id', 'external_id'], title: ['name'], lang: ['language'], intent: ['intent'], usage: ['usage'] },
  texts(item, pointer) {
    const actions = itemsOf(at(item, 'actions'));
    const index = actions.findIndex((action) => wordsOf(at(action, 'name')) === 'setResponseText');
    const said = at(actions[index], 'arguments');
    const html = textAt(said, 'body_html');
    const plain = textAt(said, 'body_text');
    const where = `${pointer}/actions/${index}/arguments`;
    const texts: EntryText[] = [];
    if (html) texts.push({ value: html, format: 'html', pointer: `${where}/body_html`, ...(plain && { variant: 'html' as const }) });
    if (plain) texts.push({ value: plain, format: 'text', pointer: `${where}/body_text`, ...(html && { variant: 'text' as const }) });
    return texts;
  },
  more(item) {
    const tags = itemsOf(at(item, 'actions')).flatMap((action: Value) =>
      wordsOf(at(action, 'name')) === 'addTags' ? (wordsOf(at(at(action, 'arguments'), 'tags'))?.split(/\s*,\s*/) ?? []) : [],
    );
    return tags.length > 0 ? { tags } : {};
  },
};

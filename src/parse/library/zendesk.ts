import type { EntryText } from './entry.js';
import type { Shape } from './shape.js';
import { at, itemsOf, textOf, wordsOf, type Value } from './value.js';

/** The actions of a macro that write to the customer. */
const WRITES: Readonly<Record<string, EntryText['format']>> = { comment_value_html: 'html', comment_value: 'text' };

/** `GET /api/v2/macros.json`: the text stands among the actions, plain or as HTML, alone or behind the channel it is for. */
export const zendesk: Shape = {
  name: 'zendesk',
  title: 'Zendesk macros',
  looks: 'macros[].actions[].field and value',
  dialect: 'zendesk',
  lists: ['macros'],
  is: (item) => itemsOf(at(item, 'actions')).some((action) => wordsOf(at(action, 'field')) !== undefined),
  keys: {
    id: ['id'],
    title: ['raw_title', 'title'],
    active: ['active'],
    usage: ['usage_30d', 'usage_7d', 'usage_24h', 'usage_1h', 'usage'],
  },
  texts(item, pointer) {
    const texts: EntryText[] = [];
    const actions = itemsOf(at(item, 'actions'));
    for (const field of Object.keys(WRITES))
      actions.forEach((action, index) => {
        if (wordsOf(at(action, 'field')) !== field) return;
        const where = `${pointer}/actions/${index}/value`;
        const value = at(action, 'value');
        const last = itemsOf(value).length - 1;
        const text = last >= 0 ? itemsOf(value)[last] : value;
        if (text?.kind !== 'text' || textOf(text).trim() === '') return;
        texts.push({ value: text, format: WRITES[field], pointer: last >= 0 ? `${where}/${last}` : where });
      });
    return texts.length < 2 ? texts : texts.map((text) => ({ ...text, variant: text.format === 'html' ? 'html' : 'text' }));
  },
  more(item) {
    const said = (field: string): Value | undefined =>
      at(
        itemsOf(at(item, 'actions')).find((action) => wordsOf(at(action, 'field')) === field),
        'value',
      );
    const isPublic = wordsOf(said('comment_mode_is_public'));
    const tags = wordsOf(said('current_tags')) ?? wordsOf(said('set_tags'));
    const subject = wordsOf(said('subject'));
    // "Billing::Refunds::Late" is how folders are written.
    const folder = wordsOf(at(item, 'title'))?.split('::').slice(0, -1).join('/');
    return {
      ...(isPublic !== undefined && { visibility: isPublic === 'false' ? 'note' : 'public' }),
      ...(tags !== undefined && { tags: tags.split(/\s+/) }),
      ...(subject !== undefined && { subject }),
      ...(folder && { folder }),
    };
  },
};

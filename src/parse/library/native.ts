import type { EntryText } from './entry.js';
import type { Shape } from './shape.js';
import { at, textAt, textOf, wordsOf, type Value } from './value.js';

const FORMATS: Readonly<Record<string, EntryText['format']>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  text: 'text',
  txt: 'text',
  plain: 'text',
};

/** Under which keys our own format keeps what describes an entry, and other tools that look like it. */
export const NATIVE_KEYS: Shape['keys'] = {
  id: ['id', 'key', 'slug'],
  title: ['title', 'name'],
  subject: ['subject'],
  lang: ['lang', 'language', 'locale'],
  scenario: ['scenario', 'kind'],
  intent: ['intent'],
  tags: ['tags', 'labels'],
  folder: ['folder', 'category'],
  visibility: ['visibility'],
  usage: ['usage', 'usages', 'uses', 'usage_count'],
  owner: ['owner', 'team', 'author'],
  active: ['active', 'enabled'],
  dialect: ['dialect'],
};

/** `replies.yaml`, `.json`, `.csv`: a list of {id, title, scenario, lang, subject, body, format}. */
export const native: Shape = {
  name: 'replies',
  title: 'replies.yaml, .json or .csv',
  looks: 'a list of entries, each with a body and an id or a title',
  lists: ['replies', 'templates', 'entries', 'responses'],
  is: (item) =>
    textsOf(item, '').length > 0 &&
    NATIVE_KEYS.id!.concat(NATIVE_KEYS.title!, 'scenario').some((key) => wordsOf(at(item, key)) !== undefined),
  keys: NATIVE_KEYS,
  needs: 'body',
  texts: textsOf,
};

function textsOf(item: Value, pointer: string): EntryText[] {
  const said = FORMATS[wordsOf(at(item, 'format'))?.toLowerCase() ?? ''];
  const texts: EntryText[] = [];
  const body = textAt(item, 'body');
  if (body) texts.push({ value: body, format: said ?? sniff(textOf(body)), pointer: `${pointer}/body` });
  const html = textAt(item, 'html');
  if (html) texts.push({ value: html, format: 'html', variant: 'html', pointer: `${pointer}/html` });
  const plain = textAt(item, 'text');
  if (plain)
    texts.push({
      value: plain,
      format: said ?? (body || html ? 'text' : sniff(textOf(plain))),
      pointer: `${pointer}/text`,
      ...((body || html) && { variant: 'text' as const }),
    });
  return texts;
}

/** HTML where it holds tags that mail is made of, else Markdown, as which plain text reads the same. */
export function sniff(text: string): EntryText['format'] {
  return /<(?:p|br|div|span|a|b|i|strong|em|ul|ol|li|table|h[1-6])(?:\s[^<>]*)?\/?>/i.test(text) ? 'html' : 'markdown';
}

import type { EntryText } from './entry.js';
import type { Shape } from './shape.js';
import { at, textAt, wordsOf, type Value } from './value.js';

type Pair = readonly [key: string, format: EntryText['format']];

/** The texts under some keys of an item, the best first; two of them are variants of one. */
function texts(...pairs: readonly Pair[]): Shape['texts'] {
  return (item, pointer) => {
    const found = pairs.flatMap(([key, format]): EntryText[] => {
      const value = textAt(item, key);
      return value ? [{ value, format, pointer: `${pointer}/${key}` }] : [];
    });
    return found.length < 2 ? found : found.map((text, index) => ({ ...text, variant: index === 0 ? 'html' : 'text' }));
  };
}

function has(item: Value, ...keys: readonly string[]): boolean {
  return keys.every((key) => at(item, key) !== undefined);
}

const OWN = { id: ['id'], title: ['title', 'name'] } as const;

/** `/api/v2/canned_responses`, one or many. */
export const freshdesk: Shape = {
  name: 'freshdesk',
  title: 'Freshdesk canned responses',
  looks: 'content_html and title',
  dialect: 'freshdesk',
  lists: ['canned_responses', 'responses', 'data'],
  is: (item) => has(item, 'content_html') || has(item, 'content', 'folder_id'),
  keys: { ...OWN, folder: ['folder_name', 'folder.name', 'folder'] },
  texts: texts(['content_html', 'html'], ['content', 'text']),
};

/** `/v2/mailboxes/{id}/saved-replies/{id}`: one text for mail, one for chat. */
export const helpscout: Shape = {
  name: 'helpscout',
  title: 'Help Scout saved replies',
  looks: 'name and text, or chatText',
  dialect: 'helpscout',
  lists: ['_embedded.savedReplies', '_embedded.saved-replies', 'savedReplies', 'saved_replies', 'saved-replies', 'data'],
  // Only what no other format has: a name and a text are everybody's.
  is: (item) => has(item, 'name', 'chatText') || (has(item, 'name', 'text') && (wordsOf(at(item, 'text'))?.includes('{%') ?? false)),
  keys: OWN,
  texts: texts(['text', 'html'], ['chatText', 'text']),
};

/** `GET /macros`. */
export const intercom: Shape = {
  name: 'intercom',
  title: 'Intercom macros',
  looks: 'body_text and visible_to, or type "macro"',
  dialect: 'intercom',
  lists: ['data', 'macros'],
  is: (item) => has(item, 'body_text', 'visible_to') || (wordsOf(at(item, 'type')) === 'macro' && has(item, 'body')),
  keys: { ...OWN },
  texts: texts(['body', 'html'], ['body_text', 'text']),
};

/** Message templates. */
export const front: Shape = {
  name: 'front',
  title: 'Front message templates',
  looks: 'an id that begins with rsp_, name and body',
  dialect: 'front',
  lists: ['_results', 'results', 'message_templates'],
  is: (item) =>
    has(item, 'name', 'body') &&
    (/^(?:rsp|tpl)_/.test(wordsOf(at(item, 'id')) ?? '') || has(item, 'inbox_ids') || has(item, 'is_available_for_all_inboxes')),
  keys: { ...OWN, subject: ['subject'], folder: ['folder_name', 'folder_id'] },
  texts: texts(['body', 'html']),
};

/** Saved replies of FreeScout's module, as its table is exported. */
export const freescout: Shape = {
  name: 'freescout',
  title: 'FreeScout saved replies',
  looks: 'mailbox_id, name and text',
  dialect: 'freescout',
  lists: ['saved_replies', 'data'],
  is: (item) => has(item, 'mailbox_id', 'name', 'text'),
  keys: { ...OWN, folder: ['category', 'parent_name'] },
  texts: texts(['text', 'html']),
};

/** `/api/v1/accounts/{id}/canned_responses`: Markdown, called by a short code. */
export const chatwoot: Shape = {
  name: 'chatwoot',
  title: 'Chatwoot canned responses',
  looks: 'short_code and content',
  dialect: 'chatwoot',
  lists: ['canned_responses', 'payload', 'data'],
  is: (item) => has(item, 'short_code', 'content'),
  keys: { id: ['short_code', 'id'], title: ['short_code'] },
  texts: texts(['content', 'markdown']),
};

/** Text modules, from the CSV of the admin pages or from the API. */
export const zammad: Shape = {
  name: 'zammad',
  title: 'Zammad text modules',
  looks: 'columns name, keywords and content',
  dialect: 'zammad',
  lists: ['text_modules'],
  is: (item) => has(item, 'keywords', 'content', 'name'),
  keys: { id: ['id', 'name'], title: ['name'], tags: ['keywords'], lang: ['locale'], active: ['active'], folder: ['group', 'groups'] },
  texts: texts(['content', 'html']),
};

/** `premade.yaml`, and the table that it fills. */
export const osticket: Shape = {
  name: 'osticket',
  title: 'osTicket canned responses',
  looks: 'isenabled, title and response',
  dialect: 'osticket',
  lists: ['canned'],
  is: (item) => has(item, 'isenabled', 'response') || has(item, 'canned_id', 'response'),
  keys: { id: ['canned_id', 'id'], title: ['title'], lang: ['lang'], active: ['isenabled'], folder: ['dept', 'dept_id'] },
  texts: texts(['response', 'html']),
};

/** Replies of the canned-replies plugin and topics of discourse-templates. */
export const discourse: Shape = {
  name: 'discourse',
  title: 'Discourse templates',
  looks: 'title, content and usages',
  dialect: 'discourse',
  lists: ['templates', 'replies', 'canned_replies'],
  is: (item) => has(item, 'title', 'content', 'usages'),
  keys: { id: ['slug', 'id'], title: ['title'], tags: ['tags'], usage: ['usages'] },
  texts: texts(['content', 'markdown']),
};

/** Saved replies of GitHub, as `gh api graphql` answers with them. */
export const github: Shape = {
  name: 'github',
  title: 'GitHub saved replies',
  looks: 'data.viewer.savedReplies.nodes[] with title and body',
  lists: ['data.viewer.savedReplies.nodes', 'viewer.savedReplies.nodes', 'savedReplies.nodes', 'nodes'],
  is: (item) => has(item, 'title', 'body') && !has(item, 'actions'),
  keys: { id: ['id', 'databaseId'], title: ['title'] },
  texts: texts(['body', 'markdown']),
};

/** Comment templates of GitLab. */
export const gitlab: Shape = {
  name: 'gitlab',
  title: 'GitLab comment templates',
  looks: 'savedReplies.nodes[] with name and content',
  lists: ['data.currentUser.savedReplies.nodes', 'currentUser.savedReplies.nodes', 'savedReplies.nodes', 'nodes'],
  is: (item) => has(item, 'name', 'content') && !has(item, 'keywords'),
  keys: { id: ['id'], title: ['name'] },
  texts: texts(['content', 'markdown']),
};

/** Snippets of TextExpander as CSV, whose header is optional. */
export const textexpander: Shape = {
  name: 'textexpander',
  title: 'TextExpander snippets',
  looks: 'columns abbreviation and content, or snippet',
  dialect: 'textexpander',
  lists: [],
  is: (item) => has(item, 'abbreviation') && (has(item, 'content') || has(item, 'snippet')),
  keys: { id: ['abbreviation', 'label'], title: ['label', 'abbreviation'], folder: ['group'] },
  texts: texts(['content', 'text'], ['snippet', 'text']),
};

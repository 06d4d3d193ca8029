import type { Element, ElementContent } from 'hast';
import type { Block, Setting } from '../draft/draft.js';
import type { Declarations } from './style-sheet.js';

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements whose content no reader sees as text. */
const UNSEEN = names(
  'head title script style template textarea select option datalist object iframe audio video canvas svg map noframes noembed frameset meta link base xml ' +
    'progress meter area applet',
);
/** Blocks that browsers set apart with a margin, and blocks that only begin a line. */
const SPACED = names('p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre hr figure fieldset table listing xmp plaintext menu dir');
const BLOCK = names(
  'div li dd dt tr td th caption article aside section nav header footer main address center form details summary figcaption legend body html thead tbody tfoot ' +
    'hgroup search dialog marquee optgroup',
);
const KINDS: Readonly<Record<string, Block['kind']>> = {
  li: 'item',
  dd: 'item',
  dt: 'item',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  pre: 'code',
  xmp: 'code',
  listing: 'code',
};
const SETTINGS: Readonly<Record<string, Setting>> = {
  button: 'link',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  code: 'code',
  pre: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  xmp: 'code',
  listing: 'code',
  small: 'small',
  sub: 'small',
  sup: 'small',
  b: 'emphasis',
  strong: 'emphasis',
  i: 'emphasis',
  em: 'emphasis',
  u: 'emphasis',
  ins: 'emphasis',
  del: 'emphasis',
  s: 'emphasis',
  strike: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
};
/** Of two settings that hold a stretch, the one further left judges it. */
const RANK: readonly Setting[] = ['code', 'heading', 'link', 'table', 'small', 'emphasis', 'text'];
const HIDES = /^(?:0|0px|0pt|0%|0em|0\.0+|\.0+)$/;

/** Whether a browser shows nothing of the element: by its name, by `hidden`, or by a style (the usual ways of hiding a preheader). */
export function isHidden(element: Element, declared: Declarations): boolean {
  if (UNSEEN.has(element.tagName) || (element.properties.hidden !== undefined && element.properties.hidden !== null)) return true;
  const says = (name: string): string => declared.get(name)?.value.toLowerCase() ?? '';
  return (
    says('display') === 'none' ||
    says('visibility') === 'hidden' ||
    says('mso-hide') === 'all' ||
    // An image is as large as it is, whatever the size of letters.
    (element.tagName !== 'img' && HIDES.test(says('font-size'))) ||
    HIDES.test(says('opacity')) ||
    (HIDES.test(says('max-height')) && says('overflow') === 'hidden')
  );
}

/** How many line ends stand at least at the edges of an element: 2 around paragraphs, 1 around other blocks, 0 inside a line. */
export function edgeOf(tag: string, declared: Declarations): 0 | 1 | 2 {
  const display = declared.get('display')?.value.toLowerCase() ?? '';
  if (display.startsWith('inline')) return 0;
  if (SPACED.has(tag)) return 2;
  return BLOCK.has(tag) || display === 'block' || display === 'table' || display === 'flex' || display === 'list-item' ? 1 : 0;
}

export function blockKind(outer: Block['kind'], tag: string, inDataTable: boolean, quoted: boolean): Block['kind'] {
  if (tag === 'blockquote') return quoted ? 'quote' : outer;
  if ((tag === 'td' || tag === 'th') && inDataTable) return 'cell';
  return Object.hasOwn(KINDS, tag) ? KINDS[tag] : outer;
}

/** The setting of what an element holds, given the setting of what holds the element. */
export function settingOf(outer: Setting, element: Element, declared: Declarations, dataTable: boolean): Setting {
  const weight = declared.get('font-weight')?.value ?? '';
  let own: Setting = Object.hasOwn(SETTINGS, element.tagName) ? SETTINGS[element.tagName] : 'text';
  if (element.tagName === 'a' && element.properties.href !== undefined) own = 'link';
  else if (element.tagName === 'table' && dataTable) own = 'table';
  else if (own === 'text' && (/^(?:bold|bolder|[6-9]00)$/.test(weight) || declared.get('font-style')?.value === 'italic')) own = 'emphasis';
  return RANK.indexOf(own) < RANK.indexOf(outer) ? own : outer;
}

/**
 * Whether a table shows data in rows and columns. Most tables in mail only lay the message out: they have one column, one row of text, a `presentation` role,
 * or no header, border or second column in each row.
 */
export function isDataTable(table: Element): boolean {
  const role = table.properties.role;
  if ((Array.isArray(role) ? role[0] : role) === 'presentation') return false;
  const rows: number[] = [];
  let header = false;
  let brief = true;
  const parts: Element[] = [table];
  for (const part of parts) {
    for (const child of part.children as ElementContent[]) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'thead' || child.tagName === 'tbody' || child.tagName === 'tfoot') parts.push(child);
      else if (child.tagName === 'caption') header = true;
      else if (child.tagName === 'tr') {
        const cells = child.children.filter((cell) => cell.type === 'element');
        brief &&= cells.every((cell) => isBrief(cell));
        header ||= cells.some((cell) => cell.tagName === 'th');
        rows.push(cells.length);
      }
    }
  }
  const wide = rows.filter((cells) => cells > 1).length;
  const border = Number.parseInt(String(table.properties.border ?? '0'), 10) > 0;
  return header || (wide > 0 && border) || (wide > 0 && wide === rows.length && (rows.length > 1 || brief));
}

const LONGEST_VALUE = 40;

/** A cell with a value and nothing else: no blocks, no images, no more than a few words. */
function isBrief(cell: Element): boolean {
  let length = 0;
  for (const child of cell.children) {
    if (child.type === 'text') length += child.value.trim().length;
    else if (child.type === 'element' && /^(?:b|strong|i|em|span|font|br)$/.test(child.tagName)) {
      for (const inner of child.children) length += inner.type === 'text' ? inner.value.trim().length : LONGEST_VALUE + 1;
    } else if (child.type === 'element') return false;
  }
  return length > 0 && length <= LONGEST_VALUE;
}

import type { Style } from '../draft/draft.js';
import { parseHtml } from '../parse/html.js';
import { showsText, styledElements, type Attribute, type StyledElement } from '../parse/html-styled.js';
import type { Limits } from '../parse/source.js';
import type { Edit, StyleEdit } from '../rule/rule.js';
import type { Span } from '../text/span.js';
import { applyChanges, type Change, type Refusal } from './change.js';

type Property = StyleEdit['drop'][number];

/** What says something of each property: declarations of a style attribute, and attributes of old HTML. */
const DECLARED: Readonly<Record<Property, RegExp>> = {
  font: /^(?:font-family|mso-(?:ascii|hansi|bidi|fareast)-(?:theme-)?font(?:-family)?)$/,
  size: /^(?:font-size|mso-(?:ansi|bidi)-font-size)$/,
  color: /^(?:color|mso-themecolor|mso-themetint|mso-themeshade|mso-style-textfill-.*)$/,
  background: /^(?:background|background-color|mso-highlight)$/,
};
const OLD: Readonly<Record<string, Property>> = { face: 'font', size: 'size', color: 'color', bgcolor: 'background' };

/**
 * Takes properties of style away from stretches of HTML: from the elements that hold a stretch and nothing else, or a part of it. Where the stretch would then
 * still look other than the text around it, it gets the look of that.
 * @param origin where a stretch of the text stands in `html`
 */
export function restyle(html: string, edits: readonly Edit[], origin: (at: Span) => Span | undefined, limits: Limits): Change[] | Refusal {
  const wanted = edits.filter((edit): edit is StyleEdit => edit.kind === 'style');
  if (wanted.length === 0) return [];
  const elements = styledElements(html, limits);
  const changes = new Map<number, Change>();
  for (const edit of wanted) {
    const first = origin({ start: edit.span.start, end: edit.span.start + 1 });
    const last = origin({ start: edit.span.end - 1, end: edit.span.end });
    if (!first || !last) return { refused: 'where it stands in the file is not known to the byte' };
    const at = { start: first.start, end: last.end };
    const inside = elements.filter((element) => isWithin(element, at, html) && says(element, edit.drop, html));
    if (inside.length === 0) return { refused: 'its look comes from a style sheet, or from what holds more than these words' };
    const bare = inside.map((element) => withoutStyle(element, edit.drop, html, ''));
    const missing = edit.like ? lacking(applyChanges(html, bare), edit, html, elements, limits) : '';
    for (const [i, element] of inside.entries()) {
      const isOuter = !inside.some((other) => other !== element && other.start < element.start && element.end <= other.end);
      changes.set(element.start, missing === '' || !isOuter ? bare[i] : withoutStyle(element, edit.drop, html, missing));
    }
  }
  return [...changes.values()];
}

/** Whether an element holds some of the stretch, and no words besides. */
function isWithin({ start, inside, end }: StyledElement, at: Span, html: string): boolean {
  if (inside >= at.end || end <= at.start) return false;
  return !(start < at.start && showsText(html, inside, at.start)) && !(end > at.end && showsText(html, at.end, end));
}

function says({ attributes, tag }: StyledElement, drop: readonly Property[], html: string): boolean {
  return attributes.some((attribute) => {
    if (attribute.name === 'style') return declarationsOf(html, attribute).some(({ name }) => isDropped(name, drop));
    return isOldStyle(attribute, tag, drop);
  });
}

function isOldStyle({ name }: Attribute, tag: string, drop: readonly Property[]): boolean {
  return Object.hasOwn(OLD, name) && (tag === 'font' || name === 'bgcolor') && drop.includes(OLD[name]);
}

function isDropped(name: string, drop: readonly Property[]): boolean {
  return drop.some((property) => DECLARED[property].test(name)) || (name === 'font' && (drop.includes('font') || drop.includes('size')));
}

interface Declaration {
  readonly name: string;
  readonly value: string;
  readonly text: string;
}

/** The declarations of a style attribute as they are written. A semicolon that ends a reference ends no declaration. */
function declarationsOf(html: string, { valueStart, valueEnd }: Attribute): Declaration[] {
  const parts = html.slice(valueStart, valueEnd).match(/(?:&(?:#\w{1,8}|\w{1,31});|[^;])+/g) ?? [];
  return parts.map((text) => {
    const colon = text.indexOf(':');
    return { name: text.slice(0, Math.max(0, colon)).trim().toLowerCase(), value: text.slice(colon + 1).trim(), text };
  });
}

/** The start tag of an element without the properties, and with `more` declarations. */
function withoutStyle({ tag, start, inside, attributes }: StyledElement, drop: readonly Property[], html: string, more: string): Change {
  const changes: Change[] = [];
  let added = more;
  for (const attribute of attributes) {
    if (isOldStyle(attribute, tag, drop)) changes.push({ start: attribute.start, end: attribute.end, text: '' });
    if (attribute.name !== 'style') continue;
    const all = declarationsOf(html, attribute);
    const kept = all.flatMap((one) => (isDropped(one.name, drop) ? leftOf(one, drop) : [one.text]));
    if (added !== '') kept.push(added);
    added = '';
    const value = kept.join(';').trim();
    if (value === '') changes.push({ start: attribute.start, end: attribute.end, text: '' });
    else {
      const isQuoted = /["']/.test(html[attribute.valueStart - 1]);
      changes.push({ start: attribute.valueStart, end: attribute.valueEnd, text: isQuoted ? value : `"${value}"` });
    }
  }
  const tagText = html.slice(start, inside);
  const local = changes.map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
  const closing = tagText.length - (/\s*\/?>$/.exec(tagText)?.[0].length ?? 1);
  if (added !== '') local.push({ start: closing, end: closing, text: ` style="${added}"` });
  return { start, end: inside, text: applyChanges(tagText, local) };
}

/** What stays of `font: italic bold 10pt Verdana` when font, size or both go. */
function leftOf({ name, value }: Declaration, drop: readonly Property[]): string[] {
  if (name !== 'font') return [];
  const match =
    /^(.*?)(?:^|\s)([\d.]+(?:p[tx]|em|rem|%|mm|cm|in|pc)|(?:x{1,2}-)?(?:small|large)|medium|smaller|larger)(?:\s*\/\s*[\w.%]+)?\s+(.+)$/i.exec(
      value,
    );
  if (!match) return [];
  const [, look, size, family] = match;
  const left: string[] = [];
  if (/italic|oblique/i.test(look)) left.push('font-style:italic');
  const weight = /\b(?:bold|bolder|lighter|[1-9]00)\b/i.exec(look)?.[0];
  if (weight) left.push(`font-weight:${weight}`);
  if (!drop.includes('size')) left.push(`font-size:${size}`);
  if (!drop.includes('font')) left.push(`font-family:${family}`);
  return left;
}

/** Declarations that give the stretch the look of the text around it, where taking its own away does not. */
function lacking(
  bare: string,
  { span, drop, like = {} }: StyleEdit,
  html: string,
  elements: readonly StyledElement[],
  limits: Limits,
): string {
  const parsed = parseHtml(bare, limits);
  if ('code' in parsed) return '';
  const style: Style = parsed.styles.find((run) => run.span.end > span.start)?.style ?? {};
  const out: string[] = [];
  if (drop.includes('font') && like.font !== undefined && style.font !== like.font)
    out.push(`font-family:${stackOf(like.font, html, elements)}`);
  if (drop.includes('size') && like.size !== undefined && style.size !== like.size) out.push(`font-size:${like.size}px`);
  if (drop.includes('color') && (style.color ?? '#000000') !== (like.color ?? '#000000')) out.push(`color:${like.color ?? '#000000'}`);
  if (drop.includes('background') && (style.background ?? '#ffffff') !== (like.background ?? '#ffffff'))
    out.push(`background:${like.background ?? '#ffffff'}`);
  return out.join(';');
}

/** The stack of fonts as the rest of the text names it, fit for an attribute in either kind of quotation marks. */
function stackOf(font: string, html: string, elements: readonly StyledElement[]): string {
  for (const { attributes } of elements)
    for (const attribute of attributes) {
      const stated = html.slice(attribute.valueStart, attribute.valueEnd);
      const declared =
        attribute.name === 'style' ? declarationsOf(html, attribute).find(({ name }) => name === 'font-family')?.value : undefined;
      const family = attribute.name === 'face' ? stated : declared;
      const first = family
        ?.split(',')[0]
        .replace(/&quot;|&#39;|['"]/g, '')
        .trim()
        .toLowerCase();
      if (family !== undefined && first === font) return family.trim().replaceAll('"', '&quot;').replaceAll("'", '&#39;');
    }
  return /^[\w-]+$/.test(font) ? font : `&#39;${font}&#39;`;
}

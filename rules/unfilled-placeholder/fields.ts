import { findFields, isStrong, type Draft, type FieldSyntax, type MergeField, type Span } from 'replylint/rule';
import { isAnonymised, isTag, slotNoun } from './slots.js';
import { explainsSyntax, isCodeLine, isShown } from './surroundings.js';

const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_.$-]+(?:\s*[|=].*)?$/u;

function isPlain(syntax: FieldSyntax): boolean {
  return syntax === '[]' || syntax === '<>';
}

/** Whether the content could be the name of a variable: `first_name`, `User.First`, `contactfield=firstname|there`. */
export function isIdentifier(content: string): boolean {
  return IDENTIFIER.test(content);
}

/** The merge fields and bracketed slots of a stretch that are one of the two, not links, tags, notes or code that is shown. */
export function findOpenFields(draft: Draft, at: Span): MergeField[] {
  return findFields(draft.text, at).filter((field) => isOpen(draft, field));
}

function isOpen(draft: Draft, field: MergeField): boolean {
  if (isShown(draft, field) || !couldBeFilled(draft, field)) return false;
  if (
    field.syntax === '[]' &&
    /\b\p{Lu}{2,6}\s?$/u.test(draft.text.slice(Math.max(0, field.start - 8), field.start)) &&
    /\p{Ll}/u.test(field.content)
  )
    return false;
  // "the field [Name]" names what is on a screen.
  if (
    isPlain(field.syntax) &&
    /\b(?:field|fields|box|column|row|button|key|tab|menu|label|labelled|called|named|click|tap|press)\s?$/iu.test(
      draft.text.slice(Math.max(0, field.start - 12), field.start),
    )
  )
    return false;
  // "Choose [Settings] > [Account]" names what is on a screen.
  if (
    isPlain(field.syntax) &&
    (/[>→»]\s?$/u.test(draft.text.slice(Math.max(0, field.start - 2), field.start)) ||
      /^\s?[>→»]/u.test(draft.text.slice(field.end, field.end + 2)))
  )
    return false;
  const greets = draft.salutation && draft.salutation.span.start <= field.start && field.end <= draft.salutation.span.end;
  if (!greets && (explainsSyntax(draft, field) || isCodeLine(draft.text, field))) return false;
  // In an address only what no address holds is a field: not `/users/{id}`, not `%20`.
  return isStrong(field.syntax) || !isInLink(draft, field);
}

function couldBeFilled({ text }: Draft, { syntax, content, closed, start, end }: MergeField): boolean {
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  if (isStrong(syntax))
    return !closed ? content !== '' || /[{}]/u.test(text.slice(start, end)) : content === '' || /[\p{L}\p{N}]/u.test(content);
  switch (syntax) {
    case '{}':
      if (/^\d$/u.test(content)) return /[\s(#]|^$/u.test(before);
      return !/[/\\]/u.test(before + after) && (isIdentifier(content) || slotNoun(content) !== undefined || /^MERGEFIELD\s/u.test(content));
    case '[[]]':
      return /\p{L}/u.test(content) && content.split(/\s+/u).length <= 6;
    case '<<>>':
    case '«»':
      return slotNoun(content) !== undefined || (/^[\p{L}_][\p{L}\p{N}.]*_[\p{L}\p{N}_.]*$/u.test(content) && !isAnonymised(content));
    case '%%':
    case '%%%%':
      return !/[\\/]/u.test(after);
    case '$$':
      return content.includes('_') || slotNoun(content) !== undefined;
    case 'printf':
      return !/[if]$/u.test(content);
    case '<>':
      return (
        !/^\s|\s$/u.test(text.slice(start + 1, end - 1)) &&
        !isTag(content) &&
        !text.slice(end, end + 300).includes(`</${content}>`) &&
        slotNoun(content) !== undefined
      );
    case '[]':
      // "£[x]": what stands behind a currency sign is an amount.
      if (/[£$€¥]/u.test(before) && /^[\p{L}_. ]{1,20}$/u.test(content)) return true;
      // Links and footnotes of Markdown, and patterns such as [first].[last]@mail.example.
      return !/^(?:[([@]|\.[\p{L}[])/u.test(text.slice(end, end + 2)) && !/[@\]]/u.test(before) && slotNoun(content) !== undefined;
    default:
      return false;
  }
}

function isInLink({ links }: Draft, { start, end }: Span): boolean {
  let low = 0;
  let high = links.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (links[middle].span.end > start) high = middle;
    else low = middle + 1;
  }
  const link = links[low];
  return link !== undefined && link.span.start <= start && end <= link.span.end && /^[a-z][a-z0-9+.-]*:/iu.test(link.target);
}

import {
  dialectOf,
  dialectsWith,
  fieldName,
  fills,
  isStrong,
  nearest,
  respelt,
  type Dialect,
  type Draft,
  type MergeField,
  type Remark,
} from 'replylint/rule';
import { isIdentifier } from './fields.js';

/** Words that begin a Liquid or Twig tag; behind them anything goes. */
const TAGS = new Set(
  'if elsif elif else endif unless endunless case when endcase for endfor break continue assign capture endcapture comment endcomment raw endraw include render set block endblock cycle tablerow endtablerow increment decrement'.split(
    ' ',
  ),
);

/**
 * What a merge field of a template will not do when the help desk fills it in: broken brackets, another product's syntax, a name it does not know, a greeting
 * without a fallback. Nothing when the field is sound, or when the product is not known.
 */
export function judgeField(draft: Draft, field: MergeField, product: string | undefined): Remark | undefined {
  const { text } = draft;
  const span = { start: field.start, end: field.end };
  const written = text.slice(field.start, field.end);
  const dialect = dialectOf(product);
  if (!field.closed)
    return {
      span,
      message: `The brackets of ${shown(written)} do not match, so it will not be filled.`,
      suggest: 'Write both brackets in full.',
    };
  if (isStrong(field.syntax) && /[“”‘’]/u.test(field.content))
    return {
      span,
      message: `Curly quotation marks in ${shown(written)} keep it from being filled.`,
      suggest: 'Write straight quotation marks.',
    };
  if (!dialect) return greetsWithoutFallback(draft, field, undefined) ? noFallback(field, '| default: "there"') : undefined;
  if (field.syntax === '{%%}' && dialect.syntaxes.includes('{{}}') && TAGS.has(field.content.split(/\s/u)[0].replace(/^-/u, '')))
    return undefined;
  const foreign = !dialect.syntaxes.includes(field.syntax) || (field.syntax === '{%%}' && dialect.syntaxes.includes('{{}}'));
  if (foreign) return isStrong(field.syntax) || isIdentifier(field.content) ? otherSyntax(span, written, field, dialect) : undefined;
  const name = fieldName(field.content, dialect);
  // Where the library declares its variables, there are no others.
  const declared = draft.entry?.declares;
  if (declared && field.syntax === '{{}}' && !declared.includes(name)) return undeclared(span, name, declared);
  if (!fills(dialect, name)) return unknownName(span, name, dialect);
  return greetsWithoutFallback(draft, field, dialect) ? noFallback(field, dialect.fallback ?? '') : undefined;
}

function otherSyntax(span: Remark['span'], written: string, field: MergeField, dialect: Dialect): Remark {
  // In Liquid "{% … %}" is a tag, not a field.
  const isLiquid = (one: Dialect): boolean => field.syntax === '{%%}' && one.syntaxes.includes('{{}}');
  const others = dialectsWith(field.syntax)
    .filter((one) => one.name !== dialect.name && !isLiquid(one))
    .map(({ name }) => name)
    .slice(0, 2);
  const whose =
    others.length > 0
      ? `is how ${others.join(' and ')} write a merge field; ${dialect.name} will not fill it`
      : `is no merge field of ${dialect.name}`;
  return { span, message: `${shown(written)} ${whose}.`, suggest: `Write it as ${dialect.name} does.` };
}

function unknownName(span: Remark['span'], name: string, dialect: Dialect): Remark {
  const spelt = respelt(dialect, name);
  const meant =
    spelt !== name && fills(dialect, spelt)
      ? spelt
      : nearest(
          name,
          (dialect.names ?? []).filter((known) => !known.endsWith('*')),
        );
  return {
    span,
    message: `${dialect.name} knows no ${shown(name)}, so this will not be filled.`,
    suggest: meant === undefined ? `Look the name up in ${dialect.name}.` : `Did you mean ${shown(meant)}?`,
  };
}

function undeclared(span: Remark['span'], name: string, declared: readonly string[]): Remark {
  const meant = nearest(name, declared);
  return {
    span,
    message: `Nothing declares ${shown(name)}, so this will not be filled.`,
    suggest: meant === undefined ? `Declare ${shown(name)} under vars.` : `Did you mean ${shown(meant)}?`,
  };
}

function greetsWithoutFallback({ salutation }: Draft, field: MergeField, dialect: Dialect | undefined): boolean {
  const whom = salutation?.addressee;
  if (!whom || field.start < whom.start || field.end > whom.end) return false;
  if (dialect ? dialect.fallback === undefined : field.syntax !== '{{}}') return false;
  if (/(?:fallback|default)\s*[=:]?\s*(?:""|'')?$/u.test(field.content)) return true;
  return !/[|,]|\?\?|default|fallback/u.test(field.content) && !field.content.startsWith('dc.');
}

function noFallback({ start, end }: MergeField, form: string): Remark {
  return {
    span: { start, end },
    variant: 'no-fallback',
    suggest: `Add what to write when the name is not known, such as ${shown(form.trim())}.`,
  };
}

function shown(text: string): string {
  return `“${text}”`;
}

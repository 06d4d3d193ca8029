import type { Span } from '../text/span.js';

/** Where comments that speak to the linter (`<!-- replylint-… -->`) stand in a stretch of text. In order; linear. */
export function directiveComments(text: string, { start, end }: Span = { start: 0, end: text.length }): Span[] {
  const found: Span[] = [];
  for (let open = text.indexOf('<!--', start); open >= 0 && open < end; open = text.indexOf('<!--', open + 4)) {
    const close = text.indexOf('-->', open + 4);
    if (close < 0) break;
    if (/^\s{0,20}replylint\b/.test(text.slice(open + 4, open + 40))) found.push({ start: open, end: close + 3 });
  }
  return found;
}

/**
 * What a field (front matter, a macro) or a header says, as comments would say it: `rule -- reason`, several rules parted by commas, a list of such
 * texts, or a map from rules to reasons. `true` stands for all rules. Undefined when it is none of these.
 */
export function directivesOf(said: unknown): readonly string[] | undefined {
  if (said === null || said === undefined || said === false) return [];
  if (said === true) return ['replylint-disable'];
  if (typeof said === 'string') return said.trim() === '' ? [] : [`replylint-disable ${said.trim()}`];
  if (Array.isArray(said)) {
    const each = said.map((one) => (typeof one === 'boolean' ? undefined : directivesOf(one)));
    return each.includes(undefined) ? undefined : each.flatMap((texts) => texts ?? []);
  }
  if (typeof said !== 'object') return undefined;
  const entries = Object.entries(said);
  if (!entries.every(([, reason]) => reason === null || reason === true || typeof reason === 'string')) return undefined;
  return entries.map(
    ([rule, reason]) => `replylint-disable ${rule}${typeof reason === 'string' && reason.trim() ? ` -- ${reason.trim()}` : ''}`,
  );
}

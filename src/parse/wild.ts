import type { Limits, Source } from './source.js';

/** Text of more units than this is judged where it can be stopped. A letter of fifty pages is half of it. */
const CALM_UNITS = 256 * 1024;
/** The same for a mail, attachments included. */
const CALM_MAIL_BYTES = 1024 * 1024;
/** The share of a parser's counted budget up to which nothing can take long. */
const CALM_EFFORT = 0.1;

/** Whether plain text is so long that judging it may take long. */
export function isWildText(content: Source['content']): boolean {
  return content.length > CALM_UNITS;
}

/**
 * Whether a draft is so long, or its markup so strange, that judging it may take long: whoever can stop such work does it where it can be stopped. What is over a
 * limit is not wild: it is refused at once. Looks over the text in linear time; ordinary drafts are never wild.
 */
export async function isWild({ content, format }: Pick<Source, 'content' | 'format'>, limits: Limits): Promise<boolean> {
  if (format === 'eml') return content.length > CALM_MAIL_BYTES;
  if (isWildText(content)) return true;
  if (typeof content !== 'string') return false;
  if (format === 'html') return (await import('./html.js')).htmlEffort(content, limits) > CALM_EFFORT;
  return format === 'markdown' && (await import('./markdown.js')).markdownEffort(content, limits) > CALM_EFFORT;
}

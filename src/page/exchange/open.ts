import { buildDraft } from '../../draft/build.js';
import type { Draft } from '../../draft/draft.js';
import { parse } from '../../parse/index.js';
import { sourceMap, type Limits } from '../../parse/source.js';
import type { Problem } from '../../text/problem.js';
import { runsOf } from '../../text/run-map.js';
import type { Span } from '../../text/span.js';
import type { Brought, Opened } from './ask.js';

/**
 * Opens what was brought to the page: what of it is the writer's own, and what of it they answer. A mail is the HTML that its reader sees, or its text.
 * Whatever it holds, it is read and never shown as HTML.
 */
export async function open({ name, format, content }: Brought, limits: Limits): Promise<Opened | Problem> {
  if (format === 'eml') return openMessage(name, content, limits);
  if (format === 'html') return openHtml(name, String(content), limits);
  const source = String(content).replace(/\r\n?/g, '\n');
  const parsed = await parse({ name, format, content: source }, limits);
  if ('code' in parsed) return parsed;
  const draft = buildDraft(name, parsed, {});
  // In Markdown a quotation is a way to set text; who quotes a customer in it says so in the front matter.
  return { format, source, text: source, ...(format === 'text' ? told(draft, (at) => draft.map.source(at)) : { quoted: [] }) };
}

async function openMessage(name: string, content: string | Uint8Array, limits: Limits): Promise<Opened | Problem> {
  const { openMail } = await import('../../parse/mail/index.js');
  const mail = await openMail(content, name, limits);
  if ('code' in mail) return mail;
  const parsed = await parse({ name, format: 'eml', content }, limits);
  if ('code' in parsed) return parsed;
  const draft = buildDraft(name, parsed, {});
  const from = draft.headers?.from?.name;
  const named = from === undefined ? {} : { from };
  const [shown, more] = mail.placed;
  if (shown.part.type === 'text/html' && !more) {
    const html = await openHtml(name, shown.part.text ?? '', limits);
    return 'code' in html ? html : { ...told(draft), ...html, ...named };
  }
  return { format: 'text', source: draft.text, text: draft.text, ...told(draft), ...named };
}

/** HTML, with the way from what is seen of it back to how it is written. */
async function openHtml(name: string, source: string, limits: Limits): Promise<Opened | Problem> {
  const { parseHtml } = await import('../../parse/html.js');
  const parsed = parseHtml(source, limits);
  if ('code' in parsed) return { ...parsed, file: name };
  const { origin, text } = parsed;
  if (text.trim() === '') return { code: 'empty', file: name, message: 'holds no text that a customer would see' };
  const map = sourceMap({ name, format: 'html', content: source }, source, origin);
  return { format: 'html', source, text, runs: runsOf(origin), ...told(buildDraft(name, { ...parsed, map }, {})) };
}

/** What a draft tells of the message that it answers. */
function told(
  { segments, customer, customerNames: [known] }: Draft,
  place: (at: Span) => Span | undefined = (at) => at,
): Pick<Opened, 'quoted' | 'customer' | 'customerName'> {
  return {
    quoted: segments
      .filter(({ role }) => role === 'quoted' || role === 'forwarded')
      .map(({ span }) => place(span))
      .filter((at) => at !== undefined),
    ...(customer && { customer: customer.text.trim() }),
    ...(known && { customerName: known.name }),
  };
}

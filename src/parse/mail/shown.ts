import type { Attachment } from '../../draft/draft.js';
import type { Mail, MailPart } from './mail.js';

/** A text part that the customer sees. */
export interface ShownPart {
  readonly part: MailPart;
  readonly isHtml: boolean;
  /** It belongs to a message inside the message. */
  readonly isForwarded: boolean;
}

/**
 * The text parts a mail reader shows, in order: of alternatives only one, the last with HTML where `html` is wanted, otherwise the last of plain text.
 * Parts without a sign to see are left out.
 */
export function shownParts(mail: Mail, html: boolean): ShownPart[] {
  const [root] = mail.parts;
  if (!root) return [];
  const shown = collect(root, html, false);
  const own = shown.filter(({ isForwarded }) => !isForwarded);
  // A mail that is nothing but an embedded message is that message.
  return own.length > 0 ? shown : shown.map((entry) => ({ ...entry, isForwarded: false }));
}

function collect(part: MailPart, html: boolean, isForwarded: boolean): ShownPart[] {
  const children = part.children.map((child) => collect(child, html, isForwarded || part.isEmbedded));
  if (part.type === 'multipart/alternative') {
    const filled = children.filter((shown) => shown.length > 0);
    return filled.findLast((shown) => shown.some(({ isHtml }) => isHtml) === html) ?? filled.at(-1) ?? [];
  }
  const own = part.isAttachment || (part.text ?? '').trim() === '' ? [] : [{ part, isHtml: part.type === 'text/html', isForwarded }];
  return [...own, ...children.flat()];
}

/** Parts that sign or schedule the mail itself: nobody thinks of them as attached. */
const OF_THE_MAIL = /^(?:application\/(?:x-)?(?:pkcs7-signature|pgp-signature|pgp-encrypted)|text\/calendar)$/;

/** The mail's attachments. What the HTML shows (a signature's logo) and what belongs to the mail itself (its signature) is `inline`. */
export function listAttachments(mail: Mail): Attachment[] {
  const html = mail.parts.filter(({ type, isAttachment }) => type === 'text/html' && !isAttachment).map(({ text }) => text ?? '');
  const referenced = new Set(html.flatMap((text) => [...text.matchAll(/\bcid:([^"'\s<>)]{1,256})/gi)].map(([, id]) => decodeId(id))));
  return mail.parts
    .filter(({ isAttachment }) => isAttachment)
    .map(({ fileName, type, size, contentId, location }) => ({
      name: fileName ?? `(${type || 'unnamed'})`,
      contentType: type || undefined,
      size,
      inline:
        (contentId !== undefined && referenced.has(contentId)) ||
        (location !== undefined && html.some((text) => text.includes(location))) ||
        OF_THE_MAIL.test(type),
    }));
}

function decodeId(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

import type { Element } from 'hast';
import type { Role } from '../draft/draft.js';
import type { Declarations } from './style-sheet.js';

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What mail programs call the quoted original and the line before it. Outlook rewrites a class it quotes as `x_…`. */
const QUOTED = names(
  'gmail_quote gmail_attr moz-cite-prefix yahoo_quoted yahoo-quoted protonmail_quote tutanota_quote zmail_extra ms-outlook-mobile-reference-message ' +
    'x_gmail_quote x_gmail_attr x_moz-cite-prefix hcb freshdesk_quote',
);
/** From these on, the rest of what holds them is the original. */
const QUOTED_FROM = names('divRplyFwdMsg appendonsend mail-editor-reference-message-container x_divRplyFwdMsg reply-intro');
const SIGNATURE = names(
  'gmail_signature gmail_signature_prefix moz-signature signature protonmail_signature_block apple-signature x_gmail_signature email-signature',
);
const SIGNATURE_ID = names('Signature signature ms-outlook-mobile-signature AppleMailSignature x_Signature');
const CODE = names('code pre kbd samp tt xmp listing plaintext');
/** Marks of a mail program that wraps a whole plain message in `pre`. */
const PLAIN_MESSAGE = names('moz-quote-pre k9mail plain-text part-text');

/** What an element's own markup says of the role of what it holds; undefined when it says nothing. */
export function roleOf(element: Element, classes: readonly string[], id: string | undefined, declared: Declarations): Role | undefined {
  const tag = element.tagName;
  if (tag === 'blockquote') return isIndent(element, classes, declared) ? undefined : 'quoted';
  if (classes.some((name) => QUOTED.has(name)) || (id?.startsWith('yahoo_quoted') ?? false)) return 'quoted';
  if (classes.some((name) => SIGNATURE.has(name)) || (id !== undefined && SIGNATURE_ID.has(id))) return 'signature';
  if (!CODE.has(tag)) return undefined;
  const wrapped = tag === 'pre' && (element.properties.wrap !== undefined || classes.some((name) => PLAIN_MESSAGE.has(name)));
  return wrapped ? undefined : 'code';
}

/** Whether the quoted original begins here and goes on to the end of what holds the element. */
export function beginsOriginal(id: string | undefined): boolean {
  return id !== undefined && QUOTED_FROM.has(id);
}

/** The indent button of Gmail and of Outlook on the web writes a `blockquote` without a border: nobody is quoted. */
function isIndent(element: Element, classes: readonly string[], declared: Declarations): boolean {
  if (element.properties.type === 'cite' || element.properties.cite !== undefined || classes.length > 0) return false;
  return /^(?:none|0|0px)\b/.test(declared.get('border')?.value ?? '') && declared.has('margin');
}

/** A role inside another: what is quoted stays quoted, and a signature is one to its end unless an original follows in it. */
export function nestRole(outer: Role | undefined, inner: Role | undefined): Role | undefined {
  if (outer === 'quoted' || inner === undefined) return outer;
  return outer === 'signature' && inner === 'code' ? outer : inner;
}

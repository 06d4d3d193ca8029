import PostalMime, { addressParser, decodeWords } from 'postal-mime';
import { decodeCharset } from '../../text/charset.js';
import { shownSigns, type Mail, type MailLimits, type MailPart } from './mail.js';

/** The members of postal-mime's own nodes that are read here. The version is pinned; the tests of this folder fail when one goes. */
interface Node {
  readonly childNodes: readonly Node[];
  readonly contentType: { readonly parsed: Structured; readonly multipart: string | false };
  readonly contentDisposition: { readonly parsed: Structured };
  readonly contentTransferEncoding: { readonly encoding: string };
  readonly contentId?: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
  readonly rawHeaderLines: readonly { readonly key: string; readonly line: string }[];
  readonly content: ArrayBuffer | null;
}
interface Structured {
  readonly value: string;
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** What is read as text without being asked to be a file, as mailparser sees it. */
const TEXT = /^(?:text\/(?:plain|html)|message\/delivery-status)$/;
/** Headers that hold addresses. */
const ADDRESSES = new Set(['from', 'to', 'cc', 'reply-to', 'sender']);

/**
 * Reads a mail with postal-mime, where mailparser cannot run: the build of the page puts this in the place of `read-mail.ts`. It answers as that does:
 * a limit that is passed rejects with code `EMAXLEN`.
 */
export async function readMail(bytes: Uint8Array, limits: MailLimits, isDecoded: boolean): Promise<Mail> {
  const parts: MailPart[] = [];
  const root = await treeOf(bytes, limits);
  await collect(root, undefined, '', { parts, limits, isDecoded });
  return {
    parts,
    headers: headersOf(root),
    headerLines: new Map(root.rawHeaderLines.map(({ key, line }) => [key, line])),
  };
}

/** The tree of one message. Messages in it stay closed: they are read in turn, so that their depth is counted. */
async function treeOf(bytes: Uint8Array, { headerBytes }: MailLimits): Promise<Node> {
  const reader = new PostalMime({ maxHeadersSize: headerBytes, forceRfc822Attachments: true });
  try {
    await reader.parse(bytes);
  } catch (error) {
    throw error instanceof Error && /exceeded/.test(error.message) ? Object.assign(error, { code: 'EMAXLEN' }) : error;
  }
  return (reader as unknown as { readonly root: Node }).root;
}

interface Reading {
  readonly parts: MailPart[];
  readonly limits: MailLimits;
  readonly isDecoded: boolean;
}

/** Adds a node and all below it, in the order in which they begin. */
async function collect(node: Node, parent: MailPart | undefined, number: string, reading: Reading): Promise<void> {
  const part = describe(node, parent, number === '' && node.contentType.multipart === false ? '1' : number);
  if (reading.parts.length > reading.limits.mimeParts)
    throw Object.assign(new Error(`more than ${reading.limits.mimeParts} MIME parts`), { code: 'EMAXLEN' });
  reading.parts.push(part);
  parent?.children.push(part);
  const below = (at: number): string => (number === '' ? String(at + 1) : `${number}.${at + 1}`);
  if (part.isEmbedded) await collect(await treeOf(new Uint8Array(node.content ?? []), reading.limits), part, below(0), reading);
  else if (part.isAttachment) part.size = node.content?.byteLength ?? 0;
  else if (node.contentType.multipart === false) part.text = textOf(node, part, reading.isDecoded);
  for (const [at, child] of node.childNodes.entries()) await collect(child, part, below(at), reading);
}

function describe(node: Node, parent: MailPart | undefined, number: string): MailPart {
  const { parsed, multipart } = node.contentType;
  const type = parsed.value.toLowerCase().trim();
  const disposition = node.contentDisposition.parsed.value.toLowerCase();
  const isEmbedded = type === 'message/rfc822' && disposition !== 'attachment';
  const fileName = node.contentDisposition.parsed.params.filename ?? parsed.params.name;
  return {
    number,
    type,
    parent,
    children: [],
    depth: parent ? parent.depth + 1 : 0,
    encoding: node.contentTransferEncoding.encoding,
    charset: (parsed.params.charset ?? '').toLowerCase(),
    boundary: parsed.params.boundary ?? '',
    flowed:
      type === 'text/plain' && /^flowed$/i.test(parsed.params.format ?? '')
        ? { delSp: /^yes$/i.test(parsed.params.delsp ?? '') }
        : undefined,
    method: parsed.params.method,
    isAttachment: multipart === false && !isEmbedded && (!TEXT.test(type) || !/^(?:|inline)$/.test(disposition)),
    isEmbedded,
    disposition: disposition || 'inline',
    fileName: fileName === undefined || fileName === '' ? undefined : decodeWords(fileName),
    contentId: node.contentId?.replace(/^<|>$/g, '').trim(),
    location: node.headers.find(({ key }) => key === 'content-location')?.value || undefined,
  };
}

function textOf({ content }: Node, { charset, encoding }: MailPart, isDecoded: boolean): string {
  const isPlain = !/^(?:base64|quoted-printable)$/.test(encoding) && !/^(?:iso-2022|utf-7|hz)/.test(charset);
  const { text } = decodeCharset(new Uint8Array(content ?? []), isDecoded && isPlain ? 'utf-8' : charset);
  return shownSigns(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), charset);
}

/** The headers in the form that mailparser gives them. */
function headersOf({ headers }: Node): ReadonlyMap<string, unknown> {
  const read = new Map<string, unknown>();
  for (const { key, value } of headers)
    if (ADDRESSES.has(key)) read.set(key, [...((read.get(key) as unknown[] | undefined) ?? []), { value: addressParser(value) }]);
    else read.set(key, decodeWords(value));
  return read;
}

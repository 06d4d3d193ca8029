import { MailParser } from 'mailparser';
import { shownSigns, textHeader, Unanswered, type Mail, type MailLimits, type MailPart } from './mail.js';

/** The members of mailparser's own nodes that are read here. The version is pinned; the tests of this folder fail when one goes. */
interface SplitterNode {
  readonly partNr: readonly (number | string)[];
  readonly multipart: string | false;
  readonly messageNode?: boolean;
  readonly parentNode: SplitterNode | false;
  readonly encoding: string | false;
  charset: string | false;
  readonly _boundary: Uint8Array | false;
  readonly filename: string | false;
  readonly delSp: boolean;
  flowed: boolean;
}
interface ParserNode {
  readonly contentType: string | false;
  readonly disposition?: string;
  readonly isAttachment?: boolean;
  readonly headers: ReadonlyMap<string, unknown>;
  readonly headerLines: readonly { readonly key: string; readonly line: string }[];
  readonly textContent?: string;
}
interface Attachment {
  readonly type: 'attachment';
  readonly headers: ReadonlyMap<string, unknown>;
  readonly size?: number;
  readonly content: { on(event: string, listener: () => void): void; resume(): void };
  release(): void;
}
interface CreatesNodes {
  createNode(node: SplitterNode): ParserNode;
}

/** mailparser without its work on links, images and HTML; keeps every part in the order of creation, and leaves soft-wrapped text wrapped. */
class PartReader extends (MailParser as unknown as new (options: object) => MailParser & CreatesNodes) {
  readonly seen: { readonly part: MailPart; readonly node: ParserNode }[] = [];
  readonly #parts = new Map<SplitterNode, MailPart>();
  readonly #isDecoded: boolean;

  constructor(options: object, isDecoded: boolean) {
    super(options);
    this.#isDecoded = isDecoded;
  }

  override createNode(split: SplitterNode): ParserNode {
    const flowed = split.flowed && { delSp: split.delSp };
    split.flowed = false;
    // What was decoded before it came here is UTF-8 now, whatever the part says; escapes in ASCII still mean what they say.
    if (
      this.#isDecoded &&
      !/^(?:base64|quoted-printable)$/.test(split.encoding || '') &&
      !/^(?:iso-2022|utf-7|hz)/i.test(split.charset || '')
    )
      split.charset = 'utf-8';
    const node = super.createNode(split);
    const part = describe(split, node, split.parentNode ? this.#parts.get(split.parentNode) : undefined, flowed || undefined);
    part.parent?.children.push(part);
    this.#parts.set(split, part);
    this.seen.push({ part, node });
    return node;
  }
}

function describe(split: SplitterNode, node: ParserNode, parent: MailPart | undefined, flowed: MailPart['flowed']): MailPart {
  const { _boundary: boundary } = split;
  const isEmbedded = split.messageNode === true;
  const numbers = split.partNr.filter((item) => typeof item === 'number');
  // A message that is not multipart has one part, number 1.
  if (split.partNr.includes('TEXT') && !split.multipart) numbers.push(1);
  return {
    number: numbers.join('.'),
    type: node.contentType || '',
    parent,
    children: [],
    depth: parent ? parent.depth + 1 : 0,
    encoding: split.encoding || '',
    charset: split.charset || '',
    boundary: boundary ? new TextDecoder().decode(boundary) : '',
    flowed: node.contentType === 'text/plain' ? flowed : undefined,
    method: (node.headers.get('content-type') as { params?: { method?: string } } | undefined)?.params?.method,
    isAttachment: node.isAttachment === true && !isEmbedded,
    isEmbedded,
    disposition: node.disposition ?? '',
    fileName: split.filename || undefined,
    contentId: textHeader(node.headers, 'content-id')?.replace(/^<|>$/g, '').trim(),
    location: textHeader(node.headers, 'content-location'),
  };
}

/**
 * Reads a mail with mailparser; `isDecoded` says that the bytes were text when they came here. Rejects with its error when a limit is passed (code `EMAXLEN`), and with {@link Unanswered} when it never answers:
 * mailparser works in turns of the event loop, a bounded number for each line, so a mail that takes more has been lost. No clock is needed for that.
 */
export async function readMail(bytes: Uint8Array, limits: MailLimits, isDecoded: boolean): Promise<Mail> {
  const skips = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true, keepCidLinks: true };
  const reader = new PartReader({ ...skips, maxChildNodes: limits.mimeParts, maxHeadSize: limits.headerBytes }, isDecoded);
  const sizes = new Map<unknown, number>();
  let isSettled = false;
  const answer = new Promise<void>((resolve, reject) => {
    reader.on('error', reject);
    reader.on('end', resolve);
    reader.on('data', (item: Attachment | { type: 'text' }) => {
      if (item.type !== 'attachment') return;
      item.content.on('end', () => {
        sizes.set(item.headers, item.size ?? 0);
        item.release();
      });
      item.content.resume();
    });
    reader.end(bytes);
    const turns = turnsFor(bytes);
    let turn = 0;
    const count = (): void => {
      turn += 1;
      if (isSettled) return;
      if (turn > turns) reject(new Unanswered());
      else setImmediate(count);
    };
    setImmediate(count);
  }).finally(() => {
    isSettled = true;
  });
  await answer;
  const [root] = reader.seen;
  for (const { part, node } of reader.seen) {
    if (part.isAttachment) part.size = sizes.get(node.headers);
    else if (node.textContent !== undefined) part.text = shownSigns(node.textContent, part.charset);
  }
  return {
    parts: reader.seen.map(({ part }) => part),
    headers: root?.node.headers ?? new Map(),
    headerLines: new Map(root?.node.headerLines.map(({ key, line }) => [key, line])),
  };
}

/** Turns of the event loop after which a mail of this many lines has surely been answered; ordinary mail takes a hundredth of it. */
function turnsFor(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return 2000 + 8 * lines;
}

import type { Alternative } from '../../draft/draft.js';
import type { Problem } from '../../text/problem.js';
import type { SourceMap } from '../../text/source-map.js';
import type { Limits, Parser } from '../source.js';
import { isValid } from '../../text/charset.js';
import { shifted } from '../../text/run-map.js';
import { placedLinks } from '../builder.js';
import { headerDirectives } from './directives.js';
import { prepare, type Envelope } from './envelope.js';
import { readHeaders } from './headers.js';
import { joinParts, type Joined } from './join.js';
import { mailMap, type PlacedPart } from './places.js';
import { Unanswered, type Mail } from './mail.js';
import { readMail } from './read-mail.js';
import { listAttachments, shownParts } from './shown.js';
import { decodeTransfer } from './transfer.js';
import { findBodies } from './walker.js';
import { whyNoMail } from './no-mail.js';
import { overwork } from './work.js';

/** A mail as it was read: its bytes put right, its parts, and what of them is the draft. */
export interface OpenMail {
  readonly envelope: Envelope;
  readonly mail: Mail;
  readonly body: Joined['body'];
  readonly placed: readonly PlacedPart[];
}

/**
 * Reads a mail file (RFC 5322 and MIME) the way its recipient's mail reader does: the HTML part where there is one, otherwise the text. Bytes are taken as
 * they are; a string is text already, so parts without a transfer encoding are read as they stand, and places count in its UTF-16 units. Always answers, without a clock: a mail over a limit, one without
 * text, and one that mailparser never answers are problems.
 */
export const parseMail: Parser = async ({ content, name }, limits) => {
  const opened = await openMail(content, name, limits);
  if ('code' in opened) return opened;
  const { envelope, mail, body, placed } = opened;
  const map = mailMap(name, content, envelope, mail, placed);
  const alternative = await otherPart(mail, placed, limits);
  return {
    ...body,
    links: placed.flatMap(({ part, span }) => {
      const whole = { part, span: { start: 0, end: part.text?.length ?? 0 }, origin: shifted(0) };
      const own = body.links.filter((link) => span.start <= link.span.start && link.span.start <= span.end);
      return placedLinks(own, (markup) => mailMap(name, content, envelope, mail, [whole]).locate(markup));
    }),
    headers: readHeaders(mail),
    attachments: listAttachments(mail),
    ...(alternative && { alternative }),
    directives: headerDirectives(name, envelope, typeof content === 'string'),
    map,
    problems: [...body.problems, ...invalidText(name, envelope, mail, placed, body.text, map)],
  };
};

/** The same, without places: for whoever needs the parts themselves. */
export async function openMail(content: string | Uint8Array, name: string, limits: Limits): Promise<OpenMail | Problem> {
  const file = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const binary = whyNoMail(file);
  if (binary !== undefined) return { code: 'binary', file: name, message: binary };
  const envelope = prepare(file);
  const tooMuch = overwork(envelope.bytes, limits);
  if (tooMuch)
    return {
      code: 'too-complex',
      file: name,
      message: `the mail holds ${tooMuch}, more than its parser can take (limit work); write the reply anew`,
    };
  let mail: Mail;
  try {
    mail = await readMail(envelope.bytes, limits, typeof content === 'string');
  } catch (error) {
    return { ...whyUnread(error, limits), file: name };
  }
  const depth = mail.parts.reduce((deepest, part) => Math.max(deepest, part.depth), 0);
  if (depth > limits.depth)
    return {
      code: 'too-complex',
      file: name,
      message: `MIME parts nested ${depth} deep, over the limit of ${limits.depth} (limit depth); take the reply out of the messages around it`,
    };
  const joined = await readShown(mail, limits);
  if ('code' in joined) return { ...joined, file: name };
  if (joined.placed.length === 0) return { code: 'empty', file: name, message: emptyMessage(mail) };
  return { envelope, mail, ...joined };
}

/** The shown parts, with the plain text where the HTML shows no word. */
async function readShown(mail: Mail, limits: Limits): Promise<Joined | Problem> {
  const joined = await joinParts(shownParts(mail, true), limits);
  return 'code' in joined || joined.placed.length > 0 ? joined : joinParts(shownParts(mail, false), limits);
}

/** The plain text of a mail of which the HTML is shown, where it holds both. */
async function otherPart(mail: Mail, placed: Joined['placed'], limits: Limits): Promise<Alternative | undefined> {
  if (!mail.parts.some(({ type }) => type === 'multipart/alternative') || !placed.some(({ part }) => part.type === 'text/html'))
    return undefined;
  const others = shownParts(mail, false).filter(({ isForwarded }) => !isForwarded);
  if (others.length === 0 || others.some(({ isHtml }) => isHtml)) return undefined;
  const joined = await joinParts(others, limits);
  return 'code' in joined || joined.placed.length === 0 ? undefined : { text: joined.body.text, links: joined.body.links };
}

function emptyMessage(mail: Mail): string {
  const files = mail.parts.filter(({ isAttachment }) => isAttachment).length;
  const held = files === 0 ? 'no text' : `no text, only ${files} attached ${files === 1 ? 'file' : 'files'}`;
  return `holds ${held}; there is nothing to judge`;
}

function whyUnread(error: unknown, limits: Limits): Problem {
  if (error instanceof Unanswered)
    return {
      code: 'unreadable',
      message: 'the mail parser found no end to this mail; a header block or an embedded message in it may be cut off',
    };
  if (!(error instanceof Error)) throw error;
  if ((error as Error & { code?: string }).code === 'EMAXLEN')
    return /header/i.test(error.message)
      ? {
          code: 'too-large',
          message: `one header block is over the limit of ${limits.headerBytes} bytes (limit headerBytes); raise the limit, or leave it out`,
        }
      : { code: 'too-complex', message: `more than ${limits.mimeParts} MIME parts (limit mimeParts); raise the limit, or leave it out` };
  return { code: 'unreadable', message: `not a mail that can be read (${error.message}); save it again from the mail program` };
}

/** A problem for each shown part whose bytes are not valid in the charset they claim. Text that holds no replacement sign needs no second look. */
function invalidText(file: string, envelope: Envelope, mail: Mail, placed: readonly PlacedPart[], text: string, map: SourceMap): Problem[] {
  if (!text.includes(REPLACEMENT)) return [];
  const bodies = findBodies(envelope.bytes, mail.parts);
  return placed.flatMap(({ part, span }) => {
    const first = text.indexOf(REPLACEMENT, span.start);
    const body = bodies.get(part);
    if (!body || first < 0 || first >= span.end) return [];
    const { bytes } = decodeTransfer(envelope.bytes.subarray(body.start, body.end), part.encoding);
    if (isValid(bytes, part.charset)) return [];
    const claim = part.charset === '' ? 'names no charset and is not valid UTF-8' : `is not valid in its charset (${part.charset})`;
    const message = `the text of part ${part.number} ${claim}; what could not be read is judged as U+FFFD. Save the mail as UTF-8, or correct its charset`;
    return [{ code: 'bad-charset', file, line: map.locate({ start: first, end: first + 1 }).line, message }];
  });
}

const REPLACEMENT = '\ufffd';

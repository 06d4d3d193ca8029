import { openMail as readMailFile, type OpenMail } from '../../parse/mail/index.js';
import { readPart } from '../../parse/mail/join.js';
import type { PlacedPart } from '../../parse/mail/places.js';
import type { MailPart } from '../../parse/mail/mail.js';
import { findBodies } from '../../parse/mail/walker.js';
import type { Limits } from '../../parse/source.js';
import type { Edit, StyleEdit } from '../../rule/rule.js';
import type { Problem } from '../../text/problem.js';
import { contains, type Span } from '../../text/span.js';
import { applyChanges, isRefusal, type Change, type Refusal, type Splice } from '../change.js';
import { textChanges, type Opened, type Reading, type Written } from '../opened.js';
import { openPart, type OpenPart } from './part.js';
import { sealOf } from './sealed.js';
import { inTwin } from './twin.js';

/** A part of the draft, with the other parts of the mail that say the same. */
interface DraftPart {
  readonly open: OpenPart;
  /** Its stretch of the draft's text. */
  readonly span: Span;
  readonly twins: readonly OpenPart[];
  /** Why it cannot be changed without leaving the mail at odds with itself. */
  readonly stuck?: string;
}

/** Opens a mail file for change: its text parts alone, and of these only what is the draft. */
export async function openMail(bytes: Uint8Array, name: string, limits: Limits): Promise<Opened | Problem> {
  const read = await readMailFile(bytes, name, limits);
  if ('code' in read) return read;
  const { mail, body, placed, envelope } = read;
  const seal = sealOf(mail);
  const bodies = findBodies(envelope.bytes, mail.parts);
  const shown = new Map(placed.map((entry) => [entry.part, entry]));
  const { restyle } = mail.parts.some(({ type }) => type === 'text/html') ? await import('../restyle.js') : { restyle: () => [] };
  const texts = new Map<MailPart, OpenPart>();
  for (const part of mail.parts) {
    const isHtml = part.type === 'text/html';
    if (part.isAttachment || (part.text ?? '').trim() === '' || !(isHtml || part.type === 'text/plain')) continue;
    const entry = shown.get(part);
    const own = await readPart({ part, isHtml, isForwarded: false }, limits);
    if ('code' in own) return { ...own, file: name };
    const at = bodies.get(part);
    const origin = entry?.origin ?? own.origin;
    if (at) texts.set(part, openPart(part, own.body.text, isHtml, origin, envelope.bytes, at, limits, restyle));
  }
  const parts = placed.flatMap((entry): DraftPart[] => {
    const open = texts.get(entry.part);
    return open ? [{ open, span: entry.span, ...twinsOf(entry, texts, shown) }] : [];
  });
  const readings = readingsOf(body.text, body.surface === 'rich', texts, read);
  return {
    text: body.text,
    readings,
    isCoded: parts.some(({ open }) => open.part.encoding === 'base64'),
    ways: 1,
    write(edits, way): Written | Refusal {
      if (seal) return { refused: seal };
      const written = writeParts(edits, parts, way);
      if (isRefusal(written)) return written;
      const splices = inFile(written.splices, read, bytes);
      const changed = new Map([...texts].map(([part, open]) => [part, { ...open, text: written.texts.get(part) ?? open.text }]));
      const text = applyChanges(body.text, textChanges(edits));
      return isRefusal(splices) ? splices : { splices, readings: readingsOf(text, body.surface === 'rich', changed, read) };
    },
  };
}

/** All that the mail says: the draft, each text part, and what parts there are. */
function readingsOf(
  text: string,
  rich: boolean,
  texts: ReadonlyMap<MailPart, Pick<OpenPart, 'text' | 'isHtml'>>,
  { mail }: OpenMail,
): Reading[] {
  const parts = mail.parts.map(({ number, type, encoding, charset, boundary, size, fileName }) => [
    number,
    type,
    encoding,
    charset,
    boundary,
    size,
    fileName,
  ]);
  const headers = [...mail.headerLines];
  return [
    { text, rich },
    ...[...texts.values()].map((part): Reading => ({ text: part.text, rich: part.isHtml })),
    { text: JSON.stringify([parts, headers]), rich: false },
  ];
}

/** The other forms of a part: what stands beside it in a multipart/alternative, and plain text that only repeats it. */
function twinsOf(
  { part }: PlacedPart,
  texts: ReadonlyMap<MailPart, OpenPart>,
  shown: ReadonlyMap<MailPart, PlacedPart>,
): Pick<DraftPart, 'twins' | 'stuck'> {
  const twins: OpenPart[] = [];
  let stuck: string | undefined;
  let alternatives = false;
  const take = (other: MailPart): void => {
    const open = texts.get(other);
    if (open) twins.push(open);
    else if (
      !other.isAttachment &&
      other.children.length === 0 &&
      !/^text\/(?:plain|html)$/.test(other.type) &&
      other.type.startsWith('text/')
    )
      stuck = `the mail says it once more as ${other.type}`;
    other.children.forEach(take);
  };
  for (let child = part, parent = part.parent; parent; child = parent, parent = parent.parent) {
    if (parent.type !== 'multipart/alternative') continue;
    alternatives = true;
    for (const other of parent.children) if (other !== child) take(other);
  }
  const isRepeated = (other: MailPart): boolean =>
    !shown.has(other) && other.type === 'text/plain' && !other.isEmbedded && !inAlternative(other);
  if (!alternatives) for (const [other, open] of texts) if (other !== part && isRepeated(other)) twins.push(open);
  return { twins, stuck };
}

function inAlternative(part: MailPart): boolean {
  for (let at = part.parent; at; at = at.parent) if (at.type === 'multipart/alternative') return true;
  return false;
}

interface WrittenParts {
  readonly splices: readonly Splice[];
  readonly texts: ReadonlyMap<MailPart, string>;
}

function writeParts(edits: readonly Edit[], parts: readonly DraftPart[], way: number): WrittenParts | Refusal {
  const changes = new Map<OpenPart, Change[]>();
  const add = (open: OpenPart, change: Change): void => void changes.set(open, [...(changes.get(open) ?? []), change]);
  for (const change of textChanges(edits)) {
    const held = parts.find(({ span }) => contains(span, change));
    if (!held) return { refused: 'it does not stand in one part of plain text or HTML' };
    if (held.stuck) return { refused: held.stuck };
    const local = { start: change.start - held.span.start, end: change.end - held.span.start, text: change.text };
    add(held.open, local);
    for (const twin of held.twins) {
      const same = inTwin(local, held.open.text, twin.text);
      if (!same)
        return { refused: `the ${twin.isHtml ? 'HTML' : 'plain text'} part of the mail does not say the same there; change both by hand` };
      add(twin, same);
    }
  }
  const styles = new Map<OpenPart, StyleEdit[]>();
  for (const edit of edits) {
    if (edit.kind !== 'style') continue;
    const held = parts.find(({ span, open }) => open.isHtml && contains(span, edit.span));
    if (!held) return { refused: 'it does not stand in one part of HTML' };
    const span = { start: edit.span.start - held.span.start, end: edit.span.end - held.span.start };
    styles.set(held.open, [...(styles.get(held.open) ?? []), { ...edit, span }]);
    if (!changes.has(held.open)) changes.set(held.open, []);
  }
  const splices: Splice[] = [];
  const texts = new Map<MailPart, string>();
  for (const [open, own] of changes) {
    const written = open.write(own, styles.get(open) ?? [], way);
    if (isRefusal(written)) return written;
    splices.push(...written);
    texts.set(open.part, applyChanges(open.text, own));
  }
  return { splices, texts };
}

/** From the mail as it was put right for the parser to the file. Line ends written among lines that end in CR alone become CR. */
function inFile(splices: readonly Splice[], { envelope }: OpenMail, file: Uint8Array): Splice[] | Refusal {
  const onlyCr = file.includes(13) && !file.includes(10);
  const out: Splice[] = [];
  for (const { start, end, bytes } of splices) {
    const at = envelope.toFile.source({ start, end });
    if (!at) return { refused: 'where it stands in the mail is not known to the byte' };
    out.push({ ...at, bytes: onlyCr ? bytes.map((byte) => (byte === 10 ? 13 : byte)) : bytes });
  }
  return out;
}

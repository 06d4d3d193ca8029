import type { Line } from './lines.js';

/** The From/Sent/To/Subject block that Outlook and forwarding clients put before the message they carry. */
export interface HeaderBlock {
  /** Index of its first and one past its last line. */
  readonly from: number;
  readonly to: number;
  /** The values as written, when the block has them. */
  readonly sender?: string;
  readonly date?: string;
  readonly subject?: string;
}

type Field = 'from' | 'date' | 'to' | 'subject' | 'other';

const FIELDS: Record<string, Field> = {};
for (const [field, labels] of [
  ['from', 'from von de da van od fra från expéditeur absender'],
  ['date', 'sent date gesendet datum envoyé envoye enviado enviada fecha inviato data verzonden wysłano sendt skickat'],
  ['to', 'to an à a para aan do til till empfänger destinataire'],
  ['subject', 'subject betreff objet asunto oggetto onderwerp temat emne ämne assunto'],
  ['other', 'cc bcc kopie copie reply-to importance attachments anlagen anhänge pièces'],
] as const)
  for (const label of labels.split(' ')) FIELDS[label] = field;

const LABEL = /^[*_>|\s]*([\p{L}-]{1,14})(?:\s(?:le|el|am|on))?[*_]*\s?:[*_]*\s*(.*)$/u;
const MOST_LINES = 14;

/** The block that begins on line `at`: a sender line and at least two of date, recipient and subject close below it. */
export function headerBlockAt(text: string, lines: readonly Line[], at: number): HeaderBlock | undefined {
  const first = fieldOf(text, lines[at]);
  if (!first || (first.field !== 'from' && first.field !== 'date' && first.field !== 'subject')) return undefined;
  const found: Partial<Record<Field, string>> = { [first.field]: first.value };
  let to = at + 1;
  let blanks = 0;
  for (let i = at + 1; i < lines.length && i < at + MOST_LINES; i += 1) {
    const line = lines[i];
    if (line.first === line.last) {
      blanks += 1;
      if (blanks > 1 && Object.keys(found).length >= 3) break;
      if (blanks > 4) break;
      continue;
    }
    const next = fieldOf(text, line);
    if (next) {
      found[next.field] ??= next.value;
      to = i + 1;
      blanks = 0;
    } else if (blanks > 0 || Object.keys(found).length >= 4) break;
  }
  const seen = Number(found.date !== undefined) + Number(found.to !== undefined) + Number(found.subject !== undefined);
  if (found.from === undefined || seen < 2) return undefined;
  return { from: at, to, sender: found.from, date: found.date, subject: found.subject };
}

function fieldOf(text: string, line: Line): { field: Field; value: string } | undefined {
  const head = text.slice(line.first, Math.min(line.last, line.first + 26));
  if (!head.includes(':')) return undefined;
  const match = LABEL.exec(text.slice(line.first, Math.min(line.last, line.first + 300)));
  if (!match) return undefined;
  const label = match[1].toLowerCase().normalize('NFC');
  return Object.hasOwn(FIELDS, label) ? { field: FIELDS[label], value: match[2].replace(/^\*+\s*|\*+$/gu, '').trim() } : undefined;
}

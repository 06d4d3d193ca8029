import { channels, kinds } from '../draft/choices.js';
import type { Problem } from '../text/problem.js';
import type { Ask, Brought, Mend } from './exchange/ask.js';

const DRAFTS: readonly Ask['format'][] = ['text', 'markdown', 'html'];
const FILES: readonly Brought['format'][] = [...DRAFTS, 'eml'];

/** What came as JSON, as something to judge. */
export function readAsk(value: unknown): Ask | Problem {
  if (!isRecord(value)) return wrong('an object');
  const { draft, format, customer, customerName, kind, channel } = value;
  const known = DRAFTS.find((one) => one === format);
  const isOptional = (text: unknown): text is string | undefined => text === undefined || typeof text === 'string';
  if (typeof draft !== 'string' || !known) return wrong(`a draft, and a format: ${DRAFTS.join(', ')}`);
  if (!isOptional(customer) || !isOptional(customerName)) return wrong('customer and customerName as text');
  const knownKind = kinds.find((one) => one === kind);
  const knownChannel = channels.find((one) => one === channel);
  if (kind !== undefined && !knownKind) return wrong(`a kind: ${kinds.join(', ')}`);
  if (channel !== undefined && !knownChannel) return wrong(`a channel: ${channels.join(', ')}`);
  return { draft, format: known, customer, customerName, kind: knownKind, channel: knownChannel };
}

/** What came as JSON, as a fix to make. */
export function readMend(value: unknown): Mend | Problem {
  if (!isRecord(value)) return wrong('an object');
  const ask = readAsk(value.ask);
  if ('code' in ask) return ask;
  const { finding, fix } = value;
  if (!isIndex(finding) || !isIndex(fix)) return wrong('finding and fix as numbers from 0');
  return { ask, finding, fix };
}

/** Bytes that came with a name and a format. */
export function readBrought(name: string | undefined, format: string | undefined, bytes: Uint8Array): Brought | Problem {
  const known = FILES.find((one) => one === format);
  if (!known) return wrong(`a format: ${FILES.join(', ')}`);
  return { name: name ?? 'draft', format: known, content: known === 'eml' ? bytes : new TextDecoder().decode(bytes) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function wrong(wanted: string): Problem {
  return { code: 'usage', message: `this is not what the page sends: it takes ${wanted}` };
}

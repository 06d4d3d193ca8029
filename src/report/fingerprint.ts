import type { Placed } from './order.js';
import type { ReportedFinding } from './report.js';

/**
 * A name for each finding that stays the same while the text around it changes: made of the draft, the rule, the marked words (case and white space
 * aside) and which of several alike it is. No line takes part, so that a line that is put in above makes nothing new. 16 hex digits, each once.
 */
export function fingerprints(findings: readonly Placed[], pathOf: (file: string) => string): Map<ReportedFinding, string> {
  const prints = new Map<ReportedFinding, string>();
  const counts = new Map<string, number>();
  for (const { draft, finding } of findings) {
    const entry = draft.id.startsWith(draft.file) ? draft.id.slice(draft.file.length) : draft.id;
    const alike = [pathOf(draft.file), entry, finding.rule, finding.variant ?? '', wordsOf(finding)].join('\0');
    const occurrence = counts.get(alike) ?? 0;
    counts.set(alike, occurrence + 1);
    prints.set(finding, digest(`${alike}\0${occurrence}`));
  }
  return prints;
}

function wordsOf({ quote, message }: ReportedFinding): string {
  return (quote ?? message).replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

/** 64 bits of a text, mixed as in MurmurHash 3: chance alone makes two of a million findings alike once in forty thousand runs. */
function digest(text: string): string {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x85ebca77);
    low = Math.imul(low ^ unit, 0xc2b2ae3d);
    high = (high << 13) | (high >>> 19);
    low = (low << 15) | (low >>> 17);
  }
  high = mixed(high ^ mixed(low));
  low = mixed(low ^ high);
  return hex(high) + hex(low);
}

function mixed(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}

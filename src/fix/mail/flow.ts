import { inOrder, type Change } from '../change.js';

/** RFC 3676 §4.2: lines of flowed text should hold no more. */
const LINE = 78;

/**
 * Changes of format=flowed text, fit to be put among its lines: what would be taken for a quote mark or for stuffing is stuffed, a blank before a hard line
 * end goes (it would make the end a soft one), and a line that has become too long is broken softly at a blank.
 */
export function flow(text: string, changes: readonly Change[]): Change[] {
  const out: Change[] = [];
  const ordered = inOrder(changes);
  for (const [i, change] of ordered.entries()) {
    const stuffed = change.text.replace(/ +\n/g, '\n').replace(/\n(?=[ >]|From )/g, '\n ');
    const start = text.lastIndexOf('\n', change.start - 1) + 1;
    const lineFeed = text.indexOf('\n', change.end);
    const end = lineFeed < 0 ? text.length : lineFeed;
    const before = change.start === 0 ? '' : text.slice(start, change.start);
    const line = before + stuffed + text.slice(change.end, end);
    const own = { ...change, text: stuffed };
    // Where several changes share a line, none of them knows how long it gets.
    const isAlone = (ordered[i - 1]?.end ?? -1) < start && (ordered[i + 1]?.start ?? Infinity) > end;
    if (!isAlone || stuffed.includes('\n') || line.trimEnd().length <= Math.max(LINE, end - start)) {
      out.push(own);
      continue;
    }
    // The blank stays at the end of its line: that is what makes the break soft.
    const at = lastBlank(line, LINE) + 1;
    const inside = at - before.length;
    if (at === 0 || /^(?:[ >]|From |$)/.test(line.slice(at))) out.push(own);
    else if (inside <= 0) out.push({ start: start + at, end: start + at, text: '\n' }, own);
    else if (inside <= stuffed.length) out.push({ ...own, text: `${stuffed.slice(0, inside)}\n${stuffed.slice(inside)}` });
    else {
      const later = change.end + inside - stuffed.length;
      out.push(own, { start: later, end: later, text: '\n' });
    }
  }
  return out;
}

function lastBlank(line: string, most: number): number {
  return line.lastIndexOf(' ', most - 1);
}

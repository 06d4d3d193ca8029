import { trimmed, type Change } from './change.js';

/** Lines shown around a change, as `diff -u` does. */
const CONTEXT = 3;
/** Lines that are compared with one another before two stretches are shown as changed as a whole; fixes change far fewer. */
const STEPS = 500;

/** A line of the old text that goes, of the new text that comes, or of both. */
interface Step {
  readonly sign: ' ' | '-' | '+';
  readonly line: string;
}

/**
 * The difference between two texts in the unified format; empty when there is none. Lines keep their ends, so that `patch` can apply it.
 * @param shown makes a line of the texts (without its end) fit to be printed
 */
export function unifiedDiff(name: string, before: string, after: string, shown: (line: string) => string): string {
  if (before === after) return '';
  const steps = compare(linesOf(before), linesOf(after));
  const out = [`--- ${shown(name)}\n`, `+++ ${shown(name)}\n`];
  let oldLine = 1;
  let newLine = 1;
  for (let at = 0; at < steps.length;) {
    if (steps[at].sign === ' ') {
      at += 1;
      oldLine += 1;
      newLine += 1;
      continue;
    }
    const from = Math.max(0, at - CONTEXT);
    let to = at;
    for (let next = at; next < steps.length && next <= to + 2 * CONTEXT; next += 1) if (steps[next].sign !== ' ') to = next;
    const hunk = steps.slice(from, Math.min(steps.length, to + CONTEXT + 1));
    const olds = hunk.filter(({ sign }) => sign !== '+').length;
    const news = hunk.filter(({ sign }) => sign !== '-').length;
    out.push(`@@ -${range(oldLine - (at - from), olds)} +${range(newLine - (at - from), news)} @@\n`);
    for (const { sign, line } of hunk) {
      const end = line.endsWith('\n') ? '\n' : '\n\\ No newline at end of file\n';
      out.push(sign + shown(line.replace(/\n$/, '')) + end);
    }
    for (; at < from + hunk.length; at += 1) {
      if (steps[at].sign !== '+') oldLine += 1;
      if (steps[at].sign !== '-') newLine += 1;
    }
  }
  return out.join('');
}

/** What makes one text of another: the stretches of lines that differ, without what they have in common at their edges. In order; they do not meet. */
export function changesBetween(before: string, after: string): Change[] {
  const changes: Change[] = [];
  let at = 0;
  let open: { start: number; end: number; text: string } | undefined;
  for (const { sign, line } of compare(linesOf(before), linesOf(after))) {
    if (sign === ' ') {
      if (open) changes.push(trimmed(before, open));
      open = undefined;
    } else open ??= { start: at, end: at, text: '' };
    if (sign === '+' && open) open.text += line;
    else at += line.length;
    if (sign === '-' && open) open.end = at;
  }
  if (open) changes.push(trimmed(before, open));
  return changes;
}

function range(line: number, count: number): string {
  return count === 1 ? String(line) : `${count === 0 ? line - 1 : line},${count}`;
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function compare(olds: readonly string[], news: readonly string[]): Step[] {
  const shorter = Math.min(olds.length, news.length);
  let before = 0;
  while (before < shorter && olds[before] === news[before]) before += 1;
  let after = 0;
  while (after < shorter - before && olds[olds.length - 1 - after] === news[news.length - 1 - after]) after += 1;
  const same = (line: string): Step => ({ sign: ' ', line });
  return [
    ...olds.slice(0, before).map(same),
    ...shortest(olds.slice(before, olds.length - after), news.slice(before, news.length - after)),
    ...olds.slice(olds.length - after).map(same),
  ];
}

/** Myers' greedy comparison (1986): the fewest lines that go and come. */
function shortest(olds: readonly string[], news: readonly string[]): Step[] {
  const most = Math.min(olds.length + news.length, STEPS);
  let reach = new Map<number, number>([[1, 0]]);
  const trail: Map<number, number>[] = [];
  for (let d = 0; d <= most; d += 1) {
    trail.push(reach);
    const next = new Map(reach);
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
      let x = down ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1;
      while (x < olds.length && x - k < news.length && olds[x] === news[x - k]) x += 1;
      next.set(k, x);
      if (x >= olds.length && x - k >= news.length) return walkBack(trail, olds, news, d);
    }
    reach = next;
  }
  return [...olds.map((line): Step => ({ sign: '-', line })), ...news.map((line): Step => ({ sign: '+', line }))];
}

function walkBack(trail: readonly Map<number, number>[], olds: readonly string[], news: readonly string[], last: number): Step[] {
  const steps: Step[] = [];
  let x = olds.length;
  let y = news.length;
  for (let d = last; d >= 0; d -= 1) {
    const reach = trail[d];
    const k = x - y;
    const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
    const fromK = down ? k + 1 : k - 1;
    const fromX = reach.get(fromK) ?? 0;
    const fromY = fromX - fromK;
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      steps.push({ sign: ' ', line: olds[x - 1] });
      x -= 1;
      y -= 1;
    }
    if (d === 0) break;
    if (down) steps.push({ sign: '+', line: news[y - 1] });
    else steps.push({ sign: '-', line: olds[x - 1] });
    x = fromX;
    y = fromY;
  }
  return steps.reverse();
}

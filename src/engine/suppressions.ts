import { directiveComments } from '../draft/directives.js';
import type { Draft } from '../draft/draft.js';
import type { SuppressionSettings } from '../rule/rule.js';
import { didYouMean } from '../text/nearest.js';
import type { Problem } from '../text/problem.js';
import type { Place } from '../text/source-map.js';
import type { Span } from '../text/span.js';
import { readOrder, type Order } from './directive.js';
import type { Finding, Suppressed, Suppression } from './finding.js';
import { firstSaid } from './prose.js';

export interface Suppressing {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly suppressions: readonly Suppression[];
  readonly problems: readonly Problem[];
}

/** What is known of the rules of a run. */
export interface RuleNames {
  /** All ids, of rules that are off too. */
  readonly ids: ReadonlySet<string>;
  /** Ids of old, with those of today. */
  readonly former: ReadonlyMap<string, string>;
  /** Ids of the rules that ran over this draft. */
  readonly ran: ReadonlySet<string>;
}

/** One note as it stands. `at` is where its text begins in the draft; without it the note stands beside the draft. */
interface Note {
  readonly order: Order;
  readonly place: Place;
  readonly whole?: Span;
  readonly at?: number;
  readonly shared?: boolean;
}

/** A suppression that holds, while findings are set against it. Without `covers` it holds wherever they stand. */
interface Open {
  readonly note: Note;
  readonly reach: Suppression['reach'];
  /** Of a suppression of all rules. */
  readonly covers?: Span;
  readonly rules: readonly { readonly id: string; readonly now: string; readonly covers?: Span }[];
  readonly silences: Map<string, number>;
}

/**
 * Takes out the findings that suppressions accept. In a draft about to be sent, only those beside its text hold: a comment in the text would go out
 * with it, so it excuses nothing. Takes time linear in the text for each suppression.
 */
export function suppress(findings: readonly Finding[], draft: Draft, names: RuleNames, settings: SuppressionSettings = {}): Suppressing {
  const none = { findings, suppressed: [], suppressions: [], problems: [] };
  if (settings.obey === false) return none;
  const problems: Problem[] = [];
  const notes = notesOf(draft, problems);
  if (notes.length === 0) return { ...none, problems };
  const say = (place: Place, code: string, message: string, severity: Problem['severity']): void => {
    problems.push({ code, file: place.file, line: place.line, column: place.column, message, severity });
  };

  const named = notes.filter(({ order, place }) => {
    if (settings.reason !== 'required' || order.reason !== undefined || order.order === 'replylint-enable') return true;
    say(
      place,
      'suppression-without-reason',
      'a suppression needs a reason here, so it silences nothing; write ` -- reason` behind the rules',
      'error',
    );
    return false;
  });
  const open = opened(named, draft, names, say, settings);
  const kept: Finding[] = [];
  const suppressed: Suppressed[] = [];
  for (const finding of findings) {
    const by = takes(finding, draft, open);
    if (by) suppressed.push({ finding, by: 'draft', ...(by.note.order.reason !== undefined && { reason: by.note.order.reason }) });
    else kept.push(finding);
  }
  const suppressions = open.map((one) => closed(one, names, draft));
  for (const [i, one] of suppressions.entries()) {
    const idle = open[i].note.shared ? undefined : unusedProblem(one, settings.unused);
    if (idle) problems.push(idle);
  }
  return { findings: kept, suppressed, suppressions, problems };
}

/** What there is to say of a suppression that silences nothing. */
export function unusedProblem({ place, unused }: Suppression, severity: SuppressionSettings['unused'] = 'warning'): Problem | undefined {
  if (severity === 'off' || unused.length === 0) return undefined;
  const { file, line, column } = place;
  const rules = unused[0] === 'all' ? '' : ` of ${unused.join(', ')}`;
  const message = `the suppression${rules} silences nothing; take it out (\`replylint suppressions --remove-unused\`)`;
  return { code: 'unused-suppression', file, line, column, message, severity };
}

/** The notes that hold, in text order, those beside the text last: what is closest to a finding is set against it first. */
function notesOf(draft: Draft, problems: Problem[]): Note[] {
  const notes: Note[] = [];
  const take = (text: string, place: Place, more: Partial<Note>): void => {
    const order = readOrder(text);
    if (typeof order === 'string')
      problems.push({
        code: 'bad-suppression',
        file: place.file,
        line: place.line,
        column: place.column,
        message: order,
        severity: 'warning',
      });
    else if (order) notes.push({ order, place, ...more });
  };
  if (draft.mode !== 'draft')
    for (const { role, span } of draft.segments) {
      if (role !== 'directive') continue;
      for (const whole of directiveComments(draft.text, span)) {
        const at = whole.start + 4;
        take(draft.text.slice(at, whole.end - 3), draft.map.locate(whole), { at, whole });
      }
    }
  for (const { text, place, shared } of draft.directives ?? []) take(text, place, { shared });
  return notes;
}

function opened(
  notes: readonly Note[],
  draft: Draft,
  { ids, former }: RuleNames,
  say: (place: Place, code: string, message: string, severity: Problem['severity']) => void,
  { unused = 'warning' }: SuppressionSettings,
): Open[] {
  const open: Open[] = [];
  for (const [i, note] of notes.entries()) {
    const { order, place, whole } = note;
    if (order.order === 'replylint-enable') continue;
    const reach = !whole ? 'draft' : order.order === 'replylint-disable' ? 'rest' : 'line';
    const line =
      reach !== 'line' || !whole ? undefined : order.order === 'replylint-disable-line' ? lineOf(draft, whole) : lineAfter(draft, whole);
    const coversOf = (id?: string): Span | undefined => (reach === 'rest' && whole ? rest(whole, id, notes.slice(i + 1), draft) : line);
    const rules = order.rules.map(({ id }) => ({ id, now: former.get(id) ?? id, covers: coversOf(id) }));
    const unknown = rules.filter(({ now }) => !ids.has(now)).map(({ id }) => id);
    const mayHoldReason = order.reason === undefined && rules.length > 1;
    if (unused !== 'off') for (const message of unknownRules(unknown, mayHoldReason, ids)) say(place, 'unknown-rule', message, unused);
    open.push({ note, reach, covers: coversOf(), rules, silences: new Map() });
  }
  const rank = { line: 0, rest: 1, draft: 2 };
  return open.sort((a, b) => rank[a.reach] - rank[b.reach]);
}

/** From a `disable` to the end, or to the first `enable` that names this rule or none. */
function rest(whole: Span, id: string | undefined, later: readonly Note[], draft: Draft): Span {
  const end = later.find(
    ({ order: { order, rules } }) => order === 'replylint-enable' && (rules.length === 0 || rules.some((rule) => rule.id === id)),
  );
  return { start: whole.start, end: end?.whole?.start ?? draft.text.length };
}

/** The line that the note stands in; the one before, where it has a line to itself. */
function lineOf({ text }: Draft, { start, end }: Span): Span {
  const line = around(text, start, end);
  if (text.slice(line.start, start).trim() !== '' || text.slice(end, line.end).trim() !== '') return line;
  return line.start === 0 ? line : around(text, line.start - 1, line.start - 1);
}

/** What to say of names that no rule has. Those that are near to none may be words of a reason. */
function unknownRules(unknown: readonly string[], mayHoldReason: boolean, ids: ReadonlySet<string>): string[] {
  const meant = unknown.map((id) => didYouMean(id, ids));
  const words = mayHoldReason ? unknown.filter((_, i) => meant[i] === '') : [];
  const told = unknown.flatMap((id, i) => (words.includes(id) ? [] : [`there is no rule "${id}" to suppress${meant[i]}`]));
  if (words.length === 0) return told;
  const named = words.map((word) => `"${word}"`).join(', ');
  return [...told, `there is no rule ${named} to suppress; a reason stands behind two hyphens, as in: -- ${words.join(' ')}`];
}

/** The next line that holds more than notes to the linter. */
function lineAfter(draft: Draft, { end }: Span): Span {
  const { text } = draft;
  let line = around(text, end, end);
  do {
    if (line.end >= text.length) return { start: text.length, end: text.length };
    line = around(text, line.end + 1, line.end + 1);
  } while (isIdle(draft, line));
  return line;
}

function isIdle({ text, segments }: Draft, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  const first = start + words.search(/\S/);
  const last = start + words.trimEnd().length;
  return last <= start || segments.some(({ role, span }) => role === 'directive' && span.start <= first && last <= span.end);
}

function around(text: string, start: number, end: number): Span {
  const after = text.indexOf('\n', end);
  return { start: start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1, end: after < 0 ? text.length : after };
}

/** The suppression that accepts a finding. One about the whole message is accepted by naming its rule anywhere, and where it is shown. */
function takes(finding: Finding, draft: Draft, open: readonly Open[]): Open | undefined {
  const { start } = finding.span ?? finding.anchor ?? firstSaid(draft);
  const isCovered = (covers: Span | undefined): boolean => !covers || (start >= covers.start && start < covers.end);
  for (const { silences, ...one } of open) {
    const rule = one.rules.find(({ now }) => now === finding.rule);
    const named = rule && (isCovered(rule.covers) || (finding.span === null && one.reach === 'rest'));
    if (named || (one.rules.length === 0 && isCovered(one.covers))) {
      const id = rule?.id ?? 'all';
      silences.set(id, (silences.get(id) ?? 0) + 1);
      return { ...one, silences };
    }
    // It names a finding that this one speaks for: without this one, it would be needed.
    for (const { id, now, covers } of one.rules)
      if (isCovered(covers) && finding.standsFor.some((other) => other.rule === now)) silences.set(id, silences.get(id) ?? 0);
  }
  return undefined;
}

function closed({ note, reach, rules, silences }: Open, { ran }: RuleNames, draft: Draft): Suppression {
  const idle = rules.map(({ id, now }) => !silences.has(id) && ran.has(now));
  const all = rules.length === 0 ? silences.size === 0 : idle.every(Boolean);
  const unused = rules.length === 0 ? (all ? ['all'] : []) : rules.filter((_, n) => idle[n]).map(({ id }) => id);
  const cuts = all ? [note.place.bytes] : cutsOf(note, idle, draft);
  return {
    reach,
    rules: rules.map(({ id }) => id),
    ...(note.order.reason !== undefined && { reason: note.order.reason }),
    place: note.place,
    silenced: [...silences.values()].reduce((sum, n) => sum + n, 0),
    used: [...silences.keys()],
    unused,
    ...(unused.length > 0 && cuts.every((cut) => cut !== undefined) && { cuts }),
  };
}

/** The bytes of the rules to take out of a note in the text, each with what parts it from its neighbour. */
function cutsOf({ order: { rules }, at }: Note, idle: readonly boolean[], { map }: Draft): (readonly [number, number] | undefined)[] {
  const firstKept = idle.indexOf(false);
  return rules.flatMap((rule, n) => {
    if (!idle[n]) return [];
    if (at === undefined) return [undefined];
    const [start, end] = n > firstKept ? [rules[n - 1].end, rule.end] : [rule.start, rules[n + 1].start];
    return [map.locate({ start: at + start, end: at + end }).bytes];
  });
}

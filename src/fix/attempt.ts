import type { Finding } from '../engine/finding.js';
import type { DraftReport, ReportedFinding } from '../report/report.js';
import type { Edit, Fix } from '../rule/rule.js';
import type { Problem } from '../text/problem.js';
import { overlaps, slice, type Span } from '../text/span.js';
import { applySplices, collide, isRefusal, overlapping, type Refusal, type Splice } from './change.js';
import { readsAs, type Opened } from './opened.js';

/** A draft of a file: what it says and how to change that, and what is found in it. */
export interface Judged {
  readonly opened: Opened;
  readonly report: DraftReport;
}

/** A file at one moment. A library holds many drafts, and perhaps some that cannot be judged. */
export interface State {
  readonly bytes: Uint8Array;
  readonly drafts: readonly (Judged | Problem)[];
}

/** Reads and judges the drafts in the bytes of a file. */
export type Read = (bytes: Uint8Array) => Promise<readonly (Judged | Problem)[] | Problem>;

/** A fix, the finding that it is to mend, and the draft that it stands in (index into {@link State.drafts}). */
export interface Candidate {
  readonly draft: number;
  readonly finding: ReportedFinding;
  readonly fix: Fix;
}

export async function stateOf(bytes: Uint8Array, read: Read): Promise<State | Problem> {
  const drafts = await read(bytes);
  return 'code' in drafts ? drafts : { bytes, drafts };
}

export function isJudged(draft: Judged | Problem | undefined): draft is Judged {
  return draft !== undefined && !('code' in draft);
}

/** Why fixes were not made, and in which drafts it went wrong; without these it may be any. */
export interface Failure extends Refusal {
  readonly drafts?: ReadonlyMap<number, string>;
}

/**
 * Makes fixes, all of them or none, and proves them: the new bytes read as the old text with the edits in it, all other text as before; what they mend is
 * no longer found, and nothing is found that was not there.
 * @param proof `read`: what is found afterwards is for whoever chose them to see
 */
export async function attempt(
  state: State,
  fixes: readonly Candidate[],
  read: Read,
  proof: 'judged' | 'read' = 'judged',
): Promise<State | Failure> {
  const touched = [...new Set(fixes.map(({ draft }) => draft))];
  const ways = Math.max(...touched.map((at) => draftAt(state, at).opened.ways));
  let failure: Failure | undefined;
  for (let way = 0; way < ways; way += 1) {
    const next = await written(state, fixes, touched, way, read, proof);
    if (!isRefusal(next)) return next;
    failure ??= next;
  }
  return failure ?? { refused: 'there is nothing to change' };
}

/** Whether the finding's words stand where it says, in the text that edits count in. */
function isPlaced({ draft, finding: { span, quote } }: Candidate, state: State): boolean {
  return span === null || slice(draftAt(state, draft).opened.text, span) === quote;
}

/** Why a fix cannot be written at all; undefined where it can, which is no proof yet. Takes no judging. */
export function cannotWrite({ draft, fix }: Candidate, state: State): Refusal | undefined {
  const { opened } = draftAt(state, draft);
  let refusal: Refusal | undefined;
  for (let way = 0; way < opened.ways; way += 1) {
    const change = opened.write(fix.edits, way);
    if (!isRefusal(change)) return undefined;
    refusal ??= change;
  }
  return refusal;
}

async function written(
  state: State,
  fixes: readonly Candidate[],
  touched: readonly number[],
  way: number,
  read: Read,
  proof: 'judged' | 'read',
): Promise<State | Failure> {
  const splices: Splice[] = [];
  const wanted = new Map(state.drafts.flatMap((draft, at) => (isJudged(draft) ? [[at, draft.opened.readings] as const] : [])));
  const failed = new Map<number, string>();
  for (const at of touched) {
    const { opened } = draftAt(state, at);
    const change = opened.write(editsOf(fixes, at), Math.min(way, opened.ways - 1));
    if (isRefusal(change)) failed.set(at, change.refused);
    else if (!fixes.every((one) => one.draft !== at || isPlaced(one, state))) failed.set(at, 'its words are not where they were found');
    else {
      splices.push(...change.splices);
      wanted.set(at, change.readings);
    }
  }
  if (failed.size > 0) return failureIn(failed);
  if (overlapping(splices)) return { refused: 'its changes meet others in the file' };
  const next = await stateOf(applySplices(state.bytes, splices), read);
  if ('code' in next || next.drafts.length !== state.drafts.length) return UNREAD;
  for (const [at, readings] of wanted) {
    const draft = next.drafts[at];
    if (isJudged(draft) && readsAs(draft.opened.readings, readings)) continue;
    // A draft that nobody meant to change: any of the fixes may have reached into it.
    if (!touched.includes(at)) return UNREAD;
    failed.set(at, UNREAD.refused);
  }
  if (failed.size > 0) return failureIn(failed);
  if (sameBytes(next.bytes, state.bytes)) return { refused: 'it changes nothing' };
  if (proof === 'read') return next;
  for (const at of touched) {
    const before = draftAt(state, at).report;
    const after = draftAt(next, at).report;
    const edits = editsOf(fixes, at);
    const own = fixes.filter(({ draft }) => draft === at);
    const rule = addedBy(before, after) ?? own.map((one) => foundInNew(one, edits, before, after)).find((found) => found !== undefined);
    if (rule !== undefined) failed.set(at, `it would bring a finding of ${rule}`);
  }
  return failed.size > 0 ? failureIn(failed) : next;
}

function failureIn(drafts: ReadonlyMap<number, string>): Failure {
  const [refused] = drafts.values();
  return { refused, drafts };
}

const UNREAD: Refusal = { refused: 'the file would not read as wanted' };

function draftAt({ drafts }: State, at: number): Judged {
  const draft = drafts[at];
  if (!isJudged(draft)) throw new Error(`draft ${at} was not judged`);
  return draft;
}

function editsOf(fixes: readonly Candidate[], at: number): readonly Edit[] {
  return fixes.filter(({ draft }) => draft === at).flatMap(({ fix }) => fix.edits);
}

/** The rule that finds more than before. What stood behind another finding (one fault, one finding) was there before. */
function addedBy(before: DraftReport, after: DraftReport): string | undefined {
  const known = new Map<string, number>();
  const count = ({ rule, standsFor }: Pick<Finding, 'rule' | 'standsFor'>): void => {
    known.set(rule, (known.get(rule) ?? 0) + 1);
    standsFor.forEach(count);
  };
  before.findings.forEach(count);
  for (const { rule } of after.findings) {
    const left = (known.get(rule) ?? 0) - 1;
    if (left < 0) return rule;
    known.set(rule, left);
  }
  return undefined;
}

/** The rule that finds something in the words that a fix has written and found nothing in the old ones, or that the fix was to satisfy. */
function foundInNew({ finding, fix }: Candidate, all: readonly Edit[], before: DraftReport, after: DraftReport): string | undefined {
  if (finding.span === null) {
    const count = (report: DraftReport): number => report.findings.filter(({ rule }) => rule === finding.rule).length;
    if (count(after) >= count(before)) return finding.rule;
  }
  for (const edit of fix.edits) {
    const at = placeAfter(edit, all);
    for (const { rule, span } of after.findings)
      if (span && overlaps(span, at) && (rule === finding.rule || !foundIn(edit.span, rule, before.findings))) return rule;
  }
  return undefined;
}

/** Whether a rule found something in a stretch, shown or behind another finding. */
function foundIn(at: Span, rule: string, findings: readonly Pick<Finding, 'rule' | 'span' | 'standsFor'>[]): boolean {
  return findings.some((one) => (one.rule === rule && one.span && collide(one.span, at)) || foundIn(at, rule, one.standsFor));
}

/** Where the new words of an edit stand once all edits are made. */
function placeAfter(edit: Edit, all: readonly Edit[]): Span {
  const length = (one: Edit): number => (one.kind === 'text' ? one.text.length : one.span.end - one.span.start);
  const moved = all.reduce(
    (sum, other) => (other.span.end <= edit.span.start && other !== edit ? sum + length(other) - (other.span.end - other.span.start) : sum),
    0,
  );
  const start = edit.span.start + moved;
  return { start, end: start + length(edit) };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

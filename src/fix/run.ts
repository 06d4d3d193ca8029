import type { FixRecord, OfferedFix } from '../report/report.js';
import { cover, slice } from '../text/span.js';
import type { Problem } from '../text/problem.js';
import { attempt, cannotWrite, isJudged, stateOf, type Candidate, type Judged, type Read, type State } from './attempt.js';
import { applyChanges, collide, isRefusal, type Refusal } from './change.js';

/** Which fixes to make. */
export interface Wanted {
  /** Those too that may change the meaning. */
  readonly unsafe: boolean;
  /** Of these rules only. */
  readonly rules?: ReadonlySet<string>;
}

/** What came of fixing one file. */
export interface FixOutcome {
  readonly first: State;
  /** What the file holds afterwards; the same object when nothing was changed. */
  readonly last: State;
  readonly applied: readonly FixRecord[];
  readonly offered: readonly OfferedFix[];
}

/** Fixes made one after the other before it is taken that they chase each other. */
const ROUNDS = 100;
/** Proofs that one file may take; each reads and judges all of it. */
const PROOFS = 500;

/**
 * Makes all wanted fixes, again and again until none is left: a second run finds nothing to do. Fixes that meet wait for the next round. One that
 * cannot be made, or that would add a finding, is left out and said so; the others are made without it.
 */
export async function fixAll(bytes: Uint8Array, wanted: Wanted, read: Read): Promise<FixOutcome | Problem> {
  const first = await stateOf(bytes, read);
  if ('code' in first) return first;
  let state = first;
  const applied: FixRecord[] = [];
  const refused = new Map<string, string>();
  let proofs = 0;
  let progress = false;
  const counted: Read = (changed) => {
    proofs += 1;
    return read(changed);
  };
  for (let round = 0; round < ROUNDS && proofs < PROOFS; round += 1) {
    const now = state;
    const writable = candidates(now, wanted).filter((one) => {
      const key = keyOf(one, now);
      const refusal = refused.has(key) ? undefined : cannotWrite(one, now);
      if (refusal) refused.set(key, refusal.refused);
      return !refused.has(key);
    });
    const open = apart(writable);
    if (open.length === 0) {
      // What could not be made before the others may be possible now; a second run would try it too.
      if (!progress) break;
      progress = false;
      refused.clear();
      continue;
    }
    const made = await largest(now, open, counted, (one, { refused: reason }) => refused.set(keyOf(one, now), reason));
    if (!made) continue;
    progress = true;
    applied.push(...made.fixes.map((one) => recordOf(one, now)));
    state = made.state;
  }
  const offered = candidates(state, wanted).map((one) => ({
    ...recordOf(one, state),
    reason:
      refused.get(keyOf(one, state)) ??
      (proofs < PROOFS ? 'it meets another fix again and again' : 'too much was tried before it; run it again'),
  }));
  return { first, last: state, applied, offered };
}

/** The fixes that are wanted, at most one of a finding, in text order. */
function candidates({ drafts }: State, { unsafe, rules }: Wanted): Candidate[] {
  return drafts.flatMap((draft, at) => {
    if (!isJudged(draft)) return [];
    const found: Candidate[] = [];
    for (const finding of draft.report.findings) {
      if (rules && !rules.has(finding.rule)) continue;
      const offers = finding.fixes.filter(({ edits }) => edits.length > 0);
      const fix = offers.find(({ safety }) => safety === 'safe') ?? (unsafe ? offers.find(({ safety }) => safety === 'unsafe') : undefined);
      if (fix) found.push({ draft: at, finding, fix });
    }
    return found.sort((a, b) => a.fix.edits[0].span.start - b.fix.edits[0].span.start);
  });
}

/** Those of them that do not meet: of two that do, the one further up. */
function apart(all: readonly Candidate[]): Candidate[] {
  const taken = new Map<number, Candidate[]>();
  for (const one of all) {
    const beside = taken.get(one.draft) ?? [];
    const meets = ({ fix }: Candidate): boolean => fix.edits.some((edit) => one.fix.edits.some((other) => collide(edit.span, other.span)));
    if (!beside.some(meets)) taken.set(one.draft, [...beside, one]);
  }
  return [...taken.values()].flat();
}

/**
 * Makes as many of the fixes as go together. Where some fail, those alone are taken out: a fix that is alone in its draft for good, of several in one
 * draft the second half for this time.
 */
async function largest(
  state: State,
  all: readonly Candidate[],
  read: Read,
  refuse: (one: Candidate, why: Refusal) => void,
): Promise<{ readonly state: State; readonly fixes: readonly Candidate[] } | undefined> {
  let group = all;
  while (group.length > 0) {
    const next = await attempt(state, group, read);
    if (!isRefusal(next)) return { state: next, fixes: group };
    const tried = group;
    const alone = tried.length === 1;
    if (!next.drafts && !alone) group = tried.slice(0, Math.ceil(tried.length / 2));
    else
      group = tried.filter((one) => {
        const reason = alone ? next.refused : next.drafts?.get(one.draft);
        if (reason === undefined) return true;
        const beside = tried.filter(({ draft }) => draft === one.draft);
        if (beside.length > 1) return beside.indexOf(one) < beside.length / 2;
        refuse(one, { refused: reason });
        return false;
      });
  }
  return undefined;
}

/** What tells a fix from another while the text around it changes. */
export function keyOf({ draft, finding, fix }: Candidate, { drafts }: State): string {
  const { text } = (drafts[draft] as Judged).opened;
  const nth = finding.span === null ? 0 : text.slice(0, finding.span.start).split(finding.quote ?? '').length;
  return [draft, finding.rule, fix.label, finding.quote ?? '', nth].join('\0');
}

/** What a fix does, for people and machines. */
export function recordOf({ draft, finding, fix }: Candidate, { drafts }: State): FixRecord {
  const { text } = (drafts[draft] as Judged).opened;
  const at = fix.edits.map(({ span }) => span).reduce(cover);
  const inside = fix.edits.flatMap((edit) =>
    edit.kind === 'text' ? [{ start: edit.span.start - at.start, end: edit.span.end - at.start, text: edit.text }] : [],
  );
  const before = slice(text, at);
  const { line, column } = finding.place;
  return { rule: finding.rule, label: fix.label, safety: fix.safety, line, column, before, after: applyChanges(before, inside) };
}

import { dayOf, lastDayOf, weekdayOf } from 'replylint/rule';
import type { Check, Commitment, Look, Remark, TimeExpression } from 'replylint/rule';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * A promise of ours with no time, or with a vague one; the promises of one sentence are one finding. Dates of promises are looked at too: one that has
 * passed, and a weekday that its date does not have.
 */
const check: Check = (look) => [...untimed(whole(look.language)), ...misdated(look)];

/** Where a reply breaks off, the time of its last promise may stand in what follows. */
function whole({ commitments, cutOff, clauses }: Look['language']): readonly Commitment[] {
  if (!cutOff) return commitments;
  const last = clauses.findLast(({ verb }) => verb !== undefined)?.sentence;
  return commitments.filter(({ sentence }) => sentence !== last);
}

function untimed(commitments: readonly Commitment[]): Remark[] {
  const remarks: { span: { start: number; end: number }; sentence: number }[] = [];
  for (const { start, end, sentence, time, conditional, habitual } of commitments) {
    if (time === 'specific' || conditional || habitual) continue;
    const last = remarks[remarks.length - 1];
    if (last && last.sentence === sentence) last.span.end = end;
    else remarks.push({ span: { start, end }, sentence });
  }
  return remarks.map(({ span }) => ({ span }));
}

function misdated({ language, draft, now }: Look): Remark[] {
  const dated = draft.sent ?? draft.headers?.date;
  const said = dated ?? now;
  const written = said === undefined ? undefined : dayOf(said);
  const promising = new Set(language.commitments.filter(({ conditional }) => !conditional).map(({ sentence }) => sentence));
  const remarks: Remark[] = [];
  for (const time of language.times) {
    if (time.when?.day === undefined || !promising.has(language.sentenceAt(time.start)?.index ?? -1)) continue;
    const clause = language.clauseAt(time.from);
    if (clause?.verb?.tense === 'past' || clause?.verb?.tense === 'perfect') continue;
    if (dated === undefined && written !== undefined && isFar(time, written)) continue;
    // "The list is drawn up on the 14th, and I'll write on the 15th": only the date of the promise itself is promised.
    const promised = language.commitments.some(({ start, end }) => start <= time.end && time.start <= end);
    const remark = wrongWeekday(time, written) ?? (promised ? past(time, written) : undefined);
    if (remark) remarks.push(remark);
  }
  return remarks;
}

/**
 * Where only the clock says when now is: who promises, promises for the next weeks, and a date that has slipped by slipped lately. What lies further off was
 * written at another time.
 */
const AHEAD_DAYS = 45;
const PAST_DAYS = 14;

function isFar({ when }: TimeExpression, today: number): boolean {
  if (when?.month === undefined || when.year !== undefined) return false;
  const day = lastDayOf(when, today);
  return day !== undefined && (day - today > AHEAD_DAYS || today - day > PAST_DAYS);
}

function wrongWeekday({ when, start, end }: TimeExpression, written: number | undefined): Remark | undefined {
  if (when?.weekday === undefined || when.month === undefined || (written === undefined && when.year === undefined)) return undefined;
  const day = lastDayOf(when, written ?? 0);
  if (day === undefined || weekdayOf(day) === when.weekday) return undefined;
  const right = WEEKDAYS[weekdayOf(day) - 1];
  return {
    span: { start, end },
    message: `This date is a ${right}, not a ${WEEKDAYS[when.weekday - 1]}.`,
    suggest: `Look up the day, and write the date that you mean: the customer will hold you to one of the two.`,
  };
}

function past({ when, start, end }: TimeExpression, written: number | undefined): Remark | undefined {
  if (written === undefined || when?.month === undefined) return undefined;
  const day = lastDayOf(when, written);
  if (day === undefined || day >= written) return undefined;
  return {
    span: { start, end },
    message: 'This promises something for a date that has passed.',
    suggest: 'Give a date that lies ahead, and that you can keep.',
  };
}

export default check;

import type { Check, Look, Remark, Span } from 'replylint/rule';
import { acknowledgesWait } from './acknowledged.js';
import { chaseIn } from './chasing.js';
import { keptPromise, waitOf } from './wait.js';

/** The customer waited longer than the limit, or writes to chase, and nothing in the reply says so. */
const check: Check = (look) => {
  const chase = look.draft.customer && chaseIn(look.draft.customer);
  const wait = waitOf(look);
  const late = wait !== undefined && wait.over && !keptPromise(look);
  if ((!chase && !late) || acknowledgesWait(look)) return [];
  return [remark(look, chase, late ? wait.days : undefined)];
};

function remark({ language, draft, now }: Look, chase: Span | undefined, days: number | undefined): Remark {
  const anchor = language.body[0];
  const long = days === undefined ? undefined : days === 1 ? 'a working day' : `${days} working days`;
  return {
    span: null,
    ...(anchor && { anchor: { start: anchor.start, end: anchor.end } }),
    ...(long !== undefined && {
      message: `The customer has waited ${long} for this, and the reply does not say so.`,
      suggest: `Name the wait: “I am sorry it has taken us ${long} to reply.”`,
    }),
    // Only the clock says when the reply goes out.
    ...(days !== undefined && !chase && !draft.sent && !draft.headers?.date && now !== undefined && { confidence: 'low' as const }),
    ...(chase && { related: [{ in: 'customer' as const, span: chase, note: 'they are chasing an answer' }] }),
  };
}

export default check;

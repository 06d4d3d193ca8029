import type { Check } from 'replylint/rule';

/** A failure of ours is admitted, and no cause, no tale of what happened and no "we do not know yet" stands beside it. */
const check: Check = ({ language }) => {
  if (language.faultState !== 'admitted' || language.recovery.cause) return [];
  const admission =
    language.faults.find((fault) => fault.asserted && fault.actor === 'own') ?? language.apologies.find(({ mention }) => !mention);
  return [{ span: null, anchor: admission && { start: admission.start, end: admission.end } }];
};

export default check;

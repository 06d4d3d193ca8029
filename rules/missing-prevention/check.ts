import type { Check } from 'replylint/rule';

/** A failure of ours is admitted, and nothing is said of what keeps it from coming back. */
const check: Check = ({ language }) => {
  if (language.faultState !== 'admitted' || language.recovery.prevention) return [];
  const admission =
    language.faults.find((fault) => fault.asserted && fault.actor === 'own') ?? language.apologies.find(({ mention }) => !mention);
  return [{ span: null, anchor: admission && { start: admission.start, end: admission.end } }];
};

export default check;

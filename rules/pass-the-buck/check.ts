import type { Check } from 'replylint/rule';

/** The customer is told, without a condition, to turn to another desk of ours or to a firm that works for us, and nobody hands the matter over for them. */
const check: Check = ({ language }) =>
  language.referrals
    .filter(({ target, optional, handedOver }) => (target === 'part-of-ours' || target === 'third-party') && !optional && !handedOver)
    .map(({ start, end }) => ({ span: { start, end } }));

export default check;

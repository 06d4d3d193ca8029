import { firstTold } from 'replylint/rule';
import type { Check } from 'replylint/rule';

/**
 * No thanks whose object is the contact itself or its content. Thanks for patience or custom, in advance, or as a sign-off are none (RULES rule 16).
 * A follow-up inside a running conversation owes none.
 */
const check: Check = ({ draft, language }) => {
  if (language.followUp || language.thanks.some((thanks) => thanks.object === 'contact' || thanks.object === 'other')) return [];
  const anchor = language.body[0];
  const told = firstTold(draft.customer);
  return [{ span: null, anchor, related: told ? [{ in: 'customer', span: told, note: 'what they took the trouble to tell us' }] : [] }];
};

export default check;

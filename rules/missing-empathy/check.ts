import { firstTold } from 'replylint/rule';
import type { Check } from 'replylint/rule';

/** No perspective, no evaluation, no impact, no validation, no condolence anywhere. A bare "I understand your frustration" is none (canned-phrase speaks of it). */
const check: Check = ({ draft, language }) => {
  if (language.followUp || language.empathy.some((statement) => statement.specific || statement.kind === 'evaluation')) return [];
  if (language.apologies.some(({ kind, mention }) => kind === 'life-event' && !mention)) return [];
  const anchor = language.body[0];
  // A greeting tells nothing: the first sentence that is long enough to say what happened does.
  const told = firstTold(draft.customer);
  return [{ span: null, anchor, related: told ? [{ in: 'customer', span: told, note: 'what they went through' }] : [] }];
};

export default check;

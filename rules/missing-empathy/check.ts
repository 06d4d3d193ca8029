import type { Check } from 'replylint/rule';

/** No perspective, no impact, no validation anywhere. A sentence that only states a standard must name the failing (RULES §5). */
const check: Check = ({ draft, language }) => {
  if (language.empathy.some((statement) => statement.specific)) return [];
  const anchor = language.sentences.find((sentence) => sentence.role === 'body');
  const told = draft.customer?.sentences[0];
  return [{ span: null, anchor, related: told ? [{ in: 'customer', span: told, note: 'what they went through' }] : [] }];
};

export default check;

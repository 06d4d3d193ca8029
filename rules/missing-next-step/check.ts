import type { Check } from 'replylint/rule';

/** No clause does, decides, answers, promises, offers or asks anything. Comments that are noted or passed on move nothing (RULES §5). */
const check: Check = ({ draft, language }) => {
  if (language.acts.some((act) => act.kind !== 'noted')) return [];
  const idle = language.acts.map(({ start, end }) => ({
    in: 'draft' as const,
    span: { start, end },
    note: 'takes note, but moves nothing',
  }));
  const told = draft.customer?.sentences[0];
  const anchor = language.sentences.findLast((sentence) => sentence.role === 'body');
  return [
    {
      span: null,
      anchor,
      related: idle.length > 0 || !told ? idle : [{ in: 'customer', span: told, note: 'what they wait to see solved' }],
    },
  ];
};

export default check;

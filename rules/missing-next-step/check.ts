import type { Check, Look } from 'replylint/rule';

/** No clause does, decides, answers, promises, offers or asks anything. Comments that are noted or passed on move nothing (RULES §5). */
const check: Check = (look) => {
  const { draft, language } = look;
  if (language.acts.some((act) => act.kind !== 'noted') || answersPraise(look)) return [];
  const idle = language.acts.map(({ start, end }) => ({
    in: 'draft' as const,
    span: { start, end },
    note: 'takes note, but moves nothing',
  }));
  const told = draft.customer?.sentences[0];
  const anchor = language.body.at(-1);
  return [
    {
      span: null,
      anchor,
      related: idle.length > 0 || !told ? idle : [{ in: 'customer', span: told, note: 'what they wait to see solved' }],
    },
  ];
};

/** A kind that was only inferred gives way to a draft that is glad and regrets nothing: it answers praise. */
function answersPraise({ hits, language }: Look): boolean {
  if (language.kind.source !== 'inferred') return false;
  return (
    hits.some(({ tag }) => tag === 'pleased') &&
    !language.apologies.some(({ kind }) => kind !== 'courtesy') &&
    language.empathy.length === 0
  );
}

export default check;

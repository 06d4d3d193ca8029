import { firstTold } from 'replylint/rule';
import type { Check, Look } from 'replylint/rule';

/**
 * How sure it must be that they complain or report a fault, from 0 to 1. Up to here none of the findings is lost that readers gave labelled replies; of ninety
 * below it on replies without labels nearly every second answered a joke, a question or a suggestion.
 */
const SURE = 0.7;

/** No clause does, decides, answers, promises, offers or asks anything. Comments that are noted or passed on move nothing (RULES §5). */
const check: Check = (look) => {
  const { draft, language } = look;
  if (language.kind.source === 'inferred' && draft.customer && language.likelihood(['complaint', 'problem']) < SURE) return [];
  if (language.acts.some((act) => act.kind !== 'noted') || answersPraise(look)) return [];
  const idle = language.acts.map(({ start, end }) => ({
    in: 'draft' as const,
    span: { start, end },
    note: 'takes note, but moves nothing',
  }));
  const told = firstTold(draft.customer);
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
function answersPraise({ draft, hits, language }: Look): boolean {
  if (language.kind.source !== 'inferred') return false;
  if (language.apologies.some(({ kind }) => kind !== 'courtesy') || language.empathy.length > 0) return false;
  if (hits.some(({ tag }) => tag === 'pleased')) return true;
  // "Only one way to find out!": nobody jokes with whom they think to be angry.
  return (
    language.brief &&
    language.acts.length === 0 &&
    !hits.some(({ tag }) => tag === 'sober') &&
    (/\p{L}!/u.test(draft.text) || /\p{Extended_Pictographic}|[:;]-?\)/u.test(draft.text))
  );
}

export default check;

import type { Check } from 'replylint/rule';

/** The customer is told, without a condition, to turn to another desk of ours or to a firm that works for us, and nobody hands the matter over for them. */
const check: Check = ({ draft, language }) =>
  language.referrals
    .filter(({ target, optional, handedOver }) => (target === 'part-of-ours' || target === 'third-party') && !optional && !handedOver)
    .filter(({ end }) => !leadsBackHere(draft.text, end))
    .map(({ start, end }) => ({ span: { start, end } }));

/** "… by replying to this email": whoever answers here is who they are sent to. */
function leadsBackHere(text: string, end: number): boolean {
  return /^[^.!?\n]{0,40}\b(?:by (?:simply )?(?:replying|answering)|(?:just )?reply) to this\b/i.test(text.slice(end, end + 80));
}

export default check;

import type { Check, Reading } from 'replylint/rule';

/** The customer is told, without a condition, to turn to another desk of ours or to a firm that works for us, and nobody hands the matter over for them. */
const check: Check = ({ draft, language }) =>
  language.referrals
    .filter(({ target, optional, handedOver }) => (target === 'part-of-ours' || target === 'third-party') && !optional && !handedOver)
    .filter(({ end, sentence }) => !leadsBackHere(draft.text, end) && !isForSafety(draft.text, language.sentences, sentence))
    .map(({ start, end }) => ({ span: { start, end } }));

/** "To protect your account we take this over the phone only": the law or their safety asks for it, and they are told so. */
function isForSafety(text: string, sentences: Reading['sentences'], at: number): boolean {
  const told = text.slice(sentences[Math.max(0, at - 1)].start, sentences[at].end);
  return (
    /\b(?:to (?:protect|keep|verify)|for (?:your|security|safety|data)|by law|data protection|prove who you are|check(?:ing)? who you are)\b/i.test(
      told,
    ) && /\b(?:secur|safe|protect|identity|verif|who you are|law)/i.test(told)
  );
}

/** "… by replying to this email": whoever answers here is who they are sent to. */
function leadsBackHere(text: string, end: number): boolean {
  return /^[^.!?\n]{0,40}\b(?:by (?:simply )?(?:replying|answering)|(?:just )?reply) to this\b/i.test(text.slice(end, end + 80));
}

export default check;

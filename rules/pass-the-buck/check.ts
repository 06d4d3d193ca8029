import { slice } from 'replylint/rule';
import type { Check, Reading } from 'replylint/rule';

/** The customer is told, without a condition, to turn to another desk of ours or to a firm that works for us, and nobody hands the matter over for them. */
const check: Check = ({ draft, language }) => {
  const sent = language.referrals
    .filter(({ target, optional, handedOver }) => (target === 'part-of-ours' || target === 'third-party') && !optional && !handedOver)
    .filter(
      ({ start, end, sentence }) =>
        !leadsBackHere(draft.text, end) &&
        !isOwnHelp(slice(draft.text, { start, end }), draft.text, end) &&
        !isForSafety(draft.text, language.sentences, sentence),
    );
  if (sent.length === 0 || asksWhom(draft.customer?.text ?? '', language.questions)) return [];
  return sent.map(({ start, end }) => ({ span: { start, end } }));
};

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

/** "… our support team by tapping the bell in the app": the help button of one's own app leads to those who write here. */
function isOwnHelp(named: string, text: string, end: number): boolean {
  return (
    /\b(?:support|help|care)(?: team| desk)?$/i.test(named) &&
    /^[^.!\n]{0,30}\b(?:tapping|clicking|pressing|in-app|in the app|(?:through|via|from|under|in) (?:the )?[^.!\n]{0,20}(?:help|support|chat|menu))\b/i.test(
      text.slice(end, end + 80),
    )
  );
}

/** Customers who want to know whom to turn to are answered by a desk's name. */
const WHOM =
  /\b(?:(?:who|whom|where|how|what|which)\b[^?.!]{0,40}\b(?:do|does|can|could|should|must|would|shall|may) (?:i|we|one|you)|(?:best|right|easiest|quickest|better|correct) (?:way|person|people|team|number|place|department|address)[^?.!]{0,20} to|(?:who|whom|where|how) to)\b[^?.!]{0,30}\b(?:contact|reach|speak|talk|call|ring|phone|e-?mail|write|ask|report|complain|apply|turn to|get (?:hold|in touch|through))\b|\b(?:what(?:'s|’s| is)|which|is there|have you(?: got)?|do you have)\b[^?.!]{0,12}\b(?:number|e-?mail|address|contact)\b/i;

function asksWhom(text: string, questions: Reading['questions']): boolean {
  return questions.some((question) => WHOM.test(slice(text, question)));
}

export default check;

import { firstTold } from 'replylint/rule';
import type { Check } from 'replylint/rule';

/** The least that acknowledges; the writer names the topic. */
const FRAME = 'Thank you for your message. ';

/** An answer may share no word with the question, and of an unknown kind too little is known. */
const ANSWERED: ReadonlySet<string> = new Set(['question', 'unknown']);

/**
 * The opening neither thanks for nor mentions the contact, nor takes up its topic (RULES rule 15). Without the customer's words only a demand or a word
 * about our process is sure to be none; in chat, where a line or two must do, the same.
 */
const check: Check = ({ draft, language }) => {
  const { opening } = language;
  if (!opening || (language.followUp && language.brief)) return [];
  // A template that nobody says what it answers may answer nothing: a notice of a change, an invoice.
  if (draft.mode === 'template' && language.kind.value === 'unknown') return [];
  const businesslike = opening.kind === 'demand' || opening.kind === 'process';
  if (!businesslike && (opening.kind !== 'other' || !draft.customer || language.brief || ANSWERED.has(language.kind.value))) return [];
  const { start, end } = opening;
  const told = firstTold(draft.customer);
  return [
    {
      span: null,
      anchor: { start, end },
      confidence: businesslike ? 'high' : 'low',
      related: told ? [{ in: 'customer', span: told, note: 'what the reply does not take up' }] : [],
      fixes: [
        {
          label: `begin with “${FRAME.trim()}”`,
          safety: 'suggestion',
          edits: [{ kind: 'text', span: { start, end: start }, text: FRAME }],
        },
      ],
    },
  ];
};

export default check;

import { slice } from 'replylint/rule';
import type { Check } from 'replylint/rule';

/** How much of a question the message quotes, in UTF-16 units. */
const QUOTED = 70;

/** One finding for each question or request of the customer that nothing in the reply answers, defers or refuses (RULES rule 17). */
const check: Check = ({ draft, language }) => {
  const { customer } = draft;
  if (!customer) return [];
  const first = language.body[0];
  return language.questions
    .filter(({ answer }) => answer === 'missed')
    .map(({ start, end, kind }) => ({
      span: null,
      anchor: first && { start: first.start, end: first.end },
      message: `Nothing in the reply answers “${shortened(slice(customer.text, { start, end }))}”`,
      related: [
        {
          in: 'customer' as const,
          span: { start, end },
          note: kind === 'request' || kind === 'demand' ? 'what they ask for' : 'their question',
        },
      ],
    }));
};

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= QUOTED) return line;
  return `${line.slice(0, line.lastIndexOf(' ', QUOTED))} …`;
}

export default check;

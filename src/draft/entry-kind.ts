import { kinds as known } from './choices.js';
import type { Kind } from './draft.js';
import type { Entry } from './entry.js';

/**
 * What the words of help desks say of the kind of message that is answered: intents as Gorgias names them (`order/damaged`), and the tags and folders of
 * other libraries. A word that could be either (`refund`, `delivery`) says nothing: an entry of unknown kind is better than one that is asked for an apology
 * it does not owe.
 */
const KIND_OF_WORD: Readonly<Record<string, Kind>> = {
  complaint: 'complaint',
  complaints: 'complaint',
  complaining: 'complaint',
  dissatisfied: 'complaint',
  'negative review': 'complaint',
  'bad review': 'complaint',
  damaged: 'complaint',
  'order damaged': 'complaint',
  'order wrong': 'complaint',
  'order missing': 'complaint',
  'wrong item': 'complaint',
  'missing item': 'complaint',
  'shipping delivery issue': 'complaint',
  problem: 'problem',
  problems: 'problem',
  bug: 'problem',
  'bug report': 'problem',
  outage: 'problem',
  incident: 'problem',
  troubleshooting: 'problem',
  'technical issue': 'problem',
  question: 'question',
  questions: 'question',
  faq: 'question',
  enquiry: 'question',
  inquiry: 'question',
  'how to': 'question',
  'other question': 'question',
  'product question': 'question',
  'product recommendation': 'question',
  'shipping policy': 'question',
  'shipping status': 'question',
  'order status': 'question',
  'refund status': 'question',
  'return status': 'question',
  'exchange status': 'question',
  'refund request': 'question',
  'return request': 'question',
  'exchange request': 'question',
  'stock request': 'question',
  'discount request': 'question',
  'order cancel': 'question',
  'order change': 'question',
  'shipping change': 'question',
  'shipping address': 'question',
  'subscription cancel': 'question',
  'subscription change': 'question',
  thanks: 'thanks',
  'other thanks': 'thanks',
  compliment: 'thanks',
  compliments: 'thanks',
  praise: 'thanks',
  'positive review': 'thanks',
  suggestion: 'suggestion',
  suggestions: 'suggestion',
  'feature request': 'suggestion',
  proactive: 'proactive',
  announcement: 'proactive',
  newsletter: 'proactive',
  'service notice': 'proactive',
  sensitive: 'sensitive',
  bereavement: 'sensitive',
  bereaved: 'sensitive',
};

/**
 * The kind of message that an entry answers, by its scenario, else its intent, its tags, its folder.
 * @param own the team's own words (`refund-late: complaint`), which win
 * @returns undefined where none of them says
 */
export function kindOfEntry(entry: Entry, own: Readonly<Record<string, Kind>> = {}): Kind | undefined {
  const mine = new Map(Object.entries(own).map(([word, kind]) => [folded(word), kind]));
  for (const words of [[entry.scenario], [entry.intent], entry.tags ?? [], [entry.folder]]) {
    for (const word of words) {
      if (word === undefined) continue;
      const key = folded(word);
      const kind = mine.get(key) ?? known.find((one) => one === key) ?? (Object.hasOwn(KIND_OF_WORD, key) ? KIND_OF_WORD[key] : undefined);
      if (kind) return kind;
    }
  }
  return undefined;
}

/** `Order/Damaged`, `order_damaged` and `order damaged` are one word. */
function folded(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

import { wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';
import { isAnotherMatter, isBystander, isEnding } from './bystanders.js';
import { isOwnCircumstance, isRisk, isUnread } from './circumstances.js';
import { isDoing, isFact } from './facts.js';
import { policyAhead } from './policies.js';

const COURTEOUS = wordClass(
  'thank thanks sorry apologies apologise regret pleasure glad happy pleased understand appreciate frustrating disappointing feedback great lovely nice wonderful fantastic congratulations',
);
/** That it is final says nothing of why. */
const FINAL = wordClass('final binding conclusive irrevocable closed');
/** A limit, a lack or a duty: what a fact has that stands in the way. */
const LIMITING = wordClass(
  'only not no never nothing nobody none neither nor already full fully sold booked taken until till too last longer left gone without must have-to one single few hardly barely except unless within maximum minimum max most least reserved busy short shortage limited required requires need needs too beyond past over due owed unpaid overdue lost broken missing expired ended stopped',
);

/** A sentence `index` beside the refusal that tells why: a cause, a limit, somebody else's doing. */
export function explainsBeside(reading: LazyReading, index: number, refused: Sentence, policyBound: boolean): boolean {
  const sentence = reading.sentences[index];
  if (!sentence || sentence.role !== 'body' || sentence.question) return false;
  const clauses = reading.clauses.slice(sentence.firstClause, Math.min(sentence.endClause, sentence.firstClause + 12));
  if (index > refused.index && isAnotherMatter(reading, sentence, refused)) return false;
  if (clauses.some((clause) => isCausal(reading, clause))) return true;
  // In a paragraph of its own a fact is about something else.
  if (policyBound || clauses.length === 0 || sentence.paragraph !== refused.paragraph) return false;
  const { words } = reading.grammar;
  for (let i = sentence.from; i < sentence.to; i += 1) if (COURTEOUS.at(words, i) || FINAL.at(words, i)) return false;
  if (clauses.some((clause) => policyAhead(words, clause.from, clause.to))) return false;
  const ahead = index < refused.index;
  const first = clauses.find(({ verb, subject, mood }) => verb !== undefined && (subject !== undefined || mood !== 'imperative'));
  if (first === undefined || first.verb?.tense === 'none')
    return isUnread(reading, sentence) || (first !== undefined && isDoing(first, clauses[1]));
  const limited = LIMITING.first(words, sentence.from, sentence.to) >= 0;
  const tells = (clause: Clause): boolean => isFact(reading, clause) && (limited || !isBystander(reading, sentence, clause, refused));
  if (tells(first)) return true;
  if (ahead) return false;
  if (isOwnCircumstance(first)) return !isEnding(reading, first.from);
  if (isRisk(reading, sentence, first)) return true;
  // "It will be wet on Friday and the mower clogs."
  return (
    first.subject?.actor === 'thing' &&
    first.verb?.lemma === 'be' &&
    first.verb.tense === 'future' &&
    clauses.some((clause) => clause !== first && tells(clause))
  );
}

/** "…, because the kitchen closes then." */
function isCausal(reading: LazyReading, { link, mood, verb, subject, from }: Clause): boolean {
  if (link === 'because' || (link === 'since' && mood === 'statement')) return true;
  // "Let us know, so we can follow up" says what for, not why not.
  if (link !== 'so' || mood !== 'statement') return false;
  const whatFor = subject?.actor === 'own' && /^(?:can|could|may)$/.test(verb?.modal ?? '') && !verb?.negated;
  // "They have signed it off, so that's where it stays" is how it ended.
  return !whatFor && !isEnding(reading, from);
}

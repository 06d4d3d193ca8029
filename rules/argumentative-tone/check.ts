import { Gap } from 'replylint/rule';
import type { Check, Clause, Hit, Look, Sentence, Span } from 'replylint/rule';
import { asksBack, isChallenge, isDemand, isOwn } from './challenges.js';
import { inVain, quarrels } from './conduct.js';
import { criticises, isSaidOfCustomer, isTarget, praises, scoldsThem, sides } from './insults.js';
import { bothered, defied, licenses } from './reproaches.js';
import { scareQuotes } from './scare-quotes.js';
import { SCORN, scorns } from './scorn.js';
import { ultimatum } from './ultimatum.js';

/** Annoyance, sarcasm, challenge or threat whose target is the customer. One finding a sentence. */
const check: Check = (look) => {
  const { language } = look;
  const found = new Map<number, Span>();
  const add = (at: Span | undefined): void => {
    const sentence = at && language.sentenceAt(at.start);
    if (at && sentence && !found.has(sentence.index)) found.set(sentence.index, at);
  };
  for (const hit of look.hits) {
    const sentence = language.sentenceAt(hit.span.start);
    const clause = language.clauseAt(hit.from);
    if (sentence && clause && !language.isMention(hit.span)) add(aimed(look, hit, clause, sentence));
  }
  for (const clause of language.clauses) {
    add(bothered(look, clause));
    add(ultimatum(look, clause));
    add(inVain(look, clause));
  }
  for (const at of scareQuotes(look)) add(at);
  return [...found.values()].map(({ start, end }) => ({ span: { start, end } }));
};

export default check;

/** Where a phrase is aimed at the customer, by its tag in `rule.yml`. */
function aimed(look: Look, hit: Hit, clause: Clause, sentence: Sentence): Span | undefined {
  const { norm, end } = look.draft.words;
  if (SCORN.has(hit.tag ?? '')) return scorns(look, hit, sentence);
  const where = (is: boolean | undefined): Span | undefined => (is ? hit.span : undefined);
  switch (hit.tag) {
    case 'honesty':
    case 'unasked':
      return hit.span;
    case 'respect':
      return where(isFormula(look, hit, sentence));
    case 'choice':
      // An answer to whoever asks; to a complaint it says that they need not have come.
      return where(look.language.kind.value === 'complaint');
    case 'conduct':
      return quarrels(look, hit, clause);
    case 'people':
      return where(scoldsThem(look, clause, sentence));
    case 'baffled':
      return where(!asksBack(look, sentence));
    case 'asked':
      return where(sentence.question && !isOwn(look, sentence));
    case 'licence':
      return licenses(look, clause);
    case 'reproach':
      return defied(look, hit, clause);
    case 'manners':
      return where(clause.subject?.actor === 'customer' && clause.verb?.modal !== undefined);
    case 'lawyer':
      return where(norm.slice(hit.to, sentence.to).some((word) => /^(?:see|luck|lose|laugh|far)$/.test(word)));
    case 'order':
      return where(clause.mood === 'imperative' || /^(?:you|please|kindly|to|would)$/.test(norm[hit.from - 1] ?? ''));
    case 'frank':
      return criticises(look, clause, sentence) ? { start: hit.span.start, end: end[sentence.to - 1] } : undefined;
    case 'hostile':
      return praises(norm, sentence) ? undefined : isSaidOfCustomer(look, hit);
    case 'target':
      return where(!praises(norm, sentence) && isTarget(look, hit, clause));
    case 'demand':
      return where(isDemand(look, hit, clause));
    case 'challenge':
      return where(isChallenge(look, hit, clause));
    default:
      // "Nobody should be spoken to like that" is on their side.
      const aggrieved =
        /^(?:customer|nobody)$/.test(clause.subject?.actor ?? '') || /^(?:nobody|no|anybody|anyone)$/.test(norm[sentence.from]);
      if (/^(?:spoken|talked|shouted)$/.test(norm[hit.from]) && aggrieved) return undefined;
      return where(clause.mood !== 'condition' && !(norm[hit.from - 1] === 'not' && hit.tag === 'annoyance') && !sides(norm, sentence));
  }
}

/** "With respect, …" stands apart, before what contradicts; not "with respect to clause 4", "treated with the utmost respect", nor "With respect," above the name. */
function isFormula({ draft }: Look, hit: Hit, sentence: Sentence): boolean {
  const { norm, gap } = draft.words;
  if (norm[hit.to] === 'to' || norm[hit.to] === 'for' || sentence.role === 'closing') return false;
  if (hit.from > sentence.from && !(gap[hit.from] & (Gap.comma | Gap.break)) && !/^(?:but|and|so)$/.test(norm[hit.from - 1])) return false;
  return hit.to - hit.from > 2 || (gap[hit.to] & Gap.comma) !== 0;
}

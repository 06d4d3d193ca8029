import { inList } from 'replylint/rule';
import type { Clause, Hit, Look, Sentence, Span } from 'replylint/rule';

/** Where these stand, the sentence sides with them or is kind to them. */
const KIND = new Set(
  'fine perfectly courteous calm love loved like appreciate appreciated great positive thank thanks wonderful lovely right patience patient understanding kind'.split(
    ' ',
  ),
);
/** What a frank word calls them, or what they ask. */
const UNKIND = new Set(
  'unreasonable unrealistic absurd silly childish petty excessive exaggerated demanding wrong unfair nonsense greedy impatient difficult'.split(
    ' ',
  ),
);

/** "you are being unreasonable", "your request is absurd", "your cheek", "I find your tone aggressive": the word is for the customer, or what they say. */
export function isSaidOfCustomer({ draft, language }: Look, hit: Hit): Span | undefined {
  const { norm, gap, start } = draft.words;
  const clause = language.clauseAt(hit.from);
  if (!clause || clause.mood === 'condition' || clause.mood === 'question' || clause.negated) return undefined;
  // "you are ridiculous prices": a noun behind it takes the word.
  const ends =
    hit.to >= norm.length ||
    gap[hit.to] !== 0 ||
    /^(?:and|or|about|to|with|in|when|if|towards|here|now|for|of|by|as|because|at)$/.test(norm[hit.to]);
  if (!ends) return undefined;
  if (norm[hit.to] === 'of' && norm[hit.to + 1] === 'you') return { start: hit.span.start, end: draft.words.end[hit.to + 1] };
  let at = hit.from - 1;
  while (at >= clause.from && inList('degree-words', norm[at])) at -= 1;
  // "Your cheek", "I find your tone aggressive".
  const noun = /^(?:cheek|nerve|audacity|gall|effrontery|insults|lies|excuses|ignorance|greed|nonsense|blackmail)$/.test(norm[hit.from]);
  if (noun && norm[at] === 'your') return { start: start[at], end: hit.span.end };
  if (at >= 2 && norm[at - 1] === 'your' && clause.verb && /^(?:find|consider|call|think)$/.test(clause.verb.lemma) && !clause.verb.modal)
    return { start: start[at - 1], end: hit.span.end };
  const { verb, subject } = clause;
  if (at < 1 || !subject || !verb || verb.modal) return undefined;
  if (!/^(?:be|seem|sound|appear|act|behave)$/.test(verb.lemma) || verb.main < clause.from || at > verb.main + 2 || at < verb.from)
    return undefined;
  const theirs =
    norm[subject.from] === 'you' ? subject.actor === 'customer' : norm[subject.from] === 'your' && inList('utterances', norm[subject.head]);
  return theirs ? { start: subject.start, end: hit.span.end } : undefined;
}

/** "Your whining wears us out", "your demands are absurd": but not what is asked or denied. */
export function isTarget({ draft }: Look, hit: Hit, clause: Clause): boolean {
  const { norm } = draft.words;
  return clause.mood !== 'question' && (!clause.negated || norm[hit.to] === 'not' || isSubject(hit, clause));
}

/** "Your impatience is not helping": what is denied is its use, not that it is there. */
function isSubject(hit: Hit, { subject, verb }: Clause): boolean {
  return subject !== undefined && verb !== undefined && subject.from <= hit.from && hit.from < verb.from;
}

/** "Frankly, your expectations …" and "to be honest, you …" with blame: but "frankly, we let you down". */
export function criticises({ language, draft }: Look, clause: Clause, sentence: Sentence): boolean {
  const { norm } = draft.words;
  if (praises(norm, sentence)) return false;
  for (let k = clause.index; k < sentence.endClause; k += 1) {
    const { subject, verb, negated, from, to, mood } = language.clauses[k];
    if (!subject || !verb || mood === 'condition') continue;
    if (subject.actor === 'own') return false;
    const theirs =
      subject.actor === 'customer' || norm[subject.from] === 'your' || /^(?:review|complaint|comment|comments)$/.test(norm[subject.head]);
    if (!theirs) continue;
    if (negated && verb.lemma !== 'need' && verb.lemma !== 'worry') return true;
    if (verb.modal === 'should' || verb.modal === 'must') return true;
    for (let i = from; i < to; i += 1) if (inList('negative-evaluation', norm[i]) || UNKIND.has(norm[i])) return true;
  }
  return false;
}

/** "You people are never satisfied"; elsewhere "you people" is how some regions say you. */
export function scoldsThem({ draft: { words } }: Look, { negated }: Clause, { from, to }: Sentence): boolean {
  const { norm } = words;
  for (let i = from; i < to; i += 1)
    if (/^(?:always|never|think|again|stop|keep|ever|even|just|enough|listen)$/.test(norm[i]) || inList('hostile-conduct', norm[i]))
      return true;
  return negated;
}

/** "You were perfectly courteous", "thank you for your patience". */
export function praises(norm: readonly string[], { from, to }: Sentence): boolean {
  for (let i = from; i < to; i += 1) if (KIND.has(norm[i])) return true;
  return false;
}

/** "I will not argue: you are right." */
export function sides(norm: readonly string[], { from, to }: Sentence): boolean {
  for (let i = from; i + 2 < to; i += 1) if (norm[i] === 'you' && norm[i + 1] === 'are' && norm[i + 2] === 'right') return true;
  return false;
}

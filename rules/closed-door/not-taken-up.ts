import { Gap, inList } from 'replylint/rule';
import type { Clause, Hit, Look, Sentence, Words } from 'replylint/rule';

/** What one does with a matter that is still open, as verbs in their dictionary form. */
const TAKING_UP = new Set(
  'discuss debate argue negotiate reconsider revisit reopen review re-examine reassess rehash relitigate correspond engage entertain answer reply respond explain justify defend comment listen look go talk speak budge continue pursue carry take add waste enter return come hear lift bargain haggle quarrel dispute elaborate respond react repeat'.split(
    ' ',
  ),
);
/** What nobody is unable to do: "we can't reconsider it" is a will. */
const WILLED = new Set('reconsider revisit negotiate debate argue bargain haggle'.split(' '));
/** What is done as a rule, and not done as one. */
const HABITS = new Set(
  'discuss debate negotiate entertain reconsider revisit reopen correspond argue bargain haggle explain justify defend lift enter'.split(
    ' ',
  ),
);
/** With these the verb speaks of taking the matter up: "go into it", "look at this". */
const INTO = /^(?:into|over|through|at|about|on|back|to|out|round|around|with|for|any|it|this|that|further)$/;
const OBJECT =
  /^(?:it|this|that|them|these|those|you|questions?|opinions?|arguments?|points?|reasons?|decisions?|outcomes?|results?|verdicts?|rulings?|bans?|marks?|grades?|objections?|appeals?|protests?|views?|complaints?|grievances?|correspondence|discussions?|debates?|negotiations?)$/;
/** It ends when something comes, or concerns a way of doing it, or somebody else. */
const OPEN =
  /^(?:until|till|before|unless|once|after|when|if|without|worry|twitter|phone|public|others|anyone|anybody|third|lightly|yet|today|tonight|tomorrow|here|online|sundays?|saturdays?|weekends?|chat|dm|details|only|later|now|alone|cannot|because|instead|rather|but|weather)$/;
const UNINTERESTED = /^(?:wish|desire|intention|interest|inclination|appetite|obligation)$/;
const DONE_WITH = /^(?:hear|get|receive|have|find)$/;

/** That the matter is not taken up, said of us: "we won't be discussing it", "I shall not go into them", "we have stopped answering you", "you won't hear from us". */
export function notTakenUp({ language, draft }: Look<{ readonly ombudsman: boolean }>, sentence: Sentence): Hit | undefined {
  if (sentence.question) return undefined;
  const { words } = draft;
  for (const clause of language.clauses.slice(sentence.firstClause, sentence.endClause)) {
    if (!clause.verb || clause.mention || clause.mood !== 'statement' || /^(?:if|because|when|that|which)$/.test(clause.link ?? ''))
      continue;
    const last = declines(words, clause, sentence) ?? unheard(words, clause, sentence) ?? stopped(words, clause, sentence);
    if (last === undefined || isOpen(words, sentence.from, sentence.to)) continue;
    const from = clause.verb.from;
    return { span: { start: words.start[from], end: words.end[last] }, phrase: '', tag: 'silence', from, to: last + 1 };
  }
  return undefined;
}

function isOpen({ norm }: Words, from: number, to: number): boolean {
  return norm.slice(from, to).some((word) => OPEN.test(word));
}

/** "We won't be discussing it", "I am not going to debate this", "we have no wish to go through it". */
function declines(words: Words, clause: Clause, { to }: Sentence): number | undefined {
  const { norm } = words;
  const { verb, subject } = clause;
  if (subject?.actor !== 'own' || verb!.tense === 'past' || verb!.tense === 'perfect') return undefined;
  const unwilling = verb!.lemma === 'have' && norm[verb!.to] === 'no' && UNINTERESTED.test(norm[verb!.to + 1] ?? '');
  if (unwilling || (clause.negated && /^(?:interested|willing|prepared|minded|inclined)$/.test(norm[verb!.to] ?? ''))) {
    const deed = norm.slice(verb!.to, Math.min(to, verb!.to + 6)).findIndex((word) => TAKEN_UP.test(word) || OBJECT.test(word));
    return deed > 0 ? objectOf(words, verb!.to + deed, to) : undefined;
  }
  if (!clause.negated || !TAKING_UP.has(verb!.lemma)) return undefined;
  const able = norm.slice(verb!.from, verb!.to).some((word) => word === 'able' || word === 'unable');
  const willed = !able && (verb!.tense === 'future' || /^(?:will|shall|going to)$/.test(verb!.modal ?? ''));
  const habit = verb!.modal === undefined && verb!.tense === 'present' && HABITS.has(verb!.lemma);
  const unable = (able || verb!.modal === 'can') && WILLED.has(verb!.lemma);
  if (!willed && !habit && !unable) return undefined;
  return objectOf(words, verb!.to, to);
}

const TAKEN_UP =
  /^(?:discuss|debat|argu|negotiat|reconsider|revisit|reopen|review|correspond|engag|answer|reply|respond|explain|go|going|look|talk|hear|listen|continu|pursu)/;

/** Where what is not taken up ends: the matter, or the customer. */
function objectOf({ norm, gap }: Words, from: number, to: number): number | undefined {
  for (let i = from; i < Math.min(to, from + 6); i += 1) {
    if (i > from && (gap[i] & (Gap.stop | Gap.break | Gap.comma)) !== 0) return undefined;
    if (OBJECT.test(norm[i]) || inList('matters', norm[i])) return /^(?:number|order|booking|account)$/.test(norm[i]) ? undefined : i;
    if (i - from > 3 && !INTO.test(norm[i])) return undefined;
  }
  return undefined;
}

/** "You won't hear from us", "you won't get a different one", "you should not count on hearing from us". */
function unheard({ norm }: Words, { verb, subject, negated }: Clause, { to }: Sentence): number | undefined {
  if (subject?.actor !== 'customer' || !negated || !/^(?:hear|get|receive|have|count|expect|rely|find)$/.test(verb!.lemma))
    return undefined;
  if (!DONE_WITH.test(verb!.lemma)) {
    const at = norm.slice(verb!.to, Math.min(to, verb!.to + 6)).findIndex((word) => /^(?:hearing|answer|reply|response)$/.test(word));
    return at >= 0 && /^(?:count|expect|rely)$/.test(verb!.lemma) ? verb!.to + at : undefined;
  }
  if (verb!.tense !== 'future' && verb!.modal !== 'will') return undefined;
  for (let i = verb!.to; i + 1 < Math.min(to, verb!.to + 6); i += 1) {
    // "You won't hear from us about the invoice again": good news.
    if (norm[i] === 'from' && /^(?:us|me)$/.test(norm[i + 1])) return i + 2 >= to && verb!.lemma === 'hear' ? i + 1 : undefined;
    if (/^(?:different|other|another|better)$/.test(norm[i]) && /^(?:one|answer|reply|response|decision|outcome|result)$/.test(norm[i + 1]))
      return i + 1;
  }
  return undefined;
}

/** "We have chosen to stop answering you", "we are ceasing all correspondence with you". */
function stopped({ norm }: Words, clause: Clause, { to }: Sentence): number | undefined {
  if (clause.subject?.actor !== 'own' || clause.negated) return undefined;
  for (let i = clause.verb!.from; i + 1 < Math.min(to, clause.to + 2); i += 1) {
    if (!/^(?:stop|stopped|cease|ceased|ceasing|stopping)$/.test(norm[i])) continue;
    const at = norm[i + 1] === 'all' ? i + 2 : i + 1;
    if (
      /^(?:answering|replying|responding|corresponding|discussing|debating|arguing|reading|communication|contact|correspondence)$/.test(
        norm[at] ?? '',
      )
    )
      return at;
  }
  return undefined;
}

import { Gap, inList } from 'replylint/rule';
import type { Check, Clause, Hit, Look, Sentence, Span } from 'replylint/rule';

/** Quoted with scorn after "your", these doubt what the customer says: your "emergency". A menu name is none. */
const SCORNED = new Set(
  (
    'emergency problem problems issue issues complaint claim evidence proof review research damage illness expertise experience expert reason reasons urgent damaged broken ' +
    'defect fault facts story suffering ordeal inconvenience loss injury friend lawyer opinion feedback concern concerns suggestion question'
  ).split(' '),
);
const AGREED = new Set(
  'fine perfectly courteous calm love loved like appreciate appreciated great positive thank thanks wonderful lovely right patience patient understanding kind'.split(
    ' ',
  ),
);

/** Annoyance, sarcasm, challenge or threat whose target is the customer. One finding a sentence. */
const check: Check = (look) => {
  const found = new Map<number, Span>();
  const add = (at: Span | undefined): void => {
    const sentence = at && look.language.sentenceAt(at.start);
    if (at && sentence && !found.has(sentence.index)) found.set(sentence.index, at);
  };
  for (const hit of look.hits) {
    const sentence = look.language.sentenceAt(hit.span.start);
    const clause = look.language.clauseAt(hit.from);
    if (sentence && clause && !look.language.isMention(hit.span)) add(aimed(look, hit, clause, sentence));
  }
  for (const clause of look.language.clauses) {
    add(bothered(look, clause));
    add(ultimatum(look, clause));
  }
  for (const at of scorned(look)) add(at);
  return [...found.values()].map(({ start, end }) => ({ span: { start, end } }));
};

export default check;

function aimed(look: Look, hit: Hit, clause: Clause, sentence: Sentence): Span | undefined {
  const { norm, gap } = look.draft.words;
  switch (hit.tag) {
    case 'respect':
      // "with respect to clause 4" is a preposition; the formula stands apart, before what contradicts.
      // "With respect," above the name takes leave.
      if (norm[hit.to] === 'to' || norm[hit.to] === 'for' || sentence.role === 'closing') return undefined;
      // "treated with the utmost respect" tells how.
      if (hit.from > sentence.from && !(gap[hit.from] & (Gap.comma | Gap.break)) && !/^(?:but|and|so)$/.test(norm[hit.from - 1]))
        return undefined;
      return hit.to - hit.from > 2 || gap[hit.to] & Gap.comma ? hit.span : undefined;
    case 'honesty':
      return hit.span;
    case 'frank':
      return criticises(look, clause, sentence) ? wholeOf(look, sentence, hit) : undefined;
    case 'hostile':
      return isSaidOfCustomer(look, hit)
        ? { start: look.language.clauseAt(hit.from)!.subject?.start ?? hit.span.start, end: hit.span.end }
        : undefined;
    case 'target':
      return praises(norm, sentence) || clause.mood === 'question' || (clause.negated && norm[hit.to] !== 'not') ? undefined : hit.span;
    case 'demand':
      return clause.negated && !holdsNegation(norm, hit) && norm[hit.from] !== 'stop'
        ? undefined
        : isDemand(look, hit, clause)
          ? hit.span
          : undefined;
    case 'challenge':
      return isChallenge(look, hit, clause) ? hit.span : undefined;
    default:
      return clause.mood === 'condition' || (norm[hit.from - 1] === 'not' && hit.tag === 'annoyance') ? undefined : hit.span;
  }
}

/** "Stop e-mailing us": told to the customer, not to a system, nor done by us ("we will stop calling you"), nor a way out ("to stop sending"). */
function isDemand({ draft, language }: Look, hit: Hit, clause: Clause): boolean {
  const { norm } = draft.words;
  if (norm[hit.from] === 'stop') {
    if (
      hit.from > language.sentenceAt(hit.span.start)!.from &&
      !/^(?:please|kindly|now|just|and|so|must|should|you|then)$/.test(norm[hit.from - 1])
    )
      return false;
    if (clause.verb?.from === hit.from && clause.subject?.actor === 'own') return false;
    const last = norm[hit.to - 1];
    if (/^(?:sending|calling|asking|writing|contacting|messaging|emailing|e-mailing|ringing|phoning)$/.test(last))
      return /^(?:us|me|this|these|to|such|here|our|it)$/.test(norm[hit.to] ?? '');
    return true;
  }
  return clause.mood !== 'condition' && clause.mood !== 'question' && clause.subject?.actor !== 'own';
}

/** Sarcastic questions and dares. A question that wants an answer ("what did you expect to see?") is none. */
function isChallenge({ draft, language }: Look, hit: Hit, clause: Clause): boolean {
  const { norm, gap } = draft.words;
  const last = norm[hit.to - 1];
  if (norm[hit.from] === 'what') {
    const next = norm[hit.to] ?? '';
    const apart = (gap[hit.to] & (Gap.stop | Gap.comma | Gap.newline)) !== 0 || hit.to >= draft.words.length;
    if (last === 'think' || last === 'thinking')
      return norm[hit.from + 1] === 'did' || norm[hit.from + 2] === 'did' || norm[hit.from + 1] === 'were'
        ? apart || /^(?:would|was|this|we|i|it)$/.test(next)
        : false;
    const emphatic = hit.to - hit.from > 4;
    return apart || emphatic ? next !== 'to' : /^(?:for|from|at|us|me|when|after|in)$/.test(next);
  }
  if (last === 'bad' || last === 'luck') return language.sentenceAt(hit.span.start)!.from === hit.from;
  if (norm[hit.from] === 'deal' || norm[hit.from] === 'be') return clause.mood === 'imperative' && clause.verb?.from === hit.from;
  return true;
}

/** "Frankly, your expectations …" and "to be honest, you …" with blame: but "frankly, we let you down". */
function criticises({ language, draft }: Look, clause: Clause, sentence: Sentence): boolean {
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
    for (let i = from; i < to; i += 1) if (inList('negative-evaluation', norm[i]) || HOSTILE.has(norm[i])) return true;
  }
  return false;
}

const HOSTILE = new Set(
  'unreasonable unrealistic absurd silly childish petty excessive exaggerated demanding wrong unfair nonsense greedy impatient difficult'.split(
    ' ',
  ),
);

/** "you are being unreasonable", not "you are not being unreasonable", "you were treated unfairly", "if I seem rude". */
function isSaidOfCustomer({ draft, language }: Look, hit: Hit): boolean {
  const { norm } = draft.words;
  let at = hit.from - 1;
  while (
    at >= 0 &&
    /^(?:very|quite|rather|so|simply|just|frankly|now|really|totally|completely|absolutely|extremely|being|a|bit|little|also|clearly|incredibly|deliberately)$/.test(
      norm[at],
    )
  )
    at -= 1;
  if (at < 1 || !/^(?:are|were|am|be|been|is)$/.test(norm[at]) || norm[at - 1] === 'not') return false;
  const clause = language.clauseAt(at);
  if (!clause || clause.mood !== 'statement' || clause.negated || clause.verb?.modal || clause.subject?.actor !== 'customer') return false;
  // "you are ridiculous prices": a noun behind it takes the word.
  return (
    draft.words.gap[hit.to] !== 0 ||
    hit.to >= draft.words.length ||
    /^(?:and|or|about|to|with|in|when|if|towards|here|now|,)$/.test(norm[hit.to])
  );
}

/** "if you had bothered", "had you bothered", "you did not bother to": but "sorry to bother you", "if you are bothered by noise". */
function bothered({ draft, language }: Look, clause: Clause): Span | undefined {
  const { verb, subject } = clause;
  if (!verb || verb.lemma !== 'bother' || verb.voice === 'passive' || subject?.actor !== 'customer' || verb.tense === 'none')
    return undefined;
  if (clause.mood === 'imperative' || clause.mention || language.isMention(verb)) return undefined;
  if (verb.modal === 'need' || (verb.negated && verb.tense === 'present')) return undefined;
  const from = clause.mood === 'counterfactual' || clause.mood === 'condition' ? clause.start : subject.start;
  let last = clause;
  for (
    let next = language.clauses[clause.index + 1];
    next?.sentence === clause.sentence && next.verb?.tense === 'none';
    next = language.clauses[next.index + 1]
  )
    last = next;
  return { start: Math.min(from, draft.words.start[verb.from]), end: last.end };
}

/** "If you don't like it, there are other shops": a condition of their discontent with the door held open. */
function ultimatum({ draft, language }: Look, clause: Clause): Span | undefined {
  if (clause.mood !== 'condition' || clause.link !== 'if' || clause.subject?.actor !== 'customer' || clause.mention) return undefined;
  const { norm } = draft.words;
  let discontent = false;
  for (let k = clause.from; k < clause.to; k += 1)
    discontent ||= clause.negated
      ? /^(?:like|agree|want|accept|happy|satisfied)$/.test(norm[k])
      : /^(?:unhappy|dissatisfied)$/.test(norm[k]);
  if (!discontent) return undefined;
  const sentence = language.sentences[clause.sentence];
  for (let i = clause.to; i < sentence.to; i += 1)
    if (
      /^(?:elsewhere|door|leave)$/.test(norm[i]) ||
      (norm[i] === 'other' && /^(?:shops|hotels|companies|airlines|places|providers|stores|options)$/.test(norm[i + 1] ?? ''))
    )
      return { start: sentence.start, end: draft.words.end[sentence.to - 1] };
  return undefined;
}

/** your "emergency", your so-called "proof": one word of theirs, in scare quotes. */
function* scorned({ draft }: Look): Iterable<Span> {
  const { norm, gap, start, end, length } = draft.words;
  for (let i = 1; i < length; i += 1) {
    if (!(gap[i] & Gap.openQuote) || !(gap[i + 1] & Gap.closeQuote) || !SCORNED.has(norm[i])) continue;
    const letter = draft.text[start[i]];
    if (letter !== letter.toLowerCase()) continue;
    if (norm[i - 1] === 'your' || (norm[i - 1] === 'called' && norm[i - 2] === 'so')) yield { start: start[i - 1], end: end[i] };
  }
}

function praises(norm: readonly string[], { from, to }: Sentence): boolean {
  for (let i = from; i < to; i += 1) if (AGREED.has(norm[i])) return true;
  return false;
}

function holdsNegation(norm: readonly string[], { from, to }: Hit): boolean {
  for (let i = from; i < to; i += 1) if (norm[i] === 'not' || norm[i] === 'never') return true;
  return false;
}

function wholeOf({ draft }: Look, sentence: Sentence, hit: Hit): Span {
  return { start: hit.span.start, end: draft.words.end[sentence.to - 1] };
}

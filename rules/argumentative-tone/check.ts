import { Gap, inList } from 'replylint/rule';
import type { Check, Clause, Hit, Look, Sentence, Span } from 'replylint/rule';
import { inVain, quarrels } from './conduct.js';
import { SCORN, scorns } from './scorn.js';
import { ultimatum } from './ultimatum.js';

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
    add(inVain(look, clause));
  }
  for (const at of scorned(look)) add(at);
  return [...found.values()].map(({ start, end }) => ({ span: { start, end } }));
};

export default check;

function aimed(look: Look, hit: Hit, clause: Clause, sentence: Sentence): Span | undefined {
  const { norm, gap } = look.draft.words;
  if (SCORN.has(hit.tag ?? '')) return scorns(look, hit, sentence);
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
    case 'unasked':
      return hit.span;
    case 'choice':
      // An answer to whoever asks; to a complaint it says that they need not have come.
      return look.language.kind.value === 'complaint' ? hit.span : undefined;
    case 'conduct':
      return quarrels(look, hit, clause);
    case 'people':
      return scoldsThem(look, clause, sentence) ? hit.span : undefined;
    case 'baffled':
      return asksBack(look, sentence) ? undefined : hit.span;
    case 'asked':
      return sentence.question && !isOwn(look, sentence) ? hit.span : undefined;
    case 'licence':
      return licenses(look, clause);
    case 'reproach':
      return defied(look, hit, clause);
    case 'manners':
      return clause.subject?.actor === 'customer' && clause.verb?.modal ? hit.span : undefined;
    case 'lawyer':
      return norm.slice(hit.to, sentence.to).some((word) => /^(?:see|luck|lose|laugh|far)$/.test(word)) ? hit.span : undefined;
    case 'order':
      return clause.mood === 'imperative' || /^(?:you|please|kindly|to|would)$/.test(norm[hit.from - 1] ?? '') ? hit.span : undefined;
    case 'frank':
      return criticises(look, clause, sentence) ? wholeOf(look, sentence, hit) : undefined;
    case 'hostile':
      return praises(norm, sentence) ? undefined : isSaidOfCustomer(look, hit);
    case 'target':
      return praises(norm, sentence) || clause.mood === 'question' || (clause.negated && norm[hit.to] !== 'not' && !isSubject(hit, clause))
        ? undefined
        : hit.span;
    case 'demand':
      return clause.negated && !holdsNegation(norm, hit) && norm[hit.from] !== 'stop'
        ? undefined
        : isDemand(look, hit, clause)
          ? hit.span
          : undefined;
    case 'challenge':
      return isChallenge(look, hit, clause) ? hit.span : undefined;
    default:
      // "Nobody should be spoken to like that" is on their side.
      if (/^(?:spoken|talked|shouted)$/.test(norm[hit.from]) && /^(?:customer|nobody)$/.test(clause.subject?.actor ?? '')) return undefined;
      return clause.mood === 'condition' || (norm[hit.from - 1] === 'not' && hit.tag === 'annoyance') || sides(norm, sentence)
        ? undefined
        : hit.span;
  }
}

/** "You people are never satisfied"; elsewhere "you people" is how some regions say you. */
function scoldsThem({ draft: { words } }: Look, { negated }: Clause, { from, to }: Sentence): boolean {
  const { norm } = words;
  for (let i = from; i < to; i += 1)
    if (/^(?:always|never|think|again|stop|keep|ever|even|just|enough|listen)$/.test(norm[i]) || inList('hostile-conduct', norm[i]))
      return true;
  return negated;
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
  // "None of the other tenants made a fuss about it" is said of others.
  const fuss = /^(?:fuss|scene|drama)$/.test(norm[hit.to - 2] ?? '');
  if (
    fuss &&
    norm.slice(language.sentenceAt(hit.span.start)!.from, hit.from).some((word) => /^(?:other|none|nobody|else|we|i)$/.test(word))
  )
    return false;
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

/** "you are being unreasonable", "your request is absurd", "your cheek", "I find your tone aggressive": the word is for the customer, or what they say. */
function isSaidOfCustomer({ draft, language }: Look, hit: Hit): Span | undefined {
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

/** "if you had bothered", "had you bothered", "you did not bother to": but "sorry to bother you", "if you are bothered by noise". */
function bothered({ draft, language }: Look, clause: Clause): Span | undefined {
  const { verb, subject } = clause;
  // "Had you taken the trouble to look".
  const troubled =
    clause.mood === 'counterfactual' &&
    ((verb?.lemma === 'take' && draft.words.norm[verb.to] === 'the' && draft.words.norm[verb.to + 1] === 'trouble') ||
      (verb?.lemma === 'trouble' && draft.words.norm[verb.to] === 'yourself'));
  if (!verb || (verb.lemma !== 'bother' && !troubled) || verb.voice === 'passive' || subject?.actor !== 'customer' || verb.tense === 'none')
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

/** "I will not argue: you are right." */
function sides(norm: readonly string[], { from, to }: Sentence): boolean {
  for (let i = from; i + 2 < to; i += 1) if (norm[i] === 'you' && norm[i + 1] === 'are' && norm[i + 2] === 'right') return true;
  return false;
}

/** "You can shout as much as you like": leave that is none. "You can write as often as you like" is one. */
function licenses({ language }: Look, { index, sentence: at }: Clause): Span | undefined {
  const before = language.clauses[index - 1];
  if (before?.sentence !== at || before.subject?.actor !== 'customer' || !before.verb?.modal) return undefined;
  return inList('hostile-conduct', before.verb.lemma) || before.verb.lemma === 'complain' || before.verb.lemma === 'argue'
    ? { start: before.subject.start, end: language.clauses[index].end }
    : undefined;
}

/** "Nobody is going to jump because you write in bold": what they do in their anger, and that it moves nobody. */
function defied({ language, draft }: Look, hit: Hit, { index, sentence: at, verb, to }: Clause): Span | undefined {
  const before = language.clauses[index - 1];
  if (!verb || before?.sentence !== at || !before.negated || verb.negated) return undefined;
  const { norm } = draft.words;
  const loud =
    inList('hostile-conduct', verb.lemma) ||
    /^(?:just|simply|only|merely)$/.test(norm[hit.from - 1]) ||
    /^(?:capitals|capital|bold|caps|red|review)$/.test(norm[to - 1]);
  return loud ? { start: before.start, end: language.clauses[index].end } : undefined;
}

/** "Your impatience is not helping": what is denied is its use, not that it is there. */
function isSubject(hit: Hit, { subject, verb }: Clause): boolean {
  return subject !== undefined && verb !== undefined && subject.from <= hit.from && hit.from < verb.from;
}

/** "I do not know what you want from us: a repair, or the money?" wants to know. */
function asksBack({ language }: Look, sentence: Sentence): boolean {
  return sentence.question || (language.sentences[sentence.index + 1]?.question ?? false);
}

/** "Is it too much to ask of us?", "How dare we?": turned on ourselves. */
function isOwn({ draft }: Look, sentence: Sentence): boolean {
  const { norm } = draft.words;
  for (let i = sentence.from; i < sentence.to; i += 1)
    if ((norm[i] === 'of' && norm[i + 1] === 'us') || norm[i] === 'ourselves' || norm[i] === 'myself') return true;
  return false;
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

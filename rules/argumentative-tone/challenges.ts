import { Gap } from 'replylint/rule';
import type { Clause, Hit, Look, Sentence } from 'replylint/rule';

/** "Do not talk to my staff like that", "watch your tone": told to the customer, not asked, nor said of ourselves. */
export function isDemand(look: Look, hit: Hit, clause: Clause): boolean {
  const { norm } = look.draft.words;
  if (norm[hit.from] === 'stop') return bidsStop(look, hit, clause);
  if (clause.negated && !holdsNegation(norm, hit)) return false;
  return clause.mood !== 'condition' && clause.mood !== 'question' && clause.subject?.actor !== 'own';
}

/** "Stop e-mailing us": told to the customer, not to a system, nor done by us ("we will stop calling you"), nor a way out ("to stop sending"). */
function bidsStop({ draft, language }: Look, hit: Hit, clause: Clause): boolean {
  const { norm } = draft.words;
  if (
    hit.from > language.sentenceAt(hit.span.start)!.from &&
    !/^(?:please|kindly|now|just|and|so|must|should|you|then)$/.test(norm[hit.from - 1])
  )
    return false;
  if (clause.verb?.from === hit.from && clause.subject?.actor === 'own') return false;
  const going = /^(?:sending|calling|asking|writing|contacting|messaging|emailing|e-mailing|ringing|phoning)$/.test(norm[hit.to - 1]);
  return !going || /^(?:us|me|this|these|to|such|here|our|it)$/.test(norm[hit.to] ?? '');
}

function holdsNegation(norm: readonly string[], { from, to }: Hit): boolean {
  for (let i = from; i < to; i += 1) if (norm[i] === 'not' || norm[i] === 'never') return true;
  return false;
}

/** Sarcastic questions and dares. A question that wants an answer ("what did you expect to see?") is none. */
export function isChallenge({ draft, language }: Look, hit: Hit, clause: Clause): boolean {
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

/** "I do not know what you want from us: a repair, or the money?" wants to know. */
export function asksBack({ language }: Look, sentence: Sentence): boolean {
  return sentence.question || (language.sentences[sentence.index + 1]?.question ?? false);
}

/** "Is it too much to ask of us?", "How dare we?": turned on ourselves. */
export function isOwn({ draft }: Look, sentence: Sentence): boolean {
  const { norm } = draft.words;
  for (let i = sentence.from; i < sentence.to; i += 1)
    if ((norm[i] === 'of' && norm[i + 1] === 'us') || norm[i] === 'ourselves' || norm[i] === 'myself') return true;
  return false;
}

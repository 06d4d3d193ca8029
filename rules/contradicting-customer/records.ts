import { Gap } from 'replylint/rule';
import type { Clause, Deed, Fault, Hit, Look, Span } from 'replylint/rule';

/** What is granted with an emphatic "did": you did tell us. */
const AGREED = new Set(
  'do tell mention say report warn ask let inform point raise flag write call contact explain try follow get receive have'.split(' '),
);

/** What makes evidence of a mere look at the records. */
const EMPHATIC = new Set('clearly actually definitely'.split(' '));

/** "our records clearly show that you did": evidence against what the customer said. "Our records show two payments" is none. */
export function heldAgainst({ draft, language }: Look, hit: Hit): Span | undefined {
  const { norm, gap, start, end } = draft.words;
  const sentence = language.sentenceAt(hit.span.start)!;
  let emphatic = false;
  for (let i = sentence.from; i < hit.to; i += 1) if (EMPHATIC.has(norm[i])) emphatic = true;
  let at = hit.to;
  if (norm[at] === 'that') at += 1;
  if (norm[at] !== 'you' || at >= sentence.to || gap[at] & Gap.stop) return undefined;
  const told = norm[at + 1];
  const denies = told === 'did' || told === 'never' || norm[at + 2] === 'not' || (told === 'have' && norm[at + 2] === 'never');
  const helps = denies && norm[at + 2] === 'not' && /^(?:receive|get|have|see|need|owe)$/.test(norm[at + 3] ?? '');
  // "… clearly show that you returned it, so the refund is due."
  if (!denies)
    for (let i = at; i < sentence.to; i += 1)
      if (/^(?:due|refund|refunded|owe|right|sorry|apologise|correct)$/.test(norm[i])) return undefined;
  if (helps || !(denies || emphatic)) return undefined;
  const from = norm[hit.from - 1] === 'actually' ? hit.from - 1 : hit.from;
  return { start: start[from], end: end[Math.min(at + 2, sentence.to) - 1] };
}

/** "Actually, you did agree to it", "in fact you were told": what they deny is held up to them. "In fact you did tell us" agrees with them. */
export function insists({ draft, language }: Look, hit: Hit, at: Clause): Span | undefined {
  const { norm, start, end } = draft.words;
  for (let k = at.index; k < Math.min(at.index + 2, language.sentences[at.sentence].endClause); k += 1) {
    const { verb, subject, mood, negated } = language.clauses[k];
    if (!verb || subject?.actor !== 'customer' || norm[subject.from] !== 'you' || mood !== 'statement' || verb.tense !== 'past') continue;
    const near = subject.from >= hit.from - 4 && subject.from <= hit.to + 3;
    // "According to our system you did not send anything."
    if (near && norm[hit.from] === 'according' && negated && !/^(?:receive|get|have|see|need|owe|be)$/.test(verb.lemma))
      return { start: hit.span.start, end: end[verb.to - 1] };
    if (!near || negated) continue;
    const emphatic = norm[verb.from] === 'did' && verb.main > verb.from && !AGREED.has(verb.lemma);
    const told = verb.voice === 'passive' && /^(?:tell|inform|advise|give|offer|show|warn|notify|ask|send)$/.test(verb.lemma);
    if (emphatic || told) return { start: Math.min(hit.span.start, start[subject.from]), end: end[verb.to - 1] };
  }
  return undefined;
}

/**
 * "For the record, our driver did ring": what somebody did or did not do, put on file. "A burger takes as long as it takes" is only curt, "for the record of your
 * claim" names a file, and what we have done for them since is no answer to what they say.
 */
export function putsOnFile({ draft, language }: Look, hit: Hit): boolean {
  if (draft.words.norm[hit.to] === 'of') return false;
  const { firstClause, endClause, index } = language.sentenceAt(hit.span.start)!;
  // "For the record, this one is down to fulfilment": what went wrong on our side is nothing that they said.
  const told = (other: Fault | Deed): boolean => other.sentence === index && other.actor !== 'customer';
  if (language.faults.some(told) || language.deeds.some(told)) return false;
  return language.clauses
    .slice(firstClause, endClause)
    .some(
      ({ verb, subject, negated }) =>
        verb !== undefined &&
        (negated ||
          (subject !== undefined &&
            subject.actor !== 'thing' &&
            (verb.tense === 'past' || (verb.tense === 'perfect' && subject.actor !== 'own')))),
    );
}

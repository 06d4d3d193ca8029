import type { Clause } from 'replylint/rule';

/** What is no customer's carelessness: what they go through, say, or do for us. */
export const UNBLAMED = new Set(
  'wait sit stand spend travel tell write explain show get receive have be need want like hope expect know think feel find see hear follow trust rely believe pay try deserve help thank report mention point suffer lose love enjoy live lend stay work keep raise'.split(
    ' ',
  ),
);
/** A failing by its result. */
export const BROKEN =
  /^(?:failed|late|delayed|declined|rejected|refused|lost|cancelled|returned|impossible|unable|invalid|void|bounced|blocked|unheard|unanswered|unread|missed|gone|forfeited|broke|broken|cracked|leaked|tore|torn|stained|stopped|expired|lapsed)$/;

/** An act of theirs, told as done: not denied, not possible only, and nothing that they went through. */
export function isDeed({ verb, negated }: Clause): boolean {
  if (negated || verb!.modal || verb!.voice === 'passive' || UNBLAMED.has(verb!.lemma)) return false;
  return verb!.tense === 'past' || verb!.tense === 'perfect' || (verb!.lemma === 'let' && verb!.tense === 'present');
}

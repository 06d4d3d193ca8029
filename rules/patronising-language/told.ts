import { Gap } from 'replylint/rule';
import type { Clause, Look, Span } from 'replylint/rule';

/** Telling somebody something. */
const TELLING = new Set(
  'say tell explain mention state point inform advise clarify indicate communicate outline answer cover address emphasise stress specify describe write go be discuss notify remind note'.split(
    ' ',
  ),
);
/** Words by which the telling is counted. */
const COUNTED = /^(?:already|previously|repeatedly|twice|times|occasions|length|detail|clearly|plainly)$/;
const MAIL = /^(?:mail|mails|email|emails|e-mail|e-mails|message|messages|reply|replies|letter|letters|answer|response)$/;
/** What was said badly, or is said again with a good will, holds nothing against them. */
const KINDLY =
  /^(?:badly|poorly|sorry|apologies|apologise|apology|thank|thanks|promised|wrongly|incorrectly|mistake|glad|grateful|hope|not|never|would|confusing|unclear|team|colleagues|colleague|manager|driver|warehouse|kitchen|engineer|them|him|her)$/;

/** "We told you this on the phone already", "our engineer has explained it at length", "it was explained to you several times": told before, and counted. */
export function toldBefore(look: Look, clause: Clause): Span | undefined {
  const { draft, language } = look;
  const { verb, subject, index, sentence: at } = clause;
  if (!verb || !subject || !TELLING.has(verb.lemma) || verb.negated || verb.modal || clause.negated || clause.mood !== 'statement')
    return undefined;
  if (verb.tense !== 'past' && verb.tense !== 'perfect') return undefined;
  const byUs = verb.voice === 'active' && /^(?:own|colleague|department)$/.test(subject.actor);
  const toYou = verb.voice === 'passive' && (subject.actor === 'customer' || subject.actor === 'thing');
  if (!byUs && !toYou) return undefined;
  const { norm, gap, start, end } = draft.words;
  const sentence = language.sentences[at];
  let to = clause.to;
  for (let k = index + 1; k < sentence.endClause && language.clauses[k].verb?.tense === 'none'; k += 1) to = language.clauses[k].to;
  // "We have gone over this", "we've been through this": a way, not a place.
  if ((verb.lemma === 'go' || verb.lemma === 'be') && !/^(?:over|through)$/.test(norm[verb.to] ?? '')) return undefined;
  if (verb.voice === 'passive' && subject.actor === 'thing') {
    if (!/^(?:this|that|it|everything|all)$/.test(norm[subject.head])) return undefined;
    if (norm[verb.to] !== 'to' && !norm.slice(verb.to, to).includes('you')) return undefined;
  }
  // "I've gone through it again", "I have gone over it a dozen times": looked at once more, and told to nobody.
  const looked = verb.lemma === 'go' && (norm[verb.to] === 'through' || norm[subject.from] === 'i') && subject.actor === 'own';
  if (looked && norm[verb.to] === 'over' && !norm.slice(verb.to, to).includes('you')) return undefined;
  let counted = false;
  if (toldElsewhere(look, verb.to, to)) return undefined;
  for (let i = Math.max(clause.from, subject.from); i < to; i += 1) {
    if (i > verb.from && gap[i] & (Gap.stop | Gap.break)) break;
    if (i >= verb.from && KINDLY.test(norm[i])) return undefined;
    counted ||=
      COUNTED.test(norm[i]) ||
      ((norm[i] === 'before' || (norm[i] === 'again' && !looked) || norm[i] === 'earlier') && i > verb.main && standsLast(gap, norm, i));
    counted ||=
      MAIL.test(norm[i]) && /^(?:my|our)$/.test(norm[i - 2]) && /^(?:last|previous|earlier|first|both|prior|three|two)$/.test(norm[i - 1]);
    counted ||= MAIL.test(norm[i]) && norm[i - 3] === 'both' && /^(?:my|our)$/.test(norm[i - 1]);
    counted ||= MAIL.test(norm[i]) && norm[i - 3] === 'of' && /^(?:my|our)$/.test(norm[i - 1]);
  }
  return counted ? { start: start[Math.min(subject.from, verb.from)], end: end[to - 1] } : undefined;
}

/** "I already explained the case to Joris", "to the driver": told, but not to the customer. */
export function toldElsewhere({ draft: { text, words } }: Look, from: number, to: number): boolean {
  const { norm, start } = words;
  for (let i = from; i + 1 < to; i += 1) {
    if (norm[i] !== 'to' || norm[i + 1] === 'you') continue;
    if (/^(?:the|our|my|a)$/.test(norm[i + 1]) || /\p{Lu}/u.test(text[start[i + 1]])) return true;
  }
  return false;
}

/** "We have discussed this before", not "before you came", "earlier today". */
function standsLast(gap: ArrayLike<number>, norm: readonly string[], at: number): boolean {
  return at + 1 >= norm.length || gap[at + 1] !== 0 || /^(?:and|but|so)$/.test(norm[at + 1]);
}

import { inList, listed, wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import { illDone } from './ill-done.js';
import type { LazyReading } from '../index.js';
import type { Actor, Clause, Sentence } from '../reading.js';

const WRONG_OBJECTS = listed('wrong-objects');

/** What may be left out without harm, or is left out for somebody's good: "he did it without charging you". */
const SPARED = wordClass(
  'charge charging wait waiting complain having needing paying delay losing hurting disturbing touching damaging hesitating stopping being seeing knowing bothering asking questioning troubling adding warning meaning',
);
/** The state that a thing was left or sent in by careless hands. */
const CARELESS = wordClass(
  'blank ajar unsigned undated unlocked unplugged unattended uncovered unwrapped unsealed unfastened incomplete unread untaped unlatched unscrewed half-open',
);
/** Careless only of what should have been shut, dry or off. */
const CARELESS_LEFT = wordClass('open running on wet damp out outside loose off overnight empty standing');
/** Where nothing is found or kept well. */
const PUT_AWAY = wordClass('drawer tray pile inbox folder cupboard rain sun heat frost damp cold');
/** What hands do to a thing, where one way is right and another is not. */
const HANDLING = wordClass(
  'mark measure cut put set fit mount hang wire print key enter file store book type route label pack place post address take drop throw pour plug screw lay tie wash dry ' +
    'park connect count weigh mix cook iron load fill stack wrap stick seal sew paint drill fix send deliver leave bring turn switch press run use scan charge move ship carry',
);
/** How customers say what they want. */
const WISHED = /^(?:ask|order|book|pay|request|choose|reserve|specify|want|need|tell|say|select)$/;
/** What is chosen, paid or said: "you paid by card and not by cheque" sets nobody right. */
const OPENS_CONTRAST = /^(?:in|on|at|to|off|from|under|by|with|into|onto|for|over|through|the|our|your|a|an|their|its|his|her)$/;

/**
 * The end of the stretch that shows the act to be botched by itself; undefined when nothing does: the care it left out, the wrong thing or place, the right one
 * that it is set against, the state in which it left things.
 */
export function botchingSign(reading: LazyReading, sentence: Sentence, clause: Clause, actor: Actor): number | undefined {
  const { end } = reading.grammar.words;
  const to = reachOf(reading, sentence, clause);
  const at =
    withoutCare(reading, clause, to) ??
    wrongThing(reading, clause, actor) ??
    outdated(reading, clause) ??
    (actor === 'own' && clause.verb!.tense === 'perfect' ? undefined : contrasted(reading, clause, to)) ??
    againstTheirWish(reading, sentence, clause, actor) ??
    carelessState(reading, clause) ??
    satOn(reading, clause) ??
    (actor === 'own' || actor === 'customer' ? undefined : illDone(reading, clause));
  return at === undefined ? undefined : end[Math.max(at, clause.verb!.to - 1, Math.min(clause.to, to) - 1)];
}

/** Past the last word that still belongs to the act: what hangs on it without a verb of its own. */
function reachOf({ clauses }: LazyReading, { endClause }: Sentence, clause: Clause): number {
  let { to } = clause;
  for (let k = clause.index + 1; k < Math.min(endClause, clause.index + 4); k += 1) {
    const next = clauses[k];
    if (next.verb?.tense !== 'none' || next.link) break;
    to = next.to;
  }
  return to;
}

/** "without cleaning out the bath", "without so much as ringing": the word of what was left out. */
function withoutCare({ grammar: { words, tags } }: LazyReading, { verb }: Clause, to: number): number | undefined {
  for (let i = verb!.to; i + 1 < to; i += 1) {
    if (words.norm[i] !== 'without') continue;
    for (let k = i + 1; k < Math.min(to, i + 5); k += 1) {
      if (tags.form[k] !== 'ing') continue;
      return SPARED.at(words, k) ? undefined : k;
    }
    return undefined;
  }
  return undefined;
}

/** "on the wrong day", "with the wrong card in his hand". */
function wrongThing({ grammar: { words } }: LazyReading, { verb, to }: Clause, actor: Actor): number | undefined {
  for (let i = verb!.to; i < to; i += 1) {
    if (!/^(?:wrong|incorrect|wrongly|incorrectly)$/.test(words.norm[i]) || !WRONG_OBJECTS.at(words, i)) continue;
    if (/^(?:nothing|anything|something|what|went|go|goes|going)$/.test(words.norm[i - 1])) return undefined;
    // "You brought the wrong sofa back" may well be what we had sent.
    if (actor === 'customer' && /^(?:bring|carry|open|wear|eat|drink|send|pay|have)$/.test(verb!.lemma)) {
      if (/^(?:bring|carry|open|wear|eat|drink)$/.test(verb!.lemma)) return undefined;
    }
    return i;
  }
  return undefined;
}

/** "from the old drawing": what should have been a newer one. */
function outdated({ grammar: { words } }: LazyReading, { verb, to }: Clause): number | undefined {
  if (!HANDLING.has(verb!.lemma)) return undefined;
  for (let i = verb!.to; i + 2 < to; i += 1)
    if (/^(?:from|to|by|off|with|against)$/.test(words.norm[i]) && /^(?:old|former|previous|outdated|superseded)$/.test(words.norm[i + 2]))
      return i + 2;
  return undefined;
}

/** "off the skirting and not off the plaster", "standing rather than seated": the right way beside the one that was taken. */
function contrasted({ grammar: { words, tags } }: LazyReading, { verb }: Clause, to: number): number | undefined {
  if (!HANDLING.has(verb!.lemma)) return undefined;
  const { norm, gap } = words;
  for (let i = verb!.to; i + 2 < to; i += 1) {
    if (i > verb!.to && gap[i] & (Gap.stop | Gap.break)) return undefined;
    const pair = `${norm[i]} ${norm[i + 1]}`;
    if (pair === 'and not') return OPENS_CONTRAST.test(norm[i + 2]) ? i + 2 : undefined;
    if (pair !== 'rather than' && pair !== 'instead of') continue;
    // "… with a neighbour rather than leave it in the rain": done for their good.
    if (/^(?:leave|leaving|let|letting|risk|risking|make|making|keep|keeping|wait|waiting|a|any)$/.test(norm[i + 2])) return undefined;
    return tags.pos[i + 2] === 'pronoun' ? undefined : i + 2;
  }
  return undefined;
}

/** "We put you by the lift although you had asked for a quiet room": their wish stands beside what was done. */
function againstTheirWish({ clauses }: LazyReading, { endClause }: Sentence, { index }: Clause, actor: Actor): number | undefined {
  if (actor === 'customer') return undefined;
  for (let k = index + 1; k < Math.min(endClause, index + 3); k += 1) {
    const { link, subject, verb, negated, to } = clauses[k];
    if (!/^(?:although|though|when|whereas|while|but)$/.test(link ?? '') || subject?.actor !== 'customer' || negated) continue;
    // "We sent another when you asked for it" did as they wished; "when you had asked" sets their wish against it.
    const stood = verb?.tense === 'perfect' || (verb?.tense === 'past' && /^(?:although|though|whereas)$/.test(link ?? ''));
    if (stood && WISHED.test(verb!.lemma)) return to - 1;
  }
  return undefined;
}

/** "left the door ajar", "sent it back with box 9 blank". */
function carelessState({ grammar: { words } }: LazyReading, { verb, to }: Clause): number | undefined {
  const { norm, gap } = words;
  for (let i = verb!.to + 1; i < to; i += 1) {
    if (gap[i] & (Gap.stop | Gap.break)) return undefined;
    if (CARELESS.at(words, i)) return i;
    // "with the zip open"
    if (HANDLING.has(verb!.lemma) && /^(?:open|on|loose|off|running)$/.test(norm[i]) && norm[i - 3] === 'with' && endsThere(norm, i, to))
      return i;
    // "left your form in a drawer"
    if (verb!.lemma === 'leave' && norm[i - 2] === 'in' && /^(?:a|an|the)$/.test(norm[i - 1]) && PUT_AWAY.at(words, i) && i - 2 > verb!.to)
      if (!norm.slice(i + 1, Math.min(to, i + 3)).some((word) => /^(?:me|us|you|your)$/.test(word))) return i;
    const left = verb!.lemma === 'leave' && CARELESS_LEFT.at(words, i) && /^(?:the|your|a|it|them|its|his|her)$/.test(norm[verb!.to]);
    // "left the tap running", "left it out in the rain"; not "left it on the step", "left it open for you".
    if (left && i > verb!.to + (norm[verb!.to] === 'it' || norm[verb!.to] === 'them' ? 0 : 1) && endsThere(words.norm, i, to)) return i;
  }
  return undefined;
}

/** The state is what the telling ends in, and was not meant: "left the gate open for him" was. */
function endsThere(norm: readonly string[], at: number, to: number): boolean {
  if (norm.slice(at + 1, Math.min(to, at + 4)).includes('for')) return false;
  return at + 1 >= to || /^(?:overnight|all|in|when|while|after|and|at|with)$/.test(norm[at + 1]);
}

/** "sat on the papers for six weeks" */
function satOn({ grammar: { words } }: LazyReading, { verb, to }: Clause): number | undefined {
  const { norm } = words;
  if (verb!.lemma === 'drag') return norm.slice(verb!.to, to).some((word) => /^(?:feet|heels)$/.test(word)) ? verb!.to : undefined;
  if (verb!.lemma !== 'sit' || norm[verb!.to] !== 'on') return undefined;
  for (let i = verb!.to + 1; i < to; i += 1)
    if (
      inList('document-nouns', norm[i]) ||
      /^(?:it|papers|forms?|letter|bill|claim|request|file|offer|quote|application|documents?)$/.test(norm[i])
    )
      return i;
  return undefined;
}

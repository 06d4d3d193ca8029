import { classBy, inList, verbForms } from '../../lexicon/index.js';
import { Gap, type Words } from '../../text/words.js';
import type { Clause, VerbGroup } from '../reading.js';

/** `over` and `under` before these say nothing of a failing. */
const NO_EXCESS = new Set('come see take hear turn ride write haul lap view look go lie line stand cut sign score'.split(' '));
/** Verbs that tell by how they are made that something was done amiss: mis-sold, misfiled, double-booked, overfilled, under-counted. */
export function isDoneAmiss(words: Words, { main, lemma }: VerbGroup): boolean {
  const before = words.norm[main - 1];
  // "We double-checked it"
  if (words.gap[main] & Gap.hyphen && /^(?:double|triple|mis|over|under|cross)$/.test(before))
    return (
      before === 'mis' || (/^(?:over|under)$/.test(before) ? !NO_EXCESS.has(lemma) : !/^(?:check|knot|lock|glaze|reference)$/.test(lemma))
    );
  return TELLING.at(words, main);
}

/** "misread", "overfilled": a verb that tells by its first letters that it was done amiss. */
const TELLING = classBy((word) => {
  const prefix = word.startsWith('mis') ? 'mis' : word.startsWith('over') ? 'over' : word.startsWith('under') ? 'under' : '';
  if (prefix === '' || word.length < prefix.length + 3) return false;
  const base = verbForms(word.slice(prefix.length));
  if (!base) return false;
  return prefix === 'mis' || (!NO_EXCESS.has(base.lemma) && isMeasured(base.lemma));
});

/** What can be done too much or too little of. */
function isMeasured(lemma: string): boolean {
  return (
    inList('duty-verbs', lemma) ||
    inList('deliverable-verbs', lemma) ||
    /^(?:fill|load|heat|cook|bake|estimate|state|stock|sell|run|dose|count|pour|price|size|tighten|inflate|water|spend|fit|feed|invoice|bill|tax|allocate|collect)$/.test(
      lemma,
    )
  );
}

/** "went astray", "has gone missing", "fell through", "slipped through the net": what befalls things that somebody was to look after. */
export function goesAmiss({ norm }: Words, { verb, subject }: Clause): boolean {
  if (!verb || verb.voice === 'passive' || verb.negated || verb.modal || subject?.actor !== 'thing') return false;
  const next = norm[verb.to] ?? '';
  if (verb.lemma === 'go') return /^(?:astray|missing|amiss|awry|adrift|unanswered|unnoticed|unread)$/.test(next);
  return (verb.lemma === 'fall' || verb.lemma === 'slip') && next === 'through';
}

/** "you were cut off", "threw away your form", "passed over your claim": a particle that takes from the customer what was theirs. */
export function isTakenAway({ norm }: Words, { verb, subject }: Clause): boolean {
  if (!verb || !PARTICLES[verb.lemma]?.test(norm[verb.to] ?? '')) return false;
  const theirs = verb.voice === 'passive' ? norm[subject?.from ?? -1] : norm[verb.to + 1];
  return /^(?:you|your)$/.test(theirs ?? '') || (verb.voice === 'active' && /^(?:you|your)$/.test(norm[verb.to] ?? ''));
}

const PARTICLES: Readonly<Record<string, RegExp>> = { leave: /^(?:off|behind)$/, throw: /^away$/, cut: /^off$/, pass: /^over$/ };

/** What is rendered to customers in one trade or another, so that leaving it undone fails them: dispensed, watered, wired. */
export function isRendered(lemma: string): boolean {
  return inList('passive-service-verbs', lemma) || SERVED.has(lemma) || SERVED.has(`${lemma}e`);
}

const SERVED = new Set(
  'dispense water feed heat mow wash iron press wrap wire plumb light examine vaccinate bandage service sweep empty polish sand varnish weigh measure prune trim groom bathe walk insulate translate proofread disinfect sanitise sterilise hoover vacuum dust restock refill refuel recharge calibrate tighten secure fasten lock countersign certify decorate defrost descale unpack assemble'.split(
    ' ',
  ),
);

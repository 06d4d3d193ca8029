import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';
import { INSTEAD } from './bystanders.js';

/** "The court ruled on it in May": where no verb is read, a whole sentence about a thing still tells something. */
export function isUnread({ grammar: { words } }: LazyReading, { from, to }: Sentence): boolean {
  const { norm } = words;
  if (INSTEAD.test(norm[from + 1]) || !/^(?:the|our|its|his|her|their|a|an|other|another|two|three|four|all|both|most)$/.test(norm[from]))
    return false;
  return norm.slice(from + 2, to).some((word) => /(?:ed|costs?|went|left|took|came|fell|broke)$/.test(word));
}

/** "Other patients can be heard on it", "the paint may run": not what can be booked instead. */
export function isRisk({ grammar: { words } }: LazyReading, { from, to }: Sentence, { verb, subject }: Clause): boolean {
  if (subject?.actor !== 'thing' || verb?.negated || !/^(?:can|could|may|might)$/.test(verb?.modal ?? '')) return false;
  return !YOU.test(words.norm.slice(from, to).join(' ')) && !OBTAINING.has(verb!.lemma);
}

const YOU = /\byour?s?\b/;
const OBTAINING = new Set(
  'book order buy pay find view download contact visit use access reserve request collect arrange offer make help do see be'.split(' '),
);

/** What a house says of itself that is no reason: what it feels, wishes, offers and sells. */
const OFFERING = new Set(
  'look hope wish thank offer sell have do love value appreciate understand recommend suggest welcome invite know see open stock serve provide run feel regret apologise ask need want stand remain believe think try aim strive keep take send go get give let enclose attach add include note say mean like sound seem appear be realise acknowledge accept admit agree assure confirm follow share hear imagine guess suppose doubt trust stay'.split(
    ' ',
  ),
);
/** What happened to us, or what we gave away. */
const UNDERGONE = new Set(
  'lose pay buy promise sign agree sell stop close lend give spend use move switch cut owe rent lease hire'.split(' '),
);

/** "I work alone", "we bake at four in the morning", "we lost our cook in May": how it is with us, behind a refusal. */
export function isOwnCircumstance({ verb, subject, mood }: Clause): boolean {
  if (subject?.actor !== 'own' || !verb || mood !== 'statement' || verb.modal || verb.voice === 'passive') return false;
  if (verb.tense === 'past' || verb.tense === 'perfect') return UNDERGONE.has(verb.lemma);
  return verb.tense === 'present' && !verb.progressive && !OFFERING.has(verb.lemma);
}

import { wordClass } from '../../lexicon/index.js';
import { saysWhen, timesFrom } from './window.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';
import type { Act } from './acts.js';

const STATES = wordClass(
  'ready waiting available due back done fixed resolved booked reserved working open live covered yours attached enclosed restored corrected up free out',
);

/** What customers send in, and want to know to be there. */
const SUBMITTED = wordClass(
  'payment payments booking bookings order orders form forms application entry registration transfer reservation upload deposit vote cheque reading claim',
);

/** How a thing is that works again. */
const WELL = wordClass('right up live back working fixed on open clear fine steady stable normal restored online running correct');

/** "Your payment did come through", "your form has reached us", "your place is safe": what they could not know is there. */
export function cameThrough(norm: readonly string[], { subject, verb, negated }: Clause): Act | undefined {
  if (!subject || norm[subject.from] !== 'your' || negated || verb!.modal || norm.slice(verb!.to, verb!.to + 4).includes('twice'))
    return undefined;
  if (verb!.lemma === 'be' && verb!.tense === 'present')
    return /^(?:safe|secure|intact|unharmed)$/.test(norm[verb!.to] ?? '') ? { kind: 'answered', lemma: 'be' } : undefined;
  if (!SUBMITTED.has(norm[subject.head]) || (verb!.tense !== 'past' && verb!.tense !== 'perfect')) return undefined;
  const through = /^(?:come|go|get)$/.test(verb!.lemma) && norm[verb!.to] === 'through';
  const here = (verb!.lemma === 'reach' && /^(?:us|me)$/.test(norm[verb!.to] ?? '')) || verb!.lemma === 'arrive';
  return through || here ? { kind: 'answered', lemma: verb!.lemma } : undefined;
}

/** "It's been right since 14:00", "the line has been up since noon", "photos are going through again". */
export function worksAgain(
  { grammar: { words } }: LazyReading,
  { to }: Sentence,
  { subject, verb, negated, mood }: Clause,
): Act | undefined {
  const { norm } = words;
  if (subject?.actor !== 'thing' || negated || verb!.modal || mood !== 'statement') return undefined;
  const stretch = norm.slice(verb!.to, Math.min(to, verb!.to + 6));
  if (verb!.lemma === 'be' && verb!.tense === 'perfect' && norm[verb!.from] !== 'had')
    return WELL.at(words, verb!.to) && stretch.some((word) => /^(?:since|again)$/.test(word)) ? { kind: 'done', lemma: 'be' } : undefined;
  const runs = verb!.progressive && /^(?:go|work|run|load|come|print|ring|charge|play|open|sync|send|flow)$/.test(verb!.lemma);
  return runs && verb!.tense === 'present' && stretch.slice(0, 4).includes('again') ? { kind: 'done', lemma: verb!.lemma } : undefined;
}

/** "Breakfast is on us", "dinner is on the house"; "here is the form", "my direct line is 01632 960123". */
export function gift({ grammar: { words, text } }: LazyReading, sentence: Sentence, { verb, from }: Clause): Act | undefined {
  const { norm } = words;
  const { to } = verb!;
  if (norm[to] === 'on' && (/^(?:us|me)$/.test(norm[to + 1] ?? '') || (norm[to + 1] === 'the' && norm[to + 2] === 'house')))
    return { kind: 'offered', lemma: 'be' };
  // "Hotel and meals are ours to pay."
  if (norm[to] === 'ours' && norm[to + 1] === 'to' && /^(?:pay|settle|cover|fix|sort|repair|put|mend)$/.test(norm[to + 2] ?? ''))
    return { kind: 'promised', lemma: norm[to + 2] };
  if (norm[from] === 'here' || norm[from - 1] === 'here') return { kind: 'offered', lemma: 'be' };
  return /^\+?\(?\d{2,}/.test(text.slice(words.start[to])) && /\d[\d ()-]{6,}/.test(text.slice(words.start[to], sentence.end))
    ? { kind: 'offered', lemma: 'be' }
    : undefined;
}

/** On its way, ready, waiting; on the van tomorrow; available from Monday. */
export function stateAct(reading: LazyReading, sentence: Sentence, clause: Clause): Act | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const at = clause.verb!.to;
  // "The fee is off your bill"; "two things are under way".
  if (norm[at] === 'off' && norm[at + 1] === 'your') return { kind: 'done', lemma: 'be' };
  if (
    /^(?:underway|afoot)$/.test(norm[at] ?? '') ||
    (norm[at] === 'under' && norm[at + 1] === 'way') ||
    (norm[at] === 'in' && norm[at + 1] === 'hand')
  )
    return { kind: 'promised', lemma: 'be' };
  // "The £10 is in an envelope behind the counter with your name on it."
  for (let i = at + 2; i < Math.min(sentence.to, at + 12); i += 1)
    if (norm[i] === 'with' && norm[i + 1] === 'your' && norm[i + 2] === 'name' && clause.verb!.tense === 'present')
      return { kind: 'done', lemma: 'be' };
  for (let i = at; i < Math.min(sentence.to, at + 5); i += 1) {
    if (norm[i] === 'disposal' && norm[i - 1] === 'your') return { kind: 'offered', lemma: 'be' };
    if (isUnderway(norm, i)) return { kind: 'done', lemma: 'be' };
    if (norm[i] === 'way' && /^(?:its|it's|the|their)$/.test(norm[i - 1])) return { kind: 'done', lemma: 'be' };
    if (norm[i] === 'available' && /^(?:to|at|via|on|by|through|here)$/.test(norm[i + 1] ?? '')) return { kind: 'offered', lemma: 'be' };
    if (STATES.at(words, i) && i <= at + 2 && (clause.verb!.tense === 'future' || saysWhen(reading, sentence) || norm[i + 1] === 'for'))
      return { kind: clause.verb!.tense === 'future' ? 'promised' : 'done', lemma: 'be' };
  }
  // "Your present address is on the system now."
  if (norm[at + 1] !== undefined && /^(?:on|in|back)$/.test(norm[at]) && clause.verb!.tense === 'present')
    for (let i = at; i < Math.min(clause.to, at + 6); i += 1) if (norm[i] === 'now') return { kind: 'done', lemma: 'be' };
  // "Your departure is 16.10 now."
  const told = timesFrom(reading, clause.verb!.end).find(({ start }) => start < sentence.end);
  const behind = /^(?:now|currently|still)$/.test(norm[at] ?? '') ? reading.grammar.words.end[at] : clause.verb!.end;
  if (told?.specific && told.start - behind < 4 && clause.verb!.tense === 'present') return { kind: 'answered', lemma: 'be' };
  return saysWhen(reading, sentence) && /^(?:on|at|with|in|out|behind|due|through|there)$/.test(norm[at] ?? '')
    ? { kind: 'done', lemma: 'be' }
    : undefined;
}

/** "It is en route", "in transit", "out for delivery" */
function isUnderway(norm: readonly string[], at: number): boolean {
  return (
    norm[at] === 'enroute' ||
    (/^(?:en|on)$/.test(norm[at]) && norm[at + 1] === 'route') ||
    (norm[at] === 'in' && norm[at + 1] === 'transit') ||
    (norm[at] === 'out' && norm[at + 1] === 'for' && norm[at + 2] === 'delivery')
  );
}

/** "They're in your inbox", "it's back on your card": the customer has it, or will have. */
export function isWithThem({ grammar: { words } }: LazyReading, { verb, subject }: Clause): boolean {
  const { norm } = words;
  if (verb!.lemma !== 'be' || verb!.tense === 'past' || verb!.negated || !subject) return false;
  // "A voucher for 10 % is in your inbox."
  const thing =
    /^(?:a|an|the|your|two|three|both)$/.test(norm[subject.from]) &&
    subject.actor === 'thing' &&
    /^(?:inbox|account|card|wallet|basket|post|mail|letterbox|pigeonhole)$/.test(norm[verb!.to + 2] ?? '');
  if (!thing && !/^(?:it|they|both|all)$/.test(norm[subject.from])) return false;
  const at = /^(?:now|back|already|all|both)$/.test(norm[verb!.to] ?? '') ? verb!.to + 1 : verb!.to;
  return /^(?:in|on|at|with)$/.test(norm[at] ?? '') && /^(?:your|you)$/.test(norm[at + 1] ?? '');
}

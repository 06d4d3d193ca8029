import { inList, verbReadings, wordClass } from '../../lexicon/index.js';
import { Gap, type Words } from '../../text/words.js';
import { STAFF } from '../grammar/actors.js';
import { isSentToThem } from '../grammar/their-people.js';
import { actorOfStretch } from '../grammar/noun-phrases.js';
import type { LazyReading } from '../index.js';
import type { Actor, Clause, Deed, Sentence } from '../reading.js';
import { botchingSign } from './botching.js';
import { failsToAct } from './failing.js';
import { blamedAfter } from './outcome.js';
import { laidOn, toldOn } from './told-on.js';

/** Who can be told to have brought the trouble about. */
const DOERS: ReadonlySet<Actor> = new Set<Actor>(['own', 'colleague', 'department', 'third-party', 'customer']);
/** What nobody's hands do, or what is done for somebody's good: to tell of it blames nobody. */
const BLAMELESS = wordClass(
  'be have do need want wish like hope expect know think feel see hear find notice spot discover catch believe trust try wait stand stay live work spend ' +
    'travel write tell say explain show report mention raise flag ask get receive buy help thank deserve suffer lose love enjoy keep point call ring phone email ' +
    'contact return refund repair fix mend replace correct swap collect rescue save offer promise apologise agree end become seem mean identify photograph refuse',
);
/** What tells of the thing itself at the time it broke: it was with the customer. */
const KEEPING = wordClass('care hands possession keeping custody charge');

/**
 * Acts that the reply tells as what brought the trouble about, whoever did them: no verb of failing names them, but the signs round them do. A sign is the care
 * left out ("without …ing"), the wrong thing or place, the better one that it is set against ("and not …"), the state that a thing was left in, or what came of
 * it ("which is why …"). One weak sign is a report, two are a verdict. Only where a trouble is answered.
 */
export function readDeeds(reading: LazyReading): readonly Deed[] {
  if (!/^(?:complaint|problem)$/.test(reading.kind.value ?? '')) return [];
  const deeds: Deed[] = [];
  for (const sentence of reading.body) {
    if (sentence.question) continue;
    for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
      const clause = reading.clauses[k];
      const deed = deedOf(reading, sentence, clause) ?? inTheirCare(reading, sentence, clause) ?? toldOn(reading, sentence, clause);
      if (!deed) continue;
      deeds.push(deed);
      break;
    }
    const laid = doingBlamed(reading, sentence) ?? notHere(reading, sentence) ?? laidOn(reading, sentence);
    if (laid) deeds.push(laid);
  }
  return deeds;
}

function deedOf(reading: LazyReading, sentence: Sentence, clause: Clause): Deed | undefined {
  const { verb, subject, mood, mention, negated } = clause;
  if (!verb || !subject || mention || negated || mood !== 'statement' || verb.voice === 'passive' || verb.modal) return undefined;
  if (!isPast(reading, clause) || BLAMELESS.has(verb.lemma) || inList('courtesy-verbs', verb.lemma)) return undefined;
  const actor = doerOf(reading, clause);
  if (!actor || /^(?:if|when|whenever|after|until|before|once)$/.test(clause.link ?? '') || !isTold(reading, clause)) return undefined;
  const end = botchingSign(reading, sentence, clause, actor) ?? blamedAfter(reading, sentence, clause, actor);
  if (end === undefined) return undefined;
  return { start: subject.start, end, clause: clause.index, sentence: sentence.index, actor };
}

/** The past; "they put it", "you set it" look like the present. */
function isPast({ grammar: { words } }: LazyReading, { verb }: Clause): boolean {
  if (verb!.tense === 'past' || verb!.tense === 'perfect') return true;
  return verb!.tense === 'present' && !verb!.progressive && /^(?:put|set|cut|shut|let|hit|read)$/.test(words.norm[verb!.main]);
}

/** "The reason is that Payroll dragged its feet" tells it ourselves; "the box that our driver left" and "we hear that he left" do not. */
function isTold({ grammar: { words } }: LazyReading, { link, from, subject }: Clause): boolean {
  if (link !== 'that') return true;
  return (
    subject!.from > from &&
    /^(?:reason|fact|is|was|out|found|find|see|means|say)$/.test(words.norm[words.norm[from] === 'that' ? from - 1 : from - 2] ?? '')
  );
}

/** Whose act it is: "your builder" did it for the customer, "your driver" for us. */
function doerOf({ draft, grammar: { words } }: LazyReading, { subject }: Clause): Actor | undefined {
  const { actor, from, head } = subject!;
  if (words.norm[from] === 'your' && STAFF.at(words, head) && (actor === 'thing' || words.norm[from + 1] === 'own'))
    return words.norm[from + 1] !== 'own' && isSentToThem(words, head, draft.customer) ? 'colleague' : 'customer';
  if (actor === 'customer') return words.norm[from] === 'you' ? actor : undefined;
  return DOERS.has(actor) ? actor : undefined;
}

/** "It went in through the port while the phone was in your care": when it broke tells whose doing it was. */
function inTheirCare(reading: LazyReading, sentence: Sentence, clause: Clause): Deed | undefined {
  const { words } = reading.grammar;
  const { norm, start, end } = words;
  const { verb, subject, link, mention, negated, from, to } = clause;
  if (!verb || mention || negated || subject?.actor !== 'thing' || !/^(?:while|when|since|once)$/.test(link ?? '')) return undefined;
  if (verb.lemma !== 'be' || verb.tense !== 'past' || norm[verb.to] !== 'in' || norm[verb.to + 1] !== 'your') return undefined;
  if (!KEEPING.at(words, verb.to + 2)) return undefined;
  const before = reading.clauses[clause.index - 1];
  if (before?.sentence !== sentence.index || before.negated || before.verb?.tense !== 'past' || before.to < from) return undefined;
  return {
    start: before.start,
    end: end[Math.min(to, verb.to + 3) - 1] ?? start[from],
    clause: clause.index,
    sentence: sentence.index,
    actor: 'customer',
  };
}

/** The first -ing form of a verb in the stretch, with nothing but words between; -1 without. */
function doingAfter({ norm, gap }: Words, from: number, to: number): number {
  for (let i = from; i < to; i += 1) {
    if (gap[i] & (Gap.comma | Gap.stop | Gap.break)) return -1;
    if (norm[i].endsWith('ing') && norm[i] !== 'being' && verbReadings(norm[i]).some(({ forms }) => forms.includes('ing'))) return i;
  }
  return -1;
}

/** "It was overlooked at our Leeds works, not here in the shop": where it went wrong, set against where the reply is written. */
function notHere(reading: LazyReading, sentence: Sentence): Deed | undefined {
  const { norm, gap, start } = reading.grammar.words;
  for (let i = sentence.from + 2; i + 1 < sentence.to; i += 1) {
    if (norm[i] !== 'not' || !(gap[i] & Gap.comma) || !/^(?:here|us|ours|me|with|by|in|at|on)$/.test(norm[i + 1])) continue;
    if (!/^(?:here|us|ours|me)$/.test(norm[i + 1]) && !/^(?:here|us|our|ours|me|this)$/.test(norm[i + 2] ?? '')) continue;
    const clause = reading.clauseAt(i - 1);
    if (!clause?.verb || clause.mention || clause.negated || clause.mood !== 'statement' || !failsToAct(reading, clause)) continue;
    for (let k = clause.verb.to; k < i; k += 1)
      if (/^(?:at|in|by|on|with)$/.test(norm[k]) && /^(?:our|the|my|another)$/.test(norm[k + 1] ?? ''))
        return { start: start[clause.from], end: sentence.end, clause: clause.index, sentence: sentence.index, actor: 'department' };
  }
  return undefined;
}

/** What lays something at somebody's door, before their doing: "comes of", "down to", "on account of". */
const LAYING = /^(?:due to|owing to|down to|because of|account of|result of|comes of|came of|thanks to|comes from|came from)$/;

/** "It locked out on account of you turning the valve", "that is what comes of the night shift stacking them flat". */
function doingBlamed(reading: LazyReading, sentence: Sentence): Deed | undefined {
  const { words } = reading.grammar;
  const { norm, start, end } = words;
  for (let i = sentence.from + 1; i + 2 < sentence.to; i += 1) {
    if ((norm[i] !== 'of' && norm[i] !== 'to' && norm[i] !== 'from') || !LAYING.test(`${norm[i - 1]} ${norm[i]}`)) continue;
    let at = doingAfter(words, i + 2, Math.min(sentence.to, i + 8));
    let whose = at < 0 ? undefined : actorOfStretch(reading.grammar, i + 1, at);
    // "the marketing people overwriting it": the first such word may be a name.
    if (whose && !DOERS.has(whose.actor)) {
      at = doingAfter(words, at + 1, Math.min(sentence.to, i + 8));
      whose = at < 0 ? undefined : actorOfStretch(reading.grammar, i + 1, at);
    }
    // "Many thanks to you for sending the dates."
    if (!whose || !DOERS.has(whose.actor) || at - whose.to > 1 || norm[at - 1] === 'for') continue;
    const clause = reading.clauseAt(at);
    if (!clause || clause.mention || reading.isMention({ start: start[i], end: end[at] }) || BLAMELESS.at(words, at)) continue;
    if (reading.clauseAt(i - 1)?.negated) continue;
    return { start: sentence.start, end: sentence.end, clause: clause.index, sentence: sentence.index, actor: whose.actor };
  }
  return undefined;
}

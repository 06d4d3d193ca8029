import { listed, wordClass } from '../../lexicon/index.js';
import { actorOfStretch } from '../grammar/noun-phrases.js';
import type { LazyReading } from '../index.js';
import { isDeskAddress, targetOf } from './targets.js';
import type { Clause, NounPhrase, Referral, Sentence } from '../reading.js';

const DEPARTMENTS = listed('departments');

/** What is said of those whose business it is. */
const HANDLING = new Set('handle deal answer look sort manage cover own process take resolve respond'.split(' '));
/** "falls under Billing", "sits with our returns team". */
const BELONGING: Readonly<Record<string, string>> = { fall: 'under', sit: 'with', lie: 'with', rest: 'with', belong: 'with' };
const DUE = new Set(['need', 'have to', 'must', 'should', 'would', 'will']);
const RELATIVE = new Set(['who', 'which', 'that', 'whose', 'where']);
const THEIR_LINE = wordClass('number numbers phone telephone email mail line extension address details');
const RIGHT = wordClass('right best correct proper only');
const BEST = wordClass('best');
const CONTACTS = wordClass(
  'person people team place department desk number address contact ones one port line office resource bet option point source',
);

/**
 * A sentence that says whose business the matter is, with the way there in it or in the next: "this needs to go through our metering team, their number
 * is …", "the right people to speak to are our billing team". It sends the customer off as an order does.
 */
export function deskPointedTo(reading: LazyReading, sentence: Sentence): Omit<Referral, 'handedOver'> | undefined {
  if (sentence.question) return undefined;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    if (clause.mention || clause.mood !== 'statement' || clause.negated || !clause.verb) continue;
    const target = responsible(reading, sentence, clause);
    if (target && (saysWay(reading, sentence, clause.verb.to) || saysWay(reading, reading.sentences[sentence.index + 1], -1)))
      return {
        start: reading.grammar.words.start[Math.max(sentence.from, clause.from)],
        end: sentence.end,
        clause: k,
        sentence: sentence.index,
        target,
        optional: false,
      };
  }
  return rightPeople(reading, sentence) ?? bestResource(reading, sentence);
}

/** Whose the matter is by this clause: a part of ours or a firm that works for us. */
function responsible(reading: LazyReading, sentence: Sentence, { verb, subject, index, link }: Clause): Referral['target'] | undefined {
  const { norm } = reading.grammar.words;
  if (
    !verb ||
    verb.tense === 'none' ||
    RELATIVE.has(link ?? '') ||
    verb.tense === 'past' ||
    verb.tense === 'perfect' ||
    (verb.modal && !DUE.has(verb.modal))
  )
    return undefined;
  if (subject && subject.actor !== 'thing' && HANDLING.has(verb.lemma) && verb.voice === 'active')
    return elsewhere(targetOf(reading, subject, sentence));
  // "I think you need our claims department."
  if (subject?.actor === 'customer' && verb.lemma === 'need' && verb.tense === 'present' && !verb.modal)
    return named(reading, verb.to, sentence);
  if (!subject && index === sentence.firstClause) return headlined(reading, sentence);
  if (subject?.actor !== 'thing') return undefined;
  if (verb.voice === 'passive') {
    const by = wordAfter(norm, 'by', verb.to, sentence.to, 4);
    return by > 0 && HANDLING.has(verb.lemma) ? named(reading, by, sentence) : undefined;
  }
  if (verb.lemma === 'go' && verb.modal && /^(?:through|via|to)$/.test(norm[verb.to] ?? '')) return named(reading, verb.to + 1, sentence);
  const belongs = BELONGING[verb.lemma];
  if (belongs && norm[verb.to] === belongs) return named(reading, verb.to + 1, sentence);
  if (verb.lemma !== 'be') return undefined;
  const behind = wordAfter(norm, 'for', verb.to, sentence.to, 4);
  return behind > 0 && /^(?:one|matter|question|something|job|case)$/.test(norm[behind - 2] ?? '')
    ? named(reading, behind, sentence)
    : undefined;
}

/** "Billing handles that": a desk's name at the start may read like a verb. */
function headlined(reading: LazyReading, { from, to }: Sentence): Referral['target'] | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const verb = reading.grammar.tags.lemma[from + 1] ?? norm[from + 1]?.replace(/s$/, '');
  return from + 2 < to && DEPARTMENTS.at(words, from) && HANDLING.has(verb) ? 'part-of-ours' : undefined;
}

/** "The right people to speak to are our billing team." */
function rightPeople(reading: LazyReading, sentence: Sentence): Omit<Referral, 'handedOver'> | undefined {
  const { words } = reading.grammar;
  const { norm, start } = words;
  const end = Math.min(sentence.to, sentence.from + 12) - 2;
  for (let i = RIGHT.first(words, sentence.from, end); i >= 0; i = RIGHT.first(words, i + 1, end)) {
    if (!CONTACTS.at(words, i + 1) || !/^(?:the|your)$/.test(norm[i - 1] ?? '')) continue;
    for (let k = i + 2; k < Math.min(sentence.to - 1, i + 12); k += 1) {
      if (!/^(?:is|are|be)$/.test(norm[k])) continue;
      const target = norm[k + 1] === 'not' ? undefined : named(reading, k + 1, sentence);
      const clause = reading.clauseAt(k);
      return target && clause && !clause.mention
        ? { start: start[i - 1], end: sentence.end, clause: clause.index, sentence: sentence.index, target, optional: false }
        : undefined;
    }
  }
  return undefined;
}

/** "Our agents at the port will be your best resource." */
function bestResource(reading: LazyReading, sentence: Sentence): Omit<Referral, 'handedOver'> | undefined {
  const { words } = reading.grammar;
  const { norm, start } = words;
  const end = sentence.to - 1;
  for (let best = BEST.first(words, sentence.from + 3, end); best >= 0; best = BEST.first(words, best + 1, end)) {
    const i = best - 1;
    if (norm[i] !== 'your' || !CONTACTS.at(words, best + 1) || !/^(?:be|is|are)$/.test(norm[i - 1])) continue;
    const from = Math.max(sentence.from, i - 14);
    const target = named(reading, from, sentence);
    const clause = reading.clauseAt(i);
    if (!target || !clause || clause.mention || clause.mood !== 'statement' || clause.negated) return undefined;
    return { start: start[from], end: sentence.end, clause: clause.index, sentence: sentence.index, target, optional: false };
  }
  return undefined;
}

function named(reading: LazyReading, at: number, sentence: Sentence): Referral['target'] | undefined {
  if (isDeskAddress(reading, at)) return 'part-of-ours';
  const whom: NounPhrase | undefined = actorOfStretch(reading.grammar, at, sentence.to);
  return whom && elsewhere(targetOf(reading, whom, sentence));
}

function elsewhere(target: Referral['target'] | undefined): Referral['target'] | undefined {
  return target === 'part-of-ours' || target === 'third-party' ? target : undefined;
}

/** "their number is", "you can reach them on", "on 0131 496 0444", an address. */
function saysWay(reading: LazyReading, sentence: Sentence | undefined, after: number): boolean {
  if (!sentence || sentence.role !== 'body') return false;
  const { words } = reading.grammar;
  const { norm } = words;
  const { pos } = reading.grammar.tags;
  for (let i = Math.max(after, sentence.from); i < sentence.to; i += 1) {
    if (norm[i] === 'their' && (THEIR_LINE.at(words, i + 1) || THEIR_LINE.at(words, i + 2))) return true;
    if (/^(?:reach|contact|call|email|ring|phone)$/.test(norm[i]) && norm[i + 1] === 'them') return true;
    if ((norm[i] === 'on' || norm[i] === 'at') && pos[i + 1] === 'number' && pos[i + 2] === 'number') return true;
    if (isDeskAddress(reading, i)) return true;
  }
  return false;
}

function wordAfter(norm: readonly string[], word: string, from: number, to: number, reach: number): number {
  for (let i = from; i < Math.min(to, from + reach); i += 1) if (norm[i] === word) return i + 1;
  return -1;
}

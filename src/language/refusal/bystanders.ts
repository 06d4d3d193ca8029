import { inList, wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import { topicOf, topicOfAll } from '../question/topic.js';
import type { Clause, NounPhrase, Sentence, VerbGroup } from '../reading.js';

const TIMETABLED = new Set(
  'be open start begin run close shut end finish come arrive leave go take stay sit stand last seat serve hang'.split(' '),
);
/** Where things stand or are to be read. */
const PLACES = wordClass(
  'floor door website site page app portal map list leaflet board notice desk corner street square entrance lobby left right account profile menu settings brochure shop branch store window wall stairs lift centre station lane road avenue weekdays week clock',
);
const OPEN = wordClass('open valid available welcome free live');
/** Behind "on" or "in": why somebody or something is not to be had. */
const AWAY = wordClass(
  'holiday leave duty strike order loan hold hire rent call maternity sick hospital use repair transit storage dispute arrears debt force demand fire bed mourning probation',
);
/** What we do with a request before we answer it. */
const HANDLING = new Set(
  'review discuss consider look check examine assess receive read see pass forward note log record study go raise register open speak talk ask find take'.split(
    ' ',
  ),
);
/** How a message of theirs comes to us. */
const RECEIVED = new Set('arrive reach land come receive register'.split(' '));
/** What they said or wished explains no answer to it. */
const SPEAKING = new Set(
  'ask say tell write want request mention wish hope like call ring contact email ask enquire describe explain report send attach'.split(
    ' ',
  ),
);
const MATTERS = wordClass(
  'request application case claim appeal matter file enquiry message letter email form complaint details documents photos booking order',
);

/** "so that's where it stays", "so that is that", "that's just how the menu works". */
export function isEnding({ grammar: { words } }: LazyReading, from: number): boolean {
  const said = words.norm
    .slice(words.norm[from] === 'so' ? from + 1 : from, from + 6)
    .filter((word) => !/^(?:just|simply|only|also)$/.test(word))
    .join(' ');
  return /^(?:that|there|this|it) (?:is|'s) (?:where|that|it|the end|how|the way|what|final|as|(?:our |a |the )?(?:standard|common|usual|normal|general) (?:practice|procedure|way))\b/.test(
    said,
  );
}

/**
 * A fact with no limit in it that stands beside the refusal by chance: when and where things are, how their matter stands, what they told us, what was done with their
 * request. Before the refusal (`ahead`) such a sentence takes up their message.
 */
export function isBystander(reading: LazyReading, sentence: Sentence, { verb, subject, from }: Clause, refused: Sentence): boolean {
  const ahead = sentence.index < refused.index;
  if (isEnding(reading, from)) return true;
  if (!verb || !subject || verb.negated) return false;
  const { words } = reading.grammar;
  const { norm } = words;
  if (subject.actor === 'customer') return SPEAKING.has(verb.lemma);
  const current = verb.tense === 'present' && !verb.modal && verb.voice === 'active';
  if (HANDLING.has(verb.lemma) && !current && MATTERS.first(words, sentence.from, sentence.to) >= 0) return true;
  if (current && ((isTimetabled(reading, sentence, verb) && !sharesTopic(reading, subject, refused)) || isPraised(reading, sentence)))
    return true;
  // "Your stay was from the 3rd to the 6th."
  if (norm[subject.from] === 'your' && verb.lemma === 'be' && /^(?:from|on|at)$/.test(norm[verb.to] ?? '')) return true;
  // "He has your number."
  if (verb.lemma === 'have' && norm[verb.to] === 'your' && /^(?:number|address|details|name)$/.test(norm[verb.to + 1] ?? '')) return true;
  if (!ahead) return false;
  if (norm[subject.from] === 'your' && RECEIVED.has(verb.lemma)) return true;
  if (/^(?:meet|sit|convene|gather)$/.test(verb.lemma) && verb.tense === 'past') return true;
  // "Your sofa is on its way": how their matter stands.
  if (norm[subject.from] === 'your' && current && (verb.lemma !== 'be' || reading.grammar.tags.pos[verb.to] === 'preposition')) return true;
  return retells(reading, sentence);
}

/** "Our fish comes in on Fridays" may tell why there is no fish. */
function sharesTopic({ grammar }: LazyReading, subject: NounPhrase, refused: Sentence): boolean {
  const of = topicOf(grammar, refused.from, refused.to);
  return [...topicOf(grammar, subject.from, subject.to)].some((stem) => of.has(stem));
}

/** "The term begins on 4 September", "our counter is on the ground floor", "the lobby is open around the clock". */
function isTimetabled(reading: LazyReading, { to, end }: Sentence, verb: VerbGroup): boolean {
  if (!TIMETABLED.has(verb.lemma)) return false;
  const { words } = reading.grammar;
  if (verb.lemma === 'be' && OPEN.at(words, verb.to)) return !/^(?:to|for)$/.test(words.norm[verb.to + 1] ?? '');
  // "Joan is on holiday that week."
  if (AWAY.at(words, verb.to + 1)) return false;
  if (verb.lemma === 'be' && reading.grammar.tags.pos[verb.to] !== 'preposition') return false;
  const timed = reading.times.some(({ start }) => start >= words.start[verb.to - 1] && start < end);
  return timed || PLACES.first(words, verb.to, to) >= 0;
}

/** "Your room has a lovely terrace." */
function isPraised({ grammar: { words } }: LazyReading, { from, to }: Sentence): boolean {
  for (let i = from; i < to; i += 1) if (inList('positive-evaluation', words.norm[i])) return true;
  return false;
}

/** What they wrote, told again: nearly every word that carries a topic is theirs. */
function retells(reading: LazyReading, { from, to }: Sentence): boolean {
  const theirs = reading.customerGrammar && topicOfAll(reading.customerGrammar);
  if (!theirs) return false;
  const told = [...topicOf(reading.grammar, from, to)];
  return told.length > 1 && told.filter((stem) => theirs.has(stem)).length / told.length > 0.7;
}

/** What was put right, or is put in its place. */
const PUT_RIGHT = new Set(
  'replace repair fix clean refund update improve install restore mend repaint service upgrade renew refurbish reopen'.split(' '),
);

/** Behind the refusal: "The fans were replaced on Tuesday", "The chilli is one you might like" are about something else. */
export function isAnotherMatter(reading: LazyReading, sentence: Sentence, refused: Sentence): boolean {
  const { norm } = reading.grammar.words;
  for (let i = sentence.from; i + 2 < sentence.to; i += 1) {
    if (norm[i] !== 'you') continue;
    const at = /^(?:two|both|all)$/.test(norm[i + 1]) ? i + 2 : i + 1;
    if (/^(?:might|may|could|would)$/.test(norm[at]) && /^(?:like|enjoy|love|prefer|try|fancy)$/.test(norm[at + 1] ?? '')) return true;
  }
  const { verb, subject } = reading.clauses[sentence.firstClause] ?? {};
  if (verb && subject && !verb.negated && !verb.modal && isWhatRemains(reading, subject, verb)) return true;
  if (!verb || !subject || verb.voice !== 'passive' || verb.negated || verb.modal || !PUT_RIGHT.has(verb.lemma)) return false;
  if (reading.grammar.tags.pos[subject.from] === 'pronoun' || reading.clauses[sentence.firstClause + 1]?.sentence === sentence.index)
    return false;
  for (let i = subject.from; i < subject.to; i += 1)
    if (reading.isContent(i) && norm.slice(refused.from, refused.to).includes(norm[i])) return false;
  return true;
}

/** What there is in place of what they asked for. */
export const INSTEAD = /^(?:next|new|paid|breakfast|alternative|cheaper|smaller|larger|standard|regular|ordinary)$/;

/** "The next round opens in September", "the paid repair is €85", "it comes on Wednesday": what there is instead, or how things go on. */
function isWhatRemains({ grammar: { words } }: LazyReading, subject: NounPhrase, verb: VerbGroup): boolean {
  const { norm } = words;
  for (let i = subject.from; i < subject.to; i += 1) if (INSTEAD.test(norm[i])) return true;
  return norm[subject.from] === 'it' && /^(?:come|arrive)$/.test(verb.lemma) && verb.tense === 'present' && norm[verb.to] === 'on';
}

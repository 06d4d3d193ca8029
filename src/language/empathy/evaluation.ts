import { listed, wordClass } from '../../lexicon/index.js';
import { anchored, restates } from './anchors.js';
import type { LazyReading } from '../index.js';
import { echoesThem } from './siding.js';
import { opensGenerically, reflection } from './reflection.js';
import { isDear } from './stakes.js';
import { situation } from './situation.js';
import { describes, hardForUs, heard, judged, pricesSomething } from './judgement.js';
import { GOOD } from './judgement-words.js';
import { isVerdict } from './situation-predicate.js';
import type { Clause, EmpathyStatement, Sentence } from '../reading.js';

const EVALUATIVE_WORDS = listed('evaluative-words');
const POSITIVE_EVALUATION = listed('positive-evaluation');
const FEELING_WORDS = listed('feeling-words');

const COPULA = new Set('be feel sound seem look become make mean leave get stay turn end'.split(' '));
/** What a situation does to those who are in it. */
const BURDEN = new Set(
  'cost hurt sting drain spoil ruin wreck wear tire waste upset worry annoy frustrate drag try grate rankle disrupt matter exhaust rankle irk dismay rattle unnerve dishearten'.split(
    ' ',
  ),
);
const ANYBODY = wordClass('anyone anybody everyone everybody anyones anybodys most me us');
const WORN = wordClass('fed sick tired exhausted drained furious livid desperate wondering at beside');
/** "It matters twice over", "it matters all the more": to them. */
const WEIGHING = wordClass('twice double doubly all even enormously hugely terribly deeply');
const BEFALLEN = wordClass('people anyone anybody everyone everybody you customers guests passengers');
/** These tie a clause to the noun before it: the clause is no main clause. */
const DEPENDENT = new Set(
  'that who which whose whom where when while if because since until unless although though as after before whether how why what'.split(
    ' ',
  ),
);

/** It is maddening to …; waiting three weeks is stressful; a bag of moths is revolting: an evaluation predicated of the situation. */
export function evaluation(reading: LazyReading, sentence: Sentence, theirs: ReadonlySet<string>): EmpathyStatement | undefined {
  let opener = sentence.from;
  let opened = false;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    const { verb } = clause;
    if (!verb || clause.mention || clause.mood === 'question' || clause.mood === 'imperative') continue;
    const finite = verb.tense !== 'none';
    // A verb with no subject of its own still speaks of what the sentence began with: "Two hours of baking lost is a lot of bread".
    const fresh =
      clause.link !== undefined || (clause.subject !== undefined && clause.subject.from >= clause.from && clause.subject.to <= verb.from);
    if (opened && finite && fresh && !DEPENDENT.has(clause.link ?? '')) opener = clause.from;
    if (judges(reading, clause, opener, theirs) || isSuchToDo(reading, sentence, clause) || judgesFragment(reading, sentence, clause))
      return {
        start: clause.start,
        end: clause.end,
        sentence: sentence.index,
        kind: 'evaluation',
        specific: anchored(reading, sentence.from, sentence.to),
      };
    if (finite && !DEPENDENT.has(clause.link ?? '')) opened = true;
  }
  if (sentence.role === 'body' && echoesThem(reading, sentence, theirs))
    return { start: sentence.start, end: sentence.end, sentence: sentence.index, kind: 'validation', specific: true };
  if (isDear(reading, sentence))
    return { start: sentence.start, end: sentence.end, sentence: sentence.index, kind: 'evaluation', specific: true };
  return (
    exclaimed(reading, sentence) ??
    costsDearly(reading, sentence) ??
    situation(reading, sentence, theirs) ??
    reflection(reading, sentence, theirs)
  );
}

/** "Frustrating to pay for a seat and stand", "maddening when the lift fails", "not fun, two hours in the rain": a judgement that opens its sentence, without "it is". */
function judgesFragment(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  if (clause.index !== sentence.firstClause || sentence.role !== 'body') return false;
  const { words, tags } = reading.grammar;
  const { norm } = words;
  let at = sentence.from;
  while (at < sentence.to && (tags.pos[at] === 'adverb' || tags.pos[at] === 'interjection') && at < sentence.from + 3) at += 1;
  const denied = norm[at] === 'not' || norm[at] === 'no';
  if (denied) at += 1;
  if (denied ? !GOOD.at(words, at) : !EVALUATIVE_WORDS.at(words, at)) return false;
  if (heard(words, at) || hardForUs(norm, at)) return false;
  return /^(?:to|when|that|having|being|if)$/.test(norm[at + 1] ?? '') && anchored(reading, at + 2, sentence.to);
}

/** "It is a cheek to send a man home", "it was a poor show to leave you there": what it was to do that. */
function isSuchToDo(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { words } = reading.grammar;
  const { subject, verb, to } = clause;
  if (
    verb!.lemma !== 'be' ||
    verb!.negated ||
    verb!.modal ||
    !subject ||
    words.norm[subject.from] !== 'it' ||
    !/^an?$/.test(words.norm[verb!.to] ?? '')
  )
    return false;
  const infinitive = words.norm.indexOf('to', verb!.to);
  if (infinitive < 0 || infinitive > verb!.to + 4 || infinitive >= Math.min(sentence.to, to + 1) || heard(words, infinitive - 1))
    return false;
  return isVerdict(reading, verb!.to, infinitive, false) && anchored(reading, infinitive + 1, sentence.to);
}

/** "How galling to be charged for something you cancelled." */
function exclaimed(reading: LazyReading, sentence: Sentence): EmpathyStatement | undefined {
  const { words } = reading.grammar;
  const at = sentence.from;
  const judged = words.norm[at] === 'how' && EVALUATIVE_WORDS.at(words, at + 1) && words.norm[at + 2] !== 'for';
  // "What a nuisance for you", "how frustrating!": said of what they told, even without its words.
  const what =
    words.norm[at] === 'what' &&
    /^an?$/.test(words.norm[at + 1] ?? '') &&
    (EVALUATIVE_WORDS.at(words, at + 2) || isHardship(words.norm, at + 2) || (words.norm[at + 2] === 'way' && words.norm[at + 3] === 'to'));
  const alone =
    (judged && at + 2 >= sentence.to) ||
    (at + 1 === sentence.to && EVALUATIVE_WORDS.at(words, at) && sentence.role === 'body' && reading.body[0] !== sentence);
  const specific = anchored(reading, at + 2, sentence.to);
  if (!what && !alone && (!judged || !specific)) return undefined;
  return { start: sentence.start, end: sentence.end, sentence: sentence.index, kind: 'evaluation', specific };
}

/** "(What a) wait", "long walk", "lengthy hold". */
function isHardship(norm: readonly string[], at: number): boolean {
  const long = /^(?:long|lengthy)$/.test(norm[at] ?? '');
  const noun = norm[long ? at + 1 : at] ?? '';
  if (/^(?:wait|walk|trek|haul|delay|queue|line|hold|palaver|rigmarole|saga|runaround|detour|trudge)$/.test(noun)) return true;
  return long && /^(?:day|night|evening|morning|week|trip|journey|drive|flight|ride|time)$/.test(noun);
}

const COST = wordClass('cost costs');

/** "… costs real money": after a run of nouns the tagger takes the verb for one more. */
function costsDearly(reading: LazyReading, sentence: Sentence): EmpathyStatement | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const end = sentence.to - 1;
  for (let i = COST.first(words, sentence.from + 1, end); i >= 0; i = COST.first(words, i + 1, end)) {
    const paid = norm
      .slice(i + 1, Math.min(i + 4, sentence.to))
      .some((word) => /^(?:money|time|sleep|you|patience|trade|customers|nerves|dear|dearly)$/.test(word));
    // "Trained staff costs money": a truism about us.
    const truism = norm[i + 1] === 'of' || norm[i + 1] === 'money' || norm[i + 1] === 'time';
    if (paid && !truism)
      return {
        start: sentence.start,
        end: sentence.end,
        sentence: sentence.index,
        kind: 'evaluation',
        specific: anchored(reading, sentence.from, i),
      };
  }
  return undefined;
}

function judges(reading: LazyReading, clause: Clause, opener: number, theirs: ReadonlySet<string>): boolean {
  const { words } = reading.grammar;
  const verb = clause.verb!;
  const actor = clause.subject?.actor;
  if (actor === 'own' || actor === 'circumstance' || clause.mood === 'condition' || isHoped(reading, clause)) return false;
  // "Our web guys are hopeless" runs people down; it pities nobody.
  if ((actor === 'colleague' || actor === 'department') && verb.lemma === 'be' && verb.tense === 'present') return false;
  // "You must be worn out" judges their lot, "you were late" their doing; a subject read wrongly ("waiting … must feel endless") is mended by the modal, too.
  // "You must be fed up with hearing from us."
  if (actor === 'customer' && verb.modal === 'must' && verb.lemma === 'be' && !verb.negated)
    if (FEELING_WORDS.first(words, verb.to, verb.to + 4) >= 0 || WORN.first(words, verb.to, verb.to + 3) >= 0) return true;
  // "You must have had enough of us."
  if (actor === 'customer' && verb.modal === 'must' && verb.tense === 'perfect' && !verb.negated && verb.voice === 'active')
    if (/^(?:feel|wonder|worry|dread|despair)$/.test(verb.lemma) || (verb.lemma === 'have' && words.norm[verb.to] === 'enough'))
      return true;
  // "That must come as a blow."
  if (verb.modal === 'must' && verb.lemma === 'come' && actor !== 'customer' && words.norm[verb.to] === 'as') return true;
  const theirDoing = actor === 'customer' && verb.modal !== 'must';
  if (theirDoing && verb.lemma !== 'be') return false;
  // Not "I doubt that my team would ignore anyone".
  if (
    verb.modal === 'would' &&
    strikesSomebody(words.norm, ANYBODY.first(words, verb.to, verb.to + 5)) &&
    !theirDoing &&
    (actor === undefined || actor === 'thing')
  )
    return true;
  // "That shoe would have finished my stay, too", "a week of that would have had us packing", "two days beside a drain would empty any stall".
  if (
    verb.modal === 'would' &&
    !theirDoing &&
    actor === 'thing' &&
    verb.voice === 'active' &&
    !verb.negated &&
    strikesAnyone(words.norm, verb.to, clause.to)
  )
    return true;
  // "It could have ended very differently."
  if (
    actor === 'thing' &&
    verb.modal === 'could' &&
    verb.tense === 'perfect' &&
    verb.voice === 'active' &&
    /^(?:end|have|go|happen)$/.test(verb.lemma)
  )
    return true;
  if (/^(?:leave|keep)$/.test(verb.lemma) && verb.voice === 'active' && BEFALLEN.at(words, verb.to) && words.norm[verb.to] !== 'you')
    return true;
  // "Drives people mad": what it does to those whom it befalls.
  if (/^(?:drive|send|leave|make)$/.test(verb.lemma) && verb.voice === 'active' && BEFALLEN.at(words, verb.to) && judged(reading, clause))
    return true;
  if (verb.lemma === 'make' && verb.voice === 'active' && isInTheBody(words.norm, verb.to)) return true;
  // Any parent would be angry.
  if (
    verb.modal === 'would' &&
    verb.lemma === 'be' &&
    actor === 'thing' &&
    !verb.negated &&
    FEELING_WORDS.first(words, verb.to, clause.to) >= 0
  )
    return true;
  // Carrying shopping up five floors must feel like mockery.
  if (
    verb.modal === 'must' &&
    verb.tense === 'present' &&
    /^(?:feel|sound|seem|reek|stink|smell|hurt|sting|ache|itch|rankle|grate|gall|drag)$/.test(verb.lemma)
  )
    return true;
  // Your diary must look like a battlefield.
  if (verb.modal === 'must' && clause.subject && words.norm[clause.subject.from] === 'your' && COPULA.has(verb.lemma)) return true;
  // It must have been a long night.
  if (verb.modal === 'must' && verb.tense === 'perfect' && verb.voice === 'active' && COPULA.has(verb.lemma)) return true;
  // "(We'll look into) this matter further": the noun.
  if (verb.lemma === 'matter' && words.norm[verb.main] === 'matter' && /^(?:this|that|the|it)$/.test(words.norm[verb.main - 1] ?? ''))
    return false;
  if (verb.lemma === 'matter' && !verb.negated && WEIGHING.first(words, verb.to, clause.to) === verb.to) return true;
  const generic = opensGenerically(reading, opener);
  if (BURDEN.has(verb.lemma) && !verb.negated && verb.voice === 'active' && actor !== 'customer' && verb.tense !== 'none')
    return !pricesSomething(reading, clause) && (generic || verb.lemma !== 'try');
  // "is wearing" looks like a progressive: the main verb itself may be the judgement.
  const participle = verb.lemma !== 'be' && (verb.progressive || verb.voice === 'passive') && EVALUATIVE_WORDS.at(words, verb.main);
  if (participle) return !verb.negated && !heard(words, verb.main);
  if (!COPULA.has(verb.lemma) || verb.voice === 'passive' || theirDoing) return false;
  if (/^(?:hardly|scarcely)$/.test(words.norm[verb.to - 1])) return !/^(?:our|my|us|ours)$/.test(words.norm[verb.to] ?? '');
  // "It's no big thing" makes light of it.
  if (words.norm[verb.to] === 'no' && /^(?:big|great|huge|major|real|terrible)$/.test(words.norm[verb.to + 1] ?? '')) return false;
  if (verb.lemma === 'leave' && words.norm[verb.to] === 'you') return true;
  // Three weeks of rubbish is a stinking business.
  const lasting = generic && verb.lemma === 'be' && spansTime(reading, opener) && /^an?$/.test(words.norm[verb.to] ?? '');
  return (
    judged(reading, clause) ||
    (lasting && describes(reading, clause)) ||
    (generic &&
      verb.lemma !== 'leave' &&
      restates(reading, opener, verb.from, theirs) &&
      describes(reading, clause) &&
      // "Table 9 is a lovely spot" makes light of it.
      (verb.negated || POSITIVE_EVALUATION.first(words, verb.to, clause.to) < 0))
  );
}

/** "We hope it will be smooth sailing after the rough air": what is to come. */
function isHoped({ clauses }: LazyReading, { index, sentence, verb }: Clause): boolean {
  const before = clauses[index - 1];
  return verb!.tense === 'future' && before?.sentence === sentence && /^(?:hope|trust|wish|expect)$/.test(before.verb?.lemma ?? '');
}

/** "would be assigned by us" names who does it, not whom it strikes. */
function strikesSomebody(norm: readonly string[], at: number): boolean {
  return at >= 0 && norm[at - 1] !== 'by';
}

/** "any stall", "my stay too", "anyone's evening", "most people": whoever it befell would feel the same. */
function strikesAnyone(norm: readonly string[], from: number, to: number): boolean {
  if (norm[from] === 'any' || norm[from] === 'most' || norm[from] === 'anyone' || norm[from] === 'anybody') return true;
  if (norm[from] === 'the' && norm[from + 2] === 'of' && /^(?:any|anyone|anybody|most)$/.test(norm[from + 3] ?? '')) return true;
  return (
    /^(?:my|our)$/.test(norm[from] ?? '') && norm.slice(from + 1, Math.min(to, from + 6)).some((word) => word === 'too' || word === 'as')
  );
}

/** "(makes) your stomach drop", "anyone's blood boil": a shock as the body feels it. */
function isInTheBody(norm: readonly string[], at: number): boolean {
  const organ = norm[at + 1] === "'s" ? at + 2 : at + 1;
  return (
    /^(?:stomach|stomachs|heart|hearts|blood|skin|flesh|hair|knees|head)$/.test(norm[organ] ?? '') &&
    /^(?:drop|sink|turn|churn|lurch|flip|boil|crawl|stand|race|stop|pound|spin|run|curdle|freeze)$/.test(norm[organ + 1] ?? '')
  );
}

/** "Three weeks of …", "forty minutes with …" */
function spansTime({ grammar: { words, tags } }: LazyReading, from: number): boolean {
  const at = words.norm[from] === 'a' || words.norm[from] === 'an' || tags.pos[from] === 'number' ? from + 1 : from;
  return (
    /^(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|fortnight)$/.test(words.norm[at] ?? '') &&
    /^(?:of|without|with|in|on|at)$/.test(words.norm[at + 1] ?? '')
  );
}

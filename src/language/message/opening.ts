import { hasWord } from '../../text/words.js';
import { listed, wordClass } from '../../lexicon/index.js';
import type { Grammar } from '../grammar/grammar.js';
import type { LazyReading } from '../index.js';
import type { Clause, Opening, Sentence } from '../reading.js';
import { topicOf, topicOfAll } from '../question/topic.js';

const CONTACT_NOUNS = listed('contact-nouns');

/** How many sentences of the body count as its opening, besides the rest of their paragraph. */
const OPENING = 2;
/** How many sentences of one paragraph are looked at. */
const LONGEST = 12;
const ANSWERS = wordClass(
  'yes no yep yeah nope certainly absolutely definitely indeed correct sure congratulations welcome oh ouch wow unfortunately sadly awesome great hooray',
);
const GLAD = wordClass(
  'glad happy pleased delighted thrilled great good lovely wonderful nice excited love loved honoured proud fantastic awesome humbled',
);
/** What we do with a message once we have it. */
const TAKEN_UP = new Set(
  'receive get read see look check review investigate note understand speak hear find log raise register pass forward share escalate reopen open trace listen watch discuss ask talk go'.split(
    ' ',
  ),
);
/** What customers do that a reply may recall: "you asked", "you mentioned". */
const TOLD = new Set(
  'ask mention say write report tell request describe send note raise contact call ring explain want need wish like wonder'.split(' '),
);
const ABOUT = wordClass('regarding concerning re about following further');
/** Where a message is filed, and other nouns of the office: naming them names nothing of the customer's (RULES §5). */
const OFFICE = wordClass(
  'ticket tickets query queries case cases request requests reference number numbers enquiry enquiries grievance grievances incident satisfaction patience convenience cooperation understanding attention name surname postcode satisfaction business custom loyalty comfort safety interest details data information consent permission signature call position place turn inbox end side behalf part reply response device phone id documents document',
);
/** In chat any other demand is an answer: "Please ask our people at the pier". */
const SUPPLYING = new Set(
  'send provide share forward dm message fill complete submit return confirm quote ensure supply upload attach'.split(' '),
);
const EVALUATING = new Set('be sound seem look feel happen'.split(' '));
/** Our side asks for something with these. */
const DEMANDS = new Set('need require request ask demand'.split(' '));
/** How we handle messages in general: tickets, hours, queues. */
const PROCESS = wordClass(
  'ticket tickets case cases query queries request requests enquiry enquiries grievance grievances complaint complaints email emails message messages mail mails letter letters hours satisfaction queue response office',
);
const PERSONAL = wordClass('you your yours we us our i my me');
const POINTING = wordClass('this that these those it they he she');
const ENGAGED = new Set(
  'help assist look check investigate fix sort work care apologise resolve solve connect understand hear recommend suggest advise'.split(
    ' ',
  ),
);

/**
 * How the reply opens: which words of the opening take up the customer's contact (thanks, an apology, understanding, an answer, their own topic), or, when none
 * do, whether it starts with a demand of ours, with our process, or with something else. Naming a thing of theirs (your printer) takes it up; your ticket, or
 * a demand for their student number, does not. `undefined` for a reply without a body.
 */
export function readOpening(reading: LazyReading): Opening | undefined {
  const opening = openingOf(reading);
  if (opening.length === 0) return undefined;
  const { customerGrammar: customer } = reading;
  const told = customer && topicOfAll(customer);
  // A reply that starts with its house rules has not turned to the customer when it comes to the matter.
  const ruled =
    told !== undefined &&
    !reading.brief &&
    (isHouseRule(reading, opening[0]) || isOwnDemand(reading, opening[0]) || isBesideTheMatter(reading, opening, told));
  for (const sentence of opening) {
    const kind = kindOf(reading, sentence, told);
    if (kind && !(ruled && sentence !== opening[0] && TO_THE_MATTER.has(kind))) return { kind, start: sentence.start, end: sentence.end };
  }
  const [{ start, end, from, to, firstClause, endClause }] = opening;
  const demand = reading.clauses
    .slice(firstClause, endClause)
    .some((clause) => isDemand(clause) && !isInvited(reading, clause) && (!reading.brief || SUPPLYING.has(clause.verb!.lemma)));
  const process = !reading.brief && (PROCESS.first(reading.grammar.words, from, to) >= 0 || (ruled && !isOwnDemand(reading, opening[0])));
  return { kind: demand ? 'demand' : process ? 'process' : 'other', start, end };
}

const TO_THE_MATTER: ReadonlySet<Opening['kind']> = new Set<Opening['kind']>(['answer', 'topic', 'engagement']);

/** "If you have questions, send us a message": as they please. */
function isInvited({ clauses }: LazyReading, { index, sentence }: Clause): boolean {
  const before = clauses[index - 1];
  return before?.sentence === sentence && before.mood === 'condition' && before.subject?.actor === 'customer';
}

/** "We require a passport" */
function isOwnDemand({ clauses }: LazyReading, { firstClause, endClause }: Sentence): boolean {
  return clauses.slice(firstClause, endClause).some((clause) => clause.subject?.actor === 'own' && isDemand(clause));
}

/** "Invoices are generated on the 25th", "payment is by bank draft only", "all accounts are updated overnight": how things are done, with nobody in it. */
function isHouseRule({ grammar: { words, tags }, clauses }: LazyReading, { from, to, firstClause }: Sentence): boolean {
  const { verb, subject, mood } = clauses[firstClause];
  if (!verb || !subject || mood !== 'statement' || verb.negated || subject.actor === 'own' || subject.actor === 'customer') return false;
  if (verb.tense !== 'present' || (verb.modal && verb.modal !== 'must' && verb.modal !== 'can' && verb.modal !== 'may')) return false;
  if (PERSONAL.first(words, from, to) >= 0) return false;
  const general = words.norm[subject.from] === 'all' || (tags.pos[subject.from] === 'nominal' && subject.from === from);
  return general && (verb.voice === 'passive' || verb.modal === 'must' || (verb.lemma === 'be' && tags.pos[verb.to] === 'preposition'));
}

/**
 * "The committee sits on Tuesdays. Papers close a week before.", and only the next paragraph comes to the pitch they asked for: the first paragraph tells how
 * things are here, and shares no word with the customer, where a later one does.
 */
function isBesideTheMatter(reading: LazyReading, opening: readonly Sentence[], told: ReadonlySet<string>): boolean {
  const { grammar, clauses, sentences } = reading;
  const { words } = grammar;
  const { paragraph } = opening[0];
  const first = opening.filter((sentence) => sentence.paragraph === paragraph);
  const asItIs = first.every(({ from, to, firstClause, question }) => {
    const { verb, subject, mood } = clauses[firstClause];
    if (question || !verb || !subject || mood !== 'statement' || verb.tense !== 'present' || verb.progressive) return false;
    if (subject.actor === 'own' || subject.actor === 'customer' || POINTING.at(words, subject.from)) return false;
    return PERSONAL.first(words, from, to) < 0 && !shares(told, topicOf(grammar, from, to));
  });
  if (!asItIs || isAnsweredWithin(reading, opening[0].start, first[first.length - 1].end)) return false;
  return sentences.some(
    (later) => later.role === 'body' && later.paragraph !== paragraph && shares(told, topicOf(grammar, later.from, later.to)),
  );
}

/** The first sentences of the body and the rest of their paragraphs. A wish or greeting is no sentence of the opening. */
function openingOf(reading: LazyReading): readonly Sentence[] {
  const opening: Sentence[] = [];
  let counted = 0;
  for (const sentence of reading.sentences) {
    if (sentence.role !== 'body' || sentence.to === sentence.from || isHeaderLine(reading, sentence)) continue;
    if (opening.length >= LONGEST) break;
    if (counted >= OPENING && sentence.paragraph !== opening[opening.length - 1].paragraph) break;
    opening.push(sentence);
    if (!isCourtesy(reading.grammar, sentence)) counted += 1;
  }
  return opening;
}

/** "Subject: RE: …": a line of the mail's head that was pasted in says nothing to the customer. */
function isHeaderLine({ grammar: { words, text } }: LazyReading, { from }: Sentence): boolean {
  return /^(?:subject|re|fwd?|betreff)$/.test(words.norm[from]) && text[words.end[from]] === ':';
}

/** "Good morning.", "I hope you are well.", "My name is Jo." */
function isCourtesy(grammar: Grammar, sentence: Sentence): boolean {
  const { norm } = grammar.words;
  const [first, second] = [norm[sentence.from], norm[sentence.from + 1]];
  if (first === 'good' && /^(?:morning|afternoon|evening|day)$/.test(second ?? '')) return sentence.to - sentence.from <= 4;
  if (first === 'my' && second === 'name') return true;
  const hoping = first === 'hope' || second === 'hope' || first === 'greetings' || first === 'hello' || first === 'hi';
  return hoping && sentence.to - sentence.from <= 9;
}

function kindOf(reading: LazyReading, sentence: Sentence, told: ReadonlySet<string> | undefined): Opening['kind'] | undefined {
  const { index } = sentence;
  if (reading.thanks.some((thanks) => thanks.sentence === index && !/^(?:sign-off|advance|patience)$/.test(thanks.object))) return 'thanks';
  if (reading.apologies.some((apology) => apology.sentence === index && !apology.mention)) return 'apology';
  if (reading.empathy.some((statement) => statement.sentence === index)) return 'empathy';
  const { words } = reading.grammar;
  if (ANSWERS.at(words, sentence.from) || (words.norm[sentence.from] === 'of' && words.norm[sentence.from + 1] === 'course'))
    return 'answer';
  if (isWelcome(reading.grammar, sentence)) return 'welcome';
  if (
    ABOUT.at(words, sentence.from) ||
    (words.norm[sentence.from] === 'as' && /^(?:you|requested)$/.test(words.norm[sentence.from + 1] ?? ''))
  )
    return 'topic';
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const kind = ofClause(reading, reading.clauses[k], told === undefined);
    if (kind) return kind;
  }
  if (told && shares(told, topicOf(reading.grammar, sentence.from, sentence.to))) return 'topic';
  if (!isOwnDemand(reading, sentence) && isAnsweredWithin(reading, sentence.start, sentence.end)) return 'answer';
  return sentence.question ? 'engagement' : undefined;
}

function isAnsweredWithin({ questions }: LazyReading, start: number, end: number): boolean {
  return questions.some(
    ({ answer, answeredAt, oblique }) =>
      answer !== 'missed' && !oblique && answeredAt && answeredAt.start >= start && answeredAt.end <= end,
  );
}

function shares(told: ReadonlySet<string>, said: ReadonlySet<string>): boolean {
  for (const stem of said) if (told.has(stem)) return true;
  return false;
}

/** "Great to hear that", "so pleased you enjoyed it", "you're welcome", "you are right". */
function isWelcome({ words }: Grammar, sentence: Sentence): boolean {
  const { norm } = words;
  for (let i = sentence.from; i < Math.min(sentence.to, sentence.from + 12); i += 1) {
    if (
      norm[i] === 'you' &&
      (norm[i + 1] === 'are' || norm[i + 1] === 'were') &&
      /^(?:right|welcome|correct|most|quite|absolutely|very)$/.test(norm[i + 2] ?? '')
    )
      return true;
    if (!GLAD.at(words, i)) continue;
    for (let k = i + 1; k < Math.min(i + 5, sentence.to); k += 1)
      if (/^(?:you|your|hear|hearing|read|reading|see|seeing|learn|know|that|it|having|have)$/.test(norm[k])) return true;
  }
  return false;
}

function ofClause(reading: LazyReading, clause: Clause, alone: boolean): Opening['kind'] | undefined {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  const { verb, subject } = clause;
  const demand = isDemand(clause);
  // "Your message is in front of me", "we have your letter"; not "quote your reference".
  for (let i = clause.from; i < clause.to && !demand; i += 1) {
    if (norm[i] !== 'your' && norm[i] !== 'yours') continue;
    let head = i + 1;
    while (head + 1 < clause.to && (tags.pos[head + 1] === 'nominal' || tags.pos[head + 1] === 'genitive') && !words.gap[head + 1])
      head += 1;
    if (OFFICE.at(words, head)) continue;
    if (CONTACT_NOUNS.at(words, head)) return 'contact';
    if (tags.pos[head] === 'nominal') return alone || clause.mood !== 'imperative' ? 'topic' : undefined;
  }
  if (!verb) return undefined;
  // "Let us get this checked", "allow us to look into it", "give me a moment".
  if (
    clause.mood === 'imperative' &&
    /^(?:let|allow|give)$/.test(verb.lemma) &&
    /^(?:us|me)$/.test(norm[verb.to] ?? '') &&
    norm[verb.to + 1] !== 'know'
  )
    return 'engagement';
  if (demand) return undefined;
  if (subject?.actor === 'own') {
    if (TAKEN_UP.has(verb.lemma) && (verb.tense === 'past' || verb.tense === 'perfect')) return 'contact';
    if (ENGAGED.has(verb.lemma) || (/^(?:take|have)$/.test(verb.lemma) && hasWord(norm, verb.to, clause.to, 'look'))) return 'engagement';
    if (verb.lemma === 'want' && verb.negated) return 'engagement';
    if ((verb.tense === 'past' || verb.tense === 'perfect') && verb.voice === 'active' && verb.lemma !== 'be') return 'event';
    return undefined;
  }
  if (subject?.actor === 'customer') {
    if (TOLD.has(verb.lemma) && clause.mood === 'statement') return 'contact';
    if ((verb.tense === 'past' || verb.tense === 'perfect') && clause.mood === 'statement') return 'event';
    return undefined;
  }
  // "This is not the experience we want", "that sounds wrong".
  const demonstrative = subject && /^(?:this|that|it|these)$/.test(norm[subject.from]) && subject.to === subject.from + 1;
  return demonstrative && EVALUATING.has(verb.lemma) && verb.tense !== 'future' && clause.mood === 'statement' ? 'engagement' : undefined;
}

/** We ask for something: an imperative, or "we need / require". */
function isDemand({ verb, subject, mood }: Clause): boolean {
  if (!verb) return false;
  if (mood === 'imperative') return !verb.negated && verb.lemma !== 'let';
  if (subject?.actor === 'own') return DEMANDS.has(verb.lemma) || verb.modal === 'need' || verb.lemma === 'need';
  return subject?.actor === 'customer' && (verb.modal === 'must' || verb.modal === 'need' || verb.modal === 'have to');
}

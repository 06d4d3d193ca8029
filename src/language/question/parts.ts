import { inList } from '../../lexicon/index.js';
import { firstEndingAfter, type Span } from '../../text/span.js';
import { Gap } from '../../text/words.js';
import type { Grammar } from '../grammar/grammar.js';
import type { CustomerQuestion, Sentence } from '../reading.js';
import { fragmentIn } from './fragments.js';
import { beforeLink, coreEnd, endOf, frontedTopic } from './bounds.js';
import { openers, TELLING } from './openers.js';
import { asksConsent, asksDuty, asksSumBack, ofOneself, tiesOf } from './ties.js';
import { inRequestForm, request, requestsIn, splitDeeds } from './requests.js';
import { firstPastWord } from '../window.js';
import { isRhetorical, mayReproach } from './rhetorical.js';
import { carriesTopic, REFUND, stem, topicOf, topicOfAll } from './topic.js';
import { wantedAt, type Wanted } from './wanted.js';

/** One question or request of the customer, cut out of its sentence. */
export interface Part extends Span {
  readonly kind: CustomerQuestion['kind'];
  readonly wanted: Wanted;
  /** Stems of its words that carry a topic. */
  readonly topic: ReadonlySet<string>;
  /** Those of them that nothing else in the message holds: what this question is about, and its story is not. All of them where it has none of its own. */
  readonly focus: ReadonlySet<string>;
  /** Of a question that only points ("who can I hand them to?"): the stems of what was said just before it. */
  readonly around: ReadonlySet<string>;
  /** Stems of what is told before it in its sentence: "I travel on Wednesdays, can I …". */
  readonly setting: ReadonlySet<string>;
  /** Joined on with "and" or "also". */
  readonly joined: boolean;
  /** Speaks of "it" or "that": of what was asked before. */
  readonly pointing: boolean;
  /** Asks of "it" or "that" itself: "is that your fault?" */
  readonly ofIt?: boolean;
  /** Asked only if the answer before it is no ("If not, when …?") or yes ("If so, how …?"). */
  readonly unless?: 'yes' | 'no';
  /** A reproach as much as a question: "why can't I get on?", "what is happening?" */
  readonly reproach?: boolean;
  /** Asks how something of the writer's is: "is my booking gone?" */
  readonly ofMine?: boolean;
  /** Asks what the writer may, can or must do. */
  readonly ofOneself?: boolean;
  /** Asks what the writer has to do: "do I need to wait?" */
  readonly must?: boolean;
  /** Asks how long something lasts: opening hours tell nothing of it. */
  readonly lasting?: boolean;
  /** Asks of "him" or "her": the pronoun that is its subject. */
  readonly person?: 'he' | 'she';
  /** Asks whether there is a thing: "is there a lift?", "have you got lockers?" */
  readonly exists?: boolean;
  /** Asks leave for what was asked for or told just before: "is that possible?" */
  readonly consent?: boolean;
  /** The other side of the question before it: "or do I pay at the desk?" */
  readonly alternative?: boolean;
}

/** Requests that ask for no one thing: any reply that helps answers them. */
const HELPING = new Set(
  'help assist advise reply respond answer call ring contact look fix sort solve resolve do explain investigate check see consider note forgive excuse understand read stop improve try act listen update wait'.split(
    ' ',
  ),
);
/** More questions than anybody asks; the bound keeps the matching linear in the reply. */
const MOST = 40;

/** The questions and requests of the customer's turn, coordinated ones apart; rhetorical ones and courtesies are none. */
export function questionParts(grammar: Grammar): readonly Part[] {
  const parts: UntiedPart[] = [];
  for (const sentence of grammar.sentences) {
    if (sentence.to === sentence.from) continue;
    const starts = openers(grammar, sentence);
    if (starts.length === 0) {
      const last = parts[parts.length - 1];
      const fragment = last && fragmentIn(grammar, sentence, last.topic.size === 0);
      parts.push(...(fragment ? [fragment] : requestsIn(grammar, sentence)));
      continue;
    }
    parts.push(...requestsBefore(grammar, sentence, starts[0]));
    starts.forEach((from, n) => {
      const to = n + 1 < starts.length ? beforeLink(grammar, starts[n + 1]) : sentence.to;
      const part = questionAt(grammar, sentence, from, to);
      // "Why was it moved? Why?"
      if (part && !(part.topic.size === 0 && part.wanted === 'reason' && parts.some(({ wanted }) => wanted === 'reason'))) parts.push(part);
    });
  }
  const deeds = parts.slice(0, MOST).flatMap((part) => splitDeeds(grammar, part));
  return withFocus(grammar, deeds.slice(0, MOST));
}

/** "I want a copy of it, and why was I charged?": what is wanted stands before what is asked. */
function requestsBefore(grammar: Grammar, sentence: Sentence, start: number): readonly UntiedPart[] {
  const to = beforeLink(grammar, start);
  if (to - sentence.from < 3) return [];
  let { endClause } = sentence;
  while (endClause > sentence.firstClause && grammar.clauses[endClause - 1].from >= to) endClause -= 1;
  // The question that follows stands in the sentence itself.
  return requestsIn(grammar, { ...sentence, index: sentence.index - 1, to, endClause }).filter(({ kind }) => kind === 'demand');
}

/** A part as its own words tell it: what it is about within the whole message is not worked out yet. */
export type UntiedPart = Omit<Part, 'focus' | 'around' | 'setting'>;

/** The parts, each tied to what the rest of the message says. */
function withFocus(grammar: Grammar, parts: readonly UntiedPart[]): readonly Part[] {
  const { words } = grammar;
  const all = new Map<string, number>();
  for (let i = 0; i < words.length; i += 1) if (carriesTopic(grammar, i)) count(all, stem(words.norm[i]));
  let at = 0;
  return parts.map((part, n) => {
    while (at < words.length && words.start[at] < part.start) at += 1;
    const own = new Map<string, number>();
    for (let i = at; i < words.length && words.end[i] <= part.end; i += 1) if (carriesTopic(grammar, i)) count(own, stem(words.norm[i]));
    const focus = new Set([...part.topic].filter((each) => (own.get(each) ?? 0) >= (all.get(each) ?? 0)));
    return {
      ...part,
      focus: focus.size > 0 ? focus : part.topic,
      around: aroundIt(grammar, part, at),
      setting: toldBefore(grammar, at, parts[n - 1]?.end ?? 0),
    };
  });
}

/** What a question speaks of that does not name it: what was said just before, and of one that names nothing at all the whole message. */
function aroundIt(grammar: Grammar, { topic, wanted, pointing }: UntiedPart, at: number): ReadonlySet<string> {
  if (topic.size === 0 && wanted === 'yes-no') return topicOfAll(grammar);
  return pointing ? aroundOf(grammar, at) : topic;
}

/** Stems of what stands before a question in its own sentence, behind the question before it. */
function toldBefore(grammar: Grammar, at: number, past: number): ReadonlySet<string> {
  const { sentences, words } = grammar;
  let { from } = sentences[Math.min(firstPastWord(sentences, at), sentences.length - 1)];
  while (from < at && words.start[from] < past) from += 1;
  let end = at;
  while (end > from && !(words.gap[end] & Gap.comma)) end -= 1;
  const told = new Set(topicOf(grammar, from, end));
  // Who is with them is named for many reasons.
  told.delete(stem('child'));
  return told;
}

/** Stems of what stands before a question in its sentence, or else of the sentence before. */
function aroundOf(grammar: Grammar, at: number): ReadonlySet<string> {
  const { sentences } = grammar;
  const index = Math.min(firstPastWord(sentences, at), sentences.length - 1);
  const before = topicOf(grammar, sentences[index].from, at);
  return before.size > 0 || index < 1 ? before : topicOf(grammar, sentences[index - 1].from, sentences[index - 1].to);
}

function count(counts: Map<string, number>, each: string): void {
  counts.set(each, (counts.get(each) ?? 0) + 1);
}

function questionAt(grammar: Grammar, sentence: Sentence, from: number, to: number): UntiedPart | undefined {
  const { words, mentions } = grammar;
  if (to - from < 2 && !(sentence.question && /^(?:when|where|who|why)$/.test(words.norm[from]))) return undefined;
  if (asksConsent(grammar, from)) {
    const asked = sentence.index > 0 && from - sentence.from < 3 ? grammar.sentences[sentence.index - 1].from : sentence.from;
    const span = { start: words.start[from], end: endOf(grammar, sentence, to) };
    return {
      ...span,
      kind: 'yes-no',
      wanted: 'yes-no',
      topic: topicOf(grammar, asked, from),
      joined: false,
      pointing: true,
      ...(from - sentence.from < 3 && { consent: true }),
    };
  }
  if (isRhetorical(grammar, sentence, from, to)) return undefined;
  // What somebody asked them is told, not asked.
  const at = firstEndingAfter(mentions, words.start[from]);
  if (at < mentions.length && mentions[at].start <= words.start[from]) return undefined;
  const span = { start: words.start[from], end: endOf(grammar, sentence, to) };
  const asked = inRequestForm(grammar, from);
  if (asked >= 0) {
    const lemma = grammar.tags.lemma[asked] ?? words.norm[asked];
    if (inList('deliverable-verbs', lemma)) return request(grammar, span, asked, to, 'request');
    if (
      HELPING.has(lemma) ||
      TELLING.has(lemma) ||
      /^(?:give|share|let|get|make|take|bring|be|have|do|put|keep|dm|pm|hear|speak|talk|say)$/.test(lemma)
    )
      return undefined;
  }
  const wanted = wantedAt(grammar, from, to);
  const core = coreEnd(grammar, from, to);
  const named = topicOf(grammar, from, core);
  const own = named.size > 0 ? named : frontedTopic(grammar, sentence, from);
  const topic = asksSumBack(grammar, from, to) ? new Set([...own, REFUND]) : own;
  const ties = tiesOf(grammar, sentence, from, core);
  const reproach = mayReproach(grammar, from, to);
  // "What is happening?"
  if (topic.size === 0 && wanted === 'news' && /^whats?$/.test(words.norm[from]))
    return { ...span, kind: 'wh', wanted, topic, ...ties, reproach: true };
  // "Why did this happen?" asks of what was told before.
  if (
    topic.size === 0 &&
    !/^(?:amount|price|count|time|way|measures)$/.test(wanted) &&
    !(/^(?:reason|place|who)$/.test(wanted) && (ties.pointing || to - from === 1)) &&
    !(wanted === 'yes-no' && to - from >= 4 && ofOneself(words.norm, from, to))
  )
    return undefined;
  return {
    ...span,
    kind: wanted === 'yes-no' ? 'yes-no' : 'wh',
    wanted,
    topic,
    ...ties,
    ...(ofOneself(words.norm, from, to) && { ofOneself: true }),
    ...(asksDuty(words.norm, from) && { must: true }),
    ...(reproach && { reproach }),
  };
}

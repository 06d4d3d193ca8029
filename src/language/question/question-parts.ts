import { inList, listed, wordClass } from '../../lexicon/index.js';
import { firstEndingAfter, type Span } from '../../text/span.js';
import { Gap } from '../../text/words.js';
import type { Grammar } from '../grammar/grammar.js';
import type { Clause, CustomerQuestion, Sentence } from '../reading.js';
import { RHETORICAL_BY_FIRST } from './rhetorical-openings.js';
import { carriesTopic, stem, topicOf } from './topic.js';

const NEGATIVE_EVALUATION = listed('negative-evaluation');

/** What would answer a question: an amount, a time, a place, a reason, instructions, a yes or no, or something that is named. */
export type Wanted = 'news' | 'yes-no' | 'amount' | 'time' | 'place' | 'reason' | 'way' | 'who' | 'what' | 'deed' | 'measures' | 'any';

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
  /** Joined on with "and" or "also". */
  readonly joined: boolean;
  /** Speaks of "it" or "that": of what was asked before. */
  readonly pointing: boolean;
  /** Asked only if the answer before it is no ("If not, when …?") or yes ("If so, how …?"). */
  readonly unless?: 'yes' | 'no';
  /** The other side of the question before it: "or do I pay at the desk?" */
  readonly alternative?: boolean;
}

const WH = wordClass('what when where who which why how whom whose');
/** What "any …?" asks for. */
const ANY_WANTS = new Map<string, Wanted>([
  ...'news update updates word info information progress status'.split(' ').map((each) => [each, 'news'] as const),
  ...'eta estimate timeframe'.split(' ').map((each) => [each, 'time'] as const),
  ...'chance way possibility plans flexibility'.split(' ').map((each) => [each, 'yes-no'] as const),
  ['reason', 'reason'],
]);
const LINKS = wordClass('and but also so plus then');
const TELLING = new Set('tell know advise confirm explain clarify wonder ask check inform'.split(' '));
/** Requests that ask for no one thing: any reply that helps answers them. */
const HELPING = new Set(
  'help assist advise reply respond answer call ring contact look fix sort solve resolve do explain investigate check see consider note forgive excuse understand read stop improve try act listen update wait'.split(
    ' ',
  ),
);
/** The questions and requests of the customer's turn, coordinated ones apart; rhetorical ones and courtesies are none. */
export function questionParts(grammar: Grammar): readonly Part[] {
  const parts: Draught[] = [];
  for (const sentence of grammar.sentences) {
    if (sentence.to === sentence.from) continue;
    const starts = openers(grammar, sentence);
    if (starts.length === 0) {
      const request = requestIn(grammar, sentence);
      if (request) parts.push(request);
      continue;
    }
    starts.forEach((from, n) => {
      const to = n + 1 < starts.length ? beforeLink(grammar, starts[n + 1]) : sentence.to;
      const part = questionAt(grammar, sentence, from, to);
      if (part) parts.push(part);
    });
  }
  return withFocus(grammar, parts);
}

/** A part whose focus is not worked out yet. */
type Draught = Omit<Part, 'focus' | 'around'>;

function withFocus(grammar: Grammar, parts: readonly Draught[]): readonly Part[] {
  const { words } = grammar;
  const all = new Map<string, number>();
  for (let i = 0; i < words.length; i += 1) if (carriesTopic(grammar, i)) count(all, stem(words.norm[i]));
  let at = 0;
  return parts.map((part) => {
    while (at < words.length && words.start[at] < part.start) at += 1;
    const own = new Map<string, number>();
    for (let i = at; i < words.length && words.end[i] <= part.end; i += 1) if (carriesTopic(grammar, i)) count(own, stem(words.norm[i]));
    const focus = new Set([...part.topic].filter((each) => (own.get(each) ?? 0) >= (all.get(each) ?? 0)));
    return { ...part, focus: focus.size > 0 ? focus : part.topic, around: part.pointing ? aroundOf(grammar, at) : part.topic };
  });
}

/** Stems of what stands before a question in its sentence, or else of the sentence before. */
function aroundOf(grammar: Grammar, at: number): ReadonlySet<string> {
  const { sentences } = grammar;
  const index = sentences.findIndex(({ to }) => to > at);
  const before = index < 0 ? new Set<string>() : topicOf(grammar, sentences[index].from, at);
  return before.size > 0 || index < 1 ? before : topicOf(grammar, sentences[index - 1].from, sentences[index - 1].to);
}

function count(counts: Map<string, number>, each: string): void {
  counts.set(each, (counts.get(each) ?? 0) + 1);
}

/** The words that begin a question of the sentence: its first, and each behind "and" or a comma that inverts or asks anew. */
function openers(grammar: Grammar, sentence: Sentence): readonly number[] {
  const { words, tags } = grammar;
  const { norm, gap } = words;
  const starts: number[] = [];
  let asking = sentence.question;
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const linked =
      i > sentence.from &&
      (LINKS.at(words, i - 1) ||
        (norm[i - 1] === 'or' && starts.length > 0 && /^(?:i|we|you|they|it|he|she)$/.test(norm[i + 1] ?? '')) ||
        (norm[i - 2] === 'if' && norm[i - 1] === 'yes') ||
        (gap[i] & (Gap.comma | Gap.break | Gap.stop | Gap.openBracket)) !== 0);
    const embedded = i > sentence.from && tellsOf(grammar, sentence, i);
    if (embedded) {
      // "Could you tell me whether …": what is asked stands inside.
      asking = true;
      while (starts.length > 0 && i - starts[starts.length - 1] < 9 && isRequestFrame(grammar, starts[starts.length - 1], i)) starts.pop();
      starts.push(i);
      continue;
    }
    // "Tell me when it comes, and whether …", "…, who pays?"
    if (continuesAsked(grammar, sentence, starts, i) || asksAtEnd(grammar, sentence, i)) {
      starts.push(i);
      continue;
    }
    const first = i === sentence.from || (starts.length === 0 && isGreeting(norm, sentence.from, i));
    if (!first && !linked) continue;
    if (first && asksAny(grammar, sentence, i)) {
      starts.push(i);
      continue;
    }
    // "…, have my passport" tells.
    if (!first && /^(?:have|has|had)$/.test(norm[i]) && tags.pos[i + 1] !== 'pronoun') continue;
    // "When travelling with others, can we …": a time, and no question.
    if (/^(?:when|while|where)$/.test(norm[i]) && tags.form[i + 1] === 'ing') continue;
    const wh =
      WH.at(words, i) && (first || !/^(?:which|who|where|when)$/.test(norm[i]) || isInverted(grammar, i + 1) || norm[i - 1] === 'and');
    if (!first && starts.length === 0 && !wh && tags.pos[i + 1] === 'nominal') continue;
    if (!wh && !isInverted(grammar, i)) continue;
    if (wh && !sentence.question && !isInverted(grammar, i + 1)) continue;
    // Without its mark only "can I", "could you" and their kin are sure to ask.
    if (!asking && !sentence.question && !wh && !(tags.pos[i] === 'modal' && /^(?:i|you|we)$/.test(norm[i + 1] ?? '')) && !(first && asksUnmarked(norm, i))) continue;
    starts.push(i);
  }
  return starts;
}

/** "Any news about the flight?" */
function asksAny({ words: { norm } }: Grammar, sentence: Sentence, i: number): boolean {
  return norm[i] === 'any' && ANY_WANTS.has(norm[i + 1] ?? '') && (sentence.question || sentence.to - i < 10);
}

/** "Do you sell gift cards", "is there a lift": first in its sentence it can only ask. */
function asksUnmarked(norm: readonly string[], i: number): boolean {
  return norm[i - 1] !== 'so' && /^(?:do|does|did|is|are)$/.test(norm[i]) && /^(?:i|you|u|we|there|they)$/.test(norm[i + 1] ?? '');
}

/** A second thing that is to be told: "and whether", "and what" behind an indirect question. */
function continuesAsked({ words: { norm } }: Grammar, sentence: Sentence, starts: readonly number[], i: number): boolean {
  if (starts.length === 0 || !/^(?:and|or|also)$/.test(norm[i - 1])) return false;
  if (norm[i] === 'whether') return true;
  const opener = norm[starts[0]];
  return /^(?:whether|if)$/.test(opener) && starts[0] > sentence.from && (norm[i] === 'if' || WH.has(norm[i]));
}

/** "I've used 60 GB of data, who pays?": what is asked last, behind a comma. */
function asksAtEnd({ words, tags }: Grammar, sentence: Sentence, i: number): boolean {
  const { norm, gap } = words;
  return (
    sentence.question &&
    i > sentence.from &&
    sentence.to - i <= 5 &&
    (gap[i] & Gap.comma) !== 0 &&
    /^(?:who|what|when|why|how)$/.test(norm[i]) &&
    tags.pos[i + 1] === 'verb' &&
    sentence.to - i >= 2
  );
}

/** "Hi there, can …", "@company could …": what stands before is address. */
function isGreeting(norm: readonly string[], from: number, to: number): boolean {
  return (
    to - from <= 3 && /^(?:hi|hello|hey|dear|so|and|but|also|or|ok|okay|please|well|now|good|excuse|sorry|company|quick)$/.test(norm[from])
  );
}

/** An auxiliary or modal with its subject behind it. */
function isInverted({ words, tags }: Grammar, i: number): boolean {
  const pos = tags.pos[i];
  if ((pos !== 'auxiliary' && pos !== 'modal') || /^(?:having|being|been|be)$/.test(words.norm[i])) return false;
  const next = tags.pos[i + 1];
  const after = words.norm[i + 1];
  if (words.gap[i + 1] & (Gap.comma | Gap.stop | Gap.break)) return false;
  return (
    next === 'pronoun' ||
    next === 'determiner' ||
    // "And is parking included?"
    (tags.form[i + 1] === 'ing' &&
      /^(?:is|are|was|were)$/.test(words.norm[i]) &&
      (tags.form[i + 2] === 'participle' ||
        /^(?:free|possible|extra|available|ok|okay|safe|allowed|included)$/.test(words.norm[i + 2] ?? ''))) ||
    next === 'possessive' ||
    (next === 'nominal' && words.norm[i] !== "'s") ||
    after === 'there' ||
    after === 'that' ||
    after === 'this' ||
    after === 'not'
  );
}

/** The word stands behind "tell me", "I wonder", "let me know", and opens what is to be told. */
function tellsOf({ words, tags }: Grammar, sentence: Sentence, i: number): boolean {
  const { norm } = words;
  if (!WH.at(words, i) && norm[i] !== 'if' && norm[i] !== 'whether') return false;
  let before = i - 1;
  if (/^(?:me|us)$/.test(norm[before])) before -= 1;
  if (before < sentence.from) return false;
  // "I was wondering, if I buy one, can I …": a condition.
  if (norm[i] === 'if' && words.gap[i] & Gap.comma) return false;
  if (norm[before] === 'idea' || norm[before] === 'possible') return sentence.question;
  if (!TELLING.has(tags.lemma[before] ?? norm[before])) return false;
  // "Let me know if you need more"; "I know how it feels"; "you said when I rang".
  if (norm[i] === 'if' && norm[i + 1] === 'you' && /^(?:need|require|want|have|would)$/.test(norm[i + 2] ?? '')) return false;
  const opener = norm.slice(Math.max(sentence.from, before - 6), before);
  // "You can tell when someone likes their job", "you know when we landed".
  const told = opener.findIndex((word) => word === 'you' || word === 'u');
  if (!sentence.question && told >= 0 && !opener.slice(0, told).some((word) => /^(?:can|could|would|will|please|if|hope)$/.test(word)))
    return false;
  if (norm[before] === 'know' || norm[before] === 'say')
    return opener.some((word) => /^(?:let|like|want|need|you|would)$/.test(word)) && !opener.includes('did');
  return (
    sentence.question ||
    opener.includes('please') ||
    opener.length === 0 ||
    opener.some((word) => /^(?:like|want|could|can)$/.test(word)) ||
    /^(?:wondering|wonder)$/.test(norm[before]) ||
    (norm[before] === 'asking' && /^(?:am|'m|was|just|were)$/.test(norm[before - 1] ?? ''))
  );
}

/** Between the two words stands only "could you also tell me". */
function isRequestFrame({ tags, words }: Grammar, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    // "Could you correct it and tell me why …" bids for two things.
    if (words.norm[i] === 'and') return false;
    if (TELLING.has(tags.lemma[i] ?? words.norm[i]) || words.norm[i] === 'idea' || words.norm[i] === 'possible') return true;
  }
  return false;
}

function beforeLink({ words, tags }: Grammar, next: number): number {
  return tags.pos[next - 1] === 'coordinator' || words.norm[next - 1] === 'also' ? next - 1 : next;
}

function questionAt(grammar: Grammar, sentence: Sentence, from: number, to: number): Draught | undefined {
  const { words, mentions } = grammar;
  if (to - from < 2) return undefined;
  if (asksConsent(grammar, from)) {
    const asked = sentence.index > 0 && from - sentence.from < 3 ? grammar.sentences[sentence.index - 1].from : sentence.from;
    const span = { start: words.start[from], end: endOf(grammar, sentence, to) };
    return { ...span, kind: 'yes-no', wanted: 'yes-no', topic: topicOf(grammar, asked, from), joined: false, pointing: true };
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
  const topic = topicOf(grammar, from, to);
  const ties = tiesOf(grammar, sentence, from, to);
  // "Why did this happen?" asks of what was told before.
  if (topic.size === 0 && !/^(?:amount|time|way)$/.test(wanted) && !(wanted === 'reason' && ties.pointing)) return undefined;
  return { ...span, kind: wanted === 'yes-no' ? 'yes-no' : 'wh', wanted, topic, ...ties };
}

/** "Is that OK?": of what was said before. */
function asksConsent({ words: { norm } }: Grammar, from: number): boolean {
  return (
    /^(?:is|would|will)$/.test(norm[from]) &&
    /^(?:that|this|it)$/.test(norm[from + 1]) &&
    /^(?:ok|okay|alright|fine|possible|allowed|permitted)$/.test(norm[norm[from + 2] === 'be' ? from + 3 : from + 2] ?? '')
  );
}

function tiesOf(
  { words: { norm } }: Grammar,
  sentence: Sentence,
  from: number,
  to: number,
): Pick<Part, 'joined' | 'pointing' | 'unless' | 'alternative'> {
  const opening = norm.slice(Math.max(sentence.from, from - 1), from + 3);
  return {
    joined: opening.some((word) => /^(?:and|also|plus)$/.test(word)),
    ...(norm[from - 2] === 'if' && { unless: /^(?:not|no)$/.test(norm[from - 1]) ? ('yes' as const) : ('no' as const) }),
    ...(norm[from - 1] === 'or' && { alternative: true }),
    pointing: norm.slice(from, to).some((word) => /^(?:it|that|this|they|them|those|these|else)$/.test(word)),
  };
}

/** The question mark belongs to the question. */
function endOf({ words, text }: Grammar, sentence: Sentence, to: number): number {
  if (to < sentence.to) return words.end[to - 1];
  const mark = text.indexOf('?', words.end[to - 1]);
  return mark >= 0 && mark < sentence.end ? mark + 1 : words.end[to - 1];
}

function isRhetorical(grammar: Grammar, sentence: Sentence, from: number, to: number): boolean {
  const { words, text } = grammar;
  const { norm } = words;
  for (const at of [from, from + 1])
    if (at === from || norm[from] === 'and' || norm[from] === 'so')
      for (const { phrase, words } of RHETORICAL_BY_FIRST.get(norm[at]) ?? [])
        if (opensWith(norm, at, words) && !isPlain(grammar, phrase, at)) return true;
  // Anger asks for no information: "Why is your service so awful?", "what is going on??!"
  for (let i = from; i < to; i += 1)
    if (NEGATIVE_EVALUATION.at(words, i) && !/^(?:late|cold|broken|dated|slow)$/.test(norm[i])) return true;
  const tail = text.slice(words.end[to - 1], sentence.end);
  if (/!/.test(tail)) return true;
  // "Why do you always …", "why can't …", "is it just me or …"
  if (
    norm[from] === 'why' &&
    norm.slice(from, to).some((word) => /^(?:always|never|ever|even|not|still|so|such|bother|continue|keep|only)$/.test(word))
  )
    return true;
  // "How is this not known in advance?", "are bags supposed to come out last?": reproach.
  for (let i = from + 1; i < to; i += 1)
    if (
      norm[i] === 'supposed' ||
      norm[i] === 'even' ||
      norm[i] === 'ever' ||
      (norm[i] === 'not' && i < from + 5 && !/^(?:what|which|if|whether)$/.test(norm[from])) ||
      (norm[i] === 'no' && norm[i + 1] === 'longer')
    )
      return true;
  return !carriesAny(grammar, from, to) && to - from <= 3;
}

/** The phrase stands at `at`; "what's" is "what is". */
function opensWith(norm: readonly string[], at: number, phrase: readonly string[]): boolean {
  for (let n = 0; n < phrase.length; n += 1) if (norm[at + n] !== phrase[n] && !(phrase[n] === 'is' && norm[at + n] === "'s")) return false;
  return true;
}

/** Some openings are rhetorical only in front of the accused: "how do you reset it?" asks, "how do you sleep at night?" does not. */
function isPlain({ words }: Grammar, phrase: string, at: number): boolean {
  const { norm } = words;
  if (phrase === 'would you' && norm.slice(at + 3, at + 5).includes('your')) return false;
  if (phrase === 'would you') return !/^(?:like|believe|want|accept|be|pay|say)$/.test(norm[at + 2] ?? '');
  if (phrase === 'how do you')
    return !/^(?:sleep|justify|expect|think|explain|do|feel|lose|forget|manage|run|let|allow|keep|not)$/.test(norm[at + 3] ?? '');
  // "What are you doing about the queues?"
  if (phrase === 'what are you')
    return (
      (norm[at + 3] === 'doing' && /^(?:about|to|for|with)$/.test(norm[at + 4] ?? '')) ||
      (norm[at + 3] === 'going' && norm[at + 5] === 'do')
    );
  if (phrase === 'where is the')
    return !/^(?:logic|sense|justice|respect|love|service|fairness|fun|care|customer|compassion)$/.test(norm[at + 3] ?? '');
  if (phrase === 'do i have to' || phrase === 'do we have to')
    return !/^(?:wait|chase|beg|call|ring|keep|listen)$/.test(norm[at + 4] ?? '');
  if (phrase === 'how can you') return /^(?:help|tell|see|use)$/.test(norm[at + 3] ?? '');
  if (phrase === 'would i') return !/^(?:return|recommend|go|stay|come|use|buy|visit|ever)$/.test(norm[at + 2] ?? '');
  if (phrase === 'are you guys' || phrase === 'do you really') return true;
  return false;
}

function carriesAny(grammar: Grammar, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (carriesTopic(grammar, i)) return true;
  return false;
}

/** First word of the deed in "could you (please) send", -1 when the sentence asks and does not bid. */
function inRequestForm({ words, tags }: Grammar, from: number): number {
  const { norm } = words;
  if (!/^(?:can|could|would|will)$/.test(norm[from]) || norm[from + 1] !== 'you') return -1;
  let at = from + 2;
  while (/^(?:please|kindly|also|possibly|maybe|just|guys|then|all|therefore|perhaps)$/.test(norm[at] ?? '')) at += 1;
  if (norm[at] === 'be' || norm[at] === 'have' || (norm[from] === 'will' && at === from + 2)) return -1;
  return tags.pos[at] === 'verb' || tags.pos[at] === 'auxiliary' ? at : -1;
}

/** A bidding without a question mark: "Please send me an invoice too", "I want my money back". */
function requestIn(grammar: Grammar, sentence: Sentence): Draught | undefined {
  const { words, clauses } = grammar;
  const { norm } = words;
  if (norm[sentence.from] === 'if') return undefined;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = clauses[k];
    const { verb } = clause;
    if (!verb || clause.mention || verb.negated) continue;
    const polite = /^(?:please|pls|plz|kindly)$/.test(norm[verb.from - 1] ?? '') || norm[verb.from] === 'please';
    const bids = clause.mood === 'imperative' && (polite || (verb.from === sentence.from && isForMe(grammar, clause)));
    if (bids && inList('deliverable-verbs', verb.lemma))
      return request(grammar, spanOf(grammar, clause, sentence), verb.main, sentence.to, 'request');
    const asks = asksForDeed(grammar, clause);
    if (asks >= 0) return request(grammar, spanOf(grammar, clause, sentence), asks, sentence.to, 'request');
    const first = clause.subject && /^(?:i|we)$/.test(norm[clause.subject.from]) && clause.mood === 'statement';
    if (!first) continue;
    const wants = verb.modal === undefined && verb.tense === 'present' && /^(?:want|need|demand|expect|require|request)$/.test(verb.lemma);
    const likes = verb.modal === 'would' && verb.lemma === 'like';
    if ((wants || likes) && namesThing(grammar, verb.to))
      return request(grammar, spanOf(grammar, clause, sentence), verb.main, sentence.to, wants ? 'demand' : 'request');
  }
  return undefined;
}

/** First word of the deed in "I ask you to correct it"; -1 where nothing is asked so. */
function asksForDeed({ words: { norm }, tags }: Grammar, { subject, verb }: Clause): number {
  if (!subject || !verb || !/^(?:i|we)$/.test(norm[subject.from]) || !/^(?:ask|request|urge)$/.test(verb.lemma) || verb.tense === 'past')
    return -1;
  if (norm[verb.to] !== 'you' || norm[verb.to + 1] !== 'to') return -1;
  for (let i = verb.to + 2; i < verb.to + 14; i += 1)
    if (tags.pos[i] === 'verb' && inList('deliverable-verbs', tags.lemma[i] ?? norm[i])) return i;
  return -1;
}

/** "I want my money back", "we would like a refund", "I'd like to cancel"; not "I want to say how kind Sam was". */
function namesThing({ words, tags }: Grammar, at: number): boolean {
  if (tags.pos[at] === 'to' || words.norm[at + 1] === 'to') {
    const verb = tags.pos[at] === 'to' ? at + 1 : at + 2;
    return (
      inList('deliverable-verbs', tags.lemma[verb] ?? words.norm[verb] ?? '') &&
      !/^(?:send|forward|pay|post|add|update|provide)$/.test(words.norm[verb])
    );
  }
  // "I want the express fee back."
  for (let i = at + 1; i < at + 7; i += 1)
    if (words.norm[i] === 'back' && !/^(?:to|in|on|at|from|up)$/.test(words.norm[i + 1] ?? '') && /^(?:my|our|the|that|this|all)$/.test(words.norm[at] ?? '')) return true;
  // "I want the second night refunded."
  if (/^(?:my|our|the|this|that|it)$/.test(words.norm[at] ?? ''))
    for (let i = at + 1; i < at + 5; i += 1)
      if (
        /^(?:refunded|replaced|cancelled|canceled|repaired|reimbursed|credited|corrected|exchanged|fixed|removed|returned|closed|deleted)$/.test(
          words.norm[i] ?? '',
        )
      )
        return true;
  return (
    /^(?:my|our|a|an|the|full|compensation|refund|reimbursement|some)$/.test(words.norm[at] ?? '') &&
    /^(?:refund|money|compensation|replacement|reimbursement|cash|invoice|receipt|copy|credit|exchange|voucher|quote)$/.test(
      headAfter(words.norm, at),
    )
  );
}

function headAfter(norm: readonly string[], at: number): string {
  for (let i = at; i < at + 5; i += 1)
    if (
      /^(?:refund|money|compensation|replacement|reimbursement|cash|invoice|receipt|copy|credit|exchange|voucher|quote)$/.test(
        norm[i] ?? '',
      )
    )
      return norm[i];
  return '';
}

function spanOf({ words }: Grammar, clause: Clause, sentence: Sentence): Span {
  return { start: clause.subject ? words.start[clause.subject.from] : clause.start, end: words.end[sentence.to - 1] };
}

function isForMe({ words }: Grammar, clause: Clause): boolean {
  return (
    /^(?:me|us)$/.test(words.norm[clause.verb!.to] ?? '') &&
    /^(?:send|give|tell|refund|call|show|get|pay|book|email|mail)$/.test(clause.verb!.lemma)
  );
}

function request(grammar: Grammar, span: Span, verb: number, to: number, kind: 'request' | 'demand'): Draught | undefined {
  const topic = topicOf(grammar, verb, to);
  const { norm } = grammar.words;
  // "Please send my thanks to the crew" wants nothing back.
  for (let i = verb; i < to; i += 1) if (/^(?:thanks|kudos|regards|love|compliments|shout|praise)$/.test(norm[i])) return undefined;
  if (topic.size === 0) return undefined;
  const told = TELLING.has(grammar.tags.lemma[verb] ?? norm[verb]);
  return { ...span, kind, wanted: told ? 'what' : 'deed', topic, joined: false, pointing: false };
}

function wantedAt({ words, tags }: Grammar, from: number, to: number): Wanted {
  const { norm } = words;
  const [first, second] = [norm[from], norm[from + 1] ?? ''];
  const costs = (): boolean => {
    for (let i = from; i < to; i += 1)
      if (/^(?:cost|costs|price|prices|fee|fees|charge|charges|rate|rates|fare|tariff|pay)$/.test(norm[i])) return true;
    return false;
  };
  if (first === 'any') return ANY_WANTS.get(second) ?? 'yes-no';
  if (first === 'how') {
    if (/^(?:much|many|heavy|small|big|large|wide|high|tall|deep|old|thick|hot)$/.test(second)) return 'amount';
    if (/^(?:long|soon|often|late|early|quickly|fast)$/.test(second)) return 'time';
    if (second === 'come') return 'reason';
    for (let i = from + 1; i < to; i += 1) if (/^(?:looking|going)$/.test(norm[i])) return 'news';
    if (second === 'far' || second === 'close' || second === 'near') return 'place';
    return tags.pos[from + 1] === 'auxiliary' || tags.pos[from + 1] === 'modal' || second === 'to' || tags.pos[from + 1] === 'pronoun'
      ? 'way'
      : 'what';
  }
  if (first === 'what' || first === 'which') {
    if (first === 'what' && /^(?:are|will)$/.test(second) && norm[from + 2] === 'you' && /^(?:doing|going|do)$/.test(norm[from + 3] ?? ''))
      return 'measures';
    if (/^(?:time|date|day|days|hours|year|month)$/.test(second)) return 'time';
    if (second === 'happens') return 'any';
    for (let i = from + 1; i < to; i += 1)
      if (
        /^(?:status|latest|update|happening|happened|happens|going|deal|causing|causes|caused|issue|problem|news|holdup|word)$/.test(
          norm[i],
        )
      )
        return 'news';
    if (costs() && first === 'what') return 'amount';
    for (let i = from + 2; i < to; i += 1) if (/^(?:time|times|date|dates)$/.test(norm[i]) && first === 'what') return 'time';
    for (let i = from + 1; i < to; i += 1) if (/^(?:procedure|process|steps)$/.test(norm[i])) return 'way';
    for (let i = from + 1; i < to; i += 1)
      if (/^(?:period|deadline|hours|timings|turnaround|duration|timeframe|timescale|eta)$/.test(norm[i])) return 'time';
    if (
      /^(?:can|should|do|must)$/.test(second) &&
      /^(?:i|we)$/.test(norm[from + 2] ?? '') &&
      /^(?:do|need|have|say)$/.test(norm[from + 3] ?? '')
    )
      return 'way';
    return 'what';
  }
  if (first === 'when') return 'time';
  if (first === 'where') return 'place';
  if (first === 'why') return 'reason';
  if (first === 'who' || first === 'whom' || first === 'whose') return 'who';
  return 'yes-no';
}

import { wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import { effectOf } from './act-verbs.js';
import { around, clausesAfter } from './act-window.js';
import type { Act } from './acts.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';

/** Imperatives that ask for nothing: please accept, note, understand; have a nice day; visit us again. */
const IDLE = new Set(
  (
    'accept note understand know be rest remember forgive excuse allow enjoy have take keep stay come join choose consider hang thank look wait wish imagine trust believe ' +
    'apologise bear hope hesitate fly return appreciate feel let quote cite pray love see welcome care do say free'
  ).split(' '),
);
/** … unless these follow: keep contacting, look at the page, see an agent, let us know, come to the desk. */
const IDLE_UNLESS: Readonly<Record<string, RegExp>> = {
  keep: /^(?:contacting|checking|trying|using|the|your|it|an|in|tabs)$/,
  look: /^(?:at|in|under|on|for|up|out|through)$/,
  see: /^(?:an|a|the|our|your|this|https?|link|page|attached|below|one)$/,
  take: /^(?:a|the|it|your|this|that|them|these)$/,
  have: /^(?:a|your|the|him|her|them|someone|somebody|anyone)$/,
  return: /^(?:it|the|your|them|this|that|these)$/,
  come: /^(?:to|by|in|and)$/,
  allow: /^(?:me|us|up|at|between|\d+|two|three|four|five|the|a|until)$/,
  let: /^(?:me|us)$/,
  note: /^(?:down)$/,
  wait: /^(?:for|until|till|about|an?|another|\d+|one|two|three|five|ten|fifteen|twenty|thirty)$/,
  choose: /^(?:a|the|one|your|which|between|from)$/,
  remember: /^(?:to)$/,
  do: /^(?:not|the|this|so)$/,
  hesitate: /^to$/,
  feel: /^free$/,
};
/** "Wet laundry for a week": adjectives that are verbs elsewhere. */
const DESCRIBING = new Set(
  'wet dry clean clear open close free warm cool slow empty complete correct direct present own secure light live last lost mean mature present separate'.split(
    ' ',
  ),
);
const PLEASANT = wordClass(
  'nice great good lovely wonderful safe pleasant fantastic happy day flight trip evening weekend stay one care chance',
);
/** Follows that concern another occasion, or nothing in particular: following them does not move this matter on. */
const ELSEWHERE = new Set('further future again ever other another'.split(' '));
/** "Any other questions" are another matter; "other flights" are what to choose from in this one. */
const MATTER =
  /^(?:questions?|queries|query|concerns?|issues?|matters?|problems?|feedback|comments?|requests?|suggestions?|needs?|inquiries|enquiries|assistance|help|information|occasions?|guests?|customers?|users?|passengers?)$/;
/** Done once more, these are part of a remedy: "log in again", "turn it off and on again". */
const REPEATED = new Set(
  'log sign try turn restart open launch install reinstall download update start switch scan enter pay connect check refresh attempt submit upload retry plug run charge press tap click reset wait'.split(
    ' ',
  ),
);
const DIRECTING = new Set('ask request advise urge invite require recommend suggest need encourage'.split(' '));
const QUESTION_WORDS = new Set(['why', 'how', 'what', 'which', 'when', 'where', 'who']);

/**
 * What a clause asks of the customer: a question that moves the matter on, or an instruction. Null: it speaks to them as a question or an imperative does but
 * asks for nothing; undefined: it is neither.
 */
export function askedAct(reading: LazyReading, sentence: Sentence, clause: Clause): Act | null | undefined {
  const { verb, subject } = clause;
  if (sentence.question && (clause.index === sentence.firstClause || clause.mood === 'question'))
    return question(reading, sentence, clause);
  // "Did you get her name" without its mark.
  if (verb && !sentence.question && clause.index === sentence.firstClause && asksUnmarked(reading.grammar.words.norm, sentence))
    return question(reading, sentence, clause);
  if (clause.index === sentence.firstClause && asksPatience(reading, sentence)) return { kind: 'promised', lemma: 'wait' };
  if (!verb) return clause.from === sentence.from ? directAddress(reading, clause) : undefined;
  if (behindPurpose(reading, sentence, clause)) return imperative(reading, sentence, clause);
  if (clause.mood === 'imperative') return commands(reading, sentence, clause) ? imperative(reading, sentence, clause) : undefined;
  if (isPlea(reading, clause)) return imperative(reading, sentence, clause);
  // "Please have your parents work with our team."
  if (verb.lemma === 'have' && /^(?:please|kindly)$/.test(reading.grammar.words.norm[verb.from - 1] ?? ''))
    return /^(?:your|him|her|them|the|someone|a)$/.test(reading.grammar.words.norm[verb.to] ?? '') &&
      !isPleasant(reading, verb.to, sentence.to)
      ? { kind: 'instructed', lemma: 'have' }
      : null;
  if (clause.mood === 'counterfactual') return undefined;
  const actor = subject?.actor;
  if (actor === 'customer' && !clause.negated && verb.voice === 'active') return customerAct(reading, sentence, clause);
  if (actor !== 'own' && !clause.negated && sendsToUs(reading, clause)) return { kind: 'instructed', lemma: verb.lemma };
  // "We ask you to send", "I recommend checking", "Request you to share".
  // "Please be advised that …" only tells.
  if (
    (actor === 'own' || subject === undefined) &&
    verb.voice === 'active' &&
    DIRECTING.has(verb.lemma) &&
    !clause.negated &&
    verb.tense !== 'past'
  )
    return directed(reading, clause);
  return undefined;
}

function asksUnmarked(norm: readonly string[], { from }: Sentence): boolean {
  return (
    /^(?:did|do|have|are|were|was)$/.test(norm[from]) && norm[from + 1] === 'you' && !/^(?:a|an|the|some|to)$/.test(norm[from + 2] ?? '')
  );
}

/** A question moves the matter on unless it scolds (`why didn't you`, `how many more times`) or answers itself in public. */
function question(reading: LazyReading, sentence: Sentence, clause: Clause): Act | null {
  const { norm } = reading.grammar.words;
  const actor = clause.subject?.actor;
  const lemma = clause.verb?.lemma ?? 'be';
  const first = norm[sentence.from];
  if (actor === 'own') {
    const offers = /^(?:can|may|shall|could|would)$/.test(clause.verb?.modal ?? '');
    return offers ? { kind: 'offered', lemma } : null;
  }
  const scolds =
    (first === 'why' && !/^(?:not)$/.test(norm[sentence.from + 1] ?? '') && !(lemma === 'say' || lemma === 'feel')) ||
    (first === 'how' && norm[sentence.from + 1] === 'many') ||
    /^(?:think|expect|honestly)$/.test(lemma) ||
    (QUESTION_WORDS.has(first) && clause.verb?.modal === 'would');
  if (scolds) return null;
  // In a public answer nobody waits for the reply: "Did you ask for the password?" reproaches.
  if (reading.draft.channel === 'review' && clause.verb?.tense !== 'future' && !clause.verb?.modal) return null;
  return { kind: 'asked', lemma };
}

/** "…, please contact our office": a command, whatever the phrase before it seems to be. */
function isPlea(reading: LazyReading, { verb }: Clause): boolean {
  const { words, tags } = reading.grammar;
  return (
    tags.form[verb!.main] === 'base' &&
    verb!.main === verb!.from &&
    /^(?:please|kindly)$/.test(words.norm[verb!.from - 1] ?? '') &&
    !verb!.modal
  );
}

/** "To fix this, clear the cache", "once you reach the gate, just tell the staff": the words before the comma end the purpose or the condition, they are no subject. */
function behindPurpose(reading: LazyReading, sentence: Sentence, { verb, subject, index }: Clause): boolean {
  const { words, tags } = reading.grammar;
  const before = reading.clauses[index - 1];
  if (before?.sentence !== sentence.index || before.from !== sentence.from || !subject) return false;
  if (tags.form[verb!.main] !== 'base' || verb!.main !== verb!.from) return false;
  let at = verb!.from;
  while (at > subject.to && !(words.gap[at] & Gap.comma) && (tags.pos[at - 1] === 'adverb' || tags.pos[at - 1] === 'interjection')) at -= 1;
  if (subject.to !== at || !(words.gap[at] & Gap.comma)) return false;
  return before.mood === 'condition' || (before.verb?.tense === 'none' && tags.pos[sentence.from] === 'to');
}

const SUBORDINATE = /^(?:while|whilst|although|though|as|since|because|if|when|once|so)$/;

/**
 * Where a bare verb is a command: at the start of its sentence, behind "please", behind the comma of a condition or a name, or joined to a command.
 * Anywhere else it is a noun that the tagger took for a verb.
 */
function commands(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { words, tags } = reading.grammar;
  let at = clause.verb!.from;
  while (at > sentence.from && !(words.gap[at] & Gap.comma) && (tags.pos[at - 1] === 'adverb' || tags.pos[at - 1] === 'interjection')) {
    at -= 1;
    if (/^(?:please|kindly|pls|plz)$/.test(words.norm[at])) return true;
  }
  if (at === sentence.from || words.gap[at] & (Gap.break | Gap.stop)) return true;
  const before = reading.clauses[clause.index - 1];
  if (clause.verb!.lemma === 'let' && /^(?:me|us)$/.test(words.norm[clause.verb!.to] ?? '')) return true;
  // "…, so give them a ring."
  if (words.norm[at - 1] === 'so') return true;
  if (tags.pos[at - 1] === 'coordinator')
    return at - 1 === sentence.from || before?.mood === 'imperative' || before?.subject?.actor === 'customer';
  if (!(words.gap[at] & Gap.comma)) return false;
  return (
    before === undefined ||
    SUBORDINATE.test(before.link ?? '') ||
    before.mood === 'condition' ||
    before.mood === 'imperative' ||
    before.verb === undefined ||
    // "To get you going again, unplug the router."
    (before.verb.tense === 'none' && tags.pos[sentence.from] === 'to')
  );
}

/** "Please don't hesitate to contact us (if you have any questions)": the formula moves nothing; "… with your booking number" does. */
function isFormula(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 7); i += 1)
    if (norm[i] === 'us' || norm[i] === 'me')
      return i + 1 >= to || /^(?:again|anytime|any|back|further|for|if|should|in|whenever|when|regarding)$/.test(norm[i + 1]);
  return false;
}

function imperative(reading: LazyReading, sentence: Sentence, clause: Clause): Act | null {
  const { words } = reading.grammar;
  const { norm } = words;
  const verb = clause.verb!;
  const { lemma, main } = verb;
  // "Please do not reply to this e-mail" shuts the door; it moves nothing on.
  if (verb.negated && lemma !== 'hesitate' && lemma !== 'do')
    return /^(?:worry|be|think|forget|let|reply|respond|contact|write|call|email|answer)$/.test(lemma)
      ? null
      : { kind: 'instructed', lemma };
  const next = norm[main + 1] ?? '';
  if (lemma === 'let' && letsOursKnow(norm, main + 1, sentence.to))
    return isElsewhere(reading, sentence, clause) ? null : { kind: 'instructed', lemma: 'know' };
  if (DESCRIBING.has(lemma) && reading.grammar.tags.pos[main + 1] === 'nominal') return null;
  if (lemma === 'consider' && isConsidered(reading, clause)) return { kind: 'done', lemma };
  if (IDLE.has(lemma) && !IDLE_UNLESS[lemma]?.test(next)) return null;
  if (lemma === 'hesitate' && isFormula(norm, main + 1, sentence.to)) return null;
  if (lemma === 'have' || lemma === 'take' || lemma === 'enjoy' || (lemma === 'allow' && next !== 'me' && next !== 'us')) {
    if (isPleasant(reading, main + 1, sentence.to)) return null;
    if (next === 'me' || next === 'us') return null;
  }
  // "Please state this number in all letters": it orders our files, and moves nothing.
  if (/^(?:quote|state|cite|mention)$/.test(lemma) && /^(?:this|the|your|our|that)$/.test(next) && isReference(norm, main + 2)) return null;
  if (lemma === 'give' && next === 'us') {
    for (let i = main + 2; i < around(sentence, clause).to; i += 1) if (/^(?:chance|try|opportunity|go)$/.test(norm[i])) return null;
  }
  if (lemma === 'visit' || lemma === 'try' || lemma === 'book') {
    if (next === 'us' || norm[main + 2] === 'us' || (lemma !== 'try' && ends(reading, main + 1, around(sentence, clause).to, 'again')))
      return null;
  }
  if (lemma === 'allow' && (next === 'me' || next === 'us')) return allowed(reading, clause);
  if (lemma === 'let' && (next === 'me' || next === 'us')) {
    const asked = norm[main + 2];
    if (asked === 'know') return isElsewhere(reading, sentence, clause) ? null : { kind: 'asked', lemma: 'know' };
    return /^(?:apologise|say|assure|thank|start|begin|explain|express|reassure|be|first)$/.test(asked ?? '')
      ? null
      : { kind: 'promised', lemma: asked ?? 'let' };
  }
  return isElsewhere(reading, sentence, clause) ? null : { kind: 'instructed', lemma };
}

/** "Let our team know that you travel together", "let somebody at the desk know" */
function letsOursKnow(norm: readonly string[], from: number, to: number): boolean {
  if (!/^(?:our|the|a|an|one|your|someone|somebody|any|him|her|them)$/.test(norm[from] ?? '')) return false;
  for (let i = from + 1; i < Math.min(to, from + 8); i += 1) if (norm[i] === 'know') return true;
  return false;
}

/** "(this) number", "(the) case number", "(the above) reference" */
function isReference(norm: readonly string[], from: number): boolean {
  for (let i = from; i < from + 3; i += 1)
    if (/^(?:number|reference|ref|id)$/.test(norm[i] ?? '')) return !/^(?:account|order|booking|phone|card|serial)$/.test(norm[i - 1]);
  return false;
}

/** "Consider the charge cancelled", "consider it done". */
function isConsidered(reading: LazyReading, clause: Clause): boolean {
  const [next] = clausesAfter(reading, clause);
  if (next?.verb?.tense === 'none' && next.verb.voice === 'passive' && next.from <= clause.verb!.to + 6) return true;
  return /^(?:done|sorted|gone|fixed|dealt|yours)$/.test(reading.grammar.words.norm[clause.verb!.to + 1] ?? '');
}

/** "Have a nice day", "enjoy your flight" */
function isPleasant({ grammar: { words } }: LazyReading, from: number, end: number): boolean {
  return PLEASANT.first(words, from, Math.min(end, from + 4)) >= 0;
}

/** "Allow me to look into it": what the infinitive does decides. */
function allowed(reading: LazyReading, clause: Clause): Act | null {
  const [next] = clausesAfter(reading, clause);
  if (!next?.verb || next.verb.tense !== 'none') return null;
  const { lemma, main } = next.verb;
  if (/^(?:apologise|say|assure|thank|start|begin|explain|express|reassure|be|clarify|extend|welcome|serve)$/.test(lemma)) return null;
  return effectOf(reading, lemma, main, next.to) === 'moves' ? { kind: 'promised', lemma } : null;
}

/** "For any further questions", "on your next stay", "if you are ever unhappy": another matter. */
function isElsewhere(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  const { from, to } = around(sentence, clause);
  for (let i = from; i < to; i += 1) {
    const word = norm[i];
    if (word === 'further') {
      // "for further assistance" is about this matter; "any further questions" about others.
      if (norm[i - 1] === 'any' || /^(?:questions?|queries|query|concerns|comments)$/.test(norm[i + 1] ?? '')) return true;
    } else if (word === 'other') {
      const chosen = norm[i - 1] === 'each' || norm[i - 1] === 'the';
      if (!chosen && (norm[i - 1] === 'any' || norm[i - 1] === 'some' || MATTER.test(norm[i + 1] ?? ''))) return true;
    } else if (word === 'next') {
      // "On your next stay" is another time; "the next available seat" is what this one is about.
      if (norm[i - 1] !== 'the' || /^(?:time|visit|stay|trip|year|season)$/.test(norm[i + 1] ?? '')) return true;
    } else if (word === 'again' ? !isRetry(reading, clause, i) : ELSEWHERE.has(word)) return true;
  }
  return false;
}

/** "Try again", "once again", "log in again". */
function isRetry({ grammar: { words } }: LazyReading, { verb }: Clause, i: number): boolean {
  const { norm } = words;
  return (
    norm[i - 1] === 'once' ||
    [norm[i - 1], norm[i - 2]].some((word) => REPEATED.has(word)) ||
    (verb !== undefined && REPEATED.has(verb.lemma))
  );
}

function ends(reading: LazyReading, from: number, to: number, word: string): boolean {
  const { norm } = reading.grammar.words;
  for (let i = from; i < to; i += 1) if (norm[i] === word) return true;
  return false;
}

/** You can ask the crew; you will need to contact; you'll receive; you are welcome to call me. */
function customerAct(reading: LazyReading, sentence: Sentence, clause: Clause): Act | null | undefined {
  const verb = clause.verb!;
  const { norm } = reading.grammar.words;
  const { lemma, modal } = verb;
  if (clause.mood === 'condition') {
    // "If you could send us the label": a request in the form of a condition.
    if ((modal === 'could' || modal === 'can') && clause.link === 'if') {
      return /^(?:be|have|feel|see|find)$/.test(lemma) ? undefined : { kind: 'instructed', lemma };
    }
    return bringsResult(reading, clause) && !isElsewhere(reading, sentence, clause) ? { kind: 'instructed', lemma } : undefined;
  }
  // "You will be provided with a meal": the participle is no verb of our lists.
  if (
    lemma === 'be' &&
    verb.tense === 'future' &&
    norm[verb.to]?.endsWith('ed') &&
    /^(?:with|on|to|by|for|the|a|within|in)$/.test(norm[verb.to + 1] ?? '')
  )
    return { kind: 'promised', lemma: norm[verb.to] };
  if (lemma === 'be' && welcomes(norm, verb.to)) return { kind: 'instructed', lemma };
  if (verb.tense === 'present' && !modal && lemma === 'have' && norm[verb.from - 1] === 'now') return { kind: 'done', lemma };
  if (lemma === 'be' && verb.tense === 'present' && !modal && isPlaced(reading, verb.to)) return { kind: 'done', lemma };
  if ((modal === undefined && verb.tense !== 'future') || verb.tense === 'past') return undefined;
  // "You are always able to find a space": how things are.
  if (norm[verb.from] === 'are' && /^(?:always|usually|normally|generally|never)$/.test(norm[verb.from + 1] ?? '')) return undefined;
  if (modal === 'should' && verb.tense === 'perfect') return isReceipt(lemma) ? { kind: 'done', lemma } : undefined;
  if (modal === 'may' || modal === 'might' || modal === 'would') {
    return modal === 'would' && norm[verb.main - 1] === 'to'
      ? { kind: 'instructed', lemma }
      : modal === 'may' && !/^(?:be|have|feel|know)$/.test(lemma)
        ? { kind: 'instructed', lemma }
        : undefined;
  }
  if (
    /^(?:be|see|imagine|understand|appreciate|agree|feel|enjoy|consider|return|know|expect|rest|trust|visit|stay|come|give|experience|remember|think|believe|love|notice|count|rely|forgive|like)$/.test(
      lemma,
    )
  ) {
    if (lemma === 'see' && (verb.tense === 'future' || (modal === 'should' && verb.tense === 'present')))
      return { kind: 'promised', lemma };
    if (lemma === 'be' && verb.tense === 'future' && norm[verb.to] === 'able') return { kind: 'instructed', lemma };
    return undefined;
  }
  if (isReceipt(lemma) && modal !== 'need') return isElsewhere(reading, sentence, clause) ? null : { kind: 'promised', lemma };
  if (modal === 'should' && lemma === 'have') return { kind: 'answered', lemma };
  return isElsewhere(reading, sentence, clause) ? null : { kind: 'instructed', lemma };
}

/** "If you reach out to our refunds desk, they should be able to sort it out": an instruction with what it brings. */
function bringsResult(reading: LazyReading, clause: Clause): boolean {
  const { verb, link, to } = clause;
  if (
    link !== 'if' ||
    !/^(?:reach|contact|call|ring|phone|email|mail|message|text|write|dm|speak|get|pop|go|ask|send|reply)$/.test(verb!.lemma)
  )
    return false;
  const { norm } = reading.grammar.words;
  let target = false;
  for (let i = verb!.to; i < Math.max(to, verb!.to + 2); i += 1) if (/^(?:us|me|our|the|their|them|it)$/.test(norm[i])) target = true;
  if (!target) return false;
  const next = clausesAfter(reading, clause).find(
    ({ subject }) => subject !== undefined && /^(?:they|we|it|she|he|i|our|the|someone)$/.test(norm[subject.from]),
  );
  if (!next?.verb || !/^(?:own|colleague|department|third-party|thing)$/.test(next.subject?.actor ?? '')) return false;
  return /^(?:can|will|should|could)$/.test(next.verb.modal ?? '') || next.verb.tense === 'future';
}

/** "You are (more than) welcome to follow up with us", "you're free to". */
function welcomes(norm: readonly string[], at: number): boolean {
  for (let i = at; i < at + 4; i += 1) if ((norm[i] === 'welcome' || norm[i] === 'free') && norm[i + 1] === 'to') return true;
  return false;
}

/** "You're on the 09.55 now", "you are down for Friday at ten", "you're all set": where our doing has put them. */
function isPlaced(reading: LazyReading, at: number): boolean {
  const { norm } = reading.grammar.words;
  const now = /^(?:now|back|already)$/.test(norm[at] ?? '');
  const to = now ? at + 1 : at;
  if (norm[to] === 'all' && /^(?:set|sorted|booked|done)$/.test(norm[to + 1] ?? '')) return true;
  if (norm[to] === 'down' && /^(?:for|as)$/.test(norm[to + 1] ?? '')) return true;
  // "You are first on Monday's list."
  if (/^(?:first|second|third|next|top)$/.test(norm[to] ?? '') && /^(?:on|in|of)$/.test(norm[to + 1] ?? '')) return true;
  // "You are at the gate now" looks up where they are; a flight or a place on a list is what we put them on.
  return (
    (norm[to] === 'on' || norm[to] === 'in') &&
    /^(?:the|our)$/.test(norm[to + 1] ?? '') &&
    /^(?:\d|next|first|earlier|earliest|later|direct|list)/.test(norm[to + 2] ?? '')
  );
}

/** "She'd need to contact us", "your friend can always reach out to us". */
function sendsToUs(reading: LazyReading, { verb, to }: Clause): boolean {
  const { norm } = reading.grammar.words;
  if (!verb || !/^(?:can|could|may|should|must|need|have to|will|would)$/.test(verb.modal ?? '')) return false;
  if (!/^(?:reach|contact|call|ring|phone|email|mail|message|text|write|tell|speak|talk|visit|get)$/.test(verb.lemma)) return false;
  for (let i = verb.to; i < Math.min(to, verb.to + 5); i += 1) if (norm[i] === 'us' || norm[i] === 'me' || norm[i] === 'our') return true;
  return false;
}

function isReceipt(lemma: string): boolean {
  return /^(?:receive|get|hear|have|find)$/.test(lemma);
}

/** We ask you to …; we recommend …-ing; we need your order number. */
function directed(reading: LazyReading, clause: Clause): Act | null | undefined {
  const verb = clause.verb!;
  const { words, tags } = reading.grammar;
  const at = verb.to;
  if (verb.modal && verb.modal !== 'would' && verb.modal !== 'can' && verb.modal !== 'will') return undefined;
  if (verb.lemma === 'need') {
    // "All we need from you is a photo", "the only thing that I need is the serial number".
    const fronted = /^(?:all|what|that|thing|things)$/.test(words.norm[(clause.subject ?? verb).from - 1] ?? '');
    return fronted || /^(?:you|your|the|a|more|some|an)$/.test(words.norm[at] ?? '') ? { kind: 'asked', lemma: verb.lemma } : undefined;
  }
  const toThem = words.norm[at] === 'you' || words.norm[at] === 'that';
  const gerund = tags.form[at] === 'ing' || (tags.pos[at] === 'to' && /^(?:advise|recommend|suggest)$/.test(verb.lemma));
  if (!toThem && !gerund) return undefined;
  for (const next of clausesAfter(reading, clause)) {
    if (!next.verb) continue;
    const { lemma, main, from } = next.verb;
    if (lemma === 'note' || lemma === 'accept' || lemma === 'understand' || lemma === 'bear' || lemma === 'be') return null;
    if (verb.lemma === 'encourage' || verb.lemma === 'invite') {
      // "We invite you to stay with us again", "to mention the slightest dissatisfaction to reception": another time.
      if (/^(?:stay|visit|return|come|give|try|consider|mention|share|raise|speak|tell|let|bring)$/.test(lemma)) return null;
    }
    return effectOf(reading, lemma, main, next.to) === 'nothing' && from > at + 3 ? null : { kind: 'instructed', lemma };
  }
  return gerund ? { kind: 'instructed', lemma: tags.lemma[at] ?? '' } : undefined;
}

/** "Sure, one moment", "just a sec while I check": somebody is at it. */
function asksPatience({ grammar: { words } }: LazyReading, { from, to }: Sentence): boolean {
  const { norm } = words;
  for (let i = from; i + 1 < Math.min(to, from + 4); i += 1)
    if (/^(?:one|a|1)$/.test(norm[i]) && /^(?:moment|minute|sec|second|min|mo)$/.test(norm[i + 1]))
      return i + 2 >= to || words.gap[i + 2] !== 0 || /^(?:please|while|whilst)$/.test(norm[i + 2]);
  return false;
}

/** "DM us your number", "Request you to share": requests whose verb the tagger takes for a noun. */
function directAddress(reading: LazyReading, clause: Clause): Act | undefined {
  const { norm } = reading.grammar.words;
  for (let i = clause.from; i < Math.min(clause.to, clause.from + 4); i += 1)
    if (/^(?:dm|pm|ping|tweet|whatsapp|inbox)$/.test(norm[i]) && /^(?:us|me|your|the|with)$/.test(norm[i + 1] ?? ''))
      return { kind: 'instructed', lemma: norm[i] };
  return undefined;
}

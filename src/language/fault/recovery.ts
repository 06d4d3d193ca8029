import { oncePer } from '../../text/lazy.js';
import { inList } from '../../lexicon/index.js';
import type { Span } from '../../text/span.js';
import { failsToAct } from './faults.js';
import { regretOf } from '../act/act-window.js';
import { findPhrase } from '../phrase-list.js';
import { findListed, findWord } from '../window.js';
import type { LazyReading } from '../index.js';
import type { Clause, NounPhrase, Recovery, Sentence, SpeechAct, VerbGroup } from '../reading.js';
import { wordAt, type Words } from '../../text/words.js';

/** Verbs that can mend the customer's thing or ours: only with "you" or "your" are they a remedy, without it they change our ways. */
const EITHER_WAY = new Set(
  'fix change correct update test clean treat install train retrain remove review improve add move start begin work set switch adjust replace'.split(
    ' ',
  ),
);
/** Talking and looking are steps, but nothing that the customer gets. */
const TALKING = new Set(
  'call ring phone text write ask check investigate look speak talk discuss meet raise escalate follow address trace research query examine inspect verify confirm decide consider remind instruct tackle attend explain email mail contact handle deal work find reach help assist request process see know apply'.split(
    ' ',
  ),
);

/** What somebody does who brings the customer what was owed. */
const GIVING = new Set('bring deliver fit hand give present replace repair collect mend fix install return come go'.split(' '));

/** What the draft says of a failure besides admitting it: how it came about, what the customer gets for it, what keeps it from coming back. */
export function readRecovery(reading: LazyReading): Recovery {
  return { cause: causeOf(reading), redress: redressOf(reading), prevention: preventionOf(reading) };
}

/** Where the draft says how a failure came about, or that it will find out: a cause, or a tale beyond the fault itself. */
function causeOf(reading: LazyReading): Span | undefined {
  const { words } = reading.draft;
  const thanked = new Set(reading.thanks.filter(({ object }) => object === 'contact').map(({ sentence }) => sentence));
  for (const sentence of reading.body) {
    const named = findPhrase(words, sentence.from, sentence.to, 'cause-phrases');
    // "Thank you for telling us what happened": their tale, not ours.
    if (named && !reading.isMention(named) && !thanked.has(sentence.index) && !asWeSaid(words, named)) return sentence;
  }
  return tale(reading);
}

/** "As we said", "when we spoke": the words of a cause, but none is given. */
function asWeSaid(words: Words, named: Span): boolean {
  const next = wordAt(words, named.start) + 2;
  return (
    words.norm[next - 1] === 'we' &&
    /^(?:said|promised|agreed|told|spoke|know|see|write|wrote|speak|understand|discussed|explained|can)$/.test(words.norm[next] ?? '')
  );
}

/** A clause in the past, of ours or of a thing, that is neither the failure admitted nor what was done about it. */
function tale(reading: LazyReading): Span | undefined {
  const done = new Set(reading.acts.filter(({ kind }) => kind === 'done' || kind === 'noted').map(({ clause }) => clause));
  const told = new Set(reading.acts.filter(({ kind }) => kind === 'instructed' || kind === 'asked').map(({ sentence }) => sentence));
  let admitted = reading.apologies.some(({ kind, specific }) => kind === 'own-act' && specific);
  const faults = new Set(reading.faults.filter(({ actor, asserted }) => actor === 'own' && asserted).map(({ start }) => start));
  for (const sentence of reading.body) {
    for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
      const clause = reading.clauses[k];
      if (!admitted && faults.has(clause.start)) {
        admitted = true;
        continue;
      }
      // "We failed to turn up, and we failed to ring" tells twice what, and not why.
      if (faults.has(clause.start) && clause.verb?.lemma === 'fail') continue;
      if (clause.verb?.negated && clause.verb.lemma === 'do' && clause.subject?.actor === 'own') continue;
      if (admitted && explainsOurWays(reading, clause) && !done.has(k)) return sentence;
      if (!tells(reading, clause) || (done.has(k) && !backThen(reading, sentence)) || told.has(sentence.index)) continue;
      if (regretOf(reading, clause)) continue;
      // How things stood admits nothing, so it explains what is admitted elsewhere.
      if (admitted || clause.verb!.lemma === 'be' || clause.verb!.lemma === 'have') return sentence;
      admitted = true;
    }
  }
  return undefined;
}

/** "Two systems disagree about room numbers", "our booking tool counts it as sea view": how our things are, said beside a failure that was admitted. */
function explainsOurWays(reading: LazyReading, clause: Clause): boolean {
  const { verb, subject, mood, mention, link, to } = clause;
  if (!verb || !subject || mention || mood !== 'statement' || verb.tense !== 'present' || verb.modal) return false;
  // "Our crew is doing all it can", "our team cares" explain nothing.
  if (subject.actor === 'own' || subject.actor === 'customer' || link === 'who' || link === 'which') return false;
  if (subject.actor !== 'thing' && (inList('courtesy-verbs', verb.lemma) || /^(?:do|try|work)$/.test(verb.lemma))) return false;
  const { words } = reading.draft;
  const ours = inList('process-nouns', words.norm[subject.head]) && !isPreventive(reading, reading.sentences[clause.sentence]);
  return ours && findWord(words, verb.to, to, NEW) < 0;
}

/** "We moved your account that day": what was done then tells how it came about, whatever it does for them now. */
function backThen(reading: LazyReading, { from, to }: Sentence): boolean {
  const { norm } = reading.draft.words;
  for (let i = from; i + 1 < to; i += 1)
    if (/^(?:that|same)$/.test(norm[i]) && /^(?:day|night|morning|afternoon|evening|week|weekend|month|hour|time)$/.test(norm[i + 1]))
      return true;
  return false;
}

function tells(reading: LazyReading, { verb, subject, mention, mood, link }: Clause): boolean {
  // "We have one teacher for two pools": what we are short of, now as then.
  if (verb?.lemma === 'have' && subject?.actor === 'own' && !mention && !verb.negated && verb.tense !== 'future')
    if (/^(?:only|one|two|no|few|too)$/.test(reading.grammar.words.norm[verb.to] ?? '') && reading.grammar.words.norm[verb.from] !== 'had')
      return true;
  if (!verb || mention || mood !== 'statement' || (verb.tense !== 'past' && verb.tense !== 'perfect')) return false;
  if (
    subject === undefined ||
    (subject.actor === 'customer' && (reading.draft.words.norm[subject.from] !== 'yours' || verb.voice === 'active')) ||
    verb.modal
  )
    return false;
  if (/^(?:who|which|that|after|when|whenever|if|until|till|as|before|whoever|how)$/.test(link ?? '')) return false;
  if (verb.lemma === 'feel' || verb.lemma === 'receive' || verb.lemma === 'see') return false;
  if (verb.lemma === 'read' && subject.actor === 'own') return false;
  if (verb.lemma === 'be' || verb.lemma === 'have') return tellsState(reading, verb, subject);
  // "this happened", "it took": the failure again, not its cause.
  return !(/^(?:happen|occur|take)$/.test(verb.lemma) && /^(?:this|it|that)$/.test(reading.draft.words.norm[subject.from]));
}

/** "Two people were ill", "the label was last week's", "there were roadworks", "we had your old plate": how things stood, not what that was like. */
function tellsState(reading: LazyReading, { lemma, to, negated }: VerbGroup, { from, head, actor }: NounPhrase): boolean {
  const { norm } = reading.grammar.words;
  if (lemma === 'have')
    return (
      actor !== 'customer' &&
      /^(?:the|your|an?|it|only|no|two|three|more|too|fewer|less)$/.test(norm[to] ?? '') &&
      !/^(?:chance|opportunity|pleasure)$/.test(norm[to + 1] ?? '')
    );
  if (/^(?:it|this|that|these|those|you|your|i|we)$/.test(norm[from])) return norm[from] === 'your' && !inList('service-nouns', norm[head]);
  if (/^(?:no|not|an?|the)$/.test(norm[to] ?? '') && inList('fault-nouns', norm[to + 1] ?? '')) return false;
  if (norm[from] === 'there' && (negated || norm[to] === 'no')) return false;
  return (
    !inList('fault-nouns', norm[head]) &&
    findListed(reading.grammar.words, to, to + 3, 'evaluative-words') < 0 &&
    !/^(?:ours|mine|right|wrong)$/.test(norm[to] ?? '')
  );
}

/** What the customer gets for a failure: a repair, a refund, a gesture, or the question what would put it right. */
function redressOf(reading: LazyReading): Span | undefined {
  const { words } = reading.draft;
  for (const sentence of reading.body) {
    const named = findPhrase(words, sentence.from, sentence.to, 'gesture-phrases');
    if (named && !reading.isMention(named) && !refuses(reading, named)) return { start: sentence.start, end: sentence.end };
  }
  const act = reading.acts.find((one) => isRemedy(reading, one));
  if (act) return reading.sentences[act.sentence];
  const granted = reading.clauses.find((clause) => grants(reading, clause));
  return granted && reading.sentences[granted.sentence];
}

/** "You may get your fare back", "you can claim the taxi", "Elena will bring you a new one": what they get, said of them or of whoever brings it. */
function grants(reading: LazyReading, { verb, subject, from, to, mood, negated, mention, sentence }: Clause): boolean {
  if (!verb || !subject || mention || mood !== 'statement' || reading.sentences[sentence].role !== 'body') return false;
  const { words } = reading.draft;
  // "You won't pay the call-out charge."
  if (negated) {
    const charges = /^(?:pay|owe|charge|bill|invoice|deduct)$/.test(verb.lemma) && verb.tense !== 'past' && verb.tense !== 'perfect';
    // "No rent is due until August."
    const due = verb.lemma === 'be' && words.norm[subject.from] === 'no' && /^(?:due|payable|owed|owing)$/.test(words.norm[verb.to] ?? '');
    return due || (charges && (subject.actor === 'customer' || verb.voice === 'passive'));
  }
  // "We have a table for you tonight."
  if (subject.actor === 'own' && verb.lemma === 'have')
    return speaksToThem(words, { from: verb.to, to }) && words.norm.slice(verb.to, to).includes('for');
  if (isRestored(reading, { verb, subject })) return true;
  if (subject.actor === 'customer') {
    if (!/^(?:can|may|will)$/.test(verb.modal ?? (verb.tense === 'future' ? 'will' : '')) || words.norm[subject.from] !== 'you')
      return false;
    return (
      /^(?:claim|reclaim|have|get|keep|receive|collect|pick|choose|use)$/.test(verb.lemma) &&
      findListed(words, verb.to, to, 'redress-nouns') >= 0
    );
  }
  const other = subject.actor === 'colleague' || subject.actor === 'third-party' || subject.actor === 'thing';
  return (
    other &&
    (verb.tense === 'future' || verb.tense === 'present') &&
    GIVING.has(verb.lemma) &&
    (speaksToThem(words, { from: verb.to, to: Math.max(verb.to, to) }) || /^(?:it|them)$/.test(words.norm[verb.to] ?? '')) &&
    from < to
  );
}

/** "It is right now", "your account is open again", "our joiner will be with you at nine". */
function isRestored(reading: LazyReading, { verb, subject }: { readonly verb: VerbGroup; readonly subject: NounPhrase }): boolean {
  const { norm } = reading.grammar.words;
  // "Your line works again since noon."
  if (verb.tense === 'present' && norm[subject.from] === 'your' && /^(?:again|now)$/.test(norm[verb.to] ?? '')) return !verb.negated;
  if (verb.lemma !== 'be' || verb.negated || (verb.tense !== 'present' && verb.tense !== 'future')) return false;
  if (verb.tense === 'future')
    return (norm[subject.from] === 'our' || subject.actor === 'colleague') && /^(?:there|with|at|back|on)$/.test(norm[verb.to] ?? '');
  for (let i = verb.to; i < verb.to + 3; i += 1)
    if (norm[i + 1] === 'now' || norm[i + 1] === 'again')
      return /^(?:right|correct|open|active|live|back|on|in|working|it|there|up|complete|whole)$/.test(norm[i]);
  return false;
}

/** "A refund could prove difficult", "we can't give a discount": named, but not given. */
function refuses(reading: LazyReading, named: Span): boolean {
  const clause = reading.clauseAt(wordAt(reading.grammar.words, named.start));
  return clause !== undefined && (clause.negated || /^(?:may|might|could)$/.test(clause.verb?.modal ?? ''));
}

function isRemedy(reading: LazyReading, { kind, lemma, clause, sentence }: SpeechAct): boolean {
  if (kind !== 'done' && kind !== 'promised' && kind !== 'offered') return false;
  const { subject } = reading.clauses[clause];
  // "A new one reaches you on Friday": a thing talks to nobody.
  const talks = TALKING.has(lemma) && !(lemma === 'reach' && subject?.actor === 'thing');
  if (talks || isPreventive(reading, reading.sentences[sentence])) return false;
  const { words } = reading.draft;
  if (lemma === 'do' || lemma === 'make' || lemma === 'let' || lemma === 'ensure') return false;
  // "Our new checklist starts on Monday" is about our ways.
  const ours = subject !== undefined && words.norm[subject.from] === 'our';
  return !(ours || EITHER_WAY.has(lemma)) || speaksToThem(words, reading.clauses[clause]);
}

function speaksToThem(words: Words, { from, to }: Pick<Clause, 'from' | 'to'>): boolean {
  for (let i = from; i < to; i += 1) if (/^(?:you|your|yours)$/.test(words.norm[i])) return true;
  return false;
}

/** What is asked for, added or put in place lest it happen again. */
const SAFEGUARDS = new Set(
  'alarm alert alerts check checks reminder reminders warning rule rules audit flag lock limit safeguard safeguards sign'.split(' '),
);

/** What is changed so that the failure does not come back: said so, or told as how things are done now. */
function preventionOf(reading: LazyReading): Span | undefined {
  for (const sentence of reading.body) if (isPreventive(reading, sentence)) return { start: sentence.start, end: sentence.end };
  const act = reading.acts.find(({ kind, lemma, clause }) => {
    const changes =
      EITHER_WAY.has(lemma) ||
      (lemma === 'bring' && namesSafeguard(reading, reading.clauses[clause])) ||
      ((lemma === 'make' || lemma === 'ensure') && reachesAll(reading, reading.clauses[clause])) ||
      /^(?:introduce|implement|redesign|rewrite|rebuild|retrain|relabel|fit|mount|ask|instruct|remind|raise|address|hire|invest|order|refit|refurbish|renovate|look|investigate|speak|discuss|follow|take)$/.test(
        lemma,
      );
    const ensures = lemma === 'make' || lemma === 'ensure';
    if (kind !== 'done' && kind !== 'promised' && !(ensures && kind === 'noted')) return false;
    return changes && !speaksToThem(reading.draft.words, reading.clauses[clause]) && !isLooking(lemma, reading, clause);
  });
  if (act) return reading.sentences[act.sentence];
  const changed = reading.clauses.find((clause) => changesOurWays(reading, clause));
  return changed && reading.sentences[changed.sentence];
}

/** Doing that leaves our ways as they were: telling, thanking, looking at this one case. */
const LEAVES_AS_IS = new Set(
  'tell inform thank speak talk contact call ring email write ask say send deliver refund credit pay book rebook arrange issue see find know think feel be have hope want like love need serve run help handle deal pass forward share note log record read look check trace receive get apologise regret understand reach welcome greet let believe trust value appreciate'.split(
    ' ',
  ),
);

/** "Reception has new instructions", "the two calendars are one now", "we are getting rid of the old booking tool": what we work with is another from now on. */
function changesOurWays(reading: LazyReading, clause: Clause): boolean {
  const { verb, subject, mood, mention, negated, sentence, from } = clause;
  if (!verb || !subject || mention || mood !== 'statement' || reading.sentences[sentence].role !== 'body') return false;
  if (
    subject.actor === 'customer' ||
    verb.tense === 'past' ||
    verb.tense === 'none' ||
    /^(?:would|may|might|could|should)$/.test(verb.modal ?? '')
  )
    return false;
  if (/^(?:because|that|which|who|when|as|since|what)$/.test(clause.link ?? '')) return false;
  const { words } = reading.draft;
  const last = Math.min(reading.sentences[sentence].to, clause.to + 6);
  if (speaksToThem(words, { from, to: last })) return false;
  const ways = findListed(words, from, last, 'process-nouns') >= 0;
  if (!ways || isHonoured(reading, clause)) return false;
  const fresh = findWord(words, verb.to, last, NEW) >= 0;
  if (LEAVES_AS_IS.has(verb.lemma)) return fresh && verb.lemma !== 'hope' && !negated;
  if (verb.tense === 'present' && !verb.progressive && verb.voice === 'active') return fresh;
  return true;
}

const NEW = new Set('new now second longer instead anymore henceforth onwards'.split(' '));

/** "We pride ourselves on our staff", "our team works hard": praise of how things are. */
function isHonoured(reading: LazyReading, { verb, from, to }: Clause): boolean {
  return inList('courtesy-verbs', verb!.lemma) || findListed(reading.draft.words, from, to, 'feedback-nouns') >= 0;
}

/** "We are bringing in a second check." */
function namesSafeguard(reading: LazyReading, { from, to }: Clause): boolean {
  for (let i = from; i < to; i += 1) if (SAFEGUARDS.has(reading.draft.words.norm[i])) return true;
  return false;
}

/** "We're making sure that every ticket has an owner." */
function reachesAll(reading: LazyReading, { index, sentence }: Clause): boolean {
  const next = reading.clauses[index + 1];
  return (
    next?.sentence === sentence && /^(?:every|each|all|no|nobody|nothing)$/.test(reading.draft.words.norm[next.subject?.from ?? -1] ?? '')
  );
}

/** "I'll look into it" looks at this case; "we are looking at how we handle weekend calls" at our ways. */
function isLooking(lemma: string, reading: LazyReading, clause: number): boolean {
  if (!/^(?:look|investigate|ask|speak|follow|order|take|raise|discuss|add|move|replace)$/.test(lemma)) return false;
  const { words } = reading.draft;
  const { from, to } = reading.clauses[clause];
  for (let i = from; i < to; i += 1)
    if (SAFEGUARDS.has(words.norm[i]) || /^(?:how|our|process|procedure|everyone|staff|team|all|form|forms|system)$/.test(words.norm[i]))
      return false;
  return true;
}

function isPreventive(reading: LazyReading, sentence: Sentence): boolean {
  return preventive(reading).has(sentence.index);
}

/** The sentences that tell of a change of ways, by index. */
const preventive = oncePer<LazyReading, ReadonlySet<number>>(
  (reading) => new Set(reading.body.filter((sentence) => prevents(reading, sentence)).map(({ index }) => index)),
);

function prevents(reading: LazyReading, sentence: Sentence): boolean {
  const { words } = reading.draft;
  const named = findPhrase(words, sentence.from, sentence.to, 'prevention-phrases');
  if (named && !reading.isMention(named)) return true;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    if (isNewHabit(reading, clause) || neverAgain(reading, clause) || lestAgain(reading, clause) || isMadeSafe(reading, clause))
      return true;
  }
  return false;
}

/** "So that no visit slips through", "so nothing gets lost between us". */
function lestAgain(reading: LazyReading, { subject, verb, mention, negated }: Clause): boolean {
  if (!subject || !verb || mention || !negated || verb.tense === 'past') return false;
  const { norm } = reading.draft.words;
  const before = norm[subject.from - 1] === 'that' ? norm[subject.from - 2] : norm[subject.from - 1];
  return before === 'so' && /^(?:no|nothing|none|nobody)$/.test(norm[subject.from]) && !/^(?:time|delay)$/.test(norm[subject.head]);
}

/** "The field has been made compulsory": a thing of ours that is another now. */
function isMadeSafe(reading: LazyReading, { subject, verb, mention, negated }: Clause): boolean {
  if (subject?.actor !== 'thing' || verb?.lemma !== 'make' || verb.voice !== 'passive' || mention || negated) return false;
  const { norm } = reading.draft.words;
  return (
    /^(?:compulsory|mandatory|obligatory|impossible|clearer|bigger|larger|safer|required|standard)$/.test(norm[verb.to] ?? '') &&
    norm[subject.from] !== 'your'
  );
}

/** "Nobody there will laugh again." */
function neverAgain(reading: LazyReading, { verb, negated, to, mention }: Clause): boolean {
  if (!verb || mention || !negated || (verb.tense !== 'future' && verb.modal !== 'can')) return false;
  const { norm } = reading.draft.words;
  for (let i = verb.to; i < to; i += 1)
    if (/^(?:again|twice|anymore)$/.test(norm[i]) || (norm[i] === 'any' && /^(?:more|longer)$/.test(norm[i + 1] ?? ''))) return true;
  return false;
}

/** "We now scan both labels", "orders are now read back", "the handsets load new plates every hour". */
function isNewHabit(reading: LazyReading, clause: Clause): boolean {
  const { verb, subject, mood, mention } = clause;
  if (!verb || mention || mood !== 'statement' || verb.tense !== 'present' || verb.modal || subject?.actor === 'customer') return false;
  if (!subject) return startsFrom(reading, clause);
  if (verb.progressive || failsToAct(reading, clause)) return false;
  const { norm } = reading.draft.words;
  let now = startsFrom(reading, clause);
  let often = false;
  for (let i = Math.max(subject.to, clause.from); i < clause.to + 1; i += 1) {
    if (norm[i] === 'now' || (norm[i] === 'every' && i > verb.main)) now = true;
    if (i > verb.main && /^(?:every|each|always|before|whenever|first)$/.test(norm[i])) often = true;
    if (norm[i] === 'you' || norm[i] === 'your') return false;
  }
  const first = norm[subject.from];
  const rule =
    (/^(?:every|all|any|each|no)$/.test(first) && (verb.voice === 'passive' || verb.lemma === 'be')) ||
    (first === 'no' && isBarred(norm, verb.to, clause.to));
  if (!now && !rule) return false;
  if (
    verb.voice === 'active' &&
    (verb.lemma === 'be' || verb.lemma === 'have' || (subject.actor === 'own' && inList('courtesy-verbs', verb.lemma)))
  )
    // "From this Friday it is open from 4 to 8."
    return (now && rule) || (verb.lemma === 'be' && opensWithStart(reading, reading.sentences[clause.sentence]));
  return subject.actor === 'own' || norm[subject.head].endsWith('s') || rule || often || verb.voice === 'active';
}

/** "No order leaves the building without two signatures any more." */
function isBarred(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1)
    if (/^(?:without|until|unless|before|anymore)$/.test(norm[i]) || (norm[i] === 'any' && /^(?:more|longer)$/.test(norm[i + 1] ?? '')))
      return true;
  return false;
}

/** "From 1 May", "since yesterday", "as of tonight": the sentence opens with when the habit begins. */
function opensWithStart(reading: LazyReading, { from }: Sentence): boolean {
  const { norm } = reading.draft.words;
  const opens = /^(?:from|since|starting|effective)$/.test(norm[from]) || (norm[from] === 'as' && norm[from + 1] === 'of');
  return opens && reading.times.some((time) => time.from > from && time.from <= from + 3);
}

/** "From 1 May we text …", "both sign from today": whether the sentence says when the habit begins. */
function startsFrom(reading: LazyReading, clause: Clause): boolean {
  const sentence = reading.sentences[clause.sentence];
  const { norm } = reading.draft.words;
  if (opensWithStart(reading, sentence)) return true;
  // "A pharmacist and a technician both sign from today."
  for (let i = clause.verb!.to; i + 1 < sentence.to && i < clause.verb!.to + 20; i += 1)
    // "Agents read the number back since Tuesday": a habit of today, told by writers of many tongues in the plain present.
    if (
      (norm[i] === 'from' || norm[i] === 'since') &&
      /^(?:today|tomorrow|yesterday|now|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|tonight|this)$/.test(norm[i + 1])
    )
      return true;
  return false;
}

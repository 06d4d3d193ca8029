import { inList, listed, wordClass } from '../../lexicon/index.js';
import type { Span } from '../../text/span.js';
import { timesFrom } from '../act/window.js';
import { changesWays, SAFEGUARDS } from './changed-ways.js';
import { failsToAct } from './failing.js';
import { PhraseList } from '../phrase-list.js';
import type { LazyReading } from '../index.js';
import { oncePerReading } from '../once-per-reading.js';
import type { Clause, Sentence } from '../reading.js';
import type { Words } from '../../text/words.js';

const PREVENTION_PHRASES = new PhraseList('prevention-phrases');
const FEEDBACK_NOUNS = listed('feedback-nouns');
const PROCESS_NOUNS = listed('process-nouns');

/** Verbs that can mend the customer's thing or ours: only with "you" or "your" are they a remedy, without it they change our ways. */
export const EITHER_WAY = new Set(
  'fix change correct update test clean treat install train retrain remove review improve add move start begin work set switch adjust replace'.split(
    ' ',
  ),
);

const THEM = wordClass('you your yours');

/** Whether words say you or your. */
export function speaksToThem(words: Words, { from, to }: Pick<Clause, 'from' | 'to'>): boolean {
  return THEM.first(words, from, to) >= 0;
}

/** What is changed so that the failure does not come back: said so, or told as how things are done now. */
export function preventionOf(reading: LazyReading): Span | undefined {
  for (const sentence of reading.body) if (isPreventive(reading, sentence)) return { start: sentence.start, end: sentence.end };
  const { words } = reading.draft;
  const act = reading.acts.find(({ kind, lemma, clause }) => {
    const { from, to } = reading.clauses[clause];
    const ensures = lemma === 'make' || lemma === 'ensure';
    const changes =
      EITHER_WAY.has(lemma) ||
      // "We are bringing in a second check."
      (lemma === 'bring' && SAFEGUARDS.first(words, from, to) >= 0) ||
      (ensures && reachesAll(reading, reading.clauses[clause])) ||
      /^(?:introduce|implement|redesign|rewrite|rebuild|retrain|relabel|fit|mount|ask|instruct|remind|raise|address|hire|invest|order|refit|refurbish|renovate|look|investigate|speak|discuss|follow|take)$/.test(
        lemma,
      );
    if (kind !== 'done' && kind !== 'promised' && !(ensures && kind === 'noted')) return false;
    return changes && !speaksToThem(words, { from, to }) && !isLooking(lemma, reading, clause);
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
  const ways = PROCESS_NOUNS.first(words, from, last) >= 0;
  if (!ways || isHonoured(reading, clause)) return false;
  const fresh = NEW.first(words, verb.to, last) >= 0;
  if (LEAVES_AS_IS.has(verb.lemma)) return fresh && verb.lemma !== 'hope' && !negated;
  if (verb.tense === 'present' && !verb.progressive && verb.voice === 'active') return fresh;
  return true;
}

/** Words of a change. */
export const NEW = wordClass('new now second longer instead anymore henceforth onwards');

/** "We pride ourselves on our staff", "our team works hard": praise of how things are. */
function isHonoured(reading: LazyReading, { verb, from, to }: Clause): boolean {
  return inList('courtesy-verbs', verb!.lemma) || FEEDBACK_NOUNS.first(reading.draft.words, from, to) >= 0;
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
    if (SAFEGUARDS.at(words, i) || /^(?:how|our|process|procedure|everyone|staff|team|all|form|forms|system)$/.test(words.norm[i]))
      return false;
  return true;
}

/** Whether a sentence tells of a change of ways. */
export function isPreventive(reading: LazyReading, sentence: Sentence): boolean {
  return (preventive(reading)[sentence.index] ??= sentence.role === 'body' && prevents(reading, sentence));
}

/** Of the sentences that were asked about, by index. */
const preventive = oncePerReading<boolean[]>(() => []);

function prevents(reading: LazyReading, sentence: Sentence): boolean {
  const { words } = reading.draft;
  const named = PREVENTION_PHRASES.find(words, sentence.from, sentence.to);
  if (named && !reading.isMention(named)) return true;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    if (isNewHabit(reading, clause) || neverAgain(reading, clause) || lestAgain(reading, clause)) return true;
    if (isMadeSafe(reading, clause) || isMendedForAll(reading, clause) || changesWays(reading, clause) || checksOthers(reading, clause))
      return true;
  }
  return false;
}

/** "I'm going through the other 212 people", "we've checked all the other streets": so that it happens to nobody else. */
function checksOthers(reading: LazyReading, { subject, verb, mention, negated, to }: Clause): boolean {
  if (subject?.actor !== 'own' || !verb || mention || negated || verb.modal) return false;
  const { norm } = reading.draft.words;
  const through = /^(?:go|work|look|comb)$/.test(verb.lemma) && norm[verb.to] === 'through';
  if (!through && verb.lemma !== 'check' && verb.lemma !== 'turn') return false;
  return norm
    .slice(verb.to, Math.min(to, verb.to + 6))
    .some((word, k, said) => /^(?:other|remaining|rest)$/.test(word) && /^(?:the|all|every)$/.test(said[k - 1] ?? ''));
}

/** "So that no visit slips through", "so nothing gets lost between us". */
function lestAgain(reading: LazyReading, { subject, verb, mention, negated, to }: Clause): boolean {
  if (!subject || !verb || mention || !negated || verb.tense === 'past') return false;
  // "So nobody can be ahead of you": done for them alone.
  if (reading.draft.words.norm[to - 1] === 'you') return false;
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

/** "A fix is in testing and goes live on Thursday": the program is mended for whoever uses it; not "the fix for your account". */
function isMendedForAll(reading: LazyReading, { subject, verb, mention, negated, from, to }: Clause): boolean {
  const { words } = reading.draft;
  if (subject?.actor !== 'thing' || !verb || mention || negated || !/^(?:fix|patch|bugfix|hotfix)$/.test(words.norm[subject.head]))
    return false;
  if (verb.lemma === 'be' && !/^(?:in|live|ready|under|due|out|being)$/.test(words.norm[verb.to] ?? '')) return false;
  return /^(?:be|go|release|deploy|ship|roll|land|test|follow|come|arrive)$/.test(verb.lemma) && !speaksToThem(words, { from, to });
}

/** "Nobody there will laugh again." */
function neverAgain(reading: LazyReading, { verb, subject, negated, to, mention }: Clause): boolean {
  if (!verb || mention || !negated) return false;
  const { norm } = reading.draft.words;
  // "So that it doesn't slip through again"
  const lest = verb.tense === 'present' && subject !== undefined && /^(?:so|that)$/.test(norm[subject.from - 1] ?? '');
  if (verb.tense !== 'future' && verb.modal !== 'can' && !lest) return false;
  for (let i = verb.to; i < to; i += 1) if (/^(?:again|twice)$/.test(norm[i]) || isAnyMore(norm, i)) return true;
  return false;
}

/** "any more", "any longer", "anymore" */
function isAnyMore(norm: readonly string[], i: number): boolean {
  return norm[i] === 'anymore' || (norm[i] === 'any' && /^(?:more|longer)$/.test(norm[i + 1] ?? ''));
}

/** Doing that only goes on: no change of ways since then. */
const GOING_ON = new Set('be wait work try look chase receive hear know stand live stay miss lose fail see ask grow run'.split(' '));

/** "Since Monday the front desk has had a list of mobile numbers." */
function isSinceThen(reading: LazyReading, { subject, verb, sentence }: Clause): boolean {
  const ours =
    /^(?:own|department|colleague)$/.test(subject?.actor ?? '') ||
    /^(?:every|each|our|the)$/.test(reading.draft.words.norm[subject?.from ?? -1] ?? '');
  if (!ours || subject?.actor === 'customer' || subject?.actor === 'circumstance') return false;
  const { from, to, start } = reading.sentences[sentence];
  const { norm } = reading.draft.words;
  if (verb!.negated || GOING_ON.has(verb!.lemma) || speaksToThem(reading.draft.words, { from, to })) return false;
  const since = norm.indexOf('since', from);
  return since >= 0 && since < to && timesFrom(reading, start).length > 0 && norm[verb!.to] !== 'it';
}

/** "We now scan both labels", "orders are now read back", "the handsets load new plates every hour". */
function isNewHabit(reading: LazyReading, clause: Clause): boolean {
  const { verb, subject, mood, mention } = clause;
  if (!verb || mention || mood !== 'statement' || subject?.actor === 'customer') return false;
  // "Every changed plan must now be signed before …": a rule that is new.
  const ruled = /^(?:must|have to)$/.test(verb.modal ?? '') && verb.voice === 'passive';
  if (verb.tense === 'perfect') return isSinceThen(reading, clause);
  if (verb.tense !== 'present' || (verb.modal && !ruled)) return false;
  if (!subject) return startsFrom(reading, clause);
  if (verb.progressive || failsToAct(reading, clause)) return false;
  const { norm } = reading.draft.words;
  let now = startsFrom(reading, clause);
  let often = false;
  for (let i = Math.max(subject.to, clause.from); i < clause.to + 1; i += 1) {
    if (norm[i] === 'now' || (norm[i] === 'these' && norm[i + 1] === 'days') || (norm[i] === 'every' && i > verb.main)) now = true;
    if (i > verb.main && /^(?:every|each|always|before|whenever|first)$/.test(norm[i])) often = true;
    if (norm[i] === 'you' || norm[i] === 'your') return false;
  }
  const first = norm[subject.from];
  // "No order leaves without two signatures any more."
  if (/^(?:no|nobody)$/.test(first) && isBarred(norm, verb.to, Math.min(clause.to + 1, reading.sentences[clause.sentence].to))) return true;
  const rule = /^(?:every|all|any|each|no)$/.test(first) && (verb.voice === 'passive' || verb.lemma === 'be');
  if (!now && !rule) return false;
  if (verb.lemma === 'have' && subject.actor === 'thing') return now;
  // "The night team now have authority to move guests."
  if (verb.lemma === 'have' && /^(?:department|colleague)$/.test(subject.actor))
    return now && /^(?:authority|power|permission|instructions|orders|keys|a|an)$/.test(norm[verb.to] ?? '');
  if (
    verb.voice === 'active' &&
    (verb.lemma === 'be' || verb.lemma === 'have' || (subject.actor === 'own' && inList('courtesy-verbs', verb.lemma)))
  )
    // "From this Friday it is open from 4 to 8."
    return (
      (now && (rule || (often && (norm[verb.from - 1] === 'now' || opensWithStart(reading, reading.sentences[clause.sentence]))))) ||
      (verb.lemma === 'be' &&
        (opensWithStart(reading, reading.sentences[clause.sentence]) ||
          (now && PROCESS_NOUNS.first(reading.draft.words, verb.to, clause.to) >= 0)))
    );
  return subject.actor === 'own' || norm[subject.head].endsWith('s') || rule || often || verb.voice === 'active';
}

/** "No order leaves the building without two signatures any more." */
function isBarred(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (/^(?:without|until|unless|before)$/.test(norm[i]) || isAnyMore(norm, i)) return true;
  return false;
}

/** "From 1 May", "since yesterday", "as of tonight": the sentence opens with when the habit begins. */
function opensWithStart(reading: LazyReading, { from }: Sentence): boolean {
  const { norm, start } = reading.draft.words;
  const opens = /^(?:from|since|starting|effective)$/.test(norm[from]) || (norm[from] === 'as' && norm[from + 1] === 'of');
  // "From this order on"
  if (
    norm[from] === 'from' &&
    /^(?:this|that)$/.test(norm[from + 1] ?? '') &&
    norm.slice(from + 2, from + 5).some((word) => /^(?:on|onwards|onward)$/.test(word))
  )
    return true;
  return opens && timesFrom(reading, start[from]).some((time) => time.from > from && time.from <= from + 3);
}

const DAY = wordClass('today tomorrow yesterday now monday tuesday wednesday thursday friday saturday sunday next tonight this');

/** "From 1 May we text …", "both sign from today": whether the sentence says when the habit begins. */
function startsFrom(reading: LazyReading, clause: Clause): boolean {
  const sentence = reading.sentences[clause.sentence];
  const { words } = reading.draft;
  const { norm } = words;
  if (opensWithStart(reading, sentence)) return true;
  // "A pharmacist and a technician both sign from today."
  const end = Math.min(sentence.to, clause.verb!.to + 21);
  for (let day = DAY.first(words, clause.verb!.to + 1, end); day >= 0; day = DAY.first(words, day + 1, end)) {
    // "Agents read the number back since Tuesday": a habit of today, told by writers of many tongues in the plain present.
    const before = norm[day - 1];
    if (before === 'from' || before === 'since' || (before === 'of' && norm[day - 2] === 'as')) return true;
  }
  return false;
}

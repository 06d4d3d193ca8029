import { inList } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import type { Grammar } from '../grammar/grammar.js';
import { countPhrases } from './kind-signals.js';
import {
  ACCUSED,
  ANGRY_SIGNS,
  CONTRARY,
  DEATH,
  DEFECTS,
  DISASTER,
  FAILURES,
  FIRST,
  GLAD_SIGNS,
  HARMS,
  ILLNESS,
  KINDNESSES,
  NEGATORS,
  SAYINGS,
  SELDOM_MALFUNCTIONS,
  SHOUTED,
  STATES,
  THANKS,
  UNITS,
} from './kind-customer-words.js';
import { isKin } from '../feeling/life-event.js';
import { questionParts } from '../question/question-parts.js';
import type { Clause } from '../reading.js';

/** What is counted in the customer's words. */
export interface Cues {
  readonly negative: number;
  readonly positive: number;
  readonly chasing: number;
  readonly scorned: number;
  readonly praise: number;
  readonly proposals: number;
  readonly angry: number;
  readonly glad: number;
  readonly accused: number;
  readonly told: number;
  readonly fails: number;
  readonly kindness: number;
  readonly proposed: number;
  readonly questions: number;
  readonly failed: number;
  readonly thanked: number;
  readonly mocked: number;
  readonly contrary: number;
  readonly life: number;
  /** What was not done, by things or by us. */
  readonly undone: number;
  /** What was broken, lost or mixed up. */
  readonly harmed: number;
  /** What they want, said outright. */
  readonly demands: number;
  /** All that they write is asked. */
  readonly onlyAsked: number;
  /** They look forward to something. */
  readonly eager: number;
}

/** Counts, by words and clauses, what tells kinds of message apart. */
export function cuesOf(grammar: Grammar): Cues {
  const { words, text, clauses } = grammar;
  const { negative, positive } = evaluations(grammar);
  const {
    chasing: urged,
    sarcastic: scorned,
    praising,
    suggesting: proposals,
  } = countPhrases(words, SAYINGS, { chasing: 0, sarcastic: 0, praising: 0, suggesting: 0 });
  const angry = (text.match(ANGRY_SIGNS)?.length ?? 0) + (/!!|\?!|!\?/.test(text) ? 0.4 : /\?\?/.test(text) ? 0.1 : 0);
  const glad = text.match(GLAD_SIGNS)?.length ?? 0;
  const praise = Math.max(0, praising - scorned);
  // "The heating doesn't come on any more" urges nobody.
  const chasing = urged - clauses.filter((clause) => comesOn(grammar, clause)).length;
  let accused = 0;
  let told = 0;
  let fails = 0;
  let kindness = 0;
  let proposed = 0;
  let requested = 0;
  let failed = 0;
  let thanked = 0;
  let mocked = 0;
  let contrary = 0;
  let saying = 0;
  let undone = 0;
  let harmed = 0;
  let demands = 0;
  let eager = 0;
  for (const clause of clauses) {
    if (!clause.verb || clause.mention) continue;
    const past = clause.verb.tense === 'past' || clause.verb.tense === 'perfect';
    const { from } = clause.subject ?? clause;
    const us = ACCUSED.at(words, from) && clause.subject !== undefined;
    const first = FIRST.at(words, from) && clause.subject !== undefined;
    if (clause.mood === 'imperative' && /^(?:please|pls|kindly)$/.test(words.norm[clause.verb.from - 1] ?? '')) requested = 0.6;
    if (clause.mood === 'imperative' && requested === 0) demands += 0.5;
    if (clause.mood === 'question' || clause.mood === 'imperative') continue;
    const nobody = clause.subject !== undefined && /^(?:nobody|none|no|nothing)$/.test(words.norm[from]);
    if (!first && clause.mood === 'statement' && (clause.verb.negated || nobody) && !clause.verb.modal) undone += past ? 1 : 0.6;
    if (past && clause.mood === 'statement' && !clause.negated && inList('fault-verbs', clause.verb.lemma)) harmed += 1;
    if (first && clause.verb.tense === 'present' && /^(?:want|demand|expect|insist)$/.test(clause.verb.lemma) && !clause.negated)
      demands += 1;
    if (isProposal(grammar, clause)) proposed += 1;
    else if (us && !past && /^(?:still|always|never|keep|again)$/.test(words.norm[clause.verb.from - 1] ?? '')) accused += 1;
    else if (us && past && clause.verb.modal === undefined) {
      if (KINDNESSES.has(clause.verb.lemma) && !clause.negated) kindness += 0.6;
      else if (!isTheirThing(grammar, clause)) accused += 1;
    } else if (first && past) told += clause.negated || clause.verb.voice === 'passive' ? 0.8 : 0.25;
    if (!us && failsToWork(grammar, clause)) fails += 1;
    // "I can't find the button", "I am not able to log in".
    else if (
      first &&
      clause.verb.negated &&
      clause.verb.modal === 'can' &&
      !past &&
      /^(?:find|log|open|access|get|see|sign|connect|download|install|check|book|change|pay|add|print|upload|use|do)$/.test(
        clause.verb.lemma,
      )
    )
      fails += 0.8;
  }
  for (let i = 0; i < words.length; i += 1) {
    const word = words.norm[i];
    if (
      (inList('malfunction', word) || inList('malfunction', grammar.tags.lemma[i] ?? word)) &&
      !SELDOM_MALFUNCTIONS.has(word) &&
      !negatedBefore(grammar, i)
    )
      fails += 0.7;
    if (
      UNITS.has(word) &&
      /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|forty|fifty|thirty|sixty|several|few|of)$/.test(words.norm[i - 1] ?? '')
    )
      told += 0.35;
    // "I've missed flying with you" is no missed flight.
    // "My card is refused", "the payment was refused": the thing fails, nobody is refused.
    if (word === 'refused' && isPaymentBefore(grammar, i)) {
      fails += 1;
      continue;
    }
    const longed = word === 'missed' && /^(?:you|flying|this|it|being|staying)$/.test(words.norm[i + 1] ?? '');
    const life = losesJob(words.norm, i) || losesHome(words.norm, i);
    if (FAILURES.has(word) && !longed && !life && !negatedBefore(grammar, i)) failed += 1;
    if (STATES.has(word) && !negatedBefore(grammar, i)) fails += 0.4;
    if (THANKS.has(word)) {
      if (thanksForHarm(grammar, i)) mocked += 1;
      else thanked += givesThanks(grammar, i) ? 1 : 0.3;
    }
    if (CONTRARY.has(word)) contrary += 1;
    if (word === 'forward' && looksForward(grammar, i)) eager = 1;
    if (word === 'says' || word === 'say' || word === 'shows') saying += 1;
    if (DEFECTS.has(word) && grammar.tags.pos[i - 1] === 'number') failed += 1;
    const raw = text.slice(words.start[i], words.end[i]);
    if (raw.length > 4 && /^[A-Z]+$/.test(raw)) accused += 0.3;
    else if (SHOUTED.has(raw)) accused += 0.6;
  }
  const rhetorical = grammar.sentences.some(({ question }) => question);
  const plain =
    negative + chasing === 0 &&
    grammar.sentences.some(
      (sentence) => sentence.question && /^(?:can|could|is|are|do|does|did|will|when|where)$/.test(words.norm[sentence.from]),
    );
  const asked = questionParts(grammar);
  const questions = asked.length + (asked.length > 0 ? 0 : plain ? 1 : Math.max(requested, rhetorical ? 0.2 : 0));
  if (saying > 1) fails += 1;
  return {
    negative,
    positive,
    chasing,
    scorned,
    praise,
    proposals,
    angry,
    glad,
    accused,
    told,
    fails,
    kindness,
    proposed,
    questions,
    failed,
    thanked,
    mocked,
    contrary,
    life: lifeEvents(grammar),
    undone,
    harmed,
    demands,
    eager,
    onlyAsked: grammar.sentences.every(({ question, role }) => question || role !== 'body') ? 1 : 0,
  };
}

const HOPES = new Set('hope hoping hopefully hoped wish wishing'.split(' '));
/** What we had written before. */
const ANSWERS = new Set('reply response answer info information update clarification confirmation'.split(' '));

function comesOn({ words }: Grammar, { verb, subject }: Clause): boolean {
  return verb?.lemma === 'come' && subject !== undefined && words.norm[verb.to] === 'on' && words.norm[verb.main] !== 'came';
}

/** Neutral dealings that say which thing is meant: "the file you sent", "the cable you recommended". */
const DEALINGS = new Set(
  'send give email mail post ship deliver quote recommend suggest show sell install mention list offer provide supply'.split(' '),
);

function isTheirThing({ words, tags }: Grammar, { verb, subject, negated, link }: Clause): boolean {
  if (!verb || !subject || negated || !DEALINGS.has(verb.lemma)) return false;
  const before = link === 'that' || link === 'which' ? subject.from - 2 : subject.from - 1;
  return before >= 0 && tags.pos[before] === 'nominal' && !(words.gap[subject.from] & (Gap.comma | Gap.stop | Gap.break));
}

function isPaymentBefore({ words }: Grammar, i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 4; k -= 1)
    if (/^(?:card|payment|code|voucher|password|login|transfer|coupon)$/.test(words.norm[k])) return true;
  return false;
}

/** "Thanks for the umbrella", "thank you to the crew", or thanks that open the message; not the "Thanks." that ends a demand. */
function givesThanks({ words }: Grammar, i: number): boolean {
  const { norm } = words;
  const next = norm[i] === 'thank' && norm[i + 1] === 'you' ? i + 2 : i + 1;
  // "Thanks for the reply": what was answered before, not what they write for.
  if (
    norm[next] === 'for' &&
    ANSWERS.has(norm[next + 1] === 'the' || norm[next + 1] === 'your' ? (norm[next + 2] ?? '') : (norm[next + 1] ?? ''))
  )
    return false;
  return i <= 2 || /^(?:for|to|so|very|again|guys|all|company)$/.test(norm[next] ?? '');
}

/** "Looking forward to flying with you": glad of it; not "to your reply", "to missing my connection". */
function looksForward({ words, tags }: Grammar, i: number): boolean {
  const { norm } = words;
  const next = norm[i + 2] ?? '';
  return (
    norm[i + 1] === 'to' &&
    /^looking$|^look$/.test(norm[i - 1] ?? '') &&
    !NEGATORS.has(norm[i - 2] ?? '') &&
    !/^(?:your|hear|hearing|receiving|seeing|resolving|a)$/.test(next) &&
    !HARMS.has(tags.lemma[i + 2] ?? next) &&
    !FAILURES.has(next) &&
    next !== 'missing'
  );
}

/** "Thanks for losing my bag": what is thanked for is harm. */
function thanksForHarm({ words, tags }: Grammar, i: number): boolean {
  const { norm } = words;
  const next = norm[i] === 'thank' && norm[i + 1] === 'you' ? i + 2 : i + 1;
  return norm[next] === 'for' && HARMS.has(tags.lemma[next + 1] ?? norm[next + 1] ?? '');
}

/** Words of judgement, by what stands before them. */
function evaluations(grammar: Grammar): { negative: number; positive: number } {
  const { norm, length } = grammar.words;
  let negative = 0;
  let positive = 0;
  // What follows "but" decides: "delayed, but the crew was amazing".
  let turned = 1;
  let hoped = false;
  for (let i = 0; i < length; i += 1) {
    const word = norm[i];
    if (word === 'but' || word === 'however') turned = 1.5;
    else if (grammar.words.gap[i] & Gap.stop) {
      turned = 1;
      hoped = false;
    }
    if (HOPES.has(word)) hoped = true;
    if (inList('negative-evaluation', word)) {
      if (negatedBefore(grammar, i)) positive += 0.4;
      else negative += turned;
    } else if (inList('positive-evaluation', word)) {
      const wished =
        hoped ||
        /^(?:would|could|should)$/.test(norm[i - 1] ?? '') ||
        (norm[i - 1] === 'be' && /^(?:would|could|should)$/.test(norm[i - 2] ?? ''));
      const asking = word === 'thanks' || word === 'thank' || word === 'thx';
      if (negatedBefore(grammar, i)) negative += 0.8;
      else if (!wished && !asking) positive += turned;
    }
  }
  return { negative, positive };
}

function negatedBefore({ words }: Grammar, i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 3; k -= 1) {
    if (NEGATORS.at(words, k)) return true;
    if (words.gap[k + 1]) return false;
  }
  return false;
}

/** "The library should open on Sundays", "a stamp card would be nice", "the map could show …". */
function isProposal({ words, tags }: Grammar, { verb, subject, negated }: Clause): boolean {
  if (!verb || !subject || negated || verb.tense === 'perfect' || verb.tense === 'past') return false;
  const { norm } = words;
  if (verb.modal === 'should' || verb.modal === 'could') {
    if (/^(?:i|we|it|this|that|there|he|she)$/.test(norm[subject.from])) return false;
    for (let k = verb.from; k < verb.to; k += 1) if (norm[k] === 'have' || tags.form[k] === 'participle') return false;
    return true;
  }
  return (
    verb.modal === 'would' &&
    verb.lemma === 'be' &&
    /^(?:nice|great|good|lovely|helpful|useful|better|handy|wonderful|welcome)$/.test(norm[verb.to] ?? '')
  );
}

/** A thing does not do what it is for, or is in a broken state, told without blame. */
function failsToWork({ words }: Grammar, { verb, subject, to }: Clause): boolean {
  if (!verb || !subject || /^(?:you|i|we)$/.test(words.norm[subject.from])) return false;
  if (
    verb.negated &&
    /^(?:work|open|load|come|start|show|appear|arrive|connect|respond|charge|turn|fit|accept|play|print|let|update|install|save|send|receive|match|reflect|download|log|sync|ring|close|seal)$/.test(
      verb.lemma,
    )
  )
    return true;
  if (/^(?:flicker|jam|crash|leak|freeze|hang|beep|stop|fail|squeak|rattle|disconnect)$/.test(verb.lemma)) return true;
  if (!verb.negated && verb.voice === 'active' && misbehaves(words.norm, verb, to)) return true;
  if (!/^(?:be|stay|go|look|remain|come|arrive|get|keep)$/.test(verb.lemma) || verb.negated) return false;
  return STATES.first(words, verb.to, Math.min(to, verb.to + 3)) >= 0;
}

/** "Closes by itself", "makes a crackling sound", "has a red light", "there is no internet", "are gone". */
function misbehaves(norm: readonly string[], { lemma, to: at }: { readonly lemma: string; readonly to: number }, to: number): boolean {
  for (let i = at; i < Math.min(to, at + 6); i += 1) {
    if ((norm[i] === 'by' && norm[i + 1] === 'itself') || (norm[i] === 'on' && norm[i + 1] === 'its' && norm[i + 2] === 'own')) return true;
    if (lemma === 'make' && /^(?:noise|noises|sound|sounds)$/.test(norm[i])) return true;
    if (lemma === 'have' && norm[i] === 'light' && /^(?:red|orange|flashing|blinking)$/.test(norm[i - 1])) return true;
  }
  if (lemma !== 'be') return false;
  if (norm[at] === 'no')
    return /^(?:internet|connection|signal|sound|picture|power|water|heating|light|network|wifi|dial|tone)$/.test(norm[at + 1] ?? '');
  return norm[at] === 'gone' || (norm[at] === 'all' && norm[at + 1] === 'gone');
}

/** "I have just lost my job." */
function losesJob(norm: readonly string[], i: number): boolean {
  return (
    /^(?:lost|losing)$/.test(norm[i]) &&
    /^(?:my|his|her|our|their)$/.test(norm[i + 1] ?? '') &&
    /^(?:job|jobs|income|work)$/.test(norm[i + 2] ?? '')
  );
}

/** "We lost our home": by whoever says it of themselves. */
function losesHome(norm: readonly string[], i: number): boolean {
  return (
    norm[i] === 'lost' &&
    /^(?:i|we|have)$/.test(norm[i - 1] ?? '') &&
    /^(?:my|our)$/.test(norm[i + 1] ?? '') &&
    /^(?:home|house)$/.test(norm[i + 2] ?? '')
  );
}

/** A death, a grave illness or a disaster that befell the customer or their kin. */
function lifeEvents({ words, sentences }: Grammar): number {
  const { norm } = words;
  let found = 0;
  for (const { from, to } of sentences) {
    let own = false;
    let kin = false;
    let event = 0;
    for (let i = from; i < to; i += 1) {
      if (FIRST.at(words, i)) own = true;
      if (isKin(norm[i])) kin = true;
      if (DEATH.at(words, i) || (norm[i] === 'lost' && isKin(norm[i + 2] ?? ''))) event = Math.max(event, 2);
      else if (ILLNESS.at(words, i) || DISASTER.at(words, i) || losesHome(norm, i) || losesJob(norm, i)) event = Math.max(event, 1.6);
    }
    if (event === 2 ? kin : event > 0 && (own || kin)) found = Math.max(found, event);
  }
  return found;
}

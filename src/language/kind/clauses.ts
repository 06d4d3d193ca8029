import { listed } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import type { Grammar } from '../grammar/grammar.js';
import type { Clause } from '../reading.js';
import { ACCUSED, FIRST, KINDNESSES, STATES } from './customer-words.js';

/** What the customer's clauses tell, of whom. */
export interface ToldCues {
  /** What we did, held against us. */
  accused: number;
  /** What befell them. */
  told: number;
  /** What does not work. */
  fails: number;
  /** What somebody did for them. */
  kindness: number;
  proposed: number;
  /** What was not done, by things or by us. */
  undone: number;
  /** What was broken, lost or mixed up. */
  harmed: number;
  /** What is over. */
  past: number;
  ofMyself: number;
  ofYou: number;
  denied: number;
  /** What they did wrong themselves. */
  slips: number;
}

const FAULT_VERBS = listed('fault-verbs');
/** What somebody who reports a fault cannot do. */
const WANTED_DEEDS = new Set(
  'find log open access get see sign connect download install check book change pay add print upload use do'.split(' '),
);
const CONDUCT = new Set(['still', 'always', 'never', 'keep', 'again']);

/** Counts what the customer tells, clause by clause. What `excused` clauses tell is held against nobody. */
export function countTold(grammar: Grammar, excused: (i: number) => boolean): ToldCues {
  const { words, clauses } = grammar;
  const cues = {
    accused: 0,
    told: 0,
    fails: 0,
    kindness: 0,
    proposed: 0,
    undone: 0,
    harmed: 0,
    past: 0,
    ofMyself: 0,
    ofYou: 0,
    denied: 0,
    slips: 0,
  };
  for (const clause of clauses) {
    const { verb, subject, mood } = clause;
    if (!verb || clause.mention || mood === 'question') continue;
    const past = verb.tense === 'past' || verb.tense === 'perfect';
    const from = subject?.from ?? -1;
    const us = from >= 0 && ACCUSED.at(words, from);
    const first = from >= 0 && FIRST.at(words, from);
    if (excused(verb.from)) continue;
    if (past) cues.past += 0.5;
    if (clause.negated || verb.negated) cues.denied += 1;
    if (first) cues.ofMyself += 0.5;
    else if (us && words.norm[from].startsWith('you')) cues.ofYou += 1;
    if (mood === 'imperative') continue;
    const nobody = from >= 0 && /^(?:nobody|none|no|nothing)$/.test(words.norm[from]);
    if (mood === 'statement') {
      if (!first && (verb.negated || nobody) && !verb.modal) cues.undone += past ? 1 : 0.6;
      if (past && !clause.negated && FAULT_VERBS.has(verb.lemma) && !isLonging(words.norm, verb)) {
        if (first && verb.voice === 'active' && isOwnSlip(words.norm, verb)) cues.slips += 1;
        else cues.harmed += 1;
      }
    }
    if (isProposal(grammar, clause)) cues.proposed += 1;
    else if (us && !past && CONDUCT.has(words.norm[verb.from - 1])) cues.accused += 1;
    else if (past && verb.modal === undefined && !first && !clause.negated && isKindness(grammar, clause)) cues.kindness += 0.6;
    else if (us && past && verb.modal === undefined) {
      if (!isTheirThing(grammar, clause)) cues.accused += 1;
    } else if (first && past) cues.told += clause.negated || verb.voice === 'passive' ? 0.8 : 0.25;
    if (!us && failsToWork(grammar, clause)) cues.fails += 1;
    // "I can't find the button", "I am not able to log in".
    else if (first && verb.negated && verb.modal === 'can' && !past && WANTED_DEEDS.has(verb.lemma)) cues.fails += 0.8;
  }
  return cues;
}

/** "I missed you", "we have missed flying with you". */
function isLonging(norm: readonly string[], { lemma, to }: NonNullable<Clause['verb']>): boolean {
  return lemma === 'miss' && /^(?:you|your|flying|being|staying|coming|y'all)$/.test(norm[to] ?? '');
}

/** "I lost track of time", "I forgot my pass", "we misread the sign". */
function isOwnSlip(norm: readonly string[], { lemma, to }: NonNullable<Clause['verb']>): boolean {
  return lemma === 'lose' ? norm[to] === 'track' : OWN_SLIPS.has(lemma);
}

const OWN_SLIPS = new Set('forget misread overlook misplace mislay mistype misunderstand misjudge oversleep mix'.split(' '));

/** "You rebooked me", "she saved my daughter's recital", "Joris made our anniversary", but not "you made us wait". */
export function isKindness({ words: { norm } }: Grammar, { verb, subject }: Clause): boolean {
  if (!verb || !subject || verb.voice === 'passive' || !KINDNESSES.has(verb.lemma)) return false;
  const next = norm[verb.to] ?? '';
  switch (verb.lemma) {
    case 'make':
      return /^(?:my|our|sure|it)$/.test(next) || isMoved(norm, verb.to);
    case 'take':
      return next === 'care' || norm[verb.to + 1] === 'care';
    case 'hook':
    case 'set':
      return /^(?:me|us|it)$/.test(next) && (norm[verb.to + 1] === 'up' || norm[verb.to + 3] === 'up');
    case 'put':
    case 'get':
      // "Put us on the next one", "got me home"; not "put me on hold".
      return (
        /^(?:me|us)$/.test(next) &&
        /^(?:home|there|onto|the|an|another|back)$/.test(norm[verb.to + (norm[verb.to + 1] === 'on' ? 2 : 1)] ?? '')
      );
    default:
      return true;
  }
}

/** "(Made) me smile", "us feel welcome": what somebody is made to do who is pleased. Starts at the word behind "made". */
export function isMoved(norm: readonly string[], at: number): boolean {
  if (!/^(?:me|us|everyone|everybody)$/.test(norm[at] ?? '')) return false;
  if (/^(?:smile|laugh|giggle|chuckle|grin|happy|comfortable)$/.test(norm[at + 1] ?? '')) return true;
  if (norm[at + 1] !== 'feel') return false;
  let felt = at + 2;
  while (/^(?:so|very|really|right|like|a|at)$/.test(norm[felt] ?? '')) felt += 1;
  return /^(?:welcome|special|home|valued|safe|better|good|great|comfortable|king|queen|royalty|vip|appreciated)$/.test(norm[felt] ?? '');
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

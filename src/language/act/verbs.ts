import { inList, listed, wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Clause } from '../reading.js';
import { around, clausesAfter, timesFrom } from './window.js';
import { wordsAre } from '../window.js';

const FEEDBACK_NOUNS = listed('feedback-nouns');

/** What doing something does for the customer's matter: it moves it on, it merely takes note, or nothing. */
export type Effect = 'moves' | 'notes' | 'nothing';

/** Verbs whose infinitive carries the meaning: try to, continue to, be happy to. */
const LIGHT = new Set(
  'try continue like love want wish endeavour strive aim work expect plan intend look hope commit seek begin start agree undertake arrange'.split(
    ' ',
  ),
);
const WILLING = wordClass('happy glad pleased delighted able willing keen ready sure grateful eager prepared welcome');
/** Verbs that promise whatever their object is. */
const PROVIDING = new Set('provide offer give deliver ensure guarantee make bring accommodate'.split(' '));
const RECURRENCE = wordClass('again recur repeat repeated reoccur recurrence future next other others every everyone all');
const FIRST_OBJECT_WORDS = 7;
/** Verbs that carry words from one to another, whose other objects are more than words. */
const CARRYING = new Set(
  'feed feedback send bring raise take carry get put tag channel direct route deliver hand voice present refer table cascade'.split(' '),
);
/** What customers say, by its own name: "this" and "it" may be the matter itself. */
const SAID =
  /^(?:feedback|comments?|remarks?|thoughts?|views?|opinions?|words|sentiments?|criticisms?|suggestions?|observations?|insights?|input|concerns?)$/;
/** With "we would like to", "we are happy to": said, not done. */
const SAYING = new Set('inform express extend mention point stress emphasise state reassure remind offer'.split(' '));

/** What the verb at word `main` with the words behind it, up to `end`, does for the matter. */
export function effectOf(reading: LazyReading, lemma: string, main: number, end: number): Effect {
  const { words } = reading.grammar;
  const { norm } = words;
  const after = main + 1;
  const next = norm[after] ?? '';
  switch (lemma) {
    case 'be':
      // "A waiter will be right with you", "be there in ten minutes".
      if (/^(?:right|back|straight|soon|shortly)$/.test(next) && wordsAre(words, after + 1, 'with you')) return 'moves';
      if ((next === 'right' || next === 'straight') && /^(?:there|over|out|up|down)$/.test(norm[after + 1] ?? '')) return 'moves';
      return (next === 'in' && /^(?:touch|contact)$/.test(norm[after + 1] ?? '')) ||
        wordsAre(words, after, 'on it') ||
        wordsAre(words, after, 'on our way') ||
        wordsAre(words, after, 'in the air') ||
        wordsAre(words, after, 'with you') ||
        wordsAre(words, after, 'at your')
        ? 'moves'
        : 'nothing';
    case 'promise':
      return next === 'to' &&
        /^(?:have|get|be|send|call|ring|let|keep|make|bring)$/.test(norm[after + 1] ?? '') &&
        !hasAny(reading, after + 1, end, 'service-nouns')
        ? 'moves'
        : 'nothing';
    case 'cause':
    case 'face':
    case 'suffer':
    case 'encounter':
      return 'nothing';
    case 'go':
      if (next === 'for') return 'nothing';
      break;
    case 'feed':
    case 'feedback':
      return 'notes';
    case 'avoid':
    case 'prevent':
    case 'stop':
      if (recurs(reading, after, end)) return 'notes';
      break;
    case 'experience':
    case 'see':
      return lemma === 'see' && /^(?:what|if|whether|to)$/.test(next) ? 'moves' : 'nothing';
    case 'have':
      return hasAny(reading, after, end, 'service-nouns') ? 'nothing' : 'moves';
    case 'look':
      return next === 'forward' || (next === 'for' && /^(?:ways|new|opportunities|better)$/.test(norm[after + 1] ?? ''))
        ? 'nothing'
        : 'moves';
    case 'hear':
      return 'nothing';
    case 'assure':
      // "Will assure that you get home": a slip for "ensure".
      return next === 'you' && /^(?:reach|get|arrive|make|receive|are|board|catch)$/.test(norm[after + 1] ?? '') ? 'moves' : 'nothing';
    case 'come':
    case 'arrive':
      return comesToThem(reading, after, end) ? 'moves' : 'nothing';
    case 'listen':
      // "We have listened to the call", not "we are listening to you".
      return next === 'to' && /^(?:the|a|both|all)$/.test(norm[after + 1] ?? '') ? 'moves' : 'nothing';
    case 'put':
      // "The manager has put it with the other letters."
      if (
        /^(?:it|them|this)$/.test(next) &&
        /^(?:with|on|in)$/.test(norm[after + 1] ?? '') &&
        hasAny(reading, after, end, 'feedback-nouns')
      )
        return 'notes';
      break;
    case 'make':
      if (awareOf(norm, after, end) || wordsAre(words, after, 'a note')) return 'notes';
      break;
    case 'keep':
      // "Dr Amin has kept Thursday at four."
      if (comesToThem(reading, after, end)) return 'moves';
      return /^(?:you|your|an|a|chasing|looking|trying|working)$/.test(next) && !hasAny(reading, after, end, 'feedback-nouns')
        ? 'moves'
        : 'notes';
    case 'use':
    case 'bear':
    case 'consider':
      return words.norm[after]?.endsWith('ing') ? 'moves' : 'notes';
    case 'let':
      return /^(?:me|us|you)$/.test(next) && norm[after + 1] === 'know' ? 'moves' : /^(?:me|us)$/.test(next) ? 'nothing' : 'notes';
    case 'take':
      // "I have taken it off your bill."
      if (
        norm
          .slice(after, Math.min(end, after + 6))
          .some((word, k, said) => word === 'off' && /^(?:your|the|this|our)$/.test(said[k + 1] ?? ''))
      )
        return 'moves';
      // "We'll take it back."
      if (norm[after + 1] === 'back' && /^(?:it|them|that|this|those|both)$/.test(next)) return 'moves';
      if (hasAny(reading, after, end, 'feedback-nouns')) return 'notes';
      return /^(?:pride|care|place|part|seriously|note|notice|advantage)$/.test(next) ||
        wordsAre(words, after, 'the time') ||
        (/^(?:this|the|a)$/.test(next) && /^(?:opportunity|chance|moment|occasion)$/.test(norm[after + 1] ?? ''))
        ? 'nothing'
        : 'moves';
    case 'do':
      return 'nothing';
    case 'reach':
      return next === 'out' ? 'moves' : 'nothing';
  }
  if (inList('noted-verbs', lemma)) return passesOn(reading, after, end) ? 'notes' : 'moves';
  if (carriesWords(reading, lemma, after, end)) return 'notes';
  if (/^(?:offer|provide|operate|run)$/.test(lemma) && isAssortment(norm, after, end)) return 'nothing';
  if (lemma === 'ensure' || (lemma === 'make' && (next === 'sure' || next === 'certain')))
    return recurs(reading, after, end) || reachesOthers(norm, after, end) ? 'notes' : 'moves';
  if (PROVIDING.has(lemma) && hasAny(reading, after, end, 'service-nouns')) return 'nothing';
  return inList('courtesy-verbs', lemma) ? 'nothing' : 'moves';
}

/** What a clause of ours does: through light verbs (`try to`, `be happy to`, `do our best to`) the infinitive decides. */
export function effectOfClause(reading: LazyReading, clause: Clause): { readonly effect: Effect; readonly lemma: string } {
  const verb = clause.verb!;
  const { words } = reading.grammar;
  const { norm } = words;
  const { lemma, main } = verb;
  const light =
    LIGHT.has(lemma) ||
    (lemma === 'be' && verb.tense === 'future' && norm[verb.to] !== 'in') ||
    (lemma === 'be' && WILLING.at(words, skipAdverbs(reading, verb.to))) ||
    (lemma === 'do' && /^(?:our|my|their|all|everything|whatever|what|your)$/.test(norm[verb.to] ?? ''));
  if (light && norm[verb.to] !== 'forward' && norm[verb.to] !== 'into' && !(lemma === 'work' && norm[verb.to] === 'on')) {
    const carried = infinitiveAfter(reading, clause);
    if (carried && isMerelySaid(reading, clause, carried)) return { effect: 'nothing', lemma: carried.lemma };
    if (carried) return { effect: effectOf(reading, carried.lemma, carried.main, endOf(reading, carried.clause)), lemma: carried.lemma };
    if (lemma === 'do') return { effect: 'moves', lemma };
    if (lemma === 'work') return { effect: 'moves', lemma };
  }
  return { effect: effectOf(reading, lemma, main, endOf(reading, clause)), lemma };
}

/** "We would like to express our regret", "we are delighted to have you among our knitters". */
function isMerelySaid(reading: LazyReading, { verb }: Clause, { lemma, main }: { readonly lemma: string; readonly main: number }): boolean {
  const { norm } = reading.grammar.words;
  const next = norm[main + 1] ?? '';
  if (lemma === 'have' && verb!.lemma === 'be')
    return next === 'you' && /^(?:with|on|aboard|onboard|as|back|here|fly|flying|join|stay|among)$/.test(norm[main + 2] ?? '');
  if (verb!.lemma !== 'like' && verb!.lemma !== 'love' && verb!.lemma !== 'want' && verb!.lemma !== 'wish') return false;
  if (lemma === 'offer' || lemma === 'extend') {
    for (let i = main + 1; i < main + 6; i += 1)
      if (/^(?:apology|apologies|regrets?|sympathy|sympathies|thanks)$/.test(norm[i] ?? '')) return true;
    return false;
  }
  return SAYING.has(lemma);
}

/** The infinitive or gerund that the verb of `clause` governs, in the clause right behind it. */
function infinitiveAfter(
  reading: LazyReading,
  clause: Clause,
): { readonly lemma: string; readonly main: number; readonly clause: Clause } | undefined {
  const { tags, words } = reading.grammar;
  for (let k = clause.index + 1; k <= clause.index + 2 && k < reading.clauses.length; k += 1) {
    const next = reading.clauses[k];
    if (next.sentence !== clause.sentence || !next.verb) return undefined;
    const opensWithTo = tags.pos[next.verb.from] === 'to' || words.norm[next.verb.from - 1] === 'and';
    if (next.verb.tense === 'none' || opensWithTo) return { lemma: next.verb.lemma, main: next.verb.main, clause: next };
    if (/^(?:can|could|need|may)$/.test(next.verb.modal ?? '')) continue;
    return undefined;
  }
  return undefined;
}

function skipAdverbs(reading: LazyReading, at: number): number {
  const { tags } = reading.grammar;
  let i = at;
  while (tags.pos[i] === 'adverb') i += 1;
  return i;
}

/** "We'll send your comments to the station", "pss your remarks to the managers": what they said is the object, whatever the verb may be. */
function carriesWords(reading: LazyReading, lemma: string, from: number, end: number): boolean {
  const { norm } = reading.grammar.words;
  const known = inList('remedial-verbs', lemma);
  if (!CARRYING.has(lemma) && (known || !/^(?:your|these|the)$/.test(norm[from] ?? ''))) return false;
  for (let i = from; i < Math.min(end, from + 4); i += 1)
    if (SAID.test(norm[i])) return CARRYING.has(lemma) || /^(?:to|with|back|along|on)$/.test(norm[i + 1] ?? '');
  return false;
}

/** "Your comments have been raised with the planners", "this was fed back". */
export function wordsCarried(reading: LazyReading, { verb, subject }: Clause): boolean {
  if (verb!.lemma === 'feed') return true;
  return subject !== undefined && CARRYING.has(verb!.lemma) && SAID.test(reading.grammar.words.norm[subject.head]);
}

/** "We offer a variety of frames": what there is to choose from. */
function isAssortment(norm: readonly string[], from: number, end: number): boolean {
  for (let i = from; i < Math.min(end, from + 4); i += 1)
    if (/^(?:variety|range|selection|array|choice|mix|spectrum)$/.test(norm[i]) && norm[i + 1] === 'of') return true;
  return false;
}

/** A noun of the list in the object: the first words behind the verb, up to the next sign. */
function hasAny(reading: LazyReading, from: number, end: number, list: string): boolean {
  const { words } = reading.grammar;
  for (let i = from; i < Math.min(end, from + FIRST_OBJECT_WORDS); i += 1) {
    if (i > from && words.gap[i] & (Gap.stop | Gap.break | Gap.blankLine)) return false;
    if (inList(list, words.norm[i])) return true;
  }
  return false;
}

/** "We'll come round on Friday", "I am coming to see it", "he comes back tomorrow": somebody sets out for them; "we come to understand" does not. */
function comesToThem(reading: LazyReading, from: number, end: number): boolean {
  const { norm, start } = reading.grammar.words;
  if (norm[from] === 'from') return false;
  if (/^(?:round|over|out|by|and|back)$/.test(norm[from] ?? '') && !/^(?:stronger|with|as)$/.test(norm[from + 1] ?? '')) return true;
  if (norm[from] === 'to' && /^(?:you|your|see|look|collect|fit|fix|repair|fetch|help|install|check)$/.test(norm[from + 1] ?? ''))
    return true;
  const last = Math.min(end, from + FIRST_OBJECT_WORDS) - 1;
  return (
    last >= from && timesFrom(reading, start[from]).some((time) => time.specific && time.start >= start[from] && time.start <= start[last])
  );
}

/** "Make sure your feedback reaches the team", "… the kitchen hears about it": passed on, in other words. */
function reachesOthers(norm: readonly string[], from: number, end: number): boolean {
  // "… that this is fed back".
  for (let i = from; i < Math.min(end, from + FIRST_OBJECT_WORDS + 2); i += 1) if (norm[i] === 'fed' && norm[i + 1] === 'back') return true;
  for (let i = from; i < Math.min(end, from + FIRST_OBJECT_WORDS); i += 1)
    if (/^(?:hears?|knows?|sees?|reads?)$/.test(norm[i]) && norm[i - 1] !== 'you') return true;
  for (let i = from; i < Math.min(end, from + FIRST_OBJECT_WORDS); i += 1)
    if (/^(?:feedback|comments?|remarks|thoughts|views|words|message|suggestions?|concerns?)$/.test(norm[i])) return true;
  return false;
}

/** "I have made the team aware of your comments": they know, and no more. */
function awareOf(norm: readonly string[], from: number, end: number): boolean {
  for (let i = from; i < Math.min(end, from + FIRST_OBJECT_WORDS); i += 1) if (norm[i] === 'aware') return true;
  return false;
}

/** Passed on without a purpose, or with words as its object: nobody is asked to do anything. */
function passesOn(reading: LazyReading, from: number, end: number): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  let feedback = false;
  for (let i = from; i < Math.min(end, from + FIRST_OBJECT_WORDS); i += 1) {
    if (/^(?:case|claim|request|booking|refund|order|file|application|ticket|account|payment|invoice)$/.test(norm[i]))
      return norm[i - 1] === 'our';
    if (FEEDBACK_NOUNS.at(words, i)) feedback = true;
  }
  return feedback || end - from < FIRST_OBJECT_WORDS * 2;
}

function recurs(reading: LazyReading, from: number, end: number): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  for (let i = from; i < end; i += 1)
    if (RECURRENCE.at(words, i) || /^(?:happen|happens|occur|occurs|experience|standard|standards|service)$/.test(norm[i])) return true;
  return false;
}

/** The object reaches to the end of its sentence or to the next clause with a subject of its own. */
function endOf(reading: LazyReading, clause: Clause): number {
  const { to } = around(reading.sentences[clause.sentence], clause);
  for (const next of clausesAfter(reading, clause)) {
    if (/^(?:and|but|so|because|however|if|when|while|as)$/.test(next.link ?? '') && next.subject) return next.from;
  }
  return to;
}

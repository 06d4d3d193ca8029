import { inList, wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import { GOOD, IDLE_NO, STATUS } from './judgement-words.js';
import type { SituationSubject } from './situation-subject.js';

/** What a doing brings about when it is a way of doing something, and what rules and prices are told with. */
const USEFUL = new Set(
  (
    'cost take require need mean help avoid prevent save speed allow let enable solve fix resolve void depend apply count give attract incur include contain vary follow start begin open ' +
    'close work run show expire go come arrive reach return ship cover concern say clear reset restore remove delete erase bring get tell protect keep ensure earn entitle stop trigger use ' +
    'turn cancel change update add fit last qualify lead result happen lie belong have receive look appear remain stay stand'
  ).split(' '),
);
/** Adjectives that tell of a way, a rule or a state, not of what it is like. */
const NEUTRAL = wordClass(
  'possible refundable available payable advisable transferable eligible preferable allowable washable optional compulsory mandatory automatic worthwhile sensible wise useful important essential crucial sufficient simple secure quick fast cheap safe legal illegal permitted forbidden prohibited prudent recommended acceptable reasonable fine usual typical routine due likely unlikely missing pending ongoing working running processing continuing coming going happening arriving waiting closed covered included expected intended designed meant enough on off in out over up ours yours mine theirs another one two three rare uncommon unusual effective helpful lovely exempt subject per compatible separate about under within nearly almost around',
);
/** Nouns that say what sort of rule, way or part a doing is. */
const KIND_OF_RULE = wordClass(
  'rule practice part matter process policy step option requirement measure precaution sign result fee price charge guarantee breach example setting number name product problem issue fault condition ground grounds reason idea defect bug obligation right procedure job method means habit custom choice chance possibility opportunity offer exception priority privilege discount refund copy list page form link app site shop team company firm function type version model minimum maximum maker question member partner supplier place must key standard guide estimate indication alternative recommendation honour',
);
/** Nouns that praise, and that judge when they are denied: "isn't a service". */
const WELCOME = wordClass(
  'service feature solution answer help pleasure treat joy gift bonus delight plus deal bargain success favourite start way welcome holiday',
);
/** "the last straw", "the sort of thing that …" */
const VERDICT = new Set('last worst sort kind stuff opposite final height definition pits reverse very lowest'.split(' '));
const PEOPLE = wordClass('you your anyone anybody everyone everybody people any most anyones us me my');
const FELT = new Set('be feel seem look sound come make leave weigh drive grate wear test hurt turn get rankle smart'.split(' '));
/** "A first dance cannot be repeated." */
const IRREPARABLE = wordClass('repeated undone relived regained forgotten ignored unseen unsaid');
/** "can sink a small firm" */
const RUINOUS = new Set('sink ruin break kill cripple wreck finish bankrupt'.split(' '));
const NEAR = 12;

/** Whether the verb at `at` says what a situation is like for those who are in it: neither rule nor price, state, duration, praise or instruction. */
export function saysWhatItIsLike(reading: LazyReading, at: number, sentenceEnd: number, form?: SituationSubject['form']): boolean {
  const { words, tags } = reading.grammar;
  const { norm, gap } = words;
  const end = reachOf(reading, at, sentenceEnd);
  let modal = '';
  let negated = false;
  let perfect = false;
  let be = false;
  let i = at;
  for (; i < end; i += 1) {
    const word = norm[i];
    if (tags.pos[i] === 'modal' || word === 'would' || word === 'must') modal = word;
    else if (word === 'have' || word === 'has' || word === 'had') perfect = true;
    else if (/^(?:is|are|was|were|be|been)$/.test(word)) be = true;
    else if (tags.pos[i] === 'negation' || /^(?:hardly|scarcely|barely)$/.test(word)) negated = true;
    else if (tags.pos[i] !== 'adverb' || gap[i] & Gap.comma) break;
  }
  if (i >= end) return false;
  if (modal && !/^(?:would|must|'d|might|can|could)$/.test(modal)) return false;
  const participle = tags.form[i] === 'participle' || tags.form[i] === 'past' || (perfect && norm[i].endsWith('ed'));
  if (be && participle && !isFelt(norm[i])) return negated && IRREPARABLE.at(words, i);
  if (modal === 'might' || modal === 'can' || modal === 'could')
    return !be && (RUINOUS.has(lemmaOf(reading, i)) || (PEOPLE.at(words, i + 1) && !USEFUL.has(lemmaOf(reading, i))));
  if (be) return isVerdict(reading, i, end, negated, form);
  const lemma = lemmaOf(reading, i);
  if (perfect && !modal) return false;
  if (!modal) return strikes(reading, i, end, lemma, negated);
  if (isPraised(norm, i, end) || holdsNumber(reading, i, end)) return false;
  if (modal === 'must') return perfect ? true : FELT.has(lemma);
  if (lemma === 'make' && norm[i + 1] === 'it') return false;
  return !USEFUL.has(lemma) || PEOPLE.at(words, i + 1);
}

/** "is our standard practice", "is free of charge", "would have been safer": a predicate with "is" that judges nothing. */
export function isTermOrState(reading: LazyReading, at: number, sentenceEnd: number): boolean {
  const { norm } = reading.grammar.words;
  const { pos } = reading.grammar.tags;
  let i = at;
  while (i < sentenceEnd && /^(?:modal|auxiliary|negation|adverb)$/.test(pos[i])) i += 1;
  const be = norm.slice(at, i).some((word) => /^(?:is|are|was|were|be|been)$/.test(word));
  return (be || norm[at] === 'would') && !saysWhatItIsLike(reading, at, sentenceEnd);
}

/** "drives anyone mad", "hurts more than the vase", "beggars belief", "leaves you with nothing": not what a way of doing things brings about. */
function strikes(reading: LazyReading, at: number, end: number, lemma: string, negated: boolean): boolean {
  const { norm } = reading.grammar.words;
  if (negated || holdsNumber(reading, at, end) || isPraised(norm, at, end)) return false;
  const next = norm[at + 1] ?? '';
  if (/^(?:leave|drive|make|put|give|send|turn|take)$/.test(lemma) && /^(?:you|anyone|anybody|any|people|most|everyone)$/.test(next))
    return next !== 'you' || lemma === 'leave' || lemma === 'drive';
  if (/^(?:beggar|defy|defeat|hurt|sting|rankle|grate|hit|jar|smart|tire|wear|drain|sap|mock|insult|humiliate|shame|bite)$/.test(lemma))
    return true;
  if (lemma === 'stay' && next === 'with') return true;
  // "turns a treat into an endurance test"
  if (lemma === 'turn') return norm.slice(at + 1, end).includes('into');
  if (lemma === 'take' && /^(?:the|its|some|away|real|more)$/.test(next)) return !/^(?:up|place|effect)$/.test(norm[at + 2] ?? '');
  return lemma === 'make' && next === 'a' && /^(?:mockery|nonsense|joke|mess|hole|bad|poor|long)$/.test(norm[at + 2] ?? '');
}

const DECIDES = /^(?:(?:i|we)|(?:the|our) \w+) (?:will|can|do|shall|is|am|are going|are able|are prepared|are willing)\b/;

/** What stands behind "is": a judgement, not a state, a rule, a measure or praise. */
export function isVerdict(reading: LazyReading, from: number, end: number, negated: boolean, form?: SituationSubject['form']): boolean {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  let i = from;
  while (i < end && (tags.pos[i] === 'adverb' || /^(?:about|rather|quite|all|downright)$/.test(norm[i]))) i += 1;
  if (i >= end) return false;
  const word = norm[i];
  const next = norm[i + 1] ?? '';
  // "are hard for us to fill"
  if (/^(?:us|me)$/.test(norm[i + 2] ?? '') && next === 'for') return false;
  if (negated) {
    // "Dogs upstairs are not something we can agree to" tells what we do.
    if (/^(?:something|anything)$/.test(word) && DECIDES.test(norm.slice(i + 1, i + 5).join(' '))) return false;
    if (/^(?:what|how|something|anything|much|on)$/.test(word)) return word !== 'on' || i + 1 >= end;
    if (word === 'your' || word === 'my') return false;
    if (word === 'the' || word === 'a' || word === 'an') return isPlainNoun(reading, i + 1, end) && !holdsNumber(reading, i, end);
    return GOOD.has(word) && !/^(?:possible|ok|okay)$/.test(word);
  }
  if (word === 'as') return !isPraising(next) && !/^(?:soon|quick|long|follows?|simple|far|usual)$/.test(next);
  if (word === 'the') return (VERDICT.has(next) || (next.endsWith('est') && next.length > 5)) && !isPraised(norm, i, end);
  if (word === 'a' && /^(?:good|great|lot)$/.test(next)) return /^(?:deal|many|while|bit|of|to)$/.test(norm[i + 2] ?? '');
  if (word === 'enough') return next === 'to' && !/^(?:claim|cover|open|qualify|pay|restore|fix|show|start)$/.test(norm[i + 2] ?? '');
  if (/^(?:more|longer|worse|less)$/.test(word))
    return norm.indexOf('than', i) < i + 3 && !/^\d/.test(norm[i + 2] ?? '') && norm.indexOf('than', i) > 0;
  // "is no reason to leave a customer standing there"
  if (word === 'no')
    return (next === 'reason' || next === 'excuse' ? /^(?:to|for)$/.test(norm[i + 2] ?? '') : !IDLE_NO.has(next)) && i + 1 < end;
  if (word === 'nothing') return next === 'short' || next === 'but';
  if (word === 'beyond') return /^(?:belief|words|the|anything|what|a)$/.test(next) && !/^(?:scope|reach|control)$/.test(norm[i + 2] ?? '');
  if (/^(?:nobody|no-one|anyone|anybody|everyone|everybody|every|any)/.test(word)) return !isPraised(norm, i, end);
  // "is a serious matter"
  if (word === 'a' && /^(?:serious|grave|sorry|shameful|bad)$/.test(next))
    return /^(?:matter|business|affair|state|problem)$/.test(norm[i + 2] ?? '') || isPlainNoun(reading, i + 1, end);
  // "Drums are a no" refuses.
  if (word === 'a' || word === 'an')
    return (
      next !== 'no' &&
      isPlainNoun(reading, i + 1, end) &&
      !isPraised(norm, i, end) &&
      !holdsNumber(reading, i, end) &&
      !holdsWelcome(norm, i, end)
    );
  // "is sickening", "is galling": a participle with nothing that it is done to.
  if (tags.form[i] === 'ing')
    return !NEUTRAL.has(word) && !isPraising(word) && (i + 1 >= end || /^(?:for|when|enough|in|at|and|on|after|beyond|even)$/.test(next));
  if (tags.pos[i] !== 'nominal') return false;
  if (form === 'thing' && !inList('evaluative-words', word) && !inList('feeling-words', word)) return false;
  return (
    !STATUS.has(word) &&
    !NEUTRAL.has(word) &&
    !GOOD.has(word) &&
    !isPraised(norm, i, end) &&
    !isComparative(word) &&
    !/^\d/.test(word) &&
    !KIND_OF_RULE.has(word)
  );
}

/** The first noun run names no rule, way or part. */
function isPlainNoun(reading: LazyReading, from: number, end: number): boolean {
  const { words, tags } = reading.grammar;
  for (let i = from; i < end && (tags.pos[i] === 'nominal' || tags.pos[i] === 'adverb' || tags.pos[i] === 'verb'); i += 1)
    if (KIND_OF_RULE.at(words, i) || STATUS.at(words, i) || NEUTRAL.at(words, i) || (i > from && words.gap[i] & Gap.comma)) return false;
  return from < end;
}

function holdsWelcome(norm: readonly string[], from: number, end: number): boolean {
  // "a sorry way to be treated"
  for (let i = from; i < Math.min(end, from + 4); i += 1)
    if (WELCOME.has(norm[i])) return !/^(?:sorry|poor|odd|strange|funny|hard|rotten)$/.test(norm[i - 1]);
  return false;
}

function isPraised(norm: readonly string[], from: number, end: number): boolean {
  for (let i = from; i < end; i += 1) if (isPraising(norm[i]) || isComparative(norm[i])) return true;
  return false;
}

function isPraising(word: string): boolean {
  return inList('positive-evaluation', word) || /^(?:worth|advantage|ideal|perfect|useful|handy|better|best|well)$/.test(word);
}

function isComparative(word: string): boolean {
  return /^(?:cheap|quick|fast|easi|saf|simpl|clean|clear|smooth|soon|short|great)er$/.test(word);
}

function isFelt(word: string): boolean {
  return inList('evaluative-words', word) || inList('feeling-words', word);
}

function holdsNumber({ grammar: { words, text } }: LazyReading, from: number, end: number): boolean {
  for (let i = from; i < Math.min(end, from + 5); i += 1)
    if (
      /^\d/.test(words.norm[i]) ||
      /[£$€₹]/.test(text[words.start[i] - 1] ?? '') ||
      /^(?:two|three|four|five|ten|several|few|minutes?|hours?|days?|weeks?)$/.test(words.norm[i])
    )
      return true;
  return false;
}

function lemmaOf({ grammar: { words, tags } }: LazyReading, at: number): string {
  return tags.lemma[at] ?? words.norm[at].replace(/s$/, '');
}

/** The predicate ends with its clause: at a comma before "and we", a break or a full stop. */
function reachOf({ grammar: { words } }: LazyReading, at: number, sentenceEnd: number): number {
  const to = Math.min(sentenceEnd, at + NEAR);
  for (let i = at + 1; i < to; i += 1)
    if (
      words.gap[i] & (Gap.stop | Gap.break | Gap.blankLine) ||
      (words.gap[i] & Gap.comma && /^(?:and|but|so|which|because|as)$/.test(words.norm[i]))
    )
      return i;
  return to;
}

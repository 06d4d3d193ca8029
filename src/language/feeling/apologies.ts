import { inList } from '../../lexicon/index.js';
import { lazy, oncePer } from '../../text/lazy.js';
import { Gap } from '../../text/words.js';
import { kindOfHearing, lifeEvent } from './life-event.js';
import { complementOf, isHarmful, type Complement } from './apology-complement.js';
import type { Span } from '../../text/span.js';
import type { LazyReading } from '../index.js';
import type { Apology, ApologyKind, Clause, Sentence } from '../reading.js';
import { PhraseSet, wordsAre } from '../window.js';

const ADJECTIVES = new Set(
  'sad saddened disappointed concerned upset distressed dismayed gutted unhappy devastated displeased heartbroken troubled disheartened crestfallen aghast alarmed perturbed'.split(
    ' ',
  ),
);
const DISMAYING = new Set(
  'awful terrible horrible dreadful heartbreaking shame pity disheartening disappointing sad upsetting distressing concerning saddening unfortunate regrettable dismaying'.split(
    ' ',
  ),
);
const HEARD = new Set('learned learnt heard read saw found'.split(' '));
const SADDENING = new Set('saddens saddened grieves pains upsets distresses dismays disappoints concerns'.split(' '));
const DEGREE = new Set(
  'so very truly really deeply sincerely most terribly awfully extremely again once also just all both indeed ever genuinely'.split(' '),
);
const PITY = new PhraseSet([
  'poor you',
  'you poor thing',
  'you poor things',
  'you poor soul',
  'you poor love',
  'you poor pet',
  'you poor dear',
  'you poor lamb',
  'poor thing',
  'bless you',
  'we feel for you',
  'i feel for you',
  'really feel for you',
  'do feel for you',
  'heart goes out to you',
  'hearts go out to you',
  'gutted for you',
  'sad for you',
  'rotten luck',
  'what bad luck',
]);
/** It is … that you: their lot is deplored, and nobody did it. */
const DEPLORED = new Set('unfortunate regrettable deplorable lamentable deplored regretted lamented'.split(' '));
const BAD_FOR = new Set('awful terrible horrible dreadful sad bad unfortunate unlucky'.split(' '));
/** What is said of an event that befell them, with nobody in it. */
const BEFALLEN = new Set(['sad', 'unfortunate', 'regrettable', 'lamentable', 'unlucky', 'bad']);

/** A word of apology or sorrow, before its complement is read. */
interface Token {
  readonly from: number;
  /** First word of the complement. */
  readonly after: number;
  /** Sad, disappointed, concerned: sorrow that only a verb of hearing turns to the customer. */
  readonly sorrow: boolean;
  readonly kind?: ApologyKind;
}

/**
 * Every word of apology or sorrow in the draft, with what it is about (RULES §1.5). The word itself decides nothing: the complement does,
 * and what follows "but".
 */
export function readApologies(reading: LazyReading): readonly Apology[] {
  const { grammar } = reading;
  const { words } = grammar;
  const apologies: Apology[] = [];
  for (const sentence of grammar.sentences) {
    for (let i = sentence.from; i < sentence.to; i += 1) {
      const token = tokenAt(reading, sentence, i);
      if (!token) continue;
      const complement: Complement | undefined = token.kind
        ? { kind: token.kind, end: sentence.to, specific: true }
        : complementOf(reading, sentence, token.after, token.sorrow);
      if (!complement) continue;
      const condition = complement.kind === 'bare' ? conditionBefore(reading, sentence, token.from) : undefined;
      const end = condition ? complement.end : beforeVocative(reading, complement.end);
      apologies.push({
        start: condition?.start ?? words.start[token.from],
        end: words.end[Math.max(end, token.after) - 1],
        kind: condition ? 'conditional' : complement.kind,
        sentence: sentence.index,
        specific: !condition && (complement.specific || failingNextDoor(reading, sentence, complement.kind)),
        mention: reading.isMention({ start: words.start[i], end: words.end[i] }),
      });
      i = Math.max(i, token.after - 1);
    }
  }
  return apologies;
}

/** "If this upset you, we apologise", "should any distress have been caused, …": the condition that leads up to the apology, where it doubts the harm. */
function conditionBefore(reading: LazyReading, sentence: Sentence, from: number): Span | undefined {
  const condition = reading.clauses[sentence.firstClause];
  if (condition?.mood !== 'condition' || condition.to > from || condition.from > sentence.from + 2) return undefined;
  const { norm } = reading.grammar.words;
  return /^(?:if|should|insofar|where)$/.test(norm[condition.from]) && isHarmful(reading, condition) ? condition : undefined;
}

/** "…, Katie": the name behind the last comma is no part of the apology. */
function beforeVocative(reading: LazyReading, end: number): number {
  const { words, text } = reading.grammar;
  const last = end - 1;
  return words.gap[last] & Gap.comma && /\p{Lu}/u.test(text[words.start[last]]) ? last : end;
}

/** A bare "I'm sorry" is specific when its sentence, or the one beside it, tells of our failing. */
function failingNextDoor(reading: LazyReading, sentence: Sentence, kind: ApologyKind): boolean {
  if (kind !== 'bare') return false;
  const { index } = sentence;
  const failed = ownFailings(reading);
  return failed.has(index - 1) || failed.has(index) || failed.has(index + 1);
}

/** Indexes of the sentences that tell of a failing of ours. */
const ownFailings = oncePer<LazyReading, ReadonlySet<number>>(
  (reading) => new Set(reading.faults.filter(({ actor, asserted }) => actor === 'own' && asserted).map(({ sentence }) => sentence)),
);

/** Every word at which something below can be met: most words are passed over at once. */
const TOKENS = lazy(
  () =>
    new Set([
      ...'sorry apology apologies apologise apologises apologising apologised regret regrets forgive pardon excuse sympathies sympathy condolences'.split(
        ' ',
      ),
      ...'hate dislike what how pity shame sympathise heart hearts feel felt breaks regret bad sad unlucky'.split(' '),
      ...[ADJECTIVES, DISMAYING, SADDENING, LIKING, DEPLORED, PITY.firstWords].flatMap((list) => [...list]),
    ]),
);

function tokenAt(reading: LazyReading, sentence: Sentence, i: number): Token | undefined {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  const word = norm[i];
  if (!TOKENS().has(word)) return undefined;
  const previous = i > sentence.from ? norm[i - 1] : '';
  switch (word) {
    case 'sorry':
      if (/^(?:you|he|she|they|better)$/.test(previous) || wordsAre(words, i - 2, 'you are') || wordsAre(words, i - 1, 'feel sorry for'))
        return undefined;
      return { from: phraseStart(reading, sentence, i), after: i + 1, sorrow: false };
    case 'apology':
    case 'apologies':
      return apologyNoun(reading, sentence, i);
    case 'apologise':
    case 'apologises':
    case 'apologising':
    case 'apologised':
      if (!ownSubject(reading, i)) return undefined;
      return { from: phraseStart(reading, sentence, i), after: afterAddressee(words.norm, i + 1), sorrow: false };
    case 'regret':
    case 'regrets':
      if (tags.pos[i] === 'verb' && !ownSubject(reading, i)) return undefined;
      return {
        from: phraseStart(reading, sentence, i),
        // "We regret it if …" is the condition's regret; "would regret it" foresees one.
        after: norm[i + 1] === 'it' && norm[i + 2] === 'if' && previous !== 'would' ? i + 2 : i + 1,
        sorrow: norm[i + 1] === 'that' ? false : /^(?:to|learning|hearing|reading|seeing)$/.test(norm[i + 1] ?? ''),
      };
    case 'forgive':
    case 'pardon':
    case 'excuse':
      if (norm[i + 1] !== 'us' && norm[i + 1] !== 'me' && norm[i + 1] !== 'our' && norm[i + 1] !== 'my') return undefined;
      return { from: i, after: norm[i + 1] === 'us' || norm[i + 1] === 'me' ? i + 2 : i + 1, sorrow: false };
    case 'sympathies':
    case 'sympathy':
      return {
        from: phraseStart(reading, sentence, i),
        after: i + 1,
        sorrow: false,
        kind: lifeEvent(reading, sentence) ? 'life-event' : 'pity',
      };
    case 'condolences':
      return { from: i, after: i + 1, sorrow: false, kind: 'life-event' };
    default:
  }
  // "It is disheartening to hear": sorrow with nobody to feel it.
  if (DISMAYING.has(word) && norm[i + 1] === 'to' && reading.clauseAt(i)?.subject?.actor === 'thing')
    return { from: phraseStart(reading, sentence, i), after: i + 1, sorrow: true };
  // "It saddens us to learn".
  if (SADDENING.has(word) && /^(?:us|me)$/.test(norm[i + 1] ?? '') && norm[i + 2] === 'to')
    return { from: phraseStart(reading, sentence, i), after: i + 2, sorrow: true };
  if (dislikesHearing(reading, sentence, i)) return { from: phraseStart(reading, sentence, i), after: i + 1, sorrow: true };
  // "We are saddened by your experience."
  const byLot =
    /^(?:by|about|at)$/.test(norm[i + 1] ?? '') &&
    /^(?:your|what)$/.test(norm[i + 2] ?? '') &&
    !/^(?:comments?|remarks?|feedback|tone)$/.test(norm[i + 3] ?? '');
  // "I'm sad that this has happened to you."
  const thatLot =
    /^(?:sad|saddened|upset|gutted|heartbroken|devastated)$/.test(word) &&
    norm[i + 1] === 'that' &&
    /^(?:this|it|you|your)$/.test(norm[i + 2] ?? '');
  if (thatLot && aboutOurselves(reading, sentence, i)) {
    const kind = kindOfHearing(reading, sentence);
    return { from: phraseStart(reading, sentence, i), after: i + 1, sorrow: true, kind };
  }
  // "We find it regrettable that you experienced the room as noisy."
  if (DEPLORED.has(word) && wordsAre(words, i + 1, 'that you') && previous === 'it') {
    const clause = reading.clauseAt(i);
    if (clause?.subject?.actor === 'own' && /^(?:find|consider|think|deem|call)$/.test(clause.verb?.lemma ?? ''))
      return { from: clause.from, after: i + 1, sorrow: false, kind: 'feelings' };
  }
  // "We became very sad when we learned what happened."
  if (ADJECTIVES.has(word) && norm[i + 1] === 'when' && /^(?:i|we)$/.test(norm[i + 2] ?? '') && HEARD.has(norm[i + 3] ?? ''))
    return {
      from: phraseStart(reading, sentence, i),
      after: i + 1,
      sorrow: true,
      kind: kindOfHearing(reading, sentence),
    };
  if (ADJECTIVES.has(word) && byLot && aboutOurselves(reading, sentence, i))
    return {
      from: phraseStart(reading, sentence, i),
      after: i + 1,
      sorrow: true,
      kind: kindOfHearing(reading, sentence),
    };
  if (ADJECTIVES.has(word) && aboutOurselves(reading, sentence, i))
    return { from: phraseStart(reading, sentence, i), after: i + 1, sorrow: true };
  return pity(reading, sentence, i);
}

const LIKING = new Set('like love want pleased happy glad good nice pleasant thrilled delighted enjoy'.split(' '));

/** We hate to hear this; we are never pleased to hear; not what we like to hear (RULES §5). */
function dislikesHearing(reading: LazyReading, sentence: Sentence, i: number): boolean {
  const { norm } = reading.grammar.words;
  const hates = norm[i] === 'hate' || norm[i] === 'dislike';
  if (!hates && !LIKING.has(norm[i])) return false;
  const hears = /^(?:hear|read|learn|see)$/.test(norm[i + 2] ?? '')
    ? norm[i + 1] === 'to'
    : /^(?:hearing|reading|learning)$/.test(norm[i + 1] ?? '');
  if (!hears || i + 1 >= sentence.to) return false;
  if (hates) return ownSubject(reading, i);
  // "You wouldn't want to see our staff room" is no sorrow of ours.
  if (reading.clauseAt(i)?.subject?.actor === 'customer') return false;
  for (let k = i - 1; k >= sentence.from && k > i - 6; k -= 1) if (norm[k] === 'not' || norm[k] === 'never') return true;
  return false;
}

/** Pity without a word of apology (RULES rule 12 b, c). */
function pity(reading: LazyReading, sentence: Sentence, i: number): Token | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const found = (from: number, after: number): Token => ({
    from,
    after,
    sorrow: false,
    kind: lifeEvent(reading, sentence) ? 'life-event' : 'pity',
  });
  const [poor] = PITY.startingAt(words, i);
  if (poor) return found(i, Math.min(sentence.to, i + poor.split(' ').length));
  // "What a rotten time", "what a shame": said of them, not of what we did.
  if (
    norm[i] === 'what' &&
    norm[i + 1] === 'a' &&
    (i === sentence.from || (reading.grammar.words.gap[i] & (Gap.comma | Gap.break)) !== 0) &&
    whatAPity(norm, i + 2)
  )
    return found(i, Math.min(sentence.to, i + 4));
  if (norm[i] === 'how' && BAD_FOR.has(norm[i + 1] ?? '') && norm[i + 2] === 'for' && norm[i + 3] === 'you') return found(i, i + 4);
  // "How awful!", "that's a real pity", "such a shame": said of their lot, and no more.
  if (norm[i] === 'how' && BAD_FOR.has(norm[i + 1] ?? '') && endsAt(reading, sentence, i + 2) && opensAt(reading, sentence, i))
    return found(i, i + 2);
  if (norm[i] === 'pity' || norm[i] === 'shame') {
    const clause = reading.clauseAt(i);
    const bare =
      endsAt(reading, sentence, i + 1) &&
      clause?.verb?.lemma === 'be' &&
      !clause.negated &&
      /^(?:that|this|it)$/.test(norm[clause.subject?.from ?? -1] ?? '');
    const theirs = /^(?:that|to)$/.test(norm[i + 1] ?? '')
      ? /^(?:you|your)$/.test(norm[i + 2] ?? '')
      : /^(?:you|your)$/.test(norm[i + 1] ?? '');
    if (bare || ((theirs || befell(reading, clause)) && clause?.verb?.lemma === 'be'))
      return found(phraseStart(reading, sentence, i), i + 1);
  }
  if (BEFALLEN.has(norm[i]) && deplores(reading, sentence, i)) return found(itIsStart(norm, sentence, i), i + 1);
  // "It breaks our heart to read this."
  if (norm[i] === 'breaks' && /^(?:my|our)$/.test(norm[i + 1] ?? '') && /^hearts?$/.test(norm[i + 2] ?? '') && norm[i + 3] === 'to')
    return found(i, i + 3);
  // "It is with regret that I read of the leak."
  if (
    norm[i] === 'regret' &&
    norm[i - 1] === 'with' &&
    norm[i + 1] === 'that' &&
    /^(?:read|hear|heard|learn|learned|learnt|note|see)$/.test(norm[i + 3] ?? '')
  )
    return found(itIsStart(norm, sentence, i), i + 1);
  if (norm[i] === 'sympathise' && wordsAre(words, i + 1, 'with you') && ownSubject(reading, i))
    return found(phraseStart(reading, sentence, i), i + 1);
  // "Our hearts go out to you."
  if (/^(?:heart|hearts)$/.test(norm[i]) && /^(?:go|goes)$/.test(norm[i + 1] ?? '') && wordsAre(words, i + 2, 'out to you'))
    return found(i - 1, i + 5);
  if ((norm[i] === 'feel' || norm[i] === 'felt') && ownSubject(reading, i)) {
    let k = i + 1;
    while (DEGREE.has(norm[k] ?? '')) k += 1;
    if (
      (BAD_FOR.has(norm[k] ?? '') || norm[k] === 'sorry') &&
      /^(?:for|about|that|this|hearing|reading|learning|seeing)$/.test(norm[k + 1] ?? '')
    )
      return found(phraseStart(reading, sentence, i), k + 1);
  }
  // It is (most) unfortunate / regrettable that you …
  if (DEPLORED.has(norm[i]) && reading.clauseAt(i)?.subject?.actor !== 'own' && /^(?:that|you)$/.test(norm[i + 1] ?? '')) {
    const at = norm[i + 1] === 'that' ? i + 2 : i + 1;
    if (norm[at] === 'you' || norm[at] === 'your' || norm[at] === 'this') return found(itIsStart(norm, sentence, i), i + 1);
  }
  return undefined;
}

/** "It's a shame that the kettle broke": what happened to a thing of theirs, and not what we have or lack. */
function befell({ clauses }: LazyReading, clause: Clause | undefined): boolean {
  const next = clause && clauses[clause.index + 1];
  if (next?.sentence !== clause?.sentence || !next?.verb || next.negated) return false;
  return next.subject?.actor === 'thing' && (next.verb.tense === 'past' || next.verb.tense === 'perfect');
}

/** "That is really unfortunate.", "very unfortunate indeed!", "that's too bad", "it's sad that your trip was spoilt". */
function deplores(reading: LazyReading, sentence: Sentence, i: number): boolean {
  const { norm } = reading.grammar.words;
  const clause = reading.clauseAt(i);
  const last = endsAt(reading, sentence, norm[i + 1] === 'indeed' ? i + 2 : i + 1);
  if (norm[i] === 'bad') return last && norm[i - 1] === 'too' && pointsAtIt(norm, clause);
  if (norm[i] === 'sad') return norm[i + 1] === 'that' && /^(?:you|your)$/.test(norm[i + 2] ?? '') && pointsAtIt(norm, clause);
  let from = i;
  while (from > sentence.from && DEGREE.has(norm[from - 1])) from -= 1;
  return last && (pointsAtIt(norm, clause) || (from === sentence.from && i < sentence.from + 3));
}

function pointsAtIt(norm: readonly string[], clause: Clause | undefined): boolean {
  if (clause?.verb?.lemma !== 'be' || clause.negated || clause.verb.modal || clause.mood !== 'statement') return false;
  return /^(?:that|this|it)$/.test(norm[clause.subject?.from ?? -1] ?? '');
}

function endsAt(reading: LazyReading, sentence: Sentence, at: number): boolean {
  return at >= sentence.to || (reading.grammar.words.gap[at] & (Gap.comma | Gap.break | Gap.stop)) !== 0;
}

function opensAt(reading: LazyReading, sentence: Sentence, at: number): boolean {
  return at === sentence.from || (reading.grammar.words.gap[at] & (Gap.comma | Gap.break | Gap.stop)) !== 0;
}

function whatAPity(norm: readonly string[], at: number): boolean {
  if (/^(?:shame|pity|nightmare|ordeal|misfortune)$/.test(norm[at] ?? '')) return true;
  return (
    inList('evaluative-words', norm[at] ?? '') &&
    /^(?:time|day|week|weekend|night|trip|journey|experience|thing|ordeal|start|end|holiday|situation)$/.test(norm[at + 1] ?? '')
  );
}

/** "my apologies", "please accept our apologies", "I owe you an apology"; not "an apology was sent" or "your apology". */
function apologyNoun(reading: LazyReading, sentence: Sentence, i: number): Token | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  let from = i;
  while (
    from > sentence.from &&
    (inList('intensifiers', norm[from - 1]) ||
      DEGREE.has(norm[from - 1]) ||
      /^(?:sincere|sincerest|full|deepest|humble|heartfelt|many|unreserved|profound|huge|deep)$/.test(norm[from - 1]))
  )
    from -= 1;
  const before = from > sentence.from ? norm[from - 1] : '';
  if (/^(?:your|his|her|their|no|any)$/.test(before)) return undefined;
  const after = afterAddressee(norm, i + 1);
  if (/^(?:my|our)$/.test(before)) return { from: phraseStart(reading, sentence, from - 1), after, sorrow: false };
  if (before === 'an' || before === 'the') {
    const owes = norm
      .slice(Math.max(sentence.from, from - 5), from)
      .some((word) => /^(?:owe|owed|deserve|deserved|offer|accept|extend|make)$/.test(word));
    return owes ? { from: phraseStart(reading, sentence, from - 1), after, sorrow: false } : undefined;
  }
  return { from: phraseStart(reading, sentence, from), after, sorrow: false };
}

/** "apologise to you for": the complement begins behind the addressee. */
function afterAddressee(norm: readonly string[], at: number): number {
  let i = at;
  if (norm[i] === 'to' && (norm[i + 1] === 'you' || norm[i + 1] === 'your')) i += norm[i + 2] === 'both' || norm[i + 2] === 'all' ? 3 : 2;
  while ((DEGREE.has(norm[i] ?? '') || norm[i]?.endsWith('ly')) && i < at + 4) i += 1;
  return i;
}

/** The clause's subject is I or we, or it has none ("Apologise for…"). */
function ownSubject(reading: LazyReading, i: number): boolean {
  const clause = reading.clauseAt(i);
  if (!clause?.subject) return true;
  const { actor, from, head } = clause.subject;
  return actor === 'own' || actor === 'department' || from > i || namesHouse(reading, from, head);
}

/** "The school apologises": the house speaks of itself. */
function namesHouse({ grammar: { words } }: LazyReading, from: number, head: number): boolean {
  return words.norm[from] === 'the' && inList('organisation-nouns', words.norm[head]);
}

/** "we are sad to", "disappointed to hear" at the start of a clause; not "you are disappointed". */
function aboutOurselves(reading: LazyReading, sentence: Sentence, i: number): boolean {
  const { norm, gap } = reading.grammar.words;
  const after = norm[i + 1];
  if (!/^(?:to|at|by|that|about)$/.test(after ?? '')) return false;
  let from = i;
  while (from > sentence.from && (DEGREE.has(norm[from - 1]) || inList('intensifiers', norm[from - 1]))) from -= 1;
  if (from === sentence.from) return true;
  // "We are glad you enjoyed the bath, however, disappointed to hear …": the subject is that of the sentence.
  if (gap[from] & (Gap.comma | Gap.break) || /^(?:but|and|however|yet)$/.test(norm[from - 1])) {
    const subject = reading.clauses[sentence.firstClause]?.subject;
    return subject === undefined || subject.actor === 'own' || subject.from >= from;
  }
  const clause = reading.clauseAt(i);
  return clause?.subject !== undefined && clause.subject.to <= i && clause.subject.actor === 'own' && clause.verb?.lemma === 'be';
}

/** Goes back over "it is most". */
function itIsStart(norm: readonly string[], sentence: Sentence, i: number): number {
  let start = i;
  while (start > sentence.from && (DEGREE.has(norm[start - 1]) || /^(?:it|is|was|'s|that|to|be)$/.test(norm[start - 1]))) start -= 1;
  return start;
}

/** Goes back over "we are very", "I would like to", "please accept". */
function phraseStart(reading: LazyReading, sentence: Sentence, i: number): number {
  const clause = reading.clauseAt(i);
  let start = i;
  const floor = Math.max(sentence.from, clause ? clause.from : sentence.from);
  const { norm, gap } = reading.grammar.words;
  while (
    start > floor &&
    start > i - 8 &&
    !(gap[start] & (Gap.comma | Gap.break | Gap.stop | Gap.other)) &&
    norm[start - 1] !== 'and' &&
    norm[start - 1] !== 'but'
  )
    start -= 1;
  return start;
}

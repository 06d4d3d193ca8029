import { classBy, wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import { wordsAre } from '../window.js';
import { INCONVENIENCE } from './parts.js';
import { DEGREE, ownSubject, phraseStart, type Token } from './token.js';
import { LAMENTING } from './laments.js';
import { kindOfHearing, lifeEvent } from './life-event.js';
import { DEPLORED, isOfOurDeed, PITY, pity } from './pity.js';
import type { LazyReading } from '../index.js';
import type { Sentence } from '../reading.js';

const ADJECTIVES = wordClass(
  'sad saddened disappointed concerned upset distressed dismayed gutted unhappy devastated displeased heartbroken troubled disheartened crestfallen aghast alarmed perturbed',
);
const DISMAYING = wordClass(
  'awful terrible horrible dreadful heartbreaking shame pity disheartening disappointing sad upsetting distressing concerning saddening unfortunate regrettable dismaying troubling alarming worrying',
);
/** How those feel who did it. */
const ASHAMED = wordClass('ashamed mortified embarrassed gutted devastated heartbroken');
const HEARD = wordClass('learned learnt heard read saw found');
const SADDENING = wordClass('saddens saddened grieves pains upsets distresses dismays disappoints concerns');

const OTHERS = wordClass(
  'sorry soz sry sozz culpa apology apologies apologise apologises apologising apologised regret regrets regretting regretted forgiveness forgive pardon excuse sympathies sympathy condolences ' +
    'hate dislike what how pity shame sympathise heart hearts feel felt breaks broke pained pains grieved grieves heartbroken regret bad sad unlucky',
);
/** The words at which {@link tokenAt} can find something. */
export const TOKENS = classBy((word) =>
  [OTHERS, ADJECTIVES, ASHAMED, DISMAYING, SADDENING, LIKING, DEPLORED, LAMENTING, PITY.openings].some((some) => some.has(word)),
);

/** The word of apology, sorrow or pity that stands at word `i`, one of {@link TOKENS}, where it is ours. */
export function tokenAt(reading: LazyReading, sentence: Sentence, i: number): Token | undefined {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  const word = norm[i];
  const previous = i > sentence.from ? norm[i - 1] : '';
  switch (word) {
    case 'sorry':
    case 'soz':
    case 'sozz':
    case 'sry':
      if (
        /^(?:you|better)$/.test(previous) ||
        (/^(?:he|she|they)$/.test(previous) && norm[i - 2] !== 'because') ||
        wordsAre(words, i - 2, 'you are') ||
        wordsAre(words, i - 1, 'feel sorry for')
      )
        return undefined;
      // "We are very sorry for you": pity, not regret.
      if (/^(?:for|with)$/.test(norm[i + 1] ?? '') && norm[i + 2] === 'you' && i + 2 < sentence.to && !tags.form[i + 3]?.startsWith('ing'))
        return {
          from: phraseStart(reading, sentence, i),
          after: i + 3,
          sorrow: false,
          kind: lifeEvent(reading, sentence) ? 'life-event' : 'pity',
        };
      return { from: phraseStart(reading, sentence, i), after: afterAddressee(norm, i + 1), sorrow: false };
    // "Any inconvenience is regretted"
    case 'regretted':
      return INCONVENIENCE.first(words, sentence.from, Math.min(i, sentence.from + 3)) >= 0 && reading.clauseAt(i)?.subject?.actor !== 'own'
        ? { from: sentence.from, after: i + 1, sorrow: false, kind: 'any-inconvenience' }
        : undefined;
    case 'forgiveness':
      return previous === 'your' ? { from: phraseStart(reading, sentence, i), after: i + 1, sorrow: false } : undefined;
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
    case 'regretting':
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
      if (word === 'pardon' && previous === 'your' && /^(?:beg|ask)$/.test(norm[i - 2] ?? ''))
        return { from: phraseStart(reading, sentence, i), after: i + 1, sorrow: false };
      // "Kindly pardon any inconvenience"
      if (norm[i + 1] === 'any' && INCONVENIENCE.first(words, i + 2, Math.min(sentence.to, i + 4)) >= 0)
        return { from: phraseStart(reading, sentence, i), after: i + 1, sorrow: false };
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
    // "our bad if it sounded rude", "mea culpa"
    case 'bad':
      if (/^(?:our|my)$/.test(previous) && /^(?:if|but)$/.test(norm[i + 1] ?? '')) return { from: i - 1, after: i + 1, sorrow: false };
      break;
    case 'culpa':
      return previous === 'mea' ? { from: i - 1, after: i + 1, sorrow: false } : undefined;
    case 'condolences':
      return { from: i, after: i + 1, sorrow: false, kind: 'life-event' };
    default:
  }
  // "It is disheartening to hear": sorrow with nobody to feel it.
  const forUs = norm[i + 1] === 'for' && /^(?:us|me)$/.test(norm[i + 2] ?? '') ? i + 3 : i + 1;
  if (DISMAYING.at(words, i) && norm[forUs] === 'to' && reading.clauseAt(i)?.subject?.actor === 'thing')
    return { from: phraseStart(reading, sentence, i), after: forUs, sorrow: true };
  // "It saddens us to learn".
  if (SADDENING.at(words, i) && /^(?:us|me)$/.test(norm[i + 1] ?? '') && norm[i + 2] === 'to')
    return { from: phraseStart(reading, sentence, i), after: i + 2, sorrow: true };
  if (dislikesHearing(reading, sentence, i)) return { from: phraseStart(reading, sentence, i), after: i + 1, sorrow: true };
  // "We are saddened by your experience."
  const byLot =
    /^(?:by|about|at)$/.test(norm[i + 1] ?? '') &&
    /^(?:your|what)$/.test(norm[i + 2] ?? '') &&
    !/^(?:comments?|remarks?|feedback|tone)$/.test(norm[i + 3] ?? '');
  // "I am ashamed that we left you standing": as good as sorry.
  if (ASHAMED.at(words, i) && aboutOurselves(reading, sentence, i) && isOfOurDeed(reading, i + 1))
    return { from: phraseStart(reading, sentence, i), after: i + 1, sorrow: false };
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
  if (DEPLORED.at(words, i) && wordsAre(words, i + 1, 'that you') && previous === 'it') {
    const clause = reading.clauseAt(i);
    if (clause?.subject?.actor === 'own' && /^(?:find|consider|think|deem|call)$/.test(clause.verb?.lemma ?? ''))
      return { from: clause.from, after: i + 1, sorrow: false, kind: 'feelings' };
  }
  // "We became very sad when we learned what happened."
  if (ADJECTIVES.at(words, i) && norm[i + 1] === 'when' && /^(?:i|we)$/.test(norm[i + 2] ?? '') && HEARD.at(words, i + 3))
    return {
      from: phraseStart(reading, sentence, i),
      after: i + 1,
      sorrow: true,
      kind: kindOfHearing(reading, sentence),
    };
  if (ADJECTIVES.at(words, i) && byLot && aboutOurselves(reading, sentence, i))
    return {
      from: phraseStart(reading, sentence, i),
      after: i + 1,
      sorrow: true,
      kind: kindOfHearing(reading, sentence),
    };
  if (ADJECTIVES.at(words, i) && aboutOurselves(reading, sentence, i)) {
    // "disappointed in reading your comments", "dismayed on hearing of it"
    const hearing =
      /^(?:in|at|by|about|on|upon|over|with)$/.test(norm[i + 1] ?? '') && /^(?:reading|hearing|learning|seeing)$/.test(norm[i + 2] ?? '');
    return { from: phraseStart(reading, sentence, i), after: hearing ? i + 2 : i + 1, sorrow: true };
  }
  return pity(reading, sentence, i);
}

const LIKING = wordClass('like love want pleased happy glad good nice pleasant thrilled delighted enjoy');

/** We hate to hear this; we are never pleased to hear; not what we like to hear (RULES §5). */
function dislikesHearing(reading: LazyReading, sentence: Sentence, i: number): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const hates = norm[i] === 'hate' || norm[i] === 'dislike';
  if (!hates && !LIKING.at(words, i)) return false;
  const hears = /^(?:hear|read|learn|see)$/.test(norm[i + 2] ?? '')
    ? norm[i + 1] === 'to'
    : /^(?:hearing|reading|learning)$/.test(norm[i + 1] ?? '');
  if (!hears || i + 1 >= sentence.to) return false;
  if (hates) return ownSubject(reading, i);
  // "You wouldn't want to see our staff room", "head office doesn't want to hear it" is no sorrow of ours.
  if (!/^(?:own|thing|nobody)$/.test(reading.clauseAt(i)?.subject?.actor ?? 'own')) return false;
  for (let k = i - 1; k >= sentence.from && k > i - 6; k -= 1) if (norm[k] === 'not' || norm[k] === 'never') return true;
  return false;
}

/** "my apologies", "please accept our apologies", "I owe you an apology"; not "an apology was sent" or "your apology". */
function apologyNoun(reading: LazyReading, sentence: Sentence, i: number): Token | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  let from = i;
  while (
    from > sentence.from &&
    (DEGREE.at(words, from - 1) ||
      /^(?:sincere|sincerest|full|deepest|humble|heartfelt|many|unreserved|profound|huge|deep)$/.test(norm[from - 1]))
  )
    from -= 1;
  const before = from > sentence.from ? norm[from - 1] : '';
  const sent =
    /^(?:send|offer|extend|convey|pass|give)$/.test(reading.clauseAt(i)?.verb?.lemma ?? '') &&
    reading.clauseAt(i)?.subject?.actor !== 'customer';
  if (/^(?:your|his|her|their|no|any)$/.test(before) && !(sent && /^(?:his|her|their)$/.test(before))) return undefined;
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

/** "apologise to you for", "sorry in advance for", "apologies to all residents for": the complement begins behind the addressee, and behind what is said by the way. */
function afterAddressee(norm: readonly string[], at: number): number {
  let i = at;
  if (norm[i] === 'to' && (norm[i + 1] === 'you' || norm[i + 1] === 'your')) {
    i += norm[i + 2] === 'both' || norm[i + 2] === 'all' ? 3 : 2;
    if (norm[i] === 'and') for (let k = i + 1; k < i + 5; k += 1) if (/^(?:for|if|about)$/.test(norm[k] ?? '')) i = k;
  } else if (norm[i] === 'to' && /^(?:all|our|everyone|everybody|both|the|those)$/.test(norm[i + 1] ?? ''))
    for (let k = i + 2; k < i + 8; k += 1) if (/^(?:for|if|about)$/.test(norm[k] ?? '')) i = k;
  while (i < at + 9) {
    if (DEGREE.has(norm[i]) || norm[i]?.endsWith('ly')) i += 1;
    else if (norm[i] === 'in' && norm[i + 1] === 'advance') i += 2;
    else if (norm[i] === 'once' && /^(?:again|more)$/.test(norm[i + 1] ?? '')) i += 2;
    else if (norm[i] === 'from' && norm[i + 1] === 'all' && norm[i + 2] === 'of' && norm[i + 3] === 'us')
      i += norm[i + 4] === 'here' ? 5 : 4;
    else break;
  }
  return i;
}

/** "we are sad to", "disappointed to hear" at the start of a clause; not "you are disappointed". */
function aboutOurselves(reading: LazyReading, sentence: Sentence, i: number): boolean {
  const { words } = reading.grammar;
  const { norm, gap } = words;
  const after = norm[i + 1];
  if (!/^(?:to|at|by|that|about)$/.test(after ?? '')) return false;
  let from = i;
  while (from > sentence.from && DEGREE.at(words, from - 1)) from -= 1;
  if (from === sentence.from) return true;
  // "We are glad you enjoyed the bath, however, disappointed to hear …": the subject is that of the sentence.
  if (gap[from] & (Gap.comma | Gap.break) || /^(?:but|and|however|yet)$/.test(norm[from - 1])) {
    const subject = reading.clauses[sentence.firstClause]?.subject;
    return subject === undefined || subject.actor === 'own' || subject.from >= from;
  }
  const clause = reading.clauseAt(i);
  return (
    clause?.subject !== undefined &&
    clause.subject.to <= i &&
    clause.subject.actor === 'own' &&
    (clause.verb?.lemma === 'be' || clause.verb?.main === i)
  );
}

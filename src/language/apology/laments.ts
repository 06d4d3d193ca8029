import { listed, wordClass } from '../../lexicon/index.js';
import { isCapital } from '../../text/letters.js';
import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Sentence } from '../reading.js';

const EVALUATIVE_WORDS = listed('evaluative-words');

/** What news does to whoever hears it. */
const SADDENS = wordClass(
  'sadden saddens saddened pain pains pained grieve grieves grieved upset upsets trouble troubles troubled distress distresses distressed dismay dismays dismayed ' +
    'hurt hurts shock shocks shocked appal appals appalled disturb disturbs disturbed sicken sickens sickened disappoint disappoints disappointed concern concerns concerned ' +
    'worry worries worried horrify horrifies horrified devastate devastates devastated depress depresses depressed hits hit shook shakes',
);
/** How it makes them feel, behind "made us (feel)", "left us", "to … is". */
const HEAVY = wordClass(
  'sad sadder bad awful terrible dreadful horrible low down sick upset sorry heartbroken gutted dismayed uncomfortable unhappy miserable heavy hard painful upsetting distressing disappointing saddening troubling depressing',
);
/** What customers tell it in. */
const TOLD = wordClass('message mail email letter review words lines note comment comments story account report post experience call');
/** With these we read it, or it is with these that we read. */
const SADNESS = wordClass('sadness regret sorrow disappointment dismay concern grief distress heart pain');
/** What a blow is called in an exclamation, or behind "such a". */
const BLOW = wordClass('shame pity');
/** Those whose feelings they are: us, the whole team. */
const US = wordClass('us me all everyone everybody the our my');
const TEAM = wordClass('us me team here office company shop crew staff hotel branch heart hearts house desk reception colleagues');
const LEARNING = wordClass('hear read see learn know find hearing reading seeing learning knowing finding');
/** What befell them, called by a name. */
const ILL = wordClass('bad rotten tough hard terrible awful rough lousy cruel appalling dreadful atrocious unfortunate sad sorry unlucky');
const PITIED = wordClass(
  'people person soul souls girl boy man woman lady lad lass mother father mum mom dad family kid kids child children baby dog cat couple guests guest chap fellow thing things little old bride students',
);

/**
 * The span of words that lament the customer's lot around word `i`, one of {@link LAMENTING}: what the news did to us ("Hearing about your plants made us feel sad", "that you
 * were without heating saddens us"), what it is called ("it is a sorry thing to hear", "that is really bad luck"), whom it befell ("you poor people", "how disappointing for
 * her"). `undefined` when they say something else.
 */
export function lament(reading: LazyReading, sentence: Sentence, i: number): { readonly from: number; readonly after: number } | undefined {
  return (
    newsHurts(reading, sentence, i) ??
    withSadness(reading, sentence, i) ??
    withThem(reading, sentence, i) ??
    calledBad(reading, sentence, i) ??
    pitied(reading, sentence, i)
  );
}

/** The words at which {@link lament} can find something. */
export const LAMENTING = wordClass(
  'sadness regret sorrow disappointment dismay concern grief distress heart hearts pain sorry gutted feel sympathise message luck lines thing poor bless commiserations too find unfortunate shame pity made makes make left leaves painful hard upsetting distressing saddening terrible awful ' +
    'disappointing frustrating annoying upset saddens saddened saddening pains pained grieves hurts hurt shocked shocks troubles troubled distresses distressed dismayed dismays ' +
    'appalled disturbed sickens horrified devastated disappointed disappoints concerns concerned worried depresses shook horrible dreadful sad',
);

/** "To read that it went so wrong is painful to all of us", "learning of it has upset the whole team", "that you were cold saddens us". */
function newsHurts(reading: LazyReading, sentence: Sentence, i: number): { readonly from: number; readonly after: number } | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  if (!startsWithNews(norm, sentence) || reading.clauseAt(i)?.negated) return undefined;
  const at = /^(?:made|makes|make|left|leaves)$/.test(norm[i]) ? madeFeel(reading, sentence, i) : i + 1;
  if (at < 0) return undefined;
  if (at > i + 1) return { from: sentence.from, after: at };
  if (SADDENS.at(words, i) && isUs(reading, at, sentence.to)) return { from: sentence.from, after: at + 1 };
  // "… is painful to all of us", "… was hard for me".
  if (
    HEAVY.at(words, i) &&
    /^(?:to|for)$/.test(norm[at] ?? '') &&
    isUs(reading, at + 1, sentence.to) &&
    reading.clauseAt(i)?.verb?.lemma === 'be'
  )
    return { from: sentence.from, after: at + 2 };
  return undefined;
}

/** "Hearing about …", "to read that …", "that you …", "it … to hear": news of their lot is what the sentence speaks of. */
function startsWithNews(norm: readonly string[], { from, to }: Sentence): boolean {
  const [first, second] = [norm[from], norm[from + 1]];
  const learned = /^(?:about|of|that|you|your|this|it|how|what|from)$/;
  if (LEARNING.has(first) && first.endsWith('ing')) return learned.test(second ?? '');
  if (first === 'to' && LEARNING.has(second ?? '')) return learned.test(norm[from + 2] ?? '');
  if (first === 'that' && /^(?:you|your)$/.test(second ?? '')) return true;
  if (first === 'your' && TOLD.has(second ?? '')) return true;
  if (first !== 'it') return false;
  for (let i = from + 2; i + 1 < Math.min(to, from + 12); i += 1) {
    if (norm[i] === 'to' && LEARNING.has(norm[i + 1])) return true;
    if (norm[i] === 'that' && /^(?:you|your)$/.test(norm[i + 1])) return true;
  }
  return false;
}

/** "made us feel really sad", "left me with a heavy heart": one past the feeling, or -1. */
function madeFeel(reading: LazyReading, sentence: Sentence, i: number): number {
  const { words } = reading.grammar;
  if (!isUs(reading, i + 1, sentence.to)) return -1;
  for (let k = i + 2; k < Math.min(sentence.to, i + 8); k += 1) if (HEAVY.at(words, k)) return k + 1;
  return -1;
}

/** "us", "all of us", "the whole team", "our hearts". */
function isUs({ grammar: { words } }: LazyReading, at: number, to: number): boolean {
  if (/^(?:us|me)$/.test(words.norm[at] ?? '')) return true;
  return US.at(words, at) && TEAM.first(words, at + 1, Math.min(to, at + 5)) >= 0;
}

/** "That is really bad luck!", "it is a sorry thing to hear", "too bad that you queued", "I find it sad that you had to chase", "such a shame you missed it". */
function calledBad(reading: LazyReading, sentence: Sentence, i: number): { readonly from: number; readonly after: number } | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const theirs = (at: number): boolean => {
    const next = norm[at] === 'that' ? at + 1 : at;
    return /^(?:you|your)$/.test(norm[next] ?? '') && next < sentence.to;
  };
  switch (norm[i]) {
    case 'luck':
    case 'lines':
      return ILL.at(words, i - 1) && endsAt(reading, sentence, i + 1) ? { from: backToIt(norm, sentence, i), after: i + 1 } : undefined;
    case 'thing':
      if (!ILL.at(words, i - 1) || norm[i + 1] !== 'to') return undefined;
      return /^(?:hear|read|see|learn|happen)$/.test(norm[i + 2] ?? '') ? { from: backToIt(norm, sentence, i), after: i + 3 } : undefined;
    case 'too':
      return norm[i + 1] === 'bad' && theirs(i + 2) ? { from: backToIt(norm, sentence, i), after: i + 2 } : undefined;
    case 'find': {
      const it = norm[i + 1] === 'it' && reading.clauseAt(i)?.subject?.actor === 'own';
      for (let k = i + 2; it && k < i + 5; k += 1)
        if ((ILL.at(words, k) || BLOW.at(words, k)) && norm[k + 1] === 'that' && !/^(?:we|i|our|my)$/.test(norm[k + 2] ?? ''))
          return { from: reading.clauseAt(i)!.from, after: k + 1 };
      return undefined;
    }
    case 'shame':
    case 'pity': {
      const from = backToIt(norm, sentence, i);
      // "Such a shame about the seats", "a real pity that the doors were closed", "shame about the food".
      const opens = from === sentence.from || (words.gap[from] & (Gap.comma | Gap.break)) !== 0;
      const lot = /^(?:about|for|that)$/.test(norm[i + 1] ?? '') && i + 2 < sentence.to && !/^(?:we|i|our|my|us|me|if)$/.test(norm[i + 2]);
      return opens && (lot || theirs(i + 1)) && norm[i - 2] !== 'not' ? { from, after: i + 1 } : undefined;
    }
    case 'unfortunate':
    case 'sad':
      if (i === sentence.from && norm[i + 1] === 'to' && LEARNING.has(norm[i + 2] ?? '')) return { from: i, after: i + 3 };
      return undefined;
    case 'terrible':
    case 'awful':
    case 'dreadful':
    case 'horrible':
    case 'hard':
      // "It's terrible for you that this occurred."
      return norm[i + 1] === 'for' && norm[i + 2] === 'you' && /^(?:it|that|this)$/.test(norm[sentence.from]) && isLot(reading, i)
        ? { from: sentence.from, after: i + 3 }
        : undefined;
    default:
      return undefined;
  }
}

function isLot(reading: LazyReading, i: number): boolean {
  const clause = reading.clauseAt(i);
  return clause?.verb?.lemma === 'be' && !clause.negated && !clause.verb.modal && clause.mood === 'statement';
}

/** "With great sadness we read …", "it was with a heavy heart that we read …", "we take note of this with regret". */
function withSadness(reading: LazyReading, sentence: Sentence, i: number): { readonly from: number; readonly after: number } | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  if (!SADNESS.at(words, i)) return undefined;
  let from = i;
  while (
    from > sentence.from &&
    /^(?:great|deep|much|deepest|heavy|sincere|profound|real|some|a|the|our|considerable|utmost|genuine)$/.test(norm[from - 1])
  )
    from -= 1;
  if (norm[from - 1] !== 'with') return undefined;
  for (let k = i + 1; k < Math.min(sentence.to, i + 7); k += 1)
    if (/^(?:read|learn|learned|learnt|hear|heard|note|noted|see|saw|received|receive|took|take)$/.test(norm[k]))
      return { from: backToIt(norm, sentence, from - 1), after: k + 1 };
  const noted = norm.slice(sentence.from, from).some((word) => /^(?:read|note|noted|learned|heard|saw|received|learnt)$/.test(word));
  return noted && i + 1 >= sentence.to ? { from: sentence.from, after: i + 1 } : undefined;
}

/** "We are so sorry for you", "my heart goes out to your parents", "we pity you", "we feel with you". */
function withThem(reading: LazyReading, sentence: Sentence, i: number): { readonly from: number; readonly after: number } | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const them = (at: number): boolean => /^(?:you|your|them|him|her|the)$/.test(norm[at] ?? '') && at < sentence.to;
  switch (norm[i]) {
    case 'sorry':
    case 'sad':
    case 'upset':
    case 'gutted': {
      const { subject, verb } = reading.clauseAt(i) ?? {};
      const felt = subject?.actor === 'own' && /^(?:be|feel)$/.test(verb?.lemma ?? '') && /^(?:for|with)$/.test(norm[i + 1] ?? '');
      return felt && norm[i + 2] === 'you' ? { from: subject.from, after: i + 3 } : undefined;
    }
    case 'heart':
    case 'hearts': {
      if (!/^(?:our|my)$/.test(norm[i - 1] ?? '')) return undefined;
      const out = /^(?:go|goes|went)$/.test(norm[i + 1] ?? '') && norm[i + 2] === 'out' && them(i + 4);
      return out ? { from: i - 1, after: i + 5 } : undefined;
    }
    case 'feel':
    case 'pity':
    case 'sympathise': {
      if (reading.clauseAt(i)?.subject?.actor !== 'own') return undefined;
      const at = norm[i] === 'pity' ? i + 1 : i + 2;
      const pitying = norm[i] === 'pity' || norm[i + 1] === 'with';
      return pitying && /^(?:you|your)$/.test(norm[at] ?? '') ? { from: reading.clauseAt(i)!.subject!.from, after: at + 1 } : undefined;
    }
    default:
      return undefined;
  }
}

/** "You poor people!", "bless her, how disappointing for the poor girl", "commiserations on the charge". */
function pitied(reading: LazyReading, sentence: Sentence, i: number): { readonly from: number; readonly after: number } | undefined {
  const { words, text } = reading.grammar;
  const { norm } = words;
  if (norm[i] === 'poor') {
    if (norm[i - 1] === 'you' && PITIED.at(words, i + 1)) return { from: i - 1, after: i + 2 };
    // "Poor kids!", "poor Milo!"
    const alone = i === sentence.from && endsAt(reading, sentence, i + 2);
    return alone && (PITIED.at(words, i + 1) || isCapital(text, words.start[i + 1] ?? 0)) ? { from: i, after: i + 2 } : undefined;
  }
  if (norm[i] === 'bless')
    // "Head Office, bless them, keep sending more": of ours.
    return /^(?:her|him|them|you)$/.test(norm[i + 1] ?? '') &&
      (norm[i + 1] !== 'them' || i === sentence.from) &&
      (i === sentence.from || words.gap[i] & Gap.comma) &&
      endsAt(reading, sentence, i + 2)
      ? { from: i, after: i + 2 }
      : undefined;
  if (norm[i] === 'commiserations') return { from: i, after: i + 1 };
  if (norm[i - 1] !== 'how' || !(EVALUATIVE_WORDS.at(words, i) || HEAVY.at(words, i))) return undefined;
  const opens = i - 1 === sentence.from || (words.gap[i - 1] & (Gap.comma | Gap.stop | Gap.break)) !== 0;
  if (!opens || norm[i + 1] !== 'for' || !/^(?:you|your|her|him|them|the)$/.test(norm[i + 2] ?? '')) return undefined;
  return norm[i + 2] !== 'the' || norm[i + 3] === 'poor' ? { from: i - 1, after: i + 3 } : undefined;
}

function backToIt(norm: readonly string[], { from }: Sentence, i: number): number {
  let start = i;
  while (
    start > from &&
    /^(?:it|is|was|that|this|'s|indeed|really|very|just|such|a|an|so|truly|bad|rotten|tough|hard|sorry|sad|unfortunate|terrible|awful|what|oh|too)$/.test(
      norm[start - 1],
    )
  )
    start -= 1;
  return start;
}

function endsAt({ grammar: { words } }: LazyReading, { to }: Sentence, at: number): boolean {
  return at >= to || (words.gap[at] & (Gap.comma | Gap.break | Gap.stop)) !== 0;
}

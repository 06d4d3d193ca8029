import { classBy, wordClass } from '../../lexicon/index.js';
import { isDigit } from '../../text/letters.js';
import { Gap, type Words } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Referral, Sentence } from '../reading.js';
import { deskNamedAt, type NamedDesk } from './names.js';

/** "is who you should be chasing", "are the ones to see", "is where you have to take this", "is the person who can tell you". */
const IS_WHOM =
  /^(?:is|are|'s|would be|'d be|will be|'re) (?:definitely |probably |really )?(?:(?:the |your )?(?:right |best |only )?(?:who|whom|where|what|one|ones|people|person|place|team|folks|man|woman|lady|guy|guys|desk|department|first port of call|contact)) (?:(?:that |who |whom )?you (?:need|want|should|have|ought|must|would|'d|will|'ll|are|can)|(?:for you )?to (?:ask|call|ring|see|talk|speak|go|contact|chase|turn|write|email|e|phone|tell|help|approach|try)|who (?:can|could|will|would|know|knows|deal|deals|handle|handles)|for (?:that|this|it|you)|with whom you)/;
/** "(it's) the depot you want to ring", "it is to the registry that you must apply". */
const YOU_NEED =
  /^(?:that |who |whom )?you(?: will| 'll| would| 'd| really| actually)? (?:need|want|have|should|must|ought|are after|'re after)/;
const HEAR_FROM = /^(?:needs?|wants?|must|will need|has|have|would like|will want) (?:to )?hear (?:it |this |that )?from you/;
const MAY_KNOW =
  /^(?:can|could|will|would|should|may|might|'ll|'d)? ?(?:be able to )?(?:know|knows|tell|explain|answer|help|advise|see|decide|decides|sort|do it|have|has|keep|keeps|hold|holds|deal|deals|handle|handles|run|runs|look after|looks after) /;
/** The way to them, told beside whose matter it is. Asked of small letters: a pattern with both `i` and `u` is slow. */
const WAY =
  /\b(?:(?:their|her|his|the) (?:direct )?(?:number|line|extension|address|e-?mail|phone)(?: number| address)? (?:is|:)|on (?:extension|ext|tel|0|\d{3})|extension \d|(?:is|are) on the other line|you(?:'ll| will| can)? (?:find|reach|get|catch) them (?:on|at|in|under|between)|option \d|press \d)/;

/** What every {@link WAY} has a word of, save a bare number behind "on": most sentences have none. */
const WAYMARKS = classBy((word) => /^(?:number|line|ext|address|e$|email|mail|phone|tel|them|option|press)/.test(word));
const ON = wordClass('on');
/** Every sentence that points to somebody by {@link IS_WHOM}, {@link HEAR_FROM} or a name behind "the right person is" has one of these. */
const POINTING = wordClass(
  'who whom where what one ones people person place team folks man woman lady guy guys desk department port contact hear bet',
);
/** "Call 0131 496 0333": the way to them in the next sentence. */
const CALL =
  /^(?:please |just |so |kindly )?(?:call|ring|phone|dial|e-?mail|text|(?:their|her|his) (?:number|line|extension|address)|you(?:'ll| will| can)? (?:find|reach|get|catch) them)\b[^.!?\n]{0,30}(?:\d{3}|@|\bon\b|\bat\b)/iu;
/** The words that such a sentence begins with. */
const CALLING = wordClass('please just so kindly call ring phone dial email e text their her his you');

const YOU = wordClass('you');
const LINKS = new Set('so and but as because only'.split(' '));
const COPULAS = new Set("is 's are was be".split(' '));
const WANTING = new Set('want need dial after'.split(' '));
const YOURS = new Set("you 'll will 're are".split(' '));

/** Where a sentence says without an order to whom the customer has to turn; the words beside a desk's name tell. */
export function pointerIn(reading: LazyReading, sentence: Sentence): Omit<Referral, 'handedOver'> | undefined {
  if (sentence.question) return undefined;
  const { words, text } = reading.grammar;
  const { norm, gap, start } = words;
  const next = reading.sentences[sentence.index + 1];
  const called = next?.role === 'body' && CALLING.at(words, next.from) && CALL.test(text.slice(next.start, next.end));
  const way = called || (mayTellWay(words, sentence) && WAY.test(text.slice(sentence.start, sentence.end).toLowerCase()));
  const pointing = POINTING.first(words, sentence.from, sentence.to) >= 0;
  // "It's the depot you want to ring", "you want the depot": without one of these words only a `you` points.
  if (!pointing && !way && YOU.first(words, sentence.from, sentence.to) < 0) return undefined;
  for (let i = sentence.from; i < sentence.to - 1; i += 1) {
    const before = i === sentence.from ? '' : norm[i - 1];
    const parted = (gap[i] & (Gap.comma | Gap.stop | Gap.break | Gap.blankLine)) !== 0;
    // Nothing that opens a sentence points without one of these.
    const opens = (pointing || way) && (i === sentence.from || parted || LINKS.has(before));
    const be = !parted && COPULAS.has(before);
    const wanted = !parted && (norm[i] === 'the' || norm[i] === 'our') && WANTING.has(before) && YOURS.has(norm[i - 2] ?? '');
    const told = (opens || be) && pointing;
    const asked = be && /^(?:it|that|this)$/.test(norm[i - 2] ?? '');
    if (!told && !asked && !wanted && !(way && (opens || before === 'for'))) continue;
    const desk = deskNamedAt(reading, i, sentence);
    if (!desk) continue;
    const from = pointsFrom(norm, sentence, i, desk, { opens, be, wanted, way });
    const clause = from === undefined ? undefined : reading.clauseAt(i);
    if (from === undefined || !clause || clause.mention) continue;
    return {
      start: start[from],
      end: sentence.end,
      clause: clause.index,
      sentence: sentence.index,
      target: desk.target,
      optional: isOneOfMore(norm, sentence),
    };
  }
  return undefined;
}

function mayTellWay(words: Words, { from, to }: Sentence): boolean {
  if (WAYMARKS.first(words, from, to) >= 0) return true;
  for (let i = ON.first(words, from, to - 1); i >= 0; i = ON.first(words, i + 1, to - 1)) if (isDigit(words.norm[i + 1], 0)) return true;
  return false;
}

interface Place {
  readonly opens: boolean;
  readonly be: boolean;
  readonly wanted: boolean;
  readonly way: boolean;
}

/** First word of what points to the desk at word `at`; undefined when nothing does. */
function pointsFrom(
  norm: readonly string[],
  sentence: Sentence,
  at: number,
  { to }: NamedDesk,
  { opens, be, wanted, way }: Place,
): number | undefined {
  // "The bursary people need": the verb may be read as the end of the name.
  const past = /^(?:needs?|wants?|knows?)$/.test(norm[to - 1]) ? to - 1 : to;
  const behind = norm.slice(past, Math.min(sentence.to, past + 9)).join(' ');
  if (way && norm[at - 1] === 'for' && /^(?:matter|one|question|job|something|case|thing|'s|is)$/.test(norm[at - 2])) return sentence.from;
  if (opens && (IS_WHOM.test(behind) || HEAR_FROM.test(behind))) return at;
  if (be && YOU_NEED.test(behind) && /^(?:it|that|this)$/.test(norm[at - 2] ?? '')) return at - 2;
  if (wanted && norm[at] !== 'to' && !/^(?:to|not|for)\b/.test(behind)) return at - 2;
  if (be) {
    const first = norm.slice(sentence.from, at - 1).join(' ');
    if (
      /(?:^|\b)(?:the|your) (?:(?:right|best|only|first|proper) )?(?:people|person|one|ones|team|place|desk|port of call|bet|man|woman|lady)(?: (?:to|who|you|for)\b.*)?$/.test(
        first,
      )
    )
      return sentence.from;
  }
  if (opens && way && MAY_KNOW.test(`${behind} `)) return at;
  return undefined;
}

/** "for any other questions", "if you'd rather": one way among others. */
function isOneOfMore(norm: readonly string[], { from, to }: Sentence): boolean {
  return /\b(?:any (?:other|further)|if|unless|questions|queries|concerns|alternatively|also|either|next time)\b/.test(
    norm.slice(from, to).join(' '),
  );
}

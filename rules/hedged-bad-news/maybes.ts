import { Gap, inList } from 'replylint/rule';
import type { Look, Sentence } from 'replylint/rule';

/** A word or phrase by which one leaves open what one tells. */
export interface Maybe {
  /** Word indexes. */
  readonly from: number;
  readonly to: number;
  /** `seeming` (it looks, it appears, a bit) is no doubt by itself: much is told so that is quite certain. */
  readonly kind: 'doubt' | 'seeming';
  /** Behind what it makes open: “…, I'd say”. */
  readonly trailing: boolean;
}

const MODALS = new Set('may might could'.split(' '));
const ADVERBS = new Set('perhaps maybe possibly probably presumably potentially conceivably likely supposedly'.split(' '));
const CHANCES = new Set('chance chances possibility risk danger likelihood probability odds'.split(' '));
const POSSIBLE = new Set('possible conceivable probable impossible inconceivable unthinkable'.split(' '));
/** What one holds without knowing. */
const HOLDING = new Set('suspect guess suppose imagine reckon fear fancy presume wager bet'.split(' '));
const HUNCHES = new Set('feeling hunch suspicion inkling impression hunches fears doubts'.split(' '));
const SEEMING = new Set('seem seems seeming appear appears look looks looking'.split(' '));
const SOFTENERS = new Set('bit little somewhat slightly rather fairly kinda sorta'.split(' '));
/** Ends of a sentence that take back how surely it was said. */
const ENDINGS =
  /^(?:(?:i|we) (?:would |'d )?(?:\w+ )?(?:say|guess|suppose|imagine|think|reckon|suspect|fear|presume|expect)|i(?: am|'m) not (?:really |too |that |so |quite |entirely )?(?:sure|certain)|(?:i|we) (?:could|can) not (?:really |quite )?(?:say|tell)|(?:by|from) the looks? of (?:it|things)|(?:possibly|perhaps|probably|maybe|presumably|apparently|most likely|who knows|you never know|but we will see|we will see|let us see))$/;

/** All maybes of a sentence, in order. */
export function maybesIn({ draft }: Look, { from, to }: Sentence): readonly Maybe[] {
  const { norm, gap } = draft.words;
  const found: Maybe[] = [];
  const add = (at: number, kind: Maybe['kind'], trailing = false): void => {
    found.push({ from: at, to: at + 1, kind, trailing });
  };
  for (let i = from; i < to; i += 1) {
    const word = norm[i];
    if (MODALS.has(word)) {
      // "It could not be mended", "it could hardly be worse" and the month are no maybes.
      const denied = word === 'could' && /^(?:not|hardly|never|no)$/.test(norm[i + 1] ?? '');
      if (!denied && !(i > from && draft.text[draft.words.start[i]] === 'M')) add(i, 'doubt');
    } else if (ADVERBS.has(word)) {
      if (norm[i - 1] !== 'not') add(i, 'doubt');
    } else if (CHANCES.has(word) || POSSIBLE.has(word)) {
      // "It's not impossible that": what is not possible is told.
      const told = POSSIBLE.has(word) && (norm[i - 1] === 'not') !== /^(?:im|in|un)/.test(word);
      if (!told && norm[i - 1] !== 'the' && /^(?:there|it|chances|odds)$/.test(norm[from]) && i < from + 7) add(i, 'doubt');
    } else if (HOLDING.has(word) || HUNCHES.has(word)) {
      if (isOwn(norm, i)) add(i, 'doubt');
    } else if (word === 'inclined' && norm[i + 1] === 'to') {
      if (isOwn(norm, i)) add(i, 'doubt');
    } else if (SEEMING.has(word) || SOFTENERS.has(word) || ((word === 'kind' || word === 'sort') && norm[i + 1] === 'of')) {
      add(i, 'seeming');
    }
    if (
      i > from &&
      i + 1 < to &&
      (gap[i] & (Gap.comma | Gap.break) || norm[i - 1] === 'but' || isLast(norm, i, to)) &&
      ENDINGS.test(norm.slice(i, to).join(' '))
    )
      add(i, 'doubt', true);
  }
  return found;
}

/** "I suspect", "we'd rather imagine", "I have a feeling". */
function isOwn(norm: readonly string[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 5); i -= 1) {
    if (norm[i] === 'not' || norm[i] === 'no') return false;
    if (norm[i] === 'i' || norm[i] === 'we' || norm[i] === 'my') return true;
  }
  return false;
}

/** A last word that stands without a comma: "not today I guess". */
function isLast(norm: readonly string[], at: number, to: number): boolean {
  return norm[at] === 'i' && to - at <= 3;
}

/** Whether a word tells of what is yet to be seen: difficult, doubtful. */
export function isForecast(word: string): boolean {
  return FORECASTS.has(word) || inList('setback-nouns', word);
}

const FORECASTS = new Set(
  'difficult tricky hard unlikely doubtful bleak slim remote tight full impossible iffy dicey optimistic ambitious challenging problematic awkward complicated tough hopeless shaky late premature'.split(
    ' ',
  ),
);

import { Gap, type Words } from '../text/words.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const BEFORE_NOUN = set(
  'kind kindest best warm warmest many all the very with my our sincere sincerest friendly cordial heartfelt good kindly and again mit freundlichen freundlichem vielen viele liebe lieben ' +
    'beste besten schöne schönen herzliche herzlichen freundliche sonnige bien avec mes nos sincères meilleures cordiales un cordial saludo saluti cordiali distinti saludos atentos muchos ' +
    'met vriendelijke hartelijke com os melhores in warmly deepest sympathetic grateful',
);
const NOUNS = set(
  'regards regard wishes thanks rgds condolences compliments greetings appreciation gratitude sympathy grüßen grüße grüssen grüsse gruß gruss dank salutations saludo saludos abrazo ' +
    'saluti groet groeten cumprimentos cordialement sentiments aloha',
);
const ALONE = set(
  'sincerely regards rgds respectfully cordially faithfully truly gratefully warmly cheers thanks thx ta ciao mahalo best br kr mfg lg vg cordialement atentamente cordialmente ' +
    'hochachtungsvoll saludos sincerley sincerly sinceraly fondly warmest kindest namaste aloha atenciosamente abraços bises slainte tschüss amitiés signed love xoxo',
);
/** Of those, the ones that are often no closing: they need a comma, a line end or a name after them. */
const WEAK = set('thanks best cheers ta ciao love aloha mahalo truly warmly kindest warmest signed thx br kr lg vg');
const AFTER_YOURS = set(
  'sincerely faithfully truly respectfully cordially ever aye in gratefully kindly hospitality warmly sincerley sincerly',
);

export interface ClosingPhrase {
  /** Index one past its last word. */
  readonly to: number;
  /** Nobody writes these words for anything else. */
  readonly sure: boolean;
}

/**
 * The closing phrase that begins at word `i`: "Kind regards", "Yours sincerely", "With best wishes and thanks", "Mit freundlichen Grüßen", "Cheers".
 * Undefined when there is none. Says nothing about what stands around it.
 */
export function closingPhraseAt(words: Words, i: number, limit: number): ClosingPhrase | undefined {
  const word = words.norm[i];
  const next = i + 1 < limit && !(words.gap[i + 1] & (Gap.stop | Gap.newline | Gap.comma | Gap.break)) ? words.norm[i + 1] : undefined;
  if (word === 'yours') {
    if (next === undefined || !AFTER_YOURS.has(next)) return { to: i + 1, sure: next === undefined };
    return { to: next === 'in' ? Math.min(limit, i + 3) : i + 2, sure: true };
  }
  if (word === 'thank' && next === 'you') {
    const to = words.norm[i + 2] === 'again' || words.norm[i + 2] === 'kindly' ? i + 3 : i + 2;
    return andMore(words, to, limit) ?? { to, sure: false };
  }
  if (word === 'all' && next === 'the' && words.norm[i + 2] === 'best') return { to: i + 3, sure: true };
  if ((word === 'be' && next === 'well') || (word === 'stay' && (next === 'safe' || next === 'well'))) return { to: i + 2, sure: false };
  if (word === 'take' && next === 'care') return { to: i + 2, sure: false };
  if (word === 'bien' && (next === 'à' || next === 'a') && words.norm[i + 2] === 'vous') return { to: i + 3, sure: true };
  if (word === 'un' && next === 'saludo') return { to: i + 2, sure: true };
  if (BEFORE_NOUN.has(word) || NOUNS.has(word)) {
    let to = i;
    while (to < limit && to < i + 5 && BEFORE_NOUN.has(words.norm[to]) && (to === i || !(words.gap[to] & (Gap.stop | Gap.blankLine))))
      to += 1;
    if (to < limit && NOUNS.has(words.norm[to]) && (to === i || !(words.gap[to] & Gap.stop))) {
      const sure = to > i || !WEAK.has(words.norm[to]);
      return andMore(words, to + 1, limit) ?? { to: to + 1, sure };
    }
  }
  if (ALONE.has(word)) {
    if (next === 'yours') return { to: i + 2, sure: true };
    if (next === 'again' || (word === 'thanks' && next === 'so')) return { to: i + 2, sure: false };
    return andMore(words, i + 1, limit) ?? { to: i + 1, sure: !WEAK.has(word) };
  }
  return undefined;
}

/** "Thanks and best regards", "Many thanks & kind regards", "Thanks, kind regards". */
function andMore(words: Words, at: number, limit: number): ClosingPhrase | undefined {
  let i = at;
  if (words.norm[i] === 'and') i += 1;
  else if (i >= limit || words.gap[i] & (Gap.newline | Gap.stop) || !(words.gap[i] & (Gap.other | Gap.comma))) return undefined;
  if (words.norm[i] === 'thank' && words.norm[i + 1] === 'you') return { to: words.norm[i + 2] === 'again' ? i + 3 : i + 2, sure: true };
  if (words.norm[i] === 'take' && words.norm[i + 1] === 'care') return { to: i + 2, sure: true };
  let to = i;
  while (to < limit && to < i + 4 && BEFORE_NOUN.has(words.norm[to])) to += 1;
  if (to < limit && NOUNS.has(words.norm[to])) return { to: to + 1, sure: true };
  return undefined;
}

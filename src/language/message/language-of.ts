import type { Draft } from '../../draft/draft.js';
import { WordFlags } from '../../text/word-flags.js';
import { wordAt } from '../../text/words.js';

/** Function words that give each language away, and that the others do not share. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the and you your we our is are was have has will for with that this to of from not be it us can please thank thanks sorry if on at i my an been would',
  de: 'der die das und ist sie wir ihr ihre ihnen nicht ein eine mit für auf von zu haben wird werden bitte vielen dank sehr geehrte uns ich dass bei oder auch sind',
  fr: 'le la les et est vous nous votre notre pas un une des avec pour dans que qui sur merci bonjour cordialement avons être au aux ce cette je du mais ou',
  es: 'el la los las y es usted su nuestro no un una con para por que en del gracias hola saludos hemos se le al como más pero este esta lo sus muy',
  it: 'il lo la gli e è per con non un una che di del della grazie ciao saluti abbiamo sono le vostra nostro dei nel al questo siamo ci si più ma',
  nl: 'de het een en is van u uw wij ons niet met voor op te dat die bedankt beste groet hebben wordt zijn aan om bij naar ook maar er kunnen',
  pt: 'o os as e é um uma com para por que em do da dos não você seu obrigado olá temos se ao mais mas este esta nos sua foi pelo pela',
  pl: 'i w z na nie się że to jest do dla od pan pani dziękujemy prosimy państwa o po za jak przez są oraz',
};
const ENOUGH_WORDS = 5;
/** Units of a zone, and words of the message, that are looked at. */
const SAMPLE = 4000;

/** Which script's languages are told by their letters alone. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/g, 'ja'],
  [/[\uac00-\ud7af]/g, 'ko'],
  [/[\u4e00-\u9fff]/g, 'zh'],
  [/[\u0400-\u04ff]/g, 'ru'],
  [/[\u0590-\u05ff]/g, 'he'],
  [/[\u0600-\u06ff]/g, 'ar'],
  [/[\u0370-\u03ff]/g, 'el'],
  [/[\u0e00-\u0e7f]/g, 'th'],
  [/[\u0900-\u097f]/g, 'hi'],
];

/** A single shared word (`as`, `no`, `a`) makes no other language of a short text. */
const LEAD = 1.5;

let lexicon: Map<string, string[]> | undefined;

function languagesOf(word: string): readonly string[] | undefined {
  if (!lexicon) {
    lexicon = new Map();
    for (const [language, list] of Object.entries(FUNCTION_WORDS))
      for (const entry of list.split(' ')) lexicon.set(entry, [...(lexicon.get(entry) ?? []), language]);
  }
  return lexicon.get(word);
}

/** Function words of English alone, all others, and what is written in digits and is a word of no language. */
const FUNCTION = new WordFlags((word) => {
  if (word.charCodeAt(0) <= 57) return NUMBER;
  const languages = languagesOf(word);
  return languages ? (languages.length === 1 && languages[0] === 'en' ? ENGLISH : OTHER) : 0;
});
const ENGLISH = 1;
const OTHER = 2;
const NUMBER = 4;

/** A letter that Latin script does not have. */
const FOREIGN = /[\u0370-\u1fff\u2e80-\uffff]/;

/** The language that most letters of the text belong to by their script alone. */
function scriptOf(text: string): string | undefined {
  if (!FOREIGN.test(text)) return undefined;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return SCRIPTS.find(([script]) => {
    const count = text.match(script)?.length ?? 0;
    return count > 4 && count > letters * 0.5;
  })?.[1];
}

/**
 * The main language of the agent's own words, as ISO 639-1; `und` when there is too little text to tell. Counts function words, each shared one in part;
 * another language must be clearly ahead of English, because a false "not English" would switch most rules off.
 */
export function languageOf(draft: Draft): string {
  const prose = draft.segments.filter(({ role }) => role === 'salutation' || role === 'body' || role === 'closing');
  // Most texts show at a glance that they need not be cut up.
  const script =
    FOREIGN.test(draft.text) &&
    scriptOf(prose.map(({ span }) => draft.text.slice(span.start, Math.min(span.end, span.start + SAMPLE))).join(' '));
  if (script) return script;
  let english = 0;
  let words = 0;
  const shared: string[] = [];
  for (const { span } of prose) {
    const end = wordAt(draft.words, span.end);
    for (let at = wordAt(draft.words, span.start); at < end && words < SAMPLE; at += 1) {
      const flags = FUNCTION.at(draft.words, at);
      if (flags === NUMBER) continue;
      words += 1;
      if (flags === ENGLISH) english += 1;
      else if (flags === OTHER) shared.push(draft.words.norm[at]);
    }
  }
  if (words < ENOUGH_WORDS) return 'und';
  // If all the others were of one language, it would not be ahead: they need not be counted.
  if (shared.length <= Math.max(english * 1.5, english + LEAD) && english >= words * 0.05) return 'en';
  const others = new Map<string, number>();
  for (const word of shared) {
    const languages = languagesOf(word) ?? [];
    const part = 1 / languages.length;
    for (const language of languages)
      if (language === 'en') english += part;
      else others.set(language, (others.get(language) ?? 0) + part);
  }
  let best = 'en';
  let most = english;
  for (const [language, score] of others) {
    if (score > most && score > Math.max(english * 1.5, english + LEAD) && score >= words * 0.12) {
      best = language;
      most = score;
    }
  }
  if (best === 'en' && english < words * 0.05 && words > 12) return 'und';
  return best;
}

/** How far a language must be ahead of all others before a few words are said to be in it. */
const CLEAR = 2.5;

/** The language of a paragraph by its function words (folded); undefined where they leave a doubt. */
export function languageOfWords(words: readonly string[]): string | undefined {
  const scores = new Map<string, number>();
  for (const word of words) {
    const languages = languagesOf(word);
    for (const language of languages ?? []) scores.set(language, (scores.get(language) ?? 0) + 1 / languages!.length);
  }
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= Math.max(CLEAR, words.length * 0.15) && best[1] >= 2 * (second?.[1] ?? 0) + 1 ? best[0] : undefined;
}

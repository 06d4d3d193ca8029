import { Gap, inList, slice, verbForms, wordAt } from 'replylint/rule';
import type { Check, Fix, Hit, Look, Remark, Sentence, Span } from 'replylint/rule';
import { crowds, doubledMarks } from './exclamation.js';
import { emojiIn } from './emoji.js';
import { shoutsIn } from './shouting.js';

interface Limits extends Readonly<Record<string, unknown>> {
  /** Emoji that a reply to a complaint may hold. */
  readonly emoji: number;
  /** Items of slang that a reply may hold. */
  readonly slang: number;
}

/** Kinds of message that a smiling reply would belittle. */
const SERIOUS = new Set(['complaint', 'sensitive']);
/** Before a word of address: "thanks mate", "no worries hun". */
const GREETS = new Set(
  'hi hey hello thanks thank thx cheers sorry worries problem please ok okay alright you yes no bye dear my well morning afternoon evening ya there course welcome'.split(
    ' ',
  ),
);
/** Compounds whose second part is no address. */
const COMPOUND = new Set(
  'running soul team flat class room house first work stable travel travelling play check ship stale best true in the a your our my'.split(
    ' ',
  ),
);

/** Swearing, slang, address, shouting, rows of marks and emoji. Each kind is told once a sentence. */
const check: Check<Limits> = (look) => {
  const wording = words(look);
  return [...wording, ...marks(look), ...capitals(look), ...emoji(look)];
};

export default check;

/** Swearing always; slang beyond what the team allows, from the first item of a sentence to its last. */
function words(look: Look<Limits>): Remark[] {
  const { draft, language, options } = look;
  const remarks: Remark[] = [];
  const slang = new Map<Sentence, Span>();
  let allowed = options.slang;
  for (const hit of look.hits) {
    const sentence = language.sentenceAt(hit.span.start);
    if (!sentence || language.isMention(hit.span) || !isMeant(look, hit)) continue;
    if (hit.tag === 'profanity') {
      if (!remarks.some(({ span }) => span !== null && span.start <= hit.span.start && hit.span.end <= span.end))
        remarks.push({ span: hit.span });
      continue;
    }
    if (allowed > 0) {
      allowed -= 1;
      continue;
    }
    const sofar = slang.get(sentence);
    slang.set(sentence, sofar ? { start: Math.min(sofar.start, hit.span.start), end: Math.max(sofar.end, hit.span.end) } : hit.span);
  }
  for (const span of slang.values()) remarks.push({ span, message: `“${slice(draft.text, span)}” is slang or text-speak.` });
  return remarks;
}

/** Names, codes and other senses: "MSG", "Bloody Mary", "U-turn", "your running mate", "I'd love to". */
function isMeant({ draft }: Look<Limits>, hit: Hit): boolean {
  const { words: all, text } = draft;
  const { norm, gap } = all;
  const raw = slice(text, hit.span);
  if (gap[hit.from] & (Gap.hyphen | Gap.slash | Gap.other) || gap[hit.to] & (Gap.hyphen | Gap.slash)) return false;
  const next = norm[hit.to] ?? '';
  if (hit.tag === 'profanity') {
    if (norm[hit.from] === 'bloody' && next === 'mary') return false;
    return raw === raw.toLowerCase() || opensSentence(draft, hit.from) || raw === raw.toUpperCase();
  }
  // "mail about the totes", "400 totes": bags.
  if (norm[hit.from] === 'totes' && /^(?:the|your|our|my|these|those|of|\d+)$/.test(norm[hit.from - 1] ?? '')) return false;
  if (hit.tag === 'slang') {
    const short = hit.to === hit.from + 1;
    if (short && /^(?:u|ur|msg|smh|imo|imho|ppl|tmrw|nite)$/.test(norm[hit.from]))
      return raw === raw.toLowerCase() || (raw !== raw.toUpperCase() && opensSentence(draft, hit.from));
    return !short || raw === raw.toLowerCase() || opensSentence(draft, hit.from) || /^(?:LOL|OMG|PLZ|THX|LMAO)$/.test(raw);
  }
  return isAddress(draft, hit);
}

/** A word of address stands at the end of its phrase, behind a comma, a greeting or a word of thanks. "Love," over a name is a closing too warm for business. */
function isAddress({ words: all, text }: Look['draft'], hit: Hit): boolean {
  const { norm, gap } = all;
  const word = norm[hit.from];
  const before = norm[hit.from - 1] ?? '';
  const ends = hit.to >= all.length || (gap[hit.to] & ~Gap.closeQuote) !== 0;
  const raw = slice(text, hit.span);
  // "Darling, it is on its way."
  if (
    gap[hit.to] & Gap.comma &&
    /^(?:hun|hon|babe|babes|darling|sweetie|sweetheart|dude|bro|bruv|buddy|pal)$/.test(word) &&
    opens(gap, hit.from)
  )
    return true;
  if (!ends || COMPOUND.has(before)) return false;
  if (raw !== raw.toLowerCase()) return false;
  if (gap[hit.from] & Gap.comma)
    return word !== 'love' && word !== 'honey' && word !== 'chap'
      ? !(gap[hit.to] & Gap.comma && hit.to < all.length && /^(?:and|or|\w+s)$/.test(norm[hit.to] ?? ''))
      : (gap[hit.to] & Gap.stop) !== 0 && GREETS.has(before);
  if (gap[hit.from] & (Gap.stop | Gap.break | Gap.newline)) return false;
  if (GREETS.has(before)) return true;
  // "Thx for the msg mate.": behind a noun, at the end. "love" and its like are nouns there.
  return (
    word === 'mate' && (gap[hit.to] & (Gap.stop | Gap.newline | Gap.comma)) !== 0 && verbForms(before)?.forms.includes('base') !== true
  );
}

function opens(gap: ArrayLike<number>, at: number): boolean {
  return at === 0 || (gap[at] & (Gap.stop | Gap.blankLine)) !== 0;
}

function opensSentence({ sentences, words: all }: Look['draft'], index: number): boolean {
  return (
    (all.gap[index] & (Gap.stop | Gap.newline | Gap.blankLine | Gap.break)) !== 0 ||
    sentences.some(({ start }) => start === all.start[index])
  );
}

/** "!!", "?!", and more exclamation marks than the matter bears. */
function marks(look: Look<Limits>): Remark[] {
  const { draft, language } = look;
  const remarks: Remark[] = [];
  const thanks = language.kind.value === 'thanks';
  let last: Sentence | undefined;
  for (const at of doubledMarks(draft)) {
    const sentence = language.sentenceAt(at.start);
    if (!sentence || sentence === last || language.isMention(at)) continue;
    last = sentence;
    const mark = slice(draft.text, at).includes('?') ? '?' : thanks ? '!' : '.';
    remarks.push({
      span: withLastWord(look, at),
      fixes: [{ label: `write “${mark}”`, safety: 'safe', edits: [{ kind: 'text', span: at, text: mark }] }],
    });
  }
  if (remarks.length > 0) return remarks;
  const crowd = crowds(look, isSerious(look));
  return crowd
    ? [{ span: crowd, message: 'So many exclamation marks shout.', suggest: 'End most of these sentences with a full stop.' }]
    : [];
}

function withLastWord({ draft }: Look<Limits>, at: Span): Span {
  const index = wordAt(draft.words, at.start) - 1;
  return index >= 0 && draft.words.end[index] >= at.start - 1 ? { start: draft.words.start[index], end: at.end } : at;
}

function capitals(look: Look<Limits>): Remark[] {
  return shoutsIn(look).map((at) => ({ span: at, message: 'Capitals shout.', fixes: lowered(look, at) }));
}

/** Small words that no acronym is written like; IT and US are. */
const SMALL = new Set(
  'a we he she they them me my his her their at of on to by with from for so as or if be this that these those there here very'.split(' '),
);

/** Writes the ordinary words in lower case; acronyms and names keep their capitals. */
function lowered({ draft }: Look<Limits>, at: Span): readonly Fix[] {
  const { words: all, text } = draft;
  let quiet = '';
  let from = at.start;
  for (let i = wordAt(all, at.start); i < all.length && all.start[i] < at.end; i += 1) {
    const raw = text.slice(all.start[i], all.end[i]);
    const ordinary = SMALL.has(all.norm[i]) || inList('everyday-words', all.norm[i]) || verbForms(all.norm[i]) !== undefined;
    const first = i === wordAt(all, at.start) && opensSentence(draft, i);
    const written = ordinary ? (first ? raw[0] + raw.slice(1).toLowerCase() : raw.toLowerCase()) : raw;
    quiet += text.slice(from, all.start[i]) + written;
    from = all.end[i];
  }
  quiet += text.slice(from, at.end);
  return [{ label: 'write it in lower case', safety: 'unsafe', edits: [{ kind: 'text', span: at, text: quiet }] }];
}

/** A complaint or a sad matter: as given, or as the reply takes it. Where it only seemed one and nothing is regretted, a smile belittles nobody. */
function isSerious({ language }: Look<Limits>): boolean {
  if (!SERIOUS.has(language.kind.value)) return false;
  return language.kind.source === 'given' || language.apologies.length > 0 || language.empathy.length > 0 || language.refusals.length > 0;
}

/** Emoji beyond the brand's number; where nobody complained, one is always fine. */
function emoji(look: Look<Limits>): Remark[] {
  const { draft, language, options } = look;
  const allowed = isSerious(look) ? options.emoji : Math.max(1, options.emoji);
  const found = language.sentences.flatMap((sentence) => emojiIn(draft.text, sentence).filter((at) => !language.isMention(at)));
  return found.length > allowed ? [{ span: found[allowed], message: 'An emoji does not suit this reply.', suggest: 'Leave it out.' }] : [];
}

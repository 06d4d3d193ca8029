import { step, tokensAhead, unfold } from './graph.js';
import { parsePhrase } from './parse-phrase.js';
import type { Part } from './parse-phrase.js';
import type { Phrase } from './phrase.js';

/** The phrases of one rule, read and checked, as flat text that the build can write down: start-up unfolds only those that a draft may hold. */
export interface PhraseIndex {
  /** One line a phrase, empty where it could not be read: its tokens parted by spaces, `( … | … )` and `( … )?` around alternatives. */
  readonly phrases: string;
  /**
   * The numbers of the phrases that can begin with a token, parted by spaces. Behind a number may stand what must come second, as in `4:be,have`: a phrase
   * is unfolded when that comes too.
   */
  readonly firsts: Readonly<Record<string, string>>;
  /** Names of the word lists that the phrases speak of. */
  readonly lists: readonly string[];
}

/** Of more second tokens no list is kept: it would be longer than what it saves. */
const MOST_SECONDS = 16;

/** What is wrong with a phrase, by its index in the list. */
export interface PhraseProblem {
  readonly index: number;
  readonly message: string;
}

/** Reads phrases and notes what each can begin with. Phrases that cannot be read are told and left out. */
export function compilePhrases(phrases: readonly Phrase[]): { index: PhraseIndex; problems: PhraseProblem[] } {
  const firsts: Record<string, string> = Object.create(null);
  const lists = new Set<string>();
  const problems: PhraseProblem[] = [];
  const lines = phrases.map(({ text }, index) => {
    const parsed = parsePhrase(text);
    if ('error' in parsed) {
      problems.push({ index, message: parsed.error });
      return '';
    }
    const tokens = [...(parsed.atStart ? ['^'] : []), ...written(parsed.parts), ...(parsed.atEnd ? ['$'] : [])];
    const start = unfold(tokens.join(' '), 0, index);
    for (const token of new Set(openings(parsed.parts))) {
      const seconds = tokensAhead(step([start], token));
      const entry = seconds && seconds.size <= MOST_SECONDS ? `${index}:${[...seconds].join(',')}` : `${index}`;
      firsts[token] = firsts[token] === undefined ? entry : `${firsts[token]} ${entry}`;
    }
    for (const token of tokens.flatMap((each) => each.split('|'))) if (token.startsWith('@')) lists.add(token.slice(1));
    return tokens.join(' ');
  });
  return { index: { phrases: lines.join('\n'), firsts, lists: [...lists] }, problems };
}

function written(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    if (part.kind === 'words') return part.tokens;
    return ['(', ...part.of.flatMap((branch, i) => [...(i > 0 ? ['|'] : []), ...written(branch)]), part.optional ? ')?' : ')'];
  });
}

/** Every token that may come first. */
function openings(parts: readonly Part[]): string[] {
  const found: string[] = [];
  for (const part of parts) {
    if (part.kind === 'words') return [...found, ...part.tokens[0].split('|')];
    found.push(...part.of.flatMap(openings));
    if (!part.optional && !part.of.some(mayBeEmpty)) return found;
  }
  return found;
}

function mayBeEmpty(parts: readonly Part[]): boolean {
  return parts.every((part) => part.kind === 'choice' && (part.optional || part.of.some(mayBeEmpty)));
}

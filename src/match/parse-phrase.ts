import { isVerb, formsOf, listNames } from '../lexicon/index.js';
import { didYouMean } from '../text/nearest.js';
import { splitWords } from '../text/words.js';

/** One way to say a phrase: its tokens in order, and whether it is tied to the start or the end of a sentence. */
export interface Sequence {
  /** Folded words, `<lemma`, `@list`, `#` and `...`; `a|b` for a choice of single ones. */
  readonly tokens: readonly string[];
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/** The sequences a phrase stands for, or what is wrong with it. */
export type ParsedPhrase = { readonly sequences: readonly Sequence[] } | { readonly error: string };

/** A gap stands for up to this many words. */
export const GAP_WORDS = 6;
const MOST_SEQUENCES = 500;
/** Each gap multiplies the ways to walk on; three keep the walk linear with a small factor. */
const MOST_GAPS = 3;
const TOKEN = /\s+|\.{3}|…|[()|?^$#]|@[A-Za-z0-9_-]*|<[^>\s]*>?|[^\s()|?^$#@<…]+/g;

class PhraseError extends Error {}

type Node =
  | { readonly kind: 'words'; readonly tokens: readonly string[] }
  | { readonly kind: 'choice'; readonly of: readonly Node[][]; readonly optional: boolean };

/** Reads a phrase of the phrase language (docs/phrases.md) and expands its choices. Lists, verbs, numbers and gaps stay tokens. */
export function parsePhrase(text: string): ParsedPhrase {
  try {
    return { sequences: expandPhrase(text) };
  } catch (error) {
    if (error instanceof PhraseError) return { error: error.message };
    throw error;
  }
}

function expandPhrase(text: string): Sequence[] {
  const tokens = text.match(TOKEN)?.filter((token) => token.trim() !== '') ?? [];
  let at = 0;

  const alternatives = (depth: number): Node[][] => {
    const found: Node[][] = [[]];
    for (; at < tokens.length; at += 1) {
      const token = tokens[at];
      const nodes = found[found.length - 1];
      if (token === ')') {
        if (depth === 0) throw new PhraseError('a ")" has no "("');
        return found;
      }
      if (token === '|') {
        if (depth === 0) throw new PhraseError('put alternatives in brackets: (a|b)');
        found.push([]);
      } else if (token === '(') {
        at += 1;
        const of = alternatives(depth + 1);
        if (tokens[at] !== ')') throw new PhraseError('a "(" has no ")"');
        const optional = tokens[at + 1] === '?';
        if (optional) at += 1;
        if (of.some((branch) => branch.length === 0))
          throw new PhraseError('an alternative is empty; write (a|b)? for words that may be left out');
        nodes.push({ kind: 'choice', of, optional });
      } else nodes.push({ kind: 'words', tokens: readToken(token) });
    }
    return found;
  };

  const atStart = tokens[0] === '^';
  const atEnd = tokens[tokens.length - 1] === '$';
  if (atEnd) tokens.pop();
  if (atStart) at = 1;
  const [nodes] = alternatives(0);
  return expand(nodes).map((sequence) => checked({ tokens: sequence, atStart, atEnd }));
}

function readToken(token: string): readonly string[] {
  if (token === '^') throw new PhraseError('"^" may only begin a phrase');
  if (token === '$') throw new PhraseError('"$" may only end a phrase');
  if (token === '?') throw new PhraseError('"?" may only follow a bracket: (word)?');
  if (token === '...' || token === '…') return ['...'];
  if (token === '#' || token === '@number') return ['#'];
  if (token.startsWith('@')) {
    const name = token.slice(1);
    if (!listNames().includes(name)) throw new PhraseError(`there is no word list @${name}${didYouMean(name, listNames())}`);
    return [token];
  }
  if (token.startsWith('<')) {
    const lemma = /^<([a-z]+)>$/.exec(token)?.[1];
    if (lemma === undefined) throw new PhraseError(`"${token}" is no verb: write its dictionary form in lower case, such as <send>`);
    if (!isVerb(lemma))
      throw new PhraseError(`the verb <${lemma}> is not in the verb table; write its forms: (${formsOf(lemma).join('|')})`);
    return [`<${lemma}`];
  }
  const words = splitWords(token).norm;
  if (words.length === 0) throw new PhraseError(`"${token}" holds no word`);
  return words;
}

function expand(nodes: readonly Node[]): string[][] {
  let sequences: string[][] = [[]];
  for (const node of nodes) {
    if (node.kind === 'words') {
      for (const sequence of sequences) sequence.push(...node.tokens);
      continue;
    }
    const branches = merged(node.of.flatMap((branch) => expand(branch)));
    if (node.optional) branches.push([]);
    sequences = sequences.flatMap((sequence) => branches.map((branch) => [...sequence, ...branch]));
    if (sequences.length > MOST_SEQUENCES)
      throw new PhraseError(`it stands for more than ${MOST_SEQUENCES} sequences of words; split it, or use a word list`);
  }
  return sequences;
}

/** The branches with those of one token made one: choices of words multiply nothing then. */
function merged(branches: readonly string[][]): string[][] {
  const single = branches.filter((branch) => branch.length === 1 && branch[0] !== '...').map(([token]) => token);
  if (single.length < 2) return [...branches];
  return [[single.join('|')], ...branches.filter((branch) => branch.length !== 1 || branch[0] === '...')];
}

function checked(sequence: Sequence): Sequence {
  const { tokens } = sequence;
  if (tokens.length === 0) throw new PhraseError('it can match no word at all');
  if (tokens[0] === '...' || tokens[tokens.length - 1] === '...') throw new PhraseError('a gap "..." needs words on both sides');
  const gaps = tokens.filter((token) => token === '...').length;
  if (gaps > MOST_GAPS) throw new PhraseError(`it holds more than ${MOST_GAPS} gaps`);
  if (tokens.some((token, i) => token === '...' && tokens[i + 1] === '...')) throw new PhraseError('two gaps follow each other');
  return sequence;
}

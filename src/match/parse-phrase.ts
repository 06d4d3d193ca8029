import { isVerb, formsOf, listNames } from '../lexicon/index.js';
import { didYouMean } from '../text/nearest.js';
import { splitWords } from '../text/words.js';

/** A part of a phrase, as a {@link ParsedPhrase} holds it: tokens that follow each other, or alternatives, one of which stands there. */
export type Part =
  /** Folded words, `<lemma`, `@list`, `#` and `...`; `a|b` for a choice of single ones. */
  | { readonly kind: 'words'; readonly tokens: readonly string[] }
  | { readonly kind: 'choice'; readonly of: readonly (readonly Part[])[]; readonly optional: boolean };

/** What a phrase says, and whether it is tied to the start or the end of a sentence; or what is wrong with it. */
export type ParsedPhrase =
  { readonly parts: readonly Part[]; readonly atStart: boolean; readonly atEnd: boolean } | { readonly error: string };

/** A gap stands for up to this many words. */
export const GAP_WORDS = 6;
/** Each gap multiplies the ways to walk on; three keep the walk linear with a small factor. */
const MOST_GAPS = 3;
/** So does each number, which may be of one to three words. */
const MOST_NUMBERS = 4;
/** Brackets in brackets, and signs and words of one phrase. */
const MOST_DEPTH = 20;
const MOST_TOKENS = 500;
const TOKEN = /\s+|\.{3}|…|[()|?^$#]|@[A-Za-z0-9_-]*|<[^>\s]*>?|[^\s()|?^$#@<…]+/g;

class PhraseError extends Error {}

/** Reads a phrase of the phrase language (docs/phrases.md). Lists, verbs, numbers and gaps stay tokens. */
export function parsePhrase(text: string): ParsedPhrase {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof PhraseError) return { error: error.message };
    throw error;
  }
}

function read(text: string): ParsedPhrase {
  const tokens = text.match(TOKEN)?.filter((token) => token.trim() !== '') ?? [];
  let at = 0;
  if (tokens.length > MOST_TOKENS) throw new PhraseError(`it is longer than ${MOST_TOKENS} words and signs`);

  const alternatives = (depth: number): Part[][] => {
    if (depth > MOST_DEPTH) throw new PhraseError(`its brackets are nested deeper than ${MOST_DEPTH} levels`);
    const found: Part[][] = [[]];
    for (; at < tokens.length; at += 1) {
      const token = tokens[at];
      const parts = found[found.length - 1];
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
        parts.push({ kind: 'choice', of: merged(of), optional });
      } else parts.push({ kind: 'words', tokens: readToken(token) });
    }
    return found;
  };

  const atStart = tokens[0] === '^';
  const atEnd = tokens[tokens.length - 1] === '$';
  if (atEnd) tokens.pop();
  if (atStart) at = 1;
  const [parts] = alternatives(0);
  check(parts);
  return { parts, atStart, atEnd };
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
  // A short form that stands alone belongs to what is before it: "(seller|carrier) 's problem".
  const clitic = /^(?:['’](?:s|ll|re|ve|m|d)|n['’]t)$/i.test(token);
  const words = clitic ? splitWords(`do${token}`).norm.slice(1) : splitWords(token).norm;
  if (words.length === 0) throw new PhraseError(`"${token}" holds no word`);
  return words;
}

/** The branches, with those of one token made one. */
function merged(branches: readonly (readonly Part[])[]): readonly (readonly Part[])[] {
  const token = (branch: readonly Part[]): string | undefined => {
    const [part] = branch;
    return branch.length === 1 && part.kind === 'words' && part.tokens.length === 1 && part.tokens[0] !== '...'
      ? part.tokens[0]
      : undefined;
  };
  const single = branches.map(token).filter((one) => one !== undefined);
  if (single.length < 2) return branches;
  return [[{ kind: 'words', tokens: [single.join('|')] }], ...branches.filter((branch) => token(branch) === undefined)];
}

/** What can be said of every way to read some parts. */
interface Shape {
  /** They may stand for no word at all. */
  readonly empty: boolean;
  /** They may begin, end with a gap. */
  readonly opensWithGap: boolean;
  readonly endsWithGap: boolean;
  /** Most gaps in one way to read them. */
  readonly gaps: number;
  /** Most numbers in one way to read them. */
  readonly numbers: number;
  /** Two gaps may follow each other. */
  readonly double: boolean;
}

const NOTHING: Shape = { empty: true, opensWithGap: false, endsWithGap: false, gaps: 0, numbers: 0, double: false };

function check(parts: readonly Part[]): void {
  const shape = shapeOf(parts);
  if (shape.empty) throw new PhraseError('it can match no word at all');
  if (shape.opensWithGap || shape.endsWithGap) throw new PhraseError('a gap "..." needs words on both sides');
  if (shape.gaps > MOST_GAPS) throw new PhraseError(`it holds more than ${MOST_GAPS} gaps`);
  if (shape.numbers > MOST_NUMBERS) throw new PhraseError(`it holds more than ${MOST_NUMBERS} numbers`);
  if (shape.double) throw new PhraseError('two gaps follow each other');
}

function shapeOf(parts: readonly Part[]): Shape {
  return parts.map(partShape).reduce(
    (a, b) => ({
      empty: a.empty && b.empty,
      opensWithGap: a.opensWithGap || (a.empty && b.opensWithGap),
      endsWithGap: b.endsWithGap || (b.empty && a.endsWithGap),
      gaps: a.gaps + b.gaps,
      numbers: a.numbers + b.numbers,
      double: a.double || b.double || (a.endsWithGap && b.opensWithGap),
    }),
    NOTHING,
  );
}

function partShape(part: Part): Shape {
  if (part.kind === 'words') {
    const gap = part.tokens[0] === '...';
    const numbers = part.tokens.filter((token) => token.split('|').includes('#')).length;
    return { empty: false, opensWithGap: gap, endsWithGap: gap, gaps: gap ? 1 : 0, numbers, double: false };
  }
  const branches = part.of.map(shapeOf);
  return {
    empty: part.optional || branches.some((one) => one.empty),
    opensWithGap: branches.some((one) => one.opensWithGap),
    endsWithGap: branches.some((one) => one.endsWithGap),
    gaps: Math.max(...branches.map((one) => one.gaps)),
    numbers: Math.max(...branches.map((one) => one.numbers)),
    double: branches.some((one) => one.double),
  };
}

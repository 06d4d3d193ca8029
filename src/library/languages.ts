import type { Draft } from '../draft/draft.js';
import { languageOfWords } from '../language/message/language-of.js';
import type { Span } from '../text/span.js';
import { wordAt } from '../text/words.js';

/** A stretch in one language. */
export interface Stretch {
  readonly language: string;
  readonly span: Span;
  readonly words: number;
}

/** Words that a paragraph needs before its language can be told for sure. */
const ENOUGH = 8;

/** The languages of a draft's paragraphs, as far as they can be told, the one with the most words first. Quoted words and code are left out. */
export function languagesIn({ text, words, segments, blocks }: Draft): Stretch[] {
  const byLanguage = new Map<string, Stretch>();
  for (const { span } of paragraphs(
    text,
    blocks.map((block) => block.span),
  )) {
    const own = segments.some(({ role, span: zone }) => role === 'body' && zone.start < span.end && span.start < zone.end);
    if (!own) continue;
    const [from, to] = [wordAt(words, span.start), wordAt(words, span.end)];
    if (to - from < ENOUGH) continue;
    const language = languageOfWords(words.norm.slice(from, to));
    if (!language) continue;
    const known = byLanguage.get(language);
    byLanguage.set(language, { language, span: known?.span ?? span, words: (known?.words ?? 0) + to - from });
  }
  return [...byLanguage.values()].sort((a, b) => b.words - a.words);
}

/** Blocks, and the paragraphs in them. */
function* paragraphs(text: string, blocks: readonly Span[]): Generator<{ span: Span }> {
  for (const { start, end } of blocks) {
    let from = start;
    for (const match of text.slice(start, end).matchAll(/\n\s*\n/g)) {
      yield { span: { start: from, end: start + match.index } };
      from = start + match.index + match[0].length;
    }
    yield { span: { start: from, end } };
  }
}

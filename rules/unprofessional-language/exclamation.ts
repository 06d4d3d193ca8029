import type { Look, Span } from 'replylint/rule';

/** A crowd is more than two exclamation marks in under 60 words. */
const MANY = 3;
const STRETCH = 60;

/** Runs of two marks or more (`!!`, `??`, `?!`) in the sentences of a draft, behind a word. Linear. */
export function* doubledMarks({ text, sentences }: Look['draft']): Iterable<Span> {
  for (const sentence of sentences) {
    let at = sentence.start;
    while (at < sentence.end) {
      if (!isMark(text[at])) {
        at += 1;
        continue;
      }
      const start = at;
      while (at < sentence.end && isMark(text[at])) at += 1;
      // Signs of a program (`a !== b`) and of a slot (`??` alone) are none of prose.
      if (at - start > 1 && /[^\s!#-&*-/:-@[\\^`{-~]/.test(text[start - 1] ?? ' ') && !/[=\w]/.test(text[at] ?? ' '))
        yield { start, end: at };
    }
  }
}

/**
 * From the first to the last of the exclaimed sentences that stand too close: three in under 60 words where somebody complained. Elsewhere one a sentence is
 * friendly (RULES §5).
 */
export function crowds({ draft, language }: Look, serious: boolean): Span | undefined {
  const { text } = draft;
  const exclaimed = language.sentences.filter(
    (sentence) => endsWithBang(text, sentence) && !language.isMention({ start: sentence.end - 1, end: sentence.end }),
  );
  const words = language.sentences.reduce((sum, { from, to }) => sum + to - from, 0);
  if (!serious && (exclaimed.length <= MANY || exclaimed.length * STRETCH <= words)) return undefined;
  for (let i = 0; i + MANY <= exclaimed.length; i += 1) {
    const [first, last] = [exclaimed[i], exclaimed[i + MANY - 1]];
    if (last.to - first.to < STRETCH) return { start: first.start, end: last.end };
  }
  return undefined;
}

function isMark(sign: string): boolean {
  return sign === '!' || sign === '?' || sign === '！' || sign === '？';
}

function endsWithBang(text: string, { start, end }: Span): boolean {
  let at = end;
  while (at > start && /[\s"'”’)*_]/.test(text[at - 1])) at -= 1;
  return text[at - 1] === '!';
}

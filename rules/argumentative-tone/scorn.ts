import type { Hit, Look, Sentence, Span } from 'replylint/rule';

/** Tags of phrases that sneer only in a certain company. */
export const SCORN = new Set(['funny', 'hurry', 'precious', 'wonder', 'surprise', 'mystery', 'evident']);
/** Whoever is meant when we are not. */
const MEANT = /^(?:you|your|yourself|somebody|someone|anyone|anybody|people|customers|guests|before|worth)$/;
const OWN = /^(?:we|our|us|i|my|me|ourselves|myself)$/;
/** Whose doing the writer may wonder at with the customer. */
const OTHERS = /^(?:courier|driver|carrier|airline|supplier|manufacturer|bank|company|they|he|she|system|page|firm)$/;

/** "Funny how these things get missed", "there are night shops for people who cannot wait", "one wonders what stopped you": a truth put as a rebuff. */
export function scorns(look: Look, hit: Hit, sentence: Sentence): Span | undefined {
  const { norm, gap, end } = look.draft.words;
  const before = norm.slice(sentence.from, hit.from);
  const after = norm.slice(hit.to, sentence.to);
  const rest = { start: hit.span.start, end: end[sentence.to - 1] };
  const complained = /^(?:complaint|problem)$/.test(look.language.kind.value ?? '');
  switch (hit.tag) {
    case 'funny':
      // "funny how much we missed", "it is not funny how".
      // "I'm curious how it does with you" wants to know.
      if (norm[hit.from] === 'curious' && before.some((word) => OWN.test(word))) return undefined;
      if (/^(?:much|many|often|quickly|well|little|long|you|we|i|our|my|your)$/.test(after[0] ?? '')) return undefined;
      return before.includes('not') || after.some((word) => OWN.test(word)) ? undefined : rest;
    case 'hurry':
      return complained && !before.some((word) => OWN.test(word)) && !after.some((word) => OWN.test(word)) && opens(norm, sentence)
        ? whole(look, sentence)
        : undefined;
    case 'precious':
      return before[0] === 'if' &&
        after.some((word) => /^(?:perhaps|maybe|might|may|other)$/.test(word)) &&
        !after.some((word) => OWN.test(word))
        ? whole(look, sentence)
        : undefined;
    case 'wonder':
      return (after.some((word) => MEANT.test(word)) || before.includes('which')) &&
        ![...before, ...after].some((word) => OWN.test(word)) &&
        !after.some((word) => OTHERS.test(word))
        ? rest
        : undefined;
    case 'surprise': {
      if (norm[hit.from] === 'what') {
        const alone = gap[hit.to] !== 0 && /[:,]/.test(look.draft.text[hit.span.end] ?? '');
        return (alone || /^(?:well|oh)$/.test(before[0] ?? '')) &&
          complained &&
          !after.some((word) => /^(?:we|our|us)$/.test(word)) &&
          !before.includes('must')
          ? rest
          : undefined;
      }
      // "… so that it doesn't come as a surprise": to spare them one.
      if (before.some((word, k) => word === 'so' && /^(?:that|it|this|nothing)$/.test(before[k + 1] ?? ''))) return undefined;
      // "I can see why it came as a shock": with them.
      if (before.some((word, k) => word === 'why' && /^(?:see|understand|know|imagine|appreciate)$/.test(before[k - 1] ?? '')))
        return undefined;
      const doubted = before.some((word) => /^(?:not|hardly|never|none|why|cannot|scarcely)$/.test(word));
      // "It will not come as a surprise that you are owed a refund": said with them.
      const theirs = after[0] === 'that' && /^(?:you|your)$/.test(after[1] ?? '');
      const sided =
        after.some((word) => /^(?:angry|upset|sorry|disappointed|refund)$/.test(word)) ||
        before.some((word) => /^(?:sorry|sure)$/.test(word));
      return doubted && !theirs && (!sided || before.includes('not')) && !before.includes('sorry')
        ? clauseOf(look, hit, sentence)
        : undefined;
    }
    case 'mystery':
      return /^(?:how|why|what|where)$/.test(before[0] ?? '') && before.slice(1, 3).includes('you') ? whole(look, sentence) : undefined;
    default:
      // "It has only been on every bill since 2019, so it should not be hard to spot."
      return after.includes('so') && after.includes('not') && after.some((word) => /^(?:hard|difficult|tricky|miss)$/.test(word))
        ? whole(look, sentence)
        : undefined;
  }
}

/** "There is a drive-through …", "you will find night shops …". */
function opens(norm: readonly string[], { from }: Sentence): boolean {
  return norm[from] === 'there' || norm[from] === 'that' || (norm[from] === 'you' && norm[from + 2] === 'find');
}

function whole({ draft }: Look, sentence: Sentence): Span {
  return { start: sentence.start, end: draft.words.end[sentence.to - 1] };
}

/** From the doubt to the word. */
function clauseOf({ draft, language }: Look, hit: Hit, sentence: Sentence): Span {
  const clause = language.clauseAt(hit.from);
  const doubt = clause && language.clauses[clause.index - 1];
  const from =
    doubt?.sentence === sentence.index && doubt.negated && doubt.subject?.actor === 'own' ? doubt.start : (clause?.start ?? hit.span.start);
  return { start: from, end: draft.words.end[hit.to - 1] };
}

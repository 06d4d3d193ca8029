import type { Draft, Role, Segment, Turn } from '../../src/draft/draft.js';
import type { Remark, Rule } from '../../src/rule/rule.js';
import { mapOf } from '../text/runs.js';
import { splitSentences } from '../../src/text/sentences.js';
import type { Span } from '../../src/text/span.js';
import { stringMap } from '../../src/text/string-map.js';
import { splitWords } from '../../src/text/words.js';

/** A draft of zones that are given, not worked out: `[role, text]` each. */
export function makeDraft(zones: readonly (readonly [Role, string])[], over: Partial<Draft> = {}): Draft {
  const text = zones.map(([, words]) => words).join('');
  const segments: Segment[] = [];
  for (const [role, words] of zones) {
    const start = segments.at(-1)?.span.end ?? 0;
    segments.push({ role, span: { start, end: start + words.length } });
  }
  const prose = segments.filter(({ role }) => ['salutation', 'body', 'closing'].includes(role));
  return {
    id: 'reply.txt',
    mode: 'draft',
    channel: 'email',
    surface: 'plain',
    text,
    segments,
    sentences: prose.flatMap(({ span }) => splitSentences(text, span.start, span.end)),
    words: splitWords(text),
    styles: [],
    links: [],
    blocks: [],
    vocatives: [],
    customerNames: [],
    givenKind: 'complaint',
    earlier: [],
    map: stringMap('reply.txt', text, mapOf([{ text: 0, length: text.length, source: 0, sourceLength: text.length, step: 1 }])),
    ...over,
  };
}

export function makeTurn(text: string): Turn {
  return { text, words: splitWords(text), sentences: splitSentences(text), names: [], source: 'option' };
}

/** Where `words` stand in a draft. */
export function at(draft: Pick<Draft, 'text'>, words: string): Span {
  const start = draft.text.indexOf(words);
  if (start < 0) throw new Error(`no "${words}" in the draft`);
  return { start, end: start + words.length };
}

/** A rule that marks every occurrence of the given words, or what `check` says. */
export function makeRule(id: string, mark: string | ((draft: Draft) => Iterable<Remark>), over: Partial<Rule> = {}): Rule {
  return {
    id,
    title: id,
    message: `${id} spoke`,
    why: 'it matters',
    suggest: 'write better',
    advice: [],
    sources: [],
    category: 'tone',
    severity: 'warning',
    weight: 10,
    density: false,
    variants: {},
    modes: ['draft', 'template'],
    kinds: ['complaint', 'problem', 'question', 'thanks', 'suggestion', 'proactive', 'sensitive', 'unknown'],
    absence: false,
    anyLanguage: false,
    scope: ['salutation', 'body', 'closing'],
    phrases: [],
    options: {},
    yieldsTo: [],
    examples: { bad: [], good: [] },
    *check({ draft }) {
      if (typeof mark !== 'string') yield* mark(draft);
      else
        for (const found of draft.text.matchAll(new RegExp(mark, 'g')))
          yield { span: { start: found.index, end: found.index + mark.length } };
    },
    ...over,
  };
}

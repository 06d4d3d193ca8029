import { listed } from '../../lexicon/index.js';
import type { Grammar } from '../grammar/grammar.js';
import type { Sentence } from '../reading.js';
import { rhetoricalByFirst } from './rhetorical-openings.js';
import { carriesTopic } from './topic.js';

const NEGATIVE_EVALUATION = listed('negative-evaluation');
/** Words of anger that judge in a question alone. */
const ANGRY = new Set('suck sucks miserable torture insane madness insist'.split(' '));

/** Whether the question of `from`…`to` only sounds like one. */
export function isRhetorical(grammar: Grammar, sentence: Sentence, from: number, to: number): boolean {
  const { words, text } = grammar;
  const { norm } = words;
  for (const at of [from, from + 1])
    if (at === from || norm[from] === 'and' || norm[from] === 'so')
      for (const phrase of rhetoricalByFirst().get(norm[at]) ?? [])
        if (opensWith(norm, at, phrase.split(' ')) && !isPlain(grammar, phrase, at)) return true;
  // Anger asks for no information: "Why is your service so awful?", "what is going on??!"
  for (let i = from; i < to; i += 1)
    if (
      ANGRY.has(norm[i]) ||
      (NEGATIVE_EVALUATION.at(words, i) && !/^(?:late|cold|broken|dated|slow|basic)$/.test(norm[i]) && !asksOfState(norm, from, i))
    )
      return true;
  if (isCleft(grammar, from, to) && !text.slice(words.start[from], sentence.end).includes('?')) return true;
  const tail = text.slice(words.end[to - 1], sentence.end);
  if (/!/.test(tail)) return true;
  // "Why do you always …", "why does it happen every flight", "why spend more"
  if (
    norm[from] === 'why' &&
    (norm.slice(from, to).some((word) => /^(?:always|never|ever|even|so|such|bother|continue|keep|every)$/.test(word)) ||
      proposes(norm, from) ||
      ofPeople(norm, from) ||
      urgesAll(grammar, from, to))
  )
    return true;
  // "How is this not known in advance?", "are bags supposed to come out last?": reproach.
  for (let i = from + 1; i < to; i += 1)
    if (
      norm[i] === 'supposed' ||
      norm[i] === 'even' ||
      norm[i] === 'ever' ||
      (norm[i] === 'not' && i < from + 5 && !/^(?:what|which|if|whether|why)$/.test(norm[from])) ||
      (norm[i] === 'no' && norm[i + 1] === 'longer')
    )
      return true;
  return !carriesAny(grammar, from, to) && to - from <= 3 && !isElliptic(norm, from, to);
}

/** "What bothers me is the smell", "what was most surprising is the price": told, not asked. */
function isCleft({ words: { norm }, tags }: Grammar, from: number, to: number): boolean {
  if (norm[from] !== 'what') return false;
  const be = /^(?:is|are|was|were|'s)$/;
  if (be.test(norm[from + 1])) {
    for (let i = from + 2; i < Math.min(from + 5, to); i += 1) {
      if (be.test(norm[i])) return i > from + 2;
      if (/^(?:pronoun|preposition)$/.test(tags.pos[i] ?? '') || /^(?:the|a|an|your|my|our|this|that)$/.test(norm[i])) return false;
    }
    return false;
  }
  const told = tags.pos[from + 1] === 'verb' || /^(?:me|us|him|her|them)$/.test(norm[from + 2] ?? '');
  if (!told && !/^(?:i|we|you|they|he|she)$/.test(norm[from + 1] ?? '')) return false;
  for (let i = from + 2; i < Math.min(from + 8, to - 1); i += 1)
    if (be.test(norm[i])) return !/^(?:if|whether|when|where|why|who|how|which)$/.test(norm[i + 1] ?? '');
  return false;
}

/** "Is the prescription wrong?", "can I eat it if it is stale?": plainly asked of a thing, of nobody's ways. */
function asksOfState(norm: readonly string[], from: number, at: number): boolean {
  if (
    !/^(?:is|are|can|do|does|will|could|should)$/.test(norm[from]) ||
    !/^(?:i|we|it|the|this|these|they|there)$/.test(norm[from + 1] ?? '')
  )
    return false;
  return !norm.slice(from, at).some((word) => /^(?:so|such|really|always|this|that|too|how|your|service|you)$/.test(word));
}

/** "How long?", "which one?", "where?", "why?": asks of what was told before. */
function isElliptic(norm: readonly string[], from: number, to: number): boolean {
  if (to - from === 1) return /^(?:when|where|who|why)$/.test(norm[from]);
  if (norm[from] === 'when') return to - from === 2 && /^(?:back|again|then|exactly|roughly)$/.test(norm[from + 1]);
  if (norm[from] === 'how') return to - from === 2 && /^(?:long|much|many|soon|far)$/.test(norm[from + 1]);
  return norm[from] === 'which' && /^(?:one|ones)$/.test(norm[from + 1]);
}

/** Whether a why-question may be a reproach as well: "why can't I get on?", "why is there still no gate?", "why do you only take cash?" */
export function mayReproach({ words: { norm } }: Grammar, from: number, to: number): boolean {
  if (norm[from] === 'why') return to - from === 1 || norm.slice(from, to).some((word) => /^(?:not|still|only)$/.test(word));
  // "Do you stand by your work or not?"
  return norm[from] === 'do' && norm[to - 1] === 'not' && norm[to - 2] === 'or';
}

/** "Why do people do this?": of nobody here. */
function ofPeople(norm: readonly string[], from: number): boolean {
  return (
    /^(?:people|folks|everyone|everybody|anyone|anybody|airlines|companies|hotels)$/.test(norm[from + 2] ?? '') ||
    norm[from + 1] === 'people'
  );
}

/** "Why not offer it?", "why don't you just say so?" */
function proposes(norm: readonly string[], from: number): boolean {
  return (
    norm[from + 1] === 'not' ||
    (/^(?:do|would|could)$/.test(norm[from + 1] ?? '') && norm[from + 2] === 'not' && /^(?:you|they|we|u)$/.test(norm[from + 3] ?? ''))
  );
}

/** "Why spend more than you need?": said to everybody, and asked of nobody. */
function urgesAll({ words: { norm }, tags }: Grammar, from: number, to: number): boolean {
  return (
    tags.pos[from + 1] === 'verb' &&
    tags.form[from + 1] === 'base' &&
    !norm.slice(from, to).some((word) => /^(?:i|me|my|we|us|our)$/.test(word))
  );
}

/** The phrase stands at `at`; "what's" is "what is". */
function opensWith(norm: readonly string[], at: number, phrase: readonly string[]): boolean {
  for (let n = 0; n < phrase.length; n += 1) if (norm[at + n] !== phrase[n] && !(phrase[n] === 'is' && norm[at + n] === "'s")) return false;
  return true;
}

/** Some openings are rhetorical only in front of the accused: "how do you reset it?" asks, "how do you sleep at night?" does not. */
function isPlain({ words }: Grammar, phrase: string, at: number): boolean {
  const { norm } = words;
  if (phrase === 'would you' && norm.slice(at + 3, at + 5).includes('your')) return false;
  if (phrase === 'would you') return !/^(?:like|believe|want|accept|be|pay|say)$/.test(norm[at + 2] ?? '');
  if (phrase === 'how do you')
    return !/^(?:sleep|justify|expect|think|explain|do|feel|lose|forget|manage|run|let|allow|keep|not)$/.test(norm[at + 3] ?? '');
  // "What are you doing about the queues?"
  if (phrase === 'what are you')
    return (
      (norm[at + 3] === 'doing' && /^(?:about|to|for|with)$/.test(norm[at + 4] ?? '')) ||
      (norm[at + 3] === 'going' && norm[at + 5] === 'do')
    );
  if (phrase === 'where is the')
    return !/^(?:logic|sense|justice|respect|love|service|fairness|fun|care|customer|compassion)$/.test(norm[at + 3] ?? '');
  if (phrase === 'do i have to' || phrase === 'do we have to')
    return !/^(?:wait|chase|beg|call|ring|keep|listen)$/.test(norm[at + 4] ?? '');
  if (phrase === 'what the') return !/^(?:hell|heck|fuck|f|actual|devil|blazes)$/.test(norm[at + 2] ?? '');
  if (phrase === 'how can you') return /^(?:help|tell|see|use)$/.test(norm[at + 3] ?? '');
  if (phrase === 'would i') return !/^(?:return|recommend|go|stay|come|use|buy|visit|ever)$/.test(norm[at + 2] ?? '');
  return false;
}

function carriesAny(grammar: Grammar, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (carriesTopic(grammar, i)) return true;
  return false;
}

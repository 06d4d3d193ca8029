import type { Grammar } from '../grammar/grammar.js';
import type { Clause } from '../reading.js';
import { questionParts } from '../question/parts.js';
import { countTold, isMoved, type ToldCues } from './clauses.js';
import { sayings } from './sayings.js';
import { countNamed, lifeEvents, type NamedCues } from './events.js';
import { helpThanked } from './help.js';
import { troubleMadeGood } from './made-good.js';
import { judge, type Judgement } from './judgement.js';
import { countPhrases } from './signals.js';
import { moodSigns, type MoodSigns } from './signs.js';

/** What is counted in the customer's words, besides what they say, judge, tell and name. */
interface Shape {
  /** Questions and requests that want an answer. */
  readonly questions: number;
  /** Whether they come to it at once. */
  readonly asksFirst: number;
  /** Share of the sentences that ask. */
  readonly asking: number;
  readonly life: number;
  /** How much they have to say. */
  readonly wordiness: number;
  /** Their first word answers something that was said before. */
  readonly replying: number;
  readonly thankful: number;
  /** Thanks for our help. */
  readonly helped: number;
  /** Praise and thanks that mean the opposite. */
  readonly ironic: number;
}

/** A cue in the customer's words. */
export type CustomerCue = keyof ReturnType<typeof sayings>['none'] | keyof (Judgement & ToldCues & NamedCues & MoodSigns & Shape);

/** What is said of a thing that was helped with is no complaint. */
const COMPLAINING: ReadonlySet<string> = new Set(['chasing', 'expected', 'reproached', 'forced', 'repeated', 'demanded']);

/** Counts, by words, clauses and sentences, what tells kinds of message apart. The cues come in several records, each cue in one of them. */
export function cuesOf(grammar: Grammar): readonly Readonly<Partial<Record<CustomerCue, number>>>[] {
  const { words, text, clauses } = grammar;
  const madeGood = troubleMadeGood(grammar);
  const helped = madeGood ? [...helpThanked(grammar), madeGood] : helpThanked(grammar);
  const excused = (i: number): boolean => helped.some(({ from, to }) => i >= from && i < to);
  const said = countPhrases(words, sayings(), (name, i) => !(COMPLAINING.has(name) && excused(i)) && isMeant(words.norm, name, i));
  // "The heating doesn't come on any more" urges nobody.
  for (const clause of clauses) if (comesOn(grammar, clause)) said.chasing -= 1;
  const told = countTold(grammar, excused);
  const named = countNamed(grammar, excused);
  const signs = moodSigns(text);
  const judged = judge(grammar, excused);
  const troubled = judged.negative + named.failed + named.lasted + told.harmed + said.expected + signs.scornTags + signs.angry > 0;
  // Who scorns praises nothing: "Nothing like a night at the gate! Thanks #fail".
  const ironic =
    named.mocked > 0 || (said.scorned > 0 && troubled) || (signs.scornTags > 0 && judged.negative === 0 && helped.length === 0);
  if (ironic) {
    said.praise = 0;
    named.thanked = 0;
    judged.balance = -Math.abs(judged.balance);
    judged.praising = 0;
    judged.verdict = -1;
  }
  const questions = questionParts(grammar).length;
  const blamed = judged.negative + said.expected + said.chasing + named.failed + told.accused + signs.angry + signs.scornTags > 0;
  const wanting = questions + said.help + said.wishes + said.bidden > 0;
  // Thanks that nothing is asked of, and nobody blamed beside.
  const thankful = named.thanked > 0 && !blamed && !wanting ? 1 : 0;
  return [said, told, named, signs, judged, { ...shapeOf(grammar), questions, thankful, helped: helped.length, ironic: ironic ? 1 : 0 }];
}

/** Whether a saying stands for what it mostly stands for: "made me" forces nobody who smiles, and "any reason why" reproaches nobody. */
function isMeant(norm: readonly string[], name: string, i: number): boolean {
  if (name === 'forced') return norm[i] !== 'made' || !isMoved(norm, i + 1);
  // "Why do people bring pillows?" asks about others.
  if (
    name === 'reproached' &&
    norm[i] === 'why' &&
    OTHERS.test(norm[/^(?:do|does|did|are|is)$/.test(norm[i + 1] ?? '') ? i + 2 : i + 1] ?? '')
  )
    return false;
  return name !== 'reproached' || norm[i] !== 'why' || !/^(?:reason|confused|wondering|wonder|curious)$/.test(norm[i - 1] ?? '');
}

const OTHERS = /^(?:people|everyone|everybody|anyone|men|women|folks|kids|some|passengers)$/;

const REPLIES = new Set('yes yeah yep yup no nope ok okay okey sure haha ha lol hmm oh ah ahh alright done thx ty'.split(' '));

function shapeOf(grammar: Grammar): Pick<Shape, 'asksFirst' | 'asking' | 'life' | 'replying' | 'wordiness'> {
  let full = 0;
  let asking = 0;
  let asksFirst = 0;
  for (const { from, to, question } of grammar.sentences) {
    if (to === from) continue;
    full += 1;
    if (!question) continue;
    asking += 1;
    if (full <= 2) asksFirst = 1;
  }
  return {
    asksFirst,
    asking: asking / Math.max(1, full),
    life: lifeEvents(grammar),
    wordiness: Math.log2(1 + grammar.words.length) / 3,
    replying: REPLIES.has(grammar.words.norm[0]) ? 1 : 0,
  };
}

function comesOn({ words }: Grammar, { verb, subject }: Clause): boolean {
  return verb?.lemma === 'come' && subject !== undefined && words.norm[verb.to] === 'on' && words.norm[verb.main] !== 'came';
}

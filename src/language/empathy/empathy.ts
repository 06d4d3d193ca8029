import { listed, wordClass } from '../../lexicon/index.js';
import { isBareExclamation } from './bare-exclamation.js';
import { anchored, ownWords, stretchEnd } from './anchors.js';
import { evaluation } from './evaluation.js';
import { befell } from './befell.js';
import { impact } from './impact.js';
import { validation } from './validation.js';
import { isOwnLot } from './own-lot.js';
import type { LazyReading } from '../index.js';
import type { Clause, EmpathyStatement, Sentence, VerbGroup } from '../reading.js';

const EVALUATIVE_WORDS = listed('evaluative-words');
const FEELING_WORDS = listed('feeling-words');

const PERSPECTIVE = new Set(
  'see imagine guess understand know appreciate realise recognise feel sympathise empathise relate hear acknowledge share get tell read'.split(
    ' ',
  ),
);
/** Of those, the ones that take the customer's place when a how or why follows them, whatever comes then. */
const IMAGINING = new Set('see imagine guess understand appreciate realise recognise get hear tell'.split(' '));
/** Of those, the ones that show understanding by repeating what befell the customer: "I realise that you lost two days". */
const REPEATING = new Set('understand know appreciate realise recognise acknowledge'.split(' '));
/** "We know how much this meant" */
const WEIGHTY = wordClass('important much long eager anxious keen hard precious special valuable');
/** What customers set their mind on, or bear. */
const HOPE = new Set('count rely depend hope look plan expect wait save travel'.split(' '));
/** Customers' dealings with us, which a clerk repeats: "I understand that you need a copy". */
const BUSINESS = new Set('want request ask wish like order contact report cancel book buy need return raise submit try receive'.split(' '));
/** What a writer understands besides a feeling: their thoughts, their point. */
const STANDPOINT = wordClass(
  'thoughts thought point view views reasons reason wish need feelings position predicament situation worry dilemma',
);
/**
 * Statements of empathy in the draft (RULES §1.6): perspective, evaluation, impact, validation, and standards that name the failing. At most one a
 * sentence, the most specific that is found.
 */
export function readEmpathy(reading: LazyReading): readonly EmpathyStatement[] {
  const found: EmpathyStatement[] = [];
  const theirs = ownWords(reading);
  for (const sentence of reading.sentences) {
    if (sentence.role === 'salutation' || sentence.question || isBareExclamation(reading, sentence)) continue;
    const seen = perspective(reading, sentence);
    const statement =
      seen?.specific || isOwnLot(reading, sentence)
        ? seen
        : (validation(reading, sentence) ?? evaluation(reading, sentence, theirs) ?? impact(reading, sentence) ?? seen);
    if (statement) found.push(statement);
  }
  return found;
}

/** I can see / imagine / understand how …: specific when a content word outside the formula stands in what is understood, or before it. */
function perspective(reading: LazyReading, sentence: Sentence): EmpathyStatement | undefined {
  const { words } = reading.grammar;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    const { verb, subject } = clause;
    if (!verb || clause.mention || verb.negated || verb.tense === 'past' || !PERSPECTIVE.has(verb.lemma)) continue;
    if (subject && subject.actor !== 'own') continue;
    // "Let us know what you need."
    if (subject && /^(?:us|me)$/.test(words.norm[subject.from])) continue;
    // "We have shared the feedback": passed on, not felt.
    if (verb.lemma === 'share' && verb.tense !== 'present') continue;
    // "We'll see what we can do."
    if (verb.lemma === 'see' && verb.tense === 'future') continue;
    if (verb.tense === 'none' || clause.mood === 'condition') continue;
    if (!subject && verb.from !== sentence.from && !/^(?:can|completely|fully|totally)$/.test(words.norm[verb.from])) continue;
    const after = situationAt(reading, sentence, clause);
    if (after < 0) continue;
    const end = stretchEnd(reading, after, sentence.to);
    // "I know you feel let down, and I'm sorry we missed two appointments": what is understood is named beside it.
    const owned = reading.apologies.some(
      (apology) => apology.sentence === sentence.index && apology.kind === 'own-act' && apology.specific,
    );
    const specific = anchored(reading, after, end) || anchored(reading, sentence.from, clause.from) || owned;
    const adjective = /^(?:how|why)$/.test(words.norm[verb.to] ?? '');
    return {
      start: clause.start,
      end: words.end[end - 1],
      sentence: sentence.index,
      kind: adjective && !specific ? 'evaluation' : 'perspective',
      specific,
    };
  }
  return easyToSee(reading, sentence);
}

const PLAIN = wordClass('easy possible plain');

/** "It is easy to see why you are fed up." */
function easyToSee(reading: LazyReading, sentence: Sentence): EmpathyStatement | undefined {
  const { words } = reading.grammar;
  const end = sentence.to - 3;
  for (let i = PLAIN.first(words, sentence.from, end); i >= 0; i = PLAIN.first(words, i + 1, end))
    if (
      words.norm[i + 1] === 'to' &&
      /^(?:see|understand|imagine)$/.test(words.norm[i + 2]) &&
      /^(?:why|how|what)$/.test(words.norm[i + 3])
    )
      return { start: sentence.start, end: sentence.end, sentence: sentence.index, kind: 'perspective', specific: true };
  return undefined;
}

/** First word of the situation that is understood; -1 when the verb means something else (`I see the payment`, `I understand that you want a refund`). */
function situationAt(reading: LazyReading, sentence: Sentence, clause: Clause): number {
  const { words } = reading.grammar;
  const { norm } = words;
  const verb = clause.verb!;
  const asked = behindSource(reading, verb, sentence);
  const next = norm[asked] ?? '';
  const end = stretchEnd(reading, verb.to, sentence.to);
  if (verb.lemma === 'read' && (next !== 'what' || !/^(?:this|it|that)$/.test(norm[asked + 1] ?? ''))) return -1;
  if (verb.lemma === 'tell' && (verb.modal !== 'can' || (next !== 'how' && next !== 'why'))) return -1;
  const shared = verb.lemma === 'understand' ? regrettedToo(norm, verb.to, sentence.to) : -1;
  if (shared >= 0) return shared;
  const emotive = FEELING_WORDS.first(words, verb.to, end) >= 0 || EVALUATIVE_WORDS.first(words, verb.to, end) >= 0;
  const felt = next === 'that' ? verb.to + 2 : verb.to + 1;
  const down = (next === 'you' || next === 'that') && norm[felt] === 'feel' && !isHeldAgainst(reading, sentence, felt + 1);
  const concern = next === 'your' && /^concerns?$/.test(norm[verb.to + 1] ?? '') && verb.lemma !== 'appreciate' && verb.lemma !== 'share';
  if (next === 'how' || next === 'why')
    return norm[asked + 1] !== 'to' && (emotive || IMAGINING.has(verb.lemma) || WEIGHTY.at(words, asked + 1)) ? asked + 1 : -1;
  if (verb.lemma === 'imagine' || theirLot(reading, clause) || noHelp(reading, clause)) return verb.to;
  if (next === 'what') return emotive || meansSomething(reading, verb.to, end) ? verb.to + 1 : -1;
  if (next === 'your' && STANDPOINT.at(words, verb.to + 1) && anchored(reading, verb.to + 2, end)) return verb.to;
  // "It is annoying, I get that": what is understood stands before.
  if (next === 'that' && verb.to + 1 >= end && anchored(reading, sentence.from, clause.from)) return verb.to;
  // "You want to be off and on your way, which we understand."
  if (clause.link === 'which' && clause.subject && verb.to >= clause.to && anchored(reading, sentence.from, clause.from)) return verb.to;
  return emotive || concern || down ? verb.to : -1;
}

/** "You feel you were at home, but …": not how they feel but what they hold, said so that it can be denied. */
function isHeldAgainst(reading: LazyReading, sentence: Sentence, at: number): boolean {
  const from = reading.grammar.words.norm[at] === 'that' ? at + 1 : at;
  const held = reading.clauses.findIndex((clause) => clause.sentence === sentence.index && clause.subject?.from === from && clause.verb);
  if (held < 0) return false;
  return reading.clauses.slice(held + 1, sentence.endClause).some(({ link }) => link === 'but' || link === 'however');
}

/** "I understand and apologise for the two late trams": what is understood is what is regretted. Index of its first word, or -1. */
function regrettedToo(norm: readonly string[], at: number, to: number): number {
  let i = norm[at] === 'and' ? at + 1 : at;
  while (/^(?:do|sincerely|truly|deeply|also|really)$/.test(norm[i] ?? '')) i += 1;
  return /^apologi[sz]e$/.test(norm[i] ?? '') && norm[i + 1] === 'for' && i + 2 < to ? i + 2 : -1;
}

/** "I see from your photos how …", "I know only too well how …": where the asking word stands behind what tells it, or right behind the verb. */
function behindSource(reading: LazyReading, { to }: { readonly to: number }, sentence: Sentence): number {
  const { words, tags } = reading.grammar;
  if (tags.pos[to] !== 'preposition' && tags.pos[to] !== 'adverb') return to;
  for (let i = to + 1; i < Math.min(sentence.to, to + 6) && words.gap[i] === 0; i += 1)
    if (words.norm[i] === 'how' || words.norm[i] === 'why') return i;
  return to;
}

/**
 * What the customer counts on, bore or lost: we know you rely on the ferry to reach work; I understand that you needed the suit for Saturday; we recognise that the
 * works made your stay noisy. Not what they want of us ("I understand that you want a refund").
 */
function theirLot(reading: LazyReading, clause: Clause): boolean {
  const behind = reading.clauses[clause.index + 1];
  if (behind?.sentence !== clause.sentence || behind.from > clause.verb!.to + 1) return false;
  // "We know that once you dock you want to get home."
  const next = behind.link === 'when' || behind.link === 'once' ? reading.clauses[behind.index + 1] : behind;
  if (next?.sentence !== clause.sentence || !next.verb || next.mood !== 'statement') return false;
  const { lemma, tense, modal, to } = next.verb;
  if (clause.verb!.lemma === 'hear' || clause.verb!.lemma === 'see') return false;
  // "We know a weekend is precious"; not "your time is important to us".
  const weighty = lemma === 'be' && REPEATING.has(clause.verb!.lemma) && WEIGHTY.has(reading.grammar.words.norm[to] ?? '');
  if (weighty && next.subject?.actor === 'thing' && reading.grammar.words.norm[next.subject.from] !== 'your') return true;
  if (next.subject?.actor === 'customer') {
    if (HOPE.has(lemma) || (lemma === 'like' && modal === 'would' && tense === 'perfect')) return true;
    if (!REPEATING.has(clause.verb!.lemma)) return false;
    if (lemma === 'need') return isNeeded(reading, clause, next) && !reading.isMention(next);
    // "I know you've got your tax due on the 7th."
    if ((lemma === 'have' && tense !== 'past') || (lemma === 'get' && tense === 'perfect'))
      if (
        reading.grammar.words.norm
          .slice(to, to + 8)
          .some((word) => /^(?:due|waiting|coming|planned|tomorrow|tonight|deadline|depending)$/.test(word))
      )
        return true;
    // "I know you had nine guests and no water."
    if (lemma === 'have' && (tense === 'past' || tense === 'perfect') && modal !== 'have to')
      return reading.grammar.words.norm.slice(to, to + 12).some((word) => /^(?:no|without|nothing|nowhere|nobody)$/.test(word));
    if (modal === 'have to') return true;
    const { norm } = reading.grammar.words;
    if (longs(norm, next.verb)) return true;
    // "I know you don't have the time", "that you are on a deadline".
    if (lemma === 'have' && next.verb.negated) return /^(?:the|much|any|a|time|long)$/.test(norm[to] ?? '');
    if (lemma === 'be' && tense === 'present') return /^(?:busy|on|under|short|away|abroad|alone)$/.test(norm[to] ?? '');
    return (
      !BUSINESS.has(lemma) && (tense === 'past' || tense === 'perfect') && !modal && befell(reading, reading.sentences[next.sentence], next)
    );
  }
  const { norm } = reading.grammar.words;
  // "I know your fish cannot wait for our paperwork."
  if (next.subject && norm[next.subject.from] === 'your' && next.verb.negated && modal === 'can' && REPEATING.has(clause.verb!.lemma))
    return /^(?:wait|afford|do|go|run|open|trade|stand|live|work|cope|sleep)$/.test(lemma);
  if (next.subject && norm[next.subject.from] === 'your' && lemma === 'be' && /^(?:valuable|precious|limited|short|tight)$/.test(norm[to]))
    return true;
  return (
    REPEATING.has(clause.verb!.lemma) &&
    tense !== 'future' &&
    !modal &&
    (lemma === 'make' || lemma === 'leave' || lemma === 'keep' || lemma === 'cost') &&
    /^your?$/.test(norm[to] ?? '')
  );
}

/** "I know you need those figures for the board tomorrow": what it was needed for; not "I understand that you need a copy". */
function isNeeded(reading: LazyReading, { verb: knows }: Clause, { verb }: Clause): boolean {
  const { tags, words } = reading.grammar;
  if (tags.pos[verb!.to] === 'to') return false;
  if (verb!.tense === 'past') return true;
  if (verb!.tense !== 'present' || !/^(?:know|realise|appreciate)$/.test(knows!.lemma)) return false;
  if (!/^(?:those|that|these|them|it|this|your|the)$/.test(words.norm[verb!.to] ?? '')) return false;
  const end = stretchEnd(reading, verb!.to, reading.sentences[reading.clauseAt(verb!.to)!.sentence].to);
  for (let i = verb!.to + 1; i < end; i += 1)
    if (/^(?:for|before|by|in|tomorrow|tonight|today|now|on|at|when)$/.test(words.norm[i])) return true;
  return false;
}

/** "You want to be in your tent", "you're eager to get home": where they would be by now, not what they ask of us. */
function longs(norm: readonly string[], { lemma, tense, to }: VerbGroup): boolean {
  if (tense !== 'present') return false;
  const at = lemma === 'be' && /^(?:ready|eager|anxious|keen|impatient|longing|itching|dying)$/.test(norm[to] ?? '') ? to + 1 : to;
  if (norm[at] !== 'to' || (at === to && lemma !== 'want')) return false;
  if (norm[at + 1] === 'get') return /^(?:home|there|going|off|back|moving|away|started|on|to)$/.test(norm[at + 2] ?? '');
  return /^(?:be|go|travel|leave|relax|rest|sleep|land|arrive|celebrate|enjoy|spend)$/.test(norm[at + 1] ?? '');
}

/** "I appreciate it doesn't bring back the roses", "I realise that's no comfort", "I know sorry won't give you back your evening": how little we can do for them. */
function noHelp(reading: LazyReading, clause: Clause): boolean {
  if (!REPEATING.has(clause.verb!.lemma)) return false;
  const next = reading.clauses[clause.index + 1];
  if (next?.sentence !== clause.sentence || !next.verb || next.from > clause.verb!.to + 1) return false;
  const { norm } = reading.grammar.words;
  const told = norm.slice(next.from, next.verb.from + 1);
  if (
    !told.some((word) => /^(?:this|that|it|that's|it's|sorry|apology|apologies|explanation|explanations|words|refund|seat)$/.test(word)) &&
    next.link !== 'that'
  )
    return false;
  const { lemma, negated, to } = next.verb;
  if (lemma === 'be') return norm[to] === 'no' && /^(?:comfort|consolation|help|use|good|excuse|substitute)$/.test(norm[to + 1] ?? '');
  return (
    negated &&
    (/^(?:help|comfort|console|excuse|undo|replace|solve)$/.test(lemma) ||
      (/^(?:make|give|bring|put|dry|get)$/.test(lemma) && /^(?:up|you|back|your|the)$/.test(norm[to] ?? '')))
  );
}

/** What a loose stone meant; what it is like. */
function meansSomething(reading: LazyReading, from: number, to: number): boolean {
  const { tags, words } = reading.grammar;
  for (let i = from; i < to; i += 1) if (/^(?:mean|feel|cost|like|do)$/.test(tags.lemma[i] ?? words.norm[i])) return true;
  return false;
}

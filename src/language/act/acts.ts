import { listed, wordClass } from '../../lexicon/index.js';
import { failsToAct } from '../fault/failing.js';
import { advised } from './advice.js';
import { answeredAct } from './answers.js';
import { askedAct } from './asks.js';
import { decision } from './decisions.js';
import { actInOtherForm } from './forms.js';
import { isGeneral } from './generalities.js';
import { OURS, facesThem, ownAct } from './own.js';
import { actPlainly } from './plainly.js';
import { prospect } from './prospects.js';
import { resultAct, unreadAct } from './results.js';
import { howItStands } from './standing.js';
import { actInWhatIs } from './there.js';
import { unreadCommand } from './unread-commands.js';
import { actByTheWay } from './ways.js';
import { announcedRegret, bareRegretOf, regretOf, saysWhen } from './window.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence, SpeechAct } from '../reading.js';

const EVALUATIVE_WORDS = listed('evaluative-words');
const HOPING = new Set(['hope', 'wish', 'trust', 'pray']);

/**
 * What the sentences of ours do: done, promised, offered, asked, instructed, answered, decided, or merely noted. At most one act a clause; an apology,
 * a hope, a standard and a failing told are none. "Noted" are those that move nothing: comments logged or passed on, a promise about the future alone.
 */
export function readActs(reading: LazyReading): readonly SpeechAct[] {
  const acts: SpeechAct[] = [];
  for (const sentence of reading.sentences) {
    if (sentence.role !== 'body') continue;
    for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
      const clause = reading.clauses[k];
      if (clause.mention) continue;
      const act = actOf(reading, sentence, clause);
      if (!act) continue;
      const { kind, lemma } = act;
      acts.push({ start: clause.start, end: clause.end, sentence: sentence.index, clause: clause.index, kind, lemma });
    }
  }
  return acts;
}

/** The kind of an act and the dictionary form of its verb. */
export type Act = Pick<SpeechAct, 'kind' | 'lemma'>;

function actOf(reading: LazyReading, sentence: Sentence, clause: Clause): Act | undefined {
  const asked = askedAct(reading, sentence, clause);
  if (asked !== undefined) return asked ?? undefined;
  const command = unreadCommand(reading, sentence, clause);
  if (command) return command;
  if (!clause.negated && moneyBack(reading, clause)) return { kind: 'done', lemma: 'return' };
  if (!clause.verb) return sentence.question ? undefined : unreadAct(reading, sentence, clause);
  if (clause.mood === 'question' || clause.mood === 'condition' || clause.mood === 'counterfactual') return undefined;
  if (isHoped(reading, clause) || isMeasure(reading, clause)) return undefined;
  // How a failure came about is no act of ours, but it answers those who asked why.
  if (failsToAct(reading, clause) || isRegretted(reading, clause) || isGeneral(reading, sentence, clause))
    return answeredAct(reading, sentence, clause);
  return (
    facesThem(reading, sentence, clause) ??
    decision(reading, clause) ??
    actInWhatIs(reading, clause) ??
    actInOtherForm(reading, sentence, clause) ??
    actByTheWay(reading, clause) ??
    prospect(reading, sentence, clause) ??
    actPlainly(reading, sentence, clause) ??
    ownAct(reading, sentence, clause) ??
    howItStands(reading, sentence, clause) ??
    advised(reading, sentence, clause) ??
    invites(reading, sentence, clause) ??
    resultAct(reading, sentence, clause) ??
    answeredAct(reading, sentence, clause)
  );
}

const BACK = wordClass('back');

/** "£150 goes back to your account": behind a sum the verb is taken for a noun. */
function moneyBack(reading: LazyReading, { from, to }: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  for (let i = BACK.first(words, from, to - 3); i >= 0; i = BACK.first(words, i + 1, to - 3))
    if (
      /^(?:to|on|in|into)$/.test(norm[i + 1]) &&
      /^(?:your|her|his|their)$/.test(norm[i + 2]) &&
      /^(?:account|card|bank)$/.test(norm[i + 3])
    )
      return true;
  return false;
}

/** "(more orders) than we could bake": what is told to be enough or too little. */
function isMeasure({ grammar: { words } }: LazyReading, { subject, link }: Clause): boolean {
  return link === 'than' || (subject !== undefined && words.norm[subject.from - 1] === 'than');
}

/** "We hope that you'll try us once more": what is hoped is not said to happen. */
function isHoped(reading: LazyReading, clause: Clause): boolean {
  const before = reading.clauses[clause.index - 1];
  if (!before?.verb || before.sentence !== clause.sentence) return false;
  if (/^(?:and|but|so|because|as)$/.test(clause.link ?? '')) return false;
  // "We trust our team will have it open shortly" says what they do; "we trust you will understand" hopes.
  if (before.verb.lemma === 'trust' && clause.verb!.tense === 'future' && clause.subject && clause.subject.actor !== 'customer')
    return !OURS.has(clause.subject.actor);
  return HOPING.has(before.verb.lemma) || (before.verb.lemma === 'look' && reading.grammar.words.norm[before.verb.to] === 'forward');
}

/**
 * What an apology complements is the failing, not the remedy: "I'm sorry we sent you there", "We gave your slot away, and I'm sorry",
 * "We delivered it dented because we skipped the check".
 */
function isRegretted(reading: LazyReading, clause: Clause): boolean {
  if (clause.verb!.tense !== 'past' && clause.verb!.tense !== 'perfect') return false;
  const next = reading.clauses[clause.index + 1];
  if (next?.verb && next.sentence === clause.sentence && /^(?:because|as|since)$/.test(next.link ?? '') && failsToAct(reading, next))
    return true;
  if (regretOf(reading, clause) || isDeplored(reading, clause)) return true;
  return clause.verb!.tense === 'past' && (bareRegretOf(reading, clause) ?? announcedRegret(reading, clause)) !== undefined;
}

/** "It's disappointing you were given the wrong time", "it is a shame that nobody called" */
function isDeplored(reading: LazyReading, { index, sentence }: Clause): boolean {
  const before = reading.clauses[index - 1];
  if (before?.sentence !== sentence || before.verb?.lemma !== 'be' || before.verb.negated) return false;
  const { words } = reading.grammar;
  for (let i = before.verb.to; i < before.to; i += 1) if (EVALUATIVE_WORDS.at(words, i)) return true;
  return false;
}

/** "The head would like to see you tomorrow at 8.15": somebody of ours whom the words do not show as such, at a time. */
function invites(reading: LazyReading, sentence: Sentence, { verb, subject, mood }: Clause): Act | undefined {
  if (
    verb!.modal !== 'would' ||
    !/^(?:like|love|want)$/.test(verb!.lemma) ||
    mood !== 'statement' ||
    !/^(?:thing|colleague|department)$/.test(subject?.actor ?? '')
  )
    return undefined;
  const { norm } = reading.grammar.words;
  const meets = norm[verb!.to] === 'to' && /^(?:see|meet|talk|speak|ring|call|phone|show|visit)$/.test(norm[verb!.to + 1] ?? '');
  return meets && saysWhen(reading, sentence) ? { kind: 'offered', lemma: norm[verb!.to + 1] } : undefined;
}

import { inList } from '../lexicon/index.js';
import { Gap } from '../text/words.js';
import type { LazyReading } from './index.js';
import type { Clause, EmpathyStatement, Sentence } from './reading.js';
import { findListed, PhraseSet } from './window.js';

const PERSPECTIVE = new Set(
  'see imagine understand know appreciate realise recognise feel sympathise empathise relate hear acknowledge share get'.split(' '),
);
/** Words of the formula itself: none of them is an anchor. */
const FORMULA = new Set(
  (
    'frustration frustrating frustrated concern concerns disappointment disappointing disappointed situation issue issues matter experience inconvenience feelings feeling position point view ' +
    'anger upset upsetting annoyance annoying problem this that it you your how why where what must is are be feel feels can could been was very so really completely fully totally ' +
    'truly certainly definitely absolutely concern worry worries urgency importance need needs request regarding coming from important would may might understand'
  ).split(' '),
);
const VALIDATION = new PhraseSet([
  'you are right',
  'you are quite right',
  'you are absolutely right',
  'you were right',
  'you have every right',
  'you had every right',
  'every right to',
  'rightly so',
  'no one should',
  'nobody should',
  'no one should have',
  'no customer should',
  'no guest should',
  'not good enough',
  'is not acceptable',
  'was not acceptable',
  'unacceptable',
  'let you down',
  'i would be',
  'we would be',
  "i 'd be",
  "i 'd feel",
  'i would feel',
  'we would feel',
  'not how anyone',
  'not what you',
  'not something you',
  'no use to',
  'deserve better',
  'deserved better',
  'expect better',
  'should expect',
  'you expected',
  'fair point',
  'quite right',
  'should not have to',
  'should not have had to',
  'should never have',
  'not what anyone',
  'no way to',
  'hardly the',
  'last thing you',
  'the last thing',
]);

/** Statements of empathy in the draft (RULES §1.6): perspective, evaluation, impact, validation, and standards that name the failing. */
export function readEmpathy(reading: LazyReading): readonly EmpathyStatement[] {
  const found: EmpathyStatement[] = [];
  for (const sentence of reading.sentences) {
    if (sentence.role === 'salutation' || sentence.question) continue;
    const statement =
      perspective(reading, sentence) ?? validation(reading, sentence) ?? evaluation(reading, sentence) ?? impact(reading, sentence);
    if (statement) found.push(statement);
  }
  return found;
}

/** I can see / imagine / understand how …: specific when a content word outside the formula follows. */
function perspective(reading: LazyReading, sentence: Sentence): EmpathyStatement | undefined {
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    const { verb, subject } = clause;
    if (!verb || clause.mention || verb.negated || verb.tense === 'past' || !PERSPECTIVE.has(verb.lemma)) continue;
    if (subject && subject.actor !== 'own') continue;
    if (!subject && verb.from !== sentence.from && !/^(?:can|completely|fully|totally)$/.test(reading.grammar.words.norm[verb.from]))
      continue;
    const after = perspectiveObject(reading, sentence, clause);
    if (after < 0) continue;
    return {
      start: clause.start,
      end: sentence.end,
      sentence: sentence.index,
      kind: 'perspective',
      specific: anchored(reading, after, sentence.to),
    };
  }
  return undefined;
}

/** First word of the situation that is understood; -1 when the verb means something else (`I see the payment`, `I understand that you want a refund`). */
function perspectiveObject(reading: LazyReading, sentence: Sentence, clause: Clause): number {
  const { words } = reading.grammar;
  const { norm } = words;
  const verb = clause.verb!;
  const next = norm[verb.to] ?? '';
  const emotive =
    findListed(words, verb.to, sentence.to, 'feeling-words') >= 0 || findListed(words, verb.to, sentence.to, 'evaluative-words') >= 0;
  if (next === 'how' || next === 'why' || next === 'what')
    return norm[verb.to + 1] === 'to' ? -1 : emotive || next !== 'what' ? verb.to + 1 : -1;
  if (!emotive) return -1;
  return verb.to;
}

/** A content word, number or event that is no part of the formula: the specific anchor (RULES §1.6). */
export function anchored(reading: LazyReading, from: number, to: number): boolean {
  const { words, tags } = reading.grammar;
  for (let i = from; i < to; i += 1) {
    const word = words.norm[i];
    const pos = tags.pos[i];
    if (words.gap[i] & (Gap.stop | Gap.break) && i > from) break;
    if (i > from && words.gap[i] & Gap.comma && /^(?:and|but|so)$/.test(word) && /^(?:i|we|please)$/.test(words.norm[i + 1] ?? '')) break;
    if (pos !== 'nominal' && pos !== 'verb' && pos !== 'number') continue;
    if (FORMULA.has(word) || inList('feeling-words', word) || inList('evaluative-words', word)) continue;
    if (/^(?:apologise|sorry|like|want|hope|feel|cause|caused|have|do|thank)$/.test(tags.lemma[i] ?? word)) continue;
    return true;
  }
  return false;
}

/** It is maddening to …; waiting three weeks is stressful; a scorch mark is frightening: an evaluation predicated of the situation. */
function evaluation(reading: LazyReading, sentence: Sentence): EmpathyStatement | undefined {
  const { words } = reading.grammar;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    const { verb } = clause;
    if (!verb || clause.mention || !/^(?:be|feel|sound|seem|make|cost)$/.test(verb.lemma)) continue;
    if (clause.subject?.actor === 'own') continue;
    const word = findListed(words, verb.to, clause.to, 'evaluative-words');
    if (word < 0 || (verb.negated && !/^(?:fun|funny|easy|pleasant|nice|fair|acceptable|welcome|good|right|ok)$/.test(words.norm[word])))
      continue;
    return {
      start: clause.start,
      end: clause.end,
      sentence: sentence.index,
      kind: 'evaluation',
      specific: anchored(reading, sentence.from, sentence.to),
    };
  }
  return undefined;
}

/** You took a day off for nothing; you needed it for Saturday; you had to ring four times. */
function impact(reading: LazyReading, sentence: Sentence): EmpathyStatement | undefined {
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    const { verb, subject } = clause;
    if (!verb || !subject || subject.actor !== 'customer' || clause.mood !== 'statement' || clause.mention) continue;
    const past = verb.tense === 'past' || verb.tense === 'perfect';
    const suffered =
      /^(?:need|wait|lose|miss|spend|pay|take|give|travel|stand|sit|ring|call|go|end|want|plan|look|book|sleep|save|drive|walk|carry|explain|chase|count|rely|trust|hope|expect)$/.test(
        verb.lemma,
      );
    const made = verb.modal === 'have to' || (verb.lemma === 'leave' && verb.voice === 'passive');
    if (
      past &&
      (suffered || made || verb.voice === 'passive') &&
      !verb.negated &&
      anchored(reading, verb.to, clause.to) &&
      !/^(?:if|when|as|that|which)$/.test(clause.link ?? '')
    )
      return { start: clause.start, end: clause.end, sentence: sentence.index, kind: 'impact', specific: true };
  }
  return undefined;
}

function validation(reading: LazyReading, sentence: Sentence): EmpathyStatement | undefined {
  const { words } = reading.grammar;
  for (let at = sentence.from; at < sentence.to; at += 1)
    if (VALIDATION.startingAt(words, at).length > 0 && !reading.isMention({ start: words.start[at], end: words.end[at] }))
      return { start: sentence.start, end: sentence.end, sentence: sentence.index, kind: 'validation', specific: true };
  return undefined;
}

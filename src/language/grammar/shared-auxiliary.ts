import { verbReadings, wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import type { NounPhrase, VerbGroup } from '../reading.js';
import type { ClauseReader } from './clauses.js';
import { HARD, type Group } from './verb-groups.js';

/** What things do by themselves: "it was tested and failed". */
const BY_ITSELF = wordClass(
  'failed arrived expired happened appeared remained stayed lapsed died occurred vanished disappeared escaped jammed ended stopped started began worked survived passed crashed timed ran went came fell rose bounced landed departed',
);
/** Who has these done to them is told or given something behind them. */
const GIVING = wordClass('told asked given sent offered charged refused promised shown quoted paid denied');

/**
 * A participle behind a coordinator as a passive of the same time as the one before it, with which it shares its auxiliary: "your form was scanned but never
 * filed", "you will be called and asked for it". Behind a plain past only where it is said of a thing, for "we were called and answered" tells two things.
 */
export function withSharedAuxiliary(reader: ClauseReader, group: Group, subject: NounPhrase | undefined): Group {
  const governing = governingPassive(reader, subject);
  if (!governing || group.inverted || !isBareParticiple(reader, group.verb)) return group;
  const { tense, modal } = governing;
  const clashes = tense === 'future' || tense === 'perfect' || modal !== undefined;
  if (!clashes && subject?.actor !== 'thing') return group;
  return { ...group, imperative: false, verb: { ...group.verb, voice: 'passive', tense, modal } };
}

/** The finite passive of the same subject that the coordinator joins on to: in "was opened, emptied and sealed" the first of the list. */
function governingPassive({ lastWasCoordinator, clauses, first }: ClauseReader, subject: NounPhrase | undefined): VerbGroup | undefined {
  if (!lastWasCoordinator || subject === undefined) return undefined;
  for (let k = clauses.length - 1; k >= first; k -= 1) {
    const { verb, subject: whose } = clauses[k];
    if (whose !== subject || verb?.voice !== 'passive') return undefined;
    if (verb.tense !== 'none') return verb;
  }
  return undefined;
}

/** A participle with no auxiliary before it and no object behind it. */
function isBareParticiple(
  { words, tags, sentence }: ClauseReader,
  { from, main, to, lemma, modal, progressive, voice }: VerbGroup,
): boolean {
  if (modal || progressive || voice === 'passive' || BY_ITSELF.at(words, main)) return false;
  for (let i = from; i < main; i += 1) if (tags.pos[i] !== 'adverb' && tags.pos[i] !== 'negation') return false;
  const word = words.norm[main];
  if (word === lemma || !verbReadings(word).some(({ forms }) => forms.includes('participle'))) return false;
  if (to >= sentence.to || words.gap[to] & (HARD | Gap.comma | Gap.openBracket | Gap.closeBracket) || GIVING.at(words, main)) return true;
  return !/^(?:nominal|pronoun|determiner|possessive|genitive)$/.test(tags.pos[to]);
}

import { Gap, type Words } from '../../text/words.js';
import type { NounPhrase, Sentence, VerbGroup } from '../reading.js';
import { nounPhraseAt, type Actors } from './actors.js';
import type { Tagged } from './tagger.js';

/** A verb group as it is met, before its clause is known. */
export interface Group extends VerbGroup {
  /** `did our fitter leave`: the auxiliary stands before the subject. */
  readonly inverted?: NounPhrase;
  readonly infinitive: boolean;
  readonly participial: boolean;
  readonly imperative: boolean;
}

/** Semi-modals: the infinitive after them carries the meaning. */
const SEMI_MODAL = new Set(['have', 'need', 'go', 'be', 'get', 'want', 'like', 'love', 'ought', 'use']);
/** Signs that no verb group and no clause reaches over. */
export const HARD = Gap.stop | Gap.break | Gap.blankLine;

/** Whether a verb follows the negation at `at`. */
export function opensGroup(tags: Tagged, at: number, to: number): boolean {
  for (let i = at + 1; i < to; i += 1) {
    const pos = tags.pos[i];
    if (pos === 'verb' || pos === 'auxiliary' || pos === 'modal' || pos === 'to') return true;
    if (pos !== 'adverb' && pos !== 'negation') return false;
  }
  return false;
}

/** The verb group without what only the search for its subject needs. */
export function stripGroup(group: Group): VerbGroup {
  const { from, to, start, end, main, lemma, tense, voice, progressive, modal, negated } = group;
  return { from, to, start, end, main, lemma, tense, voice, progressive, modal, negated };
}

/** Reads one verb group from its first auxiliary, negation or verb; semi-modals (`have to`, `be going to`, `be able to`) are read through. */
export function readGroup(
  words: Words,
  tags: Tagged,
  at: number,
  sentence: Sentence,
  actors: Actors,
  text: string,
  nextToSubject: boolean,
  subjectBefore: boolean,
): Group {
  const { norm } = words;
  let i = at;
  let modal: string | undefined;
  let negated = false;
  let have = false;
  let be = false;
  let passive = false;
  let progressive = false;
  let main = -1;
  let lemma = '';
  let past = false;
  let future = false;
  let inverted: NounPhrase | undefined;
  const infinitive = tags.pos[at] === 'to' || (tags.pos[at] === 'negation' && tags.pos[at + 1] === 'to');
  let finite = !infinitive;
  let participial = false;
  let last = at;

  while (i < sentence.to) {
    const pos = tags.pos[i];
    const word = norm[i];
    if (i > at && words.gap[i] & (HARD | Gap.openBracket | Gap.closeBracket)) break;
    if (i > at && words.gap[i] & Gap.comma && main >= 0) break;
    if (pos === 'negation') {
      negated = true;
      i += 1;
      last = i - 1;
      continue;
    }
    if (pos === 'adverb' && main < 0) {
      i += 1;
      continue;
    }
    if (pos === 'to' && i === at) {
      i += 1;
      continue;
    }
    if (pos === 'modal') {
      if (i > at && main >= 0) break;
      modal = word === "'d" ? wouldOrHad(norm, tags, i, sentence.to) : word === 'gonna' ? 'going to' : word;
      if (modal === 'had') {
        modal = undefined;
        have = true;
        past = true;
      }
      if (modal === 'will' || modal === 'shall' || modal === 'going to') future = true;
      last = i;
      // "ought to have told"
      if (word === 'ought' && tags.pos[i + 1] === 'to') i += 1;
      i += 1;
      continue;
    }
    if (pos === 'auxiliary') {
      const form = word;
      const isBe = tags.lemma[i] === 'be';
      const isHave = tags.lemma[i] === 'have';
      if (i > at && main >= 0) break;
      last = i;
      if (isBe) {
        be = true;
        main = -1;
        lemma = 'be';
        if (form === 'was' || form === 'were') past = true;
      } else if (isHave) {
        have = true;
        lemma = 'have';
        if (form === 'had') past = true;
      } else {
        lemma = 'do';
        if (form === 'did') past = true;
      }
      i += 1;
      // "did our fitter leave", "have you tried": a subject between the auxiliary and its verb.
      if (!inverted && finite && i < sentence.to && i - at <= 3 && (!subjectBefore || (word === 'had' && tags.pos[i] === 'pronoun'))) {
        const phrase = nounPhraseAt(words, text, tags, i, sentence.to, actors, sentence);
        if (phrase.to > i && followsVerb(tags, phrase.to, sentence.to, isBe)) {
          inverted = phrase;
          i = phrase.to;
        }
      }
      continue;
    }
    if (pos === 'verb') {
      if (main >= 0) break;
      main = i;
      lemma = tags.lemma[i] ?? word;
      const form = tags.form[i];
      if (i === at && form === 'ing') {
        participial = true;
        finite = false;
      }
      if (i === at && form === 'participle' && !(nextToSubject && tags.pos[i - 1] === 'pronoun')) {
        participial = true;
        finite = false;
        passive = true;
      }
      if (form === 'past' && !have && !be) past = true;
      if (be && form === 'ing') progressive = true;
      if (be && form !== 'ing' && form !== 'base') passive = true;
      last = i;
      i += 1;
      // get + participle is a passive
      if (lemma === 'get' && i < sentence.to && tags.pos[i] === 'verb' && tags.form[i] === 'participle') {
        main = i;
        lemma = tags.lemma[i] ?? norm[i];
        passive = true;
        last = i;
        i += 1;
      }
      if (
        SEMI_MODAL.has(lemma) &&
        i < sentence.to &&
        tags.pos[i] === 'to' &&
        (lemma === 'need' || lemma === 'go' || lemma === 'ought' || (lemma === 'use' && past))
      ) {
        if (lemma === 'go' && progressive) {
          future = true;
          modal = 'going to';
        } else modal = lemma === 'need' ? 'need' : modal;
        progressive = false;
        main = -1;
        be = false;
        i += 1;
        continue;
      }
      break;
    }
    if (pos === 'to' && lemma === 'have' && main < 0 && i > at) {
      modal = modal ?? 'have to';
      i += 1;
      have = false;
      last = i - 1;
      continue;
    }
    // "able to", "unable to" after be: the infinitive carries the meaning, the ability is a modal.
    if (pos === 'nominal' && be && (word === 'able' || word === 'unable') && tags.pos[i + 1] === 'to') {
      modal = modal ?? 'can';
      if (word === 'unable') negated = !negated;
      be = false;
      lemma = '';
      i += 2;
      last = i - 1;
      continue;
    }
    // Modal + subject + verb: "could you send", "will this happen".
    if (main < 0 && !inverted && !subjectBefore && finite && modal !== undefined && !be && !have && i - at <= 3) {
      const phrase = nounPhraseAt(words, text, tags, i, sentence.to, actors, sentence);
      if (phrase.to > i && followsVerb(tags, phrase.to, sentence.to, false)) {
        inverted = phrase;
        i = phrase.to;
        continue;
      }
    }
    break;
  }
  if (main < 0) {
    main = last;
    if (lemma === '') lemma = tags.lemma[last] ?? modal ?? norm[last];
  }
  const to = Math.max(main, last) + 1;
  const imperative =
    finite &&
    !modal &&
    !have &&
    !past &&
    ((tags.form[main] === 'base' && !inverted) || (lemma === 'do' && negated) || (norm[main] === 'be' && !past)) &&
    !progressive &&
    (!passive || norm[at] === 'be');
  const tense = !finite ? 'none' : future ? 'future' : have ? 'perfect' : past ? 'past' : 'present';
  return {
    from: at,
    to,
    start: words.start[at],
    end: words.end[to - 1],
    main,
    lemma,
    tense,
    voice: passive ? 'passive' : 'active',
    progressive,
    modal,
    negated,
    inverted,
    infinitive,
    participial,
    imperative,
  };
}

/** `I'd been` had, `I'd be` and `I'd have` would. */
function wouldOrHad(norm: readonly string[], tags: Tagged, at: number, to: number): 'would' | 'had' {
  for (let i = at + 1; i < to && i < at + 4; i += 1) {
    // "if you'd read it": behind "if" the form that is both tells of what was not done.
    const unreal = norm[at - 2] === 'if' && /^(?:read|put|set|cut|shut)$/.test(norm[i]);
    if (tags.pos[i] === 'verb') return unreal || tags.form[i] === 'participle' || tags.form[i] === 'past' ? 'had' : 'would';
    if (tags.pos[i] === 'auxiliary') return norm[i] === 'been' || norm[i] === 'had' ? 'had' : 'would';
  }
  return 'would';
}

function followsVerb(tags: Tagged, at: number, to: number, afterBe: boolean): boolean {
  for (let i = at; i < to; i += 1) {
    const pos = tags.pos[i];
    if (pos === 'adverb' || pos === 'negation') continue;
    return pos === 'verb' || pos === 'auxiliary' || (afterBe && (pos === 'nominal' || pos === 'preposition' || pos === 'determiner'));
  }
  return afterBe;
}

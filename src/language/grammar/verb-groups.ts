import { wordClass } from '../../lexicon/index.js';
import { Gap, type Words } from '../../text/words.js';
import { PhraseSet } from '../window.js';
import type { NounPhrase, Sentence, VerbGroup } from '../reading.js';
import type { Actors } from './actors.js';
import { nounPhraseAt } from './noun-phrases.js';
import type { Tagged } from './tagger.js';

/** A verb group as it is met, before its clause is known. */
export interface Group {
  readonly verb: VerbGroup;
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
  /** `have` stood behind an auxiliary of its own: "has had", "I'd had". */
  let twice = false;
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
      else if (word === 'ought' && tags.pos[i + 1] === 'negation' && tags.pos[i + 2] === 'to') {
        negated = true;
        i += 2;
      }
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
        twice = have;
        have = true;
        lemma = 'have';
        if (form === 'had') past = true;
        if (form === 'having' && be) progressive = true;
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
      // "We been waiting" has a subject; "have it sent" has none.
      const ofPronoun = nextToSubject && tags.pos[i - 1] === 'pronoun' && tags.lemma[i - 2] !== 'have';
      if (i === at && form === 'participle' && !ofPronoun) {
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
      // "You need not ring", "you needn't be in".
      if (
        norm[main] === 'need' &&
        finite &&
        tags.pos[i] === 'negation' &&
        i + 1 < sentence.to &&
        /^(?:verb|auxiliary)$/.test(tags.pos[i + 1])
      ) {
        modal = 'need';
        negated = true;
        main = -1;
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
    const on = have && lemma === 'have' && main < 0 && finite ? participleBehind(words, tags, i, sentence.to) : -1;
    if (on > i) {
      i = on;
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
  // "We have two left", "you had until Friday", "they were having tea": no participle follows, so what is told is that somebody has something.
  // Where nothing at all follows it ("as we have before"), the participle has been said already.
  // "You have not fill the form" is a slip for the participle.
  const slip = tags.pos[to - 1] === 'negation' && tags.pos[to] === 'nominal';
  const owns = have && lemma === 'have' && !twice && !slip && (progressive || !endsPhrase(words, tags, to, sentence.to));
  if (owns) have = false;
  if (owns && norm[at] === 'having') {
    participial = true;
    finite = false;
  }
  const asked = owns && norm[at] === 'have' && to === at + 1 && (at === sentence.from || /^(?:please|kindly|pls|plz)$/.test(norm[at - 1]));
  // "Please have him ring us": a bidding, whoever is to do it.
  const bids = have && inverted !== undefined && norm[at] === 'have' && tags.form[main] === 'base' && tags.pos[at - 1] !== 'pronoun';
  if (bids) {
    have = false;
    inverted = undefined;
  }
  const imperative =
    finite &&
    !modal &&
    !have &&
    !past &&
    ((tags.form[main] === 'base' && !inverted) || (asked && !inverted) || (lemma === 'do' && negated) || (norm[main] === 'be' && !past)) &&
    !progressive &&
    (!passive || norm[at] === 'be');
  const tense = !finite ? 'none' : future ? 'future' : have ? 'perfect' : past ? 'past' : 'present';
  const verb: VerbGroup = {
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
  };
  return { verb, inverted, infinitive, participial, imperative };
}

/** What may stand between `have` and its participle besides adverbs; the time words need a determiner before them. */
const ASIDES = new PhraseSet(
  'in fact|of course|at last|at least|in turn|in the meantime|for now|by now|so far|once again|as promised|as agreed|as requested'.split(
    '|',
  ),
);
const TIMES = wordClass('morning afternoon evening week month year weekend night');

/** "have this morning | sent", "have, as promised, | refunded": the participle behind what is said by the way at `at`; -1 when none is. */
function participleBehind(words: Words, tags: Tagged, at: number, to: number): number {
  const { norm } = words;
  const timed = norm[at - 1] !== 'had' && /^(?:this|earlier)$/.test(norm[at]) && TIMES.has(norm[at + 1] ?? '');
  const aside = timed ? undefined : ASIDES.startingAt(words, at)[0];
  let end = timed ? at + 2 : aside ? at + aside.split(' ').length : at;
  while (end > at && end < to && tags.pos[end] === 'adverb') end += 1;
  return end > at && end < to && tags.pos[end] === 'verb' && /^(?:past|participle)$/.test(tags.form[end] ?? '') ? end : -1;
}

/** Whether nothing that a verb could govern stands at `at`: the sentence or a stretch of it ends, or goes on in another way. */
function endsPhrase(words: Words, tags: Tagged, at: number, to: number): boolean {
  while (at < to && tags.pos[at] === 'adverb' && !(words.gap[at] & HARD)) at += 1;
  if (at >= to || words.gap[at] & (HARD | Gap.comma | Gap.openBracket | Gap.closeBracket)) return true;
  const pos = tags.pos[at];
  return pos === 'coordinator' || pos === 'subordinator';
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

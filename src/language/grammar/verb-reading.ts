import { inList, listed, verbForms, verbFormsAt, type VerbReading as VerbEntry } from '../../lexicon/index.js';
import { isUpperCase } from '../../text/letters.js';
import { Gap } from '../../text/words.js';
import { nounFirst, stateParticiples, Tag } from './closed-classes.js';
import { isBoundary, OBJECT_PRONOUNS, SUBJECT_PRONOUNS, type PartOfSpeech, type TagContext } from './tag-context.js';

const GIVEN_NAMES = listed('given-names');
const NUMBERS = listed('numbers');

export function verbReading(c: TagContext): PartOfSpeech | undefined {
  const entry = verbFormsAt(c.words, c.i);
  return entry ? listedVerb(c, entry) : newVerb(c);
}

function listedVerb(c: TagContext, entry: VerbEntry): PartOfSpeech | undefined {
  const { forms } = entry;
  const nounish = nounFirst.at(c.words, c.i);
  if (c.previous === 'to' || c.previous === 'modal') return c.verb(forms[0], entry.lemma);
  if (c.opens && c.word === 'reach' && c.next === 'out') return c.verb('base', entry.lemma);
  if (isAsked(c) && forms.includes('base') && (!nounish || !c.isBoundaryAhead())) return c.verb('base', entry.lemma);
  if (c.previous === 'adverb' || c.previous === 'negation') {
    // Look through adverbs: "will also send", "has not yet arrived", "we never received".
    let k = c.i - 1;
    while (k > c.from && (c.pos[k] === 'adverb' || c.pos[k] === 'negation')) k -= 1;
    const anchor = c.pos[k];
    // "To get you going again, unplug the router."
    if (c.opens && anchor === 'verb' && forms.includes('base') && c.objectAhead()) return c.verb('base', entry.lemma);
    if (anchor === 'to' || anchor === 'modal') return c.verb(forms[0], entry.lemma);
    if (anchor === 'auxiliary') return afterAuxiliary(c, entry, k);
    if (anchor === 'pronoun' || anchor === 'relative') return finite(c, entry, true);
    // "we can't book taxis here, ring the porter"
    if (anchor === 'nominal' && c.opens && forms.includes('base') && imperativeAhead(c, nounish)) return c.verb('base', entry.lemma);
    if (anchor === 'nominal') return finite(c, entry, !nounish);
    if (k === c.from && (c.norm[k] === 'please' || c.norm[k] === 'kindly' || c.pos[k] === 'adverb' || c.pos[k] === 'negation'))
      return forms.includes('base') ? c.verb('base', entry.lemma) : finite(c, entry, false);
    // "Until then ask at the desk", "from there click Next".
    if (
      k === c.from &&
      anchor === 'preposition' &&
      /^(?:then|there|here|now)$/.test(c.norm[c.i - 1]) &&
      forms.includes('base') &&
      imperativeAhead(c, nounish)
    )
      return c.verb('base', entry.lemma);
    if ((c.norm[c.i - 1] === 'please' || c.norm[c.i - 1] === 'kindly' || c.norm[c.i - 1] === 'not') && forms.includes('base'))
      return c.verb('base', entry.lemma);
    return nounish ? undefined : finite(c, entry, false);
  }
  if (c.previous === 'auxiliary') return afterAuxiliary(c, entry, c.i - 1);
  // "Seat 12F ended up with two people", "order 311 arrived open": what is named by its number has its verb behind it.
  if (c.previous === 'number' && c.pos[c.i - 2] === 'nominal' && forms.includes('past') && !forms.includes('base') && !c.isBoundaryAhead())
    if (isUpperCase(c.text, c.words.start[c.i - 2]) && c.nextFlags & (Tag.preposition | Tag.adverb | Tag.determiner))
      return c.verb('past', entry.lemma);
  if (c.previous === 'determiner' || c.previous === 'possessive' || c.previous === 'genitive' || c.previous === 'number') return undefined;
  if (c.previous === 'preposition') {
    // "The agent you spoke with | told you": the preposition is left behind, and its noun stands before.
    const stranded = c.pos[c.i - 2] === 'verb' && c.pos[c.i - 3] === 'pronoun' && c.pos[c.i - 4] === 'nominal';
    if (stranded && forms.includes('past') && !forms.includes('base') && c.objectAhead()) return c.verb('past', entry.lemma);
    return forms.includes('ing') ? c.verb('ing', entry.lemma) : undefined;
  }
  if (c.previous === 'nominal' || c.previous === 'pronoun') {
    const opener = c.openingAuxiliary();
    if (opener === 'do' && forms.includes('base')) return c.verb('base', entry.lemma);
    // "have your travel agent call our desk"
    if (opener === 'have' && forms.includes('base') && c.objectAhead() && !forms.includes('participle')) return c.verb('base', entry.lemma);
    if (opener === 'have' && forms.includes('participle')) return c.verb('participle', entry.lemma);
    if (opener === 'be' && (forms.includes('ing') || forms.includes('participle')))
      return c.verb(forms.includes('ing') ? 'ing' : 'participle', entry.lemma);
  }
  if ((c.previous === 'nominal' || c.previous === 'pronoun') && forms.includes('participle') && c.haveThing())
    return c.verb('participle', entry.lemma);
  if (c.previous === 'pronoun' || c.previous === 'relative') {
    if (c.norm[c.i - 1] === "'s") return forms.includes('base') ? c.verb('base', entry.lemma) : undefined;
    // "Hartwell, who plate it for us, ran the batch cold."
    if (c.opens && forms.includes('past') && !forms.includes('base') && c.afterRelative()) return c.verb('past', entry.lemma);
    if (OBJECT_PRONOUNS.at(c.words, c.i - 1) && !SUBJECT_PRONOUNS.at(c.words, c.i - 1))
      return forms.includes('base') && c.helpBefore(c.i - 2)
        ? c.verb('base', entry.lemma)
        : forms.includes('ing')
          ? c.verb('ing', entry.lemma)
          : undefined;
    return finite(c, entry, true);
  }
  if (c.norm[c.i - 1] === 'how' && !forms.includes('base')) return undefined;
  // "Planning had given it away": what a finite verb stands behind is its subject.
  if (c.opens && forms.includes('ing') && FINITE.test(c.next)) return undefined;
  if (c.opens || c.previous === 'coordinator' || c.previous === 'interjection' || c.previous === 'subordinator') {
    if (forms.includes('ing') && !nounish) return c.verb('ing', entry.lemma);
    if (forms.includes('base') && imperativeAhead(c, nounish)) return c.verb('base', entry.lemma);
    if (c.previous === 'coordinator' || c.previous === 'subordinator') {
      if (forms.includes('past') && !forms.includes('base')) return c.verb('past', entry.lemma);
      if (forms.includes('base') && !nounish) return c.verb('base', entry.lemma);
    }
    // "Ramesh, who had your file, went home": a past tense after the clause that tells of its subject.
    if (forms.includes('past') && !forms.includes('base') && c.afterRelative()) return c.verb('past', entry.lemma);
    return forms.includes('participle') && !forms.includes('base') ? c.verb('participle', entry.lemma) : undefined;
  }
  if (c.previous === 'nominal') {
    // put, read, let: past and base are one form, and an object behind it makes it a verb.
    if (forms.includes('past') && forms.includes('base') && !nounish && c.objectAhead()) return c.verb('past', entry.lemma);
    if (forms.includes('past') && !forms.includes('base')) return pastAfterNoun(c, entry);
    if (forms.includes('participle') && !forms.includes('base')) return c.verb('participle', entry.lemma);
    if (forms.includes('ing')) return nounish || c.isNominalAhead(c.i + 1) ? undefined : c.verb('ing', entry.lemma);
    if (forms.includes('s') && !nounish) return c.verb('s', entry.lemma);
    if (forms.includes('s') && (c.objectAhead() || adverbEnds(c))) return c.verb('s', entry.lemma);
    if (
      forms.includes('base') &&
      c.norm[c.i - 1].endsWith('s') &&
      (c.objectAhead() ? !nounish || !c.finiteAhead() : !nounish && pluralActs(c))
    )
      return c.verb('base', entry.lemma);
    return undefined;
  }
  if (c.previous === 'verb') {
    // "The printers we use ran it twice."
    if (forms.includes('past') && !forms.includes('base') && c.objectAhead() && inRelative(c, c.i - 1)) return c.verb('past', entry.lemma);
    if (forms.includes('ing')) return c.verb('ing', entry.lemma);
    if (forms.includes('participle') && /^(get|got|gets|getting|keep|have)$/.test(c.norm[c.i - 1]))
      return c.verb('participle', entry.lemma);
    return /^(help|let|make|go|come)$/.test(c.lemma[c.i - 1] ?? '') && forms.includes('base') && !nounish
      ? c.verb('base', entry.lemma)
      : undefined;
  }
  return nounish ? undefined : finite(c, entry, false);
}

function pastAfterNoun(c: TagContext, entry: VerbEntry): PartOfSpeech {
  const { forms } = entry;
  if (forms.includes('participle') && reducesRelative(c)) return c.verb('participle', entry.lemma);
  return c.verb(forms.includes('past') ? 'past' : 'participle', entry.lemma);
}

function finite(c: TagContext, entry: VerbEntry, sure: boolean): PartOfSpeech | undefined {
  const { forms } = entry;
  if (forms.includes('past') && !forms.includes('base')) return c.verb('past', entry.lemma);
  if (sure) return c.verb(forms[0], entry.lemma);
  return forms.includes('ing') || forms.includes('participle') || forms.includes('s') ? c.verb(forms[0], entry.lemma) : undefined;
}

/** The auxiliary stands at `at`. */
function afterAuxiliary(c: TagContext, entry: VerbEntry, at: number): PartOfSpeech | undefined {
  const { forms } = entry;
  const aux = c.lemma[at];
  if (aux === 'be') {
    if (forms.includes('ing')) return c.verb('ing', entry.lemma);
    if (forms.includes('participle') && !isInState(c, at)) return c.verb('participle', entry.lemma);
    return undefined;
  }
  if (aux === 'have') {
    if (forms.includes('participle')) return c.verb('participle', entry.lemma);
    return undefined;
  }
  return forms.includes('base') && !(c.opens && nounFirst.at(c.words, c.i)) ? c.verb('base', entry.lemma) : undefined;
}

/** Verbs that have a subject before them. */
const FINITE = /^(?:had|has|have|was|were|is|are|did|does|do|will|would|should|must|can|could)$/;

/** "The shop is closed", "we are honoured"; not "was closed by", "was double-booked", "the voucher was honoured", "the hall was never booked", "it was booked for May". */
function isInState(c: TagContext, be: number): boolean {
  if (!stateParticiples.has(c.word) || c.next === 'by' || c.gap[c.i] & Gap.hyphen) return false;
  if (c.word === 'honoured') return /^(?:i|we)$/.test(c.norm[be - 1] ?? '');
  if (c.word !== 'booked' || !/^(?:was|were|been)$/.test(c.norm[be]) || /^(?:we|fully)$/.test(c.norm[c.i - 1]) || c.norm[be - 1] === 'we')
    return true;
  return c.pos[c.i - 1] !== 'negation' && !/^(?:to|onto|into|for|on|at|under|as|in|with|via|through|twice)$/.test(c.next ?? '');
}

/** Adjectives that are verbs elsewhere: "rooms close to the lift". */
const ADJECTIVES = new Set(
  'close open clean clear live free complete direct dry empty warm cool slow correct present mean secure own separate'.split(' '),
);

/** "Two systems disagree about it": the subject of a sentence that has no other verb. */
function pluralActs(c: TagContext): boolean {
  if (ADJECTIVES.has(c.word) || !(c.nextFlags & Tag.preposition) || c.finiteAhead()) return false;
  // Backwards: the word that rules it out is near wherever many such words stand.
  for (let k = c.i - 1; k >= c.from; k -= 1) if (/^(?:verb|auxiliary|modal|to|preposition|relative)$/.test(c.pos[k])) return false;
  return true;
}

/** "Your line works again", "the lift returns today": an adverb behind it and no verb further on. */
function adverbEnds(c: TagContext): boolean {
  if (c.isBoundaryAhead() || !(c.nextFlags & Tag.adverb || /^(?:fine|perfectly|properly)$/.test(c.next))) return false;
  if (c.norm[c.i - 1].endsWith('s') || c.finiteAhead()) return false;
  for (let k = c.i - 1; k >= c.from && !isBoundary(c.gap[k + 1]); k -= 1)
    if (c.pos[k] === 'verb' || c.pos[k] === 'auxiliary' || c.pos[k] === 'to' || c.pos[k] === 'preposition') return false;
  return true;
}

/** Verbs and adjectives behind which a clause may stand without `that`: "I know Dave lost it", "sorry the driver from Leeds came late". */
const TAKES_CLAUSE =
  /^(?:know|think|say|see|hear|find|hope|mean|understand|believe|confirm|tell|ensure|realise|notice|suspect|fear|feel|wish|guess|show|look|seem|assure|promise|appreciate|sorry|afraid|sure|glad|happy|sad|pleased|aware|apologise|regret|like)$/;

/** "delays caused by the post", "items left in the rooms": behind an object and without one of its own, the form tells more of the noun. */
function reducesRelative(c: TagContext): boolean {
  if (c.next === 'by') return true;
  if (c.objectAhead()) return false;
  for (let k = c.i - 1; k >= c.from && k > c.i - 12; k -= 1) {
    const at = c.pos[k];
    if (at === 'subordinator' || at === 'relative' || at === 'coordinator' || TAKES_CLAUSE.test(c.norm[k])) return false;
    if (at === 'auxiliary' || at === 'modal' || at === 'verb') return !TAKES_CLAUSE.test(c.lemma[k] ?? '') && !inRelative(c, k);
    if (isBoundary(c.gap[k])) return false;
  }
  return false;
}

/** "the team who took your call failed", "the box we sent left": the verb at `k` tells of a noun that still waits for its own. */
function inRelative(c: TagContext, k: number): boolean {
  let at = k - 1;
  while (at > c.from && (c.pos[at] === 'adverb' || c.pos[at] === 'auxiliary' || c.pos[at] === 'modal' || c.pos[at] === 'negation')) at -= 1;
  return (
    c.pos[at] === 'relative' ||
    c.norm[at] === 'whoever' ||
    (c.pos[at] === 'pronoun' && at > c.from && c.pos[at - 1] === 'nominal' && !isBoundary(c.gap[at]))
  );
}

/** Verbs that no list holds: "we refitted it", "please login with your number". */
function newVerb(c: TagContext): PartOfSpeech | undefined {
  if (c.flags !== 0 || c.word.length < 2) return undefined;
  const prefixed = madeOf(c.word);
  if (prefixed) {
    if (c.previous === 'auxiliary') return c.verb('participle', prefixed);
    if (c.previous === 'pronoun' || c.previous === 'nominal') return c.verb('past', prefixed);
  }
  const past = c.word.length > 4 && c.word.endsWith('ed');
  const bare = !past && (c.i === c.from ? isCommand(c) : (c.previous === 'to' || helperBefore(c) >= 0) && bareVerbAhead(c, c.i));
  // "Hartwell, who plate the brackets for us"
  const told = !past && c.norm[c.i - 1] === 'who' && (c.nextFlags & (Tag.determiner | Tag.possessive)) !== 0 && !c.isBoundaryAhead();
  if (told && !/[^a-z]|(?:ing|ly)$/.test(c.word)) return c.verb('base', c.word);
  if ((!past && !bare && !isAsked(c)) || NUMBERS.at(c.words, c.i)) return undefined;
  if (bare) return c.verb('base', c.word);
  if (past) {
    if (c.previous === 'pronoun' && SUBJECT_PRONOUNS.at(c.words, c.i - 1)) return c.verb('past', stemOf(c.word));
    if (c.previous === 'auxiliary' && c.lemma[c.i - 1] === 'have') return c.verb('participle', stemOf(c.word));
    // "was double-booked", "was not actioned": verbs of service and of its failure, which no dictionary may know.
    const served = inList('fault-verbs', stemOf(c.word)) || inList('duty-verbs', stemOf(c.word));
    if (served && (c.previous === 'auxiliary' || c.previous === 'negation')) return c.verb('participle', stemOf(c.word));
    if (isBeBefore(c) && !isState(c.word)) return c.verb('participle', stemOf(c.word));
  }
  const object = c.nextFlags & (Tag.preposition | Tag.possessive | Tag.pronoun | Tag.determiner);
  return isAsked(c) && object && !c.isBoundaryAhead() ? c.verb('base', c.word) : undefined;
}

/** The dictionary form of an irregular verb with a prefix that no list holds: `missold`, `overran`. */
function madeOf(word: string): string | undefined {
  if (!word.startsWith('mis') && !word.startsWith('over')) return undefined;
  const prefix = word.startsWith('mis') ? 'mis' : 'over';
  const base = word.length > prefix.length + 2 ? verbForms(word.slice(prefix.length)) : undefined;
  const bygone = base !== undefined && !base.forms.includes('base') && /^(?:past|participle)$/.test(base.forms[0]) && !word.endsWith('ed');
  return bygone ? prefix + base.lemma : undefined;
}

/** The modal before an unknown word, adverbs passed over; -1 when none stands there, or when it opens a question and its subject follows. */
function helperBefore(c: TagContext): number {
  if (c.previous !== 'modal' && c.previous !== 'adverb' && c.previous !== 'negation') return -1;
  let k = c.i - 1;
  while (k > c.from && (c.pos[k] === 'adverb' || c.pos[k] === 'negation') && !isBoundary(c.gap[k + 1])) k -= 1;
  if (k < c.from || c.pos[k] !== 'modal' || k === c.from || isBoundary(c.gap[c.i])) return -1;
  const before = c.pos[k - 1];
  return before === 'pronoun' || before === 'nominal' || before === 'relative' || before === 'adverb' || before === 'coordinator' ? k : -1;
}

/** What stands behind a verb stands behind the word at `at`: an object, a particle, the end; no further noun. */
function bareVerbAhead(c: TagContext, at: number): boolean {
  const word = c.norm[at];
  if (/[^a-z]|(?:ing|ly)$/.test(word) || word.length < 3) return false;
  if (at + 1 >= c.to || isBoundary(c.gap[at + 1])) return true;
  return (c.flagsAt(at + 1) & (Tag.preposition | Tag.possessive | Tag.pronoun | Tag.determiner | Tag.adverb)) !== 0;
}

/** "You had to clamber over it": a word that no list holds stands behind a `to` that a verb follows always. */
export function newInfinitiveAhead(c: TagContext): boolean {
  const at = c.i + 1;
  const before = c.lemma[c.i - 1] ?? c.norm[c.i - 1];
  if (at >= c.to || c.opens || isBoundary(c.gap[at]) || !/^(?:have|need|want|try|manage|able|ready|happy|like|ought)$/.test(before))
    return false;
  return c.flagsAt(at) === 0 && verbForms(c.norm[at]) === undefined && !isUpperCase(c.text, c.words.start[at]) && bareVerbAhead(c, at);
}

/** "Descale the kettle", "Degrease it first": a word that no list holds, at the start, before an object and with no verb of its own behind it. */
function isCommand(c: TagContext): boolean {
  if (c.word.length < 4 || !/^(?:the|your|it|them)$/.test(c.next) || /[^a-z]|(?:s|ly|day|ing|th)$/.test(c.word)) return false;
  return !isBoundary(c.gap[c.i + 1]) && !c.finiteAhead() && !GIVEN_NAMES.at(c.words, c.i);
}

/** A form of `be` before the word, adverbs passed over. */
function isBeBefore(c: TagContext): boolean {
  let k = c.i - 1;
  while (k > c.from && (c.pos[k] === 'adverb' || c.pos[k] === 'negation')) k -= 1;
  return k >= c.from && c.pos[k] === 'auxiliary' && c.lemma[k] === 'be' && !isBoundary(c.gap[c.i]);
}

/** Words in -ed that tell how something is, not what is done to it. */
const STATES = new Set(
  'crooked wicked rugged ragged jagged aged naked sacred detailed crowded talented gifted skilled armed sophisticated complicated antiquated outdated dated overrated belated red need speed indeed hundred'.split(
    ' ',
  ),
);

function isState(word: string): boolean {
  return (
    STATES.has(word) ||
    stateParticiples.has(word) ||
    word.startsWith('un') ||
    word.endsWith('eed') ||
    inList('evaluative-words', word) ||
    inList('feeling-words', word) ||
    inList('negative-evaluation', word) ||
    inList('positive-evaluation', word)
  );
}

/** `refitted` → `refit`. */
function stemOf(past: string): string {
  const bare = past.slice(0, -2);
  return /([bdgmnprt])\1$/.test(bare) ? bare.slice(0, -1) : bare;
}

function isAsked(c: TagContext): boolean {
  return c.i > c.from && (c.norm[c.i - 1] === 'please' || c.norm[c.i - 1] === 'kindly');
}

function imperativeAhead(c: TagContext, nounish: boolean): boolean {
  if (c.i + 1 >= c.to || isBoundary(c.gap[c.i + 1])) return !nounish;
  const ahead = c.nextFlags;
  if (ahead & (Tag.be | Tag.have | Tag.modal | Tag.negation)) return false;
  if (OBJECT_PRONOUNS.has(c.next) || ahead & (Tag.determiner | Tag.possessive)) return true;
  // "Turn on your call light": a particle and an object make the noun a verb.
  if (nounish && ahead & Tag.preposition && /^(?:on|off|up|out|in|down|back)$/.test(c.next))
    return (c.flagsAt(c.i + 2) & (Tag.determiner | Tag.possessive)) !== 0;
  // "Check with our loom team about yarns."
  if (nounish) return /^(?:check|talk|report|return) (?:with|to)$/.test(`${c.word} ${c.next}`) && c.i === c.from && !c.finiteAhead();
  const following = verbFormsAt(c.words, c.i + 1);
  if (following && following.forms.includes('past') && !following.forms.includes('base')) return false;
  return true;
}

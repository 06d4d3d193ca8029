import { isDigit, isUpperCase } from '../../text/letters.js';
import { inList, listed, verbForms, verbFormsAt, wordClass } from '../../lexicon/index.js';
import { Gap, type Words } from '../../text/words.js';
import { nounFirst, Tag } from './closed-classes.js';
import { isBoundary, OBJECT_PRONOUNS, SUBJECT_PRONOUNS, TagContext, type PartOfSpeech, type Tags } from './tag-context.js';
import { newInfinitiveAhead, verbReading } from './verb-reading.js';

const DEPARTMENTS = listed('departments');
const NUMBERS = listed('numbers');

export type { PartOfSpeech, Tagged, VerbForm } from './tag-context.js';

/** "the porter on duty that night": `that` points at a time, and relates nothing. */
const TIME_NOUNS = new Set('day night morning afternoon evening week weekend month year time shift'.split(' '));
/** Verbs with things for objects, never clauses. */
const HANDLING = new Set(
  'take make get have use send handle answer book order close open sign keep leave put move fix lose miss write run change replace cancel process receive pay give bring break build ship post print call ring'.split(
    ' ',
  ),
);
/** What is joined to a verb by a hyphen and makes one verb with it. */
const PREFIXES = new Set('double re mis over under pre de un co cross triple part short hand fast'.split(' '));
const AMISS_OR_AGAIN = new Set('re mis over triple cross'.split(' '));
const PARTICLES = new Set('up out off back on down over in away through along around forward together'.split(' '));

/** Tags words by closed classes, verb forms and neighbours. One pass, no back-tracking. */
export class Tagger {
  readonly #context: TagContext;

  constructor(words: Words, text: string, into: Tags) {
    this.#context = new TagContext(words, text, into);
  }

  /** Tags the words `from` up to, not including, `to` of one sentence. */
  tag(from: number, to: number): void {
    const context = this.#context;
    context.from = from;
    context.to = to;
    for (let i = from; i < to; i += 1) {
      context.moveTo(i);
      context.pos[i] = choose(context);
    }
  }
}

function choose(c: TagContext): PartOfSpeech {
  if (c.word === "'s") return genitiveOrIs(c);
  if (isCapitalNoun(c)) return 'nominal';
  // "we double-charged your card", "was mis-sold", "have re-sent it"
  if (c.i + 1 < c.to && c.gap[c.i + 1] & Gap.hyphen && isPrefix(c)) return 'adverb';
  // "will come back with an answer"
  if (c.word === 'back' && c.previous === 'verb' && (c.isBoundaryAhead() || c.flagsAt(c.i + 1) & Tag.preposition)) return 'adverb';
  // "take it back", "we'll call you back today"
  if (c.word === 'back' && c.previous === 'pronoun' && /^(?:verb|auxiliary)$/.test(c.pos[c.i - 2]) && OBJECT_PRONOUNS.at(c.words, c.i - 1))
    return 'adverb';
  // Most words are of no closed class, and none of its questions is for them.
  return (c.flags === 0 ? undefined : closed(c)) ?? open(c);
}

/** What a word of a closed class is; undefined where it stands for a word of an open one. */
function closed(c: TagContext): PartOfSpeech | undefined {
  if (c.word === 'to') return c.nextIsVerb(c.i + 1) || newInfinitiveAhead(c) || mailAhead(c) ? 'to' : 'preposition';
  if (c.word === 'like' && (c.previous === 'modal' || c.previous === 'pronoun' || c.norm[c.i - 1] === "'d")) return c.verb('base', 'like');
  if (c.word === 'like' && /^(?:look|seem|sound|appear|feel)$/.test(c.lemma[c.i - 1] ?? '') && c.finiteAhead()) return 'subordinator';
  if (c.flags & Tag.modal && !modalIsNominal(c)) return 'modal';
  if (c.flags & Tag.be) {
    c.lemma[c.i] = 'be';
    return 'auxiliary';
  }
  if (c.flags & (Tag.have | Tag.do)) {
    c.lemma[c.i] = c.flags & Tag.have ? 'have' : 'do';
    return 'auxiliary';
  }
  if (c.flags & Tag.negation) return 'negation';
  if (c.word === 'no' && c.next === 'one') return 'pronoun';
  if (c.word === 'one' && c.norm[c.i - 1] === 'no' && c.i > c.from) return 'nominal';
  // "One call should have been enough."
  if (c.word === 'one' && nounFirst.has(c.next) && !c.isBoundaryAhead() && c.flagsAt(c.i + 2) & (Tag.modal | Tag.be | Tag.have))
    return 'number';
  if (c.word === 'no' && c.next === 'longer') return 'negation';
  if (c.word === 'her' || c.word === 'his') return c.isNominalAhead(c.i + 1) ? 'possessive' : 'pronoun';
  if (c.flags & Tag.possessive) return 'possessive';
  if (c.word === 'that' || c.word === 'this' || c.word === 'these' || c.word === 'those') return demonstrative(c);
  // "the girl on the till"
  if (c.word === 'till' && (c.previous === 'determiner' || c.previous === 'possessive')) return 'nominal';
  if (
    c.word === 'so' ||
    c.word === 'as' ||
    c.word === 'since' ||
    c.word === 'before' ||
    c.word === 'after' ||
    c.word === 'until' ||
    c.word === 'till' ||
    c.word === 'than'
  )
    return linkOrPreposition(c);
  if (
    c.flags & Tag.wh &&
    (c.opens ||
      c.previous === 'verb' ||
      c.previous === 'coordinator' ||
      c.previous === 'preposition' ||
      c.previous === 'auxiliary' ||
      !(c.flags & Tag.relative))
  )
    return c.word === 'which' || c.word === 'who' || c.word === 'whose' || c.word === 'whom' ? 'relative' : 'subordinator';
  if (c.flags & Tag.relative) return 'relative';
  // "has once again sent": nothing follows from it.
  if (c.word === 'once' && /^(?:again|more|is|was|would|were|has|had|should)$/.test(c.next)) return 'adverb';
  // "is not provided", "meals provided by us": no condition.
  const given = c.word === 'provided' && (c.previous === 'auxiliary' || c.previous === 'adverb' || c.next === 'by');
  if (c.flags & Tag.subordinator && !given) return 'subordinator';
  if (c.word === 'yet' && !c.opens) return 'adverb';
  if (c.flags & Tag.coordinator) return 'coordinator';
  // "We both had the soup": who, and not what.
  if ((c.word === 'all' || c.word === 'both') && /^(?:i|we|you|they)$/.test(c.norm[c.i - 1] ?? '') && c.nextIsVerb(c.i + 1) && c.i > c.from)
    return 'adverb';
  if (c.flags & Tag.pronoun && !(c.flags & Tag.determiner && c.isNominalAhead(c.i + 1))) return 'pronoun';
  if (c.word === 'all' || c.word === 'both') return 'determiner';
  if (c.flags & Tag.determiner) return 'determiner';
  if ((c.word === 'please' || c.word === 'kindly') && c.flags) return 'adverb';
  if (c.flags & Tag.interjection && (c.opens || c.word === 'thanks')) return c.word === 'thank' ? c.verb('base', 'thank') : 'interjection';
  if (c.flags & Tag.preposition) return PARTICLES.has(c.word) && c.previous === 'verb' && c.isBoundaryAhead() ? 'adverb' : 'preposition';
  return undefined;
}

/** What a word is by its forms and its neighbours. */
function open(c: TagContext): PartOfSpeech {
  // "Head office sat on it", "the people in billing keyed it in": verbs elsewhere.
  if (c.word === 'head' && c.next === 'office') return 'nominal';
  if (
    c.previous === 'preposition' &&
    c.norm[c.i - 1] === 'in' &&
    c.word.endsWith('ing') &&
    DEPARTMENTS.at(c.words, c.i) &&
    departmentActs(c)
  )
    return 'nominal';
  // "should have e-mailed you": half a word.
  if (c.word === 'e' && c.i + 1 < c.to && c.gap[c.i + 1] & Gap.hyphen && isMailed(c)) return 'adverb';
  if (c.word === 'prior' && c.next === 'to') return 'preposition';
  // "you'd best ring them"
  if (c.word === 'best' && c.previous === 'modal' && c.nextIsVerb(c.i + 1)) return 'adverb';
  const asVerb = verbReading(c);
  if (asVerb) return asVerb;
  if (c.flags & Tag.adverb) return 'adverb';
  if (isDigit(c.word, 0) || (NUMBERS.at(c.words, c.i) && c.previous !== 'determiner')) return 'number';
  if (c.word.length > 4 && c.word.endsWith('ly') && c.word !== 'family' && c.word !== 'reply' && c.word !== 'supply' && c.word !== 'apply')
    return 'adverb';
  return 'nominal';
}

function isParticiple(word: string): boolean {
  const verb = verbForms(word);
  return verb ? verb.forms.includes('participle') : word.length > 4 && word.endsWith('ed');
}

/** The half before a hyphen that says how the verb behind it is done, where a verb stands: "we short-shipped it", "was hand-delivered". */
function isPrefix(c: TagContext): boolean {
  const verb = PREFIXES.has(c.word) ? verbForms(c.next) : undefined;
  if (!verb || c.word === 'double') return verb !== undefined;
  // "The depot mis-sorted it": only a past tense stands behind a noun.
  if (c.previous === 'nominal' && !c.opens) return AMISS_OR_AGAIN.has(c.word) && /^(?:past|participle)$/.test(verb.forms[0]);
  if (!/^(?:auxiliary|modal|pronoun|negation|to|adverb)$/.test(c.previous ?? '') || c.opens) return false;
  // "We are short-staffed", "was pre-paid": how it is.
  return c.previous === 'auxiliary' && c.lemma[c.i - 1] === 'be' ? AMISS_OR_AGAIN.has(c.word) : true;
}

/** "to e-mail you the form" */
function mailAhead(c: TagContext): boolean {
  const object = c.i + 3;
  return (
    c.next === 'e' &&
    c.norm[c.i + 2] === 'mail' &&
    object < c.to &&
    (OBJECT_PRONOUNS.at(c.words, object) || (c.flagsAt(object) & (Tag.determiner | Tag.possessive)) !== 0)
  );
}

/** "e-mailed", "will e-mail", "please e-mail": the verb, not "your e-mail". */
function isMailed(c: TagContext): boolean {
  if (c.next !== 'mail') return c.next === 'mailed' || c.next === 'mailing';
  let before = c.i - 1;
  while (before >= c.from && (c.pos[before] === 'adverb' || c.pos[before] === 'negation')) before -= 1;
  if (before < c.from) return c.i > c.from;
  return /^(?:modal|to)$/.test(c.pos[before]) || /^(?:i|we|you|they|do|did)$/.test(c.norm[before]);
}

/** "our IT department", "in the US", "because Finance mixed up", "it was Booking.com": capitals tell the noun from the pronoun or the verb. */
function isCapitalNoun(c: TagContext): boolean {
  if (c.word === 'it' || c.word === 'us') {
    const start = c.words.start[c.i];
    if (c.text[start + 1] !== c.word[1].toUpperCase()) return false;
    return c.word === 'us' ? c.norm[c.i - 1] === 'the' : c.previous === 'possessive' || c.previous === 'determiner' || departmentAhead(c);
  }
  if (c.flags !== 0 || !isUpperCase(c.text, c.words.start[c.i]) || isUpperCase(c.text, c.words.start[c.i] + 1)) return false;
  if ((DEPARTMENTS.at(c.words, c.i) && departmentActs(c)) || isPairedName(c)) return true;
  return !c.opens && c.word.endsWith('ing') && c.previous === 'auxiliary' && c.norm[c.i - 2] === 'it';
}

/** "Packing and Labelling": two works with capitals are the name of who does them. */
function isPairedName(c: TagContext): boolean {
  if (!c.word.endsWith('ing')) return false;
  const pair = (and: number, other: number): boolean =>
    other >= c.from &&
    other < c.to &&
    c.norm[and] === 'and' &&
    c.norm[other].endsWith('ing') &&
    isUpperCase(c.text, c.words.start[other]) &&
    !isUpperCase(c.text, c.words.start[other] + 1);
  return pair(c.i + 1, c.i + 2) || pair(c.i - 1, c.i - 2);
}

function departmentAhead(c: TagContext): boolean {
  // "ring IT support"
  if (/^(?:support|help|services|security|operations)$/.test(c.next) && c.word === 'it') return true;
  return inList('department-heads', c.next) || (departmentActs(c) && c.opens && isUpperCase(c.text, c.words.start[c.i] + 1));
}

/** A past tense, an auxiliary or a modal stands behind the word: it is a subject. */
function departmentActs(c: TagContext): boolean {
  if (c.isBoundaryAhead()) return false;
  if (c.nextFlags & (Tag.be | Tag.have | Tag.do | Tag.modal)) return true;
  const ahead = verbFormsAt(c.words, c.i + 1);
  return ahead !== undefined && ahead.forms.includes('past') && !nounFirst.has(c.next);
}

function modalIsNominal(c: TagContext): boolean {
  if (c.word === "'d") return false;
  if (c.previous === 'determiner' || c.previous === 'possessive' || c.previous === 'preposition') return true;
  const capital = /[A-Z]/.test(c.text[c.words.start[c.i]]);
  return capital && !c.opens && c.previous !== 'pronoun';
}

/** Behind the participles of these an object may stand in the passive, too: "he's called the Captain", "she's paid the fare". */
const TWO_OBJECTS =
  /^(?:call|name|give|tell|ask|pay|offer|show|owe|teach|deny|refuse|consider|charge|send|promise|award|grant|elect|make)$/;

/** "He's left the sensor unplugged": whoever has an object behind the participle has done it. */
function hasDone(c: TagContext): boolean {
  if (!/^(?:he|she|it|who|somebody|someone)$/.test(c.norm[c.i - 1]) || TWO_OBJECTS.test(verbForms(c.next)?.lemma ?? 'call')) return false;
  return c.i + 2 < c.to && (c.flagsAt(c.i + 2) & (Tag.determiner | Tag.possessive)) !== 0;
}

const INDEFINITE = /^(?:somebody|someone|anybody|anyone|everybody|everyone|nobody|else)$/;
const PREDICATES = wordClass(
  'happy ill sick well fine safe busy late ready welcome wrong right here there home away back in out off on glad sad angry cross upset different free available able aware sorry pleased keen tired',
);

function genitiveOrIs(c: TagContext): PartOfSpeech {
  const before = c.norm[c.i - 1];
  if (before === 'let') return 'pronoun';
  const nextTag = c.nextFlags;
  const pronounBefore =
    c.previous === 'pronoun' ||
    c.previous === 'relative' ||
    c.previous === 'subordinator' ||
    c.previous === 'adverb' ||
    c.previous === 'interjection';
  const isIng = c.next.endsWith('ing') && verbForms(c.next) !== undefined;
  const nextIsParticiple = verbForms(c.next)?.forms.includes('participle') ?? false;
  const clausal =
    nextTag & (Tag.determiner | Tag.possessive | Tag.negation | Tag.adverb | Tag.preposition) ||
    isIng ||
    (nextIsParticiple && pronounBefore) ||
    c.isBoundaryAhead();
  // "Your ticket's refunded if you ask", "the driver's delayed by snow": no noun follows that it could own.
  const told =
    nextIsParticiple &&
    c.previous === 'nominal' &&
    (c.i + 2 >= c.to || (c.flagsAt(c.i + 2) & (Tag.preposition | Tag.subordinator | Tag.adverb | Tag.coordinator)) !== 0);
  // "Somebody's full attention", "everyone else's turn"; not "someone's ill", "everybody's happy with it".
  const somebodys = INDEFINITE.test(before ?? '') && nextTag === 0 && !isIng && !nextIsParticiple && !PREDICATES.at(c.words, c.i + 1);
  if (somebodys && c.i + 1 < c.to) return 'genitive';
  if (pronounBefore || told || (clausal && !(nextTag === 0 && !isIng))) {
    const has = nextIsParticiple && !isIng && (/^(?:been|had|got|gone)$/.test(c.next) || hasDone(c));
    c.lemma[c.i] = has ? 'have' : 'be';
    return 'auxiliary';
  }
  return 'genitive';
}

function demonstrative(c: TagContext): PartOfSpeech {
  const plural = c.word === 'these' || c.word === 'those';
  if (c.word === 'that') {
    const nextFlags = c.nextFlags;
    const nextIsBe = c.next === "'s" || (nextFlags & (Tag.be | Tag.modal | Tag.have | Tag.do)) !== 0;
    if (c.opens && !nextIsBe && !c.isBoundaryAhead())
      return c.isNominalAhead(c.i + 1) && c.verbAfterNominal()
        ? 'determiner'
        : nextFlags & (Tag.pronoun | Tag.possessive)
          ? 'subordinator'
          : 'pronoun';
    if (c.opens) return 'pronoun';
    // "If that's wrong, tell me."
    if (c.previous === 'subordinator' && nextIsBe) return 'pronoun';
    // "it turns out that the night crew moved it"
    if (c.norm[c.i - 1] === 'out' && nextFlags & (Tag.determiner | Tag.possessive | Tag.pronoun)) return 'subordinator';
    if (c.previous === 'preposition' || c.previous === 'coordinator') return c.isNominalAhead(c.i + 1) ? 'determiner' : 'pronoun';
    // "who took that call", "we closed that ticket": what is handled is no clause.
    if (c.previous === 'verb' && HANDLING.has(c.lemma[c.i - 1] ?? '') && c.isNominalAhead(c.i + 1)) return 'determiner';
    if (c.previous === 'verb' && closesPhrase(c)) return 'determiner';
    if (c.previous === 'verb' || c.previous === 'adverb' || c.previous === 'auxiliary' || c.norm[c.i - 1] === 'sorry')
      return c.isBoundaryAhead() || (nextFlags & Tag.preposition) !== 0 ? 'pronoun' : 'subordinator';
    // "to tell you that we …": nothing is told of a person by a pronoun.
    if (/^(?:you|us|me|them|him|her)$/.test(c.norm[c.i - 1] ?? '') && !c.isBoundaryAhead()) return 'subordinator';
    if (c.previous === 'nominal' || c.previous === 'number' || c.previous === 'pronoun')
      return c.isBoundaryAhead() ? 'pronoun' : TIME_NOUNS.has(c.next) ? 'determiner' : 'relative';
    return 'subordinator';
  }
  // "this needs to be reported": a verb, though mostly a noun.
  if (!plural && verbForms(c.next)?.forms.includes('s') && c.norm[c.i + 2] === 'to' && c.nextIsVerb(c.i + 3)) return 'pronoun';
  return c.isNominalAhead(c.i + 1) || (plural && c.i + 1 < c.to && c.nextFlags & Tag.number) ? 'determiner' : 'pronoun';
}

/** "who taught that group, let us down": one word before a sign, and no verb that could stand behind "that". */
function closesPhrase(c: TagContext): boolean {
  if (c.isBoundaryAhead() || (c.i + 2 < c.to && !isBoundary(c.gap[c.i + 2])) || c.nextFlags !== 0) return false;
  const forms = verbForms(c.next)?.forms;
  return !forms || !(forms.includes('s') || forms.includes('past'));
}

function linkOrPreposition(c: TagContext): PartOfSpeech {
  // "we have since replaced it"
  if (c.word === 'since' && c.previous === 'auxiliary' && c.lemma[c.i - 1] === 'have' && isParticiple(c.next)) return 'adverb';
  if (c.word === 'so') {
    if (c.next === 'that' || c.opens || c.previous === 'verb' || c.previous === 'nominal')
      return SUBJECT_PRONOUNS.has(c.next) || c.next === 'that' || c.nextFlags & (Tag.determiner | Tag.possessive)
        ? 'subordinator'
        : 'adverb';
    return 'adverb';
  }
  if (SUBJECT_PRONOUNS.has(c.next)) {
    const after = c.flagsAt(c.i + 2);
    if (c.i + 2 < c.to && (after & (Tag.be | Tag.have | Tag.do | Tag.modal | Tag.negation | Tag.adverb) || verbForms(c.norm[c.i + 2])))
      return 'subordinator';
  }
  if (c.nextFlags & (Tag.determiner | Tag.possessive) || (c.word === 'than' && c.nextFlags & Tag.number)) {
    for (let k = c.i + 2; k < Math.min(c.to, c.i + 7) && !isBoundary(c.gap[k]); k += 1) {
      const ahead = c.flagsAt(k);
      if (ahead & (Tag.be | Tag.have | Tag.modal | Tag.do)) return 'subordinator';
      if (ahead & (Tag.preposition | Tag.coordinator)) break;
      const verb = verbFormsAt(c.words, k);
      if (verb && k > c.i + 2 && (verb.forms.includes('past') || verb.forms.includes('s')) && !nounFirst.at(c.words, k))
        return 'subordinator';
    }
  }
  return c.word === 'as' && /ly$|^(soon|quickly|far|long|well|much|many)$/.test(c.next) ? 'adverb' : 'preposition';
}

import { verbFormsAt, wordClass } from '../../lexicon/index.js';
import { Gap, type Words } from '../../text/words.js';
import { closedClass, nounFirst, Tag } from './closed-classes.js';

/** What the tagger made of one word. */
export type PartOfSpeech =
  | 'pronoun'
  | 'determiner'
  | 'possessive'
  /** `'s` after a noun. */
  | 'genitive'
  | 'auxiliary'
  | 'modal'
  | 'negation'
  | 'to'
  | 'verb'
  | 'preposition'
  | 'coordinator'
  | 'subordinator'
  | 'relative'
  | 'adverb'
  | 'number'
  | 'interjection'
  /** Nouns, names and adjectives: whatever fills a noun phrase. */
  | 'nominal';

export interface Tagged {
  readonly pos: readonly PartOfSpeech[];
  /** Dictionary form of each verb and auxiliary, else undefined. */
  readonly lemma: readonly (string | undefined)[];
  /** Verb form that was read: set for `verb` only. */
  readonly form: readonly (VerbForm | undefined)[];
}

/** {@link Tagged} while it is written. */
export interface Tags {
  readonly pos: PartOfSpeech[];
  readonly lemma: (string | undefined)[];
  readonly form: (VerbForm | undefined)[];
}

export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

/** Pronouns that can be the subject of the verb behind them. */
export const SUBJECT_PRONOUNS = wordClass(
  'i we you he she they it who this that there everyone everybody someone somebody nobody one these those nothing everything something',
);
/** Pronouns that can be an object. */
export const OBJECT_PRONOUNS = wordClass('me us him her them you it this that these those');

/** Whether a phrase ends before the word with this gap. */
export function isBoundary(gap: number): boolean {
  return (gap & (Gap.stop | Gap.break | Gap.blankLine | Gap.comma | Gap.openBracket | Gap.closeBracket)) !== 0;
}

/** Where the tagger stands in a sentence, what it has made of the words so far, and what it may ask of the words around. */
export class TagContext {
  readonly norm: readonly string[];
  readonly gap: Int32Array;
  readonly pos: PartOfSpeech[];
  readonly lemma: (string | undefined)[];
  readonly form: (VerbForm | undefined)[];
  i = 0;
  word = '';
  /** {@link Tag} flags of the word. */
  flags = 0;
  previous: PartOfSpeech | undefined = undefined;
  next = '';
  /** {@link Tag} flags of the word behind; 0 at the end of the sentence. */
  nextFlags = 0;
  /** The word opens its sentence or follows a sign. */
  opens = false;

  /** First word of the sentence, and the one behind its last. */
  from = 0;
  to = 0;

  constructor(
    readonly words: Words,
    readonly text: string,
    into: Tags,
  ) {
    this.norm = words.norm;
    this.gap = words.gap;
    this.pos = into.pos;
    this.lemma = into.lemma;
    this.form = into.form;
  }

  /** Steps to word `i`, the one behind the word where it stands. */
  moveTo(i: number): void {
    this.i = i;
    this.word = this.norm[i];
    this.flags = i > this.from ? this.nextFlags : closedClass.at(this.words, i);
    this.previous = i > this.from ? this.pos[i - 1] : undefined;
    this.next = i + 1 < this.to ? this.norm[i + 1] : '';
    this.nextFlags = i + 1 < this.to ? closedClass.at(this.words, i + 1) : 0;
    this.opens = i === this.from || isBoundary(this.gap[i]);
    this.lemma[i] = undefined;
    this.form[i] = undefined;
  }

  /** {@link Tag} flags of a word of the text; 0 beyond its end. */
  flagsAt(index: number): number {
    return closedClass.at(this.words, index);
  }

  verb(as: VerbForm, base: string): PartOfSpeech {
    this.lemma[this.i] = base;
    this.form[this.i] = as;
    return 'verb';
  }

  isBoundaryAhead(): boolean {
    return this.i + 1 >= this.to || isBoundary(this.gap[this.i + 1]);
  }

  verbAfterNominal(): boolean {
    for (let k = this.i + 1; k < Math.min(this.to, this.i + 5); k += 1)
      if (closedClass.at(this.words, k) & (Tag.be | Tag.modal | Tag.have | Tag.do)) return true;
    return false;
  }

  nextIsVerb(at: number): boolean {
    if (at >= this.to) return false;
    if (this.norm[at] === 'head' && this.norm[at + 1] === 'office') return false;
    const flagsAhead = closedClass.at(this.words, at);
    if (flagsAhead & (Tag.be | Tag.have | Tag.do)) return true;
    if (flagsAhead & Tag.negation || (flagsAhead & Tag.adverb && at + 1 < this.to && this.norm[at] !== 'our'))
      return this.nextIsVerb(at + 1);
    if (this.norm[at].endsWith('ly') && verbFormsAt(this.words, at) === undefined) return this.nextIsVerb(at + 1);
    return flagsAhead === 0 && (verbFormsAt(this.words, at)?.forms.includes('base') ?? false);
  }

  isNominalAhead(at: number): boolean {
    if (at >= this.to || isBoundary(this.gap[at])) return false;
    const ahead = this.norm[at];
    const aheadFlags = closedClass.at(this.words, at);
    if (
      aheadFlags &
        (Tag.be |
          Tag.have |
          Tag.do |
          Tag.modal |
          Tag.preposition |
          Tag.pronoun |
          Tag.negation |
          Tag.coordinator |
          Tag.subordinator |
          Tag.possessive) &&
      ahead !== 'one'
    )
      return false;
    if (aheadFlags & Tag.adverb && !(aheadFlags & Tag.determiner))
      return ahead === 'very' || ahead === 'first' ? this.isNominalAhead(at + 1) : false;
    const asVerb = verbFormsAt(this.words, at);
    if (asVerb && !nounFirst.at(this.words, at) && this.word !== 'her' && this.word !== 'his')
      return asVerb.forms.includes('participle') || asVerb.forms.includes('ing') ? at + 1 < this.to && this.isNominalAhead(at + 1) : false;
    return ahead !== "'s";
  }

  /** A verb that can only be finite stands in the next words, before a sign. */
  finiteAhead(): boolean {
    for (let k = this.i + 1; k < Math.min(this.to, this.i + 9) && !isBoundary(this.gap[k]); k += 1) {
      if (closedClass.at(this.words, k) & (Tag.be | Tag.modal | Tag.have | Tag.do)) return true;
      const verb = verbFormsAt(this.words, k);
      if (verb?.forms.includes('past') && !verb.forms.includes('base') && !nounFirst.at(this.words, k)) return true;
    }
    return false;
  }

  openingAuxiliary(): 'do' | 'have' | 'be' | undefined {
    for (let k = this.i - 1; k >= this.from && k > this.i - 7; k -= 1) {
      const at = this.pos[k];
      if (at === 'nominal' || at === 'determiner' || at === 'possessive' || at === 'pronoun' || at === 'genitive' || at === 'number') {
        if (isBoundary(this.gap[k]) && k > this.from) return undefined;
        continue;
      }
      if (at !== 'auxiliary' && at !== 'modal') return undefined;
      const opensClause =
        k === this.from ||
        isBoundary(this.gap[k]) ||
        this.pos[k - 1] === 'subordinator' ||
        this.pos[k - 1] === 'relative' ||
        this.pos[k - 1] === 'coordinator';
      if (!opensClause || this.norm[k] === "'s") return undefined;
      return at === 'modal' ? 'do' : (this.lemma[k] as 'do' | 'have' | 'be');
    }
    return undefined;
  }

  afterRelative(): boolean {
    for (let k = this.i - 1; k > this.from; k -= 1) {
      if (this.pos[k] === 'relative') return (this.gap[k] & Gap.comma) !== 0;
      if (isBoundary(this.gap[k])) return false;
    }
    return false;
  }

  /**
   * Whether the words before are `have` and one noun phrase: "had the boiler | checked", "have it | sent", "has two men | left". What follows tells what
   * is done to it, or how it is. A question ("have you sent") and a clause about a noun ("the room we had last year smelled") are none.
   */
  haveThing(): boolean {
    let k = this.i - 1;
    if (this.pos[k] === 'adverb' && this.norm[k] === 'else') k -= 1;
    if (this.pos[k] === 'pronoun') {
      // "Has anybody reported it?"
      if (!OBJECT_PRONOUNS.at(this.words, k)) return false;
      k -= 1;
    } else
      for (; k > this.from && k > this.i - 9 && !isBoundary(this.gap[k + 1]); k -= 1) {
        const at = this.pos[k];
        if (at === 'determiner' || at === 'possessive') {
          k -= 1;
          break;
        }
        if (at !== 'nominal' && at !== 'number' && at !== 'genitive') break;
      }
    if (k <= this.from || k === this.i - 1 || this.lemma[k] !== 'have' || this.pos[k] !== 'auxiliary' || isBoundary(this.gap[k + 1]))
      return false;
    // The subject before it, and no noun before that.
    let before = k - 1;
    while (before > this.from && (this.pos[before] === 'adverb' || this.pos[before] === 'negation' || this.pos[before] === 'modal'))
      before -= 1;
    if (this.pos[before] === 'coordinator' || this.norm[before] === 'please') return true;
    if (this.pos[before] === 'auxiliary' && this.lemma[before] === 'have') before -= 1;
    const subject = this.pos[before];
    if (subject !== 'pronoun' && subject !== 'nominal' && subject !== 'to') return false;
    return subject !== 'pronoun' || before === this.from || isBoundary(this.gap[before]) || this.pos[before - 1] !== 'nominal';
  }

  helpBefore(at: number): boolean {
    return at >= this.from && /^(help|let|make|see|hear|have)/.test(this.lemma[at] ?? this.norm[at]);
  }

  objectAhead(): boolean {
    if (this.i + 1 >= this.to || isBoundary(this.gap[this.i + 1])) return false;
    return OBJECT_PRONOUNS.has(this.next) || (this.nextFlags & (Tag.determiner | Tag.possessive)) !== 0;
  }
}

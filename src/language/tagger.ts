import { inList, verbForms } from '../lexicon/index.js';
import { Gap, type Words } from '../text/words.js';
import { closedClass, nounFirst, stateParticiples, Tag } from './closed-classes.js';

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

export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

const BE_LEMMA = 'be';
const PARTICLES = new Set('up out off back on down over in away through along around forward together'.split(' '));
const SUBJECT_PRONOUNS = new Set(
  'i we you he she they it who this that there everyone everybody someone somebody nobody one these those nothing everything something'.split(
    ' ',
  ),
);
const OBJECT_PRONOUNS = new Set('me us him her them you it this that these those'.split(' '));

function isBoundary(gap: number): boolean {
  return (gap & (Gap.stop | Gap.break | Gap.blankLine | Gap.comma | Gap.openBracket | Gap.closeBracket)) !== 0;
}

/** Tags the words `from` up to, not including, `to` of one sentence, by closed classes, verb forms and neighbours. One pass, no back-tracking. */
export function tag(
  words: Words,
  text: string,
  from: number,
  to: number,
  into: { pos: PartOfSpeech[]; lemma: (string | undefined)[]; form: (VerbForm | undefined)[] },
): void {
  const { norm, gap } = words;
  const { pos, lemma, form } = into;
  for (let i = from; i < to; i += 1) {
    const word = norm[i];
    const flags = closedClass.get(word) ?? 0;
    const previous = i > from ? pos[i - 1] : undefined;
    const next = i + 1 < to ? norm[i + 1] : '';
    const opens = i === from || isBoundary(gap[i]);
    lemma[i] = undefined;
    form[i] = undefined;
    pos[i] = choose();

    function verb(as: VerbForm, base: string): PartOfSpeech {
      lemma[i] = base;
      form[i] = as;
      return 'verb';
    }

    function choose(): PartOfSpeech {
      if (word === "'s") return genitiveOrIs();
      if (word === 'to') return nextIsVerb(i + 1) ? 'to' : 'preposition';
      if (word === 'like' && (previous === 'modal' || previous === 'pronoun' || norm[i - 1] === "'d")) return verb('base', 'like');
      if (flags & Tag.modal && !modalIsNominal()) return 'modal';
      if (flags & Tag.be) {
        lemma[i] = BE_LEMMA;
        return 'auxiliary';
      }
      if (flags & (Tag.have | Tag.do)) {
        lemma[i] = flags & Tag.have ? 'have' : 'do';
        return 'auxiliary';
      }
      if (flags & Tag.negation) return 'negation';
      if (word === 'no' && next === 'one') return 'pronoun';
      if (word === 'one' && norm[i - 1] === 'no' && i > from) return 'nominal';
      if (word === 'no' && next === 'longer') return 'negation';
      if (word === 'her' || word === 'his') return isNominalAhead(i + 1) ? 'possessive' : 'pronoun';
      if (flags & Tag.possessive) return 'possessive';
      if (word === 'that' || word === 'this' || word === 'these' || word === 'those') return demonstrative();
      if (
        word === 'so' ||
        word === 'as' ||
        word === 'since' ||
        word === 'before' ||
        word === 'after' ||
        word === 'until' ||
        word === 'till'
      )
        return linkOrPreposition();
      if (
        flags & Tag.wh &&
        (opens ||
          previous === 'verb' ||
          previous === 'coordinator' ||
          previous === 'preposition' ||
          previous === 'auxiliary' ||
          !(flags & Tag.relative))
      )
        return word === 'which' || word === 'who' || word === 'whose' || word === 'whom' ? 'relative' : 'subordinator';
      if (flags & Tag.relative) return 'relative';
      if (flags & Tag.subordinator) return 'subordinator';
      if (flags & Tag.coordinator) return 'coordinator';
      if (flags & Tag.pronoun && !(flags & Tag.determiner && isNominalAhead(i + 1))) return 'pronoun';
      if (word === 'all' || word === 'both') return 'determiner';
      if (flags & Tag.determiner) return 'determiner';
      if ((word === 'please' || word === 'kindly') && flags) return 'adverb';
      if (flags & Tag.interjection && (opens || word === 'thanks')) return word === 'thank' ? verb('base', 'thank') : 'interjection';
      if (flags & Tag.preposition) return PARTICLES.has(word) && previous === 'verb' && isBoundaryAhead() ? 'adverb' : 'preposition';
      const asVerb = verbReading();
      if (asVerb) return asVerb;
      if (flags & Tag.adverb) return 'adverb';
      if (/^\d/.test(word) || (inList('numbers', word) && previous !== 'determiner')) return 'number';
      if (word.length > 4 && word.endsWith('ly') && word !== 'family' && word !== 'reply' && word !== 'supply' && word !== 'apply')
        return 'adverb';
      return 'nominal';
    }

    function isBoundaryAhead(): boolean {
      return i + 1 >= to || isBoundary(gap[i + 1]);
    }

    /** `may`, `will`, `can` after a determiner are nouns; `Will,` and `May` as names stand with a capital in a place where no auxiliary can. */
    function modalIsNominal(): boolean {
      if (word === "'d") return false;
      if (previous === 'determiner' || previous === 'possessive' || previous === 'preposition') return true;
      const capital = /[A-Z]/.test(text[words.start[i]]);
      return capital && !opens && previous !== 'pronoun';
    }

    function genitiveOrIs(): PartOfSpeech {
      const before = norm[i - 1];
      if (before === 'let') return 'pronoun';
      const nextTag = closedClass.get(next) ?? 0;
      const pronounBefore =
        previous === 'pronoun' ||
        previous === 'relative' ||
        previous === 'subordinator' ||
        previous === 'adverb' ||
        previous === 'interjection';
      const isIng = next.endsWith('ing') && verbForms(next) !== undefined;
      const nextIsParticiple = verbForms(next)?.forms.includes('participle') ?? false;
      const clausal =
        nextTag & (Tag.determiner | Tag.possessive | Tag.negation | Tag.adverb | Tag.preposition) ||
        isIng ||
        (nextIsParticiple && pronounBefore) ||
        isBoundaryAhead();
      if (pronounBefore || (clausal && !(nextTag === 0 && !isIng))) {
        const has = nextIsParticiple && !isIng && (next === 'been' || next === 'had' || next === 'got' || next === 'gone');
        lemma[i] = has ? 'have' : BE_LEMMA;
        return 'auxiliary';
      }
      return 'genitive';
    }

    function demonstrative(): PartOfSpeech {
      const plural = word === 'these' || word === 'those';
      if (word === 'that') {
        const nextFlags = closedClass.get(next) ?? 0;
        const nextIsBe = next === "'s" || (nextFlags & (Tag.be | Tag.modal | Tag.have | Tag.do)) !== 0;
        if (opens && !nextIsBe && !isBoundaryAhead())
          return isNominalAhead(i + 1) && verbAfterNominal()
            ? 'determiner'
            : nextFlags & (Tag.pronoun | Tag.possessive)
              ? 'subordinator'
              : 'pronoun';
        if (opens) return 'pronoun';
        if (previous === 'preposition' || previous === 'coordinator') return isNominalAhead(i + 1) ? 'determiner' : 'pronoun';
        if (previous === 'verb' || previous === 'adverb' || previous === 'auxiliary' || norm[i - 1] === 'sorry')
          return isBoundaryAhead() || (nextFlags & Tag.preposition) !== 0 ? 'pronoun' : 'subordinator';
        if (previous === 'nominal' || previous === 'number' || previous === 'pronoun') return isBoundaryAhead() ? 'pronoun' : 'relative';
        return 'subordinator';
      }
      return isNominalAhead(i + 1) || (plural && i + 1 < to && (closedClass.get(next) ?? 0) & Tag.number) ? 'determiner' : 'pronoun';
    }

    function verbAfterNominal(): boolean {
      for (let k = i + 1; k < Math.min(to, i + 5); k += 1)
        if ((closedClass.get(norm[k]) ?? 0) & (Tag.be | Tag.modal | Tag.have | Tag.do)) return true;
      return false;
    }

    /** `since`, `before`, `as` … open a clause when a subject and a verb follow; otherwise they govern a noun. */
    function linkOrPreposition(): PartOfSpeech {
      if (word === 'so') {
        if (next === 'that' || opens || previous === 'verb' || previous === 'nominal')
          return SUBJECT_PRONOUNS.has(next) || next === 'that' || (closedClass.get(next) ?? 0) & (Tag.determiner | Tag.possessive)
            ? 'subordinator'
            : 'adverb';
        return 'adverb';
      }
      if (SUBJECT_PRONOUNS.has(next)) {
        const after = closedClass.get(norm[i + 2] ?? '') ?? 0;
        if (i + 2 < to && (after & (Tag.be | Tag.have | Tag.do | Tag.modal | Tag.negation | Tag.adverb) || verbForms(norm[i + 2])))
          return 'subordinator';
      }
      if ((closedClass.get(next) ?? 0) & (Tag.determiner | Tag.possessive)) {
        for (let k = i + 2; k < Math.min(to, i + 7) && !isBoundary(gap[k]); k += 1) {
          const ahead = closedClass.get(norm[k]) ?? 0;
          if (ahead & (Tag.be | Tag.have | Tag.modal | Tag.do)) return 'subordinator';
          if (ahead & (Tag.preposition | Tag.coordinator)) break;
          const verb = verbForms(norm[k]);
          if (verb && k > i + 2 && (verb.forms.includes('past') || verb.forms.includes('s')) && !nounFirst.has(norm[k]))
            return 'subordinator';
        }
      }
      return word === 'as' && /ly$|^(soon|quickly|far|long|well|much|many)$/.test(next) ? 'adverb' : 'preposition';
    }

    function nextIsVerb(at: number): boolean {
      if (at >= to) return false;
      const flagsAhead = closedClass.get(norm[at]) ?? 0;
      if (flagsAhead & (Tag.be | Tag.have | Tag.do)) return true;
      if (flagsAhead & Tag.negation || (flagsAhead & Tag.adverb && at + 1 < to && norm[at] !== 'our')) return nextIsVerb(at + 1);
      if (norm[at].endsWith('ly') && verbForms(norm[at]) === undefined) return nextIsVerb(at + 1);
      return flagsAhead === 0 && (verbForms(norm[at])?.forms.includes('base') ?? false);
    }

    function isNominalAhead(at: number): boolean {
      if (at >= to || isBoundary(gap[at])) return false;
      const ahead = norm[at];
      const aheadFlags = closedClass.get(ahead) ?? 0;
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
        return ahead === 'very' || ahead === 'first' ? isNominalAhead(at + 1) : false;
      const asVerb = verbForms(ahead);
      if (asVerb && !nounFirst.has(ahead) && word !== 'her' && word !== 'his')
        return asVerb.forms.includes('participle') || asVerb.forms.includes('ing') ? at + 1 < to && isNominalAhead(at + 1) : false;
      return ahead !== "'s";
    }

    /** Whether an open-class word with verb forms is a verb here. */
    function verbReading(): PartOfSpeech | undefined {
      const entry = verbForms(word);
      if (!entry) return undefined;
      const { forms } = entry;
      const nounish = nounFirst.has(word);
      if (previous === 'to' || previous === 'modal') return verb(forms[0], entry.lemma);
      if (previous === 'adverb' || previous === 'negation') {
        // Look through adverbs: "will also send", "has not yet arrived", "we never received".
        let k = i - 1;
        while (k > from && (pos[k] === 'adverb' || pos[k] === 'negation')) k -= 1;
        const anchor = pos[k];
        if (anchor === 'to' || anchor === 'modal') return verb(forms[0], entry.lemma);
        if (anchor === 'auxiliary') return afterAuxiliary(k);
        if (anchor === 'pronoun' || anchor === 'relative') return finite(true);
        if (anchor === 'nominal') return finite(!nounish);
        if (k === from && (norm[k] === 'please' || norm[k] === 'kindly' || pos[k] === 'adverb' || pos[k] === 'negation'))
          return forms.includes('base') ? verb('base', entry.lemma) : finite(false);
        if ((norm[i - 1] === 'please' || norm[i - 1] === 'kindly' || norm[i - 1] === 'not') && forms.includes('base'))
          return verb('base', entry.lemma);
        return nounish ? undefined : finite(false);
      }
      if (previous === 'auxiliary') return afterAuxiliary(i - 1);
      if (previous === 'determiner' || previous === 'possessive' || previous === 'genitive' || previous === 'number') return undefined;
      if (previous === 'preposition') return forms.includes('ing') ? verb('ing', entry.lemma) : undefined;
      if (previous === 'nominal' || previous === 'pronoun') {
        const opener = openingAuxiliary();
        if (opener === 'do' && forms.includes('base')) return verb('base', entry.lemma);
        if (opener === 'have' && forms.includes('participle')) return verb('participle', entry.lemma);
        if (opener === 'be' && (forms.includes('ing') || forms.includes('participle')))
          return verb(forms.includes('ing') ? 'ing' : 'participle', entry.lemma);
      }
      if (previous === 'pronoun' || previous === 'relative') {
        if (norm[i - 1] === "'s") return forms.includes('base') ? verb('base', entry.lemma) : undefined;
        if (OBJECT_PRONOUNS.has(norm[i - 1]) && !SUBJECT_PRONOUNS.has(norm[i - 1]))
          return forms.includes('base') && helpBefore(i - 2)
            ? verb('base', entry.lemma)
            : forms.includes('ing')
              ? verb('ing', entry.lemma)
              : undefined;
        return finite(true);
      }
      if (norm[i - 1] === 'how' && !forms.includes('base')) return undefined;
      if (opens || previous === 'coordinator' || previous === 'interjection' || previous === 'subordinator') {
        if (forms.includes('ing') && !nounish) return verb('ing', entry.lemma);
        if (forms.includes('base') && imperativeAhead(nounish)) return verb('base', entry.lemma);
        if (previous === 'coordinator' || previous === 'subordinator') {
          if (forms.includes('past') && !forms.includes('base')) return verb('past', entry.lemma);
          if (forms.includes('base') && !nounish) return verb('base', entry.lemma);
        }
        if (forms.includes('participle') && !forms.includes('base'))
          return verb(forms.includes('past') && afterRelative() ? 'past' : 'participle', entry.lemma);
        return undefined;
      }
      if (previous === 'nominal') {
        if (forms.includes('past') && !forms.includes('base')) return pastAfterNoun();
        if (forms.includes('participle') && !forms.includes('base')) return verb('participle', entry.lemma);
        if (forms.includes('ing')) return nounish || isNominalAhead(i + 1) ? undefined : verb('ing', entry.lemma);
        if (forms.includes('s') && !nounish) return verb('s', entry.lemma);
        if (forms.includes('s') && objectAhead()) return verb('s', entry.lemma);
        if (forms.includes('base') && !nounish && norm[i - 1].endsWith('s') && objectAhead()) return verb('base', entry.lemma);
        return undefined;
      }
      if (previous === 'verb') {
        if (forms.includes('ing')) return verb('ing', entry.lemma);
        if (forms.includes('participle') && /^(get|got|gets|getting|keep|have)$/.test(norm[i - 1])) return verb('participle', entry.lemma);
        return /^(help|let|make|go|come)$/.test(lemma[i - 1] ?? '') && forms.includes('base') && !nounish
          ? verb('base', entry.lemma)
          : undefined;
      }
      return nounish ? undefined : finite(false);

      function pastAfterNoun(): PartOfSpeech {
        return verb(forms.includes('past') ? 'past' : 'participle', entry!.lemma);
      }

      function finite(sure: boolean): PartOfSpeech | undefined {
        if (forms.includes('past') && !forms.includes('base')) return verb('past', entry!.lemma);
        if (sure) return verb(forms[0], entry!.lemma);
        return forms.includes('ing') || forms.includes('participle') || forms.includes('s') ? verb(forms[0], entry!.lemma) : undefined;
      }

      function afterAuxiliary(at: number): PartOfSpeech | undefined {
        const aux = lemma[at];
        if (aux === BE_LEMMA) {
          if (forms.includes('ing')) return verb('ing', entry!.lemma);
          if (forms.includes('participle') && !(stateParticiples.has(word) && next !== 'by')) return verb('participle', entry!.lemma);
          return undefined;
        }
        if (aux === 'have') {
          if (forms.includes('participle')) return verb('participle', entry!.lemma);
          return undefined;
        }
        return forms.includes('base') && !(nounish && opens) ? verb('base', entry!.lemma) : undefined;
      }
    }

    /** In a question, the auxiliary that stands before this word's subject: `did our fitter | leave`. Looks back over one noun phrase. */
    function openingAuxiliary(): 'do' | 'have' | 'be' | undefined {
      for (let k = i - 1; k >= from && k > i - 7; k -= 1) {
        const at = pos[k];
        if (at === 'nominal' || at === 'determiner' || at === 'possessive' || at === 'pronoun' || at === 'genitive' || at === 'number') {
          if (isBoundary(gap[k]) && k > from) return undefined;
          continue;
        }
        if (at !== 'auxiliary' && at !== 'modal') return undefined;
        const opensClause =
          k === from || isBoundary(gap[k]) || pos[k - 1] === 'subordinator' || pos[k - 1] === 'relative' || pos[k - 1] === 'coordinator';
        if (!opensClause || norm[k] === "'s") return undefined;
        return at === 'modal' ? 'do' : (lemma[k] as 'do' | 'have' | 'be');
      }
      return undefined;
    }

    /** `…, which was sent on Monday, | arrived`: the comma closes a relative clause, so the verb of the main clause follows. */
    function afterRelative(): boolean {
      for (let k = i - 1; k > from; k -= 1) {
        if (pos[k] === 'relative') return (gap[k] & Gap.comma) !== 0;
        if (isBoundary(gap[k])) return false;
      }
      return false;
    }

    function helpBefore(at: number): boolean {
      return at >= from && /^(help|let|make|see|hear|have)/.test(lemma[at] ?? norm[at]);
    }

    /** After a base form that opens a clause: does what follows look like its object or complement? */
    function imperativeAhead(nounish: boolean): boolean {
      if (i + 1 >= to || isBoundary(gap[i + 1])) return !nounish;
      const ahead = closedClass.get(next) ?? 0;
      if (ahead & (Tag.be | Tag.have | Tag.modal | Tag.negation)) return false;
      if (OBJECT_PRONOUNS.has(next) || ahead & (Tag.determiner | Tag.possessive)) return true;
      if (nounish) return false;
      const following = verbForms(next);
      if (following && following.forms.includes('past') && !following.forms.includes('base')) return false;
      return true;
    }

    function objectAhead(): boolean {
      if (i + 1 >= to || isBoundary(gap[i + 1])) return false;
      const ahead = closedClass.get(next) ?? 0;
      return OBJECT_PRONOUNS.has(next) || (ahead & (Tag.determiner | Tag.possessive)) !== 0;
    }
  }
}

import { wordClass } from '../../lexicon/index.js';
import { lazy } from '../../text/lazy.js';
import { WordFlags } from '../../text/word-flags.js';

/**
 * The closed classes of English: words whose number is small and whose work is always the same. Open classes (verbs, nouns) are `src/lexicon`'s.
 * A word may carry several flags; the tagger chooses by what stands around it.
 */
export const Tag = {
  pronoun: 1,
  /** Begins a noun phrase: articles, demonstratives, quantifiers. */
  determiner: 1 << 1,
  /** my, your, our: begins a noun phrase and says whose it is. */
  possessive: 1 << 2,
  modal: 1 << 3,
  be: 1 << 4,
  have: 1 << 5,
  do: 1 << 6,
  negation: 1 << 7,
  preposition: 1 << 8,
  /** and, or, but, so, yet */
  coordinator: 1 << 9,
  /** because, if, when, although … */
  subordinator: 1 << 10,
  /** who, which, that, whose, where */
  relative: 1 << 11,
  adverb: 1 << 12,
  number: 1 << 13,
  /** what, how, why … as they open a question. */
  wh: 1 << 14,
  interjection: 1 << 15,
  /** Has verb forms. */
  verb: 1 << 16,
} as const;

function table(...groups: readonly (readonly [flag: number, words: string])[]): Map<string, number> {
  const tags = new Map<string, number>();
  for (const [flag, words] of groups) for (const word of words.split(' ')) tags.set(word, (tags.get(word) ?? 0) | flag);
  return tags;
}

const closed = lazy(() =>
  table(
    [
      Tag.pronoun,
      'i we you he she they it this that these those there who me us him her them one ones everyone everybody someone somebody anyone anybody nobody everything ' +
        'something anything nothing none neither both all each myself ourselves yourself yourselves himself herself themselves itself mine ours yours theirs u ya whoever',
    ],
    [
      Tag.determiner,
      'a an the this that these those some any no every each either neither both all another such what which several many few much most more less other half enough',
    ],
    [Tag.possessive, 'my our your his her its their whose ur'],
    [Tag.modal, "can could may might must shall should will would ought 'd gonna"],
    [Tag.be, 'be am is are was were been being'],
    [Tag.have, 'have has had having'],
    [Tag.do, 'do does did'],
    [Tag.negation, 'not never hardly scarcely'],
    [
      Tag.preposition,
      'of in on at to for from with by about into onto over under after before since until till during within without through between among against towards toward ' +
        'via per regarding concerning despite as like than near behind beside beyond across along around off out up down upon inside outside except including past unlike besides throughout',
    ],
    [Tag.coordinator, 'and or but nor yet plus &'],
    [
      Tag.subordinator,
      'because if when unless although though while whilst whereas since as until till before after once so whenever wherever that whether lest provided',
    ],
    [Tag.relative, 'who which that whose whom where'],
    [Tag.wh, 'what who which when where why how whose whom'],
    [
      Tag.adverb,
      'also already just still now then here there very really too quite so soon always often sometimes usually again only even ever never perhaps maybe please pls plz kindly ' +
        'however somehow therefore thus meanwhile instead otherwise yet far well today tomorrow tonight yesterday rather almost nearly simply merely actually honestly frankly ' +
        'unfortunately sadly hopefully certainly definitely clearly obviously completely absolutely truly sincerely deeply fully personally directly immediately recently ' +
        'currently previously apparently possibly probably likely indeed further anyway together apart back away ago once twice later earlier first sooner properly asap',
    ],
    [Tag.interjection, 'yes no ok okay oh hi hello hey thanks thank sorry please well wow yep yeah sure'],
  ),
);

/** {@link Tag} flags of the words of the closed classes. */
export const closedClass = new WordFlags((norm) => closed().get(norm) ?? 0);

/** Participles that describe a state or a feeling: `we are delighted` is no passive. */
export const stateParticiples = new Set(
  (
    'delighted pleased disappointed concerned interested satisfied dissatisfied confused worried committed supposed located closed open sold gone based related ' +
    'limited surprised frustrated annoyed upset saddened excited tired determined dedicated experienced qualified entitled required used involved booked honoured ' +
    'thrilled embarrassed ashamed mistaken relieved shocked alarmed dismayed disheartened gutted amazed baffled crestfallen'
  ).split(' '),
);

/** Words that are nouns far more often than verbs unless a subject, `to` or a modal stands before them. */
export const nounFirst = wordClass(
  'order orders return returns refund refunds issue issues contact contacts email emails call calls charge charges check checks claim claims request requests question questions query queries review reviews change changes update updates account accounts report reports delay delays cost costs work works travel help stay stays visit visits reply replies answer answers offer offers service services ship ships post posts mail text texts note notes cause causes damage experience concern concerns price prices rate rates book books credit credits ticket record records document documents form forms time times place places point points result results start end stop show sound name names number numbers card cards bank store stores shop shops hand hands deal deals care interest value use need needs wait hope miss plan plans address addresses label labels fee fees bill bills fault mistake error problem box boxes team teams staff support trouble match comment comments complaint complaints key keys message messages phone fax upgrade patience view views test tests fix fixes guide charge progress process access control design display drive figure file files flight flights focus gift grade grant group house land lead leave level light line link lock look love mark mind move notice order pack park part permit pool present purchase race range reach reason repair reserve rest ride ring room run sale schedule search seat share sign size sleep sort space stage step stock storm store stress supply switch talk taste term thank tip touch track trade train transfer treat trip trust turn type view voice vote wish word can will may',
);

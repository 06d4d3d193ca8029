import { wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import { DEPARTMENTS, PERSONS, THIRD_PERSON, actorOf, isPerson, sentenceOfWord } from './actors.js';
import type { Words } from '../../text/words.js';
import type { Actor, NounPhrase, Sentence } from '../reading.js';
import type { Actors } from './actors.js';
import type { Grammar } from './grammar.js';
import type { Tagged } from './tagger.js';

/** Words that name a part of a group. */
const PARTS = wordClass('one some any none each several many few most both member members somebody someone anybody anyone part half');

/** How far a noun phrase may reach. Longer ones do not occur in replies; the bound keeps the scan linear. */
const LONGEST = 12;

/**
 * The noun phrase that begins at word `at` (`at` itself when none does): determiners, possessors, modifiers, head. Prepositional phrases are left outside,
 * but "of" and "in" after a head that needs them decide whose it is (`someone in our warehouse`).
 */
export function nounPhraseAt(
  words: Words,
  text: string,
  tags: Tagged,
  at: number,
  end: number,
  actors: Actors,
  sentence: Sentence,
): NounPhrase {
  const { norm, gap } = words;
  let to = at;
  let head = at;
  const stop = Math.min(end, at + LONGEST);
  if (tags.pos[at] === 'pronoun') {
    // "has anybody else reported it", "have you guys got any news"
    const joined = norm[at + 1] === 'else' || (norm[at] === 'you' && /^(?:guys|folks|lot)$/.test(norm[at + 1] ?? ''));
    to = norm[at] === 'no' || joined ? at + 2 : at + 1;
  } else {
    while (to < stop) {
      const pos = tags.pos[to];
      if (to > at && gap[to] & (Gap.stop | Gap.break | Gap.comma | Gap.blankLine | Gap.openBracket | Gap.closeBracket)) break;
      // "our team at 800-…", "platform 9": a number behind a noun is not what the phrase is about.
      if (pos === 'nominal' || (pos === 'number' && tags.pos[head] !== 'nominal')) head = to;
      else if (pos === 'number') {
        to += 1;
        continue;
      } else if (pos === 'genitive' && to > at && to + 1 < stop && (tags.pos[to + 1] === 'nominal' || tags.pos[to + 1] === 'adverb'))
        head = to;
      else if (pos === 'determiner' || pos === 'possessive') {
        if (to > at && tags.pos[to - 1] !== 'determiner' && tags.pos[to - 1] !== 'genitive') break;
        head = to;
      } else if (pos === 'adverb' && to > at && tags.pos[to - 1] !== 'nominal' && to + 1 < stop && tags.pos[to + 1] === 'nominal') {
        to += 1;
        continue;
      } else if (pos === 'adverb' && to === at && (norm[to] === 'only' || norm[to] === 'even') && tags.pos[to + 1] === 'determiner') {
        to += 1;
        continue;
      } else break;
      to += 1;
    }
  }
  if (to === at) return { from: at, to: at, head: at, start: words.start[at], end: words.start[at], actor: 'thing' };
  const whole = (PARTS.at(words, to - 1) || isPerson(words, to)) && wholeOf(words, text, tags, to, end, actors, sentence);
  if (whole) {
    // "One of the receptionists ticked it; she was told": one of many is he or she.
    if (actors.last && norm[at] === 'one') actors.last = { ...actors.last, plural: false };
    // "The girl on the till rang it up; she …"
    else if (whole.actor === 'colleague' && PERSONS.at(words, to - 1))
      actors.last = {
        actor: 'colleague',
        sentence: sentence.index,
        plural: /^(?:people|men|women|boys|girls|kids|ladies)$/.test(norm[to - 1]),
      };
    return { from: at, to: whole.to, head: whole.head, start: words.start[at], end: whole.end, actor: whole.actor };
  }
  const actor = actorOf(words, text, tags, at, to, head, actors, sentence);
  if ((actor === 'colleague' || actor === 'department' || actor === 'third-party') && !THIRD_PERSON.at(words, at))
    actors.last = { actor, sentence: sentence.index, plural: /[^s]s$/.test(norm[head]) && tags.pos[at] !== 'nominal' };
  return { from: at, to, head, start: words.start[at], end: words.end[to - 1], actor };
}

/**
 * "one of our temps", "a member of our sales staff", "somebody in our returns department": the part is named by the whole, which must be people of ours.
 */
function wholeOf(
  words: Words,
  text: string,
  tags: Tagged,
  at: number,
  end: number,
  actors: Actors,
  sentence: Sentence,
): NounPhrase | undefined {
  if (at >= end || words.gap[at] & (Gap.stop | Gap.break | Gap.comma) || !/^(?:of|in|at|from|on|with)$/.test(words.norm[at]))
    return undefined;
  const whole = nounPhraseAt(words, text, tags, at + 1, end, actors, sentence);
  if (whole.to === at + 1) return undefined;
  const ours = whole.actor === 'colleague' || whole.actor === 'department';
  const place =
    words.norm[at] !== 'of' &&
    (DEPARTMENTS.at(words, whole.head) || /^(?:office|desk|counter|till|phones|switchboard)$/.test(words.norm[whole.head]));
  if (!ours && !place && whole.actor !== 'third-party') return undefined;
  return { ...whole, actor: whole.actor === 'third-party' ? 'third-party' : 'colleague' };
}

/**
 * Who is told of as a person by the "who" behind: "our Saturday hand, who …" works here, and "Hartwell, who plate the steel for us" is a firm that works for us.
 * Anybody else stays what the words make them.
 */
export function actorBeforeWho({ norm }: Words, { from, actor }: NounPhrase, who: number): Actor {
  if (actor !== 'thing' && actor !== 'colleague') return actor;
  for (let i = who + 1; i < Math.min(norm.length, who + 8); i += 1) if (norm[i] === 'us' && norm[i - 1] === 'for') return 'third-party';
  return actor === 'thing' && /^(?:our|my)$/.test(norm[from]) ? 'colleague' : actor;
}

/** The noun phrase that begins at word `from` or right behind a determiner there, with its actor; undefined when none does. For by-phrases, possessors and causes. */
export function actorOfStretch(grammar: Grammar, from: number, end: number): NounPhrase | undefined {
  const sentence = sentenceOfWord(grammar.sentences, from);
  if (!sentence || from >= end) return undefined;
  const phrase = nounPhraseAt(grammar.words, grammar.text, grammar.tags, from, Math.min(end, sentence.to), { ...grammar.actors }, sentence);
  return phrase.to > from ? phrase : undefined;
}

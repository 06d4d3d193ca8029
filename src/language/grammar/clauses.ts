import { wordClass } from '../../lexicon/index.js';
import { Gap, type Words } from '../../text/words.js';
import type { Clause, Mood, NounPhrase, Sentence } from '../reading.js';
import type { Actors } from './actors.js';
import { actorBeforeWho, nounPhraseAt } from './noun-phrases.js';
import type { Tagged } from './tagger.js';
import { HARD, opensGroup, readGroup, stripGroup, type Group } from './verb-groups.js';

/** A clause while its sentence is read. */
type Growing = { -readonly [K in keyof Clause]: Clause[K] };

interface Pending {
  readonly phrase: NounPhrase;
  /** It follows a verb of its own clause: an object, unless the next verb stands right behind it. */
  readonly object: boolean;
}

const CONDITION = new Set(['if', 'unless', 'when', 'whenever', 'once', 'provided', 'whether', 'until', 'till', 'lest']);
const SHORT_LINKED = wordClass('not so possible needed necessary required applicable');

/**
 * Cuts one sentence into clauses: one for each verb group (finite, infinitive or participle), or one for the whole sentence when it has no verb.
 * Subjects come from what stands before the verb; a verb after a coordinator without a noun phrase of its own takes the subject of the clause before it;
 * an infinitive or participle takes its governor's.
 */
export function readClauses(words: Words, text: string, tags: Tagged, sentence: Sentence, actors: Actors, first: number): Clause[] {
  const { norm, gap } = words;
  const clauses: Growing[] = [];
  const pending: Pending[] = [];
  let antecedent: NounPhrase | undefined;
  let link: string | undefined;
  let linkAt = -1;
  let lastWasCoordinator = false;
  let coordinatorAt = -1;
  /** First word after the last comma or stronger sign since the last verb; -1 when there was none. */
  let boundary = -1;
  let governed = false;
  let lastPhrase: NounPhrase | undefined;
  /** What the last clause tells that somebody has. */
  let owned: NounPhrase | undefined;

  const questionSentence = sentence.question;

  const finish = (group: Group, subject: NounPhrase | undefined): void => {
    const from = clauseStart(group, subject);
    const opener = link;
    const mood: Mood = moodOf(group, opener, subject);
    clauses.push({
      index: first + clauses.length,
      from,
      to: group.to,
      start: words.start[from],
      end: words.end[group.to - 1],
      sentence: sentence.index,
      link: opener,
      subject,
      verb: stripGroup(group),
      mood,
      // "You forgot nothing."
      negated: group.negated || norm[group.to] === 'nothing' || (subject !== undefined && negatedPhrase(norm, subject)),
      mention: false,
    });
  };

  const moodOf = (group: Group, opener: string | undefined, subject: NounPhrase | undefined): Mood => {
    if (opener !== undefined && CONDITION.has(opener)) {
      if (opener === 'if' && group.tense === 'perfect' && norm[group.from] !== 'have' && norm[group.from] !== 'has' && !group.modal)
        return 'counterfactual';
      return opener === 'whether' ? 'question' : 'condition';
    }
    if (group.inverted && (norm[group.from] === 'had' || norm[group.from] === 'should') && !questionSentence)
      return norm[group.from] === 'had' ? 'counterfactual' : 'condition';
    if (group.imperative && !subject) return 'imperative';
    if (questionSentence && (group.inverted || opener === undefined || clauses.length === 0)) return 'question';
    return 'statement';
  };

  let i = sentence.from;
  while (i < sentence.to) {
    const pos = tags.pos[i];
    if (i > sentence.from && gap[i] & (HARD | Gap.comma | Gap.openBracket | Gap.closeBracket)) {
      if (gap[i] & HARD) {
        pending.length = 0;
        link = undefined;
        lastWasCoordinator = false;
      }
      // "If not,", "If so,", "When possible,": the link has had its say without a verb.
      if (link !== undefined && gap[i] & Gap.comma && i - linkAt <= 2 && norm[i - 1] !== link && SHORT_LINKED.at(words, i - 1))
        link = undefined;
      boundary = i;
      governed = false;
    }
    if (pos === 'coordinator') {
      lastWasCoordinator = true;
      coordinatorAt = i;
      if (norm[i] === 'but' || clauses.length > 0) {
        if (clauses.length > 0 && i >= clauses[clauses.length - 1].to) {
          link = norm[i];
          linkAt = i;
        }
      }
      i += 1;
      governed = false;
      continue;
    }
    if (pos === 'subordinator' || pos === 'relative') {
      if (pos === 'relative' && lastPhrase && i > 0 && lastPhrase.to >= i - 1) {
        // "Tanners in Leeds, who dye them for us": the place says where they are.
        const top = pending[pending.length - 1];
        const placed = top !== undefined && norm[i] === 'who' && top.phrase !== lastPhrase && top.phrase.to === lastPhrase.from - 1;
        if (placed && actorBeforeWho(words, top.phrase, i) === 'third-party') lastPhrase = top.phrase;
        if (norm[i] === 'who') {
          const actor = actorBeforeWho(words, lastPhrase, i);
          if (actor !== lastPhrase.actor) {
            const known: NounPhrase = { ...lastPhrase, actor };
            if (top?.phrase === lastPhrase) pending[pending.length - 1] = { ...top, phrase: known };
            lastPhrase = known;
            actors.last = { actor, sentence: sentence.index, plural: actor === 'third-party' };
          }
        }
        antecedent = lastPhrase;
      } else antecedent = undefined;
      link = norm[i];
      linkAt = i;
      lastWasCoordinator = false;
      governed = false;
      i += 1;
      continue;
    }
    if (pos === 'preposition') {
      governed = true;
      i += 1;
      continue;
    }
    if (pos === 'adverb' || pos === 'interjection') {
      i += 1;
      continue;
    }
    if (
      pos === 'modal' ||
      pos === 'auxiliary' ||
      pos === 'verb' ||
      pos === 'to' ||
      (pos === 'negation' && opensGroup(tags, i, sentence.to))
    ) {
      const nextToSubject = pending.length > 0 && pending[pending.length - 1].phrase.to >= i - 2;
      // "Your comments about the noise are fair": a subject that waits for its verb needs no second one, save in a question.
      // "What happened is the new starter never saved it": so is what is told of.
      const told = clauses[clauses.length - 1];
      const whatBefore = told?.link === 'what' && told.to === i;
      const subjectBefore = nextToSubject || (!questionSentence && (whatBefore || pending.some(({ object }) => !object)));
      const group = readGroup(words, tags, i, sentence, actors, text, nextToSubject, subjectBefore);
      const subject = subjectOf(group, i);
      finish(group, subject);
      i = group.to;
      link = undefined;
      antecedent = undefined;
      lastWasCoordinator = false;
      governed = false;
      boundary = -1;
      continue;
    }
    const phrase = nounPhraseAt(words, text, tags, i, sentence.to, actors, sentence);
    if (phrase.to <= i) {
      i += 1;
      continue;
    }
    lastPhrase = phrase;
    const holder = clauses[clauses.length - 1];
    if (boundary < 0 && holder?.verb?.lemma === 'have' && phrase.from === holder.verb.to) owned = phrase;
    // "From now on we check": what can only be a subject is nobody's object.
    const waiting = pending.length > 0 && !pending[pending.length - 1].object;
    if ((!governed || /^(?:i|we|he|she|they)$/.test(norm[phrase.from])) && !(waiting && isTimeAdverbial(norm, phrase)))
      pending.push({ phrase, object: clauses.length > 0 && boundary < 0 && link === undefined && !lastWasCoordinator });
    governed = false;
    i = phrase.to;
  }

  if (clauses.length === 0)
    clauses.push({
      index: first,
      from: sentence.from,
      to: sentence.to,
      start: sentence.start,
      end: sentence.end,
      sentence: sentence.index,
      link: undefined,
      subject: pending[0]?.phrase,
      verb: undefined,
      mood: questionSentence ? 'question' : 'statement',
      negated: false,
      mention: false,
    });
  return tileClauses(clauses, words, sentence);

  function subjectOf(group: Group, at: number): NounPhrase | undefined {
    if (group.inverted) return group.inverted;
    // "I'm sorry Hugo, please write": what is asked for behind a sign has no subject before it.
    if (group.imperative && /^(?:please|kindly|pls|plz)$/.test(norm[at - 1] ?? '') && (at - 1 === sentence.from || gap[at - 1] & Gap.comma))
      return undefined;
    // "If you have no luck, ring us": the condition has its own object, and the command no subject.
    const last = clauses[clauses.length - 1];
    if (group.imperative && gap[at] & Gap.comma && last?.verb && last.mood === 'condition' && pending[pending.length - 1]?.object)
      return undefined;
    // "Any trouble, write back": what is named before the comma is when to do it, not who does.
    if (group.imperative && gap[at] & Gap.comma && clauses.length === 0 && /^(?:any|another|more|further)$/.test(norm[sentence.from]))
      return undefined;
    const before = clauses[clauses.length - 1];
    if (group.infinitive || group.participial) {
      // "for us to send": the phrase right before "to" that a preposition governs.
      if (lastPhrase && lastPhrase.to === at && group.infinitive && norm[lastPhrase.from - 1] === 'for') return lastPhrase;
      // "We have two engineers left", "I had the boiler checked": said of what somebody has, not of who has it.
      if (group.participial && group.voice === 'passive' && owned && owned.from === before?.verb?.to) return owned;
      return before?.subject ?? (group.participial ? pending[pending.length - 1]?.phrase : undefined);
    }
    const own = pending[pending.length - 1]?.phrase;
    // "the claim that nobody answered": whoever stands between the link and the verb is its subject.
    const fronted = own !== undefined && own.from > linkAt && onlyAdverbs(tags, own.to, at);
    if (antecedent && !fronted && (linkAt === at - 1 || onlyAdverbs(tags, linkAt + 1, at))) return antecedent;
    const top = pending[pending.length - 1];
    if (top) {
      const adjacent = onlyAdverbs(tags, top.phrase.to, at);
      if (adjacent) {
        // "the team who took your call failed": an object is passed over for the phrase that still waits for its verb.
        if (top.object && pending.length > 1 && before?.link !== undefined && isRelative(before.link)) {
          const waiting = lastWaiting();
          if (waiting) return waiting;
        }
        pending.pop();
        return top.phrase;
      }
      // "it was received, but the officer on duty forgot": who stands behind the coordinator needs a verb too.
      if (!(lastWasCoordinator && before) || (!top.object && top.phrase.from === coordinatorAt + 1)) {
        const waiting = lastWaiting();
        if (waiting) return waiting;
        if (!before || before.link !== undefined) {
          pending.pop();
          return top.phrase;
        }
      }
    }
    if (group.imperative) return undefined;
    // "(that) waiting for three hours is …": the doing itself is the subject, not whoever was spoken of before.
    // "What you say is not correct": so is what is said.
    if (before?.link === 'what' && before.from === sentence.from && clauses.length === 1) return undefined;
    if (!lastWasCoordinator && before?.verb?.tense === 'none' && tags.form[before.verb.from] === 'ing') return undefined;
    // "We sent it to a card you had closed and did not look": the coordinator goes back to the verb of its own tense.
    const main = clauses[clauses.length - 2];
    if (lastWasCoordinator && before?.verb?.tense === 'perfect' && group.tense === 'past' && main?.verb?.tense === 'past')
      return main.subject;
    return before?.subject;
  }

  /** The last phrase that stood before any verb of its clause and has not become a subject. */
  function lastWaiting(): NounPhrase | undefined {
    for (let k = pending.length - 1; k >= 0; k -= 1) {
      if (pending[k].object) continue;
      const { phrase } = pending[k];
      pending.length = k;
      return phrase;
    }
    return undefined;
  }

  /** The clause begins at its subject, or at its verb, and takes the adverbs and links before it. */
  function clauseStart(group: Group, subject: NounPhrase | undefined): number {
    const floor = clauses.length > 0 ? clauses[clauses.length - 1].to : sentence.from;
    // "the inconvenience caused": what tells more of a noun leaves the noun where it stands.
    if (group.participial && group.voice === 'passive' && subject !== undefined && clauses.length > 0) return group.from;
    if (clauses.length === 0) return floor;
    let start = subject && subject.from >= floor && subject.from < group.from ? subject.from : group.from;
    if (boundary > floor && boundary < start) start = boundary;
    while (start > floor && !(gap[start] & HARD)) {
      const pos = tags.pos[start - 1];
      // "We packed it badly, and I apologise": what stands before the comma of a coordinator belongs to the clause before.
      if (tags.pos[start] === 'coordinator' && gap[start] & Gap.comma) break;
      if (pos !== 'adverb' && pos !== 'subordinator' && pos !== 'relative' && pos !== 'coordinator' && pos !== 'interjection') break;
      start -= 1;
    }
    return start;
  }
}

function isRelative(link: string): boolean {
  return link === 'who' || link === 'which' || link === 'that' || link === 'whose' || link === 'whom' || link === 'where';
}

/** "that night", "last week": a time between a subject and its verb. */
function isTimeAdverbial(norm: readonly string[], { from, to, head }: NounPhrase): boolean {
  return (
    to > from + 1 &&
    /^(?:this|that|last|next|each|every|one)$/.test(norm[from]) &&
    /^(?:day|night|morning|afternoon|evening|week|weekend|month|year|time|shift)$/.test(norm[head])
  );
}

function negatedPhrase(norm: readonly string[], phrase: NounPhrase): boolean {
  const first = norm[phrase.from];
  return first === 'no' || first === 'nobody' || first === 'nothing' || first === 'none' || first === 'neither';
}

function onlyAdverbs(tags: Tagged, from: number, to: number): boolean {
  if (from > to) return false;
  for (let i = from; i < to; i += 1) if (tags.pos[i] !== 'adverb' && tags.pos[i] !== 'negation' && tags.pos[i] !== 'pronoun') return false;
  return true;
}

/** Lets each clause reach to the start of the next one, and the last to the end of the sentence. */
function tileClauses(clauses: Growing[], words: Words, sentence: Sentence): Clause[] {
  clauses.forEach((clause, k) => {
    if (k === 0) clause.from = sentence.from;
    clause.to = k + 1 < clauses.length ? Math.max(clauses[k + 1].from, clause.to) : sentence.to;
    clause.start = words.start[clause.from];
    clause.end = words.end[clause.to - 1];
  });
  return clauses;
}

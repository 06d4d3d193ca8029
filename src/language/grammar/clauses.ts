import { wordClass } from '../../lexicon/index.js';
import { last } from '../../text/last.js';
import { Gap, type Words } from '../../text/words.js';
import type { Clause, Mood, NounPhrase, Sentence } from '../reading.js';
import type { Actors } from './actors.js';
import { actorBeforeWho, nounPhraseAt } from './noun-phrases.js';
import { withSharedAuxiliary } from './shared-auxiliary.js';
import type { Tagged } from './tagger.js';
import { HARD, opensGroup, readGroup, type Group } from './verb-groups.js';

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
 * Cuts sentences into clauses: one for each verb group (finite, infinitive or participle), or one for a whole sentence that has no verb.
 * Subjects come from what stands before the verb; a verb after a coordinator without a noun phrase of its own takes the subject of the clause before it;
 * an infinitive or participle takes its governor's.
 */
export class ClauseReader {
  /** The clauses of all sentences that were read. */
  readonly clauses: Growing[] = [];
  sentence!: Sentence;
  /** Index of the first clause of the sentence. */
  first = 0;
  readonly pending: Pending[] = [];
  antecedent: NounPhrase | undefined = undefined;
  link: string | undefined = undefined;
  linkAt = -1;
  lastWasCoordinator = false;
  coordinatorAt = -1;
  /** First word after the last comma or stronger sign since the last verb; -1 when there was none. */
  boundary = -1;
  governed = false;
  lastPhrase: NounPhrase | undefined = undefined;
  /** What the last clause tells that somebody has. */
  owned: NounPhrase | undefined = undefined;

  constructor(
    readonly words: Words,
    readonly text: string,
    readonly tags: Tagged,
    readonly actors: Actors,
  ) {}

  /** Adds the clauses of the next sentence, which must have words: goes through it from its first word to its last. */
  read(sentence: Sentence): void {
    this.begin(sentence);
    const { words, text, tags, actors, clauses, pending } = this;
    const { norm, gap } = words;
    let i = sentence.from;
    while (i < sentence.to) {
      const pos = tags.pos[i];
      if (i > sentence.from && gap[i] & (HARD | Gap.comma | Gap.openBracket | Gap.closeBracket)) {
        if (gap[i] & HARD) {
          this.forgetPending();
          this.link = undefined;
          this.lastWasCoordinator = false;
        }
        // "If not,", "If so,", "When possible,": the link has had its say without a verb.
        if (
          this.link !== undefined &&
          gap[i] & Gap.comma &&
          i - this.linkAt <= 2 &&
          norm[i - 1] !== this.link &&
          SHORT_LINKED.at(words, i - 1)
        )
          this.link = undefined;
        this.boundary = i;
        this.governed = false;
      }
      if (pos === 'coordinator') {
        this.lastWasCoordinator = true;
        this.coordinatorAt = i;
        if (this.count > 0 && i >= clauses[clauses.length - 1].to) {
          this.link = norm[i];
          this.linkAt = i;
        }
        i += 1;
        this.governed = false;
        continue;
      }
      if (pos === 'subordinator' || pos === 'relative') {
        if (pos === 'relative' && this.lastPhrase && i > 0 && this.lastPhrase.to >= i - 1) {
          // "Tanners in Leeds, who dye them for us": the place says where they are.
          const top = last(pending);
          const placed =
            top !== undefined && norm[i] === 'who' && top.phrase !== this.lastPhrase && top.phrase.to === this.lastPhrase.from - 1;
          if (placed && actorBeforeWho(words, top.phrase, i) === 'third-party') this.lastPhrase = top.phrase;
          if (norm[i] === 'who') {
            const actor = actorBeforeWho(words, this.lastPhrase, i);
            if (actor !== this.lastPhrase.actor) {
              const known: NounPhrase = { ...this.lastPhrase, actor };
              if (top?.phrase === this.lastPhrase) pending[pending.length - 1] = { ...top, phrase: known };
              this.lastPhrase = known;
              actors.last = { actor, sentence: sentence.index, plural: actor === 'third-party' };
            }
          }
          this.antecedent = this.lastPhrase;
        } else this.antecedent = undefined;
        this.link = norm[i];
        this.linkAt = i;
        this.lastWasCoordinator = false;
        this.governed = false;
        i += 1;
        continue;
      }
      if (pos === 'preposition') {
        this.governed = true;
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
        const told = this.latest();
        const whatBefore = told?.link === 'what' && told.to === i;
        const subjectBefore = nextToSubject || (!sentence.question && (whatBefore || pending.some(({ object }) => !object)));
        const group = readGroup(words, tags, i, sentence, actors, text, nextToSubject, subjectBefore);
        const subject = this.subjectOf(group, i);
        this.finish(withSharedAuxiliary(this, group, subject), subject);
        i = group.verb.to;
        this.link = undefined;
        this.antecedent = undefined;
        this.lastWasCoordinator = false;
        this.governed = false;
        this.boundary = -1;
        continue;
      }
      const phrase = nounPhraseAt(words, text, tags, i, sentence.to, actors, sentence);
      if (phrase.to <= i) {
        i += 1;
        continue;
      }
      this.lastPhrase = phrase;
      const holder = this.latest();
      if (this.boundary < 0 && holder?.verb?.lemma === 'have' && phrase.from === holder.verb.to) this.owned = phrase;
      // "From now on we check": what can only be a subject is nobody's object.
      const waiting = pending.length > 0 && !pending[pending.length - 1].object;
      if ((!this.governed || /^(?:i|we|he|she|they)$/.test(norm[phrase.from])) && !(waiting && isTimeAdverbial(norm, phrase)))
        pending.push({ phrase, object: this.count > 0 && this.boundary < 0 && this.link === undefined && !this.lastWasCoordinator });
      this.governed = false;
      i = phrase.to;
    }

    if (this.count === 0)
      clauses.push({
        index: clauses.length,
        from: sentence.from,
        to: sentence.to,
        start: sentence.start,
        end: sentence.end,
        sentence: sentence.index,
        link: undefined,
        subject: pending[0]?.phrase,
        verb: undefined,
        mood: sentence.question ? 'question' : 'statement',
        negated: false,
        mention: false,
      });
    this.tile();
  }

  begin(sentence: Sentence): void {
    this.sentence = sentence;
    this.first = this.clauses.length;
    this.forgetPending();
    this.antecedent = undefined;
    this.link = undefined;
    this.linkAt = -1;
    this.lastWasCoordinator = false;
    this.coordinatorAt = -1;
    this.boundary = -1;
    this.governed = false;
    this.lastPhrase = undefined;
    this.owned = undefined;
  }

  /** How many clauses of the sentence were found. */
  get count(): number {
    return this.clauses.length - this.first;
  }

  /** The last clause that was found in the sentence. */
  latest(): Growing | undefined {
    return this.count > 0 ? this.clauses[this.clauses.length - 1] : undefined;
  }

  /** One by one, because a list whose length is made 0 gives its room away. */
  forgetPending(): void {
    while (this.pending.length > 0) this.pending.pop();
  }

  /** Lets each clause reach to the start of the next one, and the last to the end of the sentence. */
  tile(): void {
    const { clauses, words, sentence, first } = this;
    for (let k = first; k < clauses.length; k += 1) {
      const clause = clauses[k];
      if (k === first) clause.from = sentence.from;
      clause.to = k + 1 < clauses.length ? Math.max(clauses[k + 1].from, clause.to) : sentence.to;
      clause.start = words.start[clause.from];
      clause.end = words.end[clause.to - 1];
    }
  }

  finish(group: Group, subject: NounPhrase | undefined): void {
    const { words, sentence } = this;
    const { norm } = words;
    const from = this.clauseStart(group, subject);
    const opener = this.link;
    const mood: Mood = this.moodOf(group, opener, subject);
    this.clauses.push({
      index: this.clauses.length,
      from,
      to: group.verb.to,
      start: words.start[from],
      end: words.end[group.verb.to - 1],
      sentence: sentence.index,
      link: opener,
      subject,
      verb: group.verb,
      mood,
      // "You forgot nothing."
      negated:
        group.verb.negated ||
        (norm[group.verb.to] === 'nothing' && group.verb.to < sentence.to) ||
        (subject !== undefined && negatedPhrase(norm, subject)),
      mention: false,
    });
  }

  moodOf(group: Group, opener: string | undefined, subject: NounPhrase | undefined): Mood {
    const { norm } = this.words;
    if (opener !== undefined && CONDITION.has(opener)) {
      if (
        opener === 'if' &&
        group.verb.tense === 'perfect' &&
        norm[group.verb.from] !== 'have' &&
        norm[group.verb.from] !== 'has' &&
        !group.verb.modal
      )
        return 'counterfactual';
      return opener === 'whether' ? 'question' : 'condition';
    }
    if (group.inverted && (norm[group.verb.from] === 'had' || norm[group.verb.from] === 'should') && !this.sentence.question)
      return norm[group.verb.from] === 'had' ? 'counterfactual' : 'condition';
    if (group.imperative && !subject) return 'imperative';
    if (this.sentence.question && (group.inverted || opener === undefined || this.count === 0)) return 'question';
    return 'statement';
  }

  subjectOf(group: Group, at: number): NounPhrase | undefined {
    const { tags, sentence } = this;
    const { norm, gap } = this.words;
    if (group.inverted) return group.inverted;
    // "I'm sorry Hugo, please write": what is asked for behind a sign has no subject before it.
    // "For the reminders themselves please ring": nor behind a reflexive.
    const bids = group.imperative && /^(?:please|kindly|pls|plz)$/.test(norm[at - 1] ?? '');
    if (bids && (at - 1 === sentence.from || gap[at - 1] & Gap.comma || /^(?:them|him|her|it|your|my)sel(?:f|ves)$/.test(norm[at - 2])))
      return undefined;
    // "If you have no luck, ring us": the condition has its own object, and the command no subject.
    const condition = this.latest();
    if (group.imperative && gap[at] & Gap.comma && condition?.verb && condition.mood === 'condition' && last(this.pending)?.object)
      return undefined;
    // "Any trouble, write back": what is named before the comma is when to do it, not who does.
    if (group.imperative && gap[at] & Gap.comma && this.count === 0 && /^(?:any|another|more|further)$/.test(norm[sentence.from]))
      return undefined;
    const before = this.latest();
    if (group.infinitive || group.participial) {
      // "for us to send": the phrase right before "to" that a preposition governs.
      if (this.lastPhrase && this.lastPhrase.to === at && group.infinitive && norm[this.lastPhrase.from - 1] === 'for')
        return this.lastPhrase;
      // "We have two engineers left", "I had the boiler checked": said of what somebody has, not of who has it.
      if (group.participial && group.verb.voice === 'passive' && this.owned && this.owned.from === before?.verb?.to) return this.owned;
      return before?.subject ?? (group.participial ? last(this.pending)?.phrase : undefined);
    }
    const own = last(this.pending)?.phrase;
    // "the claim that nobody answered": whoever stands between the link and the verb is its subject.
    const fronted = own !== undefined && own.from > this.linkAt && onlyAdverbs(tags, own.to, at);
    if (this.antecedent && !fronted && (this.linkAt === at - 1 || onlyAdverbs(tags, this.linkAt + 1, at))) return this.antecedent;
    const top = last(this.pending);
    if (top) {
      const adjacent = onlyAdverbs(tags, top.phrase.to, at);
      if (adjacent) {
        // "the team who took your call failed": an object is passed over for the phrase that still waits for its verb.
        if (top.object && this.pending.length > 1 && before?.link !== undefined && isRelative(before.link)) {
          const waiting = this.lastWaiting();
          if (waiting) return waiting;
        }
        this.pending.pop();
        return top.phrase;
      }
      // "it was received, but the officer on duty forgot": who stands behind the coordinator needs a verb too.
      if (!(this.lastWasCoordinator && before) || (!top.object && top.phrase.from === this.coordinatorAt + 1)) {
        const waiting = this.lastWaiting();
        if (waiting) return waiting;
        if (!before || before.link !== undefined) {
          this.pending.pop();
          return top.phrase;
        }
      }
    }
    if (group.imperative) return undefined;
    // "(that) waiting for three hours is …": the doing itself is the subject, not whoever was spoken of before.
    // "What you say is not correct": so is what is said.
    if (before?.link === 'what' && before.from === sentence.from && this.count === 1) return undefined;
    if (!this.lastWasCoordinator && before?.verb?.tense === 'none' && tags.form[before.verb.from] === 'ing') return undefined;
    // "We sent it to a card you had closed and did not look": the coordinator goes back to the verb of its own tense.
    const main = this.count > 1 ? this.clauses[this.clauses.length - 2] : undefined;
    if (this.lastWasCoordinator && before?.verb && group.verb.tense === 'past' && main?.verb?.tense === 'past' && main.subject) {
      if (before.verb.tense === 'perfect') return main.subject;
      // "We wrote to an address you left and did not check it": who has an object of its own shares no gap with the words that tell more of a noun.
      if (isBareRelative(this.words, tags, before) && /^(?:it|them|him|her)$/.test(norm[group.verb.to] ?? '')) return main.subject;
    }
    // "Being billed for a bag | you never took | is absurd": what is told of the whole is not told of whoever did a part of it.
    if (before && !this.lastWasCoordinator && gap[at] === 0 && isBareRelative(this.words, tags, before)) return undefined;
    return before?.subject;
  }

  /** The last phrase that stood before any verb of its clause and has not become a subject. */
  lastWaiting(): NounPhrase | undefined {
    for (let k = this.pending.length - 1; k >= 0; k -= 1) {
      if (this.pending[k].object) continue;
      const { phrase } = this.pending[k];
      this.pending.length = k;
      return phrase;
    }
    return undefined;
  }

  /** The clause begins at its subject, or at its verb, and takes the adverbs and links before it. */
  clauseStart(group: Group, subject: NounPhrase | undefined): number {
    const { tags, sentence } = this;
    const { gap } = this.words;
    const floor = this.latest()?.to ?? sentence.from;
    // "the inconvenience caused": what tells more of a noun leaves the noun where it stands.
    if (group.participial && group.verb.voice === 'passive' && subject !== undefined && this.count > 0) return group.verb.from;
    if (this.count === 0) return floor;
    let start = subject && subject.from >= floor && subject.from < group.verb.from ? subject.from : group.verb.from;
    if (this.boundary > floor && this.boundary < start) start = this.boundary;
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

/** "a bag | you never took": a clause that tells more of the noun before it, with no word between. */
function isBareRelative({ gap }: Words, tags: Tagged, { link, subject, from, verb }: Clause): boolean {
  return (
    link === undefined &&
    subject?.from === from &&
    verb !== undefined &&
    verb.tense !== 'none' &&
    tags.pos[from - 1] === 'nominal' &&
    !(gap[from] & (HARD | Gap.comma))
  );
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

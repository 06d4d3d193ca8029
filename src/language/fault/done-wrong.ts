/** @file What was done, but not as it was due: the wrong thing, twice, late, given to another. */
import { classBy, listed } from '../../lexicon/index.js';
import { hasWord } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Clause, VerbGroup } from '../reading.js';
import { hasParticle, wordsAre } from '../window.js';

const WRONG_OBJECTS = listed('wrong-objects');

/** What nobody wants done twice. */
const DOUBLED = new Set(
  'charge bill debit book sell let reserve promise send deliver take print ship pay invoice enter post order process deduct cancel collect withdraw happen miss fail sell allocate issue'.split(
    ' ',
  ),
);

/** "The wrong invoice came from accounts". */
export function comesAmiss(reading: LazyReading, { subject, verb, to }: Clause): boolean {
  const { norm } = reading.grammar.words;
  if (!/^(?:come|originate|stem)$/.test(verb!.lemma) || verb!.negated || !subject) return false;
  return hasWord(norm, verb!.to, Math.min(to, verb!.to + 1), 'from') && wrongAfter(reading, subject.from, subject.to);
}

/** "We billed you at 9p when you should have been on 6p", "we rang her again after you had asked us to stop": our doing beside what was due. */
export function asWasNotDue(reading: LazyReading, { subject, verb, index, sentence }: Clause): boolean {
  if (subject?.actor !== 'own' || verb!.modal || /^(?:be|have|see|find|notice|realise|know|hear|learn)$/.test(verb!.lemma)) return false;
  for (const next of reading.clauses.slice(index + 1, index + 3)) {
    if (next.sentence !== sentence || !next.verb) break;
    const { actor } = next.subject ?? {};
    if (next.link === 'when' && next.verb.modal === 'should' && (actor === 'customer' || actor === 'thing')) return true;
    if (
      /^(?:after|although|though)$/.test(next.link ?? '') &&
      actor === 'customer' &&
      /^(?:ask|tell|request|warn)$/.test(next.verb.lemma)
    ) {
      const asked = reading.clauses[next.index + 1];
      return asked?.sentence === sentence && (asked.negated || /^(?:stop|refrain|wait)$/.test(asked.verb?.lemma ?? ''));
    }
  }
  return orderedOtherwise(reading, index, sentence, verb!.lemma);
}

/** "You ordered DN65 and we have packed DN50." */
function orderedOtherwise(reading: LazyReading, index: number, sentence: number, lemma: string): boolean {
  if (!/^(?:send|pack|ship|deliver|book|print|give|make|bring|serve|post|pick|supply|charge|bill)$/.test(lemma)) return false;
  const before = reading.clauses[index - 1];
  const { norm } = reading.grammar.words;
  const own = reading.clauses[index];
  return (
    before?.sentence === sentence &&
    before.subject?.actor === 'customer' &&
    before.verb !== undefined &&
    !before.verb.negated &&
    /^(?:order|ask|book|request|choose|want|pay)$/.test(before.verb.lemma) &&
    before.verb.tense === 'past' &&
    /^(?:and|but|while|whereas)$/.test(own.link ?? '') &&
    // "You asked for a label and we sent it."
    !/^(?:it|them|that|this|these|one)$/.test(norm[own.verb!.to] ?? '') &&
    own.to > own.verb!.to
  );
}

/** "We double-booked your table": the hyphen's first half is taken for the verb. */
export function doubled(norm: readonly string[], verb: VerbGroup): boolean {
  return verb.lemma === 'double' && /^(?:booked|charged|billed|counted)$/.test(norm[verb.to] ?? '');
}

/** gave your room away, gave your seat to somebody else. */
export function givenAway(reading: LazyReading, clause: Clause): boolean {
  const verb = clause.verb!;
  if (verb.lemma !== 'give' && verb.lemma !== 'sell') return false;
  const { words } = reading.grammar;
  return (
    hasParticle(words.norm, verb.to, clause.to, 'away') ||
    hasParticle(words.norm, verb.to, clause.to, 'else') ||
    (words.norm[verb.to] === 'to' && words.norm[verb.to + 1] === 'another') ||
    // "gave your room to a wedding party"
    (words.norm[verb.to] === 'your' &&
      /^(?:room|seat|table|place|slot|bed|spot)$/.test(words.norm[verb.to + 1] ?? '') &&
      words.norm[verb.to + 2] === 'to')
  );
}

/** "got the dates mixed up". */
export function mixedUp(reading: LazyReading, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  for (let i = clause.verb!.to; i < Math.min(clause.to, clause.verb!.to + 6); i += 1)
    if (/^(?:mixed|muddled|confused|swapped|backwards)$/.test(norm[i])) return true;
  return false;
}

/** "the grey cover instead of the green one", "in grey rather than blue"; not "instead of waiting". */
export function swapped(reading: LazyReading, from: number, to: number): boolean {
  const { words, tags } = reading.grammar;
  for (let i = from; i + 2 < to; i += 1)
    if (wordsAre(words, i, 'instead of') || wordsAre(words, i, 'rather than'))
      return tags.form[i + 2] !== 'ing' && !/^(?:a|any)$/.test(words.norm[i + 2]);
  return false;
}

/** Words that tell that something went wrong, alone or with the word before them. */
const TELLING = classBy((word) => WRONG_OBJECTS.has(word) || /^(?:accident|time|times)$/.test(word));

/** "the wrong size", "incorrect information", "twice", "too late", "in error": in the object or behind it. */
export function wrongAfter(reading: LazyReading, from: number, to: number, lemma = ''): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  for (let i = TELLING.first(words, from, to); i >= 0; i = TELLING.first(words, i + 1, to)) {
    if (norm[i] === 'accident' && norm[i - 1] === 'by') return true;
    // "debited a second time", "charged two times".
    const again = (norm[i] === 'time' && norm[i - 1] === 'second') || (norm[i] === 'times' && /^(?:two|three|2|3)$/.test(norm[i - 1]));
    if (again && DOUBLED.has(lemma) && !/^(?:ship|send|deliver)$/.test(lemma)) return true;
    if (!WRONG_OBJECTS.at(words, i)) continue;
    // "charged twice" is wrong; "checked twice" and "praised twice" are not.
    if (norm[i] === 'twice' && !DOUBLED.has(lemma)) continue;
    if (norm[i] === 'error' || norm[i] === 'mistake') {
      if (norm[i - 1] !== 'in' && norm[i - 1] !== 'by') continue;
    }
    if (norm[i] === 'late' && norm[i - 1] !== 'too' && norm[i + 1] !== 'delivery' && !cameLate(norm, i, lemma)) continue;
    return true;
  }
  return false;
}

/** "delivered it late", "turned up an hour late"; not "as late as nine". */
function cameLate(norm: readonly string[], at: number, lemma: string): boolean {
  return (
    /^(?:deliver|arrive|come|turn|send|start)$/.test(lemma) &&
    norm[at - 1] !== 'as' &&
    !/^(?:in|on|at|last|for|night|evening)$/.test(norm[at + 1] ?? '')
  );
}

import { formsOf, slice, verbReadings, type Clause, type Draft, type Fix } from 'replylint/rule';

/** What a subject begins with that is written small inside a sentence. */
const DETERMINERS = new Set('your the this that these those our a an no some all both each'.split(' '));

/** “Your cancellation was not processed” → “We did not process your cancellation”: of the plain past, where the sentence begins with its subject. */
export function inActive(draft: Draft, { subject, verb, from, link }: Clause, sentence: number): readonly Fix[] {
  const { words, text } = draft;
  if (!subject || !verb || link || verb.voice !== 'passive' || verb.tense !== 'past' || verb.modal || verb.progressive) return [];
  if (subject.from !== from || from !== sentence || subject.to !== verb.from || !DETERMINERS.has(words.norm[from])) return [];
  const helpers = words.norm.slice(verb.from, verb.main);
  if (verb.main !== verb.to - 1 || !/^(?:was|were)(?: not)?$/.test(helpers.join(' '))) return [];
  const acted = helpers.length > 1 ? `did not ${verb.lemma}` : pastOf(words.norm[verb.main], verb.lemma);
  const told = slice(text, subject);
  if (acted === undefined || told === '') return [];
  const span = { start: subject.start, end: verb.end };
  const active = `We ${acted} ${told[0].toLowerCase()}${told.slice(1)}`;
  return [{ label: `write “${active}”`, safety: 'suggestion', edits: [{ kind: 'text', span, text: active }] }];
}

/** The past tense of a verb that stands there as a participle. */
function pastOf(participle: string, lemma: string): string | undefined {
  const isPast = (form: string): boolean => verbReadings(form).some((reading) => reading.lemma === lemma && reading.forms.includes('past'));
  return [participle, ...formsOf(lemma)].find(isPast);
}

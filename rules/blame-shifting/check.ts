import type { Actor, Check, Look, Remark } from 'replylint/rule';

const BLAMED: ReadonlySet<Actor> = new Set<Actor>(['colleague', 'department', 'third-party']);

/** An asserted failure, or a deed told as its cause, whose author is somebody on our side other than I or we. One finding a sentence: the first author is the one that the reader meets. */
const check: Check = ({ language }) => {
  const remarks: Remark[] = [];
  let last = -1;
  for (const fault of language.faults) {
    if (!fault.asserted || !BLAMED.has(fault.actor) || fault.sentence === last || isOurDoing(language, fault)) continue;
    last = fault.sentence;
    const start = fault.role === 'subject' && fault.author ? fault.author.start : fault.start;
    remarks.push({ span: { start, end: fault.end }, variant: fault.actor === 'third-party' ? 'third-party' : undefined });
  }
  for (const deed of language.deeds) {
    const { actor, start, end } = deed;
    const told = isOurDoing(language, deed) || remarks.some(({ span }) => span && span.start < end && start < span.end);
    if (BLAMED.has(actor) && !told) remarks.push({ span: { start, end }, variant: actor === 'third-party' ? 'third-party' : undefined });
  }
  for (const { mood, subject, verb, mention, sentence, start, end } of language.clauses) {
    // "Had our supplier sent the boxes on time": what they did not do.
    const blamed = mood === 'counterfactual' && subject && BLAMED.has(subject.actor) && verb && !mention;
    if (!blamed || remarks.some(({ span }) => span && span.start < end && start < span.end)) continue;
    if (language.sentences[sentence].role === 'body')
      remarks.push({ span: { start, end }, variant: subject.actor === 'third-party' ? 'third-party' : undefined });
  }
  return remarks.sort((a, b) => a.span!.start - b.span!.start);
};

export default check;

/** "The crew drove to the wrong house because we gave them the wrong number": the failing of theirs is told as ours. */
function isOurDoing(language: Look['language'], { clause, sentence }: Look['language']['deeds'][number]): boolean {
  return language.faults.some(
    (other) =>
      other.sentence === sentence &&
      other.clause > clause &&
      other.actor === 'own' &&
      other.asserted &&
      /^(?:because|since|as)$/.test(language.clauses[other.clause].link ?? ''),
  );
}

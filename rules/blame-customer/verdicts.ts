import { Gap, inList, lemmaOf } from 'replylint/rule';
import type { Clause, Look, Span } from 'replylint/rule';
import { BROKEN, isDeed, UNBLAMED } from './doing.js';

/** Only who complains or is in trouble can be told that it is their own doing. */
const troubled = ({ language }: Look): boolean => /^(?:complaint|problem)$/.test(language.kind.value ?? '');
/** Words of us in what is said: then it is our failing, or shared. */
const OURS = /^(?:us|our|ours|we|i|my|me|mine)$/;
/** What a doing of theirs is called when it is laid to their account. */
const VERDICT = /^(?:fault|decision|choice|mistake|error|doing|risk|negligence|carelessness|blunder|oversight)$/;
/** What is told to have come of it. */
const OUTCOME = /^(?:what|why|reason|cause)$/;
const UNWISE = /^(?:smart|wise|clever|sensible|ideal|right|necessary|careful|advisable|good|best|bright|brilliant)$/;
/** Of which there can be too much, too little or too often. */
const MEASURE = /^(?:much|many|little|few|often|rarely|hard|hot|fast|high|full|tight|tightly|strong|deep|late|early|close)$/;
/** What nobody is blamed with. */
const CREDITED = new Set(
  'ask say plan find notice tell spot alert help suggest save point discover do come give arrange visit press mean experience manage misremember guess speak'.split(
    ' ',
  ),
);
const CAUSING = /^(?:comes?|came|stems?|stemmed|results?|resulted|arises?|arose|caused|due|down|owing|because)$/;

/** What is said of a doing of theirs to lay the trouble at their door. */
export function verdict(look: Look, clause: Clause): Span | undefined {
  if (!clause.verb || clause.mention || clause.mood !== 'statement' || !troubled(look)) return undefined;
  return (
    unheardOf(look, clause) ??
    comesOf(look, clause) ??
    onDoing(look, clause) ??
    unwise(look, clause) ??
    contrasted(look, clause) ??
    overdone(look, clause) ??
    broughtIn(look, clause)
  );
}

/** "Ignoring two letters is why it was closed", "leaving it to the last hour was your own decision"; not "ignoring your mails was wrong of us". */
function onDoing({ draft, language }: Look, clause: Clause): Span | undefined {
  const { verb, sentence, negated, from } = clause;
  const { firstClause, endClause, start } = language.sentences[sentence];
  const doing = language.clauses[firstClause];
  if (verb!.lemma !== 'be' || verb!.modal || negated || clause.index === firstClause || clause.index > firstClause + 2) return undefined;
  const { norm } = draft.words;
  const at = doing.verb?.main ?? -1;
  if (doing.subject || doing.verb?.tense !== 'none' || !norm[at]?.endsWith('ing') || at > doing.from + 1) return undefined;
  // Whoever is left or told without a word is the customer, and we did it.
  if (norm.slice(at, from).some((word) => /^(?:you|your|yourself|by)$/.test(word))) return undefined;
  const last = language.clauses[endClause - 1];
  const said = norm.slice(verb!.to, last.to);
  if (said.some((word) => OURS.test(word))) return undefined;
  const laid = said
    .slice(0, 6)
    .some((word, i) => VERDICT.test(word) && said.slice(0, i).some((other) => /^(?:your|nobody|no)$/.test(other)));
  const followed =
    OUTCOME.test(said[0] ?? '') &&
    said
      .slice(1)
      .some(
        (word) =>
          BROKEN.test(word) || /^(?:closed|charged|fined|caused|led|cost|cleared|removed|sold|given|stopped|towed|resold)$/.test(word),
      );
  return laid || followed ? { start, end: last.end } : undefined;
}

/** "This is what happens when you wash wool at 60", "that's what comes of booking late". */
function comesOf({ draft, language }: Look, { verb, subject, sentence }: Clause): Span | undefined {
  const { norm, end } = draft.words;
  const { from, to, start } = language.sentences[sentence];
  if (verb!.lemma !== 'be' || verb!.tense !== 'present' || verb!.negated || subject?.from !== from || !/^(?:this|that)$/.test(norm[from]))
    return undefined;
  if (norm[verb!.to] !== 'what' || !/^(?:happens|comes|you)$/.test(norm[verb!.to + 1] ?? '')) return undefined;
  for (let i = verb!.to + 2; i + 1 < Math.min(to, verb!.to + 5); i += 1) {
    const theirs = /^(?:when|if)$/.test(norm[i]) && norm[i + 1] === 'you';
    if (theirs || (/^(?:of|from|for)$/.test(norm[i]) && norm[i + 1].endsWith('ing'))) return { start, end: end[to - 1] };
  }
  return undefined;
}

/** "You made two bookings, which was not wise." */
function unwise({ draft, language }: Look, { verb, link, negated, index, sentence, to, end }: Clause): Span | undefined {
  if (link !== 'which' || verb!.lemma !== 'be' || !negated || verb!.modal) return undefined;
  const before = language.clauses[index - 1];
  if (before?.sentence !== sentence || before.subject?.actor !== 'customer' || !before.verb || !isDeed(before)) return undefined;
  const { norm } = draft.words;
  return norm.slice(verb!.to, Math.min(to, verb!.to + 4)).some((word) => UNWISE.test(word))
    ? { start: before.subject.start, end }
    : undefined;
}

/** "You ordered one lamp, not two", where nothing is ours in the reply. */
function contrasted(look: Look, clause: Clause): Span | undefined {
  const { draft, language } = look;
  const { verb, subject, to, sentence } = clause;
  if (subject?.actor !== 'customer' || !isDeed(clause) || !inList('customer-controls', verb!.lemma)) return undefined;
  const { norm, gap, end } = draft.words;
  const last = language.sentences[sentence].to;
  for (let i = verb!.to + 1; i < Math.min(last - 1, Math.max(to, verb!.to + 8)); i += 1) {
    if (norm[i] !== 'not' || !(gap[i] & Gap.comma)) continue;
    if (last - i > 5 || norm.slice(i, last).some((word) => OURS.test(word)) || isOwned(look)) return undefined;
    return { start: subject.start, end: end[last - 1] };
  }
  return undefined;
}

/** "You have been giving it too much water." */
function overdone({ draft }: Look, { verb, subject, negated, to }: Clause): Span | undefined {
  if (subject?.actor !== 'customer' || !verb!.progressive || negated || verb!.modal || UNBLAMED.has(verb!.lemma)) return undefined;
  const { norm, end } = draft.words;
  for (let i = verb!.to; i + 1 < to; i += 1)
    if (norm[i] === 'too' && MEASURE.test(norm[i + 1])) return { start: subject.start, end: end[to - 1] };
  return undefined;
}

/** "The blockage comes from the wipes you flush": what they do with it. What they chose, see or were given is no doing. */
function broughtIn({ draft, language }: Look, { verb, subject, negated, index, sentence, from, to, start }: Clause): Span | undefined {
  if (subject?.actor !== 'thing' || negated || verb!.modal) return undefined;
  const next = language.clauses[index + 1];
  if (next?.sentence !== sentence || next.link !== undefined || next.subject?.from !== next.from || next.subject.actor !== 'customer')
    return undefined;
  const { norm } = draft.words;
  if (
    !next.verb ||
    next.negated ||
    next.verb.modal ||
    UNBLAMED.has(next.verb.lemma) ||
    /^(?:choose|buy|order|use|ask|rent|take)$/.test(next.verb.lemma)
  )
    return undefined;
  const cause = norm.slice(from, to).findIndex((word) => CAUSING.test(word));
  if (cause < 0 || norm[next.from - 1] === 'day' || draft.words.gap[next.from] !== 0) return undefined;
  return { start, end: next.end };
}

/**
 * "You entered the old postcode" to somebody who wrote of no postcode: a deed that the customer did not tell, told flatly where nothing is owned or apologised
 * for. What they told themselves is only given back.
 */
function unheardOf(look: Look, clause: Clause): Span | undefined {
  const { draft, language } = look;
  const { subject, verb, sentence, start, from, end, link } = clause;
  const { words, customer } = draft;
  if (!customer || subject?.actor !== 'customer' || words.norm[subject.from] !== 'you' || link !== undefined || !isDeed(clause))
    return undefined;
  const opening = language.sentences[sentence];
  if (opening.question || from > opening.from || subject.from > opening.from + 1 || CREDITED.has(verb!.lemma) || isOwned(look))
    return undefined;
  if (language.empathy.some((statement) => statement.sentence === sentence)) return undefined;
  const told = new Set(customer.words.norm.map((word) => lemmaOf(word) ?? word));
  for (let i = verb!.main; i < opening.to; i += 1) {
    const word = lemmaOf(words.norm[i]) ?? words.norm[i];
    if (word.length > 3 && told.has(word)) return undefined;
  }
  return { start, end };
}

/** Something in the reply is told to be our failing, or apologised for. */
function isOwned({ language }: Look): boolean {
  return language.faults.some(({ actor, asserted }) => actor === 'own' && asserted) || language.apologies.some(({ mention }) => !mention);
}

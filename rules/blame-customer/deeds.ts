import { Gap, inList } from 'replylint/rule';
import type { Clause, Look, Span } from 'replylint/rule';
import { BROKEN, isDeed, UNBLAMED } from './doing.js';
import { against, bidden, byYou, leftUndone } from './duties.js';

/** Care that they left out: "without checking", "before reading". */
const CARE = new Set(
  'look check read ask test measure try consult verify inspect think compare wait give tell inform sign confirm enclose pay pack close lock secure press notify contact ring call include tape wrap label cover charge switch save back'.split(
    ' ',
  ),
);
/** Nouns of customers as a class. */
const CLASS =
  /^(?:customers|clients|guests|passengers|tenants|users|members|parents|owners|buyers|residents|travellers|travelers|patients|subscribers|riders|drivers|people|visitors|players|students|homeowners|pupils)$/;
const CHOOSING = new Set('choose pick book select order opt buy take accept go rent'.split(' '));
const TELLING = new Set('tell contact inform report notify ring call write complain raise mention'.split(' '));
const ADVISABLE =
  /^(?:sensible|advisable|better|best|wise|wiser|helpful|useful|prudent|preferable|easier|smarter|reasonable|appropriate|idea|thing|option|course)$/;
/** What befalls a customer by their own doing. */
const BEFALLEN = /^(?:locked|fined|charged|hacked|blocked|banned|refused|declined|rejected|billed|suspended|stopped|removed)$/;
const GIVEN_UP = new Set('forfeit void invalidate waive'.split(' '));
/** What is found out, or told, is to their credit. */
const CREDITED = new Set('find notice tell spot alert help suggest save point raise discover report show make put'.split(' '));

/** What customers are blamed with as plain fact: an act of theirs beside the care it left out, the loss that came of it, or the better one that was open to them. */
export function deed(look: Look, clause: Clause): Span | undefined {
  if (clause.mention || !clause.verb || look.language.isMention(clause.verb)) return undefined;
  const { subject, mood } = clause;
  const { norm } = look.draft.words;
  if (subject?.actor === 'customer' && mood === 'statement' && norm[subject.from] === 'people') return singledOut(look, clause);
  if (subject?.actor === 'customer' && mood === 'statement' && norm[subject.from] === 'you')
    return (
      bidden(look, clause) ??
      against(look, clause) ??
      leftUndone(look, clause) ??
      careless(look, clause) ??
      causes(look, clause) ??
      followed(look, clause) ??
      passedOver(look, clause) ??
      tooLate(look, clause) ??
      forfeits(look, clause) ??
      singledOut(look, clause) ??
      unlikeOthers(look, clause)
    );
  if (subject?.actor === 'own') return undefined;
  return advisable(look, clause) ?? laidOnAll(look, clause) ?? stems(look, clause) ?? byYou(look, clause);
}

/** "You signed the proof without asking for a sample", "you threw it away before looking inside": the care that was left out. */
function careless({ language, draft }: Look, clause: Clause): Span | undefined {
  if (!isDeed(clause)) return undefined;
  const { norm } = draft.words;
  const next = language.clauses[clause.index + 1];
  if (next?.sentence !== clause.sentence || !next.verb || !CARE.has(next.verb.lemma)) return undefined;
  if (!norm[next.verb.main].endsWith('ing')) return undefined;
  const opener = norm[clause.to - 1];
  const denied = opener === 'by' && next.negated;
  if (opener !== 'without' && !denied && !(opener === 'before' && /^(?:look|check|read|ask|test|measure|think|try)$/.test(next.verb.lemma)))
    return undefined;
  // "You told us without asking for anything": to their credit.
  const object = norm.slice(next.verb.to, next.to).join(' ');
  if (/\b(?:anything|help|compensation|refund|us|complaint|to|a penny)\b/.test(object) && next.verb.lemma === 'ask') return undefined;
  return { start: clause.subject!.start, end: next.end };
}

/** "The tray cracked since you let people walk on it": what broke, and what they did. */
function causes({ language, draft }: Look, clause: Clause): Span | undefined {
  if (clause.link !== 'because' && clause.link !== 'since' && clause.link !== 'as') return undefined;
  if (!isDeed(clause)) return undefined;
  const before = language.clauses[clause.index - 1];
  if (before?.sentence !== clause.sentence || !before.verb || before.verb.modal || !before.subject) return undefined;
  const { norm } = draft.words;
  // "You got locked out since you typed it wrong five times."
  const befell = before.subject.actor === 'customer' && before.verb.voice === 'passive' && BEFALLEN.test(norm[before.verb.main]);
  if (befell && before.verb.tense === 'past' && !before.negated) return { start: before.subject.start, end: clause.end };
  if (before.subject.actor !== 'thing') return undefined;
  if (before.verb.tense !== 'past' && before.verb.tense !== 'perfect') return undefined;
  const fell = before.verb.lemma === 'fall' && norm[before.verb.to] === 'through';
  const failed = fell || BROKEN.test(norm[before.verb.main]) || inList('fault-verbs', before.verb.lemma);
  return failed && !before.negated ? { start: before.subject.start, end: clause.end } : undefined;
}

/** "You kept the gate locked, so he could not get in": a deed, and the loss that it is made to explain. */
function followed({ language, draft }: Look, clause: Clause): Span | undefined {
  const { norm } = draft.words;
  const { verb } = clause;
  const kept = (verb!.lemma === 'keep' || verb!.lemma === 'stay') && verb!.tense === 'past' && !clause.negated && !verb!.modal;
  if ((!kept && !isDeed(clause)) || /^(?:before|after|when|while|until|if|once)$/.test(clause.link ?? '')) return undefined;
  const { endClause } = language.sentences[clause.sentence];
  for (let k = clause.index + 1; k < Math.min(endClause, clause.index + 4); k += 1) {
    const next = language.clauses[k];
    if (!next.verb) continue;
    const pointed =
      /^(?:why|how)$/.test(next.link ?? '') && norm[next.from - 1] === 'is' && /^(?:that|which|this)$/.test(norm[next.from - 2]);
    if (next.link !== 'so' && !pointed) {
      if (next.verb.tense === 'none' || norm[next.to - 1] === 'is') continue;
      return undefined;
    }
    if (next.subject?.actor === 'customer') return undefined;
    const said = norm.slice(next.from, next.to).join(' ');
    const helpless = /\b(?:no (?:way|chance|means|possibility|refund|compensation|claim)|unable|impossible)\b/.test(said);
    const unable = next.negated && /^(?:can|could)$/.test(next.verb.modal ?? '') && !/\bcharge|blame\b/.test(said);
    const through = next.verb.lemma === 'fall' && norm[next.verb.to] === 'through';
    const lost = (through || norm.slice(next.verb.from, next.to).some((word) => BROKEN.test(word))) && !next.negated;
    const laid = /\bdown to you\b/.test(said);
    const gone = pointed && (next.negated || next.subject?.actor !== 'own');
    return helpless || unable || lost || laid || gone ? { start: clause.subject!.start, end: next.end } : undefined;
  }
  return undefined;
}

/** "You picked the courtyard when the quiet wing was free", "you went ahead although the page said so": what was open to them, held up. */
function passedOver({ language, draft }: Look, clause: Clause): Span | undefined {
  if (!CHOOSING.has(clause.verb!.lemma) || !isDeed(clause)) return undefined;
  if (clause.verb!.lemma === 'go' && draft.words.norm[clause.verb!.to] !== 'ahead') return undefined;
  const next = language.clauses[clause.index + 1];
  if (next?.sentence !== clause.sentence || !next.verb || next.negated || next.subject?.actor !== 'thing') return undefined;
  if (!/^(?:when|although|though|despite|while|whereas)$/.test(next.link ?? '') || next.verb.modal) return undefined;
  const { norm } = draft.words;
  if (/^(?:it|they|we|our|that|this|these)$/.test(norm[next.subject.from])) return undefined;
  const open = /^(?:available|free|open|offered|possible|vacant)$/.test(norm[next.verb.to] ?? '') || norm[next.verb.main] === 'offered';
  const warned = next.link !== 'when' && next.link !== 'while' && /^(?:say|state|show|warn|read|mention|advise)$/.test(next.verb.lemma);
  return open || warned ? { start: clause.subject!.start, end: next.end } : undefined;
}

/** "You waited nine days before telling us", "you only contacted us after the deadline". */
function tooLate({ language, draft }: Look, clause: Clause): Span | undefined {
  const { verb, index, sentence } = clause;
  if (verb!.negated || verb!.modal || verb!.tense !== 'past' || verb!.voice === 'passive') return undefined;
  const { norm } = draft.words;
  const next = language.clauses[index + 1];
  if (next?.sentence !== sentence || !next.verb) return undefined;
  const onUs = /^(?:us|this|it|the)$/.test(norm[next.verb.to] ?? '');
  if (verb!.lemma === 'wait' || verb!.lemma === 'take')
    return norm[clause.to - 1] === 'before' && TELLING.has(next.verb.lemma) && onUs && next.verb.tense === 'none'
      ? { start: clause.subject!.start, end: next.end }
      : undefined;
  if (norm[verb!.from - 1] !== 'only' || !TELLING.has(verb!.lemma)) return undefined;
  if (next.link !== 'after' && next.link !== 'once') return undefined;
  if (next.subject?.actor === 'own') return undefined;
  return { start: clause.subject!.start, end: next.end };
}

/** "By throwing it away you have made a refund impossible", "you have forfeited the deposit". */
function forfeits({ draft }: Look, { verb, subject, negated, to }: Clause): Span | undefined {
  if (negated || verb!.modal || verb!.voice === 'passive' || (verb!.tense !== 'past' && verb!.tense !== 'perfect')) return undefined;
  const { norm, end } = draft.words;
  if (GIVEN_UP.has(verb!.lemma)) return { start: subject!.start, end: end[to - 1] };
  const undone = verb!.lemma === 'make' && /^(?:impossible|void|invalid|worse)$/.test(norm[to - 1]);
  return undone ? { start: subject!.start, end: end[to - 1] } : undefined;
}

/** "A driver who looks after his car would have spotted it, and you didn't": held up against those who do. */
function unlikeOthers({ language, draft }: Look, { verb, link, index, sentence, end }: Clause): Span | undefined {
  const { norm } = draft.words;
  const left = verb!.lemma === 'do' && verb!.negated && verb!.tense === 'past' && (link === 'and' || link === 'but');
  if (!left || (verb!.to < language.sentences[sentence].to && !/^(?:so|this|that|it|either)$/.test(norm[verb!.to]))) return undefined;
  for (let k = Math.max(language.sentences[sentence].firstClause, index - 6); k < index; k += 1) {
    const { verb: other, subject } = language.clauses[k];
    if (
      other?.modal === 'would' &&
      other.tense === 'perfect' &&
      !other.negated &&
      subject?.actor !== 'own' &&
      subject?.actor !== 'customer'
    )
      return { start: language.sentences[sentence].start, end };
  }
  return undefined;
}

/** "It was you who moved the visit": but "it was you who found it". */
function singledOut({ language, draft }: Look, clause: Clause): Span | undefined {
  const before = language.clauses[clause.index - 1];
  const { norm, start } = draft.words;
  if (before?.sentence !== clause.sentence || before.verb?.lemma !== 'be' || before.negated || before.verb.modal) return undefined;
  // "It is you people that connected it."
  const at = norm[clause.subject!.from] === 'people' ? clause.subject!.from - 1 : clause.subject!.from;
  if (norm[before.verb.from - 1] !== 'it' || !/^(?:who|that)$/.test(clause.link ?? '') || at !== before.verb.to) return undefined;
  return isDeed(clause) && !CREDITED.has(clause.verb!.lemma) ? { start: start[before.verb.from - 1], end: clause.end } : undefined;
}

/** "It would have been sensible to tell us before leaving", "the best thing would have been to ring us": what they did not do. */
function advisable({ language, draft }: Look, clause: Clause): Span | undefined {
  const { verb, index, sentence } = clause;
  if (verb!.lemma !== 'be' || verb!.tense !== 'perfect' || !/^(?:would|might|could)$/.test(verb!.modal ?? '') || verb!.negated)
    return undefined;
  const { norm } = draft.words;
  const said = norm.slice(clause.from, clause.to);
  if (!said.some((word) => ADVISABLE.test(word)) || said.includes('us') || said.includes('our') || said.includes('kinder'))
    return undefined;
  const next = language.clauses[index + 1];
  if (next?.sentence !== sentence || !next.verb || norm[next.verb.from] !== 'to') return undefined;
  const { to } = language.sentences[sentence];
  if (!inList('customer-duties', next.verb.lemma) && !TELLING.has(next.verb.lemma) && !/^(?:ask|speak|open|let)$/.test(next.verb.lemma))
    return undefined;
  const rest = norm.slice(next.verb.to, to).join(' ');
  // "It would have been better to tell you": by us.
  if (/^(?:you|your)\b/.test(rest)) return undefined;
  const theirs = /^(?:to )?(?:us|me|our|it|them|this|these|that|the|with|a)\b/.test(rest);
  const placed = /\b(?:us|before|instead|reception|staff|desk|manager|at the time|on the day|on day|during your|first)\b/.test(rest);
  return theirs && placed ? { start: clause.start, end: language.sentences[sentence].end } : undefined;
}

/** "Parents are expected to keep an eye on their children", "this happens when tenants dry washing indoors": a rule for all that is meant for one. */
function laidOnAll({ language, draft }: Look, clause: Clause): Span | undefined {
  if (!/^(?:complaint|problem)$/.test(language.kind.value ?? '')) return undefined;
  const { verb, subject, index, sentence } = clause;
  const { norm, start } = draft.words;
  const { endClause } = language.sentences[sentence];
  if (verb!.voice === 'passive') {
    if (!/^(?:expect|require|suppose|oblige)$/.test(verb!.lemma) || verb!.tense !== 'present' || verb!.negated || verb!.modal)
      return undefined;
    const next = language.clauses[index + 1];
    if (!subject || !CLASS.test(norm[subject.head]) || norm[verb!.to] !== 'to' || next?.sentence !== sentence) return undefined;
    // "…, but I have switched that off for you."
    for (let k = next.index + 1; k < endClause; k += 1) if (language.clauses[k].link === 'but') return undefined;
    return { start: subject.start, end: next.end };
  }
  // The doing of all of them, under a when or where: "this tends to appear where tenants dry washing".
  if (!/^(?:happen|occur|appear|tend|arise|come|form|develop|start)$/.test(verb!.lemma) || verb!.tense !== 'present' || clause.negated) {
    // "Users who skip step 3 tend to see this fault."
    const fault = clause.link === 'who' && norm[verb!.to] !== 'you' && findsFault(norm, verb!.to, language.sentences[sentence].to);
    return fault && subject && CLASS.test(norm[subject.head]) && verb!.tense === 'present' && !UNBLAMED.has(verb!.lemma)
      ? { start: subject.start, end: language.sentences[sentence].end }
      : undefined;
  }
  if (verb!.modal || !/^(?:this|that|it|such|these)$/.test(norm[subject?.from ?? -1] ?? '')) return undefined;
  const { to } = language.sentences[sentence];
  for (let i = verb!.to; i + 2 < to; i += 1) {
    if (!/^(?:when|where|if|because)$/.test(norm[i]) || !CLASS.test(norm[i + 1])) continue;
    if (/^(?:are|is|have|has|need|want|wait|get|like|who|with|in|from|and)$/.test(norm[i + 2])) continue;
    return { start: start[subject!.from], end: language.sentences[sentence].end };
  }
  return undefined;
}

function findsFault(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i + 3 < to; i += 1)
    if (/^(?:tend|often|usually|typically|always)$/.test(norm[i]))
      return norm.slice(i, to).some((word) => /^(?:fault|problem|error|issue|trouble)s?$/.test(word));
  return false;
}

/** "The delay stems from you not sending the form", "due to you leaving early". */
function stems({ language, draft }: Look, { from, to, sentence, mood }: Clause): Span | undefined {
  if (mood !== 'statement') return undefined;
  const { norm, start } = draft.words;
  for (let i = from; i < to; i += 1) {
    if (norm[i] !== 'you' && norm[i] !== 'your') continue;
    const caused =
      (norm[i - 1] === 'to' && /^(?:due|owing|down)$/.test(norm[i - 2])) ||
      (norm[i - 1] === 'from' && /^(?:stem|stems|stemmed|come|comes|came|result|results|resulted|arise|arises|arose)$/.test(norm[i - 2])) ||
      (norm[i - 1] === 'of' && /^(?:because|result)$/.test(norm[i - 2]));
    if (!caused) continue;
    const at = norm[i + 1] === 'not' || norm[i + 1] === 'never' ? i + 2 : i + 1;
    if (!norm[at]?.endsWith('ing') || norm[at] === 'being' || (at === i + 1 && draft.words.gap[at] & Gap.comma)) continue;
    if (norm[i] === 'your' && at === i + 1) continue;
    const last = language.clauseAt(at);
    return { start: start[i], end: last?.sentence === sentence ? last.end : draft.words.end[at] };
  }
  return undefined;
}

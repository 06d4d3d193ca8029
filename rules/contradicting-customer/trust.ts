import { Gap } from 'replylint/rule';
import type { Clause, Look, Sentence, Span } from 'replylint/rule';

/** How many words and characters on both sides of a clause are looked at. */
const REACH = 60;
const REACH_TEXT = 400;
/** Trusting one thing more than another. */
const TRUSTING =
  /^(?:faith|trust|weight|store|stock|confidence|credence|believe|believing|rely|relying|sooner|trusting|reliable|trustworthy)$/;
/** What a customer has to tell by. */
const MEMORY =
  /^(?:memory|memories|remember|remembers|remembered|recall|recalls|recollect|recollection|recollections|impression|impressions|word|account|accounts|version|story|claims|claim|hearsay|say-so|testimony|yours)$/;
/** Whom they are set below. */
const TELLER = /^(?:you|your|yours|customer|customers|one|people|somebody|someone|anybody|anyone|guest|guests|passenger|tenant|caller)$/;
const GUESSING = /^(?:guess|suspect|imagine|reckon|fancy|daresay|wager|bet|expect|think|assume|suppose)$/;
/** What is in their head, or was before their eyes: what it "really" was is a guess at their account. */
const IN_MIND = /^(?:think|remember|recall|mean|confuse|mistake|picture|recollect)$/;
const SENSED = /^(?:see|hear|feel|smell|taste|notice|take)$/;
/** What staff do not do because they are not there for it: no word on what they did. */
const UNAVAILABLE =
  /^(?:be|have|work|handle|deal|know|see|speak|cover|open|offer|carry|take|accept|sell|deliver|visit|need|get|want|like|charge|come|go|start|keep|hold|use|read|answer)$/;
/** How long somebody has done it, told as proof of how well. */
const LONG_SERVICE =
  /\b(?:for|in|over) (?:(?:over|more than|nearly|almost|about|some|the (?:past|last)|his|her|their) )*(?:\d+|[a-z]+(?:-[a-z]+)?) (?:years|decades)\b/i;

/** The records or our people believed before the customer, what they "really" saw guessed for them, or what our people never do held up as proof. */
export function disbelieves(look: Look, clause: Clause): Span | undefined {
  const { kind } = look.language;
  if (clause.mention || !clause.verb || clause.mood === 'condition' || !/^(?:complaint|problem)$/.test(kind.value ?? '')) return undefined;
  return preferred(look, clause) ?? (kind.value === 'complaint' ? (reinterpreted(look, clause) ?? neverDoes(look, clause)) : undefined);
}

/** "I would put more faith in the readings than in what one remembers", "we take our driver's word over yours". */
function preferred({ draft, language }: Look, clause: Clause): Span | undefined {
  const { norm, gap } = draft.words;
  const sentence = language.sentences[clause.sentence];
  if (clause.subject?.actor !== 'own' || clause.negated || sentence.question) return undefined;
  let trusts = false;
  for (let i = clause.verb!.from; i < Math.min(sentence.to, clause.verb!.from + REACH); i += 1) {
    if (i > clause.from && gap[i] & (Gap.stop | Gap.break)) return undefined;
    if (/^(?:your|you|yours)$/.test(norm[i]) && !trusts) return undefined;
    trusts ||= TRUSTING.test(norm[i]) || (norm[i] === 'by' && norm[i - 1] === 'go') || (norm[i] === 'word' && norm[i - 1] !== 'your');
    if (!trusts || !isComparison(norm, i)) continue;
    const rest = norm.slice(i + 1, Math.min(sentence.to, i + 12));
    const lesser = rest.findIndex((word) => MEMORY.test(word));
    const told = rest.findIndex((word) => TELLER.test(word));
    return lesser >= 0 && (told >= 0 || rest[0] === 'memory' || rest[1] === 'memory')
      ? { start: clause.start, end: sentence.end }
      : undefined;
  }
  return undefined;
}

function isComparison(norm: readonly string[], at: number): boolean {
  return /^(?:than|over|above|before|against)$/.test(norm[at]) || (norm[at] === 'of' && norm[at - 1] === 'instead');
}

/** "I'd guess what you are thinking of is the shuttle", "what you heard will have been the fan". */
function reinterpreted({ draft, language }: Look, clause: Clause): Span | undefined {
  const { verb, subject, link, index, sentence: at } = clause;
  const sentence: Sentence = language.sentences[at];
  if (subject?.actor !== 'customer' || clause.negated || verb!.modal || sentence.question) return undefined;
  const before = language.clauses[index - 1]?.sentence === at ? language.clauses[index - 1] : undefined;
  const guessed = before?.subject?.actor === 'own' && GUESSING.test(before.verb?.lemma ?? '') && !before.negated;
  const what = link === 'what' || draft.words.norm[subject.from - 1] === 'what';
  const thought = IN_MIND.test(verb!.lemma) && (verb!.progressive || what);
  if (!what) return guessed && thought && verb!.progressive ? { start: before.start, end: sentence.end } : undefined;
  const sensed = SENSED.test(verb!.lemma) && (verb!.tense === 'past' || verb!.tense === 'perfect');
  if (!thought && !sensed) return undefined;
  const next = language.clauses[index + 1];
  if (next?.sentence !== at || !next.verb || next.negated) return undefined;
  // "what you are thinking of is him waving you on": the verb may look like the one behind it.
  if (next.verb.lemma !== 'be' && !/^(?:is|was|were)$/.test(draft.words.norm[next.verb.from])) return undefined;
  const inferred = /^(?:must|will|would)$/.test(next.verb.modal ?? '') && next.verb.tense !== 'present';
  const after = language.clauses[next.index + 1];
  const guessedAfter = after?.sentence === at && after.subject?.actor === 'own' && GUESSING.test(after.verb?.lemma ?? '') && !after.negated;
  return guessed || inferred || guessedAfter ? { start: (guessed ? before : clause).start, end: sentence.end } : undefined;
}

/** "Jaime doesn't hand out an all clear on a bent wing, he's done this for nineteen years": a habit and long service, against what they tell. */
function neverDoes({ draft, language }: Look, { subject, verb, start, sentence: at, negated }: Clause): Span | undefined {
  if (!/^(?:colleague|department|third-party)$/.test(subject?.actor ?? '') || !negated || verb!.tense !== 'present') return undefined;
  if ((verb!.modal && verb!.modal !== 'would') || UNAVAILABLE.test(verb!.lemma) || verb!.voice === 'passive') return undefined;
  const { firstClause, start: from, end } = language.sentences[at];
  if (language.clauses[firstClause].mood === 'condition') return undefined;
  const next = language.sentences[at + 1];
  const last = next?.paragraph === language.sentences[at].paragraph ? next.end : end;
  const around = draft.text.slice(Math.max(from, start - REACH_TEXT), Math.min(last, start + REACH_TEXT));
  return LONG_SERVICE.test(around) ? { start: Math.min(start, subject!.start), end } : undefined;
}

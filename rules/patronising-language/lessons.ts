import { inList } from 'replylint/rule';
import type { Clause, Look, Span } from 'replylint/rule';

/** What a pupil is told to do. */
const LEARNING = new Set('understand realise appreciate accept recognise learn grasp'.split(' '));
/** Attending to what was written or said. */
const ATTENDING = new Set('read understand grasp listen realise study follow'.split(' '));
const OUGHT = new Set(['must', 'need', 'have to', 'should', 'ought']);
const COMPLEMENT = /^(?:that|how|what|why|when|we|our|i|this|it|one)$/;
/** Words that scold: read it again, properly, next time. */
const SCOLDING = /^(?:carefully|properly|closely|thoroughly|attentively|again)$/;
const WRITTEN = /^(?:mail|mails|email|e-mail|message|reply|letter|answer|response)$/;

/** A lesson by its clause: what they must learn, what they have not read, what they were reminded of, what is what it is. */
export function lesson(look: Look, clause: Clause): Span | undefined {
  if (!clause.verb || clause.mention || look.language.isMention(clause.verb)) return undefined;
  return (
    mustLearn(look, clause) ??
    unread(look, clause) ??
    reread(look, clause) ??
    remembered(look, clause) ??
    attentive(look, clause) ??
    tautology(look, clause)
  );
}

/** "You need to realise that ovens fail", "what you must understand is that": but "you have to accept the terms". */
function mustLearn({ draft, language }: Look, clause: Clause): Span | undefined {
  const { verb, subject, negated } = clause;
  const { norm, end, start } = draft.words;
  if (negated || clause.mood !== 'statement' || !OUGHT.has(verb!.modal ?? '') || verb!.tense === 'perfect' || subject?.actor !== 'customer')
    return undefined;
  if (norm[subject.from] !== 'you' || verb!.voice === 'passive') return undefined;
  const next = norm[verb!.to] ?? '';
  const aware = verb!.lemma === 'be' && next === 'aware' && /^(?:that|of)$/.test(norm[verb!.to + 1] ?? '') && inLesson(norm[verb!.to + 2]);
  if (!aware && !LEARNING.has(verb!.lemma)) return undefined;
  if (!aware && (verb!.lemma === 'accept' || verb!.lemma === 'recognise') && next !== 'that') return undefined;
  const closed = clause.link === 'what' || verb!.to >= language.sentences[clause.sentence].to;
  const ofRules = (verb!.lemma === 'learn' && next === 'to') || (verb!.lemma === 'understand' && next === 'the');
  if (!aware && !closed && !ofRules && !COMPLEMENT.test(next)) return undefined;
  // "all you need to understand is the code": said to spare them.
  if (norm[subject.from - 1] === 'all') return undefined;
  return { start: start[subject.from], end: end[aware ? verb!.to : verb!.to - 1] };
}

function inLesson(word: string | undefined): boolean {
  return /^(?:a|an|we|not|this|our|nobody|everything|nothing|every)$/.test(word ?? '');
}

/** "You still have not understood how it works", "I am not sure you have read our terms", "you probably did not read the whole mail". */
function unread({ draft, language }: Look, clause: Clause): Span | undefined {
  const { verb, subject, index, sentence } = clause;
  if (subject?.actor !== 'customer' || clause.mood === 'condition' || verb!.voice === 'passive' || verb!.modal) return undefined;
  const { norm, start, end } = draft.words;
  if (norm[subject.from] !== 'you' || !ATTENDING.has(verb!.lemma)) return undefined;
  if (verb!.tense !== 'past' && verb!.tense !== 'perfect') return undefined;
  const before = language.clauses[index - 1];
  const doubted =
    before?.sentence === sentence &&
    before.negated &&
    before.subject?.actor === 'own' &&
    before.verb?.lemma === 'be' &&
    /^(?:sure|certain|convinced)$/.test(norm[subject.from - 1] ?? '');
  if (clause.mood === 'question')
    return verb!.negated ? { start: start[Math.min(subject.from, verb!.from)], end: end[verb!.to - 1] } : undefined;
  if (!(verb!.negated || doubted) || clause.link === 'why' || clause.link === 'because') return undefined;
  return { start: subject.start, end: end[verb!.to - 1] };
}

/** "Read the guide once again before raising a ticket", "please read my mail carefully": but "read the meter again". */
function reread({ draft, language }: Look, clause: Clause): Span | undefined {
  const { verb, mood, subject, index, sentence } = clause;
  const { norm, start, end } = draft.words;
  const advised = language.clauses[index - 1];
  const told =
    mood === 'imperative' ||
    (subject?.actor === 'customer' &&
      (OUGHT.has(verb!.modal ?? '') ||
        (verb!.tense === 'none' &&
          advised?.sentence === sentence &&
          /^(?:advise|suggest|ask|recommend|request|urge|want|try|like)$/.test(advised.verb?.lemma ?? ''))));
  if (!told || verb!.negated) return undefined;
  const through = verb!.lemma === 'go' && (norm[verb!.to] === 'through' || norm[verb!.to] === 'over');
  if (!through && !/^(?:read|reread|study|consult)$/.test(verb!.lemma)) return undefined;
  const last = language.sentences[sentence].to;
  let written = false;
  for (let i = verb!.to; i < last; i += 1) {
    written ||= inList('neglected-reading', norm[i]) || inList('document-nouns', norm[i]) || WRITTEN.test(norm[i]);
    if (!written) continue;
    const scolds =
      // "Read the leaflet carefully before you take the first tablet": care for them.
      (SCOLDING.test(norm[i]) && !(norm[i + 1] === 'before' && norm[i + 2] === 'you')) ||
      (norm[i] === 'next' && norm[i + 1] === 'time') ||
      (norm[i] === 'some' && norm[i + 1] === 'day') ||
      (norm[i] === 'before' && /^(?:raising|writing|complaining|contacting|asking|calling|claiming|posting)$/.test(norm[i + 1] ?? ''));
    if (scolds) return { start: start[verb!.from], end: end[i] };
  }
  return undefined;
}

/** "We would like to remind you that you accepted the estimate": but "remind you of the visit". */
function remembered({ draft, language }: Look, clause: Clause): Span | undefined {
  const { norm, start, end } = draft.words;
  const { verb, index } = clause;
  const at = verb!.to;
  const asks =
    verb!.lemma === 'remind' &&
    (norm[at] === 'you'
      ? norm[at + 1] === 'that' && norm[at + 2] === 'you'
      : verb!.voice === 'passive' && norm[at] === 'that' && norm[at + 1] === 'you');
  const draws =
    norm[at] === 'your' && /^(?:attention|notice)$/.test(norm[at + 1] ?? '') && norm[at + 4] === 'fact' && norm[at + 6] === 'you';
  if (!asks && !draws) return undefined;
  const next = language.clauses[index + 1];
  const deed = next?.verb;
  // "you have an invoice due" is news.
  if (!deed || deed.modal || next.negated || deed.lemma === 'have' || !/^(?:past|perfect)$/.test(deed.tense)) return undefined;
  return { start: start[verb!.from], end: end[deed.to - 1] };
}

/** "If you paid attention, you would know", "if you'd care to look": but "if you look at the back, you will see a number". */
function attentive({ draft, language }: Look, clause: Clause): Span | undefined {
  const { verb, subject, mood, sentence: at } = clause;
  if ((mood !== 'condition' && mood !== 'counterfactual') || subject?.actor !== 'customer') return undefined;
  const { norm, start, end } = draft.words;
  const after = `${norm[verb!.to]} ${norm[verb!.to + 1]} ${norm[verb!.to + 2]}`;
  const heed =
    (verb!.lemma === 'pay' && /^(?:closer |more |better |a )?(?:attention|bit)/.test(after)) ||
    (verb!.lemma === 'take' && /^the (?:trouble|time|effort)/.test(after)) ||
    (verb!.lemma === 'care' && /^to (?:look|read|check|listen)/.test(after)) ||
    (/^(?:read|look|listen|check|think)$/.test(verb!.lemma) &&
      /\b(?:properly|carefully|closely|attentively|harder)\b/.test(norm.slice(verb!.to, clause.to).join(' ')));
  if (!heed) return undefined;
  const sentence = language.sentences[at];
  return { start: start[clause.from], end: end[Math.min(clause.to, sentence.to) - 1] };
}

/** "A contract is a contract", "rules are rules". */
function tautology({ draft }: Look, { verb, subject, negated }: Clause): Span | undefined {
  if (!subject || negated || verb!.lemma !== 'be' || verb!.tense !== 'present' || verb!.modal || subject.to !== verb!.from)
    return undefined;
  const { norm, end } = draft.words;
  const size = subject.to - subject.from;
  if (size > 2 || subject.actor !== 'thing' || norm[subject.head].length < 3) return undefined;
  for (let k = 0; k < size; k += 1) if (norm[verb!.to + k] !== norm[subject.from + k]) return undefined;
  return { start: subject.start, end: end[verb!.to + size - 1] };
}

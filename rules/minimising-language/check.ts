import { Gap, inList } from 'replylint/rule';
import type { Check, Clause, Hit, Look, Sentence, Span } from 'replylint/rule';

/** Before "small problem": it is granted, whatever its size, or lies ahead. */
const GRANTED = new Set('than but from any even every each however whatever no not never hardly nor without if should these'.split(' '));
/** What may be called "only a" and is no trouble: what is scarce, or what a message is. */
const HARMLESS =
  /^(?:left|away|from|until|available|remaining|free|open|reminder|test|example|copy|receipt|newsletter|confirmation|hold|reservation|draft|preview|authorisation|authorization|step|click|call|email|note|suggestion|question|guess|estimate|summary|way|phone|minute|matter|precaution|formality|placeholder|number|label|name|code|link|button|setting|rule|question|guideline|preview|start|beginning|gift|token|thank|present|something|favour)$/;
const MEASURES =
  /^(?:seconds?|minutes?|hours?|months?|days?|nights?|weeks?|pounds?|euros?|dollars?|cents|pence|quid|bit|touch|speck|drop|trace|spot|scratch|mark|stain)$/;
/** "just two days away": good news, or a plain distance. */
const LIES_AHEAD = /^(?:away|left|from|until|more|per|each|extra|old|walk|drive|ride|to|for)$/;
const SEEMS = new Set('seem seems seemed sound sounds look looks appear appears may might'.split(' '));

/** Limiters and small sizes on a trouble, shrugs, and reactions that are talked down. One finding a sentence. */
const check: Check = (look) => {
  const found = new Map<number, Hit>();
  for (const hit of look.hits) {
    const sentence = look.language.sentenceAt(hit.span.start);
    if (!sentence || found.has(sentence.index) || look.language.isMention(hit.span) || !belittles(look, hit, sentence)) continue;
    found.set(sentence.index, hit);
  }
  return [...found.values()].map((hit) => ({ span: hit.tag === 'limiter' ? toClauseEnd(look, hit) : hit.span }));
};

export default check;

/** "just one night without hot water": from the limiter to the end of what it limits. */
function toClauseEnd({ language }: Look, { from, span }: Hit): Span {
  return { start: span.start, end: Math.max(span.end, language.clauseAt(from)?.end ?? 0) };
}

function belittles(look: Look, hit: Hit, sentence: Sentence): boolean {
  const clause = look.language.clauseAt(hit.from);
  if (!clause) return false;
  // "It was our doing and nobody else's."
  if (look.draft.words.norm[hit.to - 1] === "'s" && (hit.to >= sentence.to || look.draft.words.gap[hit.to] !== 0)) return false;
  // "You did not exaggerate" bears them out.
  if (look.draft.words.norm[hit.from] === 'not' && clause.subject?.actor === 'customer' && clause.verb?.tense === 'past') return false;
  // "Only an hour?": asked back, it mocks.
  if (clause.mood === 'question' || (sentence.question && !clause.verb))
    return hit.tag === 'limiter' && !clause.verb && isMeasured(look, hit, sentence);
  const ahead = clause.mood === 'condition' || clause.mood === 'counterfactual';
  switch (hit.tag) {
    case 'small':
      // "if the very faint smell bothered you" takes the size for granted.
      return (!ahead || look.draft.words.norm[hit.from] === 'the') && isSizeOfTheirs(look, hit, clause, sentence);
    case 'limited':
      return !ahead && isPast(look, hit, clause) && !LIES_AHEAD.test(look.draft.words.norm[hit.to] ?? '');
    case 'limiter':
      return !ahead && isLimited(look, hit, clause);
    case 'mere':
      // "The new one costs a mere five euros" is good news.
      return (
        !ahead && clause.verb?.lemma === 'be' && clause.verb.tense !== 'future' && !isDenied(look, hit) && !isGoodFor(look, hit, clause)
      );
    case 'past':
      return (
        !ahead &&
        !clause.verb?.modal &&
        (clause.verb?.tense === 'past' || clause.verb?.tense === 'perfect' || (clause.negated && isOfMeasure(look, clause))) &&
        !isTurned(look, hit, sentence)
      );
    case 'understated':
      return (
        !ahead &&
        !clause.verb?.modal &&
        clause.subject?.actor !== 'own' &&
        clause.subject?.actor !== 'customer' &&
        // "It is a small thing to ask."
        !(look.draft.words.norm[hit.to] === 'to' && /^(?:ask|want|expect)$/.test(look.draft.words.norm[hit.to + 1] ?? '')) &&
        // "How it came about is neither here nor there" puts our excuse aside.
        !(lastOf(look, hit) === 'there' && /^(?:how|why|what|whose|my|our)$/.test(look.draft.words.norm[sentence.from])) &&
        !isDenied(look, hit) &&
        !isHoped(look, clause) &&
        !isGentle(look, hit, clause)
      );
    case 'cause':
      // "There is no cause for alarm" sets them at rest.
      return !ahead && !clause.verb?.modal && !(/^(?:panic|alarm|despair)$/.test(lastOf(look, hit)) && isThere(look, clause));
    case 'part':
      return !ahead && isPart(look, hit, clause);
    case 'borne':
      // "Nobody should have to take that in their stride" is on their side.
      return (
        !ahead &&
        !/^(?:should|must|have to)$/.test(clause.verb?.modal ?? '') &&
        clause.subject?.actor !== 'own' &&
        !/^(?:should|must|never|not)$/.test(look.draft.words.norm[hit.from - 1] ?? '') &&
        !isTurned(look, hit, sentence)
      );
    case 'calm':
      // "Keep calm and leave the building" is for their safety.
      return !ahead && clause.mood === 'imperative' && endsThere(look, hit, sentence);
    case 'comes':
      // "A bit of waiting can come with a visit, but a whole day is too much."
      return !ahead && !clause.verb?.modal && !clause.negated && !isTurned(look, hit, sentence);
    case 'usual':
      return !ahead && !isTurned(look, hit, sentence) && goesWrong(look, hit, sentence);
    case 'others':
      return !ahead && !clause.verb?.modal && clause.verb?.tense !== 'future' && !isDenied(look, hit) && !isTurned(look, hit, sentence);
    case 'shrug':
      return (
        !ahead &&
        // "We all make mistakes, and this one was ours."
        !look.draft.words.norm.slice(hit.to, sentence.to).some((word) => /^(?:ours|mine)$/.test(word)) &&
        !(clause.negated && !holdsNegation(look, hit)) &&
        !isPrevented(look, clause) &&
        !isForgiven(look, clause) &&
        !/^(?:while|whilst|although|though)$/.test(clause.link ?? '')
      );
    case 'alone':
      // "Nobody else was involved" takes the fault upon the writer.
      return (
        !ahead &&
        // "Nobody else has asked for this yet", to an idea: what is news to us.
        look.language.kind.value !== 'suggestion' &&
        look.draft.words.norm[hit.from - 1] !== 'not' &&
        !/^(?:you|yourself|involved|responsible|at|to)$/.test(behind(look, hit, 0)) &&
        !(behind(look, hit, 0) === 'been' && /^(?:in|into|near|at|to|there|here|inside)$/.test(behind(look, hit, 1)))
      );
    case 'harmless':
      return !ahead && !isDenied(look, hit) && !isForgiven(look, clause) && !theyApologised(look);
    default:
      return !ahead && !isDenied(look, hit);
  }
}

/** "Same fault twice reported, sorry.": who apologised is reassured by "no harm done". */
function theyApologised({ draft }: Look): boolean {
  return draft.customer?.words.norm.some((word) => /^(?:sorry|apologies|apologise|apologize|oops|whoops)$/.test(word)) ?? false;
}

function lastOf({ draft }: Look, { to }: Hit): string {
  return draft.words.norm[to - 1];
}

function behind({ draft }: Look, { to }: Hit, at: number): string {
  return draft.words.norm[to + at] ?? '';
}

function isThere({ draft }: Look, { subject }: Clause): boolean {
  return subject !== undefined && draft.words.norm[subject.from] === 'there';
}

/** "So it is one bed out of four": a part, said of their trouble as a whole, with nothing that judges it. */
function isPart({ draft: { words } }: Look, hit: Hit, { verb, subject, negated, to }: Clause): boolean {
  if (verb?.lemma !== 'be' || verb.modal || negated || verb.tense === 'future' || !subject || hit.from < verb.to) return false;
  const { norm } = words;
  if (!/^(?:it|this|that|there)$/.test(norm[subject.from]) || hit.from > verb.to + 1) return false;
  return !norm.slice(hit.from, to).some((word) => /^(?:too|worse|bad|enough|much|late|reason|why|rated?|stars?|score)$/.test(word));
}

/** What is granted of others is turned to the customer's side behind it: "…, which makes it worse that we forgot yours". */
function isTurned({ draft }: Look, hit: Hit, sentence: Sentence): boolean {
  return draft.words.norm.slice(hit.to, sentence.to).some((word) => /^(?:but|yours|worse|yet|however|sorry|mine|ours)$/.test(word));
}

/** "It is quite common for a few bits to go astray": what is called usual is a failing. */
function goesWrong({ draft }: Look, hit: Hit, sentence: Sentence): boolean {
  const { norm } = draft.words;
  for (let i = hit.to; i < sentence.to; i += 1)
    if (
      /^(?:missed|lost|astray|late|delayed|wrong|broken|damaged|missing|cancelled|cold|dirty|overlooked|forgotten|fail|break|leak|misplaced|disappear|overrun)$/.test(
        norm[i],
      )
    )
      return true;
  return false;
}

/** "it was only a drink", "the leak was just a puddle": a trouble told as less than it was. "There was only one room left" tells of something scarce. */
function isLimited({ draft, language }: Look, hit: Hit, clause: Clause): boolean {
  const { subject, verb, negated } = clause;
  // "nothing but a typo", "hardly more than a splash": the limiter's own denial.
  const own = language.draft.words.norm.slice(hit.from - 1, hit.to).some((word) => /^(?:nothing|hardly|scarcely|barely)$/.test(word));
  if (!subject || verb?.lemma !== 'be' || verb.modal || verb.tense === 'future' || (negated && !own)) return false;
  if (hit.from < verb.to || hit.from > verb.to + 1 || subject.actor === 'own' || subject.actor === 'customer') return false;
  const { norm } = draft.words;
  let measured = false;
  for (let i = hit.from; i < Math.min(clause.to, hit.to + 6); i += 1) {
    if (HARMLESS.test(norm[i]) || (norm[i] === 'for' && /^(?:us|me)$/.test(norm[i + 1] ?? ''))) return false;
    if (MEASURES.test(norm[i])) measured = true;
  }
  // "It is just a little mould."
  if (/^(?:little|tiny|small|wee|bit)$/.test(norm[hit.to] ?? '')) measured = true;
  if (/^(?:the|that)$/.test(norm[hit.to - 2] ?? '')) measured = true;
  // "It was just two days before the wedding": when it was, which makes it worse.
  for (let i = hit.to; i < Math.min(clause.to, hit.to + 4); i += 1) if (/^(?:before|after|ago|since)$/.test(norm[i])) return false;
  if (language.clauses[clause.index + 1]?.link === 'but') return false;
  // "It's just a game save", of which they wrote: what they have lost is called by its name, and small.
  const named =
    /^(?:it|this|that)$/.test(norm[subject.from]) && /^(?:a|an|some)$/.test(norm[hit.to - 1]) && isTheirTopic(draft, hit.to, clause.to);
  if (named && verb.tense === 'present') return true;
  // "It is just a bird", to who found it in the tank.
  const dismissed = language.kind.value === 'complaint' && /^(?:a|an|some)$/.test(norm[hit.to - 1]) && clause.to - hit.to <= 2;
  if (dismissed && verb.tense === 'present' && /^(?:it|this|that)$/.test(norm[subject.from]) && norm[clause.to] !== 'to') return true;
  // "It is only a click" is a fact of now; "it's only ten pounds" talks down what it stands for.
  const past = verb.tense === 'past' || verb.tense === 'perfect';
  return past || (measured && /^(?:it|this|that|there)$/.test(norm[subject.from])) || norm[clause.to - 1] === 'all';
}

/** The thing that is called "just a …" is one the customer writes of. */
function isTheirTopic(draft: Look['draft'], from: number, to: number): boolean {
  const theirs = draft.customer?.words;
  if (!theirs) return false;
  for (let i = from; i < Math.min(to, from + 3); i += 1) {
    const word = draft.words.norm[i];
    if (word.length > 3 && theirs.norm.includes(word)) return true;
  }
  return false;
}

/** "a mere five minutes from the station", "a mere two clicks to set up". */
function isGoodFor({ draft }: Look, hit: Hit, clause: Clause): boolean {
  return draft.words.norm.slice(hit.to, Math.min(clause.to + 1, hit.to + 4)).some((word) => LIES_AHEAD.test(word));
}

/** "Twenty minutes is not a long wait." */
function isOfMeasure({ draft: { words } }: Look, { from, verb }: Clause): boolean {
  const { norm } = words;
  for (let i = from; i < (verb?.from ?? from); i += 1)
    if (/^(?:\d.*|half|quarter|few|couple)$/.test(norm[i]) || inList('numbers', norm[i])) return true;
  return false;
}

function isMeasured({ draft }: Look, hit: Hit, { to }: Sentence): boolean {
  return draft.words.norm.slice(hit.from, Math.min(to, hit.to + 2)).some((word) => MEASURES.test(word)) && hit.to + 2 >= to;
}

/** "I hope the delay isn't that long": wished, not told. */
function isHoped({ language }: Look, clause: Clause): boolean {
  const before = language.clauses[clause.index - 1];
  return before?.sentence === clause.sentence && /^(?:hope|ensure|make|wish|check|see|know)$/.test(before.verb?.lemma ?? '');
}

function endsThere({ draft }: Look, { to }: Hit, sentence: Sentence): boolean {
  return to >= sentence.to || (draft.words.gap[to] & (Gap.comma | Gap.stop | Gap.break)) !== 0;
}

/** "a slight issue with your room" as told by us: not denied, granted, hypothetical, or what we mended in passing. */
function isSizeOfTheirs({ draft, language }: Look, hit: Hit, clause: Clause, sentence: Sentence): boolean {
  const { norm } = draft.words;
  if ((clause.negated && norm[hit.from] !== 'the') || norm[hit.to] === 'but' || norm[hit.to] === 'free') return false;
  // "One small thing to know for the first months", "a small job for us".
  if (
    /^(?:thing|job|matter)$/.test(norm[hit.to - 1]) &&
    (norm[hit.to] === 'to' || (norm[hit.to] === 'for' && /^(?:us|me)$/.test(norm[hit.to + 1] ?? '')))
  )
    return false;
  for (let i = hit.from - 1; i >= Math.max(sentence.from, hit.from - 3); i -= 1) {
    if (GRANTED.has(norm[i])) return false;
    if (norm[i] === 'of' || norm[i] === 'about' || inList('trouble-nouns', norm[i])) break;
  }
  for (let i = clause.from; i < hit.from; i += 1) if (SEEMS.has(norm[i])) return false;
  const { verb, subject } = clause;
  if (verb?.modal === 'can' || verb?.modal === 'may' || verb?.modal === 'might' || verb?.tense === 'future') return false;
  // "we fixed some minor issues" tells of work that was done; "we have a small problem" still belittles.
  if (
    verb &&
    subject?.actor === 'own' &&
    /^(?:fix|solve|resolve|correct|address|mend|repair|iron|improve|prevent|avoid|reduce)$/.test(verb.lemma)
  )
    return false;
  // "I have a small matter to raise / one small question": the size of what we ask.
  if (/matter|concern|point$/.test(norm[hit.to - 1]) && subject?.actor === 'own') return false;
  const next = language.clauses[clause.index + 1];
  return !(
    next?.sentence === sentence.index &&
    next.link === 'but' &&
    /^(?:big|large|huge|real|serious|great)$/.test(norm[next.to - 1] ?? '')
  );
}

/** Of what has happened: "it was only a day late", "your parcel is only a day late". A delay to come, or good news, is none. */
function isPast({ draft }: Look, hit: Hit, clause: Clause): boolean {
  const { norm } = draft.words;
  if (norm[hit.from - 1] === 'not' || (clause.negated && clause.verb && clause.verb.from < hit.from)) return false;
  // "The idea is to catch up and leave only an hour late" lies ahead.
  if (clause.verb?.tense === 'present' && /^(?:arrive|land|depart|leave)$/.test(clause.verb.lemma)) return false;
  return (
    clause.verb?.tense !== 'future' &&
    clause.verb?.tense !== 'none' &&
    (clause.verb?.modal === undefined || clause.verb.modal === 'have to')
  );
}

/** "Ride it on level 1, where the sensor is hardly used", "the spare set is scarcely worn", "where the lift is barely audible": no trouble that they wrote of. */
function isGentle({ draft }: Look, { to }: Hit, { link, verb }: Clause): boolean {
  if (verb?.tense === 'past') return false;
  const word = draft.words.norm[to - 1];
  if (word === 'used' || word === 'worn')
    return !draft.customer?.words.norm.some((other) => /^(?:used|worn|second|secondhand|dirty)$/.test(other));
  return link === 'where' && /^(?:audible|noticeable|perceptible|visible)$/.test(word);
}

/** "so that these things do not happen", "we make sure such mistakes happen less". */
function isPrevented({ language }: Look, clause: Clause): boolean {
  const before = language.clauses[clause.index - 1];
  return (
    before?.sentence === clause.sentence &&
    /^(?:prevent|stop|avoid|ensure|make|hate|regret|let|keep)$/.test(before.verb?.lemma ?? '') &&
    before.subject?.actor !== 'customer'
  );
}

/** "You forgot the flat number; it happens", "if you have already appealed, no harm done": what the customer did is excused, and no trouble of theirs made small. */
function isForgiven({ language }: Look, { index, sentence }: Clause): boolean {
  const before = language.clauses.slice(Math.max(language.sentences[sentence].firstClause, index - 3), index);
  return before.some(
    ({ subject, verb, mood }) =>
      subject?.actor === 'customer' &&
      verb !== undefined &&
      (mood === 'condition' || mood === 'counterfactual' || inList('customer-slips', verb.lemma)),
  );
}

function holdsNegation({ draft }: Look, { from, to }: Hit): boolean {
  for (let i = from; i < to; i += 1) if (GRANTED.has(draft.words.norm[i]) || /^(?:nobody|none)$/.test(draft.words.norm[i])) return true;
  return false;
}

/** "we would never ask you to calm down": negated from outside the phrase; "when things calm down": said of nobody. */
function isDenied({ draft, language }: Look, hit: Hit): boolean {
  const { norm } = draft.words;
  if (
    /^(?:calm|cheer|chin|lighten|simmer)$/.test(norm[hit.from]) &&
    /^(?:things?|it|everything|business|demand|season|weather|storm)$/.test(norm[hit.from - 1] ?? '')
  )
    return true;
  // "Let's not blow this out of proportion" says that they do.
  if (norm[hit.from - 1] === 'not' && norm[hit.from - 3] === 'let') return false;
  if (norm[hit.from - 1] === 'not' || norm[hit.from - 1] === 'never') return true;
  const clause = language.clauseAt(hit.from)!;
  const before = language.clauses[clause.index - 1];
  if (before?.sentence !== clause.sentence || !before.negated || clause.verb?.tense !== 'none') return false;
  // "No one should tell a person in pain to calm down."
  const barred = before.subject?.actor === 'nobody' && /^(?:should|must|ought)$/.test(before.verb?.modal ?? '');
  return before.subject?.actor === 'own' || barred;
}

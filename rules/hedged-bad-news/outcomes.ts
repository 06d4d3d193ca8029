import type { Clause, Look } from 'replylint/rule';

const MAYBE = new Set(['may', 'might', 'could']);
/** What goes wrong with a thing, said of it: lost, tight, a challenge. */
const BAD = new Set(
  (
    'impossible lost gone difficult tricky hard challenging challenge problematic problem problems delay delays delayed tough issue issues awkward tight ' +
    'complicated unlikely unavailable doubtful bleak stretch struggle late overdue obstacle ambitious optimistic hopeless overrun'
  ).split(' '),
);
const QUALIFYING =
  /^(?:a|an|some|any|bit|of|little|slight|slightly|possibly|perhaps|probably|very|quite|more|further|short|long|too|somewhat|tad|touch|sort|kind|rather|fairly|pretty|maybe|conceivably|potentially|to|be|no|longer|real)$/;
/** "out of production", "out of reach". */
const OUT_OF = new Set(['stock', 'production', 'print', 'reach', 'time', 'luck']);
/** What we fail at. */
const FALLING_SHORT = new Set(['miss', 'struggle', 'lose', 'fail']);
const TROUBLE = new Set(['problem', 'problems', 'issue', 'issues', 'trouble', 'delay', 'delays', 'difficulties', 'difficulty']);
/** What we may have to do to them. */
const TAKING = new Set([
  'keep',
  'charge',
  'cancel',
  'postpone',
  'delay',
  'decline',
  'withdraw',
  'deduct',
  'disappoint',
  'refuse',
  'reject',
]);
/** What a lost thing does when luck is good. */
const APPEARING = new Set(['turn', 'show', 'appear', 'surface', 'arrive', 'come', 'reappear', 'materialise']);
const PERHAPS = new Set(['perhaps', 'maybe', 'possibly', 'probably', 'presumably', 'potentially', 'conceivably']);
/** "On the optimistic side", "too few": what a plan or a number is when it will not do. */
const SIDES = /^(?:optimistic|hopeful|ambitious|tight|late|short|low|early|soon)$/;
const SCANT = /^(?:few|late|optimistic|ambitious|tight|hopeful)$/;
/** A plan that does not hold: its day slips, it falls through. Of a thing these may mean something else ("the mat may slip"). */
const SLIPPING = new Set(['slip', 'slide', 'overrun', 'drift', 'fall', 'run', 'get', 'pass', 'go', 'elude', 'escape']);
const LET_GO = /^(?:through|over|late|behind|past|by|away|back)$/;
/** What is planned for. */
const PLANNED = new Set(
  'deadline date day delivery opening schedule launch completion handover start plan easter christmas ramadan diwali eid summer spring autumn winter january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday weekend week month slot move wedding works work project'.split(
    ' ',
  ),
);
const ODDS = new Set(['chance', 'chances', 'odds', 'prospects', 'hopes', 'likelihood']);
const SLIM = new Set(['slim', 'small', 'low', 'poor', 'remote', 'bleak', 'minimal', 'limited']);
const GOOD = new Set(
  'high good great promising bright rosy brilliant best favourable favorable fantastic wonderful encouraging strong big terrific'.split(
    ' ',
  ),
);

/** "prove difficult", "be a bit of a delay", "turn out to be out of stock": a cause ("could be due to an issue") is none. */
export function isBad(norm: readonly string[], from: number, to: number): boolean {
  let at = from;
  while (at < to && QUALIFYING.test(norm[at])) at += 1;
  // "touch and go", which reads as two clauses.
  if (norm[at - 1] === 'touch' && norm[at] === 'and') return norm[at + 1] === 'go';
  if (at >= to) return false;
  const next = norm[at + 1] ?? '';
  if (norm[at] === 'on' && next === 'the') return SIDES.test(norm[at + 2] ?? '') && norm[at + 3] === 'side';
  if (norm[at - 1] === 'too' && at > from && SCANT.test(norm[at])) return true;
  // "a tall order", "asking a bit much".
  if (norm[at] === 'tall') return next === 'order';
  if (norm[at] === 'asking') return norm.slice(at + 1, at + 5).includes('much') || (next === 'a' && norm[at + 2] === 'lot');
  return BAD.has(norm[at]) || (norm[at] === 'out' && next === 'of' && OUT_OF.has(norm[at + 2]));
}

/** Our own falling short, as a maybe: "we may struggle to find it", "we might have to keep part of it", "we could run into problems". */
export function mayFail({ draft }: Look, { verb, subject, mood, mention, negated }: Clause): boolean {
  if (!verb || mention || negated || mood !== 'statement' || !MAYBE.has(verb.modal ?? '') || verb.tense === 'perfect') return false;
  const { norm } = draft.words;
  const pressed = verb.lemma === 'be' && norm[verb.to] === 'hard' && /^(?:pressed|pushed|put)$/.test(norm[verb.to + 1] ?? '');
  if (subject?.actor === 'colleague') return pressed;
  if (subject?.actor !== 'own' && subject?.actor !== 'department') return false;
  const obliged = norm[verb.main - 1] === 'to' && (norm[verb.main - 2] === 'have' || norm[verb.main - 2] === 'need');
  if (obliged) return TAKING.has(verb.lemma);
  if (pressed) return true;
  if (verb.lemma === 'run') return norm[verb.to] === 'into' && [1, 2, 3].some((k) => TROUBLE.has(norm[verb.to + k]));
  return FALLING_SHORT.has(verb.lemma);
}

/** "It may not work out", "your parcel might not arrive in time": one that is named, not parcels in general. */
export function comesToNothing(norm: readonly string[], { verb, subject }: Clause): boolean {
  if (!subject || !/^(?:it|this|that|your|the)$/.test(norm[subject.from])) return false;
  const after = norm[verb!.to] ?? '';
  if (verb!.lemma === 'be') return /^(?:ready|there|back|here)$/.test(after);
  return verb!.lemma === 'arrive' || verb!.lemma === 'reach' || (verb!.lemma === 'work' && after === 'out');
}

/** "You may have to wait a little longer": with no length of time to plan by. */
export function mustWait({ draft, language }: Look, { verb, subject, mood, mention, sentence }: Clause): boolean {
  if (!verb || mention || mood !== 'statement' || subject?.actor !== 'customer' || !/^(?:may|might)$/.test(verb.modal ?? '')) return false;
  const { norm } = draft.words;
  if (verb.lemma !== 'wait' || norm[verb.main - 2] !== 'have') return false;
  const { start, end } = language.sentences[sentence];
  return (
    !/^(?:for|in|at|on|outside|until)$/.test(norm[verb.to] ?? '') &&
    !language.times.some((time) => time.specific && time.start >= start && time.end <= end)
  );
}

/** Something bad said with perhaps, or something lost left to it: "probably the camera is lost", "maybe it will turn up". */
export function perhapsBad({ draft, language }: Look, { verb, subject, mood, mention, from, to, index, sentence }: Clause): boolean {
  if (
    !verb ||
    mention ||
    mood !== 'statement' ||
    (subject?.actor !== 'thing' && subject?.actor !== 'circumstance') ||
    (verb.modal && verb.modal !== 'will' && !MAYBE.has(verb.modal))
  )
    return false;
  const { norm } = draft.words;
  let perhaps = false;
  for (let i = from; i < to; i += 1) perhaps ||= PERHAPS.has(norm[i]);
  if (!perhaps || (verb.tense !== 'present' && verb.tense !== 'future')) return false;
  if (verb.voice === 'passive') return verb.lemma === 'lose' && !verb.modal;
  // "probably sort of not going to pull through"
  const denial = language.clauses[index + 1];
  if (verb.lemma === 'be' && denial?.sentence === sentence && denial.from === to && norm[to] === 'not' && denial.negated) return true;
  if (verb.lemma === 'be') return !verb.negated && (isBad(norm, verb.to, to) || isFull(norm, verb.to, to));
  return (verb.modal !== undefined || verb.tense === 'future') && APPEARING.has(verb.lemma);
}

function isFull(norm: readonly string[], from: number, to: number): boolean {
  return norm
    .slice(from, to)
    .some((word, i, all) => word === 'full' || (word === 'booked' && /^(?:fully|already|all)$/.test(all[i - 1] ?? '')));
}

/** What was planned, coming to nothing as a maybe: "the 9th may slip", "Christmas might just get away from us". */
export function slipsAway({ draft }: Look, { verb, subject, mood, mention, negated, from, to }: Clause): boolean {
  if (!verb || mention || negated || mood !== 'statement' || !subject || !SLIPPING.has(verb.lemma)) return false;
  if (subject.actor === 'own' || subject.actor === 'customer') return false;
  const { norm } = draft.words;
  if (!MAYBE.has(verb.modal ?? '') && !norm.slice(from, to).some((word) => PERHAPS.has(word))) return false;
  const planned = PLANNED.has(norm[subject.head]) || /^\d{1,2}(?:st|nd|rd|th)$/.test(norm[subject.head]);
  const us = norm.slice(verb.to, to).some((word, i, rest) => /^(?:us|our)$/.test(word) && rest.slice(0, i).some((way) => LET_GO.test(way)));
  if (us) return true;
  if (!planned) return false;
  return (
    /^(?:slip|slide|overrun|drift)$/.test(verb.lemma) || (LET_GO.test(norm[verb.to] ?? '') && verb.lemma !== 'get' && verb.lemma !== 'go')
  );
}

/** "Two months is liable to be an obstacle." */
export function isLiable({ draft }: Look, { verb, subject, mood, mention, negated, to }: Clause): boolean {
  if (!verb || mention || negated || mood !== 'statement' || verb.tense !== 'none') return false;
  const late = verb.voice === 'passive' && /^(?:delay|postpone|cancel|hold)$/.test(verb.lemma);
  if (verb.lemma !== 'be' && !late) return false;
  const { norm } = draft.words;
  return (
    subject?.actor === 'thing' &&
    norm[verb.main - 1] === 'to' &&
    /^(?:liable|apt|prone)$/.test(norm[verb.main - 2] ?? '') &&
    isBad(norm, verb.to, to)
  );
}

/** What "it may be that", "it's possible that" and "chances are that" lead up to, if that is bad news: a no, a loss, something late. */
export function badBehind({ draft, language }: Look, clause: Clause): Clause | undefined {
  const next = language.clauses[clause.index + 1];
  if (!clause.verb || clause.mention || clause.negated || clause.mood !== 'statement' || next?.sentence !== clause.sentence)
    return undefined;
  const { norm } = draft.words;
  const head = clause.subject ? norm[clause.subject.head] : '';
  const { lemma, modal, to } = clause.verb;
  const after = norm[to] ?? '';
  const maybe =
    lemma === 'be' &&
    ((head === 'it' && MAYBE.has(modal ?? '') && after === 'that') ||
      (head === 'it' && modal === undefined && (after === 'possible' || after === 'conceivable') && norm[to + 1] === 'that') ||
      (head === 'chances' && next.from > to - 1));
  const behind = language.clauses[clause.index + 2];
  const feared =
    lemma === 'be' && head === 'it' && next.verb?.lemma === 'fear' && behind?.sentence === clause.sentence ? behind : undefined;
  // "I have a feeling that it will not come."
  const felt = lemma === 'have' && clause.subject?.actor === 'own' && FEELING.test(norm.slice(to, to + 4).join(' ')) ? next : undefined;
  const told = feared ?? felt ?? (maybe ? next : undefined);
  return told && (isBadNews(norm, told) || (maybe && isLost(norm, told))) ? told : undefined;
}

const FEELING = /^(?:a|this|the) (?:\w+ )?(?:feeling|hunch|suspicion)\b/;

/** "that the 9th will pass us by", behind "it is conceivable". */
function isLost(norm: readonly string[], { verb, subject, to }: Clause): boolean {
  if (!verb || !subject || subject.actor === 'customer' || subject.actor === 'own' || !SLIPPING.has(verb.lemma)) return false;
  return norm.slice(verb.to, to).some((word) => word === 'us') && norm.slice(verb.to, to).some((word) => LET_GO.test(word));
}

function isBadNews(norm: readonly string[], { verb, subject, negated, to }: Clause): boolean {
  if (!verb || subject?.actor === 'customer') return false;
  if (negated || FALLING_SHORT.has(verb.lemma)) return true;
  return verb.lemma === 'be' && isBad(norm, verb.to, to);
}

/** "The chances of a refund are not very high", "the odds are slim". */
export function longOdds({ draft }: Look, { verb, subject, mood, mention, to }: Clause): boolean {
  const { norm } = draft.words;
  if (
    !verb ||
    mention ||
    mood !== 'statement' ||
    verb.lemma !== 'be' ||
    verb.tense !== 'present' ||
    !subject ||
    !ODDS.has(norm[subject.head])
  )
    return false;
  for (let i = verb.to; i < Math.min(to, verb.to + 4); i += 1) if (verb.negated ? GOOD.has(norm[i]) : SLIM.has(norm[i])) return true;
  return false;
}

/** "It may or may not take", "it may perhaps be possible": a chance that says both yes and no. */
export function eitherWay({ draft, language }: Look, { verb, subject, mood, mention, negated, from, sentence, link }: Clause): boolean {
  const { norm } = draft.words;
  // "a sixth guest who may or may not come" says who is meant.
  if (link === 'who' || link === 'which' || link === 'whose') return false;
  if (!verb || mention || mood !== 'statement' || !MAYBE.has(verb.modal ?? '') || subject?.actor === 'customer') return false;
  const { to } = language.sentences[sentence];
  if (norm[verb.from + 1] === 'or' && norm[verb.from + 2] === verb.modal && norm[verb.from + 3] === 'not') return true;
  if (negated) return false;
  const perhaps = norm.slice(from, verb.to + 1).some((word) => PERHAPS.has(word));
  if (norm[subject?.from ?? -1] !== 'it' || !perhaps || verb.lemma !== 'be') return false;
  const possible = norm.indexOf('possible', verb.to);
  return (
    possible >= 0 &&
    possible <= verb.to + 1 &&
    !(norm[possible + 1] === 'for' && norm[possible + 2] === 'you') &&
    !forThem(norm, possible, to)
  );
}

/** "possible to claim this from your insurer" is a chance of theirs. */
function forThem(norm: readonly string[], from: number, to: number): boolean {
  return norm.slice(from, to).some((word) => word === 'claim' || word === 'bank' || word === 'insurer');
}

/** What is yet to come, called difficult: "moving it is going to be a challenge", "it would probably be hard to trace". */
export function foreseenHard({ draft }: Look, { verb, subject, mood, mention, negated, to }: Clause): boolean {
  const { norm } = draft.words;
  if (!verb || mention || negated || mood !== 'statement') return false;
  if (verb.lemma === 'turn' && MAYBE.has(verb.modal ?? ''))
    return norm[verb.to] === 'out' && subject?.actor === 'thing' && isBad(norm, verb.to + 1, to + 4);
  if (verb.lemma !== 'be' || (subject && subject.actor !== 'thing')) return false;
  const softened = norm.slice(verb.from, to).some((word) => PERHAPS.has(word));
  if (verb.modal !== 'going to' && !(verb.modal === 'would' && softened)) return false;
  for (let i = verb.to; i < to + 4; i += 1) if (/^(?:you|your|me)$/.test(norm[i] ?? '')) return false;
  return isBad(norm, verb.to, to);
}

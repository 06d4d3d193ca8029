import { inList, wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import { Gap, type Words } from '../../text/words.js';
import type { Clause, VerbGroup } from '../reading.js';

/** Too much or too little of it was done: a duplicate charge, insufficient care. */
const AMISS = wordClass('duplicate insufficient inadequate excessive unauthorised');
/** "A reading from a neighbouring meter was entered": another's, where theirs was due. */
const ANOTHERS = wordClass('neighbouring neighbours stranger strangers');
/** What a customer is owed word of. */
const TOLD = new Set(
  'confirmation notice notification reply answer response explanation reminder reminders email message warning update information apology acknowledgement callback'.split(
    ' ',
  ),
);
/** What is left out of an act: without notice, without any explanation. */
const OWED_FIRST = wordClass('notice warning explanation consent permission authorisation authorization notification agreement');
const LEFT = /^(?:unanswered|unresolved|unattended|unread|unactioned|unprocessed|untouched|unfinished|open|waiting)$/;
const STANDARDS = new Set(['standard', 'standards', 'target', 'targets', 'deadline', 'expectations', 'procedure', 'procedures', 'process']);

/**
 * A passive in the past that tells of a failure by what stands round its verb: "a duplicate charge was applied", "no confirmation was sent", "it was moved
 * without notice", "it was left unanswered", "two payments were taken instead of one", "the usual standard was not met".
 */
export function isFailedPassive({ grammar: { words }, sentences }: LazyReading, { verb, subject, sentence }: Clause): boolean {
  if (verb?.voice !== 'passive' || (verb.tense !== 'past' && verb.tense !== 'perfect') || verb.modal || !subject) return false;
  const { norm } = words;
  const head = norm[subject.head];
  if (verb.negated)
    return (
      (STANDARDS.has(head) && /^(?:meet|uphold|maintain|keep|follow|observe)$/.test(verb.lemma)) ||
      (subject.actor !== 'customer' && isLeftUndone(norm, verb.lemma, verb.to, head))
    );
  if (subject.head > subject.from && AGED.test(norm[subject.head - 1]) && DATED.test(head) && SHOWING.test(verb.lemma)) return true;
  if (subject.actor === 'thing' && norm[verb.main - 1] === 'somehow') return true;
  if (norm[subject.from] === 'no') return TOLD.has(head) && inList('duty-verbs', verb.lemma);
  if (AMISS.first(words, subject.from, subject.head) >= 0) return true;
  if (norm[subject.head - 1] === 'double' && /^(?:charge|debit|payment|bill|invoice)$/.test(head)) return true;
  const after = norm[verb.to] ?? '';
  if (goesElsewhere(words, verb, sentences[sentence].to) || isSetRight(words, verb, sentences[sentence].to)) return true;
  if (/^(?:enter|book|apply|put|send|use|key|add|post|charge)$/.test(verb.lemma) && ANOTHERS.first(words, subject.from, verb.from) >= 0)
    return after !== 'right';
  if (verb.lemma === 'leave')
    return (
      LEFT.test(after) ||
      (/^un[a-z]{3,}ed$/.test(after) && !/^(?:unchanged|unopened|undamaged|unaffected|unharmed)$/.test(after)) ||
      after === 'off' ||
      (after === 'out' && (inList('document-nouns', head) || /^(?:at|by|of|when|from|in)$/.test(norm[verb.to + 1] ?? '')))
    );
  if (verb.lemma === 'take' && subject.actor === 'thing' && after === 'instead' && norm[verb.to + 1] === 'of') return true;
  const { to } = sentences[sentence];
  for (let i = verb.to; i < Math.min(to, verb.to + 6); i += 1) {
    if (norm[i] !== 'without') continue;
    return OWED_FIRST.at(words, i + 1) || OWED_FIRST.at(words, i + 2);
  }
  return false;
}

/** Whose name, place or file it was put to. */
const ELSEWHERE =
  /^(?:address|house|street|flat|name|number|account|customer|file|order|building|town|party|guest|patient|passenger|client|person|family|couple|buyer|tenant|booking|policy|record|meter)$/;
const PUTTING =
  /^(?:put|enter|book|send|post|key|give|hand|sell|issue|allocate|deliver|log|file|credit|apply|register|let|name|assign|print|link|match|charge|bill)$/;

/** "put against another account", "handed to another party", "issued in somebody else's name". */
function goesElsewhere({ norm, gap }: Words, { lemma, to }: VerbGroup, end: number): boolean {
  if (!PUTTING.test(lemma)) return false;
  for (let i = to; i + 1 < Math.min(end, to + 8) && !(gap[i] & (Gap.comma | Gap.stop | Gap.break)); i += 1) {
    if (/^(?:another|different|other)$/.test(norm[i]) && (ELSEWHERE.test(norm[i + 1]) || ELSEWHERE.test(norm[i + 2] ?? ''))) return true;
    if (/^(?:somebody|someone)$/.test(norm[i]) && norm[i + 1] === 'else') return true;
  }
  return false;
}

const RECORDED =
  /^(?:put|enter|book|key|log|file|set|fit|hang|print|mark|measure|cut|type|route|note|address|pack|load|fix|mount|wire|dial|calculate)$/;

/** "put in for the 9th and not the 6th", "cut to the frame instead of the glass": set beside what was due. */
function isSetRight({ norm, gap }: Words, { lemma, to }: VerbGroup, end: number): boolean {
  if (!RECORDED.test(lemma)) return false;
  for (let i = to; i + 2 < Math.min(end, to + 14) && !(gap[i] & (Gap.stop | Gap.break)); i += 1) {
    const pair = `${norm[i]} ${norm[i + 1]}`;
    if (pair === 'and not') return /^(?:the|for|on|in|to|as|at|under|from|your|a)$/.test(norm[i + 2]);
    if (pair === 'instead of' || pair === 'rather than') return !norm[i + 2].endsWith('ing');
  }
  return false;
}

/** "never put through", "not keyed in", "not carried over", "not taken into account": a step of office work, by its particle. */
function isLeftUndone(norm: readonly string[], lemma: string, at: number, what: string): boolean {
  const next = norm[at] ?? '';
  switch (lemma) {
    case 'raise':
      return /^(?:order|request|ticket|case|invoice|job|note|claim|refund|credit|report|alert|referral)$/.test(what);
    case 'put':
      return /^(?:through|forward)$/.test(next);
    case 'key':
    case 'type':
      return next === 'in' || next === 'into';
    case 'set':
      return !/^(?:off|up|out|to|for|in)$/.test(next);
    case 'carry':
    case 'bring':
      return next === 'over' || next === 'across';
    case 'take':
      return (next === 'into' && /^(?:account|consideration)$/.test(norm[at + 1] ?? '')) || (next === 'off' && norm[at + 1] === 'the');
    default:
      return /^(?:tighten|join|connect|screw|bolt|fasten|plug|wipe|rinse|grease|bleed|reset|relabel|repack|match|trigger|save|post|sync|synchronise|implement|execute|factor|reflect)$/.test(
        lemma,
      );
  }
}

/** What should have been a newer one. */
const AGED = /^(?:old|older|former|previous|earlier)$/;
const DATED = /^(?:price|prices|address|date|rate|version|menu|number|timetable|list|tariff|label|photo)$/;
const SHOWING = /^(?:leave|show|use|send|print|quote|apply|display|charge|post|put|publish)$/;

/** "by mistake", "by accident": how it was done, and by nobody. */
export function isManner(norm: readonly string[], at: number): boolean {
  return /^(?:mistake|error|accident|oversight|default|hand|post|email|phone|text|mail|then|now)$/.test(norm[at] ?? '');
}

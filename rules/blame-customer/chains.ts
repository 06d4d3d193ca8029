import { Gap, inList } from 'replylint/rule';
import type { Clause, Look, Span } from 'replylint/rule';
import { isDeed, UNBLAMED } from './doing.js';
import { isHarm, isOwnedNear } from './harm.js';
import { hedged, regretted, softened } from './excuses.js';

/** Asked for, they were to be had: no slip. */
const ASKED = /^(?:ask|request|call|ring|phone|contact|notify|let|email|return|agree|warn|alert|spot|notice|complain|come|go)$/;
/** How a sentence points back at the one before it as its cause. */
const POINTS = /^(?:that|this|which)$/;
const IS = /^(?:is|'s|was)$/;
/** Who belongs to the customer, and acts for them. */
const KIN =
  /^(?:husband|wife|partner|spouse|son|sons|daughter|daughters|child|children|kid|kids|mother|father|mum|mom|dad|brother|sister|uncle|aunt|nephew|niece|grandson|granddaughter|grandchild|grandchildren|family|friend|friends|mate|mates|guest|guests|visitor|visitors|flatmate|flatmates|housemate|roommate|neighbour|builder|builders|plumber|electrician|decorator|gardener|cleaner|helper|nanny|maid|tenant|tenants|assistant|secretary|employee|employees|staff|colleague|colleagues|team|party|group|dog|dogs|cat|puppy|pet|pets)$/;
const SOMEBODY = /^(?:someone|somebody|one|anyone|nobody)$/;
const CIRCLE =
  /^(?:party|household|house|home|family|group|end|side|place|office|team|company|firm|department|room|flat|care|class|account)$/;
/** What their people do to a thing, with what it does to it in the verb. */
const SPOILS = new Set(
  'break damage smoke spill scratch tear crack smash ruin flood block drop stain delete lose forget burn wreck dent drill cut kick pull tamper'.split(
    ' ',
  ),
);

/** What they did in one sentence, and in the next "That is why it is too tight", "Hence the fine". */
export function thatIsWhy(look: Look, clause: Clause): Span | undefined {
  const { language, draft } = look;
  const { norm, gap } = draft.words;
  if (!isTold(look, clause)) return undefined;
  const here = language.sentences[clause.sentence];
  // "…, that is why.": of what stands before.
  if (POINTS.test(norm[here.to - 3]) && IS.test(norm[here.to - 2]) && norm[here.to - 1] === 'why' && clause.to <= here.to - 3)
    return { start: here.start, end: here.end };
  const next = language.sentences[clause.sentence + 1];
  if (!next || next.question || next.role !== 'body' || next.paragraph !== here.paragraph || clause.from > here.from + 2) return undefined;
  const at = next.from;
  const why =
    POINTS.test(norm[at]) && IS.test(norm[at + 1] ?? '') && /^(?:why|how|what|because|the)$/.test(norm[at + 2] ?? '')
      ? at + 3
      : /^(?:hence|thus|therefore|consequently|so|naturally|accordingly)$/.test(norm[at])
        ? at + 1
        : POINTS.test(norm[at]) && /^(?:caused|made|led|meant|broke|ruined|voided|blocked|triggered)$/.test(norm[at + 1] ?? '')
          ? at + 1
          : -1;
  if (why < 0 || why >= next.to || /^(?:i|we|please)$/.test(norm[why])) return undefined;
  if (!isHarm(look, why, next.to) || isOwnedNear(look, clause.sentence) || gap[here.to] & Gap.blankLine) return undefined;
  return { start: clause.subject!.start, end: here.end };
}

/** An act of "you", told as done, that is neither asked for nor what they went through; or a duty that was left undone. */
function isTold(look: Look, clause: Clause): boolean {
  const { norm } = look.draft.words;
  const { verb, subject, mood, link } = clause;
  if (!verb || !subject || subject.actor !== 'customer' || mood !== 'statement' || norm[subject.from] !== 'you')
    return isTheirPeople(look, clause);
  if (link && !/^(?:and|but|so)$/.test(link)) return false;
  if (ASKED.test(verb.lemma) || hedged(look, clause) || softened(look, clause) || regretted(look, clause)) return false;
  if (verb.negated) return verb.tense === 'past' && !verb.modal && inList('customer-duties', verb.lemma);
  return isDeed(clause);
}

/** "It was you that signed for the box", "you are the one who changed the booking": not "it was you who found it". */
export function isTheOne(look: Look, clause: Clause): Span | undefined {
  const { language, draft } = look;
  const { norm, start } = draft.words;
  const before = language.clauses[clause.index - 1];
  const { verb } = clause;
  if (!verb || before?.sentence !== clause.sentence || before.verb?.lemma !== 'be' || before.negated || before.verb.modal) return undefined;
  if (
    clause.negated ||
    verb.modal ||
    verb.voice === 'passive' ||
    verb.tense !== 'past' ||
    UNBLAMED.has(verb.lemma) ||
    ASKED.test(verb.lemma)
  )
    return undefined;
  if (
    !/^(?:who|that)$/.test(clause.link ?? '') ||
    !/^(?:sign|change|cancel|choose|pick|order|book|enter|type|click|delete|open|accept|agree|decide|leave|lose|forget|drop|break|park|sell|move|block|refuse|ignore|insist|select|switch|turn|approve|confirm|fill|write|give)$/.test(
      verb.lemma,
    )
  )
    return undefined;
  const at = before.verb.from;
  const cleft = norm[at - 1] === 'it' && norm[before.verb.to] === 'you';
  const one =
    norm[at - 1] === 'you' &&
    /^(?:the|that)$/.test(norm[before.verb.to] ?? '') &&
    /^(?:one|ones|person|people)$/.test(norm[before.verb.to + 1] ?? '');
  return cleft || one ? { start: start[at - 1], end: clause.end } : undefined;
}

/** "Your husband gave the wrong address", "someone in your party smoked": those who act for them, with a failing. */
export function byTheirPeople(look: Look, clause: Clause): Span | undefined {
  const { norm } = look.draft.words;
  const { verb, to } = clause;
  if (!isTheirPeople(look, clause) || hedged(look, clause)) return undefined;
  const object = norm[verb!.to] ?? '';
  const harms = SPOILS.has(verb!.lemma) && !/^(?:his|her|their|your|its|down|a|an|off)$/.test(object) && verb!.lemma !== 'lose';
  const slips = inList('customer-slips', verb!.lemma) && verb!.lemma !== 'break' && verb!.lemma !== 'fail' && verb!.lemma !== 'forget';
  const forgets = /^(?:forget|fail)$/.test(verb!.lemma) && object === 'to';
  const wrong =
    inList('customer-controls', verb!.lemma) &&
    norm.slice(verb!.to, to).some((word) => /^(?:wrong|incorrect|wrongly|incorrectly|late)$/.test(word));
  const careless = verb!.negated && /^(?:close|lock|check|read|sign|answer|open|pay|confirm|tell|show|follow|wear)$/.test(verb!.lemma);
  if (verb!.negated ? !careless : !(harms || slips || wrong || forgets)) return undefined;
  return isOwnedNear(look, clause.sentence) ? undefined : { start: clause.start, end: clause.end };
}

/** A past act of somebody who is the customer's: "your son", "someone at your end", "you and your guests". */
function isTheirPeople({ draft: { words } }: Look, { subject, verb, mood, link }: Clause): boolean {
  const { norm } = words;
  if (!subject || !verb || verb.modal || verb.voice === 'passive' || mood !== 'statement') return false;
  if ((link && !/^(?:and|but|because|since|as)$/.test(link)) || (verb.tense !== 'past' && verb.tense !== 'perfect')) return false;
  if (UNBLAMED.has(verb.lemma)) return false;
  const your = norm.indexOf('your', subject.from);
  if (your < 0 || your >= verb.from) return false;
  if (your === subject.from) return KIN.test(norm[verb.from - 1]) && verb.from - your <= 4;
  return SOMEBODY.test(norm[subject.from]) && /^(?:in|at|on|of|from)$/.test(norm[your - 1]) && CIRCLE.test(norm[your + 1] ?? '');
}

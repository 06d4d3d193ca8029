import { inList } from '../../lexicon/index.js';
import type { Span } from '../../text/span.js';
import { wordAt } from '../../text/words.js';
import type { Grammar } from '../grammar/grammar.js';
import type { Clause, Sentence } from '../reading.js';
import type { UntiedPart } from './parts.js';
import { TELLING } from './openers.js';
import { topicOf } from './topic.js';
import { firstPastWord } from '../window.js';

/** What a clause bids for: the word where the deed begins. `whole`: "I want …", beside which another may stand. */
interface Deed {
  readonly clause: Clause;
  readonly verb: number;
  readonly kind: 'request' | 'demand';
  readonly whole: boolean;
}

/** The biddings of a sentence that asks nothing: "Please send me an invoice too", "I want my money back and I want a receipt". */
export function requestsIn(grammar: Grammar, sentence: Sentence): readonly UntiedPart[] {
  const { words, clauses } = grammar;
  if (words.norm[sentence.from] === 'if') return [];
  const deeds: Deed[] = [];
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const deed = deedOf(grammar, sentence, clauses[k]);
    if (deed && (deeds.length === 0 || (deed.whole && deeds[deeds.length - 1].whole))) deeds.push(deed);
  }
  if (deeds.length === 0) {
    const claim = claimAt(grammar, sentence);
    const span = { start: words.start[claim], end: words.end[sentence.to - 1] };
    const made = claim < 0 ? undefined : request(grammar, span, claim, sentence.to, 'demand');
    return made ? [made] : [];
  }
  return deeds.flatMap(({ clause, verb, kind }, n) => {
    const following = deeds[n + 1]?.clause;
    const next = following?.subject?.from ?? following?.from ?? sentence.to;
    const to = next < sentence.to && words.norm[next] !== 'and' && words.norm[next - 1] === 'and' ? next - 1 : next;
    const start = clause.subject ? words.start[clause.subject.from] : clause.start;
    return request(grammar, { start, end: words.end[to - 1] }, verb, to, kind) ?? [];
  });
}

function deedOf(grammar: Grammar, sentence: Sentence, clause: Clause): Deed | undefined {
  const { words } = grammar;
  const { norm } = words;
  const { verb } = clause;
  if (!verb || clause.mention || verb.negated) return undefined;
  const led = /^(?:also|just|then|now)$/.test(norm[verb.from - 1] ?? '') ? verb.from - 1 : verb.from;
  const polite = /^(?:please|pls|plz|kindly)$/.test(norm[led - 1] ?? '') || norm[verb.from] === 'please';
  const bids = clause.mood === 'imperative' && (polite || (verb.from === sentence.from && isForMe(grammar, clause)));
  if (bids && inList('deliverable-verbs', verb.lemma)) return { clause, verb: verb.main, kind: 'request', whole: false };
  const asks = asksForDeed(grammar, clause);
  if (asks >= 0) return { clause, verb: asks, kind: 'request', whole: false };
  // The mark of a question that follows makes no question of what stands before it.
  const told =
    clause.mood === 'statement' || (clause.mood === 'question' && clause.subject !== undefined && clause.subject.to <= verb.from);
  const first = clause.subject && /^(?:i|we)$/.test(norm[clause.subject.from]) && told;
  if (!first) return undefined;
  const wants = verb.modal === undefined && verb.tense === 'present' && /^(?:want|need|demand|expect|require|request)$/.test(verb.lemma);
  const likes = verb.modal === 'would' && verb.lemma === 'like';
  // "I want to register my stall. What is the fee?": what it is asked for.
  if ((wants || likes) && norm[verb.to] === 'to' && grammar.sentences[sentence.index + 1]?.question) return undefined;
  if (!(wants || likes) || !namesThing(grammar, verb.to)) return undefined;
  return { clause, verb: verb.main, kind: wants ? 'demand' : 'request', whole: true };
}

/** What is claimed in a bidding without its verb's mark: "And refund the call-out fee of 60". The word that claims, -1 where none does. */
function claimAt({ words, tags }: Grammar, { from, to, question }: Sentence): number {
  const { norm } = words;
  const at = /^(?:and|so|also|then|now|just)$/.test(norm[from]) ? from + 1 : from;
  if (question || to - at < 3 || to - at > 12 || !/^(?:refund|reimburse|replace|cancel)$/.test(norm[at])) return -1;
  for (let i = at + 1; i < to; i += 1) if (tags.pos[i] === 'modal' || tags.pos[i] === 'auxiliary') return -1;
  const owned = /^(?:me|us|my|our|this|these|the)$/.test(norm[at + 1]);
  const sum = norm[at] === 'refund' && norm.slice(at, to).some((word) => /^\d/.test(word));
  return owned || sum ? at : -1;
}

/** The bidding whose deed begins at word `verb`; undefined where it names nothing, or only wants thanks passed on. */
export function request(grammar: Grammar, span: Span, verb: number, to: number, kind: 'request' | 'demand'): UntiedPart | undefined {
  const { norm } = grammar.words;
  const told = TELLING.has(grammar.tags.lemma[verb] ?? norm[verb]);
  const named = topicOf(grammar, told ? verb + 1 : verb, to);
  // "They want a letter about the altitude, so please send me one."
  const points = named.size === 0 && /^(?:one|some|it|them|these|those)$/.test(norm[to - 1] ?? '');
  const sentence = grammar.sentences[Math.min(firstPastWord(grammar.sentences, verb), grammar.sentences.length - 1)];
  const topic = points ? topicOf(grammar, sentence.from, verb) : named;
  // "Please send my thanks to the crew" wants nothing back.
  for (let i = verb; i < to; i += 1) if (/^(?:thanks|kudos|regards|love|compliments|shout|praise)$/.test(norm[i])) return undefined;
  if (topic.size === 0) return undefined;
  return { ...span, kind, wanted: told ? 'what' : 'deed', topic, joined: false, pointing: false };
}

/** "Please send me the invoice and change the address" bids for two things, each with an object of its own. */
export function splitDeeds(grammar: Grammar, part: UntiedPart, most = 5): readonly UntiedPart[] {
  if (part.wanted !== 'deed' || most === 0) return [part];
  const { words, tags } = grammar;
  const from = wordAt(words, part.start);
  for (let i = from + 3; i < words.length && words.end[i] <= part.end; i += 1) {
    if (words.norm[i - 1] !== 'and' || !inList('deliverable-verbs', words.norm[i]) || tags.pos[i] !== 'verb') continue;
    const to = wordAt(words, part.end);
    const [before, behind] = [topicOf(grammar, from, i - 1), topicOf(grammar, i + 1, to)];
    if (before.size === 0 || behind.size === 0) continue;
    const second = { ...part, start: words.start[i], topic: topicOf(grammar, i, to), joined: true };
    return [{ ...part, end: words.end[i - 2], topic: before }, ...splitDeeds(grammar, second, most - 1)];
  }
  return [part];
}

/** First word of the deed in "could you (please) send", -1 when the sentence asks and does not bid. */
export function inRequestForm({ words, tags }: Grammar, from: number): number {
  const { norm } = words;
  if (!/^(?:can|could|would|will)$/.test(norm[from]) || !/^(?:you|u|ya)$/.test(norm[from + 1] ?? '')) return -1;
  let at = from + 2;
  while (/^(?:please|kindly|also|possibly|maybe|just|guys|then|all|therefore|perhaps)$/.test(norm[at] ?? '')) at += 1;
  if (norm[at] === 'be' || norm[at] === 'have' || (norm[from] === 'will' && at === from + 2)) return -1;
  return tags.pos[at] === 'verb' || tags.pos[at] === 'auxiliary' ? at : -1;
}

/** First word of the deed in "I ask you to correct it"; -1 where nothing is asked so. */
function asksForDeed({ words: { norm }, tags }: Grammar, { subject, verb }: Clause): number {
  if (
    !subject ||
    !verb ||
    !/^(?:i|we)$/.test(norm[subject.from]) ||
    !/^(?:ask|request|urge|want|expect|need)$/.test(verb.lemma) ||
    verb.tense === 'past'
  )
    return -1;
  if (norm[verb.to] !== 'you' || norm[verb.to + 1] !== 'to') return -1;
  for (let i = verb.to + 2; i < verb.to + 14; i += 1)
    if (tags.pos[i] === 'verb' && (inList('deliverable-verbs', tags.lemma[i] ?? norm[i]) || /^(?:pay|cover|compensate)$/.test(norm[i])))
      return i;
  return -1;
}

/** "I want my money back", "we would like a refund", "I'd like to cancel"; not "I want to say how kind Sam was". */
function namesThing({ words, tags }: Grammar, at: number): boolean {
  // "… and to have my taxi paid."
  for (let i = at; i < at + 9; i += 1)
    if (/^(?:have|get|see)$/.test(words.norm[i] ?? '') && /^(?:my|our|the|this|it)$/.test(words.norm[i + 1] ?? ''))
      for (let n = i + 2; n < i + 6; n += 1)
        if (
          /^(?:paid|refunded|replaced|cancelled|repaired|reimbursed|credited|corrected|fixed|removed|collected|mended|covered)$/.test(
            words.norm[n] ?? '',
          )
        )
          return true;
  if (tags.pos[at] === 'to' || words.norm[at + 1] === 'to') {
    const verb = tags.pos[at] === 'to' ? at + 1 : at + 2;
    return (
      inList('deliverable-verbs', tags.lemma[verb] ?? words.norm[verb] ?? '') &&
      !/^(?:send|forward|pay|post|add|update|provide)$/.test(words.norm[verb])
    );
  }
  // "I want the express fee back."
  for (let i = at + 1; i < at + 7; i += 1)
    if (
      words.norm[i] === 'back' &&
      !/^(?:to|in|on|at|from|up)$/.test(words.norm[i + 1] ?? '') &&
      /^(?:my|our|the|that|this|all)$/.test(words.norm[at] ?? '')
    )
      return true;
  // "I want the second night refunded."
  if (/^(?:my|our|the|this|that|it)$/.test(words.norm[at] ?? ''))
    for (let i = at + 1; i < at + 5; i += 1)
      if (
        /^(?:refunded|replaced|cancelled|canceled|repaired|reimbursed|credited|corrected|exchanged|fixed|removed|returned|closed|deleted)$/.test(
          words.norm[i] ?? '',
        )
      )
        return true;
  return (
    /^(?:my|our|a|an|the|full|compensation|refund|reimbursement|some)$/.test(words.norm[at] ?? '') &&
    DELIVERED.test(headAfter(words.norm, at))
  );
}

/** What customers want sent or paid to them. */
const DELIVERED =
  /^(?:refund|money|compensation|replacement|reimbursement|cash|invoice|receipt|copy|credit|exchange|voucher|quote|confirmation|certificate|statement|breakdown)$/;

function headAfter(norm: readonly string[], at: number): string {
  for (let i = at; i < at + 5; i += 1) if (DELIVERED.test(norm[i] ?? '')) return norm[i];
  return '';
}

function isForMe({ words }: Grammar, clause: Clause): boolean {
  return (
    /^(?:me|us)$/.test(words.norm[clause.verb!.to] ?? '') &&
    /^(?:send|give|tell|refund|call|show|get|pay|book|email|mail)$/.test(clause.verb!.lemma)
  );
}

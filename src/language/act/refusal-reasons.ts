import { wordClass } from '../../lexicon/index.js';
import { Gap, type Words } from '../../text/words.js';
import { isAsked } from './asked.js';
import type { LazyReading } from '../index.js';
import type { Clause, NounPhrase, Refusal, Sentence, VerbGroup } from '../reading.js';

const POLICY = wordClass(
  'policy policies rules rule terms conditions t&cs tcs t&c guidelines guideline procedure procedures protocol system regulations fineprint',
);
/** What one does with a policy. */
const KEEPING = new Set([
  'stick',
  'adhere',
  'follow',
  'abide',
  'comply',
  'uphold',
  'enforce',
  'go',
  'stand',
  'respect',
  'be',
  'keep',
  'apply',
  'observe',
]);
const CAUSES = wordClass('because as since given');
/** Nouns by which a phrase gives a cause: for security reasons, under data protection law. */
const GROUNDS = wordClass(
  'reasons reason law laws hygiene security safety privacy gdpr protection capacity stock licence weather constraints restrictions limit deadline beyond control channel twitter',
);
/** What a rule is there to do. */
const PURPOSES = new Set('maintain ensure protect keep avoid prevent preserve guarantee safeguard make stay secure reduce'.split(' '));
/** Verbs of sentences that give no cause although they state: it seems, it appears. */
const SEEMING = new Set(['seem', 'appear', 'look', 'sound', 'thank', 'regret', 'apologise', 'hope', 'wish', 'know', 'understand', 'feel']);
const COURTEOUS = wordClass(
  'thank thanks sorry apologies apologise regret pleasure glad happy pleased understand appreciate frustrating disappointing feedback great lovely nice wonderful fantastic congratulations',
);
/** That it is final says nothing of why. */
const FINAL = wordClass('final binding conclusive irrevocable closed');
const OUTCOMES = wordClass('outcome decision ruling verdict position answer ban suspension result');
const OUTSIDE = new Set(['thing', 'third-party', 'circumstance', 'nobody', 'department', 'colleague']);
const SCARCE = wordClass('full sold closed booked out limited discontinued finished gone unavailable expired');

/** Whether a noun names a rule or the system: what stands for a reason and is none. */
export function isPolicyNoun(noun: string): boolean {
  return POLICY.has(noun);
}

/** "We must stick to our policy": a refusal that names nothing but the rule. */
export function isPolicyBound(reading: LazyReading, { verb, subject, from, to }: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const own = subject?.actor === 'own' || subject?.actor === 'department' || subject?.actor === 'colleague';
  const bound = verb!.modal === 'must' || verb!.modal === 'have to' || verb!.modal === 'need' || norm[verb!.main - 2] === 'have';
  if (!own || verb!.negated || !bound || !KEEPING.has(verb!.lemma)) return false;
  if (verb!.lemma === 'be' && norm[verb!.to] !== 'mindful' && norm[verb!.to] !== 'consistent') return false;
  for (let i = Math.max(from, verb!.to); i < to; i += 1) if (POLICY.at(words, i) && norm[i] !== 'system') return true;
  return false;
}

/** Whether a refusal is explained, excused with a rule, or left bare. A sentence of empathy (`empathic`, by index) explains nothing. */
export function reasonFor(
  reading: LazyReading,
  sentence: Sentence,
  clause: Clause,
  policyBound: boolean,
  empathic: ReadonlySet<number>,
): Refusal['reason'] {
  const inside = within(reading, sentence, clause, policyBound);
  if (inside === 'given') return inside;
  const explains = (index: number): boolean =>
    !empathic.has(index) &&
    !(index > sentence.index && isAnotherMatter(reading, index, sentence)) &&
    beside(reading, index, policyBound, sentence.paragraph);
  if (explains(sentence.index - 1) || explains(sentence.index + 1)) return 'given';
  return policyBound ? 'policy' : inside;
}

/** The reason in the sentence itself. */
function within(reading: LazyReading, sentence: Sentence, clause: Clause, policyBound: boolean): Refusal['reason'] {
  const { from, to, firstClause, endClause } = sentence;
  const { words } = reading.grammar;
  const { norm, gap } = words;
  let found: Refusal['reason'] = 'none';
  for (let k = firstClause; k < endClause; k += 1) {
    const other = reading.clauses[k];
    const linked = CAUSES.has(other.link ?? norm[other.from - 1]) || CAUSES.at(words, other.from);
    // "It is with regret that we must refuse", "I have been told that": what only leads up to it.
    if (clause.link === 'that' && other.index === clause.index - 1 && !linked) continue;
    if (other === clause || (!linked && other.index === clause.index + 1 && other.verb?.tense === 'none')) continue;
    // "If it is non-refundable, we are unable to": the condition is the cause.
    const causal = (other.mood === 'condition' && other.index < clause.index) || linked || other.link === 'which';
    const stated =
      !policyBound &&
      isFact(reading, other) &&
      (gap[other.from] & Gap.break ||
        (gap[other.from] & Gap.comma && other.link === undefined) ||
        (other.index < clause.index && other.link !== 'but' && other.link !== 'that' && !runsOn(reading, other)));
    if (!causal && !stated) continue;
    if (!policyAhead(words, other.from, other.to)) return 'given';
    found = 'policy';
  }
  // "We no longer make it, so we can't send you one": what the refusal follows from.
  if (concludes(reading, sentence, clause) && !policyAhead(words, from, clause.verb?.from ?? clause.to)) return 'given';
  // "Since the hotel keeps its own books, we…": a name may hide the link from the clause.
  if (CAUSES.at(words, from) && clause.index > firstClause) return 'given';
  if (!policyBound && isExplained(reading, clause.verb?.from ?? clause.from, sentence)) return 'given';
  if (!policyBound && hasPurpose(reading, from, clause)) return 'given';
  for (let i = from; i < to; i += 1) {
    const phrase =
      (/^(?:due|owing|thanks|according)$/.test(norm[i]) && norm[i + 1] === 'to') ||
      (norm[i] === 'because' && norm[i + 1] === 'of') ||
      norm[i] === 'per' ||
      norm[i] === 'under';
    if (phrase) {
      if (/^(?:contract|agreement)$/.test(norm[i + 2] ?? '')) found = 'policy';
      else if (!policyAhead(words, i + 1, Math.min(to, i + 8))) return norm[i] === 'per' || norm[i] === 'according' ? found : 'given';
      else found = 'policy';
    } else if ((GROUNDS.at(words, i) && !isWhatTheyAsk(reading, i)) || givesCause(reading, i, to)) return 'given';
    else if (POLICY.at(words, i)) found = 'policy';
  }
  return found;
}

const CONCLUDING = wordClass('so therefore hence thus consequently accordingly why');

/** "…, so we can't send you one", "… and therefore compensation is not payable", "…, which is why we cannot": it follows from what stands before. */
function concludes(reading: LazyReading, { from, firstClause }: Sentence, clause: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  if (clause.link === 'so') return norm[from] !== 'so';
  const at = CONCLUDING.first(words, clause.from, Math.min(clause.to, clause.from + 4));
  if (clause.index === firstClause || at < 0) return false;
  // "I am so sorry": not a conclusion.
  if (norm[at] === 'so') return norm[at - 1] === 'and';
  return norm[at] !== 'why' || norm[at - 1] === 'is' || norm[at - 1] === "'s";
}

const LINKING = /^(?:and|so|but|or|however|therefore|hence|thus)$/;

/** "Sixty days is a term we do not agree to", "your request came back rejected": read as two clauses, and one in truth. */
export function runsOn({ clauses, grammar: { words } }: LazyReading, { index, sentence }: Clause): boolean {
  const next = clauses[index + 1];
  if (next?.sentence !== sentence || next.link !== undefined || words.gap[next.from] !== 0) return false;
  return !LINKING.test(words.norm[next.from]) && !LINKING.test(words.norm[next.from - 1]);
}

/** "… is a no for Sunday: a wedding party of sixty checks in at 1": what stands behind a colon or a dash tells why. */
function isExplained({ grammar: { words } }: LazyReading, at: number, { to }: Sentence): boolean {
  for (let i = at; i < to - 3; i += 1)
    if (words.gap[i] & Gap.break)
      return !/^(?:sorry|please|thanks?|no|not|hope|but|have|enjoy|i'm)$/.test(words.norm[i]) && !policyAhead(words, i, to);
  return false;
}

/** "your request for a higher limit": the limit is what was asked for. */
function isWhatTheyAsk(reading: LazyReading, at: number): boolean {
  const { norm } = reading.grammar.words;
  // "beyond what we do"
  if (norm[at] === 'beyond') return norm[at + 1] === 'what';
  return /^(?:limit|stock|capacity|deadline|licence|channel)$/.test(norm[at]) && isAsked(reading, at, at + 1);
}

/** "…, since by then the college has paid": behind a comma these two give the cause, whatever stands before its subject. */
function givesCause(reading: LazyReading, at: number, to: number): boolean {
  const { words } = reading.grammar;
  const { norm, gap } = words;
  // "…, as three others wait for it"; not "as stated", "as per our terms".
  if (norm[at] === 'as' && gap[at] & Gap.comma) {
    const pointing =
      /^(?:per|stated|mentioned|outlined|described|explained|advised|said|well|such|soon|far|long|in|on|a|always|you|requested)$/.test(
        norm[at + 1] ?? '',
      );
    return !pointing && !policyAhead(words, at, Math.min(to, at + 10));
  }
  return (norm[at] === 'since' || norm[at] === 'because') && (gap[at] & Gap.comma) !== 0 && !policyAhead(words, at, to);
}

/** "To keep the list fair for all, we…", "In order to protect your account…": what the refusal is for. */
function hasPurpose({ grammar: { words, tags } }: LazyReading, from: number, { verb }: Clause): boolean {
  const at = words.norm[from] === 'in' && words.norm[from + 1] === 'order' ? from + 2 : from;
  return tags.pos[at] === 'to' && verb!.from > at + 2 && PURPOSES.has(tags.lemma[at + 1] ?? '');
}

function policyAhead(words: Words, from: number, to: number): boolean {
  return POLICY.first(words, from, to) >= 0;
}

/** A sentence beside the refusal that states a fact: a cause, a date, a limit, somebody else's doing. */
function beside(reading: LazyReading, index: number, policyBound: boolean, paragraph: number): boolean {
  const sentence = reading.sentences[index];
  if (!sentence || sentence.role !== 'body' || sentence.question) return false;
  const { words } = reading.grammar;
  const clauses = reading.clauses.slice(sentence.firstClause, Math.min(sentence.endClause, sentence.firstClause + 12));
  const explained = clauses.some(
    ({ link, mood, verb, subject, from }) =>
      link === 'because' ||
      (link === 'since' && mood === 'statement') ||
      // "Let us know, so we can follow up" says what for, not why not.
      (link === 'so' &&
        mood === 'statement' &&
        // "They have signed it off, so that's where it stays" is how it ended.
        !isEnding(reading, from) &&
        !(subject?.actor === 'own' && /^(?:can|could|may)$/.test(verb?.modal ?? '') && !verb?.negated)),
  );
  if (explained) return true;
  // In a paragraph of its own a fact is about something else.
  if (policyBound || clauses.length === 0 || sentence.paragraph !== paragraph) return false;
  for (let i = sentence.from; i < sentence.to; i += 1) if (COURTEOUS.at(words, i) || FINAL.at(words, i)) return false;
  const first = clauses.find(({ verb }) => verb !== undefined);
  return (
    first !== undefined &&
    (isFact(reading, first) || isDoing(first, clauses[1])) &&
    !clauses.some((clause) => policyAhead(words, clause.from, clause.to))
  );
}

/** "so that's where it stays", "so that is that". */
function isEnding({ grammar: { words } }: LazyReading, from: number): boolean {
  const at = words.norm[from] === 'so' ? from + 1 : from;
  return /^(?:that|there|this) (?:is|'s) (?:where|that|it|the end|how|final)/.test(words.norm.slice(at, at + 4).join(' '));
}

/** What was put right, or is put in its place. */
const PUT_RIGHT = new Set(
  'replace repair fix clean refund update improve install restore mend repaint service upgrade renew refurbish reopen'.split(' '),
);

/** Behind the refusal: "The fans were replaced on Tuesday", "The chilli is one you might like" are about something else. */
function isAnotherMatter(reading: LazyReading, index: number, refused: Sentence): boolean {
  const sentence = reading.sentences[index];
  if (!sentence) return false;
  const { norm } = reading.grammar.words;
  for (let i = sentence.from; i + 2 < sentence.to; i += 1) {
    if (norm[i] !== 'you') continue;
    const at = /^(?:two|both|all)$/.test(norm[i + 1]) ? i + 2 : i + 1;
    if (/^(?:might|may|could|would)$/.test(norm[at]) && /^(?:like|enjoy|love|prefer|try|fancy)$/.test(norm[at + 1] ?? '')) return true;
  }
  const { verb, subject } = reading.clauses[sentence.firstClause] ?? {};
  if (verb && subject && !verb.negated && !verb.modal && isWhatRemains(reading, sentence, subject, verb)) return true;
  if (!verb || !subject || verb.voice !== 'passive' || verb.negated || verb.modal || !PUT_RIGHT.has(verb.lemma)) return false;
  if (reading.grammar.tags.pos[subject.from] === 'pronoun' || reading.clauses[sentence.firstClause + 1]?.sentence === index) return false;
  for (let i = subject.from; i < subject.to; i += 1)
    if (reading.isContent(i) && norm.slice(refused.from, refused.to).includes(norm[i])) return false;
  return true;
}

/** "The next round opens in September", "the paid repair is €85", "our timetable is on the door", "it comes on Wednesday": what there is instead, or how things go on. */
function isWhatRemains({ grammar: { words } }: LazyReading, { to }: Sentence, subject: NounPhrase, verb: VerbGroup): boolean {
  const { norm } = words;
  for (let i = subject.from; i < subject.to; i += 1) if (/^(?:next|paid|breakfast)$/.test(norm[i])) return true;
  const last = norm[to - 1];
  if (
    verb.lemma === 'be' &&
    /^(?:on|in|at)$/.test(norm[verb.to] ?? '') &&
    /^(?:door|map|website|site|page|app|notice|board|list|leaflet)$/.test(last)
  )
    return true;
  return norm[subject.from] === 'it' && /^(?:come|arrive)$/.test(verb.lemma) && verb.tense === 'present' && norm[verb.to] === 'on';
}

const COSTING = /^(?:cost|mean|take|require|leave|exceed)$/;

/** "Opening for five hours would cost £14,000": a doing is the subject. */
function isDoing(doing: Clause, said: Clause | undefined): boolean {
  if (doing.verb?.tense !== 'none' || doing.subject || said?.sentence !== doing.sentence || said.subject || !said.verb) return false;
  return COSTING.test(said.verb.lemma) && !said.negated && said.mood === 'statement';
}

/** A statement about the world, not about our feelings, our offers or what may be. */
function isFact(reading: LazyReading, clause: Clause): boolean {
  const { verb, subject, mood } = clause;
  if (!verb || !subject || mood !== 'statement' || verb.tense === 'none' || verb.tense === 'future' || SEEMING.has(verb.lemma))
    return false;
  // "Opening on Sundays would cost £14,000."
  if (verb.modal === 'would' && !verb.negated && /^(?:cost|mean|take|require|leave|exceed)$/.test(verb.lemma))
    return OUTSIDE.has(subject.actor);
  if (verb.modal && verb.modal !== 'must' && verb.modal !== 'have to' && !(verb.negated && verb.modal === 'can')) return false;
  const { words } = reading.grammar;
  // "The outcome stands", "no further appeals will be read": that it is final says nothing of why.
  if (
    (verb.lemma === 'stand' && OUTCOMES.at(words, subject.head)) ||
    (words.norm[subject.from] === 'no' && words.norm[subject.from + 1] === 'further')
  )
    return false;
  if (OUTSIDE.has(subject.actor)) return true;
  const { norm } = words;
  if (subject.actor === 'customer') return verb.tense === 'past' || verb.tense === 'perfect';
  if (subject.actor !== 'own') return false;
  const states = /^(?:be|sell|run|book|have|get)$/.test(verb.lemma);
  for (let i = verb.from; i < clause.to; i += 1)
    if (norm[i] === 'only' || norm[i] === 'longer' || (states && SCARCE.at(words, i))) return true;
  return verb.lemma === 'have' && verb.negated;
}

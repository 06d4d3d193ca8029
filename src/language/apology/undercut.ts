import { listed, wordClass } from '../../lexicon/index.js';
import { isBareExcuse, isEmphatic, isExcuse } from './excuse.js';
import { LONGEST, type Complement } from './parts.js';
import { Gap } from '../../text/words.js';
import { PhraseSet } from '../window.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';

const CIRCUMSTANCES = listed('circumstances');
const EXCUSE = wordClass(
  'busy policy rule rules season everyone everybody weather understaffed short-staffed staffed overworked volume demand difficult shortage christmas easter holiday holidays weekend peak busiest rush shift circumstances terms should always unfortunately normal normally',
);

const LINKS = new Set('but however although though yet still nevertheless nonetheless albeit only'.split(' '));

/** A "but" behind our failing: an excuse or counter-blame undercuts it, a remedy or a refusal does not. */
export function undercutAfter(reading: LazyReading, sentence: Sentence, at: number): Complement | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const link = norm[at];
  if (at >= sentence.to) return takenBackNext(reading, sentence);
  const [turn] = TURNS.startingAt(reading.grammar.words, at);
  if (turn && !LINKS.has(link))
    return takesBack(reading, sentence, at + turn.split(' ').length) ? { kind: 'undercut', end: sentence.to, specific: true } : undefined;
  // "even if it was a small one"
  if (link === 'even') return { kind: 'undercut', end: sentence.to, specific: true };
  if (DEMANDS.startingAt(reading.grammar.words, at).length > 0) return { kind: 'undercut', end: sentence.to, specific: true };
  if (!LINKS.has(link) && !(link === 'and' && norm[at + 1] === 'yet')) return undefined;
  return takesBack(reading, sentence, link === 'and' ? at + 2 : at + 1)
    ? { kind: 'undercut', end: sentence.to, specific: true }
    : undefined;
}

/** "While we are sorry for the delay, it was the snow": the apology comes first, and is taken back behind the comma. */
export function concedes(reading: LazyReading, sentence: Sentence, from: number): boolean {
  const { norm, gap } = reading.grammar.words;
  const opener = norm[sentence.from];
  const concessive = /^(?:while|whilst|although|though)$/.test(opener) || (opener === 'much' && norm[sentence.from + 1] === 'as');
  if (!concessive || from > sentence.from + 6) return false;
  for (let i = from + 1; i < Math.min(sentence.to, from + LONGEST); i += 1) if (gap[i] & Gap.comma) return takesBack(reading, sentence, i);
  return false;
}

/** What turns a next sentence against the apology. */
const TURNS = new PhraseSet([
  'but',
  'however',
  'still',
  'then again',
  'mind you',
  'that said',
  'having said that',
  'even so',
  'in fairness',
  'in all fairness',
  'to be fair',
  'in his defence',
  'in her defence',
  'in their defence',
  'in our defence',
  'in my defence',
]);

/** What is asked of the customer where an apology was due, or said against them outright. */
const DEMANDS = new PhraseSet([
  'you must understand',
  'you have to understand',
  'you need to understand',
  'please understand that we',
  'please understand that this',
  'do understand',
  'you must remember',
  'please remember that',
  'do remember that',
  'remember that',
  'please bear in mind that',
  'do bear in mind that',
  'bear in mind that',
  'do not forget',
  "don't forget",
  'i must say',
  'i have to say',
  'we must say',
  'i must point out',
  'i have to point out',
  'we must point out',
  'we have to point out',
  'i would point out',
  'i should point out',
  'what can we do',
  'what can you do',
  'what can i do',
  'what can one do',
  'such is life',
  'that is life',
]);

/** "I am sorry about the missed pill. But a label would have prevented it." */
function takenBackNext(reading: LazyReading, { index, paragraph, to }: Sentence): Complement | undefined {
  const next = reading.sentences[index + 1];
  if (next?.role !== 'body' || next.paragraph !== paragraph || next.question) return undefined;
  if (DEMANDS.startingAt(reading.grammar.words, next.from).length > 0) return { kind: 'undercut', end: to, specific: true };
  const [opening] = TURNS.startingAt(reading.grammar.words, next.from);
  if (!opening) return undefined;
  return takesBack(reading, next, next.from + opening.split(' ').length, true) ? { kind: 'undercut', end: to, specific: true } : undefined;
}

/** Whether what follows word `open`, behind a "but", excuses what was done; in a sentence of its own, only what is told of the past or of all such things does. */
function takesBack(reading: LazyReading, sentence: Sentence, open: number, isApart = false): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  // "…, but glad that you waited"
  if (DEMANDS.startingAt(words, open).length > 0) return true;
  // "but who doesn't make one?"
  if (sentence.question && /^(?:who|how|where)$/.test(norm[open] ?? '')) return true;
  const glad = /^(?:are|am|we|i|is|it)$/.test(norm[open] ?? '') ? open + 1 : open;
  if (/^(?:glad|happy|pleased|thankful|grateful|delighted|rest)$/.test(norm[glad] ?? '')) return false;
  let k = reading.clauseAt(open)?.index ?? sentence.endClause;
  while (k < sentence.endClause && ((reading.clauses[k].verb?.from ?? 0) < open || isAside(reading.clauses[k], reading.clauses[k + 1])))
    k += 1;
  const clause = k < sentence.endClause ? reading.clauses[k] : undefined;
  if (!clause?.verb) return !isApart && isBareExcuse(reading, open, sentence.to);
  const actor = clause.subject?.actor;
  if (clause.verb.negated && clause.verb.modal && actor === 'own') return isExcuse(reading, clause, open, sentence);
  if ((actor === 'own' || clause.verb.tense === 'none') && isExcuse(reading, clause, open, sentence)) return true;
  if (remedy(clause, norm)) return false;
  if (isApart && clause.verb.tense === 'present') return isExcuse(reading, clause, open, sentence);
  return (
    actor === 'customer' ||
    actor === 'circumstance' ||
    actor === 'third-party' ||
    actor === 'colleague' ||
    actor === 'department' ||
    EXCUSE.first(words, open, Math.min(sentence.to, open + LONGEST)) >= 0 ||
    CIRCUMSTANCES.first(words, open, Math.min(sentence.to, open + LONGEST)) >= 0 ||
    actor === 'nobody' ||
    isGeneral(reading, clause) ||
    isWorn(norm, clause, sentence) ||
    isHelpless(norm, open, sentence) ||
    faultsTheirs(norm, clause) ||
    isExcuse(reading, clause, open, sentence)
  );
}

/** "but as you'll know …": what is said by the way, before the clause that counts. */
function isAside({ link, sentence }: Clause, next: Clause | undefined): boolean {
  return /^(?:as|when|while|if|since|because|with)$/.test(link ?? '') && next?.sentence === sentence;
}

/** "however weddings are how a house pays its way", "but guests are advised to …", "it is an old building": how things are, told where a remedy was due. */
function isGeneral({ grammar: { words, tags } }: LazyReading, { subject, verb }: Clause): boolean {
  if (subject?.actor !== 'thing' || verb!.tense !== 'present' || verb!.progressive || verb!.negated || verb!.modal) return false;
  const { norm } = words;
  if (/^(?:take|arrive|reach|appear|show|come|leave|go|start|follow)$/.test(verb!.lemma) || AFOOT.test(norm[verb!.to] ?? '')) return false;
  if (verb!.voice === 'passive') return /^(?:advise|ask|expect|require|request|tell|remind|suppose|warn)$/.test(verb!.lemma);
  if (norm[subject.from] === 'it')
    return verb!.lemma === 'be' && /^an?$/.test(norm[verb!.to] ?? '') && !/^(?:new|pleasure)$/.test(norm[verb!.to + 1] ?? '');
  const bare = tags.pos[subject.from] === 'nominal' && norm[subject.head].endsWith('s');
  return bare && !/^(?:refunds?|things|replacements?|payments?|funds|works|repairs)$/.test(norm[subject.head]);
}

/** "but the boiler is thirty years old", "though the pipes are what they are": what we work with, and nothing that is done about it. */
function isWorn(norm: readonly string[], { subject, verb }: Clause, { to }: Sentence): boolean {
  if (subject?.actor !== 'thing' || verb!.lemma !== 'be' || verb!.tense !== 'present' || verb!.negated || verb!.modal) return false;
  const rest = norm.slice(verb!.to, to);
  if (rest.some((word) => /^(?:replac\w+|new|renew\w*|fix\w*|repair\w*|refund\w*|no|not)$/.test(word))) return false;
  if (rest[0] === 'what') return /^(?:they|it)$/.test(rest[1] ?? '');
  return rest.slice(0, 5).some((word) => /^(?:old|older|ancient|elderly|tiny)$/.test(word));
}

/** "there is not much a hot box can do", "there is only so much that two people can do". */
function isHelpless(norm: readonly string[], from: number, { to }: Sentence): boolean {
  const rest = norm.slice(from, to).join(' ');
  return /\bthere (?:is|was|'s) (?:not much|very little|little|only so much|so much)(?: that)? (?:\w+ ){1,4}(?:can|could) do\b/.test(rest);
}

/** "although your number was hard to read": theirs is named as the cause. */
function faultsTheirs(norm: readonly string[], { subject, verb, negated, to }: Clause): boolean {
  // "those walls of yours have never met a spirit level"
  if (subject && negated && verb!.tense !== 'future' && norm.slice(subject.from, verb!.from).join(' ').includes('of yours')) return true;
  if (!subject || norm[subject.from] !== 'your' || verb!.tense !== 'past') return false;
  return (
    negated ||
    norm.slice(verb!.to, to).some((word) => /^(?:hard|difficult|wrong|missing|incomplete|illegible|unclear|late|full|off)$/.test(word))
  );
}

/** "it is on its way, back on your card, ready, already here": after a "but", that it is being mended. */
const AFOOT =
  /^(?:on|way|back|in|already|now|ready|sorted|fixed|available|there|yours|done|sent|resolved|refunded|here|coming|waiting|free|today|tomorrow|complete|working)$/;

function remedy(clause: Clause, norm: readonly string[]): boolean {
  const { verb, subject } = clause;
  if (!verb) return false;
  if (subject?.actor === 'own' && isEmphatic(norm, clause)) return false;
  if (subject?.actor === 'own')
    return (
      !(
        verb.lemma === 'be' &&
        norm
          .slice(verb.to, verb.to + 4)
          .some((word) => /^(?:busy|short|short-staffed|understaffed|only|overwhelmed|full|swamped)$/.test(word))
      ) && !/^(?:do|have)$/.test(verb.lemma)
    );
  // "but our crew is doing all it can", "but our waiters will be glad to …"
  if ((subject?.actor === 'colleague' || subject?.actor === 'department') && !verb.negated)
    return verb.tense === 'future' || (verb.progressive && verb.tense === 'present');
  if (subject?.actor === 'customer') return verb.tense === 'future' || (!clause.negated && (verb.modal === 'can' || verb.modal === 'may'));
  return (
    /^(?:refund|replacement|money|credit|payment|it|new|parcel|order)$/.test(subject ? norm[subject.head] : '') &&
    (/^(?:leave|arrive|reach|go|ship|send|come)$/.test(verb.lemma) ||
      (verb.lemma === 'be' && norm.slice(verb.to, verb.to + 4).some((word) => AFOOT.test(word)))) &&
    verb.tense !== 'none'
  );
}

import { listed, wordClass } from '../../lexicon/index.js';
import { LONGEST, type Complement } from './apology-parts.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';

const CIRCUMSTANCES = listed('circumstances');
const EXCUSE = wordClass(
  'busy policy rule rules season everyone everybody weather understaffed short-staffed staffed overworked volume demand difficult shortage christmas easter holiday holidays weekend peak busiest rush shift circumstances terms should always unfortunately normal normally',
);

/** A "but" behind our failing: an excuse or counter-blame undercuts it, a remedy or a refusal does not. */
export function undercutAfter(reading: LazyReading, sentence: Sentence, at: number): Complement | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const link = norm[at];
  if (at >= sentence.to) return undefined;
  if (!(link === 'but' || link === 'however' || link === 'although' || link === 'though' || (link === 'and' && norm[at + 1] === 'yet')))
    return undefined;
  const open = at + 1;
  // "…, but glad that you waited"
  if (/^(?:glad|happy|pleased|thankful|grateful|delighted)$/.test(norm[open] ?? '')) return undefined;
  let k = reading.clauseAt(open)?.index ?? sentence.endClause;
  while (k < sentence.endClause && (reading.clauses[k].verb?.from ?? 0) < open) k += 1;
  const clause = k < sentence.endClause ? reading.clauses[k] : undefined;
  if (!clause?.verb) return undefined;
  const actor = clause.subject?.actor;
  if (clause.verb.negated && clause.verb.modal && actor === 'own') return undefined;
  if (remedy(clause, norm)) return undefined;
  const excuse =
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
    faultsTheirs(norm, clause);
  return excuse ? { kind: 'undercut', end: sentence.to, specific: true } : undefined;
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
    return verb.tense === 'future' || verb.progressive;
  if (subject?.actor === 'customer') return verb.tense === 'future' || verb.modal === 'can' || verb.modal === 'may';
  return (
    /^(?:refund|replacement|money|credit|payment|it|new|parcel|order)$/.test(subject ? norm[subject.head] : '') &&
    (/^(?:leave|arrive|reach|go|ship|send|come)$/.test(verb.lemma) ||
      (verb.lemma === 'be' && norm.slice(verb.to, verb.to + 4).some((word) => AFOOT.test(word)))) &&
    verb.tense !== 'none'
  );
}

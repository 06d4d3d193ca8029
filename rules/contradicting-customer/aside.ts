import { inList } from 'replylint/rule';
import type { Clause, Hit, Look, Words } from 'replylint/rule';

/** A verdict in words only: it is denied, said of others or of ourselves, or taken back by owning the fault. */
export function isAside(look: Look, hit: Hit, clause: Clause): boolean {
  return (
    saysNothingOfThem(look, hit, clause) ||
    acceptsStandard(look, hit) ||
    wondersAtUs(look, hit) ||
    isDenied(look.draft.words, hit, clause) ||
    isOwned(look, clause)
  );
}

/** "I doubt you were laughing": what is doubted is that they took it lightly. */
export function feelsWithThem({ draft, language }: Look, hit: Hit): boolean {
  const said = draft.words.norm.slice(hit.from, hit.to);
  // "I'd love to say yes, but I have my doubts": whether it can be done.
  if (
    said.includes('doubts') &&
    /^(?:question|suggestion|thanks)$/.test(language.kind.value ?? '') &&
    !/^(?:you|your)$/.test(draft.words.norm[hit.to] ?? '')
  )
    return !said.some((word) => /^(?:you|your)$/.test(word));
  if (!said.includes('doubt')) return false;
  // "I doubt that any excuse helps you now."
  if (draft.words.norm[hit.to]?.startsWith('any')) return true;
  const doubted = language.clauseAt(hit.to);
  return (
    doubted?.subject?.actor === 'customer' &&
    /^(?:laugh|smile|enjoy|want|need|care|mind|like|expect|feel|plan)$/.test(doubted.verb?.lemma ?? '')
  );
}

/** "She would never say so herself", "I can't imagine you'd have missed one", "nobody here reads it when the proof has …": no word against the customer. */
function saysNothingOfThem({ draft, language }: Look, { from, to }: Hit, clause: Clause): boolean {
  const { norm } = draft.words;
  // "At no time did we mean to call your word into question."
  if (
    norm[from] === 'at' &&
    norm[from + 1] === 'no' &&
    /^(?:mean|intend|want|wish|doubt|question|suggest|imply|think|suspect)$/.test(clause.verb?.lemma ?? '')
  )
    return true;
  if (/^(?:herself|himself|themselves)$/.test(norm[to] ?? '')) return true;
  if (/^(?:nobody|no|not)$/.test(norm[from]) && /^(?:one|here|nobody)$/.test(norm[from + 1] ?? '') && language.clauseAt(to - 1) !== clause)
    return true;
  if (norm[from] === 'whatever') return isAdvice(language, clause) || PRINTED.test(norm[to - 2]);
  const words = norm.slice(from, to);
  const thought = language.clauses[clause.index + 1];
  if (words.includes('believe') && thought?.subject?.actor === 'customer')
    return norm.slice(to, language.sentences[clause.sentence].to).some((word) => inList('positive-evaluation', word));
  if (!words.includes('imagine') || thought?.subject?.actor !== 'customer' || !thought.verb) return false;
  // "I can't imagine you'd want to carry it up again", "… you enjoy hearing this": a guess at what they wish, not at what they did.
  if (/^(?:want|need|like|enjoy|mind|care)$/.test(thought.verb.lemma) && thought.verb.tense !== 'past') return true;
  if (thought.verb.modal !== 'would') return false;
  return thought.verb.tense !== 'perfect' || /^(?:miss|forget|break|lose|overlook|do)$/.test(thought.verb.lemma);
}

/** What others have printed, which may be wrong without anybody's saying an untruth. */
const PRINTED =
  /^(?:book|books|leaflet|guide|guidebook|satnav|map|manual|chart|calendar|phone|app|forecast|navigator|gps|almanac|packet|label)$/;

/** "Cross out whatever your book says", "you can come from two, whatever your e-mail says": what to do is told, and nobody is corrected. */
function isAdvice(language: Look['language'], { index, sentence, mood }: Clause): boolean {
  if (mood === 'imperative') return true;
  const before = language.clauses[index - 1];
  return (
    before?.sentence === sentence &&
    (before.mood === 'imperative' ||
      (before.subject?.actor === 'customer' && /^(?:can|may)$/.test(before.verb?.modal ?? '') && !before.negated))
  );
}

/** "We do not accept that this was good enough": a standard of ours, not what they said. */
function acceptsStandard({ draft, language }: Look, hit: Hit): boolean {
  const { norm } = draft.words;
  if (norm[hit.to - 2] !== 'that') return false;
  const { to } = language.sentenceAt(hit.span.start)!;
  for (let i = hit.to; i < to; i += 1)
    if (/^(?:enough|acceptable|should|right|fair|excuse|standard|standards|ok|okay|reasonable|suit|best|need|possible)$/.test(norm[i]))
      return true;
  return false;
}

/** "I find it hard to believe that we let this go on", "I find it odd too": we are on their side of it. "It makes no sense to charge you twice" is so too. */
function wondersAtUs({ draft, language }: Look, hit: Hit): boolean {
  const { norm } = draft.words;
  if (norm[hit.to - 1] === 'sense') return norm[hit.to] === 'to' || norm[hit.to] === 'for';
  const { to } = language.sentenceAt(hit.span.start)!;
  for (let i = hit.to - 1; i < Math.min(to, hit.to + 3); i += 1)
    if (/^(?:we|too|our|myself|ourselves)$/.test(norm[i]))
      return /^(?:believe|odd|strange|that|imagine|accept|credit)$/.test(norm[hit.to - 1]);
  return false;
}

/** "You never ordered it", to whoever wrote that they did not. */
export function saysAsThey({ draft }: Look, { from, to }: Hit): boolean {
  const { norm } = draft.words;
  if (norm[from] !== 'you' || norm[from + 1] !== 'never' || !draft.customer) return false;
  const theirs = draft.customer.words.norm;
  return theirs.some((word, i) => word === norm[to - 1] && /^(?:not|never)$/.test(theirs[i - 1]));
}

const NEGATIONS = new Set(['not', 'never', 'no', 'nobody', 'nothing', 'none', 'cannot']);

/** "we don't doubt", "you were not mistaken": the phrase negated from outside. */
export function isDenied({ norm }: Words, hit: Hit, { negated, verb }: Clause): boolean {
  if (norm[hit.from - 1] === 'not' || norm[hit.from - 1] === 'never' || norm[hit.to] === 'if') return true;
  if (!negated || !verb) return false;
  for (let i = hit.from; i < hit.to; i += 1) if (NEGATIONS.has(norm[i])) return false;
  return verb.from < hit.to && verb.to > hit.from;
}

/** The sentence, or the next one, takes the error on us: then it was ours that was wrong. */
export function isOwned({ language }: Look, { sentence }: Clause): boolean {
  const near = (index: number): boolean => index === sentence || index === sentence + 1;
  return (
    language.faults.some((fault) => fault.actor === 'own' && fault.asserted && near(fault.sentence)) ||
    language.apologies.some(
      ({ mention, kind, sentence: at }) => !mention && !/^(?:feelings|conditional|refusal-preface|courtesy)$/.test(kind) && near(at),
    )
  );
}

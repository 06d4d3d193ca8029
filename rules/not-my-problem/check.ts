import { cover, Gap, overlaps } from 'replylint/rule';
import type { Check, Clause, Hit, Look, Reading, Remark, Sentence, Span } from 'replylint/rule';
import { assigned } from './assigned.js';
import { leftToThem } from './left-to-them.js';
import { noConcern } from './no-concern.js';
import { theirs } from './theirs.js';
import { withdrawn } from './withdrawn.js';

/** Verbs that help nobody, though the writer is their subject. */
const NO_HELP: ReadonlySet<string> = new Set(
  'be have do know understand see appreciate hope think believe feel realise regret apologise afraid suggest advise want wish like need note say tell accept take fear mean look find welcome thank value sell rent load lend lease hear listen receive read wish'.split(
    ' ',
  ),
);

/** What they open makes way for something else: "while this is out of our control, we …". */
const CONCESSION: ReadonlySet<string> = new Set(['while', 'whilst', 'although', 'though', 'as']);

/** The writer puts the issue outside their concern, and neither this sentence nor the next helps. */
const check: Check = (look) => {
  const { language, hits } = look;
  // To somebody who thanks us nothing is refused.
  if (language.kind.value === 'thanks') return [];
  const remarks: Remark[] = [];
  let last = -1;
  for (const hit of hits) {
    const sentence = language.sentenceAt(hit.span.start);
    if (!sentence || language.isMention(hit.span) || sentence.question) continue;
    // Disowned twice in a sentence is one fault, told over its whole length.
    if (sentence.index === last) {
      const so = remarks[remarks.length - 1].span!;
      if (!isHarmless(look, hit, sentence)) remarks[remarks.length - 1] = { span: cover(so, clauseSpan(language, hit, sentence)) };
      continue;
    }
    if (isHarmless(look, hit, sentence) || helps(look, sentence, hit.span) || helps(look, language.sentences[sentence.index + 1])) continue;
    last = sentence.index;
    remarks.push({ span: clauseSpan(language, hit, sentence) });
  }
  for (const sentence of language.sentences) {
    if (sentence.question || sentence.role === 'salutation') continue;
    const at = [...disownings(look, sentence)].find((span) => !remarks.some((other) => other.span && overlaps(other.span, span)));
    if (at && !helps(look, sentence, at) && !helps(look, language.sentences[sentence.index + 1])) remarks.push({ span: at });
  }
  return remarks.sort((a, b) => a.span!.start - b.span!.start);
};

export default check;

/** What the sentence says that no phrase tells: the matter given away, or the writer kept away from it. */
function* disownings(look: Look, sentence: Sentence): Generator<Span> {
  const { language } = look;
  const given = assigned(look, sentence);
  if (given && isAsserted(language, given)) yield given;
  const denied = noConcern(look, sentence);
  if (denied && isAsserted(language, denied)) yield denied;
  const left = theirs(look, sentence);
  if (left && isAsserted(language, left)) yield left;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = language.clauses[k];
    const away = leftToThem(look, clause) ?? withdrawn(look, clause);
    if (away && isAsserted(language, away, clause)) yield away;
  }
}

function isAsserted(
  language: Reading,
  span: Span,
  clause: Clause | undefined = language.clauses.find(({ start, end }) => start <= span.start && span.start < end),
): boolean {
  if (language.isMention(span)) return false;
  if (!clause) return true;
  if (isDoubted(language, clause)) return false;
  const hedged = clause.verb?.modal === 'may' || clause.verb?.modal === 'might';
  return clause.mood === 'statement' && !hedged && !CONCESSION.has(clause.link ?? '');
}

/** "not our fault but yours" stays; "it isn't your fault, it's ours" is ownership; a condition or an "if you" is no disowning. */
function isHarmless({ language, draft }: Look, hit: Hit, sentence: Sentence): boolean {
  const clause = language.clauseAt(hit.from);
  if (!clause) return false;
  if (clause.mood === 'condition' || clause.mood === 'counterfactual' || clause.mood === 'question') return true;
  // "You should not have to sort that out yourself."
  if (
    clause.subject?.actor === 'customer' &&
    clause.negated &&
    /^(?:sort|work|figure|fix|settle|resolve|arrange|live)$/.test(clause.verb?.lemma ?? '')
  )
    return true;
  if (clause.subject?.actor === 'customer' && hit.tag !== 'unable') return false;
  // "We only sell the tickets; …", not "we only sell the tickets at the door".
  if (hit.tag === 'role' && !(draft.words.gap[hit.to] & (Gap.comma | Gap.break | Gap.stop))) return true;
  // "There is nothing more for us to do but wish you a quiet summer."
  if (
    /^(?:but|except|than)$/.test(draft.words.norm[hit.to] ?? '') &&
    /^(?:wish|thank|hope|say|congratulate|celebrate)$/.test(draft.words.norm[hit.to + 1] ?? '')
  )
    return true;
  // "A matter between you and us" is ours.
  if (between(draft.words.norm, hit, sentence)) return true;
  if (leavesFree(draft.words.norm, hit, sentence)) return true;
  if (hit.tag === 'boundary' && isReferred(language, sentence.index)) return true;
  if (clause.verb?.modal === 'may' || clause.verb?.modal === 'might' || CONCESSION.has(clause.link ?? '')) return true;
  // "You needn't feel it's your problem alone."
  const holder = language.clauses[clause.index - 1];
  if (
    holder?.sentence === sentence.index &&
    holder.negated &&
    /^(?:feel|think|believe|say|mean|fear|worry)$/.test(holder.verb?.lemma ?? '')
  )
    return true;
  // "Although such disruptions are outside our control, …".
  if (/^(?:although|though|while|whilst)$/.test(draft.words.norm[sentence.from]) && !anyComma(draft.words.gap, sentence.from + 1, hit.from))
    return true;
  // Explained as a cause of what follows: "With conditions beyond our control, we …" ends nothing by itself.
  const { norm } = draft.words;
  if (/^(?:if|unless|should|when|although|while|whilst|though)$/.test(norm[sentence.from]) && hit.tag === 'unable') return true;
  return hit.to - hit.from <= 3 && norm[hit.from] === 'out' && clause.subject?.actor === 'customer';
}

/** "You needn't feel …", "that doesn't mean …". */
function isDoubted(language: Reading, { index, sentence }: Clause): boolean {
  const holder = language.clauses[index - 1];
  return holder?.sentence === sentence && holder.negated && /^(?:feel|think|believe|say|mean|fear|worry)$/.test(holder.verb?.lemma ?? '');
}

function anyComma(gap: ArrayLike<number>, from: number, to: number): boolean {
  for (let i = from; i <= to; i += 1) if (gap[i] & Gap.comma) return true;
  return false;
}

/** "It's got nothing to do with us, so no strings", "she is independent and has nothing to do with us": good of it, and told as such. */
function leavesFree(norm: readonly string[], { from, to }: Hit, sentence: Sentence): boolean {
  const at = norm.indexOf('nothing', from);
  if (at < 0 || at >= to || norm[at + 1] !== 'to') return false;
  if (norm.slice(sentence.from, from).some((word) => /^(?:independent|impartial|neutral|confidential|free|charity)$/.test(word)))
    return true;
  for (let i = to; i + 1 < Math.min(sentence.to, to + 6); i += 1) {
    const next = norm[i + 1];
    if (norm[i] === 'so' && (next === 'no' || (next === 'you' && /^(?:can|may|are)$/.test(norm[i + 2] ?? ''))))
      return norm[i + 3] !== 'only';
    if (norm[i] === 'which' && next === 'is' && norm[i + 2] === 'why' && /^(?:i|we)$/.test(norm[i + 3] ?? '')) return true;
  }
  return false;
}

/** "Between you and me", "between our team and yours": one of the two is ours. */
function between(norm: readonly string[], hit: Hit, sentence: Sentence): boolean {
  const at = norm.indexOf('between', hit.from);
  if (at < 0 || at >= hit.to) return false;
  for (let i = at; i < Math.min(sentence.to, hit.to + 3); i += 1) if (/^(?:us|me|our|ourselves|my)$/.test(norm[i])) return true;
  return false;
}

/** "We don't handle cards here. Please call …": whoever is sent on is judged by where to (pass-the-buck). */
function isReferred(language: Reading, index: number): boolean {
  return language.referrals.some(({ sentence }) => sentence === index || sentence === index + 1);
}

/** An act of help by the writer outside the words `disowning`: done or promised, or the customer shown a way that we open. */
function helps({ language, draft }: Look, sentence: Sentence | undefined, disowning?: Span): boolean {
  if (!sentence) return false;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = language.clauses[k];
    if (disowning && overlaps(clause, disowning)) continue;
    // "The letter we posted".
    if (k > sentence.firstClause && !clause.link && draft.words.gap[clause.from] === 0 && clause.verb?.modal === undefined) continue;
    if (isHelp(clause, draft.words.norm)) return true;
  }
  return false;
}

function isHelp({ verb, subject, mood, negated, link }: Clause, norm: readonly string[]): boolean {
  if (!verb || negated || mood === 'condition' || mood === 'counterfactual' || link === 'that' || link === 'which') return false;
  if (subject?.actor !== 'own' && subject?.actor !== 'department' && subject?.actor !== 'colleague') return false;
  if (verb.tense === 'none' || (verb.voice === 'passive' && subject.actor !== 'own')) return false;
  // "I've done it for you", not "we've done what we can".
  if (NO_HELP.has(verb.lemma)) return verb.lemma === 'do' && verb.tense === 'perfect' && /^(?:it|this|that)$/.test(norm[verb.to] ?? '');
  // "We only resell them, but we stand by them."
  if (link === 'but' && subject.actor === 'own' && verb.tense === 'present' && verb.modal === undefined) return true;
  return verb.tense === 'perfect' || verb.tense === 'future' || verb.tense === 'past' || verb.modal === 'can' || verb.progressive;
}

/** The clause that disowns with what hangs on it, or the sentence where the clause is only a part of the phrase. */
function clauseSpan(language: Reading, hit: Hit, sentence: Sentence): { start: number; end: number } {
  const clause = language.clauseAt(hit.from);
  let last = clause;
  for (
    let next = clause && language.clauses[clause.index + 1];
    next?.sentence === sentence.index && next.verb?.tense === 'none' && !next.link;
  ) {
    last = next;
    next = language.clauses[next.index + 1];
  }
  if (!clause || !last || last.end < hit.span.end)
    return { start: Math.min(clause?.start ?? sentence.start, hit.span.start), end: hit.span.end };
  return { start: Math.min(clause.start, hit.span.start), end: Math.max(last.end, hit.span.end) };
}

import { cover, Gap } from 'replylint/rule';
import type { Check, Clause, Hit, Look, Reading, Remark, Sentence } from 'replylint/rule';
import { leftToThem } from './left-to-them.js';

/** Verbs that help nobody, though the writer is their subject. */
const NO_HELP: ReadonlySet<string> = new Set(
  'be have do know understand see appreciate hope think believe feel realise regret apologise afraid suggest advise want wish like need note say tell accept take fear mean look find welcome thank value'.split(
    ' ',
  ),
);

/** What they open makes way for something else: "while this is out of our control, we …". */
const CONCESSION: ReadonlySet<string> = new Set(['while', 'whilst', 'although', 'though', 'as']);

/** The writer puts the issue outside their concern, and neither this sentence nor the next helps. */
const check: Check = (look) => {
  const { language, hits } = look;
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
    if (
      isHarmless(look, hit, sentence) ||
      helps(language, sentence, hit) ||
      helps(language, language.sentences[sentence.index + 1], undefined)
    )
      continue;
    last = sentence.index;
    remarks.push({ span: clauseSpan(language, hit, sentence) });
  }
  for (const clause of language.clauses) {
    const at = leftToThem(look, clause);
    const helped = at && [0, 1].some((ahead) => helps(language, language.sentences[clause.sentence + ahead], undefined));
    if (!at || helped || remarks.some(({ span }) => span && span.start < at.end && at.start < span.end)) continue;
    remarks.push({ span: at });
  }
  return remarks.sort((a, b) => a.span!.start - b.span!.start);
};

export default check;

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
  // "A matter between you and us" is ours.
  if (between(draft.words.norm, hit, sentence)) return true;
  if (leavesFree(draft.words.norm, hit, sentence)) return true;
  if (hit.tag === 'boundary' && isReferred(language, sentence.index)) return true;
  if (clause.verb?.modal === 'may' || clause.verb?.modal === 'might' || CONCESSION.has(clause.link ?? '')) return true;
  // Explained as a cause of what follows: "With conditions beyond our control, we …" ends nothing by itself.
  const { norm } = draft.words;
  if (/^(?:if|unless|should|when|although|while|whilst|though)$/.test(norm[sentence.from]) && hit.tag === 'unable') return true;
  return hit.to - hit.from <= 3 && norm[hit.from] === 'out' && clause.subject?.actor === 'customer';
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

/** An act of help by the writer: done or promised, or the customer shown a way that we open. */
function helps(language: Reading, sentence: Sentence | undefined, hit: Hit | undefined): boolean {
  if (!sentence) return false;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = language.clauses[k];
    if (hit && clause.from <= hit.from && hit.from < clause.to) continue;
    if (isHelp(clause)) return true;
  }
  return false;
}

function isHelp({ verb, subject, mood, negated, link }: Clause): boolean {
  if (!verb || negated || mood === 'condition' || mood === 'counterfactual' || link === 'that' || link === 'which') return false;
  if (NO_HELP.has(verb.lemma)) return false;
  if (subject?.actor !== 'own' && subject?.actor !== 'department' && subject?.actor !== 'colleague') return false;
  if (verb.tense === 'none') return false;
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

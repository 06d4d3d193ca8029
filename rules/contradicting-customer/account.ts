import { inList } from 'replylint/rule';
import type { Clause, Hit, Look, Span } from 'replylint/rule';

/** Verbs of telling; "what you tell us" is their account. */
const TELLING =
  /^(?:say|saying|tell|telling|told|state|stated|write|wrote|writing|describe|described|describing|claim|report|reported|mention|suggest|suggested|recount|remember)$/;
/** What is theirs to tell. */
const ACCOUNT =
  /^(?:account|version|story|recollection|memory|description|explanation|statement|report|timeline|complaint|claim|claims|claiming)$/;
const OWN = /^(?:we|our|us)$/;
/** Words by which the truth of it is what stays open. */
const TRULY = /^(?:really|truly|actually|ever|indeed|genuinely|alleged|you|your|he|she|they)$/;

/** Their account put in doubt: "what you tell us does not add up", "whether it truly dates from that day remains to be seen", "I would invite you to consider what else …". */
export function doubtsAccount(look: Look, hit: Hit, clause: Clause): Span | undefined {
  const { norm, start, end } = look.draft.words;
  const sentence = look.language.sentences[clause.sentence];
  const words = norm.slice(sentence.from, hit.from);
  switch (hit.tag) {
    case 'unsound': {
      const from = accountBefore(norm, sentence.from, hit.from);
      return from < 0 ? undefined : { start: start[from], end: hit.span.end };
    }
    case 'open': {
      const at = norm.indexOf('whether', sentence.from);
      if (at < 0 || at >= hit.from || at > sentence.from + 3) return undefined;
      const said = norm.slice(at, hit.from);
      if (said.some((word) => OWN.test(word) || word === 'or') || !said.some((word) => TRULY.test(word))) return undefined;
      return { start: start[at], end: hit.span.end };
    }
    case 'reconsider':
      return words.includes('sorry') ? undefined : { start: hit.span.start, end: end[sentence.to - 1] };
    default:
      // "I do not see how our driver missed it": with them.
      if (norm[hit.from] === 'most' || norm[hit.to - 2] === 'did') return disputes(look, clause) ? hit.span : undefined;
      if (
        /^(?:can|could|would|will)$/.test(clause.verb?.modal ?? '') &&
        clause.subject?.actor === 'own' &&
        norm[hit.to - 1] !== 'your' &&
        clause.mood === 'question'
      )
        return undefined;
      return norm.slice(hit.to, sentence.to).some((word) => /^(?:we|blame|fault|wrong|enough|acceptable)$/.test(word))
        ? undefined
        : hit.span;
  }
}

/** The place where "what you say" or "your version" begins before the verdict; -1 without. */
function accountBefore(norm: readonly string[], from: number, to: number): number {
  for (let i = from; i < to - 1; i += 1) {
    if (norm[i] === 'what' && norm[i + 1] === 'you' && norm.slice(i + 2, Math.min(to, i + 6)).some((word) => TELLING.test(word))) return i;
    if (norm[i] === 'your' && norm.slice(i + 1, Math.min(to, i + 4)).some((word) => ACCOUNT.test(word) || inList('utterances', word)))
      return i;
  }
  return -1;
}

/** Somebody or something else did what the customer says was not done; not "we certainly did", which owns it. */
function disputes({ language }: Look, { subject }: Clause): boolean {
  return language.kind.value === 'complaint' && subject !== undefined && subject.actor !== 'own' && subject.actor !== 'customer';
}

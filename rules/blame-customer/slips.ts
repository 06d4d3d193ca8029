import { hasWord, inList } from 'replylint/rule';
import type { Clause, Look } from 'replylint/rule';

/** What a customer can miss by their own doing. A missed discount, flight or evening may well be ours. */
const MISSABLE = new Set(
  'deadline payment instalment step instruction instructions clause field box email e-mail reminder notice letter appointment'.split(' '),
);
/** What customers have to bring along. */
const CREDENTIALS = new Set(
  'code codes receipt voucher ticket form signature attachment password pin card details number label passport documents'.split(' '),
);
/** What a thing given or entered should not be. */
const WRONG = new Set('expired invalid outdated old previous former'.split(' '));
const DATA = new Set(
  'address number email card name postcode code password date account details iban form phone mail passport licence'.split(' '),
);

/** "you forgot to sign", "you lost the voucher"; not "you forgot your scarf", which is theirs to miss, nor "you lost two days". */
export function losesTheirOwn(norm: readonly string[], { verb, to }: Clause): boolean {
  if (verb!.lemma === 'forget' && !/^(?:your|a|an|the|my|his|her)$/.test(norm[verb!.to] ?? '')) return true;
  for (let i = verb!.to; i < Math.min(to, verb!.to + 5); i += 1) if (MISSABLE.has(norm[i]) || CREDENTIALS.has(norm[i])) return true;
  return false;
}

/** "you missed the deadline": but "you missed your flight", which may well be our doing. */
export function missesTheirOwn(norm: readonly string[], { verb, to }: Clause): boolean {
  for (let i = verb!.to; i < Math.min(to, verb!.to + 6); i += 1) if (MISSABLE.has(norm[i])) return true;
  return false;
}

/** "the wrong postcode", "with a typo", "an expired card": what they did, done wrongly. */
export function hasWrong(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    if (norm[i] === 'late' || norm[i] === 'twice') continue;
    if (WRONG.has(norm[i]) && /^(?:an?|your)$/.test(norm[i - 1]) && (DATA.has(norm[i + 1]) || DATA.has(norm[i + 2]))) return true;
    if (norm[i] === 'typo' || norm[i] === 'mistake' || norm[i] === 'error') return norm[i - 1] !== 'no';
    if (norm[i] === 'wrong' || norm[i] === 'false' || norm[i] === 'incorrect' || norm[i] === 'wrongly' || norm[i] === 'incorrectly')
      return norm[i - 1] !== 'nothing' && norm[i - 1] !== 'anything';
  }
  return false;
}

/** "you did not wrap the phone properly" */
export function isSloppy(norm: readonly string[], { verb, to }: Clause): boolean {
  if (verb!.lemma === 'be' || verb!.lemma === 'get' || verb!.lemma === 'receive' || verb!.lemma === 'have') return false;
  for (let i = verb!.to; i < to; i += 1) if (/^(?:properly|correctly|carefully)$/.test(norm[i])) return true;
  return false;
}

/** "since you let it run out", "because you let the offer lapse" */
export function letsSlip(norm: readonly string[], { language }: Look, { verb, sentence }: Clause): boolean {
  for (let i = verb!.to; i < language.sentences[sentence].to; i += 1)
    if (/^(?:run|expire|lapse|slip|pass|go|fall)$/.test(norm[i])) return true;
  return false;
}

/** "You didn't let it spoil your day": to their credit, where nobody was to be let know. */
export function isThanks(norm: readonly string[], { verb, from }: Clause): boolean {
  return verb!.lemma === 'let' && !hasWord(norm, from, verb!.main + 3, 'us');
}

/** "you have not fill the form": a slip of grammar does not hide the reproach. */
export function hasBaseForm(norm: readonly string[], { verb }: Clause): boolean {
  const next = norm[verb!.to] ?? '';
  return verb!.tense === 'perfect' && norm[verb!.from] !== 'had' && inList(verb!.negated ? 'customer-duties' : 'customer-slips', next);
}

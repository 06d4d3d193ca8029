import type { KnownName } from './draft.js';
import { foldName, readName, sameName } from './names.js';
import { isListedFirstName } from './nicknames.js';
import { TEAM_NOUNS } from './sign-off-words.js';

/** The best name that is known of the customer, and whether it may be written without asking. */
export interface GreetingName {
  readonly name: string;
  /** Given by option, or the same in the To header and under their message. */
  readonly sure: boolean;
}

/** Of all names that were learnt, the one to greet with. Undefined when none is known. */
export function greetingName(names: readonly KnownName[]): GreetingName | undefined {
  const best = names[0];
  if (!best) return undefined;
  const to = names.find(({ source }) => source === 'to');
  const signed = names.find(({ source }) => source === 'sign-off');
  const agreed = to !== undefined && signed !== undefined && sameName(to.name, signed.name) === 'same';
  return { name: best.name, sure: best.source === 'option' || agreed };
}

/**
 * How a name is written after an opener: a title with the surname ("Mr Okonkwo"), the first name after "Hi", the whole name after "Dear".
 * @param opener the words that greet, such as "Hi"
 */
export function addressBy(name: string, opener: string): string {
  const whole = name.trim().replace(/\s+/gu, ' ');
  const parts = whole.split(' ');
  if (readName(whole).titles.length > 0) {
    const plain = parts.filter((part, i) => i > 0 && !/^\p{Lu}\.?$/u.test(part));
    // Two surnames, or two people: which word to keep is not ours to say.
    return plain.length === 1 || (plain.length === 2 && readName(whole).titles.length === 1) ? `${parts[0]} ${plain.at(-1)}` : whole;
  }
  if (/^(?:dear|sehr|estimad|prezad)/i.test(opener)) return whole;
  return parts.find((part) => isListedFirstName(foldName(part))) ?? (parts.length > 2 ? whole : parts[0]);
}

/** Whether a name that was learnt is that of a person, not of a company, a mailbox or a user: what is written to them may then be held against it. */
export function isPersonName({ name, source }: KnownName): boolean {
  const { words, titles } = readName(name);
  if (words.length === 0 || /[\d_@]/u.test(name)) return false;
  if (source === 'option' || source === 'sign-off') return true;
  if (words.length > 4 || words.some((word) => TEAM_NOUNS.has(word))) return false;
  return words.length > 1 || titles.length > 0 || isListedFirstName(words[0]);
}

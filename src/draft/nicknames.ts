import { lookUp } from '../text/packed.js';
import { WordFlags } from '../text/word-flags.js';
import { nicknames } from './nicknames.generated.js';

const LISTED = new WordFlags((word) => (lookUp(nicknames, word) === undefined ? 0 : 1));

/** Whether one folded first name is a short or pet form of the other, or both are of the same name: `bob`, `robert`. */
export function isShortForm(a: string, b: string): boolean {
  const groups = lookUp(nicknames, a)?.split(' ');
  const others = lookUp(nicknames, b)?.split(' ');
  return groups !== undefined && others !== undefined && groups.some((group) => others.includes(group));
}

/** Whether the folded word is among the first names and short forms listed here. Many names are not. */
export function isListedFirstName(word: string): boolean {
  return LISTED.of(word) !== 0;
}

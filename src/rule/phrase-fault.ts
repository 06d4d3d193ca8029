import { parsePhrase } from '../match/index.js';

/** Why a text cannot be read as a phrase; undefined when it can. */
export function faultOfPhrase(text: string): string | undefined {
  const parsed = parsePhrase(text);
  return 'error' in parsed ? parsed.error : undefined;
}

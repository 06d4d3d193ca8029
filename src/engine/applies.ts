import type { Draft } from '../draft/draft.js';
import type { ReplyKind } from '../draft/kind.js';
import type { Rule } from '../rule/rule.js';
import type { ActiveRule } from './ruleset.js';

/** What decides whether a rule applies to a draft. */
export interface Circumstances {
  readonly kind: ReplyKind;
  /** ISO 639-1; `und` when there is too little text. */
  readonly language: string;
  readonly cutOff: boolean;
  /** Words of the body. */
  readonly bodyWords: number;
}

/** A body of fewer words owes no polish (SCORE §4). */
const SHORT_BODY = 25;
const KNOWN_KINDS = 7;

/** Whether the rule has anything to say about this draft: mode, kind, language, length, and whether things can be called missing at all. */
export function applies({ rule, level }: ActiveRule, draft: Draft, now: Circumstances): boolean {
  if (!rule.modes.includes(draft.mode)) return false;
  if (!rule.anyLanguage && now.language !== 'en' && now.language !== 'und') return false;
  if (rule.absence && now.cutOff) return false;
  if (rule.absence && level === 'suggestion' && now.bodyWords < SHORT_BODY) return false;
  // A wording is as bad whatever it answers, so only rules about what is missing wait for the kind to be known.
  if (now.kind.value === 'unknown') return !rule.absence || rule.kinds.includes('unknown');
  return rule.kinds.includes(now.kind.value);
}

/** Whether findings of the rule lean on a kind that was inferred from the draft alone. */
export function leansOnGuess(rule: Rule, draft: Draft, kind: ReplyKind): boolean {
  if (!rule.absence || kind.source !== 'inferred' || draft.customer) return false;
  return rule.kinds.filter((one) => one !== 'unknown').length < KNOWN_KINDS;
}

import type { Channel, Kind, Mode } from '../draft/draft.js';
import type { Clause, Reading } from '../language/reading.js';
import type { Hit } from '../match/phrase.js';
import { slice } from '../text/span.js';
import type { Span } from '../text/span.js';
import type { Check, Look, Options, Remark, Variant } from './rule.js';

/** How far from a phrase an `unless: near` phrase may stand. `neighbours` is the sentence and the ones before and after it. */
export type Nearness = 'sentence' | 'neighbours' | 'paragraph' | 'message';

/** What a rule without a `check.ts` does with its phrases, and when. Plain data. */
export interface StockSpec {
  /** Report each phrase with one of these tags; `true`: each phrase. */
  readonly flag?: true | readonly string[];
  /** Report the message when it holds no phrase at all (`true`), or none of one of these tags. */
  readonly require?: true | readonly string[];
  /** Report every phrase beyond `max`, or beyond `max` in `perWords` words of prose. */
  readonly limit?: { readonly max: number; readonly perWords?: number };
  /** Tags whose first phrases must stand in this order. */
  readonly order?: readonly string[];
  readonly when: { readonly kind?: readonly Kind[]; readonly mode?: readonly Mode[]; readonly channel?: readonly Channel[] };
  readonly unless: Unless;
  /** Plain words for phrases, by phrase as written: offered as a fix. */
  readonly replace: Readonly<Record<string, string>>;
}

/** What excuses a phrase. */
export interface Unless {
  readonly within: Nearness;
  readonly negated: boolean;
  readonly question: boolean;
  readonly condition: boolean;
  readonly mention: boolean;
}

/** The tag of `unless: near` phrases among the phrases of a rule. */
export const NEAR = 'unless.near';

/** The tag of the phrases under `replace`. */
export const REPLACED = 'replace';

const NEGATORS = new Set(['not', 'no', 'never', 'nobody', 'nothing', 'none', 'nor', 'neither', 'without']);

/** The check of a rule that is data alone. */
export function stockCheck(spec: StockSpec, variants: Readonly<Record<string, Variant>>): Check {
  return (look) => {
    if (!applies(spec.when, look)) return [];
    const excuses = look.hits.filter((hit) => hit.tag === NEAR);
    const chosen = look.hits.filter((hit) => hit.tag !== NEAR && isChosen(hit, look.options));
    const hits = chosen.filter((hit) => !excused(hit, spec.unless, excuses, look));
    return [
      ...flagged(spec, hits, look, variants),
      ...missing(spec, hits, look),
      ...beyond(spec, hits, look, variants),
      ...misplaced(spec, hits),
    ];
  };
}

function applies({ kind, mode, channel }: StockSpec['when'], { draft, language }: Look): boolean {
  if (mode && !mode.includes(draft.mode)) return false;
  if (channel && !channel.includes(draft.channel)) return false;
  return !kind || kind.includes(language.kind.value);
}

/** Users choose among the groups of phrases by the option `tags`, where a rule has it. */
function isChosen({ tag }: Hit, { tags }: Options): boolean {
  return !Array.isArray(tags) || tags.includes(tag);
}

function excused(hit: Hit, unless: Unless, excuses: readonly Hit[], look: Look): boolean {
  const { language } = look;
  if (unless.mention && language.isMention(hit.span)) return true;
  if (excuses.some((excuse) => isNear(hit, excuse, unless.within, language))) return true;
  const clause = unless.negated || unless.condition || unless.question ? language.clauseAt(hit.from) : undefined;
  if (unless.negated && clause?.negated && !holdsNegator(hit, look)) return true;
  if (unless.condition && (clause?.mood === 'condition' || clause?.mood === 'counterfactual')) return true;
  return unless.question && isQuestion(hit.span, clause, language);
}

/** A phrase with a negation of its own ("do not hesitate") is not cancelled by it. */
function holdsNegator({ from, to }: Hit, { draft }: Look): boolean {
  for (let i = from; i < to; i += 1) if (NEGATORS.has(draft.words.norm[i])) return true;
  return false;
}

function isQuestion(at: Span, clause: Clause | undefined, language: Reading): boolean {
  return clause ? clause.mood === 'question' : (language.sentenceAt(at.start)?.question ?? false);
}

function isNear(hit: Hit, excuse: Hit, within: Nearness, language: Reading): boolean {
  if (within === 'message') return true;
  const one = language.sentenceAt(hit.span.start);
  const other = language.sentenceAt(excuse.span.start);
  if (!one || !other) return false;
  if (within === 'paragraph') return one.paragraph === other.paragraph;
  return Math.abs(one.index - other.index) <= (within === 'neighbours' ? 1 : 0);
}

function flagged({ flag, replace }: StockSpec, hits: readonly Hit[], look: Look, variants: Readonly<Record<string, Variant>>): Remark[] {
  if (!flag) return [];
  const chosen = flag === true ? hits : hits.filter(({ tag }) => tag !== undefined && flag.includes(tag));
  return apart(chosen).map((hit) => remark(hit, replace, look, variants));
}

/** Of hits that overlap (they bear different tags), the first and longest stays. */
function apart(hits: readonly Hit[]): readonly Hit[] {
  let end = 0;
  return [...hits]
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to }) => {
      if (from < end) return false;
      end = to;
      return true;
    });
}

function remark(hit: Hit, replace: StockSpec['replace'], { draft }: Look, variants: Readonly<Record<string, Variant>>): Remark {
  const variant = hit.tag !== undefined && Object.hasOwn(variants, hit.tag) ? { variant: hit.tag } : {};
  if (!Object.hasOwn(replace, hit.phrase)) return { span: hit.span, ...variant };
  const plain = inCaseOf(slice(draft.text, hit.span), replace[hit.phrase]);
  return {
    span: hit.span,
    ...variant,
    suggest: `Write “${plain}”.`,
    fixes: [{ label: `write “${plain}”`, safety: 'unsafe', edits: [{ kind: 'text', span: hit.span, text: plain }] }],
  };
}

/** The new words with the capital of the old ones. */
function inCaseOf(old: string, plain: string): string {
  return /^\p{Lu}/u.test(old) ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;
}

function missing({ require }: StockSpec, hits: readonly Hit[], { language }: Look): Remark[] {
  if (!require) return [];
  const has = (tag: string): boolean => hits.some((hit) => hit.tag === tag);
  if (require === true ? hits.length > 0 : require.every(has)) return [];
  const first = language.body[0];
  return [{ span: null, ...(first && { anchor: { start: first.start, end: first.end } }) }];
}

function beyond({ limit, replace }: StockSpec, hits: readonly Hit[], look: Look, variants: Readonly<Record<string, Variant>>): Remark[] {
  if (!limit) return [];
  const words = look.language.sentences.reduce((sum, { from, to }) => sum + to - from, 0);
  const allowed = limit.perWords ? Math.max(limit.max, Math.floor((limit.max * words) / limit.perWords)) : limit.max;
  return apart(hits)
    .slice(allowed)
    .map((hit) => remark(hit, replace, look, variants));
}

function misplaced({ order }: StockSpec, hits: readonly Hit[]): Remark[] {
  if (!order) return [];
  const firsts = order.map((tag) => hits.find((hit) => hit.tag === tag));
  return firsts.flatMap((late, i) => {
    const early = firsts.slice(i + 1).filter((hit): hit is Hit => hit !== undefined && late !== undefined && hit.from < late.from);
    return late && early.length > 0
      ? [{ span: late.span, related: early.map(({ span }) => ({ in: 'draft' as const, span, note: 'this stands before it' })) }]
      : [];
  });
}

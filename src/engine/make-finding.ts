import type { Draft } from '../draft/draft.js';
import type { Edit, Fix, Gate, Remark, Severity } from '../rule/rule.js';
import { slice, type Span } from '../text/span.js';
import type { Finding, RelatedFinding } from './finding.js';
import { firstSaid } from './prose.js';
import type { ActiveRule } from './ruleset.js';

const RANK: readonly Severity[] = ['suggestion', 'warning', 'error'];

/** A finding whose stand-ins are still being worked out. */
export type Raw = Omit<Finding, 'standsFor'> & { readonly standsFor: Finding[] };

/**
 * Makes a finding of what a check remarked.
 * @param lean the judgement leans on something inferred: confidence is low whatever the check says
 * @returns the finding, or what is wrong with the remark: it marks text that is not there, which only a faulty rule does
 */
export function makeFinding(active: ActiveRule, remark: Remark, draft: Draft, lean: boolean): Raw | string {
  const { rule } = active;
  const wrong = faultOf(remark, draft);
  if (wrong) return wrong;
  const variant = remark.variant === undefined ? undefined : rule.variants[remark.variant];
  const severity = shift(variant?.severity ?? rule.severity, rule.severity, active.level);
  const ownWeight = variant?.weight ?? rule.weight;
  const weight = rule.weight > 0 ? (ownWeight * active.weight) / rule.weight : active.weight;
  return {
    rule: rule.id,
    variant: remark.variant,
    category: rule.category,
    severity,
    weight,
    defaultWeight: weight === ownWeight ? undefined : ownWeight,
    gate: severity === 'error' ? gateOf(active, variant) : undefined,
    density: rule.density,
    span: remark.span && plain(remark.span),
    anchor: remark.anchor && plain(remark.anchor),
    ...(remark.place && { isBesideText: true }),
    quote: remark.span && slice(draft.text, remark.span),
    message: remark.message ?? variant?.message ?? rule.message,
    why: rule.why,
    suggest: remark.suggest ?? rule.suggest,
    confidence: lean ? 'low' : (remark.confidence ?? 'high'),
    related: (remark.related ?? []).map(({ in: side, span, note }): RelatedFinding => {
      return { in: side, span: plain(span), note, quote: slice(side === 'draft' ? draft.text : (draft.customer?.text ?? ''), span) };
    }),
    fixes: remark.fixes ?? [],
    place: remark.place ?? draft.map.locate(remark.span ?? remark.anchor ?? firstSaid(draft)),
    standsFor: [],
  };
}

/** A rule may hand over a sentence or a word where a span is asked for; what it knows besides its place is not the report's business. */
function plain({ start, end }: Span): Span {
  return { start, end };
}

/**
 * A level that is set for a rule moves its variants with it: lowered, none is louder than the level; raised, none is quieter.
 * The level that the rule has anyway changes nothing.
 */
function shift(own: Severity, ordinary: Severity, level: Severity): Severity {
  const by = RANK.indexOf(level) - RANK.indexOf(ordinary);
  if (by === 0) return own;
  const rank = by < 0 ? Math.min(RANK.indexOf(own), RANK.indexOf(level)) : Math.max(RANK.indexOf(own), RANK.indexOf(level));
  return RANK[rank];
}

/** Any error has a gate (SCORE §3): its own class where it was one to begin with, else `error`. */
function gateOf({ rule }: ActiveRule, variant: { readonly gate?: Gate } | undefined): Gate {
  return (variant ? variant.gate : rule.gate) ?? 'error';
}

function faultOf(remark: Remark, draft: Draft): string | undefined {
  const units = draft.text.length;
  if (remark.span && !lies(remark.span, units)) return `marked ${show(remark.span)} of a text of ${units} units`;
  if (remark.anchor && !lies(remark.anchor, units)) return `anchored at ${show(remark.anchor)} of a text of ${units} units`;
  for (const { in: side, span } of remark.related ?? []) {
    const text = side === 'draft' ? draft.text : draft.customer?.text;
    if (text === undefined || !lies(span, text.length)) return `pointed at ${show(span)} in the ${side}, which is not there`;
  }
  const edit = remark.fixes?.flatMap((fix: Fix): readonly Edit[] => fix.edits).find((one) => !lies(one.span, units, true));
  return edit && `offered to change ${show(edit.span)} of a text of ${units} units`;
}

function lies({ start, end }: Span, units: number, mayBeEmpty = false): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= units && (mayBeEmpty ? start <= end : start < end);
}

function show({ start, end }: Span): string {
  return `${start}–${end}`;
}

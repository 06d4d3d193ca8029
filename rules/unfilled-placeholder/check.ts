import {
  addressBy,
  contains,
  findFields,
  greetingName,
  isStrong,
  overlaps,
  runsOf,
  slice,
  type Check,
  type Draft,
  type Remark,
  type Role,
  type Span,
} from 'replylint/rule';
import { findBlanks } from './blanks.js';
import { findOpenFields } from './fields.js';
import { findHoles } from './holes.js';
import { fieldNoun, slotNoun } from './slots.js';
import { judgeField } from './template.js';

const ZONES: ReadonlySet<Role> = new Set<Role>(['subject', 'salutation', 'body', 'closing', 'signature', 'footer']);

interface Open {
  readonly span: Span;
  readonly noun?: string;
}

/** Everything in the text that somebody or something should have filled: in a draft all of it, in a template what will not be filled. */
const check: Check = ({ draft, settings }) => {
  const remarks: Remark[] = [];
  const template = draft.mode === 'template';
  const product = draft.helpdesk ?? settings.dialect;
  for (const zone of runsOf(draft.segments, ZONES)) {
    const blanks: Open[] = [...findHoles(draft, zone), ...findBlanks(draft, zone)];
    for (const field of findOpenFields(draft, zone)) {
      const by = template && !isHandSlot(field.syntax) ? judgeField(draft, field, product) : undefined;
      if (by) remarks.push(by);
      if (!template || isHandSlot(field.syntax))
        blanks.push({ span: { start: field.start, end: field.end }, noun: slotNoun(field.content) ?? fieldNoun(field.content) });
    }
    remarks.push(...outermost(blanks).map((blank) => remark(draft, blank, template)));
  }
  if (!template) remarks.push(...linkTargets(draft, remarks));
  const subject = template
    ? undefined
    : findFields(draft.subject ?? '', { start: 0, end: draft.subject?.length ?? 0 }).find(
        ({ syntax, closed }) => syntax === '{{}}' && closed,
      );
  if (subject && draft.subject)
    remarks.push({ span: null, message: `The subject still holds “${draft.subject.slice(subject.start, subject.end)}”.` });
  return remarks;
};

/** Merge fields in the addresses of links, which the reader does not see but the click meets: `<a href="https://x.example/{{ticket.url}}">`. */
function linkTargets({ links }: Draft, already: readonly Remark[]): Remark[] {
  return links.flatMap(({ span, target }) => {
    const address = target.replace(/%7B/giu, '{').replace(/%7D/giu, '}');
    const field = findFields(address, { start: 0, end: address.length }).find(
      ({ syntax, closed, content }) => isStrong(syntax) && closed && content !== '',
    );
    // A field in an address that stands in the text is marked there.
    if (!field || already.some((one) => one.span && overlaps(one.span, span))) return [];
    const noun = fieldNoun(field.content);
    return [
      {
        span,
        message: `The address of this link still holds “${address.slice(field.start, field.end)}”.`,
        ...(noun && { suggest: `Fill in the ${noun}.` }),
      },
    ];
  });
}

/** Brackets that people fill by hand; no product does. */
function isHandSlot(syntax: string): boolean {
  return syntax === '[]' || syntax === '<>';
}

/** Those that lie in no other one, in the order of the text; of equals the first. */
function outermost(blanks: readonly Open[]): Open[] {
  const ordered = blanks.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let reached = -1;
  return ordered.filter(({ span }) => {
    if (span.end <= reached) return false;
    reached = span.end;
    return true;
  });
}

function remark(draft: Draft, { span, noun }: Open, template: boolean): Remark {
  const { salutation, text } = draft;
  const asked = noun ? `Fill in the ${noun.replace(/^(?:the|your|our|a|an) /u, '')}.` : undefined;
  if (template)
    return { span, variant: 'fill-in', suggest: asked && `${asked.slice(0, -1)} by a merge field, or where the agent cannot miss it.` };
  const greets = salutation && contains(salutation.span, span);
  const known = greets ? greetingName(draft.customerNames) : undefined;
  if (!known) return { span, suggest: greets ? 'Greet the customer by name.' : asked };
  const opener = salutation?.opener ? slice(text, salutation.opener) : 'Dear';
  const name = addressBy(known.name, opener);
  const at = salutation?.addressee ?? { start: salutation?.opener?.end ?? span.start, end: salutation?.punctuation?.start ?? span.end };
  const fix = {
    label: `write “${name}”`,
    safety: known.sure ? ('safe' as const) : ('suggestion' as const),
    edits: [{ kind: 'text' as const, span: at, text: salutation?.addressee ? name : ` ${name}` }],
  };
  return { span, suggest: `Write “${opener} ${name},”.`, fixes: [fix] };
}

export default check;

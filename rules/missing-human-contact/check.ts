import { findPhones, type Check, type Draft, type Fix } from 'replylint/rule';

const SHOWN = new Set(['body', 'closing', 'signature', 'footer']);
const NO_REPLY = /no-?_?reply|do-?_?not-?_?reply/i;

/** No number, no talk offered, and no person who can be answered: a name under a letter from an address that is read is enough (RULES §5). */
const check: Check = ({ draft, hits, language, settings }) => {
  // Whoever chats is talking to somebody already.
  if (draft.channel === 'chat') return [];
  const said = hits.filter(({ span, from }) => !language.isMention(span) && !language.clauseAt(from)?.negated);
  if (said.some(({ tag }) => tag === 'talk') || hasPhone(draft)) return [];
  const unread = hits.some(({ tag }) => tag === 'no-reply') || NO_REPLY.test(draft.headers?.from?.address ?? '');
  const signed =
    draft.signOff !== undefined && (draft.signOff.names.length > 0 || draft.signOff.placeholders.length > 0 || draft.signOff.tag);
  if (!unread && (signed || said.some(({ tag }) => tag === 'person'))) return [];
  return [{ span: null, anchor: draft.signOff?.span, fixes: withContact(draft, settings.contact) }];
};

/** The line of the settings that says how to reach a person, behind the text. */
function withContact({ segments, text, mode }: Draft, contact: string | undefined): readonly Fix[] {
  const body = segments.findLast(({ role }) => role === 'body');
  if (contact === undefined || !body || mode === 'template') return [];
  const at = body.span.start + text.slice(body.span.start, body.span.end).trimEnd().length;
  return [{ label: `add “${contact}”`, safety: 'unsafe', edits: [{ kind: 'text', span: { start: at, end: at }, text: `\n\n${contact}` }] }];
}

function hasPhone(draft: Draft): boolean {
  if (draft.signOff && draft.signOff.phones.length > 0) return true;
  return draft.segments.some(({ role, span }) => SHOWN.has(role) && findPhones(draft.text, span.start, span.end).length > 0);
}

export default check;

import {
  addressBy,
  findFields,
  greetedOf,
  greetingName,
  slice,
  type Check,
  type Draft,
  type Fix,
  type Reading,
  type Remark,
  type Span,
} from 'replylint/rule';
import { callsAsSigned, callsByHandle, mayCallByName, namesReader, opensUnmarked, opensWithName } from './unmarked.js';

/** Sentences in which a name still counts as a greeting. */
const OPENING = 2;

/** No name in the salutation, and none by which the first sentences address the reader. */
const check: Check = ({ draft, organisation, language }) => {
  const greeted = greetedOf(draft, organisation);
  if (greeted !== 'nobody' && greeted !== 'none') return [];
  const body = language.body;
  const { salutation } = draft;
  // An entry without greeting and closing is a piece that is put into a reply.
  if (draft.entry && !salutation && !draft.signOff) return [];
  // "Dear birdie77 Thank you …": somebody is named, though where the name ends cannot be told.
  if (salutation?.opener && !salutation.addressee && !salutation.punctuation && /^dear /i.test(draft.text.slice(salutation.opener.start)))
    return [];
  if (isAddressedByHandle(draft) || isMidChat(draft, language.followUp, greeted === 'none') || greetsGroup(draft, language)) return [];
  const opening =
    draft.channel === 'chat' ? body : body.slice(0, body[OPENING] && body[OPENING].to - body[OPENING].from === 1 ? OPENING + 1 : OPENING);
  // A line or two is all beginning.
  const addressed = language.brief ? body : opening;
  const last = addressed.at(-1);
  if (last && draft.vocatives.some((at) => at.start < last.end)) return [];
  if (addressed.some(({ from, to }) => namesReader(draft, from, to))) return [];
  if (body[0] && opensWithName(draft, body[0])) return [];
  if (opening.some((sentence) => mayCallByName(draft, sentence) || callsByHandle(draft, sentence) || callsAsSigned(draft, sentence)))
    return [];
  if (body[0] && opensUnmarked(draft, body[0])) return [];
  const start = salutation?.span.start ?? body[0]?.start ?? 0;
  if (
    last &&
    findFields(draft.text, { start, end: opening.at(-1)!.end }).some(({ content }) => /name|user|contact|customer/i.test(content))
  )
    return [];
  return [{ ...place(salutation?.span, body[0]), ...offer(draft, body[0]) }];
};

function place(salutation: Span | undefined, first: Span | undefined): Remark {
  if (salutation) return { span: salutation };
  return { span: null, ...(first && { anchor: { start: first.start, end: first.end } }) };
}

/** Posts that begin with the reader's handle need no other name. */
function isAddressedByHandle({ text }: Draft): boolean {
  return /^\s*@[\p{L}\p{N}_]/u.test(text);
}

/**
 * In a chat the name is said once: a later turn has no need of it. Without an earlier turn of ours it is missed only where it is known and a greeting stands
 * there without it.
 */
function isMidChat(draft: Draft, later: boolean, silent: boolean): boolean {
  if (later) return true;
  return draft.channel === 'chat' && (draft.earlier.length > 0 || silent || draft.customerNames.length === 0);
}

/** "Hi all," to several people, or to whoever a notice concerns. */
function greetsGroup({ entry, headers, salutation, text }: Draft, { kind }: Reading): boolean {
  return (
    (entry !== undefined || (headers?.to?.length ?? 0) > 1 || kind.value === 'proactive') &&
    /\b(?:all|both|everyone|everybody|folks|guys|team)\b/i.test(salutation ? slice(text, salutation.span) : '')
  );
}

function offer(draft: Draft, first: Span | undefined): Partial<Remark> {
  const known = greetingName(draft.customerNames);
  const { salutation, text, mode } = draft;
  if (mode === 'template') return { suggest: 'Begin with a merge field for the name, and say what stands there when it is not known.' };
  if (!known) return {};
  const opener = salutation?.opener ? slice(text, salutation.opener) : 'Hi';
  const name = addressBy(known.name, opener);
  const suggest = `Write “${opener} ${name},”.`;
  if (salutation?.opener) {
    const span = { start: salutation.opener.end, end: salutation.addressee?.end ?? salutation.opener.end };
    return { suggest, fixes: [fixOf(name, known.sure, span, ` ${name}`)] };
  }
  return first ? { suggest, fixes: [fixOf(name, false, { start: first.start, end: first.start }, `${opener} ${name},\n\n`)] } : { suggest };
}

function fixOf(name: string, sure: boolean, span: Span, text: string): Fix {
  return { label: `greet ${name}`, safety: sure ? 'safe' : 'suggestion', edits: [{ kind: 'text', span, text }] };
}

export default check;

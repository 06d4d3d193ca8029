import { addressBy, greetedOf, greetingName, slice, type Check, type Fix } from 'replylint/rule';

/** The addressee is what the customer is to us instead of who they are. Where the name is known, it is offered in its place. */
const check: Check = ({ draft, organisation, language }) => {
  const { salutation, text } = draft;
  const span = salutation?.addressee;
  if (!span || greetedOf(draft, organisation) !== 'role' || language.isMention(span)) return [];
  const known = greetingName(draft.customerNames);
  if (!known || draft.mode === 'template') return [{ span }];
  const opener = salutation.opener ? slice(text, salutation.opener) : '';
  const name = opener === '' ? `Dear ${addressBy(known.name, 'Dear')}` : addressBy(known.name, opener);
  const fix: Fix = { label: `write “${name}”`, safety: known.sure ? 'safe' : 'suggestion', edits: [{ kind: 'text', span, text: name }] };
  return [{ span, suggest: `Write “${opener ? `${opener} ` : ''}${name},”.`, fixes: [fix] }];
};

export default check;

import { findFields, slice, splitWords, type Check, type Draft, type Remark } from 'replylint/rule';

/** What a link may be called that names nothing. */
const EMPTY = new Set(
  (
    'here|click here|click|click here now|just click here|please click here|click on this link|click this link|click the link|click on the link|click this|tap here|press here|' +
    'this link|the link|link|link here|this|this page|this one|follow this link|go here|see here|look here|right here|over here|more|read more|see more|learn more|find out more|' +
    'more info|more information|details|more details|info|continue|url|website|this website|this url|' +
    'hier|hier klicken|klicken sie hier|bitte hier klicken|dieser link|diesem link|diesen link|unter diesem link|über diesen link|mit diesem link|zum link|mehr|mehr erfahren|mehr infos|weiterlesen|weiter|' +
    'cliquez ici|ici|ce lien|en suivant ce lien|en savoir plus|lire la suite|haga clic aquí|aquí|este enlace|leer más|clicca qui|qui|questo link|leggi di più|clique aqui|aqui|este link|saiba mais|klik hier|deze link|lees meer'
  ).split('|'),
);

/** Links by names that name nothing; and words that send the customer to a link that is not there. */
const check: Check = ({ draft, hits, language }) => {
  const remarks: Remark[] = [];
  const named = draft.links.filter(({ image, span }) => !image && span.start < span.end);
  if (draft.surface === 'rich')
    for (const { span } of named)
      if (EMPTY.has(splitWords(slice(draft.text, span)).norm.join(' ')) || EMPTY.has(slice(draft.text, span).trim().toLowerCase()))
        remarks.push({ span });
  if (hits.length === 0) return remarks;
  const fields = findFields(draft.text, { start: 0, end: draft.text.length });
  const anything = named.length > 0 || draft.links.some(({ image }) => image) || fields.length > 0;
  if (!anything && draft.channel !== 'chat' && !quotedLink(draft))
    for (const { span } of hits) if (!language.isMention(span)) remarks.push({ span, variant: 'lost' });
  return remarks;
};

/** An address without a scheme, which mail programs link all the same. */
function quotedLink({ text }: Draft): boolean {
  return /[a-z0-9-]{2}\.(?:[a-z]{2,10}\/\S|(?:com|org|net|co\.uk|example|io|de|eu|me|ly)\b)/i.test(text);
}

export default check;

import { sameName, slice, type Check, type Draft, type Hit, type Look, type Remark, type Sentence, type Span } from 'replylint/rule';

/** A line, or a bracket, that begins by saying that it is for the house: `Internal note:`, `[private – ask Priya]`, `** staff only **`. */
const LABEL =
  /^[ \t>*_#-]{0,8}[[(*]{0,3}[ \t]{0,3}(?:(?:nb|n\.b\.|note|fyi|attn)[ \t:–-]{1,3})?(?:(?:internal|private|staff|team|backoffice|back-office|handover|crm|agent-only)(?:[ \t]+(?:use|info|information))?[ \t]+(?:note|notes|comment|comments|memo|message|only)|internal|private|note[ \t]+(?:to|for)[ \t]+(?:self|colleagues|staff|the team|team|agents?|support|next agent|whoever)|staff[ \t]+only|handover|fyi[ \t]+team|for[ \t]+(?:the[ \t]+)?(?:team|colleagues|staff)[ \t]+only|(?:nur[ \t]+)?intern(?:e|er|es)?(?:[ \t]+(?:notiz|hinweis|vermerk|kommentar|info))?)\b[ \t]{0,3}(?:[*\])]{0,3}[ \t]{0,3}[:–—-]|[*\])]{1,3}[ \t]*$)/i;
/** The words that it can begin with: few lines do, and its pattern takes long to make. */
const LEADS = new Set(
  'internal intern interne interner internes nur private staff team backoffice back crm agent handover note fyi for nb n attn'.split(' '),
);
/** The same as a heading: a line of its own. */
const HEADING =
  /^[ \t>*_#=-]{0,8}(?:internal|private|staff|team|agent|back-?office|handover|crm)[ \t]+(?:notes?|comments?|memos?)[ \t*_#=-]{0,8}$/i;
/** A colleague who is asked or told something before the reply is sent: `@Tomasz can you check this?`. */
const ASKED =
  /^[ \t]{0,8}@(\p{Lu}[\p{L}.-]{1,30})[,:]?[ \t]+(?:(?:can|could|would|will)[ \t]+you|please|pls|plz|fyi|do[ \t]+you|is[ \t]+this|are[ \t]+you)\b/u;
/** Signs by which chat programs call everybody: no customer is meant. */
const CALL = /(?<![\w@.])@(?:here|channel|everyone|all|team)\b(?!\.[a-z])/gi;

/** Lines that say that they are for the house, and sentences that keep something from the customer who reads them. */
const check: Check = (look) => {
  const { draft, language } = look;
  const found = labelled(draft);
  const add = (span: Span): void => {
    if (!language.isMention(span)) found.push(span);
  };
  for (const hit of look.hits) {
    const sentence = language.sentenceAt(hit.span.start);
    if (!language.isMention(hit.span) && isNote(hit, sentence, look))
      add(sentence && sentence.end > hit.span.start ? trimmed(draft, sentence) : hit.span);
  }
  if (draft.channel === 'email' && draft.text.includes('@'))
    for (const { index, 0: call } of draft.text.matchAll(CALL)) add({ start: index, end: index + call.length });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return found.flatMap((span): Remark[] => {
    if (span.start < end) return [];
    end = span.end;
    return [{ span }];
  });
};

function labelled({ text, channel, customerNames }: Draft): Span[] {
  const found: Span[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (isLabelled(line) || (channel === 'email' && isAsked(line, customerNames))) {
      const start = at + line.length - line.trimStart().length;
      found.push({ start, end: at + line.trimEnd().length });
    }
    at += line.length + 1;
  }
  return found;
}

function isLabelled(line: string): boolean {
  const lead = /[A-Za-z]+/.exec(line)?.[0].toLowerCase();
  return lead !== undefined && LEADS.has(lead) && (LABEL.test(line.slice(0, 120)) || (line.length < 60 && HEADING.test(line)));
}

/** In a letter nobody is called by a handle, unless it is the customer. */
function isAsked(line: string, customerNames: Draft['customerNames']): boolean {
  const called = line.includes('@') ? ASKED.exec(line)?.[1] : undefined;
  return called !== undefined && !customerNames.some(({ name }) => sameName(name, called) !== 'different');
}

function isNote({ tag, from, to, span }: Hit, sentence: Sentence | undefined, { draft, language }: Look): boolean {
  const clause = language.clauseAt(from);
  if (tag === 'about-them')
    return (
      sentence !== undefined && sentence.role !== 'salutation' && !/^[A-Z]{2,}/.test(slice(draft.text, span)) && isTelling(draft, sentence)
    );
  if (tag === 'withheld') {
    // "We never share it with the customer of another shop": told as a habit of ours, it is no order.
    const { subject, verb } = clause ?? {};
    return !(
      subject &&
      subject.head < from + 1 &&
      verb &&
      verb.main >= from &&
      (subject.actor === 'own' || subject.actor === 'customer') &&
      clause?.mood !== 'imperative'
    );
  }
  // "The code on the lid is for internal use only": something is said of a thing.
  const { words } = draft;
  const thing =
    clause?.subject && clause.subject.head < from && ['is', 'are', 'was', 'were', 'be', 'being'].includes(words.norm[from - 1] ?? '');
  const whole = sentence !== undefined && to - from >= (sentence.to - sentence.from) / 2;
  return !thing && (whole || /[[(*–—-]\s*$/.test(draft.text.slice(Math.max(0, span.start - 3), span.start)));
}

/** "Customer is fishing for a discount": a whole sentence about one customer, in a letter to one. General sayings have a plural or an article. */
function isTelling({ words }: Draft, { from }: Sentence): boolean {
  return !['service', 'services', 'satisfaction', 'care', 'support', 'experience', 'safety'].includes(words.norm[from + 1] ?? '');
}

function trimmed(draft: Draft, { start, end }: Span): Span {
  const said = slice(draft.text, { start, end });
  return { start: start + said.length - said.trimStart().length, end: start + said.trimEnd().length };
}

export default check;

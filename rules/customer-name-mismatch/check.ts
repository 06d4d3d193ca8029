import {
  Gap,
  foldName,
  greetedOf,
  inList,
  isListedFirstName,
  isPersonName,
  readName,
  sameName,
  slice,
  titlesClash,
  wordAt,
  type Check,
  type Draft,
  type KnownName,
  type NameSource,
  type Remark,
  type Span,
} from 'replylint/rule';

const SOURCES: Readonly<Record<NameSource, string>> = {
  option: 'the name given for this customer is',
  'sign-off': 'they sign as',
  to: 'the To header says',
  attribution: 'their message is from',
};

interface Called {
  readonly span: Span;
  readonly name: string;
}

/** A name by which the reader is addressed and that is none of theirs; or a second name beside the one in the salutation. */
const check: Check = ({ draft, organisation }) => {
  const greeted = greetedOf(draft, organisation) === 'name' ? namesIn(draft) : [];
  const called = draft.vocatives
    .map((span) => ({ span, name: slice(draft.text, span) }))
    .filter((one) => isSurelyCalled(draft, one) && !isOurs(draft, one));
  const known = draft.customerNames.filter(isPersonName);
  const remarks = [...greeted, ...called].flatMap((one) => conflict(draft, known, one) ?? []);
  if (remarks.length > 0 || greeted.length === 0) return remarks;
  return called.filter((one) => isSecondName(known, greeted, one)).map((one) => second(greeted[0], one));
};

/** In the body only a first name or a titled name, set off by a comma and followed by a sign: a capital alone may be a place, and a bare name a third person. */
function isSurelyCalled({ text, words }: Draft, { span, name }: Called): boolean {
  const { words: parts, titles } = readName(name);
  if (titles.length === 0 && !isListedFirstName(parts[0] ?? '')) return false;
  const i = wordAt(words, span.start);
  const after = text.slice(span.end, span.end + 1);
  const comma = (words.gap[i] & Gap.comma) !== 0;
  const starts = i === 0 || (words.gap[i] & (Gap.stop | Gap.newline)) !== 0;
  return (
    /[.,!?]/u.test(after) &&
    (comma || (starts && after === ',') || /^(?:thanks|thank you|sorry|cheers|welcome)$/u.test(wordsBefore(words.norm, i)))
  );
}

function wordsBefore(norm: readonly string[], i: number): string {
  return norm[i - 2] === 'thank' ? `${norm[i - 2]} ${norm[i - 1]}` : (norm[i - 1] ?? '');
}

/** The people of the salutation by name, titles included: "Mrs Tate" of "Dear Mr and Mrs Tate". */
function namesIn({ salutation, text }: Draft): Called[] {
  return (salutation?.people ?? []).flatMap(({ span, name }) => {
    // Without an opener the first word may be an exclamation ("Aw, …").
    if (!name || (!salutation?.opener && !isListedFirstName(foldName(slice(text, name).split(' ')[0])))) return [];
    const written = slice(text, span);
    const words = slice(text, name).toLowerCase().split(/\s+/u);
    const group =
      words.every((word) => inList('addressee-nobody', word) || inList('addressee-roles', word)) ||
      /^(?:team|family|colleagues?)$/u.test(words.at(-1) ?? '');
    return group ? [] : [{ span, name: written }];
  });
}

/** What speaks against a name: every name that is known, and nobody else of whom the customer spoke. */
function conflict({ customer }: Draft, known: readonly KnownName[], { span, name }: Called): Remark | undefined {
  if (known.length === 0) return undefined;
  const matches = known.map((one) => ({ one, match: sameName(one.name, name) }));
  const same = matches.find(({ match }) => match === 'same');
  if (same) {
    if (!known.every((one) => sameName(one.name, name) !== 'same' || titlesClash(one.name, name))) return undefined;
    return remark(span, `“${name}” has the wrong title`, same.one);
  }
  const best = matches.find(({ match }) => match === 'misspelt') ?? matches[0];
  if (customer?.others?.some((other) => sameName(other, name) === 'same')) return undefined;
  // "He is called Dane": spoken of, whoever that is, and spelt as it is here.
  if (
    best.match !== 'misspelt' &&
    customer &&
    new RegExp(`(?<!\\p{L})${name.replace(/[^\p{L}\p{N} '-]/gu, '.')}(?!\\p{L})`, 'u').test(customer.text)
  )
    return undefined;
  return remark(span, best.match === 'misspelt' ? `“${name}” is misspelt` : `“${name}” is somebody else`, best.one);
}

function remark(span: Span, what: string, { name, source }: KnownName): Remark {
  return {
    span,
    message: `${what}: ${SOURCES[source]} “${name}”.`,
    suggest: `Check which is right: “${name}” is what ${source === 'option' ? 'was given' : source === 'sign-off' ? 'the customer wrote' : 'the mail says'}.`,
  };
}

/** The name of the agent, or of somebody the customer spoke of. */
function isOurs({ signOff, text, customer, headers }: Draft, { name }: Called): boolean {
  const ours = [...(signOff?.names ?? []).map((at) => slice(text, at)), ...(headers?.from?.name ? [headers.from.name] : [])];
  return [...ours, ...(customer?.others ?? [])].some((other) => sharesWord(other, name) && sameName(other, name) === 'same');
}

/** A first name alone and a surname alone agree with everybody. */
function sharesWord(one: string, other: string): boolean {
  const { words } = readName(other);
  return readName(one).words.some((word) => words.some((each) => each[0] === word[0]));
}

/** Another person than the salutation greets, though nothing is known of either. */
function isSecondName(known: readonly KnownName[], greeted: readonly Called[], one: Called): boolean {
  if (known.some(({ name }) => sameName(name, one.name) === 'same')) return false;
  return greeted.every(({ name }) => sameName(name, one.name) !== 'same');
}

function second(first: Called, { span, name }: Called): Remark {
  return {
    span,
    message: `“${name}” here, but “${first.name}” in the salutation.`,
    suggest: 'Check who the customer is, and whose text this was.',
    related: [{ in: 'draft', span: first.span, note: 'the salutation greets somebody else' }],
  };
}

export default check;

import { inList, type Draft, type Reading } from 'replylint/rule';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** What an order to the agent does with the text. */
const EDITS = set(
  'delete remove use insert include omit edit personalise customise adapt adjust amend replace keep skip choose pick select add send copy paste complete change fill leave tailor',
);
const PARTS = set(
  'paragraph paragraphs section sections sentence sentences template templates macro macros snippet snippets wording greeting salutation bracket brackets placeholder placeholders reply response signature line lines text option options tone intro opening ending bit above below',
);
/** Parts that customers are spoken to about too (a section of a form, a line of code). */
const SHARED = set(
  'section sections snippet snippets line lines text option options response reply signature template templates placeholder placeholders tone opening ending bit above below',
);
const THIRD = set('customer customers client clients guest guests member members caller passenger patient user policyholder');

/** Nobody but the agent does these to a text. */
const MAKES_FIT = set('personalise customise tailor adapt');
/** What a text is made to fit. */
const FITTED = set('enquiry query situation tone case ticket');
/** What the agent alone uses "for late parcels". */
const OF_AGENTS = set('response reply template macro snippet wording');
/** What an agent is told to do with the customer, who is spoken of as somebody else. */
const DEALINGS = set(
  'send forward tell ask offer check refund call mention promise give explain remind escalate apologise confirm thank inform',
);
/** What stands where the agent is to fill something in. */
const PUTS = set('insert paste copy add put type enter');

/** An order whose object is the reply itself: "Use the next paragraph only if the customer is a Gold member." */
export function ordersAgent(draft: Draft, reading: Reading, sentence: Reading['sentences'][number]): boolean {
  const { words } = draft;
  // "We now read the name back before sending" is what we do ourselves.
  const ours = reading.clauses.slice(sentence.firstClause, sentence.endClause).some(({ subject }) => subject?.actor === 'own');
  if (!ours && endsBeforeSending(words.norm, sentence)) return true;
  for (let c = sentence.firstClause; c < sentence.endClause; c += 1) {
    const { verb, mood, from, to } = reading.clauses[c];
    // "Remember to personalise this section."
    const reminded =
      verb && mood === 'imperative' && /^(?:remember|forget)$/u.test(verb.lemma) && words.norm[verb.to] === 'to' ? verb.to + 1 : undefined;
    const first = reminded ?? (verb && mood === 'imperative' ? verb.main : EDITS.has(words.norm[from]) ? from : undefined);
    if (first === undefined) continue;
    const rest = words.norm.slice(first + 1, sentence.to);
    if (speaksOfThird(words.norm, first, rest, sentence.from) || onlyIfThird(words.norm, first, rest, sentence.from)) return true;
    if (!EDITS.has(words.norm[first])) continue;
    // "Remove this if the customer has no account."
    if (rest[0] === 'this' && rest.some((word, i) => THIRD.has(word) && rest[i - 1] === 'the')) return true;
    if (PUTS.has(words.norm[first]) && rest.at(-1) === 'here' && rest.some((word) => inList('slot-nouns', word) || PARTS.has(word)))
      return true;
    if (/^(?:which|what)ever (?:applies|fits)$/u.test(rest.slice(0, 2).join(' '))) return true;
    if (
      MAKES_FIT.has(words.norm[first]) &&
      /^(?:to|this)$/u.test(rest[0] ?? '') &&
      rest.length < 6 &&
      rest.some((word) => FITTED.has(word))
    )
      return true;
    // "Do not include the above for day tickets."
    if (verb?.negated && rest.some((word, i) => word === 'above' && rest[i - 1] === 'the')) return true;
    const limit = Math.min(reminded === undefined ? to : sentence.to, first + 8);
    let part: string | undefined;
    for (let i = first + 1; i < limit && part === undefined; i += 1) if (PARTS.has(words.norm[i])) part = words.norm[i];
    if (part === undefined) continue;
    if (MAKES_FIT.has(words.norm[first])) return true;
    if (words.norm[first] === 'use' && rest[0] === 'this' && OF_AGENTS.has(part) && !rest.some((word) => word === 'you' || word === 'your'))
      return true;
    if (!SHARED.has(part) && /^as (?:appropriate|applicable|needed|necessary)$/u.test(rest.slice(-2).join(' '))) return true;
    if (rest.some((word, i) => THIRD.has(word) && rest[i - 1] !== 'our')) return true;
    if (!SHARED.has(part) && /^(?:this|the|next|following|above|below|these)$/u.test(words.norm[first + 1] ?? '')) return true;
  }
  return false;
}

/** "Delete this line before sending." The form that a customer is to send is named. */
function endsBeforeSending(norm: readonly string[], { from, to }: { readonly from: number; readonly to: number }): boolean {
  for (let i = from; i + 1 < to; i += 1) {
    if (norm[i] !== 'before') continue;
    if (/^this goes (?:out|live)$/u.test(norm.slice(i + 1, i + 4).join(' ')) && i + 4 >= to) return true;
    const sent = norm[i + 1] === 'sending' ? i + 2 : norm[i + 1] === 'you' && norm[i + 2] === 'send' ? i + 3 : -1;
    if (sent < 0) continue;
    if (sent >= to) return norm[i + 1] === 'sending';
    const whom = norm.slice(sent, sent + 3).join(' ');
    if (/^(?:to (?:the )?(?:customer|client|guest|member)|this (?:reply|response|e-mail|email|out)|out\b)/u.test(whom)) return true;
  }
  return false;
}

/** "Do not send to customer", "Offer the customer ten per cent": whoever reads this is not the customer. */
function speaksOfThird(norm: readonly string[], first: number, rest: readonly string[], from: number): boolean {
  if (!DEALINGS.has(norm[first]) || norm.slice(from, first).includes('please')) return false;
  if (rest.some((word) => word === 'you' || word === 'your' || word === 'us')) return false;
  const at = rest.findIndex((word) => /^(?:customer|client|guest|caller)$/u.test(word));
  return (
    at >= 0 &&
    at < 4 &&
    /^(?:the|to|with|for|)$/u.test(rest[at - 1] ?? '') &&
    !/^(?:service|services|care|support|relations|team|desk|area|line|portal|account|number)$/u.test(rest[at + 1] ?? '')
  );
}

/** "Offer a phone slot only if patient asks": in the clipped style of a note, the customer is somebody else, without an article. */
function onlyIfThird(norm: readonly string[], first: number, rest: readonly string[], from: number): boolean {
  if ((!DEALINGS.has(norm[first]) && !EDITS.has(norm[first])) || norm.slice(from, first).includes('please')) return false;
  if (rest.some((word) => /^(?:you|your|us|our|me|my)$/u.test(word))) return false;
  return rest.some(
    (word, i) =>
      /^(?:if|when|unless)$/u.test(word) && THIRD.has(rest[i + 1] ?? '') && /^\p{L}+s$|^(?:has|is|was|asks)$/u.test(rest[i + 2] ?? ''),
  );
}

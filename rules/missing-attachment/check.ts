import {
  Gap,
  inList,
  type Attachment,
  type Check,
  type Clause,
  type Draft,
  type Reading,
  type Remark,
  type Sentence,
  type Span,
  type Words,
  wordSpan,
} from 'replylint/rule';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Names that mail programs give to the pictures of a signature, and files that are no document. */
const ORNAMENT =
  /^(?:image\d{1,4}|logo\b.*|.*[_-]logo|signature|banner|icon|facebook|twitter|linkedin|instagram|outlook-.*)\.(?:png|jpe?g|gif|svg|bmp|webp)$|^(?:smime\.p7s|signature\.asc|winmail\.dat)$/iu;
const ATTACHED = set('attached enclosed');
const MAIL = set('mail email message reply letter note');
/** What one attaches to that is no message: an account, a wall. */
const EARLIER = set('earlier already previous previously last yesterday before');
/** "the file you sent" */
const THEIRS = set('sent attached enclosed provided shared gave forwarded uploaded mentioned');
/** What may follow "the form attached": where it is, or what to do with it. */
const AFTER = set('to below here herewith and');
/** How many clauses to either side can say when something will be attached. */
const NEAR = 6;
/** Homely words for attaching. */
const PUT_IN = set('pop put stick slip include add drop tuck');
/** How a file goes "with this mail". */
const COMING = set('comes come goes go travels sent coming going along accompanies');
const FOUND = set('find see refer check read open use consult view review');

/** Something of ours is said to be attached, and no file is known to be. Silent where attachments are not known. One finding a sentence. */
const check: Check = ({ draft, hits, language }) => {
  if (!draft.attachments || draft.attachments.some(isFile)) return [];
  const remarks: Remark[] = [];
  for (const sentence of language.sentences) {
    const span = claim(draft, language, sentence);
    if (span && (!language.isMention(span) || isFound(draft, span))) remarks.push({ span });
  }
  for (const { span } of hits)
    if (!remarks.some((one) => one.span && one.span.start <= span.start && span.end <= one.span.end)) remarks.push({ span });
  return remarks;
};

/** "You find it attached": what is found is there, and nobody's words. */
function isFound({ words }: Draft, { start }: Span): boolean {
  const at = words.start.indexOf(start);
  return at > 0 && /^(?:find|finds|see)$/.test(words.norm[at - 1]) && /^(?:it|them|this|these)$/.test(words.norm[at]);
}

function isFile({ name, inline }: Attachment): boolean {
  return !inline && !ORNAMENT.test(name);
}

/** The clause that claims an attachment of ours. */
function claim(draft: Draft, language: Reading, sentence: Sentence): Span | undefined {
  const { words } = draft;
  const said = words.norm.slice(sentence.from, sentence.to);
  if (said.some((word, k) => word === 'you' && THEIRS.has(said[k + 1]))) return undefined;
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const clause = language.clauseAt(i);
    if (
      !clause ||
      clause.negated ||
      clause.mood === 'condition' ||
      clause.mood === 'question' ||
      clause.mood === 'counterfactual' ||
      isEarlier(words, sentence, clause) ||
      !claims(draft, language, clause, sentence, i)
    )
      continue;
    // "Attached is your invoice": the clause begins behind the word.
    return i === sentence.from ? wordSpan(words, i, sentence.to) : { start: clause.start, end: clause.end };
  }
  return undefined;
}

/** "The form I attached to my earlier mail", "as attached before": not to this message. "Before eleven" is a time. */
function isEarlier({ norm }: Words, { from, to }: Sentence, clause: Clause): boolean {
  // Words in front of the first clause, or behind the last, belong to it.
  const start = clause.from - from < 4 ? from : clause.from;
  const end = to - clause.to < 4 ? to : clause.to;
  for (let i = start; i < end; i += 1) if (EARLIER.has(norm[i]) && !(norm[i] === 'before' && i + 1 < end)) return true;
  return false;
}

function claims({ words }: Draft, language: Reading, clause: Clause, sentence: Sentence, i: number): boolean {
  const word = words.norm[i];
  const before = words.norm[i - 1] ?? '';
  const { verb } = clause;
  // "Once the form is ready, you will find it attached", "when we send the offer, the plan will be enclosed": not to this message.
  if ((ATTACHED.has(word) || verb?.main === i) && isLater(language, clause)) return false;
  const after = i + 1 < sentence.to ? words.norm[i + 1] : '';
  // "Find attached the price list": a capital at the start makes a name of it.
  if (ATTACHED.has(word) && i - 1 === sentence.from && FOUND.has(before)) return true;
  // A thing attaches nothing: "the form attached" is a participle, whatever it was read as.
  if (
    verb?.main === i &&
    (verb.lemma === 'attach' || verb.lemma === 'enclose') &&
    verb.voice === 'active' &&
    clause.subject &&
    clause.subject.actor !== 'thing'
  )
    return (
      clause.subject.actor === 'own' &&
      verb.tense !== 'future' &&
      !verb.modal &&
      !isElsewhere(words, i, sentence) &&
      !isLink(words.norm, i, sentence)
    );
  if (word === 'pfa') return i === sentence.from;
  // "I send you the changed invoice in the annex", "I've popped the statement in with this mail".
  if (word === 'annex' || word === 'annexe')
    return (
      before === 'the' && words.norm[i - 2] === 'in' && clause.subject?.actor !== 'customer' && isDocument(words.norm, sentence.from, i)
    );
  if (verb?.main === i && PUT_IN.has(verb.lemma) && clause.subject?.actor === 'own' && verb.tense !== 'future' && !verb.modal)
    return goesWithMail(words.norm, i, sentence);
  if (word === 'attachment' || word === 'attachments') return ownAttachment(words.norm, sentence, i, clause);
  // "The breakdown is in the PDF that comes with this message."
  if (MAIL.has(word) && before === 'this' && words.norm[i - 2] === 'with' && COMING.has(words.norm[i - 3] ?? ''))
    return isDocument(words.norm, sentence.from, i - 2);
  if (word === 'encl' || (word === 'enc' && words.gap[i + 1] & (Gap.break | Gap.stop))) return i === sentence.from;
  if (!ATTACHED.has(word) || isElsewhere(words, i, sentence)) return false;
  // "Please find attached", "see attached".
  if (
    FOUND.has(before) ||
    (FOUND.has(words.norm[i - 2] ?? '') && (before === 'the' || before === 'them' || before === 'it' || before === 'below'))
  )
    return true;
  if (clause.subject?.actor === 'customer' && clause.subject.head < i && verb?.main === i) return false;
  // "Here is the brochure (attached)."
  if (words.gap[i] & Gap.openBracket && isDocument(words.norm, sentence.from, i)) return true;
  // "You will find the invoice attached", "Invoice attached."
  const last = i === sentence.to - 1 || (words.gap[i + 1] & (Gap.comma | Gap.stop)) !== 0 || AFTER.has(after);
  const finds = words.norm.findIndex((one, k) => k >= sentence.from && k < i && (one === 'find' || one === 'see'));
  if (finds >= 0 && !isTheirs(language.clauseAt(finds))) return false;
  const reads = finds >= 0;
  // "You will find the full illustration enclosed, …": whatever it is, it is found in the letter.
  if (last && reads && word === 'enclosed' && clause.subject?.actor !== 'own') return true;
  if (last && isDocument(words.norm, sentence.from, i) && (reads || i - sentence.from < 4)) return true;
  // "Attached is your invoice", "Enclosed please find …".
  if (i === sentence.from)
    return (
      ['is', 'are', 'please', 'you', 'herewith', 'to'].includes(after) ||
      inList('document-nouns', after) ||
      /^(?:the|a|an|our|my|your)$/u.test(after)
    );
  // "the drawing is attached", "the full set is attached as one PDF", "all eleven are attached."
  if (before === 'is' || before === 'are' || before === 'am')
    return last || isDocument(words.norm, sentence.from, i - 1) || isDocument(words.norm, i + 1, i + 6);
  // "the attached PDF", but not "your attached photo" and not thanks for one.
  if (!['the', 'our', 'my', 'this', 'these', 'an'].includes(before) || words.norm[sentence.from].startsWith('thank')) return false;
  return inList('document-nouns', after) || inList('document-nouns', words.norm[i + 2] ?? '') || after === '';
}

/** What will be attached waits on something; what was attached "to my mail of Monday" went with that one. */
function isLater(language: Reading, { verb, link, subject, index, sentence }: Clause): boolean {
  if (!verb) return false;
  if ((link === 'that' || link === 'which') && verb.tense === 'past' && subject?.actor === 'own') return true;
  // "you will find | it attached": the promise stands in the clause before.
  const before = language.clauses[index - 1];
  const ahead = verb.tense === 'future' || (before?.sentence === sentence && before.verb?.tense === 'future');
  if (!ahead) return false;
  return language.clauses
    .slice(Math.max(0, index - NEAR), index + NEAR)
    .some((other) => other.sentence === sentence && (other.mood === 'condition' || other.link === 'as'));
}

/** "Please find", "you will find": what the customer is to find, not what we could not. */
function isTheirs(clause: Clause | undefined): boolean {
  return clause === undefined || (!clause.negated && clause.subject?.actor !== 'own' && clause.mood !== 'question');
}

/** "attached to your account", "attached to the wall"; not "attached to this e-mail". */
function isElsewhere({ norm, gap }: Words, i: number, { to }: Sentence): boolean {
  for (let k = i + 1; k < Math.min(to, i + 10) && !(gap[k] & (Gap.comma | Gap.break)); k += 1)
    if (norm[k] === 'to' || norm[k] === 'with' || norm[k] === 'onto') {
      const whom = norm.slice(k + 1, Math.min(to, k + 4));
      if (norm[k] === 'with') return k === i + 1 && !whom.some((word) => MAIL.has(word) || inList('document-nouns', word));
      return (
        whom.some((word) => /^(?:your|the|his|her|their|each|a|an|this|that|these|our|my)$/u.test(word)) &&
        !whom.some((word) => MAIL.has(word))
      );
    }
  return false;
}

/** A document "in with this mail", "to this e-mail", "in this message", not "in the post". */
function goesWithMail(norm: readonly string[], i: number, { from, to }: Sentence): boolean {
  for (let k = i + 1; k + 2 < Math.min(to + 1, i + 14); k += 1)
    if (/^(?:with|to|in)$/.test(norm[k]) && norm[k + 1] === 'this' && MAIL.has(norm[k + 2] ?? ''))
      return isDocument(norm, Math.max(from, i), k);
  return false;
}

/** "I've attached a link": a link needs no file. */
function isLink(norm: readonly string[], i: number, { to }: Sentence): boolean {
  return norm.slice(i + 1, Math.min(to, i + 4)).some((word) => word === 'link' || word === 'url' || word === 'importance');
}

function isDocument(norm: readonly string[], from: number, to: number): boolean {
  for (let k = to - 1; k >= from && k >= to - 5; k -= 1) if (inList('document-nouns', norm[k])) return true;
  return false;
}

/** "as an attachment", "see the attachment": ours; not "your attachment", not "open attachments with care". */
function ownAttachment(norm: readonly string[], { from, to }: Sentence, i: number, clause: Clause): boolean {
  if (norm.slice(from, to).some((word) => word === 'your' || word === 'cannot' || word === 'size' || word === 'any' || word === 'no'))
    return false;
  const [second, first] = [norm[i - 2] ?? '', norm[i - 1] ?? ''];
  if (first === 'an' && second === 'as') return clause.subject?.actor === 'own' && clause.verb?.tense !== 'future';
  return (first === 'the' || first === 'this') && (FOUND.has(second) || second === 'in');
}

export default check;

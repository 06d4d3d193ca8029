import { cover } from 'replylint/rule';
import type { Check, Clause, Fix, Hit, Look, Sentence, Span } from 'replylint/rule';
import { isHardship } from './hardship.js';

/** What we do about too much work. Told with it, the trouble is no moan but the reason for a change. */
const REMEDY = new Set('hire recruit take add train double extend expand employ bring increase draft open fix replace upgrade'.split(' '));
const THEIRS = new Set('you your yours'.split(' '));
const DENIALS = new Set('not cannot never'.split(' '));
/** What masters who are moaned about fail to do. */
const UNCARING =
  /^(?:listen|care|understand|bother|help|pay|spend|invest|hire|recruit|replace|know|want|think|learn|budge|move|lift|realise|realize|appreciate|notice|mind|trust|train|approve|fund)$/;
/** Whose burden is not ours to moan about. */
const NOT_OURS = new Set('customer third-party circumstance'.split(' '));

/** Trouble of our own, in complaint: not theirs, not owned as our failing, and not told for what we have changed. One finding a sentence, from its first moan to its last. */
const check: Check = (look) => {
  const found = new Map<number, Span>();
  for (const hit of look.hits) {
    const sentence = look.language.sentenceAt(hit.span.start);
    if (!sentence || look.language.isMention(hit.span) || !isMoan(look, hit, sentence)) continue;
    const sofar = found.get(sentence.index);
    found.set(sentence.index, sofar ? cover(sofar, hit.span) : hit.span);
  }
  for (const { start, end, sentence } of look.language.hardships)
    if (!found.has(sentence) && !look.language.isMention({ start, end }) && isLamented(look, look.language.sentences[sentence]))
      found.set(sentence, { start, end });
  return [...found].map(([index, { start, end }]) => {
    const sentence = look.language.sentences[index];
    return { span: { start, end }, ...(sentence.role === 'body' && standsAlone(look, sentence) && { fixes: without(look, sentence) }) };
  });
};

export default check;

/** What is hard on us, neither owned nor put right, in a sentence that apologises for nothing. */
function isLamented(look: Look, sentence: Sentence): boolean {
  const { apologies, faults } = look.language;
  if (apologies.some((apology) => apology.sentence === sentence.index) || isRemedied(look, sentence)) return false;
  return !faults.some((fault) => fault.sentence === sentence.index && fault.actor === 'own' && fault.asserted);
}

function isMoan(look: Look, hit: Hit, sentence: Sentence): boolean {
  const clause = look.language.clauseAt(hit.from);
  const { norm } = look.draft.words;
  // "…, so what can one do?" behind a moan asks nothing.
  const shrugged = hit.tag === 'management' && /^so what (?:can|could|do)\b/.test(norm.slice(hit.to, sentence.to).join(' '));
  if (!clause || (clause.mood === 'question' && !shrugged)) return false;
  // "If only they would listen": a wish.
  if ((clause.mood === 'condition' || clause.mood === 'counterfactual') && norm[hit.from + 1] !== 'only') return false;
  if ((hit.tag === 'short' || hit.tag === 'load') && !isHardship(look, hit, clause, sentence)) return false;
  if (norm[hit.from] === 'without' && mayNow(look, hit, clause, sentence)) return false;
  if (hit.tag === 'short' && isQuiet(norm, hit, clause)) return false;
  if (hit.tag === 'staffing' && namesKind(norm, hit)) return false;
  // "an overburdened antenna", "a relay had burnt out": said only of our people.
  const worn =
    (hit.tag === 'strain' && hit.to - hit.from === 1) || /^(?:burnt|burned|worn) out$/.test(norm.slice(hit.from, hit.to).join(' '));
  if (worn && !/^(?:own|colleague|department)$/.test(clause.subject?.actor ?? '')) return false;
  if (hit.tag === 'staffing') {
    if (clause.subject && NOT_OURS.has(clause.subject.actor)) return false;
    const owned = norm.slice(hit.from, hit.to).some((word) => /^(?:not|never|cannot|hardly|barely)$/.test(word));
    if (clause.negated && !owned) return false;
    if (clause.verb?.modal && clause.verb.modal !== 'can' && clause.verb.modal !== 'could') return false;
  }
  if (hit.tag === 'strain' || hit.tag === 'org' || hit.tag === 'sigh') {
    if (isTheirs(look, hit, clause)) return false;
    if (clause.negated && !isCause(norm, hit) && !deniesItself(norm, hit)) return false;
  }
  // "It was just one of those mornings" makes light of what happened: `minimising-language`.
  if (hit.tag === 'sigh' && norm[hit.from + 1] === 'of' && /^(?:just|simply|only|probably)$/.test(norm[hit.from - 1])) return false;
  if (hit.tag === 'tool' && !isCursed(look, hit, clause, sentence)) return false;
  if (hit.tag === 'crowd2' && !isBurden(look, hit, sentence)) return false;
  // "You are the third person this week to say so", to a good idea.
  if (/^(?:suggestion|thanks)$/.test(look.language.kind.value ?? '') && norm[hit.from] === 'you') return false;
  if (hit.tag === 'grumble' && !isGrumble(look, hit, clause, sentence)) return false;
  if (hit.tag === 'week' && (isTheirLot(look, clause) || goesOn(look, hit))) return false;
  if (hit.tag === 'week' && THEIRS.has(norm[hit.to]) && norm[hit.from] !== 'you') return false;
  if (
    hit.tag === 'week' &&
    (/^(?:for you|with your)$/.test(`${norm[hit.to]} ${norm[hit.to + 1]}`) || clause.subject?.actor === 'customer') &&
    norm[hit.from] !== 'you'
  )
    return false;
  // "The phone has not stopped ringing for you."
  if (hit.tag === 'staffing' && norm[hit.to] === 'for' && THEIRS.has(norm[hit.to + 1])) return false;
  // "They drove me up the wall too": we are on their side of it.
  for (let i = hit.to; i < Math.min(sentence.to, hit.to + 2); i += 1) if (norm[i] === 'too' || norm[i] === 'also') return false;
  if (hit.tag === 'crowd' && norm[hit.from].startsWith('every') && norm.slice(hit.to, sentence.to).includes('you')) return false;
  if (hit.tag === 'management' && receives(clause)) return false;
  if (hit.tag === 'management' && DENIALS.has(norm[hit.to - 1]) && !withholds(look, hit, clause)) return false;
  return !isOwned(look, sentence, hit) && !isRemedied(look, sentence) && (!isApologised(look, hit) || isOfBoss(hit, clause));
}

/** The burden lies on the customer, or on somebody who is none of ours: "with your team exhausted", "you are under enormous pressure". */
function isTheirs({ draft }: Look, hit: Hit, clause: Clause): boolean {
  const { norm } = draft.words;
  if (clause.subject && NOT_OURS.has(clause.subject.actor) && hit.tag !== 'sigh') return true;
  if (isCause(norm, hit)) return false;
  for (let i = clause.from; i < clause.to; i += 1)
    if ((i < hit.from || i >= hit.to) && THEIRS.has(norm[i]) && norm[i - 1] !== 'like') return true;
  return false;
}

/** "Due to heavy workload we could not attend to your mail." */
function isCause(norm: readonly string[], { from }: Hit): boolean {
  return /^(?:to|of)$/.test(norm[from - 1]) && /^(?:due|owing|because)$/.test(norm[from - 2]);
}

function deniesItself(norm: readonly string[], hit: Hit): boolean {
  return norm.slice(hit.from, hit.to).some((word) => /^(?:not|never|no|nobody|without|hardly|barely|lack|few|cannot)$/.test(word));
}

/** What a bad tool is called. */
const BAD_TOOL =
  /^(?:worse|older|ancient|hopeless|useless|rubbish|nightmare|pain|joke|despair|stupid|awful|terrible|horrible|hate|hates|stone|prehistoric|dinosaur|museum|horror|slow)$/;
/** How a tool fails. */
const FAILS = /^(?:crash|freeze|fail|break|hang|drop|lose|stop|die|refuse|forget|collapse)$/;

/** A tool of ours by its bad name, or by how often it fails. Told once, with what was lost by it, a failure is the cause. */
function isCursed({ draft, language }: Look, hit: Hit, clause: Clause, sentence: Sentence): boolean {
  const { norm } = draft.words;
  if (clause.subject && hit.to > clause.subject.to + 4) return false;
  const words = norm.slice(hit.to, sentence.to);
  if (words.some((word) => THEIRS.has(word))) return false;
  const said = words.join(' ');
  if (/\b(?:driv(?:e|es|en|ing) (?:me|us|everyone|everybody)|down again)\b/.test(said)) return true;
  const bad = words.some((word, i) => BAD_TOOL.test(word) && words[i - 1] !== 'not');
  const often = /\b(?:again|constantly|always|every (?:hour|day|monday|morning|five|ten|other|time|single|week|second))\b/.test(said);
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const { verb, negated } = language.clauses[k];
    if (!verb || negated || verb.modal || verb.tense === 'future' || verb.from < hit.to) continue;
    if (bad && /^(?:be|hate|make|get)$/.test(verb.lemma)) return true;
    if (often && FAILS.test(verb.lemma)) return true;
  }
  return false;
}

/** Exasperation in a sentence that has nothing for the customer in it, about what is ours; not told as what is better now. */
function isGrumble({ draft, language }: Look, hit: Hit, { subject, negated, verb }: Clause, sentence: Sentence): boolean {
  const { norm } = draft.words;
  if (subject?.actor === 'customer' || verb?.tense === 'future') return false;
  if (negated && !deniesItself(norm, hit)) return false;
  for (let i = sentence.from; i < sentence.to; i += 1) if (THEIRS.has(norm[i]) && (i < hit.from || i >= hit.to)) return false;
  if (language.apologies.some(({ sentence: at, mention }) => at === sentence.index && !mention)) return false;
  if (language.empathy.some(({ sentence: at }) => at === sentence.index)) return false;
  return true;
}

/** "People order at the last minute and then want it tomorrow": others, held to be a nuisance. "Customers expect us to keep our word, and rightly" is none. */
function isBurden({ draft }: Look, hit: Hit, sentence: Sentence): boolean {
  const { norm } = draft.words;
  if (hit.from > sentence.from + 1) return false;
  if (
    !/^(?:expect|want|order|book|call|ring|come|forget|complain|cancel|change|need|think|demand|write|ask|buy|turn|leave|send|wait|say)s?$/.test(
      norm[hit.to] ?? '',
    )
  )
    return false;
  for (let i = hit.to; i < sentence.to; i += 1) {
    if (/^(?:rightly|right|deserve|deserves|you|your|love|welcome|like|please)$/.test(norm[i])) return false;
  }
  const rest = norm.slice(hit.to, sentence.to).join(' ');
  return /\b(?:last (?:minute|moment)|yesterday|immediately|at once|and then|then we|as if|all at (?:once|the same time)|first (?:cold|warm|sunny|hot|day)|and are not|and never|do not turn up|does not turn up|about everything|for nothing|bad guys|impossible|overnight|all of us|from us|blame|moon|miracles|everything|before the first|every time|all day)\b/.test(
    rest,
  );
}

/** "I know Sundays are manic when you run a stall": what we see of theirs. */
function isTheirLot({ language }: Look, { index, sentence }: Clause): boolean {
  const before = language.clauses[index - 1];
  return (
    before?.sentence === sentence &&
    before.subject?.actor === 'own' &&
    /^(?:know|imagine|understand|appreciate|realise|see)$/.test(before.verb?.lemma ?? '')
  );
}

/** "The night team may now move a guest without asking me": leave that we have given. */
function mayNow({ draft, language }: Look, hit: Hit, { index }: Clause, sentence: Sentence): boolean {
  const allowed = language.clauses
    .slice(Math.max(sentence.firstClause, index - 2), index + 1)
    .some(({ verb }) => /^(?:may|can|must|need|have to)$/.test(verb?.modal ?? '') || verb?.tense === 'future');
  return allowed || draft.words.norm.slice(sentence.from, hit.from).includes('now');
}

/** "Come before ten, when there is hardly anybody in": a quiet hour is good for them. "There is hardly anybody in to answer the phones" is not. */
function isQuiet(norm: readonly string[], { from, to }: Hit, { subject }: Clause): boolean {
  if (!/^(?:hardly|barely|scarcely)$/.test(norm[from]) || !/^(?:in|here)$/.test(norm[to - 1]) || subject?.actor === 'own') return false;
  return !/^(?:to|today|now|tonight|this)$/.test(norm[to] ?? '');
}

/** "We have twelve other customers who moved this year", "… with the same meter": which they are is told, not how many. "Fifty customers in the queue" is a load. */
function namesKind(norm: readonly string[], hit: Hit): boolean {
  let at = hit.to - 1;
  while (at > hit.from && norm[at] !== 'customers') at -= 1;
  if (at === hit.from || !/^(?:who|whose|that|with|on|in|at|from|like|of)$/.test(norm[at + 1] ?? '')) return false;
  return !norm
    .slice(at + 1, at + 6)
    .some((word) => /^(?:queue|line|lines|hold|phone|phones|list|backlog|waiting|inbox|desk|shop|store|day|today|now)$/.test(word));
}

/** "The time, I had them read out", "the week we had booked": a sentence goes on there, and nobody sighs. */
function goesOn({ draft: { words, text } }: Look, { from, to, span }: Hit): boolean {
  if (words.norm[from] !== 'the' || !/^(?:week|month|day|morning|year|time)$/.test(words.norm[from + 1] ?? '')) return false;
  if (words.gap[from + 2] !== 0) return true;
  return (
    to < words.length &&
    words.gap[to] === 0 &&
    !/^(?:lately|recently|here|so|this|today|and|but|with)$/.test(words.norm[to]) &&
    text.length > span.end
  );
}

/** By what the masters deny, or deny us, a moan is told from how they decide: "the board does not look at a request twice" is none. */
function withholds({ draft }: Look, hit: Hit, clause: Clause): boolean {
  if (UNCARING.test(clause.verb?.lemma ?? '')) return true;
  return draft.words.norm.slice(hit.to, clause.to).some((word) => /^(?:us|me|our|my|anyone|anybody|here)$/.test(word));
}

/** "Management never received your letter" tells a fact of the case. */
function receives({ verb }: Clause): boolean {
  return (
    verb !== undefined &&
    /^(?:receive|see|get|find|have|change|offer|be)$/.test(verb.lemma) &&
    (verb.tense === 'past' || verb.tense === 'perfect')
  );
}

/** How many sentences further on what happened is still being told. */
const TALE = 3;

/**
 * "… and we should have told you on Monday": the sentence takes the failing on us. What is told as something that happened once ("two of us called in sick on
 * Monday") may be taken on us a little later in the paragraph.
 */
function isOwned({ language }: Look, sentence: Sentence, hit: Hit): boolean {
  const lost = hit.tag === 'short' ? language.clauseAt(hit.from)?.index : undefined;
  const told = hit.tag === 'staffing' && language.clauseAt(hit.from)?.verb?.tense === 'past';
  return language.faults.some(
    (fault) =>
      fault.actor === 'own' &&
      fault.asserted &&
      fault.role === 'subject' &&
      fault.clause !== lost &&
      fault.sentence >= sentence.index &&
      fault.sentence <= sentence.index + (told ? TALE : 0) &&
      language.sentences[fault.sentence].paragraph === sentence.paragraph,
  );
}

/** "Sorry for the short mail, my manager dropped 300 tickets on me": the apology is for something else. */
function isOfBoss({ tag }: Hit, { subject }: Clause): boolean {
  return tag === 'load' && /^(?:colleague|department)$/.test(subject?.actor ?? '');
}

/** "I'm sorry our system keeps crashing": told as what we are sorry for. */
function isApologised({ language }: Look, { span }: Hit): boolean {
  return language.apologies.some(({ kind, start, end }) => kind === 'own-act' && start <= span.start && span.end <= end);
}

/** "so we have taken on two more people", in the sentence or the next. */
function isRemedied({ language }: Look, sentence: Sentence): boolean {
  const { clauses } = language;
  const end = language.sentences[sentence.index + 1]?.endClause ?? sentence.endClause;
  for (let k = sentence.firstClause; k < end; k += 1) {
    const { verb, subject, negated } = clauses[k];
    if (
      verb &&
      subject?.actor === 'own' &&
      !negated &&
      REMEDY.has(verb.lemma) &&
      (verb.tense === 'perfect' || verb.tense === 'past' || verb.progressive)
    )
      return true;
  }
  return false;
}

/** Nothing in the sentence is for the customer: it can go. */
function standsAlone({ draft, language }: Look, sentence: Sentence): boolean {
  for (let i = sentence.from; i < sentence.to; i += 1) if (THEIRS.has(draft.words.norm[i])) return false;
  return language.sentences.some(
    (other) => other.role === 'body' && other.paragraph === sentence.paragraph && other.index !== sentence.index,
  );
}

function without({ draft, language }: Look, sentence: Sentence): readonly Fix[] {
  const next = language.sentences[sentence.index + 1];
  const end = next && next.paragraph === sentence.paragraph && next.role === 'body' ? next.start : sentence.end;
  const before = language.sentences[sentence.index - 1];
  const start = end === sentence.end && before?.paragraph === sentence.paragraph ? before.end : sentence.start;
  if (draft.text.slice(start, end).trim() === '') return [];
  return [{ label: 'leave the sentence out', safety: 'unsafe', edits: [{ kind: 'text', span: { start, end }, text: '' }] }];
}

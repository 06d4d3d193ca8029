import { Gap, inList, overlaps } from 'replylint/rule';
import type { Check, Clause, Hit, Look, Span } from 'replylint/rule';
import { doubtsAccount } from './account.js';
import { deniesTheirWords } from './denial.js';
import { heldAgainstThem } from './events.js';
import { disbelieves } from './trust.js';

/** Reporting with doubt. "Say, tell, mention, write" are neutral (RULES §1.2). */
const DOUBTING = new Set('allege insist maintain purport pretend contend profess assert accuse'.split(' '));
/** What a customer said, when it is called true or false. */
const SAID = new Set(
  (
    'that this it statement statements claim claims allegation allegations accusation accusations comment comments review reviews issues remark remarks version account story ' +
    'assertion assertions description complaint complaints information you'
  ).split(' '),
);
const UNTRUE =
  /^(?:not|false|untrue|incorrect|inaccurate|lies|a|nonsense|misleading|factually|simply|just|plain|plainly|completely|totally|quite|utterly|wrong|exaggerated|an|fabricated|made|invented|unfounded|baseless|unfair)$/;
/** Whose deed a statement tells of: what you, we or our people did. */
const PERSONAL = /^(?:you|your|we|our|i|my|they|he|she|nobody|no|nothing|this|the)$/;
const NOT_SAID =
  /^(?:price|address|date|charge|bill|invoice|label|page|listing|amount|balance|time|figure|size|item|order|reading|message)$/;
/** What is granted with an emphatic "did": you did tell us. */
const AGREED = new Set(
  'do tell mention say report warn ask let inform point raise flag write call contact explain try follow get receive have'.split(' '),
);
const EMPHATIC = new Set('clearly actually definitely'.split(' '));

/** The customer cast as untruthful or mistaken. One finding a sentence. */
const check: Check = (look) => {
  const found = new Map<number, Span & { readonly told?: Span }>();
  for (const clause of look.language.clauses) {
    const at =
      doubted(look, clause) ??
      impossible(look, clause) ??
      countered(look, clause) ??
      deniedByThem(look, clause) ??
      heldAgainstThem(look, clause) ??
      disbelieves(look, clause) ??
      deniesTheirWords(look, clause);
    if (at && !found.has(clause.sentence)) found.set(clause.sentence, at);
  }
  for (const at of corrections(look)) {
    const sentence = look.language.sentenceAt(at.start);
    if (sentence && !found.has(sentence.index) && !look.language.isMention(at)) found.set(sentence.index, at);
  }
  for (const hit of look.hits) {
    const sentence = look.language.sentenceAt(hit.span.start);
    if (!sentence || found.has(sentence.index) || look.language.isMention(hit.span)) continue;
    const at = contradicts(look, hit);
    if (at) found.set(sentence.index, at);
  }
  return [...found.values()].map(({ start, end, told }) => ({
    span: { start, end },
    ...(told && {
      fixes: [{ label: 'write “told us”', safety: 'unsafe' as const, edits: [{ kind: 'text' as const, span: told, text: 'told us' }] }],
    }),
  }));
};

export default check;

/** "you claim that", "you insist you", "as you allege": but "you can claim 60 pounds", "if you insist". */
function doubted(look: Look, clause: Clause): (Span & { readonly told?: Span }) | undefined {
  const { verb, subject } = clause;
  const { draft, language } = look;
  if (
    !verb ||
    subject?.actor !== 'customer' ||
    verb.voice === 'passive' ||
    verb.modal ||
    verb.negated ||
    clause.mention ||
    language.isMention(verb)
  )
    return undefined;
  if (clause.mood !== 'statement' || verb.tense === 'none') return undefined;
  const { norm, start, end } = draft.words;
  if (norm[subject.from] !== 'you') return undefined;
  const told = { start: start[verb.main], end: end[verb.main] };
  const span = { start: Math.min(subject.start, verb.start), end: end[verb.to - 1] };
  if (DOUBTING.has(verb.lemma)) {
    if ((verb.lemma === 'insist' || verb.lemma === 'maintain') && !(norm[verb.to] === 'that' || saysClause(look, clause))) return undefined;
    return { ...span, ...(norm[verb.to] === 'that' && { told }) };
  }
  if (verb.lemma === 'make' && norm[verb.to] === 'out') return norm[verb.to + 1] === 'that' ? span : undefined;
  // "You claim it back with form 5."
  if (verb.lemma !== 'claim' || /^(?:it|this|them|that) (?:back|on|from|with|by|via|online)$/.test(`${norm[verb.to]} ${norm[verb.to + 1]}`))
    return undefined;
  if (norm[verb.to] === 'that' || (norm[verb.to] === 'to' && !/^\d/.test(norm[verb.to + 1] ?? '') && norm[verb.to + 1] !== 'the'))
    return { ...span, ...(norm[verb.to] === 'that' && { told }) };
  if (/^(?:our|my|we|i|he|she|they|there|nobody)$/.test(norm[verb.to] ?? '')) return span;
  return saysClause(look, clause) || norm[subject.from - 1] === 'as' ? { ...span, ...(saysClause(look, clause) && { told }) } : undefined;
}

/**
 * "For the record, our driver did ring": what somebody did or did not do, put on file. "A burger takes as long as it takes" is only curt, "for the record of your
 * claim" names a file, and what we have done for them since is no answer to what they say.
 */
function rebuts({ draft, language }: Look, hit: Hit): boolean {
  if (draft.words.norm[hit.to] === 'of') return false;
  const { firstClause, endClause } = language.sentenceAt(hit.span.start)!;
  return language.clauses
    .slice(firstClause, endClause)
    .some(
      ({ verb, subject, negated }) =>
        verb !== undefined &&
        (negated ||
          (subject !== undefined &&
            subject.actor !== 'thing' &&
            (verb.tense === 'past' || (verb.tense === 'perfect' && subject.actor !== 'own')))),
    );
}

/** "I doubt you were laughing": what is doubted is that they took it lightly. */
function feelsWithThem({ draft, language }: Look, hit: Hit): boolean {
  if (!draft.words.norm.slice(hit.from, hit.to).includes('doubt')) return false;
  const doubted = language.clauseAt(hit.to);
  return (
    doubted?.subject?.actor === 'customer' &&
    /^(?:laugh|smile|enjoy|want|need|care|mind|like|expect|feel|plan)$/.test(doubted.verb?.lemma ?? '')
  );
}

/** A clause with a subject of its own stands right behind the verb: "you claim (that) our driver was rude". */
function saysClause({ language }: Look, { verb, index, sentence }: Clause): boolean {
  const next = language.clauses[index + 1];
  return (
    next?.sentence === sentence && next.subject !== undefined && next.subject.from === verb!.to && next.verb?.tense !== 'none' && !next.link
  );
}

function contradicts(look: Look, hit: Hit): Span | undefined {
  const { language, draft } = look;
  const clause = language.clauseAt(hit.from);
  if (!clause) return undefined;
  if (hit.tag === 'sure') return hit.span;
  if (hit.tag === 'on-file') return rebuts(look, hit) ? hit.span : undefined;
  // "Thank you for being honest with me."
  if (language.thanks.some((thanks) => overlaps(thanks, hit.span)) || feelsWithThem(look, hit)) return undefined;
  if (hit.tag !== 'justified' && hit.tag !== 'reconsider' && (clause.mood === 'question' || clause.mood === 'condition')) return undefined;
  switch (hit.tag) {
    case 'unsound':
    case 'open':
    case 'reconsider':
    case 'unseen':
      return doubtsAccount(look, hit, clause);
    case 'justified':
      return language.sentences[clause.sentence].question ? undefined : hit.span;
    case 'truth':
      return callsUntrue(look, hit, clause);
    case 'records':
      return heldAgainst(look, hit);
    case 'otherwise':
      return hit.span;
    case 'wrong':
      // "My first answer to you was wrong."
      if (draft.words.norm[hit.from] === 'you' && clause.subject && clause.subject.from < hit.from) return undefined;
      return (hit.to >= look.draft.words.length || look.draft.words.gap[hit.to] & ~Gap.newline) && !isDenied(look, hit, clause)
        ? hit.span
        : undefined;
    case 'marker':
      return insists(look, hit, clause);
    case 'verdict':
      return isAside(look, hit, clause) ||
        acceptsStandard(look, hit) ||
        wondersAtUs(look, hit) ||
        isDenied(look, hit, clause) ||
        isOwned(look, clause)
        ? undefined
        : hit.span;
    default:
      // "the alleged fraudster": a third person, and a word of the law.
      if (
        /^(?:thief|fraudster|scammer|offender|attacker|suspect|victim|fraud|crime|breach|infringement)s?$/.test(
          draft.words.norm[hit.to] ?? '',
        )
      )
        return undefined;
      return draft.words.norm[hit.from - 1] === 'not' ? undefined : hit.span;
  }
}

/** "Actually, you did agree to it", "in fact you were told": what they deny is held up to them. "In fact you did tell us" agrees with them. */
function insists({ draft, language }: Look, hit: Hit, at: Clause): Span | undefined {
  const { norm, start, end } = draft.words;
  for (let k = at.index; k < Math.min(at.index + 2, language.sentences[at.sentence].endClause); k += 1) {
    const { verb, subject, mood, negated } = language.clauses[k];
    if (!verb || subject?.actor !== 'customer' || norm[subject.from] !== 'you' || mood !== 'statement' || verb.tense !== 'past') continue;
    const near = subject.from >= hit.from - 4 && subject.from <= hit.to + 3;
    // "According to our system you did not send anything."
    if (near && norm[hit.from] === 'according' && negated && !/^(?:receive|get|have|see|need|owe|be)$/.test(verb.lemma))
      return { start: hit.span.start, end: end[verb.to - 1] };
    if (!near || negated) continue;
    const emphatic = norm[verb.from] === 'did' && verb.main > verb.from && !AGREED.has(verb.lemma);
    const told = verb.voice === 'passive' && /^(?:tell|inform|advise|give|offer|show|warn|notify|ask|send)$/.test(verb.lemma);
    if (emphatic || told) return { start: Math.min(hit.span.start, start[subject.from]), end: end[verb.to - 1] };
  }
  return undefined;
}

/** "She would never say so herself", "I can't imagine you'd have missed one", "nobody here reads it when the proof has …": no word against the customer. */
function isAside({ draft, language }: Look, { from, to }: Hit, clause: Clause): boolean {
  const { norm } = draft.words;
  // "At no time did we mean to call your word into question."
  if (
    norm[from] === 'at' &&
    norm[from + 1] === 'no' &&
    /^(?:mean|intend|want|wish|doubt|question|suggest|imply|think|suspect)$/.test(clause.verb?.lemma ?? '')
  )
    return true;
  if (/^(?:herself|himself|themselves)$/.test(norm[to] ?? '')) return true;
  if (/^(?:nobody|no|not)$/.test(norm[from]) && /^(?:one|here|nobody)$/.test(norm[from + 1] ?? '') && language.clauseAt(to - 1) !== clause)
    return true;
  if (norm[from] === 'whatever') return isAdvice(language, clause) || PRINTED.test(norm[to - 2]);
  const words = norm.slice(from, to);
  const thought = language.clauses[clause.index + 1];
  if (words.includes('believe') && thought?.subject?.actor === 'customer')
    return norm.slice(to, language.sentences[clause.sentence].to).some((word) => inList('positive-evaluation', word));
  if (!words.includes('imagine') || thought?.subject?.actor !== 'customer' || !thought.verb) return false;
  // "I can't imagine you'd want to carry it up again", "… you enjoy hearing this": a guess at what they wish, not at what they did.
  if (/^(?:want|need|like|enjoy|mind|care)$/.test(thought.verb.lemma) && thought.verb.tense !== 'past') return true;
  if (thought.verb.modal !== 'would') return false;
  return thought.verb.tense !== 'perfect' || /^(?:miss|forget|break|lose|overlook|do)$/.test(thought.verb.lemma);
}

/** What others have printed, which may be wrong without anybody's saying an untruth. */
const PRINTED =
  /^(?:book|books|leaflet|guide|guidebook|satnav|map|manual|chart|calendar|phone|app|forecast|navigator|gps|almanac|packet|label)$/;

/** "Cross out whatever your book says", "you can come from two, whatever your e-mail says": what to do is told, and nobody is corrected. */
function isAdvice(language: Look['language'], { index, sentence, mood }: Clause): boolean {
  if (mood === 'imperative') return true;
  const before = language.clauses[index - 1];
  return (
    before?.sentence === sentence &&
    (before.mood === 'imperative' ||
      (before.subject?.actor === 'customer' && /^(?:can|may)$/.test(before.verb?.modal ?? '') && !before.negated))
  );
}

/** "We do not accept that this was good enough": a standard of ours, not what they said. */
function acceptsStandard({ draft, language }: Look, hit: Hit): boolean {
  const { norm } = draft.words;
  if (norm[hit.to - 2] !== 'that') return false;
  const { to } = language.sentenceAt(hit.span.start)!;
  for (let i = hit.to; i < to; i += 1)
    if (/^(?:enough|acceptable|should|right|fair|excuse|standard|standards|ok|okay|reasonable|okay|suit|best|need|possible)$/.test(norm[i]))
      return true;
  return false;
}

/** "I find it hard to believe that we let this go on", "I find it odd too": we are on their side of it. "It makes no sense to charge you twice" is so too. */
function wondersAtUs({ draft, language }: Look, hit: Hit): boolean {
  const { norm } = draft.words;
  if (norm[hit.to - 1] === 'sense') return norm[hit.to] === 'to' || norm[hit.to] === 'for';
  const { to } = language.sentenceAt(hit.span.start)!;
  for (let i = hit.to - 1; i < Math.min(to, hit.to + 3); i += 1)
    if (/^(?:we|too|our|myself|ourselves)$/.test(norm[i]))
      return /^(?:believe|odd|strange|that|imagine|accept|credit)$/.test(norm[hit.to - 1]);
  return false;
}

/** "You can't have been charged twice": an inference against what they told. "You couldn't have known" sides with them. */
function impossible({ draft }: Look, { verb, subject, mood, negated, mention }: Clause): Span | undefined {
  if (mention || !verb || subject?.actor !== 'customer' || !negated || verb.tense !== 'perfect' || mood !== 'statement') return undefined;
  const { norm } = draft.words;
  const words = norm.slice(verb.from, verb.main).join(' ');
  return norm[subject.from] === 'you' && /^(?:can not|cannot) (?:possibly )?have\b/.test(words)
    ? { start: subject.start, end: verb.end }
    : undefined;
}

/** "You say the agent promised it. He did not.", "you say there was no phone; we say there was", "but the system says you did not". */
function countered({ draft, language }: Look, clause: Clause): Span | undefined {
  const { verb, subject, mood, index } = clause;
  if (
    !verb ||
    mood !== 'statement' ||
    subject?.actor !== 'customer' ||
    !/^(?:say|claim|state|write|tell|allege|maintain)$/.test(verb.lemma)
  )
    return undefined;
  // "Thank you for telling us" says nothing of what they said.
  if (verb.negated || verb.modal || verb.voice === 'passive' || verb.tense === 'none') return undefined;
  const { norm } = draft.words;
  const last = language.sentences[clause.sentence + 1]?.endClause ?? language.sentences[clause.sentence].endClause;
  for (let k = index + 1; k < Math.min(last, index + 6); k += 1) {
    const next = language.clauses[k];
    if (
      !next.verb ||
      next.mood !== 'statement' ||
      (next.subject?.actor === 'customer' && !/^(?:that|but)$/.test(next.link ?? '') && norm[next.from - 1] !== 'says')
    )
      continue;
    const says =
      /^(?:say|show|tell)$/.test(next.verb.lemma) &&
      /^(?:we|i|he|she|they|system|log|logs|records|driver|agent)$/.test(norm[next.subject?.head ?? -1] ?? '');
    const ellipsis =
      next.verb.negated && /^(?:do|be|have|will|can)$/.test(next.verb.lemma) && next.verb.to >= language.sentences[next.sentence].to;
    // "We should have had people there and didn't" goes on with what was said of ourselves.
    const anew = next.subject !== undefined && next.subject.from >= next.from;
    if (ellipsis && anew && next.subject!.actor !== 'nobody') return { start: subject.start, end: verb.end };
    const reply = language.clauses[k + 1];
    if (
      says &&
      next.subject!.from > clause.from &&
      reply?.sentence === next.sentence &&
      reply.verb &&
      reply.verb.to >= language.sentences[reply.sentence].to &&
      /^(?:do|be|have)$/.test(reply.verb.lemma)
    )
      return { start: subject.start, end: verb.end };
  }
  return undefined;
}

/** "What you describe could not have happened": but "what you describe should not have happened". */
function deniedByThem({ language }: Look, clause: Clause): Span | undefined {
  if (clause.link !== 'what' || clause.subject?.actor !== 'customer' || !clause.verb || clause.mention) return undefined;
  if (!/^(?:say|describe|write|claim|tell|state|report|mention|allege|suggest)$/.test(clause.verb.lemma)) return undefined;
  const next = language.clauses[clause.index + 1];
  if (next?.sentence !== clause.sentence || !next.verb || !next.negated) return undefined;
  return /^(?:can|could)$/.test(next.verb.modal ?? '') && next.verb.tense === 'perfect'
    ? { start: clause.start, end: next.end }
    : undefined;
}

/** "we don't doubt", "you were not mistaken": the phrase negated from outside. */
function isDenied({ draft }: Look, hit: Hit, clause: Clause): boolean {
  const { norm } = draft.words;
  if (norm[hit.from - 1] === 'not' || norm[hit.from - 1] === 'never' || norm[hit.to] === 'if') return true;
  if (!clause.negated || !clause.verb) return false;
  for (let i = hit.from; i < hit.to; i += 1)
    if (
      norm[i] === 'not' ||
      norm[i] === 'never' ||
      norm[i] === 'no' ||
      norm[i] === 'nobody' ||
      norm[i] === 'nothing' ||
      norm[i] === 'none' ||
      norm[i] === 'cannot'
    )
      return false;
  return clause.verb.from < hit.to && clause.verb.to > hit.from;
}

/** "That is not true", "these issues are false", "it is incorrect that you called": about what they said, and not our own error. */
function callsUntrue(look: Look, hit: Hit, around: Clause): Span | undefined {
  // "It is incorrect that you called": the word may open the clause that it judges.
  const clause = around.verb && around.verb.from >= hit.to ? (look.language.clauses[around.index - 1] ?? around) : around;
  if (clause.sentence !== around.sentence) return undefined;
  const { verb, negated } = clause;
  const { norm } = look.draft.words;
  const before = look.language.clauses[clause.index - 1];
  // "What you say is not correct."
  if (
    verb?.lemma === 'be' &&
    !(clause.subject && clause.subject.to <= verb.from) &&
    before?.sentence === clause.sentence &&
    before.link === 'what' &&
    before.subject?.actor === 'customer'
  )
    return negated || UNTRUE.test(norm[hit.from]) ? { start: before.start, end: hit.span.end } : undefined;
  const { subject } = clause;
  if (!verb || !subject || verb.lemma !== 'be' || verb.modal || subject.from >= hit.from) return undefined;
  if (norm[hit.from] === 'wrong' && (norm[subject.from] !== 'your' || negated)) return undefined;
  const own = UNTRUE.test(norm[hit.from]);
  if (!own && !negated) return undefined;
  if (negated && !coversNot(norm, hit, verb.from) && norm[hit.from] !== 'true') return undefined;
  // "We are known for clean rooms, and this was not the case": a standard that was missed.
  if (norm[hit.to - 1] === 'case' && verb.tense !== 'present') return undefined;
  if (hit.from > verb.to + 3) return undefined;
  if (!SAID.has(norm[subject.head]) || NOT_SAID.test(norm[subject.head]) || norm[subject.from] === 'our' || norm[subject.from] === 'my')
    return undefined;
  if (norm[subject.from] === 'you' && !/^(?:incorrect|untruthful)$/.test(norm[hit.to - 1])) return undefined;
  // "It is false" of a date or a price needs a "that" behind it to be about what they said.
  const about = norm[hit.to];
  // "not true of our newer rooms", "not true that refunds take months": about something else.
  if (/^(?:of|for|any|anymore|yet|now|here|today|on|in)$/.test(about ?? '') && look.draft.words.gap[hit.to] === 0) return undefined;
  if (norm[subject.from] === 'it' && about === 'that' && !PERSONAL.test(norm[hit.to + 1] ?? '')) return undefined;
  if (norm[subject.from] === 'it' && about !== 'that' && about !== 'to') return undefined;
  if (norm[subject.head] === 'information' && norm[subject.from] !== 'your') return undefined;
  if (clause.link && /^(?:which|who|because|although|though|while)$/.test(clause.link)) return undefined;
  // "It is untrue that we ignored you" tells of no fault of ours.
  const ofTheirs = about === 'that' && (norm[hit.to + 1] === 'you' || /^(?:untrue|false|lie)$/.test(norm[hit.to - 1]));
  return !ofTheirs && isOwned(look, clause) ? undefined : { start: Math.max(clause.start, subject.start), end: hit.span.end };
}

function coversNot(norm: readonly string[], hit: Hit, from: number): boolean {
  for (let i = from; i < hit.to; i += 1) if (norm[i] === 'not') return i >= hit.from || norm[hit.from] === 'true';
  return false;
}

/** The sentence, or the next one, takes the error on us: then it was ours that was wrong. */
function isOwned({ language }: Look, { sentence }: Clause): boolean {
  const near = (index: number): boolean => index === sentence || index === sentence + 1;
  return (
    language.faults.some((fault) => fault.actor === 'own' && fault.asserted && near(fault.sentence)) ||
    language.apologies.some(
      ({ mention, kind, sentence: at }) => !mention && !/^(?:feelings|conditional|refusal-preface|courtesy)$/.test(kind) && near(at),
    )
  );
}

/** "our records clearly show that you did": evidence against what the customer said. "Our records show two payments" is none. */
function heldAgainst({ draft, language }: Look, hit: Hit): Span | undefined {
  const { norm, gap, start, end } = draft.words;
  const sentence = language.sentenceAt(hit.span.start)!;
  let emphatic = false;
  for (let i = sentence.from; i < hit.to; i += 1) if (EMPHATIC.has(norm[i])) emphatic = true;
  let at = hit.to;
  if (norm[at] === 'that') at += 1;
  if (norm[at] !== 'you' || at >= sentence.to || gap[at] & Gap.stop) return undefined;
  const told = norm[at + 1];
  const denies = told === 'did' || told === 'never' || norm[at + 2] === 'not' || (told === 'have' && norm[at + 2] === 'never');
  const helps = denies && norm[at + 2] === 'not' && /^(?:receive|get|have|see|need|owe)$/.test(norm[at + 3] ?? '');
  // "… clearly show that you returned it, so the refund is due."
  if (!denies)
    for (let i = at; i < sentence.to; i += 1)
      if (/^(?:due|refund|refunded|owe|right|sorry|apologise|correct)$/.test(norm[i])) return undefined;
  if (helps || !(denies || emphatic)) return undefined;
  const from = norm[hit.from - 1] === 'actually' ? hit.from - 1 : hit.from;
  return { start: start[from], end: end[Math.min(at + 2, sentence.to) - 1] };
}

/** "(not an alley)": their own word, corrected in passing. */
function* corrections({ draft }: Look): Iterable<Span> {
  const { customer, words } = draft;
  if (!customer) return;
  const { norm, gap, start, end } = words;
  let theirs: ReadonlySet<string> | undefined;
  for (let i = 0; i + 2 < words.length; i += 1) {
    if (norm[i] !== 'not' || !(gap[i] & Gap.openBracket) || !/^(?:a|an|the|our)$/.test(norm[i + 1])) continue;
    theirs ??= new Set(customer.words.norm);
    // "A new one (not a repair)" to whoever asked for that is their own wish.
    const wished = customer.words.norm.some((word, k) => word === norm[i + 2] && /^(?:not|no)$/.test(customer.words.norm[k - 2] ?? ''));
    if (!wished && theirs.has(norm[i + 2])) yield { start: start[i], end: end[i + 2] };
  }
}

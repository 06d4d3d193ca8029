import { cover, inList, slice, wordAt } from 'replylint/rule';
import type { Check, Clause, Draft, Fix, Hit, Look, Remark, Sentence, Span } from 'replylint/rule';

/** A body of fewer words than this has no room for warmth by accident. */
const TERSE = 12;
const SEQUENCE = new Set('first firstly then next finally afterwards once step after when'.split(' '));
/** To whom or what a demand is made good: us, or a paper of theirs. A how-to has its object in the customer's own hands. */
const GIVES = new Set(
  'send provide supply submit forward furnish produce prove pay show state specify confirm verify elaborate clarify explain quote share resend resubmit advise'.split(
    ' ',
  ),
);

/** Demands without any courtesy or reason near them, and a whole reply of a few cold words. */
const check: Check = (look) => {
  const demands: { readonly sentence: Sentence; readonly span: Span; readonly verb?: Span }[] = [];
  const warmth = warmthOf(look);
  for (const sentence of look.language.sentences) {
    if (sentence.role !== 'body' || sentence.from === sentence.to || sentence.question || hasCourtesy(look, sentence, warmth)) continue;
    const span = demandIn(look, sentence, warmth.get(sentence.index)?.need);
    if (span && !isStep(look, sentence) && !isButton(look, sentence)) demands.push({ sentence, ...span });
  }
  const remarks: Remark[] = [];
  let last: { sentence: number; at: number } | undefined;
  for (const { sentence, span, verb } of demands) {
    if (last && sentence.index - last.sentence <= 1) {
      // One breath of demands is one finding.
      const before = remarks[last.at];
      remarks[last.at] = { span: cover(before.span ?? span, span), fixes: [...(before.fixes ?? []), ...(verb ? pleased(look, verb) : [])] };
      last = { sentence: sentence.index, at: last.at };
      continue;
    }
    remarks.push({ span, ...(verb && { fixes: pleased(look, verb) }) });
    last = { sentence: sentence.index, at: remarks.length - 1 };
  }
  return remarks.length > 0 ? remarks : cold(look);
};

export default check;

/** A sentence that is a link and nothing else says where it leads ("Submit your answer"), and a label what stands behind it ("Submit by: 12 March"). */
function isButton({ draft }: Look, { start, end }: Sentence): boolean {
  if (/\b(?:by|to|at|from|until|before|on):\s/i.test(draft.text.slice(start, end))) return true;
  return draft.links.some(({ span, image }) => !image && span.start <= start && end <= span.end);
}

/** The demand of a sentence: an imperative that opens it, or "we require …". */
function demandIn(look: Look, sentence: Sentence, need: Hit | undefined): { readonly span: Span; readonly verb?: Span } | undefined {
  const { draft, language } = look;
  const { words } = draft;
  const end = words.end[sentence.to - 1];
  if (need && !language.isMention(need.span))
    return isAskedOf(words.norm, need.to, sentence) && !saysWhatFor(look, need, sentence)
      ? { span: { start: need.span.start, end } }
      : undefined;
  const clause = language.clauses[sentence.firstClause];
  const { verb } = clause;
  if (!verb || clause.mood !== 'imperative' || clause.mention || verb.negated || verb.main !== sentence.from || clause.subject)
    return undefined;
  if (!inList('demanded-acts', verb.lemma) || sentence.endClause - sentence.firstClause > 3 || benefits(look, clause, sentence))
    return undefined;
  return { span: { start: sentence.start, end }, verb: { start: words.start[verb.main], end: words.end[verb.main] } };
}

/** "I need your postcode to find the right cabinet." */
function saysWhatFor({ draft, language }: Look, need: Hit, sentence: Sentence): boolean {
  const { norm } = draft.words;
  if (norm[need.from] !== 'i' && norm[need.from] !== 'we') return false;
  for (let k = sentence.firstClause + 1; k < sentence.endClause; k += 1) {
    const { verb, from } = language.clauses[k];
    if (verb?.tense === 'none' && norm[from] === 'to' && from > need.to) return true;
  }
  return false;
}

/** "We need a photo" asks; "we need two days", "we need to check" tell. */
function isAskedOf(norm: readonly string[], from: number, { to }: Sentence): boolean {
  for (let i = from; i < Math.min(to, from + 4); i += 1)
    if (/^(?:days|day|hours|hour|weeks|time|minutes|more|bit|moment|while|chance|little)$/.test(norm[i])) return false;
  return true;
}

/** "Give us a call", "tell me what you think", "show the code and save 10 %", "send it back free of charge": for the reader's good. */
function benefits({ draft, language }: Look, clause: Clause, sentence: Sentence): boolean {
  const { norm } = draft.words;
  const { verb } = clause;
  const after = norm.slice(verb!.to, verb!.to + 4).join(' ');
  if (/^(?:us|me|our \w+|the team) (?:a|an|any|another) (?:call|ring|shout|buzz|tweet|dm|message|chance|try)/.test(after)) return true;
  if (verb!.lemma === 'give') return !/^(?:us|me) (?:your|the|both|all|two|proof)/.test(after);
  if (
    /^(?:advise|explain|show|bring|tell)$/.test(verb!.lemma) &&
    !(verb!.lemma === 'bring' || verb!.lemma === 'show' ? /^(?:us|me|your|proof|both|all|two)/ : /^(?:us|me) /).test(after)
  )
    return true;
  if (verb!.lemma === 'tell' && /^(?:me|us) (?:what|which|how|if|when|about|more)/.test(after)) return true;
  if (/^(?:email|e-mail|text|message)$/.test(verb!.lemma) && /^(?:us|me) (?:your|the|both|proof|copies|a (?:copy|scan|photo))/.test(after))
    return false;
  if (/^(?:contact|ring|phone|email|call|share|wait)$/.test(verb!.lemma) && /^(?:me|us|our|it|the)/.test(after) && !GIVES.has(verb!.lemma))
    return true;
  for (let i = sentence.from; i < sentence.to; i += 1)
    if (/^(?:free|save|enjoy|compliments|gift|discount|choose|prefer|welcome)$/.test(norm[i])) return true;
  // "Bring your ID, it's needed for the student rate", "wait an hour, it opens by itself": what stands behind the sign tells why, or what comes of it.
  for (let k = sentence.firstClause + 1; k < sentence.endClause; k += 1) {
    const { mood, subject, verb: other, from } = language.clauses[k];
    const told = mood === 'statement' && subject !== undefined && subject.from >= from && subject.actor !== 'customer';
    if (
      told &&
      other &&
      other.tense !== 'none' &&
      !other.modal &&
      partedBefore(draft, language.clauses[k - 1].verb?.to ?? from, subject.from)
    )
      return true;
  }
  // "Send me your text and you get a draft of it", "pay by the month and it's five per cent off": the reader gets something for it.
  for (let k = sentence.firstClause + 1; k < sentence.endClause; k += 1) {
    const { subject, link, from, mood, verb: other } = language.clauses[k];
    if (subject?.actor === 'own') return true;
    if (link === 'and' && mood === 'statement' && subject && subject.from >= from && other && other.tense !== 'none' && !isDue(other))
      return true;
  }
  return false;
}

/** "… and you must bring it along": one order more. */
function isDue({ modal }: NonNullable<Clause['verb']>): boolean {
  return modal !== undefined && /^(?:must|have to|should|need|ought)$/.test(modal);
}

/** A sign stands between the words. */
function partedBefore({ words }: Draft, from: number, to: number): boolean {
  for (let i = from; i <= to && i < from + 12; i += 1) if (words.gap[i] !== 0) return true;
  return false;
}

/** A step of instructions: an item of a list, in a row of imperatives, or with a word of sequence. */
function isStep({ draft, language }: Look, sentence: Sentence): boolean {
  const block = draft.blocks.find(({ span }) => span.start <= sentence.start && sentence.start < span.end);
  if (block?.kind === 'item' || block?.kind === 'heading' || block?.kind === 'cell') return true;
  if (/^\s*(?:\d+[.)]|[-*•])\s/.test(draft.text.slice(draft.text.lastIndexOf('\n', sentence.start - 1) + 1, sentence.start + 3)))
    return true;
  const { norm } = draft.words;
  if (SEQUENCE.has(norm[sentence.from])) return true;
  let rows = 0;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const { mood, verb } = language.clauses[k];
    if (mood === 'imperative' && verb && !inList('demanded-acts', verb.lemma) && norm[verb.to] !== 'of') rows += 1;
  }
  return rows > 0;
}

/** What the phrases of each sentence do for the demands in it and beside it. */
interface Warmth {
  /** Any courtesy or reason: enough for the sentence itself. */
  any?: boolean;
  /** "Please", "could you", "if you would": enough for the sentences beside it. Thanks and regret do not ask for anything. */
  asks?: boolean;
  /** A reason: enough for the sentence before. */
  reason?: boolean;
  need?: Hit;
}

function warmthOf({ hits, language }: Look): ReadonlyMap<number, Warmth> {
  const found = new Map<number, Warmth>();
  for (const hit of hits) {
    const sentence = language.sentenceAt(hit.span.start);
    if (!sentence || sentence.role !== 'body') continue;
    const warmth = found.get(sentence.index) ?? {};
    found.set(sentence.index, warmth);
    if (hit.tag === 'need') warmth.need ??= hit;
    else {
      warmth.any = true;
      if (hit.tag === 'reason') warmth.reason = true;
      else warmth.asks ||= /please|kindly|pls|you|if you/.test(hit.phrase) && !/thank/.test(hit.phrase);
    }
  }
  return found;
}

/** Courtesy or a reason in the sentence, or courtesy in the one before or after it in its paragraph. */
function hasCourtesy({ language }: Look, sentence: Sentence, warmth: ReadonlyMap<number, Warmth>): boolean {
  const beside = (index: number): Warmth | undefined =>
    language.sentences[index]?.paragraph === sentence.paragraph ? warmth.get(index) : undefined;
  const after = beside(sentence.index + 1);
  return Boolean(warmth.get(sentence.index)?.any || beside(sentence.index - 1)?.asks || after?.asks || after?.reason);
}

function pleased({ draft }: Look, verb: Span): readonly Fix[] {
  const word = slice(draft.text, verb);
  return [
    {
      label: 'begin with “Please”',
      safety: 'unsafe',
      edits: [{ kind: 'text', span: verb, text: `Please ${word[0].toLowerCase()}${word.slice(1)}` }],
    },
  ];
}

/** "Not possible." and nothing else: fewer than twelve words, all of them denial or bare, in a mail. */
function cold(look: Look): Remark[] {
  const { draft, language, hits } = look;
  if (draft.channel !== 'email' || language.cutOff) return [];
  const body = language.body.filter(({ from, to }) => to > from);
  const words = body.reduce((sum, { from, to }) => sum + to - from, 0);
  if (words === 0 || words >= TERSE || hits.some((hit) => hit.tag === 'courtesy')) return [];
  const bare = body.every(({ firstClause, endClause, question, start, end, from }) => {
    if (question || draft.text.slice(start, end + 1).endsWith('!')) return false;
    const { verb, negated } = language.clauses[firstClause];
    return endClause - firstClause === 1 && (verb === undefined || negated) && wordAt(draft.words, start) === from;
  });
  const denies = body.some(({ from, to }) =>
    draft.words.norm.slice(from, to).some((word) => /^(?:not|no|never|impossible|denied|refused|declined|noted|closed|none)$/.test(word)),
  );
  return bare && denies
    ? [
        {
          span: cover(body[0], body[body.length - 1]),
          message: 'These few words turn the customer away.',
          suggest: 'Say what you can do, or why not, in a full sentence.',
        },
      ]
    : [];
}

import { Gap, type Words } from '../../text/words.js';
import type { Span } from '../../text/span.js';
import type { Clause, Sentence } from '../reading.js';

/** Verbs of neutral report: what follows them is the customer's, not ours (RULES §1.2). */
const REPORT = new Set(
  'say tell mention write feel explain describe report ask state point note add let wonder think find hear inform advise raise call share feedback indicate'.split(
    ' ',
  ),
);
/** Of those, the ones that report only with an object or `that` behind them. */
const NEEDS_THAT = new Set(['feel', 'think', 'find', 'hear', 'point', 'let', 'raise', 'note', 'add', 'share', 'call', 'indicate', 'ask']);
/** Thoughts that we tell the customer to put aside. */
const UNFOUNDED = new Set(['feel', 'fear', 'worry', 'believe', 'think']);

/** Stretches between quotation marks that hold two words or more, or one that is not scorned by "so-called" or "your". Linear; a mark without its partner quotes nothing. */
export function quotedStretches(text: string, from: number, to: number): Span[] {
  if (text[from] === '"' && isWrapped(text, from, to)) return quotedStretches(text, from + 1, to);
  const spans: Span[] = [];
  let double = -1;
  let curly = -1;
  let single = -1;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 32 || (code > 39 && code < 128)) continue;
    const sign = text[at];
    const before = at > from ? text[at - 1] : ' ';
    const after = at + 1 < to ? text[at + 1] : ' ';
    if (sign === '\n' && after === '\n') {
      double = -1;
      curly = -1;
      single = -1;
    } else if (sign === '“' || sign === '„' || sign === '«') curly = at;
    else if ((sign === '”' || sign === '»' || (sign === '“' && curly >= 0)) && curly >= 0) {
      spans.push({ start: curly, end: at + 1 });
      curly = -1;
    } else if (sign === '"') {
      if (double < 0) double = at;
      else {
        spans.push({ start: double, end: at + 1 });
        double = -1;
      }
    } else if (sign === '‘' || (sign === "'" && /[\s(—–-]/.test(before) && /\S/.test(after) && single < 0)) single = at;
    else if ((sign === '’' || sign === "'") && single >= 0 && /\S/.test(before) && !/[\p{L}\p{N}]/u.test(after)) {
      // "the customers' parcel": a plural genitive inside a quotation is rarer than the closing mark.
      spans.push({ start: single, end: at + 1 });
      single = -1;
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** A cell of a table wraps the whole reply in marks, and doubles those inside: `"Dear Sam, you wrote ""never again"". …"`. */
function isWrapped(text: string, from: number, to: number): boolean {
  let doubled = 0;
  for (let at = text.indexOf('"', from + 1); at >= 0 && at < to; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] === '"') doubled += 1;
    else if (at < to - 1) return false;
  }
  return doubled > 0;
}

/** Scorn makes a quoted word ours: `your "emergency"`, `so-called "expert"`. */
export function isScorned(text: string, quoted: Span): boolean {
  const inside = text.slice(quoted.start + 1, quoted.end - 1).trim();
  if (/\s/.test(inside)) return false;
  return /(?:\byour|\bso[- ]called|\bthis|\bthese|\bthose)\s+$/i.test(text.slice(Math.max(0, quoted.start - 14), quoted.start));
}

/**
 * Reported speech with the customer as its subject (`you said the driver left it in the rain`): the complement, to the end of the sentence or to the next
 * clause that a coordinator, a full break or a first person opens.
 */
export function reportedStretches(words: Words, sentences: readonly Sentence[], clauses: readonly Clause[]): Span[] {
  const spans: Span[] = [];
  for (const sentence of sentences) {
    for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
      const clause = clauses[k];
      if (!reports(words, clause, clauses[k + 1])) continue;
      const from = clause.verb!.to;
      const dependent = clause.mood === 'condition' || clause.link === 'before';
      let to = sentence.to;
      for (let i = from; i < sentence.to; i += 1) {
        if (words.gap[i] & (Gap.break | Gap.stop) && i > from) {
          to = i;
          break;
        }
        // "If you think so, …", "before you ask, …": the main clause behind the comma is ours.
        if (dependent && i > from && words.gap[i] & Gap.comma) {
          to = i;
          break;
        }
        const own = words.norm[i] === 'i' || words.norm[i] === 'we';
        if (
          i > from &&
          own &&
          (words.norm[i - 1] === 'and' || words.norm[i - 1] === 'but' || words.norm[i - 1] === 'so') &&
          words.gap[i - 1] & Gap.comma
        ) {
          to = i - 1;
          break;
        }
        // "You said the fruit was limited, I will look into it": a comma splice.
        if (i > from && own && words.gap[i] & Gap.comma) {
          to = i;
          break;
        }
        // "… to whom you told us to send it, so the error is yours": what is concluded is ours.
        if (i > from && words.norm[i] === 'so' && words.gap[i] & Gap.comma) {
          to = i;
          break;
        }
        // "You told us he threw it, and nobody wants to fish a book out of a puddle": what holds at all times is ours.
        if (i > from && words.norm[i] === 'and' && words.gap[i] & Gap.comma && saysOurs(clause, clauses, i, sentence)) {
          to = i;
          break;
        }
        if (i > from && words.norm[i] === 'but') {
          to = i;
          break;
        }
      }
      // "Thank you for writing. thx for ur patience": nothing is reported behind a full stop.
      if (to > from && !(words.gap[from] & Gap.stop)) spans.push({ start: words.start[from], end: words.end[to - 1] });
    }
  }
  return spans;
}

/** Whether the clause that "and" opens speaks of now, behind a report of what was. */
function saysOurs({ verb }: Clause, clauses: readonly Clause[], and: number, { endClause }: Sentence): boolean {
  if (verb!.tense !== 'past' && verb!.tense !== 'perfect') return false;
  const next = clauses.slice(0, endClause).find(({ from, verb: other }) => from >= and && other !== undefined);
  return next?.verb?.tense === 'present' && next.subject?.actor !== 'customer';
}

function reports(words: Words, clause: Clause, next: Clause | undefined): boolean {
  const { verb, subject } = clause;
  // "What you say is …": what they said stands before the verb, not behind it.
  if (!verb || !subject || clause.mood === 'imperative' || clause.link === 'what') return false;
  const byCustomer = subject.actor === 'customer' && verb.voice === 'active';
  // "You were told that …" reports; "you are advised to …" advises.
  const toCustomer =
    (verb.tense === 'past' || verb.tense === 'perfect') &&
    subject.actor === 'customer' &&
    verb.voice === 'passive' &&
    /^(?:tell|inform|advise|say|promise)$/.test(verb.lemma);
  if (!byCustomer && !toCustomer) return false;
  // "You needn't feel it's your problem alone": nobody says so.
  if (byCustomer && clause.negated && verb.modal && UNFOUNDED.has(verb.lemma)) return true;
  if (!REPORT.has(verb.lemma) && !toCustomer) return false;
  if (verb.modal && verb.modal !== 'would') return false;
  // "It smells exactly as you describe, and you have paid for it": what follows is ours.
  if (clause.link === 'as' && words.gap[verb.to] & Gap.comma) return false;
  // "You wrote it in capitals, and it matters": what they said is "it".
  const whole = /^(?:it|this|so)$/.test(words.norm[verb.to] ?? '') && words.gap[verb.to] === 0;
  if (
    whole &&
    (words.gap[verb.to + 1] !== 0 || /^(?:in|on|at|with|to|plainly|clearly|twice|yourself)$/.test(words.norm[verb.to + 1] ?? ''))
  )
    return false;
  // "Forty minutes on hold when you feel ill is far too long."
  if (verb.lemma === 'feel' && /^(?:when|while|if|after|before)$/.test(clause.link ?? '') && verb.tense === 'present') return false;
  // "the cracks that you found will be looked into": the next verb goes on about the cracks.
  if (next?.sentence === clause.sentence && next.verb?.from === verb.to && next.verb.tense !== 'none') return false;
  // "your" complement belongs to the customer only when a clause or a quotation follows.
  if (!NEEDS_THAT.has(verb.lemma)) return true;
  const after = words.norm[verb.to];
  if (after === 'that' || after === 'out' || after === 'it' || after === 'if' || after === 'whether') return true;
  return (
    next !== undefined &&
    next.sentence === clause.sentence &&
    next.verb?.tense !== 'none' &&
    verb.lemma !== 'let' &&
    next.from <= verb.to + 1
  );
}

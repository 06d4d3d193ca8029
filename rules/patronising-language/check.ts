import { Gap, inList, overlaps, slice } from 'replylint/rule';
import type { Check, Clause, Fix, Hit, Look, Remark } from 'replylint/rule';
import { lesson } from './lessons.js';
import { isTruism } from './truisms.js';
import { feltWith, ofUs, SCHOOLED, schools } from './schooling.js';
import { toldBefore, toldElsewhere } from './told.js';

/** With these, "obviously you …" tells the customer what they should know or do. */
const DEMANDS = new Set(['need', 'must', 'should', 'have to', 'ought', 'cannot', 'can']);
const SORRY = new Set(
  'sorry apologies apologise apology thanks thank thankful grateful appreciate welcome hope look glad happy pleased congratulations wish love delighted'.split(
    ' ',
  ),
);
const SLIPS = new Set('forget misread misunderstand miss overlook ignore confuse fail mistake assume'.split(' '));

/** What customers do with their devices, orders and papers. */
const HANDLED = new Set(
  'rename enter type click press delete choose select use install uninstall turn switch set drop mix change remove skip scroll convert upload copy paste unplug block close open rent charge mistype swap tap'.split(
    ' ',
  ),
);

function heldUp(norm: readonly string[], at: number): boolean {
  if (/^(?:everyone|everybody)$/.test(norm[at])) return true;
  return (
    /^(?:most|other|all)$/.test(norm[at]) &&
    /^(?:people|customers|guests|users|passengers|members|others|travellers)$/.test(norm[at + 1] ?? '')
  );
}

/** Words that presume ignorance or inattention; a stance adverb only by whose clause it is in. One finding of a group in a sentence. */
const check: Check = (look) => {
  const remarks: Remark[] = [];
  const told = new Set<string>();
  let end = -1;
  for (const hit of [...look.hits].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const sentence = look.language.sentenceAt(hit.span.start);
    if (
      !sentence ||
      hit.from < end ||
      told.has(`${sentence.index} ${hit.tag}`) ||
      look.language.isMention(hit.span) ||
      !talksDown(look, hit)
    )
      continue;
    told.add(`${sentence.index} ${hit.tag}`);
    end = hit.to;
    remarks.push({ span: hit.span, ...(hit.from === sentence.from && { fixes: withoutOpener(look, hit) }) });
  }
  for (const clause of look.language.clauses) {
    const group = `${clause.sentence} `;
    const span = told.has(`${group}repeated`) || look.language.isMention(clause) ? undefined : toldBefore(look, clause);
    const taught = told.has(`${group}lesson`) || span ? undefined : lesson(look, clause);
    const at = span ?? taught;
    if (!at || remarks.some(({ span: other }) => other && overlaps(other, at))) continue;
    told.add(`${group}${span ? 'repeated' : 'lesson'}`);
    remarks.push({ span: at });
  }
  return remarks;
};

export default check;

function talksDown(look: Look, hit: Hit): boolean {
  const clause = look.language.clauseAt(hit.from);
  if (!clause) return false;
  const { norm } = look.draft.words;
  if (hit.tag === 'lecture') return true;
  if (SCHOOLED.has(hit.tag ?? '')) return schools(look, hit, clause);
  // "It's quite simple: no form, no refund."
  if (hit.tag === 'simple') return look.draft.text[hit.span.end] === ':' && clause.mood !== 'question';
  // "I hope it is clear from this what went wrong on our side."
  if (hit.tag === 'repeated' && norm[hit.to - 1] === 'from') return !ofUs(look, hit);
  if (hit.tag === 'repeated')
    return (
      !isRegretAgain(look, hit) &&
      // "You did as we told you."
      !/^(?:do|does|did|done|exactly|just)$/.test(norm[hit.from - 1] ?? '') &&
      !keepsWord(look, hit) &&
      !isSaidToOthers(norm, hit) &&
      !toldElsewhere(look, hit.to, clause.to) &&
      clause.mood !== 'condition' &&
      !(clause.negated && (clause.verb?.from ?? 0) < hit.to)
    );
  // "hardly anyone knows about it"
  if (/^(?:hardly|scarcely|barely|almost|nearly)$/.test(norm[hit.from - 1])) return false;
  if (norm[hit.from].startsWith('any') && /^(?:do|does|did|if|whether)$/.test(norm[hit.from - 1])) return false;
  // "Just come in. It really is that easy with us."
  if (hit.tag === 'lesson' && /^(?:with|for) (?:us|everybody|everyone)$/.test(`${norm[hit.to]} ${norm[hit.to + 1]}`)) return false;
  // "Common sense would have been to ring you, and we didn't."
  if (hit.tag === 'lesson' && norm[hit.from] === 'common' && norm[hit.to] === 'have') return false;
  // "Surely you can join us again", "everyone knows the feeling": asked along, felt with.
  if (hit.tag === 'lesson' && norm[hit.from] === 'surely' && /^(?:join|come|visit|stop|drop|pop|count)$/.test(norm[hit.to] ?? ''))
    return false;
  if (hit.tag === 'lesson' && /^(?:the|that) (?:feeling|pain|dread)$/.test(`${norm[hit.to]} ${norm[hit.to + 1]}`)) return false;
  if (hit.tag === 'lesson' && norm[hit.from] === 'as' && feltWith(look, hit)) return false;
  if (hit.tag === 'lesson') return clause.mood !== 'question' && clause.mood !== 'condition' && !(norm[hit.from - 1] === 'if');
  if (hit.tag === 'truism') return isTruism(look, hit, clause);
  if (hit.tag === 'displayed') return isUnread(look, hit, clause);
  if (hit.tag === 'bare') return restates(look, hit);
  if (hit.tag === 'again') return repeats(look, hit);
  return instructs(look, hit, clause);
}

/** "As I said on the phone, I am sorry": said again, and meant well. */
function isRegretAgain({ draft, language }: Look, hit: Hit): boolean {
  const { to } = language.sentenceAt(hit.span.start)!;
  for (let i = hit.to; i < Math.min(to, hit.to + 10); i += 1) if (SORRY.has(draft.words.norm[i])) return true;
  return false;
}

/** "As I told you on the phone, I would check": a word that is kept; and "I hope it is clear now; if not, ring me" leaves room. */
function keepsWord({ draft, language }: Look, hit: Hit): boolean {
  const { norm } = draft.words;
  const { to, endClause, index } = language.sentenceAt(hit.span.start)!;
  for (let i = hit.to; i + 1 < to; i += 1) if (norm[i] === 'if' && norm[i + 1] === 'not') return true;
  if (norm[hit.from] !== 'as' && norm[hit.from] !== 'like') return false;
  if (norm.slice(hit.from, hit.to).some((word) => /^(?:already|previously|repeatedly|clearly|per|been)$/.test(word))) return false;
  for (let k = language.clauseAt(hit.to - 1)?.index ?? 0; k < endClause; k += 1) {
    const { subject, verb, negated, sentence } = language.clauses[k];
    if (sentence !== index || !verb || !subject || subject.from < hit.to) continue;
    return subject.actor === 'own' && !negated && (verb.modal === 'would' || /^(?:future|perfect)$/.test(verb.tense));
  }
  return false;
}

/** "as already mentioned by you", "we already told the kitchen". */
function isSaidToOthers(norm: readonly string[], hit: Hit): boolean {
  if (norm[hit.to] === 'by') return norm[hit.to + 1] === 'you';
  if (norm[hit.from] !== 'i' && norm[hit.from] !== 'we') return false;
  return (
    /^(?:told|informed|advised)$/.test(norm[hit.to - 1]) && /^(?:the|our|my|them|him|her|his|your|their|a|all)$/.test(norm[hit.to] ?? '')
  );
}

/** "As stated, it takes a week" holds it against them that they ask; "As mentioned, I have added it" keeps a promise. */
function restates({ draft, language }: Look, hit: Hit): boolean {
  if (!(draft.words.gap[hit.to] & Gap.comma)) return false;
  const told = language.clauseAt(hit.to);
  return told?.sentence === language.sentenceAt(hit.span.start)?.index && (told?.subject?.actor !== 'own' || told.negated);
}

/** "Again, we cannot …": but "Again, I am sorry" and "again thank you" only say it warmly twice. */
function repeats({ draft, language }: Look, hit: Hit): boolean {
  const { words } = draft;
  if (!(words.gap[hit.to] & Gap.comma)) return false;
  const { from, to } = language.sentenceAt(hit.span.start)!;
  for (let i = from; i < Math.min(to, from + 14); i += 1) if (SORRY.has(words.norm[i])) return false;
  const clause = language.clauseAt(hit.to);
  const next = clause && language.clauses[clause.index + 1];
  if (next?.sentence === clause?.sentence && next?.link === 'that' && next.negated && clause?.subject?.actor === 'own') return true;
  // "Once again, the form must be signed."
  if (clause?.subject?.actor === 'thing' && DEMANDS.has(clause.verb?.modal ?? '') && clause.verb?.modal !== 'can') return true;
  return clause !== undefined && (clause.negated || (clause.subject?.actor === 'customer' && DEMANDS.has(clause.verb?.modal ?? '')));
}

/** The terms "clearly" say so; but an own failing to say it clearly is none. */
function isUnread({ draft, language }: Look, hit: Hit, clause: Clause): boolean {
  if (clause.negated || clause.mood !== 'statement' || clause.subject?.actor === 'own' || clause.subject?.actor === 'customer')
    return false;
  if (clause.verb?.modal || clause.verb?.tense === 'future') return false;
  const { from, to } = language.sentences[clause.sentence];
  const { norm } = draft.words;
  for (let i = from; i < to; i += 1) if (inList('neglected-reading', norm[i]) || norm[i] === 'online') return true;
  return /^(?:it|this|that|as)$/.test(norm[hit.from - 1]) && !/^(?:show|shows|shown|visible)$/.test(norm[hit.to - 1]);
}

/** A stance adverb over what the customer has to know or do, or has failed to: not over our own fault, praise, permission or agreement. */
function instructs(look: Look, hit: Hit, clause: Clause): boolean {
  const { draft, language } = look;
  const { words } = draft;
  const { norm } = words;
  if (norm[hit.from - 1] === 'not' || norm[hit.to] === 'not') return false;
  // "Of course! / Of course - I've moved it": an answer of its own.
  if (words.gap[hit.to] & (Gap.stop | Gap.break) && hit.to < words.length) return false;
  const next = hit.to >= clause.to ? language.clauses[clause.index + 1] : undefined;
  const judged = next && next.sentence === clause.sentence ? next : clause;
  const { verb, subject, mood } = judged;
  if (!verb || mood === 'question' || mood === 'condition') return false;
  if (mood === 'imperative') return norm[hit.from] !== 'of' && norm[hit.from] !== 'naturally' && verb.from === hit.to;
  // "Obviously most people have gone digital": those who do it right are held up to them.
  if (norm[hit.from] === 'obviously' && subject && !judged.negated && !verb.modal && heldUp(norm, subject.from)) return true;
  if (subject?.actor === 'customer') {
    // "Naturally you can't expect a fitness centre."
    if ((verb.modal === 'can' || verb.modal === 'cannot') && verb.negated && /^(?:expect|demand|ask|have)$/.test(verb.lemma)) return true;
    if (verb.modal)
      return (
        norm[verb.from] !== 'can' &&
        norm[verb.from] !== 'could' &&
        DEMANDS.has(verb.modal) &&
        !(verb.negated && /^(?:of|naturally)$/.test(norm[hit.from])) &&
        !((verb.negated && verb.modal === 'need') || /^should not have$/.test(norm.slice(verb.from, verb.from + 3).join(' ')))
      );
    // "You have obviously never rented a van", "obviously, you did not close the door".
    if (norm[hit.from] !== 'of' && norm[hit.from] !== 'naturally' && verb.negated && verb.voice === 'active' && HANDLED.has(verb.lemma))
      return true;
    if (/^(?:obviously|clearly|evidently|plainly)$/.test(norm[hit.from]) && verb.tense === 'perfect' && norm[verb.main - 1] === 'never')
      return true;
    if (verb.negated)
      return verb.tense === 'past' || verb.tense === 'perfect'
        ? inList('customer-duties', verb.lemma) || /^(?:understand|realise|know|see)$/.test(verb.lemma)
        : /^(?:understand|know|realise|read|care)$/.test(verb.lemma);
    // "You obviously renamed the file": what they did is known better here. Praise has other verbs.
    if (/^(?:obviously|clearly|evidently|plainly)$/.test(norm[hit.from]) && HANDLED.has(verb.lemma) && verb.voice === 'active')
      return verb.tense === 'past' || verb.tense === 'perfect';
    return SLIPS.has(verb.lemma) && verb.tense !== 'none';
  }
  // "Obviously the oven won't heat when the door is open."
  if (subject?.actor === 'thing' && judged.negated && verb.tense !== 'past' && verb.tense !== 'perfect' && conditioned(look, judged))
    return true;
  return (
    subject?.actor === 'thing' &&
    verb.voice === 'active' &&
    (verb.modal === 'must' || verb.modal === 'need' || verb.modal === 'have to') &&
    !verb.negated
  );
}

/** "… when the door is open", "… without internet": the reason, spelt out. */
function conditioned({ draft, language }: Look, { from, sentence }: Clause): boolean {
  const { norm } = draft.words;
  for (let i = from; i < language.sentences[sentence].to; i += 1) if (/^(?:when|if|unless|without|until|while)$/.test(norm[i])) return true;
  return false;
}

/** Deletes an opener that ends in a comma, when a sentence stands without it. */
function withoutOpener({ draft }: Look, hit: Hit): readonly Fix[] {
  const { words, text } = draft;
  if (!(words.gap[hit.to] & Gap.comma) || hit.to >= words.length) return [];
  const next = { start: words.start[hit.to], end: words.start[hit.to] + 1 };
  const opener = { start: hit.span.start, end: next.end };
  return [
    {
      label: `leave out “${slice(text, hit.span)}”`,
      safety: 'unsafe',
      edits: [{ kind: 'text', span: opener, text: slice(text, next).toUpperCase() }],
    },
  ];
}

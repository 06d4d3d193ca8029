import { Gap, inList } from 'replylint/rule';
import type { Clause, Hit, Look } from 'replylint/rule';

/** Tags of phrases that school the customer only with a duty, a rule for all, or a self-evident truth behind them. */
export const SCHOOLED = new Set(['cited', 'told', 'ahead', 'held']);
const OUGHT = new Set(['must', 'need', 'have to', 'should', 'ought', 'cannot']);
/** Customers as a class. */
const CLASS =
  /^(?:customers|clients|guests|passengers|tenants|users|members|parents|owners|buyers|residents|travellers|patients|subscribers|riders|people|visitors|players|students|everyone|everybody|customer|guest|passenger|tenant|user|patient|parent|rider)$/;
/** What customers are asked for and nobody is schooled by. */
const WELCOME =
  /^(?:share|rate|review|tell|contact|let|give|complete|speak|write|call|visit|enjoy|leave|join|try|reach|report|raise|come)$/;
/** "As anyone who has waited in all day knows, it is a miserable way to lose a day": on their side. */
const FELT =
  /^(?:miserable|awful|frustrating|terrible|stressful|horrible|exhausting|maddening|worst|hard|tiring|annoying|upsetting|painful|fun|difficult)$/;

/** What was written before held up as a duty, what all customers are told, what everybody knows, what to do better another time. */
export function schools(look: Look, hit: Hit, clause: Clause): boolean {
  const { language, draft } = look;
  const { norm, gap } = draft.words;
  const sentence = language.sentences[clause.sentence];
  if (sentence.question || clause.mood === 'condition') return false;
  if (hit.tag === 'held') return !feltWith(look, hit);
  const complained = /^(?:complaint|problem)$/.test(language.kind.value ?? '');
  if (hit.tag === 'told') {
    let at = hit.to;
    while (at < sentence.to && at < hit.to + 3 && !CLASS.test(norm[at])) at += 1;
    if (!complained || !CLASS.test(norm[at] ?? '') || !/^(?:to|not|that)$/.test(norm[at + 1] ?? '')) return false;
    const verb = norm[at + 1] === 'not' ? norm[at + 3] : norm[at + 2];
    return !WELCOME.test(verb ?? '');
  }
  if (hit.tag === 'ahead' && norm[hit.from] !== 'for') return complained && !/^(?:out|with|back|for)$/.test(norm[hit.to] ?? '');
  // What is told behind the comma: a duty of theirs, or a refusal.
  let comma = hit.to;
  while (comma < sentence.to && comma < hit.to + 8 && !(gap[comma] & Gap.comma)) comma += 1;
  if (comma >= sentence.to || !(gap[comma] & Gap.comma)) return false;
  const told = language.clauses.slice(clause.index, sentence.endClause).find(({ verb }) => verb && verb.from >= comma);
  const ownMail = hit.tag === 'cited' && norm.slice(hit.from, comma).some((word, i, said) => MAIL.test(word) && isOwnMail(said, i));
  if (!told?.verb) return ownMail && !/^(?:i|we|you|your)$/.test(norm[comma] ?? '');
  // "As I wrote in my mail of 3 May, we need the form."
  if (told.subject?.actor === 'own') return ownMail && (told.negated || /^(?:need|require)$/.test(told.verb.lemma));
  const duty = OUGHT.has(told.verb.modal ?? '') || (told.verb.voice === 'passive' && /^(?:require|suppose|expect)$/.test(told.verb.lemma));
  if (hit.tag === 'ahead') return duty && told.verb.tense !== 'perfect';
  // "As stated in my message of Monday, the receipts go under Trips": what they were written before, and asked again.
  if (ownMail && !isGoodNews(norm, told)) return true;
  const scolds = norm.slice(hit.to, comma).some((word) => /^(?:clearly|plainly|explicitly|already)$/.test(word));
  return duty || scolds || (told.negated && told.subject?.actor !== 'customer');
}

const MAIL = /^(?:mail|mails|email|emails|message|messages|reply|replies|letter|letters|answer|response|call|note|chat)$/;

/** "my message", "our last letter": said to this customer, where terms and pages are there for all. */
function isOwnMail(said: readonly string[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i -= 1) if (/^(?:my|our)$/.test(said[i])) return true;
  return false;
}

/** "… your refund is on its way", "you will get a new one". */
function isGoodNews(norm: readonly string[], { subject, verb, negated }: Clause): boolean {
  if (negated || !subject) return false;
  if (norm[subject.from] === 'your') return !OUGHT.has(verb!.modal ?? '');
  return subject.actor === 'customer' && /^(?:will|can|may)$/.test(verb!.modal ?? '');
}

/** Behind it stands what we did. */
export function ofUs({ draft, language }: Look, hit: Hit): boolean {
  const { to } = language.sentenceAt(hit.span.start)!;
  return draft.words.norm.slice(hit.to, to).some((word) => /^(?:our|we|us)$/.test(word));
}

/** "As anyone who has waited in all day knows, it is a miserable way to lose a day." */
export function feltWith({ draft, language }: Look, hit: Hit): boolean {
  const { to } = language.sentenceAt(hit.span.start)!;
  return draft.words.norm.slice(hit.to, to).some((word) => FELT.test(word) || inList('negative-evaluation', word));
}

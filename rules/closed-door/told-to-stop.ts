import { inList } from 'replylint/rule';
import type { Hit, Look, Sentence, Words } from 'replylint/rule';

/** What a customer does who does not let it rest. */
const PRESSING =
  /^(?:send(?:ing)?|writ(?:e|ing)|contact(?:ing)?|ask(?:ing)?|rais(?:e|ing)|bring(?:ing)?|expect(?:ing)?|com(?:e|ing)|chas(?:e|ing)|call(?:ing)?|ring(?:ing)?|phon(?:e|ing)|e-?mail(?:ing)?|mention(?:ing)?|pursu(?:e|ing)|appeal(?:ing)?|push(?:ing)?|insist(?:ing)?|argu(?:e|ing)|count(?:ing)?|hop(?:e|ing)|wait(?:ing)?|press(?:ing)?|bother(?:ing)?|trouble|troubling|repeat(?:ing)?|start(?:ing)?|continu(?:e|ing)|address(?:ing)?|approach(?:ing)?|petition(?:ing)?|remind(?:ing)?|try(?:ing)?|turn(?:ing)?|file|filing|submit(?:ting)?|lodge|lodging|message|messaging|text(?:ing)?|reply(?:ing)?|answer(?:ing)?)$/;
const REFRAIN = /^(?:refrain|desist|abstain|stop|cease|avoid)$/;
const AGAIN = /^(?:again|anymore|further|twice|either)$/;
const MISSIVE =
  /^(?:follow-ups?|reminders?|petitions?|objections?|appeals?|complaints?|protests?|queries|reaction|reply|replies|response|responses|answer|answers|statement|word|explanation|demands?|accusations?|arguments?|callbacks?)$/;
const MORE = /^(?:further|more|any|another|follow|follow-up|additional|new|other|second|such|these|those|your|a|an|sending|up)$/;
const LATER = /^(?:until|till|before|yet|today|tonight|tomorrow|on|by|for|from|with|to|containing|details|unless)$/;

/** The customer is told to leave off: "do not send us follow-up messages", "don't expect a further reaction". */
export function toldToStop({ draft, language }: Look<{ readonly ombudsman: boolean }>, { from, to, question }: Sentence): Hit | undefined {
  if (question) return undefined;
  const { words } = draft;
  const { norm, start, end } = words;
  for (let i = from; i + 2 < to; i += 1) {
    const stops = REFRAIN.test(norm[i]);
    if (!stops && norm[i] !== 'not' && norm[i] !== 'never') continue;
    if (!isTold(words, i, from, stops)) continue;
    const last = pressing(words, stops ? i + 1 : i, to);
    if (last < 0 || language.isMention({ start: start[i], end: end[last - 1] })) continue;
    return { span: { start: start[i], end: end[last - 1] }, phrase: '', tag: 'no-reply', from: i, to: last };
  }
  return undefined;
}

/** An order or a request: "do not", "please refrain", "we ask you not to". */
function isTold({ norm }: Words, at: number, from: number, stops: boolean): boolean {
  const before = norm[at - 1] ?? '';
  if (stops) return at === from || /^(?:to|please|kindly|should|must|and|now|so)$/.test(before);
  if (before === 'do') return at - 1 === from || /^(?:please|kindly|and|so|but|just|therefore|thus|also)$/.test(norm[at - 2] ?? '');
  const asked = norm.slice(Math.max(from, at - 5), at);
  return (
    asked.some((word) => /^(?:ask|request|urge|advise|beg|require|kindly|please|trust|should|must|may|expect|prefer|rather)$/.test(word)) &&
    asked.some((word) => /^(?:you|the|kindly|please|family|applicants|parents|everyone|customers)$/.test(word))
  );
}

function pressing({ norm, gap }: Words, at: number, to: number): number {
  let verb = at + 1;
  while (
    verb < at + 4 &&
    /^(?:to|from|even|be|any|bother|kindly|us|more)$/.test(norm[verb] ?? '') &&
    !(norm[verb] === 'bother' && PRESSING.test(norm[verb]) && !/^(?:to|[a-z]+ing)$/.test(norm[verb + 1] ?? ''))
  )
    verb += 1;
  if (norm[at] !== 'not' && norm[at] !== 'never') verb = /^(?:from|all|any|us|further|more)$/.test(norm[at] ?? '') ? at + 1 : at;
  while (verb < to && /^(?:further|any|more|sending|all)$/.test(norm[verb]) && !PRESSING.test(norm[verb])) verb += 1;
  const missive = (k: number): boolean => MISSIVE.test(norm[k] ?? '') || inList('contacts', norm[k] ?? '');
  // "Refrain from further letters".
  if (verb < to && missive(verb) && verb > at && /^(?:further|any|more|all)$/.test(norm[verb - 1])) return verb + 1;
  if (verb >= to || !PRESSING.test(norm[verb])) return -1;
  const expects = /^(?:expect|hope|wait|count)/.test(norm[verb]);
  for (let k = verb + 1; k < Math.min(to, verb + 9); k += 1) {
    if (gap[k] !== 0 && (gap[k] & ~1024) !== 0) return -1;
    if (/^(?:until|till|before|unless|if|original|cash|card|password|details|copies|money|number|old)$/.test(norm[k])) return -1;
    const again =
      AGAIN.test(norm[k]) ||
      (norm[k] === 'any' && /^(?:more|longer|further)$/.test(norm[k + 1] ?? '')) ||
      (norm[k] === 'once' && norm[k + 1] === 'more');
    const last = norm[k] === 'any' || norm[k] === 'once' ? k + 2 : k + 1;
    if (again && last <= to && !(AGAIN.test(norm[k]) && missive(k + 1) && norm[k] === 'further')) return last;
    if (missive(k) && MORE.test(norm[k - 1]) && !/^(?:reply|answer|complain|open|delete|forward|ignore)/.test(norm[verb]))
      return k + 1 < to && LATER.test(norm[k + 1]) && !/^(?:from|on|to)$/.test(norm[k + 1]) && expects ? -1 : k + 1;
  }
  return -1;
}

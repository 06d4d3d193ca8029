import { Gap, type Words } from '../../text/words.js';
import { CLOSE_BREAK, specific, type Found } from './found.js';
import { EVENTS, GOINGS, PERIODICALS } from './words.js';

/** What may stand between the word that governs an event and the event. */
const REACH = 5;
/** Words that place what is promised at an event of any kind, and those that do so only where it is said to be the next of its kind. */
const ANY_EVENT = /^(?:before|until|till|by|upon|after|during|following)$/;
const NEXT_EVENT = /^(?:at|on|in|with|over|for)$/;
const NEXT = /^(?:next|coming|following|upcoming|forthcoming)$/;

/** `before the match`, `ahead of your appointment`, `on arrival`, `after lunch`, `at your next service`, `before you land`. */
export function eventAt(words: Words, at: number, to: number): Found | undefined {
  const { norm, gap } = words;
  const word = norm[at];
  const governor = (word === 'ahead' && norm[at + 1] === 'of') || (word === 'prior' && norm[at + 1] === 'to') ? at + 1 : at;
  const any = governor > at || ANY_EVENT.test(word);
  if (!any && !NEXT_EVENT.test(word)) return undefined;
  if (word === 'on' && norm[at + 1] === 'arrival') return specific(at + 2);
  if ((any || word === 'at') && isOfTheDay(norm, at + 1)) return specific(at + 3);
  if (word === 'at' && /^(?:breakfast|lunch|dinner|supper|tea)$/.test(norm[at + 1] ?? '')) return specific(at + 2);
  // "Straight after this mail".
  if (word === 'after' && norm[at + 1] === 'this' && /^(?:mail|email|message|letter|note|chat)$/.test(norm[at + 2] ?? ''))
    return specific(at + 3);
  if (any && norm[at + 1] === 'you' && GOINGS.has(norm[at + 2] ?? '')) return specific(at + 3);
  let next = false;
  for (let k = governor + 1; k < Math.min(to, governor + REACH) && !(gap[k] & (CLOSE_BREAK | Gap.comma)); k += 1) {
    if (NEXT.test(norm[k])) next = true;
    if ((any || next || (word === 'in' && norm[at + 1] === 'time')) && EVENTS.has(norm[k])) return specific(k + 1);
    if (next && PERIODICALS.has(norm[k])) return specific(k + 1);
  }
  return undefined;
}

/** "(Before) I go home", "we close", "the shop opens", "(at) your usual time": what has its hour. */
function isOfTheDay(norm: readonly string[], at: number): boolean {
  const [first, second, third] = [norm[at] ?? '', norm[at + 1] ?? '', norm[at + 2] ?? ''];
  if (/^(?:i|we)$/.test(first)) return /^(?:go|leave|close|shut|finish|open|start)$/.test(second);
  if (/^(?:the|your|our)$/.test(first) && /^(?:usual|normal|regular)$/.test(second)) return third === 'time';
  return /^(?:the|our)$/.test(first) && /^(?:opens|closes|shuts|starts|leaves)$/.test(third);
}

/** The merge field or slot for a date of a template: `{{delivery_date}}`, `[DATE]`, `%repair_date%`. */
export function slotAt({ norm, gap, start, end }: Words, text: string, at: number): Found | undefined {
  // "XX/XX/XXXX", "DD/MM"
  if (norm[at] === 'xx' || norm[at] === 'dd') {
    let to = at + 1;
    while (to < at + 3 && gap[to] & Gap.slash && /^(?:x{2,4}|mm|yy|yyyy)$/.test(norm[to])) to += 1;
    return to > at + 1 ? specific(to) : undefined;
  }
  if (text[end[at]] === '%') {
    for (let k = at; k > at - 4 && k >= 0; k -= 1) if (text[start[k] - 1] === '%') return specific(at + 1);
    return undefined;
  }
  if (!(gap[at + 1] & Gap.closeBracket)) return undefined;
  for (let k = at; k > at - 4 && k >= 0; k -= 1) if (gap[k] & Gap.openBracket) return specific(at + 1);
  return undefined;
}

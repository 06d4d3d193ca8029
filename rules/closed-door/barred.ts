import { classBy, Gap, inList } from 'replylint/rule';
import type { Hit, Look, Sentence } from 'replylint/rule';

/** What they may still send us, besides the contacts of all rules. */
const SENT =
  /^(?:reply|replies|answer|answers|response|responses|appeal|appeals|objection|objections|mail|call|calls|tweets|comments|chats)$/;
/** What we would do with it. */
const TAKEN =
  /^(?:read|answered|answer|considered|looked|accepted|entertained|acknowledged|processed|heard|reviewed|opened|returned|responded|taken|replied|discussed|admitted|seen|forwarded|dealt|handled)$/;
const UNREAD = /^(?:unread|unanswered|ignored|unopened|deleted|binned|discarded|disregarded|lost)$/;
const FILED = /^(?:filed|put|set|laid|archived|kept|moved|straight|directly|archive|archives|bin|drawer|trash|spam)$/;
const AWAY = /^(?:without|unread|unanswered|aside|archive|archives|bin|drawer|trash|spam|file)$/;
/** Told of what was: our failing, not the door. */
const PAST = /^(?:was|were|had|have|has|been|did)$/;
const AUXILIARY = /^(?:will|shall|can|cannot|are|is|be|go|goes|get|gets|remain|remains|stay|stays|end|land|lands)$/;
/** That it is about this matter, and from now on. */
const FURTHER = /^(?:further|more|future|new|other|your|again|anymore|about|on|against|regarding|to|henceforth)$/;
/** A time when it will be, or a way in which. */
const LATER = /^(?:until|till|before|over|outside|today|tomorrow|tonight|weekend|sunday|saturday|but|only|here)$/;

/** What the customer may send, and that it is sent. */
const SENDABLE = classBy((word) => inList('contacts', word) || SENT.test(word));

/** "Letters about it will be put on file without an answer": what the customer may still send, and that nobody takes it up. */
export function barred({ draft, language }: Look<{ readonly ombudsman: boolean }>, { from, to, question }: Sentence): Hit | undefined {
  const { norm, gap, start, end } = draft.words;
  if (question) return undefined;
  for (let i = SENDABLE.first(draft.words, from, to); i >= 0; i = SENDABLE.first(draft.words, i + 1, to)) {
    if (/^(?:our|my|this|that|we|i|and|to|by|of|with|not)$/.test(norm[i - 1] ?? '') && i > from && norm[i - 1] !== 'and') continue;
    let denied = i > from && norm.slice(Math.max(from, i - 3), i).includes('no');
    let meant = denied || norm.slice(Math.max(from, i - 4), i).some((word) => FURTHER.test(word));
    let may = false;
    for (let j = i + 1; j < Math.min(to, i + 18); j += 1) {
      if (gap[j] & (Gap.stop | Gap.break) || PAST.test(norm[j])) break;
      if (norm[j] === 'not' || norm[j] === 'never' || norm[j] === 'cannot') denied = true;
      may ||= AUXILIARY.test(norm[j]);
      meant ||= FURTHER.test(norm[j]);
      if (!may || norm[j - 1] === 'to') continue;
      const rest = norm.slice(j + 1, to);
      const away =
        FILED.test(norm[j]) &&
        (AWAY.test(norm[j]) || rest.slice(0, 4).some((word, k) => AWAY.test(word) && (word !== 'file' || rest[k - 1] === 'on')));
      // "Further tickets on the subject get no answer."
      const none = norm[j] === 'no' && /^(?:answer|reply|response|reaction|attention)$/.test(norm[j + 1] ?? '');
      if (none) denied = true;
      if (none ? false : UNREAD.test(norm[j]) ? denied : !away && !(denied && TAKEN.test(norm[j]))) continue;
      if (!meant || rest.some((word) => LATER.test(word)) || language.isMention({ start: start[i], end: end[j] })) break;
      const first = i > from && /^(?:further|more|future|new|any|other|your|all|no)$/.test(norm[i - 1]) ? i - 1 : i;
      const last = away ? to - 1 : none ? j + 1 : j;
      return { span: { start: start[first], end: end[last] }, phrase: '', tag: 'silence', from: first, to: last + 1 };
    }
  }
  return nobodyReads(norm, start, end, from, to);
}

/** "Nobody reads the replies to this address." */
function nobodyReads(norm: readonly string[], start: ArrayLike<number>, end: ArrayLike<number>, from: number, to: number): Hit | undefined {
  for (let i = from; i + 2 < to; i += 1) {
    const at = norm[i] === 'nobody' ? i + 1 : norm[i] === 'no' && norm[i + 1] === 'one' ? i + 2 : -1;
    if (at < 0 || !/^(?:reads|answers|checks|monitors|sees|watches)$/.test(norm[at] ?? '')) continue;
    for (let j = at + 1; j < Math.min(to, at + 6); j += 1)
      if (SENDABLE.has(norm[j]) || /^(?:address|inbox|mailbox|account)$/.test(norm[j]))
        return { span: { start: start[i], end: end[j] }, phrase: '', tag: 'unread', from: i, to: j + 1 };
  }
  return undefined;
}

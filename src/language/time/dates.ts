import { isCapital, isDigit } from '../../text/letters.js';
import type { When } from '../../text/calendar.js';
import { Gap, type Words } from '../../text/words.js';
import { closedClass, Tag } from '../grammar/closed-classes.js';
import { CLOSE_BREAK, isFigure, number, specific, type Found } from './found.js';
import { MONTHS, PERIODICALS, WEEKDAYS } from './words.js';

const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)$/;

/** `Tuesday`, `Tuesday the 21st`, `3 May`, `May 3rd, 2026`, `in June`, `your June bill`, `2026-05-03`, `the 11th`, `by 2027`. */
export function dateAt(words: Words, text: string, at: number, from: number, to: number): Found | undefined {
  const { norm, gap } = words;
  const word = norm[at];
  const weekday = WEEKDAYS.get(word);
  if (weekday !== undefined && (word.length > 5 || isCapital(text, words.start[at]))) {
    let next = at + 1;
    while (next < to && next < at + 3 && (norm[next] === 'the' || norm[next] === 'on')) next += 1;
    const rest = next < to && !(gap[at + 1] & CLOSE_BREAK) ? dayAndMonth(words, next, to) : undefined;
    return rest ? specific(rest.to, { weekday, ...rest.when }) : specific(at + 1, { weekday });
  }
  const date = dayAndMonth(words, at, to);
  const slashed = date !== undefined && isFigure(word, 2) && gap[at + 1] & Gap.slash;
  if (
    date &&
    (slashed ||
      date.when.month !== undefined ||
      /^(?:on|by|until|till|before|from|after|of|than)$/.test(at > from ? beforeThe(norm, at) : ''))
  )
    return specific(date.to, date.when);
  const month = MONTHS.get(word);
  if (month !== undefined && at + 1 < to && PERIODICALS.has(norm[at + 1])) return specific(at + 2, { month });
  const governor = at > from ? norm[at - 1] : '';
  if (
    month !== undefined &&
    isCapital(text, words.start[at]) &&
    /^(?:in|by|until|till|before|early|late|mid|of|from|next|this|to|and)$/.test(governor)
  ) {
    if (word !== 'may' || !(closedClass.of(norm[at + 1] ?? '') & (Tag.pronoun | Tag.verb))) return specific(at + 1, { month });
  }
  if (/^(?:in|by|until|before|of|for)$/.test(governor) && /^20[1-9]\d$/.test(word)) return specific(at + 1, { year: Number(word) });
  return word.length === 2 && /^q[1-4]$/.test(word) ? specific(at + 1) : undefined;
}

function beforeThe(norm: readonly string[], at: number): string {
  return norm[at - 1] === 'the' ? (norm[at - 2] ?? '') : '';
}

/** A day of a month at `at`: `3 May 2026`, `3rd of May`, `May 3`, `2026-05-03`, or an ordinal alone (`21st`). */
function dayAndMonth({ norm, gap }: Words, at: number, to: number): { to: number; when: When } | undefined {
  const word = norm[at];
  if (at + 2 < to && gap[at + 1] & Gap.hyphen && gap[at + 2] & Gap.hyphen && /^20\d\d$/.test(word)) {
    const month = Number(norm[at + 1]);
    const day = Number(norm[at + 2]);
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { to: at + 3, when: { year: Number(word), month, day } } : undefined;
  }
  const day = number(word);
  if (day !== undefined && day >= 1 && day <= 31) {
    let next = at + 1;
    if (next < to && norm[next] === 'of') next += 1;
    const month = next < to && !(gap[next] & CLOSE_BREAK) ? MONTHS.get(norm[next]) : undefined;
    if (month !== undefined) return withYear(norm, next + 1, to, { day, month });
    if (at + 1 < to && gap[at + 1] & Gap.slash && isFigure(word, 2) && isFigure(norm[at + 1], 2)) {
      const other = Number(norm[at + 1]);
      if (other < 1 || other > 31 || (day === 24 && other === 7)) return undefined;
      // "On 2/12": a day and a month in either order, where something governs them.
      if (at + 2 < to && gap[at + 2] & Gap.slash) return { to: at + 3, when: {} };
      return /^(?:on|by|until|till|before|from)$/.test(norm[at - 1] ?? '') ? { to: at + 2, when: {} } : undefined;
    }
    return !isDigit(word, word.length - 1) && ORDINAL.test(word) ? { to: at + 1, when: { day } } : undefined;
  }
  const month = MONTHS.get(word);
  if (month === undefined || at + 1 >= to || gap[at + 1] & (CLOSE_BREAK | Gap.comma)) return undefined;
  const next = norm[at + 1] === 'the' ? at + 2 : at + 1;
  const behind = next < to ? number(norm[next]) : undefined;
  return behind !== undefined && behind >= 1 && behind <= 31 ? withYear(norm, next + 1, to, { day: behind, month }) : undefined;
}

function withYear(norm: readonly string[], at: number, to: number, when: When): { to: number; when: When } {
  return at < to && norm[at].length === 4 && /^20\d\d$/.test(norm[at])
    ? { to: at + 1, when: { ...when, year: Number(norm[at]) } }
    : { to: at, when };
}

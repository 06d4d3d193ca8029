import type { Draft, Note } from '../draft/draft.js';
import { readDate } from '../draft/date.js';
import { dayOf, lastDayOf } from '../text/calendar.js';
import { slice, type Span } from '../text/span.js';

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** A day, a month or a feast with its year. */
const DATED = new RegExp(
  `\\b(?:\\d{1,2}(?:st|nd|rd|th)?(?:\\sof)?\\s(?:${MONTHS})\\.?,?\\s(?:19|20)\\d\\d|(?:${MONTHS})\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s(?:19|20)\\d\\d|` +
    `(?:19|20)\\d\\d-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}[./](?:19|20)\\d\\d|(?:${MONTHS})\\s(?:19|20)\\d\\d|` +
    `(?:christmas|xmas|easter|black friday|cyber monday|thanksgiving|halloween|new year|spring|summer|autumn|fall|winter)\\s(?:19|20)\\d\\d)\\b`,
  'gi',
);
/** What stands before a day that is still to come when the text is written. */
const AHEAD =
  /\b(?:by|until|till|til|before|through|thru|valid to|expires?(?: on)?|ends?(?: on)?|no later than|deadline(?: is)?|closed?(?: on| from)?|from now to|up to)\s+(?:the\s|end of\s|the end of\s|early\s|late\s|mid[- ])?$/i;
/** A sentence that speaks of what is to come, or asks for it. */
const TO_COME =
  /\b(?:will|shall|(?:is|are|am)\sgoing\sto|won['’]t|please|you\scan|you\smay|must|(?:is|are)\s(?:closed|open|available|valid|due))\b/i;
/** What has been since then, or was decided for then, is no promise. */
const GONE =
  /\b(?:since|as of|effective|dated|of|founded|established|©|copyright|version|updated?|issued?|published|introduced|changed|signed|was|were)\s*(?:on\s|in\s|the\s)?$/i;

/** Feasts and seasons, each with the months in which a text may speak of them. */
const SEASONS: readonly (readonly [name: string, pattern: RegExp, months: readonly number[]])[] = [
  [
    'Christmas',
    /\b(?:merry|happy|over|during|for|this|before|after|in time for|your)\s(?:the\s)?(?:christmas|xmas)\b|\bchristmas\s(?:period|break|closure|hours|opening|delivery|rush|season|sale|cut-?off)\b/i,
    [10, 11, 12, 1],
  ],
  ['New Year', /\bhappy new year\b/i, [12, 1, 2]],
  ['Easter', /\bhappy easter\b|\beaster\s(?:period|break|weekend|hours|opening|sale)\b|\bover easter\b/i, [2, 3, 4, 5]],
  ['Black Friday', /\bblack friday\b|\bcyber monday\b/i, [10, 11, 12]],
  ['summer', /\b(?:this|our)\ssummer\b|\bsummer\s(?:sale|break|closure|hours)\b/i, [5, 6, 7, 8, 9]],
  ['Valentine’s Day', /\bvalentine['’]?s(?:\sday)?\b/i, [1, 2]],
  ['Halloween', /\bhalloween\b/i, [9, 10, 11]],
];

/**
 * Days that have passed though the text speaks of them as to come, and seasons that are not now. A day is told by its year: without one it may be the next.
 * @param now ISO 8601
 */
export function outdatedIn(draft: Draft, now: string): Note[] {
  const today = dayOf(now);
  if (today === undefined) return [];
  const notes: Note[] = [];
  for (const sentence of draft.sentences) {
    const words = slice(draft.text, sentence);
    for (const match of words.matchAll(DATED)) {
      const last = dayIn(match[0], today);
      if (last === undefined || last >= today) continue;
      const before = words.slice(0, match.index);
      if (!AHEAD.test(before) && (GONE.test(before) || !TO_COME.test(words))) continue;
      const span = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
      notes.push({ rule: 'outdated-date', span, message: `${match[0]} has passed.` });
    }
    const season = /(?:19|20)\d\d/.test(words) ? undefined : outOfSeason(words, now);
    if (season)
      notes.push({
        rule: 'outdated-date',
        span: shift(season.span, sentence.start),
        message: `This speaks of ${season.name}, and it is not the time.`,
        suggest: 'Take the sentence out, or switch the entry off until then.',
      });
  }
  return notes;
}

function outOfSeason(words: string, now: string): { name: string; span: Span } | undefined {
  const month = Number(now.slice(5, 7));
  for (const [name, pattern, months] of SEASONS) {
    const match = pattern.exec(words);
    if (match && !months.includes(month)) return { name, span: { start: match.index, end: match.index + match[0].length } };
  }
  return undefined;
}

/** The last day that the words allow, as days since 1970-01-01. */
function dayIn(written: string, today: number): number | undefined {
  const year = Number(/(?:19|20)\d\d/.exec(written)?.[0]);
  const iso = readDate(written);
  if (iso) return dayOf(iso);
  const month = new RegExp(`^(?:${MONTHS})`, 'i').exec(written)?.[0].slice(0, 3).toLowerCase();
  if (month) return lastDayOf({ month: 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(month) / 3 + 1, year }, today);
  return lastDayOf({ year }, today);
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** When a time falls, as far as its words say. What they do not say is undefined. */
export interface When {
  /** Day of the month. */
  readonly day?: number;
  /** 1 January to 12 December. */
  readonly month?: number;
  readonly year?: number;
  /** 1 Monday to 7 Sunday. */
  readonly weekday?: number;
  /** So many days from the day on which it is written; 0 is that day. */
  readonly days?: number;
  /** So many working days from that day. */
  readonly workingDays?: number;
}

const DAY_MS = 86_400_000;
/** Days within which a date without a year is taken for one that has passed. */
const RECENT = 120;

/** The day of an ISO 8601 date or instant as it is written there (its own clock, no time zone applied): days since 1970-01-01. Undefined when it is none. */
export function dayOf(iso: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? dayNumber(year, month, day) : undefined;
}

/** How many days a month of a year has; `month` 1 to 12. */
export function daysIn(year: number, month: number): number {
  return dayNumber(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - dayNumber(year, month, 1);
}

/** 1 Monday to 7 Sunday, of a day counted from 1970-01-01 (a Thursday). */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/**
 * The day on which a time that was written on day `written` falls, or the last one that it allows: both days since 1970-01-01.
 * A date without a year is the next one, or the last one when that is less than four months ago; a day without a month (`the 11th`) is the next one.
 * Undefined when the words do not say, or name a day that no calendar has.
 */
export function lastDayOf(when: When, written: number): number | undefined {
  if (when.days !== undefined) return written + when.days;
  if (when.workingDays !== undefined) return addWorkingDays(written, when.workingDays);
  const today = new Date(written * DAY_MS);
  const year = today.getUTCFullYear();
  if (when.day !== undefined && when.month !== undefined) {
    const { day, month } = when;
    const years = when.year === undefined ? [year - 1, year, year + 1] : [when.year];
    const days = years.filter((each) => day <= daysIn(each, month)).map((each) => dayNumber(each, month, day));
    return when.year === undefined ? days.find((each) => each > written - RECENT) : days[0];
  }
  if (when.day !== undefined) {
    const month = today.getUTCMonth() + 1;
    if (when.day >= today.getUTCDate()) return when.day <= daysIn(year, month) ? dayNumber(year, month, when.day) : undefined;
    return when.day <= daysIn(year, (month % 12) + 1) ? dayNumber(month === 12 ? year + 1 : year, (month % 12) + 1, when.day) : undefined;
  }
  if (when.month !== undefined) {
    const inYear = when.year ?? (when.month >= today.getUTCMonth() + 1 ? year : year + 1);
    return dayNumber(inYear, when.month, daysIn(inYear, when.month));
  }
  if (when.year !== undefined) return dayNumber(when.year, 12, 31);
  return when.weekday === undefined ? undefined : written + ((((when.weekday - weekdayOf(written)) % 7) + 7) % 7);
}

function addWorkingDays(from: number, count: number): number {
  let day = from;
  for (let left = Math.min(count, 1000); left > 0;) {
    day += 1;
    if (weekdayOf(day) <= 5) left -= 1;
  }
  return day;
}

function dayNumber(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MS);
}

import { dayOf, lastDayOf, weekdayOf } from 'replylint/rule';
import type { Look, Settings } from 'replylint/rule';

/** How long the customer has waited. */
export interface Wait {
  /** Working days that began after the one on which they wrote. */
  readonly days: number;
  readonly over: boolean;
}

interface Instant {
  readonly day: number;
  /** Minutes after midnight; undefined for a date without a time. */
  readonly minutes?: number;
}

const DEFAULT_DAYS = 2;
const WEEK = { from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5] };
/** Longer waits are not counted day by day. */
const MOST_DAYS = 3660;
/** Where only the clock says when the reply goes out, a longer wait is that of a draft that was written then, and kept. */
const MOST_DAYS_BY_CLOCK = 45;

/**
 * The wait from the customer's message to this draft; undefined when one of the dates is not known, or the draft is older than the message.
 * Without an `sla` the limit is two working days; with one, its hours of working time.
 */
export function waitOf({ draft, settings, now }: Look): Wait | undefined {
  const asked = draft.received ?? draft.customer?.date;
  const dated = draft.sent ?? draft.headers?.date;
  const answered = dated ?? now;
  if (asked === undefined || answered === undefined) return undefined;
  const sent = instantOf(answered);
  const received = sent && instantOf(asked, zoneOf(answered));
  if (!sent || !received || sent.day < received.day) return undefined;
  if (dated === undefined && sent.day - received.day > MOST_DAYS_BY_CLOCK) return undefined;
  if (sent.day - received.day > MOST_DAYS) return { days: sent.day - received.day, over: true };
  const days = workingDays(received.day, sent.day, settings);
  return {
    days,
    over: settings.slaHours === undefined ? days > DEFAULT_DAYS : workingMinutes(received, sent, settings) > settings.slaHours * 60,
  };
}

/** An earlier reply of ours, sent within the limit, that promised a time which this draft keeps. */
export function keptPromise({ draft, language, settings, now }: Look): boolean {
  const asked = dayOf(draft.received ?? draft.customer?.date ?? '');
  const sent = dayOf(draft.sent ?? draft.headers?.date ?? now ?? '');
  if (asked === undefined || sent === undefined) return false;
  return draft.earlier.some(({ date }, index) => {
    const held = date === undefined ? undefined : dayOf(date);
    if (held === undefined || held < asked || held > sent) return false;
    const inTime =
      settings.slaHours === undefined
        ? workingDays(asked, held, settings) <= DEFAULT_DAYS
        : workingMinutes({ day: asked }, { day: held }, settings) <= settings.slaHours * 60;
    return inTime && language.earlierTimes[index].some(({ when }) => when !== undefined && (lastDayOf(when, held) ?? 0) >= sent);
  });
}

/** The instant as its own clock shows it, or as the clock of `zone` does (minutes east of UTC) when both are known. */
function instantOf(iso: string, zone?: number): Instant | undefined {
  const day = dayOf(iso);
  if (day === undefined) return undefined;
  const time = /T(\d{2}):(\d{2})/.exec(iso);
  if (!time) return { day };
  const own = zoneOf(iso);
  const shift = zone === undefined || own === undefined ? 0 : zone - own;
  const minutes = Number(time[1]) * 60 + Number(time[2]) + shift;
  const over = Math.floor(minutes / 1440);
  return { day: day + over, minutes: minutes - over * 1440 };
}

function zoneOf(iso: string): number | undefined {
  const zone = /(?:(Z)|([+-])(\d{2}):?(\d{2}))$/.exec(iso);
  if (!zone || !iso.includes('T')) return undefined;
  return zone[1] ? 0 : (zone[2] === '-' ? -1 : 1) * (Number(zone[3]) * 60 + Number(zone[4]));
}

function isWorking(day: number, { workingHours = WEEK, holidays }: Settings): boolean {
  return workingHours.days.includes(weekdayOf(day)) && !holidays?.some((date) => dayOf(date) === day);
}

function workingDays(from: number, to: number, settings: Settings): number {
  let count = 0;
  for (let day = from + 1; day <= to; day += 1) if (isWorking(day, settings)) count += 1;
  return count;
}

/** Minutes of working time between the two. A message without a time counts from the end of its day, a draft without one up to the start of its day. */
function workingMinutes(received: Instant, sent: Instant, settings: Settings): number {
  const { from, to } = settings.workingHours ?? WEEK;
  const opens = minutesOf(from);
  const closes = minutesOf(to);
  let total = 0;
  for (let day = received.day; day <= sent.day; day += 1) {
    if (!isWorking(day, settings)) continue;
    const start = day === received.day ? Math.max(opens, received.minutes ?? closes) : opens;
    const end = day === sent.day ? Math.min(closes, sent.minutes ?? opens) : closes;
    total += Math.max(0, end - start);
  }
  return total;
}

function minutesOf(clock: string): number {
  const [hours, minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}

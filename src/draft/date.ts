import { lazy } from '../text/lazy.js';

const months = lazy<Readonly<Record<string, number>>>(() =>
  Object.fromEntries(
    [
      'jan january januar janvier janv enero ene jän jänner gennaio',
      'feb february februar février fevrier févr fev febrero febbraio',
      'mar march märz maerz mrz mär mars marzo',
      'apr april avril avr abril abr aprile',
      'may mai mayo maggio',
      'jun june juni juin junio giugno',
      'jul july juli juillet juil julio luglio',
      'aug august août aout agosto ago',
      'sep sept september septembre septiembre settembre',
      'oct october oktober okt octobre octubre ottobre',
      'nov november novembre noviembre',
      'dec december dezember dez décembre decembre déc diciembre dic dicembre',
    ].flatMap((names, i) => names.split(' ').map((name) => [name, i + 1])),
  ),
);

/** Whether a word in lower case names a month, in the languages whose dates are read. */
export function isMonth(word: string): boolean {
  return Object.hasOwn(months(), word);
}

const MONTH = String.raw`(\p{L}{3,10})\.?`;
const YEAR = String.raw`((?:19|20)\d\d)`;
const dayFirstShape = lazy(
  () =>
    new RegExp(String.raw`(?<![\d:])(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s-](?:de\s|of\s)?${MONTH}(?:,|\sde|\sdel)?[\s-]${YEAR}(?!\d)`, 'iu'),
);
const monthFirstShape = lazy(() => new RegExp(String.raw`${MONTH}\s(\d{1,2})(?:st|nd|rd|th)?,?\s${YEAR}(?!\d)`, 'iu'));
const isoShape = lazy(() => /(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u);
const numericShape = lazy(() => /(?<![\d.:/])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)?\d\d)(?![\d:])/u);
const timeShape = lazy(() => /(?<![\d.:/-])(\d{1,2})(?::|\s?h\s?|\.)(\d{2})(?::(\d{2}))?(?![\d/.])\s*(am|pm|a\.\s?m\.|p\.\s?m\.)?/i);
const zoneShape = lazy(
  () => /(?:(?:GMT|UTC)\s*([+-])(\d{1,2}):?(\d{2})?|(?<=\s)([+-])(\d{2}):?(\d{2})(?!\d)|(?:\b|(?<=\d))(GMT|UTC|Z)\b)/u,
);

/**
 * The date in an attribution line or a Date header, as ISO 8601: with time and offset when they stand there, else without them.
 * English, German, French and Spanish forms. Undefined when there is none, or when day and month cannot be told apart (`03/04/2024` in English).
 */
export function readDate(written: string): string | undefined {
  const text = written.replace(/[\s\u00a0\u202f]+/gu, ' ').slice(0, 400);
  const day = readDay(text);
  if (!day) return undefined;
  const [year, month, date, rest] = day;
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return undefined;
  const iso = `${year}-${two(month)}-${two(date)}`;
  const time = timeShape().exec(rest);
  if (!time) return iso;
  const half = time[4]?.[0].toLowerCase();
  let hour = Number(time[1]);
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  if (hour > 23 || Number(time[2]) > 59) return iso;
  return `${iso}T${two(hour)}:${time[2]}:${time[3] ?? '00'}${readZone(rest)}`;
}

/** Year, month, day, and the text without them. */
function readDay(text: string): [number, number, number, string] | undefined {
  const iso = isoShape().exec(text);
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3]), without(text, iso).replace(/^T/u, ' ')];
  const dayFirst = dayFirstShape().exec(text);
  const month = dayFirst && months()[dayFirst[2].toLowerCase().normalize('NFC')];
  if (dayFirst && month) return [Number(dayFirst[3]), month, Number(dayFirst[1]), without(text, dayFirst)];
  const monthFirst = monthFirstShape().exec(text);
  const named = monthFirst && months()[monthFirst[1].toLowerCase().normalize('NFC')];
  if (monthFirst && named) return [Number(monthFirst[3]), named, Number(monthFirst[2]), without(text, monthFirst)];
  const numeric = numericShape().exec(text);
  if (!numeric) return undefined;
  const first = Number(numeric[1]);
  const second = Number(numeric[3]);
  const year = numeric[4].length === 2 ? 2000 + Number(numeric[4]) : Number(numeric[4]);
  const rest = without(text, numeric);
  // Dots are German; French and Spanish write the day first; elsewhere only the numbers themselves can tell.
  if (
    numeric[2] === '.' ||
    first > 12 ||
    first === second ||
    /^\s*(?:Am|Le|El|Il|Em|Op)\s/u.test(text) ||
    /écrit|escribi|schrieb/u.test(text)
  )
    return [year, second, first, rest];
  return second > 12 ? [year, first, second, rest] : undefined;
}

function without(text: string, match: RegExpExecArray): string {
  return `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length).replace(/^T(?=\d)/u, '')}`;
}

function readZone(text: string): string {
  const zone = zoneShape().exec(text);
  if (!zone) return '';
  if (zone[7]) return 'Z';
  const sign = zone[1] ?? zone[4];
  const hours = Number(zone[2] ?? zone[5]);
  return hours <= 14 ? `${sign}${two(hours)}:${zone[3] ?? zone[6] ?? '00'}` : '';
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

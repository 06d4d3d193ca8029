/** Weekdays and their abbreviations: 1 Monday to 7 Sunday. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  ['monday mon', 'tuesday tue tues', 'wednesday wed weds', 'thursday thu thur thurs', 'friday fri', 'saturday sat', 'sunday sun'].flatMap(
    (names, i) => names.split(' ').map((name) => [name, i + 1] as const),
  ),
);

/** Months and their abbreviations: 1 January to 12 December. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sep sept',
    'october oct',
    'november nov',
    'december dec',
  ].flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)),
);

/** Units of time with their length in days. Parts of a day count as none. */
export const UNITS: ReadonlyMap<string, number> = new Map([
  ...'minute minutes min mins moment moments hour hours hr hrs h morning afternoon evening'.split(' ').map((unit) => [unit, 0] as const),
  ...'day days night nights'.split(' ').map((unit) => [unit, 1] as const),
  ...'week weeks weekend weekends wk wks'.split(' ').map((unit) => [unit, 7] as const),
  ...'fortnight fortnights'.split(' ').map((unit) => [unit, 14] as const),
  ...'month months'.split(' ').map((unit) => [unit, 31] as const),
  ...'quarter quarters season seasons'.split(' ').map((unit) => [unit, 92] as const),
  ...'year years'.split(' ').map((unit) => [unit, 366] as const),
]);

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Times of one word, with the days from now where that is known. */
export const NOW_WORDS: ReadonlyMap<string, number | undefined> = new Map([
  ['today', 0],
  ['tonight', 0],
  ['immediately', 0],
  ['instantly', 0],
  ['eod', 0],
  ['cob', 0],
  ['tomorrow', 1],
  ['overnight', 1],
  ['noon', undefined],
  ['midday', undefined],
  ['midnight', undefined],
  ['lunchtime', undefined],
  ['hourly', undefined],
  ['daily', undefined],
  ['eow', undefined],
]);

/** Times of several words, by themselves. */
export const NOW_PHRASES = [
  'within the hour',
  'within the day',
  'within the week',
  'within the month',
  'within the fortnight',
  'right away',
  'straight away',
  'right now',
  'at once',
  'first thing',
  'end of play',
  'close of play',
  'close of business',
  'end of business',
  'the same day',
  'the same morning',
  'the same afternoon',
  'the same evening',
  'the same week',
  'the next day',
  'the following day',
  'the next morning',
  'the following morning',
  'the next working day',
  'the next business day',
  'the following week',
] as const;

export const SEASONS = words('spring summer autumn fall winter christmas easter eid diwali ramadan thanksgiving halloween hogmanay');

/** Happenings whose time the reader knows. */
export const EVENTS = words(
  'match party wedding race ceremony arrival flight departure check-in checkin appointment meeting delivery game show trip concert course exam holiday birthday ' +
    'opening closing landing takeoff event interview funeral move viewing travel deadline kick-off session lesson call surgery',
);

/** Words that make a time past. */
export const PAST_BEFORE = words('last past since previous yesterday');
export const PAST_AFTER = words('ago late old earlier');

/** Times that promise none. */
export const VAGUE = [
  'soon',
  'sooner',
  'soonest',
  'shortly',
  'asap',
  'promptly',
  'swiftly',
  'quickly',
  'momentarily',
  'eventually',
  'urgently',
  'as soon as possible',
  'as soon as we can',
  'as soon as i can',
  'as soon as they can',
  'as soon as we possibly can',
  'as quickly as possible',
  'as quickly as we can',
  'as quickly as they can',
  'as quickly as i can',
  'as fast as possible',
  'as fast as we can',
  'as fast as they can',
  'as promptly as possible',
  'as swiftly as possible',
  'as early as possible',
  'when we can',
  'when i can',
  'when they can',
  'whenever we can',
  'when possible',
  'as and when',
  'in due course',
  'in no time',
  'on top priority',
  'the soonest',
  'at the soonest',
  'in due time',
  'in good time',
  'in a timely manner',
  'in a bit',
  'in a while',
  'in the near future',
  'in the nearest future',
  'in the not too distant future',
  'in the foreseeable future',
  'at the earliest',
  'at the soonest',
  'at our earliest',
  'at our earliest convenience',
  'at the earliest convenience',
  'at the earliest opportunity',
  'at the earliest possible',
  'at some point',
  'at some stage',
  'at a later date',
  'at a later stage',
  'before long',
  'any time soon',
  'one of these days',
  'when time permits',
  'as time permits',
  'sooner or later',
  'without delay',
  'without further delay',
  'on priority',
  'on a priority basis',
  'as a priority',
  'as a matter of urgency',
  'going forward',
] as const;

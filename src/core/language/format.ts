import type { Day } from '../day/day.ts';
import type { Language } from './language.ts';

/**
 * Words that a number takes, by plural category; `other` serves where a category has no word of its
 * own.
 */
export type PluralForms = { readonly one?: string; readonly other: string };

/**
 * Dates, amounts, numbers and lists as text of one language. Days are `YYYY-MM-DD`, moments are ms
 * since 1970. Anything else is shown as it is: the history shows whatever was once written, and one
 * such line must not leave a list empty.
 */
export type Format = {
  /** `tors 3 dec` within the year of `today`, `14 jan 2027` beyond. */
  day(day: Day, today: Day): string;
  /** `3 dec` within the year of `today`, `14 jan 2027` beyond. */
  dayShort(day: Day, today: Day): string;
  /**
   * `3 december` within the year of `today`, `14 januari 2027` beyond; for sentences that are read
   * out.
   */
  dayLong(day: Day, today: Day): string;
  /** `jan`: the name of the day's month, for an axis. */
  month(day: Day): string;
  /**
   * `25 000 kr`, `SEK 25,000`; exact at any size, `.00` is left out. An empty amount is an empty
   * text.
   */
  money(amount: string, currency: string): string;
  number(value: number | bigint): string;
  /** `07:12`, of the device's own clock. */
  time(moment: number): string;
  /** `i dag 07:12`, `i går`, `12 okt`, `12 okt 2025`. */
  when(moment: number, now: number): string;
  /** `a, b och c`. */
  list(items: readonly string[]): string;
  /** Orders names as the language does: å, ä and ö come last in Swedish. */
  compare(a: string, b: string): number;
  /** The form of a word that goes with `count`. */
  plural(count: number, forms: PluralForms): string;
  /** The text with a capital first letter, to begin a line with. */
  capital(text: string): string;
};

const LOCALES = { sv: 'sv-SE', en: 'en-GB' } as const;
const NARROW_NO_BREAK_SPACE = '\u202f';
const UTC = { timeZone: 'UTC' } as const;

/**
 * Makes a value when it is first needed: a formatter takes a browser milliseconds to make, and a
 * screen needs only a few.
 */
const onDemand = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

const utcMs = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/**
 * A part of a date by name. Short names come without their full stop, and September is `Sep` in
 * English too.
 */
const partOf = (
  format: Intl.DateTimeFormat,
  moment: number,
  type: Intl.DateTimeFormatPartTypes,
): string =>
  (format.formatToParts(moment).find((part) => part.type === type)?.value ?? '')
    .replace(/\.$/, '')
    .replace(/^Sept$/, 'Sep');

const dayFormats = (locale: string): Pick<Format, 'day' | 'dayShort' | 'dayLong' | 'month'> => {
  const short = new Intl.DateTimeFormat(locale, {
    ...UTC,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  const long = onDemand(
    () => new Intl.DateTimeFormat(locale, { ...UTC, day: 'numeric', month: 'long' }),
  );
  const within = (day: Day, today: Day): boolean => day.slice(0, 4) === today.slice(0, 4);
  const plain = (format: Intl.DateTimeFormat, day: Day): string =>
    `${partOf(format, utcMs(day), 'day')} ${partOf(format, utcMs(day), 'month')}`;
  // A list and the plan of reminders write the same few hundred days thousands of times.
  const kept = new Map<Day, string>();
  const plainShort = (day: Day): string => {
    const text = kept.get(day) ?? plain(short, day);
    kept.set(day, text);
    return text;
  };
  const withYear = (text: string, day: Day, today: Day): string =>
    within(day, today) ? text : `${text} ${day.slice(0, 4)}`;
  const orAsItIs =
    (written: (day: Day, today: Day) => string) =>
    (day: Day, today = ''): string =>
      Number.isNaN(utcMs(day)) ? day : written(day, today);
  return {
    day: orAsItIs((day, today) =>
      within(day, today)
        ? `${partOf(short, utcMs(day), 'weekday')} ${plainShort(day)}`
        : withYear(plainShort(day), day, today),
    ),
    dayShort: orAsItIs((day, today) => withYear(plainShort(day), day, today)),
    dayLong: orAsItIs((day, today) => withYear(plain(long(), day), day, today)),
    month: orAsItIs((day) => partOf(short, utcMs(day), 'month')),
  };
};

const numberFormats = (language: Language): Pick<Format, 'money' | 'number'> => {
  const locale = LOCALES[language];
  const plain = new Intl.NumberFormat(locale);
  const currencies = new Map<string, Intl.NumberFormat>();
  const formatOf = (currency: string): Intl.NumberFormat => {
    const known = currencies.get(currency);
    if (known !== undefined) return known;
    const isCode = /^[A-Z]{3}$/.test(currency);
    const made = new Intl.NumberFormat(locale, {
      ...(isCode
        ? { style: 'currency', currency, currencyDisplay: language === 'sv' ? 'symbol' : 'code' }
        : {}),
      trailingZeroDisplay: 'stripIfInteger',
    });
    currencies.set(currency, made);
    return made;
  };
  const narrow = (parts: readonly Intl.NumberFormatPart[]): string =>
    parts
      .map(({ type, value }) =>
        type === 'group' && language === 'sv' ? NARROW_NO_BREAK_SPACE : value,
      )
      .join('');
  return {
    money: (amount, currency) =>
      /^-?\d+(\.\d+)?$/.test(amount)
        ? narrow(formatOf(currency).formatToParts(amount as Intl.StringNumericLiteral))
        : amount,
    number: (value) => narrow(plain.formatToParts(value)),
  };
};

const momentFormats = (
  locale: string,
  dates: Pick<Format, 'dayShort'>,
  timeZone?: string,
): Pick<Format, 'time' | 'when'> => {
  const dayIn = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const timeIn = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const clock = onDemand(() => new Intl.DateTimeFormat(locale, timeIn));
  const iso = onDemand(() => new Intl.DateTimeFormat('sv-SE', dayIn));
  const relative = onDemand(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const isMoment = (moment: number): boolean => !Number.isNaN(new Date(moment).getTime());
  return {
    time: (moment) => (isMoment(moment) ? clock().format(moment) : ''),
    when: (moment, now) => {
      if (!isMoment(moment)) return '';
      const [day, today] = [iso().format(moment), iso().format(now)];
      const ago = (utcMs(today) - utcMs(day)) / 86_400_000;
      if (ago === 0) return `${relative().format(0, 'day')} ${clock().format(moment)}`;
      return ago === 1 ? relative().format(-1, 'day') : dates.dayShort(day, today);
    },
  };
};

const make = (language: Language, timeZone?: string): Format => {
  const locale = LOCALES[language];
  const dates = dayFormats(locale);
  const lists = onDemand(() => new Intl.ListFormat(locale));
  const collator = onDemand(() => new Intl.Collator(locale, { numeric: true }));
  const plurals = new Intl.PluralRules(locale);
  return {
    ...dates,
    ...numberFormats(language),
    ...momentFormats(locale, dates, timeZone),
    compare: (a, b) => collator().compare(a, b),
    list: (items) => lists().format(items),
    plural: (count, forms) =>
      plurals.select(count) === 'one' ? (forms.one ?? forms.other) : forms.other,
    capital: (text) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1),
  };
};

const made = new Map<string, Format>();

/** The formats of a language, made once. `timeZone` is the device's own unless given. */
export const formatFor = (language: Language, timeZone?: string): Format => {
  const key = `${language} ${timeZone ?? ''}`;
  const known = made.get(key) ?? make(language, timeZone);
  made.set(key, known);
  return known;
};

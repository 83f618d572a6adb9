import { withoutAccents } from '../text/without-accents.ts';
import { addDays, dayOf, type Day } from './day.ts';

/** In which order a written date gives year, month and day. */
export type DayOrder = 'ymd' | 'dmy' | 'mdy';

/** One thing that a written date can mean. */
export type DayReading = { readonly order: DayOrder; readonly day: Day };

/**
 * The days that a written date can mean: none when it is no date, several when the order of day and
 * month is unclear (`03/04/2026`). Reads figures with `-` `/` `.` or spaces, `20261231`, a
 * spreadsheet's serial number (`46387`), and months by name in nine languages. A time of day after
 * the date is ignored.
 */
export const readDays = (written: string): DayReading[] => {
  const text = written.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const found = readSerial(text) ?? readRun(text) ?? readFigures(text) ?? readNamed(text) ?? [];
  return found.filter(
    ({ day }, at) => day !== '' && found.findIndex((other) => other.day === day) === at,
  );
};

/**
 * The mark between the figures (`/` in `03/04/2026`), or '': dates with the same mark are written
 * in the same order.
 */
export const dayMark = (written: string): string =>
  /^\s*\d{1,4}\s*([-/.])/.exec(written.normalize('NFKC'))?.[1] ?? '';

/**
 * Serial numbers of 2000-01-01 to 2099-12-31, days since 1899-12-30 (ECMA-376 part 1, 18.17.4.1).
 */
const readSerial = (text: string): DayReading[] | undefined => {
  const serial = Number(/^(\d{5})(?:[.,]\d+)?$/.exec(text)?.[1]);
  return serial >= 36_526 && serial <= 73_050
    ? [{ order: 'ymd', day: addDays('1899-12-30', serial) }]
    : undefined;
};

/** Eight digits without a mark; the year comes first unless that gives no day. */
const readRun = (text: string): DayReading[] | undefined => {
  if (!/^\d{8}$/.test(text)) return undefined;
  const yearFirst = reading('ymd', text.slice(0, 4), text.slice(4, 6), text.slice(6));
  return yearFirst.day
    ? [yearFirst]
    : [
        reading('dmy', text.slice(0, 2), text.slice(2, 4), text.slice(4)),
        reading('mdy', text.slice(0, 2), text.slice(2, 4), text.slice(4)),
      ];
};

const TIME = String.raw`(?:[T ,]*(?:(?:klo?\.?|um|om|[aà]) ?)?\d{1,2}[:.h]\d{2}.*)?`;
const FIGURES = new RegExp(
  String.raw`^(\d{1,4}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{1,2})\.?${TIME}$`,
  'i',
);

const readFigures = (text: string): DayReading[] | undefined => {
  const [, first, mark, second, third] = FIGURES.exec(text) ?? [];
  if (first === undefined || second === undefined || third === undefined) return undefined;
  if (first.length === 4 && third.length <= 2) return [reading('ymd', first, second, third)];
  if (first.length > 2 || third.length === 1) return [];
  const dayFirst = reading('dmy', first, second, third);
  // Points are a European habit: the day comes first wherever that is possible.
  if (mark === '.' && dayFirst.day) return [dayFirst];
  const others = [dayFirst, reading('mdy', first, second, third)];
  return third.length === 2 && mark !== '/'
    ? [reading('ymd', first, second, third), ...others]
    : others;
};

const reading = (order: DayOrder, first: string, second: string, third: string): DayReading => {
  const [year, month, date] =
    order === 'ymd'
      ? [first, second, third]
      : order === 'dmy'
        ? [third, second, first]
        : [third, first, second];
  return { order, day: inRange(Number(year), Number(month), Number(date), year.length) };
};

/**
 * Years are 1990 to 2099, two figures are of this century: anything else is a slip or another kind
 * of number.
 */
const inRange = (year: number, month: number, date: number, figures: number): Day => {
  const full = figures <= 2 ? 2000 + year : year;
  return full >= 1990 && full <= 2099 ? dayOf(full, month, date) : '';
};

/**
 * The months by name and as they are cut short, without accents; Finnish ones without `kuu`, which
 * all end in.
 */
const MONTHS = [
  'jan january januari januar janvier janv janner jaenner enero ene tammi',
  'feb february februari februar fevrier fevr fev feber febrero helmi',
  'mar march mars marts marz maerz mrz marzo maart mrt maalis',
  'apr april avril avr abril abr huhti',
  'may maj mai mayo mei touko',
  'jun june juni juin junio kesa',
  'jul july juli juillet juil julio heina',
  'aug august augusti aout agosto ago augustus elo',
  'sep sept september septembre septiembre setiembre syys',
  'oct okt october oktober octobre octubre loka',
  'nov november novembre noviembre marras',
  'dec dez des december dezember decembre diciembre dic desember joulu',
];

const MONTH_OF = new Map(
  MONTHS.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);

const monthOf = (word: string): number | undefined =>
  MONTH_OF.get(word.replace(/kuu(?:ta|n|ssa)?$/, ''));

/**
 * `31 dec 2026`, `Dec 31, 2026`, `31-Dec-26`, `den 31 december 2026`, `Thu Dec 31 2026 10:00`, `31 de
 * diciembre de 2026`. Nothing where two words name different months: in French, `mar.` is a Tuesday
 * as well.
 */
const readNamed = (text: string): DayReading[] | undefined => {
  const words =
    withoutAccents(text.toLowerCase())
      .replace(new RegExp(`(?<=\\d{2})${TIME}$`), '')
      .match(/\p{L}+|\d+/gu) ?? [];
  const [month, ...others] = new Set(words.map(monthOf).filter((number) => number !== undefined));
  const figures = words.filter((word) => /^\d+$/.test(word));
  const [first, second] = figures;
  if (month === undefined || others.length > 0) return undefined;
  if (first === undefined || second === undefined || figures.length > 2) return undefined;
  const [year, date] = first.length === 4 ? [first, second] : [second, first];
  if (date.length > 2 || (year.length !== 4 && year.length !== 2)) return undefined;
  return [{ order: 'ymd', day: inRange(Number(year), month, Number(date), year.length) }];
};

import type { Day } from '../day/day.ts';
import { amountReadings, type AmountReading } from '../text/written-amount.ts';
import { dayMark, readDays } from '../day/written-day.ts';
import type { Answers, Question } from './file-question.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/**
 * A sum or day as the file's habits read it: the value, `unclear` while a question is open, `none`
 * when it is none.
 */
export type Read = { readonly value: string } | 'unclear' | 'none';

/** How a file writes sums and dates, judged by its unambiguous values and by the user's answers. */
export type Habits = {
  readonly amount: (written: string) => Read;
  readonly day: (written: string) => Read;
};

/** A text and where it is. */
export type Written = { readonly sheet: string; readonly row: number; readonly written: string };

/**
 * All sums and dates of a file, except cells stored as numbers: those show nobody's way of writing.
 */
export type AllWritten = {
  readonly amounts: readonly Written[];
  readonly days: readonly Written[];
};

/**
 * The texts in some columns of a sheet, except cells stored as numbers: those show nobody's way of
 * writing.
 */
export const writtenUnder = (
  { name, rows }: Sheet,
  indexes: readonly number[],
  textOf: (row: SheetRow, index: number) => string,
): Written[] =>
  indexes.length === 0
    ? []
    : rows.flatMap((row) =>
        indexes
          .filter((index) => !(row.numbers?.includes(index) ?? false))
          .map((index) => ({ sheet: name, row: row.number, written: textOf(row, index) }))
          .filter(({ written }) => written !== ''),
      );

type Mark = '.' | ',';

/**
 * How the file writes sums and dates. A date like `31/12/2026` or a sum like `1.250,50` settles
 * what is unclear elsewhere.
 */
export const habitsIn = ({ amounts, days }: AllWritten, answers: Answers): Habits => {
  const marks = marksOf(amounts.map(({ written }) => amountReadings(written)));
  const orders = ordersOf(days.map(({ written }) => written));
  return {
    amount: (written) => {
      const found = amountReadings(written);
      const [first] = found;
      // `1.255` where the file writes `12.50`: a sum with three decimals is none, and surely not 1
      // 255.
      if (first !== undefined && found.length === 1)
        return isWeak(first) && marks(found) === 'decimals' ? 'none' : { value: first.amount };
      const chosen = answers[amountQuestion(found)] || marks(found);
      return pick(
        found,
        ({ amount }) => amount,
        (reading) => meaningOfMark(reading) === chosen,
      );
    },
    day: (written) => {
      const found = readDays(written);
      const mark = dayMark(written);
      const chosen = answers[`date-order:${mark}`] || orders.get(mark);
      return pick(
        found,
        ({ day }) => day,
        ({ order }) => order === chosen,
      );
    },
  };
};

/** What is unclear in the file, once for each mark: the first place, and what it can mean there. */
export const questionsIn = (all: AllWritten): Question[] => {
  const habits = habitsIn(all, {});
  const amounts = all.amounts
    .filter(({ written }) => habits.amount(written) === 'unclear')
    .map((place): Question => {
      const found = amountReadings(place.written);
      const choices = found.map((reading) => ({
        id: meaningOfMark(reading),
        reads: reading.amount,
      }));
      return { id: amountQuestion(found), kind: 'amount', ...place, choices };
    });
  const days = all.days
    .filter(({ written }) => habits.day(written) === 'unclear')
    .map((place): Question => {
      const choices = readDays(place.written).map(({ order, day }) => ({ id: order, reads: day }));
      return { id: `date-order:${dayMark(place.written)}`, kind: 'date-order', ...place, choices };
    });
  return [...amounts, ...days].filter(
    ({ id }, at, asked) => asked.findIndex((other) => other.id === id) === at,
  );
};

const pick = <T>(
  found: readonly T[],
  value: (item: T) => string,
  isChosen: (item: T) => boolean,
): Read => {
  const [first] = found;
  if (first === undefined) return 'none';
  const chosen = found.length === 1 ? first : found.find(isChosen);
  return chosen === undefined ? 'unclear' : { value: value(chosen) };
};

const meaningOfMark = ({ thousands }: AmountReading): 'thousands' | 'decimals' =>
  thousands ? 'thousands' : 'decimals';

const markOf = (found: readonly AmountReading[]): Mark =>
  found.map(({ thousands }) => thousands).find(Boolean) || '.';

const amountQuestion = (found: readonly AmountReading[]): string => `amount:${markOf(found)}`;

/** A sum with a single mark before three figures (`1.255`) says nothing for sure of its mark. */
const isWeak = ({ amount, decimals, thousands }: AmountReading): boolean =>
  thousands !== '' && decimals === '' && amount.length < '1000000.00'.length;

/**
 * What the marks of plain sums say of an unclear one; undefined when they say nothing or contradict
 * each other.
 */
const marksOf = (all: readonly (readonly AmountReading[])[]) => {
  const plain = all.flatMap((found) =>
    found.length === 1 ? found.filter((reading) => !isWeak(reading)) : [],
  );
  const decimals = new Set(plain.map((reading) => reading.decimals));
  const thousands = new Set(plain.map((reading) => reading.thousands));
  return (found: readonly AmountReading[]): 'thousands' | 'decimals' | undefined => {
    const mark = markOf(found);
    const other = mark === '.' ? ',' : '.';
    const groups = thousands.has(mark) || decimals.has(other);
    const parts = decimals.has(mark) || thousands.has(other);
    return groups === parts ? undefined : groups ? 'thousands' : 'decimals';
  };
};

/** The order of day and month by mark, where dates with a day above 12 show it and agree. */
const ordersOf = (all: readonly string[]): Map<string, string> => {
  const seen = new Map<string, Set<string>>();
  for (const written of all) {
    const [only, ...others] = readDays(written);
    if (only === undefined || others.length > 0 || only.order === 'ymd' || dateOf(only.day) <= 12)
      continue;
    seen.set(dayMark(written), (seen.get(dayMark(written)) ?? new Set()).add(only.order));
  }
  return new Map(
    [...seen].flatMap(([mark, orders]) =>
      orders.size === 1 ? [[mark, [...orders].join('')]] : [],
    ),
  );
};

const dateOf = (day: Day): number => Number(day.slice(8));

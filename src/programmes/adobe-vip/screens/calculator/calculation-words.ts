import type { Day } from '#core/day/day.ts';
import { exactMoney, exactNumber } from '#core/language/exact-amount.ts';
import type { Texts } from '#ui/text.ts';
import type { ProrationProblem } from '#programmes/adobe-vip/rules/proration/proration-input.ts';
import { daysWritten } from '../days-written.ts';
import type { Calculation } from './calculation.svelte.ts';

type Words = Pick<Texts, 'vipCalculator' | 'format' | 'language'>;

/** One step of a reckoning: what it gives, and from which numbers. */
export type CalculationStep = {
  readonly title: string;
  readonly value: string;
  readonly how: string;
};

/** Why nothing can be worked out, as a sentence that says what to change. */
export const calculationProblem = (problem: ProrationProblem, text: Words, today: Day): string =>
  text.vipCalculator.problems[problem.code](daysWritten(problem, text, today).params ?? {});

/** An amount as a reckoning shows it. */
export const amountOf = (
  { currency }: Pick<Calculation, 'currency'>,
  amount: string,
  { language }: Words,
): string => exactMoney(amount, currency, language);

const daySteps = (
  calculation: Calculation,
  text: Words,
  short: (day: Day) => string,
): CalculationStep[] => {
  const { days: found, orderDate, price, count } = calculation;
  if (found === undefined) return [];
  const { step: words } = text.vipCalculator;
  const exact = (number: string): string => exactNumber(number, text.language);
  const { days, yearDays, yearStart, termEnd, leapDay, daily } = found;
  const [from, to] = [short(yearStart), short(termEnd)];
  const yearHow = (): string => {
    if (yearDays !== (leapDay === '' ? 365 : 366)) return words.leapAnniversary(from, to);
    return leapDay === '' ? words.noLeapDay(from, to) : words.leapDay(from, to, short(leapDay));
  };
  const term = [
    {
      title: words.daysLeft,
      value: text.format.number(days),
      how: words.minus(to, short(orderDate)),
    },
    { title: words.yearDays, value: text.format.number(yearDays), how: yearHow() },
  ];
  if (!calculation.hasPrice) return term;
  const lineHow =
    days === yearDays
      ? words.wholeYearHow(exact(price), count)
      : words.lineHow(exact(daily), days, count, exact(found.exactLine));
  return [
    ...term,
    { title: words.daily, value: exact(daily), how: words.dailyHow(exact(price), yearDays) },
    { title: words.line, value: amountOf(calculation, found.line, text), how: lineHow },
  ];
};

const monthSteps = (
  calculation: Calculation,
  text: Words,
  short: (day: Day) => string,
): CalculationStep[] => {
  const { months: found, orderDate, price, count } = calculation;
  if (found === undefined) return [];
  const { step: words, none, noWhole } = text.vipCalculator;
  const { down, up, nextProrationDate, downPrice, upPrice, termEnd } = found;
  const next = short(nextProrationDate);
  const isWhole = down === up;
  const fromNext = down === 0 ? noWhole : words.fromTo(next, short(termEnd));
  const broken = words.broken(short(orderDate), next);
  const times = [
    { title: words.nextDate, value: next, how: words.nextDateHow },
    {
      title: isWhole ? words.wholeMonths : words.downMonths,
      value: down === 0 ? none : `${down}`,
      how: fromNext,
    },
    ...(isWhole ? [] : [{ title: words.upMonths, value: `${up}`, how: broken }]),
  ];
  if (!calculation.hasPrice) return times;
  const line = (title: string, amount: string, months: number): CalculationStep => ({
    title,
    value: amount === '' ? none : amountOf(calculation, amount, text),
    how:
      amount === '' ? noWhole : words.monthsHow(exactNumber(price, text.language), months, count),
  });
  return [
    ...times,
    line(isWhole ? words.line : words.downLine, downPrice, down),
    ...(isWhole ? [] : [line(words.upLine, upPrice, up)]),
  ];
};

/** A day with its year, also within this one: a term spans two of them. */
export const dayWithYear = (day: Day, { format }: Pick<Words, 'format'>): string =>
  format.dayShort(day, '');

/** The reckoning step by step, each with its own numbers. */
export const calculationSteps = (calculation: Calculation, text: Words): CalculationStep[] =>
  (calculation.by === 'days' ? daySteps : monthSteps)(calculation, text, (day) =>
    dayWithYear(day, text),
  );

/** The reckoning as a text to copy. */
export const calculationText = (calculation: Calculation, text: Words): string => {
  const { copied, ways, roundingDays, roundingMonths } = text.vipCalculator;
  const { customer, productName, count, orderDate, termEnd, by } = calculation;
  const short = (day: Day): string => dayWithYear(day, text);
  return [
    copied.head(customer?.data.name ?? ''),
    copied.what(count, productName),
    `${copied.when(short(orderDate), short(termEnd))} (${ways[by]})`,
    ...calculationSteps(calculation, text).map(({ title, value, how }, at) =>
      copied.step(at + 1, title, value, how),
    ),
    by === 'days' ? roundingDays : roundingMonths,
  ].join('\n');
};

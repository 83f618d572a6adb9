import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { vipCalculator as swedish } from '../sv/vip-calculator.ts';

const n = countIn('en');
const months = (count: number): string => (count === 1 ? '1 month' : `${n(count)} months`);
const days = (count: number): string => (count === 1 ? '1 day' : `${n(count)} days`);
const licences = (count: number): string => (count === 1 ? '1 licence' : `${n(count)} licences`);

/** Why the time to the anniversary or its price cannot be reckoned, and what to change. */
const problems: (typeof swedish)['problems'] = {
  'price-not-understood': () => 'Enter the price as an amount, for example 4,188.00.',
  'quantity-not-whole': () => 'The quantity must be a whole number, at least 1.',
  'not-a-day': () => 'Enter a date that exists.',
  'months-outside-term': ({ least = 1, most = 12 }) =>
    `The number of months must be ${n(least)} to ${n(most)}.`,
};

/** Words of the duration and proration calculator. */
export const vipCalculator = {
  title: 'Duration',
  by: 'Count in',
  ways: { months: 'VIP, months', days: 'Marketplace, days' },
  customerAndOrder: 'Customer and order',
  customer: 'Customer',
  noCustomer: 'None, enter the anniversary',
  orderDate: 'Order date',
  anniversary: 'Anniversary',
  ofCustomer: 'The customer’s anniversary',
  noAnniversary: 'The customer has no anniversary yet. Enter one to count to.',
  longTerm: (to: string) =>
    `The anniversary is more than a year away: a first term that is longer than a year. The time is counted to ${to}.`,
  otherTerm: (from: string, to: string, anniversary: string) =>
    `The order date is in the term ${from} to ${to}. The price is for that time, not for the one until ${anniversary}.`,
  product: 'Product',
  productOrSku: 'Product or SKU',
  offered: 'From the price list',
  level: (level: string) => `level ${level}`,
  moreOffered: (count: number) => `${n(count)} more. Type more of the name or the SKU.`,
  notInList: 'Nothing on the price list has that name. You can type the price by hand.',
  price: 'Price per licence and year',
  currency: 'Currency',
  fromList: 'from the price list',
  noPriceIn: (currency: string) => `The price list has no yearly price in ${currency}`,
  quantity: 'Quantity',
  fewer: 'Fewer',
  more: 'More',
  compareMonths: 'Compare with whole months',
  compareDays: 'Compare with days',
  down: (count: number) => `${months(count)}, rounded down`,
  up: (count: number) => `${months(count)}, rounded up`,
  months,
  days,
  none: '–',
  noWhole: 'no whole month is left',
  unclear: 'Adobe does not say how a partial month is counted. Both are shown.',
  untilAnniversary: (count: number) => `for ${licences(count)} until the anniversary`,
  durationOnly: 'until the anniversary',
  untilDay: (count: number, day: string) => `for ${licences(count)} until ${day}`,
  durationUntil: (day: string) => `until ${day}`,
  of: (left: number, all: number) => `${n(left)} of ${days(all)}`,
  lastDay: (day: string) => `${day}, last day`,
  tape: (order: string, last: string, left: number) =>
    `The term: from the order on ${order} up to and including ${last} there ${left === 1 ? 'is' : 'are'} ${days(left)}.`,
  wanting: 'Choose a customer or enter the anniversary to calculate the time.',
  putRight: 'Correct what is marked to calculate it.',
  wantingPrice: 'Enter the price to calculate the line.',
  steps: 'How it was calculated',
  step: {
    daysLeft: 'Days left',
    minus: (later: string, earlier: string) => `${later} − ${earlier}`,
    yearDays: 'Days in the term',
    noLeapDay: (from: string, to: string) => `${from} to ${to}, no 29 February`,
    leapDay: (from: string, to: string, day: string) => `${from} to ${to}, with ${day}`,
    leapAnniversary: (from: string, to: string) =>
      `${from} to ${to}, the anniversary follows 29 February`,
    daily: 'Price per day',
    dailyHow: (price: string, yearDays: number) => `${price} ÷ ${n(yearDays)}, nine decimals`,
    line: 'The line',
    lineHow: (daily: string, left: number, quantity: number, exact: string) =>
      `${daily} × ${n(left)} × ${n(quantity)} = ${exact}`,
    wholeYearHow: (price: string, quantity: number) => `${price} × ${n(quantity)}, a whole term`,
    nextDate: 'Next proration date',
    nextDateHow: 'the same day of the month as the anniversary',
    downMonths: 'Whole months, rounded down',
    upMonths: 'Whole months, rounded up',
    wholeMonths: 'Whole months',
    fromTo: (from: string, to: string) => `${from} to ${to}`,
    broken: (from: string, to: string) =>
      `the partial month ${from} to ${to} counts as a whole one`,
    downLine: 'The line, rounded down',
    upLine: 'The line, rounded up',
    monthsHow: (price: string, count: number, quantity: number) =>
      `${price} × ${n(count)} × ${n(quantity)} ÷ 12`,
  },
  roundingDays:
    'The price per day to nine decimals, then the line to cents. Nothing else is rounded.',
  roundingMonths: 'The line is rounded to cents. Nothing else is rounded.',
  validUntil: 'The licence is valid up to and including the day before the anniversary.',
  copy: 'Copy the calculation',
  use: 'Use in the order',
  useMonths: (count: number) => `Use ${months(count)}`,
  copied: {
    head: (name: string) => (name === '' ? 'Duration and price' : `Duration and price, ${name}`),
    what: (quantity: number, product: string) =>
      product === '' ? licences(quantity) : `${n(quantity)} × ${product}`,
    when: (order: string, anniversary: string) => `Ordered ${order}, anniversary ${anniversary}`,
    step: (at: number, title: string, value: string, how: string) =>
      `${n(at)}. ${title}: ${value}${how === '' ? '' : ` (${how})`}`,
  },
  problems,
} satisfies Messages<typeof swedish>;

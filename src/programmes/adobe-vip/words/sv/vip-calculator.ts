import { countIn } from '#core/language/count.ts';
import type { Sentences } from '#core/language/sentence.ts';
import type { ProrationProblem } from '#programmes/adobe-vip/rules/proration/proration-input.ts';

const n = countIn('sv');
const months = (count: number): string => (count === 1 ? '1 månad' : `${n(count)} månader`);
const days = (count: number): string => (count === 1 ? '1 dag' : `${n(count)} dagar`);
const licences = (count: number): string => (count === 1 ? '1 licens' : `${n(count)} licenser`);

/** Why the time to the anniversary or its price cannot be reckoned, and what to change. */
const problems = {
  'price-not-understood': () => 'Skriv priset som ett belopp, till exempel 4 188,00.',
  'quantity-not-whole': () => 'Antalet ska vara ett helt tal, minst 1.',
  'not-a-day': () => 'Ange en dag som finns i kalendern.',
  'months-outside-term': ({ least = 1, most = 12 }) =>
    `Antalet månader ska vara ${n(least)} till ${n(most)}.`,
} satisfies Sentences<ProrationProblem['code']>;

/** Words of the duration and proration calculator. */
export const vipCalculator = {
  title: 'Varaktighet',
  by: 'Räkna i',
  ways: { months: 'VIP, månader', days: 'Marketplace, dagar' },
  customerAndOrder: 'Kund och order',
  customer: 'Kund',
  noCustomer: 'Ingen, årsdagen för hand',
  orderDate: 'Orderdag',
  anniversary: 'Årsdag',
  ofCustomer: 'Kundens årsdag',
  noAnniversary: 'Kunden har ingen årsdag än. Ange en för att räkna.',
  longTerm: (to: string) =>
    `Årsdagen ligger mer än ett år bort: en första avtalsperiod som är längre än ett år. Tiden räknas till ${to}.`,
  otherTerm: (from: string, to: string, anniversary: string) =>
    `Orderdagen hör till avtalsåret ${from} till ${to}. Priset gäller den tiden, inte den till ${anniversary}.`,
  product: 'Produkt',
  productOrSku: 'Produkt eller SKU',
  offered: 'Ur prislistan',
  level: (level: string) => `nivå ${level}`,
  moreOffered: (count: number) => `${n(count)} till. Skriv mer av namnet eller SKU:n.`,
  notInList: 'Inget i prislistan heter så. Priset går att skriva för hand.',
  price: 'Pris per år och licens',
  currency: 'Valuta',
  fromList: 'ur prislistan',
  noPriceIn: (currency: string) => `Prislistan har inget årspris i ${currency}`,
  quantity: 'Antal',
  fewer: 'Färre',
  more: 'Fler',
  compareMonths: 'Jämför med hela månader',
  compareDays: 'Jämför med dagar',
  down: (count: number) => `${months(count)}, nedåt`,
  up: (count: number) => `${months(count)}, uppåt`,
  months,
  days,
  none: '–',
  noWhole: 'ingen hel månad är kvar',
  unclear: 'Adobe säger inte hur en bruten månad räknas. Båda visas.',
  untilAnniversary: (count: number) => `för ${licences(count)} till årsdagen`,
  durationOnly: 'till årsdagen',
  untilDay: (count: number, day: string) => `för ${licences(count)} till ${day}`,
  durationUntil: (day: string) => `till ${day}`,
  of: (left: number, all: number) => `${n(left)} av ${days(all)}`,
  lastDay: (day: string) => `${day}, sista dag`,
  tape: (order: string, last: string, left: number) =>
    `Avtalsåret: från ordern ${order} till och med ${last} är det ${days(left)}.`,
  wanting: 'Välj en kund eller ange årsdagen, så räknas tiden ut.',
  putRight: 'Rätta det som är markerat, så räknas det ut.',
  wantingPrice: 'Ange priset, så räknas raden ut.',
  steps: 'Så räknades det',
  step: {
    daysLeft: 'Dagar kvar',
    minus: (later: string, earlier: string) => `${later} − ${earlier}`,
    yearDays: 'Dagar i avtalsåret',
    noLeapDay: (from: string, to: string) => `${from} till ${to}, ingen 29 februari`,
    leapDay: (from: string, to: string, day: string) => `${from} till ${to}, med ${day}`,
    leapAnniversary: (from: string, to: string) =>
      `${from} till ${to}, årsdagen följer 29 februari`,
    daily: 'Pris per dag',
    dailyHow: (price: string, yearDays: number) => `${price} ÷ ${n(yearDays)}, nio decimaler`,
    line: 'Raden',
    lineHow: (daily: string, left: number, quantity: number, exact: string) =>
      `${daily} × ${n(left)} × ${n(quantity)} = ${exact}`,
    wholeYearHow: (price: string, quantity: number) =>
      `${price} × ${n(quantity)}, ett helt avtalsår`,
    nextDate: 'Nästa månadsdag',
    nextDateHow: 'samma dag i månaden som årsdagen',
    downMonths: 'Hela månader, nedåt',
    upMonths: 'Hela månader, uppåt',
    wholeMonths: 'Hela månader',
    fromTo: (from: string, to: string) => `${from} till ${to}`,
    broken: (from: string, to: string) => `den brutna månaden ${from} till ${to} räknas hel`,
    downLine: 'Raden, nedåt',
    upLine: 'Raden, uppåt',
    monthsHow: (price: string, count: number, quantity: number) =>
      `${price} × ${n(count)} × ${n(quantity)} ÷ 12`,
  },
  roundingDays: 'Dagspriset till nio decimaler, sedan raden till öre. Inget annat avrundas.',
  roundingMonths: 'Raden avrundas till öre. Inget annat avrundas.',
  validUntil: 'Licensen gäller till och med dagen före årsdagen.',
  copy: 'Kopiera uträkningen',
  use: 'Använd i ordern',
  useMonths: (count: number) => `Använd ${months(count)}`,
  copied: {
    head: (name: string) =>
      name === '' ? 'Varaktighet och pris' : `Varaktighet och pris, ${name}`,
    what: (quantity: number, product: string) =>
      product === '' ? licences(quantity) : `${n(quantity)} × ${product}`,
    when: (order: string, anniversary: string) => `Orderdag ${order}, årsdag ${anniversary}`,
    step: (at: number, title: string, value: string, how: string) =>
      `${n(at)}. ${title}: ${value}${how === '' ? '' : ` (${how})`}`,
  },
  problems,
};

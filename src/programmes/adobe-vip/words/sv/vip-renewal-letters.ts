import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

const licences = (count: number): string => (count === 1 ? '1 licens' : `${n(count)} licenser`);

/** Letters about a renewal to a customer's admin, as the text of a mail. */
export const renewalLetters = {
  greeting: (name: string) => (name === '' ? 'Hej,' : `Hej ${name},`),
  ending: (name: string) => (name === '' ? 'Med vänlig hälsning' : `Med vänlig hälsning\n${name}`),
  subjects: {
    quote: (customer: string) => `Offert: förlängning av Adobe-licenser, ${customer}`,
    'time-to-renew': (customer: string) => `Dags att förlänga Adobe-licenserna, ${customer}`,
    'renewal-due': (customer: string) => `Adobe-licenserna skulle ha förlängts, ${customer}`,
    'access-ends': (customer: string) => `Åtkomsten till Adobe tas snart bort, ${customer}`,
  },
  quote: (day: string, last: string) =>
    `här är vårt förslag till förlängning av era Adobe-licenser. Årsdagen är ${day}, och ordern kan läggas till och med ${last}.`,
  'time-to-renew': (day: string) =>
    `era Adobe-licenser löper ut på årsdagen ${day}. Nu går det att beställa förlängningen. Vi föreslår:`,
  'renewal-due': (day: string, last: string) =>
    `årsdagen för era Adobe-licenser är ${day}, och förlängningen är inte beställd. Den går att beställa till och med ${last}. Kvar att förlänga:`,
  'access-ends': (day: string, last: string) =>
    `årsdagen för era Adobe-licenser är ${day}. Till och med ${last} går de att förlänga; därefter tas åtkomsten bort. Kvar att förlänga:`,
  itself: {
    subject: (customer: string) => `Förlängningen av Adobe-licenserna, ${customer}`,
    'time-to-renew': (day: string) =>
      `era Adobe-licenser i VIP Marketplace förlängs automatiskt på årsdagen ${day}, om det inte är avstängt. Det går också att beställa i förväg.`,
    'renewal-due': (day: string, last: string) =>
      `årsdagen för era Adobe-licenser är ${day}. Det som inte är beställt förlängs automatiskt, om det inte är avstängt. Det som inte förlängs går att beställa till och med ${last}.`,
    'access-ends': (day: string, last: string) =>
      `årsdagen för era Adobe-licenser är ${day}. Det som varken är beställt eller förlängs automatiskt går att beställa till och med ${last}; därefter tas åtkomsten till det bort.`,
    suggest: 'Vi föreslår:',
  },
  line: (quantity: number, product: string, sku: string) =>
    `– ${n(quantity)} × ${product}${sku === '' ? '' : ` (${sku})`}`,
  price: (each: string, sum: string) => `, ${each} per licens och år, ${sum}`,
  level: (level: string, count: number) => `Sammanlagt ${licences(count)}, rabattnivå ${level}.`,
  total: (sum: string) => `Summa per år: ${sum}, exklusive moms.`,
  pricesFrom: (day: string) => `Priserna gäller från ${day}.`,
  losing: (names: string, count: number) =>
    names === ''
      ? `${n(count)} användare förlorar annars åtkomsten.`
      : `De här förlorar annars åtkomsten: ${names}.`,
  others: (count: number) => `${n(count)} till`,
  vipId: (id: string) => `VIP ID: ${id}`,
  ask: 'Svara på det här mejlet med antalen, så lägger vi ordern.',
};

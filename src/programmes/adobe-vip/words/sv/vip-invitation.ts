import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

/** Words of the line that leads a new VIP customer from the invitation to the anniversary. */
export const vipInvitation = {
  label: 'Från inbjudan till årsdagen',
  done: 'klart',
  now: 'nu',
  later: 'senare',
  from: 'Inbjudan från Reseller Console',
  dayUnknown: 'dagen är inte angiven',
  authorize: 'Skapa inköpsauktoriseringar',
  accepts: 'Inget annat väntar på det.',
  order: 'Första ordern läggs',
  orderWithin: (days: number) => `Inom ${n(days)} dagar från att auktoriseringen skapas.`,
  anniversary: 'Licenserna gäller till årsdagen',
  past: (day: string, next: string) =>
    `${day} har passerat. Nästa årsdag att förlänga till är ${next}.`,
  takeNext: (next: string) => `Använd ${next}`,
};

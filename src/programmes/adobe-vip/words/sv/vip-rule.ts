import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

/**
 * Words of the rule behind an authorization's last day; what is between stars is drawn strong.
 */
export const vipRule = {
  title: (day: string) => `Order senast ${day}`,
  titlePlain: 'Dagar till order',
  plain: (days: number) =>
    `Räknas från dagen då auktoriseringen skapas, plus *${n(days)} dagar*. Sista dagen räknas.`,
  from: (from: string, days: number) =>
    `Skapad *${from}*, plus *${n(days)} dagar*. Den sista dagen räknas.`,
  stated: (day: string) => `Adobe har själv sagt *${day}*, och då gäller den dagen.`,
  inCalifornia: 'Adobe räknar dagarna i Kaliforniens tid.',
  never: 'Driftsättningsdagen räknas bara där en lista inte säger när den skapades.',
  after: {
    'past-due': (day: string) => `Från ${day} är kunden försenad och får inga nya auktoriseringar.`,
    expires: (day: string) =>
      `Från ${day} har den gått ut och licenserna är borta. Kunden kan få en ny.`,
  },
  suspended: (day: string) => `Från ${day} fungerar licenserna inte.`,
  unclear: 'Adobe säger inte när licenserna slutar fungera.',
  theRule: 'Regeln',
  programme: 'Program',
  number: 'Dagar till order',
  days: (count: number) => `${n(count)} dagar`,
  source: 'Källa',
  sources: {
    'adobe-vip.order-30': 'Adobe, Hantera kundlicenser',
    'adobe-vip.order-14': 'Adobe, nyare engelsk version av samma sida',
    'adobe-vip.order-7': 'Adobe, VIP Marketplace',
  },
  edition: 'Version',
  editions: {
    'adobe-vip.order-30': 'VIP, 30 dagar',
    'adobe-vip.order-14': 'VIP, 14 dagar',
    'adobe-vip.order-7': 'VIP Marketplace, 7 dagar',
  },
  reminds: 'Påminner, dag',
  wrong: 'Stämmer inte dagen?',
  countBy: 'Räkna med',
  counted: 'Räknas om',
  otherDay: 'Adobe säger en annan dag',
  due: 'Sista dag enligt Adobe',
  why: 'Var står det?',
  whyHint: 'Till exempel: Reseller Console i dag.',
  saveDue: 'Spara dagen',
  dueSaved: 'Sista dagen är ändrad',
  backToCounted: 'Tillbaka till den räknade dagen',
  others: 'Andra versioner',
  kept: 'En auktorisering behåller den regel som gällde när den skapades. Vilken som gäller nya väljs under Inställningar, eller för en kund i dess meny under Regler.',
};

import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

const licences = (count: number): string => (count === 1 ? '1 licens' : `${n(count)} licenser`);

/** Words of the list of VIP customers: all that it says where no customer is beside it. */
export const vipList = {
  title: 'VIP-kunder',
  detail: 'Vald kund',
  choose: { title: 'Välj en kund', sentence: 'Här visas auktoriseringar, planer och historik.' },
  search: 'Namn, VIP ID, PO eller order',
  add: 'Ny VIP-kund',
  csv: 'Spara som CSV',
  filter: 'Visa',
  list: (group: string) => `${group}, kunder`,
  customers: (count: number) => (count === 1 ? '1 kund' : `${n(count)} kunder`),
  empty: {
    title: 'Inga kunder ännu',
    sentence: 'Lägg in en kund, så räknar Volym dagarna till order och förlängning.',
    import: 'Importera kunder',
  },
  none: { title: 'Inga träffar', sentence: 'Ändra sökningen eller visa alla.', all: 'Visa alla' },
  reconcile: 'Avstämning mot faktura',
  calculate: 'Räkna varaktighet och pris',
  programmes: { vip: 'VIP', 'vip-marketplace': 'VIP Marketplace' },
  segments: { COM: 'Företag', EDU: 'Utbildning', GOV: 'Offentlig sektor' },
  filters: {
    all: 'Alla',
    mine: 'Mina',
    'past-due': 'Försenade',
    pending: 'Väntar på order',
    ready: 'Klara att förlänga',
    late: 'Sena förlängningar',
    expired: 'Utgångna',
    lapsed: 'För sena att förlänga',
    itself: 'Förlängda av sig själva?',
    returning: 'Returer utan svar',
    question: 'Frågor',
    upcoming: 'Förlängs snart',
    'no-products': 'Inga produkter',
    calm: 'Inget att göra',
  },
  groups: {
    'past-due': 'Försenad',
    pending: 'Väntar på order',
    ready: 'Klar att förlänga',
    // As home says it (`shell.actions`).
    late: 'Lägg den sena förlängningen',
    expired: 'Auktoriseringen har gått ut',
    lapsed: 'För sent att förlänga: gör ett nytt köp',
    itself: 'Förlängdes den av sig själv?',
    returning: 'Fråga om returen',
    question: 'Ni ändrade samma sak',
    upcoming: 'Kommande förlängning',
    'no-products': 'Inga produkter',
    calm: 'Inget att göra',
  },
  row: {
    orderWasDue: (day: string) => `Order skulle ha lagts ${day}`,
    authorized: (day: string, count: number) => `Auktorisering ${day}, ${licences(count)}`,
    anniversary: (day: string) => `Årsdag ${day}`,
    licences,
    invited: (day: string) => `Inbjuden ${day}`,
    accepted: (day: string) => `Godkände ${day}`,
    termsNotAccepted: 'villkor ej godkända',
    noAnniversary: 'Ingen årsdag angiven',
    isNew: 'Ny',
    suspended: (day: string) => `Avstängd, sista dag ${day}`,
    // Several in one line of a phone; alone each says more.
    due: {
      pending: (day: string) => `order ${day}`,
      late: (day: string) => `förlängning ${day}`,
      ready: (day: string) => `årsdag ${day}`,
      returning: (day: string) => `retur ${day}`,
    },
    daysLate: (count: number) => (count === 1 ? '1 dag sen' : `${n(count)} dgr sen`),
    days: (count: number) => (count === 1 ? '1 dag' : `${n(count)} dagar`),
    today: 'i dag',
    // Of the rest of the day in which it did: it is not a day late yet.
    expired: 'utgången',
  },
};

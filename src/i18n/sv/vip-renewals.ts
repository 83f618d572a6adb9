import { countIn } from '../count.ts';
import { shell } from './shell.ts';

const n = countIn('sv');

const licences = (count: number): string => (count === 1 ? '1 licens' : `${n(count)} licenser`);
const days = (count: number): string => (count === 1 ? '1 dag' : `${n(count)} dagar`);

/** Words of the renewals: the overview, a customer's renewal and the history. */
export const vipRenewals = {
  title: 'Förlängningar',
  detail: 'Vald förlängning',
  choose: { title: 'Välj en kund', sentence: 'Här visas vad som ska beställas, och till när.' },
  link: (count: number) => (count === 0 ? 'Förlängningar' : `Förlängningar ${n(count)}`),
  tab: 'Förlängning',
  customers: 'VIP-kunder',
  plans: 'Planer',
  vipId: (id: string) => `VIP ID ${id}`,
  views: { label: 'Visa', overview: 'Översikt', history: 'Historik' },
  search: 'Namn eller VIP ID',
  filter: 'Vems',
  all: 'Alla',
  mine: 'Mina',
  csv: 'Spara som CSV',
  csvName: 'forlangningar',
  csvHeads: {
    customer: 'Kund',
    vipId: 'VIP ID',
    state: 'Läge',
    anniversary: 'Årsdag',
    lastDay: 'Sista orderdag',
    product: 'Produkt',
    level: 'Nivå',
    sku: 'SKU',
    owned: 'Ägda',
    assigned: 'Tilldelade',
    renewed: 'Förlängda',
    missing: 'Saknas',
    suggested: 'Föreslaget antal',
  },
  groups: {
    late: shell.actions['renew-late'](),
    lapsed: shell.actions['renew-lost'](),
    itself: shell.actions['renewed-itself'](),
    partial: 'Delvis förlängd',
    blocked: 'Spärrad av försenad order',
    now: 'Kan beställas nu',
    prepare: 'Förbered',
    ending: 'Förlängs inte, upphör snart',
    done: 'Klart det här kvartalet',
  },
  notes: { now: 'från 30 dagar före', prepare: 'inom 90 dagar' },
  list: (group: string) => `${group}, kunder`,
  row: {
    anniversary: (day: string, count: number) => (count === 0 ? `Årsdag ${day}` : `Årsdag ${day}, ${licences(count)}`),
    missing: (count: number) => (count === 1 ? '1 saknas' : `${n(count)} saknas`),
    renewed: (day: string, count: number) => (count === 0 ? `Förlängd ${day}` : `Förlängd ${day}, ${licences(count)}`),
    until: (month: string) => `till ${month}`,
    days,
    today: 'i dag',
    daysLate: (count: number) => (count === 1 ? '1 dag sen' : `${n(count)} dgr sen`),
  },
  empty: {
    title: 'Inget att förlänga nu',
    sentence: 'En kund visas här från 90 dagar före sin årsdag.',
  },
  none: { title: 'Ingen kund passar', sentence: 'Ändra sökningen eller visa alla.', all: 'Visa alla' },
  noHistory: { title: 'Ingen historik ännu', sentence: 'Här samlas de förlängningar som har beställts.' },
  timing: { early: 'Tidig', 'in-window': 'I fönstret', late: 'Sen' },
  event: {
    line: (quantity: number, what: string) => `${n(quantity)} × ${what}`,
    level: (level: string) => `nivå ${level}`,
    declined: 'Förlängdes inte',
    order: (number: string) => `Order ${number}`,
  },
  partial: {
    sub: (day: string) => `Årsdag ${day}`,
    owned: 'ägda',
    assigned: 'tilldelade',
    renewed: 'förlängda',
    missing: 'saknas',
    open: (count: number) => `Förläng ${n(count)} till`,
    mail: 'Mejla admin',
  },
  lapse: {
    ends: (count: number, day: string) => `${licences(count)} upphör efter ${day}`,
    ended: (count: number, day: string) => `${licences(count)} upphörde efter ${day}`,
    'renewal-closed': 'Resten förlängs inte',
    'renewal-declined': 'Kunden förlänger inte',
  },
  loss: {
    title: (count: number, day: string) =>
      count === 1 ? `1 användare förlorar åtkomst efter ${day}` : `Dessa ${n(count)} förlorar åtkomst efter ${day}`,
    lost: (count: number, day: string) =>
      count === 1 ? `1 användare förlorade åtkomst efter ${day}` : `Dessa ${n(count)} förlorade åtkomst efter ${day}`,
    unnamed: (count: number) => (count === 1 ? '1 till utan namn' : `${n(count)} till utan namn`),
    add: 'Skriv in vem',
    proposal: 'Vem Adobe tar bort står inte skrivet. Förslaget är i namnordning; fördela om i Admin Console.',
    sheet: 'Vem har licens',
    name: 'Namn',
    group: 'Avdelning',
    plan: 'Produkt',
    save: 'Spara',
    remove: 'Ta bort från listan',
    added: (name: string) => `${name} är tillagd`,
    removed: (name: string) => `${name} är borttagen från listan`,
  },
  hero: {
    to: (count: number) => (count === 1 ? 'dag till' : 'dagar till'),
    since: (count: number) => (count === 1 ? 'dag sedan' : 'dagar sedan'),
    anniversary: (day: string) => `årsdagen ${day}`,
    window: (from: string, to: string) => `Order ${from} till ${to}`,
    sentence: (day: string, from: string, to: string) =>
      `Årsdagen är ${day}. Order kan läggas från ${from} till ${to}.`,
    opens: (day: string) => `${day} öppnar`,
    ends: (day: string) => `till ${day}`,
  },
  auto: (day: string, until: string) =>
    `VIP Marketplace förlängs automatiskt ${day}. Antalen kan ändras till och med ${until}.`,
  blocked: 'Reda ut den försenade ordern först.',
  notYet: (day: string) => `Visas här från ${day}, 90 dagar före årsdagen.`,
  noAnniversary: 'Kunden har ingen årsdag än: första ordern sätter den.',
  lastClosed: (day: string) => `Senast förlängd ${day}.`,
  lastDeclined: (day: string) => `Förlängdes inte, noterat ${day}.`,
  lapsed: {
    sentence: (day: string) =>
      `Sista dagen var ${day}. Det som inte förlängdes är borta. En ny inköpsauktorisering ger licenser igen.`,
    itself: (day: string) =>
      `VIP Marketplace förlänger av sig själv ${day}, om det inte stängdes av. Skriv in vad som förlängdes, så stämmer planerna.`,
    ended: 'Notera att den inte förlängdes',
    close: 'Notera att inget mer förlängs',
  },
  suggestion: {
    title: 'Föreslagen order',
    rest: 'Kvar att förlänga',
    sum: (owned: number, assigned: number) =>
      `${licences(owned)}, ${assigned === 1 ? '1 tilldelad' : `${n(assigned)} tilldelade`}`,
    counts: (owned: number, assigned: number) => `${n(assigned)} av ${n(owned)} tilldelade`,
    renewed: (count: number) => (count === 1 ? '1 förlängd' : `${n(count)} förlängda`),
    level: (level: string) => `nivå ${level}`,
    next: (more: number, level: string) => `${licences(more)} till ger nivå ${level}.`,
    noSku: 'SKU saknas',
    notListed: 'Står inte i prislistan',
    noPriceIn: (currency: string) => `Inget årspris i ${currency}`,
    quantity: (product: string) => `Förläng ${product}`,
    fewer: (product: string) => `Färre ${product}`,
    more: (product: string) => `Fler ${product}`,
    price: (sum: string) => `${sum} per år enligt prislistan`,
    reset: 'Återställ förslaget',
    free: (used: number, owned: number, keeps: number) =>
      `${n(used)} av ${n(owned)} är tilldelade. ${n(keeps)} ger samma nivå.`,
    keeps: (used: number, owned: number, keeps: number, level: string) =>
      `${n(used)} av ${n(owned)} är tilldelade. ${n(keeps)} behövs för nivå ${level}.`,
    over: (count: number, used: number) =>
      count === 1
        ? `1 fler är tilldelad än ägd. Förläng ${n(used)}, så har alla kvar.`
        : `${n(count)} fler är tilldelade än ägda. Förläng ${n(used)}, så har alla kvar.`,
    uncounted: 'Ingen har skrivit in hur många som är tilldelade.',
    none: 'Inga licenser att förlänga. Skriv in dem under Planer.',
    short: (count: number) =>
      count === 1 ? 'Treårsåtagandet kräver 1 licens till.' : `Treårsåtagandet kräver ${n(count)} licenser till.`,
    copy: 'Kopiera orderrader',
    copyShort: 'Kopiera SKU:er',
    record: 'Registrera order',
    quote: 'Offerttext',
    opens: (day: string) => `Order kan läggas från ${day}.`,
  },
  record: {
    title: 'Registrera förlängningen',
    sub: (name: string, day: string) => `${name} · årsdag ${day}`,
    number: 'Ordernummer',
    on: 'Orderdag',
    lines: 'Förlängs',
    sku: (product: string) => `SKU, ${product}`,
    closes: 'Förlängningen är klar',
    closesDetail: 'Nästa förlängning blir nästa års. Det som inte förlängdes upphör.',
    left: (count: number) =>
      count === 1 ? '1 användare blir utan licens.' : `${n(count)} användare blir utan licens.`,
    save: (count: number) => `Spara, ${licences(count)}`,
    saved: (number: string) => `Förlängning ${number} är sparad`,
    savedClosed: (number: string, day: string) => `Förlängning ${number} är sparad. Nästa årsdag ${day}`,
  },
  end: {
    title: 'Avsluta',
    close: 'Notera att resten inte förlängs',
    closeDetail: (count: number, day: string) =>
      count === 0 ? 'Det som är förlängt gäller till nästa årsdag.' : `${licences(count)} upphör efter ${day}.`,
    decline: 'Notera att kunden inte förlänger',
    declineDetail: (day: string) => `Åtkomsten upphör efter ${day}.`,
    closed: 'Förlängningen är avslutad',
    declined: 'Noterat: kunden förlänger inte',
    reopen: 'Öppna igen',
    reopened: 'Förlängningen är öppen igen',
  },
  notices: {
    title: 'Aviseringar från Adobe',
    kinds: {
      'time-to-renew': 'Dags att förlänga',
      'renewal-due': 'Förlängningen skulle ha gjorts',
      'access-ends': 'Innan åtkomsten tas bort',
    },
    sent: (day: string) => `skickades ${day}`,
    comes: (day: string) => day,
    around: (day: string) => `omkring ${day}`,
    hint: 'Adobe mejlar kundens admin. Tryck på en rad för en egen text till dem.',
  },
  letter: {
    language: 'Språk i texten',
    languages: { sv: 'Svenska', en: 'Engelska' },
    quote: 'Offerttext',
    copy: 'Kopiera text',
    mail: 'Öppna i e-post',
    to: (name: string) => `Till ${name}`,
    nobody: 'Kundens admin är inte inskriven: mottagaren blir tom.',
  },
  banner: {
    title: (count: number) =>
      count === 1 ? 'Dags att förlänga, 1 dag kvar' : `Dags att förlänga, ${n(count)} dagar kvar`,
    due: 'Årsdagen är i dag',
    late: (day: string) => `Årsdagen har passerat. Order går att lägga till och med ${day}.`,
    sentence: (count: number, day: string) => `${licences(count)}, årsdag ${day}.`,
    open: 'Öppna förlängningen',
  },
  problems: {
    'renewal-too-early': (from: string) => `Ordern kan läggas tidigast ${from}. Rätta orderdagen.`,
    'renewal-too-late': (until: string) =>
      `Sista dagen för en förlängning var ${until}. Efter den hjälper bara ett nytt köp.`,
    'late-renewal-new-product': (product: string) =>
      `${product} kan inte läggas till efter årsdagen. Beställ den för sig.`,
    'late-renewal-too-many': (product: string, most: string) =>
      `Efter årsdagen går högst ${most} att förlänga av ${product}.`,
    'lines-needed': 'Välj minst en licens att förlänga.',
    'renewal-ended-already': 'Förlängningen är redan avslutad.',
  },
};

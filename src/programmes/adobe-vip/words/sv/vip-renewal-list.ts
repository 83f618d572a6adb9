import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

const licences = (count: number): string => (count === 1 ? '1 licens' : `${n(count)} licenser`);
const days = (count: number): string => (count === 1 ? '1 dag' : `${n(count)} dagar`);

/** Words of the lists of renewals: the overview and the history. */
export const renewalList = {
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
  groups: {
    // As home says it (`shell.actions`).
    late: 'Lägg den sena förlängningen',
    lapsed: 'För sent att förlänga: gör ett nytt köp',
    itself: 'Förlängdes den av sig själv?',
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
    anniversary: (day: string, count: number) =>
      count === 0 ? `Årsdag ${day}` : `Årsdag ${day}, ${licences(count)}`,
    missing: (count: number) => (count === 1 ? '1 saknas' : `${n(count)} saknas`),
    renewed: (day: string, count: number) =>
      count === 0 ? `Förlängd ${day}` : `Förlängd ${day}, ${licences(count)}`,
    until: (month: string) => `till ${month}`,
    days,
    today: 'i dag',
    daysLate: (count: number) => (count === 1 ? '1 dag sen' : `${n(count)} dgr sen`),
  },
  empty: {
    title: 'Inget att förlänga nu',
    sentence: 'En kund visas här från 90 dagar före sin årsdag.',
  },
  none: { title: 'Inga träffar', sentence: 'Ändra sökningen eller visa alla.', all: 'Visa alla' },
  noHistory: {
    title: 'Ingen historik ännu',
    sentence: 'Här samlas de förlängningar som har beställts.',
  },
  timing: { early: 'Tidig', 'in-window': 'I fönstret', late: 'Sen', outside: 'Utanför fönstret' },
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
      count === 1
        ? `1 användare förlorar åtkomst efter ${day}`
        : `Dessa ${n(count)} förlorar åtkomst efter ${day}`,
    lost: (count: number, day: string) =>
      count === 1
        ? `1 användare förlorade åtkomst efter ${day}`
        : `Dessa ${n(count)} förlorade åtkomst efter ${day}`,
    unnamed: (count: number) => (count === 1 ? '1 till utan namn' : `${n(count)} till utan namn`),
    nameless: (count: number) =>
      count === 1 ? '1 användare utan namn' : `${n(count)} användare utan namn`,
    add: 'Skriv in vem',
    proposal:
      'Adobe säger inte vem som tas bort. Förslaget är i namnordning; fördela om i Admin Console.',
  },
  hero: {
    /** After the number of days; after "I dag" on the day itself. */
    to: (count: number) => (count === 0 ? 'är' : count === 1 ? 'dag till' : 'dagar till'),
    since: (count: number) => (count === 1 ? 'dag sedan' : 'dagar sedan'),
    anniversary: (day: string) => `årsdagen ${day}`,
    window: (from: string, to: string) => `Order ${from} till ${to}`,
    sentence: (day: string, from: string, to: string) =>
      `Årsdagen är ${day}. Order kan läggas från ${from} till ${to}.`,
    opens: (day: string) => `${day} öppnar`,
    ends: (day: string) => `till ${day}`,
  },
  blocked: 'Reda ut den försenade ordern först.',
  suggestion: {
    title: 'Föreslagen order',
    rest: 'Kvar att förlänga',
    sum: (owned: number, assigned: number) =>
      `${licences(owned)}, ${assigned === 1 ? '1 tilldelad' : `${n(assigned)} tilldelade`}`,
    counts: (owned: number, assigned: number) => `${n(assigned)} av ${n(owned)} tilldelade`,
    countsUnknown: (owned: number) =>
      `${n(owned)} ${owned === 1 ? 'ägd' : 'ägda'}, tilldelade okänt`,
    sumUnknown: (owned: number, used: number) =>
      `${licences(owned)}, ${used === 0 ? 'tilldelade okänt' : `minst ${n(used)} ${used === 1 ? 'tilldelad' : 'tilldelade'}`}`,
    renewed: (count: number) => (count === 1 ? '1 förlängd' : `${n(count)} förlängda`),
    level: (level: string) => `nivå ${level}`,
    next: (more: number, level: string) => `${licences(more)} till ger nivå ${level}.`,
    noSku: 'SKU saknas',
    writeSku: 'SKU saknas: skriv in den',
    notListed: 'Står inte i prislistan',
    noPriceIn: (currency: string) => `Inget årspris i ${currency}`,
    quantity: (product: string) => `Förläng ${product}`,
    fewer: (product: string) => `Färre ${product}`,
    more: (product: string) => `Fler ${product}`,
    price: (sum: string) => `${sum} per år enligt prislistan`,
    reset: 'Återställ förslaget',
    free: (used: number, owned: number, keeps: number) =>
      `${n(used)} av ${n(owned)} är ${used === 1 ? 'tilldelad' : 'tilldelade'}. ${n(keeps)} ger samma nivå.`,
    keeps: (used: number, owned: number, keeps: number, level: string) =>
      `${n(used)} av ${n(owned)} är ${used === 1 ? 'tilldelad' : 'tilldelade'}. ${n(keeps)} behövs för nivå ${level}.`,
    over: (count: number, used: number) =>
      count === 1
        ? `1 fler är tilldelad än ägd. Förläng ${n(used)}, så har alla kvar.`
        : `${n(count)} fler är tilldelade än ägda. Förläng ${n(used)}, så har alla kvar.`,
    uncounted: 'Ingen har skrivit in hur många som är tilldelade.',
    none: 'Inga licenser att förlänga. Skriv in dem under Planer.',
    short: (count: number) =>
      count === 1
        ? 'Treårsåtagandet kräver 1 licens till.'
        : `Treårsåtagandet kräver ${n(count)} licenser till.`,
    copy: 'Kopiera orderrader',
    copyShort: 'Kopiera SKU:er',
    record: 'Registrera order',
    quote: 'Offerttext',
    opens: (day: string) => `Order kan läggas från ${day}.`,
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
    nobody: 'Kundens admin är inte inskriven: mejlet får ingen mottagare.',
  },
};

import { countIn } from '#core/language/count.ts';
import { vipCommitment } from './vip-commitment.ts';
import { vipHistory } from './vip-history.ts';
import { vipList } from './vip-list.ts';
import { vipProblems } from './vip-problems.ts';

const n = countIn('sv');

const licences = (count: number): string => (count === 1 ? '1 licens' : `${n(count)} licenser`);
const days = (count: number): string => (count === 1 ? '1 dag' : `${n(count)} dagar`);
const wholeMonths = (count: number): string =>
  count === 1 ? '1 hel månad' : `${n(count)} hela månader`;
const assigned = (count: number): string =>
  count === 1 ? '1 tilldelad' : `${n(count)} tilldelade`;
const users = (count: number): string => (count === 1 ? '1 användare' : `${n(count)} användare`);

/** Words of the Adobe VIP customers: list, a customer, authorizations, orders and history. */
export const vip = {
  ...vipList,
  saved: (name: string) => `${name} är sparad`,
  changed: 'Ändrat',
  trashed: 'Lagd i papperskorgen',
  programme: 'Program',
  segment: 'Marknadssegment',
  licenceTypes: { enterprise: 'Enterprise', team: 'Team' },
  licenceType: 'Licenstyp',
  form: {
    title: 'Ny VIP-kund',
    edit: 'Ändra kunden',
    name: 'Kundens namn',
    admin: 'Kundens admin',
    adminName: 'Kundens admin, namn',
    adminEmail: 'Kundens admin, e-post',
    owner: 'Kontoansvarig',
    me: 'Jag',
    vipId: 'VIP ID',
    marketplaceId: 'Kundnummer i Marketplace',
    anniversary: 'Årsdag',
    anniversaryHint: 'Lämna tomt tills första ordern är lagd: då räknas den ut.',
    invitation: 'Inbjudan',
    send: 'Skicka från Reseller Console',
    sent: 'Skickad från Reseller Console',
    isSent: 'Inbjudan är skickad',
    sentOn: 'Skickad',
    enterVipId: 'Ange VIP ID',
    issued: 'Utfärdas direkt när inbjudan har skickats',
    accepts: 'Kunden godkänner villkoren',
    waitsForNobody: 'Auktoriseringar går att skapa redan innan villkoren är godkända.',
    oddVipId: (length: number) =>
      length === 20
        ? 'VIP ID brukar bara ha siffror och A till F. Du kan spara ändå.'
        : `${length} tecken, de brukar vara 20. Du kan spara ändå.`,
    save: 'Spara kund',
    saveAndAuthorize: 'Spara och auktorisera',
    saveChanges: 'Spara',
    programmeStays: 'Programmet går inte att byta när det finns auktoriseringar.',
    segmentStays: 'Marknadssegmentet går bara att byta när kunden inte har några licenser.',
    firstOrder: 'Första ordern',
    deputy: 'Ersättare',
    nobody: 'Ingen',
  },
  tabs: { label: 'Visa', plans: 'Planer', history: 'Historik' },
  vipId: (id: string) => `VIP ID ${id}`,
  noVipId: 'VIP ID saknas',
  inCalifornia: (moment: string, day: string) => `${moment} (${day} i Kalifornien)`,
  lastMoment: (moment: string) => `Sista stund ${moment}`,
  anniversary: (day: string) => `årsdag ${day}`,
  nextAnniversary: (day: string) => `nästa årsdag ${day}`,
  missing: {
    title: 'Kunden finns inte här',
    sentence: 'Den kan ha tagits bort på en annan enhet.',
    trashed: 'Kunden ligger i papperskorgen.',
    open: 'Till papperskorgen',
    back: 'Till VIP-kunder',
  },
  pastDue: {
    title: (days: number) =>
      days === 1 ? 'Försenad sedan 1 dag' : `Försenad sedan ${n(days)} dagar`,
    suspended: (days: number) => `Avstängd, försenad sedan ${n(days)} dagar`,
    wasDue: (created: string, due: string) =>
      `Ordern för auktoriseringen ${created} skulle ha lagts senast ${due}.`,
    works: 'Licenserna fungerar än, men inga nya kan läggas till.',
    stopped: 'Licenserna fungerar inte längre, och inga nya kan läggas till.',
    unclear: 'Inga nya kan läggas till. Adobe säger inte om licenserna fungerar.',
    ordered: 'Jag har lagt ordern',
    site: 'Öppna LWS',
  },
  expired: {
    title: 'Auktoriseringen har gått ut',
    sentence: (due: string) =>
      `Ordern skulle ha lagts senast ${due}. Licenserna är borttagna. Kunden kan få en ny.`,
    note: 'Notera att den har gått ut',
    noted: 'Noterat. Den finns kvar i historiken.',
  },
  plans: {
    authorizations: 'Inköpsauktoriseringar',
    create: 'Ny inköpsauktorisering',
    title: 'Planer',
    sum: (owned: number, used: number) => `${licences(owned)}, ${assigned(used)}`,
    sumUnknown: (owned: number, used: number) =>
      `${licences(owned)}, ${used === 0 ? 'tilldelade okänt' : `minst ${assigned(used)}`}`,
    unknown: 'tilldelade okänt',
    assigned,
    free: (count: number) => (count === 1 ? '1 ledig' : `${n(count)} lediga`),
    waiting: (count: number) => `${n(count)} väntar på order`,
    over: (count: number) =>
      count === 1 ? '1 fler tilldelad än ägd' : `${n(count)} fler tilldelade än ägda`,
    lapse: (count: number, day: string) => `${n(count)} upphör efter ${day}`,
    noneLeft:
      'Inga licenser längre. Historiken visar vad som hände. En inköpsauktorisering ger licenser direkt.',
    none: 'Inga licenser ännu. En inköpsauktorisering ger licenser direkt.',
    add: 'Skriv in licenser',
    edit: 'Ändra antal',
    product: 'Produkt',
    sku: 'SKU',
    owned: 'Ägda',
    assignedField: 'Tilldelade',
    save: 'Spara',
    since: (day: string) => `Räknat ${day}. Det som hänt sedan dess räknas med.`,
    blocked: 'Spärrat tills den försenade ordern är lagd.',
    noteInvited: 'Notera att inbjudan är skickad',
    invitedOn: (day: string) => `Inbjudan skickad ${day}`,
    acceptTerms: 'Notera att kunden har godkänt villkoren',
    termsAccepted: (day: string) => `Villkoren godkända ${day}`,
    termsWaiting: 'Villkoren är inte godkända än',
  },
  commitment: vipCommitment,
  authorization: {
    what: (quantity: number, product: string) => `${n(quantity)} × ${product}`,
    and: (more: number) => (more === 1 ? 'och 1 produkt till' : `och ${n(more)} produkter till`),
    po: (number: string) => (/^po\b/i.test(number) ? number : `PO ${number}`),
    states: {
      pending: (days: number) => (days === 0 ? 'i dag' : days === 1 ? '1 dag' : `${n(days)} dagar`),
      overdue: 'Försenad',
      suspended: 'Avstängd',
      expired: 'Har gått ut',
      ordered: 'Beställd',
      withdrawn: 'Tillbakadragen',
    },
    lastDay: (day: string) => `${day}, sista dag`,
    sentence: (passed: number, all: number, left: number, day: string) =>
      left < 0
        ? `Sista dagen att lägga ordern var ${day}, för ${days(-left)} sedan.`
        : left === 0
          ? `${n(passed)} av ${n(all)} dagar har gått. Sista dagen är i dag, ${day}.`
          : `${n(passed)} av ${n(all)} dagar har gått, ${n(left)} återstår, till ${day}.`,
    placeOrder: 'Lägg ordern',
    noteOrder: 'Notera ordern',
    correct: 'Rätta',
    withdraw: 'Dra tillbaka',
    more: 'Fler val för auktoriseringen',
    canGo: 'Kan dras tillbaka: ingen användare har licenserna.',
    mayGo: 'Kan dras tillbaka om ingen användare har licenserna.',
    cannotGo: 'Kan inte dras tillbaka:',
    rule: 'Visa regeln',
  },
  authorize: {
    title: 'Ny inköpsauktorisering',
    sub: (name: string, anniversary: string) =>
      anniversary === '' ? name : `${name} · årsdag ${anniversary}`,
    educationDevice: 'Education-enhet',
    products: 'Produkter',
    count: licences,
    product: 'Produkt',
    productAt: (at: number) => `Produkt ${at}`,
    quantity: 'Antal',
    quantityOf: (product: string) => (product === '' ? 'Antal' : `Antal ${product}`),
    fewer: 'Färre',
    moreLicences: 'Fler',
    has: (owned: number, after: number) => `Har ${n(owned)}, får ${n(after)}`,
    isNew: 'Ny produkt',
    add: 'Lägg till produkt',
    remove: (product: string) => (product === '' ? 'Ta bort raden' : `Ta bort ${product}`),
    details: 'Uppgifter',
    createdOn: 'Skapad',
    dayThere: (day: string) => `Adobe räknar i Kaliforniens tid. Där är det nu ${day}.`,
    deployment: 'Driftsättningsdag',
    deploymentHint: 'Dagen då licenserna lades till. Räknas inte i fristen.',
    po: 'Kundens PO-nummer',
    request: 'Adobes nummer på auktoriseringen',
    orderBy: (day: string) => `Order senast ${day}`,
    otherwise: {
      'past-due': (days: number) =>
        `${n(days)} dagar från att den skapas, annars blir kunden försenad.`,
      expires: (days: number) =>
        `${n(days)} dagar från att den skapas, annars går den ut och licenserna försvinner.`,
    },
    newer: 'Nyare sidor hos Adobe säger 14 dagar. Välj regel under Inställningar.',
    save: 'Skapa inköpsauktorisering',
    saved: (day: string) => `Skapad. Order senast ${day}`,
    notAccepted:
      'Kunden har inte godkänt villkoren än. Auktoriseringen går att skapa ändå, men Adobe säger inte om ordern går igenom.',
  },
  order: {
    title: 'Lägg ordern',
    sub: (name: string, left: number, day: string) =>
      left < 0
        ? `${name} · skulle ha lagts ${day}`
        : left === 0
          ? `${name} · sista dagen är i dag`
          : `${name} · ${days(left)} kvar, till ${day}`,
    type: 'Skriv på Adobes licensieringswebbplats',
    vipId: 'VIP ID',
    authorization: 'Inköpsauktorisering',
    po: 'Kundens inköpsordernummer',
    noNumber: 'saknas',
    line: (product: string, type: string) => (type === '' ? product : `${product}, ${type}`),
    quantity: (count: number) => `${n(count)} st`,
    oddSku: 'En SKU har 15 tecken, till exempel 65297752BA01A12. Du kan spara ändå.',
    level: (level: string) => `Rabattnivå ${level}.`,
    next: (more: number, level: string) =>
      `${licences(more)} till i samma order ger nivå ${level}.`,
    otherSku: (sku: string, level: string, other: string) =>
      `${sku} hör till en annan nivå. På nivå ${level} heter den ${other}.`,
    duration: 'Varaktighet',
    to: (day: string) => `till årsdagen ${day}`,
    months: 'Månader',
    days: 'Dagar',
    whole: (left: number, months: number) => `${days(left)}, ${wholeMonths(months)}`,
    unclear: 'Adobe säger inte hur en bruten månad räknas. Stäm av mot Reseller Console.',
    noAnniversary: 'Kunden har ingen årsdag än: första ordern sätter den, och gäller ett år.',
    notSoLong: (most: number) => `Ange ett helt tal från 1 till ${n(most)}.`,
    summary: 'Sammanfattning',
    site: 'Öppna LWS',
    placed: 'Ordern är lagd',
    number: 'Ordernummer',
    on: 'Orderdag',
    which: 'Ordern gäller',
    skuOf: (product: string) => `SKU, ${product}`,
    save: (count: number) =>
      count === 1 ? 'Spara ordern, 1 rad' : `Spara ordern, ${n(count)} rader`,
    saved: (number: string) => `Order ${number} är sparad`,
    savedFirst: (number: string, day: string) =>
      `Order ${number} är sparad. Årsdagen är satt till ${day}`,
    undone: 'Ordern är borttagen igen',
    summaryLine: (quantity: number, sku: string, duration: string) =>
      [`${n(quantity)} × ${sku}`, duration].filter(Boolean).join(', '),
    forMonths: (count: number) => (count === 1 ? '1 månad' : `${n(count)} månader`),
    forDays: (count: number) => (count === 1 ? '1 dag' : `${n(count)} dagar`),
  },
  withdraw: {
    title: 'Dra tillbaka',
    what: 'Vad ska dras tillbaka?',
    all: 'Hela auktoriseringen',
    allDetail: licences,
    line: (product: string) => `Bara ${product}`,
    some: 'Bara några av licenserna',
    quantity: 'Antal som tas bort',
    unknown:
      'Ingen har skrivit hur många som är tilldelade. Se efter i Admin Console att ingen har licensen.',
    effect: 'Licenserna försvinner direkt ur Admin Console.',
    save: (count: number) => `Dra tillbaka ${licences(count)}`,
    done: 'Tillbakadragen',
    removed: (count: number, product: string) =>
      `${n(count)} × ${product} är ${count === 1 ? 'borttagen' : 'borttagna'}`,
    users,
  },
  history: vipHistory,
  menu: { edit: 'Ändra', rules: 'Regler', history: 'Ändringar', trash: 'Lägg i papperskorgen' },
  problems: vipProblems,
};

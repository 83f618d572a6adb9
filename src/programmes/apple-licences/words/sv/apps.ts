import { countIn } from '#core/language/count.ts';
import type { CommonProblem } from '#core/result.ts';
import type { Sentences } from '#core/language/sentence.ts';
import type { AppProblem } from '#programmes/apple-licences/rules/app/app-problem.ts';
import { installCodes } from './install-codes.ts';
import { notStoredProblems } from '#ui/words/sv/not-stored.ts';
import { numberedApps } from './numbered-apps.ts';

const n = countIn('sv');

/** Why an app is not written down, and what to do: the code of the refusal leads here. */
const problems = {
  'app-name-needed': () => 'Ge appen ett namn.',
  'not-an-adam-id': () => 'Skriv appens nummer, eller klistra in dess adress i App Store.',
  'not-a-whole-count': () => 'Skriv ett helt antal.',
  'app-is-here': ({ name = '' }) => `Appen finns redan på den platsen: ${name}.`,
  ...notStoredProblems,
  'only-reads': () => 'Den här enheten får bara läsa.',
  'record-is-gone': () => 'Appen finns inte kvar.',
} satisfies Sentences<AppProblem['code']> & Partial<Sentences<CommonProblem['code']>>;

/** Words of the volume-purchased apps: list, one of them, and the form. */
export const apps = {
  title: 'Appar',
  detail: 'Vald app',
  add: 'Ny app',
  syncNow: 'Synka med Apple nu',
  tokens: 'Token',
  tokensNeed: 'Token, något behöver göras',
  choose: {
    title: 'Välj en app',
    sentence: 'Här visas licenserna, vilka som har dem, och vad som väntar.',
  },
  empty: {
    title: 'Inga appar ännu',
    sentence:
      'Importera listan från Apple, Intune eller Jamf, så säger Volym vilken app som är på väg att ta slut.',
    byHand: 'Lägg till för hand',
    token: 'Lägg in en token, så hämtas apparna',
    import: 'Importera kalkylblad',
  },
  search: (count: number) => (count === 1 ? 'Sök bland 1 app' : `Sök bland ${n(count)} appar`),
  none: {
    title: 'Inga träffar',
    sentence: 'Ingen app stämmer med det som är valt.',
    all: 'Visa alla',
  },
  filter: 'Visa',
  filters: {
    all: 'Alla',
    low: 'Snart slut',
    empty: 'Slut',
    failed: 'Misslyckade',
    flagged: 'Motsägelser',
  },
  order: 'Ordning',
  orders: { assigned: 'Flest tilldelade', name: 'Namn', free: 'Färst lediga' },
  place: 'Plats',
  allPlaces: 'Alla platser',
  numbered: {
    app: numberedApps.app,
    book: numberedApps.book,
    title: 'Apple säger bara numret',
    hint: 'En lista från Intune eller Jamf har namnen med sig.',
    name: 'Ge den ett namn',
    import: 'Importera en lista',
    many: (count: number) =>
      `${count === 1 ? 'En app' : `${n(count)} appar`} har bara nummer. En lista från Intune eller Jamf har namnen.`,
  },
  groups: { wanting: 'Kräver åtgärd', others: 'Övriga' },
  list: (group: string) => `Appar, ${group.toLowerCase()}`,
  row: {
    free: (count: number) => (count === 1 ? '1 ledig' : `${n(count)} lediga`),
    unlimited: 'Fritt antal',
    unknown: 'Okänt',
    of: (assigned: number, owned: number) => `${n(assigned)} av ${n(owned)} tilldelade`,
    assigned: (count: number) => (count === 1 ? '1 tilldelad' : `${n(count)} tilldelade`),
    owned: (count: number) => (count === 1 ? '1 ägd' : `${n(count)} ägda`),
    notCounted: 'Inga antal ännu',
    empty: 'Slut',
    failedToday: (count: number) =>
      `${count === 1 ? '1 installation' : `${n(count)} installationer`} misslyckades i dag`,
    /** Of when the list of installations is; '' is today. */
    failed: (count: number, when: string) =>
      `${n(count)} misslyckades${when === '' ? ' i dag' : `, lista ${when}`}`,
    flagged: 'går inte ihop',
  },
  said: {
    by: (source: string, when: string) => (source === '' ? `Lista ${when}` : `${source} ${when}`),
    /** Nothing says when the numbers were true, only when they were read. */
    read: (source: string, when: string) =>
      source === '' ? `Lista, inläst ${when}` : `${source}, inläst ${when}`,
    byHand: (when: string) => `Skrivet för hand ${when}`,
    next: (newest: string, time: string) => (time === '' ? newest : `${newest} · nästa ${time}`),
    newest: (source: string, when: string) => (source === '' ? when : `${source} ${when}`),
    old: (count: number, day: string) =>
      `${count === 1 ? 'En app har siffror' : `${n(count)} appar har siffror`} som är äldre än 48 timmar, de äldsta från ${day}. Importera en ny lista.`,
    /** Nothing says when they were true. */
    oldRead: (when: string) =>
      `Siffrorna lästes in ${when}, för mer än 48 timmar sedan. Importera en ny lista för att se hur det är nu.`,
    oldHere: (when: string) =>
      `Siffrorna är från ${when}, alltså äldre än 48 timmar. Importera en ny lista för att se hur det är nu.`,
  },
  counts: {
    owned: (count: number) => (count === 1 ? 'ägd' : 'ägda'),
    assigned: (count: number) => (count === 1 ? 'tilldelad' : 'tilldelade'),
    leaving: 'på väg tillbaka',
    free: (count: number) => (count === 1 ? 'ledig' : 'lediga'),
    retired: (count: number) => (count === 1 ? 'indragen' : 'indragna'),
    unlimited: 'fritt antal',
    used: (count: number) => `${n(count)} används`,
    released: (count: number) => `${n(count)} frisläpps när appen tas bort`,
    bar: (used: number, leaving: number, free: number) =>
      `${n(used)} används${leaving === 0 ? '' : `, ${n(leaving)} är på väg tillbaka`}, ${n(free)} är ${free === 1 ? 'ledig' : 'lediga'}.`,
    none: 'Inga antal är angivna. Skriv hur många ni äger, eller importera en lista.',
    low: (line: number) =>
      `Egen gräns: snart slut vid ${n(line)} ${line === 1 ? 'ledig' : 'lediga'}.`,
  },
  giving: { give: 'Tilldela', take: 'Ta tillbaka' },
  users: 'Användare',
  distribution: {
    title: 'Distribution',
    add: 'Ny distribution',
    none: 'Ingen distribution är antecknad här.',
    intents: { required: 'Obligatorisk', available: 'Tillgänglig', uninstall: 'Avinstallera' },
    toGroup: (group: string) => `grupp ${group}`,
    toUsers: (count: number) => (count === 1 ? '1 användare' : `${n(count)} användare`),
    uses: (count: number) => (count === 1 ? 'använder 1 licens' : `använder ${n(count)} licenser`),
    comesBack: (count: number) =>
      count === 1 ? '1 licens på väg tillbaka' : `${n(count)} licenser på väg tillbaka`,
  },
  /** Whom licences of an app are given to. */
  per: { user: 'licens per användare', device: 'licens per enhet' },
  holders: {
    title: { user: 'Användare', device: 'Enheter', both: 'Användare och enheter' },
    termsNote: 'Status för VPP-villkor',
    list: (name: string) => `Har ${name}`,
    reading: 'Läser in…',
    none: 'Ingen har en antecknad licens ännu.',
    /** Licences that are counted, but whose holders are unknown. */
    unnamed: (count: number, more: boolean, isSynced: boolean) =>
      `${n(count)}${more ? ' till' : ''} är ${count === 1 ? 'tilldelad' : 'tilldelade'}, men det är inte känt till vem. ${isSynced ? 'Synka med Apple, eller importera' : 'Importera'} en lista över tilldelningar.`,
    all: 'Alla',
    filter: 'Visa',
    groups: {
      failed: 'Misslyckades',
      pending: 'Väntar',
      leaving: 'På väg tillbaka',
      'not-installed': 'Inte installerad',
      unreported: 'Inte rapporterad',
      installed: 'Installerad',
    },
    terms: {
      'not-invited': 'Ej inbjuden',
      invited: 'Inbjuden',
      accepted: 'Godkänt',
      retired: 'Avslutad',
    },
    heads: { user: 'Användare', terms: 'VPP-villkor', install: 'Installation', licence: 'Licens' },
    device: 'Enhet',
    installed: (day: string) => (day === '' ? 'Installerad' : `Installerad ${day}`),
    failed: (why: string) => (why === '' ? 'Misslyckades' : `Misslyckades: ${why}`),
    pending: 'Väntar på enheten',
    pendingTerms: 'Väntar på villkoren',
    pendingWhy: (why: string) => `Väntar: ${why}`,
    leaving: 'Avinstalleras',
    'not-installed': 'Inte installerad',
    unreported: 'Inte rapporterad',
    termsWait: 'villkoren väntar',
    has: 'tilldelad',
    take: 'Ta tillbaka',
    takeOf: (name: string) => `Ta tillbaka licensen av ${name}`,
    back: 'på väg',
  },
  holder: {
    state: 'Installation',
    terms: 'VPP-villkor',
    licence: 'Licens',
    toUser: 'till användaren',
    toDevice: 'till enheten',
    group: 'Grupp',
    target: { user: 'Namn hos Apple', device: 'Serienummer' },
    code: 'Felkod',
    source: 'Uppgift från',
    todo: 'Vad du kan göra',
    termsMeans:
      'Användaren har inte godkänt Apples villkor. Det måste ske innan den första appen kan installeras.',
    termsTodo: 'Skicka inbjudan igen och be användaren godkänna den på sin enhet.',
    unknownMeans: 'Volym känner inte till koden. Den visas som den kom.',
    unknownTodo: 'Sök på koden hos systemets leverantör.',
    leavingMeans: 'Licensen är ledig först när appen är borta från enheten.',
  },
  facts: {
    title: 'Om appen',
    location: 'Plats',
    adamId: 'Adam ID',
    type: 'Sort',
    types: { App: 'App', Book: 'Bok' },
    quality: 'Kvalitet',
    qualities: { STDQ: 'Standard', PLUS: 'Plus' },
    perDevice: 'Licens per enhet',
    revocable: 'Kan tas tillbaka',
    yes: 'ja',
    no: 'nej',
    lowAt: 'Egen gräns',
    lowFrom: (count: number) => `snart slut vid ${n(count)}`,
    house: 'som för alla: 10 % eller under 3',
    said: 'Siffrorna',
  },
  menu: { edit: 'Ändra uppgifter', history: 'Historik', trash: 'Lägg i papperskorgen' },
  form: {
    title: 'Ny app',
    editTitle: 'Ändra uppgifter',
    name: 'Namn',
    adamId: 'Adam ID eller adress i App Store',
    adamIdHint: 'Numret efter id i adressen. Kan fyllas i senare.',
    adamIdRead: (id: string) => `Adam ID ${id}`,
    place: 'Plats hos Apple',
    noPlace: 'Ingen angiven',
    otherPlace: 'Annan plats',
    otherPlaceName: 'Platsens namn',
    type: 'Sort',
    licences: 'Licenser',
    owned: 'Ägda',
    ownedHint: 'Tomt om det inte är känt',
    lowAt: 'Egen gräns',
    lowAtHint: 'Snart slut vid så många lediga. Tomt: vid 10 % eller under 3.',
    save: 'Spara',
  },
  saved: (name: string) => `${name} är tillagd`,
  changed: 'Ändringen är sparad',
  trashed: 'Appen ligger i papperskorgen',
  missing: {
    title: 'Appen finns inte här',
    sentence: 'Den kan ha tagits bort för gott, eller aldrig ha kommit hit.',
  },
  inTrash: {
    title: 'Appen ligger i papperskorgen',
    sentence: 'Den kan återställas därifrån, eller här.',
    restore: 'Återställ appen',
  },
  problems,
  installCodes,
};

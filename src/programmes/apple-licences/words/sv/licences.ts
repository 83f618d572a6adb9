import { countIn } from '#core/language/count.ts';
import type { CommonProblem } from '#core/result.ts';
import type { Sentences } from '#core/language/sentence.ts';
import type { LicenceProblem } from '#programmes/apple-licences/rules/licence/licence-problem.ts';
import { deployments as deploy } from './deployments.ts';
import { notStoredProblems } from '#ui/words/sv/not-stored.ts';
import { numberedApps } from './numbered-apps.ts';

const n = countIn('sv');

const licencesOf = (count: number): string => (count === 1 ? '1 licens' : `${n(count)} licenser`);
const takenBack = (count: number): string => (count === 1 ? 'tillbakatagen' : 'tillbakatagna');
const usersOf = (count: number): string => `${n(count)} användare`;

/** Why something is not done, and what to do: the code of the refusal leads here. */
const problems = {
  'too-few-licences': ({ free = 0, short = 0 }) =>
    `Bara ${n(free)} är ${free === 1 ? 'ledig' : 'lediga'} nu, ${n(short)} för få. Se över vilka som får en.`,
  'free-unknown': () =>
    'Det är inte känt hur många licenser som är lediga. Ange hur många ni äger, eller importera en lista.',
  'not-a-whole-count': () => 'Skriv ett helt antal.',
  'fewer-given': ({ assigned = 0 }) =>
    `Enligt siffrorna är bara ${n(assigned)} ${assigned === 1 ? 'tilldelad' : 'tilldelade'}. Rätta siffrorna först.`,
  'stays-for-good': () =>
    'Licensen kan inte tas tillbaka: Apple låter böcker och vissa appar stanna hos den som fått dem.',
  'nothing-to-take-back': () => 'Det finns inget att ta tillbaka: licenserna är lediga redan.',
  'has-one': () => 'Har redan en licens.',
  'is-free': () => 'Licensen är ledig redan.',
  'is-assigned': () => 'Licensen är tilldelad och inte på väg tillbaka.',
  'is-leaving': () => 'Licensen är på väg tillbaka.',
  'nobody-chosen': () => 'Välj en grupp eller minst en användare.',
  'deployment-name-needed': () => 'Ge distributionen ett namn.',
  'available-needs-group': () =>
    'Enligt 2025 års regler går Tillgänglig bara till grupper. Välj en grupp.',
  'does-that-already': () => 'Distributionen gör det redan.',
  'has-ended': () => 'Distributionen är avslutad redan.',
  'user-name-needed': () => 'Skriv ett namn eller en e-postadress.',
  'not-an-email': () => 'Skriv en hel e-postadress.',
  'client-user-id-is-fixed': () =>
    'Namnet hos Apple kan inte bytas: licenserna är knutna till det.',
  'user-is-here': ({ name = '' }) => `Användaren finns redan: ${name}.`,
  'devices-need-later-edition': () =>
    'Enligt 2016 års regler ges appar till användare, inte till enheter.',
  'foreign-user': () =>
    'Användaren är skapad av ett annat system och tas inte över enligt 2016 års regler.',
  'is-not-invited': () => 'Användaren är inte inbjuden.',
  'is-invited': () => 'Användaren är inbjuden redan.',
  'is-accepted': () => 'Villkoren är godkända redan.',
  'is-retired': () => 'Användaren är avslutad.',
  'invite-needed': () => 'Klistra in en länk eller en kod.',
  'invite-not-read': () =>
    'Det är varken en länk till en inbjudan eller en kod. Kopiera den igen, hel.',
  'invite-not-safe': () =>
    'Länken är inte krypterad (http). Hämta den på nytt där den kommer ifrån.',
  'invite-is-template': () =>
    'Koden saknas i länken: den är en mall. Kopiera länken för just den här användaren.',
  'no-invite': () => 'Inbjudan finns inte kvar.',
  'cannot-open': () => 'Inbjudan går inte att öppna med nycklarna här. Klistra in den på nytt.',
  'holds-another-text': () =>
    'Det som är inlåst här är ingen inbjudan, så det visas inte. Klistra in den på nytt.',
  'vault-locked': () => 'Lås upp för att låsa in inbjudan.',
  'before-last-step': () => 'Dagen ligger före det senaste steget.',
  'day-in-the-future': () => 'Dagen ligger i framtiden.',
  'not-a-day': () => 'Välj en dag. Skriv hela årtalet.',
  ...notStoredProblems,
  'only-reads': () => 'Den här enheten får bara läsa.',
  'record-is-gone': () => 'Posten finns inte kvar.',
} satisfies Sentences<LicenceProblem['code']> & Partial<Sentences<CommonProblem['code']>>;

/** Why someone gets no licence, in the words of a row. */
const why: Record<string, string> = {
  'no-licence-left': 'Ingen licens kvar',
  'free-unknown': 'Okänt om någon är ledig',
  'devices-need-later-edition': 'Enheter kräver 2025 års regler',
  'not-device-assignable': 'Ges bara till användare',
  'has-one': 'Har redan en',
  'is-leaving': 'Har en som är på väg tillbaka',
  retired: 'Avslutad',
  'foreign-user': 'Skapad av ett annat system',
  'other-location': 'Hör till en annan plats',
  'not-a-serial-number': 'Inget serienummer',
  'chosen-before': 'Står redan i listan',
};

/** Who is not in the list to choose from, by the reason. */
const others: Record<string, (count: number) => string> = {
  retired: (count: number) =>
    count === 1
      ? '1 är avslutad och står inte i listan.'
      : `${n(count)} är avslutade och står inte i listan.`,
  'has-one': (count: number) => `${n(count)} har redan en licens.`,
  'is-leaving': (count: number) => `${n(count)} har en licens som är på väg tillbaka.`,
  'foreign-user': (count: number) =>
    count === 1
      ? '1 är skapad av ett annat system och får ingen här.'
      : `${n(count)} är skapade av ett annat system och får ingen här.`,
  'other-location': (count: number) => `${n(count)} hör till en annan plats och får ingen här.`,
  'devices-need-later-edition': (count: number) =>
    count === 1 ? '1 enhet kräver 2025 års regler.' : `${n(count)} enheter kräver 2025 års regler.`,
  'not-device-assignable': (count: number) =>
    count === 1
      ? '1 enhet får ingen: appen ges bara till användare.'
      : `${n(count)} enheter får ingen: appen ges bara till användare.`,
  'not-a-serial-number': (count: number) => `${n(count)} har inget giltigt serienummer.`,
};

/** Words of giving and taking back licences, deployments, and users with their terms. */
export const licences = {
  problems,
  why,
  /**
   * What is done here is written down: another system does it. The first line of the sheet says so.
   */
  recorded: {
    give: 'Här antecknas det bara. Tilldela dem också i ert MDM, eller i Apple School Manager eller Apple Business Manager.',
    take: 'Här antecknas det bara. Ta tillbaka dem också i ert MDM, eller i Apple School Manager eller Apple Business Manager.',
    deploy:
      'Här antecknas det bara. Distribuera också i ert MDM, eller i Apple School Manager eller Apple Business Manager.',
  },
  pick: {
    search: (count: number) => `Sök bland ${n(count)}`,
    filter: 'Visa',
    all: 'Alla',
    chosen: (count: number) => (count === 1 ? '1 vald' : `${n(count)} valda`),
    takeAll: (count: number) => `Välj alla ${n(count)}`,
    takeNone: 'Välj inga',
    none: 'Ingen stämmer med det som är valt.',
    nobody: 'Här finns ingen att välja.',
  },
  give: {
    title: (name: string) => `Tilldela ${name}`,
    perUser: 'licens per användare',
    whom: 'Vilka ska få en licens?',
    nobody: 'Inga användare är antecknade ännu. Importera dem eller lägg till för hand.',
    toUsers: 'Till användarna',
    others,
    /** For any other reason. */
    otherwiseNot: (count: number, reason: string) =>
      `${n(count)} kan inte väljas${reason === '' ? '' : ` (${reason.toLowerCase()})`}.`,
    go: (count: number) => (count === 0 ? 'Välj först' : `Fortsätt med ${n(count)}`),
    toThem: 'Användare',
    toDevices: 'Enheter',
    side: (name: string, count: number) => (count === 0 ? name : `${name}, ${n(count)}`),
    known: 'Kända enheter',
    noneKnown:
      'Inga enheter är kända ännu. De känns igen när de har fått en licens eller stått i en lista över installationer.',
    holdsNone: 'Ingen licens',
    more: (count: number) => `${n(count)} till`,
    devices: 'Enheter, ett serienummer per rad',
    devicesHint: 'Licenser per enhet frågar inte efter Apple-ID.',
    devicesLater:
      'Enligt 2016 års regler ges licenser till användare, inte enheter. Enligt 2025 års regler går båda: byt regler under',
    settings: 'Inställningar',
    summary: (count: number, free: string) =>
      `${count === 1 ? '1 vald' : `${n(count)} valda`}, ${free}`,
    free: (count: number) => (count === 1 ? '1 ledig' : `${n(count)} lediga`),
    unlimited: 'fritt antal',
    unknown: 'okänt antal lediga',
    of: (assigned: number, owned: number) => `${n(assigned)} av ${n(owned)} tilldelade`,
    bar: (assigned: number, more: number, owned: number) =>
      `${n(assigned)} är ${assigned === 1 ? 'tilldelad' : 'tilldelade'} och ${n(more)} till blir det, av ${n(owned)}.`,
    short: (count: number) =>
      `${n(count)} av de valda får ingen licens. Ordningen avgör, dra för att ändra.`,
    notSerial: (list: string) => `Inget serienummer: ${list}`,
    hasElsewhere: 'Har appen',
    otherwise: (count: number) =>
      `${n(count)} av de valda får ingen licens. Skälet står vid namnet.`,
    gets: 'Får en licens',
    none: 'Får ingen',
    waits: 'Installeras först när villkoren är godkända',
    stays: 'Kan inte tas tillbaka',
    move: (name: string) => `Flytta ${name}`,
    moved: (name: string, place: number, gets: boolean) =>
      `${name} är nu nummer ${n(place)} och får ${gets ? 'en licens' : 'ingen licens'}.`,
    up: 'Flytta upp',
    down: 'Flytta ner',
    first: 'Flytta först',
    last: 'Flytta sist',
    remove: 'Ta bort ur listan',
    back: 'Ändra val',
    password: 'Apple frågar efter Apple-ID-lösenord vid installation.',
    buy: (count: number) => `Köp ${n(count)} till`,
    buyHow: (count: number, name: string) =>
      `Köp ${licencesOf(count)} av ${name} under Appar och böcker i Apple School Manager eller Apple Business Manager, på samma plats. När listan är importerad räknas de här.`,
    save: (count: number) => (count === 0 ? 'Ingen får en licens' : `Tilldela ${n(count)}`),
    note: (count: number) => (count === 0 ? 'Ingen får en licens' : `Anteckna ${n(count)}`),
    done: (count: number, name: string) =>
      `${licencesOf(count)} av ${name} ${count === 1 ? 'antecknad som tilldelad' : 'antecknade som tilldelade'}`,
    already: 'Redan tilldelad',
    working: (done: number, all: number) => `${n(done)} av ${n(all)}`,
  },
  take: {
    title: (name: string) => `Ta tillbaka ${name}`,
    retired: 'Avslutade',
    notInstalled: 'Ej installerad',
    leaving: 'På väg tillbaka',
    day: 'Dag',
    means:
      'Licensen är ledig genast. Appen kan finnas kvar på enheten tills systemet tar bort den.',
    later: 'Enligt 2025 års regler tar Intune bara tillbaka licenser som Intune har tilldelat.',
    noteMeans:
      'Licensen räknas som ledig här genast. Appen kan finnas kvar på enheten tills systemet tar bort den.',
    save: (count: number) => (count === 0 ? 'Välj först' : `Ta tillbaka ${n(count)}`),
    note: (count: number) =>
      count === 0 ? 'Välj först' : `Anteckna ${n(count)} som ${takenBack(count)}`,
    done: (count: number) =>
      `${licencesOf(count)} ${count === 1 ? 'antecknad' : 'antecknade'} som ${takenBack(count)}`,
    fewer: 'Ändrad i en annan flik',
    one: 'Ta tillbaka licensen',
    noteOne: 'Anteckna som tillbakatagen',
    gone: 'Appen är borta från enheten',
    stays: 'Appen finns kvar',
    goneDone: (count: number) =>
      `${licencesOf(count)} ${count === 1 ? 'är ledig' : 'är lediga'} igen`,
  },
  deploy,
  users: {
    title: 'Användare',
    sub: 'Villkoren godkänns innan första appen kan installeras',
    detail: 'Vald användare',
    choose: {
      title: 'Välj en användare',
      sentence: 'Här visas villkoren, vad som väntar på dem och vad som har hänt.',
    },
    add: 'Ny användare',
    empty: {
      title: 'Inga användare ännu',
      sentence: 'Importera dem från Apple, Intune eller Jamf, eller lägg till för hand.',
      byHand: 'Lägg till för hand',
      import: 'Importera kalkylblad',
    },
    search: (count: number) => `Sök bland ${usersOf(count)}`,
    filter: 'Visa',
    all: 'Alla',
    terms: {
      'not-invited': 'Ej inbjuden',
      invited: 'Inbjuden',
      accepted: 'Godkänt',
      retired: 'Avslutad',
    },
    many: {
      'not-invited': 'Ej inbjudna',
      invited: 'Inbjudna',
      accepted: 'Godkänt',
      retired: 'Avslutade',
    },
    counts: {
      'not-invited': 'ej inbjudna',
      invited: 'inbjudna',
      accepted: 'godkänt',
      retired: 'avslutade',
    },
    bar: (accepted: number, invited: number, others: number) =>
      `${n(accepted)} har godkänt, ${n(invited)} är ${invited === 1 ? 'inbjuden' : 'inbjudna'}, ${n(others)} återstår.`,
    group: 'Grupp',
    allGroups: 'Alla grupper',
    heads: {
      user: 'Användare',
      group: 'Grupp',
      terms: 'VPP-villkor',
      invited: 'Inbjuden',
      waits: 'Väntar',
    },
    noDay: 'okänd dag',
    /** Of a row: for how many apps the terms are waited for. */
    waitsFor: (count: number) => (count === 1 ? '1 app väntar' : `${n(count)} appar väntar`),
    waited: (days: number) => (days === 0 ? 'i dag' : days === 1 ? 'i går' : `${n(days)} dagar`),
    remindAll: (count: number) => `Påminn alla ${n(count)}`,
    invite: 'Bjud in',
    inviteAll: (count: number) => `Bjud in alla ${n(count)}`,
    none: {
      title: 'Inga träffar',
      sentence: 'Ingen användare stämmer med det som är valt.',
      all: 'Visa alla',
    },
    list: 'Användare och VPP-villkor',
    foreign: 'Annat system',
    says: {
      'not-invited': 'Har inte fått någon inbjudan ännu.',
      invited: (day: string) =>
        day === ''
          ? 'Inbjuden, men villkoren är inte godkända än.'
          : `Inbjuden ${day}. Villkoren är inte godkända än.`,
      accepted: 'Villkoren är godkända, appar kan installeras.',
      retired: 'Avslutad hos Apple. Licenserna stannar tills de tas tillbaka.',
    },
    foreignMeans: 'Skapad av ett annat system. Visas här men tas inte över enligt 2016 års regler.',
    foreignLater: 'Skapad av ett annat system. Enligt 2025 års regler kan token tas över därifrån.',
    does: {
      invited: 'Inbjudan skickad',
      reminded: 'Påmind i dag',
      accepted: 'Villkoren godkända',
      retired: 'Avsluta hos Apple',
      returned: 'Kom tillbaka',
    },
    done: {
      invited: (count: number) => `${usersOf(count)} ${count === 1 ? 'inbjuden' : 'inbjudna'}`,
      reminded: (count: number) => `${usersOf(count)} ${count === 1 ? 'påmind' : 'påminda'}`,
      accepted: () => 'Villkoren är godkända',
      retired: () => 'Användaren är avslutad',
      returned: () => 'Användaren är tillbaka, inte inbjuden än',
    },
    letter: 'Text till användaren',
    letterText: (name: string, apps: string) =>
      `Hej${name === '' ? '' : ` ${name}`},\n\nDu får appar från oss genom Apples volymköp. Inbjudan kommer i ett eget mejl eller meddelande. Öppna den på din iPhone eller iPad, logga in med ditt Apple-ID och godkänn villkoren.\n\nSedan installeras ${apps === '' ? 'apparna' : apps}.`,
    noLink: 'Texten har ingen länk. När inbjudan finns här får du ett brev med länken i.',
    numbered: numberedApps,
    invitation: {
      title: 'Inbjudan',
      has: 'Länken finns här, inlåst i valvet.',
      letter: 'Visa den för att kopiera eller mejla ett brev med länken i.',
      none: 'Ingen länk finns här än. Den kommer med synken från Apple, eller så klistrar du in den som ett annat system visar.',
      show: 'Visa inbjudan',
      paste: 'Klistra in länk',
      pasteOther: 'Klistra in en annan',
      onlyReads: 'Den som får ändra kan öppna den: varje visning loggas.',
    },
    waiting: 'Väntar på villkoren',
    has: 'Har licens för',
    assigned: 'tilldelad',
    leaving: 'på väg tillbaka',
    way: 'Stegen',
    steps: {
      invited: 'Inbjuden',
      reminded: 'Påmind',
      accepted: 'Godkänt',
      retired: 'Avslutad',
      returned: 'Tillbaka',
    },
    said: { done: 'klart', later: 'senare' },
    facts: {
      title: 'Om användaren',
      clientUserId: 'Namn hos Apple',
      email: 'E-post',
      location: 'Plats',
    },
    menu: { edit: 'Ändra uppgifter', history: 'Historik', trash: 'Lägg i papperskorgen' },
    form: {
      title: 'Ny användare',
      editTitle: 'Ändra uppgifter',
      name: 'Namn',
      email: 'E-post',
      group: 'Grupp',
      groupHint: 'Klass, skola eller avdelning',
      clientUserId: 'Namn hos Apple',
      clientUserIdHint: 'clientUserId i ert system. Kan fyllas i senare.',
      location: 'Plats hos Apple',
      save: 'Spara',
    },
    saved: (name: string) => `${name} är tillagd`,
    changed: 'Ändringen är sparad',
    trashed: 'Användaren ligger i papperskorgen',
    missing: {
      title: 'Användaren finns inte här',
      sentence: 'Den kan ha tagits bort, eller aldrig ha kommit hit.',
    },
  },
};

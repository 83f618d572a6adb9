import { countIn } from '#core/language/count.ts';
import { keys } from './sync-keys.ts';
import { writeOver } from './sync-write-over.ts';
import { syncProblems } from './sync-problems.ts';
import { notAllowedHere } from '#ui/words/sv/not-allowed-here.ts';

const n = countIn('sv');

const records = (count: number): string => (count === 1 ? '1 post' : `${n(count)} poster`);
const changes = (count: number): string => (count === 1 ? '1 ändring' : `${n(count)} ändringar`);

/**
 * Words of a second device: how the workspace is kept in step, who has it, and how one comes in.
 */
export const sync = {
  states: {
    alone: {
      title: 'Allt är sparat här',
      detail: 'Bara på den här enheten. Ingen server är kopplad.',
    },
    starting: { title: 'Allt är sparat här', detail: 'Kopplar upp' },
    fetching: { title: 'Hämtar från servern', detail: 'Du kan arbeta under tiden.' },
    'in-step': { title: 'Allt är sparat här', detail: '' },
    offline: {
      title: 'Allt är sparat här',
      detail: 'Servern nås inte. Ändringar skickas när den svarar igen.',
    },
    'not-allowed-here': {
      title: 'Servern får inte frågas härifrån',
      detail: `${notAllowedHere} Det du har gjort ligger kvar här.`,
    },
    'not-let-in': {
      title: 'Servern släpper inte in enheten',
      detail:
        'En kollega kan ha stängt ute den. Allt ligger kvar här, men inget skickas eller hämtas. Be om en ny inbjudan och öppna den här, så fortsätter det.',
    },
    'login-refused': {
      title: 'CouchDB släpper inte in användaren',
      detail:
        'Lösenordet är kanske bytt. Skriv det nya under Synk och säkerhet. Det du har gjort ligger kvar här.',
    },
    'other-keys': {
      title: 'Nycklarna är bytta',
      detail:
        'Skriv lösenfrasen en gång, eller öppna en ny inbjudan, så synkas den här enheten igen. Det du har gjort ligger kvar här.',
    },
    'server-trouble': {
      title: 'Servern svarar fel',
      detail: 'Allt är sparat här. Volym försöker igen av sig själv.',
    },
    'comparing-again': {
      title: 'Servern har ett äldre läge',
      detail: 'Volym jämför allt och skickar det som saknas.',
    },
    'device-trouble': {
      title: 'Allt kunde inte sparas på enheten',
      detail:
        'Den kan vara full. Frigör plats och läs in sidan igen. Det du har gjort ligger kvar.',
    },
  },
  lastInStep: (when: string) => `Senast synkad ${when}`,
  neverInStep: 'Inte synkad ännu',
  fetched: (count: number) => `${records(count)} hämtade`,
  waiting: (count: number, more: boolean) => `${changes(count)}${more ? ' eller fler' : ''} väntar`,
  unsent: { noNetwork: 'Utan nät', noAnswer: 'Servern nås inte' },
  aside: (count: number) => `${changes(count)} som servern inte tog emot`,
  asideHint: 'De ligger kvar här. Synka nu eller ändra posten, så försöker Volym på nytt.',
  keyringAside: 'Nyckelringen nådde inte servern',
  keyringAsideHint:
    'Har du bytt nycklar gäller de gamla på servern tills den har tagit emot nyckelringen.',
  notCarried: (count: number) => `${changes(count)} som nätet inte förde fram`,
  notCarriedHint:
    'De ligger kvar här. Servern svarar, men något på vägen bryter sändningen, kanske för att den är stor. Volym försöker igen då och då, och över ett annat nät.',
  more: {
    section: 'Säkerhet',
    people: (count: number) => (count === 1 ? '1 person' : `${n(count)} personer`),
  },
  safety: {
    where: 'Var dina data finns',
    thisDevice: 'Den här enheten',
    holds: (all: number, codes: number) =>
      `${records(all)}, ${codes === 1 ? '1 låst kod' : `${n(codes)} låsta koder`}`,
    now: 'Nu',
    server: (host: string) => `Servern ${host}`,
    same: 'Samma poster, förseglade. Servern kan inte läsa dem.',
    sameAt: (when: string) => `Samma poster ${when}.`,
    notCompared: 'Inte jämförd ännu.',
    lacks: (count: number) => `Har inte fått ${changes(count)}.`,
    lacksRecords: (count: number) => `Saknar ${records(count)} som finns här.`,
    hasMore: (count: number) => `Har ${records(count)} som inte finns här.`,
    hasUnreadable: (count: number) => `Har ${records(count)} i ett skick som inte kan öppnas här.`,
    sealed: 'Allt där är förseglat.',
    /** Of a line about the server. */
    toBeCounted: 'Räknas när servern har svarat.',
    countedAt: (when: string) => `Räknat ${when}.`,
    countedLast: (when: string) => `Räknat ${when}. Räknas igen när allt är synkat.`,
    connect: 'Koppla till en server',
    connectHint: 'Så att en kollega eller din surfplatta får samma data',
    connectHere: (host: string) => `Den här servern, ${host}, kan göra det`,
    syncNow: 'Synka nu',
    trying: 'Försöker nu',
    allSynced: 'Allt är synkat och räknat',
    loadAgain: 'Läs in igen',
    openKeys: 'Skriv lösenfrasen',
    resealing: 'Servern får allt förseglat med de nya nycklarna',
    checked: 'Kontrollerat nyss',
    persisted: 'Lagringen är skyddad',
    promised: 'ja',
    notPromised: 'inte än',
    askToPersist: 'Be om skydd',
    stillNotPromised:
      'Webbläsaren skyddar inte lagringen än. Den gör det oftast när Volym är installerad.',
    installed: 'Installerad som app',
    yes: 'ja',
    no: 'nej',
    keys,
    worksOffline: 'Fungerar utan nät',
    triedAt: (when: string) => `provat ${when}`,
    notYet: 'inte än',
    worksOfflineWhy: 'Öppna Volym en gång till med nät. I privata fönster fungerar det inte.',
    questions: 'Öppna frågor',
    questionsWhy: 'De står överst på Frister. Inget väntar på svaret.',
    asideCheck: 'Avvisade av servern',
    writeOver,
    missing: 'Finns på servern men inte här',
    unreadable: 'Kan inte öppnas här',
    unreadableWhy:
      'Poster på servern som är förseglade med en annan nyckel, har ändrats på vägen eller innehåller det ingen app skriver. Volym rör dem inte.',
    unreadableKeys:
      'Förseglade med de nya nycklarna. De öppnas när lösenfrasen är skriven på den här enheten.',
    unreadableHere: (count: number) =>
      `Av dem finns ${n(count)} här också, som enheten senast hade ${count === 1 ? 'den' : 'dem'}.`,
    unreadableThere: (count: number) => `Av dem finns ${n(count)} bara på servern.`,
    writtenBack: 'Äldre på servern, skrivna på nytt',
    writtenBackWhy: 'Servern hade ett äldre läge. Det nyare härifrån gäller.',
  },
  /** What other screens say of people; their own words are an area of its own. */
  people: { title: 'Personer', haveLink: 'Jag har en länk' },
  join: {
    title: 'Anslut till en arbetsplats',
    paste: 'Öppna länken du fick, eller klistra in den här.',
    link: 'Länk',
    linkOrCode: 'Länk eller kod',
    notALink: 'Det här är ingen länk till Volym. Kopiera hela länken och klistra in den igen.',
    ownCouch: 'En egen CouchDB',
    ownCouchDetail: 'Med adress, användare och lösenord',
    next: 'Fortsätt',
    scan: 'Skanna QR-koden',
    scanning: {
      picture: 'Kamerans bild',
      aim: 'Rikta kameran mot koden på kollegans skärm.',
      other: 'Den koden är ingen inbjudan till Volym.',
      stop: 'Stäng kameran',
      forbidden: 'Kameran är inte tillåten. Klistra in länken i stället.',
      noCamera: 'Ingen kamera hittades. Klistra in länken i stället.',
      noReader: 'Det som läser QR-koden kunde inte hämtas. Klistra in länken i stället.',
    },
    invited: 'Du är inbjuden',
    invitedTo: (workspace: string) => `Gå med i ${workspace}`,
    invitedBy: (person: string) => `${person} har bjudit in dig.`,
    invitedText:
      'Den här enheten hämtar arbetsplatsen och håller den synkad med de andra. Länken gäller en gång.',
    server: (host: string) => `Arbetsplatsen ligger på ${host}.`,
    codesLater:
      'Får enheten ändra öppnar du koder med arbetsplatsens lösenfras. En enhet som bara läser öppnar inga.',
    /** By what the invitation gives. */
    codesBy: {
      member: 'Enheten får läsa och ändra allt. Koder öppnas med arbetsplatsens lösenfras.',
      reader: 'Enheten får bara läsa: den ser allt utom koder, och ändrar inget.',
    },
    alreadyHere: (name: string, isSameName: boolean) =>
      isSameName
        ? `Den här enheten har redan ${name}. Är det samma arbetsplats går den vidare där den var, och det som väntar skickas. Annars har enheten båda, och du byter under Inställningar.`
        : `Den här enheten har redan arbetsplatsen ${name}. Den ligger kvar, och du byter under Inställningar.`,
    leavesDemo: 'Exemplet raderas från enheten.',
    joinIn: 'Gå med',
    hasJoined: 'Inbjudan är använd',
    connectTitle: 'Koppla arbetsplatsen till servern',
    connectText: (name: string) =>
      `${name} sparas också på servern som du öppnade länken från. Allt förseglas på enheten först: servern kan inte läsa det.`,
    connect: 'Koppla',
    isConnectedTitle: 'Redan kopplad',
    isConnected: (name: string) =>
      `${name} synkas redan med en server. Bjud in kollegor under Personer.`,
    toPeople: 'Till Personer',
    otherLink: 'Klistra in en annan länk',
    connected: 'Kopplad. Nu kan du bjuda in en kollega.',
    firstTitle: 'Skapa arbetsplatsen först',
    firstText:
      'Länken kopplar en arbetsplats till servern. Skapa den här, så fortsätter kopplingen efteråt.',
    first: 'Skapa arbetsplatsen',
    giveUp: 'Avbryt',
    fetching: 'Hämtar arbetsplatsen',
    fetchingText: 'Låt sidan vara öppen tills allt har kommit.',
    waitsForOther: 'Servern har inte fått allt än. Öppna Volym på enheten som bjöd in.',
    who: 'Vem är du?',
    whoText: 'Namnet står vid det du gör.',
    someoneElse: 'Någon annan',
    name: 'Ditt namn',
    nameNeeded: 'Välj ett namn, eller skriv ditt.',
    done: 'Klar',
  },
  conflict: {
    title: 'Ni ändrade samma sak',
    lead: (answers: number) =>
      `${answers > 2 ? 'Flera' : 'Två'} enheter ändrade utan att veta om varandra. Välj vad som ska gälla.`,
    about: (field: string) => `Ni ändrade samma sak: ${field}`,
    standsMeanwhile: (value: string) => `Nu gäller ${value}`,
    stands: 'gäller nu',
    later: 'Senare',
    at: (place: number, of: number) => `${place} av ${of}`,
    was: (value: string) => `var ${value}`,
    mine: 'Din ändring',
    theirs: (name: string) =>
      name === '' ? 'En annan ändring' : `${/[sxz]$/.test(name) ? name : `${name}s`} ändring`,
    keep: (value: string) => `Behåll ${value}`,
    keepChosen: 'Behåll den valda',
    keptSecret:
      'Den länk som inte väljs finns inte kvar. Historiken visar vem som svarade, men aldrig länken.',
    nothing: 'tomt',
    other: 'Något annat',
    otherDetail: 'Skriv vad som ska gälla',
    keepOther: 'Spara svaret',
    undoneReason: 'Två svar vägdes mot varandra',
    askedAgain: 'Frågan ställs igen',
    changedSince: 'Det har ändrats sedan dess och får stå kvar.',
    left: (count: number) =>
      count === 1 ? 'Svaret är sparat, 1 fråga kvar' : `Svaret är sparat, ${count} frågor kvar`,
    /** One that this version has no name for. */
    otherField: 'En annan uppgift',
    /** Fields of records that are no orders. */
    fields: {
      name: 'Namn',
      appleId: 'Apple-ID',
      manager: 'Registrerad i',
      parent: 'Hör till',
      product: 'Produkt',
      adamId: 'App Store-nummer',
      buyer: 'Köpt av',
      purchaseDate: 'Köpdatum',
      purchased: 'Köpta koder',
      redeemed: 'Inlösta koder',
      remaining: 'Koder kvar',
      programmes: 'Det ni sköter om',
      supportForm: 'Adress till Apples formulär',
      ownStore: 'Er egen Apple Online Store',
      organisationType: 'Sorts organisation',
      mayOpenCodes: 'Får öppna koder',
      organization: 'Organisation',
      location: 'Plats',
      system: 'System',
      systemName: 'Systemets namn',
      alsoIn: 'Finns även i',
      downloadedBy: 'Hämtad av',
      downloadedOn: 'Hämtad',
      holders: 'Har åtkomst',
      lastDay: 'Upphör',
      sealed: 'Filens innehåll',
      lowAt: 'Egen gräns för snart slut',
      productType: 'Sort',
      group: 'Grupp',
      email: 'E-post',
      intent: 'Vad distributionen gör',
      users: 'Användare',
      invite: 'Inbjudningskod',
      accountsEdition: 'Regler för token och konton',
    },
    systems: { intune: 'Microsoft Intune', jamf: 'Jamf Pro', other: 'Annat system' },
    values: {
      business: 'Business',
      education: 'Education',
      App: 'App',
      Book: 'Bok',
      required: 'Obligatorisk',
      available: 'Tillgänglig',
      uninstall: 'Avinstallera',
    },
    yes: 'Ja',
    no: 'Nej',
    trash: {
      field: 'Papperskorgen',
      trashed: 'I papperskorgen',
      kept: 'Kvar',
      title: 'Borttagen och ändrad',
      you: 'Du',
      someone: 'Någon',
      deletedBy: (who: string, when: string) => `${who} tog bort den ${when}.`,
      changedBy: (who: string, when: string) =>
        `${who} ändrade den ${when}. Ingen visste om den andra.`,
      changes: (what: string) => `Ändrat: ${what}.`,
      keptMeans: 'Den stannar där den är, med ändringen, på alla enheter.',
      trashedMeans:
        'Den läggs i papperskorgen med ändringen, på alla enheter, och kan återställas därifrån.',
      keep: 'Behåll den',
      trash: 'Lägg i papperskorgen',
      meanwhile: 'Den ligger kvar tills någon svarar.',
      /** Of a list that was deleted for good while one of its codes was used. */
      codesTitle: 'Borttagen, men koderna är i bruk',
      codeUsedBy: (who: string, when: string) =>
        `${who} använde en kod i den ${when}. Ingen visste om den andra.`,
      codeAddedBy: (who: string, when: string) =>
        `${who} lade till en kod i den ${when}. Ingen visste om den andra.`,
      codesIn: (count: number, used: number) =>
        `Nu har den ${count === 1 ? '1 kod' : `${n(count)} koder`}${used === 0 ? '' : count === 1 ? ', som har använts' : `, varav ${n(used)} har använts`}.`,
      restIsGone: 'Det som i övrigt stod om den finns inte kvar.',
      codesKeptMeans: 'Den stannar med sina koder, på alla enheter. Skriv in det ni vet om den.',
      codesTrashedMeans:
        'Den läggs i papperskorgen med sina koder, på alla enheter, och kan återställas därifrån.',
    },
    kept: (answers: number) =>
      `Allt annat slogs ihop. Inget är borta: ${answers > 2 ? 'alla' : 'båda'} svaren finns kvar i historiken.`,
    done: 'Svaret är sparat',
    gone: 'Frågan är besvarad',
    goneText: 'Någon har redan valt vad som ska gälla.',
    toRecord: 'Visa posten',
  },
  problems: syncProblems,
};

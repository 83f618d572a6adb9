import type { Sentences } from '#core/language/sentence.ts';
import { countIn } from '#core/language/count.ts';
import type {
  ListFileProblem,
  ListRowNote,
  ListRowReason,
} from '#programmes/apple-licences/rules/row-reason.ts';
import { savedError } from '../saved-error.ts';
import { appleErrors } from './apple-errors.ts';
import { intuneFacts, intuneNotes, intuneWhy } from './import-intune.ts';
import { importPlaces, placeNotes } from './import-places.ts';
import { installCodes } from './install-codes.ts';

const n = countIn('sv');

const inOrder = (...sentences: readonly string[]): string => sentences.filter(Boolean).join(' ');

/** What an import of lists of licences says; the Swedish source. */
export const importLicences = {
  /** What a saved answer holds, and whose it is. */
  savedAnswer: (list: string, from: string) => `${list}, sparat svar från ${from}`,
  savedFrom: { apple: 'Apple', graph: 'Microsoft Graph', intune: 'Intune', jamf: 'Jamf Pro' },
  savedLists: {
    apps: 'Appar och licenser',
    assignments: 'Tilldelade licenser',
    users: 'Användare',
    location: 'Plats',
    installs: 'Installationsstatus',
    tokens: 'Token',
    deployments: 'Grupper som appar går till',
  },
  how: {
    title: 'Listor över appar',
    lead: 'Välj en eller flera filer på en gång. Du ser vad som händer innan något sparas.',
    intune: 'Microsoft Intune',
    intuneHow:
      'Spara svaret på en av de här adresserna i Graph Explorer, eller exportera listan Alla appar.',
    graph: 'Appar och vilka grupper de går till',
    graphTokens: 'Token',
    graphStatuses: 'En apps installationer, med appens id i Intune',
    installs: 'Installationsstatus i Intune',
    installsHow:
      'Appar, Övervaka, Installationsstatus för app: välj appen, sedan Installationsstatus för enhet eller användare, och Exportera. Packa upp filen och välj .csv. En app i taget.',
    installsJoin:
      'Raderna paras ihop med licenser som redan är tilldelade: på serienummer, enhetens namn eller användarens adress.',
    jamf: 'Jamf Pro',
    jamfHow: 'Exportera innehållet på volyminköpsplatsen som .csv.',
    people: 'Användare och vem som har vilken licens',
    peopleHow:
      'Välj en lista över användare från Apple School Manager, Google Workspace, Entra ID, Jamf eller Intune, eller en lista över appar och vem som har dem.',
    peopleJoin:
      'En person känns igen på e-postadress eller hanterat Apple-konto, en enhet på serienummer. Listan lägger till licenser och tar aldrig tillbaka någon.',
    apple: 'Apple',
    appleHow:
      'På en dator med tokenfilen i samma mapp. Token läses ur filen och syns inte i kommandot.',
    pages: 'Har svaret fler sidor byter du 0 mot 1, 2 och så vidare. Välj alla sidor tillsammans.',
    other: 'Andra system',
    otherHow: 'Skriv in apparna i mallen. Tomma celler betyder att det inte är känt.',
    template: 'Spara mallen',
    templateName: 'volym-appar.csv',
  },
  headName: 'App eller användare',
  headToken: 'Token',
  licences: 'Licenser',
  fresh: {
    app: 'Ny app',
    assignment: 'Ny tilldelad licens',
    user: 'Ny användare',
    location: '',
    install: '',
    token: 'Ny token',
    deployment: 'Ny distribution',
  },
  back: 'Tillbaka ur papperskorgen',
  owned: (count: number) => (count === 1 ? '1 ägd' : `${n(count)} ägda`),
  free: (count: number) => (count === 1 ? '1 ledig' : `${n(count)} lediga`),
  unlimited: 'fritt antal',
  licencesCame: (count: number) =>
    count === 1 ? '1 tilldelad licens' : `${n(count)} tilldelade licenser`,
  asksPlace: 'Vilken plats hör apparna till?',
  asksPlaceOfUsers: 'Vilken plats hör användarna till?',
  places: importPlaces,
  groupPlaces: 'Platser med token',
  groupOthers: 'Annat',
  asListSays: 'Som listan säger, där den gör det',
  noPlace: 'Ingen plats',
  asksApp: 'Vilken app gäller listan?',
  asksAppWhy: 'Listan säger det inte. Här är apparna som någon i listan har en licens av.',
  chooseApp: 'Välj app',
  chooseAppFirst: 'Välj först vilken app listan gäller.',
  asksAppOfHoldings: 'Listan säger det inte. Först kommer apparna som flest i listan redan har.',
  groupAllApps: 'Appar',
  asksColumns: 'Är appnumren i rätt kolumn?',
  asksColumnsWhy: (heading: string) =>
    `Rubrikerna känns inte igen. Appnumren läses ur ${heading}. Stämmer det inte väljer du vad kolumnerna betyder under Kolumner.`,
  asksNames: 'Är det här en lista över appar och deras licenser?',
  asksNamesWhy:
    'Den har inga appnummer. Varje app paras ihop efter sitt namn med en som finns här; de andra utelämnas.',
  /** Lists whose apps are not here: nothing of them can be read yet. */
  unknownApps: {
    title: (count: number) => (count === 1 ? 'Appen finns inte här' : 'Apparna finns inte här'),
    named: (names: string) =>
      `Listan nämner ${names} utan nummer, och ingen app här heter så. Läs in en lista över apparna först, eller lägg till appens nummer (Adam-ID) i listan.`,
    unnamed: 'Här finns ingen app som listan kan gälla. Läs in en lista över apparna först.',
    otherFile: 'Välj en annan fil',
    otherFileWhat: 'Listan över appar, eller den här listan med appens nummer',
    newApp: 'Lägg till appen för hand',
    newAppWhat: 'Välj sedan filen igen',
  },
  groupApps: 'Appar med licenser i listan',
  appRows: (name: string, count: number) =>
    `${name}: ${count === 1 ? '1 rad' : `${n(count)} rader`}`,
  app: 'App',
  headWho: 'Enhet eller användare',
  reported: (count: number) =>
    count === 1 ? '1 installation fick ny status' : `${n(count)} installationer fick ny status`,
  noCause: 'ingen',
  installCodes,
  installColumns: {
    deviceName: 'Enhetens namn',
    serialNumber: 'Serienummer',
    user: 'Användarens adress (UPN)',
    userName: 'Användarens namn',
    state: 'Installationsstatus',
    errorCode: 'Felkod',
    details: 'Detaljer om statusen',
    asOf: 'Uppgiftens tid',
    appName: 'Appens namn',
    adamId: 'Appens nummer (Adam-ID)',
    failed: 'Enheter där den misslyckades',
    pending: 'Enheter där den väntar',
    installed: 'Enheter där den är installerad',
    notInstalled: 'Enheter där den inte är installerad',
    notApplicable: 'Enheter som den inte är till för',
  },
  userColumns: {
    email: 'E-postadress',
    managedAppleId: 'Hanterat Apple-konto',
    userPrincipalName: 'Användarnamn (UPN)',
    clientUserId: 'Namn hos Apple (clientUserId)',
    name: 'Namn',
    firstName: 'Förnamn',
    lastName: 'Efternamn',
    group: 'Grupp',
    location: 'Plats',
  },
  assignmentColumns: {
    adamId: 'Appens nummer (Adam-ID)',
    storeUrl: 'Adress i App Store',
    appName: 'Appens namn',
    pricingParam: 'Kvalitet (pricingParam)',
    email: 'E-postadress',
    managedAppleId: 'Hanterat Apple-konto',
    userPrincipalName: 'Användarnamn (UPN)',
    clientUserId: 'Namn hos Apple (clientUserId)',
    name: 'Användarens namn',
    firstName: 'Förnamn',
    lastName: 'Efternamn',
    serialNumber: 'Serienummer',
    deviceName: 'Enhetens namn',
    licenceType: 'Användares eller enhets licens',
    state: 'Tilldelad eller inte',
    asOf: 'Tilldelad den',
    takenBackOn: 'Återtagen den',
    location: 'Plats',
  },
  columns: {
    adamId: 'Appens nummer (Adam-ID)',
    storeUrl: 'Adress i App Store',
    pricingParam: 'Kvalitet (pricingParam)',
    name: 'Appens namn',
    productType: 'App eller bok',
    total: 'Ägda licenser',
    assigned: 'Tilldelade licenser',
    available: 'Lediga licenser',
    retired: 'Indragna licenser',
    unlimited: 'Fritt antal',
    location: 'Plats',
    source: 'System',
    asOf: 'Uppgiftens tid',
    intuneType: 'Typ i Intune',
  },
  fields: {
    owned: 'Ägda',
    assigned: 'Tilldelade',
    free: 'Lediga',
    retired: 'Indragna',
    unlimited: 'Fritt antal',
    asOf: 'Uppgiften är från',
    facts: 'Uppgifter om appen kompletteras',
    terms: 'VPP-villkor',
    email: 'E-post',
    name: 'Namn',
    group: 'Grupp',
    clientUserId: 'Namn hos Apple',
    licence: 'Licensen',
    location: 'Plats',
    install: 'Status',
    cause: 'Orsak',
    devices: 'Enheter',
    organization: 'Organisation',
    appleId: 'Apple-ID',
    expiresAt: 'Upphör',
    system: 'System',
    alsoIn: 'Finns också i',
    found: 'Token',
    intent: 'Distributionsåtgärd',
  },
  values: {
    true: 'ja',
    false: 'nej',
    free: 'ledig',
    assigned: 'tilldelad',
    'not-invited': 'ej inbjuden',
    invited: 'inbjuden',
    accepted: 'godkänt',
    retired: 'avslutad',
    installed: 'installerad',
    pending: 'väntar',
    failed: 'misslyckades',
    'not-installed': 'inte installerad',
    revoked: 'återkallad',
    invalid: 'ogiltig',
    claimed: 'övertagen',
    duplicate: 'dubblett',
    'found-valid': 'giltig',
    intune: 'Microsoft Intune',
    required: 'Obligatorisk',
    available: 'Tillgänglig',
    uninstall: 'Avinstallera',
  },
  intune: intuneFacts,
  why: {
    ...intuneWhy,
    'adam-id-missing': () =>
      'Appens nummer saknas. Det står i appens adress i App Store, efter ”id”.',
    'not-an-adam-id': ({ written = '' }) =>
      written === '' ? 'Inget nummer på en app' : `”${written}” är inget nummer på en app`,
    'not-a-volume-app': () => 'Ingen volymköpt app',
    'not-a-pricing-param': ({ written = '' }) =>
      `${written === '' ? 'Det' : `”${written}”`} är ingen kvalitet. Den är STDQ eller PLUS.`,
    'not-a-count': ({ written = '' }) =>
      written === '' ? 'Inget antal' : `”${written}” är inget antal`,
    'not-a-yes-or-no': ({ written = '' }) =>
      written === '' ? 'Varken ja eller nej' : `”${written}” är varken ja eller nej`,
    'record-not-understood': () =>
      'På dess plats ligger något som den här versionen av Volym inte känner till. Uppdatera appen först.',
    'duplicate-of-row': ({ row = '', sheet = '' }) =>
      sheet === ''
        ? `Samma app och plats som på rad ${row}`
        : `Samma app och plats som på rad ${row} i ${sheet}`,
    'counted-otherwise': ({ row = '' }) =>
      row === ''
        ? 'En tidigare rad har andra antal för samma app, och de gäller'
        : `Rad ${row} har andra antal för samma app, och de gäller`,
    'named-before': () => 'Samma licens står tidigare i filen',
    'older-than-known': ({ asOf = '' }) =>
      `Det som redan finns är nyare${asOf === '' ? '' : `, från ${asOf}`}`,
    'counts-confirmed': () => 'Samma siffror, bekräftade',
    'former-user': () => 'En tidigare post om samma användare',
    'names-the-location': () => 'Säger vad platsen heter',
    'which-app': () => 'Välj först vilken app listan gäller',
    'app-not-here': ({ who = '' }) =>
      who === '' ? 'Appen finns inte här' : `Appen ${who} finns inte här`,
    'no-such-licence': ({ who = '' }) =>
      who === '' ? 'Ingen tilldelad licens av appen' : `${who} har ingen licens av appen`,
    'several-licences': ({ who = '' }) =>
      who === '' ? 'Flera licenser passar' : `Flera licenser passar ${who}, ingen ändras`,
    'decided-by-row': ({ row = '', sheet = '' }) =>
      sheet === ''
        ? `Samma licens står på rad ${row}, som räknas`
        : `Samma licens står på rad ${row} i ${sheet}, som räknas`,
    'install-not-known': () => 'Intune känner inte till statusen',
    'nobody-named': () => 'Raden nämner ingen enhet och ingen användare',
    'install-state-missing': () => 'Installationsstatus saknas',
    'not-an-install-state': ({ written = '' }) =>
      written === '' ? 'Ingen installationsstatus' : `”${written}” är ingen installationsstatus`,
    'only-a-name': ({ who = '' }) =>
      `${who === '' ? 'Personen' : who} har bara ett namn. Lägg till en e-postadress eller ett hanterat Apple-konto.`,
    'not-an-address': ({ written = '' }) =>
      written === '' ? 'Ingen e-postadress' : `”${written}” är ingen e-postadress`,
    'nobody-here': () => 'Raden nämner ingen person',
    'same-person': ({ row = '', sheet = '' }) =>
      sheet === '' ? `Samma person som på rad ${row}` : `Samma person som på rad ${row} i ${sheet}`,
    'several-people': ({ who = '' }) =>
      `${who === '' ? 'Personen' : who} finns flera gånger här. Lägg till en kolumn med plats.`,
    'location-missing': () => 'Raden säger inte vilken plats den hör till, som andra rader gör',
    'total-row': () => 'Summerar andra rader och importeras inte',
    'app-missing': () => 'Raden nämner ingen app',
    'app-name-not-here': ({ app = '' }) =>
      `${app === '' ? 'Appen' : `Appen ${app}`} finns inte här. Läs in appen först, eller lägg till appens nummer.`,
    'app-elsewhere': ({ app = '', locations = '', place = '' }) =>
      `${app === '' ? 'Appen' : `Appen ${app}`} finns på en annan plats${locations === '' ? '' : `: ${locations}`}${place === '' ? '' : `, och inte på ${place}`}. Läs in appen på radens plats först, eller lägg till appens nummer.`,
    'several-apps-named': ({ app = '' }) =>
      `Flera appar heter ${app === '' ? 'så' : app}. Lägg till appens nummer.`,
    'app-at-several-places': ({ app = '' }) =>
      `${app === '' ? 'Appen' : `Appen ${app}`} finns på flera platser. Lägg till en kolumn med plats.`,
    'serial-number-missing': ({ who = '' }) =>
      `Serienumret saknas${who === '' ? '' : ` för ${who}`}. En enhet känns igen på det.`,
    'not-a-serial-number': ({ written = '' }) =>
      written === '' ? 'Inget serienummer' : `”${written}” är inget serienummer`,
    'number-was-rounded': ({ written = '' }) =>
      `${written === '' ? 'Ett nummer' : `”${written}”`} har ändrats av kalkylbladet. Ge kolumnen formatet Text där listan kommer ifrån och exportera igen.`,
    'not-assigned': ({ written = '' }) =>
      `Raden säger att licensen inte är tilldelad${written === '' ? '' : ` (${written})`}. Listan tar inte tillbaka någon licens.`,
    'free-since': ({ asOf = '' }) =>
      `Licensen kom tillbaka${asOf === '' ? '' : ` ${asOf}`}, och listan kan vara äldre. Tilldela den igen om någon har den.`,
  } satisfies Sentences<ListRowReason>,
  notes: {
    ...intuneNotes,
    ...placeNotes,
    'other-app-there': ({ name = '', number = '' }) =>
      `På dess plats ligger en annan app (${name}, ${number}). Den blir den här.`,
    'other-licence-there': ({ name = '' }) =>
      `På dess plats ligger en annan licens${name === '' ? '' : ` (${name})`}. Den blir kvar, och den här läggs bredvid.`,
    'other-user-there': ({ name = '' }) =>
      `På dess plats ligger någon annan (${name}). Den posten blir den här användaren.`,
    'same-address-beside': ({ name = '', location = '' }) =>
      `${name} har samma e-postadress${location === '' ? '' : `, på platsen ${location}`}. Det framgår inte om platsen är densamma, så båda står kvar.`,
    'as-of-unclear': () => 'Uppgiftens tid kan betyda flera dagar och utelämnas',
    'state-not-known': () =>
      'Statusen sparas inte: den säger inte tydligt om licensen är tilldelad. Raden räknas som tilldelad.',
    'user-without-address': () => 'Användaren sparas inte: bara ett namn säger inte vem det är',
    'user-of-device': () => 'Användaren sparas inte: licensen är enhetens',
    'not-applicable': () => 'Appen är inte till för enheten',
    'uninstall-failed': () => 'Avinstallationen misslyckades',
    'user-comes-too': () => 'Användaren läggs också till',
    'stays-as-changed': ({ said = '' }) =>
      `${said === '' ? 'En uppgift i listan' : `”${said}”`} har ändrats här sedan dess, och det får stå kvar`,
    'negative-count': ({ said = '' }) => `Ett antal är under noll (${said})`,
    'not-a-whole-count': ({ said = '' }) => `Ett antal är inget heltal (${said})`,
    'assigned-over-total': ({ assigned = '', total = '' }) =>
      `Fler tilldelade (${assigned}) än ägda (${total})`,
    'available-over-total': ({ available = '', total = '' }) =>
      `Fler lediga (${available}) än ägda (${total})`,
    'sum-differs': ({ assigned = '', available = '', total = '' }) =>
      `Tilldelade ${assigned} och lediga ${available} blir inte ägda ${total}`,
    'unlimited-with-total': ({ total = '' }) => `Fritt antal, men också ${total} ägda`,
  } satisfies Sentences<ListRowNote>,
  /** What can be wrong with saved answers and lists of licences. */
  problems: {
    'installs-per-app': () =>
      'Filen räknar bara installationer per app. Öppna appen i Intune, välj Installationsstatus för enhet och exportera den listan.',
    'no-licences': () => 'Filen har inga appar och inga licenser.',
    'saved-other-reply': ({ name = '' }) =>
      `Filen ${name} är ett annat svar från Apple. Spara sidorna för assets, assignments, users eller client/config.`,
    'saved-apple-error': ({ name = '', errorNumber = '' }) =>
      inOrder(
        `Filen ${name} är ett fel från Apple, ${errorNumber}.`,
        savedError(appleErrors.numbers, errorNumber),
        'Hämta sidan igen när felet är borta.',
      ),
    'saved-wrong-type': ({ name = '', record = '', at = '' }) =>
      record === ''
        ? `Filen ${name} går inte att förstå: ${at} är fel. Spara svaret på nytt utan att ändra i det.`
        : `Filen ${name}, post ${record}: ${at} är fel. Spara svaret på nytt utan att ändra i det.`,
    'saved-not-a-graph-list': ({ name = '' }) =>
      `Filen ${name} är inget sparat svar från Apple och ingen lista från Microsoft Graph.`,
    'saved-empty-list': ({ name = '' }) =>
      `Filen ${name} är en tom lista. Kontrollera filtret i frågan till Graph.`,
    'saved-graph-error': ({ name = '', code = '' }) =>
      `Filen ${name} är ett fel från Microsoft Graph (${code}). Logga in igen och spara listan på nytt.`,
    'saved-mixed-list': ({ name = '', lists = '' }) =>
      `Filen ${name} blandar olika listor: ${lists}. Spara var och en för sig.`,
    'saved-other-list': ({ name = '', list = '' }) =>
      `Filen ${name} är listan ${list} från Microsoft Graph, som inte läses. Spara mobileApps, vppTokens, assignedLicenses, deviceStatuses eller userStatuses.`,
    'saved-lists-assignments': ({ name = '' }) =>
      `Filen ${name} listar tilldelningar utan att säga av vilken app. Spara mobileApps?$expand=assignments i stället.`,
    'saved-several-apps': ({ name = '' }) =>
      `Filen ${name} gäller en annan app än de andra filerna, och ingen av dem säger vilken. Välj en i taget, eller välj listan mobileApps tillsammans med dem.`,
  } satisfies Sentences<ListFileProblem>,
};

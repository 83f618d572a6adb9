import type { Sentence } from '#core/language/sentence.ts';
import { isSavedAsSheet } from '#core/language/saved-as-sheet.ts';
import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

/** Kinds of file that are no sheet, for `wrong-type`. */
const kindsOfFile = {
  pdf: 'en pdf',
  image: 'en bild',
  media: 'ljud eller film',
  program: 'ett program',
  archive: 'ett arkiv',
  numbers: 'ett Numbers-dokument',
  word: 'ett Word-dokument',
  presentation: 'en presentation',
  opendocument: 'ett OpenDocument-dokument utan kalkylblad',
  'excel-binary': 'en .xlsb-fil',
  'office-document': 'ett Office-dokument',
  'web-page': 'en webbsida utan tabell',
  'sign-in-page': 'en inloggningssida',
  'web-archive': 'ett webbarkiv',
  xml: 'en xml-fil',
  binary: 'inget kalkylblad',
} satisfies Record<string, string>;

const insteadOf = (what: string | number): string => {
  if (what === 'sign-in-page')
    return 'Du var utloggad när den sparades. Logga in och spara den igen.';
  if (what === 'numbers')
    return 'Välj Arkiv → Exportera till → CSV eller Excel i Numbers, och välj den filen här.';
  return isSavedAsSheet(what)
    ? 'Spara den som .xlsx eller .csv och välj den filen.'
    : 'Hämta själva kalkylbladet där du fick filen och välj det.';
};

const kindOfFile = (what: string | number): string =>
  (kindsOfFile as Record<string, string>)[what] ?? kindsOfFile.binary;

/** Sentences for what can go wrong: what happened and what to do. */
export const importProblems = {
  'empty-file': () => 'Filen är tom. Hämta den igen där du fick den.',
  'damaged-file': () => 'Filen är skadad eller avbruten. Hämta den igen där du fick den.',
  'password-protected': () =>
    'Filen är lösenordsskyddad. Öppna den i ditt kalkylprogram, spara en kopia utan lösenord och välj kopian.',
  'wrong-type': ({ what = '' }) => `Filen är ${kindOfFile(what)}. ${insteadOf(what)}`,
  'too-large': ({ limitMb = '' }) =>
    `Filen är större än ${limitMb} MB. Dela upp den och läs in delarna var för sig.`,
  'too-large-together': ({ limitMb = '' }) =>
    `Med den här är filerna tillsammans större än ${limitMb} MB. Läs in den för sig.`,
  'none-read': ({ count = '' }) => `Ingen av de ${n(count)} filerna kan läsas.`,
  'unpacks-too-large': ({ limitMb = '' }) =>
    `Filen blir större än ${limitMb} MB när den packas upp. Spara den på nytt som .csv och välj den filen.`,
  'too-many-rows': ({ limit = '' }) =>
    `Filen har fler än ${n(limit)} rader. Dela upp den och läs in delarna var för sig.`,
  'too-many-cells': ({ limit = '' }) =>
    `Filen har fler än ${n(limit)} celler. Ta bort kolumner som inte behövs eller dela upp den.`,
  'too-many-parts': () =>
    'Filen har för många delar för ett kalkylblad. Spara den på nytt som .xlsx eller .csv.',
  'endless-cell': ({ row = '' }) =>
    `En cell på rad ${row} tar aldrig slut. Öppna filen, rätta cellen och spara den på nytt.`,
  'unsafe-file': () =>
    'Filen är byggd på ett osäkert sätt och lästes inte. Spara den på nytt som .csv.',
  'took-too-long': () => 'Filen tog för lång tid att läsa. Spara den som .csv eller dela upp den.',
  'unreadable-file': () =>
    'Filen gick inte att läsa. Öppna den i ditt kalkylprogram och spara den som .xlsx eller .csv.',
  'broken-json': () =>
    'Filen tar slut mitt i, eller innehåller annat än sparade svar. Spara svaret igen, hela vägen till slutet.',
  'no-codes': () => 'Filen har inga koder och inga order. Välj bladet som kom från Apple.',
  'nothing-known': () =>
    'Volym känner inte igen något i filen. Säg vad den är, eller välj en annan fil.',
  'no-list': () =>
    'Filen har inga rader under en rad med rubriker. Ge varje kolumn en rubrik och välj filen igen.',
  'only-hidden': ({ sheet = '' }) =>
    `Bara bladet ${sheet} har något att läsa in, och det är dolt i filen. Visa det i ditt kalkylprogram, spara och välj filen igen.`,
  'offer-codes': () =>
    'Filen har erbjudandekoder från App Store Connect. De är något annat än volymkoder och kan inte läsas in här.',
  'nothing-pasted': () =>
    'Volym känner inte igen något i det som klistrades in. Ta med rubrikraden och försök igen.',
  cancelled: () => 'Importen avbröts. Inget är sparat.',
  'vault-locked': () =>
    'Koderna låstes under importen. Inget är sparat. Lås upp och importera igen.',
  'not-written': () =>
    'Importen gick inte att spara. Inget är ändrat. Kontrollera att enheten har plats kvar.',
  'cut-off': () =>
    'Importen avbröts halvvägs. Ångra den här nedanför, eller läs in samma fil igen.',
  'not-tried': () =>
    'Filen gick inte att jämföra med det som finns. Inget är sparat. Välj filen igen.',
  'import-is-running': () => 'Importen pågår i en annan flik. Vänta tills den är klar.',
  'undo-cut-off': () => 'Ångringen avbröts halvvägs. Ångra en gång till, så tas resten tillbaka.',
  'already-undone': () => 'Importen är redan ångrad.',
  'too-late-to-undo': () => 'Det har gått mer än 30 dagar. Importen kan inte längre ångras.',
  'record-is-gone': () => 'Importen finns inte längre.',
  'only-reads': () => 'Den här enheten får bara läsa. Inget är ändrat.',
} satisfies Record<string, Sentence>;

/** Why a row ends as it does. */
export const importReasons = {
  'code-missing': () => 'Koden saknas',
  'not-a-code': () => 'Ingen kod i kodkolumnen',
  'several-codes': () => 'Flera koder i en cell. Ge varje kod en egen rad.',
  'number-alone': () =>
    'Ser ut som ett nummer, kanske ett ordernummer, och inte som en kod. Skriv vad det är framför: Ordernummer: …',
  'code-too-short': () => 'Koden är för kort',
  'code-too-long': () => 'Koden är för lång',
  'formula-instead-of-code': () => 'Formel i stället för kod',
  'error-in-cell': () =>
    'En cell har ett fel från kalkylprogrammet, som #SAKNAS!. Rätta den i filen och välj filen igen.',
  'amount-in-thousands': () =>
    'Rubriken säger att beloppen är i tusental. Skriv ut dem och välj filen igen.',
  'amount-of-code-or-order': () =>
    'Ordern har flera koder. Svara först om beloppet är varje kods eller hela orderns',
  'number-was-rounded': () =>
    'Numret har ändrats av kalkylbladet. Ge kolumnen formatet Text där listan kommer ifrån och exportera igen',
  'note-row': () => 'En anteckning under listan, importeras inte',
  'total-row': () => 'Summerar andra rader, importeras inte',
  'order-number-missing': () => 'Ordernummer saknas',
  'amount-unclear': ({ written }) =>
    written === undefined ? 'Beloppet är oklart' : `”${written}” är oklart`,
  'not-an-amount': ({ written }) =>
    written === undefined ? 'Beloppet går inte att läsa' : `”${written}” är inget belopp`,
  'currency-unclear': ({ written }) =>
    `${written === undefined ? 'Valutan är oklar' : `Valutan i ”${written}” är oklar`}, skriv till exempel SEK i bladet`,
  'date-unclear': ({ written }) =>
    written === undefined ? 'Datumet är oklart' : `”${written}” är oklart`,
  'not-a-day': ({ written }) =>
    written === undefined ? 'Datumet går inte att läsa' : `”${written}” är inget datum`,
  'day-in-the-future': ({ field }) =>
    field === 'readyOn' ? 'Klar i inkorgen ligger i framtiden' : 'Orderdatum ligger i framtiden',
  'which-order': () => 'Flera order har numret',
  'record-not-understood': () =>
    'Något som den här versionen inte känner till ligger på dess plats, ändras inte',
  'code-not-opened': () =>
    'Koden finns, men det som är sparat går inte att öppna. Lägg den i papperskorgen och läs in filen igen',
  'already-here': () => 'Redan inlagd',
  'already-redeemed': () => 'Koden är redan inlöst, ändras inte',
  'duplicate-of-row': ({ row = '', sheet = '' }) =>
    `Dubblett av rad ${row}${sheet === '' ? '' : ` i ${sheet}`}`,
  'duplicate-in-order': ({ name = '' }) =>
    name === '' ? 'Koden finns redan på en annan order' : `Koden finns redan på order ${name}`,
  'duplicate-in-batch': ({ name = '' }) =>
    `Koden finns redan i ${name === '' ? 'en annan kodlista' : name}`,
  'duplicate-of-file': ({ file = '' }) =>
    file === '' ? 'Kom med en tidigare fil' : `Kom redan med ${file}`,
} satisfies Record<string, Sentence>;

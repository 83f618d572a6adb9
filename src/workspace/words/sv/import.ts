import type { Gap } from '#core/import/shelf.ts';
import type { Sentence, Sentences } from '#core/language/sentence.ts';
import { countIn } from '#core/language/count.ts';
import type { ShownOutcome } from '#core/import/shown-outcome.ts';
import { importProblems, importReasons } from './import-problems.ts';
import { importShare } from './import-share.ts';

const n = countIn('sv');

const rows = (count: number): string => (count === 1 ? '1 rad' : `${n(count)} rader`);
const codes = (count: number): string => (count === 1 ? '1 kod' : `${n(count)} koder`);

/** The same for one and for many; other languages tell them apart. */
const same =
  (word: string): ((count: number) => string) =>
  () =>
    word;

/** The first five names of many, and how many more there are. */
const firstOf = (names: readonly string[]): string => {
  const more = names.length - 5;
  return `${names.slice(0, 5).join(', ')}${more > 0 ? ` och ${n(more)} till` : ''}`;
};

/** Texts of the import screens; the Swedish source. */
export const imports = {
  title: 'Import',
  readSheet: 'Läs in en fil',
  formats:
    '.xls, .xlsx, .ods, .csv och sparade svar (.json). Inget sparas förrän du sett provkörningen.',
  chooseFile: 'Välj fil',
  chooseOther: 'Välj en annan fil',
  dropHere: 'Släpp här',
  replaceFile:
    'Provkörningen som visas stängs, och det du svarat där är borta. Läsa in det nya i stället?',
  sharedIsGone: 'Filen kom inte fram. Dela den igen, eller välj den här.',
  paste: 'Klistra in rader',
  pasteFrom: 'Kopierade från ett kalkylprogram eller mejl',
  pasteHow:
    'Kopiera raderna i kalkylprogrammet eller mejlet, med rubrikraden om det finns en, och klistra in dem här.',
  watch: { title: 'Bevaka en mapp', detail: 'Den nyaste filen i den visas här' },
  pasteTry: 'Provkör raderna',
  pastedName: 'Inklistrade rader',
  unlockFirst: 'Lås upp först om filen innehåller koder.',
  recent: 'Senaste',
  recentNote: 'kan ångras i 30 dagar',
  noneYet: 'Inget är inläst än.',
  undo: 'Ångra',
  undoRun: (file: string) => `Ångra importen av ${file}`,
  which: 'Vilka',
  whichOf: (file: string) => `Vilka rader av ${file} är kvar`,
  undoReason: (file: string) => `Importen av ${file} ångrades`,
  undone: 'Importen är ångrad',
  undoneKept: (count: number) =>
    `Importen är ångrad, ${count === 1 ? '1 rad som ändrats är kvar' : `${n(count)} rader som ändrats är kvar`}`,
  nothingBack: (count: number) =>
    count === 1
      ? 'Inget togs tillbaka: raden har ändrats sedan importen'
      : `Inget togs tillbaka: ${n(count)} rader har ändrats sedan importen`,
  undoing: 'Ångrar importen',
  countNew: (count: number) => (count === 1 ? '1 ny' : `${n(count)} nya`),
  countChanged: (count: number) => (count === 1 ? '1 ändrad' : `${n(count)} ändrade`),
  countSame: (count: number) => `${n(count)} lika`,
  countUnread: (count: number) => (count === 1 ? '1 inte läst' : `${n(count)} inte lästa`),
  countLeftOut: (count: number) => (count === 1 ? '1 utelämnad' : `${n(count)} utelämnade`),
  undoneOn: (when: string) => `Ångrad ${when}`,
  keptCount: (count: number) =>
    count === 1 ? '1 ändrad rad är kvar' : `${n(count)} ändrade rader är kvar`,
  until: (day: string) => `till ${day}`,
  tooLate: 'kan inte längre ångras',
  unfinished: 'Avbröts halvvägs. Ångra, eller läs in filen igen.',
  runningElsewhere: 'Pågår i en annan flik.',
  reading: (file: string) => `Läser ${file}`,
  trying: 'Jämför med det som redan finns',
  running: 'Importerar',
  takingBack: 'Tar tillbaka det som sparats',
  progress: (done: string, total: string) => `${done} av ${total}`,
  stop: 'Avbryt',
  lockedTitle: 'Lås upp för att fortsätta',
  lockedWhy: (file: string, isPasted: boolean) =>
    `${file} ser ut att innehålla koder. De förseglas med er lösenfras, så lås upp först. ${isPasted ? 'Raderna' : 'Filen'} väntar så länge.`,
  unlock: 'Lås upp',
  leaveRunning:
    'Importen pågår. Lämnar du sidan avbryts den, och det som sparats tas tillbaka. Lämna sidan?',

  dryRun: 'Provkörning',
  rows,
  nothingSaved: 'inget är sparat än',
  /** A note that many of the rows below it have. */
  ofRows: (count: number, all: number, note: string) =>
    all === 1 ? note : `${count === all ? 'Alla' : `${n(count)} av`} ${n(all)} rader: ${note}`,
  labelNew: (count: number) => (count === 1 ? 'ny' : 'nya'),
  labelSame: 'lika',
  /** How rows end, as long as they have not. */
  coming: {
    changed: same('ändras'),
    unread: same('läses inte'),
    leftOut: same('utelämnas'),
  },
  leftOutWhat: 'summor, anteckningar och annat som inte ska in',
  /** The same once they have. */
  ended: {
    changed: (count: number) => (count === 1 ? 'ändrad' : 'ändrade'),
    unread: (count: number) => (count === 1 ? 'inte läst' : 'inte lästa'),
    leftOut: (count: number) => (count === 1 ? 'utelämnad' : 'utelämnade'),
  },
  /** What a sheet was taken for, and what else it may be. */
  readAs: {
    label: 'Läst som',
    sheet: (name: string) => `${name} läst som`,
    /** Why a sheet is read as it is. */
    said: { now: 'Som du valde.', before: 'Som du valde förra gången.' },
    byHeadings: (names: readonly string[]) => `Känns igen på ${firstOf(names)}.`,
    byContent: (names: readonly string[]) => `Känns igen på innehållet i ${firstOf(names)}.`,
    anyway: 'Läs den ändå',
    choose: 'Välj vad den är',
    notRead: 'Läses inte',
    orElse: 'Är det något annat? Välj vad filen ska läsas som.',
  },
  columns: 'Kolumner',
  columnsIn: (sheet: string) => `Kolumner i ${sheet}`,
  columnsKept: 'sparas till nästa gång',
  columnsAsBefore: 'som förra gången',
  mapped: (mapped: number, all: number) =>
    mapped === all ? 'alla kopplade' : `${mapped} av ${all} kopplade`,
  column: (heading: string) => `Vad kolumnen ${heading} innehåller`,
  columnNumber: (number: number) => `Kolumn ${number}`,
  hiddenSample: 'dold i provkörningen',
  emptyColumn: 'tom',
  /** A cell by its heading, if it has one, and its place in the spreadsheet. */
  cellAt: (heading: string, cell: string) =>
    heading === '' ? `Cell ${cell}` : `${heading}, cell ${cell}`,
  cellAtFault: 'Här står felet',
  /** Of a column that was mapped to what this version does not read. */
  otherField: 'En annan uppgift',
  notImported: 'Importeras inte',
  notKept: (word: string) => `${word}, sparas inte`,
  /** What of a sheet is not imported: headings, and how many cells are under them. */
  leftOut: (names: readonly string[], cells: number) =>
    `Importeras inte: ${firstOf(names)} (${cells === 1 ? '1 cell' : `${n(cells)} celler`}).`,
  /** Columns that say once more what another column is read as. */
  leftOutAgain: (names: readonly string[], cells: number) =>
    `${cells === 1 ? '1 cell läses' : `${n(cells)} celler läses`} inte: ${firstOf(names)} finns en gång till, och en rad kan bara ha en av dem. Ge varje cell en egen rad i filen och välj filen igen, eller välj vid kolumnen att den ska läsas i stället.`,
  /** A saved answer: what it holds, and how much of it. */
  savedAnswer: (what: string, count: number) =>
    `${what}: ${rows(count)}. Svaret säger självt vad som är vad, så det finns inga kolumner att välja.`,
  moreColumns: (count: number) =>
    `Visa ${count === 1 ? '1 kolumn' : `${n(count)} kolumner`} som inte importeras`,
  review: 'Rader att se över',
  allRows: 'Alla rader',
  nothingToReview: 'Inga rader behöver ses över.',
  noRows: 'Inga sådana rader.',
  showAll: (count: number) => `Visa alla ${n(count)}`,
  showReview: 'Visa bara de att se över',
  filter: 'Vilka rader som visas',
  filterReview: 'Att se över',
  filterNew: 'Nya',
  filterDuplicates: 'Dubbletter',
  filterAll: 'Alla',
  headRow: 'Rad',
  headOrder: 'Ordernummer',
  headCode: 'Kod',
  headAmount: 'Värde',
  headReady: 'Klar',
  headWhat: 'Vad händer',
  /** How a row ends, as long as it has not; `importRows` has the same once it has. */
  outcomes: {
    new: 'Ny',
    changed: 'Ändras',
    same: 'Lika',
    duplicate: 'Dubblett',
    unreadable: 'Läses inte',
    'left-out': 'Utelämnas',
  } satisfies Record<ShownOutcome, string>,
  rowNumber: (row: number, sheet: string) =>
    sheet === '' ? `Rad ${row}` : `Rad ${row} i ${sheet}`,
  skipped: 'Raden hoppas över',
  choose: (choices: string) => `Välj: ${choices}`,
  someCode: 'Kod',
  newCode: 'Ny kod',
  readyOn: (day: string) => `klar ${day}`,
  newIn: { new: 'Ny order', restored: 'Tillbaka ur papperskorgen', existing: 'Ny kod till ordern' },
  codeOf: (parent: string) => `Kod till ${parent}`,
  change: (field: string, from: string, to: string) =>
    from === '' ? `${field} ${to}` : `${field} ${from} → ${to}`,
  dayUnsaid: (step: string) => `${step}, filen säger inte vilken dag`,
  withdraws: (step: string, day: string) =>
    `${day === '' ? step : `${step} ${day}`} gäller inte längre, en kod är inte inlöst`,
  was: (before: string) => `var ${before}`,
  importRows: (count: number) => `Importera ${rows(count)}`,
  nothingToImport: 'Inget nytt att importera',
  nothingReadable: 'Ingen rad går att importera',
  answerFirst:
    'Svara på frågorna först, eller importera resten. Rader som väntar på svar hoppas över.',
  answerThese: (count: number) =>
    count === 1 ? 'Svara på frågan först' : `Svara på ${n(count)} frågor först`,
  answerToImport: (question: string) => `Inget importeras innan du har svarat: ${question}`,
  allWait: 'Utan svar finns inget att importera.',
  undoable: 'Hela importen går att ångra i 30 dagar',
  undoableHow: 'Det du ändrar efteråt blir kvar. Samma fil kan läsas in igen utan dubbletter.',
  /** Vad en fil säger att den saknar. */
  gaps: {
    'cut-off': ({ name = '' }) =>
      `Filen ${name} slutar mitt i en sida. De hela sidorna före läses, resten saknas. Spara den igen ända till slutet.`,
    'open-quote': ({ row = '' }) =>
      `Ett citattecken på rad ${row} avslutas aldrig. Raderna före det läses, resten saknas. Ta bort eller avsluta det i filen, och välj filen igen.`,
    'cells-with-errors': ({ sheet = '', rows = '', count = 0, more = 0 }) =>
      `${count === 1 ? 'En rad' : `${n(count)} rader`}${sheet === '' ? '' : ` i ${sheet}`} har en cell med ett fel från kalkylprogrammet, som #SAKNAS!. Den räknas som tom: rad ${rows}${more === 0 ? '' : ` och ${n(more)} till`}.`,
    'hidden-rows': ({ sheet = '', rows = '', count = 0, more = 0 }) =>
      `${count === 1 ? 'En rad är dold' : `${n(count)} rader är dolda`} i bladet${sheet === '' ? '' : ` ${sheet}`} och läses också: rad ${rows}${more === 0 ? '' : ` och ${n(more)} till`}.`,
    'hidden-columns': ({ sheet = '', columns = '', count = 0 }) =>
      count === 1
        ? `Kolumn ${columns} är dold i bladet${sheet === '' ? '' : ` ${sheet}`} och läses också.`
        : `Kolumnerna ${columns} är dolda i bladet${sheet === '' ? '' : ` ${sheet}`} och läses också.`,
    'more-pages': ({ name = '' }) =>
      `Filen ${name} har fler sidor i Graph (@odata.nextLink). Bara det som finns i filen läses. Spara nästa sidor också.`,
    'moment-unsaid': ({ count = 1 }) =>
      count === 1
        ? 'Svaret säger inte när Apple gav det. Antalen visas som inlästa den dag de läses in, inte som sanna då. Spara svaret med sina svarshuvuden (curl -i), så läses tiden ur dem.'
        : `${n(count)} svar säger inte när Apple gav dem. Antalen visas som inlästa den dag de läses in, inte som sanna då. Spara svaren med sina svarshuvuden (curl -i), så läses tiden ur dem.`,
    'pages-missing': ({ list = '', missing = '', pages = '' }) =>
      `${n(missing)} av ${n(pages)} sidor av ${list} saknas. Bara det som finns i filen läses. Spara de andra också, och välj alla tillsammans.`,
    'changed-between-pages': ({ list = '' }) =>
      `Listan ${list} ändrades hos Apple medan sidorna sparades. Något kan saknas eller finnas två gånger.`,
  } satisfies Sentences<Gap['code']>,
  sheetNothing: (sheet: string) =>
    `Bladet ${sheet} hoppas över: inget i det kändes igen. Är det en lista, välj under Läst som vad den är.`,
  sheetHidden: (sheet: string) =>
    `Bladet ${sheet} är dolt i filen och lästes inte. Ska det läsas, välj under Läst som vad det är.`,
  sheetSkipped: (sheet: string) => `Bladet ${sheet} hoppas över: inga koder.`,
  sheetOfferCodes: (sheet: string) => `Bladet ${sheet} hoppas över: erbjudandekoder.`,

  asksAmount: (row: number, written: string) => `Rad ${row}: vad betyder ”${written}”?`,
  asksDate: (row: number, written: string) => `Rad ${row}: vilken dag är ”${written}”?`,
  /** A number alone among codes; it may be a code, and is not said. */
  asksNumber: {
    title: (row: number) => `Rad ${row}: är numret ett ordernummer?`,
    why: 'Svaret gäller alla rader med bara ett nummer. Är det ordernummer hör koderna nedanför till den ordern.',
    yes: 'Ja, ordernummer',
    no: 'Nej',
  },
  /** Whose the sums beside codes are, by one order of the file. */
  asksSum: {
    title: (heading: string) =>
      heading === ''
        ? 'Är beloppet varje kods eller hela orderns?'
        : `Är ”${heading}” varje kods eller hela orderns?`,
    why: (number: string, count: number) => `Order ${number} har ${codes(count)} med samma belopp.`,
    code: (sum: string) => (sum === '' ? 'Varje kods' : `Varje kods: ordern är på ${sum}`),
    order: (sum: string) => (sum === '' ? 'Hela orderns' : `Hela orderns: ordern är på ${sum}`),
  },
  answeredBefore: 'Besvarat som förra gången. Svaret används på alla rader i filen.',
  answered: 'Besvarade frågor',
  changeAnswer: 'Ändra',
  /** What a cell became by an answer. */
  became: (written: string, reads: string) => `${written} → ${reads}`,
  askEachFile: 'Svara för varje fil',
  answerForAll: 'Svaret används på alla rader i filen.',
  asksOrder: (row: number, number: string) => `Rad ${row}: vilken order är ${number}?`,
  asksOrderWhy: 'Flera order har det numret.',
  asksOrders: 'Är det här ordrar på Apple-kredit?',
  asksOrdersWhy: 'En kund med e-postadress finns även i ordrar från vilken butik som helst.',
  asksColumns: 'Är koderna i rätt kolumn?',
  asksColumnsWhy: (heading: string) =>
    `Rubrikerna känns inte igen. Koderna läses ur ${heading}. Stämmer det inte väljer du vad kolumnerna betyder under Kolumner.`,
  /** Of two columns whose headings mean the same. */
  asksTwice: (headings: readonly string[]) => `Vilken kolumn gäller: ${headings.join(' eller ')}?`,
  asksTwiceWhy:
    'De kan betyda samma sak, men det står olika i dem. Den andra importeras inte, om du inte kopplar den under Kolumner.',
  confirmColumns: 'Ja, det stämmer',
  asksDestination: 'Var ska koderna läggas?',
  /** An order number that is given with the codes, and how many orders here have it. */
  orderGiven: (number: string, here: number) =>
    `Vid koderna står ordernummer ${number}${
      here === 1
        ? '.'
        : here === 0
          ? ', men ingen sådan order finns här.'
          : ', som flera order här har.'
    }`,
  asksDestinationWhy: 'Utan order räknas inga 90 dagar.',
  newBatch: (name: string) => `Ny kodlista: ${name}`,
  newBatches: (count: number) => (count === 1 ? '1 ny kodlista' : `${n(count)} nya kodlistor`),
  eachItsOwn: 'Som filen säger',
  holdsSome: (name: string) => `${name} (har några av koderna)`,
  groupSuggested: 'Förslag',
  groupOrders: 'Order',
  groupBatches: 'Kodlistor',
  orderWithout: 'Order utan nummer',

  imported: (count: number) => `${rows(count)} importerade`,
  whatCame: 'Det här kom in',
  alsoIn: (count: number) => (count === 1 ? 'och 1 till' : `och ${n(count)} till`),
  codes,
  noCodes: 'utan kod',
  changedHere: 'ändrad',
  codesRedeemed: (count: number) =>
    `${codes(count)} ${count === 1 ? 'märkt' : 'märkta'} som ${count === 1 ? 'inlöst' : 'inlösta'}`,
  kept: 'Kvar efter att importen ångrades',
  keptWhy: 'De hade ändrats sedan importen.',
  keptCode: (number: number, parent: string) => `Kod ${number} i ${parent}`,
  keptReasons: {
    redeemed: 'inlöst',
    'handed-out': 'utlämnad',
    'with-order': 'ordern blir kvar',
    'has-codes': 'har koder kvar',
    'has-licences': 'har tilldelade licenser kvar',
    'had-licences': 'licenser har tilldelats sedan dess, och tagits tillbaka',
    'has-purchases': 'har auktoriseringar, order eller returer kvar',
    'later-steps': 'har nyare steg',
    edited: 'ändrad för hand',
    asked: 'ändrad på en annan enhet, en fråga väntar på svar',
    'record-not-understood': 'sparad av en nyare version',
  },
  unread: 'Rader som inte kunde läsas',
  unreadNote: 'nummer och orsak sparas',
  undoUntil: (day: string) => `Importen kan ångras till och med ${day}.`,
  undoHow:
    'Nya poster läggs i papperskorgen. Det som ändrats sedan dess blir kvar, och en order och dess koder följs åt.',
  undoThis: 'Ångra importen',
  undoAsk: {
    title: 'Ångra importen?',
    counting: 'Räknar vad som tas tillbaka',
    notCounted: 'Det gick inte att räkna vad som tas tillbaka.',
    goes: 'Tas tillbaka',
    changed: 'Poster som får tillbaka det de hade',
    nothing: 'Inget kan tas tillbaka: allt har ändrats sedan importen.',
    outOf: 'Tas ur order som fanns före importen',
    stays: (count: number) => `Blir kvar: ${count === 1 ? '1 post' : `${n(count)} poster`}`,
    toTrash: (what: string, isShared: boolean) =>
      `${what} läggs i papperskorgen${isShared ? ', på alla enheter' : ''}.`,
    again: 'Samma fil kan läsas in igen.',
  },
  notFound: 'Importen finns inte här.',
  again: 'Läs in filen igen om den ska tillbaka.',

  fields: {
    code: 'Inlösningskod',
    link: 'Inlösningslänk',
    orderNumber: 'Ordernummer',
    creditNumber: 'VPP-kreditnummer',
    purchaseOrderNumber: 'Inköpsordernummer',
    orderDate: 'Orderdatum',
    readyOn: 'Klar i inkorgen',
    amount: 'Kreditvärde',
    currency: 'Valuta',
    purchaserName: 'Innehållsköpare',
    purchaserAppleId: 'Innehållsköparens Apple-ID',
    buyer: 'Köpt av',
    buyerAppleId: 'Apple-ID som köpte',
    institution: 'Institution',
    channel: 'Köpt från',
    reseller: 'Återförsäljare',
    product: 'Produkt',
    adamId: 'Adam-ID',
    status: 'Status',
    comment: 'Kommentar',
  },
  steps: {
    ordered: 'Beställd',
    ready: 'Klar i inkorgen',
    downloaded: 'Hämtad',
    redeemed: 'Inlöst',
  },
  channels: { reseller: 'återförsäljare', apple: 'Apple', 'own-store': 'egen store' },
  notes: {
    'code-from-link': 'Koden lästes ur länken',
    'link-differs': 'Länken har en annan kod, kodkolumnen gäller',
    formula: 'Cellen är en formel, dess värde läses',
    'amount-unclear': 'Beloppet är oklart och används inte',
    'not-an-amount': 'Beloppet går inte att läsa och används inte',
    'currency-unclear': 'Valutan är oklar och används inte',
    'taken-as-swedish': 'Inget säger vilka kronor ”kr” är; de räknas som svenska, SEK',
    'currency-missing': 'Ingen valuta i filen: en ny order får SEK, ändra på ordern om det är fel',
    'redeemed-beside': 'Vem som löste in den, eller när, sparas inte. Skriv in det vid koden.',
    'status-not-kept': 'Statusen sparas inte: den säger inte tydligt om detta är inlöst',
    'date-unclear': 'Datumet är oklart och används inte',
    'not-a-day': 'Datumet går inte att läsa och används inte',
  },
  rowNotes: {
    'other-order-there': ({ number = '' }) =>
      `På dess plats ligger order ${number}, och raden hör dit`,
    'names-two-purchasers': ({ institution = '', purchaser = '' }) =>
      `Raden nämner två köpare: för ${institution} har ${purchaser} köpt. Apple ID avgör.`,
    'amount-not-used': ({ row = '' }) => `Värdet används inte, rad ${row} gäller`,
    'amount-of-code': () =>
      'Värdet är kodens eget. Vad hela ordern är på går inte att räkna ut ur filen, och ändras inte',
    'before-the-order': () =>
      'En dag i orderns gång ligger före beställningen, kontrollera dagarna',
    'after-code-was-used': () =>
      'Orderdagen används inte: en av orderns koder lämnades ut eller löstes in före den',
    'order-cancelled': () => 'Ordern är avbruten, koden sparas ändå',
    'order-rejected': () => 'Ordern är avvisad, koden sparas ändå',
    'order-lost': () => 'Krediten var borttappad, koden sparas',
  } satisfies Record<string, Sentence>,
  problems: importProblems,
  /** What a tap does beside the rows it writes. */
  beside: {
    gone: (count: number) =>
      count === 1
        ? '1 tilldelad licens finns inte längre i listan och noteras som ledig.'
        : `${n(count)} tilldelade licenser finns inte längre i listan och noteras som lediga.`,
    importGone: (count: number) =>
      count === 1 ? 'Notera 1 licens som ledig' : `Notera ${n(count)} licenser som lediga`,
    freed: (count: number) =>
      count === 1 ? '1 licens blev ledig' : `${n(count)} licenser blev lediga`,
    confirm: (count: number) =>
      count === 1 ? 'Bekräfta siffrorna för 1 app' : `Bekräfta siffrorna för ${n(count)} appar`,
    confirmed: (count: number) =>
      count === 1
        ? 'Siffrorna för 1 app är bekräftade'
        : `Siffrorna för ${n(count)} appar är bekräftade`,
    newPlaces: (count: number) => (count === 1 ? '1 ny plats' : `${n(count)} nya platser`),
    morePlaces: (count: number) => `${n(count)} till`,
    newPlacesWhy:
      'Är ett namn felskrivet räknas samma app på två platser: rätta det i filen först.',
    newNumbersWhy: (count: number) =>
      count === 1
        ? 'Det är Apples nummer på en plats (uId); vad den heter står inte i filen.'
        : 'Det är Apples nummer på platser (uId); vad de heter står inte i filen.',
  },
  /** The doors to how lists are read; the words behind them come with them. */
  licenceLists: {
    row: 'Listor över appar och licenser',
    detail: 'Ur Intune, Jamf eller Apple, eller en egen mall',
  },
  vipLists: {
    row: 'Listor över VIP-kunder och order',
    detail: 'Ur Reseller Console, Admin Console eller ett eget blad',
  },
  why: importReasons,
  share: importShare,
};

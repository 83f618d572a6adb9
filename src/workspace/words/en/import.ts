import type { Messages } from '#core/language/language.ts';
import type { imports as source } from '../sv/import.ts';
import { countIn } from '#core/language/count.ts';
import { importProblems, importReasons } from './import-problems.ts';
import { importShare } from './import-share.ts';

const n = countIn('en');

const rows = (count: number): string => (count === 1 ? '1 row' : `${n(count)} rows`);
const codes = (count: number): string => (count === 1 ? '1 code' : `${n(count)} codes`);

/** The first five names of many, and how many more there are. */
const firstOf = (names: readonly string[]): string => {
  const more = names.length - 5;
  return `${names.slice(0, 5).join(', ')}${more > 0 ? ` and ${n(more)} more` : ''}`;
};

/** Texts of this area in English. */
export const imports = {
  title: 'Import',
  readSheet: 'Import a file',
  formats:
    '.xls, .xlsx, .ods, .csv and saved answers (.json). Nothing is saved until you have seen the dry run.',
  chooseFile: 'Choose file',
  chooseOther: 'Choose another file',
  dropHere: 'Drop here',
  replaceFile:
    'The dry run that is shown will close, and what you answered there is lost. Read the new one instead?',
  sharedIsGone: 'The file did not arrive. Share it again, or choose it here.',
  paste: 'Paste rows',
  pasteFrom: 'Copied from a spreadsheet or an email',
  pasteHow:
    'Copy the rows in your spreadsheet program or email, with the heading row if there is one, and paste them here.',
  watch: { title: 'Watch a folder', detail: 'Its newest file is shown here' },
  pasteTry: 'Dry-run the rows',
  pastedName: 'Pasted rows',
  unlockFirst: 'Unlock first if the file contains codes.',
  recent: 'Recent',
  recentNote: 'can be undone for 30 days',
  noneYet: 'Nothing has been imported yet.',
  undo: 'Undo',
  undoRun: (file: string) => `Undo the import of ${file}`,
  which: 'Which',
  whichOf: (file: string) => `Which rows of ${file} stayed`,
  undoReason: (file: string) => `The import of ${file} was undone`,
  undone: 'The import is undone',
  undoneKept: (count: number) =>
    `The import is undone, ${count === 1 ? '1 changed row stays' : `${n(count)} changed rows stay`}`,
  nothingBack: (count: number) =>
    count === 1
      ? 'Nothing was undone: the row has been changed since the import'
      : `Nothing was undone: ${n(count)} rows have been changed since the import`,
  undoing: 'Undoing the import',
  countNew: (count: number) => `${n(count)} new`,
  countChanged: (count: number) => `${n(count)} changed`,
  countSame: (count: number) => `${n(count)} same`,
  countUnread: (count: number) => `${n(count)} not read`,
  countLeftOut: (count: number) => `${n(count)} left out`,
  undoneOn: (when: string) => `Undone ${when}`,
  keptCount: (count: number) =>
    count === 1 ? '1 changed row stays' : `${n(count)} changed rows stay`,
  until: (day: string) => `until ${day}`,
  tooLate: 'can no longer be undone',
  unfinished: 'Interrupted halfway. Undo it, or import the file again.',
  runningElsewhere: 'Running in another tab.',
  reading: (file: string) => `Reading ${file}`,
  trying: 'Comparing with what is already here',
  running: 'Importing',
  takingBack: 'Undoing what was saved',
  progress: (done: string, total: string) => `${done} of ${total}`,
  stop: 'Cancel',
  lockedTitle: 'Unlock to continue',
  lockedWhy: (file: string, isPasted: boolean) =>
    `${file} ${isPasted ? 'seem' : 'seems'} to contain codes. They are sealed with your passphrase, so unlock first. The ${isPasted ? 'rows' : 'file'} will wait.`,
  unlock: 'Unlock',
  leaveRunning:
    'The import is running. If you leave the page it stops, and what was saved is undone. Leave the page?',

  dryRun: 'Dry run',
  rows,
  nothingSaved: 'nothing is saved yet',
  ofRows: (count, all, note) =>
    all === 1 ? note : `${count === all ? 'All' : `${n(count)} of`} ${n(all)} rows: ${note}`,
  labelNew: () => 'new',
  labelSame: 'same',
  coming: { changed: () => 'changing', unread: () => 'not read', leftOut: () => 'left out' },
  leftOutWhat: 'totals, notes and others that bring nothing',
  ended: { changed: () => 'changed', unread: () => 'not read', leftOut: () => 'left out' },
  /** What a sheet was taken for, and what else it may be. */
  readAs: {
    label: 'Read as',
    sheet: (name) => `${name} read as`,
    /** Why a sheet is read as it is. */
    said: { now: 'As you chose.', before: 'As you chose last time.' },
    byHeadings: (names) => `Recognised by ${firstOf(names)}.`,
    byContent: (names) => `Recognised by what is in ${firstOf(names)}.`,
    anyway: 'Read it anyway',
    choose: 'Choose what it is',
    notRead: 'Not read',
    orElse: 'Is it something else? Choose what to read it as.',
  },
  columns: 'Columns',
  columnsIn: (sheet: string) => `Columns in ${sheet}`,
  columnsKept: 'kept for next time',
  columnsAsBefore: 'as last time',
  mapped: (mapped: number, all: number) =>
    mapped === all ? 'all mapped' : `${mapped} of ${all} mapped`,
  column: (heading: string) => `What column ${heading} contains`,
  columnNumber: (number: number) => `Column ${number}`,
  hiddenSample: 'hidden in the dry run',
  emptyColumn: 'empty',
  cellAt: (heading, cell) => (heading === '' ? `Cell ${cell}` : `${heading}, cell ${cell}`),
  cellAtFault: 'Where it is wrong',
  otherField: 'Another field',
  notImported: 'Not imported',
  notKept: (word) => `${word}, not kept`,
  /** What of a sheet is not imported: headings, and how many cells are under them. */
  leftOut: (names, cells) =>
    `Not imported: ${firstOf(names)} (${cells === 1 ? '1 cell' : `${n(cells)} cells`}).`,
  leftOutAgain: (names, cells) =>
    `${cells === 1 ? '1 cell is' : `${n(cells)} cells are`} not read: ${firstOf(names)} is there once more, and a row can have only one of them. Give each cell a row of its own in the file and choose the file again, or choose at the column to read it instead.`,
  savedAnswer: (what, count) =>
    `${what}: ${rows(count)}. The answer says itself what is what, so there are no columns to choose.`,
  moreColumns: (count) =>
    `Show ${count === 1 ? '1 column that is' : `${n(count)} columns that are`} not imported`,
  review: 'Rows to check',
  allRows: 'All rows',
  nothingToReview: 'No rows need checking.',
  noRows: 'No such rows.',
  showAll: (count: number) => `Show all ${n(count)}`,
  showReview: 'Show only rows to check',
  filter: 'Which rows are shown',
  filterReview: 'To check',
  filterNew: 'New',
  filterDuplicates: 'Duplicates',
  filterAll: 'All',
  headRow: 'Row',
  headOrder: 'Order number',
  headCode: 'Code',
  headAmount: 'Value',
  headReady: 'Ready',
  headWhat: 'What happens',
  outcomes: {
    new: 'New',
    changed: 'Changes',
    same: 'Same',
    duplicate: 'Duplicate',
    unreadable: 'Not read',
    'left-out': 'Left out',
  },
  rowNumber: (row: number, sheet: string) =>
    sheet === '' ? `Row ${row}` : `Row ${row} in ${sheet}`,
  skipped: 'The row is skipped',
  choose: (choices: string) => `Choose: ${choices}`,
  someCode: 'Code',
  newCode: 'New code',
  readyOn: (day: string) => `ready ${day}`,
  newIn: {
    new: 'New order',
    restored: 'Restored from the trash',
    existing: 'New code for the order',
  },
  codeOf: (parent: string) => `Code of ${parent}`,
  change: (field: string, from: string, to: string) =>
    from === '' ? `${field} ${to}` : `${field} ${from} → ${to}`,
  dayUnsaid: (step) => `${step}, the file does not say on which day`,
  withdraws: (step, day) =>
    `${day === '' ? step : `${step} ${day}`} no longer applies: one code is not redeemed`,
  was: (before) => `was ${before}`,
  importRows: (count: number) => `Import ${rows(count)}`,
  nothingToImport: 'Nothing new to import',
  nothingReadable: 'No row can be imported',
  answerFirst:
    'Answer the questions first, or import the rest. Rows waiting for an answer are skipped.',
  answerThese: (count: number) =>
    count === 1 ? 'Answer the question first' : `Answer ${n(count)} questions first`,
  answerToImport: (question: string) => `Nothing is imported before you answer: ${question}`,
  allWait: 'Without an answer there is nothing to import.',
  undoable: 'The whole import can be undone for 30 days',
  undoableHow:
    'What you change afterwards stays. The same file can be imported again without duplicates.',
  gaps: {
    'cut-off': ({ name = '' }) =>
      `The file ${name} ends in the middle of a page. The whole pages before it are read, the rest is missing. Save it again to its end.`,
    'open-quote': ({ row = '' }) =>
      `A quotation mark in row ${row} is never closed. The rows before it are read, the rest is missing. Remove or close it in the file, and choose the file again.`,
    'cells-with-errors': ({ sheet = '', rows = '', count = 0, more = 0 }) =>
      `${count === 1 ? 'A row' : `${n(count)} rows`}${sheet === '' ? '' : ` in ${sheet}`} ${count === 1 ? 'has' : 'have'} a cell with an error of the spreadsheet, such as #N/A. It counts as empty: row ${rows}${more === 0 ? '' : ` and ${n(more)} more`}.`,
    'hidden-rows': ({ sheet = '', rows = '', count = 0, more = 0 }) =>
      `${count === 1 ? 'A row is' : `${n(count)} rows are`} hidden in the sheet${sheet === '' ? '' : ` ${sheet}`} and ${count === 1 ? 'is' : 'are'} read too: row ${rows}${more === 0 ? '' : ` and ${n(more)} more`}.`,
    'hidden-columns': ({ sheet = '', columns = '', count = 0 }) =>
      count === 1
        ? `Column ${columns} is hidden in the sheet${sheet === '' ? '' : ` ${sheet}`} and is read too.`
        : `The columns ${columns} are hidden in the sheet${sheet === '' ? '' : ` ${sheet}`} and are read too.`,
    'more-pages': ({ name = '' }) =>
      `The file ${name} has more pages in Graph (@odata.nextLink). Only what is in the file is read. Save the next pages too.`,
    'moment-unsaid': ({ count = 1 }) =>
      `${count === 1 ? 'The answer does not say when Apple gave it' : `${n(count)} answers do not say when Apple gave them`}. The numbers are shown as read on the day they are read here, not as true then. Save ${count === 1 ? 'the answer with its' : 'the answers with their'} headers (curl -i), and the time is read from them.`,
    'pages-missing': ({ list = '', missing = '', pages = '' }) =>
      `${n(missing)} of ${n(pages)} pages of ${list} ${missing === 1 ? 'is' : 'are'} missing. Only what is in the file is read. Save the others too, and choose all of them together.`,
    'changed-between-pages': ({ list = '' }) =>
      `The list ${list} changed at Apple while its pages were saved. Something may be missing or be there twice.`,
  },
  sheetNothing: (sheet: string) =>
    `The sheet ${sheet} is left out: nothing in it was recognised. If it is a list, choose under Read as what it is.`,
  sheetHidden: (sheet: string) =>
    `The sheet ${sheet} is hidden in the file and was not read. If it should be, choose under Read as what it is.`,
  sheetSkipped: (sheet: string) => `The sheet ${sheet} is skipped: no codes.`,
  sheetOfferCodes: (sheet: string) => `The sheet ${sheet} is skipped: offer codes.`,

  asksAmount: (row: number, written: string) => `Row ${row}: what does “${written}” mean?`,
  asksDate: (row: number, written: string) => `Row ${row}: which day is “${written}”?`,
  /** A number alone among codes; it may be a code, and is not said. */
  asksNumber: {
    title: (row: number) => `Row ${row}: is the number an order number?`,
    why: 'The answer counts for all rows with nothing but a number. If they are order numbers, the codes below belong to that order.',
    yes: 'Yes, an order number',
    no: 'No',
  },
  /** Whose the sums beside codes are, by one order of the file. */
  asksSum: {
    title: (heading: string) =>
      heading === ''
        ? 'Is the amount that of each code, or of the whole order?'
        : `Is “${heading}” that of each code, or of the whole order?`,
    why: (number: string, count: number) =>
      `Order ${number} has ${codes(count)} with the same amount.`,
    code: (sum: string) => (sum === '' ? 'Each code' : `Each code: the order is ${sum}`),
    order: (sum: string) => (sum === '' ? 'The whole order' : `The whole order: it is ${sum}`),
  },
  answeredBefore: 'Answered as last time. The answer applies to every row in the file.',
  answered: 'Answered questions',
  changeAnswer: 'Change',
  /** What a cell became by an answer. */
  became: (written: string, reads: string) => `${written} → ${reads}`,
  askEachFile: 'Answer for each file',
  answerForAll: 'The answer applies to every row in the file.',
  asksOrder: (row: number, number: string) => `Row ${row}: which order is ${number}?`,
  asksOrderWhy: 'Several orders have that number.',
  asksOrders: 'Are these orders of Apple credit?',
  asksOrdersWhy: 'A customer with an email address is in the orders of any shop as well.',
  asksColumns: 'Are the codes in the right column?',
  asksColumnsWhy: (heading: string) =>
    `The headings are not recognised. The codes are read from ${heading}. If that is wrong, choose what the columns mean under Columns.`,
  /** Of two columns whose headings mean the same. */
  asksTwice: (headings: readonly string[]) => `Which column counts: ${headings.join(' or ')}?`,
  asksTwiceWhy:
    'They may mean the same, but they say different things. The other is not imported unless you map it under Columns.',
  confirmColumns: 'Yes, that is right',
  asksDestination: 'Where should the codes go?',
  /** An order number that is given with the codes, and how many orders here have it. */
  orderGiven: (number: string, here: number) =>
    `Order number ${number} is given with the codes${
      here === 1
        ? '.'
        : here === 0
          ? ', but no such order is here.'
          : ', and several orders here have it.'
    }`,
  asksDestinationWhy: 'Without an order, no 90 days are counted.',
  newBatch: (name: string) => `New code list: ${name}`,
  newBatches: (count: number) => (count === 1 ? '1 new code list' : `${n(count)} new code lists`),
  eachItsOwn: 'As the file says',
  holdsSome: (name: string) => `${name} (has some of the codes)`,
  groupSuggested: 'Suggested',
  groupOrders: 'Orders',
  groupBatches: 'Code lists',
  orderWithout: 'Order without a number',

  imported: (count: number) => `${rows(count)} imported`,
  whatCame: 'What was imported',
  alsoIn: (count: number) => (count === 1 ? 'and 1 more' : `and ${n(count)} more`),
  codes,
  noCodes: 'without a code',
  changedHere: 'changed',
  codesRedeemed: (count) => `${codes(count)} marked as redeemed`,
  kept: 'Kept when the import was undone',
  keptWhy: 'They had been changed after the import.',
  keptCode: (number: number, parent: string) => `Code ${number} in ${parent}`,
  keptReasons: {
    redeemed: 'redeemed',
    'handed-out': 'handed out',
    'with-order': 'the order stays',
    'has-codes': 'still has codes',
    'has-licences': 'still has assigned licences',
    'had-licences': 'licences have since been assigned and revoked',
    'has-purchases': 'still has authorizations, orders or returns',
    'later-steps': 'has later steps',
    edited: 'edited by hand',
    asked: 'changed on another device, a question is waiting for an answer',
    'record-not-understood': 'saved by a newer version',
  },
  unread: 'Rows that could not be read',
  unreadNote: 'number and reason are kept',
  undoUntil: (day: string) => `The import can be undone up to and including ${day}.`,
  undoHow:
    'New records go to the trash. What was changed since stays, and an order and its codes go or stay together.',
  undoThis: 'Undo the import',
  undoAsk: {
    title: 'Undo the import?',
    counting: 'Counting what will be undone',
    notCounted: 'What will be undone could not be counted.',
    goes: 'Will be undone',
    changed: 'Records restored to what they were',
    nothing: 'Nothing can be undone: everything has been changed since the import.',
    outOf: 'Removed from orders that were here before the import',
    stays: (count: number) => `Stays: ${count === 1 ? '1 record' : `${n(count)} records`}`,
    toTrash: (what: string, isShared: boolean) =>
      `${what} go to the trash${isShared ? ', on all devices' : ''}.`,
    again: 'The same file can be imported again.',
  },
  notFound: 'The import is not here.',
  again: 'Import the file again to bring it back.',

  fields: {
    code: 'Redemption code',
    link: 'Redemption link',
    orderNumber: 'Order number',
    creditNumber: 'VPP credit number',
    purchaseOrderNumber: 'Purchase order number',
    orderDate: 'Order date',
    readyOn: 'Ready in the inbox',
    amount: 'Credit value',
    currency: 'Currency',
    purchaserName: 'Content purchaser',
    purchaserAppleId: 'Content purchaser’s Apple ID',
    buyer: 'Bought by',
    buyerAppleId: 'Purchasing Apple ID',
    institution: 'Institution',
    channel: 'Bought from',
    reseller: 'Reseller',
    product: 'Product',
    adamId: 'Adam ID',
    status: 'Status',
    comment: 'Comment',
  },
  steps: {
    ordered: 'Ordered',
    ready: 'Ready in the inbox',
    downloaded: 'Downloaded',
    redeemed: 'Redeemed',
  },
  channels: { reseller: 'reseller', apple: 'Apple', 'own-store': 'own store' },
  notes: {
    'code-from-link': 'The code was read from the link',
    'link-differs': 'The link has another code; the code column is used',
    formula: 'The cell is a formula, its value is read',
    'amount-unclear': 'The amount is unclear and not used',
    'not-an-amount': 'The amount cannot be read and is not used',
    'currency-unclear': 'The currency is unclear and not used',
    'taken-as-swedish': 'Nothing says whose kronor “kr” means; they are taken as Swedish, SEK',
    'currency-missing': 'No currency in the file: a new order gets SEK, to change in the order',
    'redeemed-beside': 'Who redeemed it, or when, is not kept. Enter it at the code.',
    'status-not-kept': 'The status is not kept: it does not say clearly whether this is redeemed',
    'date-unclear': 'The date is unclear and not used',
    'not-a-day': 'The date cannot be read and is not used',
  },
  rowNotes: {
    'other-order-there': ({ number = '' }) =>
      `Order ${number} is already in its place; the row is added to it`,
    'names-two-purchasers': ({ institution = '', purchaser = '' }) =>
      `The row names two purchasers: ${institution} has been bought for by ${purchaser}. The Apple ID decides.`,
    'amount-not-used': ({ row = '' }) => `The value is not used; row ${row} applies`,
    'amount-of-code': () =>
      'The value is that of the code. What the whole order is worth cannot be told from the file, and is left as it is',
    'before-the-order': () => 'A day of this order is before it was placed; check the dates',
    'after-code-was-used': () =>
      'The day of the order is not used: one of its codes was handed out or redeemed before it',
    'order-cancelled': () => 'The order is cancelled, the code is kept',
    'order-rejected': () => 'The order is rejected, the code is kept',
    'order-lost': () => 'The credit was lost, the code is kept',
  },
  problems: importProblems,
  /** What a tap does beside the rows it writes. */
  beside: {
    gone: (count: number) =>
      count === 1
        ? '1 assigned licence is no longer on the list and is marked as free.'
        : `${n(count)} assigned licences are no longer on the list and are marked as free.`,
    importGone: (count: number) =>
      count === 1 ? 'Mark 1 licence as free' : `Mark ${n(count)} licences as free`,
    freed: (count: number) =>
      count === 1 ? '1 licence is free now' : `${n(count)} licences are free now`,
    confirm: (count: number) =>
      count === 1 ? 'Confirm the counts of 1 app' : `Confirm the counts of ${n(count)} apps`,
    confirmed: (count: number) =>
      count === 1
        ? 'The counts of 1 app are confirmed'
        : `The counts of ${n(count)} apps are confirmed`,
    newPlaces: (count: number) => (count === 1 ? '1 new location' : `${n(count)} new locations`),
    morePlaces: (count: number) => `${n(count)} more`,
    newPlacesWhy:
      'If a name is misspelt, the same app is counted at two locations: correct it in the file first.',
    newNumbersWhy: (count: number) =>
      count === 1
        ? 'It is Apple’s number of a location (uId); the file does not say what it is called.'
        : 'They are Apple’s numbers of locations (uId); the file does not say what they are called.',
  },
  /** The doors to how lists are read; the words behind them come with them. */
  licenceLists: {
    row: 'Lists of apps and licences',
    detail: 'From Intune, Jamf or Apple, or a template',
  },
  vipLists: {
    row: 'Lists of VIP customers and orders',
    detail: 'From the Reseller Console, the Admin Console or your own spreadsheet',
  },
  why: importReasons,
  share: importShare,
} satisfies Messages<typeof source>;

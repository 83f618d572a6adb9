import type { Messages } from '#core/language/language.ts';
import type {
  importProblems as problems,
  importReasons as reasons,
} from '../sv/import-problems.ts';
import { isSavedAsSheet } from '#core/language/saved-as-sheet.ts';
import { countIn } from '#core/language/count.ts';

const n = countIn('en');

const kindsOfFile = {
  pdf: 'a pdf',
  image: 'a picture',
  media: 'audio or video',
  program: 'a program',
  archive: 'an archive',
  numbers: 'a Numbers document',
  word: 'a Word document',
  presentation: 'a presentation',
  opendocument: 'an OpenDocument document without sheets',
  'excel-binary': 'an .xlsb file',
  'office-document': 'an Office document',
  'web-page': 'a web page without a table',
  'sign-in-page': 'a sign-in page',
  'web-archive': 'a web archive',
  xml: 'an xml file',
  binary: 'not a spreadsheet',
};

const insteadOf = (what: string | number): string => {
  if (what === 'sign-in-page')
    return 'You were signed out when it was saved. Sign in and save it again.';
  if (what === 'numbers')
    return 'In Numbers, choose File → Export To → CSV or Excel, and choose that file here.';
  return isSavedAsSheet(what)
    ? 'Save it as .xlsx or .csv and choose that file.'
    : 'Get the spreadsheet itself from where you got the file and choose it.';
};

const kindOfFile = (what: string | number): string =>
  (kindsOfFile as Record<string, string>)[what] ?? kindsOfFile.binary;

/** Sentences for what can go wrong: what happened and what to do. */
export const importProblems = {
  'empty-file': () => 'The file is empty. Get it again from where you got it.',
  'damaged-file': () => 'The file is damaged or incomplete. Get it again from where you got it.',
  'password-protected': () =>
    'The file is protected by a password. Open it in your spreadsheet program, save a copy without a password and choose the copy.',
  'wrong-type': ({ what = '' }) => `The file is ${kindOfFile(what)}. ${insteadOf(what)}`,
  'too-large': ({ limitMb = '' }) =>
    `The file is larger than ${limitMb} MB. Split it and import the parts one by one.`,
  'too-large-together': ({ limitMb = '' }) =>
    `With this one the files are larger than ${limitMb} MB together. Import it by itself.`,
  'none-read': ({ count = '' }) => `None of the ${n(count)} files can be read.`,
  'unpacks-too-large': ({ limitMb = '' }) =>
    `The file becomes larger than ${limitMb} MB when unpacked. Save it again as .csv and choose that file.`,
  'too-many-rows': ({ limit = '' }) =>
    `The file has more than ${n(limit)} rows. Split it and import the parts one by one.`,
  'too-many-cells': ({ limit = '' }) =>
    `The file has more than ${n(limit)} cells. Remove columns that are not needed, or split it.`,
  'too-many-parts': () =>
    'The file has too many parts for a spreadsheet. Save it again as .xlsx or .csv.',
  'endless-cell': ({ row = '' }) =>
    `A cell in row ${row} never ends. Open the file, correct the cell and save it again.`,
  'unsafe-file': () =>
    'The file is built in an unsafe way and was not read. Save it again as .csv.',
  'took-too-long': () => 'The file took too long to read. Save it as .csv, or split it.',
  'unreadable-file': () =>
    'The file could not be read. Open it in your spreadsheet program and save it as .xlsx or .csv.',
  'broken-json': () =>
    'The file ends in the middle, or has something else in it than saved answers. Save the answer again, all the way to its end.',
  'no-codes': () => 'The file has no codes and no orders. Choose the sheet that came from Apple.',
  'nothing-known': () =>
    'Volym recognises nothing in the file. Say what it is, or choose another file.',
  'no-list': () =>
    'The file has no rows under a heading row. Give each column a heading and choose the file again.',
  'only-hidden': ({ sheet = '' }) =>
    `Only the sheet ${sheet} has something to import, and it is hidden in the file. Show it in your spreadsheet program, save and choose the file again.`,
  'offer-codes': () =>
    'The file has offer codes from App Store Connect. They are not volume codes and cannot be imported here.',
  'nothing-pasted': () =>
    'Volym recognises nothing in what was pasted. Include the heading row and try again.',
  cancelled: () => 'The import was cancelled. Nothing is saved.',
  'vault-locked': () =>
    'The codes were locked during the import. Nothing is saved. Unlock and import again.',
  'not-written': () =>
    'The import could not be saved. Nothing has changed. Check that the device has free space.',
  'cut-off': () =>
    'The import was interrupted halfway. Undo it below, or import the same file again.',
  'not-tried': () =>
    'The file could not be compared with what is here. Nothing is saved. Choose the file again.',
  'import-is-running': () => 'The import is running in another tab. Wait until it is done.',
  'undo-cut-off': () => 'The undo was interrupted halfway. Undo once more to undo the rest.',
  'already-undone': () => 'The import has already been undone.',
  'too-late-to-undo': () => 'More than 30 days have passed. The import can no longer be undone.',
  'record-is-gone': () => 'The import is no longer here.',
  'only-reads': () => 'This device is read-only. Nothing was changed.',
} satisfies Messages<typeof problems>;

/** Why a row ends as it does. */
export const importReasons = {
  'code-missing': () => 'The code is missing',
  'not-a-code': () => 'No code in the code column',
  'several-codes': () => 'Several codes in one cell. Give each a row of its own.',
  'number-alone': () =>
    'Looks like a number, perhaps of an order, and not like a code. Write what it is in front: Order number: …',
  'code-too-short': () => 'The code is too short',
  'code-too-long': () => 'The code is too long',
  'formula-instead-of-code': () => 'A formula instead of a code',
  'error-in-cell': () =>
    'A cell has an error of the spreadsheet, such as #N/A. Correct it in the file and choose the file again.',
  'amount-in-thousands': () =>
    'The heading says that the amounts are in thousands. Write them in full and choose the file again.',
  'amount-of-code-or-order': () =>
    'The order has several codes. Answer first whether the amount is that of each code or of the whole order',
  'number-was-rounded': () =>
    'The number was changed by the spreadsheet. Give the column the format Text at the source and export again',
  'note-row': () => 'A note below the list, not imported',
  'total-row': () => 'Adds up other rows, not imported',
  'order-number-missing': () => 'Order number missing',
  'amount-unclear': ({ written }) =>
    written === undefined ? 'The amount is unclear' : `“${written}” is unclear`,
  'not-an-amount': ({ written }) =>
    written === undefined ? 'The amount cannot be read' : `“${written}” is not an amount`,
  'currency-unclear': ({ written }) =>
    `${written === undefined ? 'The currency is unclear' : `The currency of “${written}” is unclear`}: add SEK, for example, in the sheet`,
  'date-unclear': ({ written }) =>
    written === undefined ? 'The date is unclear' : `“${written}” is unclear`,
  'not-a-day': ({ written }) =>
    written === undefined ? 'The date cannot be read' : `“${written}” is not a date`,
  'day-in-the-future': ({ field }) =>
    field === 'readyOn' ? 'Ready in the inbox is in the future' : 'The order date is in the future',
  'which-order': () => 'Several orders have this number',
  'record-not-understood': () =>
    'A record that this version does not recognise is in its place; left as it is',
  'code-not-opened': () =>
    'The code is here, but its content cannot be opened. Move it to the trash and import the file again',
  'already-here': () => 'Already here',
  'already-redeemed': () => 'The code is already redeemed, left as it is',
  'duplicate-of-row': ({ row = '', sheet = '' }) =>
    `Duplicate of row ${row}${sheet === '' ? '' : ` in ${sheet}`}`,
  'duplicate-in-order': ({ name = '' }) =>
    `The code is already on ${name === '' ? 'another order' : `order ${name}`}`,
  'duplicate-in-batch': ({ name = '' }) =>
    `The code is already in ${name === '' ? 'another code list' : name}`,
  'duplicate-of-file': ({ file = '' }) =>
    file === '' ? 'Already imported with an earlier file' : `Already imported with ${file}`,
} satisfies Messages<typeof reasons>;

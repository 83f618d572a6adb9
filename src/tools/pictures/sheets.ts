import type { SheetFile } from './desk.ts';

// Everything here is made up, like the pictures that the screens were drawn from: institutions,
// people, codes.

const csv = (name: string, lines: readonly (readonly (string | number)[])[]): SheetFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.map((cells) => cells.join(',')).join('\r\n')),
});

const PURCHASER = ['Sara Lindholm', 'innehall@nordby.example', 'Nordby kommun'] as const;
const WHO = ['Purchaser Name', 'Purchaser Apple ID', 'Institution'] as const;

/** Two credits that were redeemed before summer. */
export const redeemed = csv('kredit_juni.csv', [
  ['Order Number', 'Amount', 'Currency', 'Code', 'Status', ...WHO],
  [4500189920, 16500, 'SEK', 'XFAKEREDEEMED001', 'Redeemed', ...PURCHASER],
  [4500187115, 15000, 'SEK', 'XFAKEREDEEMED002', 'Redeemed', ...PURCHASER],
]);

/** One credit with its code, downloaded and not redeemed. */
export const downloaded = csv('kredit_oktober.csv', [
  ['Order Number', 'Amount', 'Currency', 'Code', ...WHO],
  [4500214410, 40000, 'SEK', 'XFAKEVOLYM73HKQ2', ...PURCHASER],
]);

const appCode = (number: number): string =>
  `FAKE${(number * 7919 + 40000).toString(36).toUpperCase().padStart(8, '7')}`;

const isRedeemed = (number: number): boolean => number <= 23 || number === 103 || number === 104;

/** The codes of one app, twenty-five of them redeemed. */
export const codes = csv('Läsresan.csv', [
  ['Product', 'Läsresan'],
  ['Order Number', 4500217304],
  [],
  ['Code', 'Status'],
  ...Array.from({ length: 240 }, (_, at) => [
    appCode(at + 1),
    isRedeemed(at + 1) ? 'Redeemed' : '',
  ]),
]);

/**
 * Three credits in the secure inbox, two of them too long. The first has a wrong amount, which the
 * next sheet corrects.
 */
export const inbox = csv('inkorgen_sep.csv', [
  ['Order Number', 'Order Date', 'Amount', 'Currency', 'Available From', 'Reseller', ...WHO],
  [4500218837, '2026-08-28', 20000, 'SEK', '2026-09-04', 'Nordlicens AB', ...PURCHASER],
  [4500197752, '2026-08-07', 12000, 'SEK', '2026-08-14', 'Nordlicens AB', ...PURCHASER],
  [4500196018, '2026-07-27', 8000, 'SEK', '2026-08-03', 'Nordlicens AB', ...PURCHASER],
]);

/** The right amount of the first credit of `inbox`. */
export const corrected = csv('kredit_nov.csv', [
  ['Order Number', 'Amount', 'Currency'],
  [4500218837, 25000, 'SEK'],
]);

const novemberRow = (row: number): (string | number)[] => {
  const code = `XFAKENOV${appCode(row).slice(4)}`;
  if (row === 14) return ['', code, '8 000', '2026-11-12'];
  if (row === 31) return [4500220031, code, '25.000:-', '2026-11-12'];
  if (row === 7) return [4500218837, '', '25 000', '2026-09-04'];
  if (row === 11) return [4500197752, '', '12 500', '2026-08-14'];
  if (row === 22) return [4500189920, 'XFAKEREDEEMED001', '16 500', ''];
  if (row === 40) return [4500196018, '', '8 500', '2026-08-03'];
  if (row === 44) return [4500214410, 'XFAKEVOLYM73HKQ2', '40 000', ''];
  return [4500220000 + row, code, (row % 5) * 2000 + 2000, '2026-11-12'];
};

/** Forty-eight rows with every outcome: new, changed, same, unclear and without a number. */
export const november = csv('apple_koder_nov.csv', [
  ['Order Number', 'Code', 'Amount', 'Available From'],
  ...Array.from({ length: 48 }, (_, at) => novemberRow(at + 2)),
]);

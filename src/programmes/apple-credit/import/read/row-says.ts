import { looksLikeCode, mayHoldCode } from './code-text.ts';
import type { ReadableRow } from './values.ts';

/** What a row in full tells beside its number, its sum and the day of its mail, in this order. */
export const SAID_FIELDS = [
  'creditNumber',
  'purchaseOrderNumber',
  'orderDate',
  'purchaserName',
  'purchaserAppleId',
  'buyer',
  'institution',
  'reseller',
  'product',
  'adamId',
  'status',
  'comment',
] as const;

type SaidField = (typeof SAID_FIELDS)[number];

/** What a row says in those fields, as far as it does; '' where a code may stand in it. */
export type RowSays = Partial<Readonly<Record<SaidField, string>>>;

/** Fields of people's own words, in which a code may stand. */
const IN_WORDS: ReadonlySet<string> = new Set<SaidField>([
  'purchaserName',
  'buyer',
  'institution',
  'reseller',
  'product',
  'status',
  'comment',
]);

/** What a row says, for the row in full; never a code. */
export const rowSays = (row: Partial<ReadableRow>): RowSays =>
  Object.fromEntries(
    SAID_FIELDS.flatMap((field) => {
      const value = row[field] ?? '';
      // The credit number is the order number unless another is given.
      const isAgain = field === 'creditNumber' && value === row.orderNumber;
      if (value === '' || isAgain) return [];
      return [[field, IN_WORDS.has(field) && isPerhapsCode(value) ? '' : value]];
    }),
  );

const isPerhapsCode = (text: string): boolean =>
  looksLikeCode(text) || (/\d/.test(text) && mayHoldCode(text));

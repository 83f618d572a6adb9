import type { Day } from '#core/day/day.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import type { MeantTwice } from '#core/import/tables/meant-twice.ts';

/** Every field, in the order in which the choice lists them. */
export const SHEET_FIELDS = [
  'code',
  'link',
  'orderNumber',
  'creditNumber',
  'purchaseOrderNumber',
  'orderDate',
  'readyOn',
  'amount',
  'currency',
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

/** What a column of a code or credit sheet can mean; '' means "not imported". */
export type SheetField = (typeof SHEET_FIELDS)[number];

/** `codes`: app or book codes, one batch a sheet. `credit`: an order in every row. */
export type SheetKind = 'codes' | 'credit';

/**
 * One column with the meaning it has now. A column that is or ever was treated as codes is `secret`
 * and shows no samples.
 */
export type SheetColumn = {
  readonly index: number;
  readonly heading: string;
  readonly field: SheetField | '';
  /** How many rows have something in it. */
  readonly filled: number;
  /** The first different values; none when the column is secret. */
  readonly samples: readonly string[];
  readonly secret: boolean;
};

/** A line above the heading: its text, and the field it was recognized as ('' when unknown). */
export type PreambleLine = {
  readonly row: number;
  readonly key: string;
  readonly written: string;
  readonly field: SheetField | 'purchased' | 'redeemed' | 'remaining' | '';
  readonly isNumber: boolean;
};

/**
 * What applies to the whole sheet: given above the heading, or the same in every row. Absent when
 * missing or unclear.
 */
export type SheetMetadata = {
  readonly orderNumber?: string;
  readonly creditNumber?: string;
  readonly purchaseOrderNumber?: string;
  readonly product?: string;
  readonly adamId?: string;
  /** Who bought: `Buyer`, or the content purchaser where no buyer is named. */
  readonly buyer?: string;
  readonly purchaserName?: string;
  readonly purchaserAppleId?: string;
  readonly institution?: string;
  readonly reseller?: string;
  readonly purchaseDate?: Day;
  readonly readyOn?: Day;
  /** Canonical decimal text (`15000.00`). */
  readonly amount?: string;
  readonly currency?: string;
  readonly purchased?: number;
  readonly redeemed?: number;
  readonly remaining?: number;
};

/**
 * One sheet that holds codes or credit orders. Its rows hold codes in the clear: memory only, never
 * stored or shown.
 */
export type RecognisedSheet = {
  readonly name: string;
  readonly kind: SheetKind;
  /** 1-based row of the headings, 0 when the sheet has none. */
  readonly headerRow: number;
  /** The code column was guessed from what is in it: ask before anything is written. */
  readonly needsMapping: boolean;
  /** Two columns that mean one thing and differ. */
  readonly twice?: MeantTwice | undefined;
  readonly columns: readonly SheetColumn[];
  readonly preamble: readonly PreambleLine[];
  /** Before any question is answered; `metadataOf` gives it with answers. */
  readonly metadata: SheetMetadata;
  readonly rows: readonly SheetRow[];
  readonly rowCount: number;
  /** Numbers of rows in which a number is in the place of a code, and may be an order's. */
  readonly numberRows?: readonly number[];
};

/**
 * A recognised sheet without its rows: what can be shown, and cross from the worker that keeps
 * them.
 */
export type SheetOutline = Omit<RecognisedSheet, 'rows'>;

/**
 * A file with at least one recognised sheet; `skipped` names the sheets that hold nothing to
 * import.
 */
export type RecognisedFile = {
  readonly name: string;
  readonly sheets: readonly RecognisedSheet[];
  readonly skipped: readonly {
    readonly name: string;
    readonly reason: 'no-codes' | 'offer-codes';
  }[];
};

/** Why a row cannot be taken. */
export type RowReason =
  | 'code-missing'
  | 'not-a-code'
  | 'several-codes'
  | 'number-alone'
  | 'code-too-short'
  | 'code-too-long'
  | 'formula-instead-of-code'
  | 'order-number-missing'
  | 'total-row'
  | 'note-row'
  | 'number-was-rounded'
  | 'error-in-cell'
  | 'amount-unclear'
  | 'amount-in-thousands'
  | 'amount-of-code-or-order'
  | 'not-an-amount'
  | 'currency-unclear'
  | 'date-unclear'
  | 'not-a-day';

/** A remark on a row that is imported. */
export type RowNote =
  | 'code-from-link'
  | 'link-differs'
  | 'formula'
  | 'amount-unclear'
  | 'not-an-amount'
  | 'currency-unclear'
  | 'taken-as-swedish'
  | 'currency-missing'
  | 'status-not-kept'
  | 'redeemed-beside'
  | 'date-unclear'
  | 'not-a-day';

/**
 * One row that can be taken. On a credit sheet what the row leaves open comes from the lines above
 * the heading.
 */
export type ReadableRow = {
  readonly outcome: 'value';
  readonly sheet: string;
  readonly row: number;
  /**
   * Normalised: 8 to 20 of A–Z and 0–9. Absent only on a credit sheet: an order whose code has not
   * been fetched.
   */
  readonly code?: string;
  /** An earlier row of the file has the same code. */
  readonly duplicateOf?: { readonly sheet: string; readonly row: number };
  readonly link?: string;
  readonly orderNumber?: string;
  readonly creditNumber?: string;
  readonly purchaseOrderNumber?: string;
  readonly orderDate?: Day;
  readonly readyOn?: Day;
  readonly amount?: string;
  /** The amount is that of the row's code alone; else it is the order's. */
  readonly amountOf?: 'code';
  readonly currency?: string;
  readonly purchaserName?: string;
  readonly purchaserAppleId?: string;
  readonly buyer?: string;
  readonly institution?: string;
  readonly reseller?: string;
  readonly product?: string;
  readonly adamId?: string;
  readonly status?: string;
  /** The status says that the code is redeemed. */
  readonly redeemed?: true;
  readonly comment?: string;
  readonly notes: readonly RowNote[];
};

/** A row that cannot be imported, and why. Never holds the content of the code cell. */
export type UnreadableRow = {
  readonly outcome: 'unreadable';
  readonly sheet: string;
  readonly row: number;
  readonly reason: RowReason;
  readonly params: Readonly<Record<string, string | number>>;
  /** The row's order number where it has one, to name it by. */
  readonly orderNumber?: string;
  /** What else of it can be read: the row in full shows it. */
  readonly read?: ReadBeside;
};

/** What can be read of a row that is not taken; of a code, only whether anything stands for one. */
export type ReadBeside = Omit<
  Partial<ReadableRow>,
  'outcome' | 'sheet' | 'row' | 'notes' | 'code' | 'link' | 'duplicateOf'
> & { readonly hasCode: boolean };

/** What became of one row that is not blank. */
export type RowValue = ReadableRow | UnreadableRow;

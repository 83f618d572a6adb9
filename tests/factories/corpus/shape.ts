/** What a sheet or list of a file should be read as. */
export type ExpectedSheet = {
  /** '' in a file that has no named sheets. */
  readonly name?: string;
  readonly kind: string;
  /** 1-based row of the headings; 0 when there are none. */
  readonly headings?: number;
  /** Whether its columns are a guess that someone must confirm. */
  readonly asks?: boolean;
  /** How many rows are read. */
  readonly rows?: number;
  /** Which column (from 0) means a field, for the important ones. */
  readonly fields?: Readonly<Record<string, number>>;
  /** Rows that belong to the list and cannot be read, with the reason; `any` where none is better. */
  readonly unreadable?: Readonly<Record<string, string>>;
  /** Filled rows that are none of the list (totals, notes, titles): never read as one of it. */
  readonly aside?: readonly number[];
  /** What some rows say, by their number. */
  readonly values?: Readonly<Record<string, object>>;
};

/** What a file should be read as, or why it should be refused. */
export type Expected =
  /** `nothing` is any refusal of a file that holds nothing to import. */
  | { readonly refused: string; readonly what?: string }
  /**
   * Whatever else it is taken for, it is none of these (`programme/kind`, `programme/*`); with
   * `asks`, it is nothing that nobody is asked about.
   */
  | { readonly never: readonly string[]; readonly asks?: true }
  | {
      readonly programme: string;
      readonly sheets: readonly ExpectedSheet[];
      /** Sheets that are named as left out. */
      readonly skipped?: readonly string[];
      /** What the file says that it lacks. */
      readonly gaps?: readonly string[];
      /** What is asked, in order: `amount`, `date-order`. */
      readonly questions?: readonly string[];
    };

/** A file as people have it, and what should become of it. */
export type Shape = {
  readonly file: string;
  /** Where such a file was seen, or that it is only likely. */
  readonly seen: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly expected: Expected;
};

/** What is told of a shape beside its bytes. */
export type Told = Omit<Shape, 'file' | 'bytes'>;

/** One sheet of a programme: what most files hold. */
export const one = (programme: string, sheet: ExpectedSheet): Expected => ({
  programme,
  sheets: [sheet],
});

/** Sheets of codes and of credit orders. */
export const CREDIT = 'apple-credit';

/** Lists of apps, licences, people and installations. */
export const LICENCES = 'apple-licences';

/** Lists of VIP customers, authorizations, orders, prices and invoices. */
export const VIP = 'adobe-vip';

/** Nothing that is read here: that it holds no list, no codes or no licences says the same. */
export const NOTHING_HERE: Expected = { refused: 'nothing' };

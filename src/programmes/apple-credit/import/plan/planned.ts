import type { Day } from '#core/day/day.ts';
import type { BareRow, RowWhy } from '#core/import/planned-row.ts';
import type { RowCounts } from '#core/import/import-run.ts';
import type { Sources } from '#core/import/source-file.ts';
import type { CodeBatch } from '#programmes/apple-credit/rules/code/code-batch.ts';
import type {
  CreditOrder,
  CreditOrderData,
} from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { OrderEnd } from '#programmes/apple-credit/rules/order/order-life.ts';
import type { OrderStepKind } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type {
  ReadableRow,
  RowNote,
  RowReason,
  SheetKind,
  SheetMetadata,
  UnreadableRow,
} from '../read/values.ts';
import type { RowSays } from '../read/row-says.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import type { VolymRecord } from '#core/record/record.ts';

/** A row as the plan sees it: its code is only a fingerprint (the id of the code's record). */
export type IncomingRow = Omit<ReadableRow, 'code' | 'link' | 'duplicateOf'> & {
  readonly codeId?: string | undefined;
  /** It has a redemption link of its own, as app codes do. */
  readonly linked?: boolean;
};

/** One sheet of the file, its codes as fingerprints. */
export type IncomingSheet = {
  readonly name: string;
  readonly kind: SheetKind;
  readonly metadata: SheetMetadata;
  readonly rows: readonly (IncomingRow | UnreadableRow)[];
};

/** A file, or several, that wait for their dry run. */
export type IncomingFile = Sources & {
  readonly sheets: readonly IncomingSheet[];
};

/**
 * Why a row cannot be about the record in its place: a newer app wrote it, it cannot be read or is
 * of another kind; or it claims to be this code, but does not open to it.
 */
export type WhyStrange = 'record-not-understood' | 'code-not-opened';

/**
 * The existing records that the file concerns. Orders and batches include those in the
 * trash.
 */
export type Known = {
  readonly orders: readonly CreditOrder[];
  readonly batches: readonly CodeBatch[];
  /** By fingerprint: the records of codes that the file holds, those in the trash included. */
  readonly codes: ReadonlyMap<string, RedemptionCode>;
  /** By order or batch: the codes that lie under it, how many, and the highest of their numbers. */
  readonly codesUnder: ReadonlyMap<
    string,
    {
      readonly count: number;
      readonly highest: number;
      readonly codes: readonly Pick<VolymRecord, 'id' | 'steps'>[];
    }
  >;
  /** Runs that were cut off before their end. */
  readonly unfinished: ReadonlySet<string>;
  /**
   * What no row can be about: by id why not, and the order numbers (`orderKey`) of records that are
   * not understood.
   */
  readonly strange: {
    readonly ids: ReadonlyMap<string, WhyStrange>;
    readonly numbers: ReadonlySet<string>;
  };
  /** File names by run; by the hash of the file too, where a run read several. */
  readonly fileNames: ReadonlyMap<string, string>;
  /** The keyed id for a key from the outside world (`keysOf` lists the keys needed). */
  readonly idOf: (key: readonly string[]) => string;
};

/** The fields of an order that a row of a credit sheet can give. */
export type OrderField = Exclude<
  keyof CreditOrderData,
  'v' | 'inboxEdition' | 'inboxLink' | 'owner' | 'deputy' | 'origin' | 'meets' | 'joinedTo' | 'gave'
>;

/**
 * What a row does to an order that existed: a field's values, a step with its day ('' where the
 * file says none), or a step that no longer holds.
 */
export type RowChange =
  | { readonly field: OrderField; readonly from: string; readonly to: string }
  | { readonly step: PlannedStep['kind']; readonly from?: Day; readonly to: Day }
  | { readonly withdraws: 'redeemed'; readonly from: Day };

/** Why a row ends as it does; the screen has a sentence for each. */
export type PlannedReason =
  | RowReason
  | WhyStrange
  | 'day-in-the-future'
  | 'which-order'
  | 'already-here'
  | 'already-redeemed'
  | 'duplicate-of-row'
  | 'duplicate-of-file'
  | `duplicate-in-${'batch' | 'order'}`;

/** What a row tells of the order or list of codes that it belongs to; the screen has a sentence for each. */
export type PlannedNote =
  | 'other-order-there'
  | 'names-two-purchasers'
  | 'amount-not-used'
  | 'amount-of-code'
  | 'before-the-order'
  | 'after-code-was-used'
  | `order-${OrderEnd}`;

/** One row of the dry run. Never holds a code. */
export type PlannedRow = BareRow<PlannedReason> & {
  readonly changes: readonly RowChange[];
  /** What the row makes of its order; absent for a batch. */
  readonly order?: ParentPlan['state'];
  readonly orderNumber: string;
  readonly amount: string;
  /** What it says of the sum of its order: another one where its own is that of its code. */
  readonly orderAmount?: string;
  readonly currency: string;
  readonly readyOn: Day;
  /** What else it says. */
  readonly says: RowSays;
  /** Whether it brings a code: that it does is told, the code never. */
  readonly hasCode: boolean;
  /** Remarks on it: on its cells, or on the order it belongs to. */
  readonly notes: readonly (RowNote | RowWhy<PlannedNote>)[];
  /** `orders` may be meant; the row waits until one of them is `chosen` under this name. */
  readonly question?: OrderQuestion | undefined;
};

/** Which of several orders a row means. */
export type OrderQuestion = {
  readonly id: string;
  readonly orders: readonly string[];
  readonly chosen?: string | undefined;
};

/** A step that an import appends. `corrects` names a step of the record that holds. */
export type PlannedStep = {
  /** The screen has a name for each. */
  readonly kind: Extract<OrderStepKind, 'ordered' | 'ready' | 'downloaded' | 'redeemed'>;
  readonly on: Day;
  readonly corrects?: string;
  readonly data?: Readonly<Record<string, string>>;
};

/**
 * An order or batch that the import makes, brings back from the trash, changes or puts codes under.
 */
export type ParentPlan = {
  readonly id: string;
  readonly kind: 'credit-order' | 'code-batch';
  readonly state: 'new' | 'restored' | 'existing';
  /** Order number or batch name. */
  readonly name: string;
  /** The first row that led here. */
  readonly row: number;
  readonly fields: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
  readonly steps: readonly PlannedStep[];
  /** How many codes come under it. */
  readonly codes: number;
};

/** A code to seal and write. `sheet` and `index` say where it is in the file. */
export type CodePlan = {
  readonly id: string;
  readonly parent: string;
  readonly usage: RedemptionCode['data']['usage'];
  readonly number: number;
  readonly sheet: number;
  readonly index: number;
  readonly row: number;
  /** The sheet says that it is redeemed. */
  readonly redeemed: boolean;
};

/** The dry run: what each row ends as, and what would be written. */
export type ImportPlan = {
  readonly rows: readonly PlannedRow[];
  readonly counts: RowCounts;
  readonly parents: readonly ParentPlan[];
  readonly codes: readonly CodePlan[];
  /** Known codes that the sheet says are redeemed. */
  readonly redeemed: readonly string[];
  /** Batches and orders that hold some of the file's codes already, most of them first. */
  readonly holders: readonly string[];
};

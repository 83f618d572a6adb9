import type { BareRow, RowWhy } from '#core/import/planned-row.ts';
import type { Day } from '#core/day/day.ts';
import type { Data, VolymRecord } from '#core/record/record.ts';
import type { ImportedChange, RowCounts } from '#core/import/import-run.ts';
import type { Sources } from '#core/import/source-file.ts';
import type {
  Charge,
  InvoiceLine,
  InvoiceLineData,
} from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import type {
  PriceListItem,
  PriceListItemData,
} from '#programmes/adobe-vip/rules/product/price-list-item.ts';
import type {
  PurchaseAuthorization,
  PurchaseAuthorizationData,
} from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type {
  ReturnAuthorization,
  ReturnAuthorizationData,
} from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import type {
  VipCustomer,
  VipCustomerData,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { ChosenEditions } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import type { VipRowNote, VipRowReason } from '#programmes/adobe-vip/rules/row-reason.ts';
import type { VipOrder, VipOrderData } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { VipField } from '../read/fields.ts';
import type { VipRow } from '../read/values.ts';

/** Lists that wait for their dry run. `file` is the keyed hash of their bytes. */
export type IncomingVip = Sources & {
  readonly rows: readonly VipRow[];
  /** Something that was chosen with them is not read, or not to its end. */
  readonly isPart?: true | undefined;
};

/** What is there already, those in the trash included, and what new records are born under. */
export type KnownVip = {
  readonly customers: readonly VipCustomer[];
  readonly authorizations: readonly PurchaseAuthorization[];
  readonly orders: readonly VipOrder[];
  readonly returns: readonly ReturnAuthorization[];
  readonly prices: readonly PriceListItem[];
  readonly invoices: readonly InvoiceLine[];
  /**
   * Ids that no row can be about: a newer app wrote what is there, it cannot be read, or it is of
   * another kind.
   */
  readonly strange: ReadonlySet<string>;
  /** Files that were imported before and not undone: the keyed hashes of their bytes. */
  readonly files: ReadonlySet<string>;
  /** What imports that were not undone changed on existing records, by id. */
  readonly written: ReadonlyMap<string, readonly ImportedChange['fields'][]>;
  readonly today: Day;
  /**
   * The moment (ms since 1970), which tells what has ended by days of Adobe's own; without one the
   * day does.
   */
  readonly now?: number;
  /** Person id of the one who reads the lists: new customers are theirs to look after. */
  readonly by: string;
  /** The workspace's chosen editions. */
  readonly editions: ChosenEditions | undefined;
  /** The keyed id of a key of the world's own (`vipKeys` lists those that are asked for). */
  readonly idOf: (key: readonly string[]) => string;
};

/** What the records of each kind that a list brings hold. */
export type VipData = {
  readonly 'vip-customer': VipCustomerData;
  readonly 'purchase-authorization': PurchaseAuthorizationData;
  readonly 'vip-order': VipOrderData;
  readonly 'return-authorization': ReturnAuthorizationData;
  readonly 'price-list-item': PriceListItemData;
  readonly 'invoice-line': InvoiceLineData;
};

/** The kinds that a list brings. */
export type VipKind = keyof VipData;

/** A step as it is planned; its id, moment and who are given when it is written. */
export type PlannedStep = {
  readonly kind: string;
  readonly on: Day;
  readonly data?: Readonly<Record<string, string>>;
  readonly corrects?: string;
};

/** A record that the import makes, brings back from the trash or changes. */
export type VipRecordPlan = {
  readonly id: string;
  readonly kind: VipKind;
  readonly parent: string;
  readonly row: number;
  readonly before: VolymRecord | undefined;
  /** All fields of a new record; for an existing one, those that differ. */
  readonly data: Readonly<Record<string, unknown>> | Data;
  readonly steps: readonly PlannedStep[];
};

/**
 * What a row does to a record that existed; `of` is the product whose count it is, where a row may
 * be about several.
 */
export type VipChange = {
  readonly field: string;
  readonly from: string;
  readonly to: string;
  readonly of?: string;
};

/** What a row brings, or '' when it cannot be read. */
export type VipRowKind =
  | 'customer'
  | 'authorization'
  | 'order'
  | 'return'
  | 'price'
  | 'invoice'
  | 'holder'
  | '';

/** One row of the dry run. */
export type PlannedVipRow = BareRow<VipRowReason> & {
  readonly vip: VipRowKind;
  /**
   * The customer's name, the product of a price, or who has a licence; of an invoice its number
   * where it names nobody.
   */
  readonly name: string;
  readonly product: string;
  /** 0 where none is meant; below it where an invoice takes licences back. */
  readonly quantity: number;
  /** VIP ID, request number, order number, SKU, or number and line of an invoice. */
  readonly number: string;
  /** The day that counts: anniversary, creation, order, or from when a price holds. */
  readonly day: Day;
  readonly price: string;
  readonly currency: string;
  /** What a line of an invoice is for, and what it comes to without tax. */
  readonly charge?: Charge;
  readonly amount?: string;
  readonly state?: 'new' | 'restored' | 'existing';
  /** What else a row of a customer says, by field. */
  readonly says?: readonly (readonly [field: VipField, value: string])[];
  readonly changes: readonly VipChange[];
  readonly notes: readonly RowWhy<VipRowNote>[];
};

/** A customer whom a list of holders may be of. */
export type MayOwn = { readonly id: string; readonly name: string };

/** Which customer a list of holders is of, where that is to be asked. */
export type AsksOwner = {
  /** The sheet that the list is on. */
  readonly sheet: string;
  /** The one that the list itself speaks for; undefined where nothing does. */
  readonly suggested: MayOwn | undefined;
  /** Whose it seems to be, in a word: sheets of a file that are alike in it are asked about together. */
  readonly mark: string;
  readonly all: readonly MayOwn[];
};

/** Someone who is on a customer's list here, and not on Adobe's own list of all users. */
export type NotListed = {
  /** Of the entry, among those of all customers (`Choice.takenOff`). */
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly product: string;
  readonly customer: string;
  /** Why nobody is asked whether to take them off; undefined where that is asked. */
  readonly kept?: WhyKept | undefined;
  /** Whether someone chose to take them off. */
  readonly isTakenOff: boolean;
};

/**
 * Why someone whom a list does not name is not offered for removal: something of what was chosen is
 * not read, a row names nobody, or they came later than the list.
 */
export type WhyKept = Extract<VipRowNote, 'not-in-unread' | 'not-in-unnamed' | 'not-in-older'>;

/** The dry run: what each row ends as, and what would be written. */
export type VipPlan = {
  readonly rows: readonly PlannedVipRow[];
  readonly counts: RowCounts;
  /** Customers, prices and lines of invoices, which lie under nothing. */
  readonly above: readonly VipRecordPlan[];
  /** What is under customers. */
  readonly under: readonly VipRecordPlan[];
  /** One for each sheet of holders that does not say whose they are. */
  readonly asksOwner: readonly AsksOwner[];
  /** Whom the lists of all users no longer name; none where a list is one of some. */
  readonly notListed: readonly NotListed[];
};

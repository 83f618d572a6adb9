import type { VipTable } from './table.ts';
import type { NamedCustomer } from '#programmes/adobe-vip/rules/customer/named-customer.ts';
import type { Day } from '#core/day/day.ts';
import type { RowWhy } from '#core/import/planned-row.ts';
import type { Stands } from '#core/import/tables/row-stands.ts';
import type { VipRowNote, VipRowReason } from '#programmes/adobe-vip/rules/row-reason.ts';
import type { ListedPerson } from '#programmes/adobe-vip/rules/plan/listed-holders.ts';
import type { InvoiceLineData } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import type {
  LicenceType,
  Segment,
  VipProgramme,
} from '#programmes/adobe-vip/rules/edition/programme.ts';
import type { VipField, VipListKind } from './fields.ts';
import type { ListedOrderType, ListedStatus } from './words/vip-words.ts';

/**
 * One column of a list with the meaning it has now; `secret` where it may hold codes of Apple's:
 * then no samples are shown.
 */
export type VipListColumn = {
  readonly index: number;
  readonly heading: string;
  readonly field: VipField | '';
  /** How many rows have something in it. */
  readonly filled: number;
  /** The first different values; none where it may hold codes. */
  readonly samples: readonly string[];
  readonly secret: boolean;
};

/**
 * A list without its rows: what can be shown. A saved answer has no columns: it says itself what it
 * holds.
 */
export type VipOutline = {
  readonly name: string;
  readonly kind: VipListKind;
  /** 1-based row of the headings; 0 when there are none. */
  readonly headerRow: number;
  readonly needsMapping: boolean;
  /** Why it asks, where its headings are known. */
  readonly doubt?: VipTable['doubt'] | undefined;
  /** Two columns that mean one thing and differ. */
  readonly twice?: VipTable['twice'];
  readonly columns: readonly VipListColumn[];
  readonly rowCount: number;
};

/** Licences of a product as a row counts them; a count that it leaves out is undefined. */
export type ListedCounts = {
  readonly product: string;
  readonly sku: string;
  readonly licenceType: LicenceType | '';
  readonly owned?: number | undefined;
  readonly assigned?: number | undefined;
};

/** What a list of customers says about one customer; '' for missing values. */
export type ListedCustomer = NamedCustomer & {
  readonly is: 'customer';
  readonly programme: VipProgramme | '';
  readonly segment: Segment | '';
  readonly level: string;
  readonly anniversary: Day;
  readonly adminName: string;
  readonly adminEmail: string;
  /** Where the row names a product and counts its licences. */
  readonly counts?: ListedCounts | undefined;
};

/** One line of an authorization. */
export type ListedAuthorization = NamedCustomer & {
  readonly is: 'authorization';
  readonly requestNumber: string;
  readonly createdOn: Day;
  readonly deploymentDate: Day;
  readonly licenceType: LicenceType | '';
  readonly product: string;
  readonly sku: string;
  readonly quantity: number;
  readonly purchaseOrder: string;
  readonly status: ListedStatus;
  /**
   * The status as it is written: what is in place of an order's number where the list has none.
   */
  readonly written: string;
  readonly orderNumber: string;
  /** 0 where the list does not say. */
  readonly daysToOrder: number;
  readonly dueOn: Day;
};

/** One line of an order, or one that went back. */
export type ListedOrder = NamedCustomer & {
  readonly is: 'order';
  /** '' where the list does not say. */
  readonly type: ListedOrderType | '';
  readonly orderNumber: string;
  /**
   * Of a return, the number of the order that it is of where the list has it in a column of its
   * own.
   */
  readonly originalOrder: string;
  readonly orderDate: Day;
  readonly product: string;
  readonly sku: string;
  readonly licenceType: LicenceType | '';
  readonly quantity: number;
  readonly purchaseOrder: string;
  readonly requestNumber: string;
  readonly unitPrice: string;
  readonly currency: string;
};

/** One line of a price list. */
export type ListedPrice = {
  readonly is: 'price';
  readonly sku: string;
  readonly product: string;
  readonly segment: Segment | '';
  readonly level: string;
  readonly currency: string;
  readonly yearlyPrice: string;
  readonly months: number;
  readonly validFrom: Day;
};

/** One line of an invoice; it brings no customer, since it may be someone else's. */
export type ListedInvoice = Omit<InvoiceLineData, 'v' | 'origin' | 'reason'> & {
  readonly is: 'invoice';
  readonly orderReason: string;
};

/** Someone on a list of those who have licences, with what they have. */
export type ListedHolder = {
  readonly is: 'holder';
  readonly person: ListedPerson;
  /** Products and configurations, as they are written. */
  readonly products: readonly string[];
  /** Whose list it is, where the row says that; '' as a rule. */
  readonly vipId: string;
  readonly memberName: string;
  /** Whether the list is the Admin Console's own of all users: it names everybody. */
  readonly isOfConsole: boolean;
};

/** The place of a row. */
export type Where = { readonly sheet: string; readonly row: number };

/** What a row brings, with what is worth telling of it. */
export type VipValue = Where & {
  readonly outcome: 'value';
  readonly notes: readonly RowWhy<VipRowNote>[];
} & (
    | ListedCustomer
    | ListedAuthorization
    | ListedOrder
    | ListedPrice
    | ListedInvoice
    | ListedHolder
  );

/** A row that cannot be taken, and why. */
export type UnreadableVipRow = Where & {
  readonly outcome: 'unreadable';
  readonly reason: VipRowReason;
  readonly params: Readonly<Record<string, string | number>>;
  /** What it is called, and what stands in it; a saved answer has no cells. */
  readonly called?: string;
  readonly stands?: Stands;
};

/** The result for one row of a list. */
export type VipRow = VipValue | UnreadableVipRow;

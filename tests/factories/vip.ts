import type { AuthorizationLine } from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import { orderEditions } from '#programmes/adobe-vip/rules/order/order-editions.ts';
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
import type {
  OrderLine,
  VipOrder,
  VipOrderData,
} from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { Data, VolymRecord } from '#core/record/record.ts';
import type { Step } from '#core/record/step.ts';

const NINE = Date.UTC(2026, 10, 20, 8);

const recordOf = <D extends Data>(
  kind: string,
  id: string,
  parent: string,
  data: D,
  steps: readonly Step[],
): VolymRecord<D> => ({
  id,
  kind,
  programme: 'adobe-vip',
  parent,
  data,
  steps,
  dueOn: '9999-12-31',
  newestFirst: 0,
  updatedAt: 0,
  updatedBy: 'sara',
  trashedOn: '',
  history: [],
  clashes: [],
});

/** A step of a kind on a day, by default written at nine o'clock on the reference day. */
export const stepOf = (kind: string, on: string, data?: Step['data'], at = NINE): Step => ({
  id: `${kind}-${on}-${JSON.stringify(data ?? {})}`,
  kind,
  on,
  at,
  by: 'sara',
  ...(data === undefined ? {} : { data }),
});

/** A customer of VIP, by default with an anniversary in the summer. */
export const customerWith = (
  given: Partial<VipCustomerData> = {},
  steps: readonly Step[] = [],
  id = 'customer-1',
): VipCustomer =>
  recordOf(
    'vip-customer',
    id,
    '',
    {
      v: 1,
      name: 'Tryckhuset Linden',
      vipId: '5A20C8F190D73B627E4D',
      marketplaceId: '',
      programme: 'vip',
      segment: 'COM',
      adminName: '',
      adminEmail: '',
      firstOrderOn: '',
      anniversary: '2027-06-08',
      level: '',
      plans: {},
      holders: {},
      renewalEdition: 'adobe-vip.renewal-late-30',
      owner: 'sara',
      ...given,
    },
    steps,
  );

type Authorized = Partial<PurchaseAuthorizationData> & {
  readonly id?: string;
  readonly days?: 30 | 14 | 7;
  readonly steps?: readonly Step[];
};

/** The edition of so many days to order. */
export const editionOfDays = (days: number): string =>
  orderEditions.find(({ value }) => value === days)!.id;

/**
 * An authorization of six licences, created on the reference day in the edition of thirty days
 * unless told.
 */
export const authorizationWith = (given: Authorized = {}): PurchaseAuthorization => {
  const {
    id = 'authorization-1',
    days = 30,
    steps = [],
    createdOn = '2026-11-20',
    ...data
  } = given;
  const line: AuthorizationLine = { product: 'Illustrator', quantity: 6, sku: '' };
  return recordOf(
    'purchase-authorization',
    id,
    'customer-1',
    {
      v: 1,
      customerName: 'Tryckhuset Linden',
      licenceType: 'team',
      createdOn,
      statedDue: '',
      deploymentDate: createdOn,
      requestNumber: '',
      purchaseOrderNumber: '',
      lines: { a: line },
      edition: editionOfDays(days),
      owner: 'sara',
      ...data,
    },
    [stepOf('authorized', createdOn), ...steps],
  );
};

/** One line of an order that no authorization came before. */
export const orderLine = (quantity: number, given: Partial<OrderLine> = {}): OrderLine => ({
  product: 'Illustrator',
  licenceType: 'team',
  sku: '65297600BA01A12',
  quantity,
  authorizationLine: '',
  unitPrice: '',
  ...given,
});

/** An order of the reference day. */
export const vipOrderWith = (
  given: Partial<VipOrderData> = {},
  id = 'order-1',
  steps: readonly Step[] = [],
): VipOrder => {
  const { orderDate = '2026-11-20' } = given;
  return recordOf(
    'vip-order',
    id,
    'customer-1',
    {
      v: 1,
      orderNumber: '77000412',
      orderDate,
      orderType: 'new',
      authorization: '',
      purchaseOrderNumber: '',
      lines: { a: orderLine(4) },
      renews: '',
      level: '',
      currency: '',
      returnEdition: 'adobe-vip.return-14',
      owner: 'sara',
      ...given,
    },
    [stepOf('order-placed', orderDate), ...steps],
  );
};

/** A return of an order, asked for on the reference day. */
export const returnWith = (
  given: Partial<ReturnAuthorizationData> = {},
  steps: readonly Step[] = [],
): ReturnAuthorization =>
  recordOf(
    'return-authorization',
    'return-1',
    'customer-1',
    {
      v: 1,
      customerName: 'Tryckhuset Linden',
      order: 'order-1',
      lines: { a: 4 },
      reference: '',
      followUpEdition: 'adobe-vip.return-follow-up-7',
      owner: 'sara',
      ...given,
    },
    [stepOf('return-asked', '2026-11-20'), ...steps],
  );

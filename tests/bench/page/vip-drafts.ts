import { order30 } from '#programmes/adobe-vip/rules/order/order-editions.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import type { PriceListItemData } from '#programmes/adobe-vip/rules/product/price-list-item.ts';
import type { PurchaseAuthorizationData } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import { renewalLate30 } from '#programmes/adobe-vip/rules/renewal/renewal-editions.ts';
import { return14 } from '#programmes/adobe-vip/rules/return/return-editions.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrderData } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { addDays, type Day } from '#core/day/day.ts';
import type { Data, Draft } from '#core/record/record.ts';
import type { Step } from '#core/record/step.ts';
import { newId } from '#platform/ids.ts';
import { systemClock } from '#platform/clock.ts';

/**
 * How many of each there are; `renewing` of the customers have their anniversary around these
 * ninety days.
 */
export type VipSizes = {
  readonly customers: number;
  readonly renewing: number;
  /** Under each customer so many authorizations, and so many orders. */
  readonly under: number;
  readonly prices: number;
};

const WHO = 'bench-person';
/** How many products have a price; each is in the list on every level and in every segment. */
const PRODUCTS = 800;

const today = systemClock.today();
const ago = (days: number): Day => addDays(today, -days);
const step = (kind: string, on: Day, data?: Step['data']): Step => ({
  id: newId(),
  kind,
  on,
  at: systemClock.now(),
  by: WHO,
  ...(data === undefined ? {} : { data }),
});
const draftOf = <D extends Data>(
  kind: string,
  parent: string,
  data: D,
  steps: readonly Step[],
): Draft<D> => ({
  id: newId(),
  kind,
  programme: 'adobe-vip',
  parent,
  data,
  steps,
});

/** A made-up SKU in the shape of Adobe's. */
export const skuAt = (at: number): string => {
  const product = String(65_000_000 + (at % PRODUCTS)).padStart(8, '0');
  const kind = Math.floor(at / PRODUCTS);
  return `${product}B${'ABC'[kind % 3]}0${1 + (Math.floor(kind / 3) % 4)}A${12 + 12 * (Math.floor(kind / 12) % 3)}`;
};
/** What is sold under that SKU. */
export const productAt = (at: number): string => `Produkt ${at % PRODUCTS}`;

/**
 * Days from now to the anniversary: of who renews from a month ago until in ninety days, of all
 * others later in the year.
 */
const daysToAnniversary = (at: number, { customers, renewing }: VipSizes): number => {
  const every = Math.floor(customers / renewing);
  return at % every === 0 ? -30 + (Math.floor(at / every) % 120) : 92 + (at % 240);
};

const customer = (at: number, sizes: VipSizes): Draft<VipCustomerData> => {
  const plan = (offset: number) => {
    const product = productAt(at + offset);
    const plan = {
      product,
      licenceType: 'team' as const,
      sku: skuAt(at + offset),
      owned: 20 + (at % 40),
    };
    return [
      planKey(product, 'team'),
      { ...plan, assigned: 10 + (at % 30), on: ago(60), at: 0 },
    ] as const;
  };
  return draftOf(
    'vip-customer',
    '',
    {
      v: 1,
      name: `Kund K${at}K Förvaltning`,
      vipId: (0x5a20c8f190d7 + at).toString(16).toUpperCase().padEnd(20, '0'),
      marketplaceId: '',
      programme: 'vip',
      segment: 'COM',
      level: '2',
      firstOrderOn: ago(700),
      adminName: `Admin ${at}`,
      adminEmail: `admin${at}@kund.example`,
      anniversary: addDays(today, daysToAnniversary(at, sizes)),
      plans: Object.fromEntries([plan(0), plan(7), plan(31)]),
      holders: {},
      renewalEdition: renewalLate30.id,
      owner: at % 5 === 0 ? WHO : 'someone-else',
    },
    [step('invited', ago(720)), step('terms-accepted', ago(719))],
  );
};

/** One in twenty of the authorizations waits for its order, of them one in four for too long. */
const waits = (at: number): boolean => at % 20 === 0;

/**
 * An authorization and, where it does not wait, the order that covers it; else an order of its own.
 */
const purchase = (at: number, { id, data: { name } }: Draft<VipCustomerData>): Draft[] => {
  const createdOn = waits(at) ? ago(at % 80 === 0 ? 35 : (at / 20) % 28) : ago(60 + (at % 600));
  const orderNumber = String(77_000_000 + at);
  const line = { product: productAt(at), sku: skuAt(at), quantity: 1 + (at % 12) };
  const order = draftOf<VipOrderData>(
    'vip-order',
    id,
    {
      v: 1,
      orderNumber,
      orderDate: createdOn,
      orderType: at % 10 === 1 ? 'renewal' : 'new',
      authorization: '',
      purchaseOrderNumber: `PO-${at}`,
      renews: at % 10 === 1 ? createdOn : '',
      level: '02',
      currency: 'SEK',
      lines: {
        a: {
          ...line,
          licenceType: 'team',
          authorizationLine: waits(at) ? '' : 'a',
          unitPrice: '1200.00',
        },
      },
      returnEdition: return14.id,
      owner: WHO,
    },
    [step('order-placed', createdOn)],
  );
  const covered = step('ordered', createdOn, { order: order.id, orderNumber, line: 'a' });
  const authorization = draftOf<PurchaseAuthorizationData>(
    'purchase-authorization',
    id,
    {
      v: 1,
      customerName: name,
      licenceType: 'team',
      createdOn,
      statedDue: '',
      deploymentDate: createdOn,
      requestNumber: `R-${at}`,
      purchaseOrderNumber: `PO-${at}`,
      lines: { a: line },
      edition: order30.id,
      owner: WHO,
    },
    [step('authorized', createdOn), ...(waits(at) ? [] : [covered])],
  );
  return [authorization, order];
};

/** The lines of a price list. */
export const priceDrafts = (count: number): Draft[] =>
  Array.from({ length: count }, (_, at) =>
    draftOf<PriceListItemData>(
      'price-list-item',
      '',
      {
        v: 1,
        sku: skuAt(at),
        product: productAt(at),
        segment: 'COM',
        level: '01',
        currency: 'SEK',
        yearlyPrice: `${1000 + (at % 4000)}.00`,
        months: 12,
        validFrom: ago(20),
      },
      [],
    ),
  );

/** Customers alone. */
export const customerDrafts = (sizes: VipSizes): Draft<VipCustomerData>[] =>
  Array.from({ length: sizes.customers }, (_, at) => customer(at, sizes));

/** A VIP reseller's whole workspace. */
export const vipDrafts = (sizes: VipSizes): Draft[] => {
  const customers = customerDrafts(sizes);
  const bought = customers.flatMap((record, at) =>
    Array.from({ length: sizes.under }, (_, index) =>
      purchase(at * sizes.under + index, record),
    ).flat(),
  );
  return [...customers, ...bought, ...priceDrafts(sizes.prices)];
};

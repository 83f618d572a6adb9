import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok } from '#core/result.ts';
import { withStep } from '#core/record/step.ts';
import { openLines } from '../authorization/authorization-life.ts';
import { hadExpiredOn } from '../authorization/authorization-state.ts';
import type { InvoiceLineData } from '../product/invoice-line.ts';
import type { PurchaseAuthorization } from '../authorization/purchase-authorization.ts';
import { productsOf } from '../order/type-of-product.ts';
import { renewalOfDay } from '../renewal/renewal-of-day.ts';
import { returnEditions } from '../return/return-editions.ts';
import type { VipCustomer } from '../customer/vip-customer.ts';
import { chosenEdition, type ChosenEditions } from '../edition/vip-edition.ts';
import type { VipOrderData } from '../order/vip-order.ts';
import { INVOICED_LINE } from './invoiced-line.ts';
import { isSameProduct } from './sku-likeness.ts';
import { whyNoOrder } from './why-no-order.ts';
import type { VipResult } from '../vip-problem.ts';

/** An order that was placed and never noted, as its invoice tells of it. */
export const orderFromLine = (
  id: string,
  line: InvoiceLineData,
  customer: VipCustomer,
  editions: ChosenEditions | undefined,
  doing: Doing,
): VipResult<Draft<VipOrderData>> => {
  const problem = whyNoOrder(line);
  if (problem !== undefined) return { ok: false, problem };
  const { programme, editions: own, owner } = customer.data;
  const {
    product,
    sku,
    quantity,
    unitPrice,
    orderNumber,
    orderDate,
    purchaseOrderNumber,
    currency,
  } = line;
  const renews = isRenewal(line) ? renewalOfDay(orderDate, customer.data) : '';
  // An invoice names no licence type: where the customer's plans do not either, what is authorized
  // tells it (`withTypes`).
  const known = productsOf({ customer, authorizations: [] })({ product, sku });
  const ordered = {
    product: product || known?.product || sku,
    licenceType: known?.licenceType ?? '',
    sku,
    quantity,
    authorizationLine: '',
    unitPrice,
  };
  return ok({
    id,
    kind: 'vip-order',
    programme: 'adobe-vip',
    parent: customer.id,
    data: {
      v: 1,
      orderNumber: orderNumber.trim(),
      orderDate,
      orderType: isRenewal(line) ? 'renewal' : 'new',
      authorization: '',
      purchaseOrderNumber,
      lines: { [INVOICED_LINE]: ordered },
      renews,
      level: '',
      currency,
      returnEdition: chosenEdition(returnEditions, programme, own, editions).id,
      owner,
    },
    steps: withStep([], { kind: 'order-placed', on: orderDate }, doing),
  });
};

const isRenewal = ({ reason }: InvoiceLineData): boolean => /renew/i.test(reason);

/**
 * The authorization that waits for the order which an invoice tells of, with the line of it: the
 * only one of the product with that many left. Its order is noted on it then, so that it does not
 * go past due.
 */
export const waitingFor = (
  line: InvoiceLineData,
  authorizations: readonly PurchaseAuthorization[],
): { readonly authorization: PurchaseAuthorization; readonly line: string } | undefined => {
  // A renewal renews what is owned: no authorization waits for it.
  if (isRenewal(line)) return undefined;
  const found = authorizations
    .filter(
      (authorization) =>
        authorization.data.createdOn <= line.orderDate &&
        !hadExpiredOn(authorization, line.orderDate),
    )
    .flatMap((authorization) =>
      openLines(authorization)
        .filter(
          ({ sku, product, left }) =>
            left === line.quantity && isSameProduct({ sku, product }, line),
        )
        .map(({ id }) => ({ authorization, line: id })),
    );
  return found.length === 1 ? found[0] : undefined;
};

import { addDays, type Day } from '#core/day/day.ts';
import { authorize } from '#programmes/adobe-vip/rules/authorization/authorization-commands.ts';
import { inviteCustomer } from '#programmes/adobe-vip/rules/customer/customer-commands.ts';
import { sayPlan } from '#programmes/adobe-vip/rules/plan/say-plan.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import { orderEditions, order30 } from '#programmes/adobe-vip/rules/order/order-editions.ts';
import { coverLines, orderOf } from '#programmes/adobe-vip/rules/order/order-commands.ts';
import { renewalEditions } from '#programmes/adobe-vip/rules/renewal/renewal-editions.ts';
import { return14 } from '#programmes/adobe-vip/rules/return/return-editions.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { chosenEdition } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import type { VipOrderData } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { withdraw } from '#programmes/adobe-vip/rules/authorization/withdraw.ts';
import { asRecord, madeOf, stepOf, type ExampleMeans } from '#core/example.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Data, Draft } from '#core/record/record.ts';
import {
  bjorkdalenVip,
  type DemoAuthorization,
  type DemoCustomer,
  type DemoVipOrder,
} from './bjorkdalen-customers.ts';

type Made<D extends Data> = Draft<D>;

/**
 * The example's VIP customers with what is under them, each invited, authorized and ordered as a
 * person would do it.
 */
export const exampleCustomers = ({ doing }: Pick<ExampleMeans, 'doing'>): Draft[] =>
  bjorkdalenVip.flatMap((customer) => {
    const invited = customerDraft(customer, doing);
    const authorized = (customer.authorizations ?? []).flatMap((authorization) =>
      authorizedDrafts(authorization, customer, invited, doing),
    );
    const ordered = (customer.orders ?? []).map((order) =>
      orderDraft(order, customer, invited, doing),
    );
    return [counted(invited, customer, doing), ...authorized, ...ordered];
  });

const ago = (days: number, { today }: Doing): Day => addDays(today, -days);
const onDay = (today: Day, { now, by, newId }: Doing): Doing => ({ today, now, by, newId });

const customerDraft = (customer: DemoCustomer, doing: Doing): Made<VipCustomerData> => {
  const { name, vipId, segment, programme, level, anniversary } = customer;
  const invitedOn = ago(anniversary === undefined ? 2 : 400, doing);
  const made = madeOf(
    inviteCustomer(
      doing.newId(),
      {
        name,
        vipId,
        segment,
        programme,
        marketplaceId: '',
        adminName: '',
        adminEmail: '',
        anniversary: anniversary === undefined ? '' : ago(-anniversary, doing),
        owner: doing.by,
      },
      { others: [], renewalEdition: chosenEdition(renewalEditions, programme).id, invitedOn },
      onDay(invitedOn, doing),
    ),
  );
  if (anniversary === undefined) return made;
  const accepted = stepOf('terms-accepted', ago(398, doing), doing);
  return { ...made, data: { ...made.data, level }, steps: [...(made.steps ?? []), accepted] };
};

/**
 * Its licences as they were counted today, after everything else: what was authorized is among
 * them.
 */
const counted = (
  draft: Made<VipCustomerData>,
  customer: DemoCustomer,
  doing: Doing,
): Made<VipCustomerData> => {
  const { product, licenceType, owned, assigned } = customer;
  if (owned === 0) return draft;
  const named = { product, licenceType, sku: '', owned, assigned };
  const made = madeOf(sayPlan(asRecord(draft), named, doing));
  const plan = planKey(product, licenceType);
  const holders = (customer.holders ?? []).map(
    (name) => [doing.newId(), { name, group: '', plan }] as const,
  );
  return { ...made, data: { ...made.data, holders: Object.fromEntries(holders) } };
};

const authorizedDrafts = (
  authorization: DemoAuthorization,
  { licenceType, programme }: DemoCustomer,
  customer: Made<VipCustomerData>,
  doing: Doing,
): Draft[] => {
  const createdOn = ago(authorization.ago, doing);
  const made = madeOf(
    authorize(
      doing.newId(),
      {
        licenceType,
        createdOn,
        deploymentDate: createdOn,
        purchaseOrderNumber: '',
        requestNumber: authorization.requestNumber,
        products: [{ product: authorization.product, quantity: authorization.quantity, sku: '' }],
      },
      {
        customer: customer.id,
        customerName: customer.data.name,
        programme,
        others: [],
        owner: doing.by,
        edition: orderEditions.find(({ value }) => value === authorization.days)?.id ?? order30.id,
      },
      onDay(createdOn, doing),
    ),
  );
  const record = asRecord(made);
  if (authorization.withdrawn !== undefined)
    return [madeOf(withdraw(record, {}, [], onDay(ago(authorization.withdrawn, doing), doing)))];
  if (authorization.ordered === undefined) return [made];
  const { number: orderNumber, sku } = authorization.ordered;
  const lines = Object.keys(made.data.lines);
  const input = {
    orderNumber,
    lines,
    orderDate: ago(authorization.ordered.ago, doing),
    skus: Object.fromEntries(lines.map((line) => [line, sku])),
  };
  const order = orderOf(doing.newId(), record, input, onDay(input.orderDate, doing));
  return [madeOf(coverLines(record, order.id, input, onDay(input.orderDate, doing))), order];
};

const orderDraft = (
  { number: orderNumber, ago: days, sku, product, quantity, po, isRenewal }: DemoVipOrder,
  { licenceType, level }: DemoCustomer,
  customer: Made<VipCustomerData>,
  doing: Doing,
): Made<VipOrderData> => {
  const orderDate = ago(days, doing);
  return {
    id: doing.newId(),
    kind: 'vip-order',
    programme: 'adobe-vip',
    parent: customer.id,
    data: {
      v: 1,
      orderNumber,
      orderDate,
      orderType: isRenewal === true ? 'renewal' : 'new',
      authorization: '',
      purchaseOrderNumber: po,
      currency: 'SEK',
      level,
      renews: isRenewal === true ? customer.data.anniversary : '',
      lines: { a: { product, licenceType, sku, quantity, authorizationLine: '', unitPrice: '' } },
      returnEdition: return14.id,
      owner: doing.by,
    },
    steps: [stepOf('order-placed', orderDate, doing)],
  };
};

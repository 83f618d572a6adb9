import type { Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import { isPlausibleDay } from '#core/day/plausible-day.ts';
import type { Moment } from '#core/day/local-time.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { longTexts, whyTooLong } from '#core/text/long-texts.ts';
import { withStep } from '#core/record/step.ts';
import { visibleText } from '#core/text/visible-text.ts';
import { countedDay, orderDue, orderEditionOf, type Authorization } from './authorization-life.ts';
import { authorizationState } from './authorization-state.ts';
import { whyNotAuthorized } from '../customer/customer-state.ts';
import { editionIn } from '../edition/edition-in.ts';
import { orderEditions } from '../order/order-editions.ts';
import { productKey } from '../product/product-name.ts';
import { LICENCE_TYPES, type LicenceType, type VipProgramme } from '../edition/programme.ts';
import type { PurchaseAuthorization, PurchaseAuthorizationData } from './purchase-authorization.ts';
import { whyNotPurchaseOrder } from './purchase-order.ts';
import type { VipProblem, VipResult } from '../vip-problem.ts';

/** One product as it is typed. */
export type ProductInput = {
  readonly product: string;
  readonly quantity: number;
  readonly sku: string;
};

/**
 * What the dialog asks for (seed 002: "Skapa inköpsauktorisering"); the licence type is text, since
 * Education devices are refused.
 */
export type AuthorizationInput = {
  readonly licenceType: string;
  readonly products: readonly ProductInput[];
  readonly createdOn: Day;
  readonly deploymentDate: Day;
  readonly purchaseOrderNumber: string;
  readonly requestNumber: string;
};

/** The customer, its programme and rules, and what is known about its other authorizations. */
export type Authorizing = {
  readonly customer: string;
  readonly customerName: string;
  readonly programme: VipProgramme;
  readonly others: readonly Authorization[];
  readonly edition: string;
  readonly owner: string;
  readonly deputy?: string | undefined;
};

/** Line quantities end here (adobe.md §3: to 599,000 Enterprise, 10,000 Team). */
export const mostOf = (licenceType: LicenceType): number =>
  licenceType === 'enterprise' ? 599_000 : 10_000;

/**
 * A new purchase authorization (C2). Refused while the customer is past due, and for Education
 * devices.
 */
export const authorize = (
  id: string,
  input: AuthorizationInput,
  authorizing: Authorizing,
  doing: Doing,
): VipResult<Draft<PurchaseAuthorizationData>> => {
  const problem =
    whyNotAuthorized(authorizing.others, doing) ??
    authorizationProblems(input, authorizing, doing)[0];
  if (problem !== undefined) return { ok: false, problem };
  const { customer, customerName, edition, owner, deputy = '' } = authorizing;
  const { createdOn, deploymentDate, purchaseOrderNumber, requestNumber } = input;
  const lines = input.products.map(({ product, quantity, sku }) => ({
    product: visibleText(product),
    quantity,
    sku: sku.trim(),
  }));
  return ok({
    id,
    kind: 'purchase-authorization',
    programme: 'adobe-vip',
    parent: customer,
    data: {
      v: 1,
      customerName,
      licenceType: input.licenceType as LicenceType,
      createdOn,
      statedDue: '',
      deploymentDate: deploymentDate || createdOn,
      requestNumber: requestNumber.trim(),
      purchaseOrderNumber: purchaseOrderNumber.trim(),
      lines: Object.fromEntries(lines.map((line) => [doing.newId(), line])),
      edition,
      owner,
      ...(deputy === '' ? {} : { deputy }),
    },
    steps: withStep([], { kind: 'authorized', on: createdOn }, doing),
  });
};

const isLicenceType = (text: string): text is LicenceType =>
  (LICENCE_TYPES as readonly string[]).includes(text);

/** What is wrong with the products, each at its own. */
const problemsOfProducts = ({
  licenceType,
  products,
}: AuthorizationInput): readonly VipProblem[] => {
  // "Beställningar av Education-enhetslicenser kan göras direkt via Adobe" (seed 002).
  if (licenceType === 'education-device')
    return [refuse('order-from-adobe', 'licenceType').problem];
  if (!isLicenceType(licenceType)) return [refuse('licence-type-needed', 'licenceType').problem];
  if (products.length === 0) return [refuse('products-needed', 'products').problem];
  const most = mostOf(licenceType);
  const keys = products.map(({ product }) => productKey(product));
  return products.flatMap(({ product, quantity, sku }, at): readonly VipProblem[] => {
    const field = `products.${at}`;
    const key = keys[at] ?? '';
    if (key === '') return [refuse('product-needed', field).problem];
    if (keys.indexOf(key) < at)
      return [refuse('product-twice', field, { product: visibleText(product) }).problem];
    const [long] = [visibleText(product), sku].flatMap((text) => longTexts({ [field]: text }));
    if (long !== undefined) return [long];
    if (!Number.isInteger(quantity) || quantity < 1)
      return [refuse('quantity-not-whole', field).problem];
    return quantity > most ? [refuse('quantity-too-large', field, { most }).problem] : [];
  });
};

const problemsOfDetails = (
  { createdOn, deploymentDate, purchaseOrderNumber, requestNumber }: AuthorizationInput,
  { programme, edition }: Pick<Authorizing, 'programme' | 'edition'>,
  asOf: Day | Moment,
): readonly VipProblem[] => {
  const isNoDay = deploymentDate !== '' && !isPlausibleDay(deploymentDate);
  // In the days that its edition counts: what is today there may be tomorrow here, and the other
  // way round.
  const today = countedDay(editionIn(orderEditions, edition), asOf);
  const order = whyNotPurchaseOrder(purchaseOrderNumber, programme);
  return [
    ...(isPlausibleDay(createdOn) ? [] : [refuse('day-needed', 'createdOn').problem]),
    ...(isPlausibleDay(createdOn) && createdOn > today
      ? [refuse('day-ahead', 'createdOn').problem]
      : []),
    ...(isNoDay ? [refuse('day-needed', 'deploymentDate').problem] : []),
    ...(order === undefined ? [] : [order]),
    ...longTexts({ purchaseOrderNumber, requestNumber }),
  ];
};

/** All that is wrong with what the dialog was given, in its order. */
export const authorizationProblems = (
  input: AuthorizationInput,
  authorizing: Pick<Authorizing, 'programme' | 'edition'>,
  asOf: Day | Moment,
): readonly VipProblem[] => [
  ...problemsOfProducts(input),
  ...problemsOfDetails(input, authorizing, asOf),
];

/**
 * Notes that an expired authorization was seen: its licences are gone, and nothing is due of it any
 * more (C3, Marketplace).
 */
export const noteExpiry = (
  authorization: PurchaseAuthorization,
  doing: Doing,
): VipResult<Draft<PurchaseAuthorizationData>> => {
  if (authorizationState(authorization, doing) !== 'expired') return refuse('not-expired');
  const noted = { kind: 'expiry-noted', on: doing.today, data: { due: orderDue(authorization) } };
  return ok({ ...authorization, steps: withStep(authorization.steps, noted, doing) });
};

/**
 * Sets the last day as Adobe itself says it; '' goes back to the counted one. It is kept with its
 * reason.
 */
export const stateDue = (
  authorization: PurchaseAuthorization,
  { due, reason }: { readonly due: Day; readonly reason: string },
  doing: Doing,
): VipResult<Draft<PurchaseAuthorizationData>> => {
  const { data } = authorization;
  if (due !== '' && !isPlausibleDay(due)) return refuse('day-needed', 'due');
  if (due !== '' && due < data.createdOn)
    return refuse('due-before-created', 'due', { createdOn: data.createdOn });
  if (reason.trim() === '') return refuse('reason-needed', 'reason');
  const long = whyTooLong({ reason });
  if (long !== undefined) return long;
  const steps = withStep(
    authorization.steps,
    { kind: 'due-stated', on: doing.today, note: reason.trim(), data: { due } },
    doing,
  );
  return ok({ ...authorization, data: { ...data, statedDue: due }, steps });
};

/**
 * Reckons an authorization by another edition of its programme, where the wrong one was chosen; its
 * life tells what follows.
 */
export const changeOrderEdition = (
  authorization: PurchaseAuthorization,
  edition: string,
): VipResult<Draft<PurchaseAuthorizationData>> => {
  const known = orderEditions.find(({ id }) => id === edition);
  const { programme } = orderEditionOf(authorization);
  if (known === undefined || known.programme !== programme)
    return refuse('no-such-edition', 'edition');
  return ok({ ...authorization, data: { ...authorization.data, edition } });
};

import type { InvoiceLine } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import type { PriceListItem } from '#programmes/adobe-vip/rules/product/price-list-item.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { ReturnAuthorization } from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { CodeBatch } from '#programmes/apple-credit/rules/code/code-batch.ts';
import type { ContentPurchaser } from '#programmes/apple-credit/rules/purchaser/content-purchaser.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { AppDeployment } from '#programmes/apple-licences/rules/deployment/app-deployment.ts';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import type { Person } from '#workspace/rules/people/person.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { standingSteps } from '#core/record/step.ts';
import type { ImportRun } from '#core/import/import-run.ts';

type Words = (record: VolymRecord) => readonly string[];

const codeWords: Words = ({ steps }) =>
  standingSteps(steps).flatMap(({ data }) => [data?.to ?? '', data?.account ?? '']);

const orderWords = ({ data }: CreditOrder): readonly string[] => [
  data.orderNumber,
  data.creditNumber,
  data.purchaseOrderNumber,
  data.institution,
  data.purchaserName,
  data.purchaserAppleId,
  data.reseller,
  data.amount,
];

// Beside the kinds, which every screen loads: only what searches needs it.
const WORDS: Readonly<Record<string, (record: never) => readonly string[]>> = {
  'credit-order': orderWords,
  'redemption-code': codeWords,
  'code-batch': ({ data }: CodeBatch) => [
    data.name,
    data.product,
    data.orderNumber,
    data.adamId,
    data.buyer,
  ],
  'content-purchaser': ({ data }: ContentPurchaser) => [data.name, data.appleId, data.institution],
  'content-token': ({ data }: ContentToken) => [
    data.name,
    data.appleId,
    data.organization,
    data.location,
    data.systemName,
    data.downloadedBy,
  ],
  'volume-app': ({ data }: VolumeApp) => [data.name, data.adamId, data.location],
  'volume-user': ({ data }: VolumeUser) => [data.name, data.email, data.clientUserId, data.group],
  'app-deployment': ({ data }: AppDeployment) => [data.name, data.group],
  'vip-customer': ({ data }: VipCustomer) => [
    data.name,
    data.vipId,
    data.marketplaceId,
    data.adminName,
    data.adminEmail,
  ],
  'purchase-authorization': ({ data }: PurchaseAuthorization) => [
    data.requestNumber,
    data.purchaseOrderNumber,
    ...Object.values(data.lines).map(({ product }) => product),
  ],
  'vip-order': ({ data }: VipOrder) => [
    data.orderNumber,
    data.purchaseOrderNumber,
    ...Object.values(data.lines).flatMap(({ product, sku }) => [product, sku]),
  ],
  'return-authorization': ({ data }: ReturnAuthorization) => [data.reference],
  'price-list-item': ({ data }: PriceListItem) => [data.sku, data.product],
  'invoice-line': ({ data }: InvoiceLine) => [
    data.invoiceNumber,
    data.orderNumber,
    data.purchaseOrderNumber,
    data.customerName,
    data.customerNumber,
    data.product,
    data.sku,
    data.subscription,
  ],
  person: ({ data }: Person) => [data.name],
  'import-run': ({ data }: ImportRun) => [data.fileName],
};

/**
 * Words that a record is found by (X13); never a code or another secret, and none of what is not
 * looked for.
 */
export const searchWords = (record: VolymRecord): readonly string[] =>
  Object.hasOwn(WORDS, record.kind) ? WORDS[record.kind]!(record as never) : [];

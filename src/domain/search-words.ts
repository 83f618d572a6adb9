import type { InvoiceLine } from './adobe-vip/invoice-line.ts';
import type { PriceListItem } from './adobe-vip/price-list-item.ts';
import type { PurchaseAuthorization } from './adobe-vip/purchase-authorization.ts';
import type { ReturnAuthorization } from './adobe-vip/return-authorization.ts';
import type { VipCustomer } from './adobe-vip/vip-customer.ts';
import type { VipOrder } from './adobe-vip/vip-order.ts';
import type { CodeBatch } from './apple-credit/code-batch.ts';
import type { ContentPurchaser } from './apple-credit/content-purchaser.ts';
import type { CreditOrder } from './apple-credit/credit-order.ts';
import type { AppDeployment } from './apple-licences/app-deployment.ts';
import type { ContentToken } from './apple-licences/content-token.ts';
import type { VolumeApp } from './apple-licences/volume-app.ts';
import type { VolumeUser } from './apple-licences/volume-user.ts';
import type { Person } from './people/person.ts';
import type { VolymRecord } from './record.ts';
import { standingSteps } from './step.ts';
import type { ImportRun } from './workspace/import-run.ts';

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

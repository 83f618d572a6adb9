import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { currentSteps } from '#core/record/step.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { KindId } from './kinds.ts';
import type { RecordOf } from './record-of.ts';

type WordsOf<Id extends string> = { of(record: RecordOf<Id>): readonly string[] }['of'];

const codeWords: WordsOf<'redemption-code'> = ({ steps }) =>
  currentSteps(steps).flatMap(({ data }) => [data?.to ?? '', data?.account ?? '']);

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
const WORDS: { readonly [Id in KindId]?: WordsOf<Id> } = {
  'credit-order': orderWords,
  'redemption-code': codeWords,
  'code-batch': ({ data }) => [data.name, data.product, data.orderNumber, data.adamId, data.buyer],
  'content-purchaser': ({ data }) => [data.name, data.appleId, data.institution],
  'content-token': ({ data }) => [
    data.name,
    data.appleId,
    data.organization,
    data.location,
    data.systemName,
    data.downloadedBy,
  ],
  'volume-app': ({ data }) => [data.name, data.adamId, data.location],
  'volume-user': ({ data }) => [data.name, data.email, data.clientUserId, data.group],
  'app-deployment': ({ data }) => [data.name, data.group],
  'vip-customer': ({ data }) => [
    data.name,
    data.vipId,
    data.marketplaceId,
    data.adminName,
    data.adminEmail,
  ],
  'purchase-authorization': ({ data }) => [
    data.requestNumber,
    data.purchaseOrderNumber,
    ...Object.values(data.lines).map(({ product }) => product),
  ],
  'vip-order': ({ data }) => [
    data.orderNumber,
    data.purchaseOrderNumber,
    ...Object.values(data.lines).flatMap(({ product, sku }) => [product, sku]),
  ],
  'return-authorization': ({ data }) => [data.reference],
  'price-list-item': ({ data }) => [data.sku, data.product],
  'invoice-line': ({ data }) => [
    data.invoiceNumber,
    data.orderNumber,
    data.purchaseOrderNumber,
    data.customerName,
    data.customerNumber,
    data.product,
    data.sku,
    data.subscription,
  ],
  person: ({ data }) => [data.name],
  'import-run': ({ data }) => [data.fileName],
};

/**
 * Words that a record is found by (X13); never a code or another secret, and none of what is not
 * looked for.
 */
export const searchWords = (record: VolymRecord): readonly string[] =>
  ownEntry<WordsOf<string>>(WORDS, record.kind)?.(record) ?? [];

import type { InvoiceLine } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import type { PriceListItem } from '#programmes/adobe-vip/rules/product/price-list-item.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { ReturnAuthorization } from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import type { Data, VolymRecord } from '#core/record/record.ts';
import { isLegible } from '#data/records/read-record.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { Texts } from '#ui/text.ts';

/** What of the kinds is a name, the first that is there. */
type Named = 'name' | 'fileName' | 'appleId' | 'adamId';
type Words = Pick<Texts, 'credit' | 'history' | 'format'>;

/**
 * What a record is called where it stands alone: an order by its sum and number, a code by its
 * place; what cannot be read by its kind.
 */
export const recordName = (record: VolymRecord, text: Words): string =>
  isLegible(record) ? nameOf(record, text) : kindName(record, text) || text.history.nameless;

const nameOf = (record: VolymRecord, text: Words): string => {
  if (record.kind === 'credit-order') {
    const { amount, currency, orderNumber } = (record as CreditOrder).data;
    return (
      [text.format.money(amount, currency), orderNumber].filter(Boolean).join(' · ') ||
      text.history.nameless
    );
  }
  if (record.kind === 'redemption-code')
    return text.credit.code.titleNumber(text.format.number((record as RedemptionCode).data.number));
  if (record.kind === 'assigned-licence')
    return holderName(record as AssignedLicence) || kindName(record, text);
  if (record.kind === 'purchase-authorization' || record.kind === 'vip-order')
    return vipName(record as PurchaseAuthorization | VipOrder) || kindName(record, text);
  if (record.kind === 'return-authorization')
    return returnName(record as ReturnAuthorization, text);
  if (record.kind === 'price-list-item') {
    const { product, sku } = (record as PriceListItem).data;
    return [product, sku].filter(Boolean).join(' ') || kindName(record, text);
  }
  if (record.kind === 'invoice-line') {
    const { invoiceNumber, line } = (record as InvoiceLine).data;
    return [invoiceNumber, line].filter(Boolean).join(' · ') || kindName(record, text);
  }
  const { name, fileName, appleId, adamId } = record.data as Data & Partial<Record<Named, string>>;
  // Of an app that Apple names by its number alone.
  return name || fileName || appleId || [kindName(record, text), adamId].filter(Boolean).join(' ');
};

/** An authorization by its first product, an order by its number. */
const vipName = ({ data }: PurchaseAuthorization | VipOrder): string =>
  ('orderNumber' in data ? data.orderNumber : '') || (Object.values(data.lines)[0]?.product ?? '');

/** A return by Adobe's number of it, or by how many licences go back. */
const returnName = ({ data }: ReturnAuthorization, { history }: Words): string =>
  data.reference ||
  history.licences(Object.values(data.lines).reduce((sum, quantity) => sum + quantity, 0));

/**
 * Who has a licence, as far as it says so itself; a user whom nobody named is known by a record's
 * id, which is no name.
 */
const holderName = ({ data: { name, target, user } }: AssignedLicence): string =>
  name || (target === user ? '' : target);

/** What sort of record it is, in a word; '' of one that a newer version made. */
export const kindName = (
  { kind }: Pick<VolymRecord, 'kind'>,
  { history }: Pick<Words, 'history'>,
): string => ownEntry<string>(history.kinds, kind) ?? '';

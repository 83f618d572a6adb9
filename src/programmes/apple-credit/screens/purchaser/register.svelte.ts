import type { ContentPurchaser } from '#programmes/apple-credit/rules/purchaser/content-purchaser.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  purchaserRows,
  type PurchaserRow,
} from '#programmes/apple-credit/rules/purchaser/purchasers.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { useApp } from '#ui/app.svelte.ts';
import { live } from '#ui/live.ts';
import { useText } from '#ui/text.ts';

/** The register of content purchasers as it stands, from its records and from all orders. */
export type Register = { readonly rows: readonly PurchaserRow[]; readonly ready: boolean };

/** Follows the register while something on the screen reads it. */
export const useRegister = (): Register => {
  const app = useApp();
  const records = live(app.records.live({ kind: 'content-purchaser' }), []);
  const orders = live(app.records.live({ kind: 'credit-order' }), []);
  const text = useText();
  const rows = $derived(
    purchaserRows(
      (records.current as ContentPurchaser[]).filter((record) => conditionOf(record) === 'fine'),
      (orders.current as CreditOrder[]).filter((order) => conditionOf(order) === 'fine'),
      app.today,
    ).sort((a, b) => text.format.compare(a.name, b.name)),
  );
  return {
    get rows() {
      return rows;
    },
    get ready() {
      return records.ready && orders.ready;
    },
  };
};

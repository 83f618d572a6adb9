import {
  purchaserRows,
  type PurchaserRow,
} from '#programmes/apple-credit/rules/purchaser/purchasers.ts';
import type { Day } from '#core/day/day.ts';
import { isFine } from '#data/records/read-record.ts';
import type { Records } from '#data/records/records.ts';
import { useApp } from '#ui/app.svelte.ts';
import { live } from '#ui/live.ts';
import { useText } from '#programmes/apple-credit/screens/text.ts';

/** The current register of content purchasers, from its records and from all orders. */
export type Register = { readonly rows: readonly PurchaserRow[]; readonly ready: boolean };

/**
 * The register as the store has it now, for decisions: the live register of a screen may not be up
 * to date yet.
 */
export const readRegister = async (
  records: Pick<Records, 'find'>,
  today: Day,
): Promise<readonly PurchaserRow[]> => {
  const [purchasers, orders] = await Promise.all([
    records.find({ kind: 'content-purchaser' }),
    records.find({ kind: 'credit-order' }),
  ]);
  return purchaserRows(purchasers.filter(isFine), orders.filter(isFine), today);
};

/** Follows the register while something on the screen reads it. */
export const useRegister = (): Register => {
  const app = useApp();
  const records = live(app.records.live({ kind: 'content-purchaser' }), []);
  const orders = live(app.records.live({ kind: 'credit-order' }), []);
  const text = useText();
  const rows = $derived(
    purchaserRows(records.current.filter(isFine), orders.current.filter(isFine), app.today).sort(
      (a, b) => text.format.compare(a.name, b.name),
    ),
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

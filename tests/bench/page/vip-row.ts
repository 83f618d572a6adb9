import { measured, median, type Measured } from './measure.ts';
import { rowsFor, withStore } from './licence-row.ts';
import type { StoreContestant } from './store-row.ts';
import { customerDrafts, priceDrafts, type VipSizes } from './vip-drafts.ts';

/** What one store gave: putting a price list in, and reading all customers. */
export type VipFigures = { readonly insert: Measured; readonly customers: number };

/**
 * One store: a price list put in, and, in a store of their own, all customers read as the list
 * reads them.
 */
export const vipRow = async (which: StoreContestant, sizes: VipSizes): Promise<VipFigures> => {
  const prices = rowsFor(which, priceDrafts(sizes.prices));
  const insert = await withStore(which, (store) => measured(() => store.insert(prices)));
  const reads = await withStore(which, async (store) => {
    await store.insert(rowsFor(which, customerDrafts(sizes)));
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      await store.reopen();
      const { ms } = await measured(async () => {
        const read = await store.all('vip-customer');
        if (read !== sizes.customers)
          throw new Error(`${read} of ${sizes.customers} customers were read`);
      });
      times.push(ms);
    }
    return times;
  });
  return { insert, customers: median(reads) };
};

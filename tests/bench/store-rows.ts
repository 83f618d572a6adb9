import { inBenchPage, measure } from './bench-page.ts';
import type { StoreContestant, StoreFigures } from './page/store-row.ts';
import type { BenchRow } from './table.ts';

const figuresOf = (which: StoreContestant, count: number): Promise<StoreFigures> =>
  inBenchPage((page) => measure(page, 'storeRow', which, count));

/** The store alone beside its peers: filling, opening, saving. */
export const storeRows = async (count: number): Promise<BenchRow[]> => {
  const volym = await figuresOf('volym', count);
  const bare = await figuresOf('bare', count);
  const pouch = await figuresOf('pouch', count);
  const size = count.toLocaleString('en');
  const row = (
    what: string,
    pick: (figures: StoreFigures) => number,
    block?: number,
  ): BenchRow => ({
    what: `${size}: ${what}`,
    volym: pick(volym),
    bare: pick(bare),
    pouch: pick(pouch),
    ...(block === undefined ? {} : { block }),
  });
  return [
    {
      ...row('insert in chunks', (figures) => figures.insert.ms, volym.insert.longest),
      timesBare: 1.4,
    },
    row('open to first list (store)', (figures) => figures.openToList.ms),
    row('save to reader', (figures) => figures.save),
  ];
};

/** The vault: the key of a passphrase, and a thousand codes under it. */
export const vaultRows = async (): Promise<BenchRow[]> => {
  const { derive, decrypt } = await inBenchPage((page) => measure(page, 'unlockAndDecrypt'));
  return [
    { what: 'derive the key (Argon2id, in its worker)', volym: derive.ms, block: derive.longest },
    { what: 'decrypt 1,000 codes', volym: decrypt.ms, block: decrypt.longest, budget: 300 },
  ];
};

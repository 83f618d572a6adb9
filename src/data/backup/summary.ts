import { toHex } from '#platform/hex.ts';
import { sha256 } from '#platform/sha256.ts';
import type { Copy } from '../merge/copy.ts';

/**
 * What a backup says about itself at its end: how many records, of which kinds, and a digest of all
 * of them in hex.
 */
export type Summary = {
  readonly records: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly digest: string;
};

/** Sums up records as they pass. Two sums agree only if the blocks are cut in the same places. */
export type Summing = {
  block(block: Uint8Array<ArrayBuffer>): Promise<void>;
  record(record: Pick<Copy, 'kind'>): void;
  end(): Summary;
};

/**
 * An empty sum. Browsers only hash complete texts: each block's hash is hashed together with
 * all before it.
 */
export const summing = (): Summing => {
  let state = new Uint8Array(32);
  let records = 0;
  const kinds = new Map<string, number>();
  return {
    block: async (block) => {
      const both = new Uint8Array(64);
      both.set(state);
      both.set(await sha256(block), 32);
      state = await sha256(both);
    },
    record: (record) => {
      records += 1;
      // Damaged ones are counted, too.
      const kind = typeof record.kind === 'string' ? record.kind : '';
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    },
    end: () => ({ records, kinds: Object.fromEntries(kinds), digest: toHex(state) }),
  };
};

/** Two sums are of the same records. */
export const isSameSum = (a: Summary, b: Summary): boolean =>
  a.records === b.records && a.digest === b.digest;

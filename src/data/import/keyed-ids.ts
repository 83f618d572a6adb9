import { keyText, type RecordKey } from '#core/import/record-keys.ts';
import { inChunks, type Watched } from '../records/in-chunks.ts';
import type { Vault } from '../vault/vault.ts';

/**
 * The ids that the records of a file have on every device, made of what they are known by; each is
 * made once.
 */
export const keyedIds = (vault: Pick<Vault, 'keyedId'>) => {
  const ids = new Map<string, string>();
  return {
    idOf: (key: RecordKey): string => {
      const id = ids.get(keyText(key));
      if (id === undefined) throw new TypeError(`no id was made for a ${key[0] ?? ''}`);
      return id;
    },
    make: (keys: readonly RecordKey[], watched: Watched): Promise<void> =>
      inChunks(
        keys.filter((key) => !ids.has(keyText(key))),
        watched,
        async (chunk) => {
          const made = await Promise.all(chunk.map((key) => vault.keyedId(...key)));
          chunk.forEach((key, at) => ids.set(keyText(key), made[at] as string));
        },
      ),
  };
};

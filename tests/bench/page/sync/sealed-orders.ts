import { sealing, type Codec, type WireDocument } from '#data/sync/sealing.ts';
import { readyHandedKeys } from '#data/vault/keys.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { BATCH, type SyncPlace } from './sync-device.ts';

/** What seals the wire of a workspace. */
export const codecOf = async ({ keys }: Pick<SyncPlace, 'keys'>): Promise<Codec> =>
  sealing((await readyHandedKeys(keys)).workspace, []);

/** Records as they go over the wire. */
export const sealedOrders = async (
  codec: Codec,
  records: readonly VolymRecord[],
): Promise<WireDocument[]> => {
  const sealed: WireDocument[] = [];
  for (let at = 0; at < records.length; at += BATCH)
    sealed.push(
      ...(await Promise.all(records.slice(at, at + BATCH).map((record) => codec.pack(record)))),
    );
  return sealed;
};

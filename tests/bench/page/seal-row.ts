import type { WireDocument } from '#data/sync/sealing.ts';
import { toBase64 } from '#data/vault/seal/base64.ts';
import { randomBytes } from '#platform/ids.ts';
import { timed } from './long-tasks.ts';
import type { Measured } from './measure.ts';
import { orders } from './rows.ts';
import { codecOf, sealedOrders } from './sync/sealed-orders.ts';
import { BATCH } from './sync/sync-device.ts';

/** Work on all, a page of the sync at a time. */
const inPages = async <A, B>(all: readonly A[], work: (item: A) => Promise<B>): Promise<B[]> => {
  const done: B[] = [];
  for (let at = 0; at < all.length; at += BATCH)
    done.push(...(await Promise.all(all.slice(at, at + BATCH).map(work))));
  return done;
};

/** What sealing gave, in ms; `bytes` is what one document weighs on the wire. */
export type Sealed = Record<'seal' | 'open' | 'bareSeal' | 'bareOpen', Measured> & {
  readonly bytes: number;
};

/**
 * Records to documents of the wire and back, beside AES-GCM of the same bytes without JSON, base64
 * and what binds them.
 */
export const sealAndOpen = async (count: number): Promise<Sealed> => {
  const { records } = orders(count);
  const raw = (): string => toBase64(randomBytes(32));
  const codec = await codecOf({ keys: { workspace: { id: 'bench-key', key: raw() }, id: raw() } });
  let documents: WireDocument[] = [];
  const seal = await timed(async () => (documents = await sealedOrders(codec, records)));
  const open = await timed(() => inPages(documents, (document) => codec.unpack(document)));
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const texts = records.map((record) => new TextEncoder().encode(JSON.stringify(record)));
  let boxes: { iv: Uint8Array<ArrayBuffer>; text: ArrayBuffer }[] = [];
  const bareSeal = await timed(async () => {
    boxes = await inPages(texts, async (text) => {
      const iv = randomBytes(12);
      return { iv, text: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text) };
    });
  });
  const bareOpen = await timed(() =>
    inPages(boxes, ({ iv, text }) => crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, text)),
  );
  return { seal, open, bareSeal, bareOpen, bytes: JSON.stringify(documents).length / count };
};

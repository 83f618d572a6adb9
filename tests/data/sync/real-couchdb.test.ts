import { describe, expect, test } from 'vitest';
import { orderWith } from '#tests/factories/credit.ts';
import { sealing, type WireDocument } from '#data/sync/sealing.ts';
import type { endpoint } from '../../server/couch/endpoint.ts';
import { sharedKey, type Network } from './devices.ts';
import { amountOn, onServer, order, orderOn, PATIENT, setAmount, world } from './world.ts';

type Body = { docs?: WireDocument[]; new_edits?: boolean; last_seq?: number; update_seq?: number };

/** Nothing but the number before the hyphen means anything. */
const opaque = (sequence: number): string =>
  `${sequence}-g1AAAACbeJzLYWBg${(sequence * 7919).toString(36)}`;

const LARGEST = 20_000;

/**
 * What a real CouchDB 3 does and this endpoint does not (docs/decisions/sync.md): sequences are
 * opaque, one document that is too large refuses the whole request, a live one is written over a
 * tombstone only without its revision, and another tombstone only by a replicator.
 */
const likeCouch =
  (server: ReturnType<typeof endpoint>): Network =>
  async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const since = searchParams.get('since') ?? '0';
    if (since !== '0' && since !== opaque(Number.parseInt(since, 10)))
      return Response.json(
        { error: 'bad_request', reason: 'Malformed sequence supplied' },
        { status: 400 },
      );
    searchParams.set('since', String(Number.parseInt(since, 10)));
    const asked = request.method === 'GET' ? undefined : ((await request.json()) as Body);
    const docs = asked?.docs ?? [];
    if (docs.some((document) => JSON.stringify(document).length > LARGEST))
      return Response.json({ error: 'document_too_large', reason: '' }, { status: 413 });
    const dead =
      docs.length === 0
        ? []
        : await onServer(
            server,
            docs.map(({ _id }) => _id),
          );
    const tombstones = dead.flatMap(({ value }) => (value?.deleted === true ? [value.rev] : []));
    const isOverDead = ({ _rev }: WireDocument): boolean => tombstones.includes(_rev ?? '');
    if (asked?.new_edits !== false && docs.some(isOverDead)) {
      const good = docs.filter((document) => !isOverDead(document));
      const rows = (await server.ask('POST', pathname, { docs: good })).body as object[];
      const conflict = { error: 'conflict', reason: 'Document update conflict.' };
      return Response.json(
        docs.map((document) =>
          isOverDead(document) ? { id: document._id, ...conflict } : rows.shift(),
        ),
      );
    }
    const { signal } = request;
    const { status, body } = await server.ask(
      request.method,
      `${pathname}?${searchParams}`,
      asked,
      { signal },
    );
    const { last_seq, update_seq } = body as Body;
    if (last_seq !== undefined) Object.assign(body, { last_seq: opaque(last_seq) });
    if (update_seq !== undefined) Object.assign(body, { update_seq: opaque(update_seq) });
    return Response.json(body, { status });
  };

describe('X8: the rules of a real CouchDB', () => {
  test('X8: opaque sequences: written, changed, closed and opened again, deleted and made again', async () => {
    const { server, device } = await world();
    const [phone, tablet] = [
      await device('phone', likeCouch(server)),
      await device('tablet', likeCouch(server)),
    ];
    await phone.records.insert(Array.from({ length: 120 }, (_, at) => order(`order-${at}`)));
    await Promise.all([phone.connect(), tablet.connect()]);
    const states: string[] = [];
    for (const device of [phone, tablet])
      device.sync.status$.subscribe(({ state }) => states.push(state));
    await expect.poll(() => amountOn(tablet, 'order-119'), PATIENT).toBe('25000.00');
    await expect.poll(() => phone.kept.has('mark'), PATIENT).toBe(true);
    await phone.disconnect();
    await setAmount(tablet, '12.00', 'order-1');
    await phone.connect();
    await expect.poll(() => amountOn(phone, 'order-1'), PATIENT).toBe('12.00');
    await phone.records.discard(['order-1']);
    await expect.poll(() => orderOn(tablet, 'order-1'), PATIENT).toBe(undefined);
    await tablet.records.create(orderWith([], { amount: '7.00' }, 'order-1'));
    await expect.poll(() => amountOn(phone, 'order-1'), PATIENT).toBe('7.00');
    expect(states.filter((state) => !['starting', 'in-step'].includes(state))).toEqual([]);
    expect([phone.kept.has('epoch'), tablet.kept.has('epoch')]).toEqual([false, false]);
  });

  test('X9: tombstones are resealed with other keys, too, and stay tombstones', async () => {
    const { server, key, device } = await world();
    const phone = await device('phone', likeCouch(server));
    await phone.records.insert([order('order-1'), order('order-2')]);
    await phone.connect();
    await expect
      .poll(async () => (await onServer(server, ['order-2']))[0]?.value?.rev, PATIENT)
      .toBeDefined();
    await phone.records.discard(['order-2']);
    await expect
      .poll(async () => (await onServer(server, ['order-2']))[0]?.value?.deleted, PATIENT)
      .toBe(true);
    await phone.disconnect();
    const later = { ...(await sharedKey()), id: 'k2' };
    const sync = await phone.connect(
      {},
      { codec: sealing({ ...later, older: new Map([[key.id, key.key]]) }, []) },
    );
    expect(await sync.reseal()).toEqual({ isLacking: false, refused: [] });
    const { body } = await server.ask('GET', '/w/_changes?include_docs=true');
    const { results } = body as { results: { id: string; deleted?: boolean; doc: WireDocument }[] };
    expect(results.map(({ id, deleted = false, doc }) => [id, deleted, doc.key]).sort()).toEqual([
      ['order-1', false, 'k2'],
      ['order-2', true, 'k2'],
    ]);
    const fresh = await device('fresh', likeCouch(server));
    const { unreadable } = await fresh.connect({}, { codec: sealing(later, []) });
    await expect.poll(() => amountOn(fresh, 'order-1'), PATIENT).toBe('25000.00');
    expect([await orderOn(fresh, 'order-2'), unreadable.size]).toEqual([undefined, 0]);
  });

  test('X8: one document that is too large for the server refuses the request: it alone is set aside', async () => {
    const { server, device } = await world();
    const [phone, tablet] = [
      await device('phone', likeCouch(server)),
      await device('tablet', likeCouch(server)),
    ];
    const large = orderWith([], { institution: 'x'.repeat(LARGEST) }, 'large');
    await phone.records.insert([
      ...Array.from({ length: 20 }, (_, at) => order(`order-${at}`)),
      large,
    ]);
    await Promise.all([phone.connect(), tablet.connect()]);
    await expect.poll(() => phone.sync.aside.get('large')?.reason, PATIENT).toBe('too_large');
    await expect
      .poll(async () => (await tablet.records.find({ kind: 'credit-order' })).length, PATIENT)
      .toBe(20);
    await setAmount(phone, '12.00', 'order-1');
    await expect.poll(() => amountOn(tablet, 'order-1'), PATIENT).toBe('12.00');
  });
});

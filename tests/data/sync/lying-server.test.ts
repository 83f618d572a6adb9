import { describe, expect, test } from 'vitest';
import type { WireDocument } from '#data/sync/sealing.ts';
import type { Device, Network } from './devices.ts';
import {
  amountOn,
  docsIn,
  inStep,
  isBulk,
  isChanges,
  isHeads,
  onServer,
  openLine,
  order,
  orderOn,
  pairInStep,
  PATIENT,
  setAmount,
  setReseller,
  world,
} from './world.ts';

const IDS = ['order-1', 'order-2', 'order-3'];

/**
 * Three orders, which the phone wrote and both devices have; the tablet's server begins to lie when
 * the tablet comes back.
 */
const three = async () => {
  const { server, device } = await world();
  const line = openLine();
  const [phone, tablet] = [
    await device('phone'),
    await device('tablet', { network: line.network }),
  ];
  await phone.records.insert(IDS.map((id) => order(id)));
  await Promise.all([phone.connect(), tablet.connect()]);
  await expect.poll(() => amountOn(tablet, 'order-3'), PATIENT).toBe('25000.00');
  await inStep(phone);
  const sent: WireDocument[] = [];
  const lie = async (lying: Network, before: () => Promise<unknown>): Promise<void> => {
    await tablet.disconnect();
    await before();
    await inStep(phone);
    line.obey(async (request, answer) => {
      sent.push(...(await docsIn(request)));
      return lying(request, answer);
    });
    await tablet.connect();
  };
  return { server, line, phone, tablet, sent, lie };
};

const amountsOn = (device: Device) => Promise.all(IDS.map((id) => amountOn(device, id)));

const isBodies = ({ url }: Request): boolean => url.endsWith('/_bulk_get');

type Asked = { readonly keys: readonly string[] };
type Row = { readonly id: string; readonly doc?: WireDocument };
type Page = { readonly results: readonly Row[] };

const LOST = '1-0000000000000000000000000000000a';

/** Tells of a revision that lost to the newest of order-1, and shows that for it. */
const tellingOfLost =
  (
    body: () => Promise<WireDocument | null | undefined> | WireDocument | null | undefined,
  ): Network =>
  async (request, answer) => {
    if (isBodies(request))
      return Response.json({ results: [{ id: 'order-1', docs: [{ ok: await body() }] }] });
    if (!isChanges(request)) return answer();
    const page = (await (await answer()).json()) as Page;
    const results = page.results.map(({ id, doc }) => ({
      id,
      doc: doc?._id === 'order-1' ? { ...doc, _conflicts: [LOST] } : doc,
    }));
    return Response.json({ ...page, results });
  };

describe('X9: a server that has no key, and lies', () => {
  test('X9: it calls all records deleted and shows the live states for tombstones: none of them is deleted', async () => {
    const { server, line, phone, tablet, sent, lie } = await three();
    const there = new Map(
      (await onServer(server, IDS)).map(({ id, value, doc }) => [id, { rev: value?.rev, doc }]),
    );
    const callingDeleted: Network = async (request, answer) => {
      if (isBodies(request))
        return Response.json({
          results: IDS.map((id) => ({ id, docs: [{ ok: there.get(id)?.doc }] })),
        });
      const { keys } = isHeads(request) ? ((await request.clone().json()) as Asked) : { keys: [] };
      if (!keys.includes('order-1')) return answer();
      const rows = keys.map((id) => ({
        id,
        key: id,
        value: { rev: there.get(id)?.rev, deleted: true },
        doc: null,
      }));
      return Response.json({ rows });
    };
    await lie(callingDeleted, async () => undefined);
    tablet.sync.compareAll();
    const isGone = async () => (await amountsOn(tablet)).includes(undefined);
    await expect.poll(async () => sent.length > 0 || (await isGone()), PATIENT).toBe(true);
    line.obey();
    tablet.sync.tryNow();
    await inStep(tablet);
    for (const device of [phone, tablet])
      expect(await amountsOn(device)).toEqual(['25000.00', '25000.00', '25000.00']);
    expect((await onServer(server, IDS)).map(({ value }) => value?.deleted)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('X9: it shows another record for a revision that lost: nothing of it comes into this one, and it is not closed', async () => {
    const { server, phone, tablet, sent, lie } = await three();
    await setAmount(phone, '99.00', 'order-2');
    await expect.poll(() => amountOn(tablet, 'order-2'), PATIENT).toBe('99.00');
    const [{ doc } = {}] = await onServer(server, ['order-2']);
    await lie(
      tellingOfLost(() => doc),
      () => setReseller(phone, 'Atea'),
    );
    // Leaves are healed before what a page has is given to anyone.
    await expect.poll(async () => (await orderOn(tablet))?.data.reseller, PATIENT).toBe('Atea');
    expect(await amountsOn(tablet)).toEqual(['25000.00', '99.00', '25000.00']);
    expect([(await orderOn(tablet))?.clashes, sent]).toEqual([[], []]);
  });

  test('X9: it shows the newest state for one that lost, and deletes with what closes that: the record comes back', async () => {
    const { server, line, phone, tablet, sent, lie } = await three();
    const newest = async () => (await onServer(server, ['order-1']))[0];
    await lie(
      tellingOfLost(async () => ({ ...((await newest())?.doc as WireDocument), _rev: LOST })),
      () => setAmount(phone, '12.00'),
    );
    await expect
      .poll(() => sent.map(({ _id, _deleted }) => [_id, _deleted]), PATIENT)
      .toContainEqual(['order-1', true]);
    line.obey();
    const closing = {
      ...sent.find(({ _deleted }) => _deleted),
      _rev: (await newest())?.value?.rev,
      _revisions: undefined,
    };
    expect((await server.ask('POST', '/w/_bulk_docs', { docs: [closing] })).body).toMatchObject([
      { ok: true },
    ]);
    const isLive = async () => (await newest())?.value?.deleted !== true;
    const isGone = async () => [await amountOn(phone), await amountOn(tablet)].includes(undefined);
    await expect.poll(async () => (await isLive()) || (await isGone()), PATIENT).toBe(true);
    for (const device of [phone, tablet]) {
      device.sync.tryNow();
      await inStep(device);
      expect(await amountOn(device)).toBe('12.00');
    }
    expect(await isLive()).toBe(true);
  });

  test('X9: it shows an old state for one that lost to a deletion: the record stays deleted', async () => {
    const { server, phone, tablet, sent, lie } = await three();
    const [{ doc: old } = {}] = await onServer(server, ['order-1']);
    await setAmount(phone, '12.00');
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
    await lie(
      tellingOfLost(() => ({ ...(old as WireDocument), _rev: LOST })),
      () => phone.records.discard(['order-1']),
    );
    await expect.poll(() => orderOn(tablet), PATIENT).toBe(undefined);
    await inStep(tablet);
    expect([await orderOn(phone), sent]).toEqual([undefined, []]);
  });
});

/**
 * A server that lies until the phone has noticed, or takes its edit for sent; the edit arrives all
 * the same.
 */
const arrivesBeside = async (
  lying: (server: Awaited<ReturnType<typeof world>>['server']) => Promise<Network>,
) => {
  const line = openLine();
  const { server, phone, tablet } = await pairInStep({ network: line.network });
  await tablet.records.create(order('order-2'));
  await expect.poll(() => amountOn(phone, 'order-2'), PATIENT).toBe('25000.00');
  await inStep(phone);
  await expect.poll(() => phone.kept.get('mark'), PATIENT).toBeDefined();
  line.obey(await lying(server));
  await setAmount(phone, '12.00');
  const states: string[] = [];
  phone.sync.status$.subscribe(({ state }) => states.push(state));
  const isOver = async () => states.includes('offline') || (await phone.sync.waiting(9)) === 0;
  await expect.poll(isOver, PATIENT).toBe(true);
  line.obey();
  phone.sync.tryNow();
  await inStep(phone);
  await tablet.records.create(order('order-3'));
  await expect.poll(() => amountOn(phone, 'order-3'), PATIENT).toBe('25000.00');
  for (const device of [phone, tablet])
    await expect.poll(() => amountOn(device), PATIENT).toBe('12.00');
  expect(await amountOn(phone, 'order-2')).toBe('25000.00');
  expect(states).not.toContain('device-trouble');
};

describe('X9: an answer that is of something else', () => {
  test('X9: the body of another record where the newest of this one was asked for: the edit arrives', () =>
    arrivesBeside(async (server) => {
      const [{ doc } = {}] = await onServer(server, ['order-2']);
      return async (request, answer) => {
        if (!isHeads(request)) return answer();
        const { rows } = (await (await answer()).json()) as {
          rows: readonly { readonly key: string }[];
        };
        return Response.json({
          rows: rows.map((row) => (row.key === 'order-1' ? { ...row, doc } : row)),
        });
      };
    }));

  test.each([
    ['by another name', { ok: true, id: 'nobody' }],
    ['without a revision', { ok: true, id: 'order-1' }],
    ['by a revision without a number', { ok: true, id: 'order-1', rev: 'abc' }],
  ])('X9: a write that is acknowledged %s: the edit arrives', (_, row) =>
    arrivesBeside(
      async () => async (request, answer) => (isBulk(request) ? Response.json([row]) : answer()),
    ),
  );

  test('X9: a head by a revision without a number: the edit arrives', () =>
    arrivesBeside(async () => async (request, answer) => {
      if (!isHeads(request)) return answer();
      const { rows } = (await (await answer()).json()) as {
        rows: readonly { readonly key: string }[];
      };
      return Response.json({ rows: rows.map((row) => ({ ...row, value: { rev: 'abc' } })) });
    }));

  test.each([
    ['names one record and shows another', (row: Row) => ({ ...row, id: 'order-2' })],
    [
      'has a revision without a number',
      (row: Row) => ({ ...row, doc: { _id: row.id, ...row.doc, _rev: 'abc' } }),
    ],
  ])('X9: a change that %s is asked for again', async (_, lied) => {
    const line = openLine();
    const { phone, tablet } = await pairInStep({ network: line.network });
    const told = Promise.withResolvers<void>();
    await phone.disconnect();
    line.obey(async (request, answer) => {
      if (!isChanges(request)) return answer();
      const page = (await (await answer()).json()) as Page;
      told.resolve();
      return Response.json({ ...page, results: page.results.map(lied) });
    });
    await setAmount(tablet, '12.00');
    await phone.connect();
    await told.promise;
    await setAmount(tablet, '13.00');
    await inStep(tablet);
    expect(await amountOn(phone)).toBe('25000.00');
    line.obey();
    phone.sync.tryNow();
    await expect.poll(() => amountOn(phone), PATIENT).toBe('13.00');
  });
});

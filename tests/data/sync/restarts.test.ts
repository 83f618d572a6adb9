import { describe, expect, test } from 'vitest';
import type { SyncState } from '#data/sync/status.ts';
import type { Device, Network } from './devices.ts';
import {
  amountOn,
  docsIn,
  gate,
  isBulk,
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

const HUNDREDS = Array.from({ length: 300 }, (_, at) => `order-${at}`);

const countOn = async (device: Device): Promise<number> =>
  (await device.records.find({ kind: 'credit-order' })).length;

/** Lets the server do its work, and keeps the answer to a write back until the gate is opened. */
const answeringLater =
  ({ pass }: ReturnType<typeof gate>, id?: string): Network =>
  async (request, answer) => {
    const docs = await docsIn(request);
    const response = await answer();
    if (isBulk(request) && (id === undefined || docs.some(({ _id }) => _id === id))) await pass();
    return response;
  };

describe('X8: a device that is closed in the middle', () => {
  test('X8: of a push: all is on the server once, and no document has a second revision', async () => {
    const { server, device } = await world();
    const line = openLine();
    const [phone, tablet] = [await device('phone', line.network), await device('tablet')];
    await phone.records.insert(HUNDREDS.map((id) => order(id)));
    const held = gate();
    let bulks = 0;
    line.obey((request, answer) =>
      isBulk(request) && (bulks += 1) === 3 ? answeringLater(held)(request, answer) : answer(),
    );
    await phone.connect();
    await held.reached;
    await phone.disconnect();
    line.obey();
    await phone.connect();
    await tablet.connect();
    await expect.poll(() => countOn(tablet), PATIENT).toBe(300);
    const revisions = (await onServer(server, HUNDREDS)).map(
      ({ value }) => value?.rev.split('-')[0],
    );
    expect(new Set(revisions)).toEqual(new Set(['1']));
  });

  test('X8: of the push of an edit: it is there once', async () => {
    const line = openLine();
    const { server, phone, tablet } = await pairInStep({ network: line.network });
    const held = gate();
    line.obey(answeringLater(held));
    await setAmount(phone, '12.00');
    await held.reached;
    await phone.disconnect();
    line.obey();
    await phone.connect();
    await phone.records.create(order('beside'));
    await expect.poll(() => amountOn(tablet, 'beside'), PATIENT).toBe('25000.00');
    await setReseller(phone, 'Atea');
    await expect
      .poll(async () => (await orderOn(tablet))?.data, PATIENT)
      .toMatchObject({ amount: '12.00', reseller: 'Atea' });
    expect((await onServer(server, ['order-1']))[0]?.value?.rev).toMatch(/^3-/);
    expect((await orderOn(tablet))?.clashes).toEqual([]);
  });

  test('X8: of a pull: it goes on from where it was', async () => {
    const { device } = await world();
    const line = openLine();
    const [phone, tablet] = [await device('phone', line.network), await device('tablet')];
    await tablet.records.insert(HUNDREDS.map((id) => order(id)));
    await tablet.connect();
    await expect.poll(() => tablet.kept.has('seen'), PATIENT).toBe(true);
    const [desk, held] = [await device('desk'), gate()];
    await desk.connect();
    await expect.poll(() => countOn(desk), PATIENT).toBe(300);
    const since = (request: Request): number =>
      Number(new URL(request.url).searchParams.get('since'));
    line.obey(async (request, answer) => {
      if (request.url.includes('_changes') && since(request) >= 150) await held.pass();
      return answer();
    });
    await phone.connect();
    await held.reached;
    await expect.poll(() => countOn(phone), PATIENT).toBe(150);
    await phone.disconnect();
    const asked: number[] = [];
    line.obey((request, answer) => {
      if (request.url.includes('_changes')) asked.push(since(request));
      return answer();
    });
    await phone.connect();
    await expect.poll(() => countOn(phone), PATIENT).toBe(300);
    expect(asked[0]).toBe(150);
  });
});

test('X8: a sync that is stopped while it restarts does not go on in the background', async () => {
  const { device } = await world();
  let requests = 0;
  const phone = await device('phone', (_, answer) => {
    requests += 1;
    return answer();
  });
  const sync = await phone.connect();
  const held = gate();
  const { set } = phone.store;
  phone.store.set = async (id, value) => {
    if (id === 'epoch') await held.pass();
    return set(id, value);
  };
  sync.compareAll();
  await held.reached;
  await phone.disconnect();
  const before = requests;
  held.open();
  // What went on would ask at once, and again each time that it is not answered.
  for (let turns = 0; turns < 100; turns += 1)
    await new Promise((resolve) => setImmediate(resolve));
  expect(requests).toBe(before);
});

describe('X8: a write that fails on the device', () => {
  test.each([
    ['throws', () => Promise.reject(new Error('the disk is full'))],
    [
      'is answered by errors',
      (rows: { document: { id: string } }[]) =>
        Promise.resolve({
          error: rows.map((row) => ({
            status: 510,
            isError: true,
            documentId: row.document.id,
            writeRow: row,
          })),
        }),
    ],
  ])(
    'X8: once in the middle of a pull of 300 (it %s): 300 of 300 are there afterwards',
    async (_, fail) => {
      const { device } = await world();
      const [phone, tablet] = [await device('phone'), await device('tablet')];
      await tablet.records.insert(HUNDREDS.map((id) => order(id)));
      await tablet.connect();
      const { storageInstance } = phone.collection;
      const write = storageInstance.bulkWrite.bind(storageInstance);
      let writes = 0;
      storageInstance.bulkWrite = ((rows: never, context: string) =>
        (writes += 1) === 3 ? fail(rows) : write(rows, context)) as typeof write;
      const problems: string[] = [];
      (await phone.connect()).problems$.subscribe(({ code }) => problems.push(code));
      await expect.poll(() => countOn(phone), PATIENT).toBe(300);
      expect(problems).toContain('device-did-not-write');
      await setAmount(tablet, '12.00', 'order-299');
      await expect.poll(() => amountOn(phone, 'order-299'), PATIENT).toBe('12.00');
    },
  );

  /** The phone was given all 300, and could not write one page of it. */
  const oneNotWritten = async (times: { retryMs: number }) => {
    const { device } = await world();
    const [phone, tablet] = [await device('phone', { times }), await device('tablet')];
    await tablet.records.insert(HUNDREDS.map((id) => order(id)));
    await tablet.connect();
    await expect.poll(() => tablet.sync.waiting(999), PATIENT).toBe(0);
    const { storageInstance } = phone.collection;
    const write = storageInstance.bulkWrite.bind(storageInstance);
    let writes = 0;
    storageInstance.bulkWrite = (rows, context) =>
      (writes += 1) === 3 ? Promise.reject(new Error('the disk is full')) : write(rows, context);
    return phone;
  };

  test('X8: and the app is closed before it compared all: the next time all of it comes', async () => {
    const phone = await oneNotWritten({ retryMs: 60_000 });
    const states: SyncState[] = [];
    (await phone.connect()).status$.subscribe(({ state }) => states.push(state));
    await expect.poll(() => countOn(phone), PATIENT).toBe(250);
    await expect.poll(() => states.at(-1), PATIENT).toBe('device-trouble');
    for (let turns = 0; turns < 100; turns += 1)
      await new Promise((resolve) => setImmediate(resolve));
    // It does not say that it is in step.
    expect(states.at(-1)).toBe('device-trouble');
    await phone.kill();
    (await phone.connect()).status$.subscribe(({ state }) => states.push(state));
    await expect.poll(() => states.at(-1), PATIENT).toBe('in-step');
    expect(await countOn(phone)).toBe(300);
  });

  test('X8: nor can it note that it compares all: it tries until it can', async () => {
    const phone = await oneNotWritten({ retryMs: 5 });
    const { set } = phone.store;
    let tries = 0;
    phone.store.set = (id, value) =>
      id === 'epoch' && (tries += 1) === 1
        ? Promise.reject(new Error('the disk is full'))
        : set(id, value);
    await phone.connect();
    await expect.poll(() => countOn(phone), PATIENT).toBe(300);
    expect(tries).toBe(2);
  });
});

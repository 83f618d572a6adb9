import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { storeInFolder } from '#server/couch/store.ts';
import { endpoint } from '../../server/couch/endpoint.ts';
import type { Device } from './devices.ts';
import {
  amountOn,
  gate,
  isBulk,
  isPoll,
  openLine,
  opened,
  order,
  PATIENT,
  revisionOf,
  setAmount,
  world,
} from './world.ts';

type Server = ReturnType<typeof endpoint>;

/**
 * An endpoint on a disk, whose files can be copied and later take the place of those that were
 * written since.
 */
const onDisk = async () => {
  const root = mkdtempSync(join(tmpdir(), 'volym-older-'));
  const start = async (folder: string): Promise<Server> =>
    endpoint(undefined, await storeInFolder(join(root, folder)));
  let now = await start('now');
  opened.push({ close: async () => rmSync(root, { recursive: true }) });
  const server = {
    ...now,
    app: { request: (...given: Parameters<Server['app']['request']>) => now.app.request(...given) },
    ask: (...given: Parameters<Server['ask']>) => now.ask(...given),
  } as Server;
  return {
    server,
    copy: () => cpSync(join(root, 'now'), join(root, 'older'), { recursive: true }),
    /** Those who wait at the old one hear nothing more from it. */
    putBack: async () => {
      opened.splice(-1, 0, now);
      now = await start('older');
      opened.splice(-1, 0, { close: () => now.close() });
    },
    /** Another endpoint takes the place of this one. */
    replaceBy: (other: Server) => void (now = other),
  };
};

/** How often this device has noted for sure that both sides agree. */
const markOf = ({ kept }: Device): number => {
  const { n, next } = JSON.parse(kept.get('mark') ?? '{"n":0,"next":0}') as {
    n: number;
    next: number;
  };
  return n === next ? n : 0;
};

/** Two devices that hold three orders and have noted on both sides that they agree. */
const agreedPair = async () => {
  const disk = await onDisk();
  const { device } = await world(disk.server);
  const [phone, tablet] = [await device('phone'), await device('tablet')];
  await phone.records.insert([order('kept'), order('edited'), order('deleted')]);
  await Promise.all([phone.connect(), tablet.connect()]);
  await expect.poll(() => amountOn(tablet, 'deleted'), PATIENT).toBe('25000.00');
  for (const device of [phone, tablet])
    await expect.poll(() => markOf(device), PATIENT).toBeGreaterThan(0);
  return { disk, device, phone, tablet };
};

/** An edit, a deletion and a new record of the phone, which the tablet has, too. */
const writeMore = async (phone: Device, tablet: Device): Promise<void> => {
  await setAmount(phone, '12.00', 'edited');
  await phone.records.discard(['deleted']);
  await phone.records.create(order('later'));
  await expect.poll(() => amountOn(tablet, 'edited'), PATIENT).toBe('12.00');
  await expect.poll(() => amountOn(tablet, 'deleted'), PATIENT).toBe(undefined);
  await expect.poll(() => amountOn(tablet, 'later'), PATIENT).toBe('25000.00');
};

/**
 * What the phone wrote is back for everyone, and what the server got in between is with the phone.
 */
const expectAll = async (devices: readonly Device[], fresh: readonly string[]): Promise<void> => {
  for (const device of devices) {
    await expect.poll(() => amountOn(device, 'edited'), PATIENT).toBe('12.00');
    await expect.poll(() => amountOn(device, 'later'), PATIENT).toBe('25000.00');
    await expect.poll(() => amountOn(device, 'deleted'), PATIENT).toBe(undefined);
    for (const id of fresh) await expect.poll(() => amountOn(device, id), PATIENT).toBe('25000.00');
  }
};

const lookAgain = async (device: Device, isRunning: boolean): Promise<void> => {
  if (isRunning) device.sync.tryNow();
  else await device.connect();
};

describe('X8: a server that has an older state', () => {
  test.each([true, false])(
    'X8: its files were put back from a copy (devices running: %s)',
    async (isRunning) => {
      const { disk, device, phone, tablet } = await agreedPair();
      disk.copy();
      const marks = [phone, tablet].map(markOf);
      await writeMore(phone, tablet);
      for (const [at, device] of [phone, tablet].entries())
        await expect.poll(() => markOf(device), PATIENT).toBeGreaterThan(marks[at] as number);
      if (!isRunning) for (const device of [phone, tablet]) await device.disconnect();
      await disk.putBack();
      const desk = await device('desk');
      await desk.records.create(order('fresh'));
      await desk.connect();
      for (const device of [phone, tablet]) await lookAgain(device, isRunning);
      await expectAll([desk, phone, tablet], ['fresh']);
    },
  );

  test.each([true, false])(
    'X8: a copy made by replication has no mark and a higher sequence (devices running: %s)',
    async (isRunning) => {
      const { disk, device, phone, tablet } = await agreedPair();
      const replica = endpoint();
      opened.push(replica);
      const { body } = await disk.server.ask('GET', '/w/_all_docs?include_docs=true');
      const docs = (body as { rows: { doc: object }[] }).rows.map(({ doc }) => doc);
      await replica.ask('POST', '/w/_bulk_docs', { docs, new_edits: false });
      await writeMore(phone, tablet);
      if (!isRunning) for (const device of [phone, tablet]) await device.disconnect();
      disk.replaceBy(replica);
      const desk = await device('desk');
      const fresh = Array.from({ length: 20 }, (_, at) => `fresh-${at}`);
      await desk.records.insert(fresh.map((id) => order(id)));
      await desk.connect();
      for (const device of [phone, tablet]) await lookAgain(device, isRunning);
      await expectAll([desk, phone, tablet], fresh);
    },
  );

  test.each([
    ['running, and nothing new was written', true, 0],
    ['running, and others wrote since', true, 20],
    ['closed, and nothing new was written', false, 0],
    ['closed, and others wrote since', false, 20],
  ])(
    'X8: a power cut took back what it acknowledged after the last mark (%s)',
    async (_, isRunning, count) => {
      const { disk, device, phone, tablet } = await agreedPair();
      for (const device of [phone, tablet]) {
        await device.disconnect();
        // The mark of what comes now is not due yet.
        await device.connect({ markAfterMs: 60_000 });
      }
      disk.copy();
      await writeMore(phone, tablet);
      if (!isRunning) for (const device of [phone, tablet]) await device.disconnect();
      await disk.putBack();
      const desk = await device('desk');
      const fresh = Array.from({ length: count }, (__, at) => `fresh-${at}`);
      await desk.records.insert(fresh.map((id) => order(id)));
      await desk.connect();
      for (const device of [phone, tablet]) await lookAgain(device, isRunning);
      await expectAll([desk, phone, tablet], fresh);
    },
  );

  test('X8: a power cut that a device notices only after its next write', async () => {
    const disk = await onDisk();
    const { device } = await world(disk.server);
    const line = openLine();
    const phone = await device('phone', { network: line.network, times: { markAfterMs: 60_000 } });
    // No long-poll tells it of the cut.
    line.obey((request, answer) => (isPoll(request) ? new Promise(() => undefined) : answer()));
    await phone.records.create(order('kept'));
    await phone.connect();
    await expect.poll(() => phone.kept.get('seen'), PATIENT).toContain('"kept"');
    disk.copy();
    await phone.records.create(order('lost'));
    await expect.poll(() => phone.kept.get('seen'), PATIENT).toContain('"lost"');
    await disk.putBack();
    await phone.records.create(order('next'));
    await expect.poll(() => phone.kept.get('seen'), PATIENT).toContain('"next"');
    phone.sync.tryNow();
    const desk = await device('desk');
    await desk.connect();
    for (const id of ['kept', 'lost', 'next'])
      await expect.poll(() => amountOn(desk, id), PATIENT).toBe('25000.00');
  });

  test('X8: a power cut that took back a write whose first answer never came', async () => {
    const disk = await onDisk();
    const { device } = await world(disk.server);
    const line = openLine();
    const phone = await device('phone', { network: line.network, times: { markAfterMs: 60_000 } });
    await phone.records.create(order('kept'));
    await phone.connect();
    await expect.poll(() => phone.kept.get('seen'), PATIENT).toContain('"kept"');
    disk.copy();
    let isLost = false;
    line.obey(async (request, answer) => {
      // No long-poll tells it of the cut.
      if (isPoll(request)) return new Promise(() => undefined);
      const answered = await answer();
      if (!isBulk(request) || isLost) return answered;
      isLost = true;
      throw new TypeError('the line broke');
    });
    await phone.records.create(order('written'));
    await expect.poll(() => isLost, PATIENT).toBe(true);
    await expect.poll(() => phone.kept.get('seen'), PATIENT).toContain('"written"');
    await disk.putBack();
    phone.sync.tryNow();
    const desk = await device('desk');
    await desk.connect();
    for (const id of ['kept', 'written'])
      await expect.poll(() => amountOn(desk, id), PATIENT).toBe('25000.00');
  });

  test('X8: a power cut, and a device that was closed before it had noted what was acknowledged', async () => {
    const disk = await onDisk();
    const { device } = await world(disk.server);
    const line = openLine();
    const phone = await device('phone', { network: line.network, times: { markAfterMs: 60_000 } });
    // No long-poll tells it of the cut.
    line.obey((request, answer) => (isPoll(request) ? new Promise(() => undefined) : answer()));
    await phone.records.create(order('kept'));
    await phone.connect();
    await expect.poll(() => phone.kept.get('seen'), PATIENT).toContain('"kept"');
    disk.copy();
    const noting = gate();
    const note = phone.store.set.bind(phone.store);
    vi.spyOn(phone.store, 'set').mockImplementation(async (id, value) => {
      if (id === 'seen') await noting.pass();
      if (!phone.isDead()) await note(id, value);
    });
    await phone.records.create(order('lost'));
    await noting.reached;
    // Whatever RxDB notes of an answer it would note by now.
    for (let turns = 0; turns < 200; turns += 1) await new Promise((done) => setImmediate(done));
    const killed = phone.kill();
    vi.restoreAllMocks();
    await killed;
    await disk.putBack();
    const desk = await device('desk');
    await desk.connect();
    await phone.connect();
    for (const id of ['kept', 'lost'])
      await expect.poll(() => amountOn(desk, id), PATIENT).toBe('25000.00');
  });

  test('X8: a copy that has the newest revisions, and not all that came before them', async () => {
    const { disk, device, phone, tablet } = await agreedPair();
    const replica = endpoint();
    opened.push(replica);
    const newest = [phone, tablet].map(({ kept }) => kept.get('seen')).join();
    const forgotten = ['kept', 'edited', 'deleted'].find((id) => !newest.includes(id));
    const { body } = await disk.server.ask('GET', '/w/_all_docs?include_docs=true');
    const docs = (body as { rows: { doc: { _id: string } }[] }).rows.map(({ doc }) => doc);
    // Other writes there, so that its sequence is no lower.
    await replica.store
      .open('w')
      ?.bulkDocs(Array.from({ length: 9 }, (_, at) => ({ _id: `_design/${at}` })));
    const copied = docs.filter(({ _id }) => _id !== forgotten);
    await replica.ask('POST', '/w/_bulk_docs', { docs: copied, new_edits: false });
    disk.replaceBy(replica);
    for (const device of [phone, tablet]) await lookAgain(device, true);
    const desk = await device('desk');
    await desk.connect();
    await expect.poll(() => amountOn(desk, forgotten), PATIENT).toBe('25000.00');
  });

  test('X11: what could not be opened is forgotten with the server that had it, and what it kept back goes out', async () => {
    const { disk, phone } = await agreedPair();
    const { server } = disk;
    const garbled = { key: 'k9', sealed: { iv: 'AAAAAAAAAAAAAAAA', text: 'AAAA' } };
    const rev = await revisionOf(server, 'edited');
    const docs = [
      { _id: 'edited', _rev: rev, ...garbled },
      { _id: 'strange', ...garbled },
    ];
    await server.ask('POST', '/w/_bulk_docs', { docs });
    await expect.poll(() => phone.sync.unreadable.size, PATIENT).toBe(2);
    await setAmount(phone, '12.00', 'edited');
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(1);
    const anew = endpoint();
    opened.push(anew);
    disk.replaceBy(anew);
    phone.sync.tryNow();
    await expect.poll(() => revisionOf(anew, 'kept'), PATIENT).toBeDefined();
    await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
    await expect.poll(() => phone.sync.oneSided(true), PATIENT).toEqual({ missing: 0, lacking: 0 });
    await expect
      .poll(() => [phone.sync.unreadable.size, phone.sync.aside.size], PATIENT)
      .toEqual([0, 0]);
    expect(phone.kept.get('unreadable')).toBeUndefined();
  });

  test('X8: a mark is not written over the one of an older copy, or nobody would ever know', async () => {
    const { disk, device, phone, tablet } = await agreedPair();
    disk.copy();
    const before = markOf(phone);
    await writeMore(phone, tablet);
    await expect.poll(() => markOf(phone), PATIENT).toBeGreaterThan(before);
    await tablet.disconnect();
    const problems: string[] = [];
    phone.sync.problems$.subscribe(({ code }) => problems.push(code));
    const marked = markOf(phone);
    await disk.putBack();
    await phone.records.create(order('last'));
    await expect.poll(() => problems.length > 0 || markOf(phone) > marked, PATIENT).toBe(true);
    const desk = await device('desk');
    const fresh = Array.from({ length: 20 }, (_, at) => `fresh-${at}`);
    await desk.records.insert(fresh.map((id) => order(id)));
    await desk.connect();
    await expectAll([desk, phone], ['last', ...fresh]);
  });
});

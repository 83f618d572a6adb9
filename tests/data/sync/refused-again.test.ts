import { afterEach, describe, expect, test } from 'vitest';
import { DATABASE, closeAll, open as openServer } from '../../server/let-in.ts';
import { endpoint } from '../../server/couch/endpoint.ts';
import { openDevice, sharedKey, type Device, type Network } from './devices.ts';
import { turnedClock } from './turned-clock.ts';
import {
  amountOn,
  docsIn,
  gate,
  isChanges,
  openLine,
  opened,
  order,
  orderOn,
  pairInStep,
  PATIENT,
  setAmount,
  setReseller,
} from './world.ts';

afterEach(closeAll);

type Write = (docs: object[]) => Promise<object[]>;

/** Refuses rows as the rules of a database do: each by itself, and the others are written. */
const refusing =
  (isRefused: (id: string) => boolean, write: Write, error = 'forbidden'): Network =>
  async (request, answer) => {
    const docs = await docsIn(request);
    const refused = docs.filter(({ _id }) => isRefused(_id));
    if (refused.length === 0) return answer();
    const good = docs.filter(({ _id }) => !isRefused(_id));
    const rows = good.length === 0 ? [] : await write(good);
    return Response.json(
      [...rows, ...refused.map(({ _id: id }) => ({ id, error, reason: 'no' }))],
      { status: 201 },
    );
  };

/**
 * A phone in step with a tablet, whose account may not write any more: each row of its is refused.
 */
const withoutRights = async () => {
  const line = openLine();
  const pair = await pairInStep({ network: line.network });
  const write: Write = async (docs) =>
    (await pair.server.ask('POST', '/w/_bulk_docs', { docs })).body as object[];
  const noRights = refusing(() => true, write);
  line.obey(noRights);
  const { phone } = pair;
  await setAmount(phone, '666.00');
  await phone.records.create(order('order-2'));
  await phone.records.create(order('order-3'));
  await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(3);
  // Until the answers are noted they would be sent in any case.
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  return { ...pair, line, write, noRights };
};

const hasAll = async (device: Device): Promise<unknown[]> =>
  Promise.all(['order-1', 'order-2', 'order-3'].map((id) => amountOn(device, id)));

const ALL = ['666.00', '25000.00', '25000.00'];

describe('X8: what a server refused while the account had no rights', () => {
  test('X8: refused for want of rights, then allowed: all of it arrives as soon as the device hears of it', async () => {
    const { phone, tablet, line } = await withoutRights();
    line.obey();
    phone.sync.rightsChanged();
    await expect.poll(() => hasAll(tablet), PATIENT).toEqual(ALL);
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
    expect((await orderOn(tablet))?.clashes).toEqual([]);
  });

  test('X8: refused for want of rights, then allowed: all of it arrives after a reload', async () => {
    const { phone, tablet, line } = await withoutRights();
    await phone.kill();
    line.obey();
    await phone.connect();
    await expect.poll(() => hasAll(tablet), PATIENT).toEqual(ALL);
    await expect.poll(() => phone.kept.get('aside'), PATIENT).toBe('[]');
  });

  test('X8: refused, and sent again by hand: edits, new records and deletions arrive', async () => {
    const { phone, tablet, line, write } = await withoutRights();
    line.obey();
    await tablet.records.create(order('order-4'));
    await expect.poll(() => amountOn(phone, 'order-4'), PATIENT).toBe('25000.00');
    line.obey(refusing(() => true, write));
    await phone.records.discard(['order-4']);
    await expect.poll(() => phone.sync.aside.has('order-4'), PATIENT).toBe(true);
    line.obey();
    phone.sync.sendRefused();
    await expect.poll(() => hasAll(tablet), PATIENT).toEqual(ALL);
    await expect.poll(() => orderOn(tablet, 'order-4'), PATIENT).toBeUndefined();
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
  });

  test('X8: another device wrote the record meanwhile: sent again by hand, both are kept', async () => {
    const { phone, tablet, line } = await withoutRights();
    await setReseller(tablet, 'Atea');
    await tablet.records.create(order('order-9'));
    await expect.poll(() => amountOn(phone, 'order-9'), PATIENT).toBe('25000.00');
    expect((await orderOn(phone))?.data.reseller).toBe('');
    line.obey();
    phone.sync.sendRefused();
    for (const device of [phone, tablet])
      await expect
        .poll(async () => (await orderOn(device))?.data, PATIENT)
        .toMatchObject({ amount: '666.00', reseller: 'Atea' });
    expect((await orderOn(tablet))?.clashes).toEqual([]);
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
  });

  test('X8: what another device writes over it before the answer has come is not passed over', async () => {
    const { phone, tablet, line } = await withoutRights();
    await phone.kill();
    const [answer1, pages] = [gate(), gate()];
    line.obey(async (request, answer) => {
      if (isChanges(request)) await pages.pass();
      const answered = await answer();
      if ((await docsIn(request)).some(({ _id }) => _id === 'order-1')) await answer1.pass();
      return answered;
    });
    await phone.connect();
    await answer1.reached;
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('666.00');
    await setReseller(tablet, 'Atea');
    await tablet.records.create(order('order-9'));
    await expect.poll(() => tablet.sync.waiting(9), PATIENT).toBe(0);
    // The page with that change comes while the record still counts for refused.
    pages.open();
    await expect.poll(() => amountOn(phone, 'order-9'), PATIENT).toBe('25000.00');
    answer1.open();
    await expect.poll(async () => (await orderOn(phone))?.data.reseller, PATIENT).toBe('Atea');
  });

  test('X8: a row that is refused for itself stays aside over a reload and changed rights, and goes by hand', async () => {
    const line = openLine();
    const { phone, tablet, server } = await pairInStep({ network: line.network });
    const write: Write = async (docs) =>
      (await server.ask('POST', '/w/_bulk_docs', { docs })).body as object[];
    let sent = 0;
    const rule = refusing((id) => id === 'order-1', write, 'document_too_large');
    line.obey(async (request, answer) => {
      if ((await docsIn(request)).some(({ _id }) => _id === 'order-1')) sent += 1;
      return rule(request, answer);
    });
    await setAmount(phone, '666.00');
    await expect
      .poll(() => phone.sync.aside.get('order-1')?.reason, PATIENT)
      .toBe('document_too_large');
    await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
    await phone.kill();
    await phone.connect();
    phone.sync.rightsChanged();
    await phone.records.create(order('order-2'));
    await expect.poll(() => amountOn(tablet, 'order-2'), PATIENT).toBe('25000.00');
    expect([sent, phone.sync.aside.size]).toEqual([1, 1]);
    phone.sync.sendRefused();
    await expect.poll(() => sent, PATIENT).toBe(2);
    line.obey();
    await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
    phone.sync.sendRefused();
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('666.00');
    expect(phone.sync.aside.size).toBe(0);
  });

  test('X8: of many that wait, one page asks whether they may go now, and the rest follow when it may', async () => {
    const line = openLine();
    const { phone, tablet, server } = await pairInStep({
      network: line.network,
      times: { batch: 5 },
    });
    const write: Write = async (docs) =>
      (await server.ask('POST', '/w/_bulk_docs', { docs })).body as object[];
    line.obey(refusing(() => true, write));
    await phone.records.insert(Array.from({ length: 17 }, (_, at) => order(`many-${at}`)));
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(17);
    await expect.poll(() => phone.sync.waiting(99), PATIENT).toBe(0);
    let asked = 0;
    line.obey(async (request, answer) => {
      asked += (await docsIn(request)).length;
      return refusing(() => true, write)(request, answer);
    });
    phone.sync.rightsChanged();
    // In one request or in two, as RxDB comes upon them.
    await expect.poll(() => asked, PATIENT).toBe(5);
    await expect.poll(() => phone.sync.waiting(99), PATIENT).toBe(0);
    expect([asked, phone.sync.aside.size]).toEqual([5, 17]);
    await phone.kill();
    line.obey();
    await phone.connect();
    await expect
      .poll(async () => (await tablet.records.find({ kind: 'credit-order' })).length, PATIENT)
      .toBe(18);
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
  });
});

describe('X8: a server that tells no role', () => {
  test('X8: refused for want of rights, then allowed: the next record that is taken brings all of it along', async () => {
    const { phone, tablet, line, noRights } = await withoutRights();
    let tries = 0;
    line.obey(async (request, answer) => {
      const answered = await noRights(request, answer);
      if ((await docsIn(request)).length > 0) tries += 1;
      return answered;
    });
    // As by the clock: the next time that nobody asks for would be minutes away.
    phone.sync.tryNow();
    await expect.poll(() => tries, PATIENT).toBe(1);
    await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
    line.obey();
    await phone.records.create(order('order-4'));
    await expect.poll(() => hasAll(tablet), PATIENT).toEqual(ALL);
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
  });

  test('X8: rights lost twice: a refused record that is written again and taken brings the others along', async () => {
    const { phone, tablet, line, noRights, write } = await withoutRights();
    // Another record is taken, and by the time the others are asked for the rights are gone again.
    let asked = 0;
    line.obey(async (request, answer) => {
      if ((await docsIn(request)).some(({ _id }) => _id !== 'order-4')) asked += 1;
      return refusing((id) => id !== 'order-4', write)(request, answer);
    });
    await phone.records.create(order('order-4'));
    await expect.poll(() => asked, PATIENT).toBe(1);
    await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
    line.obey(noRights);
    await setReseller(phone, 'Atea', 'order-2');
    await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
    line.obey();
    await setReseller(phone, 'Dustin', 'order-2');
    await expect.poll(() => hasAll(tablet), PATIENT).toEqual(ALL);
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
  });

  test('X8: a record that is refused by itself is sent once more for it, and not with each record that is taken', async () => {
    const line = openLine();
    const { phone, tablet, server } = await pairInStep({ network: line.network });
    const write: Write = async (docs) =>
      (await server.ask('POST', '/w/_bulk_docs', { docs })).body as object[];
    let sent = 0;
    const rule = refusing((id) => id === 'order-1', write);
    line.obey(async (request, answer) => {
      if ((await docsIn(request)).some(({ _id }) => _id === 'order-1')) sent += 1;
      return rule(request, answer);
    });
    await setAmount(phone, '666.00');
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(1);
    await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
    await phone.records.create(order('order-2'));
    await expect.poll(() => sent, PATIENT).toBe(2);
    for (const id of ['order-3', 'order-4', 'order-5']) {
      await phone.records.create(order(id));
      await expect.poll(() => amountOn(tablet, id), PATIENT).toBe('25000.00');
      await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
    }
    expect([sent, phone.sync.aside.size]).toEqual([2, 1]);
  });
});

describe('X8: by the clock', () => {
  test('X8: a server that goes on refusing is asked seldom: a few times in six hours', async () => {
    const clock = turnedClock();
    try {
      let sent = 0;
      const network: Network = async (request, answer) => {
        const docs = await docsIn(request);
        if (docs.length === 0) return answer();
        sent += 1;
        const rows = docs.map(({ _id: id }) => ({ id, error: 'forbidden', reason: 'no' }));
        return Response.json(rows, { status: 201 });
      };
      const key = await sharedKey();
      const server = endpoint();
      opened.push(server);
      const app = server.app as never;
      const times = {
        batch: 200,
        gapMs: 30,
        retryMs: 1_000,
        pollMs: 50_000,
        lookEveryMs: 300_000,
        markAfterMs: 10_000,
      };
      const phone = await openDevice('phone', {
        app,
        key,
        network: clock.over(network),
        times,
        clock: clock.now,
      });
      opened.unshift(phone);
      await phone.records.create(order());
      await phone.connect();
      await clock.until(async () => phone.sync.aside.size === 1);
      sent = 0;
      await clock.goBy(6 * 3_600_000, 60_000);
      // After five minutes, ten, twenty, forty, and then each hour.
      expect(sent).toBeGreaterThan(3);
      expect(sent).toBeLessThan(12);
    } finally {
      clock.stop();
    }
  });
});

describe('X18: a reader who is made a member', () => {
  test('X18: what a reader’s device wrote is refused, and arrives as soon as it is a member', async () => {
    const { app, ask, setUp, invite, join } = openServer();
    const owner = await setUp();
    const reader = await join((await invite(owner, { role: 'reader' })).invitation);
    const key = await sharedKey();
    const at = (credential: string) => ({
      app: {
        request: (address: string, init: RequestInit) =>
          app.request(address.replace('http://endpoint/w', DATABASE), init),
      } as never,
      authorization: `Bearer ${credential}`,
      key,
    });
    const desk = await openDevice('desk', at(owner));
    let role: string | undefined;
    const phone: Device = await openDevice('phone', {
      ...at(reader.credential),
      mayWrite: () => role !== 'reader',
      heard: (told) => {
        const before = role;
        role = told;
        if (before === 'reader' && told === 'member') phone.sync.rightsChanged();
      },
    });
    opened.unshift(desk, phone);
    // Before the device has heard that it only reads.
    await phone.records.insert([order(), order('order-2'), order('order-3')]);
    await Promise.all([desk.connect(), phone.connect()]);
    await desk.records.create(order('order-4'));
    await expect.poll(() => amountOn(phone, 'order-4'), PATIENT).toBe('25000.00');
    expect([role, await phone.sync.waiting(9), phone.sync.aside.size]).toEqual(['reader', 3, 0]);
    expect(await orderOn(desk)).toBeUndefined();
    await ask('PUT', `/_volym/devices/${reader.device}`, { role: 'member' }, owner);
    await expect.poll(() => hasAll(desk), PATIENT).toEqual(['25000.00', '25000.00', '25000.00']);
    await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  });
});

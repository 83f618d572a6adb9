import { describe, expect, test, vi } from 'vitest';
import { sealing } from '#data/sync/sealing.ts';
import { sharedKey, type Device, type Network } from './devices.ts';
import {
  amountOn,
  docsIn,
  gate,
  isBulk,
  isChanges,
  orderOn,
  orderUnderOtherKey,
  order,
  pairInStep,
  PATIENT,
  revisionOf,
  setAmount,
  setReseller,
  openLine,
  world,
} from './world.ts';

/**
 * The server's own word for one row, as a real CouchDB says it where a design document forbids; the
 * others are written.
 */
const forbidding =
  (
    id: string,
    { ask }: Awaited<ReturnType<typeof pairInStep>>['server'],
    error = 'forbidden',
  ): Network =>
  async (request, answer) => {
    const docs = await docsIn(request);
    if (!docs.some(({ _id }) => _id === id)) return answer();
    const good = docs.filter(({ _id }) => _id !== id);
    const written =
      good.length === 0 ? [] : (await ask('POST', '/w/_bulk_docs', { docs: good })).body;
    return Response.json([...(written as object[]), { id, error, reason: 'not this one' }], {
      status: 201,
    });
  };

/** A pair in step; the server then refuses what the phone makes of the order. */
const refusedPair = async (error = 'forbidden') => {
  const line = openLine();
  const pair = await pairInStep({ network: line.network });
  const { server, phone } = pair;
  line.obey(forbidding('order-1', server, error));
  await setAmount(phone, '666.00');
  await expect.poll(() => phone.sync.aside.get('order-1')?.reason, PATIENT).toBe(error);
  return { ...pair, line };
};

describe('X8: a row that the server refuses', () => {
  test('X8: the refused record stays as it is on its device, others go out, and repaired it goes out by itself', async () => {
    const { server, phone, tablet, line } = await refusedPair();
    await phone.records.create(order('order-2'));
    await expect.poll(() => amountOn(tablet, 'order-2'), PATIENT).toBe('25000.00');
    expect([await amountOn(phone), await amountOn(tablet)]).toEqual(['666.00', '25000.00']);
    line.obey();
    await setAmount(phone, '12.00');
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
    await expect.poll(() => phone.kept.get('aside'), PATIENT).toBe('[]');
    // At most the refused change and the repaired one: nothing was written over and over.
    expect(await revisionOf(server)).toMatch(/^[23]-/);
  });

  test('X9: a status of a million figures is ignored: nothing is set aside, or kept of it, and the change goes out later', async () => {
    const line = openLine();
    const { server, phone, tablet } = await pairInStep({ network: line.network });
    line.obey(forbidding('order-1', server, `http_${'4'.repeat(1_000_000)}`));
    const states: string[] = [];
    phone.sync.status$.subscribe(({ state }) => states.push(state));
    await setAmount(phone, '12.00');
    await expect
      .poll(() => phone.sync.aside.size > 0 || states.includes('server-trouble'), PATIENT)
      .toBe(true);
    expect([phone.sync.aside.size, phone.kept.get('aside')]).toEqual([0, undefined]);
    line.obey();
    phone.sync.tryNow();
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
  });

  test('X8: a row that the server could not write this time is trouble of the server, which answers; it goes out later', async () => {
    const line = openLine();
    const { server, phone, tablet } = await pairInStep({ network: line.network });
    line.obey(forbidding('order-1', server, 'internal_server_error'));
    const states: string[] = [];
    phone.sync.status$.subscribe(({ state }) => states.push(state));
    await setAmount(phone, '12.00');
    await expect.poll(() => states, PATIENT).toContain('server-trouble');
    expect(states).not.toContain('offline');
    expect(phone.sync.aside.size).toBe(0);
    line.obey();
    phone.sync.tryNow();
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
  });

  test('X8: another device writes the record meanwhile: nothing writes over the refused change, and both are kept', async () => {
    const { phone, tablet, line } = await refusedPair();
    await setReseller(tablet, 'Atea');
    await tablet.records.create(order('order-2'));
    await expect.poll(() => amountOn(phone, 'order-2'), PATIENT).toBe('25000.00');
    expect((await orderOn(phone))?.data).toMatchObject({ amount: '666.00', reseller: '' });
    line.obey();
    await setAmount(phone, '12.00');
    for (const device of [phone, tablet])
      await expect
        .poll(async () => (await orderOn(device))?.data, PATIENT)
        .toMatchObject({ amount: '12.00', reseller: 'Atea' });
    expect((await orderOn(tablet))?.clashes).toEqual([]);
    expect(phone.sync.aside.size).toBe(0);
  });

  test('X8: what both wrote into one field is asked about against the state before the refused one', async () => {
    const { phone, tablet, line } = await refusedPair();
    await setAmount(tablet, '10.00');
    await tablet.records.create(order('order-2'));
    await expect.poll(() => amountOn(phone, 'order-2'), PATIENT).toBe('25000.00');
    line.obey();
    await setAmount(phone, '12.00');
    for (const device of [phone, tablet])
      await expect
        .poll(
          async () =>
            (await orderOn(device))?.clashes.map(({ was, answers }) => [
              was,
              answers.map(({ value }) => value),
            ]),
          PATIENT,
        )
        .toEqual([['25000.00', expect.arrayContaining(['10.00', '12.00'])]]);
  });

  test('X8: it is still set aside after a restart, with its true base, and still goes out when repaired', async () => {
    // What is refused for want of rights would be tried again by the restart.
    const { phone, tablet, line } = await refusedPair('document_too_large');
    // Until the answer is noted it would be sent again, and meet what the tablet writes.
    await expect.poll(() => phone.sync.waiting(1), PATIENT).toBe(0);
    await phone.disconnect();
    await setReseller(tablet, 'Atea');
    await tablet.records.create(order('order-2'));
    await phone.connect();
    await expect.poll(() => amountOn(phone, 'order-2'), PATIENT).toBe('25000.00');
    const kept = phone.sync.aside.get('order-1');
    expect([kept?.reason, kept?.mine.data, kept?.base?.data]).toMatchObject([
      'document_too_large',
      { amount: '666.00' },
      { amount: '25000.00' },
    ]);
    expect((await orderOn(phone))?.data).toMatchObject({ amount: '666.00', reseller: '' });
    line.obey();
    await setAmount(phone, '12.00');
    await expect
      .poll(async () => (await orderOn(tablet))?.data, PATIENT)
      .toMatchObject({ amount: '12.00', reseller: 'Atea' });
    expect(phone.sync.aside.size).toBe(0);
  });

  test('X8: refused, and compared again where the server takes it now: it goes out', async () => {
    const { phone, tablet, line } = await refusedPair();
    line.obey();
    phone.sync.compareAll();
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('666.00');
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
  });

  test('X8: a server that tells of a change as it is, and answers it garbled, has that change sent once more and not for ever', async () => {
    const line = openLine();
    const { phone, tablet } = await pairInStep({ network: line.network });
    await tablet.records.create(order('order-2'));
    await expect.poll(() => amountOn(phone, 'order-2'), PATIENT).toBe('25000.00');
    let looks = 0;
    type Rows = { rows: { id: string; doc?: object | null }[] };
    line.obey(async (request, answer) => {
      const answered = await answer();
      if (!request.url.endsWith('/_all_docs?include_docs=true')) return answered;
      const { rows } = (await answered.json()) as Rows;
      if (rows.some(({ id }) => id === 'order-1')) looks += 1;
      const garbled = (doc: object): object => ({
        ...doc,
        sealed: { iv: 'AAAAAAAAAAAAAAAA', text: 'AAAA' },
      });
      return Response.json({
        rows: rows.map((row) =>
          row.id === 'order-1' && row.doc ? { ...row, doc: garbled(row.doc) } : row,
        ),
      });
    });
    await setAmount(phone, '12.00');
    await expect.poll(() => phone.sync.aside.get('order-1')?.reason, PATIENT).toBe('not-authentic');
    await setReseller(tablet, 'Atea');
    await expect.poll(() => looks, PATIENT).toBe(2);
    for (const amount of ['1.00', '2.00', '3.00']) {
      await setAmount(tablet, amount, 'order-2');
      await expect.poll(() => amountOn(phone, 'order-2'), PATIENT).toBe(amount);
    }
    expect([looks, phone.kept.get('epoch'), phone.sync.aside.size]).toEqual([2, undefined, 1]);
    line.obey();
    await setAmount(phone, '13.00');
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('13.00');
    expect([(await orderOn(tablet))?.data.reseller, phone.sync.aside.size]).toEqual(['Atea', 0]);
  });

  /**
   * The phone wrote the order, and met what a key sealed that it lacks; it was closed before any
   * news came to it.
   */
  const metUnreadable = async (given: { readonly mayWrite?: () => boolean } = {}) => {
    const line = openLine();
    const pair = await pairInStep({ network: line.network, ...given });
    const { server, phone, tablet, key } = pair;
    const other = { ...(await sharedKey()), id: 'k2' };
    // The push meets it first: no answer about news comes to this device any more.
    await Promise.all([phone.disconnect(), tablet.disconnect()]);
    line.obey((request, answer) => (isChanges(request) ? new Promise(() => undefined) : answer()));
    await phone.connect();
    await orderUnderOtherKey({ server, tablet }, other);
    await setReseller(phone, 'Atea');
    await expect.poll(() => phone.sync.aside.get('order-1')?.reason, PATIENT).toBe('not-authentic');
    await expect.poll(() => phone.sync.waiting(1), PATIENT).toBe(0);
    await phone.disconnect();
    line.obey();
    const withKey = {
      codec: sealing({ ...key, older: new Map([['k2', other.key]]) }, ['keyring']),
    };
    return { ...pair, line, withKey };
  };

  const isMerged = async (phone: Device): Promise<void> => {
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
    await expect.poll(() => amountOn(phone), PATIENT).toBe('33000.00');
    expect((await orderOn(phone))?.data.reseller).toBe('Atea');
    // Nothing but that record was looked at again.
    expect(phone.kept.get('epoch')).toBeUndefined();
  };

  test('X8: a change that met what could not be opened goes out once it can be, also when the app was closed before it pulled that', async () => {
    const { phone, withKey } = await metUnreadable();
    await phone.connect({}, withKey);
    await isMerged(phone);
  });

  test('X8: the same where the device only reads by then: it waits over starts, and goes out once the device may write', async () => {
    let may = true;
    const { phone, tablet, withKey } = await metUnreadable({ mayWrite: () => may });
    may = false;
    await tablet.connect();
    for (const id of ['order-2', 'order-3', 'order-4']) {
      await phone.connect({}, withKey);
      await tablet.records.create(order(id));
      await expect.poll(() => amountOn(phone, id), PATIENT).toBe('25000.00');
      expect([phone.kept.get('epoch'), phone.sync.aside.size]).toEqual([undefined, 1]);
      await phone.disconnect();
    }
    await phone.connect({}, withKey);
    may = true;
    phone.sync.rightsChanged();
    await isMerged(phone);
  });

  test('X8: the same where it is sent again and the app closed before the answer: the next start sends it', async () => {
    const { phone, line, withKey } = await metUnreadable();
    const sent = gate();
    line.obey((request, answer) => (isBulk(request) ? sent.pass().then(answer) : answer()));
    await phone.connect({}, withKey);
    await sent.reached;
    await phone.kill();
    line.obey();
    await phone.connect({}, withKey);
    await isMerged(phone);
  });

  test('X8: made and deleted here, refused, and made by another device: it is taken over, and no longer set aside', async () => {
    const line = openLine();
    const { server, phone, tablet } = await pairInStep({ network: line.network });
    line.obey(forbidding('order-2', server));
    await phone.disconnect();
    await phone.records.create(order('order-2'));
    await phone.records.discard(['order-2']);
    await phone.connect();
    await expect.poll(() => phone.sync.aside.get('order-2')?.mine._deleted, PATIENT).toBe(true);
    await tablet.records.create(order('order-2'));
    await setAmount(tablet, '33000.00', 'order-2');
    await expect.poll(() => tablet.sync.waiting(1), PATIENT).toBe(0);
    line.obey();
    phone.sync.sendRefused();
    await expect.poll(() => amountOn(phone, 'order-2'), PATIENT).toBe('33000.00');
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
    await setAmount(tablet, '34000.00', 'order-2');
    await expect.poll(() => amountOn(phone, 'order-2'), PATIENT).toBe('34000.00');
  });

  test('X8: of many that are refused at once it is noted once, before the answer counts', async () => {
    const { device } = await world();
    const refuseAll: Network = async (request, answer) => {
      const docs = await docsIn(request);
      const refused = docs.map(({ _id: id }) => ({
        id,
        error: 'forbidden',
        reason: 'not this one',
      }));
      return docs.length === 0 ? answer() : Response.json(refused, { status: 201 });
    };
    const phone = await device('phone', refuseAll);
    const noted = vi.spyOn(phone.store, 'set');
    await phone.records.insert(Array.from({ length: 40 }, (_, at) => order(`order-${at}`)));
    await phone.connect();
    await expect.poll(() => phone.sync.waiting(99), PATIENT).toBe(0);
    expect(JSON.parse(phone.kept.get('aside') ?? '[]')).toHaveLength(40);
    expect(noted.mock.calls.filter(([key]) => key === 'aside')).toHaveLength(1);
  });
});

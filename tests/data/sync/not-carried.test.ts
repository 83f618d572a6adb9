import { describe, expect, test } from 'vitest';
import { OtherLine } from '#data/sync/couch/couch-asking.ts';
import { couchClient } from '#data/sync/couch/couch-client.ts';
import { NOT_CARRIED } from '#data/sync/couch/couch-writing.ts';
import { fittingParts } from '#data/sync/couch/fitting-bodies.ts';
import { openPace } from '#data/sync/pace.ts';
import type { WireDocument } from '#data/sync/sealing.ts';
import { endpoint } from '../../server/couch/endpoint.ts';
import type { Device, Network } from './devices.ts';
import {
  amountOn,
  docsIn,
  gate,
  inStep,
  isBulk,
  isDown,
  openLine,
  opened,
  order,
  orderOn,
  PATIENT,
  setAmount,
  setReseller,
  world,
} from './world.ts';

/** A proxy that ends every body above so many letters, and nothing else. */
const cutsAbove =
  (most: number): Network =>
  async (request, answer) =>
    isBulk(request) && (await request.clone().text()).length > most
      ? isDown(request, answer)
      : answer();

/** An order that no body of twenty thousand letters holds. */
const large = (id = 'a-large') => ({
  ...order(id),
  data: { ...order().data, institution: 'x'.repeat(30_000) },
});

/**
 * A line that lets every body above so many letters hang, until it is given up or the line carries
 * it; and what of each was to be written.
 */
const stalling = (most: number) => {
  let end = Promise.withResolvers<void>();
  let isCarrying = false;
  const held: string[][] = [];
  const network: Network = async (request, answer) => {
    if (isCarrying || !isBulk(request) || (await request.clone().text()).length <= most)
      return answer();
    held.push((await docsIn(request)).map(({ _id }) => _id));
    await end.promise;
    request.signal.throwIfAborted();
    if (isCarrying) return answer();
    throw new DOMException('the server took too long', 'TimeoutError');
  };
  const endHeld = (): void => {
    end.resolve();
    end = Promise.withResolvers();
  };
  const carry = (): void => {
    isCarrying = true;
    endHeld();
  };
  return { network, held, giveUp: endHeld, carry };
};

const reasonsOn = ({ sync }: Device): string[] =>
  [...sync.aside.values()].map(({ reason }) => reason);

/** Two devices that hold the same orders; the line of the first is the test's. */
const twoInStep = async (batch = 200) => {
  const { device, server } = await world();
  const line = openLine();
  const [phone, tablet] = [
    await device('phone', { network: line.network, times: { batch } }),
    await device('tablet'),
  ];
  await phone.records.insert([order('one'), order('two')]);
  await Promise.all([phone.connect(), tablet.connect()]);
  for (const id of ['one', 'two'])
    await expect.poll(() => amountOn(tablet, id), PATIENT).toBe('25000.00');
  await inStep(phone);
  return { line, phone, tablet, server };
};

/** Edits go out, and news come in. */
const goesOn = async (phone: Device, tablet: Device, round: string) => {
  await setAmount(phone, `${round}.00`, 'one');
  await tablet.records.create(order(`news-${round}`));
  await expect.poll(() => amountOn(tablet, 'one'), PATIENT).toBe(`${round}.00`);
  await expect.poll(() => amountOn(phone, `news-${round}`), PATIENT).toBe('25000.00');
  await expect
    .poll(() => phone.sync.status$, PATIENT)
    .toMatchObject({ value: { state: 'in-step' } });
};

describe('X8: one record that the line never carries', () => {
  test('X8: is set aside for that reason; edits go out and news come in, after a restart too', async () => {
    const { line, phone, tablet } = await twoInStep();
    line.obey(cutsAbove(20_000));
    await phone.records.insert([large()]);
    await goesOn(phone, tablet, '11');
    expect(reasonsOn(phone)).toEqual([NOT_CARRIED]);
    await inStep(phone);
    await phone.kill();
    await phone.connect();
    await goesOn(phone, tablet, '12');
    expect(reasonsOn(phone)).toEqual([NOT_CARRIED]);
  });

  test('X8: a conflict of its batch comes through', async () => {
    const { line, phone, tablet } = await twoInStep();
    await phone.disconnect();
    await setAmount(phone, '11.00', 'one');
    await setReseller(tablet, 'Dustin', 'one');
    await inStep(tablet);
    await phone.records.insert([large()]);
    line.obey(cutsAbove(20_000));
    await phone.connect();
    await expect.poll(() => amountOn(tablet, 'one'), PATIENT).toBe('11.00');
    await expect
      .poll(async () => (await orderOn(phone, 'one'))?.data.reseller, PATIENT)
      .toBe('Dustin');
    expect(reasonsOn(phone)).toEqual([NOT_CARRIED]);
  });

  test.each([
    ['with the network', (device: Device) => device.sync.lineChanged()],
    ['when someone asks', (device: Device) => device.sync.sendRefused()],
    ['when all is compared', (device: Device) => device.sync.compareAll()],
    ['at the next start', (device: Device) => device.kill().then(() => device.connect())],
  ])('X8: it goes out over a line that carries it, %s', async (_, tried) => {
    const { line, phone, tablet } = await twoInStep();
    line.obey(cutsAbove(20_000));
    await phone.records.insert([large()]);
    await expect.poll(() => reasonsOn(phone), PATIENT).toEqual([NOT_CARRIED]);
    await inStep(phone);
    line.obey();
    await tried(phone);
    await expect.poll(() => amountOn(tablet, 'a-large'), PATIENT).toBe('25000.00');
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
  });

  test('X8: and once it is deleted here it is no longer set aside', async () => {
    const { line, phone, tablet } = await twoInStep();
    line.obey(cutsAbove(20_000));
    await phone.records.insert([large()]);
    await expect.poll(() => reasonsOn(phone), PATIENT).toEqual([NOT_CARRIED]);
    await inStep(phone);
    await (await phone.collection.findOne('a-large').exec())?.remove();
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
    await goesOn(phone, tablet, '11');
  });

  test('X8: where no write gets through, nothing is set aside', async () => {
    const { line, phone, tablet } = await twoInStep();
    let cut = 0;
    line.obey(async (request, answer) => {
      if (!isBulk(request)) return answer();
      cut += (await docsIn(request)).length;
      return isDown(request, answer);
    });
    await setAmount(phone, '11.00', 'one');
    await expect.poll(() => cut, PATIENT).toBeGreaterThan(6);
    expect(phone.sync.aside.size).toBe(0);
    line.obey();
    await expect.poll(() => amountOn(tablet, 'one'), PATIENT).toBe('11.00');
  });
});

describe('X8: one record that the line lets hang', () => {
  /** It is set aside, and hangs once more when it is sent alone. */
  const hanging = async () => {
    const { line, phone, tablet } = await twoInStep();
    const stalled = stalling(20_000);
    line.obey(stalled.network);
    await phone.records.insert([large()]);
    await expect.poll(() => stalled.held.length, PATIENT).toBe(1);
    stalled.giveUp();
    await expect.poll(() => stalled.held.length, PATIENT).toBe(2);
    return { stalled, phone, tablet };
  };

  test.each(['a-large', 'z-large'])(
    'X8: ten small ones wait for one body that hangs (beside %s)',
    async (id) => {
      const { device } = await world();
      const stalled = stalling(20_000);
      const [phone, tablet] = [
        await device('phone', { network: stalled.network, times: { batch: 200 } }),
        await device('tablet'),
      ];
      const small = Array.from({ length: 10 }, (_, at) => `order-${at}`);
      await phone.records.insert([large(id), ...small.map((id) => order(id))]);
      await Promise.all([phone.connect(), tablet.connect()]);
      await expect.poll(() => stalled.held.length, PATIENT).toBe(1);
      stalled.giveUp();
      for (const id of small)
        await expect.poll(() => amountOn(tablet, id), PATIENT).toBe('25000.00');
      await expect.poll(() => stalled.held, PATIENT).toEqual([expect.anything(), [id]]);
      stalled.carry();
      await expect.poll(() => amountOn(tablet, id), PATIENT).toBe('25000.00');
    },
  );

  test('X8: edits go out and news come in while it hangs, after a restart too, and it goes when the line lets it', async () => {
    const { stalled, phone, tablet } = await hanging();
    await goesOn(phone, tablet, '11');
    expect(reasonsOn(phone)).toEqual([NOT_CARRIED]);
    await inStep(phone);
    await phone.kill();
    await setAmount(phone, '12.00', 'two');
    await phone.connect();
    await expect.poll(() => amountOn(tablet, 'two'), PATIENT).toBe('12.00');
    await goesOn(phone, tablet, '13');
    await expect.poll(() => stalled.held, PATIENT).toEqual([['a-large'], ['a-large'], ['a-large']]);
    stalled.carry();
    await expect.poll(() => amountOn(tablet, 'a-large'), PATIENT).toBe('25000.00');
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
  });

  test('X8: what is changed of it goes in its place, and the next change after that', async () => {
    const { stalled, phone, tablet } = await hanging();
    await setAmount(phone, '11.00', 'a-large');
    await expect.poll(() => stalled.held.length, PATIENT).toBe(3);
    stalled.carry();
    await expect.poll(() => amountOn(tablet, 'a-large'), PATIENT).toBe('11.00');
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
    await setAmount(phone, '12.00', 'a-large');
    await expect.poll(() => amountOn(tablet, 'a-large'), PATIENT).toBe('12.00');
    expect((await orderOn(tablet, 'a-large'))?.clashes).toEqual([]);
  });

  test('X8: what somebody else wrote of it meanwhile meets it when it is tried next', async () => {
    const { line, phone, tablet } = await twoInStep();
    await phone.records.insert([large()]);
    await expect.poll(() => amountOn(tablet, 'a-large'), PATIENT).toBe('25000.00');
    await inStep(phone);
    const stalled = stalling(20_000);
    line.obey(stalled.network);
    await setAmount(phone, '11.00', 'a-large');
    await expect.poll(() => stalled.held.length, PATIENT).toBe(1);
    stalled.giveUp();
    await expect.poll(() => stalled.held.length, PATIENT).toBe(2);
    await setReseller(tablet, 'Dustin', 'a-large');
    await inStep(tablet);
    stalled.carry();
    phone.sync.sendRefused();
    await expect.poll(() => amountOn(tablet, 'a-large'), PATIENT).toBe('11.00');
    await expect
      .poll(async () => (await orderOn(phone, 'a-large'))?.data.reseller, PATIENT)
      .toBe('Dustin');
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
    expect((await orderOn(tablet, 'a-large'))?.clashes).toEqual([]);
  });

  test('X8: deleted here it does not come back with a try that still hangs', async () => {
    const { stalled, phone, tablet } = await hanging();
    await (await phone.collection.findOne('a-large').exec())?.remove();
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
    stalled.carry();
    await goesOn(phone, tablet, '11');
    expect([await amountOn(phone, 'a-large'), await amountOn(tablet, 'a-large')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test.each([
    ['', () => Promise.resolve()],
    [', nor after a restart', (device: Device) => device.kill().then(() => device.connect())],
  ])(
    'X8: nor where the server writes it after all, when it had no deletion to show%s',
    async (_, meanwhile) => {
      const { line, phone, tablet, server } = await twoInStep();
      const stalled = stalling(20_000);
      const read: object[] = [];
      line.obey(async (request, answer) => {
        read.push(...(await docsIn(request)).filter(({ _id }) => _id === 'a-large'));
        return stalled.network(request, answer);
      });
      await phone.records.insert([large()]);
      await expect.poll(() => stalled.held.length, PATIENT).toBe(1);
      stalled.giveUp();
      await expect.poll(() => stalled.held.length, PATIENT).toBe(2);
      await (await phone.collection.findOne('a-large').exec())?.remove();
      await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
      await inStep(phone);
      await meanwhile(phone);
      const written = await server.ask('POST', '/w/_bulk_docs', { docs: read.slice(-1) });
      expect(written.body).toMatchObject([{ ok: true, id: 'a-large' }]);
      await expect
        .poll(async () => (await server.ask('GET', '/w/a-large')).body, PATIENT)
        .toMatchObject({ reason: 'deleted' });
      await goesOn(phone, tablet, '11');
      expect([await amountOn(phone, 'a-large'), await amountOn(tablet, 'a-large')]).toEqual([
        undefined,
        undefined,
      ]);
    },
  );
});

describe('X8: more records that the line did not carry than one page has', () => {
  const LARGE = ['a-large', 'b-large', 'c-large', 'd-large', 'e-large'];

  test('X8: all of them go out over a line that carries them, once any of them was taken', async () => {
    const { line, phone, tablet } = await twoInStep(3);
    line.obey(cutsAbove(20_000));
    await phone.records.insert(LARGE.map((id) => large(id)));
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(5);
    await inStep(phone);
    // No attempt that is still under way reports the rest.
    await phone.kill();
    line.obey();
    await phone.connect();
    for (const id of LARGE) await expect.poll(() => amountOn(tablet, id), PATIENT).toBe('25000.00');
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
  });

  test('X8: and while the line carries none of them, what was refused for want of rights goes when it may', async () => {
    const { line, phone, tablet } = await twoInStep(3);
    const cuts = cutsAbove(20_000);
    line.obey(cuts);
    await phone.records.insert(LARGE.map((id) => large(id)));
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(5);
    await inStep(phone);
    line.obey(async (request, answer) => {
      const docs = await docsIn(request);
      if (docs.every(({ _id }) => _id !== 'one')) return cuts(request, answer);
      return Response.json(
        docs.map(({ _id: id }) => ({ id, error: 'forbidden', reason: 'no' })),
        { status: 201 },
      );
    });
    await setAmount(phone, '11.00', 'one');
    await expect.poll(() => phone.sync.aside.get('one')?.reason, PATIENT).toBe('forbidden');
    await inStep(phone);
    line.obey(cuts);
    phone.sync.rightsChanged();
    await expect.poll(() => amountOn(tablet, 'one'), PATIENT).toBe('11.00');
    expect(new Set(reasonsOn(phone))).toEqual(new Set([NOT_CARRIED]));
  });
});

test('X8: a long body on its way is given up for another line, and that counts as no cut; a short one is waited for', async () => {
  const server = endpoint();
  opened.push(server);
  const pace = openPace(5, Math.random);
  const wayOf = (letters: number): WireDocument => ({
    _id: `d-${letters}`,
    key: 'k1',
    sealed: { iv: 'AA==', text: 'A'.repeat(letters) },
  });
  let [begun, isHanging] = [Promise.withResolvers<void>(), true];
  const goOn = gate();
  const line = (async (url: string, init: RequestInit) => {
    begun.resolve();
    const ended = new Promise<never>((_, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
    });
    if (isHanging) await Promise.race([goOn.pass(), ended]);
    return server.app.request(url, init);
  }) as typeof fetch;
  const at = {
    url: 'http://endpoint/w',
    authorization: () => undefined,
    ended: pace.ended,
    line: pace.line,
  };
  const client = couchClient({ ...at, fetch: line });
  for (let time = 0; time < 4; time += 1) {
    begun = Promise.withResolvers();
    const written = client.write([wayOf(400_000)]);
    await begun.promise;
    pace.lineChanged();
    await expect(written).rejects.toThrow(OtherLine);
  }
  begun = Promise.withResolvers();
  const short = client.write([wayOf(4_000)]);
  await begun.promise;
  pace.lineChanged();
  goOn.open();
  isHanging = false;
  for (const answers of [await short, await client.write([wayOf(400_000)])])
    expect(answers.map(({ error }) => error)).toEqual([undefined]);
});

test('X8: many that are not carried need three tries for the first, and one for each that is as large', () => {
  const parts = fittingParts();
  const alone = (id: string, size: number) => [
    { document: { _id: id } as WireDocument, text: 'x'.repeat(size) },
  ];
  const tries = (id: string, size: number): number => {
    for (let times = 1; ; times += 1) {
      parts.cutOff(alone(id, size));
      if (!parts.isPerhapsAlone(alone(id, size))) continue;
      parts.givenUp(alone(id, size));
      return times;
    }
  };
  expect([tries('a', 30), tries('b', 40), tries('c', 20), tries('d', 20)]).toEqual([3, 1, 3, 1]);
  parts.passed(alone('e', 50));
  expect([tries('f', 50), tries('a', 30)]).toEqual([3, 1]);
});

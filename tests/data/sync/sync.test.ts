import { describe, expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { editOrder, recordStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { currentSteps } from '#core/record/step.ts';
import { endpoint } from '../../server/couch/endpoint.ts';
import { openDevice, sharedKey, type Device, type Network } from './devices.ts';
import { amountOn, opened, order, pairInStep, PATIENT, setAmount, world } from './world.ts';
import { onKind } from '#data/records/on-kind.ts';

describe('X8: two devices and an endpoint', () => {
  test('X8: what one writes the other has, both ways, and nothing of it is readable on the server', async () => {
    const { server, phone, tablet } = await pairInStep();
    await setAmount(tablet, '12.00');
    await expect.poll(() => amountOn(phone), PATIENT).toBe('12.00');
    const { body } = await server.ask('GET', '/w/_all_docs?include_docs=true');
    expect(JSON.stringify(body)).not.toContain('12.00');
    expect(JSON.stringify(body)).not.toContain('Nordby');
  });

  test('X8: both wrote without network: fields and steps of both are there', async () => {
    const { phone, tablet } = await pairInStep();
    await Promise.all([phone.disconnect(), tablet.disconnect()]);
    const step = (device: Device, kind: 'validated' | 'ready', on: string) =>
      device.records.change(
        'order-1',
        onKind('credit-order', (record, doing) => recordStep(record, { kind, on }, doing)),
      );
    await step(phone, 'validated', '2026-09-02');
    await setAmount(phone, '12.00');
    await step(tablet, 'ready', '2026-09-04');
    await tablet.records.change(
      'order-1',
      onKind('credit-order', (record) => editOrder(record, { reseller: 'Atea' })),
    );
    await Promise.all([phone.connect(), tablet.connect()]);
    for (const device of [phone, tablet])
      await expect
        .poll(async () => {
          const record = (await device.records.get('order-1')) as CreditOrder;
          return [
            record.data.amount,
            record.data.reseller,
            currentSteps(record.steps).length,
            record.clashes.length,
          ];
        }, PATIENT)
        .toEqual(['12.00', 'Atea', 3, 0]);
  });

  test('X8: one field, two values: both devices hold one question', async () => {
    const { phone, tablet } = await pairInStep();
    await Promise.all([phone.disconnect(), tablet.disconnect()]);
    await setAmount(phone, '12.00');
    await setAmount(tablet, '10.00');
    await Promise.all([phone.connect(), tablet.connect()]);
    const questions = async (device: Device) =>
      (await device.records.get('order-1'))?.clashes.map(({ answers }) =>
        answers.map(({ value }) => value),
      );
    await expect.poll(() => questions(phone), PATIENT).toEqual([['12.00', '10.00']]);
    await expect.poll(() => questions(tablet), PATIENT).toEqual([['12.00', '10.00']]);
  });

  test('X8: the network fails in every way: the state says so, and all arrives when it is back', async () => {
    const { device } = await world();
    let fault: (() => Promise<Response>) | undefined;
    const network: Network = (_, answer) => (fault === undefined ? answer() : fault());
    const [phone, tablet] = [await device('phone', network), await device('tablet')];
    const states: string[] = [];
    const faults: [string, () => Promise<Response>][] = [
      ['offline', () => Promise.reject(new TypeError('Failed to fetch'))],
      [
        'offline',
        async () => new Response('<html>Welcome to the guest network</html>', { status: 200 }),
      ],
      ['not-let-in', async () => Response.json({ error: 'unauthorized' }, { status: 401 })],
      ['server-trouble', async () => new Response('oh', { status: 500 })],
      ['offline', async () => Response.json([])],
    ];
    await Promise.all([phone.connect(), tablet.connect()]);
    phone.sync.status$.subscribe(({ state }) => states.push(state));
    for (const [at, [state, respond]] of faults.entries()) {
      fault = respond;
      await phone.records.create(order(`order-${at}`));
      await expect.poll(() => states.at(-1), PATIENT).toBe(state);
      fault = undefined;
      phone.sync.tryNow();
      await expect.poll(() => amountOn(tablet, `order-${at}`), PATIENT).toBe('25000.00');
      await expect.poll(() => states.at(-1), PATIENT).toBe('in-step');
    }
    expect(states).not.toContain('comparing-again');
  });

  test('X8: one row that the server refuses is set aside; twenty others and later ones arrive', async () => {
    const { device } = await world();
    const network: Network = async (request, answer) => {
      if (!request.url.endsWith('/_bulk_docs')) return answer();
      const { docs } = (await request.clone().json()) as { docs: { _id: string }[] };
      return docs.some(({ _id }) => _id === 'poison')
        ? Response.json({ error: 'too_large' }, { status: 413 })
        : answer();
    };
    const [phone, tablet] = [await device('phone', network), await device('tablet')];
    await phone.records.insert([
      ...Array.from({ length: 20 }, (_, at) => order(`order-${at}`)),
      order('poison'),
    ]);
    await Promise.all([phone.connect(), tablet.connect()]);
    await expect
      .poll(async () => (await tablet.records.find({ kind: 'credit-order' })).length, PATIENT)
      .toBe(20);
    await expect.poll(() => phone.sync.aside.get('poison')?.reason, PATIENT).toBe('too_large');
    await phone.records.create(order('later'));
    await expect.poll(() => amountOn(tablet, 'later'), PATIENT).toBe('25000.00');
  });

  test('X8: a server that was restored from an older copy gets back what it forgot', async () => {
    const { server, device } = await world();
    const copy = endpoint();
    opened.push(copy);
    let isRestored = false;
    const network: Network = (request, answer) =>
      isRestored ? Promise.resolve(copy.app.request(request)) : answer();
    const [phone, tablet] = [await device('phone', network), await device('tablet', network)];
    await phone.records.insert([order('kept'), order('edited')]);
    await Promise.all([phone.connect(), tablet.connect()]);
    await expect.poll(() => amountOn(tablet, 'edited'), PATIENT).toBe('25000.00');
    const { body } = await server.ask('GET', '/w/_all_docs?include_docs=true');
    const docs = (body as { rows: { doc: object }[] }).rows.map(({ doc }) => doc);
    await copy.ask('POST', '/w/_bulk_docs', { docs, new_edits: false });
    await setAmount(phone, '12.00', 'edited');
    await phone.records.create(order('later'));
    await expect.poll(() => amountOn(tablet, 'later'), PATIENT).toBe('25000.00');
    await expect.poll(() => phone.kept.has('mark'), PATIENT).toBe(true);

    isRestored = true;
    const states: string[] = [];
    phone.sync.status$.subscribe(({ state }) => states.push(state));
    for (const device of [phone, tablet]) device.sync.tryNow();
    const desk = await device('desk', network);
    await desk.connect();
    await expect.poll(() => amountOn(desk, 'edited'), PATIENT).toBe('12.00');
    await expect.poll(() => amountOn(desk, 'later'), PATIENT).toBe('25000.00');
    expect(states).toContain('comparing-again');
    expect(await amountOn(phone, 'edited')).toBe('12.00');
  });

  test('X8: an edit beats a deletion for good, and a key that does not fit writes over nothing', async () => {
    const { server, phone, tablet } = await pairInStep();
    await Promise.all([phone.disconnect(), tablet.disconnect()]);
    await phone.records.discard(['order-1']);
    await setAmount(tablet, '12.00');
    await phone.connect();
    await tablet.connect();
    await expect.poll(() => amountOn(phone), PATIENT).toBe('12.00');

    const stranger = await openDevice('stranger', {
      app: server.app as never,
      key: await sharedKey(),
    });
    opened.unshift(stranger);
    const problems: string[] = [];
    await stranger.records.create(order());
    (await stranger.connect()).problems$.subscribe(({ code }) => problems.push(code));
    await expect
      .poll(() => stranger.sync.aside.get('order-1')?.reason, PATIENT)
      .toBe('not-authentic');
    await setAmount(phone, '13.00');
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('13.00');
  });
});

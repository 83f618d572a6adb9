import { describe, expect, test } from 'vitest';
import type { Refusal } from '#server/couch/refusals.ts';
import { endpoint } from '../../server/couch/endpoint.ts';
import type { Network } from './devices.ts';
import {
  amountOn,
  docsIn,
  isBulk,
  isPoll,
  openLine,
  order,
  pairInStep,
  PATIENT,
  setAmount,
  world,
} from './world.ts';

const UNAUTHORIZED: Refusal = {
  status: 401,
  error: 'unauthorized',
  reason: 'You are not authorized.',
};
const FORBIDDEN: Refusal = { status: 403, error: 'forbidden', reason: 'readers only read' };

const html = (status: number) => () => new Response('<html>Sign in</html>', { status });
const json =
  (body: unknown, status = 200) =>
  () =>
    Response.json(body, { status });

const answers: [string, () => Response][] = [
  ['401 as JSON', json(UNAUTHORIZED, 401)],
  ['500 as JSON', json({ error: 'internal_server_error' }, 500)],
  ['500 as a page', html(500)],
  ['a page of a guest network', html(200)],
  ['JSON of another form', json({ results: {}, last_seq: 7 })],
  ['a change that is none', json({ results: [null], last_seq: 7 })],
  ['a bare array', json([])],
  ['null', json(null)],
];

/** A proxy between a device and its server may answer so, with a status of success. */
const noneOfCouch: [string, () => Response][] = [
  ['a page of a guest network', html(200)],
  ['JSON of another form', json({ hello: 'world' })],
  ['a bare array', json([])],
  ['null', json(null)],
];

/** Says each state once it comes. */
const statesOf = (device: Awaited<ReturnType<typeof pairInStep>>['phone']): string[] => {
  const states: string[] = [];
  device.sync.status$.subscribe(({ state }) => states.push(state));
  return states;
};

describe('X8: what a server may answer', () => {
  test.each(answers)(
    'X8: a long-poll answered by %s, first and later: what was written meanwhile arrives',
    async (_, bad) => {
      const { device } = await world();
      let next = 0;
      let isBad = true;
      // The other device writes while the answer is on its way: no later poll may begin after it.
      const network: Network = async (request, answer) => {
        if (!isBad || !isPoll(request)) return answer();
        isBad = false;
        await tablet.records.create(order(`order-${(next += 1)}`));
        return bad();
      };
      const [phone, tablet] = [await device('phone', network), await device('tablet')];
      await Promise.all([tablet.connect(), phone.connect()]);
      const states = statesOf(phone);
      await expect.poll(() => amountOn(phone, 'order-1'), PATIENT).toBe('25000.00');
      isBad = true;
      await setAmount(tablet, '12.00', 'order-1');
      await expect.poll(() => amountOn(phone, 'order-2'), PATIENT).toBe('25000.00');
      await setAmount(tablet, '13.00', 'order-2');
      await expect.poll(() => amountOn(phone, 'order-2'), PATIENT).toBe('13.00');
      expect(states).not.toContain('comparing-again');
    },
  );

  test('X8: what is written between a failed first look and the first pull is received', async () => {
    const { device } = await world();
    const line = openLine();
    const [phone, tablet] = [await device('phone', line.network), await device('tablet')];
    await tablet.connect();
    const failed = Promise.withResolvers<void>();
    line.obey(async (request, answer) => {
      if (!request.url.includes('_changes')) return answer();
      failed.resolve();
      return html(500)();
    });
    await phone.connect();
    await failed.promise;
    await tablet.records.create(order());
    line.obey();
    await expect.poll(() => amountOn(phone), PATIENT).toBe('25000.00');
  });

  test('X8: a credential that works again: what both wrote meanwhile arrives, and nothing was set aside', async () => {
    let refused: Refusal | undefined;
    const { device } = await world(endpoint(() => refused));
    const [phone, tablet] = [await device('phone'), await device('tablet')];
    await phone.records.create(order());
    await Promise.all([phone.connect(), tablet.connect()]);
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
    const states = statesOf(phone);
    refused = UNAUTHORIZED;
    await setAmount(phone, '12.00');
    await phone.records.create(order('order-2'));
    await tablet.records.create(order('order-3'));
    await expect.poll(() => states.at(-1), PATIENT).toBe('not-let-in');
    refused = undefined;
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
    await expect.poll(() => amountOn(tablet, 'order-2'), PATIENT).toBe('25000.00');
    await expect.poll(() => amountOn(phone, 'order-3'), PATIENT).toBe('25000.00');
    expect([phone.sync.aside.size, tablet.sync.aside.size]).toEqual([0, 0]);
    expect(states).not.toContain('comparing-again');
  });

  test.each([
    ['one new record', 1],
    ['thirty new records and an edit', 30],
  ])(
    'X8: an account that may no longer write: nothing is set aside, and %s go out later',
    async (_, count) => {
      let mayWrite = true;
      const { device } = await world(
        endpoint((__, ___, need) => (mayWrite || need === 'read' ? undefined : FORBIDDEN)),
      );
      const [phone, tablet] = [await device('phone'), await device('tablet')];
      await phone.records.create(order());
      await Promise.all([phone.connect(), tablet.connect()]);
      await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
      const states = statesOf(phone);
      mayWrite = false;
      await phone.records.insert(Array.from({ length: count }, (__, at) => order(`new-${at}`)));
      if (count > 1) await setAmount(phone, '12.00');
      await expect
        .poll(() => states.includes('not-let-in') || phone.sync.aside.size > 0, PATIENT)
        .toBe(true);
      expect([...phone.sync.aside.keys()]).toEqual([]);
      mayWrite = true;
      await expect
        .poll(async () => (await tablet.records.find({ kind: 'credit-order' })).length, PATIENT)
        .toBe(count + 1);
      await expect.poll(() => amountOn(tablet), PATIENT).toBe(count > 1 ? '12.00' : '25000.00');
      expect(phone.sync.aside.size).toBe(0);
    },
  );

  test.each([400, 403, 413])(
    'X8: a whole request refused by %i for the sake of one row: the row alone is set aside, also when it comes alone',
    async (status) => {
      const { device } = await world();
      const network: Network = async (request, answer) =>
        (await docsIn(request)).some(({ _id }) => _id.startsWith('poison'))
          ? html(status)()
          : answer();
      const [phone, tablet] = [await device('phone', network), await device('tablet')];
      await phone.records.insert([
        ...Array.from({ length: 20 }, (_, at) => order(`order-${at}`)),
        order('poison-1'),
      ]);
      await Promise.all([phone.connect(), tablet.connect()]);
      await expect
        .poll(async () => (await tablet.records.find({ kind: 'credit-order' })).length, PATIENT)
        .toBe(20);
      await phone.records.create(order('poison-2'));
      await expect
        .poll(() => [...phone.sync.aside.keys()], PATIENT)
        .toEqual(['poison-1', 'poison-2']);
      await phone.records.create(order('later'));
      await expect.poll(() => amountOn(tablet, 'later'), PATIENT).toBe('25000.00');
    },
  );

  const refusals = [400, 413, 415, 422].flatMap((status): [number, string, () => Response][] => [
    [status, 'a page', html(status)],
    [status, 'JSON', json({ error: 'bad_request', reason: 'by a proxy' }, status)],
  ]);

  test.each(refusals)(
    'X8: a proxy that answers %i to every write, as %s: nothing is set aside, it is shown, and all go out later',
    async (_, __, refuse) => {
      const line = openLine();
      const { phone, tablet } = await pairInStep({ network: line.network });
      const states = statesOf(phone);
      line.obey((request, answer) => (isBulk(request) ? Promise.resolve(refuse()) : answer()));
      await phone.records.insert([order('order-2'), order('order-3')]);
      await expect
        .poll(() => states.includes('server-trouble') || phone.sync.aside.size > 0, PATIENT)
        .toBe(true);
      await setAmount(phone, '12.00');
      expect([...phone.sync.aside.keys()]).toEqual([]);
      line.obey();
      for (const id of ['order-2', 'order-3'])
        await expect.poll(() => amountOn(tablet, id), PATIENT).toBe('25000.00');
      await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
      expect(phone.sync.aside.size).toBe(0);
    },
  );

  test('X8: a row that failed for now is tried again, and not set aside', async () => {
    const { server, device } = await world();
    let failures = 3;
    const network: Network = async (request, answer) => {
      const docs = await docsIn(request);
      if (!docs.some(({ _id }) => _id === 'order-3') || failures === 0) return answer();
      failures -= 1;
      const good = docs.filter(({ _id }) => _id !== 'order-3');
      const { body } = await server.ask('POST', '/w/_bulk_docs', { docs: good });
      const rows = [
        ...(body as object[]),
        { id: 'order-3', error: 'timeout', reason: 'The request could not be processed.' },
      ];
      return Response.json(rows, { status: 201 });
    };
    const [phone, tablet] = [await device('phone', network), await device('tablet')];
    await phone.records.insert([1, 2, 3, 4].map((at) => order(`order-${at}`)));
    await Promise.all([phone.connect(), tablet.connect()]);
    await expect.poll(() => amountOn(tablet, 'order-3'), PATIENT).toBe('25000.00');
    expect([failures, phone.sync.aside.size]).toEqual([0, 0]);
    await expect
      .poll(async () => (await tablet.records.find({ kind: 'credit-order' })).length, PATIENT)
      .toBe(4);
  });

  test.each([
    ['the first mark was lost on its way', true, false],
    ['the answer to the first mark was lost', true, true],
    ['a later mark was lost on its way', false, false],
    ['the answer to a later mark was lost', false, true],
  ])(
    'X8: %s: that is no server that forgot, after a restart neither',
    async (_, isFirst, isWritten) => {
      const line = openLine();
      const lost = Promise.withResolvers<void>();
      const losing: Network = async (request, answer) => {
        if (request.method !== 'PUT') return answer();
        if (isWritten) await answer();
        lost.resolve();
        throw new TypeError('Failed to fetch');
      };
      if (isFirst) line.obey(losing);
      const { phone, tablet } = await pairInStep({ network: line.network });
      const isMarked = (): boolean => phone.kept.has('mark');
      if (!isFirst) await expect.poll(isMarked, PATIENT).toBe(true);
      line.obey(losing);
      await setAmount(phone, '12.00');
      await lost.promise;
      await phone.disconnect();
      line.obey();
      await phone.connect();
      const states = statesOf(phone);
      await setAmount(tablet, '13.00');
      await expect.poll(() => amountOn(phone), PATIENT).toBe('13.00');
      expect(states).not.toContain('comparing-again');
      expect(phone.kept.has('epoch')).toBe(false);
    },
  );

  test.each(noneOfCouch)(
    'X8: a mark answered by %s was not written: that is no server that forgot',
    async (_, other) => {
      const line = openLine();
      const { phone, tablet } = await pairInStep({ network: line.network });
      // One that the server has.
      await expect.poll(() => /"n":[1-9]/.test(phone.kept.get('mark') ?? ''), PATIENT).toBe(true);
      const answered = Promise.withResolvers<void>();
      line.obey(async (request, answer) => {
        if (request.method !== 'PUT') return answer();
        answered.resolve();
        return other();
      });
      await setAmount(phone, '12.00');
      await answered.promise;
      await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
      // By the next one it has taken the first for written, or not.
      const again = Promise.withResolvers<void>();
      line.obey(async (request, answer) => {
        if (request.method !== 'PUT') return answer();
        again.resolve();
        throw new TypeError('Failed to fetch');
      });
      await setAmount(phone, '12.50');
      await again.promise;
      await phone.disconnect();
      line.obey();
      await phone.connect();
      const states = statesOf(phone);
      await setAmount(tablet, '13.00');
      await expect.poll(() => amountOn(phone), PATIENT).toBe('13.00');
      expect(states).not.toContain('comparing-again');
      expect(phone.kept.has('epoch')).toBe(false);
    },
  );

  test.each(noneOfCouch)(
    'X8: a server that answers all by %s is reported as unreachable, and what waits goes out later',
    async (_, other) => {
      const line = openLine();
      const { phone, tablet } = await pairInStep({ network: line.network });
      const states = statesOf(phone);
      line.obey(() => Promise.resolve(other()));
      await setAmount(phone, '12.00');
      await expect.poll(() => states.at(-1), PATIENT).toBe('offline');
      line.obey();
      await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
      expect(new Set(states)).toEqual(new Set(['in-step', 'offline']));
    },
  );

  test('X8: a mark that was written and not answered, and one after it that never came: nothing is compared again', async () => {
    const line = openLine();
    const { phone, tablet } = await pairInStep({ network: line.network });
    await expect.poll(() => phone.kept.has('mark'), PATIENT).toBe(true);
    const states = statesOf(phone);
    for (const [amount, isWritten] of [
      ['12.00', true],
      ['13.00', false],
    ] as const) {
      const lost = Promise.withResolvers<void>();
      line.obey(async (request, answer) => {
        if (request.method !== 'PUT') return answer();
        if (isWritten) await answer();
        lost.resolve();
        throw new TypeError('Failed to fetch');
      });
      await setAmount(phone, amount);
      await lost.promise;
      await phone.disconnect();
      await phone.connect();
      phone.sync.status$.subscribe(({ state }) => states.push(state));
    }
    line.obey();
    await setAmount(tablet, '14.00');
    await expect.poll(() => amountOn(phone), PATIENT).toBe('14.00');
    expect(states).not.toContain('comparing-again');
    expect(phone.kept.has('epoch')).toBe(false);
  });

  test.each([[{ n: 'x' }], [{ n: 0.5 }], [{}]])(
    'X8: a mark over which somebody wrote %j does not count: all is compared again, and it is rewritten',
    async (written) => {
      const line = openLine();
      const put = Promise.withResolvers<string>();
      line.obey(async (request, answer) => {
        if (request.method === 'PUT') put.resolve(new URL(request.url).pathname);
        return answer();
      });
      const { server, phone, tablet } = await pairInStep({ network: line.network });
      const mark = await put.promise;
      // One that the server has answered for; a second one may have been written by then.
      const numbers = (): RegExpExecArray | null =>
        /"n":(\d+),"next":(\d+)/.exec(phone.kept.get('mark') ?? '');
      await expect.poll(() => numbers()?.[1] === (numbers()?.[2] ?? 'none'), PATIENT).toBe(true);
      await phone.disconnect();
      expect((await server.ask('PUT', mark, written)).status).toBe(201);
      await setAmount(phone, '12.00');
      await phone.connect();
      await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
      const numberThere = async () => ((await server.ask('GET', mark)).body as { n?: unknown }).n;
      await expect.poll(async () => Number.isSafeInteger(await numberThere()), PATIENT).toBe(true);
    },
  );

  test('X8: a write that is answered without its rows is written again', async () => {
    const line = openLine();
    const { phone, tablet } = await pairInStep({ network: line.network });
    let faults = 2;
    line.obey(async (request, answer) => {
      if (!isBulk(request) || faults === 0) return answer();
      faults -= 1;
      return Response.json(faults === 0 ? {} : [], { status: 201 });
    });
    await setAmount(phone, '12.00');
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
    expect(faults).toBe(0);
  });
});

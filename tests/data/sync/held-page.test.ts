import { REPLICATION_STATE_BY_COLLECTION } from 'rxdb/plugins/replication';
import { expect, test } from 'vitest';
import { openPassed } from '#data/sync/passed.ts';
import type { Device, Network } from './devices.ts';
import {
  amountOn,
  gate,
  inStep,
  isBulk,
  isChanges,
  isDown,
  isHeads,
  isPoll,
  openLine,
  order,
  PATIENT,
  setAmount,
  world,
} from './world.ts';

const [NOTHING_YET, ITS_OWN, THEIRS] = ['25000.00', '12.00', '13.00'];

type Given = Parameters<Awaited<ReturnType<typeof world>>['device']>[1] & object;

type Both = {
  readonly line: ReturnType<typeof openLine>;
  readonly phone: Device;
  readonly tablet: Device;
};

/**
 * The phone writes an order, and the server's answer is on its way; the tablet writes over that,
 * and makes another order. The phone reads a page a record, and each stops where a test says.
 */
const crossing = async (given: Given = {}) => {
  const { line, phone, tablet } = await bothHave(given);
  await phone.disconnect();
  return {
    ...(await crossed({ line, phone, tablet }, () => phone.connect())),
    line,
    phone,
    tablet,
  };
};

/** Both hold one order. */
const bothHave = async (given: Given = {}) => {
  const { device } = await world();
  const line = openLine();
  const phone = await device('phone', { network: line.network, times: { batch: 1 }, ...given });
  const tablet = await device('tablet');
  await phone.records.create(order());
  await Promise.all([phone.connect(), tablet.connect()]);
  await expect.poll(() => amountOn(tablet), PATIENT).toBe(NOTHING_YET);
  await inStep(phone);
  return { line, phone, tablet };
};

const crossed = async ({ line, phone, tablet }: Both, begin: () => unknown, id = 'order-1') => {
  const [asking, taken, lastPage] = [gate(), gate(), gate()];
  let pages = 0;
  const crossing: Network = async (request, answer) => {
    if (isPoll(request)) return isDown(request, answer);
    if (isChanges(request)) {
      await asking.pass();
      pages += 1;
      if (pages > 1) await lastPage.pass();
      return answer();
    }
    const answered = await answer();
    if (isBulk(request)) await taken.pass();
    return answered;
  };
  line.obey(crossing);
  await begin();
  await asking.reached;
  await setAmount(phone, ITS_OWN, id);
  await taken.reached;
  await expect.poll(() => amountOn(tablet, id), PATIENT).toBe(ITS_OWN);
  await setAmount(tablet, THEIRS, id);
  await tablet.records.create(order(id === 'order-1' ? 'order-2' : 'order-3'));
  await inStep(tablet);
  return { asking, taken, lastPage };
};

test('X8: what others wrote over a change comes also where its answer arrives while the page that says so is looked at', async () => {
  const { phone, asking, taken, lastPage } = await crossing();
  asking.open();
  await lastPage.reached;
  taken.open();
  await inStep(phone);
  lastPage.open();
  await expect.poll(() => amountOn(phone, 'order-2'), PATIENT).toBe(NOTHING_YET);
  await expect.poll(() => amountOn(phone), PATIENT).toBe(THEIRS);
});

test('X8: and where nothing else brings a pull afterwards', async () => {
  const { phone, asking, taken, lastPage } = await crossing({ times: { batch: 2 } });
  asking.open();
  await lastPage.reached;
  taken.open();
  await inStep(phone);
  lastPage.open();
  await expect.poll(() => amountOn(phone), PATIENT).toBe(THEIRS);
});

/** The phone gets all pages, while its own write is not answered for. */
const passes = async (phone: Device, pages: readonly ReturnType<typeof gate>[]): Promise<void> => {
  for (const page of pages) page.open();
  await expect.poll(() => amountOn(phone, 'order-2'), PATIENT).toBe(NOTHING_YET);
};

/**
 * The phone has passed what the tablet wrote, and its own write is through; no network lets it be
 * read again.
 */
const passed = async (given: Given = {}) => {
  const { line, phone, tablet, asking, taken, lastPage } = await crossing(given);
  await passes(phone, [asking, lastPage]);
  line.obey(onlyWrites);
  taken.open();
  await inStep(phone);
  expect(await amountOn(phone)).toBe(ITS_OWN);
  return { line, phone, tablet };
};

const onlyWrites: Network = (request, answer) =>
  isBulk(request) ? answer() : isDown(request, answer);

test('X8: and where the app is gone before it is reread', async () => {
  const { line, phone } = await passed();
  await phone.kill();
  line.obey();
  await phone.connect();
  await expect.poll(() => amountOn(phone), PATIENT).toBe(THEIRS);
  await expect.poll(() => phone.kept.has('passed'), PATIENT).toBe(false);
});

test('X8: and where it is gone before what was reread is written', async () => {
  const { line, phone } = await passed();
  const { storageInstance } = phone.collection;
  const write = storageInstance.bulkWrite.bind(storageInstance);
  const gone = Promise.withResolvers<void>();
  storageInstance.bulkWrite = (rows, context) => {
    if (!context.startsWith('replication-downstream')) return write(rows, context);
    gone.resolve(phone.kill());
    return new Promise(() => undefined);
  };
  line.obey();
  phone.sync.tryNow();
  await gone.promise;
  expect(await amountOn(phone)).toBe(ITS_OWN);
  await phone.connect();
  await expect.poll(() => amountOn(phone), PATIENT).toBe(THEIRS);
});

const hasTheirs = async (phone: Device): Promise<void> => {
  await expect.poll(() => amountOn(phone), PATIENT).toBe(THEIRS);
  // What has come is looked at once more, and forgotten then.
  phone.sync.tryNow();
  await expect.poll(() => phone.kept.has('passed'), PATIENT).toBe(false);
};

/** A request that reads one order by its id. */
const reads = async (request: Request, id = 'order-1'): Promise<boolean> =>
  isHeads(request) && (await request.clone().text()).includes(id);

test('X8: and where a proxy in between answers something else when it is reread', async () => {
  const { line, phone } = await passed();
  let odd = 0;
  line.obey(async (request, answer) => {
    if (odd > 0 || !(await reads(request))) return answer();
    odd += 1;
    return Response.json({
      total_rows: 2,
      offset: 0,
      rows: [{ key: 'order-1', error: 'timeout' }],
    });
  });
  phone.sync.tryNow();
  await expect.poll(() => odd, PATIENT).toBe(1);
  await hasTheirs(phone);
});

const runOf = ({ collection }: Device) => {
  const run = REPLICATION_STATE_BY_COLLECTION.get(collection as never)?.at(-1);
  if (run === undefined) throw new Error('nothing is replicated');
  return run;
};

test('X8: and where the page is hidden while it is reread: RxDB drops what comes then', async () => {
  const { line, phone } = await passed();
  const read = gate();
  let answers = 0;
  line.obey(async (request, answer) => {
    const answered = await answer();
    if (await reads(request)) {
      await read.pass();
      answers += 1;
    }
    return answered;
  });
  phone.sync.tryNow();
  await read.reached;
  await runOf(phone).pause();
  read.open();
  await expect.poll(() => answers, PATIENT).toBeGreaterThan(0);
  await runOf(phone).internalReplicationState?.streamQueue.down;
  line.obey();
  await runOf(phone).start();
  phone.sync.tryNow();
  await hasTheirs(phone);
});

test('X8: and where a page from before all was compared again comes late', async () => {
  const { line, phone, tablet } = await bothHave();
  const old = gate();
  line.obey(async (request, answer) => {
    if (isPoll(request)) return isDown(request, answer);
    const answered = await answer();
    if (isChanges(request)) await old.pass();
    return answered;
  });
  phone.sync.tryNow();
  await old.reached;
  line.obey((request, answer) => (isPoll(request) ? isDown(request, answer) : answer()));
  const before = runOf(phone);
  phone.sync.compareAll();
  await expect.poll(() => runOf(phone) !== before && phone.kept.get('epoch'), PATIENT).toBe('1');
  await runOf(phone).awaitInitialReplication();
  const { asking, taken, lastPage } = await crossed({ line, phone, tablet }, () =>
    phone.sync.tryNow(),
  );
  await passes(phone, [asking, lastPage]);
  line.obey(onlyWrites);
  taken.open();
  await inStep(phone);
  // The late page reads it, and RxDB drops that: it was given up.
  let isRead = false;
  line.obey(async (request, answer) => {
    if (isChanges(request)) return isDown(request, answer);
    const answered = await answer();
    isRead ||= await reads(request);
    return answered;
  });
  old.open();
  await expect.poll(() => isRead, PATIENT).toBe(true);
  line.obey();
  phone.sync.tryNow();
  await hasTheirs(phone);
});

test('X8: and where another change cannot be sent since, because the device may only read', async () => {
  let mayWrite = true;
  const { line, phone, asking, taken, lastPage } = await crossing({ mayWrite: () => mayWrite });
  await passes(phone, [asking, lastPage]);
  line.obey();
  await phone.records.create(order('order-3'));
  mayWrite = false;
  taken.open();
  await hasTheirs(phone);
});

test('X8: and where the device could not note once what it passed', async () => {
  const { line, phone, tablet } = await passed({ times: { batch: 50 } });
  const { set } = phone.store;
  let failed = 0;
  phone.store.set = async (id, value) => {
    if (id === 'passed' && failed === 0) {
      failed += 1;
      throw new DOMException('full', 'QuotaExceededError');
    }
    return set(id, value);
  };
  // The same once more with the other order, in the pull that rereads the first one.
  const { asking, taken } = await crossed(
    { line, phone, tablet },
    () => phone.sync.tryNow(),
    'order-2',
  );
  asking.open();
  await expect.poll(() => failed, PATIENT).toBe(1);
  taken.open();
  line.obey();
  await hasTheirs(phone);
  await expect.poll(() => amountOn(phone, 'order-2'), PATIENT).toBe(THEIRS);
});

test('X8: what is to be reread is kept before anybody hears so, and not after the end', async () => {
  const [disk, end] = [gate(), new AbortController()];
  const kept: unknown[] = [];
  const store = {
    get: async () => undefined,
    set: async (_: string, value: unknown) => {
      await disk.pass();
      kept.push(value);
    },
  };
  const list = await openPassed(store, end.signal);
  list.add('order-1');
  const first = list.keep();
  list.add('order-2');
  const second = list.keep().then(() => [...kept]);
  await disk.reached;
  disk.open();
  await first;
  expect(await second).toEqual([['order-1', 'order-2']]);
  end.abort();
  list.add('order-3');
  await list.keep();
  expect(kept).toHaveLength(1);
});

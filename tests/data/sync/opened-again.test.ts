import { expect, test } from 'vitest';
import { sealing } from '#data/sync/sealing.ts';
import { sharedKey, type Network } from './devices.ts';
import {
  amountOn,
  docsIn,
  isChanges,
  onServer,
  openLine,
  order,
  orderOn,
  orderUnderOtherKey,
  pairInStep,
  PATIENT,
  setAmount,
  setReseller,
  world,
} from './world.ts';

/** No news comes: a push is the first to meet what is on the server. */
const withoutNews =
  (rule: Network): Network =>
  (request, answer) =>
    isChanges(request) ? new Promise(() => undefined) : rule(request, answer);

test('X8: what met something unreadable goes out once the device may write, also beside many rows that a rule never takes', async () => {
  const line = openLine();
  let may = true;
  const given = { network: line.network, mayWrite: () => may, times: { batch: 3 } };
  const { server, phone, tablet, key } = await pairInStep(given);
  const other = { ...(await sharedKey()), id: 'k2' };
  const isByRule = ({ _id }: { readonly _id: string }): boolean => _id.startsWith('rule-');
  const ruled: Network = async (request, answer) => {
    const docs = await docsIn(request);
    if (!docs.some(isByRule)) return answer();
    const good = docs.filter((doc) => !isByRule(doc));
    const written =
      good.length === 0 ? [] : (await server.ask('POST', '/w/_bulk_docs', { docs: good })).body;
    const refused = docs
      .filter(isByRule)
      .map(({ _id: id }) => ({ id, error: 'forbidden', reason: 'a rule' }));
    return Response.json([...(written as object[]), ...refused], { status: 201 });
  };
  line.obey(ruled);
  await phone.records.insert(Array.from({ length: 6 }, (_, at) => order(`rule-${at}`)));
  await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(6);
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  await Promise.all([phone.disconnect(), tablet.disconnect()]);
  line.obey(withoutNews(ruled));
  await phone.connect();
  await orderUnderOtherKey({ server, tablet }, other);
  await setReseller(phone, 'Atea');
  await expect.poll(() => phone.sync.aside.get('order-1')?.reason, PATIENT).toBe('not-authentic');
  await expect.poll(() => phone.sync.waiting(1), PATIENT).toBe(0);
  await phone.disconnect();
  line.obey(ruled);
  may = false;
  await tablet.connect();
  await phone.connect(
    {},
    { codec: sealing({ ...key, older: new Map([['k2', other.key]]) }, ['keyring']) },
  );
  await tablet.records.create(order('order-2'));
  await expect.poll(() => amountOn(phone, 'order-2'), PATIENT).toBe('25000.00');
  may = true;
  phone.sync.rightsChanged();
  await expect.poll(() => phone.sync.aside.has('order-1'), PATIENT).toBe(false);
  expect((await orderOn(phone))?.data).toMatchObject({ reseller: 'Atea', amount: '33000.00' });
});

test('X8: of many that can be opened at once, a page is sent again at once', async () => {
  const line = openLine();
  const { server, key, device } = await world();
  const phone = await device('phone', line.network);
  const other = { ...(await sharedKey()), id: 'k2' };
  const ids = Array.from({ length: 40 }, (_, at) => `order-${at}`);
  await phone.records.insert(ids.map(order));
  await phone.connect();
  await expect.poll(() => phone.sync.waiting(99), PATIENT).toBe(0);
  await phone.disconnect();
  const sealed = sealing(other, []);
  const docs = (await onServer(server, ids)).map(async ({ id, value }) => ({
    ...(await sealed.pack({ ...(await orderOn(phone, id)), updatedAt: 8_000_000 } as never)),
    _rev: value?.rev,
  }));
  await server.ask('POST', '/w/_bulk_docs', { docs: await Promise.all(docs) });
  line.obey(withoutNews((_, answer) => answer()));
  await phone.connect();
  for (const id of ids) await setReseller(phone, 'Atea', id);
  await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(40);
  await expect.poll(() => phone.sync.waiting(99), PATIENT).toBe(0);
  await phone.disconnect();
  line.obey();
  const own = phone.collection.storageInstance;
  const write = own.bulkWrite.bind(own);
  let again = 0;
  own.bulkWrite = (rows, context) => {
    if (context === 'refused-sent-again') again += 1;
    return write(rows, context);
  };
  await phone.connect(
    {},
    { codec: sealing({ ...key, older: new Map([['k2', other.key]]) }, ['keyring']) },
  );
  await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
  expect(again).toBeLessThan(10);
});

test('X8: what met something unreadable a second time on a run goes out once that can be opened, too', async () => {
  type Row = { readonly id: string; readonly doc?: object | null };
  type Read = { readonly rows?: readonly Row[]; readonly results?: readonly Row[] };
  const garbled = (rows: readonly Row[]): Row[] =>
    rows.map((row) =>
      row.id === 'order-1' && row.doc
        ? { ...row, doc: { ...row.doc, sealed: { iv: 'AAAAAAAAAAAAAAAA', text: 'AAAA' } } }
        : row,
    );
  let isGarbling = false;
  const network: Network = async (request, answer) => {
    const answered = await answer();
    // A request that waits for news is answered as the line is by then.
    if (!isGarbling || !answered.ok || !(request.url.includes('/_all_docs') || isChanges(request)))
      return answered;
    const { rows, results, ...more } = (await answered.json()) as Read;
    const found = rows === undefined ? {} : { rows: garbled(rows) };
    const changed = results === undefined ? {} : { results: garbled(results) };
    return Response.json({ ...more, ...found, ...changed });
  };
  const { phone, tablet } = await pairInStep({ network });
  for (const [amount, reseller] of [
    ['11.00', 'Atea'],
    ['12.00', 'Dustin'],
  ] as const) {
    isGarbling = true;
    await setAmount(phone, amount);
    await expect.poll(() => phone.sync.aside.get('order-1')?.reason, PATIENT).toBe('not-authentic');
    await expect.poll(() => phone.sync.waiting(1), PATIENT).toBe(0);
    isGarbling = false;
    await setReseller(tablet, reseller);
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
    await expect
      .poll(async () => (await orderOn(tablet))?.data, PATIENT)
      .toMatchObject({ amount, reseller });
  }
});

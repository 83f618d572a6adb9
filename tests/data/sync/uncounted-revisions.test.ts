import { expect, test } from 'vitest';
import { examples } from '#tests/factories/examples.ts';
import type { Network } from './devices.ts';
import {
  amountOn,
  docsIn,
  inStep,
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

type Row = { readonly id: string; readonly value?: object; readonly doc?: object | null };

/** A CouchDB that has these under that revision, as somebody wrote them who may replicate there. */
const having =
  (ids: readonly string[], rev: string): Network =>
  async (request, answer) => {
    if (!isChanges(request) && !isHeads(request)) return answer();
    const answered = (await (await answer()).json()) as {
      results?: readonly Row[];
      rows?: readonly Row[];
    };
    const renamed = ({ value, doc, ...row }: Row): Row => ({
      ...row,
      ...(value !== undefined && { value: { ...value, rev } }),
      ...(doc && { doc: { ...doc, _rev: rev } }),
    });
    const among = (rows: readonly Row[] | undefined) =>
      rows?.map((row) => (ids.includes(row.id) ? renamed(row) : row));
    return Response.json({
      ...answered,
      results: among(answered.results),
      rows: among(answered.rows),
    });
  };

const REVISIONS = [
  ['of sixteen figures', '9999999999999999-a'],
  ['that is nought', '0-a'],
  ['of a thousand figures', `${'9'.repeat(1_000)}-a`],
] as const;

test.each(REVISIONS)(
  'X9: a document under a revision %s is reported, and all else comes and goes',
  async (_, rev) => {
    const line = openLine();
    const { server, phone, tablet } = await pairInStep({ network: line.network });
    await phone.disconnect();
    line.obey(having(['odd'], rev));
    await server.ask('PUT', '/w/odd', { hello: 1 });
    await setAmount(tablet, '12.00');
    await inStep(tablet);
    await phone.connect();
    await expect.poll(() => amountOn(phone), PATIENT).toBe('12.00');
    expect([...phone.sync.unreadable]).toEqual(['odd']);
    await setAmount(phone, '13.00');
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('13.00');
    await phone.disconnect();
    await phone.connect();
    await setAmount(tablet, '14.00');
    await expect.poll(() => amountOn(phone), PATIENT).toBe('14.00');
  },
);

test.each(REVISIONS)(
  'X9: a change of a record that the server has under a revision %s waits, and holds up no other',
  async (_, rev) => {
    const line = openLine();
    const { phone, tablet } = await pairInStep({ network: line.network });
    await phone.records.create(order('order-2'));
    await expect.poll(() => amountOn(tablet, 'order-2'), PATIENT).toBe('25000.00');
    await phone.disconnect();
    line.obey(having(['order-1'], rev));
    await setAmount(tablet, '12.00');
    await inStep(tablet);
    await setReseller(phone, 'Atea');
    await setAmount(phone, '13.00', 'order-2');
    await phone.connect();
    await expect.poll(() => amountOn(tablet, 'order-2'), PATIENT).toBe('13.00');
    await expect.poll(() => phone.sync.aside.get('order-1')?.reason, PATIENT).toBe('not-authentic');
    expect((await orderOn(phone))?.data).toMatchObject({ amount: '25000.00', reseller: 'Atea' });
    line.obey();
    phone.sync.compareAll();
    for (const device of [phone, tablet])
      await expect
        .poll(async () => (await orderOn(device))?.data, PATIENT)
        .toMatchObject({ amount: '12.00', reseller: 'Atea' });
  },
);

test('X9: a keyring under such a revision is written over a few times a run, and does not stop the sync', async () => {
  const { server, device } = await world();
  const line = openLine();
  const [phone, tablet] = [await device('phone', line.network), await device('tablet')];
  await phone.records.insert([examples.keyring, order()]);
  await Promise.all([phone.connect(), tablet.connect()]);
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
  await inStep(phone);
  let written = 0;
  const odd = having(['keyring'], '9999999999999999-a');
  line.obey(async (request, answer) => {
    const docs = await docsIn(request);
    if (!docs.some(({ _id }) => _id === 'keyring')) return odd(request, answer);
    written += 1;
    return Response.json([{ id: 'keyring', ok: true, rev: '10000000000000000-a' }], {
      status: 201,
    });
  });
  for (const amount of ['12.00', '13.00', '14.00']) {
    phone.sync.tryNow();
    await setAmount(phone, amount);
    await expect.poll(() => amountOn(tablet), PATIENT).toBe(amount);
  }
  expect(written).toBeGreaterThan(0);
  expect((await onServer(server, ['keyring']))[0]?.value?.deleted).toBeUndefined();
});

import { expect, test } from 'vitest';
import type { Device, Network } from './devices.ts';
import {
  amountOn,
  docsIn,
  isHeads,
  openLine,
  order,
  orderOn,
  pairInStep,
  PATIENT,
  setAmount,
} from './world.ts';

/** Refuses each row, as an account without rights hears it. */
const forbidding: Network = async (request, answer) => {
  const docs = await docsIn(request);
  if (docs.length === 0) return answer();
  return Response.json(
    docs.map(({ _id: id }) => ({ id, error: 'forbidden', reason: 'no' })),
    { status: 201 },
  );
};

/** The server takes what is written, but its answer is lost. */
const losingAnswers: Network = async (request, answer) => {
  const docs = await docsIn(request);
  const answered = await answer();
  if (docs.length > 0) throw new TypeError('Failed to fetch');
  return answered;
};

/** A node of a cluster that has not heard of that record yet. */
const behind =
  (id: string): Network =>
  async (request, answer) => {
    const { keys } = isHeads(request)
      ? ((await request.clone().json()) as { keys: string[] })
      : { keys: [] };
    return keys.includes(id)
      ? Response.json({ rows: keys.map((key) => ({ key, error: 'not_found' })) })
      : answer();
  };

/**
 * Between the two tries the app is closed, which has forgotten then that it sent anything, or it
 * goes on and asks what the server has.
 */
test.each([
  ['by a node that knows nothing of it yet', async () => undefined],
  [
    'once the app was closed',
    async (phone: Device) => void (await phone.kill(), await phone.connect()),
  ],
])(
  'X8: taken with the answer lost, refused at the next try (%s), then edited: the edit arrives',
  async (_, between) => {
    const line = openLine();
    const { phone, tablet } = await pairInStep({ network: line.network });
    let tries = 0;
    const sent = Promise.withResolvers<void>();
    line.obey(async (request, answer) => {
      if ((await docsIn(request)).length === 0) return behind('order-2')(request, answer);
      tries += 1;
      sent.resolve();
      return (tries === 1 ? losingAnswers : forbidding)(request, answer);
    });
    await phone.records.create(order('order-2'));
    await sent.promise;
    await between(phone);
    await expect.poll(() => tries, PATIENT).toBeGreaterThan(1);
    await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
    line.obey();
    await setAmount(phone, '777.00', 'order-2');
    await expect.poll(() => amountOn(tablet, 'order-2'), PATIENT).toBe('777.00');
    await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
    expect([phone.sync.aside.size, (await orderOn(tablet, 'order-2'))?.clashes]).toEqual([0, []]);
  },
);

test('X8: refused, sent again and taken as the app is closed, then edited: the edit arrives after the restart', async () => {
  const line = openLine();
  const { phone, tablet } = await pairInStep({ network: line.network });
  line.obey(forbidding);
  await setAmount(phone, '666.00');
  await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(1);
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  const taken = Promise.withResolvers<void>();
  line.obey(async (request, answer) => {
    const docs = await docsIn(request);
    const answered = await answer();
    if (docs.length === 0) return answered;
    taken.resolve();
    return new Promise<never>(() => undefined);
  });
  phone.sync.sendRefused();
  await taken.promise;
  await phone.kill();
  await setAmount(phone, '777.00');
  line.obey();
  await phone.connect();
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('777.00');
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  expect([phone.sync.aside.size, (await orderOn(tablet))?.clashes]).toEqual([0, []]);
});

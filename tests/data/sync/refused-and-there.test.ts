import { expect, test } from 'vitest';
import type { Network } from './devices.ts';
import { amountOn, docsIn, openLine, order, orderOn, pairInStep, PATIENT, setAmount } from './world.ts';

/** Refuses each row, as an account without rights hears it. */
const forbidding: Network = async (request, answer) => {
  const docs = await docsIn(request);
  if (docs.length === 0) return answer();
  return Response.json(
    docs.map(({ _id: id }) => ({ id, error: 'forbidden', reason: 'no' })),
    { status: 201 },
  );
};

/** The server takes what is written, and nobody hears so. */
const losingAnswers: Network = async (request, answer) => {
  const docs = await docsIn(request);
  const answered = await answer();
  if (docs.length > 0) throw new TypeError('Failed to fetch');
  return answered;
};

test('X8: taken with the answer lost, refused at the next try, then edited: the edit arrives', async () => {
  const line = openLine();
  const { phone, tablet } = await pairInStep({ network: line.network });
  let tries = 0;
  line.obey(async (request, answer) => {
    if ((await docsIn(request)).length === 0) return answer();
    tries += 1;
    return (tries === 1 ? losingAnswers : forbidding)(request, answer);
  });
  await phone.records.create(order('order-2'));
  await expect.poll(() => tries, PATIENT).toBe(1);
  // A sync that goes on would ask first what the server has.
  await phone.kill();
  await phone.connect();
  await expect.poll(() => tries, PATIENT).toBeGreaterThan(1);
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  line.obey();
  await setAmount(phone, '777.00', 'order-2');
  await expect.poll(() => amountOn(tablet, 'order-2'), PATIENT).toBe('777.00');
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  expect([phone.sync.aside.size, (await orderOn(tablet, 'order-2'))?.clashes]).toEqual([0, []]);
});

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

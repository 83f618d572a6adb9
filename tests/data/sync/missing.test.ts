import { expect, test } from 'vitest';
import { amountOn, docsIn, isChanges, openLine, order, PATIENT, setAmount, world } from './world.ts';

/** The server refuses that one record for good. */
const refusing =
  (id: string) =>
  async (request: Request, answer: () => Promise<Response>): Promise<Response> =>
    (await docsIn(request)).some(({ _id }) => _id === id)
      ? Response.json([{ id, error: 'forbidden', reason: 'not this one' }], { status: 201 })
      : answer();

/** Answers as the server does, but for one record, which never comes. */
const withoutRecord =
  (id: string) =>
  async (request: Request, answer: () => Promise<Response>): Promise<Response> => {
    const found = await answer();
    if (!isChanges(request) || !found.ok) return found;
    const page = (await found.json()) as { results: { id: string }[]; last_seq: unknown };
    return Response.json({ ...page, results: page.results.filter((row) => row.id !== id) });
  };

test('X11: what the server has and the device does not is counted, and fetched when all is compared', async () => {
  const { server, device } = await world();
  const line = openLine();
  const [phone, tablet] = [await device('phone'), await device('tablet', line.network)];
  await server.ask('PUT', '/w/_design/rules', { validate: 'no record' });
  await phone.records.insert([order('here'), order('lost')]);
  await phone.connect();
  await expect.poll(() => phone.sync.missing(), PATIENT).toBe(0);
  line.obey(withoutRecord('lost'));
  await tablet.connect();
  await expect.poll(() => amountOn(tablet, 'here'), PATIENT).toBe('25000.00');
  expect(await tablet.sync.missing()).toBe(1);
  await setAmount(phone, '12.00', 'here');
  await expect.poll(() => amountOn(tablet, 'here'), PATIENT).toBe('12.00');
  expect(await amountOn(tablet, 'lost')).toBeUndefined();
  line.obey();
  tablet.sync.compareAll();
  await expect.poll(() => amountOn(tablet, 'lost'), PATIENT).toBe('25000.00');
  expect(await tablet.sync.missing()).toBe(0);
});

test('X11: what the server refused hides nothing that is missing here', async () => {
  const { device } = await world();
  const line = openLine();
  const [phone, tablet] = [await device('phone'), await device('tablet', line.network)];
  await phone.records.insert([order('here'), order('lost')]);
  await phone.connect();
  line.obey(withoutRecord('lost'));
  await tablet.connect();
  await expect.poll(() => amountOn(tablet, 'here'), PATIENT).toBe('25000.00');
  line.obey(refusing('refused'));
  await tablet.records.create(order('refused'));
  await expect.poll(() => tablet.sync.aside.size, PATIENT).toBe(1);
  // Two here and two there, of which one is not here all the same.
  expect(await tablet.sync.missing()).toBe(1);
});

import { expect, test } from 'vitest';
import { amountOn, isChanges, openLine, order, PATIENT, setAmount, world } from './world.ts';

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

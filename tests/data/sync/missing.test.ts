import { expect, test } from 'vitest';
import type { Network } from './devices.ts';
import {
  amountOn,
  docsIn,
  isChanges,
  onServer,
  openLine,
  order,
  pairInStep,
  PATIENT,
  setAmount,
  world,
} from './world.ts';

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

/** The server sends no changes. */
const withoutNews: Network = (request, answer) =>
  isChanges(request) ? new Promise(() => undefined) : answer();

/** Somebody deletes it who has no key. */
const takeOff = async (server: Parameters<typeof onServer>[0], id: string): Promise<void> => {
  const [row] = await onServer(server, [id]);
  await server.ask('POST', '/w/_bulk_docs', {
    docs: [{ _id: id, _rev: row?.value?.rev, _deleted: true }],
  });
};

test('X11: what the server has and the device does not is counted, and fetched when all is compared', async () => {
  const { server, device } = await world();
  const line = openLine();
  const [phone, tablet] = [await device('phone'), await device('tablet', line.network)];
  await server.ask('PUT', '/w/_design/rules', { validate: 'no record' });
  await phone.records.insert([order('here'), order('lost')]);
  await phone.connect();
  await expect.poll(() => phone.sync.oneSided(false), PATIENT).toEqual({ missing: 0, lacking: 0 });
  line.obey(withoutRecord('lost'));
  await tablet.connect();
  await expect.poll(() => amountOn(tablet, 'here'), PATIENT).toBe('25000.00');
  expect(await tablet.sync.oneSided(false)).toEqual({ missing: 1, lacking: 0 });
  await setAmount(phone, '12.00', 'here');
  await expect.poll(() => amountOn(tablet, 'here'), PATIENT).toBe('12.00');
  expect(await amountOn(tablet, 'lost')).toBeUndefined();
  line.obey();
  tablet.sync.compareAll();
  await expect.poll(() => amountOn(tablet, 'lost'), PATIENT).toBe('25000.00');
  expect(await tablet.sync.oneSided(false)).toEqual({ missing: 0, lacking: 0 });
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
  expect(await tablet.sync.oneSided(false)).toEqual({ missing: 1, lacking: 0 });
});

test('X11: as many too few as too many are not the same records, for who looks', async () => {
  const { server, device } = await world();
  const line = openLine();
  const [phone, tablet] = [await device('phone'), await device('tablet', line.network)];
  await phone.records.insert([order('here'), order('lost')]);
  await phone.connect();
  await expect.poll(() => phone.sync.oneSided(true), PATIENT).toEqual({ missing: 0, lacking: 0 });
  line.obey(withoutRecord('lost'));
  await tablet.connect();
  await tablet.records.create(order('gone'));
  await expect.poll(() => amountOn(phone, 'gone'), PATIENT).toBe('25000.00');
  // The tablet does not hear that somebody removed it from the server.
  line.obey(withoutNews);
  await takeOff(server, 'gone');
  expect(await tablet.sync.oneSided(false)).toEqual({ missing: 0, lacking: 0 });
  expect(await tablet.sync.oneSided(true)).toEqual({ missing: 1, lacking: 1 });
});

test('X11: more here than on the server is counted by the number, too', async () => {
  const line = openLine();
  const { server, phone } = await pairInStep({ network: line.network });
  line.obey(withoutNews);
  await takeOff(server, 'order-1');
  for (const closely of [false, true])
    expect(await phone.sync.oneSided(closely)).toEqual({ missing: 0, lacking: 1 });
});

test('X11: ids are read a page at a time, and what is no record is not among them', async () => {
  const { server, device } = await world();
  const phone = await device('phone');
  await phone.connect();
  const many = Array.from({ length: 1_500 }, (_, at) => ({ _id: `row "${at}" å` }));
  await server.ask('POST', '/w/_bulk_docs', { docs: [...many, { _id: '_design/rules' }] });
  await expect.poll(() => phone.sync.unreadable.size, PATIENT).toBe(1_500);
  const line = openLine();
  const tablet = await device('tablet', line.network);
  line.obey(withoutNews);
  await tablet.connect();
  expect(await tablet.sync.oneSided(true)).toEqual({ missing: 1_500, lacking: 0 });
});

test('X11: what cannot be opened and was deleted on the server is forgotten, unless it may be of a record that is here', async () => {
  const { server, phone } = await pairInStep();
  const garbled = { key: 'k9', sealed: { iv: 'AAAAAAAAAAAAAAAA', text: 'AAAA' } };
  await server.ask('POST', '/w/_bulk_docs', {
    docs: ['stays', 'goes'].map((_id) => ({ _id, ...garbled })),
  });
  await takeOff(server, 'order-1');
  await expect.poll(() => phone.sync.unreadable.size, PATIENT).toBe(3);
  await takeOff(server, 'goes');
  expect(await phone.sync.oneSided(false)).toEqual({ missing: 0, lacking: 0 });
  expect([...phone.sync.unreadable].sort()).toEqual(['order-1', 'stays']);
  await expect
    .poll(() => JSON.parse(phone.kept.get('unreadable') ?? '[]'), PATIENT)
    .toHaveLength(2);
});

import { expect, test } from 'vitest';
import { basic } from '#data/sync/couch/database-at.ts';
import { askPolitely } from '#data/sync/refused/ask-politely.ts';
import { refusal } from '#server/couch/refusals.ts';
import { endpoint } from '../../server/couch/endpoint.ts';
import { openDevice, sharedKey } from './devices.ts';
import { amountOn, opened, order, PATIENT, setAmount } from './world.ts';

const WRONG = refusal(401, 'unauthorized', 'Name or password is incorrect.');

const by = (password: string): string => basic({ user: 'sara', password });

/** A CouchDB that knows one user, whose password can be changed, and counts the wrong ones. */
const couch = () => {
  const asked = { wrong: 0, password: 'gammalt lösenord' };
  const server = endpoint((request) => {
    if (request.headers.get('authorization') === by(asked.password)) return undefined;
    asked.wrong += 1;
    return WRONG;
  });
  opened.push(server);
  return { asked, server };
};

const deviceOf = async (
  name: string,
  { asked, server }: ReturnType<typeof couch>,
  key: Awaited<ReturnType<typeof sharedKey>>,
) => {
  const polite = { now: askPolitely() };
  const shared = {
    app: server.app as never,
    key,
    authorization: by(asked.password),
    network: (_: Request, answer: () => Promise<Response>) => polite.now.ask(answer),
  };
  const device = await openDevice(name, shared);
  opened.unshift(device);
  /** The new password is typed: the sync begins again with it. */
  const type = async (password: string): Promise<void> => {
    await device.disconnect();
    [shared.authorization, polite.now] = [by(password), askPolitely()];
    await device.connect();
  };
  return { device, type, polite };
};

test('X8: with another password what is written waits, is reported, and goes out once the new one is typed', async () => {
  const world = couch();
  const key = await sharedKey();
  const [phone, tablet] = [
    await deviceOf('phone', world, key),
    await deviceOf('tablet', world, key),
  ];
  await phone.device.records.create(order());
  await Promise.all([phone.device.connect(), tablet.device.connect()]);
  await expect.poll(() => amountOn(tablet.device), PATIENT).toBe('25000.00');

  world.asked.password = 'nytt lösenord';
  await setAmount(phone.device, '12.00');
  const states: string[] = [];
  phone.device.sync.status$.subscribe(({ state }) => states.push(state));
  await expect.poll(() => states.at(-1), PATIENT).toBe('not-let-in');
  await expect.poll(() => phone.device.sync.waiting(10), PATIENT).toBe(1);
  expect(phone.device.sync.aside.size).toBe(0);

  await tablet.type('nytt lösenord');
  await phone.type('nytt lösenord');
  await expect.poll(() => amountOn(tablet.device), PATIENT).toBe('12.00');
  await expect.poll(() => phone.device.sync.waiting(10), PATIENT).toBe(0);
});

test('X8: a password that was refused is not tried again and again: the server would lock the user out', async () => {
  const world = couch();
  const phone = await deviceOf('phone', world, await sharedKey());
  await phone.device.records.create(order());
  world.asked.password = 'nytt lösenord';
  await phone.device.connect();
  const failures: unknown[] = [];
  phone.device.sync.status$.subscribe(({ state }) => failures.push(state));
  await expect.poll(() => failures.at(-1), PATIENT).toBe('not-let-in');
  // Several tries later by the sync's own reckoning.
  for (let at = 0; at < 5; at += 1) {
    phone.device.sync.tryNow();
    await setAmount(phone.device, `${at}.00`);
  }
  expect(world.asked.wrong).toBe(1);
  phone.polite.now.again();
  phone.device.sync.tryNow();
  await expect.poll(() => world.asked.wrong, PATIENT).toBe(2);
});

test('X8: until one request was let in, the others wait for it', async () => {
  const { ask } = askPolitely();
  const gate = Promise.withResolvers<Response>();
  let sent = 0;
  const send = (): Promise<Response> => ((sent += 1), gate.promise);
  const all = [ask(send), ask(send), ask(send)];
  await Promise.resolve();
  expect(sent).toBe(1);
  gate.resolve(new Response('{}', { status: 401 }));
  expect((await Promise.all(all)).map(({ status }) => status)).toEqual([401, 401, 401]);
  expect(sent).toBe(1);
});

test('X8: without a network nothing is taken for refused', async () => {
  const { ask } = askPolitely();
  await expect(ask(() => Promise.reject(new TypeError('Failed to fetch')))).rejects.toThrow(
    'Failed to fetch',
  );
  expect((await ask(async () => new Response('{}'))).status).toBe(200);
});

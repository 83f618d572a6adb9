import { afterEach, expect, test } from 'vitest';
import type { CreditOrder } from '#domain/apple-credit/credit-order.ts';
import { editOrder, recordStep } from '#domain/apple-credit/order-commands.ts';
import { orderWith } from '#tests/factories/credit.ts';
import { openDevice, sharedKey, type Device, type Network } from '../data/sync/devices.ts';
import { endpoint } from '../server/couch/endpoint.ts';
import { randomFrom } from './random.ts';

// Three devices write the same few orders over a network that fails at every fourth request, and are closed and started
// again. Then the network heals, and every write that was acknowledged is looked up by its value on each of them.

const ORDERS = 8;
const WRITES = 90;
const FAULTS = 0.25;
const RESTARTS = 0.04;
const SEEDS = (process.env.FUZZ_SEEDS ?? '1,2,3,4,5,6,7,8,9,10,11,12').split(',').map(Number);

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** What a bad line does: nothing goes out, nothing comes back, or something else comes back. */
const badLine =
  (random: () => number, isBad: () => boolean): Network =>
  async (_, answer) => {
    if (!isBad() || random() > FAULTS) return answer();
    const fault = Math.floor(random() * 4);
    if (fault === 0) throw new TypeError('Failed to fetch');
    if (fault === 1) return new Response('oh', { status: 500 });
    if (fault === 2) return new Response('<html>Welcome</html>');
    await answer();
    throw new TypeError('The answer was lost');
  };

type Write = { readonly id: string; readonly field: 'reseller' | 'institution' | 'step'; readonly value: string };

const FIELDS = ['reseller', 'institution'] as const;

const writeOne = async (device: Device, random: () => number, value: string): Promise<Write | undefined> => {
  const id = `order-${Math.floor(random() * ORDERS)}`;
  const there = (await device.records.get(id)) as CreditOrder | undefined;
  if (there === undefined) {
    const made = await device.records.insert([orderWith([], { reseller: value }, id)]);
    return made.length === 0 ? undefined : { id, field: 'reseller', value };
  }
  if (random() < 0.3) {
    const done = await device.records.change<CreditOrder['data']>(id, (order, doing) =>
      recordStep(order, { kind: 'resend-requested', on: '2036-12-31', note: value }, { ...doing, today: '2036-12-31' }),
    );
    return done.ok ? { id, field: 'step', value } : undefined;
  }
  const field = FIELDS[Math.floor(random() * FIELDS.length)] ?? 'reseller';
  const done = await device.records.change<CreditOrder['data']>(id, (order) => editOrder(order, { [field]: value }));
  return done.ok ? { id, field, value } : undefined;
};

/** A written value is in its field, in a later value's history, in a question, or in a step. */
const holds = (order: CreditOrder | undefined, { field, value }: Write): boolean => {
  if (order === undefined) return false;
  if (field === 'step') return order.steps.some(({ note }) => note === value);
  const asked = order.clashes.flatMap(({ answers }) => answers.map((answer) => answer.value));
  const told = order.history.flatMap(({ from, to }) => [from, to]);
  return [order.data[field], ...asked, ...told].includes(value);
};

const contentOf = async (device: Device): Promise<string> => {
  const orders = await device.records.find({ kind: 'credit-order' });
  return JSON.stringify(
    orders
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ data, steps, clashes, updatedAt }) => [data, steps, clashes, updatedAt]),
  );
};

test.each(SEEDS)(
  'X8: nothing that was acknowledged is lost, and all devices agree (seed %i)',
  async (seed) => {
    const random = randomFrom(seed);
    const server = endpoint();
    opened.push(server);
    const key = await sharedKey();
    let isBad = true;
    const network = badLine(random, () => isBad);
    const devices: Device[] = [];
    for (const name of ['phone', 'tablet', 'desk']) {
      const device = await openDevice(name, { app: server.app as never, key, network, random });
      opened.unshift(device);
      devices.push(device);
      await device.connect();
    }
    const acknowledged: Write[] = [];
    for (let at = 0; at < WRITES; at += 1) {
      const device = devices[Math.floor(random() * devices.length)] as Device;
      const written = await writeOne(device, random, `${device.name}-${at}`);
      if (written !== undefined) acknowledged.push(written);
      if (random() < RESTARTS) {
        await device.disconnect();
        await device.connect();
      }
      // Lets requests go out between writes; how many is up to the machine.
      if (random() < 0.5) await new Promise((resolve) => setImmediate(resolve));
    }
    isBad = false;
    const agree = async (): Promise<boolean> => {
      for (const device of devices) device.sync.tryNow();
      const contents = await Promise.all(devices.map(contentOf));
      const pending = await Promise.all(
        acknowledged.map(async (write) => holds((await devices[0]?.records.get(write.id)) as CreditOrder, write)),
      );
      return new Set(contents).size === 1 && pending.every(Boolean);
    };
    await expect.poll(agree, { timeout: 60_000, interval: 200 }).toBe(true);
    for (const device of devices) expect(device.sync.aside.size).toBe(0);
  },
  90_000,
);

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Network } from './devices.ts';
import { turnedClock } from './turned-clock.ts';
import { amountOn, order, orderOn, setAmount, setReseller, world } from './world.ts';

/** The times of the app itself; its clock is turned by hand. */
const times = {
  batch: 200,
  gapMs: 30,
  retryMs: 1_000,
  pollMs: 50_000,
  lookEveryMs: 300_000,
  markAfterMs: 10_000,
};

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

let clock: ReturnType<typeof turnedClock>;

beforeEach(() => void (clock = turnedClock()));
afterEach(() => clock.stop());

/** A phone and a tablet in step, the usual order on both, and a server that can be taken away. */
const pairWithServer = async () => {
  const { device } = await world();
  const asked = { phone: 0, tablet: 0 };
  let isAway = false;
  const lineOf =
    (name: keyof typeof asked): Network =>
    async (_, answer) => {
      asked[name] += 1;
      if (isAway) throw new TypeError('Failed to fetch');
      return answer();
    };
  const [phone, tablet] = [
    await device('phone', { network: clock.over(lineOf('phone')), times, clock: clock.now }),
    await device('tablet', { network: clock.over(lineOf('tablet')), times, clock: clock.now }),
  ];
  await phone.records.create(order());
  await Promise.all([phone.connect(), tablet.connect()]);
  await clock.until(async () => (await amountOn(tablet)) === '25000.00');
  return { phone, tablet, asked, away: (next: boolean) => void (isAway = next) };
};

test('X8: a server that is away for an hour is asked seldom, and everything that waited comes when it is back', async () => {
  const { phone, tablet, asked, away } = await pairWithServer();
  away(true);
  Object.assign(asked, { phone: 0, tablet: 0 });
  await setAmount(phone, '12.00');
  await setReseller(tablet, 'Atea');
  await clock.goBy(HOUR / 2);
  await phone.records.create(order('order-2'));
  await tablet.records.create(order('order-3'));
  await clock.goBy(HOUR / 2);
  // Both loops, the one that waits for news and the one that moves it, come to a pause of half a
  // minute to a minute.
  for (const requests of Object.values(asked)) expect(requests).toBeLessThan(300);
  expect(await phone.sync.waiting(9)).toBe(2);
  expect(await tablet.sync.waiting(9)).toBe(2);
  away(false);
  const hasAll = async (device: typeof phone): Promise<boolean> => {
    const found = await orderOn(device);
    const others = await Promise.all(['order-2', 'order-3'].map((id) => amountOn(device, id)));
    return (
      found?.data.amount === '12.00' &&
      found.data.reseller === 'Atea' &&
      others.every((it) => it === '25000.00')
    );
  };
  // Nobody asks for it: the longest pause is a minute.
  expect(
    await clock.until(async () => (await hasAll(phone)) && (await hasAll(tablet))),
  ).toBeLessThanOrEqual(75 * SECOND);
  // What came from others waits for nothing, long before the next look goes over it.
  const waits = async (): Promise<number> =>
    (await phone.sync.waiting(9)) + (await tablet.sync.waiting(9));
  expect(await clock.until(async () => (await waits()) === 0)).toBeLessThanOrEqual(2 * SECOND);
});

test('X8: a server that is away for an hour, and is asked for by hand: what waited goes at once', async () => {
  const { phone, tablet, away } = await pairWithServer();
  away(true);
  await setAmount(phone, '12.00');
  await clock.goBy(HOUR);
  away(false);
  tablet.sync.tryNow();
  phone.sync.tryNow();
  expect(await clock.until(async () => (await amountOn(tablet)) === '12.00', 1)).toBeLessThan(
    SECOND,
  );
});

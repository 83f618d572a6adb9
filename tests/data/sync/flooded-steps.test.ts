import { describe, expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { recordStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { Clash, VolymRecord } from '#core/record/record.ts';
import type { Step } from '#core/record/step.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { onKind } from '#data/records/on-kind.ts';
import { examples } from '#tests/factories/examples.ts';
import type { Device } from './devices.ts';
import {
  amountOn,
  inStep,
  onServer,
  orderOn,
  pairInStep,
  PATIENT,
  revisionOf,
  setAmount,
} from './world.ts';

type Pair = Awaited<ReturnType<typeof pairInStep>>;

const MADE_UP = 1990;

const madeUp = (count: number, at: number): Step[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `made-up-${at}-${n}`,
    kind: 'note',
    on: '2026-09-05',
    at: at + n,
    by: 'm',
  }));

/** A member writes the record as it is there with more in it. */
const write = async (
  { server, codec }: Pair,
  own: VolymRecord,
  change: Partial<VolymRecord>,
): Promise<void> => {
  const sealed = await codec.pack({
    ...own,
    updatedAt: own.updatedAt + 9000,
    updatedBy: 'm',
    ...change,
  });
  await server.ask('POST', '/w/_bulk_docs', {
    docs: [{ ...sealed, _rev: await revisionOf(server) }],
  });
};

const onServerNow = async ({ server, codec }: Pair): Promise<VolymRecord> => {
  const [{ doc } = {}] = await onServer(server, ['order-1']);
  return codec.unpack(doc ?? expect.unreachable());
};

const NOTES = Array.from({ length: 12 }, (_, n) => `written away ${n}`);

/** Steps that a person writes on a device without a network. */
const writeAway = async ({ records }: Device): Promise<void> => {
  for (const note of NOTES) {
    const step = { kind: 'invoiced', on: '2026-09-03', note };
    const { ok } = await records.change(
      'order-1',
      onKind('credit-order', (record, doing) =>
        recordStep(record as CreditOrder, step as never, doing),
      ),
    );
    expect(ok).toBe(true);
  }
};

const standingOn = async (device: Device) => {
  const record = (await orderOn(device)) ?? expect.unreachable();
  return {
    condition: conditionOf(record),
    steps: record.steps.length,
    notes: record.steps.flatMap(({ note }) => note ?? []),
  };
};

const tellsOfIt = (device: Device) =>
  expect.poll(() => [...device.sync.unreadable], PATIENT).toEqual(['order-1']);

/** Nothing is written over where no keyring says that this device's key is the one in use. */
const pairWithKeyring = async (): Promise<Pair> => {
  const pair = await pairInStep();
  await pair.phone.records.create(examples.keyring);
  await inStep(pair.phone);
  return pair;
};

const fill = (pair: Pair, own: VolymRecord) =>
  write(pair, own, { steps: [...own.steps, ...madeUp(MADE_UP, own.updatedAt + 10)] });

describe('X9: a record that a member fills with made-up steps', () => {
  test.each(['phone', 'tablet'] as const)(
    'X9: loses none that somebody writes meanwhile, can be read everywhere, and the %s writes it back, time after time',
    async (who) => {
      const pair = await pairWithKeyring();
      const { phone, tablet } = pair;
      const both = [phone, tablet];
      const own = (await orderOn(phone)) as VolymRecord;
      await tablet.disconnect();
      await writeAway(tablet);
      await fill(pair, own);
      await tellsOfIt(phone);
      await tablet.connect();
      await tellsOfIt(tablet);
      // Each goes on with what it had, and nobody wrote on the server what no device can read.
      expect(await standingOn(phone)).toEqual({ condition: 'fine', steps: 1, notes: [] });
      expect(await standingOn(tablet)).toEqual({ condition: 'fine', steps: 13, notes: NOTES });
      expect((await onServerNow(pair)).steps).toHaveLength(1991);
      expect((await pair[who].sync.writeOver(() => undefined)).ok).toBe(true);
      const isBack = { condition: 'fine', steps: 13, notes: NOTES };
      for (const device of both)
        await expect.poll(() => standingOn(device), PATIENT).toEqual(isBack);
      for (const device of both)
        await expect.poll(() => [...device.sync.unreadable], PATIENT).toEqual([]);
      // What is written from then on comes to both, and so it stays when the same comes again.
      await setAmount(phone, '12.00');
      await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
      await fill(pair, own);
      for (const device of both) await tellsOfIt(device);
      expect((await pair[who].sync.writeOver(() => undefined)).ok).toBe(true);
      for (const device of both)
        await expect.poll(() => [...device.sync.unreadable], PATIENT).toEqual([]);
      for (const device of both) await inStep(device);
      for (const device of both)
        expect([await standingOn(device), await amountOn(device)]).toEqual([isBack, '12.00']);
      expect((await onServerNow(pair)).steps).toHaveLength(13);
    },
  );

  test('X9: little by little, till there is no room beside what somebody wrote away: nothing of that is lost', async () => {
    const pair = await pairWithKeyring();
    const { phone, tablet } = pair;
    await tablet.disconnect();
    await writeAway(tablet);
    for (let filled = 1; filled < MADE_UP;) {
      const own = (await orderOn(phone)) as VolymRecord;
      const more = Math.min(490, 1 + MADE_UP - filled);
      filled += more;
      await write(pair, own, { steps: [...own.steps, ...madeUp(more, own.updatedAt + 10)] });
      await expect.poll(async () => (await standingOn(phone)).steps, PATIENT).toBe(filled);
    }
    await tablet.connect();
    await tellsOfIt(tablet);
    expect(await standingOn(tablet)).toEqual({ condition: 'fine', steps: 13, notes: NOTES });
    expect((await standingOn(phone)).condition).toBe('fine');
    expect((await tablet.sync.writeOver(() => undefined)).ok).toBe(true);
    await tellsOfIt(phone);
    for (const device of [phone, tablet]) expect((await standingOn(device)).condition).toBe('fine');
    expect((await onServerNow(pair)).steps).toHaveLength(13);
    expect(await standingOn(tablet)).toEqual({ condition: 'fine', steps: 13, notes: NOTES });
  });

  test('X9: nor do questions that nobody asked make it one that nobody can read', async () => {
    const pair = await pairWithKeyring();
    const { phone, tablet } = pair;
    const own = (await orderOn(phone)) as VolymRecord;
    const answers = [1, 2].map((n) => ({
      value: `${n}`,
      by: 'm',
      at: n,
    })) as unknown as Clash['answers'];
    const clashes = Array.from({ length: 199 }, (_, n): Clash => ({
      id: `made-up-${n}`,
      field: `made-up-${n}`,
      answers,
    }));
    await tablet.disconnect();
    await setAmount(tablet, '501.00');
    await write(pair, own, { clashes });
    await tellsOfIt(phone);
    await tablet.connect();
    await tellsOfIt(tablet);
    expect((await phone.sync.writeOver(() => undefined)).ok).toBe(true);
    for (const device of [phone, tablet])
      await expect.poll(() => amountOn(device), PATIENT).toBe('501.00');
    for (const device of [phone, tablet]) expect((await orderOn(device))?.clashes).toEqual([]);
  });
});

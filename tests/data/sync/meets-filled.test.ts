import { describe, expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { recordStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { Answer, Change, VolymRecord } from '#core/record/record.ts';
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
  setReseller,
} from './world.ts';

type Pair = Awaited<ReturnType<typeof pairInStep>>;

const pairWithKeyring = async (): Promise<Pair> => {
  const pair = await pairInStep();
  await pair.phone.records.create(examples.keyring);
  await expect.poll(() => pair.tablet.records.get('keyring'), PATIENT).toBeDefined();
  for (const device of [pair.phone, pair.tablet]) await inStep(device);
  return pair;
};

/** A member writes the order as it is on the server, and this in it. */
const write = async ({ server, codec }: Pair, own: VolymRecord, change: object): Promise<void> => {
  const sealed = await codec.pack({
    ...own,
    updatedAt: own.updatedAt + 9,
    updatedBy: 'm',
    ...change,
  });
  await server.ask('POST', '/w/_bulk_docs', {
    docs: [{ ...sealed, _rev: await revisionOf(server) }],
  });
};

/** What somebody writes on the tablet without a network. */
const writeAway = async ({ records }: Device): Promise<void> => {
  await records.change(
    'order-1',
    onKind('credit-order', (record, doing) =>
      recordStep(
        record as CreditOrder,
        { kind: 'invoiced', on: '2026-09-03', note: 'away' } as never,
        doing,
      ),
    ),
  );
};

const AWAY = ['fine', '31.00', 'Away', ['away']];

const wordsOn = async (device: Device) => {
  const record = (await orderOn(device)) ?? expect.unreachable();
  const { amount, reseller } = record.data;
  return [conditionOf(record), amount, reseller, record.steps.flatMap(({ note }) => note ?? [])];
};

const readOnServer = async ({ server, codec }: Pair): Promise<VolymRecord> =>
  codec.unpack((await onServer(server, ['order-1']))[0]?.doc ?? expect.unreachable());

const tellsOfIt = (device: Device) =>
  expect.poll(() => [...device.sync.unreadable], PATIENT).toEqual(['order-1']);

const answersOf = (count: number, from = 0): Answer[] =>
  Array.from({ length: count }, (_, n) => ({
    value: `${from + n}.00`,
    by: `p${from + n}`,
    at: 10 + from + n,
  }));

const asking = (answers: readonly Answer[]) => ({
  data: { amount: '66.00' },
  clashes: [{ id: `amount|${answers.length}`, field: 'amount', answers }],
});

const nested = (levels: number, end: string): unknown =>
  levels === 0 ? end : { a: nested(levels - 1, end) };
const FULL: readonly Change[] = Array.from({ length: 200 }, (_, n) => ({
  id: `made-up-${n}`,
  at: 10 + n,
  by: 'm',
  field: 'notes',
  from: 'x',
  to: 'y',
}));
const fields = (count: number, value: unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`made-up-${n}`, value]));

/**
 * What a member writes one after the other; of the last a colleague hears only when she has written
 * herself.
 */
const FILLED: readonly (readonly [string, readonly [before: object, meanwhile: object]])[] = [
  ['the name of who wrote it is of 39,999 letters', [{}, { updatedBy: 'm'.repeat(39_999) }]],
  ['one question has two hundred answers', [{}, asking(answersOf(200))]],
  [
    'three hundred fields are changed that no app has',
    [{ data: fields(300, 'a') }, { data: fields(300, 'b'), history: FULL }],
  ],
  [
    'a field is forty-six levels deep',
    [{ data: { x: nested(46, 'a') } }, { data: { x: nested(46, 'b') }, history: FULL }],
  ],
];

describe('X9: what somebody wrote without a network meets a state that a member filled, in form by itself', () => {
  test.each(FILLED)(
    'X9: %s: nothing of hers is lost, nor what can be read written over',
    async (_, parts) => {
      const pair = await pairWithKeyring();
      const { phone, tablet } = pair;
      const own = (await orderOn(phone)) as CreditOrder;
      const [before, meanwhile] = parts.map((part, n) => ({
        ...part,
        data: { ...own.data, ...(part as { data?: object }).data },
        updatedAt: own.updatedAt + 1 + n,
      }));
      await write(pair, own, before ?? {});
      await tablet.disconnect();
      await setAmount(tablet, '31.00');
      await setReseller(tablet, 'Away');
      await writeAway(tablet);
      await write(pair, own, meanwhile ?? {});
      await tellsOfIt(phone);
      await tablet.connect();
      await tellsOfIt(tablet);
      expect(await wordsOn(tablet)).toEqual(AWAY);
      expect((await wordsOn(phone))[0]).toBe('fine');
      expect((await phone.sync.writeOver(() => undefined)).ok).toBe(true);
      for (const device of [phone, tablet])
        await expect.poll(() => wordsOn(device), PATIENT).toEqual(AWAY);
      for (const device of [phone, tablet])
        await expect.poll(() => [...device.sync.unreadable], PATIENT).toEqual([]);
      expect((await readOnServer(pair)).data).toMatchObject({ amount: '31.00', reseller: 'Away' });
    },
  );

  test('X9: sixty fields, and sixty other ones in their place: hers goes out once she has it written over', async () => {
    const pair = await pairWithKeyring();
    const { phone, tablet } = pair;
    const own = (await orderOn(phone)) as CreditOrder;
    const named = (name: string) =>
      Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${name}-${n}`, name]));
    await write(pair, own, { data: { ...own.data, ...named('a') }, updatedAt: own.updatedAt + 1 });
    for (const device of [phone, tablet])
      await expect
        .poll(async () => Object.keys((await orderOn(device))?.data ?? {}).length, PATIENT)
        .toBeGreaterThan(60);
    await tablet.disconnect();
    await setAmount(tablet, '31.00');
    await setReseller(tablet, 'Away');
    await writeAway(tablet);
    const others = {
      data: { ...own.data, ...named('b') },
      history: FULL,
      updatedAt: own.updatedAt + 2,
    };
    await write(pair, own, others);
    await tablet.connect();
    await tellsOfIt(tablet);
    expect(await wordsOn(tablet)).toEqual(AWAY);
    expect(await tablet.sync.writeOver(() => undefined)).toMatchObject({
      ok: true,
      value: { written: 1 },
    });
    expect((await readOnServer(pair)).data).toMatchObject({ amount: '31.00', reseller: 'Away' });
    for (const device of [phone, tablet])
      await expect.poll(() => wordsOn(device), PATIENT).toEqual(AWAY);
  });

  test('X9: answers that come little by little, till there is no room for hers: she keeps it, and brings it back', async () => {
    const pair = await pairWithKeyring();
    const { phone, tablet } = pair;
    const own = (await orderOn(phone)) as CreditOrder;
    await tablet.disconnect();
    await setAmount(tablet, '31.00');
    await setReseller(tablet, 'Away');
    await writeAway(tablet);
    for (const count of [100, 200]) {
      const { clashes, data } = asking(answersOf(count));
      const more = { data: { ...own.data, ...data }, clashes, updatedAt: own.updatedAt + count };
      await write(pair, own, more);
      await expect
        .poll(async () => (await orderOn(phone))?.clashes[0]?.answers.length, PATIENT)
        .toBe(count);
    }
    await tablet.connect();
    await tellsOfIt(tablet);
    expect(await wordsOn(tablet)).toEqual(AWAY);
    expect((await readOnServer(pair)).clashes[0]?.answers).toHaveLength(200);
    expect(await tablet.sync.writeOver(() => undefined)).toMatchObject({
      ok: true,
      value: { written: 1, left: 0 },
    });
    const { data, steps } = (await readOnServer(pair)) as CreditOrder;
    expect([data.amount, data.reseller, steps.length]).toEqual(['31.00', 'Away', 2]);
    for (const device of [phone, tablet]) expect((await wordsOn(device))[0]).toBe('fine');
  });
});

test('X9: a state that says nothing of what is here, and has no room beside it, is taken for none, and nothing is written over it', async () => {
  const pair = await pairWithKeyring();
  const { phone, tablet } = pair;
  const both = [phone, tablet];
  const own = (await orderOn(phone)) as CreditOrder;
  for (const count of [70, 140]) {
    const { clashes } = asking(answersOf(count));
    await write(pair, own, { clashes, updatedAt: own.updatedAt + count });
    for (const device of both)
      await expect
        .poll(async () => (await orderOn(device))?.clashes[0]?.answers.length, PATIENT)
        .toBe(count);
    for (const device of both) await inStep(device);
  }
  const { clashes } = asking(answersOf(60, 200));
  await write(pair, own, {
    clashes,
    data: { ...own.data, amount: '77.00' },
    steps: [],
    history: [],
    updatedAt: own.updatedAt + 300,
  });
  for (const device of both) await tellsOfIt(device);
  for (const device of both)
    expect([(await wordsOn(device))[0], (await orderOn(device))?.steps.length]).toEqual([
      'fine',
      1,
    ]);
  expect((await readOnServer(pair)).steps).toEqual([]);
  expect((await phone.sync.writeOver(() => undefined)).ok).toBe(true);
  for (const device of both)
    await expect.poll(() => [...device.sync.unreadable], PATIENT).toEqual([]);
  await setAmount(phone, '12.00');
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
  expect((await readOnServer(pair)).steps).toHaveLength(1);
});

import { expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { editOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';
import { inStep, onServer, orderOn, pairInStep, PATIENT, revisionOf } from './world.ts';

const MADE_UP = 490;

/** The order with as many made-up steps as may come at once, other ones each time. */
const filled = (base: CreditOrder, place: number): VolymRecord => {
  const at = base.updatedAt + 10;
  const steps = Array.from({ length: MADE_UP }, (_, n) => ({
    id: `made-up-${place}-${n}`,
    kind: 'note',
    on: '2026-09-05',
    at: at + n,
    by: 'm',
  }));
  return {
    ...base,
    updatedAt: at + place,
    updatedBy: 'm',
    steps: [...base.steps, ...steps],
  } as VolymRecord;
};

test('X9: revisions beside each other, each of which has room, make no record that nobody can read, and hide no edit among them', async () => {
  const { server, codec, phone, tablet } = await pairInStep();
  const both = [phone, tablet];
  await phone.records.create(examples.keyring);
  await expect.poll(() => tablet.records.get('keyring'), PATIENT).toBeDefined();
  for (const device of both) await inStep(device);
  for (const device of both) await device.disconnect();
  const base = (await orderOn(phone)) as CreditOrder;
  const before = ((await revisionOf(server)) ?? '').slice(2);
  const doing = {
    ...doingOn('2026-11-20'),
    now: base.updatedAt + 50,
    by: 'one',
    newId: () => 'one-1',
  };
  const honest = stored(valueOf(editOrder(base, { reseller: 'Atea' })), base, doing);
  const all = [...Array.from({ length: 5 }, (_, place) => filled(base, place)), honest];
  const docs = await Promise.all(
    all.map(async (record, place) => {
      const hash = 'fedcba'.charAt(place).repeat(32);
      return {
        ...(await codec.pack(record)),
        _rev: `2-${hash}`,
        _revisions: { start: 2, ids: [hash, before] },
      };
    }),
  );
  await server.ask('POST', '/w/_bulk_docs', { new_edits: false, docs });
  for (const device of both) await device.connect();
  const read = async (device: typeof phone) => {
    const { data, ...record } = (await orderOn(device)) ?? expect.unreachable();
    return [conditionOf({ data, ...record }), data.reseller];
  };
  const leaves = async () =>
    ((await server.ask('GET', '/w/order-1?conflicts=true')).body as { _conflicts?: string[] })
      ._conflicts ?? [];
  for (const device of both)
    await expect.poll(() => read(device), PATIENT).toEqual(['fine', 'Atea']);
  // The others are reported and left, until somebody closes them by hand.
  await expect.poll(() => [...phone.sync.unreadable], PATIENT).toEqual(['order-1']);
  await expect.poll(async () => (await leaves()).length, PATIENT).toBe(4);
  expect((await phone.sync.writeOver(() => undefined)).ok).toBe(true);
  expect(await leaves()).toEqual([]);
  for (const device of both)
    await expect.poll(() => [...device.sync.unreadable], PATIENT).toEqual([]);
  const [{ doc } = {}] = await onServer(server, ['order-1']);
  const { data, steps } = await codec.unpack(doc ?? expect.unreachable());
  expect([(data as CreditOrder['data']).reseller, steps.length]).toEqual(['Atea', 1 + MADE_UP]);
  for (const device of both) expect(await read(device)).toEqual(['fine', 'Atea']);
});

/** Writes states beside each other over the newest revision. */
const besides = async (
  { server, codec }: Awaited<ReturnType<typeof pairInStep>>,
  states: readonly VolymRecord[],
): Promise<void> => {
  const [height, before = ''] = ((await revisionOf(server)) ?? '').split('-');
  const start = Number(height) + 1;
  const docs = await Promise.all(
    states.map(async (record, place) => {
      const hash = 'fedcba'.charAt(place).repeat(32);
      return {
        ...(await codec.pack(record)),
        _rev: `${start}-${hash}`,
        _revisions: { start, ids: [hash, before] },
      };
    }),
  );
  await server.ask('POST', '/w/_bulk_docs', { new_edits: false, docs });
};

test('X9: a revision without a step beside two edits of a record that was filled hides neither', async () => {
  const pair = await pairInStep();
  const { server, codec, phone, tablet } = pair;
  const both = [phone, tablet];
  await phone.records.create(examples.keyring);
  await expect.poll(() => tablet.records.get('keyring'), PATIENT).toBeDefined();
  for (const place of [0, 1]) {
    const next = filled((await orderOn(phone)) as CreditOrder, place);
    for (const device of both) await inStep(device);
    const sealed = await codec.pack(next);
    await server.ask('POST', '/w/_bulk_docs', {
      docs: [{ ...sealed, _rev: await revisionOf(server) }],
    });
    for (const device of both)
      await expect
        .poll(async () => (await orderOn(device))?.steps.length, PATIENT)
        .toBe(next.steps.length);
  }
  for (const device of both) await inStep(device);
  for (const device of both) await device.disconnect();
  const base = (await orderOn(phone)) as CreditOrder;
  const by = (name: string, after: number) => ({
    ...doingOn('2026-11-20'),
    now: base.updatedAt + after,
    by: name,
    newId: () => `${name}-1`,
  });
  const reseller = stored(valueOf(editOrder(base, { reseller: 'Atea' })), base, by('one', 50));
  const amount = stored(valueOf(editOrder(base, { amount: '12.00' })), base, by('two', 60));
  await besides(pair, [amount, reseller, { ...base, steps: [], updatedBy: 'm' }]);
  for (const device of both) await device.connect();
  for (const device of both)
    await expect
      .poll(async () => (await orderOn(device))?.data, PATIENT)
      .toMatchObject({ reseller: 'Atea', amount: '12.00' });
});

test('X9: a step that somebody wrote beside a filled winner is met before the made-up ones of others', async () => {
  const pair = await pairInStep();
  const { phone, tablet } = pair;
  const both = [phone, tablet];
  await phone.records.create(examples.keyring);
  await expect.poll(() => tablet.records.get('keyring'), PATIENT).toBeDefined();
  for (const device of both) await inStep(device);
  for (const device of both) await device.disconnect();
  const base = (await orderOn(phone)) as CreditOrder;
  const step = { id: 'away', kind: 'note', on: '2026-09-05', at: base.updatedAt + 5, by: 'one' };
  const honest = {
    ...base,
    updatedAt: base.updatedAt + 5,
    updatedBy: 'one',
    steps: [...base.steps, step],
  };
  const ten = (place: number): VolymRecord => {
    const few = filled(base, place);
    return { ...few, steps: few.steps.slice(0, base.steps.length + 10) };
  };
  // In whatever order they are looked at, others come before it.
  await besides(pair, [filled(base, 0), ten(1), honest as VolymRecord, ten(2)]);
  for (const device of both) await device.connect();
  for (const device of both)
    await expect
      .poll(async () => (await orderOn(device))?.steps.map(({ id }) => id), PATIENT)
      .toContain('away');
});

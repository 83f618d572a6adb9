import { expect, test } from 'vitest';
import { reveal } from '#programmes/apple-credit/rules/code/code-commands.ts';
import { ok } from '#core/result.ts';
import { toTrash } from '#core/record/trash.ts';
import { deleteForGood } from '#data/trash/empty-trash.ts';
import { codeWith } from '#tests/factories/credit.ts';
import { order, orderOn, PATIENT, setAmount, world } from './world.ts';

const CODE = codeWith();

/**
 * A phone whose records came to the tablet, and the tablet was closed before RxDB had noted that
 * both sides agree on them.
 */
const cutOff = async () => {
  const { device } = await world();
  const [phone, tablet] = [await device('phone'), await device('tablet')];
  await Promise.all([phone.connect(), tablet.connect()]);
  tablet.dieBefore('replication-down-write-meta');
  await phone.records.insert([order(), CODE]);
  await expect.poll(() => tablet.isDead(), PATIENT).toBe(true);
  await tablet.kill();
  expect((await tablet.records.get(CODE.id))?.id).toBe(CODE.id);
  const deleted = async (): Promise<void> => {
    await phone.records.change('order-1', toTrash);
    const all = { records: phone.records, collection: phone.collection, mayWrite: () => true };
    expect((await deleteForGood(all, 'order-1')).ok).toBe(true);
    await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  };
  /** All is in step: what one writes now reaches the other after all else. */
  const inStep = async (): Promise<void> => {
    for (const [from, to] of [
      [tablet, phone],
      [phone, tablet],
    ] as const) {
      await expect.poll(() => from.sync.waiting(9), PATIENT).toBe(0);
      await from.records.create(order(`from-${from.name}`));
      await expect
        .poll(async () => (await to.records.get(`from-${from.name}`))?.id, PATIENT)
        .toBe(`from-${from.name}`);
    }
  };
  return { phone, tablet, deleted, inStep };
};

test('X8: what a device pulled as it was closed is no change of its own: a deletion since then is kept', async () => {
  const { phone, tablet, deleted, inStep } = await cutOff();
  await deleted();
  await tablet.connect();
  await inStep();
  for (const device of [phone, tablet])
    expect([await device.records.get('order-1'), await device.records.get(CODE.id)]).toEqual([
      undefined,
      undefined,
    ]);
});

test('X8: and what was changed since then comes to it', async () => {
  const { phone, tablet, inStep } = await cutOff();
  await setAmount(phone, '12.00');
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  await tablet.connect();
  await inStep();
  for (const device of [phone, tablet]) {
    expect((await orderOn(device))?.data.amount).toBe('12.00');
    expect((await orderOn(device))?.clashes).toEqual([]);
  }
});

test('X8: but what was written on it afterwards is its own, and comes back over a deletion', async () => {
  const { phone, tablet, deleted, inStep } = await cutOff();
  await tablet.records.change(CODE.id, (code, doing) => ok(reveal(code as never, 'check', doing)));
  await deleted();
  await tablet.connect();
  await inStep();
  for (const device of [phone, tablet])
    expect((await device.records.get(CODE.id))?.steps).toHaveLength(1);
});

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { editOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { ok } from '#core/result.ts';
import { WITHDRAWN, withStep } from '#core/record/step.ts';
import { fromTrash, toTrash } from '#core/record/trash.ts';
import { onKind } from '#data/records/on-kind.ts';
import { createRecord, putInTrash } from '#data/trash/in-trash.ts';
import { world } from '#tests/data/sync/world.ts';
import { codeWith, orderWith, valueOf } from '#tests/factories/credit.ts';
import { stubDeviceDatabase } from '#tests/factories/device-database.ts';

beforeAll(stubDeviceDatabase);
afterAll(() => void vi.unstubAllGlobals());

const ID = 'order-1';
const opened = async () => {
  const { device } = await world();
  const { records } = await device('phone');
  const trashedOn = async (): Promise<string | undefined> => (await records.get(ID))?.trashedOn;
  return { records, trashedOn };
};

test('X12: what was put into the trash comes out of it again, also where someone took it out and said more', async () => {
  const { records, trashedOn } = await opened();
  await records.create(orderWith([], {}, ID));
  const undo = valueOf(await putInTrash(records, ID));
  expect(await trashedOn()).not.toBe('');
  expect(await undo()).toBeUndefined();
  expect(await trashedOn()).toBe('');
  const again = valueOf(await putInTrash(records, ID));
  valueOf(await records.change(ID, fromTrash));
  expect(await again()).toBeUndefined();
  expect(await trashedOn()).toBe('');
});

test('X12: what someone restored and put into the trash again stays there', async () => {
  const { records, trashedOn } = await opened();
  await records.create(orderWith([], {}, ID));
  const undo = valueOf(await putInTrash(records, ID));
  valueOf(await records.change(ID, fromTrash));
  valueOf(await records.change(ID, toTrash));
  expect(await undo()).toEqual({ code: 'changed-since' });
  expect(await trashedOn()).not.toBe('');
});

test('X12: a record that was just made goes into the trash, and stays on the day on which someone else put it there', async () => {
  const { records, trashedOn } = await opened();
  const { undo } = valueOf(await createRecord(records, orderWith([], {}, ID)));
  expect(await undo()).toBeUndefined();
  expect(await trashedOn()).not.toBe('');
  valueOf(await records.change(ID, (now) => ok({ ...now, trashedOn: '2026-09-02' })));
  expect(await undo()).toBeUndefined();
  expect(await trashedOn()).toBe('2026-09-02');
});

test('X12: a record that someone edited, said a step of or wrote another under since it was made stays', async () => {
  const { records, trashedOn } = await opened();
  const { undo } = valueOf(await createRecord(records, orderWith([], {}, ID)));
  const write = onKind('credit-order', (now) => editOrder(now, { reseller: 'Advania' }));
  valueOf(await records.change(ID, write));
  expect(await undo()).toEqual({ code: 'changed-since', params: { fields: 'reseller' } });
  const back = onKind('credit-order', (now) => editOrder(now, { reseller: '' }));
  valueOf(await records.change(ID, back));
  await records.create({ ...codeWith([], 1), parent: ID });
  expect(await undo()).toEqual({ code: 'changed-since' });
  valueOf(await records.change(codeWith([], 1).id, toTrash));
  valueOf(
    await records.change(ID, (now, doing) =>
      ok({
        ...now,
        steps: withStep(now.steps, { kind: WITHDRAWN, on: doing.today, withdraws: 'x' }, doing),
      }),
    ),
  );
  expect(await undo()).toEqual({ code: 'changed-since' });
  expect(await trashedOn()).toBe('');
});

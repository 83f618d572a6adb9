import { expect, test } from 'vitest';
import { recordStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { onKind } from '#data/records/on-kind.ts';
import { examples } from '#tests/factories/examples.ts';
import { amountOn, inStep, orderOn, pairInStep, PATIENT, revisionOf, setAmount } from './world.ts';

/** As JSON just what a server takes once it is sealed. */
const FULL = 383 * 16_384 - 60;

/** The order with notes that fill it to that length. */
const filled = (own: VolymRecord): VolymRecord => {
  const made = (last: number): VolymRecord => ({
    ...own,
    updatedAt: own.updatedAt + 9000,
    updatedBy: 'm',
    steps: [
      ...own.steps,
      ...Array.from({ length: 159 }, (_, n) => ({
        id: `m${n}`,
        kind: 'note',
        on: '2026-09-05',
        at: own.updatedAt + 10 + n,
        by: 'm',
        note: 'x'.repeat(n === 0 ? last : 39_400),
      })),
    ],
  });
  return made(FULL - JSON.stringify(made(0)).length);
};

test('X9: a record that is filled to the largest that a server takes leaves room for what people write on it', async () => {
  const { phone, tablet, server, codec } = await pairInStep();
  const both = [phone, tablet];
  await phone.records.create(examples.keyring);
  await inStep(phone);
  const own = (await orderOn(phone)) as CreditOrder;
  await tablet.disconnect();
  const invoiced = { kind: 'invoiced', on: '2026-09-03', note: 'away' };
  await tablet.records.change(
    'order-1',
    onKind('credit-order', (record, doing) =>
      recordStep(record as CreditOrder, invoiced as never, doing),
    ),
  );
  expect(conditionOf(filled(own))).toBe('fine');
  const sealed = await codec.pack(filled(own));
  const { body } = await server.ask('POST', '/w/_bulk_docs', {
    docs: [{ ...sealed, _rev: await revisionOf(server) }],
  });
  expect(JSON.stringify(body)).not.toContain('error');
  await expect.poll(() => [...phone.sync.unreadable], PATIENT).toEqual(['order-1']);
  await tablet.connect();
  await expect.poll(() => [...tablet.sync.unreadable], PATIENT).toEqual(['order-1']);
  expect((await phone.sync.writeOver(() => undefined)).ok).toBe(true);
  const notesOn = async (device: typeof phone) =>
    (await orderOn(device))?.steps.flatMap(({ note }) => note ?? []);
  for (const device of both) await expect.poll(() => notesOn(device), PATIENT).toEqual(['away']);
  await setAmount(phone, '12.00');
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
  for (const device of both)
    expect([...device.sync.unreadable, ...device.sync.aside.keys()]).toEqual([]);
});

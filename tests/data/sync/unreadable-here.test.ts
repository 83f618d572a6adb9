import { expect, test } from 'vitest';
import { amountOn, onServer, pairInStep, PATIENT, setAmount } from './world.ts';

type Stored = { readonly _rev: string; readonly _meta: { readonly o: object } };

test('X9: what is here and has the form of a record, but not of its kind, does not block anything that comes', async () => {
  const { server, codec, phone, tablet } = await pairInStep();
  const problems: string[] = [];
  await tablet.disconnect();
  // As an older version took it in: pulled, and not a change of this device.
  const { storageInstance: storage } = tablet.collection;
  const [previous] = await storage.findDocumentsById(['order-1'], false);
  const { _meta: meta } = previous as unknown as Stored;
  const strange = {
    ...previous,
    data: { v: 1, amount: 5 },
    steps: [{ id: 's', kind: 'x', on: '2026-01-01', at: 1, by: 'm' }],
    _meta: { ...meta, o: { ...meta.o, _rev: 2 } },
  };
  const { error } = await storage.bulkWrite(
    [{ previous, document: strange } as never],
    'as-pulled',
  );
  expect(error).toEqual([]);
  await tablet.connect();
  tablet.sync.problems$.subscribe(({ code }) => problems.push(code));
  await setAmount(phone, '12.00');
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
  const [{ doc } = {}] = await onServer(server, ['order-1']);
  expect((await codec.unpack(doc ?? expect.unreachable())).data).toMatchObject({ amount: '12.00' });
  expect([problems, tablet.sync.writtenBack()]).toEqual([[], 0]);
});

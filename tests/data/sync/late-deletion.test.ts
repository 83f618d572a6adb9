import { expect, test } from 'vitest';
import { redeem } from '#programmes/apple-credit/rules/code/code-commands.ts';
import { toTrash } from '#core/record/trash.ts';
import type { Copy } from '#data/merge/copy.ts';
import { withoutPast } from '#data/sync/past-states.ts';
import { tombstone } from '#data/sync/couch/tombstone.ts';
import type { Session } from '#data/sync/session.ts';
import { deleteForGood } from '#data/trash/empty-trash.ts';
import { codeWith } from '#tests/factories/credit.ts';
import type { Network } from './devices.ts';
import { gate, isBulk, isChanges, onServer, order, PATIENT, world } from './world.ts';
import { onKind } from '#data/records/on-kind.ts';

const CODE = codeWith();

test('X12: a page that tells of a deletion takes nothing back that was written over it while the page was on its way', async () => {
  // The page is read, and held on its way; what this device writes waits longer.
  const [page, writes] = [gate(), gate()];
  let isHeld = false;
  const network: Network = async (request, answer) => {
    if (isHeld && isBulk(request)) await writes.pass();
    const read = await answer();
    if (isHeld && isChanges(request)) await page.pass();
    return read;
  };
  const { server, device } = await world();
  const clock = { phone: 1_000, tablet: 1_000 };
  const phone = await device('phone', { clock: () => (clock.phone += 7) });
  const tablet = await device('tablet', { network, clock: () => (clock.tablet += 7) });
  await phone.records.insert([order(), CODE]);
  await Promise.all([phone.connect(), tablet.connect()]);
  await expect.poll(async () => (await tablet.records.get(CODE.id))?.id, PATIENT).toBe(CODE.id);
  await expect.poll(() => tablet.sync.waiting(9), PATIENT).toBe(0);

  isHeld = true;
  const redeemed = await tablet.records.change(
    CODE.id,
    onKind('redemption-code', (code, doing) =>
      redeem(code, { account: 'sara@nordby.example', place: '', on: doing.today }, doing),
    ),
  );
  expect(redeemed.ok).toBe(true);
  // It was deleted later than it was used, by who did not know that.
  clock.phone = 9_000_000;
  for (const id of [CODE.id, 'order-1'])
    expect((await phone.records.change(id, toTrash)).ok).toBe(true);
  const all = { records: phone.records, collection: phone.collection, mayWrite: () => true };
  expect((await deleteForGood(all, 'order-1')).ok).toBe(true);
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  await page.reached;

  writes.open();
  await expect
    .poll(async () => (await onServer(server, [CODE.id]))[0]?.value?.deleted, PATIENT)
    .toBeUndefined();
  await expect.poll(() => tablet.sync.waiting(9), PATIENT).toBe(0);
  isHeld = false;
  page.open();
  await phone.records.create(order('from-phone'));
  await expect
    .poll(async () => (await tablet.records.get('from-phone'))?.id, PATIENT)
    .toBe('from-phone');
  await tablet.records.create(order('from-tablet'));
  await expect
    .poll(async () => (await phone.records.get('from-tablet'))?.id, PATIENT)
    .toBe('from-tablet');
  for (const device of [phone, tablet]) {
    const code = await device.records.get(CODE.id);
    expect(code?.steps).toHaveLength(1);
    // Later than the deletion that it replaces: a device that still meets that one is ahead of it.
    expect(code?.updatedAt).toBeGreaterThan(clock.phone - 1_000);
  }
});

test('X12: over a change that waits a page is held back, since RxDB may look only once that change was sent', async () => {
  const { device } = await world();
  const { collection, records } = await device('phone');
  await records.insert([order(), CODE]);
  const [own] = (await collection.storageInstance.findDocumentsById(
    [CODE.id],
    true,
  )) as unknown as Copy[];
  const page = [
    {
      document: { _id: CODE.id, _rev: '3-c' },
      copy: { ...tombstone(CODE.id), updatedAt: 9_000_000 },
    },
  ];
  const taken = (agreed: readonly Copy[]) => {
    const known = new Map(agreed.map((copy) => [copy.id, copy]));
    const session = {
      behind: new WeakSet(),
      collection,
      agreed: async () => known,
      replication: async () => undefined,
      mayWrite: () => true,
    };
    return withoutPast(session as unknown as Session, page);
  };
  const copies = page.map(({ copy }) => copy);
  expect(await taken([])).toEqual({ given: [], held: copies, later: [] });
  expect(await taken([{ ...(own as Copy), updatedAt: 0 }])).toEqual({
    given: [],
    held: copies,
    later: [],
  });
  expect(await taken([own as Copy])).toEqual({ given: copies, held: [], later: [] });
});

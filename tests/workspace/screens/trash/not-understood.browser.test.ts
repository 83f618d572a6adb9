import { waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { VolymRecord } from '#core/record/record.ts';
import { trash } from '#workspace/words/sv/trash.ts';
import type { App } from '#ui/app.svelte.ts';
import { loadTrashText } from '#workspace/screens/trash/load-trash-text.ts';
import { trashedText } from '#tests/factories/trashed-text.ts';
import TrashedRecord from '#workspace/screens/trash/TrashedRecord.svelte';
import TrashList from '#workspace/screens/trash/TrashList.svelte';
import { customerWith } from '#tests/factories/vip.ts';
import { faults } from '#tests/ui/axe.ts';
import {
  addOrder,
  addSealedCode,
  openApp,
  showWith,
  stored,
  undoLast,
} from '#tests/programmes/apple-credit/screens/credit-app.ts';

/** Written by a newer version, which put anything that it likes into it. */
const newerOf = (record: VolymRecord): VolymRecord => ({
  ...record,
  data: { ...record.data, joinedTo: 7, name: { is: 'no name' }, v: 99 } as never,
});
const insert = (app: App, record: VolymRecord) => app.opened.database.records.insert(record);
const trashDay = async (app: App, id: string): Promise<string> =>
  (await stored<VolymRecord>(app, id)).trashedOn;

test('X9: what calls itself newer is seen in the trash by its kind, among what does not go by itself', async () => {
  const { app } = await openApp();
  const order = await addOrder(app, [['ordered', '2026-09-01']]);
  await insert(app, newerOf({ ...order, id: 'order-2' }));
  await insert(
    app,
    newerOf({
      ...order,
      ...customerWith(),
      id: 'customer-1',
      programme: 'adobe-vip',
    } as VolymRecord),
  );
  for (const id of ['order-2', 'customer-1'])
    expect(await app.records.layAway(id, app.today)).toMatchObject({ ok: true });
  showWith(app, TrashList, { selected: undefined }, 'sv', await loadTrashText('sv'));
  for (const kind of ['VPP-kredit', 'VIP-kund'])
    await expect
      .element(
        page
          .getByRole('region', { name: trash.stays })
          .getByRole('link', { name: kind, exact: false }),
      )
      .toBeVisible();
  expect(await faults()).toEqual([]);
});

test('X9: what calls itself newer is taken out of the trash again, and laid back', async () => {
  const { app } = await openApp();
  const order = await addOrder(app, [['ordered', '2026-09-01']]);
  const newer = newerOf({ ...order, id: 'order-2' });
  await insert(app, newer);
  await app.records.layAway('order-2', app.today);
  let hasLeft = false;
  const given = { id: 'order-2', onleft: () => void (hasLeft = true) };
  showWith(app, TrashedRecord, given, 'sv', await trashedText());
  const back = page.getByRole('button', { name: 'Återställ ordern' });
  await expect.element(back).toBeVisible();
  await expect.element(page.getByRole('button', { name: trash.forGood })).not.toBeInTheDocument();
  await back.click();
  await waitFor(() => expect(hasLeft).toBe(true));
  expect(await stored<VolymRecord>(app, 'order-2')).toMatchObject({
    trashedOn: '',
    data: newer.data,
  });
  await undoLast();
  await waitFor(async () => expect(await trashDay(app, 'order-2')).toBe(app.today));
});

test('X9: an order comes out of the trash with a code that calls itself newer', async () => {
  const { app } = await openApp();
  await addOrder(app, [['ordered', '2026-09-01']]);
  const { id } = await addSealedCode(app, 'XKPQ2WJ7VMRT');
  const document = await app.opened.database.records.findOne(id).exec();
  await document?.incrementalModify(newerOf);
  await app.records.layAway(id, app.today);
  await app.records.change('order-1', (record) => ({
    ok: true,
    value: { ...record, trashedOn: app.today },
  }));
  let hasLeft = false;
  const given = { id: 'order-1', onleft: () => void (hasLeft = true) };
  showWith(app, TrashedRecord, given, 'sv', await trashedText());
  await page.getByRole('button', { name: 'Återställ ordern' }).click();
  await waitFor(() => expect(hasLeft).toBe(true));
  expect([await trashDay(app, 'order-1'), await trashDay(app, id)]).toEqual(['', '']);
  await undoLast();
  await waitFor(async () => expect(await trashDay(app, id)).toBe(app.today));
  expect(await trashDay(app, 'order-1')).toBe(app.today);
});

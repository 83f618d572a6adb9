import { waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { OrderStepKind } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { keepReadable } from '#data/rxdb/keep-readable.ts';
import { putBack as english } from '#workspace/words/en/put-back.ts';
import { credit } from '#programmes/apple-credit/words/sv/credit.ts';
import { putBack as words } from '#workspace/words/sv/put-back.ts';
import type { App } from '#ui/app.svelte.ts';
import CodeList from '#programmes/apple-credit/screens/code/CodeList.svelte';
import CodeSheet from '#programmes/apple-credit/screens/code/CodeSheet.svelte';
import OrderDetail from '#programmes/apple-credit/screens/order/OrderDetail.svelte';
import { paths } from '#ui/paths.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { faults } from '#tests/ui/axe.ts';
import { addOrder, addSealedCode, openApp, showIn, stored, undoLast } from './credit-app.ts';

/** Its codes have come, and were looked at. */
const READY: readonly (readonly [OrderStepKind, string])[] = [
  ['ready', '2026-09-02'],
  ['downloaded', '2026-09-03'],
];

/** As a sync brings it that a newer version, or a member by hand, wrote. */
const callNewer = async (app: App, id: string): Promise<void> => {
  const { records } = app.opened.database;
  keepReadable(records.storageInstance);
  const document = await records.findOne(id).exec();
  await document?.incrementalModify((was: VolymRecord) => ({
    ...was,
    data: { ...was.data, v: 99 },
  }));
};

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

const seen = (name: string) => expect.element(page.getByText(name)).toBeVisible();

test('X9: a code that calls itself newer has a row, and is put back from its sheet with a finger', async () => {
  await page.viewport(390, 844);
  const { app } = await openApp();
  await addOrder(app, [['ordered', '2026-09-01']]);
  const { id, data } = await addSealedCode(app, 'XKPQ2WJ7VMRT', 'order-1', { number: 7 });
  await callNewer(app, id);
  const list = showIn(app, CodeList, { parentId: 'order-1' });
  await seen(credit.notUnderstood.list);
  const row = page.getByRole('link', { name: credit.code.titleNumber('7'), exact: false });
  await expect.element(row).toBeVisible();
  expect((row.element() as HTMLAnchorElement).href).toContain(id);
  expect(await faults()).toEqual([]);
  list.unmount();
  showIn(app, CodeSheet, { codeId: id, onclose: () => undefined });
  await press(words.putBackLast);
  await seen(words.confirm);
  await press(words.putBack);
  await waitFor(async () => expect(conditionOf(await stored<VolymRecord>(app, id))).toBe('fine'));
  expect((await stored<VolymRecord>(app, id)).data).toEqual(data);
  await waitFor(() => expect(toasts.current?.text).toBe(words.done));
  await undoLast();
  await waitFor(async () =>
    expect(conditionOf(await stored<VolymRecord>(app, id))).toBe('newer-version'),
  );
  await waitFor(() => expect(toasts.current?.text).toBe(words.undone));
  await press(words.putBackLast);
  await press(words.putBack);
  await waitFor(() => expect(toasts.current?.text).toBe(words.done));
  await app.records.change(id, (record) => ({
    ok: true,
    value: { ...record, trashedOn: app.today },
  }));
  await undoLast();
  await waitFor(() => expect(toasts.current?.text).toBe(words.changedSince));
});

test('X9: an order leads to all its codes where one of them calls itself newer, and to that one where it is the only one', async () => {
  const { app } = await openApp();
  await addOrder(app, [['ordered', '2026-09-01'], ...READY]);
  const { id } = await addSealedCode(app, 'XKPQ2WJ7VMRT', 'order-1', { number: 1 });
  await callNewer(app, id);
  const address = async (name: string): Promise<string> => {
    const link = page.getByRole('link', { name });
    await expect.element(link).toBeVisible();
    return new URL((link.element() as HTMLAnchorElement).href).pathname;
  };
  showIn(app, OrderDetail, { orderId: 'order-1' });
  expect(await address(credit.order.showCode)).toBe(paths.code('order-1', id));
  await addSealedCode(app, 'XKPQ2WJ7VMRS', 'order-1', { number: 2 });
  expect(await address(credit.order.showCodes)).toBe(paths.codes('order-1'));
});

test('X9: an order that this device never read goes to the trash once that is confirmed, and comes back', async () => {
  await page.viewport(390, 844);
  const { app } = await openApp();
  const order = await addOrder(app, [['ordered', '2026-09-01']]);
  const newer = { ...order, id: 'order-2', data: { ...order.data, v: 99 } };
  await app.opened.database.records.insert(newer);
  showIn(app, OrderDetail, { orderId: 'order-2' }, 'en');
  await seen(english.neverRead);
  expect(await faults()).toEqual([]);
  await press(english.trash);
  await seen(english.confirmTrash);
  expect((await stored<VolymRecord>(app, 'order-2')).trashedOn).toBe('');
  await press(english.trash);
  await waitFor(async () =>
    expect((await stored<VolymRecord>(app, 'order-2')).trashedOn).toBe(app.today),
  );
  await undoLast();
  await waitFor(async () => expect((await stored<VolymRecord>(app, 'order-2')).trashedOn).toBe(''));
  expect((await stored<VolymRecord>(app, 'order-2')).data).toEqual(newer.data);
});

test('X12: an order on a half typed day says so, is corrected there, and says that the trash reaches nobody else before', async () => {
  await page.viewport(390, 844);
  const { app } = await openApp();
  const order = await addOrder(app, [['ordered', '2026-09-01']]);
  const old = {
    ...JSON.parse(JSON.stringify(order).replaceAll('2026-09-01', '0202-09-01')),
    id: 'order-2',
  } as VolymRecord;
  await app.opened.database.records.insert(old);
  const screen = showIn(app, OrderDetail, { orderId: 'order-2' });
  await seen(words.oddDay('0202-09-01'));
  expect(await faults()).toEqual([]);
  await press(words.trash);
  await seen(words.confirmTrashHere);
  await press('Avbryt');
  await expect
    .element(page.getByRole('button', { name: words.correct, exact: true }))
    .toBeDisabled();
  await page.getByLabelText(words.rightDay('0202-09-01')).fill('2026-09-01');
  await press(words.correct);
  await waitFor(async () =>
    expect(conditionOf(await stored<VolymRecord>(app, 'order-2'))).toBe('fine'),
  );
  await waitFor(() => expect(toasts.current?.text).toBe(words.corrected));
  expect(await stored<VolymRecord>(app, 'order-2')).toMatchObject({
    data: order.data,
    steps: order.steps,
  });
  screen.unmount();
});

test('X18: a reader is told, and can put back nothing', async () => {
  const { app } = await openApp();
  await addOrder(app, [['ordered', '2026-09-01']]);
  await callNewer(app, 'order-1');
  app.settings.changeWorkspace(app.workspaceId, { onlyReads: true });
  showIn(app, OrderDetail, { orderId: 'order-1' });
  await seen(credit.notUnderstood.newer);
  await expect
    .element(page.getByRole('button', { name: words.putBackLast }))
    .not.toBeInTheDocument();
  expect(await app.records.putBack('order-1')).toMatchObject({
    ok: false,
    problem: { code: 'only-reads' },
  });
});

import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { newBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import { newCode, reveal } from '#programmes/apple-credit/rules/code/code-commands.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { ok } from '#core/result.ts';
import { toTrash } from '#core/record/trash.ts';
import { trashedText } from '#tests/factories/trashed-text.ts';
import { faults } from '#tests/ui/axe.ts';
import TrashedRecord from '#workspace/screens/trash/TrashedRecord.svelte';
import TrashList from '#workspace/screens/trash/TrashList.svelte';
import type { App } from '#ui/app.svelte.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { addOrder, openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';

const sealed = { key: 'k', iv: 'AAAA', text: 'BBBB' };
const idOf = (number: number): string => number.toString(16).padStart(32, '0');
const CODES = [1, 2, 3, 4, 5].map(idOf);

/** A list of five codes, thrown away with them. */
const throwCodes = async (app: App): Promise<void> => {
  await app.records.create(newBatch('batch', { name: 'Testapp Matteskogen', owner: '' }));
  await app.records.insert(
    CODES.map((id, at) => newCode({ id, parent: 'batch', usage: 'app', number: at + 1, sealed })),
  );
  await app.records.changeMany(['batch', ...CODES], toTrash);
};
const showRecord = async (app: App, id: string, onleft: () => void): Promise<void> =>
  void showWith(app, TrashedRecord, { id, onleft }, 'sv', await trashedText());

test('X12: the trash is emptied at once, but for a code’s log', async () => {
  const { app } = await openApp();
  await addOrder(app, []);
  await app.records.change('order-1', toTrash);
  await throwCodes(app);
  await app.records.change(idOf(1), (code, doing) =>
    ok(reveal(code as RedemptionCode, 'check', doing)),
  );
  const shown = showWith(app, TrashList, { selected: undefined }, 'sv', await trashedText());
  expect(
    within(await screen.findByRole('region', { name: 'Försvinner inte av sig själv' })).getByRole(
      'link',
      { name: /^Testapp Matteskogen/ },
    ),
  ).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Fler val' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Töm papperskorgen' }));
  const sheet = within(await screen.findByRole('dialog', { name: 'Töm papperskorgen?' }));
  expect(sheet.getByText(/^1 post försvinner för gott på alla enheter/)).toBeVisible();
  expect(sheet.getByText('1 post ligger kvar.')).toBeVisible();
  expect(sheet.getByText(/^Loggen över vem/)).toBeVisible();
  // No question is open here, and none is named.
  expect(sheet.queryByText(/fråga/)).toBeNull();
  expect(await faults()).toEqual([]);
  await userEvent.click(sheet.getByRole('checkbox'));
  await userEvent.click(sheet.getByRole('button', { name: 'Töm papperskorgen' }));
  await waitFor(() => expect(toasts.current?.text).toBe('1 post är borttagen, 1 ligger kvar'));
  expect(await app.records.get('order-1')).toBeUndefined();
  shown.unmount();

  await showRecord(app, 'batch', () => undefined);
  expect(await screen.findByText(/Loggen sparas/)).toBeVisible();
  expect(screen.getByText(/^Ligger kvar tills du återställer den\./)).toBeVisible();
  expect(screen.queryByText(/tar bort den för gott/)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Ta bort för gott' })).toBeNull();
});

test('X12: a list of codes is in the trash with them, and comes back with all', async () => {
  const { app } = await openApp();
  await throwCodes(app);
  let hasLeft = false;
  await showRecord(app, 'batch', () => (hasLeft = true));
  expect(await screen.findByText(/5 koder följer med\.$/)).toBeVisible();
  expect(await faults()).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Återställ koderna' }));
  await waitFor(() => expect(hasLeft).toBe(true));
  expect(await app.records.find({ trashed: 'only' })).toEqual([]);
  expect(await app.records.find({ kind: 'redemption-code', parent: 'batch' })).toHaveLength(5);
});

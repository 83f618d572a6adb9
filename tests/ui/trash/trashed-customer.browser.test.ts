import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { toTrash } from '#domain/trash.ts';
import { loadTrashText } from '#ui/trash/load-trash-text.ts';
import TrashedRecord from '#ui/trash/TrashedRecord.svelte';
import { authorizationWith, customerWith, vipOrderWith } from '#tests/factories/vip.ts';
import { addRecords } from '../apps/apps-app.ts';
import { openApp, showWith } from '../credit/credit-app.ts';

test('X12: a customer in the trash says how many come back with it, and they do', async () => {
  const { app } = await openApp();
  await addRecords(app, [customerWith(), authorizationWith(), vipOrderWith()]);
  await app.records.changeMany(['customer-1', 'authorization-1', 'order-1'], toTrash);
  let hasLeft = false;
  const given = { id: 'customer-1', onleft: () => void (hasLeft = true) };
  showWith(app, TrashedRecord, given, 'sv', await loadTrashText('sv'));
  expect(await screen.findByText(/2 auktoriseringar, order och returer följer med\./)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Återställ kunden' }));
  await waitFor(() => expect(hasLeft).toBe(true));
  expect(await app.records.find({ trashed: 'only' })).toEqual([]);
});

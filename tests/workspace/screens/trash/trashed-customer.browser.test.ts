import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { toTrash } from '#core/record/trash.ts';
import { trashedText } from '#tests/factories/trashed-text.ts';
import TrashedRecord from '#workspace/screens/trash/TrashedRecord.svelte';
import { toasts } from '#ui/toast.svelte.ts';
import { authorizationWith, customerWith, vipOrderWith } from '#tests/factories/vip.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';

test('X12: a customer in the trash says how many come back with it, and they do', async () => {
  const { app } = await openApp();
  await addRecords(app, [customerWith(), authorizationWith(), vipOrderWith()]);
  await app.records.changeMany(['customer-1', 'authorization-1', 'order-1'], toTrash);
  let hasLeft = false;
  const given = { id: 'customer-1', onleft: () => void (hasLeft = true) };
  showWith(app, TrashedRecord, given, 'sv', await trashedText());
  expect(
    await screen.findByText(/2 auktoriseringar, order och returer följer med\./),
  ).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Återställ kunden' }));
  await waitFor(() => expect(hasLeft).toBe(true));
  expect(await app.records.find({ trashed: 'only' })).toEqual([]);
});

test.each([
  ['sv', 'Återställ kunden', /^Ekudden Bygg har redan det VIP ID:t/],
  ['en', 'Restore the customer', /^Ekudden Bygg already has that VIP ID/],
] as const)(
  'C1, X12: for a customer that cannot come back, the screen says which other one has its VIP ID: %s',
  async (language, button, sentence) => {
    const { app } = await openApp();
    const { vipId } = customerWith().data;
    await addRecords(app, [
      customerWith(),
      customerWith({ name: 'Ekudden Bygg', vipId }, [], 'customer-2'),
    ]);
    await app.records.change('customer-1', toTrash);
    const given = { id: 'customer-1', onleft: () => undefined };
    showWith(app, TrashedRecord, given, language, await trashedText(language));
    await userEvent.click(await screen.findByRole('button', { name: button }));
    await waitFor(() => expect(toasts.current?.text).toMatch(sentence));
    expect(toasts.current?.undo).toBeUndefined();
  },
);

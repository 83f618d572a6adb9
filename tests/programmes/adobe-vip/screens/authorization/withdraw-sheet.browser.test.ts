import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { openLines } from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import { toasts } from '#ui/toast.svelte.ts';
import WithdrawSheet from '#programmes/adobe-vip/screens/authorization/WithdrawSheet.svelte';
import { saidPlan } from '#tests/factories/vip-renewals.ts';
import { authorizationWith, customerWith } from '#tests/factories/vip.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { openApp, stored, undoLast } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showUnderCustomer } from '#tests/programmes/adobe-vip/screens/vip-app.ts';

const patient = { timeout: 60_000 };

test.each([
  ['nobody said how many are assigned', {}, true],
  ['somebody said that none are', { plans: saidPlan('Illustrator', 6, 0) }, false],
])('C5: where %s', async (_, data, isTold) => {
  const { app } = await openApp();
  const authorization = authorizationWith();
  await addRecords(app, [customerWith(data), authorization]);
  showUnderCustomer(app, WithdrawSheet, (here) => ({
    authorization,
    plans: here.plans,
    onclose: () => undefined,
  }));
  expect(await screen.findByText(/^Licenserna försvinner/, {}, patient)).toBeTruthy();
  expect(screen.queryByText(/^Ingen har skrivit hur många/) !== null).toBe(isTold);
});

test('C5: of two products the one that nobody holds is withdrawn, and undone both are there again', async () => {
  const { app } = await openApp();
  // Before somebody counted how many are assigned.
  const authorization = authorizationWith({
    createdOn: '2026-11-09',
    lines: {
      a: { product: 'Illustrator', quantity: 4, sku: '' },
      b: { product: 'Photoshop', quantity: 2, sku: '' },
    },
  });
  await addRecords(app, [customerWith({ plans: saidPlan('Illustrator', 4, 1) }), authorization]);
  const left = async () =>
    openLines(await stored<PurchaseAuthorization>(app, authorization.id)).map(
      ({ product, left }) => `${left} × ${product}`,
    );
  const closed: string[] = [];
  showUnderCustomer(app, WithdrawSheet, (here) => ({
    authorization,
    plans: here.plans,
    onclose: () => void closed.push('closed'),
  }));
  await userEvent.click(
    await screen.findByRole('radio', { name: /Hela auktoriseringen/ }, patient),
  );
  expect(screen.getByRole('alert').textContent).toBe(
    '1 användare har licens på Illustrator. Frigör dem i Admin Console, eller lägg ordern.',
  );
  expect(screen.getByRole('button', { name: 'Dra tillbaka 6 licenser' })).toBeDisabled();
  await userEvent.click(screen.getByRole('radio', { name: /Bara Photoshop/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Dra tillbaka 2 licenser' }));
  await waitFor(() => expect(closed).toEqual(['closed']), patient);
  expect(toasts.current?.text).toBe('2 × Photoshop är borttagna');
  expect(await left()).toEqual(['4 × Illustrator']);
  await undoLast();
  expect(await left()).toEqual(['4 × Illustrator', '2 × Photoshop']);
});

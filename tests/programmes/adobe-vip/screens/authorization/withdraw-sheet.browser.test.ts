import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import WithdrawSheet from '#programmes/adobe-vip/screens/authorization/WithdrawSheet.svelte';
import { saidPlan } from '#tests/factories/vip-renewals.ts';
import { authorizationWith, customerWith } from '#tests/factories/vip.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
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

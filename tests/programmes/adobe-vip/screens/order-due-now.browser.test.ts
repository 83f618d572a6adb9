import { screen } from '@testing-library/svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { addDays } from '#core/day/day.ts';
import CustomerPlans from '#programmes/adobe-vip/screens/customer/CustomerPlans.svelte';
import { authorizationWith, customerWith } from '#tests/factories/vip.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showUnderCustomer } from './vip-app.ts';

const patient = { timeout: 60_000 };
afterEach(() => document.body.replaceChildren());

/** The way to the order of an authorization whose last day is so many days ahead, with its look. */
const placeOrder = async (left: number): Promise<HTMLElement> => {
  await page.viewport(390, 844);
  const { app } = await openApp();
  const createdOn = addDays(app.today, left - 30);
  await addRecords(app, [customerWith(), authorizationWith({ createdOn })]);
  showUnderCustomer(app, CustomerPlans, (here) => ({ customer: here.customer!, isBlocked: false }));
  return screen.findByRole('link', { name: 'Lägg ordern' }, patient);
};

describe('X1, C3: an order that is due now', () => {
  test.each([0, 1])('X1: with %i days left, to place it is the one large button', async (left) => {
    const button = await placeOrder(left);
    expect(button).toHaveClass('primary');
    expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(50);
    expect(document.querySelectorAll('.button.primary')).toHaveLength(1);
    expect(screen.getAllByRole('link', { name: 'Lägg ordern' })).toHaveLength(1);
  });

  test('X1: with two days left it is one way among others', async () => {
    expect(await placeOrder(2)).not.toHaveClass('primary');
  });
});

import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { dayOfAnniversary } from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import type {
  VipCustomer,
  VipCustomerData,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { vipRules as words } from '#programmes/adobe-vip/words/sv/vip-rules.ts';
import type { App } from '#ui/app.svelte.ts';
import CustomerRulesSheet from '#programmes/adobe-vip/screens/rules/CustomerRulesSheet.svelte';
import { customerWith } from '#tests/factories/vip.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { openApp, stored } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showUnderCustomer } from './vip-app.ts';

const open = async (data: Partial<VipCustomerData>): Promise<App> => {
  const { app } = await openApp();
  await addRecords(app, [customerWith(data)]);
  showUnderCustomer(app, CustomerRulesSheet, (here) => ({
    customer: here.customer!,
    words,
    onclose: () => undefined,
  }));
  await screen.findByRole('dialog');
  return app;
};
const field = () => screen.queryByLabelText('Årsdag från 29 februari, i skottår');

describe('C1: the rules of a customer', () => {
  test('C1: rule 26: an anniversary that comes of 29 February can be put on the 28th', async () => {
    const app = await open({ anniversary: '2027-02-28', anniversaryDay: 29 });
    expect(field()).toHaveDisplayValue('29 februari');
    await userEvent.selectOptions(field()!, '28 februari');
    const kept = async () => dayOfAnniversary((await stored<VipCustomer>(app, 'customer-1')).data);
    await waitFor(async () => expect(await kept()).toBe(28));
    expect(field()).toHaveDisplayValue('28 februari');
  });

  test('C1: rule 26: any other anniversary is not asked about', async () => {
    await open({});
    expect(screen.getByLabelText('Dagar till order')).toBeVisible();
    expect(field()).toBeNull();
  });
});

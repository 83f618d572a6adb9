import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { userEvent as keys } from 'vitest/browser';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import type { ReturnAuthorization } from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import { returnState } from '#programmes/adobe-vip/rules/return/return-deadlines.ts';
import type {
  VipCustomer,
  VipCustomerData,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { ok } from '#core/result.ts';
import CustomerPlans from '#programmes/adobe-vip/screens/customer/CustomerPlans.svelte';
import EditCustomerSheet from '#programmes/adobe-vip/screens/customer/EditCustomerSheet.svelte';
import GrantReturnSheet from '#programmes/adobe-vip/screens/return/GrantReturnSheet.svelte';
import PlanSheet from '#programmes/adobe-vip/screens/plan/PlanSheet.svelte';
import type { App } from '#ui/app.svelte.ts';
import { saidPlan } from '#tests/factories/vip-renewals.ts';
import { customerWith, orderLine, returnWith, vipOrderWith } from '#tests/factories/vip.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { faults } from '#tests/ui/axe.ts';
import { openApp, stored } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showUnderCustomer } from './vip-app.ts';
import { onKind } from '#data/records/on-kind.ts';

/** What is read from the disk takes its time on a busy machine. */
const patient = { timeout: 60_000 };
const key = planKey('Illustrator', 'team');
const linden = customerWith({ plans: saidPlan('Illustrator', 12, 9) });

/** What another device wrote while the form was open. */
const meanwhile = (app: App, data: Partial<VipCustomerData>) =>
  app.records.change(
    'customer-1',
    onKind('vip-customer', (record) => ok({ ...record, data: { ...record.data, ...data } })),
  );
const type = async (field: HTMLElement, words: string): Promise<void> => {
  await userEvent.clear(field);
  await userEvent.type(field, words);
};
const customer = (app: App): Promise<VipCustomer> => stored<VipCustomer>(app, 'customer-1');

describe('C1: a customer is changed', () => {
  test('C1: what another device wrote of a field that nobody touched here stays', async () => {
    const { app } = await openApp();
    await addRecords(app, [linden]);
    const closed: string[] = [];
    showUnderCustomer(app, EditCustomerSheet, (here) => ({
      customer: here.customer!,
      onclose: () => void closed.push('closed'),
    }));
    const sheet = await screen.findByRole('dialog', {}, patient);
    await meanwhile(app, { adminName: 'Eva Ek' });
    await type(within(sheet).getByLabelText('Kundens admin, e-post'), 'eva@linden.example');
    await userEvent.click(within(sheet).getByRole('button', { name: 'Spara' }));
    await waitFor(() => expect(closed).toEqual(['closed']), patient);
    const { adminName, adminEmail } = (await customer(app)).data;
    expect([adminName, adminEmail]).toEqual(['Eva Ek', 'eva@linden.example']);
  });

  test('C1: a day that no calendar has is reported, and wipes nothing', async () => {
    const { app } = await openApp();
    await addRecords(app, [customerWith({ anniversary: '2027-06-08' })]);
    const closed: string[] = [];
    showUnderCustomer(app, EditCustomerSheet, (here) => ({
      customer: here.customer!,
      onclose: () => void closed.push('closed'),
    }));
    const day = await screen.findByLabelText<HTMLInputElement>(
      'Årsdag',
      { selector: 'input' },
      patient,
    );
    day.focus();
    await keys.keyboard('{Backspace}');
    expect(day.validity.badInput).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Spara' }));
    expect(await screen.findByText('Ange en dag som finns i kalendern.')).toBeVisible();
    expect(closed).toEqual([]);
    expect((await customer(app)).data.anniversary).toBe('2027-06-08');
    await fireEvent.input(day, { target: { value: '2027-06-09' } });
    await userEvent.click(screen.getByRole('button', { name: 'Spara' }));
    await waitFor(() => expect(closed).toEqual(['closed']), patient);
    expect((await customer(app)).data.anniversary).toBe('2027-06-09');
  });
});

describe('C1: an anniversary of an earlier year', () => {
  test('C1: the next one is offered where an earlier year is typed, and none for the one already there', async () => {
    const { app } = await openApp();
    await addRecords(app, [customerWith({ anniversary: '2026-03-14' })]);
    showUnderCustomer(app, EditCustomerSheet, (here) => ({
      customer: here.customer!,
      onclose: () => undefined,
    }));
    const sheet = await screen.findByRole('dialog', {}, patient);
    const field = within(sheet).getByLabelText<HTMLInputElement>('Årsdag', { selector: 'input' });
    expect(within(sheet).queryByText(/har varit/)).toBeNull();
    await fireEvent.input(field, { target: { value: '2020-01-15' } });
    await userEvent.click(
      await within(sheet).findByRole('button', { name: /^Använd 15 jan/ }, patient),
    );
    expect(field.value).toBe('2027-01-15');
    await waitFor(() => expect(within(sheet).queryByText(/har varit/)).toBeNull());
  });
});

describe('C1: what a customer is known by later', () => {
  test('C1: the first order and a deputy are written; a segment stays while there are licences', async () => {
    const { app } = await openApp();
    await addRecords(app, [linden]);
    const nils = valueOf(await app.records.create(newPerson('nils', 'Nils Ek')));
    const closed: string[] = [];
    showUnderCustomer(app, EditCustomerSheet, (here) => ({
      customer: here.customer!,
      onclose: () => void closed.push('closed'),
    }));
    const sheet = await screen.findByRole('dialog', {}, patient);
    expect(within(sheet).getByText(/^Företag\. Marknadssegmentet går bara att byta/)).toBeTruthy();
    await type(within(sheet).getByLabelText('Första ordern'), '2026-06-08');
    const deputy = within(sheet).getByLabelText('Ersättare');
    await within(deputy).findByRole('option', { name: 'Nils Ek' }, patient);
    await userEvent.selectOptions(deputy, nils.id);
    expect(await faults()).toEqual([]);
    await userEvent.click(within(sheet).getByRole('button', { name: 'Spara' }));
    await waitFor(() => expect(closed).toEqual(['closed']), patient);
    expect((await customer(app)).data).toEqual({
      ...linden.data,
      firstOrderOn: '2026-06-08',
      deputy: nils.id,
    });
  });
});

describe('C7: licences are counted', () => {
  const open = async (given: Partial<VipCustomerData> = {}) => {
    const { app } = await openApp();
    await addRecords(app, [{ ...linden, data: { ...linden.data, ...given } }]);
    const closed: string[] = [];
    showUnderCustomer(app, PlanSheet, (here) => ({
      customer: here.customer!,
      plan: here.plans[0],
      onclose: () => void closed.push('closed'),
    }));
    const sheet = await screen.findByRole('dialog', {}, patient);
    const save = async (): Promise<void> => {
      await userEvent.click(within(sheet).getByRole('button', { name: 'Spara' }));
      await waitFor(() => expect(closed).toEqual(['closed']), patient);
    };
    return { app, sheet, save };
  };

  test('C7: writing how many are assigned is no new count of those owned', async () => {
    const { app, sheet, save } = await open();
    const before = linden.data.plans[key]!;
    await type(within(sheet).getByRole('spinbutton', { name: 'Tilldelade' }), '11');
    await save();
    expect((await customer(app)).data.plans[key]).toEqual({
      ...before,
      assigned: 11,
      assignedAt: expect.any(Number) as number,
    });
  });

  const { assigned: _, ...uncounted } = linden.data.plans[key]!;

  test('C7: zero assigned licences can be noted where the number was unknown', async () => {
    const { app, sheet, save } = await open({ plans: { [key]: uncounted } });
    const field = within(sheet).getByRole<HTMLInputElement>('spinbutton', { name: 'Tilldelade' });
    expect(field.value).toBe('');
    await type(field, '0');
    await save();
    expect((await customer(app)).data.plans[key]).toMatchObject({ ...uncounted, assigned: 0 });
  });

  test('C7: if left empty, the number of assigned licences stays unknown', async () => {
    const { app, sheet, save } = await open({ plans: { [key]: uncounted } });
    await type(within(sheet).getByRole('spinbutton', { name: 'Ägda' }), '13');
    const field = within(sheet).getByRole('spinbutton', { name: 'Tilldelade' });
    await type(field, '3');
    await userEvent.clear(field);
    await save();
    const plan = (await customer(app)).data.plans[key]!;
    expect([plan.owned, 'assigned' in plan]).toEqual([13, false]);
  });

  test('C7: a number of assigned that was taken out is asked for', async () => {
    const { sheet } = await open();
    await userEvent.clear(within(sheet).getByRole('spinbutton', { name: 'Tilldelade' }));
    await userEvent.click(within(sheet).getByRole('button', { name: 'Spara' }));
    expect(
      await within(sheet).findByText('Antalet ska vara ett helt tal, 0 eller mer.', {}, patient),
    ).toBeTruthy();
  });

  test('C7: a new SKU is no new count: an order that came while the form was open is counted on top as before', async () => {
    const { app, sheet, save } = await open();
    await addRecords(app, [vipOrderWith({ lines: { a: orderLine(4) } })]);
    await meanwhile(app, { adminName: 'Eva Ek' });
    await type(within(sheet).getByLabelText('SKU'), '65297600BA02A12');
    await save();
    const before = linden.data.plans[key]!;
    expect((await customer(app)).data.plans[key]).toEqual({
      ...before,
      sku: '65297600BA02A12',
      skuOn: app.today,
      skuAt: expect.any(Number) as number,
    });
  });
});

describe('C7: who has a licence', () => {
  const people = Object.fromEntries(
    ['Pia Strand', 'Nils Ek', 'Eva Ek'].map((name, at) => [
      `h${at}`,
      { name, group: '', plan: key },
    ]),
  );
  const open = async (given: Partial<VipCustomerData>, language: 'sv' | 'en' = 'sv') => {
    const { app } = await openApp();
    const other = { other: { name: 'Ulla Berg', group: '', plan: planKey('Foto', 'team') } };
    await addRecords(app, [
      customerWith({ ...linden.data, holders: { ...people, ...other }, ...given }),
    ]);
    showUnderCustomer(
      app,
      CustomerPlans,
      (here) => ({ customer: here.customer!, isBlocked: false }),
      language,
    );
    await userEvent.click(await screen.findByRole('button', { name: /^Illustrator/ }, patient));
    return { app, sheet: await screen.findByRole('dialog', {}, patient) };
  };

  test.each([
    ['far from an anniversary', {}],
    ['on the anniversary day', { anniversary: '2026-11-20' }],
    ['in the Marketplace', { programme: 'vip-marketplace' as const }],
  ])('C7: a name comes to the list and goes from it %s', async (_, given) => {
    const { app, sheet } = await open(given);
    await userEvent.click(
      await within(sheet).findByRole('button', { name: /^Vem har licens/ }, patient),
    );
    const list = await screen.findByRole('dialog', { name: 'Vem har licens' }, patient);
    // Of this plan alone.
    expect(within(list).queryByText('Ulla Berg')).toBeNull();
    await userEvent.click(
      within(list).getByRole('button', { name: 'Ta bort från listan: Pia Strand' }),
    );
    await userEvent.type(within(list).getByLabelText('Namn'), 'Ruth Hall{Enter}');
    await within(list).findByText('Ruth Hall', {}, patient);
    const names = Object.values((await customer(app)).data.holders).map(({ name }) => name);
    expect(names.toSorted()).toEqual(['Eva Ek', 'Nils Ek', 'Ruth Hall', 'Ulla Berg']);
    expect(await faults()).toEqual([]);
    await userEvent.click(within(list).getByRole('button', { name: 'Stäng' }));
    await waitFor(
      () => expect(screen.queryByRole('dialog', { name: 'Vem har licens' })).toBeNull(),
      patient,
    );
    // What was being typed is there still.
    expect(sheet.isConnected).toBe(true);
  });

  test.each([
    ['follows the list', false, null],
    ['stays as it was typed', true, 2],
  ])('C7: how many are assigned %s while names go from it', async (_, isTyped, expected) => {
    const { assigned: _said, ...uncounted } = saidPlan('Illustrator', 12)[key]!;
    const { sheet } = await open({ plans: { [key]: uncounted } });
    const assigned = within(sheet).getByRole('spinbutton', { name: 'Tilldelade' });
    expect(assigned).toHaveValue(3);
    if (isTyped) await type(assigned, '2');
    await userEvent.click(
      await within(sheet).findByRole('button', { name: /^Vem har licens/ }, patient),
    );
    const list = await screen.findByRole('dialog', { name: 'Vem har licens' }, patient);
    for (const name of ['Pia Strand', 'Nils Ek']) {
      await userEvent.click(
        within(list).getByRole('button', { name: `Ta bort från listan: ${name}` }),
      );
      await waitFor(() => expect(within(list).queryByText(name)).toBeNull(), patient);
    }
    await waitFor(() => expect(assigned).toHaveValue(isTyped ? 2 : 1), patient);
    await userEvent.click(
      within(list).getByRole('button', { name: 'Ta bort från listan: Eva Ek' }),
    );
    // Nobody has entered how many.
    await waitFor(() => expect(assigned).toHaveValue(expected), patient);
  });

  test.each([
    ['sv', 'Tilldelade', /^3 namn står på listan\./, 'Spara', '12 licenser, 2 tilldelade'],
    ['en', 'Assigned', /^3 names are on the list\./, 'Save', '12 licences, 2 assigned'],
  ] as const)(
    'C7: a number below the names that there are is pointed out, and kept (%s)',
    async (language, field, told, save, sum) => {
      const { sheet } = await open({}, language);
      const assigned = within(sheet).getByRole('spinbutton', { name: field });
      await within(sheet).findByRole(
        'button',
        { name: /^(Vem har licens|Who has a licence)/ },
        patient,
      );
      expect(within(sheet).queryByText(told)).toBeNull();
      await type(assigned, '2');
      await within(sheet).findByText(told, {}, patient);
      expect(await faults()).toEqual([]);
      await userEvent.click(within(sheet).getByRole('button', { name: save }));
      await screen.findByText(sum, {}, patient);
    },
  );
});

describe('C7: what a customer has', () => {
  const show = async (given: Partial<VipCustomerData>) => {
    const { app } = await openApp();
    await addRecords(app, [customerWith(given)]);
    showUnderCustomer(app, CustomerPlans, (here) => ({
      customer: here.customer!,
      isBlocked: false,
    }));
  };

  test('C7: how many are assigned is not said to be none where nobody said it', async () => {
    const { assigned: _, ...uncounted } = saidPlan('Illustrator', 12)[key]!;
    await show({ plans: { [key]: uncounted } });
    await screen.findByText('Team · tilldelade okänt', {}, patient);
    expect(screen.getByText('12 licenser, tilldelade okänt')).toBeTruthy();
  });

  test('C1: the customer’s admin is one press from a mail', async () => {
    const { app } = await openApp();
    await addRecords(app, [
      customerWith({ adminName: 'Eva Ek', adminEmail: 'eva@linden.example' }),
    ]);
    showUnderCustomer(app, CustomerPlans, (here) => ({
      customer: here.customer!,
      isBlocked: false,
    }));
    const link = await screen.findByRole('link', { name: /Eva Ek/ }, patient);
    expect([link.getAttribute('href'), link.textContent]).toEqual([
      'mailto:eva@linden.example',
      expect.stringContaining('eva@linden.example'),
    ]);
  });

  test('C7: what lapsed was there once', async () => {
    await show({ plans: saidPlan('Illustrator', 0, 0) });
    await screen.findByText(/^Inga licenser längre\./, {}, patient);
  });
});

describe('C6: a return is granted', () => {
  test('C6: a number that another device wrote while the sheet was open stays', async () => {
    const { app } = await openApp();
    await addRecords(app, [linden, vipOrderWith(), returnWith()]);
    const closed: string[] = [];
    showUnderCustomer(app, GrantReturnSheet, (here) => ({
      request: here.book!.returns[0]!,
      onclose: () => void closed.push('closed'),
    }));
    const sheet = await screen.findByRole('dialog', {}, patient);
    await app.records.change(
      'return-1',
      onKind('return-authorization', (record) =>
        ok({ ...record, data: { ...record.data, reference: 'RMA 7' } }),
      ),
    );
    await userEvent.click(within(sheet).getByRole('button', { name: 'Spara' }));
    await waitFor(() => expect(closed).toEqual(['closed']), patient);
    const request = await stored<ReturnAuthorization>(app, 'return-1');
    expect([returnState(request), request.data.reference]).toEqual(['granted', 'RMA 7']);
  });
});

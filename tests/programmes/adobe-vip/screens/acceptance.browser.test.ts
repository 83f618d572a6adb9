import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type {
  VipCustomer,
  VipCustomerData,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { lastOf, type Step } from '#core/record/step.ts';
import CustomerPlans from '#programmes/adobe-vip/screens/customer/CustomerPlans.svelte';
import type { App } from '#ui/app.svelte.ts';
import { customerWith, stepOf, vipOrderWith } from '#tests/factories/vip.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { faults } from '#tests/ui/axe.ts';
import { openApp, stored, undoLast } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showUnderCustomer } from './vip-app.ts';

/** What is read from the disk takes its time on a busy machine. */
const patient = { timeout: 60_000 };
const invited = stepOf('invited', '2026-11-10');
const NOTE = 'Notera att kunden har godkänt villkoren';

const open = async (
  data: Partial<VipCustomerData>,
  steps: readonly Step[],
  hasOrder = false,
): Promise<App> => {
  await page.viewport(390, 844);
  const { app } = await openApp();
  await addRecords(app, [
    customerWith({ anniversary: '', ...data }, steps),
    ...(hasOrder ? [vipOrderWith()] : []),
  ]);
  showUnderCustomer(app, CustomerPlans, (here) => ({ customer: here.customer!, isBlocked: false }));
  await screen.findByRole('region', { name: 'Planer' }, patient);
  return app;
};
const accepted = async (app: App): Promise<string> =>
  lastOf((await stored<VipCustomer>(app, 'customer-1')).steps, 'terms-accepted')?.on ?? '';
const sheet = async (name: string | RegExp): Promise<HTMLElement> => {
  await userEvent.click(await screen.findByRole('button', { name }, patient));
  return screen.findByRole('dialog', { name: 'Villkoren' }, patient);
};
const say = async (dialog: HTMLElement, day: string): Promise<void> => {
  const save = within(dialog).getByRole('button', { name: 'Spara' });
  // The attempt before has been answered; a fault is shown while the day is typed.
  await waitFor(() => expect(save).toBeEnabled(), patient);
  const field = within(dialog).getByLabelText('Kunden godkände');
  await fireEvent.input(field, { target: { value: day } });
  await fireEvent.change(field);
  await userEvent.click(save);
};
const closed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), patient);

describe('C1: the terms of a customer', () => {
  test.each<[string, Partial<VipCustomerData>, readonly Step[], boolean, boolean]>([
    ['who was invited', {}, [invited], false, true],
    ['who was invited with an anniversary', { anniversary: '2027-06-08' }, [invited], false, true],
    ['who was invited and has ordered', { firstOrderOn: '2026-11-20' }, [invited], true, true],
    ['of whom nothing is known', {}, [], false, true],
    ['of a list, with an anniversary', { anniversary: '2027-06-08' }, [], false, false],
    ['of a list, who has ordered', {}, [], true, false],
  ])(
    'C1: it can be noted that they were accepted by one %s',
    async (_, data, steps, hasOrder, isOffered) => {
      await open(data, steps, hasOrder);
      if (isOffered)
        expect(
          await screen.findByRole('button', { name: new RegExp(`^${NOTE}`) }, patient),
        ).toBeVisible();
      else expect(screen.queryByRole('button', { name: new RegExp(`^${NOTE}`) })).toBeNull();
    },
  );

  test('C1: that the invitation was sent can be noted later, and undone', async () => {
    const app = await open({}, []);
    const sent = async (): Promise<string> =>
      lastOf((await stored<VipCustomer>(app, 'customer-1')).steps, 'invited')?.on ?? '';
    await userEvent.click(
      await screen.findByRole('button', { name: 'Notera att inbjudan är skickad' }, patient),
    );
    const dialog = await screen.findByRole('dialog', { name: 'Inbjudan' }, patient);
    const day = within(dialog).getByLabelText('Inbjudan skickades');
    expect(day).toHaveValue('2026-11-20');
    await fireEvent.input(day, { target: { value: '2026-11-18' } });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Spara' }));
    await closed();
    expect(await sent()).toBe('2026-11-18');
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Notera att inbjudan är skickad' })).toBeNull(),
    );
    await undoLast();
    await waitFor(async () => expect(await sent()).toBe(''), patient);
  });

  test('C1: that the invitation was sent stays said, and its day is put right or taken back there', async () => {
    const app = await open({}, [invited]);
    const sent = async (): Promise<string> =>
      lastOf((await stored<VipCustomer>(app, 'customer-1')).steps, 'invited')?.on ?? '';
    const opened = async (): Promise<HTMLElement> => {
      await userEvent.click(
        await screen.findByRole('button', { name: /^Inbjudan skickad/ }, patient),
      );
      return screen.findByRole('dialog', { name: 'Inbjudan' }, patient);
    };
    const dialog = await opened();
    const day = within(dialog).getByLabelText('Inbjudan skickades');
    expect(day).toHaveValue('2026-11-10');
    await fireEvent.input(day, { target: { value: '2026-11-09' } });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Spara' }));
    await closed();
    expect(await sent()).toBe('2026-11-09');
    await undoLast();
    await waitFor(async () => expect(await sent()).toBe('2026-11-10'), patient);
    await userEvent.click(
      within(await opened()).getByRole('button', { name: 'Inbjudan är inte skickad' }),
    );
    await closed();
    expect(await sent()).toBe('');
    expect(
      await screen.findByRole('button', { name: 'Notera att inbjudan är skickad' }, patient),
    ).toBeVisible();
    await undoLast();
    await waitFor(async () => expect(await sent()).toBe('2026-11-10'), patient);
  });

  test('C1: on a day that is chosen, today first, and undone it is not noted', async () => {
    const app = await open({ anniversary: '2027-06-08' }, [invited]);
    const dialog = await sheet(new RegExp(`^${NOTE}`));
    expect(within(dialog).getByLabelText('Kunden godkände')).toHaveValue('2026-11-20');
    expect(await faults()).toEqual([]);
    await say(dialog, '2026-11-21');
    await within(dialog).findByText(
      'Dagen ligger i framtiden. Välj i dag eller en tidigare dag.',
      {},
      patient,
    );
    await say(dialog, '2026-11-09');
    await within(dialog).findByText(
      'Inbjudan skickades tis 10 nov. Välj den dagen eller en senare.',
      {},
      patient,
    );
    await say(dialog, '2026-11-12');
    await closed();
    expect(await accepted(app)).toBe('2026-11-12');
    await screen.findByRole('button', { name: 'Villkoren godkända tors 12 nov' }, patient);
    await undoLast();
    await waitFor(async () => expect(await accepted(app)).toBe(''), patient);
  });

  test('C1: a day that was noted is put right, and taken back', async () => {
    const app = await open({}, [invited, stepOf('terms-accepted', '2026-11-12')]);
    const dialog = await sheet(/^Villkoren godkända/);
    await say(dialog, '2026-11-11');
    await closed();
    expect(await accepted(app)).toBe('2026-11-11');
    const again = await sheet(/^Villkoren godkända/);
    await userEvent.click(within(again).getByRole('button', { name: 'Kunden har inte godkänt' }));
    await closed();
    expect(await accepted(app)).toBe('');
    await screen.findByRole('button', { name: new RegExp(`^${NOTE}`) }, patient);
    await undoLast();
    await waitFor(async () => expect(await accepted(app)).toBe('2026-11-11'), patient);
  });
});
